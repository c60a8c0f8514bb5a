//! What goes with people into a meeting: `PowerPoint` files as other readers see them.

#![cfg(not(target_arch = "wasm32"))]

#[path = "taking_along/office.rs"]
mod office;
#[path = "taking_along/order.rs"]
mod order;
#[path = "hostile/payloads.rs"]
mod payloads;
#[path = "taking_along/readers.rs"]
mod readers;

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read},
};

use plumbline::{
    codec::pptx::{Colours, Deck, MOST_SLIDES, Picture, PptxError, Slide},
    domain::{
        day::Day,
        deck::{self as arranged, Content, Shape},
        example,
        release::Released,
        results::Results,
        story::Story,
    },
    text::deck::{Matter, powerpoint::TOO_LARGE, words},
};
use roxmltree::Document;
use zip::ZipArchive;

const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const SCRIPTS: [&str; 6] = [
    "نتائج الفريق: فجوة واضحة",
    "צוות המוצר רואה אחרת",
    "ทีมเห็นต่างกัน",
    "経営陣とチームの見方",
    "Équipe n° 5 — “so”",
    "Team 🚀 👩‍💻",
];
/// A title and a line that no slide has room for: a letter, and how often it stands there.
const LONG: [(&str, usize); 2] = [("題", 500), ("測", 2_000)];

#[test]
fn every_part_is_well_formed_and_has_a_type_and_every_tie_has_an_end() {
    let parts = parts(&deck());
    let types = Document::parse(text(&parts, "[Content_Types].xml")).unwrap();
    let listed = |tag: &str, attribute: &'static str| -> BTreeSet<String> {
        let nodes = types
            .descendants()
            .filter(|node| node.tag_name().name() == tag);
        nodes
            .map(|node| node.attribute(attribute).unwrap().to_owned())
            .collect()
    };
    let (overrides, defaults) = (
        listed("Override", "PartName"),
        listed("Default", "Extension"),
    );
    for name in parts.keys().filter(|name| *name != "[Content_Types].xml") {
        let ending = name.rsplit('.').next().unwrap();
        let is_own = overrides.contains(&format!("/{name}"));
        assert!(
            is_own || (ending != "xml" && defaults.contains(ending)),
            "{name}"
        );
        if ending != "png" {
            Document::parse(text(&parts, name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
    for name in overrides {
        assert!(parts.contains_key(&name[1..]), "{name}");
    }
    let mut reached = BTreeSet::new();
    for name in parts.keys().filter(|name| has_ending(name, "rels")) {
        let ties = Document::parse(text(&parts, name)).unwrap();
        let mut ids = BTreeSet::new();
        for tie in ties.descendants().filter(|node| {
            node.has_tag_name("Relationship") || node.tag_name().name() == "Relationship"
        }) {
            assert!(ids.insert(tie.attribute("Id").unwrap()), "{name}");
            let end = resolved(name, tie.attribute("Target").unwrap());
            assert!(parts.contains_key(&end), "{name} leads to {end}");
            reached.insert(end);
        }
        let used = used_ties(&parts, name);
        assert!(
            used.iter().all(|id| ids.contains(id.as_str())),
            "{name}: {used:?}"
        );
    }
    for name in parts
        .keys()
        .filter(|name| !has_ending(name, "rels") && *name != "[Content_Types].xml")
    {
        assert!(reached.contains(name), "nothing leads to {name}");
    }
}

#[test]
fn ids_are_unique_within_each_part_and_among_master_and_layouts() {
    let parts = parts(&deck());
    for name in parts
        .keys()
        .filter(|name| name.starts_with("ppt/") && has_ending(name, "xml"))
    {
        let part = Document::parse(text(&parts, name)).unwrap();
        let mut ids = BTreeSet::new();
        for shape in part
            .descendants()
            .filter(|node| node.tag_name().name() == "cNvPr")
        {
            assert!(ids.insert(shape.attribute("id").unwrap()), "{name}");
        }
    }
    let mut ids = BTreeSet::new();
    for (name, tag) in [
        ("ppt/presentation.xml", "sldMasterId"),
        ("ppt/presentation.xml", "sldId"),
        ("ppt/slideMasters/slideMaster1.xml", "sldLayoutId"),
    ] {
        let part = Document::parse(text(&parts, name)).unwrap();
        for node in part
            .descendants()
            .filter(|node| node.tag_name().name() == tag)
        {
            assert!(
                ids.insert(node.attribute("id").unwrap().to_owned()),
                "{name}"
            );
        }
    }
    assert_eq!(ids.len(), 1 + 3 + deck().slides.len());
}

#[test]
fn the_theme_has_the_two_colours_and_the_file_no_day_but_that_of_the_results() {
    let parts = parts(&deck());
    let theme = Document::parse(text(&parts, "ppt/theme/theme1.xml")).unwrap();
    let accent = |name: &str| {
        let node = theme
            .descendants()
            .find(|node| node.has_tag_name((MAIN, name)))
            .unwrap();
        node.first_element_child()
            .unwrap()
            .attribute("val")
            .unwrap()
    };
    assert_eq!([accent("accent1"), accent("accent2")], ["C2410C", "0072B2"]);
    let core = text(&parts, "docProps/core.xml");
    assert_eq!(core.matches("2026-11-20T00:00:00Z").count(), 2);
    assert_eq!(deck().to_file().unwrap(), deck().to_file().unwrap());
}

#[test]
fn hostile_words_are_shown_and_nothing_more() {
    let words: Vec<String> = payloads::all();
    for words in words.chunks(150) {
        let slides = words.iter().map(|words| Slide {
            kicker: words.clone(),
            title: words.clone(),
            body: vec![words.clone()],
            notes: vec![words.clone()],
            ..Slide::default()
        });
        let deck = Deck {
            title: words[0].clone(),
            footer: "Foot".to_owned(),
            slides: slides.collect(),
            ..deck()
        };
        let parts = parts(&deck);
        for (words, number) in words.iter().zip(1..) {
            let slide =
                Document::parse(text(&parts, &format!("ppt/slides/slide{number}.xml"))).unwrap();
            let texts = slide
                .descendants()
                .filter(|node| node.has_tag_name((MAIN, "t")));
            let texts: Vec<&str> = texts.filter_map(|node| node.text()).collect();
            let shown: String = words
                .chars()
                .map(|c| {
                    if matches!(c, '\n' | '\t' | '\r') {
                        ' '
                    } else {
                        c
                    }
                })
                .collect();
            let is_plain = shown.chars().all(|c| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}'));
            if is_plain {
                assert_eq!(
                    texts.iter().filter(|text| **text == shown).count(),
                    3,
                    "{words:?}"
                );
            }
            let links = slide
                .descendants()
                .filter(|node| node.tag_name().name() == "hlinkClick");
            assert_eq!(links.count(), 0);
        }
    }
}

#[test]
fn what_has_no_room_on_a_slide_stands_in_its_notes_and_what_fits_says_no_size() {
    let parts = parts(&deck());
    let slide = |number: usize| text(&parts, &format!("ppt/slides/slide{number}.xml"));
    let notes = |number: usize| text(&parts, &format!("ppt/notesSlides/notesSlide{number}.xml"));
    let long = deck().slides.len();
    for number in 1..long {
        assert!(!slide(number).contains("<a:rPr sz="), "{number}");
    }
    // Smaller letters and an ellipsis on the slide, all of it in the notes.
    let [title, line] = LONG.map(|(letter, count)| letter.repeat(count));
    assert_eq!(slide(long).matches("<a:rPr sz=\"1200\"").count(), 3);
    assert_eq!(slide(long).matches("…").count(), 3);
    assert!(!slide(long).contains(&title) && !slide(long).contains(&line));
    assert!(notes(long).contains(&title) && notes(long).contains(&line));
}

#[test]
fn every_slide_of_the_example_has_the_sizes_of_its_layout() {
    let survey = example::survey();
    let released = Released::of(&survey, &example::tally());
    let results = Results::of(&survey, &released);
    let story = Story::of(&results, &released);
    let shape = Shape {
        has_of_ten: true,
        agreed: Vec::new(),
        asking: (0..results.dimensions.len()).collect(),
    };
    let matter = Matter {
        survey: &survey,
        results: &results,
        story: &story,
        when: "November 2026",
        experiments: &[],
    };
    let slides = arranged::Deck::of(&results, &story, &shape).slides;
    let slides = slides.iter().map(|slide| {
        let words = words(slide, &matter);
        let has_words_only = matches!(
            slide.content,
            Content::Title
                | Content::Who
                | Content::Questions(_)
                | Content::Experiments
                | Content::Method
        );
        Slide {
            is_opening: slide.content == Content::Title,
            kicker: words.kicker,
            title: words.title,
            body: words.body,
            picture: (!has_words_only).then(picture),
            notes: words.notes,
        }
    });
    let parts = parts(&Deck {
        slides: slides.collect(),
        ..deck()
    });
    let slides = parts
        .keys()
        .filter(|name| name.starts_with("ppt/slides/slide"));
    for name in slides {
        assert!(!text(&parts, name).contains("<a:rPr sz="), "{name}");
    }
}

#[test]
fn too_much_is_refused() {
    let many = Deck {
        slides: vec![Slide::default(); MOST_SLIDES + 1],
        ..deck()
    };
    assert_eq!(many.to_file(), Err(PptxError::TooManySlides));
    // What the person is told, whatever the constant says.
    assert!(TOO_LARGE.contains("larger than 5 MB"));
    let with = |bytes: usize| {
        let mut deck = deck();
        deck.slides[1].picture = Some(Picture {
            png: vec![0; bytes],
            ..picture()
        });
        deck.to_file().map(|file| file.len())
    };
    let room = 5_000_000 - with(0).unwrap();
    assert_eq!(with(room), Ok(5_000_000));
    assert_eq!(with(room + 1), Err(PptxError::TooLarge));
    let none = Deck {
        slides: Vec::new(),
        ..deck()
    };
    assert!(none.to_file().is_ok());
}

/// A deck with every layout, in every script, and at its end with more than fits.
fn deck() -> Deck {
    let mut slides = vec![Slide {
        is_opening: true,
        kicker: "Two views".to_owned(),
        title: "Product team: two views of AI at work".to_owned(),
        body: vec!["November 2026".to_owned()],
        picture: None,
        notes: vec!["Welcome.".to_owned(), "Second line.".to_owned()],
    }];
    for (script, number) in SCRIPTS.iter().zip(0..) {
        slides.push(Slide {
            is_opening: false,
            kicker: "Seen alike".to_owned(),
            title: (*script).to_owned(),
            body: vec![
                format!("{script}."),
                "A second line of text under it.".to_owned(),
            ],
            picture: (number % 2 == 0).then(picture),
            notes: vec![format!("{script}: notes")],
        });
    }
    let [title, line] = LONG.map(|(letter, count)| letter.repeat(count));
    slides.push(Slide {
        kicker: title.clone(),
        title,
        body: vec![line],
        notes: vec!["Long.".to_owned()],
        ..Slide::default()
    });
    Deck {
        title: "Product team".to_owned(),
        day: Day {
            year: 2026,
            month: 11,
            day: 20,
        },
        footer: "Product team, November 2026".to_owned(),
        colours: Colours {
            ink: [0x1f, 0x29, 0x37],
            muted: [0x56, 0x5f, 0x6d],
            executives: [0xc2, 0x41, 0x0c],
            team: [0x00, 0x72, 0xb2],
        },
        slides,
    }
}

/// Half grey, half white, 384 by 170.
fn picture() -> Picture {
    let size = (384, 170);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, size.0, size.1);
    encoder.set_color(png::ColorType::Grayscale);
    let rows =
        (0..size.1).flat_map(|row| std::iter::repeat_n(if row < 85 { 0xd0 } else { 0xff }, 384));
    let rows: Vec<u8> = rows.collect();
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&rows)
        .unwrap();
    Picture {
        png: file,
        size,
        description: "A \"grey\" half <above> a white one & so on".to_owned(),
    }
}

fn parts(deck: &Deck) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(deck.to_file().unwrap())).unwrap();
    let mut parts = BTreeMap::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        assert!(
            parts
                .insert(part.name().unwrap().into_owned(), bytes)
                .is_none()
        );
    }
    parts
}

fn text<'a>(parts: &'a BTreeMap<String, Vec<u8>>, name: &str) -> &'a str {
    std::str::from_utf8(&parts[name]).unwrap()
}

/// Where a tie of this file of ties leads.
fn resolved(ties: &str, target: &str) -> String {
    let (folder, _) = ties.split_once("_rels/").unwrap();
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        if step == ".." {
            steps.pop().unwrap();
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}

/// The ties that the part uses which these belong to.
fn used_ties(parts: &BTreeMap<String, Vec<u8>>, ties: &str) -> Vec<String> {
    let part = ties.replace("_rels/", "").replace(".rels", "");
    let Some(part) = parts.get(&part) else {
        return Vec::new();
    };
    let part = Document::parse(std::str::from_utf8(part).unwrap()).unwrap();
    let attributes = part
        .descendants()
        .flat_map(|node| node.attributes().collect::<Vec<_>>());
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let used = attributes.filter(|attribute| attribute.namespace() == Some(office));
    used.map(|attribute| attribute.value().to_owned()).collect()
}

/// Also of a name that is nothing but its ending, such as `.rels`.
fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, found)| found == ending)
}

//! Results on paper and as one file: what is printed or sent as it is must need no page of ours.
//!
//! Paper is `Chromium`'s: `WebKit`'s driver cannot print, and Firefox draws large letters as shapes, which no reader of
//! words sees, and prints nothing in margins. The one file is read in all three.

use lopdf::Document;
use plumbline::{
    domain::side::Side,
    text::{
        card, common,
        links::{self, Setting},
        moves, results,
    },
};
use serde_json::json;
use thirtyfour::common::print::{PrintPage, PrintParameters};

use crate::{
    article::LEAVE_OUT,
    browser::Browser,
    cards::{KEPT, TITLE, WHO, fill, make},
    engine::Engine,
    people,
    stage::{Stage, journey},
    taking_along::{ARTICLE, COUNT, SLIDES, texts},
};

/// A4 and Letter, in centimetres.
const A4: (f64, f64) = (21.0, 29.7);
const LETTER: (f64, f64) = (21.59, 27.94);
/// A point of paper is a 72nd of an inch of 2.54 cm; browsers round to whole ones.
const POINTS_PER_CM: f64 = 72.0 / 2.54;
/// The least that a page of the article says, in letters; a blank one has none but its foot.
const LEAST: usize = 400;
/// Pages of the example's article at most: its pictures and tables fill them without large holes.
const MOST_PAGES: usize = 10;

/// Over the results; who answered, as it stands over every whole picture; and what stands under every one.
const RESULTS: &str = "Executives and team, side by side";
const HEADLINE: &str =
    "Clear gap: leaders think people are asked, and success is defined, more than those people say";
const OVER: &str = "November 2026. 6 of 7 executives answered";
const UNDER: &str = "nobody checked that each answered once.";
/// What follows the same words where they stand in the article itself.
const COVERAGE: &str = "Whoever ran the survey decided who was invited";
/// Pictures with title and small print; and those with a row of gaps, with the four beside words.
const WHOLE: usize = 7;
const WITH_GAPS: usize = 10;
/// The heading of the column of gaps.
const GAPS: &str = "Gap, points";

/// What stands at the foot of all pages.
const FOOT: &str =
    "Claims platform team, Example Insurance · Closed on 20 November 2026 · Plumbline";

/// What one slide is about.
const OF_TEN: &str = "Of every 10 people";

/// Half pages for leaders, of all four gaps that are told; the experiment of the first.
const TOPICS: [&str; 4] = [
    "How to read adoption numbers: seats, weekly use, use inside real work",
    "From mandate to experiment: a measure, a time box, a rule for stopping",
    "What today’s tools can and cannot do on our work",
    "Why single tries do not add up without time, a place and credit",
];
const STEPS: &str = "Of two similar groups, one gets a one-hour start session";
/// The dimensions of these gaps, each of which has its question to ask.
const DIMENSIONS: [&str; 4] = [
    "Access and use",
    "Promises and proof",
    "Hands-on experience",
    "Sharing and learning",
];
/// What only a screen can do.
const ON_SCREEN: [&str; 3] = ["Press a row", "row in the table", "Download"];
/// Buttons where slides are presented and arranged.
const AT_SLIDES: [&str; 6] = [
    "Print or PDF",
    "Full screen",
    "Speaker notes",
    "Arrange",
    "Save as PowerPoint",
    "Title and notes",
];
/// Buttons where cards are.
const AT_CARDS: [&str; 6] = [
    "Start a card",
    "Make it an idea again",
    "Edit",
    "Calendar file",
    "Throw the card away",
    card::PRINT,
];

/// An agreed card: what it is called, what those who do the work said, its rule for stopping, and the day.
const AGREED: [&str; 4] = [
    TITLE,
    "Not on Mondays.",
    "After three weeks the group that started is not ahead of the other",
    "12 January 2027",
];
/// A card that is still an idea: its button, what it is called, who would do the work, and its rule for stopping.
const START_IDEA: &str = "Start a card: A measurable difference within 12 weeks";
const IDEA: [&str; 3] = [
    "One page before the next AI promise",
    NOT_SURE,
    "The people who do the work have not been asked two weeks after the start",
];
const NOT_SURE: &str = "Somebody on Tuesdays";
/// A printer would ask before it prints, and nobody is there to answer: the driver prints instead.
const NO_PRINTER: &str = "window.print = () => { window.isToPrint = true; };";

/// As long as a team's name may be, in words of which no line of the poster's title holds two long ones.
const LONGEST_NAME: &str = "Kundenbetreuung und Schadenregulierungen";
/// What stands around a poster.
const AROUND_POSTER: [&str; 5] = [
    links::PRINT,
    common::BACK,
    links::PICTURE_ALONE,
    results::SVG,
    results::PNG,
];

/// The button for the example's file, and a question that can be left out of it.
const SAVE: &str = "Save as one file (HTML)";
const LEFT_OUT: &str = "Shared an AI tip in the past 30 days";
/// The largest file, in bytes.
const LARGEST: usize = 1_000_000;

/// A printed page.
#[derive(PartialEq)]
struct Page {
    /// Its words without spaces, which a PDF has or has not.
    words: String,
    /// Width and height in points.
    size: (f64, f64),
    /// Everything that is drawn on it.
    drawn: Vec<u8>,
}

#[test]
fn the_article_on_paper_is_whole_and_the_same_from_a_phone_in_the_dark() {
    if Engine::chosen() != Engine::Chromium {
        return;
    }
    journey(async |stage| {
        let people = [
            (stage.person("Rita").await, (1_280, 900)),
            (stage.person_in_the_dark("Dora").await, (390, 844)),
        ];
        for size in [A4, LETTER] {
            let mut printed = Vec::new();
            for (person, (width, height)) in &people {
                open(stage, person, "results.html#/example").await;
                person.resize(*width, *height).await;
                person.heading(RESULTS).await;
                let pages = print(person, size).await;
                is_a_designed_article(&pages, size);
                printed.push(pages);
            }
            let [light, dark] = &printed[..] else {
                unreachable!("two people print");
            };
            // Light paper: not a colour and not a line is another one.
            assert_eq!(words(light), words(dark));
            assert!(light == dark, "the same words, drawn otherwise");
        }
    });
}

#[test]
fn the_deck_on_paper_is_one_slide_a_page_from_any_window() {
    if Engine::chosen() != Engine::Chromium {
        return;
    }
    journey(async |stage| {
        let people = [
            (stage.person("Olga").await, (1_280, 900)),
            (stage.person_in_the_dark("Dora").await, (390, 844)),
        ];
        for size in [A4, LETTER] {
            let mut printed = Vec::new();
            for (person, (width, height)) in &people {
                open(stage, person, "meeting.html#/deck/example").await;
                person.resize(*width, *height).await;
                person.sees("Slide 1 of 11").await;
                printed.push(print(person, size).await);
                // All slides at once are fields and buttons on a screen; the paper is the same.
                open(stage, person, "meeting.html#/deck/example/arrange").await;
                person.heading("Arrange the slides").await;
                printed.push(print(person, size).await);
            }
            for pages in &printed {
                is_a_designed_deck(pages);
                assert_eq!(words(pages), words(&printed[0]));
                assert!(*pages == printed[0], "the same words, drawn otherwise");
            }
        }
    });
}

#[test]
fn cards_on_paper_are_one_a_page_and_the_agreed_one_goes_along() {
    if Engine::chosen() != Engine::Chromium {
        return;
    }
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open(stage, &olga, "meeting.html#/cards/example").await;
        make(&olga).await;
        fill(&olga).await;
        olga.press("We agree on this card").await;
        olga.sees("Agreed. Look again on 12 January 2027.").await;
        olga.press(START_IDEA).await;
        olga.type_into(WHO, NOT_SURE).await;
        olga.press("Done editing").await;
        olga.sees("Idea, 3 holes to fill.").await;
        olga.sees(KEPT).await;
        press_print(&olga).await;
        for size in [A4, LETTER] {
            are_designed_cards(&print(&olga, size).await);
        }
        is_in_the_printed_article(stage, &olga).await;
        is_on_a_slide_of_the_file(stage, &olga).await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_poster_on_paper_is_one_page_in_every_setting() {
    if Engine::chosen() != Engine::Chromium {
        return;
    }
    journey(async |stage| {
        let dora = stage.person_in_the_dark("Dora").await;
        let start = stage.site.address("#/start");
        let sent = people::make_survey(&dora, &start, LONGEST_NAME).await;
        let survey = dora.address().await;
        let title = format!("How do we really use AI in {LONGEST_NAME}?");
        for (side, link) in [
            (Side::Executive, &sent.executives),
            (Side::Team, &sent.team),
        ] {
            dora.open(&survey).await;
            dora.press(links::poster(side)).await;
            dora.heading(&title).await;
            let address = dora.address().await;
            let poster = address.strip_suffix(Setting::default().name());
            let poster = poster.expect("its address ends with the setting");
            for setting in Setting::ALL {
                dora.open(&format!("{poster}{}", setting.name())).await;
                let way = links::poster_way(setting);
                dora.sees(way).await;
                let said = [
                    title.as_str(),
                    links::poster_lead(side),
                    links::POSTER_SCAN,
                    link.as_str(),
                    way,
                ];
                for size in [A4, LETTER] {
                    is_a_designed_poster(&print(&dora, size).await, &said);
                }
            }
        }
        assert_eq!(dora.console_errors().await, [""; 0]);
    });
}

/// Presses the button below the cards, and waits until the page asks for paper.
async fn press_print(person: &Browser) {
    let changed = person.run(NO_PRINTER, Vec::new()).await;
    changed.expect("the page can be changed");
    person.press(card::PRINT).await;
    person
        .until("be asked for paper", async || {
            let is_asked = person
                .run("return window.isToPrint === true", Vec::new())
                .await?;
            (is_asked == json!(true))
                .then_some(())
                .ok_or_else(|| "nothing is to be printed".into())
        })
        .await;
}

/// The agreed card stands in the article on paper, too, without what is said of it on the screen only.
async fn is_in_the_printed_article(stage: &Stage, person: &Browser) {
    open(stage, person, "results.html#/example").await;
    person.sees(card::AGREED).await;
    let pages = print(person, A4).await;
    let all = words(&pages).concat();
    for said in AGREED.iter().chain(&[card::AGREED]) {
        assert!(all.contains(&spaceless(said)), "{said}");
    }
    for said in [NOT_SURE, card::AGREED_FROM] {
        assert!(!all.contains(&spaceless(said)), "{said}");
    }
}

/// The agreed card has a slide of its own in the file, the last but one, and all of it in the notes.
async fn is_on_a_slide_of_the_file(stage: &Stage, person: &Browser) {
    open(stage, person, "meeting.html#/deck/example/arrange").await;
    let number = COUNT - 1;
    person.heading(&format!("{number}. {TITLE}")).await;
    person.press("Save as PowerPoint").await;
    person.sees("Saved. Every slide has its text").await;
    let parts = texts(&person.downloaded(SLIDES).await);
    let part = |name: String| {
        let part = parts.iter().find(|(known, _)| *known == name);
        part.map_or("", |(_, text)| text.as_str())
    };
    let slide = part(format!("ppt/slides/slide{number}.xml"));
    assert!(slide.contains(&format!("<a:t>{TITLE}</a:t>")), "{slide}");
    let notes = part(format!("ppt/notesSlides/notesSlide{number}.xml"));
    for said in AGREED {
        assert!(notes.contains(said), "{said}: {notes}");
    }
    assert!(parts.iter().all(|(_, text)| !text.contains(NOT_SURE)));
}

#[test]
fn the_file_is_read_with_scripting_off_and_asks_for_nothing() {
    journey(async |stage| {
        let reader = stage.person_in_the_dark("Rita").await;
        open(stage, &reader, "results.html#/example").await;
        reader.heading(RESULTS).await;
        let overview = reader.text_of_table("The six dimensions").await;
        reader.press(SAVE).await;
        let (file, _) = reader.put_aside(ARTICLE, "first.html").await;
        reader.press(SAVE).await;
        let (again, path) = reader.put_aside(ARTICLE, "second.html").await;
        let other = file.iter().zip(&again).position(|(one, two)| one != two);
        let sizes = [file.len(), again.len()];
        assert!(
            file == again,
            "the same results, other bytes: {sizes:?}, from {other:?} on"
        );
        assert!(file.len() < LARGEST, "{} bytes", file.len());
        reader.press(LEAVE_OUT).await;
        reader.choose(LEFT_OUT).await;
        reader.sees("left out 1 of").await;
        reader.press(SAVE).await;
        let (less, _) = reader.put_aside(ARTICLE, "less.html").await;
        let [whole, less] = [file, less].map(|file| String::from_utf8(file).expect("it is UTF-8"));
        assert!(whole.contains(LEFT_OUT) && !less.contains(LEFT_OUT));
        assert!(
            !whole.contains("left out") && less.contains("left out 1 of the survey’s 18 questions")
        );

        turn_scripting_off(&reader).await;
        for width in [390, 1_440] {
            reader.resize(width, 900).await;
            reader.open(&format!("file://{}", path.display())).await;
            reader.heading(HEADLINE).await;
            reader.sees("Closed on 20 November 2026.").await;
            for topic in TOPICS {
                reader.sees(topic).await;
            }
            let table = reader.text_of_table("Table: The six dimensions").await;
            assert_eq!(table, overview);
            let seen = reader.run(PICTURES, Vec::new()).await;
            let all = WHOLE + TOPICS.len();
            assert_eq!(seen, Ok(json!([all, all])), "one of each, wide enough");
            assert_eq!(reader.requests().await, [""; 0]);
        }
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

/// How many figures there are, and how many of them show exactly one picture, which the page is wide enough for.
const PICTURES: &str = "
    const figures = [...document.querySelectorAll('figure')];
    const shown = (figure) => [...figure.querySelectorAll('svg')].filter((svg) => svg.checkVisibility());
    const fits = (svg) => {
        const box = svg.getBoundingClientRect();
        return box.left >= 0 && box.right <= innerWidth && box.width > 200;
    };
    const good = figures.map(shown).filter((svgs) => svgs.length === 1 && svgs.every(fits));
    return [figures.length, good.length];";

async fn open(stage: &Stage, person: &Browser, page: &str) {
    person.open(&stage.site.address(page)).await;
}

/// Only `Chromium` can be told; the other engines rely on the file's own policy.
async fn turn_scripting_off(person: &Browser) {
    if person.engine == Engine::Chromium {
        let given = json!({ "value": true });
        let cdp = person.driver.cdp();
        let off = cdp.send_raw("Emulation.setScriptExecutionDisabled", given);
        off.await.expect("its driver can turn scripting off");
    }
}

/// What comes out of the printer.
async fn print(person: &Browser, (width, height): (f64, f64)) -> Vec<Page> {
    let parameters = PrintParameters {
        page: PrintPage { width, height },
        ..PrintParameters::default()
    };
    let pdf = person.driver.print_page(parameters).await;
    let pdf = pdf.expect("its driver can print");
    let mut document = Document::load_mem(&pdf).expect("it is a PDF");
    name_letters(&mut document);
    let pages = document.get_pages().into_iter();
    let pages = pages.map(|(number, id)| Page {
        words: spaceless(&document.extract_text(&[number]).expect("it has text")),
        size: size(&document, id),
        drawn: untagged(&document.get_page_content(id)),
    });
    pages.collect()
}

/// Fonts whose letters are drawings say what each means beside an encoding of their own, which the reader asks first.
fn name_letters(document: &mut Document) {
    let fonts = document.objects.values_mut();
    let fonts = fonts.filter_map(|object| object.as_dict_mut().ok());
    for font in fonts.filter(|font| font.has(b"ToUnicode")) {
        font.remove(b"Encoding");
    }
}

/// What is drawn, without the marks for who hears it: `Chromium` marks a picture or does not, as it finds time.
fn untagged(drawn: &[u8]) -> Vec<u8> {
    let lines = drawn.split(|byte| *byte == b'\n');
    let drawing = lines.filter(|line| *line != b"EMC" && !line.ends_with(b"BDC"));
    drawing.collect::<Vec<_>>().join(&b'\n')
}

fn size(document: &Document, page: lopdf::ObjectId) -> (f64, f64) {
    let page = document.get_dictionary(page).expect("it is a page");
    let media = page.get(b"MediaBox").and_then(|media| media.as_array());
    let media = media.expect("a page has a size");
    let at = |place: usize| f64::from(media[place].as_float().expect("a number"));
    (at(2) - at(0), at(3) - at(1))
}

fn spaceless(text: &str) -> String {
    text.split_whitespace().collect()
}

fn words(pages: &[Page]) -> Vec<&str> {
    pages.iter().map(|page| page.words.as_str()).collect()
}

fn count(page: &Page, words: &str) -> usize {
    page.words.matches(&spaceless(words)).count()
}

fn is_a_designed_article(pages: &[Page], (width, height): (f64, f64)) {
    assert!(pages.len() <= MOST_PAGES, "{} pages", pages.len());
    let all = words(pages).concat();
    let questions = DIMENSIONS.map(|dimension| moves::of(dimension).question);
    let said = TOPICS.iter().chain(&questions);
    for said in said.chain(&[HEADLINE, STEPS]) {
        assert!(all.contains(&spaceless(said)), "{said}");
    }
    for said in ON_SCREEN {
        assert!(!all.contains(&spaceless(said)), "{said}");
    }
    for (page, number) in pages.iter().zip(1..) {
        let off = (page.size.0 - width * POINTS_PER_CM).abs()
            + (page.size.1 - height * POINTS_PER_CM).abs();
        assert!(off < 3.0, "{:?}", page.size);
        has_foot(page, &format!("{number} / {}", pages.len()));
        assert!(page.words.len() >= LEAST, "page {number}: {}", page.words);
        let lead = usize::from(number == 1);
        let over = count(page, OVER) - lead;
        let under = count(page, UNDER) - count(page, COVERAGE);
        assert_eq!(over, under, "a picture is cut: page {number}");
    }
    let whole = pages.iter().map(|page| count(page, UNDER)).sum::<usize>();
    assert_eq!(whole, WHOLE + 1, "once more in words");
    let gaps = pages.iter().map(|page| count(page, GAPS)).sum::<usize>();
    assert_eq!(gaps, WITH_GAPS);
}

fn is_a_designed_deck(pages: &[Page]) {
    assert_eq!(pages.len(), COUNT);
    for (page, number) in pages.iter().zip(1..) {
        assert_eq!(count(page, FOOT), 1, "{}", page.words);
        // The slide's own number is the first figure after the foot, but for the one in what a slide is about.
        let said = page.words.strip_prefix(&spaceless(FOOT));
        let said = said.map(|said| said.trim_start_matches(&spaceless(OF_TEN)));
        let at = said.and_then(|said| said.find(|letter: char| letter.is_ascii_digit()));
        let numbered = said.zip(at).map(|(said, at)| &said[at..]);
        let is_numbered = numbered.is_some_and(|said| said.starts_with(&number.to_string()));
        assert!(is_numbered, "{}", page.words);
        assert!(page.size.0 > page.size.1, "{:?}", page.size);
        for said in AT_SLIDES {
            assert_eq!(count(page, said), 0, "{said}: {}", page.words);
        }
    }
    assert_eq!(count(&pages[0], "two views of AI at work"), 1);
    assert_eq!(count(&pages[10], "How this was measured"), 1);
    let gaps = pages.iter().map(|page| count(page, GAPS));
    assert_eq!(gaps.collect::<Vec<_>>(), [0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
}

fn are_designed_cards(pages: &[Page]) {
    let [agreed, idea] = pages else {
        panic!("{} pages of 2 cards", pages.len());
    };
    for (page, own, other) in [
        (agreed, &AGREED[..], &IDEA[..]),
        (idea, &IDEA[..], &AGREED[..]),
    ] {
        for said in own {
            assert_eq!(count(page, said), 1, "{said}: {}", page.words);
        }
        for said in other.iter().chain(&AT_CARDS) {
            assert_eq!(count(page, said), 0, "{said}: {}", page.words);
        }
    }
}

fn is_a_designed_poster(pages: &[Page], own: &[&str]) {
    let [page] = pages else {
        panic!("{} pages of one poster: {:?}", pages.len(), words(pages));
    };
    for said in own {
        assert_eq!(count(page, said), 1, "{said}: {}", page.words);
    }
    for said in AROUND_POSTER {
        assert_eq!(count(page, said), 0, "{said}: {}", page.words);
    }
}

fn has_foot(page: &Page, number: &str) {
    assert_eq!(count(page, FOOT), 1, "{}", page.words);
    assert!(page.words.contains(&spaceless(number)), "{}", page.words);
}

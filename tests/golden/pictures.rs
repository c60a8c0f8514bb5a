//! The golden files themselves: what is true of every picture of every tally.
//!
//! `PLUMBLINE_PICTURES=normal-light cargo test --test chart drawn_natively` leaves those with this in their name as PNG
//! files in `target/pictures`, to be looked at; `PLUMBLINE_PICTURES=-` leaves all.

use std::{collections::BTreeMap, env, fs, sync::Arc, thread};

use resvg::usvg::fontdb::Database;
use roxmltree::{Document, Node};

use super::{
    boxes::{collisions, crowding},
    check_text_sizes,
    difference::{LIMIT, Pixels, difference},
    markup::check_markup,
    native, root,
    sharp::blurred,
};
use plumbline::chart::{Format, lettering::FINE};

/// How wide pictures are compared, in pixels.
const SEEN: u32 = 1920;

/// Every golden file by its name without ending.
fn all() -> BTreeMap<String, String> {
    let folder = root().join("tests/golden/pictures");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let pictures: BTreeMap<_, _> = files
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    assert!(pictures.len() > 300);
    pictures
}

fn format(name: &str) -> Format {
    if name.starts_with("narrow-") {
        Format::Narrow
    } else {
        Format::Slide
    }
}

#[test]
fn goldens_have_only_what_pictures_may_have() {
    for (name, svg) in all() {
        check_markup(&svg, "chart-");
        check_text_sizes(&name, &svg, format(&name));
        assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{name}");
    }
}

#[test]
fn however_long_names_are_the_key_of_marks_is_whole() {
    for (name, svg) in all() {
        let key = match name.trim_start_matches("narrow-") {
            // Where nothing is drawn, no mark is explained.
            name if name.starts_with("then") && !svg.contains("Hollow") => {
                "Then: November 2025. Now: November 2026."
            }
            name if name.starts_with("then") => {
                "Hollow marks: November 2025. Filled marks: November 2026."
            }
            // Eight rows of two lines each leave no room for figures of others on a slide.
            name if name.starts_with("published") && !svg.contains("Hollow") => {
                "No room here for published figures of others; the page tells them."
            }
            name if name.starts_with("published") => {
                "published figures of others, context and not a target."
            }
            _ => continue,
        };
        let document = Document::parse(&svg).unwrap();
        let texts = document
            .descendants()
            .filter(|node| node.has_tag_name("text"));
        let lines: Vec<_> = texts.filter_map(|node| node.text()).collect();
        assert!(lines.join(" ").contains(key), "{name}");
    }
}

/// All but the fullest slide, whose footer has one line.
#[test]
fn footers_are_whole() {
    for (name, svg) in all() {
        let document = Document::parse(&svg).unwrap();
        let is_in_footer = |node: &Node<'_, '_>| {
            let ids = node.ancestors().filter_map(|node| node.attribute("id"));
            node.has_tag_name("text") && ids.into_iter().any(|id| id.ends_with("-footer"))
        };
        let texts = document.descendants().filter(is_in_footer);
        let words: Vec<_> = texts.filter_map(|node| node.text()).collect();
        let words = words.join(" ");
        let is_full = name.starts_with("published-equal");
        assert!(
            is_full || words.contains("each answered once."),
            "{name}: {words}"
        );
    }
}

#[test]
fn nothing_covers_anything_on_goldens() {
    for (name, svg) in all() {
        let is_dots = !name.contains("answers") && !name.contains("steps");
        let found = if is_dots {
            collisions(&svg)
        } else {
            crowding(&svg)
        };
        assert_eq!(found, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn edges_and_lines_of_goldens_are_on_whole_pixels() {
    for (name, svg) in all() {
        assert_eq!(blurred(&svg), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn goldens_can_be_drawn_natively() {
    let all: Vec<_> = all().into_iter().collect();
    let fonts = native::fonts();
    let shares = all
        .len()
        .div_ceil(thread::available_parallelism().map_or(1, Into::into));
    thread::scope(|scope| {
        for share in all.chunks(shares) {
            scope.spawn(|| draw_natively(share, &fonts));
        }
    });
}

fn draw_natively(pictures: &[(String, String)], fonts: &Arc<Database>) {
    let folder = root().join("target/pictures");
    fs::create_dir_all(&folder).unwrap();
    let kept = env::var("PLUMBLINE_PICTURES");
    for (name, svg) in pictures {
        let pixels = native::draw(svg, width(svg), fonts);
        if kept.as_ref().is_ok_and(|kept| name.contains(kept)) {
            pixels.save_png(folder.join(format!("{name}.png"))).unwrap();
        }
        let pixels = pixels.pixels();
        let inked = pixels.iter().filter(|pixel| **pixel != pixels[0]).count();
        let share = inked * 1000 / pixels.len();
        assert!(
            (10..600).contains(&share),
            "{name}: {share} of 1000 are inked"
        );
    }
}

#[test]
fn what_a_browser_could_draw_wrong_is_a_difference() {
    let fonts = native::fonts();
    let all = all();
    for name in [
        "dimensions-normal-light",
        "steps-normal-light",
        "of-ten-normal-light",
    ] {
        let svg = &all[name];
        let drawn =
            |svg: &str, fonts: &Arc<Database>| Pixels::of_drawing(&native::draw(svg, SEEN, fonts));
        let right = drawn(svg, &fonts);
        let file = native::draw(svg, SEEN, &fonts).encode_png().unwrap();
        let size = (SEEN as usize, SEEN as usize * 9 / 16);
        assert_eq!(difference(&right, &Pixels::of_png(&file, size)), 0);
        let other_colour = svg.replace("#c2410c", "#f59e0b");
        let other_weight = svg.replace("font-weight=\"700\"", "font-weight=\"400\"");
        let other_width = svg.replace("font-size=\"224\"", "font-size=\"230\"");
        for wrong in [
            drawn(svg, &Arc::new(Database::new())),
            drawn(&other_colour, &fonts),
            drawn(&other_weight, &fonts),
            drawn(&other_width, &fonts),
        ] {
            let found = difference(&right, &wrong);
            assert!(found > LIMIT, "{name}: {found}");
        }
    }
}

/// Width in units of the page.
fn width(svg: &str) -> u32 {
    let document = Document::parse(svg).unwrap();
    let view = document.root_element().attribute("viewBox").unwrap();
    let fine: u32 = view.split(' ').nth(2).unwrap().parse().unwrap();
    fine / FINE.unsigned_abs()
}

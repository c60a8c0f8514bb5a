//! What the engines draw of a picture, on the page and in the files that they make, beside a native drawing of the same
//! SVG with the bundled font.

use serde_json::json;

use crate::{
    browser::Browser,
    difference::{LIMIT, Pixels, difference},
    native,
    stage::journey,
};

/// Over the results.
const RESULTS: &str = "Executives and team, side by side";

/// Names of pictures on the page: each kind of chart that is seen at once.
const PICTURES: [&str; 3] = [
    "The six dimensions",
    "Of every 10 people",
    "Hours and weeks",
];

/// An item, and the title of a picture with figures of others.
const ITEM: &str = "Days of AI use in the past week";
const BY_GAP: &str = "Items by size of gap, 1";

/// The file of the first.
const FILE: &str = "plumbline_claims-platform-team_the-six-dimensions_2026-11-20.png";

/// Width of the pictures that are saved, which are 16 to 9.
const SAVED: u32 = 1_920;
const LARGE: u32 = 3_840;

/// How large pictures are looked at on the page; all of it is seen.
const SEEN: (u32, u32) = (1_920, 1_080);

/// How wide those are looked at that are as on a phone, so that all of their height is seen too.
const NARROW: u32 = 600;

/// Lays a picture over the page, at the upper left corner and without anything around it.
const SHOW: &str = "const [name, width, done] = arguments;
    document.documentElement.style.overflow = 'hidden';
    const title = [...document.querySelectorAll('h2, h3')].find((one) => one.textContent === name);
    const part = title.closest('section') ?? title.parentElement;
    const svg = part.querySelector('figure svg');
    const look = { position: 'fixed', left: 0, top: 0, zIndex: 9, maxWidth: 'none' };
    const { width: units, height: high } = svg.viewBox.baseVal;
    const height = Math.round(width * high / units);
    Object.assign(svg.style, look, { width: `${width}px`, height: `${height}px` });
    const wait = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go, 100)));
    document.fonts.ready.then(wait).then(() => done(new XMLSerializer().serializeToString(svg)));";

#[test]
fn engines_draw_pictures_as_they_are_drawn_natively() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        reader.resize(SEEN.0, SEEN.1 + 20).await;
        reader.open(&stage.site.address("#/example")).await;
        reader.heading(RESULTS).await;
        for name in PICTURES {
            let (svg, seen) = looks_at(&reader, name, SEEN.0).await;
            agrees(&svg, SEEN.0, &seen, &format!("{name} on the page"));
            reader.reload().await;
            reader.heading(RESULTS).await;
        }
        let (svg, _) = looks_at(&reader, PICTURES[0], SEEN.0).await;
        reader.reload().await;
        reader.press_under(PICTURES[0], "Download PNG").await;
        let (saved, _) = reader.put_aside(FILE, "light.png").await;
        agrees(&svg, SAVED, &saved, "the file");
        large_and_dark(&reader).await;
        transparent(&reader).await;
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

#[test]
fn answers_and_figures_of_others_are_drawn_as_they_are_natively() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        reader.resize(SEEN.0, SEEN.1 + 20).await;
        let chosen = "results.html#/example?order=gap&published=1";
        reader.open(&stage.site.address(chosen)).await;
        reader.heading(RESULTS).await;
        let (svg, seen) = looks_at(&reader, BY_GAP, SEEN.0).await;
        assert!(svg.contains("Hollow marks"), "no figures of others: {svg}");
        agrees(&svg, SEEN.0, &seen, "figures of others");
        reader.reload().await;
        reader.heading(RESULTS).await;
        let row = format!("{ITEM}: executives ");
        let row = reader.name_that_begins(&row).await;
        reader.press(&row).await;
        reader.sees("Executives n 6, team n 31.").await;
        let (svg, seen) = looks_at(&reader, ITEM, NARROW).await;
        agrees(&svg, NARROW, &seen, "answers to one question");
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

/// The largest file on the dark ground, beside the other file of the same picture.
async fn large_and_dark(reader: &Browser) {
    let [picture, ..] = PICTURES;
    reader.press_under(picture, "Size and background").await;
    for (label, option) in [("Size of PNG", "3840 × 2160"), ("Background", "Dark")] {
        reader.pick_under(picture, label, option).await;
    }
    reader.press_under(picture, "Download SVG").await;
    let svg = reader.downloaded(&FILE.replace(".png", "_dark.svg")).await;
    let svg = String::from_utf8(svg).expect("it is UTF-8");
    reader.press_under(picture, "Download PNG").await;
    let saved = reader.downloaded(&FILE.replace(".png", "_dark.png")).await;
    agrees(&svg, LARGE, &saved, "the large file on dark ground");
}

/// The large file without a ground, whose letters and marks have a halo.
async fn transparent(reader: &Browser) {
    let [picture, ..] = PICTURES;
    reader
        .pick_under(picture, "Background", "Transparent")
        .await;
    reader.press_under(picture, "Download SVG").await;
    let svg = FILE.replace(".png", "_transparent.svg");
    let svg = reader.downloaded(&svg).await;
    let svg = String::from_utf8(svg).expect("it is UTF-8");
    reader.press_under(picture, "Download PNG").await;
    let saved = FILE.replace(".png", "_transparent.png");
    let saved = reader.downloaded(&saved).await;
    agrees(&svg, LARGE, &saved, "the large file without a ground");
}

/// A picture's SVG, and what the engine draws of it.
async fn looks_at(reader: &Browser, name: &str, width: u32) -> (String, Vec<u8>) {
    let given = vec![json!(name), json!(width)];
    let svg = reader.run_async(SHOW, given).await;
    let svg = svg.expect("the picture is there");
    let seen = reader.driver.screenshot_as_png().await;
    let svg = svg.as_str().expect("it is text").to_owned();
    (svg, seen.expect("the page can be looked at"))
}

fn agrees(svg: &str, width: u32, png: &[u8], what: &str) {
    let native = native::draw(svg, width, &native::fonts());
    let theirs = Pixels::of_png(png, (width as usize, native.height() as usize));
    let found = difference(&Pixels::of_drawing(&native), &theirs);
    assert!(found <= LIMIT, "{what}: {found} of 1000");
}

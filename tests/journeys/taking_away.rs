//! What readers take away from the results, and the way back from it.

use std::path::{Path, PathBuf};

use roxmltree::Document;
use serde_json::Value;

use crate::{
    browser::Browser,
    engine::Engine,
    stage::{Stage, journey},
};

/// Over the results.
const RESULTS: &str = "Executives and team, side by side";

/// The first picture and its table.
const OVERVIEW: &str = "The six dimensions";

/// How the example's files begin, and how they end before their ending.
const FILE: &str = "plumbline_claims-platform-team_";
const DAY: &str = "_2026-11-20";

/// The field for files.
const FIELD: &str = "Open results";

/// Over results from a file, and from a link.
const FROM_FILE: &str = "Opened from a file.";
const FROM_LINK: &str = "Opened from a link, to look at.";

/// The button for the link, and what shows it.
const COPY_LINK: &str = "Copy result link";
const SHOW_LINK: &str = "The link that shows these results";

/// What a press on “Copy picture” can come to.
const PICTURE_COPIED: &str = "The picture is on the clipboard.";
const PICTURE_REFUSED: &str =
    "This browser does not let the page copy pictures. Download the PNG instead.";

/// Keeps what is copied instead of putting it on the clipboard of the computer, and whether the page asked within the
/// click: later, as when the picture is made, `WebKit` would refuse it.
const KEEP_COPIED: &str = "navigator.clipboard.write = async ([item]) => {
    const isInClick = window.event?.type === 'click';
    const blob = await item.getType('image/png');
    const bytes = [...new Uint8Array(await blob.arrayBuffer())];
    window.copied = { types: [...item.types], type: blob.type, bytes, isInClick };
};";

/// What is said of pictures without numbers, and of files without their end.
const FOREIGN: &str = "There are no results in this picture.";
const CUT: &str = "The end of this file is missing.";

/// A picture that Plumbline did not make.
const FOREIGN_SVG: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9v9z\"/></svg>\n";

/// How many items, and how many dimensions.
const ITEMS: usize = 18;
const DIMENSIONS: usize = 6;

/// Fields of a line of the CSV file.
const COLUMNS: usize = 53;

/// The two sizes; the smaller is made unless the other is chosen.
const SMALL: (u32, u32) = (1_920, 1_080);
const LARGE: (u32, u32) = (3_840, 2_160);

/// No part of a dark background is lighter.
const DARK: u8 = 0x40;

#[test]
fn what_is_taken_away_opens_the_same_results() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        open_example(stage, &reader).await;
        let table = reader.text_of_table(OVERVIEW).await;
        assert_eq!(table.len(), DIMENSIONS + 1);
        takes_csv(&reader, &table).await;
        let (tally, tally_file) = takes_tally(&reader).await;
        let svg = takes_svg(&reader, &tally).await;
        let pngs = takes_pngs(&reader, &tally).await;
        for file in [&tally_file, &svg, &pngs[0], &pngs[1]] {
            opens(stage, &reader, file, &table).await;
        }
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

#[test]
fn files_without_results_are_refused() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        open_example(stage, &reader).await;
        let (tally, _) = takes_tally(&reader).await;
        reader.open(&stage.site.address("#/")).await;
        let cut = &tally.as_bytes()[..tally.len() * 2 / 3];
        let files = [
            ("foreign.png", foreign_png(), FOREIGN),
            ("cut.json", cut.into(), CUT),
            ("foreign.svg", FOREIGN_SVG.into(), FOREIGN),
            (
                "letter.json",
                b"Dear all".into(),
                "This file is neither a tally nor a picture",
            ),
            ("empty.json", Vec::new(), CUT),
        ];
        for (name, bytes, refusal) in files {
            reader.bring(FIELD, &reader.is_sent(name, &bytes)).await;
            reader.sees(refusal).await;
            reader.does_not_see(FROM_FILE).await;
        }
        reader
            .bring(FIELD, &reader.is_sent("whole.json", tally.as_bytes()))
            .await;
        reader.sees(FROM_FILE).await;
        reader.heading(RESULTS).await;
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_result_link_shows_the_same_numbers_elsewhere() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        open_example(stage, &reader).await;
        let table = reader.text_of_table(OVERVIEW).await;
        reader.press(COPY_LINK).await;
        reader.sees("Copied").await;
        reader.press(SHOW_LINK).await;
        let link = shown_link(&reader).await;
        assert!(
            link.starts_with(&stage.site.address("results.html#r=")),
            "{link}"
        );
        let visitor = stage.person("Vera").await;
        visitor.open(&link).await;
        visitor.sees(FROM_LINK).await;
        visitor.heading(RESULTS).await;
        assert_eq!(visitor.text_of_table(OVERVIEW).await, table);
        visitor.does_not_see("Go on collecting").await;
        let kept = visitor.storage_texts().await;
        assert!(!kept.contains("Claims"), "{kept}");
        visitor.open(&link[..link.len() - 9]).await;
        visitor.heading("This link cannot be opened").await;
        for person in [&reader, &visitor] {
            assert_eq!(person.console_errors().await, [""; 0]);
        }
    });
}

#[test]
fn a_link_that_cannot_be_copied_is_selected() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        open_example(stage, &reader).await;
        reader.heading(RESULTS).await;
        let refuse = "document.execCommand = () => false;
            navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));";
        reader
            .run(refuse, Vec::new())
            .await
            .expect("the page can be asked");
        reader.press(COPY_LINK).await;
        reader
            .sees("This browser does not let the page copy. The text is selected")
            .await;
        let link = shown_link(&reader).await;
        let selected = reader
            .run("return getSelection().toString()", Vec::new())
            .await;
        let selected = selected.expect("the page can be asked");
        assert_eq!(selected.as_str().map(str::trim), Some(link.as_str()));
    });
}

#[test]
fn a_picture_is_copied_or_the_file_offered() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        open_example(stage, &reader).await;
        reader.press_under(OVERVIEW, "Copy picture").await;
        let is_copied = reader
            .until("copy the picture or be refused", async || {
                let page = reader.visible_text().await?;
                let said = [PICTURE_COPIED, PICTURE_REFUSED].map(|words| page.contains(words));
                let is_said = said[0] != said[1];
                is_said
                    .then_some(said[0])
                    .ok_or_else(|| format!("{said:?}"))
            })
            .await;
        // A browser without a window has a clipboard of its own; `WebKit` shares that of its display, which may refuse.
        assert!(is_copied || reader.engine == Engine::Webkit);
        reader.press_under(OVERVIEW, "Download PNG").await;
        reader.downloaded(&file("the-six-dimensions", "png")).await;
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_copied_picture_is_the_one_that_is_saved() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        open_example(stage, &reader).await;
        let kept = reader.run(KEEP_COPIED, Vec::new()).await;
        kept.expect("the page can be asked");
        reader.press_under(OVERVIEW, "Copy picture").await;
        reader.sees(PICTURE_COPIED).await;
        let copied = reader.run("return window.copied", Vec::new()).await;
        let copied = copied.expect("the page can be asked");
        assert_eq!(copied["types"], serde_json::json!(["image/png"]));
        assert_eq!(copied["type"], "image/png");
        assert_eq!(copied["isInClick"], true);
        let bytes: Vec<u8> =
            serde_json::from_value(copied["bytes"].clone()).expect("they are bytes");
        reader.press_under(OVERVIEW, "Download PNG").await;
        let saved = reader.downloaded(&file("the-six-dimensions", "png")).await;
        let (copied, saved) = (pixels_of(&bytes), pixels_of(&saved));
        assert_eq!(copied.0, SMALL);
        // Programs take the pixels from the clipboard and nothing else, so only files carry the tally.
        assert!(copied == saved, "they are two pictures");
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

/// Width and height of a PNG file, and what is drawn in it.
fn pixels_of(png: &[u8]) -> ((u32, u32), Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png))
        .read_info()
        .expect("it is a PNG file");
    let mut pixels = vec![0; reader.output_buffer_size().expect("it fits into memory")];
    let info = reader.next_frame(&mut pixels).expect("it is whole");
    pixels.truncate(info.buffer_size());
    ((info.width, info.height), pixels)
}

#[test]
fn a_picture_that_cannot_be_copied_is_offered_as_a_file() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        open_example(stage, &reader).await;
        let refuse = "navigator.clipboard.write = () => Promise.reject(new Error('not allowed'));";
        let refused = reader.run(refuse, Vec::new()).await;
        refused.expect("the page can be asked");
        reader.press_under(OVERVIEW, "Copy picture").await;
        reader.sees(PICTURE_REFUSED).await;
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_file_that_is_dropped_on_the_page_is_opened() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        open_example(stage, &reader).await;
        let table = reader.text_of_table(OVERVIEW).await;
        reader.press_under(OVERVIEW, "Download SVG").await;
        let name = file("the-six-dimensions", "svg");
        let svg = reader.downloaded(&name).await;
        reader.press_under(OVERVIEW, "Download PNG").await;
        let png_name = file("the-six-dimensions", "png");
        let png = reader.downloaded(&png_name).await;
        reader.open(&stage.site.address("#/")).await;
        reader.sees(FIELD).await;
        reader.drop_file("foreign.svg", FOREIGN_SVG).await;
        reader.sees(FOREIGN).await;
        reader.drop_file(&name, &svg).await;
        reader.sees(FROM_FILE).await;
        assert_eq!(reader.text_of_table(OVERVIEW).await, table);
        // Also on a page that shows other results, and pictures of points.
        open_example(stage, &reader).await;
        reader.does_not_see(FROM_FILE).await;
        reader.drop_file("foreign.png", &foreign_png()).await;
        reader.sees(FOREIGN).await;
        open_example(stage, &reader).await;
        // The results of the file before are gone with the page that had them.
        reader.reload().await;
        reader.heading(RESULTS).await;
        reader.drop_file(&png_name, &png).await;
        reader.sees(FROM_FILE).await;
        assert_eq!(reader.text_of_table(OVERVIEW).await, table);
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

pub(crate) async fn open_example(stage: &Stage, reader: &Browser) {
    reader.open(&stage.site.address("#/example")).await;
    reader.heading(RESULTS).await;
}

fn file(what: &str, ending: &str) -> String {
    format!("{FILE}{what}{DAY}.{ending}")
}

/// The link that the page shows.
pub(crate) async fn shown_link(reader: &Browser) -> String {
    reader
        .until("read the link", async || {
            let page = reader.visible_text().await?;
            let link = page.split(' ').find(|word| word.contains("#r="));
            link.map(str::to_owned)
                .ok_or_else(|| "there is none".into())
        })
        .await
}

/// Brings a file to a page that has just been loaded, and finds this table.
async fn opens(stage: &Stage, reader: &Browser, file: &Path, table: &[Vec<String>]) {
    reader.open(&stage.site.address("#/")).await;
    reader.reload().await;
    reader.bring(FIELD, file).await;
    reader.sees(FROM_FILE).await;
    assert_eq!(
        reader.text_of_table(OVERVIEW).await,
        table,
        "{}",
        file.display()
    );
}

/// Its lines say what the page's table says, in more digits.
async fn takes_csv(reader: &Browser, table: &[Vec<String>]) {
    reader.press("Download CSV").await;
    let csv = reader.downloaded(&file("all-numbers", "csv")).await;
    let csv = String::from_utf8(csv).expect("it is UTF-8");
    let csv = csv
        .strip_prefix('\u{feff}')
        .expect("it begins with the mark for UTF-8");
    let lines = Vec::from_iter(csv.split_terminator("\r\n").map(fields));
    assert_eq!(lines.len(), 1 + DIMENSIONS + ITEMS);
    assert!(lines.iter().all(|line| line.len() == COLUMNS));
    assert_eq!(lines[0][..3], ["Dimension", "Item", "Label"]);
    assert_eq!(
        lines[0][5..8],
        ["n executives", "n team", "Executives, points"]
    );
    assert_eq!(lines[0][14], "Evidence");
    let of_dimensions = lines[1..].iter().filter(|line| line[1].is_empty());
    let of_dimensions = Vec::from_iter(of_dimensions.map(|line| as_on_page(line)));
    assert_eq!(of_dimensions, table[1..]);
}

/// The fields of a line that has no line breaks within.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut is_quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => fields.push(String::new()),
            letter => fields.last_mut().expect("there is one").push(letter),
        }
    }
    fields
}

/// A line as the page's table has it.
fn as_on_page(line: &[String]) -> Vec<String> {
    let [low, high] = [&line[10], &line[11]].map(|end| signed(end));
    vec![
        line[0].clone(),
        whole(&line[7]),
        whole(&line[8]),
        signed(&line[9]),
        format!("{low} to {high}"),
        line[14].clone(),
        line[5].clone(),
        line[6].clone(),
    ]
}

/// A number without its digits after the point; words as they are.
fn whole(field: &str) -> String {
    let number = field.parse::<f64>();
    number.map_or_else(
        |_| field.to_owned(),
        |number| format!("{:.0}", number.round()),
    )
}

fn signed(field: &str) -> String {
    let whole = whole(field);
    match whole.strip_prefix('-') {
        Some("0") => "0".to_owned(),
        Some(size) => format!("−{size}"),
        None if whole == "0" => whole,
        None => format!("+{whole}"),
    }
}

/// All 18 items are in it, and nobody's key.
async fn takes_tally(reader: &Browser) -> (String, PathBuf) {
    reader.press("Download the tally").await;
    let (bytes, path) = reader.put_aside(&file("tally", "json"), "tally.json").await;
    let text = String::from_utf8(bytes).expect("it is UTF-8");
    let tally: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(tally["format"], "plumbline tally");
    assert_eq!(tally["version"], 1);
    assert_eq!(tally["team"], "Claims platform team");
    assert_eq!(tally["executives"]["ballots"], 6);
    assert_eq!(tally["team_members"]["ballots"], 31);
    let dimensions = tally["dimensions"].as_array().expect("they are a list");
    let items = dimensions
        .iter()
        .filter_map(|dimension| dimension["items"].as_array());
    let items = Vec::from_iter(items.flatten());
    assert_eq!((dimensions.len(), items.len()), (DIMENSIONS, ITEMS));
    for item in items {
        for side in ["executives", "team"] {
            assert!(item[side]["question"].is_string(), "{item}");
            let has_numbers = ["counts", "sums", "alike"].map(|kind| !item[side][kind].is_null());
            let kinds = has_numbers.iter().filter(|has| **has).count();
            assert_eq!(kinds, 1, "nothing of the example is hidden: {item}");
        }
    }
    assert!(!text.contains("key"), "{text}");
    (text, path)
}

/// A picture of one file that says what it shows, and carries the tally.
async fn takes_svg(reader: &Browser, tally: &str) -> PathBuf {
    reader.press_under(OVERVIEW, "Download SVG").await;
    let (svg, path) = reader
        .put_aside(&file("the-six-dimensions", "svg"), "picture.svg")
        .await;
    let text = str::from_utf8(&svg).expect("it is UTF-8");
    let picture = Document::parse(text).expect("it is XML");
    let root = picture.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let text_of = |name: &str| {
        let found = root.children().find(|node| node.has_tag_name(name));
        found.and_then(|node| node.text()).unwrap_or_default()
    };
    assert!(!text_of("title").is_empty());
    assert!(text_of("desc").contains("Hands-on experience: executives "));
    assert_eq!(text_of("metadata"), tally);
    for node in picture.descendants() {
        assert!(!node.has_tag_name("script"));
        let mut links = node
            .attributes()
            .filter(|attribute| attribute.name() == "href");
        assert!(links.all(|link| link.value().starts_with('#')));
    }
    path
}

/// Large ones, dark and transparent, which carry the tally.
async fn takes_pngs(reader: &Browser, tally: &str) -> [PathBuf; 2] {
    reader.press_under(OVERVIEW, "Size and background").await;
    reader
        .pick_under(OVERVIEW, "Size of PNG", "3840 × 2160")
        .await;
    let dark = takes_png(reader, "Dark", tally).await;
    let [red, green, blue, alpha] = dark.corner;
    assert!(red.max(green).max(blue) < DARK, "{:?}", dark.corner);
    assert_eq!((alpha, dark.opaque), (255, dark.pixels));
    let clear = takes_png(reader, "Transparent", tally).await;
    assert_eq!(clear.corner[3], 0);
    let most = clear.pixels / 2;
    assert!(0 < clear.opaque && clear.opaque < most, "{}", clear.opaque);
    [dark.path, clear.path]
}

/// A PNG file that was taken away.
struct Png {
    path: PathBuf,
    corner: [u8; 4],
    pixels: usize,
    /// How many of the pixels nothing shines through.
    opaque: usize,
}

async fn takes_png(reader: &Browser, background: &str, tally: &str) -> Png {
    reader.pick_under(OVERVIEW, "Background", background).await;
    reader.press_under(OVERVIEW, "Download PNG").await;
    let background = background.to_lowercase();
    let name = file("the-six-dimensions", "png").replace(".png", &format!("_{background}.png"));
    let aside = format!("{background}.png");
    let (bytes, path) = reader.put_aside(&name, &aside).await;
    let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes))
        .read_info()
        .expect("it is a PNG file");
    let texts = reader.info().utf8_text.iter();
    let carried = Vec::from_iter(texts.map(|text| text.get_text().expect("it is UTF-8")));
    assert_eq!(carried, [tally]);
    let mut pixels = vec![0; reader.output_buffer_size().expect("it fits into memory")];
    let info = reader.next_frame(&mut pixels).expect("it is whole");
    assert_eq!((info.width, info.height), LARGE);
    let step = info.color_type.samples();
    let pixels = pixels[..info.buffer_size()].chunks(step);
    let pixels = Vec::from_iter(pixels.map(|pixel| {
        let alpha = pixel.get(3).copied().unwrap_or(255);
        [pixel[0], pixel[1], pixel[2], alpha]
    }));
    Png {
        path,
        corner: pixels[0],
        pixels: pixels.len(),
        opaque: pixels.iter().filter(|pixel| pixel[3] == 255).count(),
    }
}

/// A picture that Plumbline did not make.
fn foreign_png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 2);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("it can be written");
    writer
        .write_image_data(&[0x80; 12])
        .expect("it can be written");
    writer.finish().expect("it can be written");
    bytes
}

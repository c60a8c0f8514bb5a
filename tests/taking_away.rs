//! What people take away: the table for spreadsheets, pictures that carry their numbers, and result links.

#![cfg(not(target_arch = "wasm32"))]

#[path = "taking_along/office.rs"]
mod office;
#[path = "taking_away/spreadsheet.rs"]
mod spreadsheet;
#[path = "taking_away/table.rs"]
mod table;
#[path = "taking_away/worked.rs"]
mod worked;

use base64ct::{Base64UrlUnpadded, Encoding};
use plumbline::{
    codec::{
        checksum,
        link::LinkError,
        opening::{self, OpeningError},
        picture::{PictureError, from_png, from_svg, into_png, into_svg},
        result_link::{self, LONGEST},
        tally::{self, Published, TallyError},
    },
    domain::{
        day::Day,
        example,
        release::Released,
        side::BySide,
        survey::{Survey, Wording},
        tally::{Counts, Tally},
    },
};
use proptest::prelude::*;

#[test]
fn a_picture_shows_its_results_again() {
    let published = published(example::survey(), &example::tally());
    let text = tally::encode(&published);
    let opened = Ok(published.without_key());

    assert_eq!(opening::open(text.as_bytes()), opened);
    assert_eq!(opening::open(&into_png(png(), &text)), opened);
    assert_eq!(opening::open(into_svg(SVG, &text).as_bytes()), opened);
    let marked = format!("\u{feff}{text}");
    assert_eq!(opening::open(marked.as_bytes()), opened);
}

#[test]
fn a_png_with_numbers_is_still_a_png() {
    let with = into_png(png(), "{\"a\": \"é\"}");
    let mut reader = png::Decoder::new(std::io::Cursor::new(&with))
        .read_info()
        .unwrap();
    let chunk = reader.info().utf8_text[0].clone();
    assert_eq!(chunk.keyword, "plumbline-tally");
    assert_eq!(chunk.get_text().unwrap(), "{\"a\": \"é\"}");
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    assert_eq!(pixels, PIXELS);
}

#[test]
fn an_svg_with_numbers_is_still_an_svg() {
    let text = "{\"a\": \"<b> & ]]> </metadata> 'é'\"}";
    let with = into_svg(SVG, text);
    let document = roxmltree::Document::parse(&with).unwrap();
    let metadata = document
        .descendants()
        .find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "metadata")));
    assert_eq!(metadata.unwrap().text(), Some(text));
    assert_eq!(from_svg(&with).unwrap(), text);
}

#[test]
fn a_drawing_program_may_write_the_tags_anew() {
    for metadata in [
        "<metadata\n   id='plumbline-tally' x=\"1\">{&quot;a&quot;: &#34;&#x26;&#34;}</metadata>",
        "<metadata id=\"other\">x</metadata><metadata id=\"plumbline-tally\"><![CDATA[{\"a\": \"&\"}]]></metadata>",
    ] {
        let svg = format!("<?xml version=\"1.0\"?><svg>{metadata}</svg>");
        assert_eq!(from_svg(&svg).unwrap(), "{\"a\": \"&\"}");
    }
}

#[test]
fn foreign_files_are_told_apart() {
    use OpeningError::{OtherKind, Picture, TooLarge};
    let foreign = |bytes: &[u8]| opening::open(bytes).unwrap_err();
    assert_eq!(foreign(&png()), Picture(PictureError::Foreign));
    assert_eq!(foreign(SVG.as_bytes()), Picture(PictureError::Foreign));
    for svg in [
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "\u{feff}<?xml version=\"1.0\"?>\n<!-- a tool --><!DOCTYPE svg>\n<svg width=\"9\"\n/>\n<!-- end -->",
        "<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\"><svg:path d=\"M0 0\"/></svg:svg>",
        "<svg><rect/></svg >",
    ] {
        assert_eq!(
            foreign(svg.as_bytes()),
            Picture(PictureError::Foreign),
            "{svg}"
        );
    }
    let cut = b"<svg><rect/><g>";
    assert_eq!(foreign(cut), Picture(PictureError::CutShort));
    assert_eq!(foreign(b"<html></html>"), OtherKind);
    assert_eq!(foreign(b"PK\x03\x04"), OtherKind);
    assert_eq!(foreign(b"\xff\xd8\xff\xe0 a photograph"), OtherKind);
    assert_eq!(foreign(b"a,b,c"), OtherKind);
    assert_eq!(foreign(&vec![b' '; opening::LARGEST + 1]), TooLarge);
    let long = format!("{{{}", "[".repeat(tally::LONGEST));
    assert_eq!(foreign(long.as_bytes()), TooLarge);
    let in_picture = into_svg(SVG, &long);
    let damaged = Picture(PictureError::Damaged);
    assert_eq!(foreign(in_picture.as_bytes()), damaged);
    assert_eq!(foreign(&into_png(png(), &long)), damaged);
    assert_eq!(foreign(b"{}"), OpeningError::Tally(TallyError::NotATally));
}

#[test]
fn a_damaged_picture_is_named() {
    let text = tally::encode(&published(example::survey(), &example::tally()));
    let whole = into_png(png(), &text);
    for end in 8..whole.len() - 20 {
        let opened = from_png(&whole[..end]);
        assert!(opened == Err(PictureError::CutShort) || opened.as_ref() == Ok(&text));
    }
    let mut changed = whole;
    changed[200] ^= 1;
    assert_eq!(from_png(&changed), Err(PictureError::Damaged));
    let svg = into_svg(SVG, &text);
    assert_eq!(from_svg(&svg[..svg.len() / 2]), Err(PictureError::CutShort));
}

#[test]
fn a_link_shows_its_results_again() {
    for (tally, name) in [(example::tally(), "example"), (worst(), "200 people")] {
        let mut survey = example::survey();
        if name != "example" {
            survey.invited = BySide::from_fn(|_| 1_000_000);
            survey.team = "€".repeat(40);
            survey.company = Some("한".repeat(30));
        }
        let published = published(survey, &tally);
        let link = result_link::encode(&published).unwrap();
        assert!(link.len() <= LONGEST, "{name}: {}", link.len());
        assert_eq!(
            result_link::decode(&link),
            Ok(published.clone().without_key())
        );
        assert_eq!(
            result_link::decode(&format!("{link}> sent")),
            Ok(published.without_key())
        );
    }
}

#[test]
fn a_link_without_its_end_or_changed_is_refused() {
    let link = result_link::encode(&published(example::survey(), &example::tally())).unwrap();
    for end in 2..link.len() {
        assert_eq!(
            result_link::decode(&link[..end]),
            Err(LinkError::CutShort),
            "at {end}"
        );
    }
    for place in 6..link.len() {
        let mut changed = link.clone().into_bytes();
        changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).unwrap();
        assert!(result_link::decode(&changed).is_err(), "{place}");
    }
    let later = [vec![9; 40], checksum::of(&[9; 40]).to_vec()].concat();
    let later = format!("r={}", Base64UrlUnpadded::encode_string(&later));
    assert_eq!(result_link::decode(&later), Err(LinkError::OtherVersion(9)));
    assert_eq!(result_link::decode("r=CQAA"), Err(LinkError::Damaged));
    let long = format!("r={}", "A".repeat(2_000_000));
    assert_eq!(result_link::decode(&long), Err(LinkError::Damaged));
}

#[test]
fn the_longest_link_is_short_enough() {
    let mut survey = example::survey();
    survey.wording = Wording::RealityCheckWithPair;
    survey.invited = BySide::from_fn(|_| 1_000_000);
    survey.team = "한".repeat(40);
    survey.company = Some("한".repeat(30));
    let counts = survey.items().into_iter().map(|item| {
        BySide::from_fn(|side| {
            let options = u32::from(item.scale.options(side));
            let mut counts = vec![1_000_000 / options; options as usize];
            counts[0] += 1_000_000 % options;
            Counts::new(counts, 0)
        })
    });
    let mut counts: Vec<_> = counts.collect();
    counts[4].team = Counts::new(vec![875_000, 125_000], 0);
    let tally = Tally::with_counts(&survey, survey.invited, counts).unwrap();
    let published = published(survey, &tally);
    let link = result_link::encode(&published).unwrap();
    assert!(link.len() <= LONGEST, "{}", link.len());
    assert_eq!(result_link::decode(&link), Ok(published.without_key()));
}

#[test]
fn only_a_shipped_wording_fits_into_a_link() {
    let survey = example::survey();
    let mut own = published(survey.clone(), &example::tally());
    let mut dimensions = survey.dimensions();
    dimensions[0].items[0].label = "Other".into();
    own.survey.wording = Wording::of(dimensions);
    assert_eq!(result_link::encode(&own), None);
    let mut crowd = published(survey, &example::tally());
    crowd.survey.invited.team = 2_000_000;
    assert_eq!(result_link::encode(&crowd), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn any_file_is_read_without_harm(bytes: Vec<u8>) {
        let _ = opening::open(&bytes);
        let png = [b"\x89PNG\r\n\x1a\n".as_slice(), &bytes].concat();
        let _ = opening::open(&png);
        let _ = into_png(png, "x");
        let _ = into_png(bytes, "x");
    }

    #[test]
    fn any_drawing_is_read_without_harm(before in "[ -~]{0,40}", after in ".{0,80}") {
        let _ = from_svg(&format!("<svg{before}<metadata id=\"plumbline-tally\">{after}"));
        let _ = from_svg(&format!("<svg>{before}<metadata {after}</metadata></svg>"));
    }

    #[test]
    fn any_changed_picture_is_read_without_harm(at in 0_usize..400, byte: u8, cut in 0_usize..400) {
        let mut bytes = into_png(png(), "{}");
        let at = at.min(bytes.len() - 1);
        bytes[at] = byte;
        bytes.truncate(bytes.len() - cut.min(bytes.len()));
        let _ = opening::open(&bytes);
    }

    #[test]
    fn any_text_comes_back_from_a_picture(text: String) {
        prop_assert_eq!(from_png(&into_png(png(), &text)), Ok(text.clone()));
        let text = format!("{{{text}}}");
        prop_assert_eq!(from_svg(&into_svg(SVG, &text)), Ok(text));
    }

    #[test]
    fn any_forged_link_is_read_without_harm(at in 1_usize..360, byte: u8, cut in 0_usize..4) {
        let link = result_link::encode(&published(example::survey(), &example::tally())).unwrap();
        let mut bytes = Base64UrlUnpadded::decode_vec(&link[2..]).unwrap();
        bytes.truncate(bytes.len() - checksum::LENGTH);
        bytes[at] = byte;
        bytes.drain(at..at + cut);
        bytes.extend(checksum::of(&bytes));
        let forged = format!("r={}", Base64UrlUnpadded::encode_string(&bytes));
        if let Ok(opened) = result_link::decode(&forged) {
            let cells = opened.released.cells().to_vec();
            let again = Released::restore(&opened.survey, opened.released.ballots(), cells);
            prop_assert_eq!(again, Some(opened.released));
        }
    }

    #[test]
    fn any_link_is_read_without_harm(payload in "[A-Za-z0-9_-]{0,300}") {
        let _ = result_link::decode(&format!("r={payload}"));
        let _ = result_link::decode(&format!("r=AQ{payload}"));
    }
}

const SVG: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>A</title>\n<desc>B</desc>\n<path/></svg>\n";
const PIXELS: [u8; 4] = [1, 2, 3, 4];

fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 2);
    encoder.set_color(png::ColorType::Grayscale);
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&PIXELS)
        .unwrap();
    bytes
}

fn published(survey: Survey, tally: &Tally) -> Published {
    let day = Day {
        year: 2026,
        month: 12,
        day: 31,
    };
    Published {
        released: Released::of(&survey, tally),
        survey,
        closed: BySide::from_fn(|_| Some(day)),
    }
}

/// 200 people on each side, with every count as many bytes long as it can be.
fn worst() -> Tally {
    let survey = example::survey();
    let items = survey.items();
    let counts = items.iter().map(|item| {
        BySide::from_fn(|side| {
            let mut counts = vec![0; usize::from(item.scale.options(side))];
            counts[0] = 60;
            counts[1] = 140;
            Counts::new(counts, 0)
        })
    });
    let mut counts: Vec<_> = counts.collect();
    counts[4].team = Counts::new(vec![140, 60], 0);
    Tally::with_counts(&survey, BySide::from_fn(|_| 200), counts).unwrap()
}

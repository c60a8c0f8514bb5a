//! The table of widths, from the font itself.

use std::{fmt::Write as _, fs};

use plumbline::chart::metrics::{Weight, characters, width};
use ttf_parser::{Face, Tag};

use super::{check_golden, root};

/// How the table begins.
const HEAD: &str = "\
//! Generated: advance widths of `assets/font/plumbline.ttf`; not to be edited by hand.
//!
//! Written anew by `PLUMBLINE_BLESS=1 cargo test --test chart table`, from the font itself.

/// The characters of the font as runs of neighbours, first and last of each.
#[rustfmt::skip]
";
/// What stands between its two parts.
const MIDDLE: &str = "\
];

/// Advance of each character in the order of [`RUNS`], at weights 400, 600 and 700, in thousandths of the text size.
#[rustfmt::skip]
";

#[test]
fn the_table_of_widths_is_that_of_the_font() {
    let font = fs::read(root().join("assets/font/plumbline.ttf")).unwrap();
    let advances = |weight: Weight| {
        let mut face = Face::parse(&font, 0).unwrap();
        face.set_variation(Tag::from_bytes(b"wght"), f32::from(weight as u16))
            .unwrap();
        // The font counts in less than thousandths.
        let scale = 1000 / face.units_per_em();
        move |letter| {
            let advance = face.glyph_hor_advance(face.glyph_index(letter).unwrap());
            advance.unwrap() * scale
        }
    };
    let [regular, semi_bold, bold] = Weight::ALL.map(advances);
    let letters = font_characters(&font);
    check_golden(
        "../src/chart/metrics/table.rs",
        &table(&letters, |letter| {
            [regular(letter), semi_bold(letter), bold(letter)]
        }),
    );
    assert_eq!(letters, characters().collect::<Vec<_>>());
    let measured = width("A4−", Weight::Bold, 1000.0);
    assert!((measured - f64::from(bold('A') + bold('4') + bold('−'))).abs() < 1e-9);
}

/// Every character of the font, in order.
fn font_characters(font: &[u8]) -> Vec<char> {
    let mut letters = Vec::new();
    for subtable in Face::parse(font, 0)
        .unwrap()
        .tables()
        .cmap
        .unwrap()
        .subtables
    {
        if subtable.is_unicode() {
            subtable.codepoints(|code| letters.extend(char::from_u32(code)));
        }
    }
    letters.sort_unstable();
    letters.dedup();
    letters
}

/// The source of `src/chart/metrics/table.rs`.
fn table(letters: &[char], advances: impl Fn(char) -> [u16; 3]) -> String {
    let runs: Vec<_> = letters
        .chunk_by(|one, next| *one as u32 + 1 == *next as u32)
        .collect();
    let mut source = format!(
        "{HEAD}pub(super) const RUNS: [(char, char); {}] = [\n",
        runs.len()
    );
    for run in runs {
        let [first, last] = [run[0], run[run.len() - 1]].map(|letter| letter as u32);
        writeln!(source, "    ('\\u{{{first:X}}}', '\\u{{{last:X}}}'),").unwrap();
    }
    writeln!(
        source,
        "{MIDDLE}pub(super) const WIDTHS: [[u16; 3]; {}] = [",
        letters.len()
    )
    .unwrap();
    for line in letters.chunks(6) {
        let cells: Vec<_> = line
            .iter()
            .map(|letter| format!("{:?},", advances(*letter)))
            .collect();
        writeln!(source, "    {}", cells.join(" ")).unwrap();
    }
    source + "];\n"
}

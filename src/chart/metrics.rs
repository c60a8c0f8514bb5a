//! How wide text is: advance widths of the bundled font, so that layout needs no browser.

mod table;

use table::{RUNS, WIDTHS};

/// Height of capitals and digits, in thousandths of the text size.
pub const CAP_HEIGHT: i32 = 742;
/// How far letters such as "g" reach below the baseline, in thousandths of the text size.
pub const DESCENT: i32 = 175;

/// Advance of a letter the font does not have and no rule below knows, in thousandths of the text size.
const OTHER: u16 = 700;
/// Advance of a letter of a wide script (Chinese, Japanese, Korean), in thousandths of the text size.
const WIDE: u16 = 1000;
/// Advance of an emoji, in thousandths of the text size; the common emoji fonts use 1.17 to 1.28 em.
const EMOJI: u16 = 1300;

/// Joins two emoji to one.
pub(super) const JOINER: char = '\u{200D}';

/// How bold text is; the number of each is its CSS font weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400: labels and running text.
    Regular = 400,
    /// 600: headings and rows to be noticed.
    SemiBold = 600,
    /// 700: titles and values.
    Bold = 700,
}

impl Weight {
    /// Every weight, lightest first, in the order of the columns of the table.
    pub const ALL: [Self; 3] = [Self::Regular, Self::SemiBold, Self::Bold];
}

/// Width of one line of `text` at `size`, in the unit of `size`; kerning is not counted.
///
/// A character that the font does not have counts as 1 em in a wide script, 1.3 em as an emoji (0.65 as half a flag), nothing
/// if it combines with the letter before it or is invisible, and 0.7 em otherwise.
#[must_use]
pub fn width(text: &str, weight: Weight, size: f64) -> f64 {
    f64::from(units(text, weight)) * size / 1000.0
}

/// Every character of the bundled font.
pub fn characters() -> impl Iterator<Item = char> {
    RUNS.iter().flat_map(|&(first, last)| first..=last)
}

/// Width of one line of `text` in whole units of `size`, rounded up.
pub(crate) fn extent(text: &str, weight: Weight, size: i32) -> i32 {
    let thousandths = i64::from(units(text, weight)) * i64::from(size);
    i32::try_from((thousandths + 999) / 1000).unwrap_or(i32::MAX)
}

/// Width of one line of `text` in thousandths of its size.
fn units(text: &str, weight: Weight) -> i32 {
    let mut before = ' ';
    text.chars().fold(0, |sum: i32, letter| {
        let is_joined = before == JOINER;
        before = letter;
        let advance = if is_joined {
            0
        } else {
            advance(letter, weight)
        };
        sum.saturating_add(i32::from(advance))
    })
}

/// Whether `letter` takes no room of its own: it combines, or is invisible.
pub(crate) fn is_zero_width(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{AD}' |
            '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'..='\u{5C7}'
            | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6ED}'
            | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{93C}' | '\u{93E}'..='\u{94F}' | '\u{E31}' | '\u{E34}'..='\u{E3A}'
            | '\u{E47}'..='\u{E4E}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FE20}'..='\u{FE2F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E0FFF}')
}

fn advance(letter: char, weight: Weight) -> u16 {
    let column = match weight {
        Weight::Regular => 0,
        Weight::SemiBold => 1,
        Weight::Bold => 2,
    };
    place(letter)
        .and_then(|row| WIDTHS.get(row))
        .map_or_else(|| fallback(letter), |widths| widths[column])
}

/// The row of `letter` in the table.
fn place(letter: char) -> Option<usize> {
    let mut before = 0;
    for &(first, last) in &RUNS {
        if (first..=last).contains(&letter) {
            return Some(before + (letter as usize - first as usize));
        }
        before += last as usize - first as usize + 1;
    }
    None
}

fn fallback(letter: char) -> u16 {
    match letter {
        _ if is_zero_width(letter) => 0,
        '\u{1F1E6}'..='\u{1F1FF}' => EMOJI / 2,
        '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}' => EMOJI,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{20000}'..='\u{3FFFD}' => WIDE,
        _ => OTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_grows_with_size_and_weight() {
        assert!(
            (width("Plumbline", Weight::Regular, 20.0) * 2.0
                - width("Plumbline", Weight::Regular, 40.0))
            .abs()
                < 1e-9
        );
        assert!(width("Plumbline", Weight::Regular, 20.0) < width("Plumbline", Weight::Bold, 20.0));
        assert!(width("", Weight::Bold, 20.0).abs() < f64::EPSILON);
    }

    #[test]
    fn letters_outside_the_font_have_a_documented_width() {
        let em = |text| units(text, Weight::Regular);
        assert_eq!(
            [em("漢"), em("한"), em("😀"), em("ж"), em("ש")],
            [1000, 1000, 1300, 700, 700]
        );
        assert_eq!(em("👨\u{200D}👩\u{200D}👧🏽"), em("😀"));
        assert_eq!(em("🇩🇪"), em("😀"));
        assert_eq!(em("e\u{301}"), em("e"));
        assert_eq!(em("\u{200D}\u{FE0F}\u{7}"), 0);
    }
}

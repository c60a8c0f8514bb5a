//! Breaking text into lines, by the metrics of the bundled font.

use super::metrics::{JOINER, Weight, is_zero_width, width};

/// What stands for text that was left out.
const ELLIPSIS: char = '…';
/// Keeps a mark before it in the direction of letters that are read from the right.
const RIGHT_TO_LEFT: char = '\u{200F}';
/// Steps of halving the measure when balancing lines: enough for a tenth of a percent.
const BALANCE_STEPS: u32 = 9;

/// Breaks `text` into at most `max_lines` lines, none wider than `max_width`; both widths in the unit of `size`.
///
/// Lines break at spaces and after hyphens and slashes; a word too long for a line is broken inside, but never within
/// what a reader sees as one letter. What does not fit is left out and marked with "…". White space is joined.
/// A line always takes at least one letter, however narrow.
#[must_use]
pub fn wrap(
    text: &str,
    weight: Weight,
    size: f64,
    max_width: f64,
    max_lines: usize,
) -> Vec<String> {
    Measure {
        weight,
        size,
        max_width,
    }
    .lines(&flatten(text), max_lines)
    .0
}

/// Like [`wrap`], with lines of about equal length.
#[must_use]
pub fn wrap_balanced(
    text: &str,
    weight: Weight,
    size: f64,
    max_width: f64,
    max_lines: usize,
) -> Vec<String> {
    let full = Measure {
        weight,
        size,
        max_width,
    };
    let text = flatten(text);
    let (mut best, cut) = full.lines(&text, max_lines);
    if cut || best.len() < 2 {
        return best;
    }
    let (mut narrow, mut wide) = (0.0, max_width);
    for _ in 0..BALANCE_STEPS {
        let middle = f64::midpoint(narrow, wide);
        let (lines, cut) = Measure {
            max_width: middle,
            ..full
        }
        .lines(&text, best.len());
        if cut || lines.iter().any(|line| width(line, weight, size) > middle) {
            narrow = middle;
        } else {
            (wide, best) = (middle, lines);
        }
    }
    best
}

/// Whether `text` fits in `max_lines` lines as wide as `max_width` with nothing left out.
pub(crate) fn fits(
    text: &str,
    weight: Weight,
    size: f64,
    max_width: f64,
    max_lines: usize,
) -> bool {
    let (lines, cut) = Measure {
        weight,
        size,
        max_width,
    }
    .lines(&flatten(text), max_lines);
    !cut && lines
        .iter()
        .all(|line| width(line, weight, size) <= max_width)
}

/// `text` with every run of breaking white space, line ends included, as one space, and none at the ends.
pub(crate) fn flatten(text: &str) -> String {
    text.split(is_break)
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_break(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// The room that a line has.
#[derive(Clone, Copy)]
struct Measure {
    weight: Weight,
    size: f64,
    max_width: f64,
}

impl Measure {
    /// The lines of `text`, which is flat, and whether anything was left out.
    fn lines(self, text: &str, max_lines: usize) -> (Vec<String>, bool) {
        let mut rest = text;
        let mut lines = Vec::new();
        while !rest.is_empty() && lines.len() < max_lines {
            let end = self.first_line(rest);
            let is_last = lines.len() + 1 == max_lines;
            if is_last && end < rest.len() {
                lines.push(self.shorten(rest));
                return (lines, true);
            }
            lines.push(rest[..end].trim_end_matches(' ').to_owned());
            rest = rest[end..].trim_start_matches(' ');
        }
        (lines, !rest.is_empty())
    }

    /// Where the first line of `text` ends: at the last place for a break that fits, else inside the word.
    fn first_line(self, text: &str) -> usize {
        let (mut end, mut wide, mut last_break) = (0, 0.0, 0);
        for letter in letters(text) {
            let next = wide + width(letter, self.weight, self.size);
            if next > self.max_width && letter != " " && end > 0 {
                return if last_break > 0 { last_break } else { end };
            }
            (end, wide) = (end + letter.len(), next);
            if is_break_after(&text[..end]) {
                last_break = end;
            }
        }
        text.len()
    }

    /// As much of the beginning of `text` as fits on one line together with "…".
    fn shorten(self, text: &str) -> String {
        let mut wide = width("…", self.weight, self.size);
        let mut end = 0;
        for letter in letters(text) {
            wide += width(letter, self.weight, self.size);
            if wide > self.max_width && end > 0 {
                break;
            }
            end += letter.len();
        }
        let mut line = text[..end]
            .trim_end_matches([' ', ',', ';', ':', '.', ELLIPSIS])
            .to_owned();
        line.push(ELLIPSIS);
        if is_right_to_left(&line) {
            line.push(RIGHT_TO_LEFT);
        }
        line
    }
}

/// Whether a line may end after `text`.
fn is_break_after(text: &str) -> bool {
    let mut backwards = text.chars().rev();
    match backwards.next() {
        Some(' ') => true,
        Some('-' | '–' | '—' | '/') => backwards.next().is_some_and(|before| before != ' '),
        _ => false,
    }
}

/// Whether the last letter of `text` is read from the right: Hebrew, Arabic and their kin.
fn is_right_to_left(text: &str) -> bool {
    let last = text.chars().rev().find(|letter| letter.is_alphabetic());
    matches!(
        last,
        Some('\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
    )
}

/// `text` cut into what a reader sees as letters: each with the marks, joiners and skin tones that follow it.
fn letters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (letter, tail) = rest.split_at(letter_end(rest)?);
        rest = tail;
        Some(letter)
    })
}

/// Where the first letter of `text` ends.
fn letter_end(text: &str) -> Option<usize> {
    // Nearly all letters are plain ones before plain ones, and charts are measured while people wait.
    if let [b' '..=b'~', b' '..=b'~', ..] = text.as_bytes() {
        return Some(1);
    }
    let mut marks = text.char_indices();
    let (_, mut before) = marks.next()?;
    let mut is_flag_open = is_flag_half(before);
    for (place, next) in marks {
        let joins = before == JOINER || is_zero_width(next) || (is_flag_open && is_flag_half(next));
        if !joins {
            return Some(place);
        }
        is_flag_open = false;
        before = next;
    }
    Some(text.len())
}

/// Half of a flag, which is written as two letters.
fn is_flag_half(letter: char) -> bool {
    matches!(letter, '\u{1F1E6}'..='\u{1F1FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regular(text: &str, max_width: f64, max_lines: usize) -> Vec<String> {
        wrap(text, Weight::Regular, 20.0, max_width, max_lines)
    }

    #[test]
    fn short_text_stays_on_one_line_and_no_text_has_none() {
        assert_eq!(
            regular("used AI  this\n week", 400.0, 2),
            ["used AI this week"]
        );
        assert_eq!(regular(" \t\n", 400.0, 2), Vec::<String>::new());
        assert_eq!(regular("used AI", 400.0, 0), Vec::<String>::new());
    }

    #[test]
    fn lines_break_at_spaces_and_after_hyphens_but_not_at_hard_spaces() {
        assert_eq!(
            regular("used AI this week", 90.0, 2),
            ["used AI", "this week"]
        );
        assert_eq!(
            regular("start-to-finish", 100.0, 2),
            ["start-to-", "finish"]
        );
        assert_eq!(
            regular("a range of 95\u{A0}%", 130.0, 2),
            ["a range of", "95\u{A0}%"]
        );
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(
            regular("used AI this week, and more", 90.0, 2),
            ["used AI", "this we…"]
        );
        assert_eq!(regular("used AI, week", 92.0, 1), ["used AI…"]);
        assert_eq!(regular("שלום שלום", 60.0, 1), ["שלו…\u{200F}"]);
    }

    #[test]
    fn balanced_lines_are_about_equally_long() {
        let text = "Takes part in a team task where AI is an agreed step";
        let lines = wrap_balanced(text, Weight::Regular, 20.0, 420.0, 2);
        assert_eq!(
            lines,
            ["Takes part in a team task", "where AI is an agreed step"]
        );
    }

    #[test]
    fn every_line_fits_and_nothing_is_lost_or_cut_inside_a_letter() {
        let family = "👨\u{200D}👩\u{200D}👧🏽";
        let flag = "🇩🇪";
        let accent = "e\u{301}";
        for piece in [
            family,
            flag,
            accent,
            "שלום ",
            "漢字",
            "W",
            "a-",
            "\u{202E}x",
        ] {
            let text = piece.repeat(500);
            for max_width in [30.0, 77.7, 390.0] {
                let lines = regular(&text, max_width, usize::MAX);
                assert!(
                    lines
                        .iter()
                        .all(|line| width(line, Weight::Regular, 20.0) <= max_width),
                    "{piece}"
                );
                assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
            }
        }
        for line in regular(&family.repeat(9), 60.0, 9) {
            assert_eq!(line.len() % family.len(), 0);
        }
    }

    #[test]
    fn a_line_too_narrow_for_a_letter_still_ends() {
        assert_eq!(regular("WWW", 0.0, 9), ["W", "W", "W"]);
        assert_eq!(regular("WWW", f64::NAN, 9), ["WWW"]);
        assert_eq!(regular("WWW", 0.0, 2), ["W", "W…"]);
    }
}

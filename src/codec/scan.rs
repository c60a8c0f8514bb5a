//! Finds every code in any text: a chat, a mail thread, a spreadsheet.

use super::{
    ballot::Ballot,
    code::{self, LENGTH},
};

/// Most marks, spaces and line ends that may stand between two characters of one code: enough for a wrapped
/// and quoted line of mail, too few to join two messages.
const WIDEST_BREAK: usize = 12;
/// Shortest run of letters and digits that is taken for a piece of a code.
const SHORTEST_PIECE: usize = 20;
/// Digits that such a run must have at least: codes have about 30, words none.
const FEWEST_DIGITS: usize = 3;

/// What a text held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Every ballot once, in the order of their codes, which says nothing about who came first.
    pub ballots: Vec<Ballot>,
    /// How many codes stood in the text more than once, counted each time after the first.
    pub repeated: usize,
    /// What looked like a code and could not be read.
    pub unread: Vec<Unread>,
}

/// Something that looks like a code and is not a whole one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// How it begins.
    pub start: String,
    /// What is wrong.
    pub why: Why,
}

/// Why a code could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Too short: a part is missing.
    CutOff,
    /// Long enough, but changed on its way.
    Damaged,
}

/// Characters of an unread code that are shown, so that it can be found in the text.
const SHOWN: usize = 8;

/// Finds all codes in `text`.
#[must_use]
pub fn scan(text: &str) -> Scan {
    let marks = Marks::of(text);
    let mut found: Vec<String> = Vec::new();
    let mut scan = Scan::default();
    let mut unread = Vec::new();
    let mut at = 0;
    while let Some(piece) = marks.next_piece(at) {
        match marks.code_from(piece) {
            Some((ballot, end)) => {
                let code = code::encode(&ballot);
                match found.binary_search(&code) {
                    Ok(_) => scan.repeated += 1,
                    Err(place) => found.insert(place, code),
                }
                at = end;
            }
            None => match marks.unread_from(piece) {
                Some((piece, end)) => {
                    unread.push(piece);
                    at = end;
                }
                None => at = piece + 1,
            },
        }
    }
    scan.ballots = found
        .iter()
        .filter_map(|code| code::decode(code.as_bytes()))
        .collect();
    scan.unread = unread;
    scan
}

/// The text with everything between the characters of a code made simple.
struct Marks(Vec<Mark>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// A character that codes hold.
    Symbol(u8),
    /// Something that mail and chat put between two characters of a code.
    Break,
    /// Anything else: no code goes on here.
    End,
}

impl Marks {
    fn of(text: &str) -> Self {
        Self(text.chars().map(mark).collect())
    }

    /// The next place, from `at` on, where a code could begin or a run of characters does.
    fn next_piece(&self, at: usize) -> Option<usize> {
        (at..self.0.len()).find(|place| self.starts_run(*place) || self.starts_code(*place))
    }

    fn symbol(&self, place: usize) -> Option<u8> {
        match self.0.get(place) {
            Some(Mark::Symbol(symbol)) => Some(*symbol),
            Some(Mark::Break | Mark::End) | None => None,
        }
    }

    fn starts_run(&self, place: usize) -> bool {
        self.symbol(place).is_some() && (place == 0 || self.symbol(place - 1).is_none())
    }

    fn starts_code(&self, place: usize) -> bool {
        self.symbol(place)
            .is_some_and(|p| p.eq_ignore_ascii_case(&b'P'))
    }

    /// The whole code that begins at `place`, and where it ends.
    fn code_from(&self, place: usize) -> Option<(Ballot, usize)> {
        if !self.starts_code(place) {
            return None;
        }
        let (symbols, end) = self.symbols_from(place, LENGTH);
        let &[first, second, ..] = symbols.as_slice() else {
            return None;
        };
        if !code::is_start(first, second) {
            return None;
        }
        Some((code::decode(&symbols)?, end))
    }

    /// Up to `most` symbols from `place` on, across short breaks, and where they end.
    fn symbols_from(&self, place: usize, most: usize) -> (Vec<u8>, usize) {
        let mut symbols = Vec::with_capacity(most);
        let (mut end, mut gap) = (place, 0);
        for (offset, mark) in self.0.iter().skip(place).enumerate() {
            match mark {
                Mark::Symbol(symbol) if symbols.len() < most => {
                    symbols.push(*symbol);
                    (end, gap) = (place + offset + 1, 0);
                }
                Mark::Break if gap < WIDEST_BREAK => gap += 1,
                Mark::Symbol(_) | Mark::Break | Mark::End => break,
            }
            // A code is refused early where it does not even begin like one.
            if symbols.len() == 2 && !code::is_start(symbols[0], symbols[1]) {
                break;
            }
        }
        (symbols, end)
    }

    /// What begins at `place` and looks like a code without being one, and where it ends.
    fn unread_from(&self, place: usize) -> Option<(Unread, usize)> {
        if !self.starts_run(place) {
            return None;
        }
        let mut symbols = self.run(place);
        let begins_like_a_code = symbols.len() > 1 && code::is_start(symbols[0], symbols[1]);
        let could_be = begins_like_a_code || symbols.len() == LENGTH;
        if !could_be || !is_piece(&symbols) {
            return None;
        }
        let start = shown(&symbols);
        let mut end = place + symbols.len();
        while let Some((piece, next)) = self.next_run(end).filter(|_| symbols.len() < LENGTH) {
            if !is_piece_of_code(&piece) {
                break;
            }
            symbols.extend(&piece);
            end = next;
        }
        let why = if symbols.len() < LENGTH {
            Why::CutOff
        } else {
            Why::Damaged
        };
        Some((Unread { start, why }, end))
    }

    /// The symbols from `place` on without any break.
    fn run(&self, place: usize) -> Vec<u8> {
        (place..).map_while(|place| self.symbol(place)).collect()
    }

    /// The run after a short break at `end`, and where it ends.
    fn next_run(&self, end: usize) -> Option<(Vec<u8>, usize)> {
        let gap = (end..)
            .take_while(|place| self.0.get(*place) == Some(&Mark::Break))
            .take(WIDEST_BREAK + 1)
            .count();
        if gap == 0 || gap > WIDEST_BREAK {
            return None;
        }
        let run = self.run(end + gap);
        let next = end + gap + run.len();
        (!run.is_empty() && !self.code_begins(end + gap)).then_some((run, next))
    }

    fn code_begins(&self, place: usize) -> bool {
        matches!((self.symbol(place), self.symbol(place + 1)),
            (Some(first), Some(second)) if code::is_start(first, second))
    }
}

fn is_piece(symbols: &[u8]) -> bool {
    symbols.len() >= SHORTEST_PIECE
        && symbols.iter().filter(|s| s.is_ascii_digit()).count() >= FEWEST_DIGITS
}

/// A later line of a wrapped code; the last one may be short.
fn is_piece_of_code(symbols: &[u8]) -> bool {
    symbols.iter().any(u8::is_ascii_digit) || symbols.iter().all(u8::is_ascii_uppercase)
}

fn shown(symbols: &[u8]) -> String {
    symbols
        .iter()
        .take(SHOWN)
        .map(|symbol| char::from(*symbol))
        .collect()
}

fn mark(character: char) -> Mark {
    match u8::try_from(character) {
        Ok(byte) if code::is_symbol(byte) => Mark::Symbol(byte),
        _ if is_break(character) => Mark::Break,
        _ => Mark::End,
    }
}

/// White space, quoting and list marks, emphasis, soft hyphens and zero-width characters, `=` at the end of
/// a wrapped line of mail, quotation marks of any kind.
fn is_break(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '>' | '|'
                | '*'
                | '-'
                | '_'
                | '~'
                | '`'
                | '='
                | '"'
                | '\''
                | '\\'
                | ','
                | '•'
                | '·'
                | '‣'
                | '–'
                | '—'
                | '‐'
                | '‑'
                | '“'
                | '”'
                | '„'
                | '‘'
                | '’'
                | '‚'
                | '«'
                | '»'
                | '‹'
                | '›'
                | '\u{ad}'
                | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        )
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{codec::ballot::SEALED, domain::side::Side};

    #[test]
    fn codes_are_found_in_a_chat() {
        let (one, two) = (code_of(1), code_of(2));
        let text = format!(
            "[09:14] Ana: here you go {one}\n[09:15] Ben: \"{}\" thanks, see you at 3pm\n> {one}",
            two.to_lowercase()
        );
        let scan = scan(&text);
        assert_eq!(codes(&scan), sorted([one, two]));
        assert_eq!(scan.repeated, 1);
        assert_eq!(scan.unread, []);
    }

    #[test]
    fn a_wrapped_and_quoted_code_is_found() {
        let code = code_of(3);
        let wraps = [
            "\n", "\r\n> ", "\n> > ", "=\n", "\u{200b}", "\u{ad}", " ", "-", "\n  * ",
        ];
        for wrap in wraps {
            let (start, rest) = code.split_at(41);
            let (middle, end) = rest.split_at(17);
            let text = format!("- {start}{wrap}{middle}{wrap}{end}.");
            assert_eq!(codes(&scan(&text)), [code.as_str()], "{wrap:?}");
        }
    }

    #[test]
    fn a_damaged_and_a_cut_code_are_named() {
        let code = code_of(4);
        let (start, _) = code.split_at(60);
        let mut damaged = code_of(5);
        damaged.replace_range(50..51, if &damaged[50..51] == "7" { "8" } else { "7" });
        let scan = scan(&format!("{start} … and {damaged}"));
        let why: Vec<Why> = scan.unread.iter().map(|unread| unread.why).collect();
        assert_eq!(why, [Why::CutOff, Why::Damaged]);
        assert_eq!(scan.unread[0].start, start[..8]);
        assert_eq!(scan.ballots, []);
    }

    #[test]
    fn the_first_letter_may_be_the_damaged_one() {
        let damaged = code_of(4).replacen('P', "Q", 1);
        assert_eq!(scan(&damaged).unread[0].why, Why::Damaged);
    }

    #[test]
    fn a_cut_code_does_not_swallow_the_next_one() {
        let (one, two) = (code_of(6), code_of(7));
        let (start, _) = one.split_at(70);
        let scan = scan(&format!("{start}\n{two}"));
        assert_eq!(codes(&scan), [two]);
        assert_eq!(scan.unread.len(), 1);
    }

    #[test]
    fn words_are_not_codes() {
        let text = "People at PTA meetings: https://example.org/petition?id=pe77abc \
            PETER said e7d4f1a09b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e, 4,000 people pet 12 dogs.";
        assert_eq!(scan(text), Scan::default());
    }

    proptest! {
        #[test]
        fn any_text_is_scanned_without_harm(text: String) {
            let _ = scan(&text);
        }

        #[test]
        fn nothing_is_invented(text in "[PETpet0-9A-Z \n>]{0,600}") {
            prop_assert_eq!(scan(&text).ballots, []);
        }
    }

    fn code_of(seed: u8) -> String {
        let mut sealed = [0; SEALED];
        for (place, byte) in sealed.iter_mut().enumerate() {
            *byte = seed
                .wrapping_mul(31)
                .wrapping_add(u8::try_from(place * 83 % 256).unwrap());
        }
        code::encode(&Ballot {
            side: Side::Team,
            tag: 99,
            sealed,
        })
    }

    fn codes(scan: &Scan) -> Vec<String> {
        scan.ballots.iter().map(code::encode).collect()
    }

    fn sorted<const N: usize>(mut codes: [String; N]) -> [String; N] {
        codes.sort();
        codes
    }
}

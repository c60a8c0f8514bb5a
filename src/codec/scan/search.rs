//! Codes among marks, seen through a window.

use super::{
    MOST_UNREAD, Scan, Unread, Why,
    mark::{BREAK, END, mark},
    undo::Sink,
};
use crate::codec::{
    ballot::Ballot,
    code::{self, LENGTH},
};

/// Most marks, spaces and line ends that may stand between two characters of one code: enough for a wrapped
/// and quoted line of mail, too few to join two messages.
const WIDEST_BREAK: usize = 12;
/// Shortest run of letters and digits that is taken for a piece of a code.
const SHORTEST_PIECE: usize = 20;
/// Longest run that is taken for a code with something added; longer ones are pictures or keys.
const LONGEST_RUN: usize = 256;
/// Digits that such a run must have at least: codes have about 30, words none.
const FEWEST_DIGITS: usize = 3;
/// Digits that a whole code has at least: one in 100 million has fewer. Sentences have none.
const FEWEST_DIGITS_OF_CODE: usize = 6;
/// Characters of an unread code that are shown, so that it can be found in the text.
const SHOWN: usize = 8;
/// Marks that must be there before a place is judged: whatever begins at it ends before.
const AHEAD: usize = LENGTH * (1 + WIDEST_BREAK) + 2 * LONGEST_RUN;
/// Marks that are gathered before they are looked at.
const WINDOW: usize = 32 * 1024;

/// Marks that are still to be looked at, and what was found among those before.
#[derive(Debug, Default)]
pub(super) struct Search {
    marks: Vec<u8>,
    /// The first mark that is still to be looked at.
    at: usize,
    found: Vec<Ballot>,
    unread: Vec<Unread>,
}

impl Sink for Search {
    fn character(&mut self, character: char) {
        self.push(mark(character));
    }

    fn gap(&mut self) {
        self.push(BREAK);
    }

    fn aside(&mut self, text: &str) {
        if text.len() >= LENGTH {
            let mut aside = Self::default();
            text.chars()
                .for_each(|character| aside.character(character));
            aside.look(aside.marks.len());
            self.found.append(&mut aside.found);
        }
    }
}

impl Search {
    /// Takes the next mark.
    fn push(&mut self, mark: u8) {
        self.marks.push(mark);
        if self.marks.len() >= WINDOW {
            self.look(self.marks.len() - AHEAD);
            // The mark before tells whether a run begins.
            let done = self.at.saturating_sub(1);
            self.marks.drain(..done);
            self.at -= done;
        }
    }

    /// No code goes on here.
    pub(super) fn end(&mut self) {
        self.push(END);
    }

    /// Takes over what another search has found.
    pub(super) fn join(&mut self, mut other: Self) {
        other.look(other.marks.len());
        self.found.append(&mut other.found);
        self.unread.append(&mut other.unread);
    }

    /// How many codes were found so far.
    pub(super) fn found(&self) -> usize {
        self.found.len()
    }

    /// Looks at what is left and says what there was.
    pub(super) fn finish(mut self) -> Scan {
        self.look(self.marks.len());
        self.unread.truncate(MOST_UNREAD);
        let found = self.found.len();
        self.found.sort_unstable();
        self.found.dedup();
        Scan {
            repeated: found - self.found.len(),
            ballots: self.found,
            unread: self.unread,
        }
    }

    /// Judges all places before `end`.
    fn look(&mut self, end: usize) {
        while self.at < end {
            let place = self.at;
            self.at = if let Some((ballot, end)) = self.code_from(place) {
                self.found.push(ballot);
                end
            } else if let Some((unread, end)) = self.unread_from(place) {
                if self.unread.len() < MOST_UNREAD {
                    self.unread.push(unread);
                }
                end
            } else {
                place + 1
            };
        }
    }

    fn symbol(&self, place: usize) -> Option<u8> {
        let mark = self.marks.get(place).copied();
        mark.filter(|mark| !matches!(*mark, BREAK | END))
    }

    fn starts_run(&self, place: usize) -> bool {
        self.symbol(place).is_some() && (place == 0 || self.symbol(place - 1).is_none())
    }

    /// The whole code that begins at `place`, and where it ends.
    fn code_from(&self, place: usize) -> Option<(Ballot, usize)> {
        let first = self.symbol(place)?;
        if !first.eq_ignore_ascii_case(&b'P') {
            return None;
        }
        let mut symbols = [first; LENGTH];
        let (mut count, mut gap) = (0, 0);
        for (offset, mark) in self.marks.get(place..)?.iter().enumerate() {
            match *mark {
                BREAK if gap < WIDEST_BREAK => gap += 1,
                BREAK | END => return None,
                symbol => {
                    *symbols.get_mut(count)? = symbol;
                    (count, gap) = (count + 1, 0);
                    if count == 2 && !code::is_start(first, symbol) {
                        return None;
                    }
                    if count == LENGTH {
                        return Some((whole(&symbols)?, place + offset + 1));
                    }
                }
            }
        }
        None
    }

    /// What begins at `place` and looks like a code without being one, and where it ends.
    fn unread_from(&self, place: usize) -> Option<(Unread, usize)> {
        if !self.starts_run(place) {
            return None;
        }
        let mut symbols = self.run(place).to_vec();
        let could_be = begins_like_a_code(&symbols) || symbols.len() == LENGTH;
        if !could_be || !is_piece(&symbols) {
            return None;
        }
        let mut end = place + symbols.len();
        while let Some((piece, next)) = self.next_run(end).filter(|_| symbols.len() < LENGTH) {
            if !is_piece_of_code(piece) {
                break;
            }
            symbols.extend(piece);
            end = next;
        }
        let start = symbols.iter().take(SHOWN).map(|s| char::from(*s)).collect();
        let why = why(&symbols);
        Some((Unread { start, why }, end))
    }

    /// The symbols from `place` on without any break; none if they are too many for a code.
    fn run(&self, place: usize) -> &[u8] {
        let ahead = self.marks.get(place..).unwrap_or_default();
        let run = ahead.iter().take(LONGEST_RUN + 1);
        let length = run
            .take_while(|mark| !matches!(**mark, BREAK | END))
            .count();
        ahead
            .get(..length)
            .filter(|_| length <= LONGEST_RUN)
            .unwrap_or_default()
    }

    /// The run after a short break at `end`, and where it ends.
    fn next_run(&self, end: usize) -> Option<(&[u8], usize)> {
        let ahead = self.marks.get(end..)?.iter().take(WIDEST_BREAK + 1);
        let gap = ahead.take_while(|mark| **mark == BREAK).count();
        if gap == 0 || gap > WIDEST_BREAK {
            return None;
        }
        let run = self.run(end + gap);
        let next = end + gap + run.len();
        (!run.is_empty() && !begins_like_a_code(run)).then_some((run, next))
    }
}

/// The ballot of a whole code. Sentences that happen to be long enough are refused at once.
fn whole(symbols: &[u8; LENGTH]) -> Option<Ballot> {
    (digits(symbols) >= FEWEST_DIGITS_OF_CODE)
        .then(|| code::decode(symbols))
        .flatten()
}

fn why(symbols: &[u8]) -> Why {
    if symbols.len() < LENGTH {
        Why::CutOff
    } else if code::is_of_another_version(symbols) {
        Why::OtherVersion
    } else {
        Why::Damaged
    }
}

fn begins_like_a_code(symbols: &[u8]) -> bool {
    matches!(symbols, [first, second, ..] if code::is_start(*first, *second))
}

fn digits(symbols: &[u8]) -> usize {
    symbols.iter().filter(|s| s.is_ascii_digit()).count()
}

fn is_piece(symbols: &[u8]) -> bool {
    symbols.len() >= SHORTEST_PIECE && digits(symbols) >= FEWEST_DIGITS
}

/// A later line of a wrapped code; the last one may be short.
fn is_piece_of_code(symbols: &[u8]) -> bool {
    symbols.iter().any(u8::is_ascii_digit) || symbols.iter().all(u8::is_ascii_uppercase)
}

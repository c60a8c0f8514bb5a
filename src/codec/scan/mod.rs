//! Finds every code in any text, of any length, in pieces: a chat, a mail thread, a spreadsheet, a page.
//!
//! `undo` makes characters of what mail, JSON and HTML write for them, `mark` says what each character can be within
//! a code, and `search` looks at a window of these marks. `folded` finds text that mail has written in base 64, which is
//! looked through in the same way beside it. What is held at a time is bounded, whatever the text; a code may lie across
//! two pieces of it.

mod bytes;
mod folded;
pub(super) mod mark;
mod search;
pub(super) mod undo;

use self::{
    bytes::Bytes,
    folded::{Folded, Unfolded},
    search::Search,
    undo::Undo,
};
use super::ballot::Ballot;

/// What a text held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Every ballot once, in the order of their codes, which says nothing about who came first.
    pub ballots: Vec<Ballot>,
    /// How many codes stood in the text more than once, counted each time after the first.
    pub repeated: usize,
    /// What looked like a code and could not be read, [`MOST_UNREAD`] at most.
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
    /// Whole, but made by another version of Plumbline.
    OtherVersion,
}

/// Unread codes that are told of one text: more than anybody could ask for again.
pub const MOST_UNREAD: usize = 1_000;

/// Looks for codes in a text that comes in pieces.
#[derive(Debug, Default)]
pub struct Scanner {
    text: Reading,
    folded: Folded,
    within: Reading,
}

/// Characters on their way to codes.
#[derive(Debug, Default)]
struct Reading {
    bytes: Bytes,
    undo: Undo,
    search: Search,
}

/// Finds all codes in `text`.
#[must_use]
pub fn scan(text: &str) -> Scan {
    let mut scanner = Scanner::default();
    scanner.feed(text);
    scanner.finish()
}

impl Scanner {
    /// Looks at the next piece of the text.
    pub fn feed(&mut self, text: &str) {
        self.feed_bytes(text.as_bytes());
    }

    /// Looks at the next bytes of a file. Codes are found in UTF-8, in UTF-16 and in what older programs write.
    pub fn feed_bytes(&mut self, bytes: &[u8]) {
        self.text.read(bytes);
        for byte in bytes {
            let unfolded = self.folded.push(*byte);
            self.within(unfolded);
        }
    }

    /// How many codes were found so far, those that stood there twice included.
    #[must_use]
    pub fn found(&self) -> usize {
        self.text.search.found() + self.within.search.found()
    }

    /// What the whole text held.
    #[must_use]
    pub fn finish(mut self) -> Scan {
        let last = self.folded.finish();
        self.within(last);
        self.text.end();
        self.text.search.join(self.within.search);
        self.text.search.finish()
    }

    fn within(&mut self, unfolded: Unfolded) {
        if let Some((bytes, is_last)) = unfolded {
            self.within.read(&bytes);
            if is_last {
                self.within.end();
            }
        }
    }
}

impl Reading {
    fn read(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if let Some(character) = self.bytes.push(*byte) {
                self.undo.push(character, &mut self.search);
            }
        }
    }

    /// The text ends here; no code goes on in another.
    fn end(&mut self) {
        self.undo.finish(&mut self.search);
        self.search.end();
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

//! Makes characters of what mail, JSON, addresses and HTML write for them.
//!
//! | begins with | what it is |
//! |---|---|
//! | `&` | HTML: `&nbsp;`, `&#8203;`, `&#x200B;`, also escaped twice: `&amp;nbsp;` |
//! | `\` | JSON and programs: `\n`, `\u200b`, `\"`, also escaped twice: `\\n` |
//! | `=` | mail, quoted-printable (RFC 2045, section 6.7): `=20`, `=E2=80=8B`, and `=` at the end of a line |
//! | `%` | addresses: `%20`, `%E2%80%8B` |
//! | `<` | HTML: a tag between two letters of a code, and codes within a tag, as in `<a href="…">` |
//!
//! What only looks like one of these is read as it stands.

use super::{
    mark::{BREAK, mark},
    search::Search,
};

/// Longest tag that is taken for one, in bytes.
const LONGEST_TAG: usize = 4_000;
/// Longest name of a tag: `blockquote`.
const LONGEST_TAG_NAME: usize = 10;
/// Longest entity, in bytes: `&ZeroWidthSpace;`.
const LONGEST_ENTITY: usize = 16;

/// Characters that may turn out to stand for another.
#[derive(Debug, Default)]
pub(super) struct Undo {
    begun: String,
}

/// What came of what was begun.
enum Read {
    /// It goes on.
    More,
    /// It is nothing special, from its second character on.
    Plain,
    /// It is a break.
    Break,
    /// It is a break, and the last character does not belong to it.
    BreakBefore,
    /// It stands for this character.
    Is(char),
    /// An escaped `&`.
    Ampersand,
    /// A tag: a break, with something to look at within.
    Tag,
}

impl Undo {
    /// Takes the next character and gives `search` what is certain.
    pub(super) fn push(&mut self, character: char, search: &mut Search) {
        if !self.begun.is_empty() {
            self.begun.push(character);
            self.settle(search);
        } else if matches!(character, '&' | '\\' | '=' | '%' | '<') {
            self.begun.push(character);
        } else {
            search.push(mark(character));
        }
    }

    /// The text ends here.
    pub(super) fn finish(&mut self, search: &mut Search) {
        while !self.begun.is_empty() {
            self.give_up(search);
        }
    }

    fn settle(&mut self, search: &mut Search) {
        match read(&self.begun) {
            Read::More => {}
            Read::Plain => self.give_up(search),
            Read::Break => self.end(BREAK, search),
            Read::BreakBefore => {
                let last = self.begun.pop();
                self.end(BREAK, search);
                if let Some(last) = last {
                    self.push(last, search);
                }
            }
            Read::Is(character) => self.end(mark(character), search),
            Read::Ampersand => self.begun.truncate(1),
            Read::Tag => {
                search.push_aside(&self.begun);
                self.end(BREAK, search);
            }
        }
    }

    fn end(&mut self, mark: u8, search: &mut Search) {
        self.begun.clear();
        search.push(mark);
    }

    /// The first character stands for itself; the others may begin something again.
    fn give_up(&mut self, search: &mut Search) {
        let begun = std::mem::take(&mut self.begun);
        let mut characters = begun.chars();
        if let Some(first) = characters.next() {
            search.push(mark(first));
        }
        for character in characters {
            self.push(character, search);
        }
    }
}

fn read(begun: &str) -> Read {
    let mut characters = begun.chars();
    match characters.next() {
        Some('&') => entity(characters.as_str()),
        Some('\\') => escape(characters.as_str()),
        Some('=') => hexadecimal(characters.as_str(), Read::BreakBefore),
        Some('%') => hexadecimal(characters.as_str(), Read::Plain),
        Some('<') => tag(characters.as_str()),
        Some(_) | None => Read::Plain,
    }
}

/// After `&`.
fn entity(name: &str) -> Read {
    let Some(name) = name.strip_suffix(';') else {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
        let goes_on = name.len() < LONGEST_ENTITY && name.chars().all(is_name);
        return if goes_on { Read::More } else { Read::Plain };
    };
    let number = match name.strip_prefix('#') {
        None if name == "amp" => return Read::Ampersand,
        // Names are for punctuation, spaces and letters that no code has.
        None => return Read::Break,
        Some(number) => number,
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    let character = code.ok().and_then(char::from_u32);
    character.map_or(Read::Plain, Read::Is)
}

/// After `\`.
fn escape(rest: &str) -> Read {
    match rest.as_bytes() {
        [b'n' | b'r' | b't' | b'"' | b'\'' | b'/'] => Read::Break,
        [b'u', digits @ ..] => unicode(digits),
        _ => Read::BreakBefore,
    }
}

/// After `\u`. No code has a `u`, so a `\` before one never stands by itself.
fn unicode(digits: &[u8]) -> Read {
    if !digits.iter().all(u8::is_ascii_hexdigit) {
        return Read::Plain;
    }
    if digits.len() < 4 {
        return Read::More;
    }
    let code = str::from_utf8(digits)
        .ok()
        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
    // Half of a pair stands for nothing that codes have.
    Read::Is(code.and_then(char::from_u32).unwrap_or('.'))
}

/// After `=` or `%`: two hexadecimal digits are a byte.
fn hexadecimal(digits: &str, otherwise: Read) -> Read {
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return otherwise_than(digits, otherwise);
    }
    if digits.len() < 2 {
        return Read::More;
    }
    match u8::from_str_radix(digits, 16) {
        Ok(byte) if byte.is_ascii() => Read::Is(char::from(byte)),
        // A part of a character without width, or of a letter that no code has.
        Ok(_) | Err(_) => Read::Break,
    }
}

/// One digit may have been read already, which is a symbol of its own then.
fn otherwise_than(digits: &str, otherwise: Read) -> Read {
    if digits.chars().count() == 1 {
        otherwise
    } else {
        Read::Plain
    }
}

/// After `<`.
fn tag(rest: &str) -> Read {
    let name = rest.strip_prefix('/').unwrap_or(rest);
    let letters = name
        .bytes()
        .take_while(u8::is_ascii_alphanumeric)
        .take(LONGEST_TAG_NAME + 1)
        .count();
    let after = name.get(letters..).and_then(|after| after.chars().next());
    let begins = name.bytes().next().is_none_or(|b| b.is_ascii_alphabetic());
    let is_named = after.is_none_or(|c| matches!(c, '>' | '/') || c.is_ascii_whitespace());
    let is_over = rest.ends_with('>');
    let is_none = !begins || !is_named || letters > LONGEST_TAG_NAME || rest.len() > LONGEST_TAG;
    if is_none || rest.ends_with('<') || (is_over && letters == 0) {
        Read::Plain
    } else if is_over {
        Read::Tag
    } else {
        Read::More
    }
}

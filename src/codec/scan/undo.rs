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

/// Takes what certainly stands in a text.
pub(in crate::codec) trait Sink {
    /// The next character.
    fn character(&mut self, character: char);
    /// Something between two characters.
    fn gap(&mut self);
    /// A text that stands between two characters without belonging to either.
    fn aside(&mut self, text: &str);
}

/// Longest tag that is taken for one, in bytes.
const LONGEST_TAG: usize = 4_000;
/// Longest name of a tag: `blockquote`.
const LONGEST_TAG_NAME: usize = 10;
/// Longest entity, in bytes: `&ZeroWidthSpace;`.
const LONGEST_ENTITY: usize = 16;

/// Characters that may turn out to stand for another.
#[derive(Debug, Default)]
pub(in crate::codec) struct Undo {
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
    /// Takes the next character and gives `sink` what is certain.
    pub(in crate::codec) fn push(&mut self, character: char, sink: &mut impl Sink) {
        if !self.begun.is_empty() {
            self.begun.push(character);
            self.settle(sink);
        } else if matches!(character, '&' | '\\' | '=' | '%' | '<') {
            self.begun.push(character);
        } else {
            sink.character(character);
        }
    }

    /// The text ends here.
    pub(in crate::codec) fn finish(&mut self, sink: &mut impl Sink) {
        while !self.begun.is_empty() {
            self.give_up(sink);
        }
    }

    fn settle(&mut self, sink: &mut impl Sink) {
        match read(&self.begun) {
            Read::More => {}
            Read::Plain => self.give_up(sink),
            Read::Break => {
                self.begun.clear();
                sink.gap();
            }
            Read::BreakBefore => {
                let last = self.begun.pop();
                self.begun.clear();
                sink.gap();
                if let Some(last) = last {
                    self.push(last, sink);
                }
            }
            Read::Is(character) => {
                self.begun.clear();
                sink.character(character);
            }
            Read::Ampersand => self.begun.truncate(1),
            Read::Tag => {
                sink.aside(&self.begun);
                self.begun.clear();
                sink.gap();
            }
        }
    }

    /// The first character stands for itself; the others may begin something again.
    fn give_up(&mut self, sink: &mut impl Sink) {
        let begun = std::mem::take(&mut self.begun);
        let mut characters = begun.chars();
        if let Some(first) = characters.next() {
            sink.character(first);
        }
        for character in characters {
            self.push(character, sink);
        }
    }
}

fn read(begun: &str) -> Read {
    let mut characters = begun.chars();
    match characters.next() {
        Some('&') => entity(characters.as_str()),
        Some('\\') => escape(characters.as_str()),
        Some('=') if characters.as_str().starts_with(char::is_whitespace) => Read::BreakBefore,
        Some('=' | '%') => hexadecimal(characters.as_str()),
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
fn hexadecimal(digits: &str) -> Read {
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Read::Plain;
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

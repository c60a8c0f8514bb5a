//! Text that mail has written in base 64 (RFC 2045, section 6.8).
//!
//! It is known by its long lines, so that no header is needed: a forwarded part or a piece of a log is read as well. A
//! picture or a code is long too, and what comes of reading them is no code.

use base64ct::{Base64UrlUnpadded, Encoding};

/// Shortest line that such text begins with; mail programs write 60 to 76 characters in each but the last.
const SHORTEST_LINE: usize = 60;
/// Characters that are read at once: whole groups of four.
const PIECE: usize = 4 * 256;

/// Characters of base 64 that are still to be read.
#[derive(Debug, Default)]
pub(super) struct Folded {
    begun: Vec<u8>,
    is_sure: bool,
    ends_line: bool,
}

/// Bytes that came of it, if some did, and whether what follows has nothing to do with them.
pub(super) type Unfolded = Option<(Vec<u8>, bool)>;

impl Folded {
    /// Takes the next byte of the text.
    pub(super) fn push(&mut self, byte: u8) -> Unfolded {
        // The letters of the alphabet for addresses, which the page has already.
        let letter = match byte {
            b'+' => b'-',
            b'/' => b'_',
            b'\r' => return None,
            // A second one after another ends the part.
            b'\n' if self.is_sure && !self.ends_line => {
                self.ends_line = true;
                return None;
            }
            byte if byte.is_ascii_alphanumeric() => byte,
            _ => return self.finish(),
        };
        self.ends_line = false;
        self.begun.push(letter);
        self.is_sure |= self.begun.len() >= SHORTEST_LINE;
        (self.begun.len() == PIECE).then(|| (self.unfold(), false))
    }

    /// The text ends here, or something else begins.
    pub(super) fn finish(&mut self) -> Unfolded {
        if !self.is_sure {
            self.begun.clear();
            return None;
        }
        (self.is_sure, self.ends_line) = (false, false);
        Some((self.unfold(), true))
    }

    /// What was begun as bytes; of a part that was cut, those of its whole groups.
    fn unfold(&mut self) -> Vec<u8> {
        let text = str::from_utf8(&self.begun).unwrap_or_default();
        let groups = text.get(..text.len() & !3).unwrap_or_default();
        let whole = Base64UrlUnpadded::decode_vec(text);
        let bytes = whole.or_else(|_| Base64UrlUnpadded::decode_vec(groups));
        self.begun.clear();
        bytes.unwrap_or_default()
    }
}

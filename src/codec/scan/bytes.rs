//! A file's bytes as characters.

/// Bytes of UTF-8 on their way to a character.
///
/// Everything that codes are made of is ASCII. So UTF-16 needs no reader of its own: a code is there with a zero before or
/// after each letter, which is a break like others ([`super::mark`]), and so are bytes that belong to no character.
#[derive(Debug, Default)]
pub(super) struct Bytes {
    begun: Vec<u8>,
}

impl Bytes {
    /// The character that `byte` ends, if it ends one. Of broken characters only the end is given, as a break.
    pub(super) fn push(&mut self, byte: u8) -> Option<char> {
        if byte.is_ascii() {
            self.begun.clear();
            return Some(char::from(byte));
        }
        self.begun.push(byte);
        match str::from_utf8(&self.begun) {
            Ok(text) => {
                let character = text.chars().next();
                self.begun.clear();
                character
            }
            Err(error) if error.error_len().is_none() => None,
            Err(_) => {
                self.begun.clear();
                Some(char::REPLACEMENT_CHARACTER)
            }
        }
    }
}

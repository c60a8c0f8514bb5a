//! What a character can be within a code.

use super::super::code;

/// Something that mail and chat put between two characters of a code; no symbol is this byte.
pub(super) const BREAK: u8 = b' ';
/// Anything else: no code goes on here.
pub(super) const END: u8 = 0;

/// The symbol that `character` is, or [`BREAK`], or [`END`].
pub(super) fn mark(character: char) -> u8 {
    match u8::try_from(narrow(character)) {
        Ok(byte) if code::is_symbol(byte) => byte,
        _ if is_break(character) => BREAK,
        _ => END,
    }
}

/// Full-width letters and digits, as East Asian keyboards write them, as ordinary ones.
pub(in crate::codec) fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xff01 + 0x21).unwrap_or(character)
        }
        _ => character,
    }
}

/// White space and zeros, quoting and list marks, emphasis, soft hyphens, characters without width or that turn the
/// direction, quotation marks and dashes of any kind, and what is left of a broken character.
pub(in crate::codec) fn is_break(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '\0' | '>'
                | '|'
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
                | '▪'
                | '◦'
                | '−'
                | '«'
                | '»'
                | '‹'
                | '›'
                | '「'
                | '」'
                | '\u{2010}'..='\u{2015}'
                | '\u{2018}'..='\u{201f}'
                | '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{fffd}'
        )
}

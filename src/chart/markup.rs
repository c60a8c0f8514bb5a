//! Writing tags: every attribute and text goes through here, and so through escaping.

use super::palette::Color;

/// A tag being written; it has the attributes given to it so far.
pub(super) struct Tag<'a> {
    out: &'a mut String,
}

impl<'a> Tag<'a> {
    /// Begins `<name`.
    pub(super) fn open(out: &'a mut String, name: &str) -> Self {
        out.push('<');
        out.push_str(name);
        Self { out }
    }

    /// Adds an attribute; `value` may be any text.
    pub(super) fn with(self, name: &str, value: &str) -> Self {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(self.out, value);
        self.out.push('"');
        self
    }

    /// Adds a whole number as attribute.
    pub(super) fn number(self, name: &str, value: i32) -> Self {
        self.with(name, &value.to_string())
    }

    /// Adds a colour as attribute.
    pub(super) fn color(self, name: &str, color: Color) -> Self {
        self.with(name, &hex(color))
    }

    /// Ends a tag without content: `/>`.
    pub(super) fn end(self) {
        self.out.push_str("/>\n");
    }

    /// Ends the tag, what follows is inside.
    pub(super) fn inside(self) {
        self.out.push_str(">\n");
    }

    /// Ends the tag, with `text` as its whole content.
    pub(super) fn text(self, name: &str, text: &str) {
        self.out.push('>');
        escape(self.out, text);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }
}

/// Adds `text` to `out` so that it is text in XML and HTML alike, whatever is in it.
///
/// Characters that XML 1.0 does not allow are left out, and so are other control characters, which no one can see.
pub(super) fn escape(out: &mut String, text: &str) {
    // Numbers, colours and most words have nothing to be escaped, and are added at once.
    let is_plain =
        |byte| matches!(byte, b' ' | b'!' | b'#'..=b'%' | b'('..=b';' | b'=' | b'?'..=b'~');
    if text.bytes().all(is_plain) {
        out.push_str(text);
        return;
    }
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
}

fn hex(Color(red, green, blue): Color) -> String {
    let mut text = String::from("#");
    for half in [
        red >> 4,
        red & 15,
        green >> 4,
        green & 15,
        blue >> 4,
        blue & 15,
    ] {
        text.extend(char::from_digit(u32::from(half), 16));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let mut out = String::new();
        Tag::open(&mut out, "text")
            .with("id", "\" onload='x")
            .text("text", "</text><script>&\u{0}\u{1F}\u{FFFE}\u{9}\u{85}ok");
        assert_eq!(
            out,
            "<text id=\"&quot; onload=&#39;x\">&lt;/text&gt;&lt;script&gt;&amp; ok</text>\n"
        );
    }

    #[test]
    fn colours_are_written_in_six_digits() {
        assert_eq!(hex(Color(0x0F, 0xA0, 0x00)), "#0fa000");
    }
}

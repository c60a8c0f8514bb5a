//! Text from people becomes text in XML and HTML, whatever is in it: the one place where that happens for documents.

/// `text` so that it is text in XML and HTML alike, also within a quoted attribute.
///
/// Characters that XML 1.0 does not allow are left out, and so are other control characters, which no one can see, and
/// marks that turn what stands after them around; line feeds and tabs become spaces.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' | '\r' => out.push(' '),
            _ if is_unseen(character) => {}
            _ => out.push(character),
        }
    }
    out
}

/// `text` as a text in CSS, quotes included, so that nothing in it ends the text, or the style that it stands in.
#[must_use]
pub fn css_text(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars().filter(|character| !is_unseen(*character)) {
        match character {
            '<' => out.push_str("\\3c "),
            '"' => out.push_str("\\22 "),
            '\'' => out.push_str("\\27 "),
            '\\' => out.push_str("\\5c "),
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}

/// Whether the first letter with a direction is of a script that is written from right to left.
#[must_use]
pub fn is_right_to_left(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic());
    letters.next().is_some_and(|letter| {
        matches!(letter, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

fn is_unseen(character: char) -> bool {
    let turns_around = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns_around || character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_a_style_ends_neither_its_quotes_nor_the_style() {
        assert_eq!(css_text("Zürich 2"), "\"Zürich 2\"");
        assert_eq!(css_text("a\"\\\n</style>"), r#""a\22 \5c \3c /style>""#);
    }

    #[test]
    fn text_is_never_markup() {
        let text = "<b a='1' c=\"2\">&amp;</b>\u{0}\u{1b}\n\u{202e}x\u{ffff}";
        let expected = "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;&lt;/b&gt; x";
        assert_eq!(escaped(text), expected);
    }

    #[test]
    fn the_first_letter_decides_the_direction() {
        for (text, is_so) in [
            ("צוות A", true),
            ("12. فريق", true),
            ("Team צוות", false),
            ("日本語", false),
            ("12", false),
        ] {
            assert_eq!(is_right_to_left(text), is_so, "{text}");
        }
    }
}

//! Just enough of HTML to find the tags of our own pages.

use std::ops::Range;

/// Elements whose content is text, whatever it looks like.
const RAW_TEXT: [&str; 4] = ["script", "style", "textarea", "title"];

/// An opening tag.
#[derive(Debug)]
pub(crate) struct Tag<'a> {
    /// Its name in lower case.
    pub(crate) name: String,
    /// Where it stands, from `<` to `>`.
    pub(crate) place: Range<usize>,
    /// The text up to the closing tag, for elements that hold only text; else empty.
    pub(crate) text: &'a str,
    attributes: Vec<(String, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value of the attribute called `name`, as written.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| *value)
    }

    /// All attributes, with names in lower case and values as written.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&str, &'a str)> {
        self.attributes
            .iter()
            .map(|(name, value)| (name.as_str(), *value))
    }
}

/// All opening tags of `page`, in order.
pub(crate) fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = page[at..].find('<') {
        let start = at + found;
        let rest = &page[start + 1..];
        if rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let tag = read_tag(page, start);
            at = tag.place.end + tag.text.len();
            tags.push(tag);
        } else if rest.starts_with("!--") {
            at = after(page, start + 4, "-->");
        } else if rest.starts_with(['/', '!', '?']) {
            at = after(page, start, ">");
        } else {
            at = start + 1;
        }
    }
    tags
}

fn read_tag(page: &str, start: usize) -> Tag<'_> {
    let inside = &page[start + 1..];
    let name_end = inside.find(ends_name).unwrap_or(inside.len());
    let name = inside[..name_end].to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut rest = &inside[name_end..];
    while let Some((attribute, after)) = read_attribute(rest) {
        attributes.push(attribute);
        rest = after;
    }
    let end = page.len() - rest.trim_start_matches(is_between).len();
    let end = (end + 1).min(page.len());
    let text = if RAW_TEXT.contains(&name.as_str()) {
        raw_text(&page[end..], &name)
    } else {
        ""
    };
    Tag {
        name,
        place: start..end,
        text,
        attributes,
    }
}

// One attribute and what follows it, or nothing at the end of the tag.
fn read_attribute(text: &str) -> Option<((String, &str), &str)> {
    let text = text.trim_start_matches(is_between);
    if text.is_empty() || text.starts_with('>') {
        return None;
    }
    // A stray `=` at the front is part of the name, says the standard.
    let name_end = text
        .char_indices()
        .skip(1)
        .find(|(_, character)| ends_name(*character) || *character == '=')
        .map_or(text.len(), |(end, _)| end);
    let name = text[..name_end].to_ascii_lowercase();
    let rest = text[name_end..].trim_start();
    match rest.strip_prefix('=') {
        Some(value) => {
            let (value, rest) = read_value(value.trim_start());
            Some(((name, value), rest))
        }
        None => Some(((name, ""), rest)),
    }
}

fn read_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    let end = text
        .find(|character: char| character.is_ascii_whitespace() || character == '>')
        .unwrap_or(text.len());
    text.split_at(end)
}

fn raw_text<'a>(text: &'a str, name: &str) -> &'a str {
    let close = format!("</{name}");
    // Lower case of ASCII only, so that places stay the same.
    let end = text.to_ascii_lowercase().find(&close);
    &text[..end.unwrap_or(text.len())]
}

fn ends_name(character: char) -> bool {
    is_between(character) || character == '>'
}

fn is_between(character: char) -> bool {
    character.is_ascii_whitespace() || character == '/'
}

// The place after the first `end` from `start` on.
fn after(page: &str, start: usize, end: &str) -> usize {
    page.get(start..)
        .and_then(|rest| rest.find(end))
        .map_or(page.len(), |found| start + found + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_in_order() {
        let page = "<!doctype html><!-- <a> --><HTML lang=en><p class='x > y'>1 < 2</p><br/>";

        assert_eq!(names(page), ["html", "p", "br"]);
    }

    #[test]
    fn attributes_are_read_in_every_way_of_writing() {
        let page = "<input a=1 B=\"2>\" c = '3' hidden d=\"\"/>";
        let tags = tags(page);

        let attributes: Vec<_> = tags[0].attributes().collect();

        let expected = [
            ("a", "1"),
            ("b", "2>"),
            ("c", "3"),
            ("hidden", ""),
            ("d", ""),
        ];
        assert_eq!(attributes, expected);
        assert_eq!(tags[0].place, 0..page.len());
    }

    #[test]
    fn the_text_of_a_script_holds_no_tags() {
        let page = "<script type=module>\nif (1 <a) '<p>'\n</SCRIPT><b>";
        let tags = tags(page);

        assert_eq!(tags[0].text, "\nif (1 <a) '<p>'\n");
        assert_eq!(names(page), ["script", "b"]);
    }

    #[test]
    fn broken_pages_end_somewhere() {
        for page in [
            "<",
            "<a",
            "<a b",
            "<a b=",
            "<a b='",
            "<!--",
            "<script>x",
            "</",
            "<a é=é",
            "<a =é",
        ] {
            let _ = tags(page);
        }
        assert_eq!(names("<p <b>"), ["p"]);
    }

    fn names(page: &str) -> Vec<String> {
        tags(page).into_iter().map(|tag| tag.name).collect()
    }
}

//! A document in one HTML file that needs nothing else: no script, no request, its font and pictures inside. Every text
//! and attribute is escaped here, and the document's own policy forbids whatever is not in it.

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use super::{
    escape::{css_text, escaped},
    picture::into_svg,
};

/// The largest file, in bytes; larger ones are held back by mail.
pub const LARGEST: usize = 1_000_000;
/// Elements that have no end.
const VOID: [&str; 2] = ["meta", "br"];

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    name: &'static str,
    attributes: String,
    inside: String,
}

/// An element without anything in it.
#[must_use]
pub fn node(name: &'static str) -> Node {
    Node {
        name,
        attributes: String::new(),
        inside: String::new(),
    }
}

impl Node {
    /// With an attribute; `value` may be any text.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.attributes
            .extend([" ", name, "=\"", &escaped(value), "\""]);
        self
    }

    /// With this class.
    #[must_use]
    pub fn class(self, name: &str) -> Self {
        self.attr("class", name)
    }

    /// With text, whatever is in it.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.inside.push_str(&escaped(text));
        self
    }

    /// With an element inside.
    #[must_use]
    pub fn child(self, child: Self) -> Self {
        self.children([child])
    }

    /// With elements inside.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            child.write(&mut self.inside);
        }
        self
    }

    /// With a picture of our own inside, which has escaped its texts itself.
    #[must_use]
    pub fn picture(mut self, svg: &str) -> Self {
        self.inside.push_str(svg);
        self
    }

    fn write(&self, out: &mut String) {
        out.extend(["<", self.name, &self.attributes, ">"]);
        if !VOID.contains(&self.name) {
            out.extend([&self.inside, "</", self.name, ">\n"]);
        }
    }
}

/// A whole document.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// Its title.
    pub title: &'a str,
    /// The day of what it tells, such as "2026-11-20".
    pub day: &'a str,
    /// Its styles, our own; they fetch nothing.
    pub style: &'a str,
    /// What stands at the foot of every page that is printed.
    pub foot: &'a str,
    /// The font in WOFF2, and its name.
    pub font: (&'static str, &'static [u8]),
    /// What stands in it.
    pub body: Node,
    /// The text of the tally file, which opens the results again.
    pub tally: &'a str,
}

impl Document<'_> {
    /// The file; the same document gives the same bytes. `None` if it would be larger than [`LARGEST`].
    #[must_use]
    pub fn to_file(&self) -> Option<String> {
        let style = self.style();
        let digest = Base64::encode_string(&Sha256::digest(style.as_bytes()));
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"
        );
        let meta =
            |name: &str, content: &str| node("meta").attr("name", name).attr("content", content);
        let head = node("head")
            .child(node("meta").attr("charset", "utf-8"))
            .child(
                node("meta")
                    .attr("http-equiv", "Content-Security-Policy")
                    .attr("content", &policy),
            )
            .children([
                meta("viewport", "width=device-width, initial-scale=1"),
                meta("color-scheme", "light dark"),
                meta("referrer", "no-referrer"),
                meta("date", self.day),
                node("title").text(self.title),
            ])
            .child(node("style").picture(&style));
        let body = self.body.clone().picture(&numbers(self.tally));
        let html = node("html").attr("lang", "en").attr("dir", "ltr");
        let mut out = "<!DOCTYPE html>\n".to_owned();
        html.child(head).child(body).write(&mut out);
        (out.len() <= LARGEST).then_some(out)
    }

    fn style(&self) -> String {
        let (family, bytes) = self.font;
        let font = Base64::encode_string(bytes);
        format!(
            ":root{{--foot:{}}}\n@font-face{{font-family:\"{family}\";font-weight:400 700;src:url(data:font/woff2;base64,{font}) format(\"woff2\")}}\n{}",
            css_text(self.foot),
            self.style
        )
    }
}

/// The numbers, where [`super::opening`] finds them, and nobody sees them.
fn numbers(tally: &str) -> String {
    let empty = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\" aria-hidden=\"true\"><desc></desc></svg>\n";
    into_svg(empty, tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(body: Node) -> Option<String> {
        let document = Document {
            title: "</title><script>1</script>",
            day: "2026-11-20",
            style: "p{margin:0}",
            foot: "\"}</style><script>1</script>",
            font: ("Some Sans", b"font"),
            body,
            tally: "{\"a\": \"</svg><script>\"}",
        };
        document.to_file()
    }

    #[test]
    fn text_is_never_markup() {
        let hostile = "\"><script>alert(1)</script>";
        let body = node("body").child(node("p").attr("title", hostile).text(hostile));
        let file = document(body).unwrap();
        assert!(!file.contains("<script"), "{file}");
        let escaped = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;";
        assert!(file.contains(&format!("<p title=\"{escaped}\">{escaped}</p>")));
    }

    #[test]
    fn the_policy_names_the_styles_and_nothing_else() {
        let file = document(node("body")).unwrap();
        let style = file.split_once("<style>").unwrap().1;
        let style = style.split_once("</style>").unwrap().0;
        let digest = Base64::encode_string(&Sha256::digest(style.as_bytes()));
        let policy = format!(
            "default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;; font-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;"
        );
        assert!(file.contains(&policy), "{file}");
    }

    #[test]
    fn mail_is_not_asked_to_carry_more_than_it_does() {
        let long = "x".repeat(LARGEST);
        assert_eq!(document(node("body").text(&long)), None);
    }
}

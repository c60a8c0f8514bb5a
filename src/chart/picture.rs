//! A finished picture: one SVG, for the page or as a file that needs nothing else.

use base64ct::{Base64, Encoding};

use super::{lettering::FINE, markup::Tag};

/// The bundled font, as the page installs it and as picture files carry it: WOFF2, weights 400 to 700.
pub const FONT_WOFF2: &[u8] = include_bytes!("../../assets/font/plumbline.woff2");
/// The name under which pictures ask for the bundled font.
pub const FONT_FAMILY: &str = "Plumbline Sans";
/// The bundled font and what stands in for it.
const FONT_STACK: &str = "Plumbline Sans, Libre Franklin, system-ui, sans-serif";
/// How the body of a picture writes an id; never inside a text, where quotes are escaped.
const ID: &str = " id=\"";
/// Prefix of the ids in a picture file.
const FILE_PREFIX: &str = "plumbline";

/// A finished picture; the same input has drawn the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    title: String,
    description: String,
    size: (u32, u32),
    /// How much of the drawing's top is left out, in units of the page.
    above: u32,
    body: String,
    rows: Vec<Band>,
    /// Whether it says nothing of itself: what is beside it does.
    is_silent: bool,
}

/// Where a row of a picture begins and ends, from its top, in ten-thousandths of its height.
pub type Band = (i32, i32);

/// The whole height of a picture, as [`Band`] counts it.
const WHOLE: i32 = 10_000;

impl Picture {
    /// A picture of `size` in page units, named and described in words, with a body that
    /// [`SvgBackend`](super::backend::SvgBackend) has written.
    pub(crate) fn new(title: &str, description: &str, size: (u32, u32), body: String) -> Self {
        Self {
            title: title.to_owned(),
            description: description.to_owned(),
            size,
            above: 0,
            body,
            rows: Vec::new(),
            is_silent: false,
        }
    }

    /// Without this much of its top, in units of the page.
    pub(crate) fn without_top(mut self, above: u32) -> Self {
        let above = above.min(self.size.1);
        self.size.1 -= above;
        self.above += above;
        self
    }

    /// Without its title and description, for where what is beside it says no more than may be known yet.
    #[must_use]
    pub fn silent(self) -> Self {
        Self {
            is_silent: true,
            ..self
        }
    }

    /// With the place of each row, from top to bottom in units of the drawing.
    pub(crate) fn with_rows(mut self, rows: impl IntoIterator<Item = (i32, i32)>) -> Self {
        let [above, height] =
            [self.above, self.size.1].map(|side| i64::from(side) * i64::from(FINE));
        let place = |y: i32| {
            let place = (i64::from(y) - above) * i64::from(WHOLE) / height.max(1);
            i32::try_from(place).unwrap_or(WHOLE).clamp(0, WHOLE)
        };
        let rows = rows.into_iter();
        self.rows = rows.map(|(top, end)| (place(top), place(end))).collect();
        self
    }

    /// Where each row is, so that the page can let people point at it; none for a picture without rows.
    #[must_use]
    pub fn rows(&self) -> &[Band] {
        &self.rows
    }

    /// The same under another title.
    pub(super) fn with_title(mut self, title: &str) -> Self {
        title.clone_into(&mut self.title);
        self
    }

    /// Width and height in units of the page.
    #[must_use]
    pub const fn size(&self) -> (u32, u32) {
        self.size
    }

    /// The picture as part of an HTML page, as wide as its place.
    ///
    /// Every id in it begins with `prefix`, which must be unique on the page; of `prefix` only letters, digits, "-" and
    /// "_" are used. It has no style in it, so that it shows under a strict Content-Security-Policy; the page has to
    /// install the font.
    #[must_use]
    pub fn on_page(&self, prefix: &str) -> String {
        self.assemble(prefix, |svg| svg, "")
    }

    /// The picture as an SVG file that needs nothing else: with a size, and the font inside.
    #[must_use]
    pub fn to_file(&self) -> String {
        let font = Base64::encode_string(FONT_WOFF2);
        let style = format!(
            "<style>@font-face{{font-family:\"{FONT_FAMILY}\";font-weight:400 700;\
             src:url(data:font/woff2;base64,{font}) format(\"woff2\")}}</style>\n"
        );
        let (width, height) = self.size;
        self.assemble(
            FILE_PREFIX,
            |svg| {
                svg.with("width", &width.to_string())
                    .with("height", &height.to_string())
            },
            &style,
        )
    }

    fn assemble(&self, prefix: &str, sized: impl Fn(Tag<'_>) -> Tag<'_>, style: &str) -> String {
        let prefix = safe(prefix);
        let [title, description] = ["title", "desc"].map(|name| format!("{prefix}-{name}"));
        let mut out = String::new();
        let svg = Tag::open(&mut out, "svg").with("xmlns", "http://www.w3.org/2000/svg");
        let sized = sized(svg).with("viewBox", &self.view_box());
        let told = if self.is_silent {
            sized.with("aria-hidden", "true")
        } else {
            sized
                .with("role", "img")
                .with("aria-labelledby", &format!("{title} {description}"))
        };
        told.with("font-family", FONT_STACK)
            // Else WebKit rounds the width of every letter to pixels, and lines get longer than they were measured.
            .with("text-rendering", "geometricPrecision")
            .inside();
        if !self.is_silent {
            Tag::open(&mut out, "title")
                .with("id", &title)
                .text("title", &self.title);
            Tag::open(&mut out, "desc")
                .with("id", &description)
                .text("desc", &self.description);
        }
        out.push_str(style);
        out.push_str(&self.body.replace(ID, &format!("{ID}{prefix}-")));
        out.push_str("</svg>\n");
        out
    }

    fn view_box(&self) -> String {
        let (width, height) = self.size;
        let [above, width, height] =
            [self.above, width, height].map(|side| side * FINE.unsigned_abs());
        format!("0 {above} {width} {height}")
    }
}

/// What of `prefix` may be in an id.
fn safe(prefix: &str) -> String {
    prefix
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
        .collect()
}

//! A text as a QR picture (ISO/IEC 18004): dark on white on every background, as cameras need it.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

use super::{markup::Tag, palette::Theme};

/// The light border that every reader needs, in modules.
const QUIET: i32 = 4;
/// The largest version that a phone reads from another phone's screen at arm's length: 41 modules a side.
const HANDY: u8 = 6;

/// A QR picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    modules: i32,
    dark: String,
}

impl Qr {
    /// A text as a picture of version 6 or less, that a scratch or a glare on a seventh of it does not harm; `None` if it
    /// does not fit: at most 154 capital letters and digits, or 106 bytes.
    #[must_use]
    pub fn handy(text: &str) -> Option<Self> {
        Self::up_to(Version::new(HANDY), text)
    }

    /// A text as a picture of any version, as hard to harm; `None` if it does not fit: at most 2,331 bytes.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        Self::up_to(Version::MAX, text)
    }

    fn up_to(most: Version, text: &str) -> Option<Self> {
        let segments = QrSegment::make_segments(text);
        let (least, ecc) = (Version::MIN, QrCodeEcc::Medium);
        let code =
            QrCode::encode_segments_advanced(&segments, ecc, least, most, None, true).ok()?;
        Some(Self {
            modules: code.size(),
            dark: dark(&code),
        })
    }

    /// The picture's version, from 1 to 40: 17 modules a side and 4 more for each.
    #[must_use]
    pub fn version(&self) -> i32 {
        (self.modules - 17) / 4
    }

    /// The picture as SVG, as wide as its place; `name` says what it holds.
    #[must_use]
    pub fn on_page(&self, name: &str) -> String {
        self.svg(name, None)
    }

    /// The picture as an SVG file of `side` pixels.
    #[must_use]
    pub fn to_file(&self, name: &str, side: u32) -> String {
        self.svg(name, Some(side))
    }

    fn svg(&self, name: &str, side: Option<u32>) -> String {
        let all = self.modules + 2 * QUIET;
        let (ground, dark) = (Theme::Light.palette().ground, Theme::Light.palette().text);
        let mut out = String::new();
        let svg = Tag::open(&mut out, "svg").with("xmlns", "http://www.w3.org/2000/svg");
        let svg = match side.map(|side| side.to_string()) {
            Some(side) => svg.with("width", &side).with("height", &side),
            None => svg,
        };
        svg.with("viewBox", &format!("0 0 {all} {all}"))
            .with("role", "img")
            .with("aria-label", name)
            .with("shape-rendering", "crispEdges")
            .inside();
        let whole = format!("M0 0h{all}v{all}h-{all}z");
        let grounds = ground.into_iter().map(|colour| (colour, &whole));
        for (colour, path) in grounds.chain([(dark, &self.dark)]) {
            let path = Tag::open(&mut out, "path").with("d", path);
            path.color("fill", colour).end();
        }
        out.push_str("</svg>\n");
        out
    }
}

/// The outlines of the dark modules, one box for each run in a row.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y));
            let run = i32::try_from(run.count()).unwrap_or_default();
            if run > 0 {
                let (left, top) = (x + QUIET, y + QUIET);
                // Writing to a string cannot fail.
                let _ = write!(path, "M{left} {top}h{run}v1h-{run}z");
            }
            x += run + 1;
        }
    }
    path
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    /// Pixels for a module, as a camera might see it.
    const PIXELS: usize = 3;

    #[test]
    fn a_reader_finds_the_text_again() {
        let link = "https://plumbline.example/answer.html#s=AQIDbGluZQ-_abc";
        for text in [&"0123456789ABCDEFGHJKMNPQRSTVWXYZ".repeat(3), link] {
            assert_eq!(read(&Qr::of(text).unwrap()), text);
        }
    }

    #[test]
    fn a_code_is_handy_and_a_long_text_is_not() {
        let code = "Z".repeat(100);
        let qr = Qr::handy(&code).unwrap();
        assert!(qr.version() <= 6, "{}", qr.version());
        assert_eq!(read(&qr), code);
        assert_eq!(Qr::handy(&"z".repeat(107)), None);
        assert_eq!(Qr::of(&"z".repeat(3_000)), None);
    }

    #[test]
    fn a_file_has_a_size_and_the_page_gives_its_own() {
        let qr = Qr::of("A").unwrap();
        let (page, file) = (qr.on_page("<A>"), qr.to_file("<A>", 600));
        assert!(!page.contains("width=") && page.contains("aria-label=\"&lt;A&gt;\""));
        assert!(file.contains("width=\"600\" height=\"600\""), "{file}");
    }

    /// What a reader of pictures makes of it.
    fn read(qr: &Qr) -> String {
        let all = usize::try_from(qr.modules + 2 * QUIET).unwrap();
        let mut is_dark = vec![false; all * all];
        for run in qr.dark.split('M').filter(|run| !run.is_empty()) {
            let numbers: Vec<usize> = run
                .split(|letter: char| !letter.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            let start = numbers[1] * all + numbers[0];
            is_dark[start..start + numbers[2]].fill(true);
        }
        let light = |x: usize, y: usize| {
            if is_dark[y / PIXELS * all + x / PIXELS] {
                0
            } else {
                255
            }
        };
        let side = all * PIXELS;
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, light);
        picture.detect_grids()[0].decode().unwrap().1
    }
}

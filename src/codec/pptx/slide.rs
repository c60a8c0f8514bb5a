//! One slide and its notes. Lengths are in EMU, of which an inch has 914,400.

use std::fmt::Write as _;

use super::{
    Colours, Deck, Picture, Slide,
    fit::{self, Frame},
};
use crate::codec::escape::{escaped, is_right_to_left};

/// The names that every part begins with.
pub(super) const NAMES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
/// How wide and high a slide is: 16 to 9.
pub(super) const SIZE: (u32, u32) = (12_192_000, 6_858_000);
/// Left and right of a slide's text.
const MARGIN: u32 = 609_600;
/// Where the picture begins, under the title.
const PICTURE_TOP: u32 = 1_530_000;
/// Where the foot begins.
const FOOT: u32 = 6_470_000;
/// The height of a line under a picture.
const LINE: u32 = 300_000;
/// What every tree of shapes begins with.
const TREE: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

/// What a slide is laid out by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// A title in the middle, and a line under it.
    Opening,
    /// A title and text.
    Text,
    /// A title, a picture, and text under it.
    Picture,
}

impl Layout {
    pub(super) fn of(slide: &Slide) -> Self {
        match (&slide.picture, slide.is_opening) {
            (Some(_), _) => Self::Picture,
            (None, true) => Self::Opening,
            (None, false) => Self::Text,
        }
    }
}

/// A rectangle: left, top, width, height.
type Area = [u32; 4];

/// The theme with these colours in place of its marks.
pub(super) fn coloured(theme: &str, colours: &Colours) -> String {
    let marks = [
        ("{ink}", colours.ink),
        ("{muted}", colours.muted),
        ("{executives}", colours.executives),
        ("{team}", colours.team),
    ];
    let theme = theme.to_owned();
    marks
        .into_iter()
        .fold(theme, |theme, (mark, [red, green, blue])| {
            theme.replace(mark, &format!("{red:02X}{green:02X}{blue:02X}"))
        })
}

/// The slide's part.
pub(super) fn slide(deck: &Deck, slide: &Slide, number: usize) -> String {
    let title = if Layout::of(slide) == Layout::Opening {
        "ctrTitle"
    } else {
        "title"
    };
    let [(title_frame, title_text), (frame, body)] = texts(slide);
    let mut shapes = placeholder(
        2,
        "Title",
        &format!("type=\"{title}\""),
        None,
        Some(title_frame),
        &title_text,
    );
    if !slide.kicker.is_empty() {
        let kind = "type=\"body\" sz=\"quarter\" idx=\"10\"";
        let frame = Some(&fit::KICKER);
        shapes += &placeholder(3, "Kicker", kind, None, frame, &[&slide.kicker]);
    }
    let below = below(slide);
    if !body.is_empty() {
        shapes += &placeholder(4, "Text", body_kind(slide), below, Some(frame), &body);
    }
    if let Some(picture) = &slide.picture {
        shapes += &picture_shape(picture, below.map_or(FOOT, |[_, top, ..]| top));
    }
    if !deck.footer.is_empty() {
        let kind = "type=\"ftr\" sz=\"quarter\" idx=\"11\"";
        let frame = Some(&fit::FOOTER);
        shapes += &placeholder(6, "Footer", kind, None, frame, &[&deck.footer]);
    }
    shapes += &slide_number(number);
    format!(
        "<p:sld {NAMES}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )
}

/// The title and the text of a slide, a paragraph each, and the boxes that they are to fit into.
fn texts(slide: &Slide) -> [(&'static Frame, Vec<&str>); 2] {
    let (title, text) = match Layout::of(slide) {
        Layout::Opening => (&fit::OPENING, &fit::SUBTITLE),
        Layout::Text => (&fit::TITLE, &fit::TEXT),
        Layout::Picture => (&fit::TITLE, &fit::UNDER),
    };
    let body = slide.body.iter().map(String::as_str);
    [(title, vec![&slide.title]), (text, body.collect())]
}

fn body_kind(slide: &Slide) -> &'static str {
    match Layout::of(slide) {
        Layout::Opening => "type=\"subTitle\" idx=\"1\"",
        Layout::Text => "idx=\"1\"",
        Layout::Picture => "type=\"body\" idx=\"1\"",
    }
}

/// Where the text under a picture stands; it takes as many lines as it needs, and leaves half of the slide at least.
fn below(slide: &Slide) -> Option<Area> {
    slide.picture.as_ref()?;
    let lines = slide.body.iter();
    let lines = lines.map(|line| fit::UNDER.lines(line, fit::UNDER.size));
    let lines = u32::try_from(lines.sum::<usize>())
        .unwrap_or(u32::MAX)
        .min(8);
    let height = lines * LINE + 120_000;
    Some([MARGIN, FOOT - height, SIZE.0 - 2 * MARGIN, height]).filter(|_| !slide.body.is_empty())
}

/// The picture, as large as fits between title and `bottom`, in the middle.
fn picture_shape(picture: &Picture, bottom: u32) -> String {
    let [left, top, width, height] = fitted(picture.size, bottom);
    let description = escaped(&picture.description);
    format!(
        "<p:pic><p:nvPicPr><p:cNvPr id=\"5\" name=\"Picture\" descr=\"{description}\"/><p:cNvPicPr><a:picLocks noGrp=\"1\" noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr><p:ph type=\"pic\" idx=\"12\"/></p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed=\"rId3\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x=\"{left}\" y=\"{top}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm></p:spPr></p:pic>"
    )
}

/// Where a picture of this many pixels stands.
fn fitted((wide, high): (u32, u32), bottom: u32) -> Area {
    let room = u64::from(bottom.saturating_sub(PICTURE_TOP));
    let (wide, high) = (u64::from(wide.max(1)), u64::from(high.max(1)));
    let full = u64::from(SIZE.0);
    let (width, height) = if full * high <= room * wide {
        (full, full * high / wide)
    } else {
        (room * wide / high, room)
    };
    let emu = |length: u64| u32::try_from(length).unwrap_or_default();
    let (width, height) = (emu(width), emu(height));
    [(SIZE.0 - width) / 2, PICTURE_TOP, width, height]
}

/// A placeholder with a paragraph for each of these lines; in a frame, as much of them as fits.
fn placeholder(
    id: u32,
    name: &str,
    kind: &str,
    area: Option<Area>,
    frame: Option<&Frame>,
    lines: &[&str],
) -> String {
    let place = area.map_or(String::new(), |[left, top, width, height]| {
        format!(
            "<a:xfrm><a:off x=\"{left}\" y=\"{top}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>"
        )
    });
    let lines = paragraphs(frame, lines);
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>{lines}</p:txBody></p:sp>"
    )
}

fn paragraphs(frame: Option<&Frame>, lines: &[&str]) -> String {
    let whole = || (None, lines.iter().copied().map(str::to_owned).collect());
    let (size, lines) = frame.map_or_else(whole, |frame| frame.fitted(lines));
    let size = size.map_or(String::new(), |size| format!(" sz=\"{size}00\""));
    let mut out = String::new();
    for line in &lines {
        let direction = if is_right_to_left(line) {
            "<a:pPr algn=\"r\" rtl=\"1\"/>"
        } else {
            ""
        };
        let line = escaped(line);
        let _ = write!(
            out,
            "<a:p>{direction}<a:r><a:rPr{size} dirty=\"0\"/><a:t>{line}</a:t></a:r></a:p>"
        );
    }
    if out.is_empty() {
        out.push_str("<a:p/>");
    }
    out
}

fn slide_number(number: usize) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"7\" name=\"Slide Number\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldNum\" sz=\"quarter\" idx=\"13\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id=\"{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}\" type=\"slidenum\"><a:rPr/><a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>"
    )
}

/// The part with the speaker's notes, after the whole of what has no room on the slide.
pub(super) fn notes(slide: &Slide) -> String {
    let cut = texts(slide).into_iter();
    let cut = cut.filter(|(frame, lines)| frame.fitted(lines).1 != *lines);
    let cut = cut.flat_map(|(_, lines)| lines);
    let notes: Vec<&str> = cut.chain(slide.notes.iter().map(String::as_str)).collect();
    let image = "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide Image\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>";
    let text = placeholder(3, "Notes", "type=\"body\" idx=\"1\"", None, None, &notes);
    format!(
        "<p:notes {NAMES}><p:cSld><p:spTree>{TREE}{image}{text}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
}

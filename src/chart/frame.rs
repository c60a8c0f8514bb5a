//! What stands around a chart, above and below its content: titles, footer, signature.

use super::{
    Format, Picture, Theme,
    block::Block,
    canvas::Canvas,
    element::Drawn,
    lettering::{Anchor, Lettering, fine, whole},
    metrics::Weight,
    paired_dots::Signature,
    palette::Palette,
};

/// The words around a chart, in the reader's language; all but the description may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// What the picture shows, said as a finding.
    pub title: String,
    /// Who, how many, when, on which scale.
    pub subtitle: String,
    /// The whole picture in words, for who cannot see it.
    pub description: String,
    /// The rules behind the picture.
    pub footer: String,
    /// Who made the picture, after the two small marks.
    pub signature: String,
}

/// Sizes of one format; text sizes and leadings in units of the page, all else in units of the drawing.
#[derive(Debug)]
pub(super) struct Gauge {
    pub(super) format: Format,
    width: u32,
    /// Height of the picture; none if it is as high as needed.
    height: Option<u32>,
    /// Left and right edge of everything.
    pub(super) edges: (i32, i32),
    /// The top of the title's capitals.
    top: i32,
    titles: &'static [(i32, i32)],
    title_lines: usize,
    subtitle_lines: usize,
    /// Subtitle and footer: the first that fits is taken.
    subtitles: &'static [(i32, i32)],
    /// Text size and leading of everything small.
    pub(super) small: (i32, i32),
    small_lines: usize,
    /// Text size and leading of labels.
    pub(super) label: (i32, i32),
    /// From the title to the subtitle, and around the signature.
    title_space: i32,
    /// Above and below the content.
    pub(super) space: i32,
    /// Below the last line.
    margin: i32,
    /// Half the diagonal of the executives' diamond.
    pub(super) diamond: i32,
    /// Radius of the team's circle.
    pub(super) circle: i32,
    signature: i32,
    /// Width of outlines and grid lines.
    pub(super) hair: i32,
}

const SLIDE: Gauge = Gauge {
    format: Format::Slide,
    width: 1920,
    height: Some(1080),
    edges: (fine(88), fine(1832)),
    top: fine(88),
    titles: &[(54, 60), (50, 56), (45, 50), (40, 45)],
    title_lines: 2,
    subtitle_lines: 2,
    subtitles: &[(28, 36), (24, 31)],
    small: (24, 30),
    small_lines: 3,
    label: (28, 34),
    title_space: fine(24),
    space: fine(56),
    margin: fine(66),
    diamond: fine(27) / 2,
    circle: fine(11),
    signature: fine(9),
    hair: fine(2),
};

const NARROW: Gauge = Gauge {
    format: Format::Narrow,
    width: 390,
    height: None,
    edges: (fine(16), fine(374)),
    top: fine(18),
    titles: &[(24, 29), (22, 27), (20, 25)],
    title_lines: 5,
    subtitle_lines: 8,
    subtitles: &[(15, 20)],
    small: (15, 20),
    small_lines: 12,
    label: (16, 21),
    title_space: fine(11),
    space: fine(22),
    margin: fine(18),
    diamond: fine(8),
    circle: fine(13) / 2,
    signature: fine(6),
    hair: fine(1),
};

impl Format {
    pub(super) const fn gauge(self) -> &'static Gauge {
        match self {
            Self::Slide => &SLIDE,
            Self::Narrow => &NARROW,
        }
    }
}

impl Gauge {
    /// Width between the edges.
    pub(super) const fn room(&self) -> i32 {
        self.edges.1 - self.edges.0
    }

    /// Text in the size of labels.
    pub(super) const fn labels(&self, weight: Weight, palette: &Palette) -> Lettering {
        Lettering::new(self.label.0, weight, palette.text)
    }

    /// Text in the size of everything small.
    pub(super) const fn smalls(&self, weight: Weight, palette: &Palette) -> Lettering {
        Lettering::new(self.small.0, weight, palette.muted)
    }
}

/// A frame whose words are set; its content goes between `top` and `limit`.
pub(super) struct Framed<'a> {
    frame: &'a Frame,
    gauge: &'static Gauge,
    title: Block,
    subtitle: Block,
    footer: Block,
    signature: Signature,
    /// Where the content begins.
    pub(super) top: i32,
    /// Where it must end; none if the picture is as high as needed.
    pub(super) limit: Option<i32>,
}

impl<'a> Framed<'a> {
    pub(super) fn of(frame: &'a Frame, format: Format, theme: Theme) -> Self {
        let gauge = format.gauge();
        let palette = theme.palette();
        let room = gauge.room();
        let bold = Lettering::new(0, Weight::Bold, palette.text);
        let muted = gauge.smalls(Weight::Regular, &palette);
        let title = Block::shrunk(&frame.title, bold, gauge.titles, room, gauge.title_lines);
        let lines = gauge.subtitle_lines;
        let subtitle = Block::shrunk(&frame.subtitle, muted, gauge.subtitles, room, lines);
        let (size, leading) = gauge.small;
        let part = match format {
            Format::Slide => room / 3,
            Format::Narrow => room,
        };
        let signature = Signature::new(&frame.signature, size, gauge.signature, part, &palette);
        let beside = match format {
            Format::Slide => signature.width() + gauge.space,
            Format::Narrow => 0,
        };
        let lines = gauge.small_lines;
        let footer = Block::balanced(&frame.footer, muted, leading, room - beside, lines);
        let mut framed = Self {
            frame,
            gauge,
            title,
            subtitle,
            footer,
            signature,
            top: 0,
            limit: None,
        };
        framed.top = whole(framed.subtitle_end() + gauge.space);
        framed.limit = gauge.height.map(|_| {
            let first = framed.footer_first(0);
            whole(first - muted.cap_height() - gauge.space)
        });
        framed
    }

    fn title_first(&self) -> i32 {
        whole(self.gauge.top + self.title.how.cap_height())
    }

    fn title_end(&self) -> i32 {
        below(&self.title, self.title_first(), self.gauge.top)
    }

    fn subtitle_first(&self) -> i32 {
        whole(self.title_end() + self.gauge.title_space + self.subtitle.how.cap_height())
    }

    fn subtitle_end(&self) -> i32 {
        below(&self.subtitle, self.subtitle_first(), self.title_end())
    }

    /// The footer's first baseline if the content ends at `bottom`.
    fn footer_first(&self, bottom: i32) -> i32 {
        match self.gauge.height {
            Some(height) => fine(height.cast_signed()) - self.gauge.margin - self.footer.depth(),
            None => whole(bottom + self.gauge.space + self.footer.how.cap_height()),
        }
    }

    /// The signature's baseline.
    fn signature_line(&self, bottom: i32) -> i32 {
        let first = self.footer_first(bottom);
        if self.gauge.height.is_some() {
            return first + self.footer.depth();
        }
        let before = bottom + self.gauge.space;
        let above = below(&self.footer, first, before - self.gauge.title_space);
        whole(above + self.gauge.title_space + self.footer.how.cap_height())
    }

    /// Width and height of the picture if the content ends at `bottom`.
    pub(super) fn size(&self, bottom: i32) -> (u32, u32) {
        let needed = self.signature_line(bottom) + self.gauge.margin;
        let needed = needed.unsigned_abs().div_ceil(fine(1).unsigned_abs());
        (self.gauge.width, self.gauge.height.unwrap_or(needed))
    }

    /// Draws the words around the content.
    pub(super) fn draw(&self, canvas: &Canvas, bottom: i32) -> Drawn {
        let (left, right) = self.gauge.edges;
        canvas.group("titles", || {
            self.title.draw(canvas, (left, self.title_first()))?;
            self.subtitle.draw(canvas, (left, self.subtitle_first()))
        })?;
        canvas.group("footer", || {
            let first = self.footer_first(bottom);
            self.footer.draw(canvas, (left, first))?;
            let line = self.signature_line(bottom);
            self.signature.draw(canvas, (right, line))
        })
    }

    /// The finished picture.
    pub(super) fn finish(&self, canvas: Canvas, bottom: i32) -> Picture {
        let Frame {
            title, description, ..
        } = self.frame;
        Picture::new(title, description, self.size(bottom), canvas.finish())
    }
}

/// Below `block` with its first baseline at `first`; `above` if it has no lines.
pub(super) fn below(block: &Block, first: i32, above: i32) -> i32 {
    if block.lines.is_empty() {
        above
    } else {
        whole(first + block.depth() + block.how.descent())
    }
}

/// A block of text put with its capitals' top at `top`; returns where it ends.
pub(super) fn put(
    block: &Block,
    canvas: Option<&Canvas>,
    (x, top): (i32, i32),
) -> Result<i32, super::element::DrawingError> {
    let first = whole(top + block.how.cap_height());
    if let Some(canvas) = canvas {
        block.draw(canvas, (x, first))?;
    }
    Ok(below(block, first, top))
}

/// Text anchored in the middle.
pub(super) const fn middle(how: Lettering) -> Lettering {
    how.anchored(Anchor::Middle)
}

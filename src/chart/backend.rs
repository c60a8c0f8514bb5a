//! plotters' drawing backend: SVG text in fine coordinates, measured by the bundled font, in named groups.
//!
//! plotters knows whole coordinates only, so one unit of the page is [`FINE`] units here, and the picture's `viewBox`
//! scales them back. What plotters has no words for (groups, dashes, halos, weights between regular and bold) are
//! methods of [`SvgBackend`] itself; our elements draw on it directly.

use std::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
    text_anchor::{HPos, VPos},
};

use super::{
    lettering::{Anchor, FINE, Lettering, fine},
    markup::Tag,
    metrics::Weight,
    palette::Color,
};

/// A drawing as it is being written.
#[derive(Debug)]
pub struct SvgBackend {
    size: (u32, u32),
    out: String,
    depth: usize,
    dash: Option<(i32, i32)>,
}

impl SvgBackend {
    /// An empty drawing, its size in units of the page.
    #[must_use]
    pub const fn new(width: u32, height: u32) -> Self {
        let size = (width * FINE.unsigned_abs(), height * FINE.unsigned_abs());
        Self {
            size,
            out: String::new(),
            depth: 0,
            dash: None,
        }
    }

    /// Begins a group; the outermost ones are hidden from screen readers, which read the description instead.
    pub fn open_group(&mut self, id: &str) {
        let group = Tag::open(&mut self.out, "g").with("id", id);
        if self.depth == 0 {
            group.with("aria-hidden", "true")
        } else {
            group
        }
        .inside();
        self.depth += 1;
    }

    /// Begins a group in which every mark and letter has a halo, `width` units of the drawing wide.
    pub fn open_halo(&mut self, color: Color, width: i32) {
        Tag::open(&mut self.out, "g")
            .with("aria-hidden", "true")
            .color("stroke", color)
            .number("stroke-width", 2 * width)
            .with("stroke-linejoin", "round")
            .with("paint-order", "stroke")
            .inside();
        self.depth += 1;
    }

    /// Begins a group without a halo.
    pub fn open_bare(&mut self) {
        Tag::open(&mut self.out, "g")
            .with("stroke", "none")
            .inside();
        self.depth += 1;
    }

    /// Ends the group begun last.
    pub fn close_group(&mut self) {
        if self.depth > 0 {
            self.out.push_str("</g>\n");
            self.depth -= 1;
        }
    }

    /// Lines drawn from now on are dashed, with the lengths of dash and hole in units of the drawing; or whole again.
    pub const fn set_dash(&mut self, dash: Option<(i32, i32)>) {
        self.dash = dash;
    }

    /// Writes one line of text with its baseline at `at`.
    pub fn letter(&mut self, text: &str, how: &Lettering, at: BackendCoord) {
        let tag = Tag::open(&mut self.out, "text")
            .number("x", at.0)
            .number("y", at.1)
            .number("font-size", fine(how.size))
            .number("font-weight", how.weight as i32)
            .color("fill", how.color);
        let tag = match how.anchor {
            Anchor::Start => tag,
            Anchor::Middle => tag.with("text-anchor", "middle"),
            Anchor::End => tag.with("text-anchor", "end"),
        };
        tag.text("text", text);
    }

    /// The drawing's content, with every group ended; the drawing is empty afterwards.
    pub fn take(&mut self) -> String {
        while self.depth > 0 {
            self.close_group();
        }
        std::mem::take(&mut self.out)
    }

    fn outline(&mut self, points: &str, style: &impl BackendStyle) {
        let tag = Tag::open(&mut self.out, "polyline")
            .with("points", points)
            .with("fill", "none")
            .color("stroke", rgb(style.color()))
            .number("stroke-width", style.stroke_width().cast_signed());
        match self.dash {
            Some((dash, hole)) => tag.with("stroke-dasharray", &format!("{dash} {hole}")),
            None => tag,
        }
        .end();
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Nothing here can fail, as text in memory is all that is written.
///
/// Opacity is left out: the palettes are opaque, and what is fully transparent is not drawn.
impl DrawingBackend for SvgBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(at, (at.0 + 1, at.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if is_clear(style) {
            return Ok(());
        }
        if !fill {
            return self.draw_path([from, (to.0, from.1), to, (from.0, to.1), from], style);
        }
        Tag::open(&mut self.out, "rect")
            .number("x", from.0.min(to.0))
            .number("y", from.1.min(to.1))
            .number("width", (to.0 - from.0).abs())
            .number("height", (to.1 - from.1).abs())
            .color("fill", rgb(style.color()))
            .end();
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Drawn {
        if !is_clear(style) {
            self.outline(&self::points(points), style);
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if is_clear(style) {
            return Ok(());
        }
        let tag = Tag::open(&mut self.out, "circle")
            .number("cx", center.0)
            .number("cy", center.1)
            .number("r", radius.cast_signed());
        if fill {
            tag.color("fill", rgb(style.color()))
        } else {
            tag.with("fill", "none")
                .color("stroke", rgb(style.color()))
                .number("stroke-width", style.stroke_width().cast_signed())
        }
        .end();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        if !is_clear(style) {
            Tag::open(&mut self.out, "polygon")
                .with("points", &points(corners))
                .color("fill", rgb(style.color()))
                .end();
        }
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        let how = lettering(style);
        let drop = match style.anchor().v_pos {
            VPos::Top => how.cap_height(),
            VPos::Center => how.cap_height() / 2,
            VPos::Bottom => 0,
        };
        self.letter(text, &how, (at.0, at.1 + drop));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let how = lettering(style);
        Ok((
            how.width(text).unsigned_abs(),
            how.cap_height().unsigned_abs(),
        ))
    }
}

/// plotters' text style in our terms; its size, as every length given to plotters, is in units of the drawing.
fn lettering(style: &impl BackendTextStyle) -> Lettering {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "saturates; text sizes are small"
    )]
    let size = style.size().round() as i32 / FINE;
    Lettering {
        size,
        weight: if matches!(style.style(), FontStyle::Bold) {
            Weight::Bold
        } else {
            Weight::Regular
        },
        color: rgb(style.color()),
        anchor: match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        },
    }
}

fn rgb(color: BackendColor) -> Color {
    Color(color.rgb.0, color.rgb.1, color.rgb.2)
}

fn is_clear(style: &impl BackendStyle) -> bool {
    style.color().alpha <= 0.0
}

fn points(corners: impl IntoIterator<Item = BackendCoord>) -> String {
    corners
        .into_iter()
        .map(|(x, y)| format!("{x},{y}"))
        .collect::<Vec<_>>()
        .join(" ")
}

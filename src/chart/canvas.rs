//! A drawing in progress: the backend, plotters' area on it, and the colours.

use std::{cell::RefCell, rc::Rc};

use plotters::element::{PathElement, Rectangle};
use plotters_backend::BackendCoord;

use super::{
    ChartError,
    backend::SvgBackend,
    element::{Area, Drawn, Label, Mark, Ring, fill, stroke},
    lettering::{FINE, Lettering, fine, outward},
    palette::{Color, Palette, Theme},
};

/// How far the halo of a transparent picture reaches, in units of the page.
const HALO: i32 = 3;
/// How much wider than a line its halo is, in units of the drawing: a line's own stroke takes the place of the one that
/// makes halos.
pub(super) const HALOS: i32 = 2 * fine(HALO);

/// A drawing in progress.
pub(super) struct Canvas {
    backend: Rc<RefCell<SvgBackend>>,
    pub(super) area: Area,
    pub(super) palette: Palette,
}

impl Canvas {
    /// A drawing of this size in units of the page, with its ground.
    pub(super) fn new((width, height): (u32, u32), theme: Theme) -> Result<Self, ChartError> {
        let backend = Rc::new(RefCell::new(SvgBackend::new(width, height)));
        let area = Area::from(&backend);
        let palette = theme.palette();
        if let Some(ground) = palette.ground {
            area.fill(&fill(ground).color)?;
        }
        if let Some(halo) = palette.halo {
            backend.borrow_mut().open_halo(halo, fine(HALO));
        }
        Ok(Self {
            backend,
            area,
            palette,
        })
    }

    /// Draws what `content` draws in a group of its own.
    pub(super) fn group(&self, id: &str, content: impl FnOnce() -> Drawn) -> Drawn {
        self.backend.borrow_mut().open_group(id);
        let drawn = content();
        self.backend.borrow_mut().close_group();
        drawn
    }

    /// Draws what `content` draws without halos, as on a surface of its own.
    pub(super) fn bare(&self, content: impl FnOnce() -> Drawn) -> Drawn {
        if self.palette.halo.is_none() {
            return content();
        }
        self.backend.borrow_mut().open_bare();
        let drawn = content();
        self.backend.borrow_mut().close_group();
        drawn
    }

    /// Writes one line of text with its baseline at `at`.
    pub(super) fn label(&self, text: &str, how: Lettering, at: BackendCoord) -> Drawn {
        self.area.draw(&Label { text, how, at })
    }

    /// Draws an upright or level line that may stay behind everything; one an odd number of units wide lies half a unit
    /// further, so that its edges are sharp.
    pub(super) fn hairline(&self, from: BackendCoord, to: BackendCoord, width: i32) -> Drawn {
        let style = stroke(self.palette.grid, width);
        let half = width / 2 % FINE;
        let (right, down) = if from.0 == to.0 { (half, 0) } else { (0, half) };
        let moved = |(x, y): BackendCoord| (x + right, y + down);
        self.area
            .draw(&PathElement::new([moved(from), moved(to)], style))
    }

    /// Draws a dotted line of square dots as wide as the line, `gap` apart.
    pub(super) fn dotted(
        &self,
        from: BackendCoord,
        to: BackendCoord,
        width: i32,
        gap: i32,
    ) -> Drawn {
        let style = stroke(self.palette.faint, width);
        self.backend.borrow_mut().set_dash(Some((width, gap)));
        let drawn = self.area.draw(&PathElement::new([from, to], style));
        self.backend.borrow_mut().set_dash(None);
        drawn
    }

    /// Covers what lies behind `corners` with the ground, if there is one.
    pub(super) fn clear(&self, corners: [BackendCoord; 2]) -> Drawn {
        match self.palette.ground {
            Some(ground) => self.rect(outward(corners), ground),
            None => Ok(()),
        }
    }

    /// Draws an outline, filled with its halo, so that nothing shows through its middle.
    pub(super) fn ring(&self, ring: &Ring) -> Drawn {
        if let Some(color) = self.palette.halo {
            let reach = ring.mark.reach + ring.width / 2;
            self.area.draw(&Mark {
                reach,
                color,
                ..ring.mark
            })?;
        }
        self.area.draw(ring)
    }

    /// Fills a rectangle.
    pub(super) fn rect(&self, corners: [BackendCoord; 2], color: Color) -> Drawn {
        self.area.draw(&Rectangle::new(corners, fill(color)))
    }

    /// Fills rectangles that belong together, the last on top; a halo goes around all of them at once.
    pub(super) fn rects(&self, rects: &[([BackendCoord; 2], Color)]) -> Drawn {
        let draw = || {
            let mut rects = rects.iter();
            rects.try_for_each(|(corners, color)| self.rect(*corners, *color))
        };
        let Some(halo) = self.palette.halo else {
            return draw();
        };
        self.backend.borrow_mut().open_bare();
        let reach = fine(HALO);
        let mut around = rects.iter();
        let drawn = around.try_for_each(|([(left, top), (right, bottom)], _)| {
            self.rect(
                [(left - reach, top - reach), (right + reach, bottom + reach)],
                halo,
            )
        });
        let drawn = drawn.and_then(|()| draw());
        self.backend.borrow_mut().close_group();
        drawn
    }

    /// What has been drawn.
    pub(super) fn finish(self) -> String {
        self.backend.borrow_mut().take()
    }
}

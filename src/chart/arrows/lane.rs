//! One side of one row: a hollow mark, a shaft with its head, a filled mark, and the present value.

use super::{Arrow, Plan};
use crate::{
    chart::{
        canvas::Canvas,
        element::{DrawingError, Drawn, Mark, Ring, Shape},
        frame::Gauge,
        lettering::{Anchor, Lettering, fine, whole},
        metrics::Weight,
        palette::{Color, Palette},
        wrap::wrap,
    },
    domain::side::Side,
};

/// The line of one side.
pub(super) struct Lane<'a> {
    pub(super) plan: &'a Plan,
    pub(super) side: Side,
    /// Its height in the picture.
    pub(super) y: i32,
}

/// The mark and the colour of a side.
pub(super) fn mark(side: Side, gauge: &Gauge, palette: &Palette) -> ((Shape, i32), Color) {
    match side {
        Side::Executive => ((Shape::Diamond, gauge.diamond), palette.executives),
        Side::Team => ((Shape::Circle, gauge.circle), palette.team),
    }
}

impl Lane<'_> {
    pub(super) fn draw(&self, arrow: &Arrow, canvas: &Canvas) -> Drawn {
        match arrow {
            Arrow::Shown {
                then,
                now,
                text,
                before,
            } if then.is_finite() && now.is_finite() => {
                let [then, now] = [*then, *now].map(|points| self.plan.place(points));
                if self.arrow(then, now, canvas)? {
                    self.value(text, (then, now), canvas)
                } else {
                    self.value(&format!("{text}, {before}"), (then, now), canvas)
                }
            }
            Arrow::Shown { text: words, .. } | Arrow::Hidden(words) => self.words(words, canvas),
        }
    }

    /// Draws the marks and the shaft; says whether the earlier value has a mark of its own.
    fn arrow(&self, then: i32, now: i32, canvas: &Canvas) -> Result<bool, DrawingError> {
        let gauge = self.plan.gauge;
        let ((shape, reach), color) = mark(self.side, gauge, &canvas.palette);
        let (width, head, around) = (gauge.hair, reach * 3 / 4, canvas.palette.halo);
        let at = |x| Mark {
            shape,
            at: (x, self.y),
            reach,
            color,
        };
        // From the edge of the hollow mark to the edge of the filled one, if there is room for a head between.
        let way = if now < then { -1 } else { 1 };
        let (from, tip) = (then + way * reach, now - way * reach);
        let has_head = (tip - from) * way > head;
        let shaft = |color| {
            let neck = whole(tip - way * head);
            let (left, right) = (whole(from.min(neck)), whole(from.max(neck)));
            let half = fine(1);
            canvas.rect([(left, self.y - half), (right, self.y + half)], color)?;
            canvas.area.draw(&Mark {
                shape: if way < 0 { Shape::Left } else { Shape::Right },
                at: (neck, self.y),
                reach: (tip - neck).abs(),
                color,
            })
        };
        if has_head {
            shaft(around.unwrap_or(color))?;
        }
        // Marks that would lie on each other are one: the value has hardly moved.
        let is_apart = (tip - from) * way >= 0;
        if is_apart {
            let mark = Mark {
                reach: reach - width / 2,
                ..at(then)
            };
            canvas.ring(&Ring { mark, width })?;
        }
        canvas.area.draw(&at(now))?;
        // Over the halos of the marks that it joins.
        if has_head && around.is_some() {
            canvas.bare(|| shaft(color))?;
        }
        Ok(is_apart)
    }

    /// The present value on the outer side of the arrow, or on the other if there is no room.
    fn value(&self, text: &str, (then, now): (i32, i32), canvas: &Canvas) -> Drawn {
        let gauge = self.plan.gauge;
        let ((_, reach), color) = mark(self.side, gauge, &canvas.palette);
        let how = Lettering::new(gauge.small.0, Weight::Bold, color);
        let (left, right) = self.plan.lengths.band;
        let air = reach + fine(6);
        let size = f64::from(fine(gauge.small.0));
        let room = f64::from((right - left) / 2 - air);
        let Some(text) = wrap(text, how.weight, size, room, 1).pop() else {
            return Ok(());
        };
        let needed = air + how.width(&text);
        let has_room_right = then.max(now) + needed <= right;
        let has_room_left = then.min(now) - needed >= left;
        let is_right = if now < then {
            !has_room_left
        } else {
            has_room_right
        };
        let y = self.y + how.centred();
        if is_right {
            canvas.label(&text, how, (then.max(now) + air, y))
        } else {
            canvas.label(&text, how.anchored(Anchor::End), (then.min(now) - air, y))
        }
    }

    fn words(&self, words: &str, canvas: &Canvas) -> Drawn {
        let gauge = self.plan.gauge;
        let how = gauge.smalls(Weight::Regular, &canvas.palette);
        let (left, right) = self.plan.lengths.axis;
        let (size, room) = (
            f64::from(fine(gauge.small.0)),
            f64::from(right - left - fine(6)),
        );
        let line = wrap(words, how.weight, size, room, 1).pop();
        let line = line.unwrap_or_default();
        canvas.label(&line, how, (left + fine(6), self.y + how.centred()))
    }
}

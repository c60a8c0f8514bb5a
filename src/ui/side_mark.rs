//! The mark of a side.

use super::kit::{El, circle, diamond};
use crate::domain::side::Side;

/// A diamond for executives, a circle for the team, everywhere.
pub(crate) fn side_mark(side: Side) -> El {
    match side {
        Side::Executive => diamond(),
        Side::Team => circle(),
    }
}

//! The surveys that ship, as data.

mod ai_reality_check;

pub use ai_reality_check::ai_reality_check;

use super::survey::Item;

/// Whether this item asks both sides what the shipped item of its number asks, on the same scale.
#[must_use]
pub fn is_shipped(item: &Item) -> bool {
    let dimensions = ai_reality_check(true);
    let mut items = dimensions.iter().flat_map(|dimension| &dimension.items);
    items.any(|known| {
        known.id == item.id && known.scale == item.scale && known.question == item.question
    })
}

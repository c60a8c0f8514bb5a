//! A finger that is drawn across the page.

use std::{cell::Cell, rc::Rc};

use super::listener::Listener;
use super::window::window;
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;

/// Which way a finger went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swipe {
    /// To the left: what is on the right comes.
    Left,
    /// To the right.
    Right,
}

/// Hears swipes until it is dropped.
#[derive(Debug)]
pub struct Watch(#[expect(dead_code, reason = "listens by being there")] Vec<Listener>);

/// From how many CSS pixels on a way is a swipe.
const LEAST: i32 = 48;

/// Calls back for every swipe on the page, as long as the result lives.
///
/// A swipe is level, of one finger, and ends where the page has not scrolled meanwhile: browsers then cancel it.
#[must_use = "listens only as long as it is kept"]
pub fn watch(callback: impl Fn(Swipe) + 'static) -> Watch {
    let Some(window) = window() else {
        return Watch(Vec::new());
    };
    let start = Rc::new(Cell::new(None));
    let begin = {
        let start = Rc::clone(&start);
        move |event: web_sys::Event| {
            let touch = event.dyn_into::<PointerEvent>().ok();
            let touch = touch.filter(|touch| touch.pointer_type() == "touch" && touch.is_primary());
            start.set(touch.map(|touch| (touch.client_x(), touch.client_y())));
        }
    };
    let end = {
        let start = Rc::clone(&start);
        move |event: web_sys::Event| {
            let touch = event.dyn_into::<PointerEvent>().ok();
            if let Some((touch, start)) = touch.zip(start.take()) {
                let way = (touch.client_x() - start.0, touch.client_y() - start.1);
                if let Some(swipe) = swipe(way) {
                    callback(swipe);
                }
            }
        }
    };
    let cancel = move |_: web_sys::Event| start.set(None);
    Watch(vec![
        Listener::new(&window, "pointerdown", begin),
        Listener::new(&window, "pointerup", end),
        Listener::new(&window, "pointercancel", cancel),
    ])
}

/// The swipe of a way right and down, in CSS pixels.
fn swipe((right, down): (i32, i32)) -> Option<Swipe> {
    if right.abs() < LEAST || right.abs() < 2 * down.abs() {
        return None;
    }
    Some(if right < 0 { Swipe::Left } else { Swipe::Right })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_long_and_level_way_is_a_swipe() {
        assert_eq!(swipe((-60, 10)), Some(Swipe::Left));
        assert_eq!(swipe((60, -10)), Some(Swipe::Right));
        for way in [(0, 0), (-40, 0), (60, 40), (0, 200)] {
            assert_eq!(swipe(way), None);
        }
    }
}

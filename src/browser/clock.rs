//! Today's date, and the time.

use super::window::window;

/// A day, as the person's calendar has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, such as 2026.
    pub year: u32,
    /// The month, from 1 to 12.
    pub month: u32,
    /// The day of the month, from 1 to 31.
    pub day: u32,
}

/// What day it is where the person is; the first of January 1970 outside a browser.
#[must_use]
pub fn today() -> Date {
    if window().is_none() {
        return NO_CLOCK;
    }
    let now = js_sys::Date::new_0();
    Date {
        year: now.get_full_year(),
        month: now.get_month() + 1,
        day: now.get_date(),
    }
}

/// The hour and minute where the person is; midnight outside a browser.
#[must_use]
pub fn hour_and_minute() -> (u32, u32) {
    if window().is_none() {
        return (0, 0);
    }
    let now = js_sys::Date::new_0();
    (now.get_hours(), now.get_minutes())
}

/// Milliseconds since the beginning of 1970, as the device has them; 0 outside a browser.
///
/// It goes on while the device is asleep, which clocks that only count do not in every browser. The person can set it.
#[must_use]
pub fn now() -> u64 {
    if window().is_none() {
        return 0;
    }
    let now = js_sys::Date::now();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole milliseconds, and a clock before 1970 is taken for 1970"
    )]
    let whole = now as u64;
    whole
}

const NO_CLOCK: Date = Date {
    year: 1970,
    month: 1,
    day: 1,
};

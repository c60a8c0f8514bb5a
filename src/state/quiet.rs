//! How long nobody has touched the device, and what follows from that.

/// Milliseconds of some clock, such as the time of day.
pub type Millis = u64;

/// How long a person may be quiet before being asked whether they are there.
pub const PATIENCE: Millis = 120_000;
/// How long they have to answer that.
pub const GRACE: Millis = 30_000;
/// How long the end of a turn stays on the screen.
pub const END_OF_TURN: Millis = 20_000;

/// Watches over somebody's turn by the last sign of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    last: Millis,
    patience: Millis,
    grace: Millis,
}

/// Whether somebody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// There was a sign of them not long ago.
    There,
    /// There was none for too long: they are being asked, with so many seconds left, from 1.
    Asked(u64),
    /// They did not answer.
    Gone,
}

impl Quiet {
    /// Somebody is there now; they are asked after so long without a sign, and gone after so much longer.
    #[must_use]
    pub fn new(now: Millis, patience: Millis, grace: Millis) -> Self {
        Self {
            last: now,
            patience,
            grace,
        }
    }

    /// They have given a sign.
    pub fn sign(&mut self, now: Millis) {
        self.last = now;
    }

    /// Whether they are there. A clock that was set back begins anew, so that nobody's turn lasts for ever.
    #[must_use]
    pub fn at(&mut self, now: Millis) -> Presence {
        self.last = self.last.min(now);
        let quiet = now - self.last;
        if quiet < self.patience {
            Presence::There
        } else if quiet < self.patience + self.grace {
            Presence::Asked(self.seconds_left(now))
        } else {
            Presence::Gone
        }
    }

    /// Seconds until they are gone, rounded up.
    #[must_use]
    pub fn seconds_left(&self, now: Millis) -> u64 {
        let end = self.last + self.patience + self.grace;
        end.saturating_sub(now).div_ceil(1_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Some time of day.
    const NOON: Millis = 1_795_000_000_000;

    #[test]
    fn who_is_quiet_is_asked_and_then_gone() {
        let mut quiet = Quiet::new(NOON, PATIENCE, GRACE);
        for (after, presence) in [
            (0, Presence::There),
            (119_999, Presence::There),
            (120_000, Presence::Asked(30)),
            (120_001, Presence::Asked(30)),
            (149_001, Presence::Asked(1)),
            (149_999, Presence::Asked(1)),
            (150_000, Presence::Gone),
            // The device was asleep.
            (9_000_000, Presence::Gone),
        ] {
            assert_eq!(quiet.at(NOON + after), presence, "{after}");
        }
    }

    #[test]
    fn a_sign_begins_the_wait_anew() {
        let mut quiet = Quiet::new(NOON, PATIENCE, GRACE);
        assert_eq!(quiet.at(NOON + 149_000), Presence::Asked(1));

        quiet.sign(NOON + 149_500);

        assert_eq!(quiet.at(NOON + 150_000), Presence::There);
        assert_eq!(quiet.at(NOON + 149_500 + 150_000), Presence::Gone);
    }

    #[test]
    fn the_end_of_a_turn_goes_without_asking() {
        let mut quiet = Quiet::new(NOON, END_OF_TURN, 0);
        assert_eq!(quiet.seconds_left(NOON), 20);
        assert_eq!(quiet.at(NOON + 19_999), Presence::There);
        assert_eq!(quiet.at(NOON + 20_000), Presence::Gone);
        assert_eq!(quiet.seconds_left(NOON + 30_000), 0);
    }

    #[test]
    fn a_clock_that_was_set_back_makes_no_turn_endless() {
        let mut quiet = Quiet::new(NOON, PATIENCE, GRACE);
        let earlier = NOON - 3_600_000;
        assert_eq!(quiet.at(earlier), Presence::There);
        assert_eq!(quiet.at(earlier + 150_000), Presence::Gone);
    }
}

//! The kinds of answer, and how each becomes points from 0 to 100.

use super::side::Side;

/// How an item is answered on both sides. More points always mean more capability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scale {
    /// `E10/YN`: executives guess how many of every 10 people; people say yes or no about themselves.
    PeopleInTen,
    /// `YN`: both sides say yes or no.
    YesNo,
    /// `OFT`: never, rarely, about half the time, usually, always.
    Often,
    /// `DAYS`: on how many of the past 7 days.
    Days,
    /// `HRS`: hours saved in a normal week, in six steps.
    Hours,
    /// `WKS`: weeks until a difference can be measured, in seven steps.
    Weeks,
    /// `AGR5`: from strongly disagree to strongly agree.
    Agreement,
}

/// Which of a scale's options somebody picked, counted from 0 in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pick(u8);

impl Pick {
    /// The option's place, counted from 0.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Days in the reference period of [`Scale::Days`].
const DAYS_IN_WEEK: u8 = 7;
/// The first option of [`Scale::Hours`] that means two hours or more.
const TWO_HOURS: u8 = 2;
/// The last option of [`Scale::Weeks`] that means within 12 weeks.
const WITHIN_12_WEEKS: u8 = 2;

impl Scale {
    /// How many options `side` chooses from; "don't know" is not one of them.
    #[must_use]
    pub const fn options(self, side: Side) -> u8 {
        match (self, side) {
            (Self::PeopleInTen, Side::Executive) => 11,
            (Self::PeopleInTen, Side::Team) | (Self::YesNo, _) => 2,
            (Self::Often | Self::Agreement, _) => 5,
            (Self::Days, _) => 8,
            (Self::Hours, _) => 6,
            (Self::Weeks, _) => 7,
        }
    }

    /// The option at `index`, or `None` if `side` has no such option.
    #[must_use]
    pub fn pick(self, side: Side, index: usize) -> Option<Pick> {
        u8::try_from(index)
            .ok()
            .filter(|index| *index < self.options(side))
            .map(Pick)
    }

    /// All options of `side`, in the order shown.
    pub fn picks(self, side: Side) -> impl Iterator<Item = Pick> {
        (0..self.options(side)).map(Pick)
    }

    /// How many even steps lie between 0 and 100 points; a single one if the item is a share of people.
    #[must_use]
    pub const fn steps(self, side: Side) -> u8 {
        match (self, side) {
            (Self::PeopleInTen, Side::Executive) => 10,
            (Self::PeopleInTen, Side::Team) | (Self::YesNo | Self::Hours | Self::Weeks, _) => 1,
            (Self::Often | Self::Agreement, _) => 4,
            (Self::Days, _) => DAYS_IN_WEEK,
        }
    }

    /// On which step from 0 points a pick stands (method, section 1.2).
    #[must_use]
    pub fn step(self, side: Side, pick: Pick) -> u8 {
        let Pick(index) = pick;
        match (self, side) {
            (Self::PeopleInTen, Side::Team) | (Self::YesNo, _) => u8::from(index == 0),
            (Self::Hours, _) => u8::from(index >= TWO_HOURS),
            (Self::Weeks, _) => u8::from(index <= WITHIN_12_WEEKS),
            (Self::PeopleInTen, Side::Executive)
            | (Self::Often | Self::Agreement | Self::Days, _) => index,
        }
    }

    /// What a pick is worth, in points from 0 to 100.
    #[must_use]
    pub fn points(self, side: Side, pick: Pick) -> f64 {
        self.points_of_step(side, self.step(side, pick))
    }

    /// What a step is worth, in points from 0 to 100.
    #[must_use]
    pub fn points_of_step(self, side: Side, step: u8) -> f64 {
        f64::from(step) * 100.0 / f64::from(self.steps(side))
    }

    /// Whether both sides choose from the same options, so that their answers can be ranked together.
    #[must_use]
    pub const fn is_alike(self) -> bool {
        !matches!(self, Self::PeopleInTen)
    }

    /// Whether a later option means more capability; if not, an earlier one does.
    #[must_use]
    pub const fn is_rising(self, side: Side) -> bool {
        match (self, side) {
            (Self::PeopleInTen, Side::Executive)
            | (Self::Often | Self::Days | Self::Hours | Self::Agreement, _) => true,
            (Self::PeopleInTen, Side::Team) | (Self::YesNo | Self::Weeks, _) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(scale: Scale, side: Side) -> Vec<f64> {
        scale
            .picks(side)
            .map(|pick| scale.points(side, pick))
            .collect()
    }

    #[test]
    fn guesses_count_ten_points_a_person() {
        let guesses = points(Scale::PeopleInTen, Side::Executive);
        assert_eq!(guesses.len(), 11);
        assert_eq!(guesses[7].to_bits(), 70.0_f64.to_bits());
        assert_eq!(points(Scale::PeopleInTen, Side::Team), [100.0, 0.0]);
    }

    #[test]
    fn steps_and_days_run_from_0_to_100() {
        assert_eq!(
            points(Scale::Often, Side::Team),
            [0.0, 25.0, 50.0, 75.0, 100.0]
        );
        let days = points(Scale::Days, Side::Executive);
        assert_eq!((days[0], days[7]), (0.0, 100.0));
        assert!((days[3] - 42.857_142_857).abs() < 1e-6);
    }

    #[test]
    fn hours_and_weeks_count_as_a_share() {
        assert_eq!(
            points(Scale::Hours, Side::Team),
            [0.0, 0.0, 100.0, 100.0, 100.0, 100.0]
        );
        assert_eq!(
            points(Scale::Weeks, Side::Team),
            [100.0, 100.0, 100.0, 0.0, 0.0, 0.0, 0.0]
        );
    }

    #[test]
    fn an_option_off_the_scale_does_not_exist() {
        assert_eq!(Scale::YesNo.pick(Side::Team, 2), None);
        assert_eq!(Scale::Days.pick(Side::Team, 300), None);
    }
}

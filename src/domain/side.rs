//! The two groups that are compared.

/// Who answers: the people who set direction, or the people who do the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Executives: they answer for themselves and guess about the team.
    Executive,
    /// The team: people answer for themselves.
    Team,
}

impl Side {
    /// Both sides, executives first.
    pub const ALL: [Self; 2] = [Self::Executive, Self::Team];
}

/// One value for each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BySide<T> {
    /// The executives' value.
    pub executive: T,
    /// The team's value.
    pub team: T,
}

impl<T> BySide<T> {
    /// Makes the value of each side in turn.
    pub fn from_fn(mut value: impl FnMut(Side) -> T) -> Self {
        Self {
            executive: value(Side::Executive),
            team: value(Side::Team),
        }
    }

    /// The value of `side`.
    pub fn of(&self, side: Side) -> &T {
        match side {
            Side::Executive => &self.executive,
            Side::Team => &self.team,
        }
    }

    /// The value of `side`, to change.
    pub fn of_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Executive => &mut self.executive,
            Side::Team => &mut self.team,
        }
    }

    /// The same for both sides, each value changed by `change`.
    pub fn map<U>(&self, mut change: impl FnMut(&T) -> U) -> BySide<U> {
        BySide {
            executive: change(&self.executive),
            team: change(&self.team),
        }
    }
}

//! Ballots opened one after another, with pauses in which the page can do other things.

use super::{closing::Opening, snapshot::Snapshot};
use crate::{
    codec::{
        ballot::{self, Ballot, Refused},
        code,
        record::{Closed, Day, RefusedCounts},
    },
    domain::{
        sheet::Answers,
        side::{BySide, Side},
        survey::Survey,
        tally::Tally,
    },
};

/// Ballots opened without a pause: some 5 ms of work on a laptop, 20 on a slow phone.
const SLICE: usize = 16;

impl Snapshot {
    /// Opens all ballots and counts the sides that have enough. If no side has, nothing is spent, not even what does
    /// not open, which is only told.
    pub(super) async fn open(
        &self,
        today: Day,
        pause: &impl AsyncFn(usize, usize),
    ) -> Result<Opening, BySide<RefusedCounts>> {
        let survey = &self.kept.survey;
        let counted = self.count(pause).await?;
        let enough = |side: &Side| counted.tally.ballots().of(*side) >= survey.minimum.of(*side);
        let sides: Vec<Side> = Side::ALL.into_iter().filter(enough).collect();
        let mut spent = counted.refused_codes.clone();
        for side in &sides {
            spent.extend(counted.codes.of(*side).iter().cloned());
        }
        if sides.is_empty() {
            return Err(counted.refused);
        }
        Ok(Opening {
            closed: self.with_sides(&sides, &counted, today),
            spent,
        })
    }

    /// Opens the ballots of every side that was not opened before.
    async fn count(
        &self,
        pause: &impl AsyncFn(usize, usize),
    ) -> Result<Counted, BySide<RefusedCounts>> {
        let private = self.kept.private_key.ok_or_else(BySide::default)?;
        let survey = &self.kept.survey;
        let mut counted = Counted::none(survey);
        for (ballot, opened) in self.ballots().zip(0..) {
            if opened % SLICE == 0 {
                pause(opened, self.codes.len()).await;
            }
            if !self.is_opened(ballot.side) {
                let answers = ballot::open(survey, &private, &self.kept.secrets, &ballot);
                counted.take(survey, &ballot, answers);
            }
        }
        Ok(counted)
    }

    /// What was counted before, with these sides added.
    fn with_sides(&self, sides: &[Side], counted: &Counted, today: Day) -> Closed {
        let mut closed = self.closed.clone().unwrap_or_else(|| Closed {
            opened: BySide::default(),
            tally: Tally::empty(&self.kept.survey),
            refused: BySide::default(),
        });
        for side in Side::ALL {
            closed.refused.of_mut(side).add(*counted.refused.of(side));
        }
        for side in sides {
            *closed.opened.of_mut(*side) = Some(today);
            closed.tally = closed.tally.with_side_of(*side, &counted.tally);
        }
        closed
    }
}

/// Ballots as they are opened one after another.
struct Counted {
    tally: Tally,
    codes: BySide<Vec<String>>,
    refused: BySide<RefusedCounts>,
    refused_codes: Vec<String>,
}

impl Counted {
    fn none(survey: &Survey) -> Self {
        Self {
            tally: Tally::empty(survey),
            codes: BySide::default(),
            refused: BySide::default(),
            refused_codes: Vec::new(),
        }
    }

    fn take(&mut self, survey: &Survey, ballot: &Ballot, answers: Result<Answers, Refused>) {
        let code = code::encode(ballot);
        match answers {
            Ok(answers) => {
                self.tally.add(survey, &answers);
                self.codes.of_mut(ballot.side).push(code);
            }
            Err(refused) => {
                self.refused.of_mut(ballot.side).note(refused);
                self.refused_codes.push(code);
            }
        }
    }
}

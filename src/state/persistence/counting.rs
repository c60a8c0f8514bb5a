//! Ballots opened one after another, with pauses in which the page can do other things.

use super::{
    closing::{Closing, Opening},
    snapshot::Snapshot,
};
use crate::{
    codec::{
        ballot::{self, Ballot, Refused},
        code,
        record::{self, Ledger, Mark, RefusedCounts},
    },
    domain::{
        closing::{Next, Outcome},
        day::Day,
        sheet::Answers,
        side::{BySide, Side},
        survey::Survey,
        tally::Tally,
    },
};

/// Ballots opened without a pause: some 5 ms of work on a laptop, 20 on a slow phone.
const SLICE: usize = 16;

impl Snapshot {
    /// Opens all ballots and counts the sides that have enough new ones. If no side has, nothing is spent, not even
    /// what does not open, which is only told.
    pub(super) async fn open(
        &self,
        today: Day,
        pause: &impl AsyncFn(usize, usize),
    ) -> Result<Opening, BySide<RefusedCounts>> {
        let counted = self.count(pause).await?;
        let sides: Vec<Side> = Side::ALL
            .into_iter()
            .filter(|side| self.is_ready(*side, &counted))
            .collect();
        if sides.is_empty() {
            return Err(counted.refused);
        }
        let mut spent = counted.refused_codes.clone();
        for side in &sides {
            spent.extend(counted.codes.of(*side).iter().cloned());
        }
        let (ledger, held_back) = self.with_sides(&sides, &counted, today);
        Ok(Opening {
            closing: Closing {
                closed: ledger.to_closed(),
                held_back,
            },
            ledger,
            spent,
        })
    }

    fn is_ready(&self, side: Side, counted: &Counted) -> bool {
        let sound = *counted.tally.ballots().of(side);
        self.ledger.next(self.survey(), side, sound, true) == Next::Ready
    }

    /// Opens the ballots of every side that takes some.
    async fn count(
        &self,
        pause: &impl AsyncFn(usize, usize),
    ) -> Result<Counted, BySide<RefusedCounts>> {
        let own = self.own().ok_or_else(BySide::default)?;
        let private = own.private_key.ok_or_else(BySide::default)?;
        let mut counted = Counted::none(&own.survey);
        for (ballot, opened) in self.ballots().zip(0..) {
            if opened % SLICE == 0 {
                pause(opened, self.codes.len()).await;
            }
            if self.takes(ballot.side) && !self.ledger.has_counted(&ballot) {
                let answers = ballot::open(&own.survey, &private, &own.secrets, &ballot);
                counted.take(&own.survey, &ballot, answers);
            }
        }
        Ok(counted)
    }

    /// What was counted before, with these sides added, and the items that hold each of them back.
    fn with_sides(&self, sides: &[Side], counted: &Counted, today: Day) -> (Ledger, BySide<usize>) {
        let mut ledger = self.ledger.clone();
        let mut held_back = BySide::default();
        for side in Side::ALL {
            ledger.refused.of_mut(side).add(*counted.refused.of(side));
        }
        for side in sides {
            let marks = counted.marks.of(*side);
            let outcome = ledger.count_marked(self.survey(), *side, marks, &counted.tally, today);
            if let Some(Outcome::HeldBack { items }) = outcome {
                *held_back.of_mut(*side) = items;
            }
        }
        (ledger, held_back)
    }
}

/// Ballots as they are opened one after another.
struct Counted {
    tally: Tally,
    codes: BySide<Vec<String>>,
    marks: BySide<Vec<Mark>>,
    refused: BySide<RefusedCounts>,
    refused_codes: Vec<String>,
}

impl Counted {
    fn none(survey: &Survey) -> Self {
        Self {
            tally: Tally::empty(survey),
            codes: BySide::default(),
            marks: BySide::default(),
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
                self.marks.of_mut(ballot.side).push(record::mark(ballot));
            }
            Err(refused) => {
                self.refused.of_mut(ballot.side).note(refused);
                self.refused_codes.push(code);
            }
        }
    }
}

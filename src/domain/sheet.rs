//! One person's answers, unfinished and finished.

use super::{
    scale::Pick,
    side::Side,
    survey::{Item, Survey, TeamAnswer},
};

/// What somebody says to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One of the scale's options.
    Picked(Pick),
    /// "Don't know", or "I can't guess".
    Unsure,
}

/// One person's answers to what their side is asked, still open for change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    side: Side,
    answers: Vec<Option<Answer>>,
}

/// A finished sheet: what was left open counts as "don't know".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    side: Side,
    answers: Vec<Answer>,
}

impl Sheet {
    /// A sheet with nothing on it yet.
    #[must_use]
    pub fn blank(survey: &Survey, side: Side) -> Self {
        Self {
            side,
            answers: vec![None; asked(survey, side).len()],
        }
    }

    /// The sheet with these answers, or `None` if they do not fit what `side` is asked.
    #[must_use]
    pub fn with_answers(survey: &Survey, side: Side, answers: Vec<Option<Answer>>) -> Option<Self> {
        fits(&asked(survey, side), side, &answers).then_some(Self { side, answers })
    }

    /// Whose sheet it is.
    #[must_use]
    pub fn side(&self) -> Side {
        self.side
    }

    /// The answers so far, in the order asked.
    #[must_use]
    pub fn answers(&self) -> &[Option<Answer>] {
        &self.answers
    }

    /// Puts `answer` to the question at `place`; a place that is not asked changes nothing.
    pub fn answer(&mut self, place: usize, answer: Answer) {
        if let Some(slot) = self.answers.get_mut(place) {
            *slot = Some(answer);
        }
    }

    /// How many questions have an answer, "don't know" included.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.answers.iter().flatten().count()
    }

    /// The first question without an answer.
    #[must_use]
    pub fn first_open(&self) -> Option<usize> {
        self.answers.iter().position(Option::is_none)
    }

    /// The sheet as it will be counted.
    #[must_use]
    pub fn finish(&self) -> Answers {
        Answers {
            side: self.side,
            answers: self
                .answers
                .iter()
                .map(|answer| answer.unwrap_or(Answer::Unsure))
                .collect(),
        }
    }
}

impl Answers {
    /// Finished answers, or `None` if they do not fit what `side` is asked.
    #[must_use]
    pub fn new(survey: &Survey, side: Side, answers: Vec<Answer>) -> Option<Self> {
        let open: Vec<_> = answers.iter().copied().map(Some).collect();
        fits(&asked(survey, side), side, &open).then_some(Self { side, answers })
    }

    /// Whose answers they are.
    #[must_use]
    pub fn side(&self) -> Side {
        self.side
    }

    /// One answer for each question asked, in the order asked.
    #[must_use]
    pub fn asked(&self) -> &[Answer] {
        &self.answers
    }

    /// One answer for each item of `survey`: what was not asked is worked out from what was.
    pub(super) fn for_all_items(&self, survey: &Survey) -> Vec<Answer> {
        let items = survey.items();
        let mut given = self.answers.iter().copied();
        let direct: Vec<Option<Answer>> = items
            .iter()
            .map(|item| item.is_asked(self.side).then(|| given.next()).flatten())
            .collect();
        items
            .iter()
            .zip(&direct)
            .map(|(item, answer)| answer.unwrap_or_else(|| derived(item, &items, &direct)))
            .collect()
    }
}

/// The items that `side` is asked, in order.
#[must_use]
pub fn asked(survey: &Survey, side: Side) -> Vec<Item> {
    let mut items = survey.items();
    items.retain(|item| item.is_asked(side));
    items
}

fn fits(items: &[Item], side: Side, answers: &[Option<Answer>]) -> bool {
    items.len() == answers.len()
        && items
            .iter()
            .zip(answers)
            .all(|(item, answer)| match answer {
                Some(Answer::Picked(pick)) => item.scale.pick(side, pick.index()).is_some(),
                Some(Answer::Unsure) | None => true,
            })
}

fn derived(item: &Item, items: &[Item], direct: &[Option<Answer>]) -> Answer {
    let TeamAnswer::OneDayOrMore(source) = item.team_answer else {
        return Answer::Unsure;
    };
    let (Some(_), Some(Some(Answer::Picked(days)))) = (items.get(source), direct.get(source))
    else {
        return Answer::Unsure;
    };
    let yes_or_no = usize::from(days.index() == 0);
    item.scale
        .pick(Side::Team, yes_or_no)
        .map_or(Answer::Unsure, Answer::Picked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example::survey;

    #[test]
    fn the_team_is_asked_one_item_less() {
        assert_eq!(asked(&survey(), Side::Executive).len(), 18);
        assert_eq!(asked(&survey(), Side::Team).len(), 17);
    }

    #[test]
    fn use_in_the_past_week_is_taken_from_the_days() {
        let survey = survey();
        for (days, expected) in [(0, Some(1)), (1, Some(0)), (7, Some(0))] {
            let mut sheet = Sheet::blank(&survey, Side::Team);
            let pick = survey.items()[0].scale.pick(Side::Team, days).unwrap();
            sheet.answer(0, Answer::Picked(pick));
            assert_eq!(used(&survey, &sheet), expected);
        }
        let blank = Sheet::blank(&survey, Side::Team);
        assert_eq!(used(&survey, &blank), None);
    }

    #[test]
    fn an_open_question_counts_as_unsure() {
        let blank = Sheet::blank(&survey(), Side::Executive);
        assert!(blank.finish().asked().iter().all(|a| *a == Answer::Unsure));
        assert_eq!(blank.first_open(), Some(0));
    }

    #[test]
    fn answers_off_the_scale_are_refused() {
        let survey = survey();
        let guess = survey.items()[3].scale.pick(Side::Executive, 9).unwrap();
        let mut answers = vec![None; 17];
        answers[3] = Some(Answer::Picked(guess));
        assert_eq!(Sheet::with_answers(&survey, Side::Team, answers), None);
        assert_eq!(Sheet::with_answers(&survey, Side::Team, vec![]), None);
    }

    fn used(survey: &Survey, sheet: &Sheet) -> Option<usize> {
        match sheet.finish().for_all_items(survey)[4] {
            Answer::Picked(pick) => Some(pick.index()),
            Answer::Unsure => None,
        }
    }
}

//! A new card for any item says what may be seen of it, leaves open what only people can say, and gives nothing away.

use super::*;
use crate::domain::{
    evidence::Evidence,
    example,
    release::Released,
    survey::{Survey, Wording},
    tally::{Counts, Tally},
    template::ai_reality_check,
};

/// What nobody can know but the people in the room.
const OPEN: [Field; 4] = [Field::Who, Field::Said, Field::Start, Field::LookAgain];

#[test]
fn every_dimension_that_ships_has_an_idea_of_its_own() {
    let dimensions = ai_reality_check(true);
    assert_eq!(dimensions.len(), IDEAS.len());
    for (dimension, idea) in dimensions.iter().zip(&IDEAS) {
        assert_eq!(dimension.name, idea.dimension);
    }
}

#[test]
fn a_new_card_leaves_open_only_what_people_must_say() {
    let results = results(&example::survey(), &example::tally());
    for place in 0..18 {
        let card = idea(&results, place, closed()).unwrap();
        let open: Vec<Field> = card.holes().iter().map(|hole| hole.field).collect();
        assert_eq!(open, OPEN, "{}", card.item());
    }
    assert_eq!(idea(&results, 18, closed()), None);
}

#[test]
fn the_measure_is_the_question_and_today_its_figure() {
    let results = results(&example::survey(), &example::tally());
    let said = |place| {
        let card = idea(&results, place, closed()).unwrap();
        let text = |field| card.text(field).to_owned();
        (text(Field::Measure), text(Field::Today))
    };
    let (measure, today) = said(6);
    assert_eq!(
        measure,
        "Share of the team that says yes to “In the past 30 days, did you share an AI tip with a colleague?”"
    );
    assert_eq!(today, "19 of 100 (31 answers, 20 November 2026)");
    let (days, today) = said(0);
    assert!(
        days.starts_with("Days of the week, on the team’s average,"),
        "{days}"
    );
    assert_eq!(today, "0.9 of 7 days (31 answers, 20 November 2026)");
    let (often, today) = said(2);
    assert!(often.contains("from never, 0, to always, 100"), "{often}");
    assert_eq!(today, "33 of 100 (28 answers, 20 November 2026)");
}

#[test]
fn a_problem_has_a_direction_only_where_the_gap_has_one() {
    let survey = example::survey();
    let mut results = results(&survey, &example::tally());
    let problem = |results: &Results| {
        let card = idea(results, 6, None).unwrap();
        card.text(Field::Problem).to_owned()
    };
    let [leaders, team] = IDEAS[2].problem;
    let apart = problem(&results);
    assert_eq!(
        apart,
        format!(
            "Shared an AI tip in the past 30 days: Leaders guess 6 in 10; 2 in 10 say so. {leaders}"
        )
    );
    results.dimensions[2].items[0].gap.as_mut().unwrap().points = -40.0;
    assert!(problem(&results).ends_with(team));
    for evidence in [Evidence::Close, Evidence::CannotTell] {
        results.dimensions[2].items[0]
            .gap
            .as_mut()
            .unwrap()
            .evidence = evidence;
        let problem = problem(&results);
        assert!(
            !problem.contains(leaders) && !problem.contains(team),
            "{problem}"
        );
        assert!(!problem.contains("in 10"), "{problem}");
    }
}

#[test]
fn what_is_hidden_is_in_no_card() {
    let survey = example::survey();
    let results = results(&survey, &Tally::empty(&survey));
    for place in 0..18 {
        let card = idea(&results, place, closed()).unwrap();
        assert_eq!(card.text(Field::Today), "");
        assert!(
            card.text(Field::Problem)
                .contains("hidden to protect people")
        );
        assert!(card.holes().iter().any(|hole| hole.field == Field::Today));
    }
}

#[test]
fn a_group_of_one_mind_stays_words() {
    let survey = Survey {
        wording: Wording::RealityCheckWithPair,
        ..example::survey()
    };
    for (is_high, options) in [
        (false, ["few or none", "hardly a day", "at the low end"]),
        (true, ["nearly all", "nearly every day", "at the high end"]),
    ] {
        let results = results(&survey, &of_one_mind(&survey, is_high));
        for place in 0..20 {
            let card = idea(&results, place, None).unwrap();
            let today = card.text(Field::Today);
            let words = today.split(" (").next().unwrap();
            assert!(options.contains(&words), "{}: {today}", card.item());
            assert!(today.ends_with("(9 answers)"), "{today}");
        }
    }
}

#[test]
fn other_wording_is_quoted_only_where_it_fits() {
    let mut results = results(&example::survey(), &example::tally());
    let item = &mut results.dimensions[2].items[0];
    item.item.question.team = "x".repeat(900).into();
    let card = idea(&results, 6, closed()).unwrap();
    assert!(
        card.text(Field::Measure)
            .contains("“Shared an AI tip in the past 30 days”")
    );
    results.dimensions[2].dimension.name = "Something else".into();
    let card = idea(&results, 6, closed()).unwrap();
    assert_eq!(card.text(Field::Stop), GENERAL.stop);
    let open: Vec<Field> = card.holes().iter().map(|hole| hole.field).collect();
    assert_eq!(open, OPEN);
}

/// Nine team members who all gave the answer of least or most points.
fn of_one_mind(survey: &Survey, is_high: bool) -> Tally {
    let items = survey.items();
    let counts = |scale: Scale, side: Side, n: u32| {
        let mut options = vec![0; usize::from(scale.options(side))];
        let place = if scale.is_rising(side) == is_high {
            options.len() - 1
        } else {
            0
        };
        options[place] = n;
        Counts::new(options, 0)
    };
    let all = |scale| BySide {
        executive: counts(scale, Side::Executive, 6),
        team: counts(scale, Side::Team, 9),
    };
    let ballots = BySide {
        executive: 6,
        team: 9,
    };
    let items = items.iter().map(|item| all(item.scale)).collect();
    Tally::with_counts(survey, ballots, items).unwrap()
}

fn results(survey: &Survey, tally: &Tally) -> Results {
    Results::of(survey, &Released::of(survey, tally))
}

fn closed() -> Option<Day> {
    Day::parse("2026-11-20")
}

//! The worked cases of the method, to six decimals, from a tally file to the table for spreadsheets.
//!
//! Each case counts people, so each becomes a survey with these counts, is written as a tally file, read again, and made
//! into a table. What a table never says is not looked for there: chances (the method forbids to print them; the words
//! that they lead to are compared), and when a survey may be looked at again (S24, which no finished tally knows of).

use plumbline::domain::scale::Scale;
use serde_json::{Value, json};

use crate::table::{AT_80, AT_90, AT_95, EVIDENCE, GAP, SIDES_AT_95, VALUES, cells, lines_of, one};

/// Half of the last decimal that is given.
const SIX_DECIMALS: f64 = 5.1e-7;
/// Most degrees of freedom that are tried by way of a file; a group of so many plus one.
const MOST_DEGREES: u64 = 1_999;

#[test]
fn every_worked_case_has_its_way_to_the_table() {
    let cases: Value =
        serde_json::from_str(include_str!("../fixtures/stats_examples.json")).unwrap();
    let ids = cases["cases"].as_array().unwrap().iter();
    let ids: Vec<&str> = ids.map(|case| case["id"].as_str().unwrap()).collect();
    let not_in_a_table = "S24";
    assert_eq!(
        ids,
        [
            "S01",
            "S03",
            "S07",
            "S08",
            "S13",
            not_in_a_table,
            "S27",
            "S28"
        ]
    );
}

/// Of these groups those that a survey publishes in numbers: the others are too small, or few of one mind.
#[test]
fn s01_a_share_and_its_range() {
    let (given, expected) = case("S01");
    let mut compared = 0;
    let pairs = given["pairs_x_n"].as_array().unwrap().iter();
    for (pair, range) in pairs.zip(expected["lower_upper"].as_array().unwrap()) {
        let counts = share(pair);
        let line = one(Scale::YesNo, vec![2, 3], counts.clone());
        let is_few_of_one_mind = counts.contains(&0) && counts.iter().sum::<u32>() < 20;
        if is_few_of_one_mind {
            assert_eq!(line[SIDES_AT_95[1]], "");
        } else {
            same_range(&line[SIDES_AT_95[1]..], &percent(range), 100.0);
            compared += 1;
        }
    }
    assert_eq!(compared, 3);
}

#[test]
fn s03_s07_s08_single_gaps() {
    let (given, expected) = case("S03");
    let line = one(Scale::YesNo, share(&given["exec"]), share(&given["team"]));
    same(&line[GAP], &expected["gap_points"]);
    same_range(&line[AT_95..], &expected["ci95_points"], 1.0);
    same_range(&line[AT_90..], &expected["ci90_points"], 1.0);
    same_range(&line[AT_80..], &expected["ci80_points"], 1.0);

    let (given, expected) = case("S07");
    for name in ["A", "B"] {
        let guesses = on_options(&given[name]["exec_estimates"], 11, |guess| guess / 10);
        let is_of_one_mind = guesses.iter().filter(|n| **n > 0).count() == 1;
        let line = one(Scale::PeopleInTen, guesses, share(&given[name]["team"]));
        let expected = &expected[name];
        same(&line[GAP], &expected["gap_points"]);
        same_range(&line[AT_95..], &expected["gap_ci95"], 1.0);
        same(&line[VALUES[1]], &expected["team_pct"]);
        same_range(&line[SIDES_AT_95[1]..], &expected["team_ci"], 1.0);
        if !is_of_one_mind {
            same(&line[VALUES[0]], &expected["exec_mean"]);
            same_range(&line[SIDES_AT_95[0]..], &expected["exec_ci"], 1.0);
            same(&line[DEVIATION], &expected["sd_used"]);
        }
    }

    let (given, expected) = case("S08");
    let five = |answers: &Value| on_options(answers, 5, |answer| answer - 1);
    let line = one(Scale::Agreement, five(&given["exec"]), five(&given["team"]));
    same(&line[VALUES[0]], &expected["exec_mean"]);
    same(&line[VALUES[1]], &expected["team_mean"]);
    same_range(&line[SIDES_AT_95[0]..], &expected["exec_ci"], 1.0);
    same_range(&line[SIDES_AT_95[1]..], &expected["team_ci"], 1.0);
    same(&line[GAP], &expected["gap_points"]);
    same_range(&line[AT_95..], &expected["gap_ci95_mover"], 1.0);
    let alike = five(&given["exec_all_same"]);
    let line = one(Scale::Agreement, alike, five(&given["team"]));
    let expected = &expected["all_same_exec"];
    same(&line[GAP], &expected["gap_points"]);
    same_range(&line[AT_95..], &expected["gap_ci95_mover"], 1.0);
}

#[test]
fn s13_the_words_of_many_gaps() {
    let (given, expected) = case("S13");
    let given = given["x1_n1_x2_n2"].as_array().unwrap().iter();
    let rows = given.zip(expected["rows"].as_array().unwrap());
    let items = rows.clone().map(|(row, _)| (Scale::YesNo, pair(row)));
    let lines = lines_of(items.collect());
    assert_eq!(lines.len(), 2 + rows.len());
    for (line, (_, row)) in lines[2..].iter().zip(rows) {
        same(&line[GAP], &row["gap"]);
        same_range(&line[AT_95..], &row["ci95"], 1.0);
        same_range(&line[AT_90..], &row["ci90"], 1.0);
        same_range(&line[AT_80..], &row["ci80"], 1.0);
        assert_eq!(line[EVIDENCE].replace(' ', "_"), row["word"]);
    }
}

#[test]
fn s27_a_dimension() {
    let (given, expected) = case("S27");
    let given = given["items_x1_n1_x2_n2"].as_array().unwrap().iter();
    let lines = lines_of(given.map(|row| (Scale::YesNo, pair(row))).collect());
    same(&lines[1][GAP], &expected["gap"]);
    same_range(&lines[1][AT_95..], &expected["ci95"], 1.0);
    for (place, line) in lines[2..].iter().enumerate() {
        same(&line[GAP], &expected["item_gaps"][place]);
        same_range(&line[AT_95..], &expected["item_ci95"][place], 1.0);
    }
}

/// Student's t, worked back from the range around a mean: half its width times the root of n over the deviation.
#[test]
fn s28_student_behind_a_mean() {
    let (given, expected) = case("S28");
    let mut compared = 0;
    for (place, degrees) in given["df"].as_array().unwrap().iter().enumerate() {
        let degrees = degrees.as_u64().unwrap();
        let n = u32::try_from(degrees + 1).unwrap();
        // A team of fewer is hidden, and so many are in no wider range than the scale.
        if !(5..=MOST_DEGREES + 1).contains(&u64::from(n)) {
            continue;
        }
        let team = vec![0, 1, n - 2, 1, 0];
        let line = one(Scale::Often, vec![1, 0, 3, 0, 1], team);
        let number = |place: usize| line[place].parse::<f64>().unwrap();
        let half = (number(SIDES_AT_95[1] + 1) - number(SIDES_AT_95[1])) / 2.0;
        let floor = 25.0 / 12.0_f64.sqrt();
        let t = half * f64::from(n).sqrt() / number(DEVIATION + 1).max(floor);
        let expected = expected["t95"][place].as_f64().unwrap();
        assert!((t - expected).abs() < SIX_DECIMALS, "{degrees}: {t}");
        compared += 1;
    }
    assert_eq!(compared, 15);
}

/// Where the executives' standard deviation stands; the team's is beside it.
const DEVIATION: usize = 28;

fn case(id: &str) -> (Value, Value) {
    let cases: Value =
        serde_json::from_str(include_str!("../fixtures/stats_examples.json")).unwrap();
    let mut all = cases["cases"].as_array().unwrap().iter();
    let case = all.find(|case| case["id"] == id).unwrap();
    (case["inputs"].clone(), case["outputs"].clone())
}

fn same(found: &str, expected: &Value) {
    let (found, expected): (f64, f64) = (found.parse().unwrap(), expected.as_f64().unwrap());
    assert!(
        (found - expected).abs() < SIX_DECIMALS,
        "{found} is not {expected}"
    );
}

/// `scale` times as much room where the case's own decimals were multiplied.
fn same_range(found: &[String], expected: &Value, scale: f64) {
    for (found, expected) in found.iter().zip(expected.as_array().unwrap()) {
        let (found, expected): (f64, f64) = (found.parse().unwrap(), expected.as_f64().unwrap());
        assert!(
            (found - expected).abs() < SIX_DECIMALS * scale,
            "{found} is not {expected}"
        );
    }
}

/// A range from 0 to 1 in points.
fn percent(range: &Value) -> Value {
    json!([
        range[0].as_f64().unwrap() * 100.0,
        range[1].as_f64().unwrap() * 100.0
    ])
}

fn share(pair: &Value) -> Vec<u32> {
    let [yes, n] = [&pair[0], &pair[1]].map(|n| u32::try_from(n.as_u64().unwrap()).unwrap());
    vec![yes, n - yes]
}

/// Two shares as x1, n1, x2, n2.
fn pair(row: &Value) -> plumbline::domain::side::BySide<plumbline::domain::release::Cell> {
    let [executive, team] = [0, 2].map(|place| share(&json!([row[place], row[place + 1]])));
    cells(Scale::YesNo, executive, team)
}

fn on_options(answers: &Value, options: usize, option: impl Fn(u64) -> u64) -> Vec<u32> {
    let mut counts = vec![0; options];
    for answer in answers.as_array().unwrap() {
        counts[usize::try_from(option(answer.as_u64().unwrap())).unwrap()] += 1;
    }
    counts
}

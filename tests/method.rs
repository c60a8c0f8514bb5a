//! The worked cases of the method, to six decimals, through what the rest of the app uses.

#![cfg(not(target_arch = "wasm32"))]

#[path = "method/cases.rs"]
mod cases;
#[path = "method/from_answers.rs"]
mod from_answers;
#[path = "method/recomputed.rs"]
mod recomputed;

use cases::{
    LEVELS, SIX_DECIMALS, case, cases, comparison, list, on_steps, one, same, same_range,
    same_ranges, samples, share, text, whole, word,
};
use plumbline::domain::{
    evidence::Evidence,
    gap::{Comparison, Pair, judge},
    release::may_look,
    side::BySide,
    statistics::{Confidence, Population, Sample, benjamini_hochberg, dominance, wilson},
};
use serde_json::Value;

#[test]
fn every_worked_case_has_its_test() {
    let cases = cases();
    let ids: Vec<&str> = list(&cases["cases"])
        .iter()
        .map(|case| text(&case["id"]))
        .collect();
    assert_eq!(
        ids,
        ["S01", "S03", "S07", "S08", "S13", "S24", "S27", "S28"]
    );
}

#[test]
fn the_three_levels_are_those_of_the_method() {
    let cases = cases();
    for (level, confidence) in LEVELS {
        same(confidence.z(), &cases["meta"]["z"][level]);
    }
}

#[test]
fn s01_wilson() {
    let (inputs, outputs) = case("S01");
    for (pair, expected) in list(&inputs["pairs_x_n"])
        .iter()
        .zip(list(&outputs["lower_upper"]))
    {
        let [x, n] = whole(pair);
        let found = wilson(x, n, Confidence::P95, Population::PeopleLikeThese).unwrap();
        same_range(found.range, expected);
    }
}

#[test]
fn s03_gap_of_two_shares() {
    let (inputs, outputs) = case("S03");
    let gap = one(share(&inputs["exec"]), share(&inputs["team"]));
    same(gap.points, &outputs["gap_points"]);
    same_ranges(&gap, &outputs, "_points");
}

#[test]
fn s07_guesses_against_a_share() {
    let (inputs, outputs) = case("S07");
    for name in ["A", "B"] {
        let (given, expected) = (&inputs[name], &outputs[name]);
        let executives = on_steps(&given["exec_estimates"], 10, |guess| guess / 10);
        let team = share(&given["team"]);
        let floor = 10.0 / 12.0_f64.sqrt();
        same(
            executives.deviation().unwrap().max(floor),
            &expected["sd_used"],
        );
        for (sample, side) in [(executives, "exec"), (team, "team")] {
            let estimate = sample.estimate(Confidence::P95, Population::PeopleLikeThese);
            same_range(estimate.range, &expected[format!("{side}_ci")]);
        }
        same(executives.mean(), &expected["exec_mean"]);
        same(team.mean(), &expected["team_pct"]);
        let gap = one(executives, team);
        same(gap.points, &expected["gap_points"]);
        same_range(gap.ranges.at_95, &expected["gap_ci95"]);
    }
}

#[test]
fn s08_five_steps() {
    let (inputs, outputs) = case("S08");
    let five = |answers: &Value| on_steps(answers, 4, |answer| answer - 1);
    let (executives, team) = (five(&inputs["exec"]), five(&inputs["team"]));
    for (sample, side) in [(executives, "exec"), (team, "team")] {
        let estimate = sample.estimate(Confidence::P95, Population::PeopleLikeThese);
        same(estimate.value, &outputs[format!("{side}_mean")]);
        same_range(estimate.range, &outputs[format!("{side}_ci")]);
    }
    let gap = one(executives, team);
    same(gap.points, &outputs["gap_points"]);
    same_range(gap.ranges.at_95, &outputs["gap_ci95_mover"]);

    let alike = five(&inputs["exec_all_same"]);
    let expected = &outputs["all_same_exec"];
    let estimate = alike.estimate(Confidence::P95, Population::PeopleLikeThese);
    same_range(estimate.range, &expected["exec_ci"]);
    let gap = one(alike, team);
    same(gap.points, &expected["gap_points"]);
    same_range(gap.ranges.at_95, &expected["gap_ci95_mover"]);
}

#[test]
fn s13_evidence() {
    let (inputs, outputs) = case("S13");
    let comparisons: Vec<Option<Comparison>> = list(&inputs["x1_n1_x2_n2"])
        .iter()
        .map(|numbers| comparison(&[numbers]))
        .collect();
    let chances: Vec<f64> = comparisons
        .iter()
        .flatten()
        .map(Comparison::chance)
        .collect();
    let adjusted = benjamini_hochberg(&chances);
    let gaps = judge(&comparisons);
    for (place, row) in list(&outputs["rows"]).iter().enumerate() {
        let gap = gaps[place].unwrap();
        same(gap.points, &row["gap"]);
        same_ranges(&gap, row, "");
        same(chances[place], &row["p_inversion"]);
        same(adjusted[place], &row["p_bh"]);
        assert_eq!(word(gap.evidence), text(&row["word"]), "row {place}");
    }
}

#[test]
fn s24_release_against_differencing() {
    let (inputs, outputs) = case("S24");
    let minimum = u32::try_from(inputs["k"].as_u64().unwrap()).unwrap();
    for (answers, released) in list(&inputs["sequences"])
        .iter()
        .zip(list(&outputs["released"]))
    {
        let mut looked_at = None;
        for (answers, expected) in list(answers).iter().zip(list(released)) {
            let answers = u32::try_from(answers.as_u64().unwrap()).unwrap();
            let may = may_look(minimum, answers, looked_at);
            assert_eq!(
                may,
                expected.as_bool().unwrap(),
                "{answers} after {looked_at:?}"
            );
            looked_at = if may { Some(answers) } else { looked_at };
        }
    }
}

#[test]
fn s27_dimension() {
    let (inputs, outputs) = case("S27");
    let items = list(&inputs["items_x1_n1_x2_n2"]);
    for (place, item) in items.iter().enumerate() {
        let gap = judge(&[comparison(&[item])])[0].unwrap();
        same(gap.points, &outputs["item_gaps"][place]);
        same_range(gap.ranges.at_95, &outputs["item_ci95"][place]);
    }
    let all: Vec<&Value> = items.iter().collect();
    let gap = judge(&[comparison(&all)])[0].unwrap();
    same(gap.points, &outputs["gap"]);
    same_range(gap.ranges.at_95, &outputs["ci95"]);
}

#[test]
fn s28_student() {
    let (inputs, outputs) = case("S28");
    for (place, degrees) in list(&inputs["df"]).iter().enumerate() {
        for (level, confidence) in LEVELS {
            let t = confidence.t(degrees.as_u64().unwrap());
            same(t, &outputs[format!("t{level}")][place]);
        }
    }
}

#[test]
fn published_figures_with_known_n_have_the_right_gap_and_word() {
    // Ranges by Newcombe's formula in a separate program.
    let expected = [
        ("multiverse-2026-daily", 16.995_539, 12.557_910, 21.334_877),
        ("mckinsey-2025-30pct", -8.806_899, -11.023_904, -5.285_683),
        ("writer-2025-success", 30.0, 25.341_891, 34.465_156),
        ("writer-2025-strategy", 32.0, 27.871_621, 35.985_348),
    ];
    let file: Value = serde_json::from_str(include_str!("fixtures/benchmarks.json")).unwrap();
    let all = list(&file["benchmarks"]).iter();
    let with_n: Vec<&Value> = all
        .filter(|entry| !entry["n_exec"].is_null() && !entry["n_team"].is_null())
        .collect();
    assert_eq!(with_n.len(), expected.len());
    for (entry, (id, points, low, high)) in with_n.into_iter().zip(expected) {
        assert_eq!(entry["id"], id);
        // Percent and n as published: so many people as come closest to that.
        let sample = |side: &str| {
            let n = entry[format!("n_{side}")].as_u64().unwrap();
            let x = (n * entry[side].as_u64().unwrap() + 50) / 100;
            Sample::share(x, n).unwrap()
        };
        let gap = one(sample("exec"), sample("team"));
        assert!((gap.points - points).abs() < SIX_DECIMALS, "{}", gap.points);
        assert!(
            (gap.ranges.at_95.low - low).abs() < SIX_DECIMALS,
            "{:?}",
            gap.ranges.at_95
        );
        assert!(
            (gap.ranges.at_95.high - high).abs() < SIX_DECIMALS,
            "{:?}",
            gap.ranges.at_95
        );
        assert_eq!(gap.evidence, Evidence::Clear);
    }
}

#[test]
fn no_number_is_ever_missing_or_endless() {
    let counts = [0, 1, 2, 5, 19, 2_000_000];
    for executives in samples(&counts) {
        for team in samples(&counts) {
            let people = BySide {
                executive: Some(executives.n()),
                team: Some(team.n() + 1),
            };
            let samples = BySide {
                executive: executives,
                team,
            };
            let gap = judge(&[Comparison::of(vec![Pair { samples, people }])])[0].unwrap();
            let ranges = [Some(gap.ranges), gap.this_group];
            assert!(gap.this_group.is_some());
            let ranges = ranges.into_iter().flatten();
            for range in ranges.flat_map(|ranges| [ranges.at_95, ranges.at_90, ranges.at_80]) {
                assert!(range.low.is_finite() && range.high.is_finite());
                assert!(
                    (-100.0..=100.0).contains(&range.low),
                    "{samples:?} {range:?}"
                );
                assert!(
                    (-100.0..=100.0).contains(&range.high),
                    "{samples:?} {range:?}"
                );
                assert!(range.low <= gap.points + 1e-9 && gap.points <= range.high + 1e-9);
            }
        }
    }
    let huge = [400_000, 400_000, 400_000, 400_000, 400_000];
    let found = dominance(&huge, &[1, 0, 0, 0, 1_999_999], Confidence::P95).unwrap();
    assert!(found.range.low < found.delta && found.delta < found.range.high);
}

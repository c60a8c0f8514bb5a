//! The published figures are those that were collected.

use std::fs;

use plumbline::domain::benchmark::{BENCHMARKS, Benchmark};
use serde_json::{Value, json};

use super::root;

#[test]
fn the_published_figures_are_those_of_the_collection() {
    let text = fs::read_to_string(root().join("tests/fixtures/benchmarks.json")).unwrap();
    let mut collection: Value = serde_json::from_str(&text).unwrap();
    let figures = collection["benchmarks"].as_array_mut().unwrap();
    for figure in figures.iter_mut() {
        figure.as_object_mut().unwrap().remove("url");
    }
    let ours: Vec<Value> = BENCHMARKS.iter().map(as_json).collect();
    assert_eq!(ours, *figures);
}

fn as_json(benchmark: &Benchmark) -> Value {
    json!({
        "id": benchmark.id,
        "topic": benchmark.topic,
        "form": benchmark.form,
        "exec": benchmark.percent.executive,
        "team": benchmark.percent.team,
        "n_total": benchmark.n_total,
        "n_exec": benchmark.n.executive,
        "n_team": benchmark.n.team,
        "source": benchmark.source,
        "year": benchmark.year,
        "items": benchmark.items,
    })
}

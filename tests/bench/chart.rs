//! How fast the page draws and saves pictures, beside the same chart by Observable Plot in the same browser.
//!
//! `cargo xtask bench chart` fetches the peer, builds the page and runs this. It prints and judges nothing: what a machine
//! does at the moment is no property of the code.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::{env, fs, path::PathBuf};

use serde_json::{Value, json};

use crate::{browser::Browser, stage::journey};

/// The page that is measured: 18 items on three pictures, and three pictures more.
const RESULTS: &str = "Executives and team, side by side";
const FIRST: &str = "The six dimensions";

/// How often all is drawn, and how often a picture is saved.
const DRAWN: usize = 100;
const SAVED: usize = 9;

/// What it may take, in milliseconds: one frame, and half a second.
const FRAME: f64 = 16.0;
const PICTURE: f64 = 500.0;

/// The peer's files in the folder that `PLUMBLINE_PEER` names, in the order in which they are needed.
const PEER: [&str; 2] = ["d3/dist/d3.min.js", "plot/dist/plot.umd.min.js"];

/// What runs in the page, in this order.
const LISTEN: &str = include_str!("chart-listen.js");
const DRAW: &str = include_str!("chart-ours.js");
const SAVE: &str = include_str!("chart-save.js");
const PLOT: &str = include_str!("chart-plot.js");

#[test]
#[ignore = "a benchmark, run by `cargo xtask bench chart`"]
fn how_fast_pictures_are_drawn() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        let early = json!({ "source": LISTEN });
        let method = "Page.addScriptToEvaluateOnNewDocument";
        let heard = reader.driver.cdp().send_raw(method, early).await;
        heard.expect("Chromium takes scripts for new pages");
        reader.open(&stage.site.address("#/example")).await;
        reader.heading(RESULTS).await;
        let ours = measured(&reader, DRAW, vec![json!(DRAWN)]).await;
        reader.press_under(FIRST, "Size and background").await;
        reader.pick_under(FIRST, "Size of PNG", "3840 × 2160").await;
        let saved = measured(&reader, SAVE, vec![json!(SAVED)]).await;
        let (plot_drawn, plot_saved) = plot(&reader).await;

        let engine = reader.run("return navigator.userAgent", Vec::new()).await;
        println!(
            "\n{}",
            engine.unwrap_or_default().as_str().unwrap_or_default()
        );
        assert_eq!(ours["rows"], 18);
        println!("Milliseconds          median   worst    goal");
        line("18 items drawn", &ours["drawn"], None);
        line("18 items laid out", &ours["laid"], None);
        let ours = line("18 items, both", &ours["taken"], Some(FRAME));
        let plot = line("Plot, 18 rows, both", &plot_drawn, None);
        println!("Plot / ours: {:.2}", plot / ours);
        let ours = line("PNG 3840 x 2160", &saved["taken"], Some(PICTURE));
        let plot = line("Plot, the same", &plot_saved, None);
        println!("Plot / ours: {:.2}", plot / ours);
    });
}

/// Milliseconds of drawing and of saving the same chart by the peer, on an empty page without a policy.
async fn plot(reader: &Browser) -> (Value, Value) {
    let folder = env::var("PLUMBLINE_PEER").expect("PLUMBLINE_PEER names the folder of the peer");
    reader.open("data:text/html,<body>").await;
    for file in PEER {
        let source = fs::read_to_string(PathBuf::from(&folder).join(file));
        let source = json!(source.expect("the peer is there"));
        let read = reader.run("(0, eval)(arguments[0]);", vec![source]).await;
        read.expect("the peer can be read");
    }
    let taken = measured(reader, PLOT, vec![json!(DRAWN), json!(SAVED)]).await;
    (taken["drawn"].clone(), taken["made"].clone())
}

async fn measured(reader: &Browser, script: &str, given: Vec<Value>) -> Value {
    let answer = reader.run_async(script, given).await;
    answer.expect("it can be measured")
}

/// Prints a line of what was taken; returns the median. The first is left out: it warms up.
fn line(what: &str, taken: &Value, goal: Option<f64>) -> f64 {
    let taken = taken.as_array().expect("they are numbers").iter().skip(1);
    let mut taken = Vec::from_iter(taken.filter_map(Value::as_f64));
    taken.sort_unstable_by(f64::total_cmp);
    let (median, worst) = (taken[taken.len() / 2], taken[taken.len() - 1]);
    let goal = goal.map_or_else(String::new, |goal| format!("{goal:8.0}"));
    println!("{what:<20} {median:7.1} {worst:7.1}{goal}");
    median
}

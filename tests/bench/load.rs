//! How soon a respondent can answer on a slow phone, beside `SurveyJS` asking 18 such questions in the same run.
//!
//! `cargo xtask bench load` fetches the peer, builds the site, compresses both with brotli as static hosts do, and runs
//! this. It prints and judges nothing: what a machine does at the moment is no property of the code.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use serde_json::{Value, json};

use crate::{
    browser::Browser,
    people,
    stage::{Stage, journey},
};

/// How often each page is loaded, in a new browser each time.
const TIMES: usize = 7;
/// A slow connection as Chromium's tools apply it: 150 ms for a round trip and 1.6 Mbit/s, with what connections cost.
const LATENCY: f64 = 562.5;
const BYTES_PER_SECOND: u32 = 184_320;
/// A phone's processor beside this machine's.
const SLOWER: u32 = 4;

/// Runs in each page before its own scripts.
const WATCH: &str = include_str!("load-watch.js");

/// What one load took, in milliseconds.
struct Load {
    readable: f64,
    answerable: f64,
    blocked: f64,
}

#[test]
#[ignore = "a benchmark, run by `cargo xtask bench load`"]
fn how_soon_a_respondent_can_answer() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        stage.sees_off(olga).await;
        let (mut ours, mut peer) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            ours.push(load(stage, &links.team).await);
            peer.push(load(stage, &stage.site.address("peer.html")).await);
        }
        println!("\nMilliseconds, median of {TIMES}   Plumbline  SurveyJS   ratio    goal");
        line(
            "something can be read",
            &ours,
            &peer,
            |load| load.readable,
            "0.20",
        );
        line(
            "first question answerable",
            &ours,
            &peer,
            |load| load.answerable,
            "0.35",
        );
        line(
            "blocked until then",
            &ours,
            &peer,
            |load| load.blocked,
            "100 ms",
        );
    });
}

async fn load(stage: &Stage, address: &str) -> Load {
    let person = stage.person("Rosa").await;
    slow_down(&person).await;
    person.open(address).await;
    let noted = person
        .until("the first question can be answered", async || {
            let script = "const [paint] = performance.getEntriesByName('first-contentful-paint');
                return { ...window.noted, readable: paint?.startTime ?? null };";
            let noted = person.run(script, Vec::new()).await?;
            let is_there = noted["answerable"].is_number() && noted["readable"].is_number();
            is_there
                .then_some(noted)
                .ok_or_else(|| "not yet".to_owned())
        })
        .await;
    stage.sees_off(person).await;
    let of = |name: &str| noted[name].as_f64().expect("it is a number");
    Load {
        readable: of("readable"),
        answerable: of("answerable"),
        blocked: of("blocked"),
    }
}

async fn slow_down(person: &Browser) {
    let phone = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
    let network = json!({
        "offline": false,
        "latency": LATENCY,
        "downloadThroughput": BYTES_PER_SECOND,
        "uploadThroughput": BYTES_PER_SECOND,
    });
    for (method, given) in [
        (
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": WATCH }),
        ),
        ("Emulation.setDeviceMetricsOverride", phone),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })),
        ("Network.enable", json!({})),
        ("Network.emulateNetworkConditions", network),
    ] {
        let told = person.driver.cdp().send_raw(method, given).await;
        let _: Value = told.expect("Chromium can be slowed down");
    }
}

fn line(what: &str, ours: &[Load], peer: &[Load], of: fn(&Load) -> f64, goal: &str) {
    let (ours, peer) = (median(ours, of), median(peer, of));
    let ratio = ours / peer.max(f64::MIN_POSITIVE);
    println!("{what:<31} {ours:9.0} {peer:9.0} {ratio:7.2} {goal:>7}");
}

fn median(loads: &[Load], of: fn(&Load) -> f64) -> f64 {
    let mut taken = Vec::from_iter(loads.iter().map(of));
    taken.sort_unstable_by(f64::total_cmp);
    taken[taken.len() / 2]
}

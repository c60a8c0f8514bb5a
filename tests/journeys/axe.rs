//! Accessibility, as axe-core judges it.

use serde_json::Value;

use crate::browser::Browser;

/// The checker; it travels once to each page that is loaded.
const AXE: &str = include_str!("../vendor/axe.min.js");

const RUN: &str = "
const done = arguments[arguments.length - 1];
if (!window.axe) return done(null);
// A colour on its way to another is neither; what a person sees is where it ends.
Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  .then(() => axe.run(document, { resultTypes: ['violations'] }))
  .then((results) => done({ violations: results.violations }), (error) => done({ error: String(error) }));
";

/// What axe-core finds wrong with the page as it is now, in words; empty when nothing is.
pub(crate) async fn violations(browser: &Browser) -> String {
    let mut results = browser.run_async(RUN, Vec::new()).await;
    if results == Ok(Value::Null) {
        let script = format!("{AXE}\n{RUN}");
        results = browser.run_async(&script, Vec::new()).await;
    }
    let results = results.unwrap_or_else(|error| panic!("axe-core does not run: {error}"));
    let violations = results["violations"].as_array();
    let violations = violations.unwrap_or_else(|| panic!("axe-core failed: {results}"));
    let rules: Vec<String> = violations.iter().map(rule).collect();
    rules.join("\n")
}

fn rule(violation: &Value) -> String {
    let places = violation["nodes"].as_array().into_iter().flatten();
    let places: Vec<String> = places.map(place).collect();
    format!(
        "{} ({}): {}\n{}",
        words(&violation["id"]),
        words(&violation["impact"]),
        words(&violation["help"]),
        places.join("\n")
    )
}

fn place(node: &Value) -> String {
    let summary = words(&node["failureSummary"]).replace('\n', "\n      ");
    format!("  - {}\n      {summary}", words(&node["html"]))
}

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

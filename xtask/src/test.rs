//! Every check of the project, one after the other, and what came of them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::browser::{self, Browser};
use crate::count::Count;
use crate::run::{self, Failure, Outcome};
use crate::task::{Scope, Test};
use crate::tool::Tool;
use crate::toolbox::Toolbox;
use crate::toolchain::{self, WASM};
use crate::{office, project, site, sizes};

/// The screen that windows open on. Its pointer rests in the middle, where no window of a journey reaches: else it would
/// seem to move over a page whenever a window of another journey opens or closes. Without `-noreset` the screen starts
/// anew whenever the last window closes, and refuses the next one meanwhile.
const SCREEN: &str = "-noreset -screen 0 4096x3072x24";

/// What runs all journeys.
const JOURNEYS: &str = "test --locked --test journeys -- --test-threads=2";

/// What came of one step.
#[derive(Debug)]
struct Step {
    name: String,
    count: Count,
    seconds: u64,
}

/// Takes all steps that are wanted and says what came of them, the sum in the last line.
///
/// Gives whether all is well: some test ran, and none failed.
///
/// # Errors
///
/// Fails if something needed is missing and cannot be installed.
pub(crate) fn test(wanted: &Test) -> Outcome<bool> {
    let mut steps = Vec::new();
    let toolbox = Toolbox::open(wanted.tools.as_deref())?;
    let needs_page = wanted.scope != Scope::Native;
    if needs_page {
        browser::provide(&wanted.browsers)?;
        toolbox.path_for_building()?;
    }
    let geckodriver = (needs_page && wanted.browsers.contains(&Browser::Firefox))
        .then(|| toolbox.provide(&Tool::geckodriver()))
        .transpose()?;
    office::provide();
    if wanted.scope != Scope::Journeys {
        toolchain::provide_wasm_target()?;
        toolchain::provide_checkers()?;
        check_natively(&mut steps);
    }
    if needs_page {
        travel(
            &wanted.browsers,
            &toolbox,
            geckodriver.as_deref(),
            &mut steps,
        );
    }
    Ok(conclude(&steps))
}

fn check_natively(steps: &mut Vec<Step>) {
    steps.push(step("format", || run::run(&mut cargo("fmt --all --check"))));
    steps.push(step("clippy", || {
        run::run(&mut cargo(
            "clippy --workspace --all-targets --locked -- -D warnings",
        ))?;
        // `--all-targets` passes over tests that `cargo test` alone would not run.
        run::run(&mut cargo("clippy --test journeys --locked -- -D warnings"))
    }));
    steps.push(step("clippy for the browser", || {
        let words = format!("clippy --package plumbline --all-targets --target {WASM} --locked");
        run::run(cargo(&words).args(["--", "-D", "warnings"]))
    }));
    steps.push(step("documentation", || {
        let words = "doc --workspace --no-deps --document-private-items --locked";
        run::run(cargo(words).env("RUSTDOCFLAGS", "-D warnings"))
    }));
    steps.push(tests(
        "tests",
        &mut cargo("test --workspace --locked --no-fail-fast"),
    ));
}

// The release build, and the journeys through it.
fn travel(
    browsers: &[Browser],
    toolbox: &Toolbox,
    geckodriver: Option<&Path>,
    steps: &mut Vec<Step>,
) {
    let mut is_built = false;
    steps.push(step("release build and budget", || {
        site::build(toolbox)?;
        is_built = true;
        sizes::weigh(&project::dist())
    }));
    for browser in browsers {
        let name = format!("journeys in {}", browser.name());
        steps.push(if is_built {
            tests(&name, &mut journeys(JOURNEYS, *browser, geckodriver))
        } else {
            step(&name, || Err(Failure::new("There is no page to test.")))
        });
    }
}

/// Cargo with these words, and what journeys find in their environment.
pub(crate) fn journeys(words: &str, browser: Browser, geckodriver: Option<&Path>) -> Command {
    let mut command = match browser {
        Browser::Chromium | Browser::Firefox => cargo(words),
        Browser::Webkit => on_a_display(&cargo(words)),
    };
    command
        .current_dir(project::root())
        .env("PLUMBLINE_BROWSER", browser.name())
        .env("PLUMBLINE_SITE", absolute(project::dist()));
    if let Some(path) = geckodriver {
        command.env("PLUMBLINE_GECKODRIVER", path);
    }
    command
}

// WebKit's driver has no mode without a window, and no sandbox inside a container.
fn on_a_display(command: &Command) -> Command {
    let mut wrapped = Command::new("xvfb-run");
    wrapped
        .args(["--auto-servernum", "--server-args", SCREEN])
        .arg(command.get_program())
        .args(command.get_args())
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    wrapped
}

fn absolute(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

fn cargo(words: &str) -> Command {
    let mut command = run::cargo();
    command
        .args(words.split_whitespace())
        .current_dir(project::root());
    command
}

// A step that is one test.
fn step(name: &str, check: impl FnOnce() -> Outcome) -> Step {
    let start = begin(name);
    let count = match check() {
        Ok(()) => Count::PASSED,
        Err(failure) => failed(&failure),
    };
    finish(name, start, count)
}

// A step that counts the tests it runs.
fn tests(name: &str, command: &mut Command) -> Step {
    let start = begin(name);
    let mut count = Count::default();
    let result = run::run_reading(command, |line| count.add_line(line));
    match result {
        Err(failure) if count.failed == 0 => count += failed(&failure),
        Ok(()) if count.is_empty() => count += failed(&Failure::new("No test ran.")),
        Ok(()) | Err(_) => {}
    }
    finish(name, start, count)
}

fn begin(name: &str) -> Instant {
    println!("\n== {name}");
    Instant::now()
}

fn failed(failure: &Failure) -> Count {
    println!("{failure}");
    Count::FAILED
}

fn finish(name: &str, start: Instant, count: Count) -> Step {
    Step {
        name: name.to_owned(),
        count,
        seconds: start.elapsed().as_secs(),
    }
}

fn conclude(steps: &[Step]) -> bool {
    println!("\n== what came of it");
    let mut total = Count::default();
    for step in steps {
        total += step.count;
        let verdict = if step.count.failed == 0 {
            "ok"
        } else {
            "FAILED"
        };
        println!("{verdict:<7} {:<26} {:>5} s", step.name, step.seconds);
    }
    println!("{total}");
    total.failed == 0 && !total.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_counts_as_one_test() {
        assert_eq!(step("fine", || Ok(())).count, Count::PASSED);
        assert_eq!(step("not", || Err(Failure::new("no"))).count, Count::FAILED);
    }

    #[test]
    fn a_test_program_that_does_not_start_counts_as_failed() {
        let step = tests("none", &mut Command::new("plumbline-no-such-program"));

        assert_eq!(step.count, Count::FAILED);
    }

    #[test]
    fn without_any_step_nothing_is_proven() {
        assert!(!conclude(&[]));
    }

    #[test]
    fn one_failure_fails_all() {
        let fine = step("fine", || Ok(()));
        let bad = step("bad", || Err(Failure::new("no")));

        assert!(!conclude(&[fine, bad]));
        assert!(conclude(&[step("fine", || Ok(()))]));
    }
}

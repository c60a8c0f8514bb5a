//! Long tests in real browsers, and measurements in one: what would make the test command too long.

use std::path::Path;
use std::process::Command;

use crate::browser::{self, Browser};
use crate::run::{self, Outcome};
use crate::task::Soak;
use crate::tool::Tool;
use crate::toolbox::Toolbox;
use crate::{project, site, test};

/// The measurements of a chat with 1,000 ballots, and of a box of 10,000.
const BENCH_BOX: [&str; 2] = ["large_box::bench_chat", "large_box::bench_box"];

/// Builds the page and puts it to hard use in every browser that is wanted: killed while ballots come in, filled from
/// two tabs, left without room, and shown every hostile name. Each prints a line that begins with `SOAK`.
///
/// # Errors
///
/// Fails if something needed is missing and cannot be installed, or at the first ballot that is lost.
pub(crate) fn soak(wanted: &Soak) -> Outcome {
    let toolbox = Toolbox::open(wanted.tools.as_deref())?;
    let geckodriver = provide(&wanted.browsers, &toolbox)?;
    site::build(&toolbox)?;
    let tests = [
        ("kills::soak_kills", "PLUMBLINE_KILLS", wanted.kills),
        ("streams::soak_tabs", "PLUMBLINE_ROUNDS", wanted.rounds),
        ("storage::soak_sights", "PLUMBLINE_SIGHTS", wanted.rounds),
        ("nearly_full::soak_room", "PLUMBLINE_POINTS", wanted.points),
        ("hostile::soak_names", "PLUMBLINE_EVERY", wanted.every),
    ];
    for browser in &wanted.browsers {
        for (test, variable, times) in tests.iter().filter(|(_, _, times)| *times > 0) {
            let mut command = alone(test, *browser, geckodriver.as_deref());
            run::run(command.env(variable, times.to_string()))?;
        }
    }
    Ok(())
}

/// Builds the page and measures how long a chat and a full box take, and how long the page freezes meanwhile.
///
/// # Errors
///
/// Fails if something needed is missing and cannot be installed, or if a ballot is not counted.
pub(crate) fn bench_box(tools: Option<&Path>) -> Outcome {
    let toolbox = Toolbox::open(tools)?;
    provide(&[Browser::Chromium], &toolbox)?;
    site::build(&toolbox)?;
    BENCH_BOX
        .iter()
        .try_for_each(|test| run::run(&mut alone(test, Browser::Chromium, None)))
}

// What is missing of the browsers, and where Firefox' driver is then.
fn provide(browsers: &[Browser], toolbox: &Toolbox) -> Outcome<Option<std::path::PathBuf>> {
    browser::provide(browsers)?;
    let needs_driver = browsers.contains(&Browser::Firefox);
    needs_driver
        .then(|| toolbox.provide(&Tool::geckodriver()))
        .transpose()
}

// One test that the test command leaves out, and all that it prints.
fn alone(name: &str, browser: Browser, geckodriver: Option<&Path>) -> Command {
    let words = format!("test --locked --test journeys -- --ignored --nocapture --exact {name}");
    let mut command = test::journeys(&words, browser, geckodriver);
    command.current_dir(project::root());
    command
}

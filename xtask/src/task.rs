//! What can be asked for, and reading it from the command line.

use std::path::{self, PathBuf};

use crate::browser::Browser;
use crate::run::{Failure, Outcome};

/// The help text.
pub(crate) const USAGE: &str = "\
cargo xtask serve    install what is missing, build the page, show it in the browser
    --port N           the port to serve on, 8080 if not given
    --no-open          do not open the browser
cargo xtask test     install what is missing, then check everything
    --browsers LIST    chromium (if not given), firefox, webkit, separated by commas
    --only native      all that needs no browser
    --only journeys    only the release build and the journeys through it
cargo xtask bench NAME    measure: method (how often ranges of gaps hold the truth),
                        chart (how fast pictures are drawn and saved),
                        load (how soon a respondent can answer on a slow phone),
                        box (10,000 ballots opened in the page)
cargo xtask soak     build the page and put it to hard use in real browsers
    --browsers LIST    as above
    --kills N          kill the browser so often while ballots come in, 100 if not given
    --rounds N         fill a box of 2,000 from two tabs so often, and look so often when other tabs show it, 10 if not given
    --points N         take the room away so often, 100 if not given
    --every N          show every so many-th hostile name on each screen, all if not given, none for 0
cargo xtask fuzz [TARGET]    try random inputs on the decoders, on all if none is named
    --runs N           inputs for each, 1000000 if not given
cargo xtask dist     leave the finished site in dist/ and weigh it

Each also takes
    --tools DIR        where build tools are kept, if not in your cache folder";

/// What can be measured.
const BENCHES: [&str; 4] = ["method", "chart", "load", BOX];

/// The measurement of a large box.
pub(crate) const BOX: &str = "box";

/// Inputs for each decoder where no number is given.
const RUNS: u64 = 1_000_000;

/// What `soak` takes.
const SOAK: [&str; 6] = [
    "--tools",
    "--browsers",
    "--kills",
    "--rounds",
    "--points",
    "--every",
];

/// The port used where none is asked for.
const PORT: u16 = 8080;

/// One command with all it needs to know.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Print the help text.
    Help,
    /// Build the page and show it.
    Serve(Serve),
    /// Build the page and weigh it.
    Dist {
        /// Another folder for tools.
        tools: Option<PathBuf>,
    },
    /// Check everything.
    Test(Test),
    /// Measure one thing.
    Bench(&'static str),
    /// Put the page to hard use.
    Soak(Soak),
    /// Try random inputs on the decoders.
    Fuzz {
        /// Only on this one.
        target: Option<String>,
        /// Inputs for each.
        runs: u64,
    },
    /// Make what Trunk is building smaller, and write its policy; for Trunk's hook only.
    Finish,
}

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Serve {
    /// Another folder for tools.
    pub(crate) tools: Option<PathBuf>,
    /// The port to try first.
    pub(crate) port: u16,
    /// Whether to open the browser.
    pub(crate) open: bool,
}

/// What to test.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Test {
    /// Another folder for tools.
    pub(crate) tools: Option<PathBuf>,
    /// The browsers for the journeys.
    pub(crate) browsers: Vec<Browser>,
    /// Which steps to take.
    pub(crate) scope: Scope,
}

/// How hard the use is to be; a number of 0 leaves that test out.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Soak {
    /// Another folder for tools.
    pub(crate) tools: Option<PathBuf>,
    /// The browsers.
    pub(crate) browsers: Vec<Browser>,
    /// How often the browser is killed.
    pub(crate) kills: u32,
    /// How often two tabs fill a box.
    pub(crate) rounds: u32,
    /// How often the room is taken away.
    pub(crate) points: u32,
    /// Every so many-th hostile name is shown; none for 0.
    pub(crate) every: u32,
}

/// Which part of the steps to take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Scope {
    /// All steps.
    #[default]
    All,
    /// Steps that need no browser.
    Native,
    /// The release build and the journeys.
    Journeys,
}

#[derive(Default)]
struct Options {
    tools: Option<PathBuf>,
    port: Option<u16>,
    no_open: bool,
    browsers: Option<Vec<Browser>>,
    scope: Scope,
    kills: Option<u32>,
    rounds: Option<u32>,
    points: Option<u32>,
    every: Option<u32>,
}

impl Task {
    /// Reads a command from the words after `cargo xtask`.
    ///
    /// # Errors
    ///
    /// Fails on a word that is not known or a value that is missing or wrong.
    pub(crate) fn parse(words: Vec<String>) -> Outcome<Self> {
        let mut words = words.into_iter();
        let Some(name) = words.next() else {
            return Ok(Self::Help);
        };
        let words: Vec<String> = words.collect();
        match name.as_str() {
            "help" | "--help" | "-h" => Ok(Self::Help),
            "serve" => Options::read(words, &["--tools", "--port", "--no-open"]).map(Self::serve),
            "dist" => Options::read(words, &["--tools"]).map(|options| Self::Dist {
                tools: options.tools,
            }),
            "test" => Options::read(words, &["--tools", "--browsers", "--only"]).map(Self::test),
            "soak" => Options::read(words, &SOAK).map(Self::soak),
            "bench" => bench(&words).map(Self::Bench),
            "fuzz" => fuzz(words),
            "finish" => Options::read(words, &[]).map(|_| Self::Finish),
            _ => Err(misuse(&format!("There is no command `{name}`."))),
        }
    }

    fn serve(options: Options) -> Self {
        Self::Serve(Serve {
            tools: options.tools,
            port: options.port.unwrap_or(PORT),
            open: !options.no_open,
        })
    }

    fn soak(options: Options) -> Self {
        Self::Soak(Soak {
            tools: options.tools,
            browsers: options.browsers.unwrap_or_else(|| vec![Browser::Chromium]),
            kills: options.kills.unwrap_or(100),
            rounds: options.rounds.unwrap_or(10),
            points: options.points.unwrap_or(100),
            every: options.every.unwrap_or(1),
        })
    }

    fn test(options: Options) -> Self {
        Self::Test(Test {
            tools: options.tools,
            browsers: options.browsers.unwrap_or_else(|| vec![Browser::Chromium]),
            scope: options.scope,
        })
    }
}

impl Options {
    fn read(words: Vec<String>, allowed: &[&str]) -> Outcome<Self> {
        let mut options = Self::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let (name, value) = match word.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (word.as_str(), None),
            };
            if !allowed.contains(&name) {
                return Err(misuse(&format!("`{word}` is not known here.")));
            }
            let value = || {
                value
                    .or_else(|| words.next())
                    .ok_or_else(|| misuse(&format!("`{name}` needs a value.")))
            };
            options.set(name, value)?;
        }
        Ok(options)
    }

    fn set(&mut self, name: &str, value: impl FnOnce() -> Outcome<String>) -> Outcome {
        match name {
            "--tools" => self.tools = Some(folder(&value()?)?),
            "--port" => self.port = Some(port(&value()?)?),
            "--no-open" => self.no_open = true,
            "--browsers" => self.browsers = Some(browsers(&value()?)?),
            "--kills" => self.kills = Some(times(&value()?)?),
            "--rounds" => self.rounds = Some(times(&value()?)?),
            "--points" => self.points = Some(times(&value()?)?),
            "--every" => self.every = Some(times(&value()?)?),
            "--only" => self.scope = scope(&value()?)?,
            _ => return Err(misuse(&format!("`{name}` is not known."))),
        }
        Ok(())
    }
}

fn fuzz(words: Vec<String>) -> Outcome<Task> {
    let (mut target, mut runs) = (None, RUNS);
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        if word == "--runs" {
            let number = words.next().unwrap_or_default();
            runs = number
                .parse()
                .map_err(|_| misuse(&format!("`{number}` is not a number of runs.")))?;
        } else if target.is_none() && !word.starts_with('-') {
            target = Some(word);
        } else {
            return Err(misuse(&format!("`{word}` is not known here.")));
        }
    }
    Ok(Task::Fuzz { target, runs })
}

fn bench(words: &[String]) -> Outcome<&'static str> {
    let [name] = words else {
        return Err(misuse("`bench` needs one name."));
    };
    BENCHES
        .into_iter()
        .find(|known| known == name)
        .ok_or_else(|| misuse(&format!("There is no benchmark `{name}`.")))
}

// Absolute, because programs are started in the project's folder.
fn folder(text: &str) -> Outcome<PathBuf> {
    path::absolute(text).map_err(|cause| misuse(&format!("`{text}` is no folder: {cause}.")))
}

fn port(text: &str) -> Outcome<u16> {
    text.parse()
        .map_err(|_| misuse(&format!("`{text}` is not a port from 0 to 65535.")))
}

fn times(text: &str) -> Outcome<u32> {
    text.parse()
        .map_err(|_| misuse(&format!("`{text}` is not a number of times.")))
}

fn browsers(list: &str) -> Outcome<Vec<Browser>> {
    let mut browsers = Vec::new();
    for name in list.split(',') {
        let browser = Browser::named(name)
            .ok_or_else(|| misuse(&format!("`{name}` is not chromium, firefox or webkit.")))?;
        if !browsers.contains(&browser) {
            browsers.push(browser);
        }
    }
    Ok(browsers)
}

fn scope(text: &str) -> Outcome<Scope> {
    match text {
        "native" => Ok(Scope::Native),
        "journeys" => Ok(Scope::Journeys),
        _ => Err(misuse(&format!("`{text}` is neither native nor journeys."))),
    }
}

fn misuse(problem: &str) -> Failure {
    Failure::new(format!("{problem}\n\n{USAGE}"))
}

#[cfg(test)]
mod tests;

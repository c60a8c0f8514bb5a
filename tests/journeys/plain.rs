//! A browser as a person starts it, without a driver, which can be killed and started again on the same profile.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use crate::{
    engine::{Engine, QUIET_CHROMIUM, Wish, mini_browser},
    program::{Program, on_path},
};

/// How long killed processes may take to be gone.
const GONE: Duration = Duration::from_secs(20);

/// Nothing asks, nothing calls home, and a crash before changes nothing.
const FIREFOX_SETTINGS: &str = r#"
user_pref("app.update.enabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("toolkit.startup.max_resumed_crashes", -1);
"#;

/// A profile on a device, and the engine that it is for.
pub(crate) struct Profile {
    engine: Engine,
    home: PathBuf,
}

/// A running browser.
pub(crate) struct Plain {
    program: Program,
}

impl Profile {
    /// A new one, on which nothing is kept.
    pub(crate) fn new(engine: Engine, name: &str) -> Self {
        let folder = format!("plumbline-{}-{name}", std::process::id());
        let home = std::env::temp_dir().join(folder);
        fs::create_dir_all(&home).expect("the folder for temporary files can be written to");
        engine.furnish(&home, Wish::Light);
        if engine == Engine::Firefox {
            let settings = home.join("profile/user.js");
            fs::write(settings, FIREFOX_SETTINGS).expect("its home is new");
        }
        Self { engine, home }
    }

    /// Starts a browser on it that opens an address.
    pub(crate) fn open(&self, address: &str, display: Option<&str>) -> Plain {
        let mut environment = self.engine.environment(&self.home);
        environment.extend(display.map(|display| ("DISPLAY", display.to_owned())));
        let log = File::create(self.home.join("browser.log")).expect("its home can be written to");
        let words = alone(self.engine, &self.home, address);
        Plain {
            program: Program::start(&words, &environment, log),
        }
    }

    /// What the browser said last, for the one who must find out why its page says nothing.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.home.join("browser.log")).unwrap_or_default()
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // What a dying process still writes is cleaned up with the folder for temporary files.
        let _ = fs::remove_dir_all(&self.home);
    }
}

impl Plain {
    /// Kills it and everything that it started, all at once (SIGKILL), and waits until they are gone.
    pub(crate) fn kill(self) {
        let group = self.program.group();
        drop(self.program);
        let end = Instant::now() + GONE;
        while is_alive(group) {
            assert!(Instant::now() < end, "a killed browser lives on");
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn alone(engine: Engine, home: &Path, address: &str) -> Vec<String> {
    let profile = home.join("profile").display().to_string();
    let found = |names: &[&str]| {
        let file = on_path(names);
        file.unwrap_or_else(|| panic!("{} is not on the PATH; install it", names[0]))
    };
    let mut words = match engine {
        Engine::Chromium => {
            let names = ["chromium", "chromium-browser", "google-chrome"];
            let mut words = vec![found(&names).display().to_string()];
            words.extend(QUIET_CHROMIUM.map(String::from));
            words.push(format!("--user-data-dir={profile}"));
            words
        }
        Engine::Firefox => vec![
            found(&["firefox-esr", "firefox"]).display().to_string(),
            "-headless".into(),
            "-no-remote".into(),
            "-profile".into(),
            profile,
        ],
        Engine::Webkit => vec![mini_browser().display().to_string()],
    };
    words.push(address.into());
    words
}

/// Does a process of this group still run? Where the system has no `/proc`, nobody can tell.
fn is_alive(group: u32) -> bool {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes
        .filter_map(|process| fs::read_to_string(process.path().join("stat")).ok())
        .any(|stat| {
            // After the name in brackets: state, parent, group. `Z` is dead, and not yet buried.
            let rest = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
            let mut words = rest.split(' ');
            let is_dead = words
                .next()
                .is_none_or(|state| state == "Z" || state == "X");
            !is_dead && words.nth(1) == Some(group.to_string().as_str())
        })
}

//! The browsers that the journeys run in, and the programs each needs.

use crate::apt;
use crate::run::{self, Failure, Outcome};

/// One of the three engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// The engine of Safari, as GTK has it.
    Webkit,
}

impl Browser {
    /// The browser with this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Chromium, Self::Firefox, Self::Webkit]
            .into_iter()
            .find(|browser| browser.name() == name)
    }

    /// What the command line and the journeys call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    // For each program that must be on the PATH, the names it goes by.
    fn programs(self) -> &'static [&'static [&'static str]] {
        match self {
            // Elsewhere the driver knows where applications are kept.
            Self::Chromium if !cfg!(target_os = "linux") => &[&["chromedriver"]],
            Self::Firefox if !cfg!(target_os = "linux") => &[],
            Self::Chromium => &[
                &["chromium", "chromium-browser", "google-chrome"],
                &["chromedriver"],
            ],
            Self::Firefox => &[&["firefox-esr", "firefox"]],
            Self::Webkit => &[&["WebKitWebDriver"], &["Xvfb"], &["xvfb-run"], &["xauth"]],
        }
    }

    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium if apt::is_ubuntu() => &["chromium-browser", "chromium-chromedriver"],
            Self::Firefox if apt::is_ubuntu() => &["firefox"],
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::Webkit => &["webkit2gtk-driver", "xvfb", "xauth"],
        }
    }

    fn missing(self) -> Option<&'static str> {
        let is_there = |name: &&str| run::find_on_path(name).is_some();
        self.programs()
            .iter()
            .find(|names| !names.iter().any(is_there))
            .and_then(|names| names.first().copied())
    }
}

/// Installs what is missing of `browsers` and their drivers, but for geckodriver.
///
/// # Errors
///
/// Fails if something is missing and cannot be installed here.
pub(crate) fn provide(browsers: &[Browser]) -> Outcome {
    let lacking = browsers
        .iter()
        .filter(|browser| browser.missing().is_some());
    let packages: Vec<&str> = lacking
        .flat_map(|browser| browser.packages())
        .copied()
        .collect();
    if packages.is_empty() {
        return Ok(());
    }
    if apt::is_usable() {
        println!(
            "Installing {} with apt-get: 1 to 3 minutes.",
            packages.join(", ")
        );
        if let Err(failure) = apt::install(&packages) {
            // What is still missing is named with what to do.
            println!("{failure}");
        }
    }
    browsers.iter().copied().try_for_each(check)
}

fn check(browser: Browser) -> Outcome {
    let Some(program) = browser.missing() else {
        return Ok(());
    };
    let name = browser.name();
    let packages = browser.packages().join(" ");
    let attempt = if apt::is_usable() {
        "apt-get did not bring it."
    } else {
        "It can be installed by itself only on Debian and Ubuntu, as root."
    };
    Err(Failure::new(format!(
        "Testing in {name} needs `{program}` on the PATH. {attempt}\nInstall it (on Debian and \
         Ubuntu: `apt-get install {packages}`), choose other engines with `--browsers`, or test \
         without any with `--only native`."
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_goes_by_its_name() {
        for browser in [Browser::Chromium, Browser::Firefox, Browser::Webkit] {
            assert_eq!(Browser::named(browser.name()), Some(browser));
        }
        assert_eq!(Browser::named("safari"), None);
    }
}

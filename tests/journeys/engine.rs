//! The three browser engines: how each is started and told what to be.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use crate::{program::on_path, room::ROOM};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium, headless.
    Chromium,
    /// Firefox, headless.
    Firefox,
    /// The `WebKit` engine in its small browser for GTK, which draws on an X display. It is not Safari.
    Webkit,
}

/// What a person has asked all pages for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Dark on light, and nothing that moves.
    Still,
}

/// `Chromium` without a window, without a sandbox, and without calling home.
pub(crate) const QUIET_CHROMIUM: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Containers often have a shared memory too small for a page.
    "--disable-dev-shm-usage",
    // Two pages of its own, behind the address field that nobody sees, which cost as much as a whole start.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
];

/// A camera that plays a film, and a person who lets pages have it.
const CAMERA: [&str; 2] = [
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
];

/// Lets `WebKit`'s window get as narrow as a phone: its tool bar asks for 447 pixels otherwise.
const NARROW_GTK: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px; }
image { -gtk-icon-transform: scale(0.1); }
";

/// The same for Firefox' window, which asks for 500 pixels.
const NARROW_FIREFOX: &str = ":root { min-width: 0 !important; }\n";

/// Asks GTK, and `WebKit` through it, for nothing that moves.
const STILL_GTK: &str = "[Settings]\ngtk-enable-animations=false\n";

impl Engine {
    /// The engine that `PLUMBLINE_BROWSER` names; Chromium when it names none.
    pub(crate) fn chosen() -> Self {
        match env::var("PLUMBLINE_BROWSER").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::Webkit,
            Ok(other) => panic!("PLUMBLINE_BROWSER is {other}, not chromium, firefox or webkit"),
        }
    }

    /// Its name, as `PLUMBLINE_BROWSER` has it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The driver and its arguments.
    pub(crate) fn driver(self, port: u16) -> Vec<String> {
        let words = match self {
            Self::Chromium => vec!["chromedriver".into(), format!("--port={port}")],
            Self::Firefox => vec![
                env::var("PLUMBLINE_GECKODRIVER").unwrap_or_else(|_| "geckodriver".into()),
                format!("--port={port}"),
                // Its default is one fixed port, which two browsers cannot share.
                "--websocket-port=0".into(),
            ],
            Self::Webkit => vec!["WebKitWebDriver".into(), format!("--port={port}")],
        };
        let known = words[0].contains('/') || on_path(&[&words[0]]).is_some();
        assert!(known, "{} is not on the PATH; install it", words[0]);
        words
    }

    /// What the driver and the browser find in their environment: a home of their own.
    pub(crate) fn environment(self, home: &Path) -> Vec<(&'static str, String)> {
        let within = |folder: &str| home.join(folder).display().to_string();
        let mut variables = vec![
            ("HOME", within("")),
            ("TMPDIR", within("")),
            ("XDG_CONFIG_HOME", within(".config")),
            ("XDG_CACHE_HOME", within(".cache")),
            ("XDG_DATA_HOME", within(".local/share")),
        ];
        if self == Self::Webkit {
            variables.push(("GTK_THEME", "Adwaita".into()));
            // Its sandbox needs rights that root in a container does not have.
            variables.push(("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()));
        }
        variables
    }

    /// Lays out the home in which the browser will live.
    pub(crate) fn furnish(self, home: &Path, wish: Wish) {
        let put = |file: &str, text: &str| {
            let file = home.join(file);
            fs::create_dir_all(file.parent().expect("it lies in home")).unwrap();
            fs::write(file, text).unwrap();
        };
        fs::create_dir_all(downloads(home)).unwrap();
        match self {
            Self::Chromium => {}
            Self::Firefox => put("profile/chrome/userChrome.css", NARROW_FIREFOX),
            Self::Webkit => {
                put(".config/gtk-3.0/gtk.css", NARROW_GTK);
                if wish == Wish::Still {
                    put(".config/gtk-3.0/settings.ini", STILL_GTK);
                }
                let downloads = "XDG_DOWNLOAD_DIR=\"$HOME/downloads\"\n";
                put(".config/user-dirs.dirs", downloads);
            }
        }
    }

    /// What is asked of a new session.
    pub(crate) fn capabilities(self, home: &Path, wish: Wish) -> Value {
        match self {
            Self::Chromium => chromium(home, wish),
            Self::Firefox => firefox(home, wish),
            Self::Webkit => webkit(wish),
        }
    }
}

/// The film that the camera plays for a browser that lives in `home`, as soon as there is one.
pub(crate) fn film(home: &Path) -> PathBuf {
    home.join("film.y4m")
}

/// Where a browser that lives in `home` has its profile.
pub(crate) fn profile(home: &Path) -> PathBuf {
    home.join("profile")
}

/// Where a browser that lives in `home` saves files.
pub(crate) fn downloads(home: &Path) -> PathBuf {
    home.join("downloads")
}

fn chromium(home: &Path, wish: Wish) -> Value {
    let profile = format!("--user-data-dir={}", profile(home).display());
    let film = format!("--use-file-for-fake-video-capture={}", film(home).display());
    let mut args = QUIET_CHROMIUM.to_vec();
    args.extend(CAMERA);
    args.extend([profile.as_str(), &film]);
    match wish {
        Wish::Light => {}
        Wish::Dark => args.push("--force-dark-mode"),
        Wish::Still => args.push("--force-prefers-reduced-motion"),
    }
    let mut options = json!({
        "args": args,
        "prefs": {
            "download.default_directory": downloads(home),
            // It starts with an empty page; its own page for new tabs takes longer than ours.
            "session.restore_on_startup": 4,
            "session.startup_urls": ["about:blank"],
        },
    });
    if let Some(binary) = on_path(&["chromium", "chromium-browser", "google-chrome"]) {
        options["binary"] = json!(binary);
    }
    json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
}

fn firefox(home: &Path, wish: Wish) -> Value {
    let mut options = json!({
        "args": ["-headless", "-profile", profile(home)],
        "prefs": {
            // In kilobytes.
            "dom.quotaManager.temporaryStorage.fixedLimit": firefox_room() >> 10,
            "browser.download.folderList": 2,
            // A camera that shows colours one after another, and a person who lets pages have it.
            "media.navigator.streams.fake": true,
            "media.navigator.permission.disabled": true,
            "browser.download.dir": downloads(home),
            "layout.css.prefers-color-scheme.content-override": i32::from(wish != Wish::Dark),
            "ui.prefersReducedMotion": i32::from(wish == Wish::Still),
            // Reads the style of the window from the profile.
            "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            // Nothing but the page of a journey: no page of its own, no process kept ready.
            "browser.startup.page": 0,
            "browser.newtabpage.enabled": false,
            "browser.newtab.preload": false,
            "dom.ipc.processPrelaunch.enabled": false,
        },
    });
    if let Some(binary) = on_path(&["firefox-esr", "firefox"]) {
        options["binary"] = json!(binary);
    }
    json!({ "moz:firefoxOptions": options })
}

/// Two tabs that write without a pause make its log of changes larger than a journey's little room.
fn firefox_room() -> u32 {
    match env::var_os("PLUMBLINE_ROUNDS") {
        Some(_) => 20 * ROOM,
        None => ROOM,
    }
}

fn webkit(wish: Wish) -> Value {
    let mut args = vec!["--automation"];
    if wish == Wish::Dark {
        args.push("--dark-mode");
    }
    json!({ "webkitgtk:browserOptions": { "binary": mini_browser(), "args": args } })
}

/// `WebKit`'s small browser, which lies in the library folder of its version and not on the PATH.
pub(crate) fn mini_browser() -> PathBuf {
    let folders = ["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from);
    let nested = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    folders
        .into_iter()
        .chain(nested.map(|entry| entry.path()))
        .map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"))
        .find(|file| file.is_file())
        .expect("there is no MiniBrowser of webkit2gtk-4.1; install webkit2gtk-driver")
}

//! The office program that some tests open files with.

use crate::apt;
use crate::run;

/// Without its windows: 95 MB to fetch.
const PACKAGES: [&str; 2] = ["libreoffice-impress-nogui", "libreoffice-calc-nogui"];

/// Installs `LibreOffice` where that can be done and it is missing.
///
/// Without it some tests look at less, and say so: it is no reason to test nothing.
pub(crate) fn provide() {
    if is_there() {
        return;
    }
    let packages = PACKAGES.join(" ");
    if apt::is_usable() {
        println!("Installing LibreOffice ({packages}) with apt-get: about a minute.");
        if let Err(failure) = apt::install(&PACKAGES) {
            println!("{failure}");
        }
    }
    if !is_there() {
        println!(
            "LibreOffice is not on the PATH: tests that open files in it will say so and look at \
             nothing.\nOn Debian and Ubuntu: `apt-get install {packages}`."
        );
    }
}

fn is_there() -> bool {
    let names = ["soffice", "libreoffice"];
    names.iter().any(|name| run::find_on_path(name).is_some())
}

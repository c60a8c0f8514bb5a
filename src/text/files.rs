//! Files and links that people take away, and the way back from them.

use crate::domain::{side::Side, survey::Survey};

/// Over the buttons under the results.
pub const TAKE: &str = "Take it away";
/// What these hold.
pub const TAKE_LEAD: &str = "All of these hold both sides, whatever is chosen above; what is hidden for too few answers is in none of them. Whoever has the tally, a picture or the link can open the same results again, without any key. Of these, only the HTML file has agreed experiments; print, slides and PowerPoint have them too.";
/// In place of a link, for results of another wording than the shipped one, or of more people than a link can count.
pub const NO_LINK: &str = "No link can carry these results: a link holds nothing but counts, of Plumbline’s own questions and of up to a million people a side. Send the tally or the HTML file instead.";
/// A button.
pub const HTML: &str = "Save as one file (HTML)";
/// A button.
pub const CSV: &str = "Download CSV";
/// A button.
pub const TALLY: &str = "Download the tally";
/// A button.
pub const LINK: &str = "Copy result link";
/// Over the address that the link has.
pub const LINK_SHOWN: &str = "The link that shows these results";
/// The tally's name in its file's name.
pub const TALLY_TITLE: &str = "Tally";
/// The fold with these buttons under a small picture.
pub const SAVE: &str = "Save this picture";
/// A button.
pub const COPY_PICTURE: &str = "Copy picture";
/// The picture is on the clipboard.
pub const PICTURE_COPIED: &str = "The picture is on the clipboard.";
/// The clipboard refused the picture.
pub const PICTURE_NOT_COPIED: &str =
    "This browser does not let the page copy pictures. Download the PNG instead.";
/// The fold with the choices.
pub const FORMAT: &str = "Size and background";
/// A choice.
pub const SIZE: &str = "Size of PNG";
/// Its options.
pub const SIZES: [&str; 2] = ["1920 × 1080", "3840 × 2160"];
/// A choice.
pub const BACKGROUND: &str = "Background";
/// Its options.
pub const BACKGROUNDS: [&str; 3] = ["White", "Dark", "Transparent"];

/// The section on the first screen.
pub const OPEN: &str = "Open results";
/// What can be opened.
pub const OPEN_HINT: &str = "A tally file, or a picture that Plumbline made (SVG or PNG). You can also drop it anywhere on this page. It is read here, and sent nowhere.";
/// While a file is read.
pub const READING: &str = "Reading the file…";
/// Over results from a file.
pub const FROM_FILE: &str = "Opened from a file. Plumbline cannot tell who made it, or whether its numbers were changed. It is gone from this page when you reload; the file stays.";
/// Over results from a link.
pub const FROM_LINK: &str = "Opened from a link, to look at. Plumbline cannot tell who made it, or whether its numbers were changed.";
/// The screen of opened results without any.
pub const NOTHING_OPENED: &str = "No results are open. Open a file to see them.";

/// A side and an item, to say where in a file something is.
#[must_use]
pub fn place(item: Option<&str>, side: Option<Side>) -> String {
    let side = side.map(|side| match side {
        Side::Executive => "executives",
        Side::Team => "team",
    });
    match (item, side) {
        (Some(item), Some(side)) => format!("item {item}, {side}"),
        (Some(item), None) => format!("item {item}"),
        (None, Some(side)) => side.to_owned(),
        (None, None) => "the file’s head".to_owned(),
    }
}

/// The most bytes of a team's and of a picture's name in a file's: file systems refuse names of more than 255 bytes, and
/// some programs far shorter ones. What is told apart by its end, such as “exactly this group”, fits.
const LONGEST: [usize; 2] = [32, 66];
/// What ends the names of pictures that are not for a white ground, so that one does not take another's place.
pub const ENDS: [&str; 3] = ["", "_dark", "_transparent"];

/// A file's name without its ending.
#[must_use]
pub fn file_name(survey: &Survey, what: &str, date: &str) -> String {
    let [team, what] = [plain(&survey.team, LONGEST[0]), plain(what, LONGEST[1])];
    format!("plumbline_{team}_{what}_{date}")
}

/// Letters and digits of any script, everything else a single hyphen: safe as a file's name everywhere. It takes at most
/// so many bytes.
///
/// Only ASCII letters are made small: Unicode's tables of small letters would be 7 KB of the page.
fn plain(text: &str, longest: usize) -> String {
    let hyphened: String = text
        .chars()
        .map(|c| if is_kept(c) { c } else { '-' })
        .collect();
    let parts: Vec<&str> = hyphened
        .split('-')
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        return "survey".to_owned();
    }
    let name = parts.join("-");
    let name = &name[..name.floor_char_boundary(longest)];
    name.trim_end_matches('-').to_ascii_lowercase()
}

/// Letters and digits, by the blocks that Unicode puts them in; of the blocks for signs, spaces and directions none.
fn is_kept(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{C0}'..='\u{1FFF}' | '\u{3040}'..='\u{D7FF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;

    #[test]
    fn a_file_is_named_after_what_is_in_it() {
        let survey = Survey {
            team: "R&D / <script> Zürich".to_owned(),
            ..example::survey()
        };
        assert_eq!(
            file_name(&survey, "The six dimensions", "2026-11-22"),
            "plumbline_r-d-script-zürich_the-six-dimensions_2026-11-22"
        );
    }

    #[test]
    fn however_long_a_team_or_a_title_is_a_file_can_be_named_after_it() {
        for letter in ["W", "社", "ü", "a-", "👩"] {
            let survey = Survey {
                team: letter.repeat(200),
                ..example::survey()
            };
            let name = file_name(&survey, &"Ein Satz ".repeat(60), "2026-11-22");
            assert!(name.len() <= 120, "{name}");
            let parts: Vec<&str> = name.split('_').collect();
            assert_eq!(parts.len(), 4, "{name}");
            assert!(parts.iter().all(|part| !part.is_empty()), "{name}");
            assert!(!name.contains("-_"), "{name}");
        }
    }
}

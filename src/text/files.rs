//! Files and links that people take away, and the way back from them.

use crate::domain::side::Side;

/// Over the buttons under the results.
pub const TAKE: &str = "Take it away";
/// What these hold.
pub const TAKE_LEAD: &str = "All of these hold only what is shown here: what is hidden is not in them. Whoever has the tally, a picture or the link can open the same results again, without any key.";
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

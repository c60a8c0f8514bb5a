//! One style sheet in place of many: one request and one hash, and what repeats compresses.

use std::fs;
use std::ops::Range;

use crate::page;
use crate::run::{Failure, Outcome};
use crate::staged::{self, Staged, integrity};

/// The one style sheet.
const NAME: &str = "style";
/// How many digits of its hash stand in its name, so that no browser shows an old one.
const DIGITS: usize = 12;

/// Joins the page's style sheets in the order in which it names them.
///
/// # Errors
///
/// Fails if one is missing or cannot be replaced.
pub(crate) fn join(staged: &mut Staged) -> Outcome {
    let (places, names): (Vec<_>, Vec<_>) = linked(staged.page_mut()).into_iter().unzip();
    let mut joined = String::new();
    for name in &names {
        let path = staged.path(name);
        joined.push_str(&without_comments(&staged::text(&path)?));
        fs::remove_file(&path).map_err(|cause| Failure::io("remove", &path, &cause))?;
    }
    let hash = integrity(joined.as_bytes());
    let name = format!("{NAME}-{}.css", digits(&hash));
    staged::write(&staged.path(&name), joined.as_bytes())?;
    // Without `crossorigin` a page without an origin of its own, as where storage is forbidden, refuses the sheet.
    let link = format!(
        r#"<link rel="stylesheet" href="./{name}" crossorigin="anonymous" integrity="{hash}"/>"#
    );
    replace_all(staged.page_mut(), &places, &link);
    Ok(())
}

/// A style sheet without comments and without space around its lines.
fn without_comments(sheet: &str) -> String {
    let mut bare = String::with_capacity(sheet.len());
    for (number, piece) in sheet.split("/*").enumerate() {
        let after = if number == 0 {
            piece
        } else {
            piece.split_once("*/").map_or("", |(_, after)| after)
        };
        bare.push_str(after);
    }
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Letters and digits of a hash, for a file's name.
fn digits(hash: &str) -> String {
    let digits = hash.chars().skip("sha384-".len());
    let digits = digits.filter(char::is_ascii_alphanumeric).take(DIGITS);
    digits.collect::<String>().to_ascii_lowercase()
}

/// The page's links to style sheets: where they stand, and the files' names.
fn linked(page: &str) -> Vec<(Range<usize>, String)> {
    let tags = page::tags(page).into_iter();
    tags.filter(|tag| tag.name == "link" && tag.attribute("rel") == Some("stylesheet"))
        .filter_map(|tag| {
            let name = tag.attribute("href")?.trim_start_matches("./");
            Some((tag.place, name.to_owned()))
        })
        .collect()
}

/// Puts `link` in the first of `places` and nothing in the others.
fn replace_all(page: &mut String, places: &[Range<usize>], link: &str) {
    for (number, place) in places.iter().enumerate().rev() {
        page.replace_range(place.clone(), if number == 0 { link } else { "" });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_link_stands_for_all() {
        let mut page = "<head><link rel=stylesheet href=./a.css><link rel=icon href=i>\
                        <link rel=\"stylesheet\" href=\"./b.css\"/></head>"
            .to_owned();

        let (places, names): (Vec<_>, Vec<_>) = linked(&page).into_iter().unzip();
        replace_all(&mut page, &places, "<link one>");

        assert_eq!(names, ["a.css", "b.css"]);
        assert_eq!(page, "<head><link one><link rel=icon href=i></head>");
    }

    #[test]
    fn comments_are_not_loaded() {
        let sheet = "/* one */ a { b: c }\n\n  /* two\n three */\n  d { e: f } /* end";

        assert_eq!(without_comments(sheet), "a { b: c }\nd { e: f }\n");
    }

    #[test]
    fn a_name_holds_letters_and_digits_only() {
        assert_eq!(digits("sha384-A+b/C=d"), "abcd");
    }
}

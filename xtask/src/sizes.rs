//! What the site weighs, and what a first visit loads of it.

use std::cmp::min;
use std::fs;
use std::io;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;

use crate::page;
use crate::run::{Failure, Outcome};

/// What a first visit may load, compressed: about a second on a slow phone's connection.
const BUDGET: usize = 150 * 1024;

/// Brotli at its best, as static hosts prepare files.
const QUALITY: i32 = 11;
const WINDOW: i32 = 22;

/// Files that no visit to the page itself asks for.
const APART: [&str; 4] = ["404.html", "robots.txt", "sitemap.xml", "_headers"];

/// Kinds of files that are asked for only if the page or a style sheet names them.
const ONLY_IF_NAMED: [&str; 8] = ["png", "svg", "ico", "jpg", "webp", "txt", "ttf", "md"];

#[derive(Debug)]
struct SiteFile {
    name: String,
    content: Vec<u8>,
}

/// Prints what each file in `folder` weighs, and the sum of a first visit beside its budget.
///
/// # Errors
///
/// Fails if a file cannot be read or a first visit loads more than its budget.
pub(crate) fn weigh(folder: &Path) -> Outcome {
    let mut files = Vec::new();
    collect(folder, "", &mut files).map_err(|cause| Failure::io("read", folder, &cause))?;
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let named = named_at_first(&files);

    println!(
        "\n{:<52} {:>9} {:>9} {:>12}",
        "file", "bytes", "brotli", "first visit"
    );
    let mut total = 0;
    for file in &files {
        let size = compressed(&file.content)
            .map_err(|cause| Failure::io("compress", &folder.join(&file.name), &cause))?;
        let first = is_loaded_at_first(&file.name, &named).then(|| min(size, file.content.len()));
        total += first.unwrap_or_default();
        print_row(file, size, first);
    }
    judge(total)
}

fn print_row(file: &SiteFile, size: usize, first: Option<usize>) {
    let first = first.map_or_else(|| "-".to_owned(), |size| size.to_string());
    let bytes = file.content.len();
    println!("{:<52} {bytes:>9} {size:>9} {first:>12}", file.name);
}

fn judge(total: usize) -> Outcome {
    let share = total * 100 / BUDGET;
    println!("A first visit loads {total} bytes, {share} % of its budget of {BUDGET}.");
    if total <= BUDGET {
        return Ok(());
    }
    Err(Failure::new(format!(
        "A first visit loads {} bytes more than its budget.",
        total - BUDGET
    )))
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<SiteFile>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            let content = fs::read(entry.path())?;
            files.push(SiteFile { name, content });
        }
    }
    Ok(())
}

fn compressed(mut content: &[u8]) -> io::Result<usize> {
    let settings = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut written = Vec::new();
    brotli::BrotliCompress(&mut content, &mut written, &settings)?;
    Ok(written.len())
}

// The text in which a file must be named to be loaded: index.html's tags and the style sheets.
fn named_at_first(files: &[SiteFile]) -> String {
    let mut named = String::new();
    for file in files {
        let text = String::from_utf8_lossy(&file.content);
        if file.name == "index.html" {
            for tag in page::tags(&text).iter().filter(|tag| is_for_visits(tag)) {
                named.push_str(&text[tag.place.clone()]);
            }
        } else if extension(&file.name) == "css" {
            named.push_str(&text);
        }
    }
    named
}

// Icons of installed apps and pictures for other sites' previews are loaded another time.
fn is_for_visits(tag: &page::Tag<'_>) -> bool {
    tag.name != "meta" && tag.attribute("rel") != Some("apple-touch-icon")
}

// Whatever is in doubt counts.
fn is_loaded_at_first(name: &str, named: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    let needs_name = ONLY_IF_NAMED.contains(&extension(name));
    !APART.contains(&name) && (!needs_name || named.contains(last))
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_count_if_the_page_or_a_style_names_them() {
        let named = named_at_first(&[
            file(
                "index.html",
                "<link rel=icon href=./icon.svg><link rel='apple-touch-icon' href=touch.png>\
                 <meta property=og:image content=card.png>",
            ),
            file("base.css", "p { background: url(paper.png) }"),
            file("app.js", "'unknown.png'"),
        ]);

        for (name, loaded) in [
            ("index.html", true),
            ("app.wasm", true),
            ("font/one.woff2", true),
            ("site.webmanifest", true),
            ("icon.svg", true),
            ("img/paper.png", true),
            ("touch.png", false),
            ("card.png", false),
            ("icon-512.png", false),
            ("font/one.ttf", false),
            ("404.html", false),
            ("robots.txt", false),
        ] {
            assert_eq!(is_loaded_at_first(name, &named), loaded, "{name}");
        }
    }

    #[test]
    fn repetition_compresses_well() {
        assert!(compressed(&[7; 10_000]).unwrap() < 100);
    }

    #[test]
    fn one_byte_over_the_budget_is_too_much() {
        assert_eq!(judge(BUDGET), Ok(()));
        assert_eq!(
            judge(BUDGET + 1).unwrap_err().to_string(),
            "A first visit loads 1 bytes more than its budget."
        );
    }

    fn file(name: &str, content: &str) -> SiteFile {
        SiteFile {
            name: name.to_owned(),
            content: content.as_bytes().to_vec(),
        }
    }
}

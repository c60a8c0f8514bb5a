//! What the site weighs, and what a first visit loads of it.

use std::cmp::min;
use std::fs;
use std::io;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;

use crate::page;
use crate::run::{Failure, Outcome};

/// What a first visit to the site may load, compressed: about a second on a slow connection.
const FIRST: usize = 150 * 1024;
/// What results may load: all charts, statistics, tables and files, at once, so that a meeting room without a network
/// is no obstacle. Since version 0.1 also the article, half pages for leaders, the one HTML file, leaving out and waves;
/// 6 KB more are labels and footers that say in each picture what it shows, tables beside all of them, and results of a
/// file that go along; another 6 are the agreed experiments, read from where their cards are kept. The last 4 KB
/// tell items of other wordings from ours, say in words what is none or all of a few, lead from a sentence in the one
/// HTML file to its row, read every sentence and picture as one of exactly this group where that is asked for, and name a
/// tally's damage.
const RESULTS: usize = 257 * 1024;
/// What presenting may load: the charts once more, the slides, the cards, and the writer of files for slides. The last
/// 5 KB are numbers that do not wait for ever, items of other wordings told from ours, all keys in the notes' window,
/// files that are dropped, paper from where slides are arranged, and long text that fits its boxes in `PowerPoint`.
const MEETING: usize = 295 * 1024;
/// What the camera's page may load: the reader of pictures is in it. Nobody comes to it before there is a survey.
const CAMERA: usize = 205 * 1024;

/// The documents, each with who comes to it first. Each loads at once all that it will ever need.
const DOCUMENTS: [Document; 6] = [
    Document {
        page: "answer.html",
        visitor: "a respondent",
        budget: FIRST,
    },
    Document {
        page: "index.html",
        visitor: "an organiser",
        budget: FIRST,
    },
    Document {
        page: "results.html",
        visitor: "a reader of results",
        budget: RESULTS,
    },
    Document {
        page: "device.html",
        visitor: "whoever looks after what a device keeps",
        budget: FIRST,
    },
    Document {
        page: "meeting.html",
        visitor: "whoever presents results",
        budget: MEETING,
    },
    Document {
        page: "camera.html",
        visitor: "whoever reads codes with the camera",
        budget: CAMERA,
    },
];

/// Brotli at its best, as static hosts prepare files.
const QUALITY: i32 = 11;
const WINDOW: i32 = 22;

/// Files that no visit to the page itself asks for.
const APART: [&str; 4] = ["404.html", "robots.txt", "sitemap.xml", "_headers"];

/// Kinds of files that are asked for only if the page or a style sheet names them.
const ONLY_IF_NAMED: [&str; 8] = ["png", "svg", "ico", "jpg", "webp", "txt", "ttf", "md"];

#[derive(Debug)]
struct Document {
    page: &'static str,
    visitor: &'static str,
    budget: usize,
}

#[derive(Debug)]
struct SiteFile {
    name: String,
    content: Vec<u8>,
}

/// Prints what each file in `folder` weighs, and the sum of a first visit to each document beside its budget.
///
/// # Errors
///
/// Fails if a file cannot be read or a first visit loads more than its budget.
pub(crate) fn weigh(folder: &Path) -> Outcome {
    let mut files = Vec::new();
    collect(folder, "", &mut files).map_err(|cause| Failure::io("read", folder, &cause))?;
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let named = DOCUMENTS.map(|document| named_at_first(&files, document.page));

    let pages = DOCUMENTS.map(|document| document.page.to_owned());
    print_row("file", ["bytes".to_owned(), "brotli".to_owned()], pages);
    let mut totals = [0; DOCUMENTS.len()];
    for file in &files {
        let size = brotli(&file.content)
            .map(|packed| packed.len())
            .map_err(|cause| Failure::io("compress", &folder.join(&file.name), &cause))?;
        let loaded = is_loaded_at_first(&file.name, &named)
            .map(|is_loaded| is_loaded.then(|| min(size, file.content.len())));
        for (total, loaded) in totals.iter_mut().zip(loaded) {
            *total += loaded.unwrap_or_default();
        }
        let sizes = [file.content.len(), size].map(|size| size.to_string());
        let loaded =
            loaded.map(|size| size.map_or_else(|| "-".to_owned(), |size| size.to_string()));
        print_row(&file.name, sizes, loaded);
    }
    // All totals are printed before one of them fails.
    let judged = DOCUMENTS.iter().zip(totals).map(judge);
    judged.collect::<Vec<_>>().into_iter().collect()
}

fn print_row(name: &str, sizes: [String; 2], loaded: [String; DOCUMENTS.len()]) {
    let [bytes, brotli] = sizes;
    print!("{name:<44} {bytes:>9} {brotli:>9}");
    for size in loaded {
        print!(" {size:>12}");
    }
    println!();
}

fn judge((document, total): (&Document, usize)) -> Outcome {
    let Document {
        visitor, budget, ..
    } = document;
    let share = total * 100 / budget;
    println!(
        "The first visit of {visitor} loads {total} bytes, {share} % of its budget of {budget}."
    );
    if total <= *budget {
        return Ok(());
    }
    Err(Failure::new(format!(
        "The first visit of {visitor} loads {} bytes more than its budget.",
        total - budget
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

/// The content as static hosts send it: brotli at its best.
///
/// # Errors
///
/// Returns what the encoder says.
pub(crate) fn brotli(mut content: &[u8]) -> io::Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut written = Vec::new();
    brotli::BrotliCompress(&mut content, &mut written, &settings)?;
    Ok(written)
}

// The text in which a file must be named to be loaded with `page`: its tags, its scripts, and its style sheets.
fn named_at_first(files: &[SiteFile], page: &str) -> String {
    let mut named = String::new();
    let texts = |wanted: &'static str| {
        let files = files
            .iter()
            .filter(move |file| extension(&file.name) == wanted);
        files.map(|file| (&file.name, String::from_utf8_lossy(&file.content)))
    };
    for (_, text) in texts("html").filter(|(name, _)| *name == page) {
        for tag in page::tags(&text).iter().filter(|tag| is_for_visits(tag)) {
            named.push_str(&text[tag.place.clone()]);
            named.push_str(tag.text);
        }
    }
    let styles: String = texts("css")
        .filter(|(name, _)| named.contains(name.as_str()))
        .map(|(_, text)| text)
        .collect();
    named + &styles
}

// Icons of installed apps and pictures for other sites' previews are loaded another time.
fn is_for_visits(tag: &page::Tag<'_>) -> bool {
    tag.name != "meta" && tag.attribute("rel") != Some("apple-touch-icon")
}

// With which document a file is loaded; what no document names counts with each, unless it is of a kind to be named.
fn is_loaded_at_first(name: &str, named: &[String; DOCUMENTS.len()]) -> [bool; DOCUMENTS.len()] {
    let last = name.rsplit('/').next().unwrap_or(name);
    if APART.contains(&name) {
        return [false; DOCUMENTS.len()];
    }
    if DOCUMENTS.iter().any(|document| document.page == name) {
        return DOCUMENTS.map(|document| document.page == name);
    }
    let is_named = std::array::from_fn(|place| named[place].contains(last));
    if is_named.contains(&true) || ONLY_IF_NAMED.contains(&extension(name)) {
        return is_named;
    }
    [true; DOCUMENTS.len()]
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_counts_with_the_document_that_names_it() {
        let files = [
            file(
                "index.html",
                "<link rel=icon href=./icon.svg><link rel='apple-touch-icon' href=touch.png>\
                 <link rel=stylesheet href=all.css><script>import './app.js'</script>\
                 <meta property=og:image content=card.png>",
            ),
            file(
                "answer.html",
                "<link rel=icon href=./icon.svg><link rel=stylesheet href=base.css>",
            ),
            file("results.html", "<link rel=stylesheet href=all.css>"),
            file("base.css", "p { background: url(paper.png) }"),
            file("all.css", "p { background: url(canvas.png) }"),
        ];
        let named = DOCUMENTS.map(|document| named_at_first(&files, document.page));

        let every = DOCUMENTS.map(|document| document.page);
        for (name, with) in [
            ("index.html", &["index.html"][..]),
            ("answer.html", &["answer.html"]),
            ("results.html", &["results.html"]),
            ("app.js", &["index.html"]),
            ("unknown.wasm", &every),
            ("site.webmanifest", &every),
            ("icon.svg", &["answer.html", "index.html"]),
            ("img/paper.png", &["answer.html"]),
            ("img/canvas.png", &["index.html", "results.html"]),
            ("touch.png", &[]),
            ("card.png", &[]),
            ("font/one.ttf", &[]),
            ("404.html", &[]),
            ("robots.txt", &[]),
        ] {
            let expected = every.map(|page| with.contains(&page));
            assert_eq!(is_loaded_at_first(name, &named), expected, "{name}");
        }
    }

    #[test]
    fn repetition_compresses_well() {
        assert!(brotli(&[7; 10_000]).unwrap().len() < 100);
    }

    #[test]
    fn one_byte_over_the_budget_is_too_much() {
        for document in &DOCUMENTS {
            assert_eq!(judge((document, document.budget)), Ok(()));
            let failure = judge((document, document.budget + 1)).unwrap_err();
            assert!(
                failure
                    .to_string()
                    .ends_with("loads 1 bytes more than its budget.")
            );
        }
    }

    fn file(name: &str, content: &str) -> SiteFile {
        SiteFile {
            name: name.to_owned(),
            content: content.as_bytes().to_vec(),
        }
    }
}

//! The page's Content-Security-Policy, written into each built page by Trunk's `post_build` hook.
//!
//! Trunk writes the script that starts the page while it builds, so only then can it be allowed
//! by its hash. Everything else inline is refused here, where the browser would only refuse it
//! silently.

use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::Path;

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use crate::page::{self, Tag};
use crate::run::{Failure, Outcome};
use crate::staged::{self, Staged};

/// Stands in the source where the policy goes.
const PLACEHOLDER: &str = "{{policy}}";

/// The tag that a page must have.
const EXPECTED: &str = r#"<meta http-equiv="Content-Security-Policy" content="{{policy}}">"#;

/// Writes the policy into the pages.
///
/// # Errors
///
/// Fails if a page is missing, has no place for the policy, or breaks it.
pub(crate) fn write_into_pages(staged: &Staged) -> Outcome {
    staged.pages()?.iter().try_for_each(|page| write_into(page))
}

fn write_into(path: &Path) -> Outcome {
    let page = staged::text(path)?;
    let page = with_policy(&page)
        .map_err(|problem| Failure::new(format!("{}: {problem}", path.display())))?;
    fs::write(path, page).map_err(|cause| Failure::io("write the built page", path, &cause))
}

/// `page` with the policy in its place, before anything that the policy rules.
fn with_policy(page: &str) -> Outcome<String> {
    let tags = page::tags(page);
    refuse_inline(&tags)?;
    let meta = tags
        .iter()
        .find(|tag| is_policy(tag))
        .ok_or_else(|| Failure::new(format!("there must be `{EXPECTED}`, once, for the policy")))?;
    // Written anew: the page's own tag need not have quotation marks.
    let written = EXPECTED.replace(PLACEHOLDER, &policy(&tags));
    if stands_first(meta, &tags) {
        return Ok(replaced(page, meta.place.clone(), &written));
    }
    let place = first_place(&tags)?;
    let rest = replaced(page, meta.place.clone(), "");
    Ok(replaced(&rest, place..place, &written))
}

fn is_policy(tag: &Tag<'_>) -> bool {
    let header = tag.attribute("http-equiv").unwrap_or_default();
    tag.name == "meta"
        && header.eq_ignore_ascii_case("content-security-policy")
        && tag.attribute("content") == Some(PLACEHOLDER)
}

fn policy(tags: &[Tag<'_>]) -> String {
    let mut hashes = String::new();
    for script in tags.iter().filter(|tag| is_inline_script(tag)) {
        let _ = write!(hashes, "'sha256-{}' ", hash(script.text));
    }
    format!(
        "default-src 'none'; script-src 'self' {hashes}'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self'; base-uri 'none'; form-action 'none'"
    )
}

fn is_inline_script(tag: &Tag<'_>) -> bool {
    tag.name == "script" && tag.attribute("src").is_none()
}

// Browsers read every line end as `\n` before they hash.
fn hash(script: &str) -> String {
    let script = script.replace("\r\n", "\n").replace('\r', "\n");
    BASE64.encode(&Sha256::digest(script.as_bytes()))
}

fn refuse_inline(tags: &[Tag<'_>]) -> Outcome {
    for tag in tags {
        let name = &tag.name;
        if name == "style" {
            return Err(Failure::new(
                "a <style> element breaks the policy; link a style sheet",
            ));
        }
        for (attribute, value) in tag.attributes() {
            if breaks_policy(attribute, value) {
                return Err(Failure::new(format!(
                    "`{attribute}` in <{name}> breaks the policy; use a class or the program"
                )));
            }
        }
    }
    Ok(())
}

fn breaks_policy(attribute: &str, value: &str) -> bool {
    let scheme = value.trim_start().get(..11).unwrap_or_default();
    attribute == "style"
        || attribute.starts_with("on")
        || scheme.eq_ignore_ascii_case("javascript:")
}

// A policy rules only what comes after it, and only inside <head>.
fn stands_first(meta: &Tag<'_>, tags: &[Tag<'_>]) -> bool {
    tags.iter()
        .take_while(|tag| tag.place.start < meta.place.start)
        .all(|tag| ["html", "head", "meta", "title"].contains(&tag.name.as_str()))
}

// After the page's encoding, which must stand in its first kilobyte.
fn first_place(tags: &[Tag<'_>]) -> Outcome<usize> {
    let head = tags.iter().find(|tag| tag.name == "head");
    let encoding = tags.iter().find(|tag| tag.attribute("charset").is_some());
    let is_early = |tag: &&Tag<'_>| tag.name == "meta" && stands_first(tag, tags);
    encoding
        .filter(is_early)
        .or(head)
        .map(|tag| tag.place.end)
        .ok_or_else(|| Failure::new("there must be a <head>"))
}

fn replaced(page: &str, place: Range<usize>, text: &str) -> String {
    let mut page = page.to_owned();
    page.replace_range(place, text);
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_each_inline_script_by_its_hash() {
        let page = format!(
            "<html><head><meta charset=utf-8>{EXPECTED}<script type=module>alert(1)</script>\
             <script src=a.js></script></head></html>"
        );

        let written = with_policy(&page).unwrap();

        // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
        let expected = "script-src 'self' \
             'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' 'wasm-unsafe-eval';";
        assert!(written.contains(expected), "{written}");
        assert!(!written.contains(PLACEHOLDER));
        assert!(written.find("default-src").unwrap() < written.find("<script").unwrap());
    }

    #[test]
    fn a_page_without_scripts_allows_only_files() {
        let written = with_policy(&format!("<head>{EXPECTED}</head>")).unwrap();

        let whole = "content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
             style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
             manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'\"";
        assert!(written.contains(whole), "{written}");
    }

    #[test]
    fn the_policy_moves_before_everything_it_rules() {
        for early in ["<script>1</script>", "<link rel=preload>"] {
            let page = format!("<head><meta charset='utf-8'>{early}{EXPECTED}</head>");

            let written = with_policy(&page).unwrap();

            let start = "<head><meta charset='utf-8'><meta http-equiv=\"Content-Security-Policy\"";
            assert!(written.starts_with(start), "{written}");
            assert_eq!(written.matches("http-equiv").count(), 1);
            assert!(written.ends_with(&format!("{early}</head>")), "{written}");
        }
    }

    #[test]
    fn a_policy_in_the_body_moves_into_the_head() {
        let written = with_policy(&format!("<head></head><body>{EXPECTED}</body>")).unwrap();

        assert!(written.starts_with("<head><meta http-equiv"), "{written}");
    }

    #[test]
    fn a_place_without_quotation_marks_gets_them() {
        let page = "<head><meta content={{policy}} http-equiv=content-security-policy></head>";

        let written = with_policy(page).unwrap();

        assert!(
            written.contains("content=\"default-src 'none';"),
            "{written}"
        );
    }

    #[test]
    fn a_hash_is_of_the_script_as_the_browser_reads_it() {
        assert_eq!(hash("a\r\nb"), hash("a\nb"));
        assert_ne!(hash("a\nb"), hash("a\nb "));
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        for page in [
            "<head></head>",
            "<head><meta content='{{policy}}'></head>",
            "<head><!-- {{policy}} --></head>",
        ] {
            let failure = with_policy(page).unwrap_err().to_string();

            assert!(failure.starts_with("there must be `<meta"), "{failure}");
        }
    }

    #[test]
    fn what_the_policy_would_silence_is_refused() {
        for broken in [
            "<style>p {}</style>",
            "<p style='color: red'>",
            "<noscript><p style=x></noscript>",
            "<button onclick='go()'>",
            "<a href=' JavaScript:go()'>",
        ] {
            let failure = with_policy(&format!("<head>{EXPECTED}</head>{broken}")).unwrap_err();

            assert!(
                failure.to_string().contains("breaks the policy"),
                "{failure}"
            );
        }
    }
}

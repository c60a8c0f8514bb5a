//! A Rust file without comments and tests, its literals apart from its code.

/// Every crate that the manifest lets the page use.
const MANIFEST: &str = include_str!("../../Cargo.toml");

/// What tests begin with.
const TESTS: [&str; 2] = ["#[cfg(test)]", "#[cfg(all(test,"];

/// What a file says.
pub(super) struct Source {
    /// Everything but comments, tests and the insides of literals.
    pub(super) code: String,
    /// The insides of its literals.
    pub(super) literals: Vec<String>,
}

impl Source {
    /// Reads a file; what follows the first `#[cfg(test)]`, or one for some targets only, is tests.
    pub(super) fn of(text: &str) -> Self {
        let end = TESTS.iter().filter_map(|start| text.find(start)).min();
        let text = &text[..end.unwrap_or(text.len())];
        let (mut code, mut literals, mut rest) = (String::new(), Vec::new(), text);
        while let Some(character) = rest.chars().next() {
            let raw = raw_start(rest, &code);
            let taken = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            } else if let Some(hashes) = raw {
                let start = hashes + 2;
                let end = format!("\"{}", "#".repeat(hashes));
                let length = rest[start..].find(&end).unwrap_or(rest.len() - start);
                literals.push(rest[start..start + length].to_owned());
                (start + length + end.len()).min(rest.len())
            } else if character == '"' {
                let length = string_length(&rest[1..]);
                literals.push(rest[1..=length].to_owned());
                (length + 2).min(rest.len())
            } else if let Some(length) = character_length(rest) {
                length
            } else {
                code.push(character);
                rest = &rest[character.len_utf8()..];
                continue;
            };
            code.push(' ');
            rest = &rest[taken..];
        }
        Self { code, literals }
    }

    /// Every path after `crate::`, groups taken apart.
    pub(super) fn paths_of_ours(&self) -> Vec<String> {
        let mut paths = Vec::new();
        for (place, head) in self.code.match_indices("crate::") {
            let is_word = self.code[..place].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if !is_word {
                take_apart("", &self.code[place + head.len()..], &mut paths);
            }
        }
        paths
    }

    /// Every crate of the manifest that is named.
    pub(super) fn crates(&self) -> Vec<String> {
        let named = |name: &String| {
            let heads = self.code.match_indices(name.as_str());
            heads.into_iter().any(|(place, _)| {
                let (before, after) = (&self.code[..place], &self.code[place + name.len()..]);
                let is_head =
                    !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
                let is_used = after.starts_with("::")
                    || before.ends_with("use ") && after.starts_with([';', ' ', ',']);
                is_head && is_used
            })
        };
        dependencies().filter(named).collect()
    }
}

/// How many hashes the raw literal has that begins here, if one does.
fn raw_start(rest: &str, before: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let is_word =
        before.ends_with(|c: char| c.is_alphanumeric() || c == '_') && !before.ends_with('b');
    (after[hashes..].starts_with('"') && !is_word).then_some(hashes)
}

/// Bytes up to the closing quotation mark.
fn string_length(inside: &str) -> usize {
    let mut is_escaped = false;
    inside
        .find(|c| {
            let ends = c == '"' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            ends
        })
        .unwrap_or(inside.len().saturating_sub(1))
}

/// Bytes of a character literal, if one begins here and not a lifetime.
fn character_length(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    if let Some(escaped) = inside.strip_prefix('\\') {
        let skipped = escaped.chars().next()?.len_utf8();
        return Some(escaped[skipped..].find('\'')? + skipped + 3);
    }
    let first = inside.chars().next()?.len_utf8();
    inside[first..].starts_with('\'').then_some(first + 2)
}

fn take_apart(prefix: &str, text: &str, paths: &mut Vec<String>) {
    let text = text.trim_start();
    let end = text
        .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
        .unwrap_or(text.len());
    let path = format!("{prefix}{}", &text[..end]);
    match text[end..]
        .strip_prefix('{')
        .filter(|_| text[..end].is_empty() || path.ends_with("::"))
    {
        Some(group) => members(group).for_each(|member| take_apart(&path, member, paths)),
        None => paths.push(path),
    }
}

/// The members of a group in braces.
fn members(group: &str) -> impl Iterator<Item = &str> {
    let (mut depth, mut starts, mut end) = (0_usize, vec![0], group.len());
    for (place, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                end = place;
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => starts.push(place + 1),
            _ => {}
        }
    }
    starts.push(end + 1);
    let pairs: Vec<_> = starts
        .windows(2)
        .map(|w| (w[0].min(end), (w[1] - 1).min(end)))
        .collect();
    pairs
        .into_iter()
        .map(|(from, to)| group[from..to.max(from)].trim())
        .filter(|m| !m.is_empty())
}

fn dependencies() -> impl Iterator<Item = String> {
    let start = MANIFEST.find("[dependencies]").unwrap_or_default();
    let rest = &MANIFEST[start..];
    let end = rest.find("[target.").unwrap_or(rest.len());
    rest[..end].lines().filter_map(|line| {
        let name = line.strip_prefix("[dependencies.").or(Some(line))?;
        let end = name.find([' ', ']'])?;
        let is_name = name[..end]
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        (is_name && end > 0).then(|| name[..end].replace('-', "_"))
    })
}

#[test]
fn the_manifest_is_understood() {
    let names: Vec<String> = dependencies().collect();
    for name in [
        "leptos",
        "web_sys",
        "serde",
        "plotters_backend",
        "gloo_storage",
    ] {
        assert!(names.contains(&name.to_owned()), "{name} in {names:?}");
    }
}

#[test]
fn literals_and_comments_are_no_code() {
    let source = Source::of("a('\"', \"b \\\" c\", r#\"d \" e\"#); // f\n/* g */ h::<'i>('\\'')");
    assert_eq!(source.literals, ["b \\\" c", "d \" e"]);
    let code: String = source.code.split_whitespace().collect();
    assert_eq!(code, "a(,,);h::<'i>()");
}

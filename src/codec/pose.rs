//! What the windows of one deck tell each other, as one line of text; the tab keeps the same line for a reload.
//!
//! `1;<slide>;<step>;<start in milliseconds since 1970>` and then for each slide with guesses `;<slide>=20,40,60`.

use std::collections::BTreeMap;

use crate::domain::deck::{Guesses, Key, Pose};

/// The version that is written.
const VERSION: &str = "1";
/// The longest line that is read, in bytes.
const LONGEST: usize = 8_192;
/// Asks the other windows what is shown.
const ASK: &str = "ask";
/// A window that has shown the slides is closed.
const GONE: &str = "gone";

/// What one window tells the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// What is shown?
    Ask,
    /// A window that has shown the slides does so no more.
    Gone,
    /// This is shown, and the presentation began at this time, in milliseconds since 1970.
    Shown(Pose, u64),
}

/// The line that tells it.
#[must_use]
pub fn encode(told: &Told) -> String {
    match told {
        Told::Ask => ASK.to_owned(),
        Told::Gone => GONE.to_owned(),
        Told::Shown(pose, started) => {
            let mut line = format!("{VERSION};{};{};{started}", pose.key.text(), pose.step);
            for (key, guesses) in &pose.guesses {
                let points = guesses.points().iter().map(ToString::to_string);
                let points: Vec<String> = points.collect();
                for part in [";", key.text(), "=", &points.join(",")] {
                    line.push_str(part);
                }
            }
            line
        }
    }
}

/// Reads a line; `None` if no window of this version wrote it.
#[must_use]
pub fn decode(line: &str) -> Option<Told> {
    match line {
        ASK => return Some(Told::Ask),
        GONE => return Some(Told::Gone),
        _ => {}
    }
    if line.len() > LONGEST {
        return None;
    }
    let mut parts = line.split(';');
    if parts.next()? != VERSION {
        return None;
    }
    let key = Key::new(parts.next()?)?;
    let step = parts.next()?.parse().ok()?;
    let started = parts.next()?.parse().ok()?;
    let guesses: Option<BTreeMap<Key, Guesses>> = parts.map(guesses).collect();
    let guesses = guesses?;
    Some(Told::Shown(Pose { key, step, guesses }, started))
}

fn guesses(part: &str) -> Option<(Key, Guesses)> {
    let (key, points) = part.split_once('=')?;
    let points: Result<Vec<u8>, _> = points.split(',').map(str::parse).collect();
    Some((Key::new(key)?, Guesses::new(&points.ok()?)))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_told_is_understood() {
        for told in [Told::Ask, Told::Gone, shown()] {
            assert_eq!(decode(&encode(&told)), Some(told));
        }
    }

    /// Literally, so that a window of an earlier release is understood too.
    #[test]
    fn version_1_is_understood() {
        let line = "1;gap-2.3;2;1764104400000;gap-2.3=20,40,60";
        assert_eq!(decode(line), Some(shown()));
    }

    #[test]
    fn what_nobody_told_is_not_understood() {
        for line in [
            "",
            "2;title;0;0",
            "1;Title;0;0",
            "1;title;x;0",
            "1;title;0",
            "1;title;0;0;x",
            "1;title;0;0;x=",
            &format!("1;title;0;0{}", ";a=1".repeat(5_000)),
        ] {
            assert_eq!(decode(line), None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_line_is_read_without_harm(line: String) {
            let _ = decode(&line);
            let _ = decode(&format!("1;title;0;0;{line}"));
        }
    }

    fn shown() -> Told {
        let key = Key::new("gap-2.3").unwrap();
        let pose = Pose {
            step: 2,
            ..Pose::at(key).with_guesses(Guesses::new(&[20, 40, 60]))
        };
        Told::Shown(pose, 1_764_104_400_000)
    }
}

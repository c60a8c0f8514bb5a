//! A set of sealed ballots of one survey, and that set as a file.
//!
//! The file is plain text, so that it can also be pasted: `plumbline box 1`, the fragment of the survey's collector link
//! ([`collector_link`]), the number of ballots, and their codes, sorted, each in a line of its own. Sorted, they say
//! nothing about who came first. Lines that a program on the way added or broke do no harm: codes are found as in any
//! text ([`scan`](super::scan)), and the number tells whether some are missing.

use std::fmt::Write;

use super::{ballot::Ballot, code, collector_link, fingerprint::Fingerprint};
use crate::domain::survey::Survey;

/// What the file begins with, before the version.
const FORMAT: &str = "plumbline box ";
/// The version that is written.
const VERSION: u32 = 1;
/// No box says later than this how many ballots it has, in bytes.
const HEAD: usize = 2_000;
/// Longer files are not read, in bytes: half a million ballots.
pub const LARGEST: usize = 50_000_000;

/// The sealed ballots that were gathered for a survey.
///
/// Two boxes of one survey can always be joined, by whoever and in whatever order: what comes of it is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotBox {
    survey: Survey,
    ballots: Vec<Ballot>,
}

impl BallotBox {
    /// A box without ballots.
    #[must_use]
    pub fn empty(survey: Survey) -> Self {
        Self {
            survey,
            ballots: Vec::new(),
        }
    }

    /// The ballots, each once, in the order of their codes.
    #[must_use]
    pub fn ballots(&self) -> &[Ballot] {
        &self.ballots
    }

    /// Puts those of `ballots` into the box that belong to its survey and are not there yet.
    pub fn join(&mut self, ballots: &[Ballot]) {
        let tag = Fingerprint::of(&self.survey).tag();
        let ours = ballots.iter().filter(|ballot| ballot.tag == tag);
        self.ballots.extend(ours.cloned());
        self.ballots.sort_unstable();
        self.ballots.dedup();
    }
}

/// The box as a file's text.
#[must_use]
pub fn encode(held: &BallotBox) -> String {
    let survey = collector_link::encode(&held.survey);
    let mut text = format!("{FORMAT}{VERSION}\n{survey}\n{}\n", held.ballots.len());
    for ballot in &held.ballots {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", code::encode(ballot));
    }
    text
}

/// How many ballots a file says that it holds, if it is a box of this version; the rest of it is not looked at.
#[must_use]
pub fn announced(file: &[u8]) -> Option<usize> {
    let start = file.get(..HEAD).unwrap_or(file);
    let text = String::from_utf8_lossy(start);
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    let version = lines.next()?.strip_prefix(FORMAT)?;
    lines.next()?;
    let is_ours = version.parse() == Ok(VERSION);
    lines.next()?.parse().ok().filter(|_| is_ours)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::{prelude::*, sample::subsequence};

    use super::*;
    use crate::{
        codec::{ballot::SEALED, scan, sealing},
        domain::{example, side::Side},
    };

    #[test]
    fn a_box_is_read_as_any_text_also_after_a_journey() {
        let held = filled(0..40);
        let text = encode(&held);
        for arrived in [
            text.clone(),
            text.replace('\n', "\r\n"),
            format!("\u{feff}{text}\nbye"),
        ] {
            assert_eq!(announced(arrived.as_bytes()), Some(40));
            let mut found = scan::scan(&arrived).ballots;
            found.sort_unstable();
            assert_eq!(found, held.ballots());
        }
        let cut = &text[..text.len() - 250];
        assert_eq!(announced(cut.as_bytes()), Some(40), "so 3 are missing");
        assert_eq!(scan::scan(cut).ballots.len(), 37);
        for other in [
            "hello\nc=1\n40\n",
            "plumbline box 1",
            "plumbline box 2\nc=1\n40\n",
        ] {
            assert_eq!(announced(other.as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn another_survey_s_ballots_stay_out() {
        let mut held = filled(0..3);
        let mut other = ballot(9);
        other.tag ^= 1;
        held.join(&[other, ballot(2), ballot(5), ballot(5)]);
        let mut expected = filled(0..3);
        expected.join(&[ballot(5)]);
        assert_eq!(held, expected);
        assert_eq!(held.ballots().len(), 4);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn boxes_join_to_the_same_box_in_every_order(
            order in Just((0_u16..60).collect::<Vec<_>>()).prop_shuffle(),
            again in subsequence((0_u16..60).collect::<Vec<_>>(), 0..60),
            cuts in proptest::collection::vec(0_usize..120, 0..6),
        ) {
            let mut arriving = order;
            arriving.extend(again);
            let mut held = filled(0..0);
            let mut cuts = cuts;
            cuts.push(arriving.len());
            cuts.sort_unstable();
            let mut from = 0;
            for cut in cuts {
                let to = cut.clamp(from, arriving.len());
                let ballots: Vec<Ballot> = arriving[from..to].iter().map(|n| ballot(*n)).collect();
                held.join(&ballots);
                from = to;
            }
            prop_assert_eq!(encode(&held), encode(&filled(0..60)));
        }

        #[test]
        fn any_text_is_read_without_harm(text: String, rest in "[a-zA-Z0-9=_ \n-]{0,300}") {
            let _ = announced(text.as_bytes());
            let _ = announced(format!("plumbline box 1\n{rest}").as_bytes());
        }
    }

    fn filled(numbers: std::ops::Range<u16>) -> BallotBox {
        let mut held = BallotBox::empty(survey());
        let ballots: Vec<Ballot> = numbers.map(ballot).collect();
        held.join(&ballots);
        held
    }

    fn survey() -> Survey {
        Survey {
            public_key: sealing::key_pair(&[6; 32]).public,
            ..example::survey()
        }
    }

    fn ballot(number: u16) -> Ballot {
        let mut sealed = [0x5a; SEALED];
        sealed[..2].copy_from_slice(&number.to_le_bytes());
        Ballot {
            side: Side::ALL[usize::from(number % 2)],
            tag: TAG.with(|tag| *tag),
            sealed,
        }
    }

    thread_local! {
        static TAG: u16 = Fingerprint::of(&survey()).tag();
    }
}

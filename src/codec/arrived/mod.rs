//! Whatever link or code arrives, in whatever shape mail and chat have left it.
//!
//! A text is read as it stands, then with what programs write for characters undone, up to `MOST_WRAPS` times over
//! (`wrap`); each time all links in it are tried, whole and with what may stand between their characters taken out.
//! Every link has a checksum, so the worst that can come of a wrong guess is "damaged", never another survey.

mod wrap;

use std::borrow::Cow;

use super::{
    ballot_link::{self, BallotLink},
    collector_link, frame,
    link::{self, Invitation, LinkError},
    result_link,
    scan::{self, Scan, mark::is_break},
    tally::Published,
};
use crate::domain::survey::Survey;

/// How often something may be wrapped: a mail filter's redirect in a second one, in a third, in a page, in a mail.
const MOST_WRAPS: usize = 6;
/// Longer texts are not searched for links, in bytes; codes are found in texts of any length ([`scan`]).
const LONGEST: usize = 64 * 1024;
/// Links of one text that are tried.
const MOST_LINKS: usize = 32;
/// Pieces that one link may have been broken into.
const MOST_PIECES: usize = 64;
/// Characters after a link's prefix that may belong to it: the longest link, with something between its lines.
const REACH: usize = 4_000;

/// What arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrived {
    /// A link to answer a survey.
    Survey(Invitation),
    /// A link that shows results.
    Results(Published),
    /// A ballot as a link.
    Ballot(BallotLink),
    /// A link to gather for somebody else's survey.
    Collector(Survey),
    /// No link, but codes, or what is left of them.
    Codes(Scan),
}

/// Why nothing could be made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// There is a link of this kind, and this is wrong with it.
    Broken(Kind, LinkError),
    /// There is neither a link nor a code.
    Nothing,
}

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To answer.
    Survey,
    /// To look at results.
    Results,
    /// To bring a ballot.
    Ballot,
    /// To gather for somebody else.
    Collector,
}

impl Kind {
    /// Every kind.
    const ALL: [Self; 4] = [Self::Survey, Self::Results, Self::Ballot, Self::Collector];

    /// What links of this kind begin with.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Survey => link::PREFIX,
            Self::Results => result_link::PREFIX,
            Self::Ballot => ballot_link::PREFIX,
            Self::Collector => collector_link::PREFIX,
        }
    }

    fn decode(self, fragment: &str) -> Result<Arrived, LinkError> {
        match self {
            Self::Survey => link::decode(fragment).map(Arrived::Survey),
            Self::Results => result_link::decode(fragment).map(Arrived::Results),
            Self::Ballot => ballot_link::decode(fragment).map(Arrived::Ballot),
            Self::Collector => collector_link::decode(fragment).map(Arrived::Collector),
        }
    }
}

/// Makes the best of a link, an address, a message, or whatever else stands in `text`.
///
/// # Errors
///
/// Names what is lost.
pub fn recover(text: &str) -> Result<Arrived, Lost> {
    let lost = match fragment(text, |kind, fragment| kind.decode(fragment).map(drop)) {
        Ok((kind, fragment)) => {
            return kind
                .decode(&fragment)
                .map_err(|why| Lost::Broken(kind, why));
        }
        Err(lost) => lost,
    };
    let scan = scan::scan(text);
    let holds_codes =
        !scan.ballots.is_empty() || (lost == Lost::Nothing && !scan.unread.is_empty());
    if holds_codes {
        return Ok(Arrived::Codes(scan));
    }
    Err(lost)
}

/// Says what is wrong with the fragment of a link of this kind.
pub type Check = fn(Kind, &str) -> Result<(), LinkError>;

/// The first link in `text` that `check` finds whole, as a fragment with nothing hanging on it.
///
/// For a document of the site that reads only some kinds of links, so that it loads nothing of the others.
///
/// # Errors
///
/// Names what is lost.
pub fn fragment(text: &str, check: Check) -> Result<(Kind, String), Lost> {
    let mut lost = Lost::Nothing;
    let beginning = text.get(..text.floor_char_boundary(LONGEST));
    let mut shape = Cow::Borrowed(beginning.unwrap_or_default());
    for _ in 0..=MOST_WRAPS {
        for read in wrap::readings(&shape) {
            match find(&read, check) {
                Ok(arrived) => return Ok(arrived),
                Err(found) if lost == Lost::Nothing => lost = found,
                Err(_) => {}
            }
        }
        let undone = wrap::undo(&shape);
        if undone == *shape {
            break;
        }
        shape = Cow::Owned(undone);
    }
    Err(lost)
}

/// The first link in `text` that can be read, or what is wrong with the first one.
fn find(text: &str, check: Check) -> Result<(Kind, String), Lost> {
    let mut lost = Lost::Nothing;
    for (kind, rest) in beginnings(text).into_iter().take(MOST_LINKS) {
        match read(kind, rest, check) {
            Ok(fragment) => return Ok((kind, fragment)),
            Err(why) if lost == Lost::Nothing => lost = Lost::Broken(kind, why),
            Err(_) => {}
        }
    }
    Err(lost)
}

/// Where links begin: what stands after each prefix.
fn beginnings(text: &str) -> Vec<(Kind, &str)> {
    let after = |rest: &'_ str, kind: Kind| -> Option<usize> {
        let prefix = kind.prefix();
        let begins = rest.get(..prefix.len())?.eq_ignore_ascii_case(prefix);
        begins.then_some(prefix.len())
    };
    let places = text.match_indices('#').map(|(place, _)| place + 1);
    let start = text.len() - text.trim_start_matches(|c| is_break(c) || c == '#').len();
    let mut found = Vec::new();
    for place in std::iter::once(start).chain(places) {
        let rest = text.get(place..).unwrap_or_default();
        for kind in Kind::ALL {
            if let Some(skipped) = after(rest, kind) {
                found.push((kind, rest.get(skipped..).unwrap_or_default()));
            }
        }
    }
    found
}

/// The link of this kind whose payload `rest` begins with: whole as it stands, or with one after another of the pieces
/// that follow. What is told is what is wrong with it as it stands.
fn read(kind: Kind, rest: &str, check: Check) -> Result<String, LinkError> {
    let mut fragment = kind.prefix().to_owned();
    let mut wrong = None;
    for piece in pieces(kind, rest) {
        fragment.push_str(piece);
        match tried(kind, &fragment, check) {
            Ok(whole) => return Ok(whole.to_owned()),
            // Only a whole link says that it is of another version.
            Err(why @ LinkError::OtherVersion(_)) => wrong = Some(why),
            Err(why) => wrong = wrong.or(Some(why)),
        }
    }
    Err(wrong.unwrap_or(LinkError::CutShort))
}

/// The fragment as it stands, or without the marks of emphasis at its end.
fn tried(kind: Kind, fragment: &str, check: Check) -> Result<&str, LinkError> {
    check(kind, fragment).map(|()| fragment).or_else(|why| {
        let bare = fragment.trim_end_matches(['_', '-']);
        if bare.len() == fragment.len() {
            return Err(why);
        }
        check(kind, bare).map(|()| bare).map_err(|_| why)
    })
}

/// Characters of a link, in pieces between what mail and chat put there, up to where it certainly ends.
fn pieces(kind: Kind, rest: &str) -> impl Iterator<Item = &str> {
    let is_ours = move |c: char| frame::is_payload(c) || (kind == Kind::Ballot && c == '.');
    let end = rest
        .char_indices()
        .take(REACH)
        .find(|(_, c)| !is_ours(*c) && !is_break(*c))
        .map(|(place, _)| place);
    let end = end.or_else(|| rest.char_indices().nth(REACH).map(|(place, _)| place));
    let ours = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
    ours.split(move |c| !is_ours(c))
        .filter(|piece| !piece.is_empty())
        .take(MOST_PIECES)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

//! Codes made without the page: many in no time, and some that no honest page would make.

use data_encoding::BASE64URL_NOPAD;
use plumbline::{
    codec::{
        ballot::{self, Ballot},
        checksum, code,
        link::{self, Invitation, LinkError},
        result_link,
    },
    domain::{sheet::Sheet, side::Side},
};

/// Codes that differ from the honest ones.
const FORGED: u8 = 255;

/// So many honest codes through a link, the same ones for the same link; every question is left open.
pub(crate) fn codes(link: &str, number: u8) -> Vec<String> {
    let invitation = invitation(link);
    (1..=number)
        .map(|person| code::encode(&sealed(&invitation, invitation.side, person)))
        .collect()
}

/// So many different honest codes through these links in turn.
pub(crate) fn many(links: &[String], number: usize) -> Vec<String> {
    let invitations: Vec<Invitation> = links.iter().map(|link| invitation(link)).collect();
    let people = invitations.iter().cycle().zip(1_u64..).take(number);
    people
        .map(|(invitation, person)| {
            let mut randomness = [0; 32];
            randomness[..8].copy_from_slice(&person.to_le_bytes());
            code::encode(&sealed_with(invitation, invitation.side, randomness))
        })
        .collect()
}

/// An honest code with another side's name written over it.
pub(crate) fn relabelled(link: &str, side: Side) -> String {
    let invitation = invitation(link);
    let ballot = sealed(&invitation, invitation.side, FORGED);
    code::encode(&Ballot { side, ..ballot })
}

/// A code sealed as if its link were another side's.
pub(crate) fn sealed_as(link: &str, side: Side) -> String {
    code::encode(&sealed(&invitation(link), side, FORGED))
}

/// The same link as a later version might write it, whole.
pub(crate) fn later(link: &str, version: u8) -> String {
    let (start, mut bytes) = opened(link);
    bytes[0] = version;
    closed(start, bytes)
}

/// The same result link with something changed on purpose: its checksum is right, and no survey has such results.
pub(crate) fn forged(fragment: &str) -> String {
    let (start, bytes) = opened(fragment);
    let changed = (1..bytes.len()).map(|place| {
        let mut bytes = bytes.clone();
        bytes[place] ^= 1;
        closed(start, bytes)
    });
    let mut impossible =
        changed.filter(|link| result_link::decode(link) == Err(LinkError::Impossible));
    impossible
        .next()
        .expect("not every change is another survey")
}

/// A link up to its payload, and what that holds before its checksum.
fn opened(link: &str) -> (&str, Vec<u8>) {
    let start = link.rfind('=').expect("a link has a payload") + 1;
    let (start, payload) = link.split_at(start);
    let mut bytes = BASE64URL_NOPAD
        .decode(payload.as_bytes())
        .expect("a link is in base 64");
    bytes.truncate(bytes.len() - checksum::LENGTH);
    (start, bytes)
}

fn closed(start: &str, mut bytes: Vec<u8>) -> String {
    bytes.extend(checksum::of(&bytes));
    format!("{start}{}", BASE64URL_NOPAD.encode(&bytes))
}

fn invitation(link: &str) -> Invitation {
    let (_, fragment) = link.split_once('#').expect("a link has a fragment");
    link::decode(fragment).expect("the page shows links that can be read")
}

fn sealed(invitation: &Invitation, side: Side, person: u8) -> Ballot {
    sealed_with(invitation, side, [person; 32])
}

fn sealed_with(invitation: &Invitation, side: Side, randomness: [u8; 32]) -> Ballot {
    let answers = Sheet::blank(&invitation.survey, side).finish();
    ballot::seal(&invitation.survey, &invitation.secret, &answers, randomness)
        .expect("a page's key can be sealed to")
}

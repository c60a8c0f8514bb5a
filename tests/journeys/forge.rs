//! Codes made without the page: many in no time, and some that no honest page would make.

use plumbline::{
    codec::{
        ballot::{self, Ballot},
        code,
        link::{self, Invitation},
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

fn invitation(link: &str) -> Invitation {
    let (_, fragment) = link.split_once('#').expect("a link has a fragment");
    link::decode(fragment).expect("the page shows links that can be read")
}

fn sealed(invitation: &Invitation, side: Side, person: u8) -> Ballot {
    let answers = Sheet::blank(&invitation.survey, side).finish();
    let randomness = [person; 32];
    ballot::seal(&invitation.survey, &invitation.secret, &answers, randomness)
        .expect("a page's key can be sealed to")
}

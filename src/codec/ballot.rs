//! A finished sheet, sealed: says nothing about who, when, where or what.

use sha2::{Digest, Sha256};
use thiserror::Error;

use super::{
    answers::{self, NotAnswers},
    code,
    fingerprint::Fingerprint,
    sealing::{self, BadKey, Binding, KEY, OVERHEAD},
};
use crate::domain::{
    receipt::Receipt,
    sheet::Answers,
    side::{BySide, Side},
    survey::Survey,
};

/// Sealed bytes of a ballot, the same for every sheet.
pub const SEALED: usize = answers::LENGTH + OVERHEAD;

/// What every seal of this version is for.
const PURPOSE: &[u8] = b"plumbline/ballot/1\0";

/// A sealed sheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ballot {
    /// Whose link it says it was made with. Opening proves it.
    pub side: Side,
    /// Which survey it says it is for ([`Fingerprint::tag`]). Opening proves it.
    pub tag: u16,
    /// The sealed answers.
    pub sealed: [u8; SEALED],
}

/// Why a ballot of the right survey is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// It was made with the other side's link and says otherwise.
    #[error("sealed with the other side's secret")]
    OtherSide,
    /// It does not open: forged, changed, or from a survey with the same tag.
    #[error("the seal does not open")]
    DoesNotOpen,
    /// It opens, but what is in it answers another survey.
    #[error("not answers to this survey")]
    NotAnswers,
}

impl From<NotAnswers> for Refused {
    fn from(_: NotAnswers) -> Self {
        Self::NotAnswers
    }
}

/// Seals finished answers to `survey`'s key with the secret of their side's link.
///
/// # Errors
///
/// Returns [`BadKey`] if the survey's key is not one that anybody could open.
pub fn seal(
    survey: &Survey,
    secret: &[u8; KEY],
    answers: &Answers,
    randomness: [u8; KEY],
) -> Result<Ballot, BadKey> {
    let fingerprint = Fingerprint::of(survey);
    let side = answers.side();
    let info = info(&fingerprint);
    let plain = answers::pack(survey, answers);
    let sealed = sealing::seal(
        &survey.public_key,
        binding(&info, side, side, secret),
        &plain,
        randomness,
    )?;
    Ok(Ballot {
        side,
        tag: fingerprint.tag(),
        sealed: sealed.try_into().map_err(|_| BadKey)?,
    })
}

/// The three words of a ballot, from SHA-256 over its code; equal ballots have equal ones, on every device.
#[must_use]
pub fn receipt(ballot: &Ballot) -> Receipt {
    Receipt::of_digest(&digest(b"plumbline/receipt/1\0", ballot))
}

/// SHA-256 (FIPS 180-4) over a ballot's code, for one purpose only.
pub(super) fn digest(purpose: &[u8], ballot: &Ballot) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(purpose);
    hash.update(code::encode(ballot));
    hash.finalize().into()
}

/// Opens a ballot of `survey`.
///
/// # Errors
///
/// Says why it is not counted.
pub fn open(
    survey: &Survey,
    private: &[u8; KEY],
    secrets: &BySide<[u8; KEY]>,
    ballot: &Ballot,
) -> Result<Answers, Refused> {
    let info = info(&Fingerprint::of(survey));
    let opened_as = |side: Side| {
        let binding = binding(&info, ballot.side, side, secrets.of(side));
        sealing::open(private, binding, &ballot.sealed).ok()
    };
    let Some(plain) = opened_as(ballot.side) else {
        return Err(refusal(survey, private, secrets, ballot));
    };
    let plain = plain.try_into().map_err(|_| Refused::NotAnswers)?;
    Ok(answers::unpack(survey, ballot.side, plain)?)
}

/// A ballot that was made with the other side's link has that side's secret and name in its seal, whichever
/// side it claims.
fn refusal(
    survey: &Survey,
    private: &[u8; KEY],
    secrets: &BySide<[u8; KEY]>,
    ballot: &Ballot,
) -> Refused {
    let info = info(&Fingerprint::of(survey));
    let other = match ballot.side {
        Side::Executive => Side::Team,
        Side::Team => Side::Executive,
    };
    let opens = [ballot.side, other].into_iter().any(|beside| {
        let binding = binding(&info, beside, other, secrets.of(other));
        sealing::open(private, binding, &ballot.sealed).is_ok()
    });
    if opens {
        Refused::OtherSide
    } else {
        Refused::DoesNotOpen
    }
}

fn info(fingerprint: &Fingerprint) -> Vec<u8> {
    [PURPOSE, fingerprint.bytes()].concat()
}

fn binding<'a>(
    info: &'a [u8],
    beside: Side,
    sealed_as: Side,
    secret: &'a [u8; KEY],
) -> Binding<'a> {
    Binding {
        info,
        secret,
        secret_id: name(sealed_as),
        beside: name(beside),
    }
}

fn name(side: Side) -> &'static [u8] {
    match side {
        Side::Executive => b"executive",
        Side::Team => b"team",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{example, sheet::Sheet};

    #[test]
    fn a_ballot_opens_with_the_survey_s_key_only() {
        let (survey, keys, secrets) = open_survey();
        let answers = Sheet::blank(&survey, Side::Team).finish();
        let ballot = seal(&survey, &secrets.team, &answers, [5; 32]).unwrap();
        assert_eq!(open(&survey, &keys.private, &secrets, &ballot), Ok(answers));
        assert_eq!(
            open(&survey, &[8; 32], &secrets, &ballot),
            Err(Refused::DoesNotOpen)
        );
    }

    #[test]
    fn an_executive_s_ballot_needs_the_executive_link() {
        let (survey, keys, secrets) = open_survey();
        let answers = Sheet::blank(&survey, Side::Executive).finish();
        let with_team_secret = seal(&survey, &secrets.team, &answers, [5; 32]).unwrap();
        let relabelled = Ballot {
            side: Side::Executive,
            ..seal(&survey, &secrets.team, &team_answers(&survey), [5; 32]).unwrap()
        };
        assert_eq!(
            open(&survey, &keys.private, &secrets, &relabelled),
            Err(Refused::OtherSide)
        );
        assert!(open(&survey, &keys.private, &secrets, &with_team_secret).is_err());
    }

    #[test]
    fn a_ballot_of_another_survey_does_not_open() {
        let (survey, keys, secrets) = open_survey();
        let other = Survey {
            team: "Another team".to_owned(),
            ..survey.clone()
        };
        let ballot = seal(&other, &secrets.team, &team_answers(&other), [5; 32]).unwrap();
        assert_eq!(
            open(&survey, &keys.private, &secrets, &ballot),
            Err(Refused::DoesNotOpen)
        );
    }

    #[test]
    fn one_changed_bit_does_not_open() {
        let (survey, keys, secrets) = open_survey();
        let whole = seal(&survey, &secrets.team, &team_answers(&survey), [5; 32]).unwrap();
        for bit in 0..SEALED * 8 {
            let mut changed = whole.clone();
            changed.sealed[bit / 8] ^= 1 << (bit % 8);
            assert!(open(&survey, &keys.private, &secrets, &changed).is_err());
        }
    }

    /// As version 1 gave it: somebody may have noted it down.
    #[test]
    fn a_receipt_never_changes() {
        let ballot = Ballot {
            side: Side::Team,
            tag: 99,
            sealed: [7; SEALED],
        };
        assert_eq!(receipt(&ballot).places(), [278, 256, 393]);
        let other = Ballot { tag: 98, ..ballot };
        assert_ne!(receipt(&other), receipt(&ballot));
    }

    fn team_answers(survey: &Survey) -> Answers {
        Sheet::blank(survey, Side::Team).finish()
    }

    fn open_survey() -> (Survey, sealing::KeyPair, BySide<[u8; KEY]>) {
        let keys = sealing::key_pair(&[4; 32]);
        let survey = Survey {
            public_key: keys.public,
            ..example::survey()
        };
        let secrets = BySide {
            executive: [1; 32],
            team: [2; 32],
        };
        (survey, keys, secrets)
    }
}

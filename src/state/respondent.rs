//! What a respondent does: opens a link, answers, seals, hands in.

use leptos::prelude::*;

use super::{arriving, persistence::KeepingError, workspace::Workspace};
use crate::{
    browser::{kept, random},
    codec::{
        ballot::{self, Ballot},
        code,
        fingerprint::Fingerprint,
        link::{self, Invitation, LinkError},
        sheet,
    },
    domain::{
        sheet::{Answer, Sheet},
        side::Side,
        survey::Survey,
    },
};

/// Under which names a respondent's texts are kept.
pub(super) const SHEETS: &str = "plumbline/sheet/";
pub(super) const CODES: &str = "plumbline/code/";
/// The version of a kept code.
const CODE_VERSION: &str = "1";

/// Which sheet: a survey's id and a side, such as `3f9a…-team`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SheetKey {
    /// The survey's id.
    pub id: String,
    /// The side.
    pub side: Side,
}

/// Somebody is answering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// Which sheet.
    pub key: SheetKey,
    /// What they were invited to.
    pub invitation: Invitation,
    /// Their answers so far.
    pub sheet: Sheet,
    /// Whether the device is handed round: nothing of the sheet is kept anywhere.
    pub is_kiosk: bool,
    /// Whether the sheet is kept on this device.
    pub is_kept: bool,
    /// The sealed code, once they have handed in.
    pub code: Option<Code>,
}

/// A sealed sheet that has not been sent yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// What to send.
    pub text: String,
    /// Whether it is kept on this device until it is sent.
    pub is_kept: bool,
    /// Whether the unfinished sheet is gone from this device.
    pub is_sheet_erased: bool,
}

/// Why a sheet was not handed in. It is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHandedIn {
    /// The browser gives no random numbers, or the survey's key is bad.
    CannotSeal,
    /// The box could not keep the ballot.
    NotKept(KeepingError),
    /// The box was closed in the meantime.
    Closed,
}

impl SheetKey {
    /// The key as part of an address.
    #[must_use]
    pub fn to_text(&self) -> String {
        match self.side {
            Side::Executive => format!("{}-executive", self.id),
            Side::Team => format!("{}-team", self.id),
        }
    }

    /// Reads [`to_text`](Self::to_text).
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let (id, side) = text.split_once('-')?;
        let side = match side {
            "executive" => Side::Executive,
            "team" => Side::Team,
            _ => return None,
        };
        Some(Self {
            id: id.to_owned(),
            side,
        })
    }

    fn of(invitation: &Invitation) -> Self {
        Self {
            id: Fingerprint::of(&invitation.survey).id(),
            side: invitation.side,
        }
    }

    fn sheet(&self) -> String {
        format!("{SHEETS}{}", self.to_text())
    }

    fn code(&self) -> String {
        format!("{CODES}{}", self.to_text())
    }
}

impl Workspace {
    /// Opens a survey link: goes on with a sheet that is kept on this device, or begins a new one.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the link.
    pub fn open_link(self, fragment: &str) -> Result<Sitting, LinkError> {
        let invitation = arriving::survey_in(fragment)?;
        let key = SheetKey::of(&invitation);
        if let Some(sitting) = self.resume(&key) {
            return Ok(sitting);
        }
        let sheet = Sheet::blank(&invitation.survey, invitation.side);
        let mut sitting = Sitting {
            key,
            sheet,
            invitation,
            is_kiosk: false,
            is_kept: false,
            code: None,
        };
        self.keep_sheet(&mut sitting);
        self.sitting.set(Some(sitting.clone()));
        Ok(sitting)
    }

    /// Goes on with the sheet, or the code, that this device keeps under `key`.
    #[must_use]
    pub fn resume(self, key: &SheetKey) -> Option<Sitting> {
        let present = self.sitting.get_untracked();
        if let Some(sitting) = present.filter(|sitting| sitting.key == *key && !sitting.is_kiosk) {
            return Some(sitting);
        }
        let sitting = kept_code(key).or_else(|| kept_sheet(key))?;
        self.sitting.set(Some(sitting.clone()));
        Some(sitting)
    }

    /// Who is answering, if anybody.
    #[must_use]
    pub fn sitting(self) -> Option<Sitting> {
        self.sitting.get()
    }

    /// Notes an answer, and keeps it.
    pub fn answer(self, place: usize, answer: Answer) {
        self.sitting.update(|sitting| {
            if let Some(sitting) = sitting {
                sitting.sheet.answer(place, answer);
                self.keep_sheet(sitting);
            }
        });
    }

    /// Erases the sheet without handing it in.
    pub fn erase_sheet(self) {
        if let Some(sitting) = self.sitting.get_untracked() {
            // What cannot be erased was not kept in the first place.
            let _ = kept::erase(&sitting.key.sheet());
        }
        self.sitting.set(None);
    }

    /// Seals the sheet into a code, and erases the sheet from this device.
    ///
    /// # Errors
    ///
    /// Says why there is no code; the sheet is as it was.
    pub fn seal(self) -> Result<(), NotHandedIn> {
        let Some(mut sitting) = self.sitting.get_untracked() else {
            return Err(NotHandedIn::CannotSeal);
        };
        let text = code::encode(&sealed(&sitting)?);
        let key = sitting.key.clone();
        let record = code_record(&sitting.invitation, &text);
        let is_kept = self.keep(&key.code(), &record);
        // Also if its last change was not kept: one from before may be.
        let is_sheet_erased = kept::erase(&key.sheet()).is_ok() || !sitting.is_kept;
        sitting.sheet = Sheet::blank(&sitting.invitation.survey, key.side);
        sitting.is_kept = false;
        sitting.code = Some(Code {
            text,
            is_kept,
            is_sheet_erased,
        });
        self.sitting.set(Some(sitting));
        Ok(())
    }

    /// Seals the sheet straight into this device's box, and forgets it.
    ///
    /// # Errors
    ///
    /// Says why the ballot is not in the box; the sheet is as it was.
    pub async fn seal_into_box(self) -> Result<(), NotHandedIn> {
        let Some(sitting) = self.sitting.get_untracked() else {
            return Err(NotHandedIn::CannotSeal);
        };
        let ballot = sealed(&sitting)?;
        let receipt = ballot::receipt(&ballot);
        self.put(sitting.key.id.clone(), ballot).await?;
        self.receipt.set(Some(receipt));
        self.sitting.set(None);
        Ok(())
    }

    /// Puts the present code into this device's box, and removes it from the respondent's side.
    ///
    /// # Errors
    ///
    /// Says why it is not in the box; the code is still there.
    pub async fn code_into_box(self) -> Result<(), NotHandedIn> {
        let sitting = self.sitting.get_untracked();
        let Some((key, ballot)) = sitting.and_then(|sitting| {
            let ballot = sitting.ballot()?;
            Some((sitting.key, ballot))
        }) else {
            return Err(NotHandedIn::CannotSeal);
        };
        self.put(key.id, ballot).await?;
        self.remove_code();
        Ok(())
    }

    /// Removes the code from this device: it was sent.
    pub fn remove_code(self) {
        if let Some(sitting) = self.sitting.get_untracked() {
            // What cannot be erased was not kept in the first place.
            let _ = kept::erase(&sitting.key.code());
        }
        self.sitting.set(None);
    }

    /// What respondents have left on this device: a survey's sheet or code each, and whether it is a code.
    #[must_use]
    pub fn unfinished(self) -> Vec<(SheetKey, Survey, bool)> {
        // Read anew whenever somebody begins or ends.
        self.sitting.track();
        let kept = |prefix: &'static str, is_code| {
            let keys = kept::keys(prefix).unwrap_or_default();
            keys.into_iter().filter_map(move |name| {
                let key = SheetKey::from_text(name.strip_prefix(prefix)?)?;
                let sitting = if is_code {
                    kept_code(&key)
                } else {
                    kept_sheet(&key)
                };
                Some((key, sitting?.invitation.survey, is_code))
            })
        };
        kept(CODES, true).chain(kept(SHEETS, false)).collect()
    }

    fn keep_sheet(self, sitting: &mut Sitting) {
        if sitting.is_kiosk {
            return;
        }
        let text = sheet::encode(&sitting.invitation, &sitting.sheet);
        sitting.is_kept = self.keep(&sitting.key.sheet(), &text);
    }

    /// Keeps a text, or says at the top of the page why it was not kept.
    fn keep(self, key: &str, text: &str) -> bool {
        let kept = kept::save(key, text);
        match kept {
            Ok(()) => self.has_kept(),
            Err(error) => self.trouble.set(Some(error.into())),
        }
        kept.is_ok()
    }
}

fn sealed(sitting: &Sitting) -> Result<Ballot, NotHandedIn> {
    let randomness = random::bytes().map_err(|_| NotHandedIn::CannotSeal)?;
    let Invitation { survey, secret, .. } = &sitting.invitation;
    ballot::seal(survey, secret, &sitting.sheet.finish(), randomness)
        .map_err(|_| NotHandedIn::CannotSeal)
}

fn kept_sheet(key: &SheetKey) -> Option<Sitting> {
    let text = kept::load(&key.sheet()).ok().flatten()?;
    let (invitation, sheet) = sheet::decode(&text).ok()?;
    Some(Sitting {
        key: key.clone(),
        invitation,
        sheet,
        is_kiosk: false,
        is_kept: true,
        code: None,
    })
}

fn kept_code(key: &SheetKey) -> Option<Sitting> {
    let record = kept::load(&key.code()).ok().flatten()?;
    let rest = record.strip_prefix(CODE_VERSION)?.trim_start();
    let (fragment, text) = rest.split_once(' ')?;
    let invitation = link::decode(fragment).ok()?;
    code::decode(text.as_bytes())?;
    Some(Sitting {
        key: key.clone(),
        sheet: Sheet::blank(&invitation.survey, key.side),
        invitation,
        is_kiosk: false,
        is_kept: false,
        code: Some(Code {
            text: text.to_owned(),
            is_kept: true,
            is_sheet_erased: true,
        }),
    })
}

fn code_record(invitation: &Invitation, code: &str) -> String {
    format!("{CODE_VERSION} {} {code}", link::encode(invitation))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        codec::sealing,
        domain::{example, scale::Scale},
        state::Trouble,
    };

    #[test]
    fn an_answer_is_noted_and_the_sheet_goes_on() {
        let _owner = owner();
        let workspace = Workspace::new();
        let sitting = workspace.open_link(&fragment()).unwrap();
        let three = Answer::Picked(Scale::Days.pick(Side::Team, 3).unwrap());

        workspace.answer(0, three);
        workspace.answer(1, Answer::Unsure);

        let again = workspace.open_link(&fragment()).unwrap();
        assert_eq!(
            again.sheet.answers()[..3],
            [Some(three), Some(Answer::Unsure), None]
        );
        assert_eq!(workspace.resume(&sitting.key), Some(again));
    }

    #[test]
    fn a_sheet_that_cannot_be_kept_is_said_to_be_so() {
        let _owner = owner();
        let workspace = Workspace::new();

        let sitting = workspace.open_link(&fragment()).unwrap();

        assert!(!sitting.is_kept);
        assert_eq!(workspace.trouble(), Some(Trouble::Forbidden));
    }

    #[test]
    fn there_is_nothing_to_resume_before_somebody_has_begun() {
        let _owner = owner();
        let workspace = Workspace::new();
        let key = SheetKey::from_text("3f9a3f9a3f9a3f9a-team").unwrap();

        assert_eq!(workspace.resume(&key), None);
        assert_eq!(workspace.begin_round(&key), None);
        workspace.answer(0, Answer::Unsure);
        assert_eq!(workspace.sitting(), None);
        assert_eq!(workspace.seal(), Err(NotHandedIn::CannotSeal));
    }

    #[test]
    fn an_erased_sheet_is_gone() {
        let _owner = owner();
        let workspace = Workspace::new();
        let sitting = workspace.open_link(&fragment()).unwrap();
        workspace.answer(0, Answer::Unsure);

        workspace.erase_sheet();

        assert_eq!(workspace.sitting(), None);
        assert_eq!(workspace.resume(&sitting.key), None);
        assert_eq!(
            workspace.open_link(&fragment()).unwrap().sheet.answered(),
            0
        );
    }

    #[test]
    fn a_sheet_that_cannot_be_sealed_is_as_it_was() {
        let _owner = owner();
        let workspace = Workspace::new();
        workspace.open_link(&fragment()).unwrap();
        workspace.answer(0, Answer::Unsure);
        let before = workspace.sitting();

        // There are no random numbers outside a browser.
        assert_eq!(workspace.seal(), Err(NotHandedIn::CannotSeal));

        assert_eq!(workspace.sitting(), before);
    }

    #[test]
    fn a_bad_link_begins_nothing() {
        let _owner = owner();
        let workspace = Workspace::new();

        let cut = &fragment()[..100];

        assert_eq!(workspace.open_link(cut), Err(LinkError::CutShort));
        assert_eq!(workspace.sitting(), None);
    }

    #[test]
    fn a_sheet_s_key_is_read_back() {
        for side in Side::ALL {
            let key = SheetKey {
                id: "3f9a3f9a3f9a3f9a".to_owned(),
                side,
            };
            assert_eq!(SheetKey::from_text(&key.to_text()), Some(key));
        }
        assert_eq!(SheetKey::from_text("3f9a-board"), None);
    }

    fn fragment() -> String {
        link::encode(&Invitation {
            survey: Survey {
                public_key: sealing::key_pair(&[4; 32]).public,
                ..example::survey()
            },
            side: Side::Team,
            secret: [2; 32],
        })
    }

    // Signals live only as long as an owner does.
    fn owner() -> Owner {
        let owner = Owner::new();
        owner.set();
        owner
    }
}

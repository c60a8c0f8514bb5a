//! What a respondent does: opens a link, answers, seals, hands in.

use leptos::prelude::*;

use super::{
    arriving,
    persistence::KeepingError,
    sitting::{
        CODES, Code, SHEETS, SheetKey, Sitting, Unreadable, code_record, forget, has_unread,
        is_as_kept, kept_code, kept_sheet, kept_under,
    },
    workspace::Workspace,
};
use crate::{
    browser::{kept, random},
    codec::{
        ballot::{self, Ballot},
        code,
        link::{Invitation, LinkError},
        sheet,
    },
    domain::{
        sheet::{Answer, Sheet},
        survey::Survey,
    },
};

/// Why a sheet was not handed in. It is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHandedIn {
    /// The browser gives no random numbers, or the survey's key is bad.
    CannotSeal,
    /// The box could not keep the ballot.
    NotKept(KeepingError),
    /// The box was closed in the meantime.
    Closed,
    /// Another tab has handed in or erased the sheet.
    Gone,
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
        let sitting = kept_under(key).ok().flatten()?;
        self.sitting.set(Some(sitting.clone()));
        Some(sitting)
    }

    /// Whether something is kept under `key` that cannot be read, so that nothing else is kept there.
    #[must_use]
    pub fn has_unread(self, key: &SheetKey) -> bool {
        has_unread(key)
    }

    /// Takes over what another tab has made of the same sheet, and has it shown.
    pub fn catch_up(self) {
        if self.follow_other_tab() {
            self.overtaken.notify();
        }
    }

    /// Takes over what another tab has made of the same sheet; says whether that is anything.
    fn follow_other_tab(self) -> bool {
        let Some(here) = self.sitting.get_untracked() else {
            return false;
        };
        if here.is_kiosk || here.code.is_some() || is_as_kept(&here) {
            return false;
        }
        let there = match kept_under(&here.key) {
            Ok(Some(there)) if here.is_kept || there.code.is_some() => Some(there),
            Ok(None) if here.is_kept => None,
            // What was not kept here is newer than what was.
            Ok(_) | Err(Unreadable) => return false,
        };
        let is_other = there.as_ref() != Some(&here);
        if is_other {
            self.sitting.set(there);
        }
        is_other
    }

    /// Whoever calls this is called again when another tab has gone on with the sheet.
    pub fn track_overtaken(self) {
        self.overtaken.track();
    }

    /// Who is answering, if anybody.
    #[must_use]
    pub fn sitting(self) -> Option<Sitting> {
        self.sitting.get()
    }

    /// Notes an answer, and keeps it; not on a sheet that another tab has handed in.
    pub fn answer(self, place: usize, answer: Answer) {
        self.follow_other_tab();
        let is_open =
            |sitting: &Option<Sitting>| matches!(sitting, Some(one) if one.code.is_none());
        if !self.sitting.with_untracked(is_open) {
            self.overtaken.notify();
            return;
        }
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
            let _ = forget(&sitting.key.sheet());
        }
        self.sitting.set(None);
    }

    /// Seals the sheet into a code, and erases the sheet from this device.
    ///
    /// # Errors
    ///
    /// Says why there is no code; the sheet is as it was.
    pub fn seal(self) -> Result<(), NotHandedIn> {
        self.catch_up();
        let Some(mut sitting) = self.sitting.get_untracked() else {
            return Err(NotHandedIn::Gone);
        };
        if sitting.code.is_some() {
            // Another tab has sealed it.
            return Ok(());
        }
        let text = code::encode(&sealed(&sitting)?);
        let key = sitting.key.clone();
        let record = code_record(&sitting.invitation, &text);
        let is_kept = self.keep(&key, &key.code(), &record);
        // Also if its last change was not kept: one from before may be.
        let is_sheet_erased = forget(&key.sheet()).is_ok() || !sitting.is_kept;
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
            let _ = forget(&sitting.key.code());
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
                let survey = sitting.ok().flatten()?.invitation.survey;
                Some((key, survey, is_code))
            })
        };
        kept(CODES, true).chain(kept(SHEETS, false)).collect()
    }

    fn keep_sheet(self, sitting: &mut Sitting) {
        if sitting.is_kiosk {
            return;
        }
        let text = sheet::encode(&sitting.invitation, &sitting.sheet);
        sitting.is_kept = self.keep(&sitting.key, &sitting.key.sheet(), &text);
    }

    /// Keeps a text of `key` under `name`, or says at the top of the page why it was not kept. What cannot be read is not
    /// written over: it may be a later version's.
    fn keep(self, key: &SheetKey, name: &str, text: &str) -> bool {
        if has_unread(key) {
            return false;
        }
        let kept = kept::save(name, text);
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

#[cfg(test)]
mod tests;

//! Somebody's sheet or code, and how it is kept on their device until it is handed in.

use crate::{
    browser::kept::{self, KeepError},
    codec::{
        code,
        fingerprint::Fingerprint,
        link::{self, Invitation},
        sheet,
    },
    domain::{sheet::Sheet, side::Side},
};

/// Under which names a respondent's texts are kept.
pub(super) const SHEETS: &str = "plumbline/sheet/";
pub(super) const CODES: &str = "plumbline/code/";
/// Under which names texts are kept that this version cannot read.
pub(super) const UNREAD: &str = "plumbline/unread/";
/// How many of them are kept for one name.
const MOST_UNREAD: usize = 9;
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

    pub(super) fn of(invitation: &Invitation) -> Self {
        Self {
            id: Fingerprint::of(&invitation.survey).id(),
            side: invitation.side,
        }
    }

    pub(super) fn sheet(&self) -> String {
        format!("{SHEETS}{}", self.to_text())
    }

    pub(super) fn code(&self) -> String {
        format!("{CODES}{}", self.to_text())
    }
}

/// Something is kept that cannot be read: by a later version, damaged, or because the browser does not let the page look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unreadable;

/// What this device keeps under `key`: a code, or else a sheet.
pub(super) fn kept_under(key: &SheetKey) -> Result<Option<Sitting>, Unreadable> {
    Ok(match kept_code(key)? {
        Some(sitting) => Some(sitting),
        None => kept_sheet(key)?,
    })
}

/// The sheet that this device keeps under `key`.
pub(super) fn kept_sheet(key: &SheetKey) -> Result<Option<Sitting>, Unreadable> {
    let text = kept::load(&key.sheet()).map_err(|_| Unreadable)?;
    text.map(|text| read_sheet(key, &text).ok_or(Unreadable))
        .transpose()
}

fn read_sheet(key: &SheetKey, text: &str) -> Option<Sitting> {
    let (invitation, sheet) = sheet::decode(text).ok()?;
    Some(Sitting {
        key: key.clone(),
        invitation,
        sheet,
        is_kiosk: false,
        is_kept: true,
        code: None,
    })
}

/// The code that this device keeps under `key`.
pub(super) fn kept_code(key: &SheetKey) -> Result<Option<Sitting>, Unreadable> {
    let record = kept::load(&key.code()).map_err(|_| Unreadable)?;
    record
        .map(|record| read_code(key, &record).ok_or(Unreadable))
        .transpose()
}

fn read_code(key: &SheetKey, record: &str) -> Option<Sitting> {
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

/// Puts what is kept under `key` but cannot be read under another name, so that nothing is written over it.
///
/// # Errors
///
/// Returns a [`KeepError`] if it is still where it was.
pub(super) fn set_aside(key: &SheetKey) -> Result<(), KeepError> {
    if kept_code(key).is_err() {
        rename(&key.code())?;
    }
    if kept_sheet(key).is_err() {
        rename(&key.sheet())?;
    }
    Ok(())
}

fn rename(name: &str) -> Result<(), KeepError> {
    let Some(text) = kept::load(name)? else {
        return Ok(());
    };
    let what = name.trim_start_matches("plumbline/");
    let mut names = (1..=MOST_UNREAD).map(|number| format!("{UNREAD}{what}/{number}"));
    let is_free = |name: &String| matches!(kept::load(name), Ok(None));
    let free = names.find(is_free).ok_or(KeepError::Full)?;
    kept::save(&free, &text)?;
    kept::erase(name)
}

/// A code as it is kept, with what it answers.
pub(super) fn code_record(invitation: &Invitation, code: &str) -> String {
    format!("{CODE_VERSION} {} {code}", link::encode(invitation))
}

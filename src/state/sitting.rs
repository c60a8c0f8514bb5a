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
    load(&key.sheet(), key, read_sheet)
}

/// The code that this device keeps under `key`.
pub(super) fn kept_code(key: &SheetKey) -> Result<Option<Sitting>, Unreadable> {
    load(&key.code(), key, read_code)
}

/// Reads the text that is kept for a key.
type Read = fn(&SheetKey, &str) -> Option<Sitting>;

fn load(name: &str, key: &SheetKey, read: Read) -> Result<Option<Sitting>, Unreadable> {
    let text = kept::load(name).map_err(|_| Unreadable)?;
    text.map(|text| read(key, &text).ok_or(Unreadable))
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

/// Whether something is kept under `key` that cannot be read; nothing is written over it.
pub(super) fn has_unread(key: &SheetKey) -> bool {
    [key.code(), key.sheet()]
        .iter()
        .any(|name| unread(name).is_some())
}

/// The text kept under this name, if it is a sheet or a code that cannot be read.
pub(super) fn unread(name: &str) -> Option<String> {
    let kinds: [(&str, Read); 2] = [(SHEETS, read_sheet), (CODES, read_code)];
    let (key, read) = kinds.into_iter().find_map(|(prefix, read)| {
        let key = SheetKey::from_text(name.strip_prefix(prefix)?)?;
        Some((key, read))
    })?;
    let text = kept::load(name).ok().flatten()?;
    read(&key, &text).is_none().then_some(text)
}

/// Whether this device keeps exactly this sheet, and no code: no other tab has gone on with it. Reads nothing of it, which
/// would take a trial of its key.
pub(super) fn is_as_kept(sitting: &Sitting) -> bool {
    let text = sheet::encode(&sitting.invitation, &sitting.sheet);
    kept::load(&sitting.key.code()) == Ok(None)
        && kept::load(&sitting.key.sheet()) == Ok(Some(text))
}

/// Erases the sheet or code of this name, unless it is one that cannot be read: that is not of this page.
///
/// # Errors
///
/// Returns [`KeepError::Forbidden`] if the browser forbids it.
pub(super) fn forget(name: &str) -> Result<(), KeepError> {
    if unread(name).is_some() {
        return Ok(());
    }
    kept::erase(name)
}

/// A code as it is kept, with what it answers.
pub(super) fn code_record(invitation: &Invitation, code: &str) -> String {
    format!("{CODE_VERSION} {} {code}", link::encode(invitation))
}

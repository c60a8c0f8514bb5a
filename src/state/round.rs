//! The device in a round, and this device's storage as far as those who answer need it.

use leptos::{prelude::*, task::spawn_local};

use super::{
    page,
    sitting::{SheetKey, Sitting},
    workspace::Workspace,
};
use crate::{
    browser::storage,
    domain::{receipt::Receipt, sheet::Sheet},
};

impl Workspace {
    /// Begins a sheet for the next person at this device, kept nowhere but in memory.
    #[must_use]
    pub fn begin_round(self, key: &SheetKey) -> Option<Sitting> {
        let present = self.sitting.get_untracked();
        if let Some(sitting) = present.filter(|sitting| sitting.key == *key && sitting.is_kiosk) {
            return Some(sitting);
        }
        self.receipt.set(None);
        let invitation = self.invitation(&key.id, key.side)?;
        let sitting = Sitting {
            key: key.clone(),
            sheet: Sheet::blank(&invitation.survey, key.side),
            invitation,
            is_kiosk: true,
            is_kept: false,
            code: None,
        };
        self.sitting.set(Some(sitting.clone()));
        Some(sitting)
    }

    /// The three words of whoever has just handed in at this device, until the next person begins.
    #[must_use]
    pub fn receipt(self) -> Option<Receipt> {
        self.receipt.get_untracked()
    }

    /// Forgets the sheet and the words of whoever had the device last: the next person must not see them.
    pub fn end_round(self) {
        self.receipt.set(None);
        let is_round = |sitting: &Option<Sitting>| sitting.as_ref().is_some_and(|s| s.is_kiosk);
        if self.sitting.with_untracked(is_round) {
            self.sitting.set(None);
        }
    }

    /// Gives the round the whole screen, if the browser lets it. To be called at once on a click.
    pub fn fill_screen(self) {
        let filled = page::fill_screen();
        spawn_local(async move { self.is_screen_refused.set(!filled.await) });
    }

    /// Whether the browser does not give the page the whole screen.
    #[must_use]
    pub fn lacks_full_screen(self) -> bool {
        self.is_screen_refused.get() || !page::knows_full_screen()
    }

    /// Opens this device's storage, once: for a round, which needs the survey and its box.
    pub async fn open_for_round(self) {
        let was_opening = self
            .is_opening
            .try_update_value(|is_opening| std::mem::replace(is_opening, true));
        if was_opening == Some(false) {
            self.open().await;
        }
    }

    /// Opens this device's storage if there is one: who answers on a device of their own is left without.
    pub async fn open_if_present(self) {
        if storage::is_present().await {
            self.open_for_round().await;
        }
    }
}

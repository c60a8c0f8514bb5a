//! The line between the windows of one deck, and what a tab remembers of it.

use leptos::prelude::{LocalStorage, SetValue, StoredValue, WithValue, on_cleanup};

use super::super::cards::Whose;
use crate::{
    browser::{channel::Channel, page::on_leave, session},
    codec::pose::{self, Told},
};

/// What the names of lines and of what tabs remember begin with.
const NAME: &str = "plumbline/deck/";

/// The line between the windows of one deck; other decks have other lines.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    name: StoredValue<String>,
    channel: StoredValue<Option<Channel>, LocalStorage>,
}

impl Line {
    /// Opens the line of these results' deck until the present component is gone; what other windows tell arrives at
    /// `hear`. A window that shows slides tells the others when it does so no more.
    #[must_use]
    pub fn open(whose: &Whose, shows_slides: bool, hear: impl Fn(Told) + 'static) -> Self {
        let name = format!("{NAME}{}", whose.id());
        let channel = Channel::open(&name, move |line| {
            if let Some(told) = pose::decode(&line) {
                hear(told);
            }
        });
        let this = Self {
            name: StoredValue::new(name),
            channel: StoredValue::new_local(channel),
        };
        let leave = move || {
            if shows_slides {
                this.tell(&Told::Gone);
            }
        };
        let leaving = StoredValue::new_local(Some(on_leave(leave)));
        on_cleanup(move || {
            leave();
            leaving.set_value(None);
            this.channel.set_value(None);
        });
        this
    }

    /// Whether windows can tell each other anything in this browser.
    #[must_use]
    pub fn is_there(self) -> bool {
        self.channel.with_value(Option::is_some)
    }

    /// Tells the other windows.
    pub fn tell(self, told: &Told) {
        self.channel.with_value(|channel| {
            if let Some(channel) = channel {
                channel.tell(&pose::encode(told));
            }
        });
    }

    /// Remembers it in this tab, for a reload; gone with the tab.
    pub fn remember(self, told: &Told) {
        // Where a tab remembers nothing, a reload begins the slide anew.
        let _ = self
            .name
            .with_value(|name| session::save(name, &pose::encode(told)));
    }

    /// What this tab remembers.
    #[must_use]
    pub fn remembered(self) -> Option<Told> {
        let line = self.name.with_value(|name| session::load(name))?;
        pose::decode(&line)
    }
}

//! The keys of a person's keyboard.

use thirtyfour::Key;

use crate::{browser::Browser, page::text};

impl Browser {
    /// Presses a key: a character, a name such as `ArrowDown`, or `Shift+Tab`.
    pub(crate) async fn key(&self, name: &str) {
        self.did(&format!("press {name}"));
        let (with, name) = match name.split_once('+') {
            Some((modifier, name)) if !name.is_empty() => (Some(key(modifier)), name),
            _ => (None, name),
        };
        let mut actions = self.driver.action_chain();
        if let Some(modifier) = with {
            actions = actions.key_down(modifier);
        }
        actions = actions.key_down(key(name)).key_up(key(name));
        if let Some(modifier) = with {
            actions = actions.key_up(modifier);
        }
        actions.perform().await.expect("a key can be pressed");
    }

    /// The name of what has the keyboard's attention; empty when nothing has.
    pub(crate) async fn focused_name(&self) -> String {
        let name = self.look("focused", Vec::new()).await;
        text(&name.expect("the page can be asked"))
    }
}

/// The key with this name, named as pages name it.
fn key(name: &str) -> char {
    let key = match name {
        "ArrowDown" => Key::Down,
        "ArrowUp" => Key::Up,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Escape" => Key::Escape,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        // The code for it types nothing in some engines; the character does in all.
        "Space" => return ' ',
        _ => return single(name),
    };
    key.value()
}

fn single(name: &str) -> char {
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => character,
        _ => panic!("there is no key {name}"),
    }
}

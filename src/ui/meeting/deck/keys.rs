//! Keys and clickers.

use leptos::{prelude::*, task::spawn_local};

use super::{
    arrange::present_again,
    bar::{Said, open_notes, turn_full_screen},
    go_to_arranging,
    stage::Stage,
};
use crate::{
    domain::deck::{Guesses, Pose, Show},
    state::page::{self, Handled, Key},
};

/// The longest number that is typed.
const DIGITS: usize = 3;
/// How long a number waits for Enter, in milliseconds: after that a digit was a guess, and Enter goes on.
const NUMBER_WAITS: i32 = 5_000;

/// Hears keys until the deck is gone, in the window of the slides and in that of the notes.
pub(in crate::ui::meeting) fn listen(stage: Stage, is_arranging: RwSignal<bool>) -> Said {
    let said = Said::nothing();
    // What the room had guessed before a number was typed, which may have been meant as a guess or not.
    let before = RwSignal::new(Guesses::default());
    // Whatever else leads on, a number that was begun does not stay behind.
    let place = Memo::new(move |_| stage.now().map(|pose| (pose.key, pose.step)));
    Effect::new(move |_| {
        place.track();
        said.typed.set(String::new());
    });
    page::on_key(move |key| {
        let is_ours = !key.in_text_field && !key.with_modifier;
        match (is_ours, is_arranging.get_untracked()) {
            (false, _) => Handled::No,
            (true, true) => leave_arranging(stage, &key),
            (true, false) => pressed(stage, said, before, &key),
        }
    });
    said
}

/// Escape leads back from arranging to the slides.
fn leave_arranging(stage: Stage, key: &Key) -> Handled {
    if key.name != "Escape" {
        return Handled::No;
    }
    present_again(stage);
    Handled::Yes
}

fn pressed(stage: Stage, said: Said, before: RwSignal<Guesses>, key: &Key) -> Handled {
    let is_for_button = key.on_button_or_link && matches!(key.name.as_str(), " " | "Enter");
    let is_digit = key.name.len() == 1 && key.name.bytes().all(|byte| byte.is_ascii_digit());
    if is_digit {
        digit(stage, said, before, &key.name);
        return Handled::Yes;
    }
    let slides = stage.shown.with_untracked(Vec::len);
    let number = said.typed.with_untracked(|typed| typed.parse().ok());
    // Guesses make no number of a slide that there is not.
    let number = number.filter(|number| (1..=slides).contains(number));
    if let ("Enter", Some(number)) = (key.name.as_str(), number) {
        said.typed.set(String::new());
        if stage.is_guessing() {
            stage.guess(before.get_untracked());
        }
        stage.go(|show, pose| show.nth(pose, number));
        return Handled::Yes;
    }
    if is_for_button {
        return Handled::No;
    }
    said.typed.set(String::new());
    command(stage, said, key)
}

/// A digit may begin the number of a slide; on a question it is a guess too, until Enter follows.
fn digit(stage: Stage, said: Said, before: RwSignal<Guesses>, digit: &str) {
    let guesses = untrack(|| stage.guesses());
    if said.typed.with_untracked(String::is_empty) {
        before.set(guesses.clone());
    }
    said.typed.update(|typed| {
        if typed.len() >= DIGITS {
            typed.clear();
        }
        typed.push_str(digit);
    });
    let waiting = said.typed.get_untracked();
    spawn_local(async move {
        page::wait(NUMBER_WAITS).await;
        if said.typed.try_get_untracked() == Some(waiting) {
            said.typed.set(String::new());
        }
    });
    if let (true, Ok(tens)) = (stage.is_guessing(), digit.parse::<u8>()) {
        let mut guesses = guesses;
        guesses.press(tens * 10);
        stage.guess(guesses);
    }
}

fn command(stage: Stage, said: Said, key: &Key) -> Handled {
    let take_back: Way = |_, pose| pose.clone().with_guesses(Guesses::default());
    let way = match key.name.as_str() {
        "Backspace" if stage.is_guessing() => Some(take_back),
        name => way(name),
    };
    match way {
        Some(way) => {
            stage.go(way);
            Handled::Yes
        }
        None => other(stage, said, key),
    }
}

/// From what is shown to what is shown next.
type Way = fn(&Show, &Pose) -> Pose;

/// Where a key leads.
fn way(key: &str) -> Option<Way> {
    Some(match key {
        "ArrowRight" | "ArrowDown" | "PageDown" | " " | "Enter" => |show, pose| show.forward(pose),
        "ArrowLeft" | "ArrowUp" | "PageUp" => |show, pose| show.back(pose),
        "Home" => |show, pose| show.first(pose),
        "End" => |show, pose| show.last(pose),
        _ => return None,
    })
}

fn other(stage: Stage, said: Said, key: &Key) -> Handled {
    if key.is_repeated {
        return Handled::No;
    }
    match key.name.as_str() {
        "?" => said.is_help.update(|is_help| *is_help = !*is_help),
        "Escape" if said.is_help.get_untracked() => said.is_help.set(false),
        _ if !stage.shows_slides => return Handled::No,
        "f" | "F" => turn_full_screen(said),
        "n" | "N" => open_notes(stage, said),
        "Escape" if page::has_full_screen() => page::leave_full_screen(),
        "Escape" => go_to_arranging(stage),
        _ => return Handled::No,
    }
    Handled::Yes
}

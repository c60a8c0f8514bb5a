//! All slides at once: left out or taken in again, moved, and in the organiser's own words.

use leptos::prelude::*;

use super::{
    handout::{handout, keys_of, view_of},
    slide::{Look, slide},
    slides::{SlideView, deck_of},
    stage::Stage,
};
use crate::{
    domain::deck::{Edit, Key, NOTES_LONGEST, TITLE_LONGEST},
    state::{Keeping, page},
    text::{bad, card, deck::presenting as words},
    ui::{
        kit::{El, actions, button, el, heading, lead, notice, small, spoken},
        meeting::powerpoint::powerpoint,
    },
};

/// The class of a button here.
const BUTTON: &str = "button button--quiet button--small";

/// All slides, to be changed; on paper they are the same as where they are presented.
pub(super) fn arrange(stage: Stage) -> El {
    let moved = RwSignal::new(String::new());
    let look = Look::of_page().always_whole();
    let keys = keys_of(stage.all);
    // Fields are left to whoever types; they are filled anew where slides change places and where all is taken back.
    let is_reset = RwSignal::new(false);
    let slides = move || {
        is_reset.track();
        let keys = keys.get();
        let count = keys.len();
        let entries = keys.into_iter().zip(1..);
        let entries = entries.map(|(key, number)| entry(stage, key, (number, count), look, moved));
        Some(el("ol").class("arrange__slides").children(entries))
    };
    el("div")
        .class("arrange")
        .child(heading(words::ARRANGE_TITLE))
        .child(lead(words::ARRANGE_LEAD))
        .child(
            actions()
                .child(
                    button("button button--small")
                        .text(words::PRESENT)
                        .on("click", move || present_again(stage)),
                )
                .child(button(BUTTON).text(words::AS_MADE).on("click", move || {
                    stage.deck.apply(Edit::Reset);
                    is_reset.update(|is_reset| *is_reset = !*is_reset);
                })),
        )
        .child(powerpoint(stage))
        .child(
            el("p")
                .class("small arrange__kept")
                .live_text(move || quiet(stage).into()),
        )
        .child(spoken().live(move || trouble(stage)))
        .child(
            el("div")
                .class("visually-hidden")
                .attr("role", "status")
                .live_text(move || moved.get().into()),
        )
        .live(slides)
        .child(handout(stage))
}

/// Back to the slide that is shown.
pub(super) fn present_again(stage: Stage) {
    if let Some(pose) = untrack(|| stage.now()) {
        page::go(&stage.address(pose.key.text()));
    }
}

/// Whether what was changed is kept, in a few words that change with every letter typed.
///
/// They are not read aloud, and their line is always there: what stands under it must not move while somebody types or
/// is about to press.
fn quiet(stage: Stage) -> &'static str {
    match stage.deck.keeping() {
        Keeping::Working => card::KEEPING,
        Keeping::Kept => words::KEPT,
        Keeping::Unchanged | Keeping::OnlyHere | Keeping::NotKept | Keeping::NotTaken(_) => "",
    }
}

/// Why what was changed is not kept.
fn trouble(stage: Stage) -> Option<El> {
    if stage.deck.is_unreadable() {
        return Some(notice(words::UNREADABLE));
    }
    match stage.deck.keeping() {
        Keeping::OnlyHere => Some(notice(words::NOT_LASTING)),
        Keeping::NotKept => Some(notice(words::NOT_KEPT)),
        Keeping::NotTaken(_) => Some(notice(bad::STORAGE_FAILED)),
        Keeping::Unchanged | Keeping::Working | Keeping::Kept => None,
    }
}

/// One slide, small, with what can be done about it.
fn entry(
    stage: Stage,
    key: Key,
    (number, count): (usize, usize),
    look: Look,
    moved: RwSignal<String>,
) -> El {
    let view = view_of(stage.all, key.clone());
    let title = move || view.get().map(|view| view.words.title).unwrap_or_default();
    let picture = move || {
        let slide = slide(&view.get()?, number, format!("small-{number}"), look, None);
        Some(
            el("div")
                .class("arrange__frame")
                .attr("aria-hidden", "true")
                .child(slide),
        )
    };
    let is_dropped = move || view.with(|view| view.as_ref().is_some_and(|view| view.is_dropped));
    el("li")
        .class("arrange__slide")
        .live_attr("data-dropped", move || is_dropped().then(|| "true".into()))
        .live(picture)
        .child(
            el("div")
                .class("arrange__about")
                .child(
                    el("h2")
                        .class("arrange__title")
                        .attr("dir", "auto")
                        .live_text(move || format!("{number}. {}", title()).into()),
                )
                .live(move || is_dropped().then(|| small(words::LEFT_OUT)))
                .child(buttons(stage, key, (number, count), view, moved))
                .child(fields(stage, number, view)),
        )
}

fn buttons(
    stage: Stage,
    key: Key,
    (number, count): (usize, usize),
    view: Memo<Option<SlideView>>,
    moved: RwSignal<String>,
) -> El {
    let title = move || view.get().map(|view| view.words.title).unwrap_or_default();
    let key = StoredValue::new(key);
    let named = move |action: &'static str, id: String| {
        button(BUTTON)
            .id(id)
            .text(action)
            .live_attr("aria-label", move || {
                Some(words::of_slide(action, &title()).into())
            })
    };
    let shift = move |is_up: bool, now: usize| {
        move || {
            move_by_one(stage, &key.get_value(), is_up);
            moved.set(words::moved(&untrack(title), now, count));
            // The button moves with its slide, and the next press is to move the same one.
            page::focus(&button_id(now, is_up && now > 1 || !is_up && now == count));
        }
    };
    let drop = move || {
        let is_dropped = view.get().is_some_and(|view| view.is_dropped);
        let action = if is_dropped {
            words::RESTORE
        } else {
            words::DROP
        };
        let edit = move || stage.deck.apply(Edit::Drop(key.get_value(), !is_dropped));
        Some(named(action, format!("drop-{number}")).on("click", edit))
    };
    let up = (number > 1)
        .then(|| named(words::UP, button_id(number, true)).on("click", shift(true, number - 1)));
    let down = (number < count).then(|| {
        named(words::DOWN, button_id(number, false)).on("click", shift(false, number + 1))
    });
    let present = named(words::FROM_HERE, format!("from-{number}")).on("click", move || {
        stage.go_to(&key.get_value());
        page::go(&stage.address(key.get_value().text()));
    });
    let buttons = actions().maybe(up).maybe(down);
    buttons.live(drop).child(present)
}

/// The id of a slide's button that moves it.
fn button_id(number: usize, is_up: bool) -> String {
    format!("{}-{number}", if is_up { "up" } else { "down" })
}

fn move_by_one(stage: Stage, key: &Key, is_up: bool) {
    let deck = stage.published.with_value(|published| {
        let deck = |experiments: &Vec<_>| deck_of(published, stage.day, experiments);
        stage.experiments.with_untracked(deck)
    });
    let edits = untrack(|| stage.deck.edits()).unwrap_or_default();
    if let Some(edit) = edits.shift(&deck, key, is_up) {
        stage.deck.apply(edit);
    }
}

/// The organiser's own words; what is typed is kept at once.
fn fields(stage: Stage, number: usize, view: Memo<Option<SlideView>>) -> El {
    let now = view.get_untracked();
    let (title, notes) = now.map_or_else(Default::default, |view| {
        let own = |own: String, made: &str| if own == made { String::new() } else { own };
        (
            own(view.words.title.clone(), &view.made_title),
            own(view.words.notes.join("\n"), &view.made_notes.join("\n")),
        )
    });
    let made = move || view.get().map(|view| view.made_title).unwrap_or_default();
    let title = el("input")
        .attr("type", "text")
        .attr("maxlength", TITLE_LONGEST.to_string())
        .attr("autocomplete", "off")
        .live_value(move || title.clone())
        .live_attr("placeholder", move || Some(made().into()));
    let notes = el("textarea")
        .attr("rows", "5")
        .attr("maxlength", NOTES_LONGEST.to_string())
        .live_value(move || notes.clone());
    let typed_title = move |typed: String| {
        if let Some(view) = view.get_untracked() {
            stage.deck.apply(Edit::Title(view.key, typed));
        }
    };
    let typed_notes = move |typed: String| {
        if let Some(view) = view.get_untracked() {
            stage.deck.apply(Edit::Notes(view.key, typed));
        }
    };
    el("details")
        .class("arrange__words")
        .child(el("summary").text(words::EDIT))
        .child(field(
            format!("title-{number}"),
            (words::TITLE_FIELD, words::TITLE_HINT),
            title.on_text(typed_title),
        ))
        .child(field(
            format!("notes-{number}"),
            (words::NOTES_FIELD, words::NOTES_HINT),
            notes.on_text(typed_notes),
        ))
        .child(made_notes(view))
}

/// The notes that are made from the results, beside the organiser's own.
fn made_notes(view: Memo<Option<SlideView>>) -> El {
    el("div").live(move || {
        let notes = view.get()?.made_notes.into_iter();
        let notes = notes.map(|line| el("li").attr("dir", "auto").text(line));
        Some(el("ul").class("arrange__made").children(notes))
    })
}

fn field(id: String, (label, hint): (&'static str, &'static str), input: El) -> El {
    let hint_id = format!("{id}-hint");
    el("div")
        .class("field")
        .child(
            el("label")
                .class("field__label")
                .attr("for", id.clone())
                .text(label),
        )
        .child(
            el("span")
                .class("field__hint")
                .id(hint_id.clone())
                .text(hint),
        )
        .child(
            input
                .class("field__input")
                .id(id)
                .attr("dir", "auto")
                .attr("aria-describedby", hint_id),
        )
}

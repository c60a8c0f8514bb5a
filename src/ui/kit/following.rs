//! A text field that follows what is kept elsewhere, and is left alone by what is typed into it.

use leptos::prelude::*;

use super::El;

/// `input` with the text that is `kept`. It changes when that becomes something else than what was typed, as it is kept:
/// taken back, or changed in another window. Spaces at the end of what is typed stay in the field.
#[inline(never)]
pub(crate) fn following(
    input: El,
    kept: Memo<String>,
    as_kept: fn(&str) -> Option<String>,
    said: Box<dyn Fn(String)>,
) -> El {
    let typed = StoredValue::new(kept.get_untracked());
    let shown = RwSignal::new(kept.get_untracked());
    Effect::new(move |_| {
        let kept = kept.get();
        if typed.with_value(|typed| as_kept(typed).unwrap_or_default() != kept) {
            typed.set_value(kept.clone());
            // Set even where the field was given the same before: a person may have typed since.
            shown.set(kept);
        }
    });
    input.live_value(move || shown.get()).on_text(move |text| {
        typed.set_value(text.clone());
        said(text);
    })
}

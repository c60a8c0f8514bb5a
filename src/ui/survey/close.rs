//! The one deliberate step that opens the box.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::side::Side,
    state::{CloseError, Held, Workspace},
    text::collect,
    ui::screen::Screen,
};

/// What closing does, and the button that asks once more.
#[component]
pub(super) fn CloseSection(
    /// The survey's id.
    id: String,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let held = {
        let id = id.clone();
        Memo::new(move |_| workspace.held(&id))
    };
    let is_collecting = move || held.get().is_some_and(|held| held.is_collecting());

    view! {
        <Show when=is_collecting>
            <section class="step" aria-labelledby="close">
                <h2 id="close">{collect::CLOSE_TITLE}</h2>
                <p>{collect::CLOSE_LEAD}</p>
                <CloseSteps id=id.clone() held/>
            </section>
        </Show>
    }
}

/// Asks, then closes.
#[component]
fn CloseSteps(
    /// The survey's id.
    id: String,
    /// The survey as it is now.
    held: Memo<Option<Held>>,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let is_asking = RwSignal::new(false);
    let is_busy = RwSignal::new(false);
    let said = RwSignal::new(None::<String>);

    let ask = move |_| match held.get_untracked().map(|held| obstacle(&held)) {
        Some(Some(obstacle)) => said.set(Some(obstacle)),
        Some(None) | None => {
            said.set(None);
            is_asking.set(true);
        }
    };
    let close = Callback::new(move |()| {
        is_busy.set(true);
        let id = id.clone();
        spawn_local(async move {
            let outcome = workspace.close(id.clone()).await;
            is_busy.set(false);
            is_asking.set(false);
            match outcome {
                Ok(_) => Screen::Results(id).go(),
                Err(CloseError::TooFew) => {
                    said.set(held.get_untracked().and_then(|held| obstacle(&held)));
                }
                Err(CloseError::Keeping(_)) => {
                    said.set(Some(collect::CHANGED_ELSEWHERE.to_owned()))
                }
            }
        });
    });

    view! {
        <div role="status">{move || said.get().map(|words| view! { <p class="need">{words}</p> })}</div>
        <Show
            when=move || is_asking.get()
            fallback=move || view! {
                <p class="actions">
                    <button type="button" class="button button--quiet" on:click=ask>{collect::CLOSE}</button>
                </p>
            }
        >
            <Sure held is_busy close on_keep=move || is_asking.set(false)/>
        </Show>
    }
}

/// The question before closing.
#[component]
fn Sure(
    /// The survey as it is now.
    held: Memo<Option<Held>>,
    /// Whether it is being closed.
    is_busy: RwSignal<bool>,
    /// Closes.
    close: Callback<()>,
    /// Does not.
    #[prop(into)]
    on_keep: Callback<()>,
) -> impl IntoView {
    let stays = move || {
        let held = held.get()?;
        let under = Side::ALL.into_iter().filter(|side| held.needed(*side) > 0);
        let words: Vec<_> = under
            .map(|side| collect::stays_sealed(side, *held.ballots.of(side)))
            .map(|words| view! { <p>{words}</p> })
            .collect();
        Some(words)
    };

    view! {
        <div class="sure" role="group" aria-labelledby="sure">
            <h3 id="sure">{collect::CLOSE_SURE}</h3>
            {stays}
            <p class="actions">
                <button
                    type="button"
                    class="button"
                    prop:disabled=is_busy
                    on:click=move |_| close.run(())
                >
                    {move || if is_busy.get() { collect::CLOSING } else { collect::CLOSE_YES }}
                </button>
                <button type="button" class="button button--quiet" on:click=move |_| on_keep.run(())>
                    {collect::CLOSE_NO}
                </button>
            </p>
        </div>
    }
}

/// Why there is nothing that closing could open.
fn obstacle(held: &Held) -> Option<String> {
    let open: Vec<Side> = Side::ALL
        .into_iter()
        .filter(|side| !held.is_opened(*side))
        .collect();
    if open.iter().all(|side| *held.ballots.of(*side) == 0) {
        return Some(collect::CLOSE_EMPTY.to_owned());
    }
    let all_need = open.iter().all(|side| held.needed(*side) > 0);
    all_need.then(|| {
        let needs: Vec<String> = open
            .iter()
            .map(|side| collect::needs(*side, held.needed(*side)))
            .collect();
        needs.join(" ")
    })
}

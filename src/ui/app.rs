//! The whole page: providers, the frame and the current screen.

use leptos::{mount::mount_to_body, prelude::*, task::spawn_local};

use super::{
    answer::{AnswerPage, LinkPage},
    home::HomePage,
    how::HowPage,
    kit::{Notice, Signature},
    results::{ExamplePage, ResultsPage},
    screen::{self, Screen},
    start::StartPage,
    survey::SurveyPage,
};
use crate::{
    chart::{FONT_FAMILY, FONT_WOFF2},
    state::{Trouble, Workspace, page},
    text::{bad, common, home},
};

/// The element of `index.html` that stands in until the app is there.
const SHELL: &str = "shell";
/// The heading of every screen, which takes the focus when the screen changes.
pub(super) const HEADING: &str = "heading";
/// The part of the page that changes with the screen.
const CONTENT: &str = "content";

/// Shows the app in place of the static shell.
pub fn mount() {
    spawn_local(page::install_font(FONT_FAMILY, FONT_WOFF2));
    mount_to_body(App);
    page::shell_gone(SHELL);
}

#[component]
fn App() -> impl IntoView {
    let workspace = Workspace::new();
    provide_context(workspace);
    let screen = screen::current();
    spawn_local(workspace.open());
    move_focus_with(screen);

    let is_round = move || matches!(screen.get(), Screen::Answer(place) if place.is_kiosk);
    view! {
        <a class="skip" href="#content" on:click=skip>{common::SKIP}</a>
        <header class="top" class:top--bare=is_round>
            <a class="top__home" href=Screen::Home.href() aria-label=common::HOME>
                <Signature/>
            </a>
            <Show when=move || !is_round()>
                <nav class="top__nav">
                    <a href=Screen::How.href()>{home::HOW}</a>
                </nav>
            </Show>
        </header>
        <TroubleNotice/>
        <main class="content" id=CONTENT tabindex="-1">
            {move || show(screen.get())}
        </main>
    }
}

fn show(screen: Screen) -> AnyView {
    match screen {
        Screen::Home => view! { <HomePage/> }.into_any(),
        Screen::How => view! { <HowPage/> }.into_any(),
        Screen::Start => view! { <StartPage/> }.into_any(),
        Screen::Survey(id) => view! { <SurveyPage id/> }.into_any(),
        Screen::Results(id) => view! { <ResultsPage id/> }.into_any(),
        Screen::Example => view! { <ExamplePage/> }.into_any(),
        Screen::Answer(place) => view! { <AnswerPage place/> }.into_any(),
        Screen::Link(fragment) => view! { <LinkPage fragment/> }.into_any(),
        Screen::Unknown => view! { <HomePage notice=home::UNKNOWN_ADDRESS/> }.into_any(),
    }
}

#[component]
fn TroubleNotice() -> impl IntoView {
    let workspace = Workspace::expect();

    let words = move || {
        workspace.trouble().map(|trouble| match trouble {
            Trouble::Forbidden => bad::STORAGE_FORBIDDEN,
            Trouble::Newer => bad::STORAGE_NEWER,
            Trouble::Broken => bad::STORAGE_BROKEN,
            Trouble::Full => bad::STORAGE_FULL,
            Trouble::NotKept => bad::STORAGE_FAILED,
        })
    };
    let unreadable = move || workspace.unreadable();

    view! {
        <div class="troubles" role="status">
            {move || words().map(|words| view! { <Notice words/> })}
            {move || (unreadable() > 0).then(|| view! { <Notice words=bad::unreadable(unreadable())/> })}
        </div>
    }
}

/// The skip link must not change the address, which says what is shown.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    page::focus(CONTENT);
}

/// Who changes the screen begins at its heading, with the keyboard and with a screen reader.
fn move_focus_with(screen: ReadSignal<Screen>) {
    Effect::new(move |before: Option<Screen>| {
        let now = screen.get();
        if before.is_some_and(|before| before != now) {
            page::scroll_to_top();
            page::focus(HEADING);
        }
        now
    });
}

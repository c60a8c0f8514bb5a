//! What screens may ask of the page around them.

use std::rc::Rc;

use leptos::prelude::{LocalStorage, ReadSignal, Set, SetValue, StoredValue, on_cleanup, signal};

pub use crate::browser::{
    address::{fragment, go, leave, on_change, replace, visit},
    clipboard::select,
    clock::{hour_and_minute, now},
    focus::{focus, scroll_to_top, set_title},
    fullscreen::{
        is_known as knows_full_screen, is_on as has_full_screen, leave as leave_full_screen,
    },
    keyboard::{Handled, Key},
    page::{on_return, shell_gone},
    popup::open as open_window,
    presence::{Heard, Sign},
    share::can_share,
    swipe::Swipe,
};
use crate::{
    browser::{
        address, clipboard, clock, file, font, fullscreen, keyboard, media, page as browser_page,
        pause,
        picked::{self, Picked, ReadError},
        picture, presence, share, swipe, ticking, timer,
    },
    codec::{backup, ballot_box, escape::css_text, opening::LARGEST},
    domain::day::Day,
};

/// The document for respondents.
pub const ANSWERING: &str = "answer.html";

/// The document for results.
pub const SHOWING: &str = "results.html";

/// The document for what this device keeps.
pub const KEEPING: &str = "device.html";

/// The document for the meeting.
pub const MEETING: &str = "meeting.html";

/// The document for the camera.
pub const SCANNING: &str = "camera.html";

/// Sizes of a picture for a slide, in pixels: full high definition, and four times as many.
pub const SIZES: [(u32, u32); 2] = [(1920, 1080), (3840, 2160)];

/// The address of a document beside the present one, to which a link's fragment is added.
#[must_use]
pub fn beside(document: &str) -> String {
    let here = address::without_fragment();
    let here = at_mangled_hash(&here).map_or(here.as_str(), |(here, _)| here);
    let folder = here.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{document}")
}

/// The fragment, also where a mail filter has written `%23` for `#`.
#[must_use]
pub fn arrived_at() -> String {
    let fragment = fragment();
    if !fragment.is_empty() {
        return fragment;
    }
    match at_mangled_hash(&address::full()) {
        Some((_, rest)) => rest.to_owned(),
        None => fragment,
    }
}

/// The address before and after what filters write for `#`: `%23`, and `%25` for its percent sign as often as one of
/// them has escaped another's link.
fn at_mangled_hash(address: &str) -> Option<(&str, &str)> {
    address.match_indices('%').find_map(|(place, _)| {
        let mut rest = address.get(place + 1..)?;
        while let Some(escaped) = rest.strip_prefix("25") {
            rest = escaped;
        }
        Some((address.get(..place)?, rest.strip_prefix("23")?))
    })
}

/// Today, as the person's calendar shows it.
#[must_use]
pub fn today() -> Day {
    let today = clock::today();
    let small = |n: u32| u8::try_from(n).unwrap_or_default();
    Day {
        year: u16::try_from(today.year).unwrap_or_default(),
        month: small(today.month),
        day: small(today.day),
    }
}

/// Today, for the names of files: `2026-11-23`.
#[must_use]
pub fn date() -> String {
    today().to_text()
}

/// What stands at the foot of every page that is printed.
pub fn set_foot(text: &str) {
    browser_page::set_foot(&css_text(text));
}

/// Opens the browser's dialogue for printing.
pub fn print() {
    browser_page::print();
}

/// Puts text on the clipboard; says whether the browser let it.
pub async fn copy(text: String) -> bool {
    clipboard::copy(&text).await.is_ok()
}

/// Opens the device's share sheet; says whether it worked, also if the person closed it.
pub async fn share(title: String, text: String) -> bool {
    share::share(&title, &text, None).await.is_ok()
}

/// Gives the person a file; says whether the browser let it.
#[must_use]
pub fn save(name: &str, mime: &str, bytes: &[u8]) -> bool {
    file::download(name, mime, bytes).is_ok()
}

/// Draws an SVG as a PNG of this size; `None` if the browser cannot.
pub async fn picture_png(svg: String, (width, height): (u32, u32)) -> Option<Vec<u8>> {
    picture::png(&svg, width, height, None).await.ok()
}

/// Puts an SVG as a PNG of this size on the clipboard; says whether the browser let it. To be called at once on a
/// click, and the future awaited after that.
pub fn copy_picture(svg: String, size: (u32, u32)) -> impl Future<Output = bool> {
    let copied = clipboard::copy_png(picture_png(svg, size));
    async move { copied.await.is_ok() }
}

/// The file with results now picked in the file input of this id; `None` if there is none.
pub async fn picked(input_id: &str) -> Option<Result<Vec<u8>, ReadError>> {
    first(picked::take(input_id, LARGEST).await)
}

/// The backup now picked in the file input of this id; `None` if there is none.
pub async fn picked_backup(input_id: &str) -> Option<Result<Vec<u8>, ReadError>> {
    first(picked::take(input_id, backup::LARGEST).await)
}

fn first(files: Vec<Picked>) -> Option<Result<Vec<u8>, ReadError>> {
    files.into_iter().next().map(|file| file.content)
}

/// Calls back with a file, not with text, that is dropped on the page, until the present component is gone.
pub fn on_drop(callback: impl Fn(Result<Vec<u8>, ReadError>) + 'static) {
    let callback = move |files: Vec<Picked>| {
        if let Some(file) = files.into_iter().find(|file| !file.name.is_empty()) {
            callback(file.content);
        }
    };
    until_gone(picked::on_drop(LARGEST, Rc::new(callback)));
}

/// The files now picked in the file input of this id, read as far as they are not too large all together.
pub async fn all_picked(input_id: &str) -> Vec<Picked> {
    picked::take(input_id, ballot_box::LARGEST).await
}

/// Calls back with all files, or the text, dropped on the page, until the present component is gone.
pub fn on_drop_all(callback: impl Fn(Vec<Picked>) + 'static) {
    until_gone(picked::on_drop(ballot_box::LARGEST, Rc::new(callback)));
}

/// Lets the browser draw and hear in the middle of long work.
pub async fn pause() {
    pause::pause().await;
}

/// Waits so many milliseconds.
pub async fn wait(milliseconds: i32) {
    timer::wait(milliseconds).await;
}

/// Makes the bundled font known to the page; without it the page shows the system's.
pub async fn install_font(family: &'static str, woff2: &'static [u8]) {
    let _ = font::install(family, woff2, "400 700").await;
}

/// Hears every key until the present component is gone.
pub fn on_key(callback: impl Fn(Key) -> Handled + 'static) {
    let callback = Rc::new(callback);
    let listener = keyboard::on_key(move |key| callback(key));
    let listener = StoredValue::<_, LocalStorage>::new_local(Some(listener));
    on_cleanup(move || listener.set_value(None));
}

/// Hears every sign of somebody until the present component is gone.
pub fn on_presence(callback: impl Fn(Sign) -> Heard + 'static) {
    until_gone(presence::watch(callback));
}

/// Hears every swipe until the present component is gone.
pub fn on_swipe(callback: impl Fn(Swipe) + 'static) {
    until_gone(swipe::watch(callback));
}

/// Whether the page has the whole screen, until the present component is gone.
#[must_use]
pub fn full_screen() -> ReadSignal<bool> {
    let (is_on, set_is_on) = signal(fullscreen::is_on());
    until_gone(fullscreen::watch(move |now| set_is_on.set(now)));
    is_on
}

/// Does something every second until the present component is gone.
pub fn every_second(action: impl Fn() + 'static) {
    until_gone(ticking::every(1_000, action));
}

fn until_gone<T: 'static>(kept: T) {
    let kept = StoredValue::<_, LocalStorage>::new_local(Some(kept));
    on_cleanup(move || kept.set_value(None));
}

/// Asks for the whole screen; says whether the browser gave it. To be called at once on a click, and the future awaited
/// after that.
pub fn fill_screen() -> impl Future<Output = bool> {
    let entered = fullscreen::enter();
    async move { entered.await.is_ok() }
}

/// Whether a CSS media query holds, now and later.
#[must_use]
pub fn media(query: &str) -> ReadSignal<bool> {
    let (holds, set_holds) = signal(false);
    set_holds.set(media::watch(query, move |now| set_holds.set(now)));
    holds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_found_however_often_it_was_escaped() {
        for hash in ["%23", "%2523", "%252523"] {
            let address = format!("https://a.example/%C3%A9/answer.html{hash}s=AQ%3D");
            let parts = ("https://a.example/%C3%A9/answer.html", "s=AQ%3D");
            assert_eq!(at_mangled_hash(&address), Some(parts), "{hash}");
        }
        assert_eq!(at_mangled_hash("https://a.example/100%25"), None);
    }
}

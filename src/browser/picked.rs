//! Files taken from the person, and text that is dropped.

use super::listener::Listener;
use super::window::{document, element};
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement, HtmlTextAreaElement,
};

/// A file that the person picked or dropped, or text that was dropped, such as words marked in a chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// Its name, without a folder; empty for text, which has none.
    pub name: String,
    /// What is in it.
    pub content: Result<Vec<u8>, ReadError>,
}

/// Why a file's content is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is larger than allowed, alone or with those before it; nothing of it was read.
    #[error("the file is too large")]
    TooLarge,
    /// The browser could not read it.
    #[error("the file cannot be read")]
    Unreadable,
}

/// Reads the files now picked in the file input of this id, `most` bytes all together.
///
/// Empties the input, so that the same file can be picked again.
pub async fn take(input_id: &str, most: usize) -> Vec<Picked> {
    let input: Option<HtmlInputElement> = element(input_id).and_then(|e| e.dyn_into().ok());
    let Some(input) = input else {
        return Vec::new();
    };
    let files = listed(input.files());
    input.set_value("");
    read_all(files, most).await
}

/// Calls back with the files that the person drops anywhere on the page, `most` bytes all together, or with the text.
///
/// Listens as long as the result lives; without it the browser would leave the page for the dropped file.
#[must_use = "listens only as long as it is kept"]
pub fn on_drop(most: usize, callback: Rc<dyn Fn(Vec<Picked>)>) -> DropListener {
    let on_drop = move |event: Event| {
        let Some(dropped) = for_page(&event) else {
            return;
        };
        // Both are there only while the event is.
        let (files, text) = (listed(dropped.files()), dropped.get_data("text/plain"));
        let callback = Rc::clone(&callback);
        spawn_local(async move {
            let mut picked = read_all(files, most).await;
            let text = text.unwrap_or_default();
            if picked.is_empty() && !text.is_empty() {
                picked.push(Picked {
                    name: String::new(),
                    content: Ok(text.into_bytes()),
                });
            }
            if !picked.is_empty() {
                callback(picked);
            }
        });
    };
    DropListener(document().map(|page| {
        [
            Listener::new(&page, "dragover", |event| drop(for_page(&event))),
            Listener::new(&page, "drop", on_drop),
        ]
    }))
}

/// Hears of dropped files until it is dropped itself.
#[derive(Debug)]
pub struct DropListener(
    #[expect(dead_code, reason = "listens by being there")] Option<[Listener; 2]>,
);

/// What is dragged, taken from the browser; text over a field is left to it.
fn for_page(event: &Event) -> Option<DataTransfer> {
    let dragged = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let has_files = dragged.types().includes(&"Files".into(), 0);
    // There the browser itself takes in text.
    let is_over_field = event.target().is_some_and(|place| {
        place.is_instance_of::<HtmlTextAreaElement>() || place.is_instance_of::<HtmlInputElement>()
    });
    if is_over_field && !has_files {
        return None;
    }
    event.prevent_default();
    Some(dragged)
}

fn listed(files: Option<FileList>) -> Vec<File> {
    files.map_or_else(Vec::new, |files| {
        (0..files.length())
            .filter_map(|index| files.get(index))
            .collect()
    })
}

async fn read_all(files: Vec<File>, most: usize) -> Vec<Picked> {
    let mut picked = Vec::with_capacity(files.len());
    let mut room = most;
    for file in files {
        let content = read(&file, room).await;
        room -= content.as_ref().map_or(0, |bytes| bytes.len().min(room));
        picked.push(Picked {
            name: file.name(),
            content,
        });
    }
    picked
}

async fn read(file: &File, most: usize) -> Result<Vec<u8>, ReadError> {
    #[expect(clippy::cast_precision_loss, reason = "exact up to 2^53 bytes")]
    if file.size() > most as f64 {
        return Err(ReadError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    buffer
        .map(|buffer| Uint8Array::new(&buffer).to_vec())
        .map_err(|_| ReadError::Unreadable)
}

//! The clipboard.

use super::window::{document, element, lacks, window};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardItem, Document, HtmlDocument, HtmlElement, HtmlInputElement,
    HtmlTextAreaElement, Node,
};

/// The browser did not let the page write to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the clipboard refused the text")]
pub struct Refused;

/// Puts `text` on the clipboard.
///
/// To be called at once on the person's click: browsers refuse it later.
///
/// # Errors
///
/// Returns [`Refused`] if neither the present nor the old way is allowed; then [`select`] a text for copying by hand.
pub async fn copy(text: &str) -> Result<(), Refused> {
    if written(text).await || copied_the_old_way(text).is_some() {
        Ok(())
    } else {
        Err(Refused)
    }
}

/// Puts a PNG picture on the clipboard, which may take a while to be made.
///
/// To be called at once on the person's click, before anything is awaited: `WebKit` refuses it later, and so takes the
/// picture as a promise.
///
/// # Errors
///
/// The future gives [`Refused`] if the browser does not let the page, or there is no picture after all.
pub fn copy_png(
    png: impl Future<Output = Option<Vec<u8>>> + 'static,
) -> impl Future<Output = Result<(), Refused>> {
    let writing = begin_to_write(png);
    async move {
        let writing = writing.ok_or(Refused)?;
        JsFuture::from(writing).await.map_err(|_| Refused)?;
        Ok(())
    }
}

fn begin_to_write(png: impl Future<Output = Option<Vec<u8>>> + 'static) -> Option<Promise> {
    let window = window()?;
    let clipboard = window.navigator().clipboard();
    if clipboard.is_undefined() || lacks(&clipboard, "write") || lacks(&window, "ClipboardItem") {
        return None;
    }
    let blob = future_to_promise(async move {
        let blob = png.await.and_then(|png| blob(&png));
        blob.map(JsValue::from).ok_or(JsValue::NULL)
    });
    let kinds = Object::new();
    Reflect::set(&kinds, &JsValue::from_str(PNG), &blob).ok()?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds).ok()?;
    Some(clipboard.write(&Array::of1(&item)))
}

fn blob(png: &[u8]) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type(PNG);
    let parts = Array::of1(&Uint8Array::from(png));
    Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()
}

/// The type of a PNG file.
const PNG: &str = "image/png";

/// Selects all the text of an element, so that the person can copy it by hand; opens the fold that it lies in.
pub fn select(element_id: &str) {
    let Some(element) = element(element_id) else {
        return;
    };
    if let Ok(Some(fold)) = element.closest("details") {
        let _ = fold.set_attribute("open", "");
    }
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.select();
    } else {
        select_inside(&element);
    }
}

async fn written(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard = window.navigator().clipboard();
    // Missing outside `https`.
    if clipboard.is_undefined() || lacks(&clipboard, "writeText") {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

fn copied_the_old_way(text: &str) -> Option<()> {
    let document = document()?;
    let before = document.active_element();
    let area = hidden_area(&document, text)?;
    area.select();
    let is_copied = exec_copy(document);
    area.remove();
    if let Some(before) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = before.focus();
    }
    is_copied.then_some(())
}

// Beside the focused element: outside an open dialog nothing can be selected.
fn hidden_area(document: &Document, text: &str) -> Option<HtmlTextAreaElement> {
    let area = document.create_element("textarea").ok()?;
    let area: HtmlTextAreaElement = area.dyn_into().ok()?;
    area.set_class_name("visually-hidden");
    area.set_read_only(true);
    area.set_value(text);
    let place: Node = match document.active_element().and_then(|e| e.parent_node()) {
        Some(parent) if parent.is_instance_of::<HtmlElement>() => parent,
        Some(_) | None => document.body()?.into(),
    };
    place.append_child(&area).ok()?;
    Some(area)
}

fn exec_copy(document: Document) -> bool {
    document
        .dyn_into::<HtmlDocument>()
        .is_ok_and(|document| document.exec_command("copy").unwrap_or(false))
}

fn select_inside(element: &HtmlElement) {
    if let Some(Ok(Some(selection))) = window().map(|window| window.get_selection()) {
        let _ = selection.select_all_children(element);
    }
}

//! The document for respondents: see the library's documentation.
#![cfg_attr(target_arch = "wasm32", no_main)]

use wasm_bindgen::prelude::wasm_bindgen;

/// Shows the document.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
    plumbline::ui::mount_answering();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

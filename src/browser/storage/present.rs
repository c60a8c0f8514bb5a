//! Whether there is a database already, without making one.

use js_sys::{Array, Function, JsString, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::connection::NAME;
use crate::browser::window::window;

/// Whether this site has kept something in the browser's database; older browsers do not tell, and are taken to have.
pub async fn is_present() -> bool {
    match listed().await {
        Some(names) => names.iter().any(|name| is_ours(&name)),
        None => window().is_some_and(|window| matches!(window.indexed_db(), Ok(Some(_)))),
    }
}

async fn listed() -> Option<Array> {
    let factory = window()?.indexed_db().ok()??;
    let list = Reflect::get(&factory, &JsValue::from_str("databases")).ok()?;
    let list: Function = list.dyn_into().ok()?;
    let promise: Promise = list.call0(&factory).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

fn is_ours(database: &JsValue) -> bool {
    let name = Reflect::get(database, &JsValue::from_str("name"));
    let name = name.ok().and_then(|name| name.dyn_into::<JsString>().ok());
    name.is_some_and(|name| name == NAME)
}

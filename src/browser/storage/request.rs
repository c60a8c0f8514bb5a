//! What the database answers, as futures.

use crate::browser::listener::Listener;
use crate::browser::once::once;
use wasm_bindgen::JsValue;
use web_sys::{EventTarget, IdbRequest, IdbTransaction};

/// What a request brings, or the exception it failed with.
pub(super) async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    first_of(request, ["success", "error"]).await;
    match request.error()? {
        Some(error) => Err(error.into()),
        None => request.result(),
    }
}

/// Waits until everything asked in a transaction is written, or gives the exception that undid it.
pub(super) async fn completed(transaction: &IdbTransaction) -> Result<(), JsValue> {
    match first_of(transaction, ["complete", "abort"]).await {
        Some("complete") => Ok(()),
        Some(_) | None => Err(transaction.error().into()),
    }
}

async fn first_of(place: &EventTarget, events: [&'static str; 2]) -> Option<&'static str> {
    let (giver, awaited) = once();
    let _listeners = events.map(|event| {
        let giver = giver.clone();
        Listener::new(place, event, move |_| {
            let _ = giver.give(event);
        })
    });
    awaited.await
}

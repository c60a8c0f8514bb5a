//! The browser's own reader of QR pictures, where it has one: `BarcodeDetector` of the Shape Detection API.
//!
//! It is no part of web-sys yet, so it is called by name.

use super::{
    camera::Camera,
    raster::Picture,
    window::{lacks, window},
};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What it is called.
const NAME: &str = "BarcodeDetector";
/// What it calls QR pictures.
const QR: &str = "qr_code";

/// Reads QR pictures.
#[derive(Clone, Debug)]
pub struct Detector(JsValue);

impl Detector {
    /// The browser's reader; `None` where there is none, or none for QR pictures.
    pub async fn find() -> Option<Self> {
        let window = window()?;
        if lacks(&window, NAME) {
            return None;
        }
        let class = Reflect::get(&window, &NAME.into()).ok()?;
        let kinds = awaited(&call(&class, "getSupportedFormats", &Array::new())?).await?;
        if !Array::from(&kinds).includes(&QR.into(), 0) {
            return None;
        }
        let options = Object::new();
        Reflect::set(&options, &"formats".into(), &Array::of1(&QR.into())).ok()?;
        let class: Function = class.dyn_into().ok()?;
        Reflect::construct(&class, &Array::of1(&options))
            .ok()
            .map(Self)
    }

    /// Every text that it finds in what the camera sees now; `None` if it fails.
    pub async fn look(&self, camera: &Camera) -> Option<Vec<String>> {
        self.texts(camera.shown()).await
    }

    /// Every text that it finds in a picture; `None` if it fails.
    pub async fn read(&self, picture: &Picture) -> Option<Vec<String>> {
        self.texts(picture.shown()).await
    }

    async fn texts(&self, shown: &JsValue) -> Option<Vec<String>> {
        let found = awaited(&call(&self.0, "detect", &Array::of1(shown))?).await?;
        let found: Array = found.dyn_into().ok()?;
        let text = |code: JsValue| Reflect::get(&code, &"rawValue".into()).ok()?.as_string();
        Some(found.into_iter().filter_map(text).collect())
    }
}

fn call(of: &JsValue, name: &str, with: &Array) -> Option<JsValue> {
    let function = Reflect::get(of, &name.into()).ok()?;
    function.dyn_into::<Function>().ok()?.apply(of, with).ok()
}

async fn awaited(promise: &JsValue) -> Option<JsValue> {
    JsFuture::from(Promise::resolve(promise)).await.ok()
}

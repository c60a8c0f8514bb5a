//! The device's camera.

use super::{
    raster::{self, Raster},
    window::{element, lacks, window},
};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DomException, HtmlMediaElement, HtmlVideoElement, MediaStream, MediaStreamConstraints,
    MediaStreamTrack, MediaStreamTrackState,
};

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CameraError {
    /// The page did not come over a safe connection; browsers give it no camera.
    #[error("the page is not in a secure context")]
    Insecure,
    /// The browser has no cameras for pages.
    #[error("the browser does not know cameras")]
    Unknown,
    /// The person, or whoever manages the device, does not allow it.
    #[error("the camera was refused")]
    Refused,
    /// There is none.
    #[error("there is no camera")]
    Missing,
    /// Another program uses it, or it does not start.
    #[error("the camera is in use or does not start")]
    Busy,
}

/// A camera that shows what it sees; it stops when dropped.
#[derive(Debug)]
pub struct Camera {
    stream: MediaStream,
    video: HtmlVideoElement,
}

/// Width and height that are asked for: what is far away is still sharp, and each picture is looked through quickly.
const WISHED: (u32, u32) = (1280, 720);

impl Camera {
    /// Asks for the camera on the back of the device, or any, and shows what it sees in the video element of this id.
    ///
    /// # Errors
    ///
    /// Says why there is no picture.
    pub async fn open(video_id: &str) -> Result<Self, CameraError> {
        let stream = stream().await?;
        let video = element(video_id).and_then(|element| element.dyn_into().ok());
        let Some(video) = video else {
            stop(&stream);
            return Err(CameraError::Unknown);
        };
        let camera = Self { stream, video };
        camera.video.set_src_object(Some(&camera.stream));
        let playing = camera.video.play().map_err(|_| CameraError::Busy)?;
        // Some engines keep this promise only with the first picture, and that may never come.
        spawn_local(async move {
            let _ = JsFuture::from(playing).await;
        });
        Ok(camera)
    }

    /// Whether the first picture has come.
    #[must_use]
    pub fn has_picture(&self) -> bool {
        self.video.video_width() > 0
            && self.video.ready_state() >= HtmlMediaElement::HAVE_CURRENT_DATA
    }

    /// What it sees now, no side longer than so many pixels; nothing before the first picture.
    #[must_use]
    pub fn look(&self, longest: u32) -> Option<Raster> {
        let size = (self.video.video_width(), self.video.video_height());
        raster::of(&self.video, size, longest)
    }

    /// Whether it still shows something: others may take it away, or pull its plug.
    #[must_use]
    pub fn is_on(&self) -> bool {
        tracks(&self.stream)
            .iter()
            .any(|track| track.ready_state() == MediaStreamTrackState::Live)
    }

    /// What it shows, for the browser's own reader of codes.
    pub(super) fn shown(&self) -> &HtmlVideoElement {
        &self.video
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.video.set_src_object(None);
        stop(&self.stream);
    }
}

async fn stream() -> Result<MediaStream, CameraError> {
    let window = window().ok_or(CameraError::Unknown)?;
    let navigator = window.navigator();
    if lacks(&navigator, "mediaDevices") {
        return Err(if window.is_secure_context() {
            CameraError::Unknown
        } else {
            CameraError::Insecure
        });
    }
    let devices = navigator
        .media_devices()
        .map_err(|_| CameraError::Unknown)?;
    let wish = MediaStreamConstraints::new();
    wish.set_video(&wish_for_video());
    let asked = devices.get_user_media_with_constraints(&wish);
    let given = JsFuture::from(asked.map_err(|thrown| why(&thrown))?).await;
    given
        .map_err(|thrown| why(&thrown))?
        .dyn_into()
        .map_err(|_| CameraError::Unknown)
}

/// Wishes only: a device without such a camera gives another.
fn wish_for_video() -> JsValue {
    let ideal = |value: JsValue| -> JsValue {
        let wish = Object::new();
        // Setting a property of a new object cannot fail.
        let _ = Reflect::set(&wish, &"ideal".into(), &value);
        wish.into()
    };
    let wishes = Object::new();
    for (name, value) in [
        ("facingMode", JsValue::from("environment")),
        ("width", JsValue::from(WISHED.0)),
        ("height", JsValue::from(WISHED.1)),
    ] {
        let _ = Reflect::set(&wishes, &name.into(), &ideal(value));
    }
    wishes.into()
}

/// What the browser's exception means (Media Capture and Streams, 10.2).
fn why(thrown: &JsValue) -> CameraError {
    let name = thrown.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("NotAllowedError" | "SecurityError" | "PermissionDeniedError") => CameraError::Refused,
        Some("NotFoundError" | "DevicesNotFoundError" | "OverconstrainedError") => {
            CameraError::Missing
        }
        Some("NotReadableError" | "AbortError" | "TrackStartError") => CameraError::Busy,
        Some(_) | None => CameraError::Unknown,
    }
}

fn stop(stream: &MediaStream) {
    tracks(stream).iter().for_each(MediaStreamTrack::stop);
}

fn tracks(stream: &MediaStream) -> Vec<MediaStreamTrack> {
    let tracks = stream.get_tracks().into_iter();
    tracks.filter_map(|track| track.dyn_into().ok()).collect()
}

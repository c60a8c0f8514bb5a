//! QR pictures before a camera: as a film that Chromium's camera plays, and as a canvas that stands in for a camera in
//! every engine.

use std::fs;

use serde_json::{Value, json};

use crate::{
    browser::Browser,
    photo::{View, rows},
};

/// Pictures of a film each second.
const RATE: usize = 5;
/// Pictures for which a code is shown: a second and a half.
const SHOWN: usize = 8;
/// Pictures between two codes.
const BETWEEN: usize = 2;

/// How a code is held before the camera, by somebody whose hand is not steady.
fn held(place: usize) -> View {
    let turns = [0.0, 12.0, -20.0, 90.0, 45.0];
    View {
        share: 0.72,
        turn: turns[place % turns.len()],
        tilt: [0.0, 0.15, -0.15][place % 3],
        blur: place % 2,
        noise: 6.0,
        ..View::default()
    }
}

/// A code as a PNG picture that somebody took.
pub(crate) fn photo(code: &str, place: usize) -> Vec<u8> {
    let view = held(place);
    png(view.size, &rows(code, view))
}

/// Grey pixels as a PNG picture.
pub(crate) fn png((width, height): (usize, usize), light: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let side = |n: usize| u32::try_from(n).expect("pictures are small");
    let mut encoder = png::Encoder::new(&mut bytes, side(width), side(height));
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("it goes into memory");
    writer.write_image_data(light).expect("all rows are there");
    writer.finish().expect("it goes into memory");
    bytes
}

impl Browser {
    /// Lays down the film that its camera plays from the next start on, over and over: one code after another.
    pub(crate) fn is_filmed(&self, codes: &[String]) {
        let (width, height) = View::default().size;
        let mut film =
            format!("YUV4MPEG2 W{width} H{height} F{RATE}:1 Ip A1:1 C420jpeg\n").into_bytes();
        let colours = vec![128; width * height / 2];
        let mut frame = |light: &[u8]| {
            film.extend(b"FRAME\n");
            film.extend(light);
            film.extend(&colours);
        };
        for (place, code) in codes.iter().enumerate() {
            let light = rows(code, held(place));
            (0..SHOWN).for_each(|_| frame(&light));
            (0..BETWEEN).for_each(|_| frame(&vec![140; width * height]));
        }
        fs::write(self.film(), film).expect("its home can be written to");
    }

    /// Gives the page a canvas for a camera, on which [`shows`](Self::shows) puts pictures.
    pub(crate) async fn has_canvas_for_camera(&self) {
        self.has_camera(
            "const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [640, 480];
            const pen = canvas.getContext('2d');
            // Streams of a canvas have a new picture only when something is drawn.
            clearInterval(window.journeyHand);
            window.journeyHand = setInterval(() => pen.fillRect(0, 0, 640, 480), 50);
            window.journeyCamera = pen;
            return Promise.resolve(canvas.captureStream(10));",
        )
        .await;
    }

    /// Gives the page a camera that cannot be had, for a reason.
    pub(crate) async fn has_no_camera(&self, name: &str) {
        let script = format!("return Promise.reject(new DOMException('', '{name}'));");
        self.has_camera(&script).await;
    }

    async fn has_camera(&self, body: &str) {
        let script = "const getUserMedia = new Function(arguments[0]);
            Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });";
        // The page's policy lets nobody make functions of text, so the body stands in the script itself.
        let script = script.replace("new Function(arguments[0])", &format!("() => {{ {body} }}"));
        let given = self.run(&script, Vec::new()).await;
        given.expect("the page's camera can be replaced");
        self.did("have a camera");
    }

    /// Holds a picture before the canvas.
    pub(crate) async fn shows(&self, png: &[u8]) {
        let script = "const [bytes, done] = arguments;
            createImageBitmap(new Blob([new Uint8Array(bytes)])).then((picture) => {
                const pen = window.journeyCamera;
                clearInterval(window.journeyHand);
                window.journeyHand = setInterval(() => pen.drawImage(picture, 0, 0), 50);
                done(true);
            });";
        let shown = self.run_async(script, vec![json!(png)]).await;
        assert_eq!(shown, Ok(Value::Bool(true)));
        self.did("show a picture");
    }

    /// Drops pictures on the page; each is a name, how it is to be packed, and PNG bytes.
    pub(crate) async fn drop_pictures(&self, pictures: &[(&str, &str, Vec<u8>)]) {
        let script = "const [pictures, done] = arguments;
            const packed = async ([name, type, bytes]) => {
                const png = new Blob([new Uint8Array(bytes)]);
                const picture = await createImageBitmap(png);
                const canvas = document.createElement('canvas');
                [canvas.width, canvas.height] = [picture.width, picture.height];
                canvas.getContext('2d').drawImage(picture, 0, 0);
                const blob = await new Promise((give) => canvas.toBlob(give, type));
                return new File([blob], name, { type });
            };
            Promise.all(pictures.map(packed)).then((files) => {
                const dataTransfer = new DataTransfer();
                files.forEach((file) => dataTransfer.items.add(file));
                const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
                document.body.dispatchEvent(drop);
                done(files.length);
            });";
        let dropped = self.run_async(script, vec![json!(pictures)]).await;
        assert_eq!(dropped, Ok(json!(pictures.len())));
        self.did("drop pictures");
    }

    /// Counts the page's tones from now on.
    pub(crate) async fn hears_tones(&self) {
        let script = "window.journeyTones = 0;
            const sounding = (window.BaseAudioContext ?? window.AudioContext).prototype;
            const make = sounding.createOscillator;
            sounding.createOscillator = function () {
                window.journeyTones += 1;
                return make.call(this);
            };";
        let heard = self.run(script, Vec::new()).await;
        heard.expect("the page's sound can be heard");
    }

    /// How many tones there were.
    pub(crate) async fn tones(&self) -> Value {
        let tones = self.run("return window.journeyTones;", Vec::new()).await;
        tones.expect("the page can be asked")
    }
}

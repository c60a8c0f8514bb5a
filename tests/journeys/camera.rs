//! Codes read with the camera, and from pictures.

use serde_json::json;

use crate::{
    accessible::{look_in, nothing_is_wrong},
    browser::Browser,
    engine::Engine,
    film::{photo, png},
    forge, keyboard, people,
    photo::{View, rows},
    stage::{Stage, journey},
};

/// Widths and heights of the page: a small phone, a phone, a tablet, a laptop.
const SIZES: [(u32, u32); 4] = [(320, 640), (390, 844), (768, 1_024), (1_440, 900)];

/// The link to the camera, on a survey's page.
const TO_CAMERA: &str = "Or read codes with the camera, or from pictures";
/// What stands beside every way in which there is no camera.
const OTHERWISE: &str = "It works without, too: choose pictures of codes below, or go back and paste codes, choose files, or hand this device round.";

/// Chromium's own camera plays a film; what it shows goes through everything that a real camera's picture does.
#[test]
fn a_camera_reads_one_code_after_another_and_counts_each_once() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = organiser_at_the_camera(stage, &olga).await;
        let team = forge::codes(&links.team, 4);
        let executives = forge::codes(&links.executives, 2);
        let link = std::slice::from_ref(&links.team);
        let shown = [&team[..], &executives, &team[..1], link].concat();
        olga.hears_tones().await;
        if Engine::chosen() == Engine::Chromium {
            olga.is_filmed(&shown);
            olga.press("Start the camera").await;
            olga.sees("6 since this page was opened.").await;
            olga.sees("This ballot is in the box already. It counts once.")
                .await;
            olga.sees("That is the link for the team, not a ballot.")
                .await;
        } else {
            before_a_canvas(&olga, &shown).await;
        }
        assert_eq!(in_the_box(&olga).await, ["2", "4"]);
        assert_eq!(olga.tones().await, json!(6));
        olga.press("Stop the camera").await;
        olga.sees("Start the camera").await;
        olga.press("Back to the survey and the other ways in").await;
        olga.heading("Collect").await;
        assert_eq!(people::ballots(&olga).await, ["2", "4"]);
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// The same codes held one after another before a canvas that stands in for the camera.
async fn before_a_canvas(olga: &Browser, shown: &[String]) {
    olga.has_canvas_for_camera().await;
    olga.press("Start the camera").await;
    olga.sees("Looking for a code.").await;
    let said = [
        "A new ballot of the team is in the box.",
        "A new ballot of the team is in the box: 2 since this page was opened.",
        "A new ballot of the team is in the box: 3 since",
        "A new ballot of the team is in the box: 4 since",
        "A new ballot of an executive is in the box: 5 since",
        "A new ballot of an executive is in the box: 6 since",
        "This ballot is in the box already. It counts once.",
        "That is the link for the team, not a ballot.",
    ];
    for (place, (text, words)) in shown.iter().zip(said).enumerate() {
        olga.shows(&photo(text, place)).await;
        olga.sees(words).await;
    }
}

/// Whoever gathers for somebody else has the camera too, and sound can be switched off.
#[test]
fn a_collector_reads_codes_without_a_tone() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let start = stage.site.address("#/start");
        let links = people::make_survey(&olga, &start, "Claims").await;
        let link = people::collector_link(&olga).await;
        let ann = stage.person("Ann").await;
        ann.open(&link).await;
        ann.press(TO_CAMERA).await;
        ann.heading("Read codes with the camera").await;
        ann.hears_tones().await;
        ann.has_canvas_for_camera().await;
        ann.choose("A tone for each new ballot").await;
        ann.press("Start the camera").await;
        ann.shows(&photo(&forge::codes(&links.team, 1)[0], 0)).await;
        ann.sees("A new ballot of the team is in the box.").await;
        assert_eq!(ann.tones().await, json!(0));
        assert_eq!(in_the_box(&ann).await, ["0", "1"]);
    });
}

#[test]
fn pictures_are_read_without_a_camera_and_without_a_network() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = organiser_at_the_camera(stage, &olga).await;
        let codes = forge::codes(&links.team, 9);
        let asked = stage.site.requests();
        stage.site.go_offline();
        let one = olga.is_sent("one.png", &photo(&codes[0], 1));
        olga.bring("Or choose pictures of codes", &one).await;
        olga.sees("A new ballot of the team is in the box.").await;
        olga.drop_pictures(&[
            ("two.jpg", "image/jpeg", photo(&codes[1], 2)),
            ("three.webp", "image/webp", photo(&codes[2], 3)),
            ("all.png", "image/png", contact_sheet(&codes[2..])),
        ])
        .await;
        olga.sees("8 new ballots are in the box: 9 since this page was opened.")
            .await;
        olga.drop_pictures(&[
            ("again.png", "image/png", photo(&codes[4], 0)),
            ("sky.png", "image/png", png((64, 64), &[200; 64 * 64])),
            ("link.png", "image/png", photo(&links.executives, 0)),
        ])
        .await;
        olga.sees("This ballot is in the box already. It counts once.")
            .await;
        olga.sees("No code was found in the picture “sky.png”.")
            .await;
        olga.sees("That is the link for executives, not a ballot.")
            .await;
        olga.drop_file("chat.txt", &forge::codes(&links.executives, 2).join("\n"))
            .await;
        olga.sees("2 new ballots of executives came in.").await;
        assert_eq!(in_the_box(&olga).await, ["2", "9"]);
        assert_eq!(stage.site.requests(), asked);
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_camera_that_cannot_be_had_is_named_with_the_other_ways() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        organiser_at_the_camera(stage, &olga).await;
        for (name, words) in [
            ("NotAllowedError", "The camera was refused."),
            ("NotFoundError", "No camera was found on this device."),
            (
                "NotReadableError",
                "The camera does not start. Another program may be using it",
            ),
            ("TypeError", "This browser gives pages no camera."),
        ] {
            olga.has_no_camera(name).await;
            olga.press("Start the camera").await;
            olga.sees(words).await;
            olga.sees(OTHERWISE).await;
        }
        olga.has_canvas_for_camera().await;
        olga.press("Start the camera").await;
        olga.sees("Looking for a code.").await;
        let unplug = "document.querySelector('video').srcObject.getTracks()[0].stop();";
        olga.run(unplug, Vec::new()).await.expect("it has a track");
        olga.sees("The camera has stopped by itself").await;
        olga.sees(OTHERWISE).await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// Nobody is filmed who has gone elsewhere: the camera stops with its screen.
#[test]
fn the_camera_stops_when_its_screen_is_left() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        organiser_at_the_camera(stage, &olga).await;
        olga.has_canvas_for_camera().await;
        olga.press("Start the camera").await;
        olga.sees("Looking for a code.").await;
        let note =
            "window.journeyTrack = document.querySelector('video').srcObject.getTracks()[0];";
        olga.run(note, Vec::new()).await.expect("it has a track");
        olga.press("How it works").await;
        olga.heading("How it works, and who can read what").await;
        olga.until("have the camera stopped", async || {
            let state = olga.run("return window.journeyTrack.readyState;", Vec::new());
            match state.await? {
                state if state == "ended" => Ok(()),
                state => Err(format!("it is {state}")),
            }
        })
        .await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// The engine's own answer, whatever it is: a picture or a reason, and never nothing.
#[test]
fn the_engines_own_camera_shows_a_picture_or_says_why_not() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        organiser_at_the_camera(stage, &olga).await;
        olga.press("Start the camera").await;
        match Engine::chosen() {
            // Its film is not there yet; WebKit's small browser has no camera.
            Engine::Chromium | Engine::Webkit => olga.sees(OTHERWISE).await,
            Engine::Firefox => {
                olga.sees("Looking for a code.").await;
                olga.press("Stop the camera").await;
                olga.sees("Start the camera").await;
            }
        }
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// What some browsers bring along is asked first; where it fails, the page reads by itself.
#[test]
fn the_browsers_own_reader_is_used_where_it_works() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = organiser_at_the_camera(stage, &olga).await;
        let codes = forge::codes(&links.team, 2);
        let reader = "window.BarcodeDetector = class {
                static getSupportedFormats() { return Promise.resolve(['aztec', 'qr_code']); }
                detect() {
                    return window.journeyFound
                        ? Promise.resolve([{ rawValue: window.journeyFound }])
                        : Promise.reject(new DOMException('', 'NotSupportedError'));
                }
            };
            window.journeyFound = arguments[0];";
        let set = olga.run(reader, vec![json!(codes[0])]).await;
        set.expect("the page can be given a reader");
        olga.has_canvas_for_camera().await;
        olga.press("Start the camera").await;
        // Nothing is before the camera: only the browser's reader can have said so.
        olga.sees("A new ballot of the team is in the box.").await;
        let fail = "window.journeyFound = null;";
        olga.run(fail, Vec::new()).await.expect("it can fail");
        olga.shows(&photo(&codes[1], 0)).await;
        olga.sees("2 since this page was opened.").await;
        assert_eq!(in_the_box(&olga).await, ["0", "2"]);
    });
}

#[test]
fn the_cameras_screen_is_accessible_in_light() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        screens(stage, &olga).await;
    });
}

#[test]
fn the_cameras_screen_is_accessible_in_the_dark() {
    journey(async |stage| {
        let olga = stage.person_in_the_dark("Olga").await;
        screens(stage, &olga).await;
    });
}

/// The screen before, without and with a camera, used with the keyboard alone.
async fn screens(stage: &Stage, olga: &Browser) {
    let links = organiser_at_the_camera(stage, olga).await;
    let mut found = Vec::new();
    look_in(&SIZES, olga, "camera off", &mut found).await;
    olga.has_no_camera("NotAllowedError").await;
    keyboard::tab_to(olga, "Start the camera").await;
    olga.key("Enter").await;
    olga.sees(OTHERWISE).await;
    look_in(&SIZES, olga, "camera refused", &mut found).await;
    olga.has_canvas_for_camera().await;
    has_the_keyboard(olga, "Start the camera").await;
    olga.key("Enter").await;
    olga.sees("Looking for a code.").await;
    look_in(&SIZES, olga, "camera on", &mut found).await;
    olga.shows(&photo(&forge::codes(&links.team, 1)[0], 0))
        .await;
    olga.sees("A new ballot of the team is in the box.").await;
    look_in(&SIZES, olga, "camera with a ballot", &mut found).await;
    has_the_keyboard(olga, "Stop the camera").await;
    olga.key("Enter").await;
    has_the_keyboard(olga, "Start the camera").await;
    nothing_is_wrong(&found);
}

/// Whoever uses the keyboard is at the button that came in place of the one that was pressed.
async fn has_the_keyboard(olga: &Browser, name: &str) {
    olga.until(&format!("have the keyboard at “{name}”"), async || {
        let focused = olga.focused_name().await;
        if focused == name {
            return Ok(());
        }
        Err(format!("it is at “{focused}”"))
    })
    .await;
}

/// Makes a survey and goes to its camera.
async fn organiser_at_the_camera(stage: &Stage, olga: &Browser) -> people::Links {
    let start = stage.site.address("#/start");
    let links = people::make_survey(olga, &start, "Claims").await;
    olga.press(TO_CAMERA).await;
    olga.heading("Read codes with the camera").await;
    links
}

/// The numbers that the screen shows, of executives and of the team.
async fn in_the_box(person: &Browser) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.camera__box strong')]
        .map((number) => number.textContent);";
    let numbers = person.run(script, Vec::new()).await;
    let numbers = numbers.expect("the page can be asked");
    let numbers = numbers.as_array().expect("a list").iter();
    Vec::from_iter(numbers.map(|number| number.as_str().expect("a text").to_owned()))
}

/// Many codes in one picture, in rows of four.
fn contact_sheet(codes: &[String]) -> Vec<u8> {
    let (columns, side) = (4, 300);
    let lines = codes.len().div_ceil(columns);
    let mut sheet = vec![230; columns * side * lines * side];
    for (place, code) in codes.iter().enumerate() {
        let view = View {
            size: (side, side),
            share: 0.8,
            ..View::default()
        };
        let (left, top) = (place % columns * side, place / columns * side);
        for (y, row) in rows(code, view).chunks(side).enumerate() {
            let start = (top + y) * columns * side + left;
            sheet[start..start + side].copy_from_slice(row);
        }
    }
    png((columns * side, lines * side), &sheet)
}

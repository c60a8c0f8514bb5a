//! The meeting: slides by keyboard, a gap revealed step by step, notes in a second window, and slides that are left out
//! or get another title.

use plumbline::text::deck::presenting;
use roxmltree::{Document, Node};
use serde_json::{Value, json};

use crate::{
    accessible::{self, nothing_is_wrong},
    browser::Browser,
    stage::{Stage, journey},
    taking_along::{COUNT, SLIDES, texts, titles},
};

/// Phones, projectors and the screens of offices.
const SIZES: [(u32, u32); 3] = [(320, 640), (1_280, 720), (1_440, 900)];

/// A dimension that only the overview's picture names.
const DIMENSION: &str = "Team workflow and results";
/// The slide of who answered, as arranging lists it.
const WHO: &str = "2. 6 of 7 executives and 31 of 38 team members answered";
/// The title of the last slide.
const MEASURED: &str = "How this was measured";
/// What the notes say while no window shows the slides.
const ALONE: &str = "No other window shows these slides.";
/// The first gap's question, what was found, and the question to ask.
const QUESTION: &str = "In a normal week, about how many hours does AI save you? Leave out time spent fixing AI results.";
const FOUND: &str = "Clear gap: AI saves two hours a week or more: 8 in 10 leaders expect it; 2 in 10 in the team say so";
const ASKED: &str = "What would have to change in a normal week for this tool to be worth opening?";

/// The parts of a gap's picture that are told one after another, and the step from which on each is seen; the question
/// stands alone at step 0.
const PARTS: [(&str, usize); 6] = [
    ("executives", 1),
    ("executives-value", 1),
    ("team", 2),
    ("team-value", 2),
    ("connector", 2),
    ("gap", 3),
];

#[test]
fn slides_go_by_keyboard_and_a_gap_is_revealed_step_by_step() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_deck(stage, &olga).await;
        olga.key("PageDown").await;
        olga.key("ArrowRight").await;
        olga.sees("Slide 3 of 11").await;
        olga.sees(DIMENSION).await;
        olga.key("ArrowRight").await;
        olga.heading(QUESTION).await;
        // Nothing of the slide before is left on this one.
        olga.does_not_see(DIMENSION).await;
        // Nor does the picture tell the answer, under the pointer or to who cannot see it.
        assert_eq!(told_by_picture(&olga).await, QUESTION);
        picture_is_at(&olga, 0).await;
        olga.press("30").await;
        olga.sees("The room guesses 30.").await;
        // Drawn anew with the guess, it does not tell either.
        picture_is_at(&olga, 0).await;
        // The space bar goes on, though a guess was pressed last; it takes none back.
        for (key, step) in [(" ", 1), ("ArrowRight", 2)] {
            olga.key(key).await;
            olga.sees(&format!("step {} of 5", step + 1)).await;
            olga.heading(QUESTION).await;
            picture_is_at(&olga, step).await;
        }
        olga.sees("the room’s guess").await;
        olga.key("ArrowRight").await;
        olga.heading(FOUND).await;
        assert!(told_by_picture(&olga).await.starts_with(FOUND));
        picture_is_at(&olga, 3).await;
        olga.does_not_see(ASKED).await;
        olga.key("ArrowRight").await;
        olga.sees(ASKED).await;
        picture_is_at(&olga, 4).await;
        olga.key("End").await;
        olga.sees("Slide 11 of 11").await;
        go_to(&olga, "2").await;
        olga.sees("Slide 2 of 11").await;
        olga.reload().await;
        olga.sees("Slide 2 of 11").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn who_wants_no_motion_is_shown_the_same_steps_without_travel() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let rita = stage.person_at_rest("Rita").await;
        for person in [&olga, &rita] {
            open_deck(stage, person).await;
            go_to(person, "4").await;
            person.heading(QUESTION).await;
            person.run(NOTE_TRAVELS, Vec::new()).await.unwrap();
            person.key("ArrowRight").await;
            person.sees("step 2 of 5").await;
            // Not to be seen yet, the circle waits where the diamond is.
            circle_is(person, "on the diamond", |away| away < 2.0).await;
            person.key("ArrowRight").await;
            person.sees("step 3 of 5").await;
            circle_is(person, "far from the diamond", |away| away > 100.0).await;
            person.key("ArrowRight").await;
            person.heading(FOUND).await;
            // Whatever was to begin by now has begun in the frame after the next.
            person.run_async(TWO_FRAMES, Vec::new()).await.unwrap();
        }
        assert_ne!(olga.run(TRAVELS, Vec::new()).await.unwrap(), "0");
        assert_eq!(rita.run(CHANGES, Vec::new()).await.unwrap(), "0");
    });
}

/// Counts what begins to travel in the picture of a slide, and what begins to change little by little in any way.
const NOTE_TRAVELS: &str = "const { dataset } = document.body;
    dataset.travels = dataset.changes = 0;
    addEventListener('transitionrun', ({ target, propertyName }) => {
        if (!target.closest('.reveal')) return;
        dataset.changes++;
        if (propertyName === 'transform') dataset.travels++;
    });";
/// How much has begun to travel.
const TRAVELS: &str = "return document.body.dataset.travels";
/// How much has begun to change little by little.
const CHANGES: &str = "return document.body.dataset.changes";
/// Waits for two frames.
const TWO_FRAMES: &str =
    "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done));";

/// Waits until a gap's picture is at rest and shows what it may at this step, and nothing of a later one.
async fn picture_is_at(person: &Browser, step: usize) {
    let names = PARTS.map(|(name, _)| name);
    let wanted = PARTS.map(|(_, from)| if from <= step { "1" } else { "0" });
    let question = "return arguments[0].map((name) => getComputedStyle(part(name)).opacity)";
    person
        .until(&format!("see the picture of step {step}"), async || {
            let now = ask_picture(person, question, vec![json!(names)]).await?;
            (now == json!(wanted))
                .then_some(())
                .ok_or_else(|| format!("{names:?} at {now}"))
        })
        .await;
}

/// Waits until a gap's circle is at rest in a place that is so many pixels away from the diamond.
async fn circle_is(person: &Browser, place: &str, is_there: fn(f64) -> bool) {
    let question = "const [circle, diamond] = ['team', 'executives'].map((name) => part(name).getBoundingClientRect());
        const right = (diamond.left + diamond.right - circle.left - circle.right) / 2;
        const down = (diamond.top + diamond.bottom - circle.top - circle.bottom) / 2;
        return Math.hypot(right, down);";
    person
        .until(&format!("the circle {place}"), async || {
            let away = ask_picture(person, question, Vec::new()).await?;
            let is_so = away.as_f64().is_some_and(is_there);
            is_so.then_some(()).ok_or_else(|| format!("{away}"))
        })
        .await;
}

/// Asks about a gap's picture, whose parts `part` finds by their names, once nothing in it moves any more.
async fn ask_picture(person: &Browser, question: &str, given: Vec<Value>) -> Result<Value, String> {
    let find = "const picture = document.querySelector('.stage .reveal');
        const part = (name) => picture.querySelector(`[id$='-${name}']`);
        if (picture.getAnimations({ subtree: true }).length > 0) return 'it still moves';";
    person.run(&format!("{find}\n{question}"), given).await
}

/// What the slide's picture is called, with every title and description inside of it.
async fn told_by_picture(person: &Browser) -> String {
    let script = "const picture = document.querySelector('.stage figure');
        const inside = [...picture.querySelectorAll('title, desc')];
        return [picture.ariaLabel, ...inside.map((one) => one.textContent)].join(' ')";
    let told = person.run(script, Vec::new()).await;
    let told = told.expect("the page can be asked");
    told.as_str().expect("a text").replace('\u{A0}', " ")
}

#[test]
fn a_slide_that_is_left_out_stays_out() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_deck(stage, &olga).await;
        olga.press("Arrange").await;
        olga.heading("Arrange the slides").await;
        olga.press_under("Arrange the slides", &format!("Leave out: {MEASURED}"))
            .await;
        olga.sees("left out").await;
        olga.sees("Kept on this device.").await;
        olga.reload().await;
        olga.sees("left out").await;
        olga.press("Present").await;
        olga.sees("Slide 1 of 10").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn each_step_is_said_to_who_does_not_see_it() {
    journey(async |stage| {
        let rita = stage.person("Rita").await;
        open_deck(stage, &rita).await;
        is_told(&rita, "Slide 1 of 11: ").await;
        go_to(&rita, "4").await;
        is_told(&rita, &format!("Slide 4 of 11: {QUESTION}")).await;
        rita.press("30").await;
        is_told(&rita, "The room guesses 30.").await;
        let mut said = Vec::new();
        for step in ["step 2 of 5", "step 3 of 5", "step 4 of 5", "step 5 of 5"] {
            rita.key("ArrowRight").await;
            rita.sees(step).await;
            said.push(told(&rita).await);
        }
        assert_eq!(said[..2], ["Executives: 83.", "Team: 21."]);
        assert!(said[2].contains("Clear gap: unlikely to be only who happened to answer."));
        assert_eq!(said[3], format!("Ask: {ASKED}"));
        // Back into a gap that is told, its place is said again.
        rita.key("ArrowRight").await;
        is_told(&rita, "Slide 5 of 11: ").await;
        rita.key("ArrowLeft").await;
        is_told(&rita, &format!("Slide 4 of 11: Ask: {ASKED}")).await;
        rita.key("ArrowLeft").await;
        is_told(&rita, &said[2]).await;
    });
}

#[test]
fn a_title_of_ones_own_is_said_with_the_word() {
    journey(async |stage| {
        let rita = stage.person("Rita").await;
        open_deck(stage, &rita).await;
        rita.press("Arrange").await;
        rita.press_under(&format!("4. {FOUND}"), "Title and notes")
            .await;
        rita.type_into("Title", "Hours, as lived").await;
        rita.sees("Kept on this device.").await;
        rita.press("Present from here: Hours, as lived").await;
        for step in ["step 2 of 5", "step 3 of 5", "step 4 of 5"] {
            rita.key("ArrowRight").await;
            rita.sees(step).await;
        }
        rita.heading("Hours, as lived").await;
        is_told(&rita, "Hours, as lived: ").await;
    });
}

#[test]
fn clickers_keyboards_and_fingers_lead_through_the_slides() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_deck(stage, &olga).await;
        let ways = [
            ("PageDown", "2"),
            ("ArrowDown", "3"),
            ("PageUp", "2"),
            ("ArrowUp", "1"),
            ("Enter", "2"),
            ("End", "11"),
            ("Home", "1"),
        ];
        for (key, slide) in ways {
            olga.key(key).await;
            olga.sees(&format!("Slide {slide} of 11")).await;
        }
        for (way, slide) in [(-200, "2"), (-200, "3"), (200, "2"), (-20, "2")] {
            swipe(&olga, way).await;
            olga.sees(&format!("Slide {slide} of 11")).await;
        }
        olga.key("?").await;
        olga.heading("Keys while presenting").await;
        olga.key("Escape").await;
        olga.does_not_see("Keys while presenting").await;
        olga.sees("Slide 2 of 11").await;
        olga.key("Escape").await;
        olga.heading("Arrange the slides").await;
        olga.key("Escape").await;
        olga.sees("Slide 2 of 11").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// A finger goes so many pixels to the right across the slide; what no driver of all three can do.
async fn swipe(person: &Browser, way: i32) {
    let script = "const [way] = arguments;
        const of = (x) => ({ bubbles: true, pointerType: 'touch', isPrimary: true, clientX: x, clientY: 300 });
        document.body.dispatchEvent(new PointerEvent('pointerdown', of(400)));
        document.body.dispatchEvent(new PointerEvent('pointerup', of(400 + way)));";
    let swiped = person.run(script, vec![way.into()]).await;
    swiped.expect("the page can be asked");
}

#[test]
fn notes_in_a_second_window_lead_and_follow() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_deck(stage, &olga).await;
        go_to(&olga, "3").await;
        olga.sees(DIMENSION).await;
        let third = title(&olga).await;
        olga.key("Home").await;
        olga.sees("Slide 1 of 11").await;
        olga.key("n").await;
        olga.look_at_newest_tab().await;
        olga.sees("Slide 1 of 11").await;
        olga.does_not_see(ALONE).await;
        olga.press("Next").await;
        olga.sees("Slide 2 of 11").await;
        olga.sees_in("Next slide", &third).await;
        olga.look_at_tab(0).await;
        olga.sees("Slide 2 of 11").await;
        olga.look_at_tab(1).await;
        olga.press("Next").await;
        olga.sees("Slide 3 of 11").await;
        olga.sees_in("Next slide", FOUND).await;
        let early = seconds_since_the_start(&olga).await.unwrap();
        olga.look_at_tab(0).await;
        olga.sees("Slide 3 of 11").await;
        go_to(&olga, "4").await;
        olga.press("30").await;
        olga.key("ArrowRight").await;
        olga.sees("step 2 of 5").await;
        olga.look_at_tab(1).await;
        olga.sees("Slide 4 of 11, step 2 of 5").await;
        is_told(&olga, "Executives: 83.").await;
        olga.sees("Since the start").await;
        olga.sees("You can ").await;
        olga.sees("the room’s guess").await;
        for _ in 0..3 {
            olga.key("ArrowRight").await;
        }
        olga.look_at_tab(0).await;
        olga.sees("step 5 of 5").await;
        olga.sees(ASKED).await;
        olga.look_at_tab(1).await;
        olga.key("End").await;
        olga.sees("This is the last slide.").await;
        olga.look_at_tab(0).await;
        olga.sees("Slide 11 of 11").await;
        olga.look_at_tab(1).await;
        go_to(&olga, "5").await;
        olga.sees("Slide 5 of 11, step 1 of 5").await;
        olga.key("7").await;
        is_told(&olga, "The room guesses 70.").await;
        olga.sees("Go to slide 7").await;
        olga.key("?").await;
        olga.heading("Keys while presenting").await;
        olga.does_not_see("full screen").await;
        olga.key("Escape").await;
        olga.does_not_see("Keys while presenting").await;
        let late = olga
            .until("see the time go on", async || {
                let now = seconds_since_the_start(&olga).await?;
                (now > early)
                    .then_some(now)
                    .ok_or_else(|| format!("{now} seconds"))
            })
            .await;
        olga.press("Start again from 0:00").await;
        olga.until("see the time begin again", async || {
            let now = seconds_since_the_start(&olga).await?;
            (now < late)
                .then_some(())
                .ok_or_else(|| format!("{now} seconds"))
        })
        .await;
        olga.look_at_tab(0).await;
        olga.sees("The room guesses 70.").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// The title of the slide that is shown.
async fn title(person: &Browser) -> String {
    let script =
        "return document.querySelector('.stage h1').textContent.replace(/\\s+/g, ' ').trim()";
    let title = person.run(script, Vec::new()).await;
    let title = title.expect("the page can be asked");
    title.as_str().expect("a text").to_owned()
}

/// For how many seconds the slides have been shown, as the notes say.
async fn seconds_since_the_start(person: &Browser) -> Result<u64, String> {
    let page = person.visible_text().await?;
    let read = || {
        let (_, clock) = page.split_once("Since the start")?;
        let (minutes, seconds) = clock.split_whitespace().next()?.split_once(':')?;
        let (minutes, seconds) = (minutes.parse::<u64>().ok()?, seconds.parse::<u64>().ok()?);
        Some(60 * minutes + seconds)
    };
    read().ok_or_else(|| "no time is there".into())
}

#[test]
fn notes_say_whether_another_window_shows_the_slides() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_deck(stage, &olga).await;
        olga.open_beside(&stage.site.address("meeting.html#/notes/example"))
            .await;
        olga.sees("Slide 1 of 11").await;
        olga.does_not_see(ALONE).await;
        for left in ["results.html#/example", "meeting.html#/cards/example"] {
            olga.look_at_tab(0).await;
            olga.open(&stage.site.address(left)).await;
            olga.look_at_tab(1).await;
            olga.sees(ALONE).await;
            olga.look_at_tab(0).await;
            open_deck(stage, &olga).await;
            olga.look_at_tab(1).await;
            olga.does_not_see(ALONE).await;
        }
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn titles_and_notes_are_changed_and_kept() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_deck(stage, &olga).await;
        olga.press("Arrange").await;
        olga.heading(WHO).await;
        olga.press_under(WHO, "Title and notes").await;
        watch_slides(&olga).await;
        olga.type_into("Title", "من أجاب").await;
        olga.heading("2. من أجاب").await;
        olga.type_into("Your notes", "Thank the team first.").await;
        olga.sees("Kept on this device.").await;
        assert_eq!(tops_of_slides(&olga).await, 1, "the slides moved");
        olga.press("Move up: من أجاب").await;
        olga.heading("1. من أجاب").await;
        olga.sees("Kept on this device.").await;
        olga.reload().await;
        olga.heading("1. من أجاب").await;
        olga.press("Present from here: من أجاب").await;
        olga.sees("Slide 1 of 11").await;
        olga.heading("من أجاب").await;
        olga.open_beside(&stage.site.address("meeting.html#/notes/example"))
            .await;
        olga.sees("Thank the team first.").await;
        olga.look_at_tab(0).await;
        olga.press("Arrange").await;
        olga.press("Take all changes back").await;
        olga.heading(WHO).await;
        olga.does_not_see("من أجاب").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn slides_go_along_as_they_were_arranged() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_deck(stage, &olga).await;
        olga.press("Arrange").await;
        olga.heading(WHO).await;
        let mut wanted = titles(&olga).await;
        olga.press_under(WHO, "Title and notes").await;
        olga.type_into("Title", "Who spoke").await;
        olga.heading("2. Who spoke").await;
        olga.type_into("Your notes", "Thank the team first.").await;
        olga.sees("Kept on this device.").await;
        olga.press("Move up: Who spoke").await;
        olga.heading("1. Who spoke").await;
        olga.press_under("Arrange the slides", &format!("Leave out: {MEASURED}"))
            .await;
        olga.sees("left out").await;
        olga.press("Save as PowerPoint").await;
        olga.sees("Saved. Every slide has its text").await;
        let slides = titles_and_notes(&olga.downloaded(SLIDES).await);
        assert_eq!(slides.len(), COUNT - 1);
        wanted[1] = "Who spoke".into();
        wanted.swap(0, 1);
        wanted.retain(|title| title != MEASURED);
        let (titles, notes): (Vec<String>, Vec<String>) = slides.into_iter().unzip();
        assert_eq!(titles, wanted);
        let own = "Thank the team first.";
        assert_eq!(notes[0], own);
        assert!(notes[1..].iter().all(|notes| notes != own), "{notes:?}");
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// The title of each slide in a `PowerPoint` file, and the notes to it.
fn titles_and_notes(file: &[u8]) -> Vec<(String, String)> {
    let parts = texts(file);
    let read = |name: &str| {
        let mut parts = parts.iter();
        parts.find_map(|(part, text)| (part == name).then_some(text))
    };
    let slides = (1..).map_while(|number| {
        let slide = read(&format!("ppt/slides/slide{number}.xml"))?;
        let notes = read(&format!("ppt/notesSlides/notesSlide{number}.xml"));
        let notes = notes.expect("every slide has notes");
        Some((
            placed(slide, &["title", "ctrTitle"]),
            placed(notes, &["body"]),
        ))
    });
    slides.collect()
}

/// What stands in the places of these kinds on a slide, or in its notes.
fn placed(part: &str, kinds: &[&str]) -> String {
    let part = Document::parse(part).expect("it is XML");
    let is_called = |node: &Node<'_, '_>, name: &str| node.tag_name().name() == name;
    let is_meant = |shape: &Node<'_, '_>| {
        let mut places = shape.descendants().filter(|node| is_called(node, "ph"));
        let kind = places.next().and_then(|place| place.attribute("type"));
        is_called(shape, "sp") && kind.is_some_and(|kind| kinds.contains(&kind))
    };
    let shapes = part.descendants().filter(is_meant);
    let texts = shapes.flat_map(|shape| shape.descendants().filter(Node::is_text));
    texts.filter_map(|text| text.text()).collect()
}

#[test]
fn words_that_are_taken_back_are_in_no_field_any_more() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_deck(stage, &olga).await;
        olga.press("Arrange").await;
        olga.press_under(WHO, "Title and notes").await;
        olga.type_into("Title", "Who spoke ").await;
        olga.heading("2. Who spoke").await;
        olga.type_into("Your notes", "Thank the team first.").await;
        // What is typed stays as it is typed.
        assert_eq!(olga.value_of("Title").await, "Who spoke ");
        olga.sees("Kept on this device.").await;
        // The open fields are those of the slide that stands there now.
        olga.press("Move up: Who spoke").await;
        olga.heading("1. Who spoke").await;
        assert_eq!(olga.value_of("Title").await, "");
        olga.press("Move down: Who spoke").await;
        olga.heading("2. Who spoke").await;
        assert_eq!(olga.value_of("Title").await, "Who spoke");
        olga.press("Take all changes back").await;
        olga.heading(WHO).await;
        assert_eq!(olga.value_of("Title").await, "");
        assert_eq!(olga.value_of("Your notes").await, "");
        olga.type_into("Title", "Anew").await;
        olga.heading("2. Anew").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_guess_becomes_no_number_of_a_slide_later_on() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_deck(stage, &olga).await;
        go_to(&olga, "4").await;
        olga.heading(QUESTION).await;
        olga.key("3").await;
        olga.sees("The room guesses 30.").await;
        olga.sees("Go to slide 3").await;
        // The room talks about it.
        olga.does_not_see("Go to slide").await;
        olga.key("Enter").await;
        olga.sees("step 2 of 5").await;
        olga.sees("the room’s guess").await;
        olga.key("2").await;
        olga.sees("Go to slide 2").await;
        olga.press("Next").await;
        olga.sees("step 3 of 5").await;
        olga.does_not_see("Go to slide").await;
        olga.key("Home").await;
        go_to(&olga, "4").await;
        olga.sees("The room guesses 30.").await;
        olga.key("Backspace").await;
        olga.does_not_see("The room guesses").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn on_the_whole_screen_keys_and_numbers_are_seen_when_asked_for() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_deck(stage, &olga).await;
        // By the key: a pointer over the buttons would show them anyway.
        olga.key("f").await;
        olga.until("the whole screen for the slides", async || {
            let is_whole = olga.run(IS_WHOLE, Vec::new()).await?;
            (is_whole == true)
                .then_some(())
                .ok_or_else(|| "it has not".into())
        })
        .await;
        olga.key("ArrowRight").await;
        olga.sees("Slide 2 of 11").await;
        // Whoever has no pointer to bring them back sees the buttons all the time.
        let at_rest = olga.run(AT_REST, Vec::new()).await.unwrap();
        let at_rest = at_rest.as_str().expect("a text");
        bar_is(&olga, at_rest).await;
        olga.key("?").await;
        olga.heading("Keys while presenting").await;
        bar_is(&olga, "1").await;
        olga.key("?").await;
        bar_is(&olga, at_rest).await;
        olga.key("4").await;
        olga.sees("Go to slide 4").await;
        bar_is(&olga, "1").await;
        olga.key("Enter").await;
        olga.sees("Slide 4 of 11").await;
        bar_is(&olga, at_rest).await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn presenting_is_accessible_in_light() {
    journey(async |stage| {
        let rita = stage.person("Rita").await;
        looked_at(stage, &rita).await;
    });
}

#[test]
fn presenting_is_accessible_in_the_dark() {
    journey(async |stage| {
        let rita = stage.person_in_the_dark("Rita").await;
        looked_at(stage, &rita).await;
    });
}

async fn looked_at(stage: &Stage, rita: &Browser) {
    let mut found = Vec::new();
    open_deck(stage, rita).await;
    for number in 1..=11 {
        go_to(rita, &number.to_string()).await;
        let place = format!("Slide {number} of 11");
        rita.sees(&place).await;
        accessible::look_in(&SIZES, rita, &place, &mut found).await;
    }
    go_to(rita, "4").await;
    for step in ["step 2 of 5", "step 3 of 5", "step 4 of 5", "step 5 of 5"] {
        rita.key("ArrowRight").await;
        rita.sees(step).await;
        accessible::look_in(&SIZES, rita, step, &mut found).await;
    }
    rita.key("?").await;
    rita.heading("Keys while presenting").await;
    accessible::look_in(&SIZES, rita, "keys", &mut found).await;
    rita.press("Arrange").await;
    rita.press_under(WHO, "Title and notes").await;
    accessible::look_in(&SIZES, rita, "arranging", &mut found).await;
    rita.open(&stage.site.address("meeting.html#/notes/example"))
        .await;
    rita.sees(ALONE).await;
    rita.key("?").await;
    rita.heading("Keys while presenting").await;
    accessible::look_in(&SIZES, rita, "speaker notes", &mut found).await;
    nothing_is_wrong(&found);
}

/// Whether the page has the whole screen.
const IS_WHOLE: &str = "return document.documentElement.matches(':fullscreen')";

/// How the buttons under the slides are to be seen on the whole screen while nobody needs them.
const AT_REST: &str = "return matchMedia('(hover: none)').matches ? '1' : '0'";

/// Waits until the buttons under the slides are seen (1) or not (0).
async fn bar_is(person: &Browser, opacity: &str) {
    let script = "return getComputedStyle(document.querySelector('.bar')).opacity";
    person
        .until(&format!("buttons at {opacity}"), async || {
            let now = person.run(script, Vec::new()).await?;
            let is_so = now.as_str() == Some(opacity);
            is_so.then_some(()).ok_or_else(|| format!("{now}"))
        })
        .await;
}

/// Watches from now on where the list of slides stands, so that nothing is lost when it moves only for a moment.
async fn watch_slides(person: &Browser) {
    let script = "const list = document.querySelector('main ol');
        window.tops = new Set();
        const look = () => {
            window.tops.add(Math.round(list.getBoundingClientRect().top + scrollY));
            requestAnimationFrame(look);
        };
        look();";
    let watched = person.run(script, Vec::new()).await;
    watched.expect("the page can be asked");
}

/// In how many places the list of slides has stood.
async fn tops_of_slides(person: &Browser) -> u64 {
    let tops = person.run("return window.tops.size", Vec::new()).await;
    let tops = tops.expect("the page can be asked");
    tops.as_u64().expect("it is a number")
}

async fn open_deck(stage: &Stage, person: &Browser) {
    person
        .open(&stage.site.address("meeting.html#/deck/example"))
        .await;
    person.sees("Slide 1 of 11").await;
}

/// What the slides tell a screen reader at present.
async fn told(person: &Browser) -> String {
    let script = "const told = document.querySelectorAll('.present > [role=status], .notes > [role=status]');
        return [...told].map((status) => status.textContent).join(' ');";
    let told = person.run(script, Vec::new()).await;
    told.expect("the page can be asked")
        .as_str()
        .map_or_else(String::new, str::to_owned)
}

async fn is_told(person: &Browser, words: &str) {
    person
        .until(&format!("be told “{words}”"), async || {
            let told = told(person).await;
            told.starts_with(words).then_some(()).ok_or(told)
        })
        .await;
}

/// A number and Enter.
async fn go_to(person: &Browser, number: &str) {
    for digit in number.chars() {
        person.key(&digit.to_string()).await;
    }
    person.key("Enter").await;
}

#[test]
fn where_the_whole_screen_or_a_second_window_is_refused_another_way_is_said() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_deck(stage, &olga).await;
        let refused = olga.run(REFUSED, Vec::new()).await;
        refused.expect("the page can be changed");
        olga.press(presenting::FULL_SCREEN).await;
        olga.sees(presenting::NO_FULL_SCREEN).await;
        olga.press(presenting::NOTES).await;
        olga.sees(presenting::NO_WINDOW.trim_end()).await;
        olga.press(presenting::NOTES_BY_HAND).await;
        olga.look_at_newest_tab().await;
        olga.sees("Slide 1 of 11").await;
        olga.does_not_see(ALONE).await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// From now on the page gets neither the whole screen nor a second window.
const REFUSED: &str = "window.Element.prototype.requestFullscreen = () =>
        window.Promise.reject(new TypeError('refused'));
    window.open = () => null;";

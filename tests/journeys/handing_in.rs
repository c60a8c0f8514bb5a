//! The ways from a respondent to the box: a picture, a link, a file, and what is said where a browser refuses.

use std::rc::Rc;

use plumbline::{
    codec::{ballot, code, link as survey_link},
    text::{
        hand_in,
        links::{self, Setting},
        receipt,
        ways::Way,
    },
};

use crate::{
    browser::Browser,
    figures, forge, page, people, scanned,
    stage::{Stage, journey},
};

/// The least width of a code's picture on a phone, in pixels: a camera at arm's length reads it.
const WIDE_ENOUGH: f64 = 240.0;

#[test]
fn the_picture_the_link_and_the_file_hold_the_code() {
    journey(async |stage| {
        let (olga, rosa, code) = handed_in(stage).await;
        rosa.sees(
            "Your unfinished sheet has been erased from this device. \
             What is left is this code; it cannot be opened here.",
        )
        .await;
        rosa.sees(
            "In a mail or a chat of your own your name stands beside the code: \
             whoever runs the survey could open it and know your answers.",
        )
        .await;
        rosa.press("In the same room: show it to a camera").await;
        assert!(
            rosa.pictures()
                .await
                .contains(&"Your code as a QR picture".to_owned())
        );
        assert_eq!(scanned::on_page(&rosa, ".way__qr svg").await, code);
        rosa.sees(hand_in::QR_HINT).await;
        rosa.resize(390, 844).await;
        let width = width_at(&rosa, ".way__qr svg").await;
        assert!(width >= WIDE_ENOUGH, "{width} pixels wide");
        let link = link(&rosa).await;
        rosa.press("As a file").await;
        rosa.press("Save the file").await;
        let words = words_of(&code);
        rosa.sees(&words).await;
        let name = format!("plumbline_claims_ballot_{}.txt", words.replace(' ', "-"));
        let file = rosa.downloaded(&name).await;
        people::collect(&olga, str::from_utf8(&file).expect("it is text")).await;
        olga.sees("1 new ballot of executives came in.").await;
        olga.open(&link).await;
        olga.heading("This ballot was in the box already").await;
        assert_eq!(rosa.console_errors().await, [""; 0]);
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn who_answered_finds_the_three_words_in_the_organiser_s_sorted_list() {
    journey(async |stage| {
        let (olga, rosa, code) = handed_in(stage).await;
        let noted = text_at(&rosa, ".receipt__words").await;
        let others = forge::codes(&people::links(&olga).await.team, 8);
        people::collect(&olga, &[others.join("\n"), code].join("\n")).await;
        people::has_ballots(&olga, ["1", "8"]).await;
        olga.press("Check that a ballot is in: the three words of each")
            .await;
        olga.sees(&noted).await;
        let listed = text_at(&olga, ".receipts").await;
        let listed = Vec::from_iter(listed.lines());
        let mut all = Vec::from_iter(others.iter().map(|code| words_of(code)));
        all.push(noted);
        all.sort();
        assert_eq!(listed, all);
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_ballot_link_is_taken_where_its_survey_is_and_nowhere_else() {
    journey(async |stage| {
        let (olga, rosa, code) = handed_in(stage).await;
        let link = link(&rosa).await;
        assert!(link.contains(&code));
        let ana = stage.person("Ana").await;
        ana.open(&link).await;
        ana.heading("A sealed ballot").await;
        ana.sees("brings a sealed ballot to the survey about Claims.")
            .await;
        ana.sees("Nothing of the answers can be read here").await;
        // Who answers, or is sent a ballot, is left without a database.
        for person in [&ana, &rosa] {
            assert_eq!(databases(person).await, "0", "{}", person.name);
        }
        ana.open(&link.replace("answer.html", "results.html")).await;
        ana.heading("A sealed ballot").await;
        ana.open(&link[..link.find(&code).expect("it holds the code") + 60])
            .await;
        ana.sees("The end of this ballot’s link is missing.").await;
        let nameless = link.split('.').next_back().expect("a second part");
        let nameless = link
            .strip_suffix(nameless)
            .expect("it is the last")
            .to_owned();
        ana.open(&nameless).await;
        ana.sees("to a survey that is not on this device").await;
        // Also in the organiser's own document.
        olga.open(&link.replace("answer.html", "")).await;
        olga.heading("The ballot is in the box").await;
        olga.sees("when the survey about Claims is closed").await;
        assert!(!olga.address().await.contains(&code));
        olga.reload().await;
        olga.heading("The ballot is in the box").await;
        olga.press("To the survey").await;
        olga.heading("Collect").await;
        assert_eq!(people::ballots(&olga).await, ["1", "0"]);
        assert_eq!(olga.console_errors().await, [""; 0]);
        assert_eq!(ana.console_errors().await, [""; 0]);
    });
}

#[test]
fn whoever_holds_the_box_is_told_of_every_way_and_puts_the_own_code_in_with_one_press() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let survey = olga.address().await;
        // The camera has a page of its own, which says it there.
        for way in Way::ALL.into_iter().filter(|way| *way != Way::Camera) {
            olga.sees(way.for_organiser()).await;
        }
        people::code_of(&olga, &links.executives, &figures::executive(0)).await;
        olga.heading("The box is on this device").await;
        for fold in [hand_in::BY_CAMERA, hand_in::BY_LINK, hand_in::BY_FILE] {
            olga.press(fold).await;
        }
        for way in Way::ALL {
            olga.sees(way.for_respondent()).await;
        }
        olga.press("Put it into this device’s box").await;
        olga.heading("Thank you").await;
        olga.open(&survey).await;
        olga.heading("Collect").await;
        assert_eq!(people::ballots(&olga).await, ["1", "0"]);
    });
}

#[test]
fn where_the_browser_refuses_another_way_is_offered() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let rosa = stage.person("Rosa").await;
        people::begin(&rosa, &links.executives).await;
        people::answer(&rosa, &figures::executive(0)).await;
        let refuse = "document.execCommand = () => false;
            navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
            navigator.share = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
            URL.createObjectURL = () => { throw new TypeError('no'); };";
        let refused = rosa.run(refuse, Vec::new()).await;
        refused.expect("the page can be changed");
        let code = people::hand_in(&rosa).await;
        rosa.press("Copy the code").await;
        rosa.sees("This browser does not let the page copy.").await;
        let selected = rosa
            .run("return getSelection().toString().trim()", Vec::new())
            .await;
        assert_eq!(selected, Ok(code.into()));
        rosa.press("Share…").await;
        rosa.sees("Sharing did not work. Copy the code instead.")
            .await;
        rosa.press("As a file").await;
        rosa.press("Save the file").await;
        rosa.sees("The browser did not let the page save the file.")
            .await;
        rosa.press("As a link").await;
        rosa.sees("Copy the link").await;
        assert_eq!(rosa.console_errors().await, [""; 0]);
    });
}

#[test]
fn what_is_copied_and_shared_is_what_the_page_shows() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        listen_to_copying(&olga).await;
        for setting in Setting::ALL {
            let option = links::setting(setting);
            olga.pick_under(links::TITLE, links::SETTING, option).await;
            for (link, whom) in [(&links.executives, "executives"), (&links.team, "the team")] {
                assert_eq!(copied(&olga, &format!("Copy link for {whom}")).await, *link);
                let invitation = copied(&olga, &format!("Copy invitation for {whom}")).await;
                assert_eq!(invitation, written_for(link, setting));
                // It stays open when another setting is chosen.
                if setting == Setting::default() {
                    olga.press(&format!("Read the invitation for {whom}")).await;
                }
                let words = Vec::from_iter(invitation.split_whitespace());
                olga.sees(&words.join(" ")).await;
            }
        }
        let rosa = stage.person("Rosa").await;
        people::begin(&rosa, &links.executives).await;
        people::answer(&rosa, &figures::executive(0)).await;
        listen_to_copying(&rosa).await;
        let code = people::hand_in(&rosa).await;
        assert_eq!(copied(&rosa, "Copy the code").await, code);
        let shown = link(&rosa).await;
        assert_eq!(copied(&rosa, "Copy the link").await, shown);
        rosa.press("Share…").await;
        taken(&rosa, &format!("A sealed code for Claims: {code}")).await;
        for person in [&olga, &rosa] {
            assert_eq!(person.console_errors().await, [""; 0]);
        }
    });
}

/// From now on the page's clipboard and share sheet only note what they are given.
async fn listen_to_copying(person: &Browser) {
    let script = "window.taken = [];
        const take = (text) => { window.taken.push(text); return Promise.resolve(); };
        navigator.clipboard.writeText = take;
        navigator.share = ({ title, text }) => take(`${title}: ${text}`);";
    let changed = person.run(script, Vec::new()).await;
    changed.expect("the page can be changed");
}

/// Presses a button, waits until it says that it has copied, and gives what it has.
async fn copied(person: &Browser, button: &str) -> String {
    let before = said(person).await.expect("the page can be read");
    person.press(button).await;
    person
        .until("see that it was copied", async || {
            let now = said(person).await?;
            (now == before + 1)
                .then_some(())
                .ok_or_else(|| format!("it is said {now} times"))
        })
        .await;
    let last = person.run("return window.taken.at(-1)", Vec::new()).await;
    let last = last.expect("the page can be asked");
    last.as_str().expect("it is text").to_owned()
}

/// How often the page says that something was copied.
async fn said(person: &Browser) -> Result<usize, String> {
    let page = person.visible_text().await?;
    Ok(page.split(' ').filter(|word| *word == "Copied").count())
}

/// Waits until this was taken last.
async fn taken(person: &Browser, wanted: &str) {
    person
        .until("take it", async || {
            let last = person.run("return window.taken.at(-1)", Vec::new()).await?;
            (last == wanted)
                .then_some(())
                .ok_or_else(|| last.to_string())
        })
        .await;
}

/// The invitation that belongs to a link, for people who answer in this setting.
fn written_for(link: &str, setting: Setting) -> String {
    let (_, fragment) = link.split_once('#').expect("a link has a fragment");
    let invitation = survey_link::decode(fragment).expect("the link is whole");
    links::invitation(&invitation.survey, invitation.side, link, setting)
}

/// An organiser, and an executive who has just sealed a code.
async fn handed_in(stage: &Stage) -> (Rc<Browser>, Rc<Browser>, String) {
    let olga = stage.person("Olga").await;
    let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
    let rosa = stage.person("Rosa").await;
    let code = people::code_of(&rosa, &links.executives, &figures::executive(0)).await;
    (olga, rosa, code)
}

/// The link in its fold.
async fn link(rosa: &Browser) -> String {
    rosa.press("As a link").await;
    let page = rosa.visible_text().await.expect("the page can be read");
    let link = page.split(' ').find(|word| word.contains("#b="));
    link.expect("the link is shown").to_owned()
}

/// What is written at a place, as a selector of CSS.
async fn text_at(person: &Browser, place: &str) -> String {
    let script = "return document.querySelector(arguments[0]).textContent";
    let text = person.run(script, vec![place.into()]).await;
    page::text(&text.expect("the page can be asked"))
}

/// How wide what is at a place is drawn, in pixels.
async fn width_at(person: &Browser, place: &str) -> f64 {
    let script = "return document.querySelector(arguments[0]).getBoundingClientRect().width";
    let width = person.run(script, vec![place.into()]).await;
    let width = width.expect("the page can be asked");
    width.as_f64().expect("it is a number")
}

fn words_of(text: &str) -> String {
    let ballot = code::decode(text.as_bytes()).expect("a code");
    receipt::words(ballot::receipt(&ballot))
}

/// How many databases a person's browser has made for the site.
async fn databases(person: &Browser) -> String {
    let script = "const [done] = arguments;
        indexedDB.databases().then((all) => done(String(all.length)));";
    let number = person.run_async(script, Vec::new()).await;
    let number = number.expect("the page can be asked");
    number.as_str().expect("it is text").to_owned()
}

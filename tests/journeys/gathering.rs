//! Late ballots, several collectors, files, backups and erasing.

use crate::{
    browser::Browser,
    forge, people, round,
    stage::{Stage, journey},
};

#[test]
fn late_ballots_wait_sealed_and_the_end_erases_the_key() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let start = stage.site.address("#/start");
        let links = people::make_survey(&olga, &start, "Claims").await;
        let survey = olga.address().await;
        let team = forge::codes(&links.team, 11);
        people::collect(&olga, &team[..6].join("\n")).await;
        olga.sees("6 new ballots of the team came in.").await;
        olga.open_beside(&survey).await;
        olga.press("Close the survey…").await;
        olga.heading("Close now?").await;
        olga.look_at_tab(0).await;
        people::close(&olga).await;
        olga.look_at_tab(1).await;
        is_asked_too_late(&olga).await;
        is_at_the_end_of_a_turn(&olga).await;
        olga.look_at_tab(0).await;
        olga.press("Go on collecting").await;
        people::collect(&olga, &team[4..9].join("\n")).await;
        olga.sees(
            "3 new ballots of the team came in. 2 codes were counted before; each counts once.",
        )
        .await;
        olga.sees("3 of 5 new ballots of the team. They stay sealed until there are 5")
            .await;
        people::collect(&olga, &team.join("\n")).await;
        olga.sees("2 new ballots of the team came in.").await;
        olga.press("Add late ballots to the results…").await;
        olga.press("Open, count and drop the ballots").await;
        olga.sees("11 of 8 team members answered").await;
        olga.press("Go on collecting").await;
        olga.press("The survey is over…").await;
        olga.heading("End the survey now?").await;
        olga.press("Erase the key for good").await;
        olga.sees("This survey is over. Its key is erased").await;
        olga.reload().await;
        olga.sees("This survey is over. Its key is erased").await;
        olga.look_at_tab(1).await;
        olga.press("Seal into this device’s box").await;
        olga.sees("This survey was closed in the meantime, so its box takes no more ballots.")
            .await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// The other tab has closed what this one still asks about: nothing is counted twice, and it says what there is.
async fn is_asked_too_late(olga: &Browser) {
    olga.heading("Late ballots").await;
    olga.sees("See the results").await;
    olga.press("Open, count and drop the ballots").await;
    olga.sees("0 of 5 new ballots of the team. They stay sealed until there are 5")
        .await;
    assert_eq!(people::ballots(olga).await, ["0", "0"]);
}

/// Somebody in a round has nothing left to do but hand in.
async fn is_at_the_end_of_a_turn(device: &Browser) {
    device.press("Start with the team").await;
    round::stays_in_its_window(device).await;
    let intro = device.address().await;
    device.press("Begin").await;
    people::is_at_question(device, 1, 17).await;
    device.key("3").await;
    device.open(&format!("{intro}/review")).await;
    device.heading("Look over your answers").await;
}

#[test]
fn boxes_of_three_collectors_join_in_any_order() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let (collect, codes) = shared_survey(stage, &olga).await;
        let mut boxes = Vec::new();
        for (name, part) in [("Ann", 0..6), ("Ben", 4..9), ("Cem", 8..12)] {
            boxes.push(box_of(stage, name, &collect, &codes[part]).await);
        }
        for (place, new) in [
            (2, "4 new ballots"),
            (0, "5 new ballots of executives and 1"),
        ] {
            people::collect(&olga, &boxes[place]).await;
            olga.sees(new).await;
        }
        olga.drop_file("box.txt", &boxes[1]).await;
        olga.sees("2 new ballots of the team came in. 3 codes were in the box already")
            .await;
        people::collect(&olga, &boxes.concat()).await;
        olga.sees("No new ballot came in.").await;
        assert_eq!(people::ballots(&olga).await, ["5", "7"]);
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// The collector's link of a new survey, and the codes of 5 executives and 7 of the team.
async fn shared_survey(stage: &Stage, olga: &Browser) -> (String, Vec<String>) {
    let start = stage.site.address("#/start");
    let links = people::make_survey(olga, &start, "Claims").await;
    let mut codes = forge::codes(&links.executives, 5);
    codes.extend(forge::codes(&links.team, 7));
    (people::collector_link(olga).await, codes)
}

#[test]
fn three_boxes_joined_in_every_order_are_the_same_box() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let (collect, codes) = shared_survey(stage, &olga).await;
        let parts = [&codes[..6], &codes[4..9], &codes[8..]];
        let dan = stage.person("Dan").await;
        let mut boxes = Vec::new();
        for part in parts {
            boxes.push(joined(stage, &dan, &collect, &[(&part.join("\n"), part.len())]).await);
        }
        // How many are in the box after one, two and three of them.
        let orders = [
            ([0, 1, 2], [6, 9, 12]),
            ([0, 2, 1], [6, 10, 12]),
            ([1, 0, 2], [5, 9, 12]),
            ([1, 2, 0], [5, 8, 12]),
            ([2, 0, 1], [4, 10, 12]),
            ([2, 1, 0], [4, 8, 12]),
        ];
        let mut all = Vec::new();
        for (order, numbers) in orders {
            let texts = order.map(|place| boxes[place].as_str());
            let steps = Vec::from_iter(texts.into_iter().zip(numbers));
            all.push(joined(stage, &dan, &collect, &steps).await);
        }
        for code in &codes {
            assert_eq!(all[0].matches(code.as_str()).count(), 1, "{}", all[0]);
        }
        assert!(all.iter().all(|text| *text == all[0]), "{all:?}");
        assert_eq!(dan.console_errors().await, [""; 0]);
    });
}

/// The box of somebody who starts with none and puts these texts in, each with how many ballots are in the box after it.
async fn joined(stage: &Stage, dan: &Browser, link: &str, steps: &[(&str, usize)]) -> String {
    dan.open(link).await;
    dan.sees("You gather sealed codes for whoever runs this survey.")
        .await;
    for (text, number) in steps {
        people::collect(dan, text).await;
        dan.until(&format!("see {number} ballots"), async || {
            let found = people::ballots(dan).await;
            let numbers = found.iter().filter_map(|n| n.parse::<usize>().ok());
            let are_there = numbers.sum::<usize>() == *number;
            are_there.then_some(()).ok_or_else(|| format!("{found:?}"))
        })
        .await;
    }
    dan.press("Save the box").await;
    let file = format!("plumbline_claims_box_{}.txt", people::today(dan).await);
    let (bytes, _) = dan.put_aside(&file, "box.txt").await;
    dan.open(&stage.site.address("device.html#/device")).await;
    dan.press("Erase everything…").await;
    dan.press("Erase for good").await;
    dan.sees("It is erased.").await;
    String::from_utf8(bytes).expect("a box is text")
}

/// What a collector gathers, as the file's text; there is no way to close, and no results.
async fn box_of(stage: &Stage, name: &str, link: &str, codes: &[String]) -> String {
    let person = stage.person(name).await;
    person.open(link).await;
    person
        .sees("You gather sealed codes for whoever runs this survey.")
        .await;
    people::collect(&person, &codes.join("\n")).await;
    person.sees("came in.").await;
    person.does_not_see("Close the survey").await;
    let reminder = format!("No backup yet, and {} ballots are only here.", codes.len());
    person.sees(&reminder).await;
    person.press("Save the box").await;
    let file = format!("plumbline_claims_box_{}.txt", people::today(&person).await);
    let file = person.downloaded(&file).await;
    assert_eq!(person.console_errors().await, [""; 0]);
    stage.sees_off(person).await;
    String::from_utf8(file).expect("a box is text")
}

#[test]
fn a_backup_brings_back_what_was_erased() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let start = stage.site.address("#/start");
        let links = people::make_survey(&olga, &start, "Claims").await;
        people::collect(&olga, &forge::codes(&links.team, 3).join("\n")).await;
        olga.sees("No backup yet, and 3 ballots are only here.")
            .await;
        olga.press("Save a backup").await;
        olga.does_not_see("No backup yet").await;
        olga.open(&stage.site.address("device.html#/device")).await;
        olga.heading("What is kept here").await;
        olga.sees("Your last backup holds all of it.").await;
        olga.type_into("Passphrase, if you want one", "four random words")
            .await;
        let file = format!("plumbline_backup_{}.plumbline", people::today(&olga).await);
        let (_, open) = olga.put_aside(&file, "open.plumbline").await;
        olga.press("Save a backup").await;
        olga.sees("The backup was given to your browser to save.")
            .await;
        let (_, locked) = olga.put_aside(&file, "locked.plumbline").await;
        olga.press("Erase everything…").await;
        olga.press("Erase for good").await;
        olga.sees("Nothing is kept here.").await;
        assert!(!olga.storage_texts().await.contains("plumbline/"));
        olga.bring("Backup file", &locked).await;
        olga.type_into("The passphrase of this backup", "four random word")
            .await;
        olga.press("Open the backup").await;
        olga.sees("That is not this backup’s passphrase.").await;
        olga.type_into("The passphrase of this backup", "four random words")
            .await;
        olga.press("Open the backup").await;
        olga.sees("Claims: the survey is added. 3 ballots are added.")
            .await;
        olga.press("Bring it back").await;
        olga.sees("It is back.").await;
        olga.bring("Backup file", &open).await;
        olga.sees("0 ballots are added, 3 are here already.").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn what_a_tab_holds_and_what_safari_does_is_said_for_each_survey_and_erased() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let start = stage.site.address("#/start");
        people::make_survey(&olga, &start, "Claims").await;
        olga.open(&start).await;
        olga.type_into("The team’s name", "Half a name").await;
        olga.open(&stage.site.address("device.html#/device")).await;
        olga.sees("1 small note of this tab alone, such as words typed into a form,")
            .await;
        olga.sees("on, if nobody opens Plumbline here before. There is no backup of it.")
            .await;
        olga.press("Erase everything…").await;
        olga.press("Erase for good").await;
        olga.sees("Nothing is kept here.").await;
        olga.does_not_see("if nobody opens Plumbline here before")
            .await;
        assert!(!olga.storage_texts().await.contains("Half a name"));
        olga.open(&start).await;
        assert_eq!(olga.value_of("The team’s name").await, "");
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn codes_in_a_mail_that_its_program_wrote_in_base_64_come_in() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let start = stage.site.address("#/start");
        let links = people::make_survey(&olga, &start, "Claims").await;
        let codes = forge::codes(&links.team, 2);
        let mail = olga.is_sent("mail.eml", mail(&codes).as_bytes());
        olga.bring("Or choose files", &mail).await;
        olga.sees("2 new ballots of the team came in.").await;
        assert_eq!(people::ballots(&olga).await, ["0", "2"]);
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// A mail as programs write it when somebody's name has an accent: one code in its plain part, one in its HTML.
fn mail(codes: &[String]) -> String {
    let part = |kind: &str, text: String| {
        let text = data_encoding::BASE64_MIME.encode(text.as_bytes());
        format!(
            "--b7\r\nContent-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{text}\r\n"
        )
    };
    let plain = format!("Here is mine, Zoë:\r\n{}\r\n", codes[0]);
    let html = format!("<p>Here is mine, Zoë:</p><p><b>{}</b></p>", codes[1]);
    format!(
        "From: Zoe <zoe@example.com>\r\nSubject: My code\r\nContent-Type: multipart/mixed; boundary=b7\r\n\r\n{}{}--b7--\r\n",
        part("plain", plain),
        part("html", html),
    )
}

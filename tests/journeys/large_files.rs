//! Exports as large as they may be: every code in them is found, and the looking can be stopped.

use std::path::Path;

use plumbline::text::collect;
use serde_json::json;

use crate::{browser::Browser, forge, people, stage::journey};

/// Codes in both files; some are in each of them.
const CODES: u8 = 40;
/// Bytes of each file: together just under what is looked through at once.
const SIZES: [usize; 2] = [25_000_000, 24_000_000];
/// Bytes of one of two files that are too large together.
const TOO_LARGE: usize = 30_000_000;
/// What people write between codes.
const TALK: &str =
    "[24.11.26, 09:12:07] Ana: Did PETER send the 7 reports? Tea at 4pm, room 2.\r\n";

#[test]
fn files_of_49_megabytes_are_looked_through_or_stopped() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let start = stage.site.address("#/start");
        let links = people::make_survey(&olga, &start, "Claims").await;
        let codes = forge::codes(&links.team, CODES);
        let parts = [&codes[..22], &codes[18..]];
        let both = two_files(&olga, parts, SIZES);

        olga.bring("Or choose files", Path::new(&both)).await;
        sees_how_far_it_is(&olga).await;
        olga.press("Stop").await;
        olga.sees("Stopped. Nothing of it was put into the box.")
            .await;
        assert_eq!(people::ballots(&olga).await, ["0", "0"]);

        olga.reload().await;
        olga.bring("Or choose files", Path::new(&both)).await;
        olga.sees("40 new ballots of the team came in.").await;
        olga.does_not_see("Stop").await;
        assert_eq!(people::ballots(&olga).await, ["0", "40"]);
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn of_files_of_60_megabytes_the_first_is_looked_through_and_the_other_named() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let start = stage.site.address("#/start");
        let links = people::make_survey(&olga, &start, "Claims").await;
        let codes = forge::codes(&links.team, 4);
        let both = two_files(&olga, [&codes[..2], &codes[2..]], [TOO_LARGE; 2]);

        olga.bring("Or choose files", Path::new(&both)).await;
        olga.sees("2 new ballots of the team came in.").await;
        olga.sees("The file “more.txt” was not read: the browser could not, or all files together are larger than 50 MB.")
            .await;
        assert_eq!(people::ballots(&olga).await, ["0", "2"]);
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// Two chats with these codes and of these sizes, as a driver is told to type them into a field for several files.
fn two_files(olga: &Browser, codes: [&[String]; 2], sizes: [usize; 2]) -> String {
    let files = ["chat.txt", "more.txt"].into_iter().zip(codes).zip(sizes);
    let paths = files.map(|((name, codes), size)| {
        let file = olga.is_sent(name, export(codes, size).as_bytes());
        file.to_str().expect("its path is UTF-8").to_owned()
    });
    Vec::from_iter(paths).join("\n")
}

/// Waits until a bar shows that some of it is looked through, and not all.
async fn sees_how_far_it_is(olga: &Browser) {
    olga.until("see how far it is", async || {
        let bar = olga.look("progress", vec![json!(collect::ADDING)]).await?;
        let (done, of) = (bar[0].as_f64(), bar[1].as_f64());
        let is_on_its_way = done > Some(0.0) && done < of;
        is_on_its_way
            .then_some(())
            .ok_or_else(|| format!("it shows {bar}"))
    })
    .await;
}

/// A chat with these codes, the first at its beginning and the last near its end.
fn export(codes: &[String], size: usize) -> String {
    let lines = size / TALK.len() / codes.len();
    let message =
        |code: &String| format!("[24.11.26, 09:13:40] Ben: {code}\r\n{}", TALK.repeat(lines));
    codes.iter().map(message).collect()
}

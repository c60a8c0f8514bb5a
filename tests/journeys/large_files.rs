//! Exports as large as they may be: every code in them is found, and the looking can be stopped.

use std::path::Path;

use crate::{forge, people, stage::journey};

/// Codes in both files; some are in each of them.
const CODES: u8 = 40;
/// Bytes of each file: together just under what is looked through at once.
const SIZES: [usize; 2] = [25_000_000, 24_000_000];
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
        let files = ["chat.txt", "more.txt"].into_iter().zip(parts).zip(SIZES);
        let paths = files.map(|((name, codes), size)| {
            let file = olga.is_sent(name, export(codes, size).as_bytes());
            file.to_str().expect("its path is UTF-8").to_owned()
        });
        // What a driver is told to type into a field for several files.
        let both = Vec::from_iter(paths).join("\n");

        olga.bring("Or choose files", Path::new(&both)).await;
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

/// A chat with these codes, the first at its beginning and the last near its end.
fn export(codes: &[String], size: usize) -> String {
    let lines = size / TALK.len() / codes.len();
    let message =
        |code: &String| format!("[24.11.26, 09:13:40] Ben: {code}\r\n{}", TALK.repeat(lines));
    codes.iter().map(message).collect()
}

//! What is dragged onto the page: marked text like files, and what comes while the page is reading is told.

use serde_json::{Value, json};

use crate::{browser::Browser, forge, people, stage::journey};

/// Bytes of a file that takes the page a while.
const LARGE: usize = 45_000_000;
/// What is said about anything that comes meanwhile.
const LEFT_OUT: &str = "What you brought meanwhile was left out.";

#[test]
fn text_that_is_dropped_is_taken_and_none_is_left_out_silently() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let codes = forge::codes(&links.team, 4);
        let said = |code: &String| format!("Ben: here is mine: {code}");

        assert_eq!(olga.drop_text("main", &said(&codes[0])).await, "taken");
        olga.sees("1 new ballot of the team came in.").await;
        assert_eq!(
            olga.drop_text("textarea", "text").await,
            "left to the field"
        );

        olga.drop_large_file().await;
        olga.sees("Stop").await;
        assert_eq!(olga.drop_text("main", &said(&codes[1])).await, "taken");
        olga.sees(LEFT_OUT).await;
        olga.press("Stop").await;
        olga.sees("Stopped. Nothing of it was put into the box.")
            .await;
        olga.sees(LEFT_OUT).await;
        olga.drop_text("main", &said(&codes[1])).await;
        olga.sees("1 new ballot of the team came in.").await;
        olga.does_not_see(LEFT_OUT).await;
        people::has_ballots(&olga, ["0", "2"]).await;

        olga.press("Or read codes with the camera, or from pictures")
            .await;
        olga.heading("Read codes with the camera").await;
        olga.drop_large_file().await;
        olga.sees("Reading the pictures…").await;
        olga.drop_text("main", &said(&codes[2])).await;
        olga.sees(LEFT_OUT).await;
        olga.does_not_see("Reading the pictures…").await;
        olga.drop_text("main", &said(&codes[2])).await;
        olga.sees("1 new ballot of the team came in.").await;
        olga.does_not_see(LEFT_OUT).await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

impl Browser {
    /// Drops marked text at a place, as a selector of CSS; says who takes it.
    async fn drop_text(&self, place: &str, text: &str) -> Value {
        let script = "const [place, text] = arguments;
            const dataTransfer = new DataTransfer();
            dataTransfer.setData('text/plain', text);
            const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
            const isLeft = document.querySelector(place).dispatchEvent(drop);
            return isLeft ? 'left to the field' : 'taken';";
        let taken = self.run(script, vec![json!(place), json!(text)]).await;
        self.did("drop text");
        taken.expect("text can be dropped")
    }

    /// Drops a large file without any code.
    async fn drop_large_file(&self) {
        let script = "const [size] = arguments;
            const dataTransfer = new DataTransfer();
            const talk = 'Did Peter send the 7 reports? Tea at 4pm, room 2. '.repeat(size / 50);
            dataTransfer.items.add(new File([talk], 'chat.txt'));
            const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
            document.body.dispatchEvent(drop);";
        let dropped = self.run(script, vec![json!(LARGE)]).await;
        dropped.expect("a file can be dropped");
        self.did("drop a large file");
    }
}

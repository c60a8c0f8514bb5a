//! The meeting: slides by keyboard, a gap revealed step by step, and slides that are left out.

use crate::{browser::Browser, stage::journey};

/// A dimension that only the overview's picture names.
const DIMENSION: &str = "Team workflow and results";
/// The first gap's question, what was found, and the question to ask.
const QUESTION: &str = "In a normal week, about how many hours does AI save you? Leave out time spent fixing AI results.";
const FOUND: &str =
    "AI saves two hours a week or more: 8 in 10 leaders expect it; 2 in 10 in the team say so";
const ASKED: &str = "What would have to change in a normal week for this tool to be worth opening?";

#[test]
fn slides_go_by_keyboard_and_a_gap_is_revealed_step_by_step() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        olga.open(&stage.site.address("meeting.html#/deck/example"))
            .await;
        olga.sees("Slide 1 of 10").await;
        olga.key("PageDown").await;
        olga.key("ArrowRight").await;
        olga.sees("Slide 3 of 10").await;
        olga.sees(DIMENSION).await;
        olga.key("ArrowRight").await;
        olga.heading(QUESTION).await;
        // Nothing of the slide before is left on this one.
        olga.does_not_see(DIMENSION).await;
        olga.press("30").await;
        olga.sees("The room guesses 30.").await;
        for step in ["step 2 of 5", "step 3 of 5"] {
            olga.key("ArrowRight").await;
            olga.sees(step).await;
            olga.heading(QUESTION).await;
        }
        olga.key("ArrowRight").await;
        olga.heading(FOUND).await;
        olga.does_not_see(ASKED).await;
        olga.key("ArrowRight").await;
        olga.sees(ASKED).await;
        olga.key("End").await;
        olga.sees("Slide 10 of 10").await;
        go_to(&olga, "2").await;
        olga.sees("Slide 2 of 10").await;
        olga.reload().await;
        olga.sees("Slide 2 of 10").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_slide_that_is_left_out_stays_out() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        olga.open(&stage.site.address("meeting.html#/deck/example"))
            .await;
        olga.sees("Slide 1 of 10").await;
        olga.press("Arrange").await;
        olga.heading("Arrange the slides").await;
        olga.press_under("Arrange the slides", "Leave out: How this was measured")
            .await;
        olga.sees("left out").await;
        olga.sees("Kept on this device.").await;
        olga.reload().await;
        olga.sees("left out").await;
        olga.press("Present").await;
        olga.sees("Slide 1 of 9").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// A number and Enter.
async fn go_to(person: &Browser, number: &str) {
    person.key(number).await;
    person.key("Enter").await;
}

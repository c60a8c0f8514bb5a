//! More steps than an engine lets a page note in its history.

use crate::{browser::Browser, engine::Engine, figures, people, stage::journey};

/// How often somebody goes through all questions; together more than 100 steps.
const ROUNDS: usize = 6;

/// The first question with its answer, on the page with all answers.
const FIRST: &str =
    "In the past 7 days, on how many days did you use an AI tool yourself for a work task? 3";

#[test]
fn more_than_a_hundred_quick_steps_end_where_they_should() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let rosa = stage.person("Rosa").await;
        people::begin(&rosa, &links.executives).await;
        let keys = figures::executive(0);
        people::answer(&rosa, &keys).await;
        for _ in 1..ROUNDS {
            all_over_again(&rosa, keys.len()).await;
        }
        rosa.sees("Every question has an answer.").await;
        for place in (1..=keys.len()).rev() {
            rosa.back().await;
            people::is_at_question(&rosa, place, keys.len()).await;
        }
        all_on(&rosa, keys.len()).await;
        let code = people::hand_in(&rosa).await;
        rosa.reload().await;
        assert_eq!(people::shown_code(&rosa).await, code);
        people::collect(&olga, &code).await;
        olga.sees("1 new ballot of executives came in.").await;
        assert_eq!(rosa.console_errors().await, [""; 0]);
    });
}

/// From the page with all answers back to the first question, and through all of them.
async fn all_over_again(rosa: &Browser, of: usize) {
    rosa.press(FIRST).await;
    all_on(rosa, of).await;
}

/// From the first question on to the page with all answers, with Enter.
async fn all_on(rosa: &Browser, of: usize) {
    use_up_history(rosa).await;
    for place in 1..=of {
        people::is_at_question(rosa, place, of).await;
        rosa.key("Enter").await;
    }
    rosa.heading("Look over your answers").await;
}

/// Nobody has to be quick to meet the limit of `WebKit`, which refuses more than 100 changes of the history in ten
/// seconds: here the page has made them already. Other engines allow more than anybody can reach.
async fn use_up_history(rosa: &Browser) {
    if rosa.engine != Engine::Webkit {
        return;
    }
    let script = "for (let change = 0; change < 1_000; change += 1) {
            try {
                history.replaceState(null, '', location.href);
            } catch (error) {
                return error.name;
            }
        }
        return 'there is no limit';";
    let refused = rosa.run(script, Vec::new()).await;
    assert_eq!(refused, Ok("SecurityError".into()));
}

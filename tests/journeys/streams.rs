//! Two tabs that never wait for one another fill one box.

use std::env;

use crate::{engine::Engine, forge, people, stage::journey, stream::Told};

/// Ballots that come in with one paste.
const PASTE: usize = 10;

#[test]
fn two_streams_of_ballots_are_all_in_the_box() {
    two_streams(50);
}

/// `cargo xtask soak` says how often.
#[test]
#[ignore = "takes long; cargo xtask soak runs it"]
#[expect(clippy::print_stdout, reason = "a figure is there to be read")]
fn soak_tabs() {
    let rounds = env::var("PLUMBLINE_ROUNDS").expect("PLUMBLINE_ROUNDS says how often");
    let rounds: usize = rounds.parse().expect("it is a number");
    for _ in 0..rounds {
        two_streams(1_000);
    }
    println!(
        "SOAK {}: {rounds} times two tabs with 1,000 ballots each, {} of {} in the box",
        Engine::chosen().name(),
        rounds * 2_000,
        rounds * 2_000
    );
}

/// Each of two tabs puts so many ballots into one box; all are there afterwards, and in both tabs.
fn two_streams(each: usize) {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let survey = olga.address().await;
        olga.open_beside(&survey).await;
        olga.heading("Collect").await;
        let codes = forge::many(&[links.executives, links.team], 2 * each);
        let pastes = Vec::from_iter(codes.chunks(PASTE).map(|codes| codes.join("\n")));
        let (first, second) = pastes.split_at(pastes.len() / 2);
        for (tab, pastes) in [(0, first), (1, second)] {
            olga.look_at_tab(tab).await;
            olga.prepare_stream(pastes, None).await;
        }
        olga.all_tabs_press().await;
        for tab in [1, 0] {
            olga.look_at_tab(tab).await;
            let Told { told, .. } = olga.stream_ends().await;
            assert_eq!(told, vec!["taken"; first.len()]);
        }
        let expected = [each.to_string(), each.to_string()];
        for tab in [0, 1] {
            olga.look_at_tab(tab).await;
            olga.reload().await;
            olga.heading("Collect").await;
            assert_eq!(people::ballots(&olga).await, expected);
        }
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

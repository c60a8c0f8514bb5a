//! Links, boxes and sheets as version 1 wrote them, to be read for as long as they lie in people's mail.
//!
//! The texts of version 1 are those of 23 November 2026. What is not read any more, or written otherwise, needs a new
//! version beside the old one, with a fixture of its own; never another text here.

use plumbline::{
    codec::{
        ballot::Ballot,
        ballot_box::{self, BallotBox},
        ballot_link, code, collector_link,
        fingerprint::Fingerprint,
        link, result_link, scan, sheet,
        tally::Published,
    },
    domain::{
        release::{Released, without},
        sheet::{Answer, Sheet},
        side::BySide,
        survey::Survey,
    },
};

use super::{CLOSED, INVITATION, KEPT, a_ballot};

const SURVEY_LINK: &str = include_str!("../fixtures/survey_link_v1.txt");
const COLLECTOR_LINK: &str = include_str!("../fixtures/collector_link_v1.txt");
const BALLOT_LINK: &str = include_str!("../fixtures/ballot_link_v1.txt");
const RESULT_LINKS: [&str; 2] = [
    include_str!("../fixtures/result_link_v1.txt"),
    include_str!("../fixtures/result_link_v2.txt"),
];
const BOX: &str = include_str!("../fixtures/box_v1.txt");
const SHEET: &str = include_str!("../fixtures/sheet_v1.txt");

#[test]
fn a_survey_link_and_a_kept_sheet_are_read_and_written_as_they_always_were() {
    let fragment = SURVEY_LINK.trim_end();
    assert_eq!(link::decode(fragment), Ok(INVITATION.clone()));
    assert_eq!(link::encode(&INVITATION), fragment);

    let mut answers = Sheet::blank(&INVITATION.survey, INVITATION.side);
    answers.answer(3, Answer::Unsure);
    let text = SHEET.trim_end();
    assert_eq!(sheet::encode(&INVITATION, &answers), text);
    assert_eq!(sheet::decode(text), Ok((INVITATION.clone(), answers)));
}

#[test]
fn a_collector_link_is_read_and_written_as_it_always_was() {
    let fragment = COLLECTOR_LINK.trim_end();
    assert_eq!(collector_link::decode(fragment), Ok(KEPT.survey.clone()));
    assert_eq!(collector_link::encode(&KEPT.survey), fragment);
}

#[test]
fn a_ballot_link_and_its_code_are_read_and_written_as_they_always_were() {
    let survey = &KEPT.survey;
    let fragment = BALLOT_LINK.trim_end();
    let read = ballot_link::decode(fragment).unwrap();
    assert_eq!(read.ballot, ballots()[0]);
    let of = read.of.unwrap();
    assert_eq!(of.id, Fingerprint::of(survey).id());
    assert_eq!(
        (of.team, of.company),
        (survey.team.clone(), survey.company.clone())
    );
    assert_eq!(ballot_link::encode(survey, &ballots()[0]), fragment);
    assert!(fragment.contains(&code::encode(&ballots()[0])));
}

#[test]
fn a_box_is_read_and_written_as_it_always_was() {
    let mut held = BallotBox::empty(KEPT.survey.clone());
    held.join(&ballots());
    assert_eq!(ballot_box::encode(&held), BOX);
    assert_eq!(ballot_box::announced(BOX.as_bytes()), Some(3));
    let mut found = scan::scan(BOX).ballots;
    found.sort_unstable();
    assert_eq!(found, held.ballots());
}

#[test]
fn result_links_of_both_versions_are_read_and_written_as_they_always_were() {
    // No key is in them.
    let survey = Survey {
        public_key: [0; 32],
        ..KEPT.survey.clone()
    };
    let released = Released::of(&survey, &CLOSED.tally);
    let with_less = without(&survey, &released, &[7]).unwrap();
    for (fragment, (survey, released)) in RESULT_LINKS
        .into_iter()
        .zip([(survey, released), with_less])
    {
        let fragment = fragment.trim_end();
        let published = Published {
            survey,
            closed: BySide::from_fn(|_| CLOSED.opened.team),
            released,
        };
        assert_eq!(result_link::encode(&published).as_deref(), Some(fragment));
        assert_eq!(result_link::decode(fragment), Ok(published));
    }
}

/// The three ballots that are in the box.
fn ballots() -> Vec<Ballot> {
    let tag = Fingerprint::of(&KEPT.survey).tag();
    let ballots = (0..3).map(|seed| Ballot {
        tag,
        ..a_ballot(seed)
    });
    ballots.collect()
}

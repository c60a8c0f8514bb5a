//! Texts, files, boxes and links, all the ways in.

use super::*;
use crate::{
    browser::{picked::ReadError, storage::now::now},
    codec::{ballot_file, ballot_link},
    domain::side::Side,
    state::persistence::{
        keep,
        sample::{ballots, everyone, example_kept},
    },
};

#[test]
fn several_files_at_once_are_all_looked_through() {
    let _owner = owner();
    let (workspace, id) = with_survey();
    let all = everyone();
    let survey = example_kept().survey;
    let codes: Vec<String> = all[..6].iter().map(code::encode).collect();
    let mut chat = vec![b' '; 3 * PIECE - 40];
    chat.extend(codes.join("\r\n").into_bytes());
    let mail = format!("Hi! {}", ballot_link::encode(&survey, &all[6]));
    let files = vec![
        file("chat.txt", Ok(chat)),
        file("mail.eml", Ok(mail.into_bytes())),
        file(
            "one.txt",
            Ok(ballot_file::encode(&survey, &all[7]).into_bytes()),
        ),
        file("again.csv", Ok(format!("1,{}\n", codes[0]).into_bytes())),
        file("huge.html", Err(ReadError::TooLarge)),
    ];

    let outcome = now(workspace.collect_files(id, files, Watch::new()));

    let added = outcome.added.unwrap();
    assert_eq!(
        (added.new.executive, added.new.team, added.known),
        (6, 2, 1)
    );
    assert_eq!(outcome.unopened, ["huge.html"]);
    assert_eq!((outcome.unread, outcome.missing), (vec![], 0));
}

#[test]
fn a_box_that_lost_ballots_says_so_and_a_whole_one_does_not() {
    let _owner = owner();
    let (collector, _) = with_survey();
    let (workspace, id) = with_survey();
    let text: Vec<String> = ballots(Side::Team, 0..5).iter().map(code::encode).collect();
    now(collector.collect(id.clone(), text.join("\n"), Watch::new()));
    let whole = now(collector.box_file(id.clone())).unwrap();
    let cut = &whole[..whole.len() - 150];

    let some = now(workspace.collect(id.clone(), cut.to_owned(), Watch::new()));
    let rest = now(workspace.collect(id.clone(), whole, Watch::new()));

    assert_eq!((some.added.unwrap().new.team, some.missing), (3, 2));
    assert_eq!((rest.added.unwrap().new.team, rest.missing), (2, 0));
    let receipts = now(workspace.receipts(id));
    assert!(receipts.len() == 5 && receipts.is_sorted(), "{receipts:?}");
}

#[test]
fn a_collector_s_link_brings_the_survey_without_any_secret() {
    let _owner = owner();
    let (organiser, id) = with_survey();
    let link = organiser.collector_link(&id).unwrap();
    let (_, fragment) = link.split_once('#').unwrap();
    let collector = Workspace::new();
    now(collector.open());

    let gathered = now(collector.gather(fragment.to_owned()));

    assert_eq!(gathered, Ok(Some(id.clone())));
    let held = collector.held(&id).unwrap();
    assert!(held.is_gathered());
    assert_eq!(collector.link(&id, Side::Team), None);
    let cut = now(collector.gather(fragment[..20].to_owned()));
    assert_eq!(cut, Err(LinkError::CutShort));
}

fn file(name: &str, content: Result<Vec<u8>, ReadError>) -> Picked {
    Picked {
        name: name.to_owned(),
        content,
    }
}

fn with_survey() -> (Workspace, String) {
    let workspace = Workspace::new();
    let store = workspace.store.get_value();
    let id = now(keep(&store, &example_kept())).unwrap();
    now(workspace.refresh());
    (workspace, id)
}

// Signals live only as long as an owner does.
fn owner() -> Owner {
    let owner = Owner::new();
    owner.set();
    owner
}

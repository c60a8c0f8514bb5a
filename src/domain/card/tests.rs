//! A card says all that it lacks at once; a list of cards loses none.

use super::*;

#[test]
fn a_blank_card_says_all_that_it_lacks_at_once() {
    let holes = Card::blank("3.1").holes();
    let fields: Vec<Field> = holes.iter().map(|hole| hole.field).collect();
    assert_eq!(fields, Field::ALL);
    assert!(holes.iter().all(|hole| hole.what == What::Missing));
}

#[test]
fn a_card_without_holes_can_be_agreed_and_only_such_a_one() {
    assert_eq!(whole().holes(), []);
    assert_eq!(whole().state(), State::Idea);
    assert_eq!(whole().kept_as(1, true).state(), State::Agreed);
    for field in Field::ALL {
        let open = whole().with(field, " \u{200b} ").kept_as(1, true);
        let what = What::Missing;
        assert_eq!(open.holes(), [Hole { field, what }]);
        assert_eq!(open.state(), State::Idea, "{field:?}");
    }
}

#[test]
fn what_cannot_be_is_named_beside_its_field() {
    let end = Day::parse("2026-12-29").unwrap();
    for (field, text, what) in [
        (Field::Start, "2026-02-30", What::NotADay),
        (Field::LookAgain, "soon", What::NotADay),
        (Field::LookAgain, "2026-11-30", What::BeforeStart),
        (Field::LookAgain, "2026-12-28", What::BeforeEnd(end)),
        (Field::TimeBox, "four", What::NotANumber),
        (Field::TimeBox, "00", What::NotANumber),
        (Field::TimeBox, "-4", What::NotANumber),
        (Field::TimeBox, "13", What::TooMuchTime),
        (Field::TimeBox, "99999999999999", What::TooMuchTime),
        (Field::Said, &"x".repeat(601), What::TooLong(601)),
    ] {
        let card = whole().with(field, text);
        assert_eq!(card.holes(), [Hole { field, what }], "{field:?} {text}");
    }
    let quarter = whole().with(Field::TimeBox, "90").with_unit(Unit::Days);
    let quarter = quarter.with(Field::LookAgain, "2027-03-01");
    assert_eq!(quarter.holes(), []);
    let longest = "ش".repeat(LONGEST);
    assert_eq!(whole().with(Field::Said, &longest).holes(), []);
}

#[test]
fn a_number_is_never_given_twice() {
    let mut cards = Cards::none("Claims");
    for item in ["1.1", "3.1"] {
        cards.apply(&Edit::add(Card::blank(item))).unwrap();
    }
    cards.apply(&Edit::Remove(2)).unwrap();
    cards.apply(&Edit::add(Card::blank("4.1"))).unwrap();
    let numbers: Vec<u32> = cards.all().iter().map(Card::number).collect();
    assert_eq!(numbers, [1, 3]);
    let gone = cards.apply(&Edit::Say(2, Field::Title, "x".to_owned()));
    assert_eq!(gone, Err(NotTaken::Gone));
}

#[test]
fn long_texts_are_kept_and_endless_ones_are_not() {
    let mut cards = Cards::none("Claims");
    cards.apply(&Edit::add(whole())).unwrap();
    let say = |length| Edit::Say(1, Field::Problem, "x".repeat(length));
    assert_eq!(cards.apply(&say(10_000)), Ok(()));
    let before = cards.clone();
    let hole = before.all()[0].holes()[0];
    assert_eq!(
        (hole.field, hole.what),
        (Field::Problem, What::TooLong(10_000))
    );
    assert_eq!(cards.apply(&say(MOST_KEPT + 1)), Err(NotTaken::TooLong));
    assert_eq!(cards, before);
    for _ in 1..MOST_CARDS {
        cards.apply(&Edit::add(Card::blank("1.1"))).unwrap();
    }
    let more = cards.apply(&Edit::add(Card::blank("1.1")));
    assert_eq!(more, Err(NotTaken::TooMany));
}

#[test]
fn joining_loses_no_card_and_is_the_same_when_it_is_done_again() {
    let mut here = Cards::none("Claims");
    here.apply(&Edit::add(whole())).unwrap();
    here.apply(&Edit::add(Card::blank("1.1"))).unwrap();
    let mut there = here.clone();
    there.apply(&Edit::add(Card::blank("4.2"))).unwrap();
    there
        .apply(&Edit::Say(1, Field::Title, "Otherwise".to_owned()))
        .unwrap();
    here.apply(&Edit::add(Card::blank("5.1"))).unwrap();

    assert_eq!(here.join(&there), 2);

    let said: Vec<(u32, &str, &str)> = here
        .all()
        .iter()
        .map(|card| (card.number(), card.item(), card.text(Field::Title)))
        .collect();
    let expected = [
        (1, "3.1", "Twenty minutes a week"),
        (2, "1.1", ""),
        (3, "5.1", ""),
        (4, "3.1", "Otherwise"),
        (5, "4.2", ""),
    ];
    assert_eq!(said, expected);
    assert_eq!(here.join(&there), 0, "all of them are here");
    let restored = Cards::restore("Claims".to_owned(), here.last(), here.all().to_vec());
    assert_eq!(restored, Some(here));
}

#[test]
fn cards_that_nobody_can_have_kept_are_not_restored() {
    let card = |number| whole().kept_as(number, false);
    let restore = |last, cards| Cards::restore("Claims".to_owned(), last, cards);
    assert!(restore(2, vec![card(1), card(2)]).is_some());
    assert_eq!(restore(1, vec![card(1), card(2)]), None);
    assert_eq!(restore(9, vec![card(2), card(2)]), None);
    assert_eq!(restore(9, vec![card(0)]), None);
    assert_eq!(restore(9, vec![Card::blank("").kept_as(1, false)]), None);
    assert_eq!(Cards::restore("a  b".to_owned(), 1, vec![card(1)]), None);
}

/// A card without holes: four weeks from 1 December.
fn whole() -> Card {
    let texts = [
        "Twenty minutes a week",
        "Tips stay with the person who found them.",
        "A fixed moment makes them travel.",
        "Twenty minutes each Thursday.",
        "Share of the team that shared a tip",
        "19 of 100",
        "The claims intake group",
        "“Not on Mondays”, and they will try it.",
        "2026-12-01",
        "4",
        "Nobody came twice in a row.",
        "2026-12-29",
    ];
    let fields = Field::ALL.into_iter().zip(texts);
    fields.fold(Card::blank("3.1"), |card, (field, text)| {
        card.with(field, text)
    })
}

//! The experiment cards of the same results, version 1: on the shelf of tallies under the results' id, `/` and `cards`. It
//! ends with a checksum over all before it, so that a text which changed where it lies is never taken for another.

use serde::{Deserialize, Serialize};

use super::{RecordError, VERSION, decode_version, encode_version};
use crate::{
    codec::checksum,
    domain::card::{Card, Cards, Field, Unit},
};

#[derive(Serialize, Deserialize)]
struct CardsV1 {
    team: String,
    last: u32,
    cards: Vec<CardV1>,
}

#[derive(Serialize, Deserialize)]
struct CardV1 {
    number: u32,
    item: String,
    title: String,
    problem: String,
    belief: String,
    steps: String,
    measure: String,
    today: String,
    who: String,
    said: String,
    start: String,
    time_box: String,
    /// Whether the time box is counted in weeks.
    in_weeks: bool,
    stop: String,
    look_again: String,
    is_agreed: bool,
}

/// The record of these cards.
#[must_use]
pub fn encode_cards(cards: &Cards) -> Vec<u8> {
    let record = CardsV1 {
        team: cards.team().to_owned(),
        last: cards.last(),
        cards: cards.all().iter().map(CardV1::from_domain).collect(),
    };
    let mut bytes = encode_version(VERSION, &record);
    bytes.extend(checksum::of(&bytes));
    bytes
}

/// Reads the record of cards.
///
/// # Errors
///
/// Says why it cannot be read.
pub fn decode_cards(bytes: &[u8]) -> Result<Cards, RecordError> {
    if let Some(version) = bytes.first().filter(|version| **version > VERSION) {
        return Err(RecordError::Newer(*version));
    }
    let whole = bytes.split_last_chunk::<{ checksum::LENGTH }>();
    let whole = whole.filter(|(record, sum)| checksum::of(record) == **sum);
    let (record, _) = whole.ok_or(RecordError::Damaged)?;
    let CardsV1 { team, last, cards } = decode_version(VERSION, record)?;
    let cards = cards.into_iter().map(CardV1::into_domain).collect();
    let cards = Cards::restore(team, last, cards);
    // A text that is not as it is kept would be read as another one.
    let as_kept = cards.filter(|cards| encode_cards(cards) == bytes);
    as_kept.ok_or(RecordError::Damaged)
}

impl CardV1 {
    fn from_domain(card: &Card) -> Self {
        let text = |field| card.text(field).to_owned();
        Self {
            number: card.number(),
            item: card.item().to_owned(),
            title: text(Field::Title),
            problem: text(Field::Problem),
            belief: text(Field::Belief),
            steps: text(Field::Steps),
            measure: text(Field::Measure),
            today: text(Field::Today),
            who: text(Field::Who),
            said: text(Field::Said),
            start: text(Field::Start),
            time_box: text(Field::TimeBox),
            in_weeks: card.unit() == Unit::Weeks,
            stop: text(Field::Stop),
            look_again: text(Field::LookAgain),
            is_agreed: card.is_said_agreed(),
        }
    }

    fn into_domain(self) -> Card {
        let unit = if self.in_weeks {
            Unit::Weeks
        } else {
            Unit::Days
        };
        Card::blank(&self.item)
            .kept_as(self.number, self.is_agreed)
            .with_unit(unit)
            .with(Field::Title, &self.title)
            .with(Field::Problem, &self.problem)
            .with(Field::Belief, &self.belief)
            .with(Field::Steps, &self.steps)
            .with(Field::Measure, &self.measure)
            .with(Field::Today, &self.today)
            .with(Field::Who, &self.who)
            .with(Field::Said, &self.said)
            .with(Field::Start, &self.start)
            .with(Field::TimeBox, &self.time_box)
            .with(Field::Stop, &self.stop)
            .with(Field::LookAgain, &self.look_again)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use data_encoding::HEXLOWER;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::card::Edit;

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(decode_cards(&encode_cards(&cards())), Ok(cards()));
        let none = Cards::none("");
        assert_eq!(decode_cards(&encode_cards(&none)), Ok(none));
    }

    /// As version 1 wrote it; never made anew by `encode_cards`.
    #[test]
    fn version_1_is_still_read() {
        let text = include_str!("../../../tests/fixtures/cards_v1.hex");
        let bytes = HEXLOWER.decode(text.trim().as_bytes()).unwrap();
        assert_eq!(decode_cards(&bytes), Ok(cards()));
    }

    #[test]
    fn a_later_version_and_what_no_version_writes_are_refused() {
        let mut later = encode_cards(&cards());
        later[0] = 2;
        assert_eq!(decode_cards(&later), Err(RecordError::Newer(2)));
        let whole = encode_cards(&cards());
        for end in 0..whole.len() {
            assert_eq!(decode_cards(&whole[..end]), Err(RecordError::Damaged));
        }
        let longer = [whole, vec![0]].concat();
        assert_eq!(decode_cards(&longer), Err(RecordError::Damaged));
    }

    proptest! {
        #[test]
        fn any_record_is_read_without_harm(bytes: Vec<u8>) {
            let bytes = [vec![VERSION], bytes].concat();
            let _ = decode_cards(&bytes);
            let bytes = [bytes.clone(), checksum::of(&bytes).to_vec()].concat();
            if let Ok(cards) = decode_cards(&bytes) {
                prop_assert_eq!(encode_cards(&cards), bytes);
            }
        }
    }

    #[test]
    fn a_record_that_was_changed_anywhere_is_not_taken_for_another() {
        let whole = encode_cards(&cards());
        for place in 0..whole.len() {
            for flip in [1, 32, 255] {
                let mut changed = whole.clone();
                changed[place] ^= flip;
                assert!(decode_cards(&changed).is_err(), "{flip} at {place}");
            }
        }
    }

    fn cards() -> Cards {
        let mut cards = Cards::none("Claims platform team");
        let texts = [
            "عشرون دقيقة في الأسبوع",
            "<b>Tips</b> stay.",
            "ทุกคน",
            "毎週二十分",
            "Share of the team 👩‍👧",
            "19 of 100",
            "קבוצת הקליטה",
            "“Yes”",
            "2026-12-01",
            "4",
            "Nobody came.",
            "2026-12-29",
        ];
        let card = Field::ALL.into_iter().zip(texts);
        let card = card.fold(Card::blank("3.1"), |card, (field, text)| {
            card.with(field, text)
        });
        for edit in [
            Edit::add(Card::blank("1.1").with_unit(Unit::Days)),
            Edit::add(Card::blank("2.1")),
            Edit::Remove(2),
            Edit::add(card),
            Edit::Agree(3, true),
        ] {
            cards.apply(&edit).unwrap();
        }
        cards
    }
}

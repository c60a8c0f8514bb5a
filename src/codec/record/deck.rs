//! What was changed about the slides of the same results: on the shelf of tallies under the results' id, `/` and `deck`.
//!
//! Version 3 is version 1 with a checksum, like the other records of that version; there is no version 2.

use serde::{Deserialize, Serialize};

use super::{RecordError, VERSION, decode, encode, summed};
use crate::domain::deck::{Edits, Key, Own};

#[derive(Serialize, Deserialize)]
struct DeckV1 {
    /// Keys in the order that was chosen.
    order: Vec<String>,
    /// Slides that differ, in the order of their keys.
    own: Vec<OwnV1>,
}

#[derive(Serialize, Deserialize)]
struct OwnV1 {
    key: String,
    is_dropped: bool,
    title: Option<String>,
    notes: Option<String>,
}

/// The record of what was changed.
#[must_use]
pub fn encode_deck(edits: &Edits) -> Vec<u8> {
    summed::encode(&record(edits))
}

fn record(edits: &Edits) -> DeckV1 {
    let order = edits.order().iter().map(|key| key.text().to_owned());
    let own = edits.own().map(|(key, own)| OwnV1 {
        key: key.text().to_owned(),
        is_dropped: own.is_dropped,
        title: own.title.clone(),
        notes: own.notes.clone(),
    });
    DeckV1 {
        order: order.collect(),
        own: own.collect(),
    }
}

/// Reads the record of what was changed.
///
/// # Errors
///
/// Says why it cannot be read.
pub fn decode_deck(bytes: &[u8]) -> Result<Edits, RecordError> {
    let is_summed = bytes.first() != Some(&VERSION);
    let read: DeckV1 = if is_summed {
        summed::decode(bytes)?
    } else {
        decode(bytes)?
    };
    let DeckV1 { order, own } = read;
    let order: Option<Vec<Key>> = order.iter().map(|key| Key::new(key)).collect();
    let own = own.into_iter().map(|own| {
        let differs = Own {
            is_dropped: own.is_dropped,
            title: own.title,
            notes: own.notes,
        };
        Some((Key::new(&own.key)?, differs))
    });
    let own: Option<Vec<(Key, Own)>> = own.collect();
    let (order, own) = order.zip(own).ok_or(RecordError::Damaged)?;
    // A text that is not as it is kept would be read as another one.
    let edits = Edits::new(order, own);
    let as_kept = if is_summed {
        encode_deck(&edits)
    } else {
        encode(&record(&edits))
    };
    if as_kept == bytes {
        Ok(edits)
    } else {
        Err(RecordError::Damaged)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use data_encoding::HEXLOWER;
    use proptest::prelude::*;

    use super::*;
    use crate::codec::checksum;

    #[test]
    fn what_is_written_is_read_back() {
        for edits in [Edits::default(), edits()] {
            assert_eq!(decode_deck(&encode_deck(&edits)), Ok(edits));
        }
    }

    /// As these versions wrote it; never made anew by `encode_deck`.
    #[test]
    fn released_versions_are_still_read() {
        for text in [
            include_str!("../../../tests/fixtures/deck_v1.hex"),
            include_str!("../../../tests/fixtures/deck_v3.hex"),
        ] {
            let bytes = HEXLOWER.decode(text.trim().as_bytes()).unwrap();
            assert_eq!(decode_deck(&bytes), Ok(edits()));
        }
    }

    #[test]
    fn a_changed_byte_is_never_taken_for_another_title() {
        let bytes = encode_deck(&edits());
        for place in 1..bytes.len() {
            let mut changed = bytes.clone();
            changed[place] ^= 1;
            assert_eq!(decode_deck(&changed), Err(RecordError::Damaged), "{place}");
        }
    }

    #[test]
    fn a_later_version_is_not_read_and_what_is_not_as_kept_is_damaged() {
        let mut bytes = encode_deck(&edits());
        bytes[0] = 4;
        assert_eq!(decode_deck(&bytes), Err(RecordError::Newer(4)));
        let twice = DeckV1 {
            order: vec!["title".to_owned(), "title".to_owned()],
            own: Vec::new(),
        };
        let untidy = DeckV1 {
            order: Vec::new(),
            own: vec![OwnV1 {
                key: "title".to_owned(),
                is_dropped: false,
                title: Some("two\nlines".to_owned()),
                notes: None,
            }],
        };
        for record in [twice, untidy] {
            for bytes in [summed::encode(&record), encode(&record)] {
                assert_eq!(decode_deck(&bytes), Err(RecordError::Damaged));
            }
        }
    }

    proptest! {
        #[test]
        fn any_record_is_read_without_harm(bytes: Vec<u8>) {
            for version in [VERSION, summed::SUMMED] {
                let mut bytes = bytes.clone();
                bytes.insert(0, version);
                let _ = decode_deck(&bytes);
                bytes.extend(checksum::of(&bytes));
                let _ = decode_deck(&bytes);
            }
        }
    }

    fn edits() -> Edits {
        let key = |text| Key::new(text).unwrap();
        let order = ["title", "overview", "who", "gap-2.3"].map(key).to_vec();
        let dropped = Own {
            is_dropped: true,
            ..Own::default()
        };
        let own = Own {
            is_dropped: false,
            title: Some("What we saw – 見た".to_owned()),
            notes: Some("Breathe.\nThen ask.".to_owned()),
        };
        Edits::new(order, [(key("who"), dropped), (key("gap-2.3"), own)])
    }
}

//! The words of receipts.
//!
//! The list is Plumbline's own, under its licence: 512 English words for things, of four to eight letters, none of them
//! rude; each begins with four letters that no other begins with, and no two are one letter apart, so that a word read
//! aloud or noted in haste is still known. Their order is a part of what a receipt means, so it never changes.

use crate::domain::receipt::Receipt;

const LIST: &str = include_str!("words.txt");

/// The receipt in words, such as "amber kettle north".
#[must_use]
pub fn words(receipt: Receipt) -> String {
    let word = |place: u16| LIST.split_ascii_whitespace().nth(usize::from(place));
    let words = receipt
        .places()
        .map(|place| word(place).unwrap_or_default());
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::receipt::WORDS;

    #[test]
    fn there_are_512_words_that_cannot_be_confused() {
        let list: Vec<&str> = LIST.split_ascii_whitespace().collect();
        assert_eq!(list.len(), usize::from(WORDS));
        assert!(list.is_sorted());
        let starts: BTreeSet<&str> = list.iter().map(|word| &word[..4]).collect();
        assert_eq!(starts.len(), list.len());
        for (place, one) in list.iter().enumerate() {
            assert!(one.bytes().all(|byte| byte.is_ascii_lowercase()), "{one}");
            for other in &list[..place] {
                assert!(!is_one_letter_apart(one, other), "{one} and {other}");
            }
        }
    }

    #[test]
    fn a_receipt_is_three_words() {
        let mut digest = [0; 32];
        assert_eq!(words(Receipt::of_digest(&digest)), "acorn acorn acorn");
        digest[..4].copy_from_slice(&[255, 128, 0, 63]);
        let last = words(Receipt::of_digest(&digest));
        assert_eq!(last.split(' ').count(), 3);
    }

    #[test]
    fn receipts_in_order_are_in_the_order_of_the_alphabet() {
        let digests = (0_u32..2_000).map(|n| {
            let mut digest = [0; 32];
            digest[..4].copy_from_slice(&n.wrapping_mul(0x9e37_79b9).to_be_bytes());
            digest
        });
        let mut receipts: Vec<Receipt> =
            digests.map(|digest| Receipt::of_digest(&digest)).collect();
        receipts.sort_unstable();
        let words: Vec<String> = receipts.into_iter().map(words).collect();
        assert!(words.is_sorted());
    }

    /// Whether one letter was changed, left out or put in.
    fn is_one_letter_apart(one: &str, other: &str) -> bool {
        let (short, long) = if one.len() < other.len() {
            (one, other)
        } else {
            (other, one)
        };
        if long.len() - short.len() > 1 {
            return false;
        }
        let same = short.bytes().zip(long.bytes());
        let start = same.take_while(|(a, b)| a == b).count();
        let rest = if short.len() == long.len() {
            &short[(start + 1).min(short.len())..]
        } else {
            &short[start..]
        };
        &long[start + 1..] == rest
    }
}

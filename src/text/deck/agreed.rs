//! An agreed experiment card as a slide.

use super::Experiment;
use crate::{
    domain::card::{Card, Field},
    text::card,
};

/// What stands on the slide; the notes have all of it.
const SHOWN: [Field; 6] = [
    Field::Measure,
    Field::Today,
    Field::Who,
    Field::TimeBox,
    Field::Stop,
    Field::LookAgain,
];
/// The longest title of a slide, in characters.
const TITLE: usize = 140;
/// The longest line of a slide, in letters as wide as Latin ones: six of them have room.
const LINE: usize = 180;
/// Where letters begin that are about twice as wide: signs, emoji, kana, Han and Hangul.
const WIDE: char = '\u{2300}';

/// The slide of `card`: so much of it as fits, and in the notes everything.
#[must_use]
pub fn agreed(card: &Card) -> Experiment {
    let told = card::told(card);
    let shown = SHOWN.map(|field| (card::label(field), card::text(card, field)));
    let shown = shown.into_iter().filter(|(_, text)| !text.is_empty());
    let whole = told.rows.iter().map(|(label, text)| line(label, text));
    Experiment {
        number: card.number(),
        title: cut(&told.title, TITLE, 1),
        lines: shown
            .map(|(label, text)| cut(&line(label, &text), LINE, 2))
            .collect(),
        whole: [told.title.clone()].into_iter().chain(whole).collect(),
    }
}

fn line(label: &str, text: &str) -> String {
    format!("{label}: {text}")
}

/// The beginning of what is longer than `most`, where a wide letter counts as `wide` of others.
fn cut(text: &str, most: usize, wide: usize) -> String {
    let mut width = 0;
    let beyond = text.char_indices().find(|(_, letter)| {
        width += if *letter < WIDE { 1 } else { wide };
        width > most
    });
    match beyond {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slide_has_what_is_measured_by_whom_and_until_when_and_the_notes_have_everything() {
        let long = "ش".repeat(600);
        let card = Card::blank("3.1")
            .with(Field::Title, "One shared place")
            .with(Field::Problem, "Tips stay.")
            .with(Field::Measure, &long)
            .with(Field::TimeBox, "3")
            .with(Field::LookAgain, "2026-12-29");

        let Experiment {
            number: _,
            title,
            lines,
            whole,
        } = agreed(&card);

        assert_eq!(title, "One shared place");
        let [measure, time_box, look_again] = lines.as_slice() else {
            panic!("{lines:?}");
        };
        assert!(measure.ends_with("شش…") && measure.chars().count() == LINE + 1);
        assert_eq!(time_box, "Time box: 3 weeks");
        assert_eq!(look_again, "Look again on: 29 December 2026");
        assert_eq!(whole[..2], ["One shared place", "Problem: Tips stay."]);
        assert!(whole.iter().any(|line| line.ends_with(&long)));
    }

    #[test]
    fn wide_letters_count_double_in_lines_but_not_in_titles() {
        let card = Card::blank("3.1")
            .with(Field::Title, &"題".repeat(TITLE))
            .with(Field::Who, &"人".repeat(LINE));

        let agreed = agreed(&card);

        assert_eq!(agreed.title, "題".repeat(TITLE));
        let width = |line: &str| -> usize {
            let letters = line.chars();
            letters.map(|letter| 1 + usize::from(letter >= WIDE)).sum()
        };
        let [who] = agreed.lines.as_slice() else {
            panic!("{:?}", agreed.lines);
        };
        assert!(who.ends_with("人…"));
        assert!((LINE..=LINE + 1).contains(&width(who)), "{who}");
    }
}

//! Answering with the keyboard: number and arrow keys choose, Enter goes on.

use leptos::prelude::*;

use super::options;
use crate::{
    domain::{scale::Scale, sheet::Answer, side::Side},
    state::page::{self, Handled, Key},
    text::scale::is_numbers,
    ui::screen::Screen,
};

/// Hears keys as long as the present component lives.
pub(super) fn listen(
    scale: Scale,
    side: Side,
    given: Memo<Option<Answer>>,
    on_answer: Callback<Answer>,
    next: Screen,
) {
    let choices = choices(scale, side);
    page::on_key(move |key: Key| {
        if key.with_modifier || key.in_text_field {
            return Handled::No;
        }
        if key.name == "Enter" && !key.on_button_or_link {
            next.go();
            return Handled::Yes;
        }
        match meant(&key.name, scale, side, &choices, given.get_untracked()) {
            Some(answer) => {
                on_answer.run(answer);
                page::focus(&options::id_of(answer));
                Handled::Yes
            }
            None => Handled::No,
        }
    });
}

fn choices(scale: Scale, side: Side) -> Vec<Answer> {
    let picks = scale.picks(side).map(Answer::Picked);
    picks.chain([Answer::Unsure]).collect()
}

/// The answer that a key means.
fn meant(
    key: &str,
    scale: Scale,
    side: Side,
    choices: &[Answer],
    given: Option<Answer>,
) -> Option<Answer> {
    let at = given.and_then(|given| choices.iter().position(|choice| *choice == given));
    let last = choices.len().checked_sub(1)?;
    let place = match key {
        "ArrowDown" | "ArrowRight" => at.map_or(0, |at| if at == last { 0 } else { at + 1 }),
        "ArrowUp" | "ArrowLeft" => at.map_or(last, |at| at.checked_sub(1).unwrap_or(last)),
        _ => numbered(key, is_numbers(scale, side))?,
    };
    choices.get(place).copied()
}

/// Where numbers are the options a digit means itself; in a list the first option is 1.
fn numbered(key: &str, is_numbers: bool) -> Option<usize> {
    let digit: usize = key.parse().ok().filter(|digit| *digit <= 9)?;
    if is_numbers {
        Some(digit)
    } else {
        digit.checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(key: &str, scale: Scale, given: Option<usize>) -> Option<usize> {
        let choices = choices(scale, Side::Executive);
        let given = given.map(|place| choices[place]);
        let meant = meant(key, scale, Side::Executive, &choices, given)?;
        choices.iter().position(|choice| *choice == meant)
    }

    #[test]
    fn a_digit_is_itself_or_the_place_in_the_list() {
        assert_eq!(place("7", Scale::PeopleInTen, None), Some(7));
        assert_eq!(place("0", Scale::Days, None), Some(0));
        assert_eq!(place("1", Scale::YesNo, None), Some(0));
        assert_eq!(place("3", Scale::YesNo, None), Some(2));
        assert_eq!(place("4", Scale::YesNo, None), None);
        assert_eq!(place("a", Scale::YesNo, None), None);
    }

    #[test]
    fn arrows_go_round() {
        assert_eq!(place("ArrowDown", Scale::YesNo, None), Some(0));
        assert_eq!(place("ArrowDown", Scale::YesNo, Some(2)), Some(0));
        assert_eq!(place("ArrowUp", Scale::YesNo, Some(0)), Some(2));
    }
}

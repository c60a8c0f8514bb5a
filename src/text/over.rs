//! The end of a survey.

use super::common::count;

/// The section's title.
pub const TITLE: &str = "End the survey";
/// Why.
pub const LEAD: &str = "The key that opens ballots stays on this device so that late ones can still be counted. Once you expect no more, end the survey: the key is erased, and nobody can open another ballot, whoever asks.";
/// A button that asks first.
pub const END: &str = "The survey is over…";
/// The question.
pub const SURE: &str = "End the survey now?";
/// The button that does it.
pub const END_YES: &str = "Erase the key for good";
/// While it does.
pub const ENDING: &str = "Erasing…";
/// The button that does not.
pub const END_NO: &str = "Wait for more";

/// What ending does, with so many sealed ballots in the box.
#[must_use]
pub fn what_it_does(sealed: usize) -> Vec<String> {
    let mut words = vec![
        "The results stay as they are. The key is gone from this device and cannot be brought back. A backup that you saved before still holds it: erase that too.".to_owned(),
    ];
    if sealed > 0 {
        words.push(format!(
            "{} in the box not counted, and never will be.",
            count(sealed, "ballot is", "ballots are")
        ));
    }
    words
}

/// The survey is over, with so many ballots that were not counted.
#[must_use]
pub fn is_over(sealed: usize) -> String {
    let over = "This survey is over. Its key is erased: nobody can open another ballot, and codes that still arrive are not taken.";
    match sealed {
        0 => over.to_owned(),
        n => format!(
            "{over} {} sealed for good.",
            count(n, "ballot stays", "ballots stay")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_counted_is_named() {
        assert!(is_over(1).ends_with("1 ballot stays sealed for good."));
        assert!(!is_over(0).contains("sealed for good"));
        assert_eq!(what_it_does(0).len(), 1);
        assert!(what_it_does(2)[1].starts_with("2 ballots are in the box not counted"));
    }
}

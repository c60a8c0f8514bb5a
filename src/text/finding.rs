//! What a gap says, in sentences.
//!
//! Rules for every sentence (method, sections 1.3 and 2.5): two views side by side, no blame, no cause, no measure of
//! chance; a direction only where the gap points one way.

use super::{common::count, dimension, results, views};
use crate::domain::{
    evidence::Evidence,
    finding::{Finding, Headline},
    gap::Gap,
    results::{DimensionResult, Group, ItemResult, Results, Shown},
    side::{BySide, Side},
    statistics::Range,
};

/// What stands in a table for a gap without a range.
pub const NO_RANGE: &str = "–";
/// Of a dimension that is not shown, though others of its questions may be.
const HIDDEN_DIMENSION: &str =
    "Hidden to protect people: the average would give away a question that is hidden.";
/// What is said first where no gap may be seen.
pub const NOTHING_SHOWN: &str = "Too few answers to compare leaders and team";
/// Wherever gaps are called clear (method, section 2.4).
pub const FLUKES: &str = "Among gaps marked clear, at most about 1 in 10 should be a fluke.";
/// The word for how sure a gap is.
#[must_use]
pub const fn word(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Clear => "clear",
        Evidence::Possible => "possible",
        Evidence::Close => "close",
        Evidence::CannotTell => "cannot tell",
        Evidence::Hidden => results::HIDDEN,
    }
}

/// The same for a gap that may be hidden.
#[must_use]
pub fn word_of(gap: Option<Gap>) -> &'static str {
    word(gap.map_or(Evidence::Hidden, |gap| gap.evidence))
}

/// What the words beside gaps of these kinds mean, each once and the surest first, and how many clear ones could be
/// flukes; “cannot tell” speaks for itself.
#[must_use]
pub fn meanings(said: &[Evidence]) -> String {
    let words = [
        (
            Evidence::Clear,
            "“Clear”: unlikely to be only who happened to answer.",
        ),
        (Evidence::Clear, FLUKES),
        (
            Evidence::Possible,
            "“Possible”: a few different answers could undo it.",
        ),
        (Evidence::Close, "“Close”: probably under 15 points."),
    ];
    let said = words.into_iter().filter(|(word, _)| said.contains(word));
    let meanings: Vec<&str> = said.map(|(_, meaning)| meaning).collect();
    meanings.join(" ")
}

/// A range of a gap, such as "−12 to +65".
#[must_use]
pub fn range(range: Range) -> String {
    format!(
        "{} to {}",
        results::gap(range.low),
        results::gap(range.high)
    )
}

/// The 95 % range of a gap that may be hidden.
#[must_use]
pub fn range_of(gap: Option<Gap>) -> String {
    gap.map_or_else(|| NO_RANGE.to_owned(), |gap| range(gap.ranges.at_95))
}

/// What an item says, in one sentence or two.
#[must_use]
pub fn item(result: &ItemResult, minimum: BySide<u32>) -> String {
    let finding = Finding::of(result.shown, result.gap);
    told(finding, minimum, |_, groups| {
        views::item(result.item.scale, groups)
    })
}

/// What a dimension says, in one sentence or two.
#[must_use]
pub fn dimension(result: &DimensionResult, minimum: BySide<u32>) -> String {
    let finding = Finding::of(result.shown, result.gap);
    if matches!(finding, Finding::Hidden) {
        return HIDDEN_DIMENSION.to_owned();
    }
    told(finding, minimum, |higher, groups| {
        format!(
            "{} {}",
            dimension::says(&result.dimension.name, higher),
            views::points(groups)
        )
    })
}

/// What the whole survey says first.
#[must_use]
pub fn headline(results: &Results) -> String {
    match Headline::of(results) {
        Headline::Apart {
            is_clear,
            place,
            higher,
            ..
        } => results
            .dimensions
            .get(place)
            .map_or_else(String::new, |widest| widest_gap(widest, is_clear, higher)),
        Headline::Close { shown, all } if shown == all => {
            "Leaders and team see all this alike".to_owned()
        }
        Headline::Close { .. } => {
            "As far as can be shown, leaders and team see all this alike".to_owned()
        }
        Headline::CannotTell { close: 0 } => {
            "Too few answers to tell how far apart leaders and team are".to_owned()
        }
        Headline::CannotTell { close } => format!(
            "Leaders and team see {} alike; too few answers to tell for the rest",
            count(close, "dimension", "dimensions")
        ),
        Headline::Hidden => NOTHING_SHOWN.to_owned(),
    }
}

/// Which of these items a picture speaks of first: the widest gap that points one way, clear before possible.
#[must_use]
pub fn widest(items: &[&ItemResult]) -> Option<usize> {
    let widest = |evidence| {
        let gaps = items.iter().enumerate();
        let gaps = gaps.filter_map(|(place, item)| Some((place, item.gap?)));
        gaps.filter(|(_, gap)| gap.evidence == evidence)
            .rev()
            .max_by(|one, other| one.1.points.abs().total_cmp(&other.1.points.abs()))
    };
    let apart = widest(Evidence::Clear).or_else(|| widest(Evidence::Possible));
    apart.map(|(place, _)| place)
}

/// What a picture of these items says first.
#[must_use]
pub fn items_headline(items: &[&ItemResult]) -> String {
    let first = widest(items).and_then(|place| items.get(place));
    if let Some((item, gap)) = first.and_then(|item| Some((item, item.gap?))) {
        return item_headline(item, gap);
    }
    let gaps = || items.iter().filter_map(|item| item.gap);
    let is = |evidence| gaps().any(|gap| gap.evidence == evidence);
    let is_all_shown = gaps().count() == items.len();
    match (is(Evidence::Close), is(Evidence::CannotTell)) {
        (true, false) if !is_all_shown => "As far as can be shown, leaders and team see this alike",
        (true, false) => "Leaders and team see this alike",
        (true, true) => {
            "Leaders and team see some of this alike; too few answers to tell for the rest"
        }
        (false, true) => "Too few answers to tell how far apart leaders and team are",
        (false, false) => NOTHING_SHOWN,
    }
    .to_owned()
}

/// What the word means that [`items_headline`] begins with; nothing where it has none.
#[must_use]
pub fn meaning(items: &[&ItemResult]) -> String {
    let first = widest(items).and_then(|place| items.get(place)?.gap);
    first.map_or_else(String::new, |gap| meanings(&[gap.evidence]))
}

/// An item with both its views; only for a gap that points one way.
fn item_headline(item: &ItemResult, gap: Gap) -> String {
    let (Shown::Group(executive), Shown::Group(team)) = (item.shown.executive, item.shown.team)
    else {
        return item.item.label.to_string();
    };
    let views = views::short(item.item.scale, BySide { executive, team });
    let is_clear = gap.evidence == Evidence::Clear;
    titled(is_clear, &format!("{}: {views}", item.item.label))
}

/// What a gap that points one way says in a title, after how sure it is: a picture travels alone, and that of the answers
/// to one question has no other place for the word (method, section 4.2).
fn titled(is_clear: bool, said: &str) -> String {
    let strength = if is_clear { "Clear" } else { "Possible" };
    format!("{strength} gap: {}", in_sentence(said))
}

/// Words in the middle of a sentence; "AI" stays.
pub fn in_sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().unwrap_or_default();
    if letters.as_str().starts_with(char::is_uppercase) || first == '\0' {
        words.to_owned()
    } else {
        first.to_lowercase().to_string() + letters.as_str()
    }
}

/// How many other dimensions are like the headline's; nothing if it has no direction or stands alone.
#[must_use]
pub fn others(results: &Results) -> Option<String> {
    match Headline::of(results) {
        Headline::Apart {
            is_clear, others, ..
        } if others > 0 => {
            let kind = if is_clear { "clear" } else { "possible" };
            Some(format!(
                "{} a {kind} gap too.",
                count(others, "other dimension shows", "other dimensions show")
            ))
        }
        Headline::Apart { .. }
        | Headline::Close { .. }
        | Headline::CannotTell { .. }
        | Headline::Hidden => None,
    }
}

/// What a finding says; `views` tells the two views of a gap that points one way.
fn told(
    finding: Finding,
    minimum: BySide<u32>,
    views: impl Fn(Side, BySide<Group>) -> String,
) -> String {
    match finding {
        Finding::Apart {
            is_clear: true,
            higher,
            groups,
        } => format!(
            "{} Clear gap: unlikely to be only who happened to answer.",
            views(higher, groups)
        ),
        Finding::Apart { higher, groups, .. } => format!(
            "{} Possible gap: points one way, but a few different answers could undo it.",
            views(higher, groups)
        ),
        Finding::Close => {
            "Leaders and team see this alike. Close: any difference is probably under 15 points."
                .to_owned()
        }
        Finding::CannotTell(anywhere) => {
            format!(
                "Too few answers to tell: the gap could be anywhere from {}.",
                range(anywhere)
            )
        }
        Finding::Hidden => hidden(minimum),
    }
}

fn hidden(minimum: BySide<u32>) -> String {
    if minimum.executive == minimum.team {
        format!(
            "Hidden to protect people: fewer than {} answers.",
            minimum.team
        )
    } else {
        format!(
            "Hidden to protect people: fewer than {} executive or {} team answers.",
            minimum.executive, minimum.team
        )
    }
}

fn widest_gap(widest: &DimensionResult, is_clear: bool, higher: Side) -> String {
    let says = dimension::says(&widest.dimension.name, higher);
    titled(is_clear, says.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{example, release::Released};

    #[test]
    fn of_equally_wide_gaps_the_first_is_spoken_of() {
        let survey = example::survey();
        let results = Results::of(&survey, &Released::of(&survey, &example::tally()));
        let items: Vec<_> = results.items().collect();
        let item = items[widest(&items).unwrap()];
        assert_eq!(widest(&[item, item]), Some(0));
    }

    #[test]
    fn every_title_says_how_sure_its_finding_is() {
        let survey = example::survey();
        let mut results = Results::of(&survey, &Released::of(&survey, &example::tally()));
        let begins = [
            (Evidence::Clear, "Clear gap: "),
            (Evidence::Possible, "Possible gap: "),
            (Evidence::Close, "Leaders and team see "),
            (Evidence::CannotTell, "Too few answers to tell "),
        ];
        for (evidence, begin) in begins {
            for dimension in &mut results.dimensions {
                let items = dimension.items.iter_mut().map(|item| &mut item.gap);
                for gap in items.chain([&mut dimension.gap]).flatten() {
                    gap.evidence = evidence;
                }
            }
            let mut titles = vec![headline(&results)];
            titles.extend(results.items().map(|item| items_headline(&[item])));
            for title in titles {
                let others = begins.iter().filter(|(other, _)| *other != evidence);
                assert!(title.starts_with(begin), "{title}");
                assert!(others.into_iter().all(|(_, begin)| !title.contains(begin)));
            }
        }
    }

    #[test]
    fn what_is_seen_alike_is_only_what_can_be_shown() {
        let survey = example::survey();
        let mut results = Results::of(&survey, &Released::of(&survey, &example::tally()));
        let items = &mut results.dimensions[0].items;
        for item in items.iter_mut() {
            item.gap.as_mut().unwrap().evidence = Evidence::Close;
        }
        let headline = |items: &[ItemResult]| items_headline(&items.iter().collect::<Vec<_>>());
        assert_eq!(headline(items), "Leaders and team see this alike");
        items[1].gap = None;
        assert_eq!(
            headline(items),
            "As far as can be shown, leaders and team see this alike"
        );
    }

    #[test]
    fn a_hidden_dimension_says_why_its_average_is_not_told() {
        let survey = example::survey();
        let nobody = Released::of(&survey, &crate::domain::tally::Tally::empty(&survey));
        let results = Results::of(&survey, &nobody);
        let said = dimension(&results.dimensions[0], survey.minimum);
        assert!(
            said.contains("give away a question that is hidden"),
            "{said}"
        );
    }

    #[test]
    fn a_range_says_both_signs() {
        let ends = |low, high| range(Range { low, high });
        assert_eq!(ends(-12.4, 65.0), "−12 to +65");
        assert_eq!(ends(-0.3, 0.2), "0 to 0");
    }
}

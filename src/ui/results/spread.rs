//! How the answers to one item lie on its scale.

use super::{
    drawing::Drawing,
    picture::{Numbers, Part, Subject},
};
use crate::{
    chart::{
        Distribution,
        distribution::{Answers, Bar, ItemBars, Share},
    },
    domain::{
        release::Cell,
        results::{Group, ItemResult, Shown},
        side::{BySide, Side},
        spread::{FEW_ANSWERS, grouped},
        tally::Counts,
    },
    text::{common, finding, results, spread, this_group},
};

/// The picture of one item, under this id on the page.
pub(super) fn part(
    subject: &Subject,
    item: &ItemResult,
    id: String,
    is_of_this_group: bool,
) -> Part {
    let label = item.item.label.to_string();
    let (title, name) = if is_of_this_group {
        let name = this_group::named(&label);
        (this_group::items_headline(&[item]), name)
    } else {
        (finding::items_headline(&[item]), label.clone())
    };
    let answered = spread::description(item);
    let description = format!(
        "{title}. {} {answered}",
        spread::gap(item, is_of_this_group)
    );
    let sides = BySide::from_fn(|side| bar(item, side));
    let has =
        |kind: fn(&Answers) -> bool| Side::ALL.iter().any(|side| kind(&sides.of(*side).answers));
    let [has_shares, has_marks] = [
        has(|answers| matches!(answers, Answers::Shares(_))),
        has(|answers| matches!(answers, Answers::Marks(_))),
    ];
    let scale = if has_shares { spread::SCALE } else { "" };
    let meaning = finding::meaning(&[item]);
    let rules = [
        (spread::SHARES, has_shares),
        (spread::MARKS, has_marks),
        (meaning.as_str(), !is_of_this_group),
    ];
    let rules = rules.into_iter().filter(|(_, is_there)| *is_there);
    let rules: Vec<&str> = rules.map(|(rule, _)| rule).collect();
    let frame = subject.frame([title, description], [scale, &rules.join(" ")], None);
    let numbers = numbers(item, &sides);
    let bars = ItemBars { label, sides };
    let chart = Drawing::Bars(Distribution {
        frame,
        items: vec![bars],
    });
    Part {
        numbers: vec![numbers],
        ..subject.part(id, name, vec![answered], chart, Vec::new())
    }
}

/// The answers as they are drawn: options that both sides chose from in one row, then who did not know.
fn numbers(item: &ItemResult, bars: &BySide<Bar>) -> Numbers {
    let is_alike = bars.executive.options == bars.team.options;
    let asked: &[&[Side]] = if is_alike {
        &[&Side::ALL]
    } else {
        &[&[Side::Executive], &[Side::Team]]
    };
    let rows = asked.iter().filter_map(|sides| {
        let options = &bars.of(*sides.first()?).options;
        Some(options.iter().enumerate().map(move |(place, option)| {
            let cell = |side| {
                let is_asked = sides.contains(&side);
                let n = item.cells.of(side).n().unwrap_or_default();
                is_asked.then(|| drawn(bars.of(side), n, place)).flatten()
            };
            (option.clone(), Side::ALL.map(cell))
        }))
    });
    let mut rows: Vec<_> = rows.flatten().collect();
    rows.retain(|(_, cells)| cells.iter().any(Option::is_some));
    let unsure = |side| {
        let unsure = item.detail.sides.of(side).unsure;
        unsure.map(|n| common::number(n.into()))
    };
    rows.push((spread::UNSURE.to_owned(), Side::ALL.map(unsure)));
    let words = |cell: Option<String>| cell.unwrap_or_else(|| finding::NO_RANGE.to_owned());
    let rows = rows.into_iter();
    let [executives, team] = [&bars.executive, &bars.team].map(head);
    Numbers {
        title: item.item.label.to_string(),
        heads: vec![spread::ANSWER.to_owned(), executives, team],
        rows: rows
            .map(|(option, cells)| (option, cells.map(words).into()))
            .collect(),
    }
}

/// What is drawn of an option, as a figure.
fn drawn(bar: &Bar, n: u32, option: usize) -> Option<String> {
    match &bar.answers {
        Answers::Shares(shares) => Some(share_of(n, shares.get(option)?.percent)),
        Answers::Marks(marks) => Some(common::number((*marks.get(option)?).into())),
        Answers::Words(_) => None,
    }
}

/// A share of `n` people as a figure, or in words where it would tell what each of them said.
fn share_of(n: u32, percent: f64) -> String {
    results::shown(Shown::Group(Group::of_share(n, percent)))
}

/// Whose figures they are, and in what; where there are none, why.
fn head(bar: &Bar) -> String {
    let what = match &bar.answers {
        Answers::Shares(_) => spread::PERCENT,
        Answers::Marks(_) => spread::ANSWERS,
        Answers::Words(words) => words,
    };
    results::of_dimension(&bar.name, what)
}

fn bar(item: &ItemResult, side: Side) -> Bar {
    let cell = item.cells.of(side);
    let options = spread::options(item.item.scale, side);
    let answers = match cell {
        Cell::Counts(counts) => answers(item, side, counts, &options),
        Cell::Hidden | Cell::OneMind { .. } | Cell::Outline(_) => {
            Answers::Words(spread::instead(item, side))
        }
    };
    Bar {
        name: spread::name(item, side),
        options,
        answers,
        apart: spread::unsure(item.detail.sides.of(side).unsure),
    }
}

/// Each answer as a mark where they are few, else shares; of two parts each with its name. Of a few who all gave the very
/// same answer there are no counts, so that marks tell no more than the counts that are published.
fn answers(item: &ItemResult, side: Side, counts: &Counts, options: &[String]) -> Answers {
    let grouped = grouped(item.item.scale, side, counts);
    let all = counts.valid();
    if all < FEW_ANSWERS {
        return Answers::Marks(grouped);
    }
    let share = |(n, option): (&u32, &String)| {
        let percent = f64::from(*n) * 100.0 / f64::from(all);
        let text = if options.len() > 2 {
            share_of(all, percent)
        } else {
            spread::named(option, percent)
        };
        Share { percent, text }
    };
    Answers::Shares(grouped.iter().zip(options).map(share).collect())
}

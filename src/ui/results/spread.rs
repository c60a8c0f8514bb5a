//! How the answers to one item lie on its scale.

use super::{
    drawing::Drawing,
    picture::{Part, Subject},
};
use crate::{
    chart::{
        Distribution,
        distribution::{Answers, Bar, ItemBars, Share},
    },
    domain::{
        release::Cell,
        results::ItemResult,
        side::{BySide, Side},
        spread::{FEW_ANSWERS, grouped},
        tally::Counts,
    },
    text::{finding, results, spread},
};

/// The picture of one item, under this id on the page.
pub(super) fn part(subject: &Subject, item: &ItemResult, id: String) -> Part {
    let label = item.item.label.to_string();
    let title = finding::items_headline(&[item]);
    let description = spread::description(item);
    let sides = BySide::from_fn(|side| bar(item, side));
    let has =
        |kind: fn(&Answers) -> bool| Side::ALL.iter().any(|side| kind(&sides.of(*side).answers));
    let rules = [
        (
            spread::SHARES,
            has(|answers| matches!(answers, Answers::Shares(_))),
        ),
        (
            spread::MARKS,
            has(|answers| matches!(answers, Answers::Marks(_))),
        ),
    ];
    let rules = rules.into_iter().filter(|(_, is_there)| *is_there);
    let rules: Vec<&str> = rules.map(|(rule, _)| rule).collect();
    let frame = subject.frame(title, description.clone(), &rules.join(" "), None);
    let bars = ItemBars {
        label: label.clone(),
        sides,
    };
    let chart = Drawing::Bars(Distribution {
        frame,
        items: vec![bars],
    });
    subject.part(id, label, vec![description], chart, Vec::new())
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
        name: spread::name(side, cell.n()),
        options,
        answers,
        apart: spread::unsure(item.detail.sides.of(side).unsure),
    }
}

/// Each answer as a mark where they are few, else shares; of two parts each with its name.
fn answers(item: &ItemResult, side: Side, counts: &Counts, options: &[String]) -> Answers {
    let grouped = grouped(item.item.scale, side, counts);
    let all = counts.valid();
    if all < FEW_ANSWERS {
        return Answers::Marks(grouped);
    }
    let share = |(n, option): (&u32, &String)| {
        let percent = f64::from(*n) * 100.0 / f64::from(all);
        let text = if options.len() > 2 {
            results::share(percent)
        } else {
            spread::named(option, percent)
        };
        Share { percent, text }
    };
    Answers::Shares(grouped.iter().zip(options).map(share).collect())
}

//! "Hours and weeks": shares that add up, with the middles.

use super::{
    choice::Choice,
    drawing::Drawing,
    line::Line,
    picture::{Numbers, Part, Subject, named},
};
use crate::{
    chart::{
        StepCurves,
        steps::{Curve, Level, MAX_PANELS, Panel},
    },
    domain::{
        results::{Group, ItemResult, Shown, Value},
        scale::Scale,
        side::{BySide, Side},
        spread::steps,
    },
    text::{article, finding, results, spread, this_group},
};

/// The picture, if the survey asks for hours or weeks.
pub(super) fn part(subject: &Subject, choice: Choice) -> Option<Part> {
    let items = subject.results.items();
    let items = items.filter_map(|item| Some((item, panel(item, choice)?)));
    let (items, panels): (Vec<_>, Vec<_>) = items.take(MAX_PANELS).unzip();
    if items.is_empty() {
        return None;
    }
    let rows: Vec<Line> = items
        .iter()
        .map(|item| Line::of_item((subject.place_of(item), item), None, choice))
        .collect();
    let said: Vec<String> = items
        .iter()
        .filter(|_| choice.has_words())
        .map(|item| {
            let finding = finding::item(item, subject.survey.minimum);
            // A gap that points one way is told with what was asked.
            if item.gap.is_some_and(|gap| gap.evidence.has_direction()) {
                finding
            } else {
                results::of_dimension(&item.item.label, &finding)
            }
        })
        .collect();
    let described = panels.iter().zip(&items).map(|(panel, item)| {
        let gap = (choice.only.is_none()).then(|| spread::gap(item, choice.is_of_this_group));
        in_words(panel, gap.as_deref())
    });
    let described = described.collect::<Vec<_>>().join(" ");
    let title = if let Some(only) = choice.only {
        article::only(only).to_owned()
    } else if choice.is_of_this_group {
        this_group::items_headline(&items)
    } else {
        finding::items_headline(&items)
    };
    let has_median = |panel: &Panel| {
        Side::ALL
            .iter()
            .any(|side| panel.sides.of(*side).median.is_some())
    };
    let [scale, rule] = if panels.iter().any(has_median) {
        [spread::SCALE, spread::MEDIANS]
    } else {
        ["", ""]
    };
    let rule = if choice.has_words() {
        format!("{rule} {}", finding::meaning(&items))
    } else {
        rule.to_owned()
    };
    let description = format!("{title}. {described}");
    let frame = subject.frame([title, description], [scale, &rule], choice.only);
    let numbers = panels.iter().map(numbers).collect();
    let chart = Drawing::Curves(StepCurves { frame, panels });
    let name = named(spread::HOURS_AND_WEEKS.to_owned(), choice);
    Some(Part {
        numbers,
        ..subject.part("steps".to_owned(), name, said, chart, rows)
    })
}

/// The shares at each step as they are drawn, under whose they are and the median.
fn numbers(panel: &Panel) -> Numbers {
    let curves = [&panel.sides.executive, &panel.sides.team];
    let curves = || curves.into_iter().filter(|curve| !curve.head.is_empty());
    let mut heads = vec![panel.caption.clone()];
    heads.extend(curves().map(|curve| curve.head.clone()));
    let rows = panel.ticks.iter().enumerate().map(|(step, tick)| {
        let level = |curve: &Curve| {
            let level = curve.shares.get(step);
            level.map_or_else(|| finding::NO_RANGE.to_owned(), in_table)
        };
        (tick.clone(), curves().map(level).collect())
    });
    Numbers {
        title: panel.label.clone(),
        heads,
        rows: rows.collect(),
    }
}

/// A share as the table has it: the words for none or all of a few, which have no room at a line.
fn in_table(level: &Level) -> String {
    if level.text.is_empty() {
        return results::shown(Shown::Group(Group::of_share(0, level.percent)));
    }
    level.text.clone()
}

fn panel(item: &ItemResult, choice: Choice) -> Option<Panel> {
    let (caption, ticks): (_, &[&str]) = match item.item.scale {
        Scale::Hours => (spread::AT_LEAST, &spread::HOURS),
        Scale::Weeks => (spread::WITHIN, &spread::WEEKS),
        Scale::PeopleInTen | Scale::YesNo | Scale::Often | Scale::Days | Scale::Agreement => {
            return None;
        }
    };
    Some(Panel {
        label: item.item.question.team.to_string(),
        caption: caption.to_owned(),
        ticks: ticks.iter().map(|tick| (*tick).to_owned()).collect(),
        levels: spread::LEVELS.map(str::to_owned),
        sides: BySide::from_fn(|side| {
            if choice.shows(side) {
                curve(item, side)
            } else {
                no_curve()
            }
        }),
        nothing: spread::no_line(item, choice.only).to_owned(),
    })
}

fn curve(item: &ItemResult, side: Side) -> Curve {
    let median = item.detail.sides.of(side).median;
    let steps = steps(item.item.scale, item.cells.of(side), median);
    let n = item.cells.of(side).n().unwrap_or_default();
    let level = |percent: &f64| Level {
        percent: *percent,
        text: match Group::of_share(n, *percent).value {
            Value::Points(points) => results::share(points),
            Value::FewOrNone | Value::NearlyAll | Value::About(_) => String::new(),
        },
    };
    Curve {
        head: spread::curve(item, side),
        shares: steps
            .iter()
            .flat_map(|steps| steps.shares.iter().map(level))
            .collect(),
        median: steps.and_then(|steps| steps.median),
    }
}

/// A side that is not to be seen.
fn no_curve() -> Curve {
    Curve {
        head: String::new(),
        shares: Vec::new(),
        median: None,
    }
}

fn in_words(panel: &Panel, gap: Option<&str>) -> String {
    let BySide { executive, team } = &panel.sides;
    let heads = [executive, team].map(|curve| curve.head.as_str());
    let heads: Vec<&str> = heads.into_iter().filter(|head| !head.is_empty()).collect();
    let drawn = format!("{} {}.", panel.label, heads.join(". "));
    match gap {
        Some(gap) => format!("{drawn} {gap}"),
        None => drawn,
    }
}

//! "Of every 10 people": five shares of the whole team.

use super::{
    drawing::Drawing,
    line::Line,
    picture::{Choice, Part, Subject},
};
use crate::{
    chart::Value,
    domain::results::{ItemResult, Shown},
    text::{
        finding,
        of_ten::{AXIS, FOOTER, HEADING, NAME, NOTE, ROWS, people},
        results,
    },
};

/// The picture, if the survey asks all five.
pub(super) fn part(subject: &Subject, choice: Choice) -> Option<Part> {
    let asked = ROWS.map(|(id, label)| Some((subject.results.items().find(is(id))?, label)));
    let asked: Vec<_> = asked.into_iter().collect::<Option<_>>()?;
    let items: Vec<&ItemResult> = asked.iter().map(|(item, _)| *item).collect();
    let first = finding::widest(&items);
    let rows = asked.iter().zip(0..);
    let rows: Vec<Line> = rows
        .map(|((item, label), place)| Line {
            label: (*label).to_owned(),
            is_first: Some(place) == first,
            ..Line::of_item(item, (place == 0).then_some(HEADING), choice)
        })
        .collect();
    let mut chart = subject.dots(&finding::items_headline(&items), &rows);
    chart.subtitle = format!("{} {NOTE}", chart.subtitle);
    chart.footer = format!("{FOOTER} {}", results::rules(&subject.survey));
    chart.ticks = AXIS.map(str::to_owned);
    for (row, line) in chart.rows.iter_mut().zip(&rows) {
        in_people(&mut row.team, line.shown.team);
        in_people(&mut row.executives, line.shown.executive);
    }
    let said = vec![NOTE.to_owned()];
    let chart = Drawing::Dots(Box::new(chart));
    Some(subject.part("of-ten".to_owned(), NAME.to_owned(), said, chart, rows))
}

fn is(id: &str) -> impl Fn(&&ItemResult) -> bool {
    move |result| result.item.id == id
}

fn in_people(value: &mut Value, shown: Shown) {
    if let Value::Shown { text, .. } = value {
        *text = people(shown);
    }
}

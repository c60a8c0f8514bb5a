//! "Of every 10 people": five shares of the whole team.

use super::{
    choice::Choice,
    drawing::Drawing,
    line::{self, Line},
    picture::{Part, Subject, headline_of, named},
};
use crate::{
    chart::Value,
    domain::{
        results::{ItemResult, Shown},
        template::is_shipped,
    },
    text::{
        of_ten::{AXIS, FOOTER, GAP, HEADING, NAME, NOTE, OF_100, ROWS, SCALE, people},
        results, this_group,
    },
};

/// The picture, if the survey asks all five.
pub(crate) fn part(subject: &Subject, choice: Choice) -> Option<Part> {
    let asked = ROWS.map(|(id, label)| Some((subject.results.items().find(is(id))?, label)));
    let asked: Vec<_> = asked.into_iter().collect::<Option<_>>()?;
    let items: Vec<&ItemResult> = asked.iter().map(|(item, _)| *item).collect();
    let (first, headline) = headline_of(&items, choice);
    let rows = asked.iter().zip(0..);
    let rows: Vec<Line> = rows
        .map(|((item, label), place)| Line {
            label: (*label).to_owned(),
            is_first: Some(place) == first,
            unit: OF_100,
            ..Line::of_item(
                (subject.place_of(item), item),
                (place == 0).then_some(HEADING),
                choice,
            )
        })
        .collect();
    let mut chart = subject.dots(&headline, &rows);
    chart.subtitle = format!("{NOTE} {}", subject.under_title(SCALE));
    let has_gaps = chart.rows.iter().any(|row| row.gap.is_some());
    GAP.clone_into(&mut chart.heads.gap);
    chart.footer = if choice.only.is_some() || !(has_gaps || choice.is_of_this_group) {
        results::rules(&subject.survey, &subject.results, choice.only)
    } else if choice.is_of_this_group {
        let has_people = rows.iter().any(Line::has_switches);
        this_group::footer(&subject.survey, &subject.results, has_people)
    } else {
        let gaps = line::evidence(&rows);
        results::footer(FOOTER, &gaps, &subject.survey, &subject.results)
    };
    chart.ticks = AXIS.map(str::to_owned);
    for (row, line) in chart.rows.iter_mut().zip(&rows) {
        in_people(&mut row.team, line.shown.team);
        in_people(&mut row.executives, line.shown.executive);
    }
    let said = vec![NOTE.to_owned()];
    let chart = Drawing::Dots(Box::new(chart));
    let name = named(NAME.to_owned(), choice);
    Some(subject.part("of-ten".to_owned(), name, said, chart, rows))
}

/// The item of this number, as the sentence of its row tells it: a foreign wording may ask something else under it.
fn is(id: &str) -> impl Fn(&&ItemResult) -> bool {
    move |result| result.item.id == id && is_shipped(&result.item)
}

fn in_people(value: &mut Value, shown: Shown) {
    if let Value::Shown { text, .. } = value {
        *text = people(shown);
    }
}

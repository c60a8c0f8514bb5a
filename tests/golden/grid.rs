//! Every picture of the page, of every tally, on every background, as it was: `tests/golden/pictures/`.
//!
//! This file is a module of the library's own tests, where the page's pictures can be made; `tests/chart.rs` looks at the
//! files that it compares. `PLUMBLINE_BLESS=1 cargo test --lib grid` writes them anew and takes away those that no case
//! makes; then look at them in `target/pictures`.

mod tallies;

use std::{collections::BTreeSet, env, fs, path::PathBuf};

use super::{
    choice::Choice,
    drawing::Drawing,
    every_picture::of as subject,
    of_ten,
    picture::{Part, Subject, overview, pictures},
    spread, steps, wave,
};
use crate::{
    chart::{Format, Theme},
    domain::{
        release::Released,
        side::{BySide, Side},
        tally::{Counts, Tally},
        wave::Waves,
    },
};

/// Pictures on a slide and on a phone, by what their names begin with.
const FORMATS: [(&str, Format); 2] = [("", Format::Slide), ("narrow-", Format::Narrow)];
/// Backgrounds by what names end with.
const BACKGROUNDS: [(&str, Theme); 3] = [
    ("light", Theme::Light),
    ("dark", Theme::Dark),
    ("transparent", Theme::Transparent),
];

/// A kind of chart: its name, and how it is made.
type Kind = (&'static str, fn(&Subject) -> Option<Part>);

/// Every kind of chart; the items of answers are one of each way to draw them.
const KINDS: [Kind; 13] = [
    ("dimensions", |subject| named(subject, false, "dimensions")),
    ("items", |subject| named(subject, false, "items-1")),
    ("by-gap", |subject| named(subject, true, "items-1")),
    ("this-group", this_group),
    ("published", published),
    ("of-ten", |subject| of_ten::part(subject, Choice::default())),
    ("steps", |subject| steps::part(subject, Choice::default())),
    ("answers-days", |subject| answers(subject, 0)),
    ("answers-people", |subject| answers(subject, 3)),
    ("answers-often", |subject| answers(subject, 10)),
    ("then-and-now", |subject| then_and_now(subject, true)),
    ("then-and-now-items", |subject| then_and_now(subject, false)),
    ("team-only", team_only),
];

#[test]
fn every_picture_is_as_it_was() {
    let folder = folder();
    let is_blessed = env::var_os("PLUMBLINE_BLESS").is_some();
    if is_blessed {
        fs::create_dir_all(&folder).unwrap();
    }
    let mut made = BTreeSet::new();
    for (name, svg) in all() {
        let path = folder.join(&name);
        if is_blessed {
            fs::write(&path, &svg).unwrap();
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        let lines = || golden.lines().zip(svg.lines()).zip(1..);
        let first = lines().find(|((golden, drawn), _)| golden != drawn);
        assert!(golden == svg, "{name} differs: {first:?}");
        made.insert(name);
    }
    for name in there().difference(&made) {
        assert!(is_blessed, "no case makes {name}");
        fs::remove_file(folder.join(name)).unwrap();
    }
}

/// Every case of the grid.
fn all() -> Vec<(String, String)> {
    let mut made = Vec::new();
    for (tally_name, survey, tally) in tallies::all() {
        let subject = subject(survey, &tally);
        for (kind, make) in KINDS {
            let part = make(&subject).unwrap_or_else(|| panic!("no {kind} of {tally_name}"));
            let chart = part.chart;
            made.extend(drawn(&chart, kind, tally_name));
        }
    }
    made
}

fn drawn(chart: &Drawing, kind: &str, tally: &str) -> Vec<(String, String)> {
    let mut drawn = Vec::new();
    for (begin, format) in FORMATS {
        for (background, theme) in BACKGROUNDS {
            let picture = chart.draw(format, theme).unwrap();
            let name = format!("{begin}{kind}-{tally}-{background}.svg");
            drawn.push((name, picture.on_page("chart")));
        }
    }
    drawn
}

fn there() -> BTreeSet<String> {
    let entries = fs::read_dir(folder()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.collect()
}

fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/golden/pictures"]
        .iter()
        .collect()
}

fn named(subject: &Subject, is_by_gap: bool, id: &str) -> Option<Part> {
    let choice = Choice {
        is_by_gap,
        ..Choice::default()
    };
    overview(subject, choice)
        .into_iter()
        .chain(pictures(subject, choice))
        .find(|part| part.id == id)
}

/// The picture with the most figures of others, beside the same items' own.
fn published(subject: &Subject) -> Option<Part> {
    let choice = Choice {
        with_published: true,
        ..Choice::default()
    };
    let figures = |part: &Part| -> usize {
        let rows = part.rows.iter();
        rows.map(|line| line.published.len()).sum()
    };
    pictures(subject, choice).into_iter().max_by_key(figures)
}

/// The items of the first picture, read as of exactly this group.
fn this_group(subject: &Subject) -> Option<Part> {
    let choice = Choice {
        is_of_this_group: true,
        ..Choice::default()
    };
    pictures(subject, choice).into_iter().next()
}

fn team_only(subject: &Subject) -> Option<Part> {
    let choice = Choice {
        only: Some(Side::Team),
        ..Choice::default()
    };
    overview(subject, choice).into_iter().next()
}

/// Then everybody had answered the other way round.
fn then_and_now(subject: &Subject, is_of_dimensions: bool) -> Option<Part> {
    let Subject {
        survey, published, ..
    } = subject;
    let ballots = published.released.ballots();
    // One more had answered: the very same tally is not compared.
    let ballots = BySide::from_fn(|side| ballots.of(side).unwrap_or_default() + 1);
    let items = survey.items();
    let cells = published.released.cells().iter().zip(&items);
    let counts = cells.map(|(cells, item)| {
        BySide::from_fn(|side| {
            let none = vec![0; usize::from(item.scale.options(side))];
            let counts = cells.of(side).counts();
            let mut counts = counts.map_or(none, |counts| counts.options().to_vec());
            let was = counts.clone();
            counts.reverse();
            if counts == was {
                counts.rotate_left(1);
            }
            let valid: u32 = counts.iter().sum();
            Counts::new(counts, ballots.of(side) - valid)
        })
    });
    let tally = Tally::with_counts(survey, ballots, counts.collect())?;
    let then = Released::of(survey, &tally);
    let waves = Waves::of((survey, &published.released), (survey, &then)).ok()?;
    let when = ["November 2025", "November 2026"].map(str::to_owned);
    let (dimensions, items) = wave::parts(subject, &waves, &when);
    let parts = if is_of_dimensions { dimensions } else { items };
    parts.into_iter().map(|(part, _)| part).next()
}

fn answers(subject: &Subject, place: usize) -> Option<Part> {
    let item = subject.results.items().nth(place)?;
    Some(spread::part(
        subject,
        item,
        format!("answers-{}", place + 1),
        false,
    ))
}

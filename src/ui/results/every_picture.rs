//! Every picture of the page, drawn from tallies of every kind.

use super::{
    choice::Choice,
    of_ten,
    order::slides,
    picture::{Subject, overview, pictures},
    spread, steps,
};
use crate::{
    chart::{Format, MAX_ROWS, Theme},
    domain::{
        day::Day,
        example,
        release::Released,
        side::{BySide, Side},
        survey::Survey,
        tally::{Counts, Tally},
    },
    state::Published,
};

pub(super) const CHOICES: [Choice; 3] = [
    Choice {
        is_by_gap: false,
        with_published: false,
        is_of_this_group: false,
        only: None,
    },
    Choice {
        is_by_gap: true,
        with_published: true,
        is_of_this_group: false,
        only: None,
    },
    Choice {
        is_by_gap: false,
        with_published: true,
        is_of_this_group: true,
        only: None,
    },
];

#[test]
fn the_widest_gaps_stand_first_and_hidden_ones_last() {
    let subject = subject(&|place, _, options| Counts::new(vec![1; options], place % 4));
    let items = |subject: &Subject| -> Vec<Option<f64>> {
        let slides = slides(subject, CHOICES[1]);
        assert!(slides.iter().all(|slide| slide.items.len() <= MAX_ROWS));
        let items = slides.iter().flat_map(|slide| slide.items.iter());
        items
            .map(|(_, item)| item.gap.map(|gap| gap.points.abs()))
            .collect()
    };
    let gaps = items(&subject);
    assert_eq!(gaps.len(), 18);
    assert!(gaps.windows(2).all(|pair| pair[0] >= pair[1]), "{gaps:?}");
    assert!(gaps.last().unwrap().is_none(), "{gaps:?}");
}

#[test]
fn sixty_items_become_several_slides() {
    let mut subject = example();
    let dimension = &mut subject.results.dimensions[0];
    let item = dimension.items[0].clone();
    dimension.items = vec![item; 60];
    for choice in CHOICES {
        let slides = slides(&subject, choice);
        assert!(slides.iter().all(|slide| slide.items.len() <= MAX_ROWS));
        let items: usize = slides.iter().map(|slide| slide.items.len()).sum();
        assert_eq!(items, 60 + 15);
        for part in pictures(&subject, choice) {
            assert!(part.chart.draw(Format::Slide, Theme::Light).is_ok());
        }
    }
}

#[test]
fn every_picture_of_every_tally_can_be_drawn() {
    let few = |place: u32, side, options| match (place % 3, side) {
        (0, _) => at(options, place as usize, 6),
        (1, Side::Executive) => Counts::new(vec![1; options], 0),
        _ => at(options, 0, 25),
    };
    let empty = |_, _, options| Counts::new(vec![0; options], 9);
    let many = |place, _, options| at(options, place as usize, 2_000_000);
    for subject in [example(), subject(&few), subject(&empty), subject(&many)] {
        for choice in CHOICES {
            let mut parts = pictures(&subject, choice);
            parts.extend(overview(&subject, choice));
            parts.push(of_ten::part(&subject, choice).unwrap());
            parts.push(steps::part(&subject, choice).unwrap());
            let items = subject.results.items().zip(1..);
            parts.extend(items.map(|(item, number)| {
                let id = format!("answers-{number}");
                spread::part(&subject, item, id, choice.is_of_this_group)
            }));
            for part in parts {
                for format in [Format::Slide, Format::Narrow] {
                    let picture = part.chart.draw(format, Theme::Dark).unwrap();
                    let svg = picture.on_page(&part.id);
                    assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
                }
            }
        }
    }
}

pub(super) fn at(options: usize, place: usize, n: u32) -> Counts {
    let mut counts = vec![0; options];
    counts[place % options] = n;
    Counts::new(counts, 0)
}

pub(super) fn example() -> Subject {
    of(example::survey(), &example::tally())
}

/// As many ballots as the fullest item needs; who did not answer did not know.
pub(super) fn subject(counts: &dyn Fn(u32, Side, usize) -> Counts) -> Subject {
    let survey = example::survey();
    let items = survey.items().into_iter().zip(0..);
    let mut items: Vec<BySide<Counts>> = items
        .map(|(item, place)| {
            BySide::from_fn(|side| counts(place, side, usize::from(item.scale.options(side))))
        })
        .collect();
    let ballots = BySide::from_fn(|side| {
        let all = items.iter().map(|item| {
            let counts = item.of(side);
            counts.valid() + counts.unsure()
        });
        all.max().unwrap_or_default()
    });
    for item in &mut items {
        for side in Side::ALL {
            let counts = item.of_mut(side);
            let unsure = ballots.of(side) - counts.valid();
            *counts = Counts::new(counts.options().to_vec(), unsure);
        }
    }
    let tally = Tally::with_counts(&survey, ballots, items).unwrap();
    of(survey, &tally)
}

/// What was published of this tally.
pub(super) fn of(survey: Survey, tally: &Tally) -> Subject {
    let day = Day {
        year: 2026,
        month: 11,
        day: 20,
    };
    let published = Published {
        released: Released::of(&survey, tally),
        closed: BySide::from_fn(|_| Some(day)),
        survey,
    };
    Subject::of(published, day)
}

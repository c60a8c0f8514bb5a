//! What is said and listed of a picture is what is drawn.

use std::slice;

use super::{
    choice::Choice,
    drawing::Drawing,
    every_picture::{CHOICES, at, example, subject},
    line::Line,
    of_ten,
    picture::{Numbers, Part, Subject, overview, pictures},
    spread, steps,
    table::cells,
};
use crate::{
    chart::{Format, Theme, distribution::Answers},
    domain::{
        side::Side,
        survey::{Item, Wording},
        tally::Counts,
    },
    text::{benchmark, finding},
    ui::source::made_up,
};

const PUBLISHED: Choice = CHOICES[1];

#[test]
fn the_table_of_answers_has_what_is_drawn() {
    let subject = example();
    let answers = |place| numbers_of(&answers(&subject, place));
    assert_eq!(
        answers(3),
        [
            "Answer | 6 executives: answers | 31 team members: percent",
            "0 to 2 in 10 | 0 | –",
            "3 to 4 in 10 | 0 | –",
            "5 in 10 | 0 | –",
            "6 to 7 in 10 | 0 | –",
            "8 to 10 in 10 | 6 | –",
            "No | – | 13",
            "Yes | – | 87",
            "Don’t know, people | 0 | 0",
        ]
    );
    assert_eq!(
        answers(2),
        [
            "Answer | 6 executives: answers | 28 team members: percent",
            "Never | 0 | 18",
            "Rarely | 1 | 43",
            "About half the time | 2 | 29",
            "Usually | 2 | 11",
            "Always | 1 | 0",
            "Don’t know, people | 0 | 3",
        ]
    );
}

#[test]
fn every_table_of_answers_has_the_numbers_of_its_bars() {
    for subject in [example(), few()] {
        for place in 0..subject.results.items().count() {
            let part = answers(&subject, place);
            let Drawing::Bars(chart) = &part.chart else {
                panic!("no bars");
            };
            let Numbers { heads, rows, .. } = &part.numbers[0];
            for (column, side) in Side::ALL.into_iter().enumerate() {
                let bar = chart.items[0].sides.of(side);
                let (_, answers) = rows.split_last().unwrap();
                let figures = answers.iter().map(|(_, cells)| cells[column].clone());
                let figures: Vec<String> = figures.filter(|figure| figure != "–").collect();
                match &bar.answers {
                    Answers::Words(words) => {
                        assert_eq!(heads[column + 1], format!("{}: {words}", bar.name));
                        assert!(figures.is_empty(), "{figures:?}");
                    }
                    Answers::Marks(marks) => {
                        assert!(figures.into_iter().eq(marks.iter().map(u32::to_string)));
                    }
                    Answers::Shares(shares) => {
                        assert_eq!(figures.len(), shares.len());
                        for (figure, share) in figures.iter().zip(shares) {
                            assert!(share.text.ends_with(figure), "{figure} {share:?}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_side_that_is_split_is_so_in_picture_table_and_description() {
    let split = subject(&|place, _, options| {
        let mut counts = vec![0; options];
        if place == 2 || place == 5 {
            (counts[0], counts[options - 1]) = (6, 6);
        } else {
            counts[0] = 12;
        }
        Counts::new(counts, 0)
    });
    let note = "leaders and team are each split";
    let lines = pictures(&split, Choice::default());
    let lines: Vec<Line> = lines.into_iter().flat_map(|part| part.rows).collect();
    assert!(lines[2].in_words().ends_with(&format!("; {note}.")));
    assert!(cells(&lines[2])[0].ends_with(&format!("; {note}")));
    assert!(!lines[0].in_words().contains("split") && !cells(&lines[0])[0].contains("split"));
    let steps = steps::part(&split, Choice::default()).unwrap();
    for part in [answers(&split, 2), answers(&split, 5), steps] {
        let picture = part.chart.draw(Format::Slide, Theme::Light).unwrap();
        let drawn = words_in(&picture.on_page("p"));
        let [_, described] = said(&part);
        for side in ["12 executives, split", "12 team members, split"] {
            assert!(drawn.contains(side), "{drawn}");
            let heads = part.numbers.iter().flat_map(|numbers| &numbers.heads);
            assert!(heads.into_iter().any(|head| head.starts_with(side)));
        }
        assert!(described.matches("split").count() >= 2, "{described}");
    }
}

#[test]
fn under_10_answers_are_marks() {
    let of = |n: u32| {
        let subject = subject(&|_, _, options| {
            let mut counts = vec![1; options];
            counts[0] = (n + 1).saturating_sub(u32::try_from(options).unwrap());
            Counts::new(counts, 0)
        });
        let Drawing::Bars(chart) = answers(&subject, 1).chart else {
            panic!("no bars");
        };
        chart.items[0].sides.team.answers.clone()
    };
    assert_eq!(of(9), Answers::Marks(vec![1, 8]));
    assert!(matches!(of(10), Answers::Shares(_)));
}

#[test]
fn the_tables_of_steps_have_what_is_drawn() {
    let part = steps::part(&example(), Choice::default()).unwrap();
    assert_eq!(
        numbers_of(&part),
        [
            "Percent who say at least this many hours a week | 6 executives: median about 4 hours | 29 team members: median under 2 hours",
            "some | nearly all | 52",
            "2 | 83 | 21",
            "4 | 50 | 3",
            "8 | 17 | 0",
            "12 | few or none | 0",
            "Percent who expect it within this many weeks | 6 executives: median 5 to 12 weeks | 28 team members: median 13 to 26 weeks",
            "now | 17 | 4",
            "4 | 33 | 11",
            "12 | 83 | 32",
            "26 | nearly all | 64",
            "52 | nearly all | 82",
            "later | nearly all | 93",
        ]
    );
    let only = Choice {
        only: Some(Side::Team),
        ..Choice::default()
    };
    let part = steps::part(&few(), only).unwrap();
    assert_eq!(
        numbers_of(&part)[..2],
        [
            "Percent who say at least this many hours a week | Team: hidden",
            "some | –",
        ]
    );
}

#[test]
fn every_picture_says_its_finding_first() {
    let of = |subject: &Subject, choice| -> Vec<(String, [String; 2])> {
        let mut parts = overview(subject, choice);
        parts.extend(pictures(subject, choice));
        parts.extend(of_ten::part(subject, choice));
        parts.extend(steps::part(subject, choice));
        parts.extend((0..subject.results.items().count()).map(|place| answers(subject, place)));
        let said = parts.into_iter().map(|part| (part.id.clone(), said(&part)));
        said.collect()
    };
    for subject in [example(), few()] {
        for choice in CHOICES {
            for (id, [title, description]) in of(&subject, choice) {
                let is_first = description.starts_with(&format!("{title}."))
                    || description.starts_with("Largest ");
                assert!(is_first, "{id}: {title}: {description}");
            }
        }
    }
    let first = |subject: &Subject, choice| overview(subject, choice).remove(0);
    let begins = |part: &Part, begin: &str| {
        let [_, description] = said(part);
        assert!(description.starts_with(begin), "{description}");
    };
    begins(
        &first(&example(), Choice::default()),
        "Largest clear gap: Promises and proof, leaders 69, team 24, range +12 to +67. Hands-on",
    );
    begins(
        &first(&example(), CHOICES[2]),
        "Largest gap: Promises and proof, leaders 69, team 24, range ",
    );
    begins(
        &first(&few(), Choice::default()),
        "Too few answers to compare leaders and team. 6 rows hidden. Hands-on",
    );
}

#[test]
fn answers_and_steps_say_gap_word_and_range() {
    let subject = example();
    let [_, answered] = said(&answers(&subject, 5));
    let gap = "Gap +63, clear, range +19 to +80.";
    let title = "Clear gap: AI saves two hours a week or more: 8\u{A0}in\u{A0}10 leaders expect it; 2\u{A0}in\u{A0}10 in the team say so.";
    assert!(
        answered.starts_with(&format!("{title} {gap} ")),
        "{answered}"
    );
    let steps = |choice| {
        let [_, said] = said(&steps::part(&subject, choice).unwrap());
        said
    };
    assert!(steps(Choice::default()).contains(gap));
    let only = Choice {
        only: Some(Side::Team),
        ..Choice::default()
    };
    assert!(!steps(only).contains("Gap "), "{}", steps(only));
    let of_this_group = "Gap +63, range of exactly this group +46 to +73, 4 people would have to change to close it.";
    let said = steps(CHOICES[2]);
    assert!(
        said.contains(of_this_group) && !said.contains(gap),
        "{said}"
    );
}

#[test]
fn words_and_tables_of_ten_people_say_the_unit() {
    let part = of_ten::part(&example(), Choice::default()).unwrap();
    assert_eq!(
        part.rows[0].in_words(),
        "…have an AI tool from the company: executives 92 of 100, team 87 of 100, gap +5, cannot tell, range −7 to +22."
    );
    assert_eq!(cells(&part.rows[0])[1..3], ["92 of 100", "87 of 100"]);
    let [_, description] = said(&part);
    assert!(description.contains(&part.rows[0].in_words()));
    let few = of_ten::part(&few(), Choice::default()).unwrap();
    let said = few.rows.iter().flat_map(cells).collect::<Vec<_>>();
    assert!(!said.iter().any(|said| said == "hidden of 100"));
}

#[test]
fn a_number_that_asks_something_else_is_not_told_in_the_words_of_ours() {
    let of_item = |id: &str, change: &dyn Fn(&mut Item)| {
        let mut published = made_up();
        let mut dimensions = published.survey.wording.dimensions();
        let mut items = dimensions.iter_mut().flat_map(|it| &mut it.items);
        change(items.find(|item| item.id == id).unwrap());
        published.survey.wording = Wording::of(dimensions);
        Subject::of(published, example().day)
    };
    let has_figures = |subject: &Subject| {
        let parts = pictures(subject, PUBLISHED);
        let mut rows = parts.iter().flat_map(|part| &part.rows);
        rows.any(|line| {
            line.label == "Days of AI use in the past week" && !line.published.is_empty()
        })
    };
    let as_it_was = of_item("1.1", &|_| ());
    assert!(of_ten::part(&as_it_was, Choice::default()).is_some() && has_figures(&as_it_was));
    let reworded = of_item("3.1", &|item| {
        item.question.team = "Do you like AI tips?".into();
    });
    assert!(of_ten::part(&reworded, Choice::default()).is_none() && has_figures(&reworded));
    let days = of_item("1.1", &|item| item.question.executive = "How often?".into());
    assert!(!has_figures(&days));
}

#[test]
fn published_figures_are_told_with_their_row() {
    let subject = example();
    let parts = pictures(&subject, PUBLISHED);
    let rows = parts.iter().flat_map(|part| &part.rows);
    let told: Vec<String> = rows.flat_map(Line::published_in_words).collect();
    assert_eq!(
        told.last().unwrap(),
        "Days of AI use in the past week: “Uses AI in the job”: executives 87 %, employees 27 %, gap +60 (each reported themselves; Dayforce (six countries), 2025; n: 7,000 people altogether)."
    );
    assert_eq!(told.len(), 5);
    let descriptions: String = parts.iter().map(|part| said(part)[1].clone()).collect();
    assert!(told.iter().all(|told| descriptions.contains(told)));
    for part in pictures(&subject, Choice::default()) {
        assert!(
            part.rows
                .iter()
                .all(|line| line.published_in_words().next().is_none())
        );
    }
}

#[test]
fn where_a_gap_is_called_clear_the_footer_says_what_that_is_worth() {
    let subject = example();
    let mut parts = pictures(&subject, Choice::default());
    parts.extend(overview(&subject, Choice::default()));
    parts.extend(of_ten::part(&subject, Choice::default()));
    parts.extend(steps::part(&subject, Choice::default()));
    parts.extend((0..subject.results.items().count()).map(|place| answers(&subject, place)));
    let mut told = 0;
    for part in parts {
        for format in [Format::Slide, Format::Narrow] {
            let svg = part.chart.draw(format, Theme::Light).unwrap().on_page("a");
            let words = words_in(&svg);
            // A row says so in its own word, other pictures in their title.
            let is_clear =
                words.contains("Clear gap: ") || words.split(' ').any(|word| word == "clear");
            assert_eq!(words.contains(finding::FLUKES), is_clear, "{words}");
            assert_eq!(words.contains("“Clear”: unlikely"), is_clear, "{words}");
            assert!(words.contains("nobody checked that each answered once."));
            told += usize::from(is_clear);
        }
    }
    assert!(told > 20, "{told}");
}

#[test]
fn hollow_marks_are_told_of_where_they_are_drawn() {
    // No eight rows need more room, so figures of others have none on one slide.
    let near = |_, _, options| at(options, 0, 25);
    for (subject, has_room) in [(example(), true), (few(), true), (subject(&near), false)] {
        let mut has_all = true;
        for part in pictures(&subject, PUBLISHED) {
            let published: usize = part.rows.iter().map(|line| line.published.len()).sum();
            for format in [Format::Slide, Format::Narrow] {
                let svg = part.chart.draw(format, Theme::Light).unwrap().on_page("a");
                let circles = svg.split("<circle").skip(1);
                let are_told = svg.contains("Hollow marks");
                let words = words_in(&svg);
                let figures = part.rows.iter().flat_map(|line| &line.published);
                for figure in figures {
                    let told = benchmark::in_footer(figure);
                    assert_eq!(words.contains(&told), are_told, "{told}: {words}");
                }
                let is_full = published > 0 && !are_told;
                assert_eq!(words.contains(benchmark::NO_ROOM), is_full, "{words}");
                let rings = circles.filter(|circle| {
                    let end = circle.find('>').unwrap_or_default();
                    circle[..end].contains("fill=\"none\"")
                });
                let drawn = if are_told { published } else { 0 };
                assert_eq!(rings.count(), drawn, "{}", part.id);
                has_all &= drawn == published;
            }
        }
        assert_eq!(has_all, has_room);
    }
}

fn answers(subject: &Subject, place: usize) -> Part {
    let item = subject.results.items().nth(place).unwrap();
    spread::part(subject, item, format!("answers-{}", place + 1), false)
}

/// Some of one mind, some hidden, some in marks.
fn few() -> Subject {
    subject(&|place: u32, side, options| match (place % 3, side) {
        (0, _) => at(options, place as usize, 6),
        (1, Side::Executive) => Counts::new(vec![1; options], 0),
        _ => at(options, 0, 4),
    })
}

/// All words that are drawn, without line breaks.
fn words_in(svg: &str) -> String {
    let texts = svg.split("<text").skip(1);
    let texts = texts.filter_map(|text| text.split_once('>')?.1.split_once("</text>"));
    let texts: Vec<&str> = texts.map(|(text, _)| text).collect();
    texts.join(" ")
}

/// Title and description.
fn said(part: &Part) -> [String; 2] {
    match &part.chart {
        Drawing::Dots(chart) => [chart.title.clone(), chart.description.clone()],
        Drawing::Bars(chart) => [chart.frame.title.clone(), chart.frame.description.clone()],
        Drawing::Curves(chart) => [chart.frame.title.clone(), chart.frame.description.clone()],
        Drawing::Arrows(chart) => [chart.frame.title.clone(), chart.frame.description.clone()],
    }
}

/// The lines of its tables, as text without hard spaces.
fn numbers_of(part: &Part) -> Vec<String> {
    let line = |cells: &[String]| cells.join(" | ").replace('\u{A0}', " ");
    let tables = part.numbers.iter();
    let lines = tables.flat_map(|Numbers { heads, rows, .. }| {
        let rows = rows
            .iter()
            .map(|(name, cells)| [slice::from_ref(name), cells.as_slice()].concat());
        [heads.clone()].into_iter().chain(rows)
    });
    lines.map(|cells| line(&cells)).collect()
}

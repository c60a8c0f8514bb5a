//! Distributions and steps: samples and rules; all numbers in them are invented.

use plumbline::{
    chart::{
        ChartError, Distribution, Format, Frame, Picture, StepCurves, Theme,
        distribution::{Answers, Bar, ItemBars, MAX_ITEMS, Share},
        steps::{Curve, Level, MAX_PANELS, Panel},
    },
    domain::side::BySide,
};
use roxmltree::Document;

use super::{boxes::crowding, markup::check_markup, odd};

/// Either kind of chart.
pub(crate) enum Chart {
    Bars(Distribution),
    Curves(StepCurves),
}

impl Chart {
    pub(crate) fn draw(&self, format: Format, theme: Theme) -> Picture {
        match self {
            Self::Bars(chart) => chart.draw(format, theme).unwrap(),
            Self::Curves(chart) => chart.draw(format, theme).unwrap(),
        }
    }
}

#[test]
fn values_of_any_size_stay_apart() {
    for one in 0..=20_u8 {
        for other in 0..=20 {
            let parts = [f64::from(one) / 4.0, f64::from(other), 2.0, 1.0].map(Some);
            let mut chart = often(2);
            for item in &mut chart.items {
                for bar in [&mut item.sides.executive, &mut item.sides.team] {
                    let rest = 100.0 - parts.iter().flatten().sum::<f64>();
                    let all: Vec<f64> = parts.iter().flatten().copied().chain([rest]).collect();
                    bar.answers = shares(&all);
                }
            }
            for format in [Format::Slide, Format::Narrow] {
                let svg = chart.draw(format, Theme::Light).unwrap().on_page("a");
                assert_eq!(crowding(&svg), Vec::<String>::new(), "{one} {other}");
            }
        }
    }
}

#[test]
fn curves_at_any_pair_of_levels_keep_their_values_apart() {
    for team in (0..=100).step_by(5) {
        for executives in 0..=100_u8 {
            let mut chart = curves();
            for panel in &mut chart.panels {
                // Half is passed within a step only where exactly half are on either side.
                let median =
                    |percent: u8| f64::from(executives % 6) + if percent == 50 { 0.5 } else { 0.0 };
                level(&mut panel.sides.executive, executives, median(executives));
                level(&mut panel.sides.team, team, median(team));
            }
            for format in [Format::Slide, Format::Narrow] {
                let svg = chart.draw(format, Theme::Light).unwrap().on_page("a");
                assert_eq!(crowding(&svg), Vec::<String>::new(), "{team} {executives}");
            }
        }
    }
}

#[test]
fn whatever_is_written_stays_text_in_bars_and_steps() {
    for hostile in odd::hostile() {
        for chart in [
            Chart::Bars(bars_saying(&hostile)),
            Chart::Curves(curves_saying(&hostile)),
        ] {
            for format in [Format::Slide, Format::Narrow] {
                for theme in Theme::ALL {
                    let picture = chart.draw(format, theme);
                    check_markup(&picture.on_page("\"><a"), "a-");
                    let svg = picture.on_page("a");
                    assert_eq!(crowding(&svg), Vec::<String>::new(), "{hostile:?}");
                }
            }
        }
    }
}

#[test]
fn what_is_no_number_is_not_in_bars_and_steps() {
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -7.0] {
        let mut bars = often(3);
        bars.items[0].sides.team.answers = shares(&[odd, odd, 5.0, odd, 0.0]);
        bars.items[1].sides.team.answers = shares(&[odd; 5]);
        bars.items[2].sides.team.answers = Answers::Marks(vec![u32::MAX, 0, 1, 2, 3]);
        let mut steps = curves();
        for panel in &mut steps.panels {
            panel.sides.team.shares[2].percent = odd;
            panel.sides.team.median = Some(odd);
        }
        for chart in [Chart::Bars(bars), Chart::Curves(steps)] {
            for format in [Format::Slide, Format::Narrow] {
                let svg = chart.draw(format, Theme::Light).on_page("a");
                check_markup(&svg, "a-");
                let text = svg.to_lowercase();
                assert!(!text.contains("nan") && !text.contains("inf"));
                assert_eq!(crowding(&svg), Vec::<String>::new(), "{odd}");
            }
        }
    }
}

#[test]
fn a_few_answers_are_one_mark_each() {
    let svg = guesses()
        .draw(Format::Slide, Theme::Light)
        .unwrap()
        .on_page("a");
    let document = Document::parse(&svg).unwrap();
    let polygons = document
        .descendants()
        .filter(|node| node.has_tag_name("polygon"));
    // Six answers, the name and the signature.
    assert_eq!(polygons.count(), 6 + 2);
}

#[test]
fn too_many_items_are_an_error_and_none_a_picture() {
    let draw = |count| often(count).draw(Format::Slide, Theme::Light);
    assert_eq!(
        draw(MAX_ITEMS + 1),
        Err(ChartError::TooManyRows(MAX_ITEMS + 1))
    );
    assert!(draw(0).is_ok());
    let mut chart = curves();
    chart.panels.extend(curves().panels);
    assert_eq!(
        chart.draw(Format::Slide, Theme::Dark),
        Err(ChartError::TooManyRows(4))
    );
    chart.panels.truncate(MAX_PANELS - 2);
    assert!(chart.draw(Format::Narrow, Theme::Dark).is_ok());
}

fn frame(title: &str) -> Frame {
    Frame {
        title: title.into(),
        subtitle: "Claims platform team, November 2026. 6 of 7 executives and 31 of 38 team members answered.".into(),
        description: "Three items with the answers of both sides.".into(),
        footer: "Shares of those who answered; “I don’t know” is counted apart. Groups are shown from 5 answers. Not a \
                 random sample. People chose to answer, and nobody checked that each answered once."
            .into(),
        signature: "Plumbline".into(),
    }
}

/// Items on one scale, all with enough answers for bars.
fn often(count: usize) -> Distribution {
    let labels = [
        "AI goals fit what the tools can do",
        "New ways of working with AI are checked for better results",
        "AI results are good enough after light edits",
        "The people who will do the work are asked first",
    ];
    let options = [
        "Never",
        "Rarely",
        "About half the time",
        "Usually",
        "Always",
    ];
    let item = |label: &&str| ItemBars {
        label: (*label).into(),
        sides: BySide {
            executive: bar(
                "12 executives",
                &options,
                shares(&[8.3, 16.7, 25.0, 33.3, 16.7]),
                "",
            ),
            team: bar(
                "28 team members",
                &options,
                shares(&[17.9, 42.9, 28.6, 7.1, 3.5]),
                "3 don’t know",
            ),
        },
    };
    Distribution {
        frame: frame("Leaders expect tools to fit; the team says goals fit rarely"),
        items: labels.iter().take(count).map(item).collect(),
    }
}

/// A few guesses beside yes and no.
fn guesses() -> Distribution {
    let options = ["0 to 2 in 10", "3 or 4", "5", "6 or 7", "8 to 10 in 10"];
    let executive = bar(
        "6 executives",
        &options,
        Answers::Marks(vec![0, 1, 1, 3, 1]),
        "1 can’t guess",
    );
    let named = |percent, text: &str| Share {
        percent,
        text: text.into(),
    };
    let answers = Answers::Shares(vec![named(67.7, "No 68"), named(32.3, "Yes 32")]);
    let team = bar("31 team members", &["No", "Yes"], answers, "");
    let sides = BySide { executive, team };
    let label = "Used AI for work in the past 7 days".into();
    Distribution {
        frame: frame("Used AI for work in the past 7 days: leaders guess 7 in 10; 3 in 10 say so"),
        items: vec![ItemBars { label, sides }],
    }
}

/// Whole bars, tiny parts, nine marks in one place, nothing to see.
fn extreme_bars() -> Distribution {
    let mut chart = often(3);
    let [first, second, third] = &mut chart.items[..] else {
        unreachable!("three items")
    };
    first.sides.executive.answers = shares(&[0.0, 0.0, 0.0, 0.0, 100.0]);
    first.sides.team.answers = shares(&[1.0, 1.0, 1.0, 1.0, 96.0]);
    second.sides.executive.answers = Answers::Marks(vec![9, 0, 0, 0, 0]);
    second.sides.team.answers = Answers::Marks(vec![2, 1, 3, 1, 2]);
    third.sides.executive.answers = Answers::Words("hidden: fewer than 5 answers".into());
    third.sides.team.answers = shares(&[96.0, 0.5, 0.5, 1.0, 2.0]);
    chart
}

fn bar(name: &str, options: &[&str], answers: Answers, apart: &str) -> Bar {
    Bar {
        name: name.into(),
        options: options.iter().map(|option| (*option).into()).collect(),
        answers,
        apart: apart.into(),
    }
}

fn shares(percents: &[f64]) -> Answers {
    let share = |percent: &f64| Share {
        percent: *percent,
        text: format!("{:.0}", percent.clamp(0.0, 100.0)),
    };
    Answers::Shares(
        percents
            .iter()
            .filter(|percent| !percent.is_nan())
            .map(share)
            .collect(),
    )
}

/// Hours and weeks.
fn curves() -> StepCurves {
    StepCurves {
        frame: frame("Leaders expect 2 hours or more a week; half of the team saves less"),
        panels: vec![
            Panel {
                label: "Hours that AI saves in a normal week".into(),
                caption: "Share who say at least this many".into(),
                nothing: "No line is drawn.".into(),
                ticks: ["some", "2", "4", "8", "12"].map(Into::into).to_vec(),
                levels: ["0", "50", "100%"].map(Into::into),
                sides: BySide {
                    executive: curve(
                        "6 executives: median 4 to under 8 hours",
                        &[100.0, 83.0, 50.0, 17.0, 0.0],
                        2.5,
                    ),
                    team: curve(
                        "29 team members: median under 2 hours",
                        &[52.0, 21.0, 3.0, 0.0, 0.0],
                        1.0,
                    ),
                },
            },
            Panel {
                label: "Weeks until AI makes a difference that can be measured".into(),
                caption: "Share who expect it within this many".into(),
                nothing: "No line is drawn.".into(),
                ticks: ["now", "4", "12", "26", "52", "later"]
                    .map(Into::into)
                    .to_vec(),
                levels: ["0", "50", "100%"].map(Into::into),
                sides: BySide {
                    executive: curve(
                        "6 executives: median 5 to 12 weeks",
                        &[17.0, 33.0, 83.0, 100.0, 100.0, 100.0],
                        2.0,
                    ),
                    team: curve(
                        "28 team members: median 13 to 26 weeks",
                        &[4.0, 11.0, 32.0, 64.0, 82.0, 93.0],
                        3.0,
                    ),
                },
            },
        ],
    }
}

fn curve(head: &str, percents: &[f64], median: f64) -> Curve {
    let level = |percent: &f64| Level {
        percent: *percent,
        text: format!("{percent:.0}"),
    };
    Curve {
        head: head.into(),
        shares: percents.iter().map(level).collect(),
        median: Some(median),
    }
}

fn level(curve: &mut Curve, percent: u8, median: f64) {
    curve.median = Some(median);
    for level in &mut curve.shares {
        *level = Level {
            percent: percent.into(),
            text: percent.to_string(),
        };
    }
}

fn bars_saying(text: &str) -> Distribution {
    let mut chart = extreme_bars();
    chart.frame = frame_saying(text);
    for item in &mut chart.items {
        item.label = text.into();
        for bar in [&mut item.sides.executive, &mut item.sides.team] {
            (bar.name, bar.apart) = (text.into(), text.into());
            bar.options = bar.options.iter().map(|_| text.into()).collect();
            if let Answers::Words(words) = &mut bar.answers {
                *words = text.into();
            }
        }
    }
    chart
}

fn curves_saying(text: &str) -> StepCurves {
    let mut chart = curves();
    chart.frame = frame_saying(text);
    for panel in &mut chart.panels {
        (panel.label, panel.caption) = (text.into(), text.into());
        panel.levels = [(); 3].map(|()| text.into());
        panel.ticks = panel.ticks.iter().map(|_| text.into()).collect();
        for curve in [&mut panel.sides.executive, &mut panel.sides.team] {
            curve.head = text.into();
        }
    }
    chart
}

fn frame_saying(text: &str) -> Frame {
    Frame {
        title: text.into(),
        subtitle: text.into(),
        description: text.into(),
        footer: text.into(),
        signature: text.into(),
    }
}

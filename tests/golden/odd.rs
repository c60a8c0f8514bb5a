//! Charts that ask for trouble: every kind of row, and texts that want to be more than text.

use plumbline::chart::{Heads, PairedDots, Value};

use super::sample;

/// What stands under some rows, or beside their labels where there is no room.
pub(crate) const NOTE: &str = "leaders and team are each split";

/// A chart with rows of every kind, the same for the same number.
pub(crate) fn of_anything(number: u32) -> PairedDots {
    let mut chart =
        [sample::normal(), sample::plain(), sample::long()][number as usize % 3].clone();
    let mut state = u64::from(number) + 1;
    let mut pick = |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let heading = "Hands-on experience of everyone";
    for row in &mut chart.rows {
        let mut value = || match pick(8) {
            0 => Value::Hidden {
                words: "too few answers to show any here".into(),
            },
            1 => Value::Hidden {
                words: "hidden".into(),
            },
            2 => Value::Shown {
                points: 0.0,
                text: "few or none of them".into(),
            },
            3 => Value::Shown {
                points: 100.0,
                text: "nearly all".into(),
            },
            4 => Value::Shown {
                points: 50.0,
                text: "a word that is far too long for any place".into(),
            },
            _ => sample::shown(u8::try_from(pick(101)).unwrap()),
        };
        sample::set_values(row, value(), value());
        row.heading = (pick(u64::from(number % 5) + 1) == 0).then(|| heading.into());
        row.note = (pick(3) == 0).then(|| NOTE.into());
    }
    if number.is_multiple_of(7) {
        (chart.title, chart.subtitle, chart.footer) = (String::new(), String::new(), String::new());
    }
    chart
}

/// A chart that says `text` wherever it says anything.
pub(crate) fn saying(text: &str) -> PairedDots {
    let mut chart = sample::hidden();
    let all = [
        &mut chart.title,
        &mut chart.subtitle,
        &mut chart.hollow,
        &mut chart.no_room,
        &mut chart.description,
        &mut chart.footer,
        &mut chart.signature,
    ];
    for said in all {
        *said = text.into();
    }
    chart.heads = Heads {
        team: text.into(),
        executives: text.into(),
        gap: text.into(),
    };
    for row in &mut chart.rows {
        (row.label, row.heading) = (text.into(), Some(text.into()));
        for value in [&mut row.team, &mut row.executives] {
            match value {
                Value::Shown { text: said, .. } | Value::Hidden { words: said } => {
                    *said = text.into();
                }
            }
        }
        if let Some(gap) = &mut row.gap {
            gap.word = Some(text.into());
            if let Some(range) = &mut gap.range {
                range.text = text.into();
            }
        }
    }
    chart
}

/// Texts that want to be more than text, or are hard to set.
pub(crate) fn hostile() -> Vec<String> {
    vec![
        "</text><script>alert(1)</script>".into(),
        "\" onload=\"alert(1)\" x='".into(),
        "\u{0}\u{1}\u{8}\u{B}\u{1F}\u{7F}\u{85}\u{FFFE}\u{FFFF}]]>&amp;<!--".into(),
        " id=\"row-1\" {prefix} %s \\".into(),
        "Who knows which work data may go into which of the tools ".repeat(9),
        "W".repeat(500),
        "כמה אנשים בצוות משתמשים בבינה מלאכותית \u{202E}abc".repeat(9),
        "👨\u{200D}👩\u{200D}👧🏽🇩🇪e\u{301}\u{301}".repeat(60),
        "チームの何人がAIを使っていますか".repeat(20),
        "\u{200B}\u{FEFF}\u{A0}\n\t".into(),
        String::new(),
    ]
}

//! Charts to draw in tests; all numbers in them are invented.

use plumbline::chart::{GapCell, GapRange, Heads, Meaning, PairedDots, Row, Value};

/// Eight rows with ranges and words.
pub(crate) fn normal() -> PairedDots {
    of_rows(vec![
        row("Has an AI tool from the company", 87, 92, "close"),
        row("Used AI for work in the past 7 days", 32, 70, "clear"),
        row("Shared an AI tip in the past 30 days", 19, 58, "clear"),
        row("Knows a shared place for tips that worked", 26, 64, "clear"),
        row(
            "Had work time set aside to learn or try AI",
            13,
            46,
            "possible",
        ),
        row(
            "Takes part in a task where AI is an agreed step",
            16,
            54,
            "clear",
        ),
        row("Finished shared work sooner thanks to AI", 23, 62, "clear"),
        row(
            "Knows which work data may go into AI tools",
            52,
            40,
            "cannot tell",
        ),
    ])
}

/// Gaps without ranges and words, in groups.
pub(crate) fn plain() -> PairedDots {
    let mut chart = normal();
    chart.rows.truncate(6);
    chart.rows[0].heading = Some("Access and use".into());
    chart.rows[2].heading = Some("Sharing and learning".into());
    for row in &mut chart.rows {
        row.strong = false;
        let gap = row.gap.as_mut().unwrap();
        (gap.range, gap.word, gap.faint) = (None, None, false);
    }
    chart
}

/// Hidden on one side, on the other, on both.
pub(crate) fn hidden() -> PairedDots {
    let mut chart = plain();
    let team = || Value::Hidden {
        words: "team: fewer than 5 answers".into(),
    };
    let leaders = || Value::Hidden {
        words: "leaders: fewer than 3 answers".into(),
    };
    let both = || Value::Hidden {
        words: "hidden: too few answers".into(),
    };
    set(&mut chart.rows[1], team(), shown(70));
    set(&mut chart.rows[2], shown(23), leaders());
    set(&mut chart.rows[4], both(), both());
    set(&mut chart.rows[5], team(), leaders());
    chart
}

/// More words than there is room for.
pub(crate) fn long() -> PairedDots {
    let mut chart = normal();
    chart.title = "Leaders expect twice as many people to take part in agreed team steps with AI as say they do, and \
                   four times as many to share what they learn"
        .into();
    for (number, row) in chart.rows.iter_mut().enumerate() {
        row.label = "Before this team keeps a new way of working with AI, someone checks that it gives better results \
                     than the old one did"
            .into();
        row.heading = (number % 3 == 0).then(|| format!("{number} Team workflow and results"));
    }
    chart.footer = chart.footer.repeat(2);
    chart
}

/// One row for each pair of team's and executives' values.
pub(crate) fn of_pairs(pairs: &[(u8, u8)], number: usize) -> PairedDots {
    let labels = [
        "Used AI for work",
        "Takes part in a task of the whole team where using AI is an agreed step",
    ];
    let words = ["clear", "cannot tell"];
    let pairs = pairs.iter().enumerate();
    of_rows(
        pairs
            .map(|(at, &(team, executives))| {
                row(labels[(at + number) % 2], team, executives, words[at % 2])
            })
            .collect(),
    )
}

fn of_rows(rows: Vec<Row>) -> PairedDots {
    PairedDots {
        title: "Leaders guess 7 in 10 used AI this week; 3 in 10 say they did".into(),
        subtitle: "Claims platform team, November 2026. Leaders guess how many of every 10 people; people answer for \
                   themselves."
            .into(),
        hollow: String::new(),
        no_room: String::new(),
        description: "Eight rows. Largest clear gap: shared an AI tip, leaders 58, team 19.".into(),
        heads: Heads { team: "31 people report".into(), executives: "5 leaders guess".into(), gap: "Gap, points".into() },
        rows,
        ticks: ["0", "25", "50", "75", "100%"].map(Into::into),
        gap_ticks: ["−50", "0", "+50"].map(Into::into),
        ranges: Meaning::default(),
        thin: String::new(),
        footer: "5 of 6 leaders and 31 of 38 people answered. Thin line: 95\u{A0}% range, thick line: 80\u{A0}%. “Clear”: \
                 unlikely to be only who happened to answer."
            .into(),
        signature: "Plumbline".into(),
    }
}

fn row(label: &str, team: u8, executives: u8, word: &str) -> Row {
    let points = f64::from(executives) - f64::from(team);
    let half = if word == "clear" { 20.0 } else { 30.0 };
    let text = match points {
        0.0 => "0".into(),
        _ if points > 0.0 => format!("+{points}"),
        _ => format!("−{}", -points),
    };
    let outer = (points - half, points + 0.9 * half);
    let range = GapRange {
        outer,
        inner: (points - 0.6 * half, points + 0.5 * half),
        text: format!("{:+.0} to {:+.0}", outer.0, outer.1).replace('-', "−"),
    };
    let gap = GapCell {
        points,
        text,
        range: Some(range),
        word: Some(word.into()),
        faint: word != "clear",
    };
    Row {
        heading: None,
        label: label.into(),
        strong: word == "clear",
        team: shown(team),
        executives: shown(executives),
        gap: Some(gap),
        note: None,
        published: Vec::new(),
    }
}

pub(crate) fn shown(points: u8) -> Value {
    Value::Shown {
        points: f64::from(points),
        text: points.to_string(),
    }
}

/// Sets both values, without a gap.
fn set(row: &mut Row, team: Value, executives: Value) {
    set_values(row, team, executives);
    row.gap = None;
}

pub(crate) fn set_values(row: &mut Row, team: Value, executives: Value) {
    (row.team, row.executives) = (team, executives);
}

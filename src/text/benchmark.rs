//! Published figures beside a survey's own.

use super::{
    common::{count, number},
    results,
};
use crate::domain::benchmark::Benchmark;

/// The switch.
pub const SHOW: &str = "Show published figures";
/// Over the list.
pub const TITLE: &str = "Published figures: context, not a target";
/// What they are not.
pub const CAVEAT: &str = "Different questions, asked in different firms. They show how such gaps look elsewhere, not how large yours may be. In the pictures they are the small hollow marks, beside the question that they fit best; none fits a whole dimension, so the picture of the dimensions has none.";

/// In pictures that show them, which travel alone.
pub const IN_PICTURES: &str =
    "Hollow marks: published figures of others, context and not a target.";

/// In pictures that are too full for them.
pub const NO_ROOM: &str = "No room here for published figures of others; the page tells them.";

/// Whose figures a picture shows.
#[must_use]
pub fn label(benchmark: &Benchmark) -> String {
    format!("{} {}", benchmark.name, benchmark.year)
}

/// What a picture's footer tells of figures whose source and year stand beside their marks.
#[must_use]
pub fn in_footer(benchmark: &Benchmark) -> String {
    format!(
        "{}: {}; {}.",
        label(benchmark),
        benchmark.form,
        asked(benchmark)
    )
}

/// All that must stand beside the figures.
#[must_use]
pub fn told(item: &str, benchmark: &Benchmark) -> String {
    format!(
        "{item}: “{}”: executives {} %, employees {} %, gap {} ({}; {}, {}; {}).",
        benchmark.topic,
        benchmark.percent.executive,
        benchmark.percent.team,
        results::gap(f64::from(benchmark.percent.executive) - f64::from(benchmark.percent.team)),
        benchmark.form,
        benchmark.source,
        benchmark.year,
        asked(benchmark)
    )
}

fn asked(benchmark: &Benchmark) -> String {
    let people = |n: u32| count(n as usize, "person", "people");
    match (benchmark.n.executive, benchmark.n.team, benchmark.n_total) {
        (Some(executives), Some(team), _) => {
            let [executives, team] = [executives, team].map(|n| number(n.into()));
            format!("n: {executives} leaders, {team} employees")
        }
        (_, _, Some(all)) => format!("n: {} altogether", people(all)),
        (Some(executives), None, None) => {
            format!(
                "n: {} leaders, employees not published",
                number(executives.into())
            )
        }
        (None, Some(team), None) => {
            format!(
                "n: {} employees, leaders not published",
                number(team.into())
            )
        }
        (None, None, None) => "n not published".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{benchmark::fitting, survey::Item, template::ai_reality_check};

    #[test]
    fn form_source_year_and_n_are_always_told() {
        let items = ai_reality_check(true);
        let items = items.iter().flat_map(|dimension| &dimension.items);
        let fits = |item: &&Item| ["1.1", "2.2", "2.3", "6.1", "A1"].contains(&&*item.id);
        for item in items.filter(fits) {
            assert!(fitting(item).next().is_some(), "{}", item.id);
            for benchmark in fitting(item) {
                let year = benchmark.year.to_string();
                let has = |told: &str, parts: [&str; 4]| parts.iter().all(|it| told.contains(it));
                let Benchmark { form, source, .. } = benchmark;
                let told = told("Row", benchmark);
                assert!(has(&told, [form, source, &year, "n: "]), "{told}");
                let told = in_footer(benchmark);
                assert!(has(&told, [form, benchmark.name, &year, "n: "]), "{told}");
            }
        }
    }
}

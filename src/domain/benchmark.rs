//! Published figures that may stand beside a survey's own: context, not a target.
//!
//! They come from other questions in other firms, so form, source, year and number of people always stand beside them.
//! `tests/fixtures/benchmarks.json` holds the same with its addresses; a test compares both.

use super::{side::BySide, survey::Item, template::is_shipped};

/// One published pair of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Benchmark {
    /// Its name in the collection.
    pub id: &'static str,
    /// What was asked, as a statement.
    pub topic: &'static str,
    /// Who spoke about whom.
    pub form: &'static str,
    /// Percent of each side.
    pub percent: BySide<u8>,
    /// How many people of each side answered, where that was published.
    pub n: BySide<Option<u32>>,
    /// How many people answered altogether, where that was published.
    pub n_total: Option<u32>,
    /// Who asked, in a word.
    pub name: &'static str,
    /// Who asked and published.
    pub source: &'static str,
    /// When it was published.
    pub year: u16,
    /// The items that it fits.
    pub items: &'static [&'static str],
}

/// The published figures that fit this item, if it is asked as this survey ships it: another wording may have used its
/// number for another question.
pub fn fitting(item: &Item) -> impl Iterator<Item = &'static Benchmark> {
    BENCHMARKS
        .iter()
        .filter(|benchmark| benchmark.items.contains(&&*item.id) && is_shipped(item))
}

/// The figures that may stand on the axis of this item: all that fit and count the same way round, so that
/// nobody has picked the one that suits.
pub fn on_axis(item: &Item) -> impl Iterator<Item = &'static Benchmark> {
    fitting(item).filter(|benchmark| benchmark.id != OTHER_WAY_ROUND)
}

/// Counts people whom AI saves nothing, while the item that it fits counts those whom it saves hours: on that item's
/// axis a high figure would look like a good one. In words it can stand beside the item.
const OTHER_WAY_ROUND: &str = "section-2026-no-time";

/// All published figures.
pub const BENCHMARKS: [Benchmark; 10] = [
    Benchmark {
        id: "hbr-bcg-2025-enthusiasm",
        topic: "Employees are enthusiastic about AI adoption",
        form: "leaders guessed, employees reported",
        percent: BySide {
            executive: 76,
            team: 31,
        },
        n: BySide {
            executive: None,
            team: None,
        },
        n_total: Some(1400),
        name: "HBR",
        source: "Lovich, Meier & Taylor (BCG Henderson Institute / Columbia), Harvard Business Review",
        year: 2025,
        items: &[],
    },
    Benchmark {
        id: "hbr-bcg-2025-consulted",
        topic: "Employee views are taken into account in AI decisions",
        form: "both rated the company",
        percent: BySide {
            executive: 80,
            team: 27,
        },
        n: BySide {
            executive: None,
            team: None,
        },
        n_total: Some(1400),
        name: "HBR",
        source: "Lovich, Meier & Taylor, Harvard Business Review",
        year: 2025,
        items: &["6.1"],
    },
    Benchmark {
        id: "multiverse-2026-daily",
        topic: "Employees work with AI every day",
        form: "leaders guessed, employees reported",
        percent: BySide {
            executive: 59,
            team: 42,
        },
        n: BySide {
            executive: Some(810),
            team: Some(1190),
        },
        n_total: Some(2000),
        name: "Multiverse",
        source: "Multiverse (UK and US)",
        year: 2026,
        items: &["2.2"],
    },
    Benchmark {
        id: "multiverse-2026-delegate",
        topic: "Employees hand whole tasks to AI",
        form: "leaders guessed, employees reported",
        percent: BySide {
            executive: 23,
            team: 8,
        },
        n: BySide {
            executive: None,
            team: Some(1190),
        },
        n_total: None,
        name: "Multiverse",
        source: "Multiverse (UK and US); the leaders are chief executives",
        year: 2026,
        items: &[],
    },
    Benchmark {
        id: "mckinsey-2025-30pct",
        topic: "Employees use generative AI for 30 % or more of daily work",
        form: "leaders guessed, employees reported",
        percent: BySide {
            executive: 4,
            team: 13,
        },
        n: BySide {
            executive: Some(238),
            team: Some(3613),
        },
        n_total: Some(3851),
        name: "McKinsey",
        source: "McKinsey, Superagency in the workplace",
        year: 2025,
        items: &["2.2"],
    },
    Benchmark {
        id: "writer-2025-success",
        topic: "AI adoption succeeded in the past 12 months",
        form: "both rated the company",
        percent: BySide {
            executive: 75,
            team: 45,
        },
        n: BySide {
            executive: Some(800),
            team: Some(800),
        },
        n_total: Some(1600),
        name: "Writer",
        source: "Writer / Workplace Intelligence (US, active generative-AI users)",
        year: 2025,
        items: &[],
    },
    Benchmark {
        id: "writer-2025-strategy",
        topic: "The company has an AI strategy",
        form: "both rated the company",
        percent: BySide {
            executive: 89,
            team: 57,
        },
        n: BySide {
            executive: Some(800),
            team: Some(800),
        },
        n_total: Some(1600),
        name: "Writer",
        source: "Writer / Workplace Intelligence (US, active generative-AI users)",
        year: 2025,
        items: &["A1"],
    },
    Benchmark {
        id: "section-2026-no-time",
        topic: "AI saves no time",
        form: "each reported themselves",
        percent: BySide {
            executive: 2,
            team: 40,
        },
        n: BySide {
            executive: None,
            team: None,
        },
        n_total: Some(5000),
        name: "Section",
        source: "Section, AI Proficiency Report (US, UK, Canada; firms of 1,000 or more)",
        year: 2026,
        items: &["2.3"],
    },
    Benchmark {
        id: "section-2026-12h",
        topic: "AI saves more than 12 hours a week",
        form: "each reported themselves",
        percent: BySide {
            executive: 19,
            team: 2,
        },
        n: BySide {
            executive: None,
            team: None,
        },
        n_total: Some(5000),
        name: "Section",
        source: "Section, AI Proficiency Report (US, UK, Canada; firms of 1,000 or more)",
        year: 2026,
        items: &["2.3"],
    },
    Benchmark {
        id: "dayforce-2025-use",
        topic: "Uses AI in the job",
        form: "each reported themselves",
        percent: BySide {
            executive: 87,
            team: 27,
        },
        n: BySide {
            executive: None,
            team: None,
        },
        n_total: Some(7000),
        name: "Dayforce",
        source: "Dayforce (six countries)",
        year: 2025,
        items: &["1.1"],
    },
];

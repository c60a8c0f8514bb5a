//! The main chart: for each row the team's value and the executives' value on one line, and the gap between them.

mod axis;
mod dot;
mod gap;
mod head;
mod narrow;
mod pair;
mod reveal;
mod slide;

pub(super) use head::{Head, Signature};
pub use reveal::{Reveal, Travel};

use super::{ChartError, Format, Picture, Theme};

/// The most rows a slide can show; more belong on several slides.
pub const MAX_ROWS: usize = 8;
/// Where the axis of values has a grid line, in points.
const TICKS: [f64; 5] = [0.0, 25.0, 50.0, 75.0, 100.0];
/// Where the axis of gaps has a number, in points.
const GAP_TICKS: [f64; 3] = [-50.0, 0.0, 50.0];

/// Everything a paired-dot chart says; all words are given, in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct PairedDots {
    /// What the picture shows, said as a finding; may be empty.
    pub title: String,
    /// Who, how many, when, on which scale; may be empty.
    pub subtitle: String,
    /// What hollow marks are; said before the subtitle where there are some; may be empty.
    pub hollow: String,
    /// What is said instead, first in the footer, where a slide has no room for them; may be empty.
    pub no_room: String,
    /// The whole picture in words, for who cannot see it.
    pub description: String,
    /// What stands above the columns.
    pub heads: Heads,
    /// The rows, first on top.
    pub rows: Vec<Row>,
    /// Words for 0, 25, 50, 75 and 100 on the axis of values.
    pub ticks: [String; 5],
    /// Words for -50, 0 and 50 on the axis of gaps.
    pub gap_ticks: [String; 3],
    /// What ranges of gaps mean; said first in the footer where there are some; may be empty.
    pub ranges: Meaning,
    /// What a thin line between two marks means; said first in a phone's footer where there is one; may be empty.
    pub thin: String,
    /// The rules behind the picture; may be empty.
    pub footer: String,
    /// Who made the picture, after the two small marks; may be empty.
    pub signature: String,
}

/// What ranges of gaps mean, which are drawn where there is room and written on phones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// As they are drawn, on slides.
    pub drawn: String,
    /// As they are written, on phones.
    pub written: String,
}

/// What stands above the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heads {
    /// After the circle.
    pub team: String,
    /// After the diamond.
    pub executives: String,
    /// Above the gaps.
    pub gap: String,
}

/// One pair of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The name of the group that begins with this row.
    pub heading: Option<String>,
    /// What was asked, in a few words.
    pub label: String,
    /// Whether the row is to be noticed first.
    pub strong: bool,
    /// What the team says.
    pub team: Value,
    /// What the executives say.
    pub executives: Value,
    /// How far they are apart.
    pub gap: Option<GapCell>,
    /// A remark under the label, such as that one side does not share one view.
    pub note: Option<String>,
    /// Figures of others that stand under the row's own, one pair under the other.
    pub published: Vec<Published>,
}

/// Figures of others, as context.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// Their executives' figure, 0 to 100; what is no number is not drawn.
    pub executives: f64,
    /// Their team's figure, 0 to 100.
    pub team: f64,
    /// Whose figures these are, in a word or two.
    pub label: String,
    /// What else must be told of them; stands in the footer; may be empty.
    pub told: String,
}

/// A side's value in one row.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A mark on the axis, and the words beside it.
    Shown {
        /// Place on the axis, 0 to 100; what is beyond is drawn at its end, what is no number is drawn as hidden.
        points: f64,
        /// The value as text: a number, or words such as for "nobody".
        text: String,
    },
    /// No mark; these words say why.
    Hidden {
        /// Why there is nothing to see.
        words: String,
    },
}

/// The difference in one row.
#[derive(Clone, Debug, PartialEq)]
pub struct GapCell {
    /// Executives minus team, -100 to 100.
    pub points: f64,
    /// The gap as text, with its sign.
    pub text: String,
    /// How sure it is.
    pub range: Option<GapRange>,
    /// How sure it is, in a word.
    pub word: Option<String>,
    /// Whether the gap says little, and is to be drawn so.
    pub faint: bool,
}

/// Where the gap could be, in points: a wide range and a narrower one.
#[derive(Clone, Debug, PartialEq)]
pub struct GapRange {
    /// The wide range, drawn thin.
    pub outer: (f64, f64),
    /// The narrower range, drawn thick.
    pub inner: (f64, f64),
    /// The wide range as text, for phones.
    pub text: String,
}

impl PairedDots {
    /// Draws the chart.
    ///
    /// # Errors
    ///
    /// Returns [`ChartError::TooManyRows`] if there are more than [`MAX_ROWS`] for a slide.
    pub fn draw(&self, format: Format, theme: Theme) -> Result<Picture, ChartError> {
        match format {
            Format::Slide if self.rows.len() > MAX_ROWS => {
                Err(ChartError::TooManyRows(self.rows.len()))
            }
            Format::Slide => slide::draw(self, theme, None),
            Format::Narrow => narrow::draw(self, theme),
        }
    }

    /// Draws the chart for the lower part of a slide whose title, which is `above` units of the page high, is text of its
    /// own: as wide as a slide, and lower than one by that much. Its own title and subtitle are left out.
    ///
    /// # Errors
    ///
    /// Returns [`ChartError::TooManyRows`] if there are more than [`MAX_ROWS`].
    pub fn draw_under(&self, above: u32, theme: Theme) -> Result<Picture, ChartError> {
        if self.rows.len() > MAX_ROWS {
            return Err(ChartError::TooManyRows(self.rows.len()));
        }
        slide::draw(self, theme, Some(above))
    }

    /// Draws the chart for a phone, or a column beside words that say what its title, its small print and the ranges of its
    /// gaps would: these are left out, and the title stays its name.
    ///
    /// # Errors
    ///
    /// Returns [`ChartError::Drawing`] if the drawing library gives up.
    pub fn draw_bare(&self, theme: Theme) -> Result<Picture, ChartError> {
        let mut bare = Self {
            title: String::new(),
            subtitle: String::new(),
            hollow: String::new(),
            no_room: String::new(),
            ranges: Meaning::default(),
            thin: String::new(),
            footer: String::new(),
            signature: String::new(),
            ..self.clone()
        };
        for row in &mut bare.rows {
            if let Some(gap) = &mut row.gap {
                gap.range = None;
            }
            for published in &mut row.published {
                published.told.clear();
            }
        }
        let picture = narrow::draw(&bare, theme)?;
        Ok(picture.with_title(&self.title))
    }

    /// The subtitle, after what hollow marks are if there are some on the picture.
    fn subtitle_after(&self, has_rings: bool) -> String {
        let has_rings = has_rings && self.has_published();
        let hollow = if has_rings { &self.hollow } else { "" };
        format!("{hollow} {}", self.subtitle)
    }

    /// The footer, after the meaning of each thing that is drawn and before what must be told of figures of others; if
    /// these have no room, that is said first.
    fn footer_around(&self, meanings: &[(&str, bool)], has_rings: bool) -> String {
        let is_full = self.has_published() && !has_rings;
        let drawn = [(self.no_room.as_str(), is_full)];
        let drawn = drawn.iter().chain(meanings).filter(|(_, is_said)| *is_said);
        let mut footer: Vec<&str> = drawn.map(|(meaning, _)| *meaning).collect();
        footer.push(&self.footer);
        let rows = self.rows.iter().filter(|_| has_rings);
        let published = rows.flat_map(|row| &row.published);
        footer.extend(published.map(|published| published.told.as_str()));
        footer.join(" ")
    }

    /// Whether figures of others stand under any row, if there is room for them.
    fn has_published(&self) -> bool {
        self.rows.iter().any(|row| !row.published.is_empty())
    }

    /// Whether any row shows a gap.
    fn has_gaps(&self) -> bool {
        self.rows.iter().any(|row| row.gap.is_some())
    }

    /// Whether any gap has a range.
    fn has_ranges(&self) -> bool {
        let mut gaps = self.rows.iter().filter_map(|row| row.gap.as_ref());
        gaps.any(|gap| gap.range.is_some())
    }

    /// Whether any gap has a word.
    fn has_words(&self) -> bool {
        let gaps = self.rows.iter().filter_map(|row| row.gap.as_ref());
        gaps.into_iter().any(|gap| gap.word.is_some())
    }
}

impl Value {
    /// Place on the axis, if the value is shown.
    fn points(&self) -> Option<f64> {
        match self {
            Self::Shown { points, .. } if points.is_finite() => Some(points.clamp(0.0, 100.0)),
            Self::Shown { .. } | Self::Hidden { .. } => None,
        }
    }

    /// What is written, beside the mark or instead of it.
    fn text(&self) -> &str {
        match self {
            Self::Shown { text, .. } => text,
            Self::Hidden { words } => words,
        }
    }
}

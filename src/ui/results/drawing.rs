//! A chart of any kind.

use crate::chart::{ChartError, Distribution, Format, PairedDots, Picture, StepCurves, Theme};

/// A chart of any kind.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Drawing {
    /// The main chart.
    Dots(Box<PairedDots>),
    /// How answers lie on their scale.
    Bars(Distribution),
    /// Shares that add up along a scale.
    Curves(StepCurves),
}

impl Drawing {
    /// Draws the chart.
    pub(super) fn draw(&self, format: Format, theme: Theme) -> Result<Picture, ChartError> {
        match self {
            Self::Dots(chart) => chart.draw(format, theme),
            Self::Bars(chart) => chart.draw(format, theme),
            Self::Curves(chart) => chart.draw(format, theme),
        }
    }
}

//! A chart of any kind.

use crate::chart::{
    Arrows, ChartError, Distribution, Format, PairedDots, Picture, StepCurves, Theme,
};

/// A chart of any kind.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Drawing {
    /// The main chart.
    Dots(Box<PairedDots>),
    /// How answers lie on their scale.
    Bars(Distribution),
    /// Shares that add up along a scale.
    Curves(StepCurves),
    /// Then and now.
    Arrows(Box<Arrows>),
}

impl Drawing {
    /// Draws the chart for a phone without title and small print, if it can be drawn so.
    pub(super) fn draw_bare(&self, theme: Theme) -> Result<Picture, ChartError> {
        match self {
            Self::Dots(chart) => chart.draw_bare(theme),
            Self::Bars(_) | Self::Curves(_) | Self::Arrows(_) => self.draw(Format::Narrow, theme),
        }
    }

    /// Draws the chart.
    pub(super) fn draw(&self, format: Format, theme: Theme) -> Result<Picture, ChartError> {
        match self {
            Self::Dots(chart) => chart.draw(format, theme),
            Self::Bars(chart) => chart.draw(format, theme),
            Self::Curves(chart) => chart.draw(format, theme),
            Self::Arrows(chart) => chart.draw(format, theme),
        }
    }
}

//! The colours of the charts, one palette for each background.

/// A colour as red, green and blue, one byte each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

/// The background that a picture is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on white.
    Light,
    /// Light on near-black blue.
    Dark,
    /// No background: the colours of [`Theme::Light`], greys a little darker, everything with a white halo, to lie on
    /// any slide.
    Transparent,
}

/// What each part of a chart is coloured with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything; none on a transparent picture.
    pub ground: Option<Color>,
    /// Around every mark and letter of a transparent picture.
    pub halo: Option<Color>,
    /// Titles and labels.
    pub text: Color,
    /// Subtitles, axis numbers, footers.
    pub muted: Color,
    /// Executives: the diamond and its value.
    pub executives: Color,
    /// Team: the circle and its value.
    pub team: Color,
    /// Connectors, ranges and the zero line.
    pub rule: Color,
    /// Ranges of gaps that say little.
    pub faint: Color,
    /// Grid lines and hairlines, which carry nothing alone.
    pub grid: Color,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Transparent];

    /// The colours for this background.
    #[must_use]
    pub const fn palette(self) -> Palette {
        match self {
            Self::Light => LIGHT,
            Self::Dark => DARK,
            Self::Transparent => TRANSPARENT,
        }
    }
}

impl Palette {
    /// Each colour of a light picture with the one that a dark picture has in its place.
    #[must_use]
    pub fn light_and_dark() -> [(Color, Color); 8] {
        [
            (WHITE, Color(0x0F, 0x17, 0x2A)),
            (LIGHT.text, DARK.text),
            (LIGHT.muted, DARK.muted),
            (LIGHT.executives, DARK.executives),
            (LIGHT.team, DARK.team),
            (LIGHT.rule, DARK.rule),
            (LIGHT.faint, DARK.faint),
            (LIGHT.grid, DARK.grid),
        ]
    }
}

impl Color {
    /// The colour as CSS and SVG write it, such as `#1f2937`.
    #[must_use]
    pub fn hex(self) -> String {
        super::markup::hex(self)
    }
}

/// The colours of a scale of options, the same on every background; parts have an outline, since the middle ones are
/// pale.
#[derive(Clone, Copy, Debug)]
pub struct Steps;

impl Steps {
    /// From the lowest option to the highest; no end is good or bad.
    pub const COLORS: [Color; 5] = [
        Color(0x8C, 0x51, 0x0A),
        Color(0xD8, 0xB3, 0x65),
        Color(0xD9, 0xD9, 0xD9),
        Color(0x5A, 0xB4, 0xAC),
        Color(0x01, 0x66, 0x5E),
    ];

    /// The colour of letters on one of them: white on the two ends, dark on the others.
    #[must_use]
    pub fn ink(color: Color) -> Color {
        let [first, .., last] = Self::COLORS;
        if color == first || color == last {
            WHITE
        } else {
            LIGHT.text
        }
    }
}

const WHITE: Color = Color(0xFF, 0xFF, 0xFF);

const LIGHT: Palette = Palette {
    ground: Some(WHITE),
    halo: None,
    text: Color(0x1F, 0x29, 0x37),
    muted: Color(0x6B, 0x72, 0x80),
    executives: Color(0xC2, 0x41, 0x0C),
    team: Color(0x00, 0x72, 0xB2),
    rule: Color(0x6B, 0x72, 0x80),
    faint: Color(0x8E, 0x95, 0xA2),
    grid: Color(0xE2, 0xE5, 0xEA),
};

const DARK: Palette = Palette {
    ground: Some(Color(0x0F, 0x17, 0x2A)),
    halo: None,
    text: Color(0xF8, 0xFA, 0xFC),
    muted: Color(0x94, 0xA3, 0xB8),
    executives: Color(0xF5, 0x9E, 0x0B),
    team: Color(0x38, 0xBD, 0xF8),
    rule: Color(0x94, 0xA3, 0xB8),
    faint: Color(0x64, 0x74, 0x8B),
    grid: Color(0x26, 0x32, 0x49),
};

const TRANSPARENT: Palette = Palette {
    ground: None,
    halo: Some(WHITE),
    muted: Color(0x4B, 0x55, 0x63),
    grid: Color(0xB4, 0xBA, 0xC4),
    ..LIGHT
};

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 1.4.3: text needs this contrast.
    const TEXT: f64 = 4.5;
    /// WCAG 1.4.11: parts needed to understand a graphic need this contrast.
    const GRAPHIC: f64 = 3.0;

    #[test]
    fn every_colour_stands_out_from_its_ground() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            let ground = palette.ground.or(palette.halo).unwrap();
            for text in [
                palette.text,
                palette.muted,
                palette.executives,
                palette.team,
            ] {
                assert!(contrast(text, ground) >= TEXT, "{theme:?} {text:?}");
            }
            for part in [palette.rule, palette.faint] {
                assert!(contrast(part, ground) >= GRAPHIC, "{theme:?} {part:?}");
            }
            assert!(
                contrast(palette.grid, ground) < 2.0,
                "{theme:?}: the grid must stay behind"
            );
        }
    }

    #[test]
    fn letters_stand_out_from_every_step() {
        for color in Steps::COLORS {
            assert!(contrast(Steps::ink(color), color) >= TEXT, "{color:?}");
        }
    }

    #[test]
    fn the_two_sides_weigh_the_same() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            assert!(contrast(palette.executives, palette.team) < 1.05);
        }
    }

    #[test]
    fn contrast_is_that_of_the_guideline() {
        assert!((contrast(Color(0, 0, 0), WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(LIGHT.executives, WHITE) - 5.18).abs() < 0.01);
        assert!((contrast(DARK.team, Color(0x0F, 0x17, 0x2A)) - 8.33).abs() < 0.01);
    }

    fn contrast(one: Color, other: Color) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(Color(red, green, blue): Color) -> f64 {
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn linear(channel: u8) -> f64 {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    }
}

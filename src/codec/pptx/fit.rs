//! How large letters are so that a text fits into its box. Programs shrink a text only once somebody edits it, so long
//! texts say their size themselves. Widths are estimates: nothing here knows a font.

/// How wide titles and texts may be, in points, as master and layouts have it.
const WIDTH: usize = 864;
/// What a letter is at most as wide as: widths are counted in elevenths of it.
const EM: usize = 11;
/// Where letters as wide as high begin: signs, emoji, kana, Han and Hangul. Few after it are narrow, and nothing is lost
/// if they count double.
const WIDE: char = '\u{2300}';
/// By how many points letters become smaller at a time.
const STEP: usize = 4;
/// The smallest size, in points: what is smaller nobody reads from afar.
const SMALLEST: usize = 12;
/// More lines than fit into any box.
const MOST_LINES: usize = 30;

/// A box for text as master and layouts have it.
#[derive(Debug)]
pub(super) struct Frame {
    /// The size of its letters, in points.
    pub(super) size: usize,
    /// Its height, in points.
    pub(super) height: usize,
    /// How wide a Latin letter is on average, in elevenths of an em.
    pub(super) narrow: usize,
    /// How high a line is, in hundredths of the size: the spacing, times 1.2 for letters and what is between lines.
    pub(super) line: usize,
    /// What stands above each paragraph, in points.
    pub(super) before: usize,
}

/// The title in the middle.
pub(super) const OPENING: Frame = Frame {
    size: 44,
    height: 118,
    ..TITLE
};
/// The title of every other slide: bold, and two lines.
pub(super) const TITLE: Frame = Frame {
    size: 26,
    height: 62,
    narrow: 6,
    line: 114,
    before: 0,
};
/// What stands under the title in the middle.
pub(super) const SUBTITLE: Frame = Frame {
    height: 70,
    before: 0,
    ..TEXT
};
/// Text without a picture.
pub(super) const TEXT: Frame = Frame {
    size: 20,
    height: 354,
    narrow: 5,
    line: 126,
    before: 10,
};
/// Text under a picture, where it is highest.
pub(super) const UNDER: Frame = Frame {
    size: 16,
    height: 198,
    before: 3,
    ..TEXT
};

/// What stands over a title: one line.
pub(super) const KICKER: Frame = Frame {
    size: 13,
    height: 20,
    before: 0,
    ..TEXT
};
/// The foot: one line. Its letters are smaller, and so is its box.
pub(super) const FOOTER: Frame = Frame {
    size: SMALLEST,
    ..KICKER
};

impl Frame {
    /// How many lines of letters of this size a paragraph takes.
    pub(super) fn lines(&self, paragraph: &str, size: usize) -> usize {
        let width: usize = paragraph.chars().map(|letter| self.width(letter)).sum();
        width.div_ceil(across(size)).max(1)
    }

    /// The size that these paragraphs say, if not the box's own, and as much of each as fits.
    ///
    /// Only what even the smallest letters have no room for is cut, the longest paragraphs first; the whole of it stands
    /// in the notes then.
    pub(super) fn fitted(&self, paragraphs: &[&str]) -> (Option<usize>, Vec<String>) {
        let (mut size, mut most) = (self.size, MOST_LINES);
        while most > 1 && !self.holds(paragraphs, size, most) {
            if size > SMALLEST {
                size = (size - STEP).max(SMALLEST);
            } else {
                most -= 1;
            }
        }
        let room = most * across(size);
        let shown = paragraphs.iter();
        let shown = shown.map(|paragraph| self.cut(paragraph, room));
        (Some(size).filter(|size| *size < self.size), shown.collect())
    }

    /// Whether paragraphs of at most so many lines fit.
    fn holds(&self, paragraphs: &[&str], size: usize, most: usize) -> bool {
        let heights = paragraphs.iter().map(|paragraph| {
            self.lines(paragraph, size).min(most) * size * self.line + self.before * 100
        });
        heights.sum::<usize>() <= self.height * 100
    }

    fn width(&self, letter: char) -> usize {
        if letter < WIDE { self.narrow } else { EM }
    }

    /// The beginning of what is wider than the room, and room for the sign that says so.
    fn cut(&self, paragraph: &str, room: usize) -> String {
        let (mut width, mut end) = (0, 0);
        for (place, letter) in paragraph.char_indices() {
            if width + EM <= room {
                end = place;
            }
            width += self.width(letter);
        }
        if width <= room {
            return paragraph.to_owned();
        }
        format!("{}…", paragraph[..end].trim_end())
    }
}

/// How wide a line is where letters have this size, in elevenths of an em.
const fn across(size: usize) -> usize {
    WIDTH * EM / size
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How high these paragraphs are at the size that they say, in hundredths of a point, and that size.
    fn measured(frame: &Frame, paragraphs: &[&str]) -> (usize, usize) {
        let (size, shown) = frame.fitted(paragraphs);
        assert_eq!(shown.len(), paragraphs.len());
        let size = size.unwrap_or(frame.size);
        let heights = shown
            .iter()
            .map(|paragraph| frame.lines(paragraph, size) * size * frame.line + frame.before * 100);
        (heights.sum(), size)
    }

    #[test]
    fn long_titles_are_smaller_and_whole() {
        let titles = [
            ("t".repeat(120), 26, 32),
            ("題".repeat(140), 18, 24),
            ("t".repeat(500), 12, 16),
        ];
        for (title, size, opening) in titles {
            for (frame, size) in [(&TITLE, size), (&OPENING, opening)] {
                let (height, found) = measured(frame, &[&title]);
                assert_eq!(found, size, "{}", title.len());
                assert!(height <= frame.height * 100, "{height}");
                assert_eq!(frame.fitted(&[&title]).1, [title.as_str()]);
            }
        }
    }

    #[test]
    fn what_has_no_room_in_the_smallest_letters_ends_with_a_sign() {
        let title = "題".repeat(500);
        let (height, size) = measured(&TITLE, &[&title]);
        assert!(height <= TITLE.height * 100 && size == SMALLEST);
        let (_, shown) = TITLE.fitted(&[&title]);
        // Four lines of 72.
        assert!(shown[0].ends_with("題…") && shown[0].chars().count() == 288);
    }

    #[test]
    fn six_long_fields_fit_under_a_title_and_under_a_picture_and_short_ones_stay_whole() {
        let long = "測".repeat(600);
        for frame in [&TEXT, &UNDER] {
            let (height, size) = measured(frame, &[&*long; 6]);
            assert!(height <= frame.height * 100, "{height}");
            assert_eq!(size, SMALLEST);
            let (_, shown) = frame.fitted(&[&*long; 6]);
            assert!(shown.iter().all(|line| line.ends_with("測…")));
            let (_, shown) = frame.fitted(&[&long.repeat(4), "Short."]);
            assert!(shown[0].ends_with("測…") && shown[1] == "Short.");
        }
        let agreed = "測".repeat(90);
        let agreed = [agreed.as_str(); 6];
        assert_eq!(measured(&TEXT, &agreed).1, 16);
        assert_eq!(TEXT.fitted(&agreed).1, agreed);
    }

    #[test]
    fn what_stands_over_a_title_and_in_the_foot_is_one_line() {
        for (frame, points) in [(&KICKER, 864), (&FOOTER, 771)] {
            for letter in ["W", "名"] {
                let (size, shown) = frame.fitted(&[&letter.repeat(500)]);
                assert!(shown[0].ends_with('…'));
                // The foot's letters are of 10 points.
                let size = if frame.size == SMALLEST {
                    10
                } else {
                    size.unwrap()
                };
                let width: usize = shown[0].chars().map(|letter| frame.width(letter)).sum();
                assert!(width * size <= points * EM, "{letter} {width} {size}");
            }
        }
        assert_eq!(KICKER.fitted(&["Access and use"]).0, None);
    }

    #[test]
    fn what_fits_has_the_size_of_its_box() {
        assert_eq!(TITLE.fitted(&["Short"]), (None, vec!["Short".to_owned()]));
        assert_eq!(TEXT.fitted(&[]), (None, Vec::new()));
        let line = "l".repeat(118);
        assert_eq!(UNDER.lines(&line, 16), 1);
        assert_eq!(UNDER.lines(&format!("{line}l"), 16), 2);
        assert_eq!(UNDER.lines("", 16), 1);
    }
}

//! A day of the calendar.

/// A day, as a person's calendar shows it (Gregorian).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// How many months a year has.
const MONTHS: u8 = 12;

impl Day {
    /// The day written as `2026-11-25`; `None` if there is no such day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            let part = parts.next().filter(|part| part.len() == length)?;
            let is_number = part.bytes().all(|digit| digit.is_ascii_digit());
            is_number.then(|| part.parse::<u16>().ok())?
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let day = Self {
            year,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        };
        (parts.next().is_none() && day.exists()).then_some(day)
    }

    /// The day as `2026-11-25` (ISO 8601).
    #[must_use]
    pub fn to_text(self) -> String {
        let Self { year, month, day } = self;
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Whether the calendar has this day.
    #[must_use]
    pub fn exists(self) -> bool {
        (1..=MONTHS).contains(&self.month)
            && self.day >= 1
            && self.day <= last_of(self.year, self.month)
    }

    /// The day so many days later; the last one that can be written if that lies beyond it.
    #[must_use]
    pub fn plus(self, days: u32) -> Self {
        let mut day = self;
        let mut left = days;
        while left > 0 {
            let rest = u32::from(last_of(day.year, day.month).saturating_sub(day.day));
            if left <= rest {
                day.day = day
                    .day
                    .saturating_add(u8::try_from(left).unwrap_or_default());
                break;
            }
            let Some(next) = day.first_of_next_month() else {
                day.day = last_of(day.year, day.month);
                break;
            };
            left -= rest + 1;
            day = next;
        }
        day
    }

    fn first_of_next_month(self) -> Option<Self> {
        let (year, month) = if self.month < MONTHS {
            (self.year, self.month + 1)
        } else {
            (self.year.checked_add(1).filter(|year| *year <= 9_999)?, 1)
        };
        Some(Self {
            year,
            month,
            day: 1,
        })
    }
}

/// The last day of a month.
const fn last_of(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let day = day("2026-11-25");
        assert_eq!((day.year, day.month, day.day), (2026, 11, 25));
        assert_eq!(day.to_text(), "2026-11-25");
    }

    #[test]
    fn a_day_that_no_calendar_has_is_none() {
        for text in [
            "2026-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-01",
            "2026-01-00",
            "2026-1-1",
            "2026-01-01-01",
            "+026-01-01",
            "",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert!(Day::parse("2028-02-29").is_some());
        assert!(Day::parse("2000-02-29").is_some());
        assert!(Day::parse("2100-02-29").is_none());
    }

    #[test]
    fn days_are_counted_over_months_and_years() {
        for (from, days, to) in [
            ("2026-11-25", 0, "2026-11-25"),
            ("2026-11-25", 5, "2026-11-30"),
            ("2026-11-25", 6, "2026-12-01"),
            ("2026-11-25", 42, "2027-01-06"),
            ("2028-02-28", 1, "2028-02-29"),
            ("2028-02-28", 366, "2029-02-28"),
            ("9999-12-30", 900, "9999-12-31"),
        ] {
            assert_eq!(day(from).plus(days).to_text(), to, "{from} + {days}");
        }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }
}

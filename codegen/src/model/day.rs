//! Days on which something changes.

use std::fmt;

/// A day, or a month of which the day isn't told. Written as in ISO 8601: `2026-06-30`, `2026-06`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year, four digits.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31, if it is told.
    pub day: Option<u8>,
}

impl Day {
    /// The day, unless no calendar has such a month or day.
    #[must_use]
    pub fn new(year: u16, month: u8, day: Option<u8>) -> Option<Self> {
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(is_leap),
            1..=12 => 31,
            _ => return None,
        };
        let is_day = (1000..=9999).contains(&year) && day.is_none_or(|day| (1..=last).contains(&day));
        is_day.then_some(Self { year, month, day })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn months_have_their_lengths() {
        for (year, month, last) in
            [(2026, 1, 31), (2026, 2, 28), (2024, 2, 29), (2000, 2, 29), (2100, 2, 28), (2026, 9, 30)]
        {
            assert!(Day::new(year, month, Some(last)).is_some(), "{year}-{month}-{last}");
            assert_eq!(Day::new(year, month, Some(last + 1)), None, "{year}-{month}");
        }
        assert_eq!((Day::new(2026, 13, None), Day::new(2026, 6, Some(0))), (None, None));
    }
}

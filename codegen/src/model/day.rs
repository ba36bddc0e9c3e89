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
        let is_day =
            (1000..=9999).contains(&year) && (1..=12).contains(&month) && day.is_none_or(|day| (1..=31).contains(&day));
        is_day.then_some(Self { year, month, day })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

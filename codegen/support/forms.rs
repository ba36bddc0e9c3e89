//! The forms that OData gives to days, times and lengths of time ("OData ABNF
//! Construction Rules", primitive literals), read and written in numbers.

use std::fmt;

use super::rest::Rest;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) year: i32,
    /// From 1.
    pub(super) month: u8,
    /// From 1.
    pub(super) day: u8,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) nanosecond: u32,
}

/// A point in time, as the clocks somewhere show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: Day,
    pub(super) time: Time,
    /// Minutes that the clocks are ahead of UTC.
    pub(super) offset: i32,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) negative: bool,
    pub(super) seconds: u64,
    pub(super) nanoseconds: u32,
}

/// A type with a form of its own.
pub(super) trait Form: Sized {
    /// What the text says, if it has the form.
    fn parse(text: &str) -> Option<Self> {
        let mut rest = Rest::of(text);
        let value = Self::read(&mut rest)?;
        rest.is_empty().then_some(value)
    }
    /// Reads as much of a text as belongs to the value.
    fn read(rest: &mut Rest<'_>) -> Option<Self>;
}

impl Day {
    fn days_in_month(self) -> u8 {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

/// `2026-01-31`, and years of more digits or below zero.
impl Form for Day {
    fn read(rest: &mut Rest<'_>) -> Option<Self> {
        let negative = rest.eat(b'-');
        let (year, digits) = rest.number()?;
        let year = i32::try_from(year).ok().filter(|_| digits >= 4)?;
        rest.expect(b'-')?;
        let month = rest.pair(12).filter(|month| *month > 0)?;
        rest.expect(b'-')?;
        let day = rest.pair(31).filter(|day| *day > 0)?;
        let value = Day { year: if negative { -year } else { year }, month, day };
        (day <= value.days_in_month()).then_some(value)
    }
}

/// `23:59`, `23:59:59`, `23:59:59.9999999`.
impl Form for Time {
    fn read(rest: &mut Rest<'_>) -> Option<Self> {
        let hour = rest.pair(23)?;
        rest.expect(b':')?;
        let minute = rest.pair(59)?;
        let second =
            if rest.eat(b':') { rest.pair(59)? } else { return Some(Time { hour, minute, second: 0, nanosecond: 0 }) };
        let nanosecond = if rest.eat(b'.') { rest.fraction()? } else { 0 };
        Some(Time { hour, minute, second, nanosecond })
    }
}

/// `2026-01-31T23:59:59Z`, `2026-01-31T23:59:59.9999999-08:00`.
impl Form for Moment {
    fn read(rest: &mut Rest<'_>) -> Option<Self> {
        let day = Day::read(rest)?;
        rest.expect(b'T')?;
        let time = Time::read(rest)?;
        if rest.eat(b'Z') {
            return Some(Moment { day, time, offset: 0 });
        }
        let west = rest.eat(b'-');
        if !west {
            rest.expect(b'+')?;
        }
        let hours = i32::from(rest.pair(23)?);
        rest.expect(b':')?;
        let offset = hours * 60 + i32::from(rest.pair(59)?);
        Some(Moment { day, time, offset: if west { -offset } else { offset } })
    }
}

/// `P1DT12H30M5.25S`, and parts of it. Years and months, which ISO 8601 has
/// too, are no fixed lengths of time and not OData's.
impl Form for Length {
    fn read(rest: &mut Rest<'_>) -> Option<Self> {
        let negative = rest.eat(b'-');
        if !negative {
            rest.eat(b'+');
        }
        rest.expect(b'P')?;
        let days = rest.part(b'D');
        let mut parts = [(days, 86_400), (None, 3600), (None, 60), (None, 1)];
        let mut nanoseconds = 0;
        if rest.eat(b'T') {
            let [_, hours, minutes, seconds] = &mut parts;
            hours.0 = rest.part(b'H');
            minutes.0 = rest.part(b'M');
            if let Some((whole, fraction)) = rest.seconds() {
                (seconds.0, nanoseconds) = (Some(whole), fraction);
            }
            parts.iter().skip(1).find_map(|(number, _)| *number)?;
        }
        parts.iter().find_map(|(number, _)| *number)?;
        let mut seconds = 0_u64;
        for (number, length) in parts {
            seconds = seconds.checked_add(number.unwrap_or_default().checked_mul(length)?)?;
        }
        Some(Length { negative, seconds, nanoseconds })
    }
}

/// Nanoseconds as the digits behind a point, without zeros at the end.
fn write_fraction(nanoseconds: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match nanoseconds {
        0 => Ok(()),
        _ => write!(f, ".{}", format!("{nanoseconds:09}").trim_end_matches('0')),
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{:02}-{:02}", self.year.unsigned_abs(), self.month, self.day)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.hour, self.minute, self.second)?;
        write_fraction(self.nanosecond, f)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.day, self.time)?;
        match (self.offset, self.offset.unsigned_abs()) {
            (0, _) => f.write_str("Z"),
            (east, minutes) => {
                let sign = if east < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, rest) = (self.seconds / 86_400, self.seconds % 86_400);
        f.write_str(if self.negative { "-P" } else { "P" })?;
        if days > 0 {
            write!(f, "{days}D")?;
        }
        if rest > 0 || self.nanoseconds > 0 || days == 0 {
            f.write_str("T")?;
        }
        for (number, unit) in [(rest / 3600, 'H'), (rest / 60 % 60, 'M')] {
            if number > 0 {
                write!(f, "{number}{unit}")?;
            }
        }
        let second = rest % 60;
        if second > 0 || self.nanoseconds > 0 || self.seconds == 0 {
            write!(f, "{second}")?;
            write_fraction(self.nanoseconds, f)?;
            f.write_str("S")?;
        }
        Ok(())
    }
}

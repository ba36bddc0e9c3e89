//! The standard library's types.

use std::time::{Duration as Std, SystemTime, UNIX_EPOCH};

use super::super::forms::{Day, Length, Moment, Time};
use super::super::{DateTimeOffset, Duration};
use super::InvalidScalar;

const DAY: i64 = 86_400;

/// Days from 1970-01-01 to a day. Months are counted from March, so that the
/// leap day is the last of a year.
fn days_since_epoch(day: Day) -> i64 {
    let (year, month) = (i64::from(day.year), i64::from(day.month));
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (153 * month + 2) / 5 + i64::from(day.day) - 719_469
}

/// The day that is so many days after 1970-01-01, if its year is any.
fn day_after_epoch(days: i64) -> Option<Day> {
    const FOUR_CENTURIES: i64 = 146_097;
    // Since March 1 of the year 0.
    let days = days.checked_add(719_468)?;
    let (cycle, day) = (days.div_euclid(FOUR_CENTURIES), days.rem_euclid(FOUR_CENTURIES));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    let year = i32::try_from(cycle * 400 + year).ok()?;
    Some(Day { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
}

impl TryFrom<&DateTimeOffset> for SystemTime {
    type Error = InvalidScalar;

    fn try_from(value: &DateTimeOffset) -> Result<Self, InvalidScalar> {
        value.fit("std::time::SystemTime", |Moment { day, time, offset }| {
            let (hours, minutes) = (i64::from(time.hour), i64::from(time.minute) - i64::from(offset));
            let seconds = days_since_epoch(day) * DAY + hours * 3600 + minutes * 60 + i64::from(time.second);
            let whole = Std::from_secs(seconds.unsigned_abs());
            let start = if seconds < 0 { UNIX_EPOCH.checked_sub(whole) } else { UNIX_EPOCH.checked_add(whole) };
            start?.checked_add(Std::from_nanos(time.nanosecond.into()))
        })
    }
}

impl TryFrom<SystemTime> for DateTimeOffset {
    type Error = InvalidScalar;

    fn try_from(value: SystemTime) -> Result<Self, InvalidScalar> {
        let (seconds, nanosecond) = match value.duration_since(UNIX_EPOCH) {
            Ok(after) => (i64::try_from(after.as_secs()).ok(), after.subsec_nanos()),
            Err(before) => {
                let before = before.duration();
                match (i64::try_from(before.as_secs()).ok(), before.subsec_nanos()) {
                    (seconds, 0) => (seconds.map(|seconds| -seconds), 0),
                    (seconds, nanosecond) => (seconds.map(|seconds| -seconds - 1), 1_000_000_000 - nanosecond),
                }
            }
        };
        let moment = seconds.and_then(|seconds| {
            let second_of_day = seconds.rem_euclid(DAY);
            let pair = |number: i64| u8::try_from(number).ok();
            let time = Time {
                hour: pair(second_of_day / 3600)?,
                minute: pair(second_of_day / 60 % 60)?,
                second: pair(second_of_day % 60)?,
                nanosecond,
            };
            Some(Moment { day: day_after_epoch(seconds.div_euclid(DAY))?, time, offset: 0 })
        });
        let found = || InvalidScalar::range(&format!("{value:?}"), "Edm.DateTimeOffset");
        moment.map(DateTimeOffset::from).ok_or_else(found)
    }
}

impl TryFrom<&Duration> for Std {
    type Error = InvalidScalar;

    fn try_from(value: &Duration) -> Result<Self, InvalidScalar> {
        value.fit("std::time::Duration", |Length { negative, seconds, nanoseconds }| {
            let length = Std::new(seconds, nanoseconds);
            (!negative || length.is_zero()).then_some(length)
        })
    }
}

impl From<Std> for Duration {
    fn from(value: Std) -> Self {
        Length { negative: false, seconds: value.as_secs(), nanoseconds: value.subsec_nanos() }.into()
    }
}

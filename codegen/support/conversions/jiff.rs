//! The types of the crate `jiff`: those that have the same name in 0.2 and 1.

use ::jiff::civil::{self, DateTime};
use ::jiff::tz::Offset;
use ::jiff::{SignedDuration, Timestamp};

use super::super::forms::{Day, Length, Moment, Time};
use super::super::{Date, DateTimeOffset, Duration, TimeOfDay};
use super::InvalidScalar;

fn date(day: Day) -> Option<civil::Date> {
    civil::Date::new(day.year.try_into().ok()?, day.month.try_into().ok()?, day.day.try_into().ok()?).ok()
}

fn time(time: Time) -> Option<civil::Time> {
    let pair = |number: u8| i8::try_from(number).ok();
    let nanosecond = time.nanosecond.try_into().ok()?;
    civil::Time::new(pair(time.hour)?, pair(time.minute)?, pair(time.second)?, nanosecond).ok()
}

fn offset(moment: Moment) -> Option<Offset> {
    Offset::from_seconds(moment.offset * 60).ok()
}

fn timestamp(moment: Moment) -> Option<Timestamp> {
    let local = DateTime::from_parts(date(moment.day)?, time(moment.time)?);
    offset(moment)?.to_timestamp(local).ok()
}

fn day(date: civil::Date) -> Day {
    Day { year: date.year().into(), month: date.month().unsigned_abs(), day: date.day().unsigned_abs() }
}

fn time_of_day(time: civil::Time) -> Time {
    Time {
        hour: time.hour().unsigned_abs(),
        minute: time.minute().unsigned_abs(),
        second: time.second().unsigned_abs(),
        nanosecond: time.subsec_nanosecond().unsigned_abs(),
    }
}

/// jiff's range ends on 9999-12-30 in UTC, so it can't hold Graph's word for
/// "never", `9999-12-31T23:59:59Z`: that is an error.
impl TryFrom<&DateTimeOffset> for Timestamp {
    type Error = InvalidScalar;

    fn try_from(value: &DateTimeOffset) -> Result<Self, InvalidScalar> {
        value.fit("jiff::Timestamp", timestamp)
    }
}

/// How far the clocks are ahead of UTC that the text shows.
impl TryFrom<&DateTimeOffset> for Offset {
    type Error = InvalidScalar;

    fn try_from(value: &DateTimeOffset) -> Result<Self, InvalidScalar> {
        value.fit("jiff::tz::Offset", offset)
    }
}

impl From<Timestamp> for DateTimeOffset {
    fn from(value: Timestamp) -> Self {
        let utc = Offset::UTC.to_datetime(value);
        Moment { day: day(utc.date()), time: time_of_day(utc.time()), offset: 0 }.into()
    }
}

impl TryFrom<&Date> for civil::Date {
    type Error = InvalidScalar;

    fn try_from(value: &Date) -> Result<Self, InvalidScalar> {
        value.fit("jiff::civil::Date", date)
    }
}

impl From<civil::Date> for Date {
    fn from(value: civil::Date) -> Self {
        day(value).into()
    }
}

impl TryFrom<&TimeOfDay> for civil::Time {
    type Error = InvalidScalar;

    fn try_from(value: &TimeOfDay) -> Result<Self, InvalidScalar> {
        value.fit("jiff::civil::Time", time)
    }
}

impl From<civil::Time> for TimeOfDay {
    fn from(value: civil::Time) -> Self {
        time_of_day(value).into()
    }
}

impl TryFrom<&Duration> for SignedDuration {
    type Error = InvalidScalar;

    fn try_from(value: &Duration) -> Result<Self, InvalidScalar> {
        value.fit("jiff::SignedDuration", |Length { negative, seconds, nanoseconds }| {
            let length = SignedDuration::new(i64::try_from(seconds).ok()?, i32::try_from(nanoseconds).ok()?);
            Some(if negative { -length } else { length })
        })
    }
}

impl From<SignedDuration> for Duration {
    fn from(value: SignedDuration) -> Self {
        let nanoseconds = value.subsec_nanos().unsigned_abs();
        Length { negative: value.is_negative(), seconds: value.as_secs().unsigned_abs(), nanoseconds }.into()
    }
}

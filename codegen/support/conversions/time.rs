//! The types of the crate `time`.

use ::time::{Date as Calendar, Duration as Signed, Month, OffsetDateTime, Time as Clock, UtcOffset};

use super::super::forms::{Day, Length, Moment, Time};
use super::super::{Date, DateTimeOffset, Duration, TimeOfDay};
use super::InvalidScalar;

fn date(day: Day) -> Option<Calendar> {
    Calendar::from_calendar_date(day.year, Month::try_from(day.month).ok()?, day.day).ok()
}

fn time(time: Time) -> Option<Clock> {
    Clock::from_hms_nano(time.hour, time.minute, time.second, time.nanosecond).ok()
}

fn date_time(moment: Moment) -> Option<OffsetDateTime> {
    let offset = UtcOffset::from_whole_seconds(moment.offset * 60).ok()?;
    let value = date(moment.day)?.with_time(time(moment.time)?).assume_offset(offset);
    // Beyond the range in UTC, many of its methods panic.
    value.checked_to_offset(UtcOffset::UTC)?;
    Some(value)
}

fn day(date: Calendar) -> Day {
    Day { year: date.year(), month: date.month().into(), day: date.day() }
}

fn time_of_day(time: Clock) -> Time {
    let (hour, minute, second, nanosecond) = time.as_hms_nano();
    Time { hour, minute, second, nanosecond }
}

impl TryFrom<&DateTimeOffset> for OffsetDateTime {
    type Error = InvalidScalar;

    fn try_from(value: &DateTimeOffset) -> Result<Self, InvalidScalar> {
        value.fit("time::OffsetDateTime", date_time)
    }
}

impl From<OffsetDateTime> for DateTimeOffset {
    fn from(value: OffsetDateTime) -> Self {
        // Clocks of long ago were set to the second; OData's are to the minute.
        let whole = value.offset().seconds_past_minute() == 0;
        let utc = (!whole).then(|| value.checked_to_offset(UtcOffset::UTC)).flatten();
        let value = utc.unwrap_or(value);
        let offset = value.offset().whole_seconds() / 60;
        Moment { day: day(value.date()), time: time_of_day(value.time()), offset }.into()
    }
}

impl TryFrom<&Date> for Calendar {
    type Error = InvalidScalar;

    fn try_from(value: &Date) -> Result<Self, InvalidScalar> {
        value.fit("time::Date", date)
    }
}

impl From<Calendar> for Date {
    fn from(value: Calendar) -> Self {
        day(value).into()
    }
}

impl TryFrom<&TimeOfDay> for Clock {
    type Error = InvalidScalar;

    fn try_from(value: &TimeOfDay) -> Result<Self, InvalidScalar> {
        value.fit("time::Time", time)
    }
}

impl From<Clock> for TimeOfDay {
    fn from(value: Clock) -> Self {
        time_of_day(value).into()
    }
}

impl TryFrom<&Duration> for Signed {
    type Error = InvalidScalar;

    fn try_from(value: &Duration) -> Result<Self, InvalidScalar> {
        value.fit("time::Duration", |Length { negative, seconds, nanoseconds }| {
            let length = Signed::new(i64::try_from(seconds).ok()?, i32::try_from(nanoseconds).ok()?);
            Some(if negative { -length } else { length })
        })
    }
}

impl From<Signed> for Duration {
    fn from(value: Signed) -> Self {
        let nanoseconds = value.subsec_nanoseconds().unsigned_abs();
        Length { negative: value.is_negative(), seconds: value.whole_seconds().unsigned_abs(), nanoseconds }.into()
    }
}

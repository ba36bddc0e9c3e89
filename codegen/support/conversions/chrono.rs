//! The types of the crate `chrono`.

use ::chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone, Timelike, Utc};

use super::super::forms::{Day, Length, Moment, Time};
use super::super::{Date, DateTimeOffset, Duration, TimeOfDay};
use super::InvalidScalar;

/// The last nanosecond of a second. In leap seconds, chrono counts on; OData
/// has none.
const LAST: u32 = 999_999_999;

fn date(day: Day) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year, day.month.into(), day.day.into())
}

fn time(time: Time) -> Option<NaiveTime> {
    NaiveTime::from_hms_nano_opt(time.hour.into(), time.minute.into(), time.second.into(), time.nanosecond)
}

fn date_time(moment: Moment) -> Option<DateTime<FixedOffset>> {
    let offset = FixedOffset::east_opt(moment.offset * 60)?;
    date(moment.day)?.and_time(time(moment.time)?).and_local_timezone(offset).single()
}

fn day(date: NaiveDate) -> Day {
    // Months and days fit.
    Day { year: date.year(), month: date.month() as u8, day: date.day() as u8 }
}

fn time_of_day(time: NaiveTime) -> Time {
    Time {
        hour: time.hour() as u8,
        minute: time.minute() as u8,
        second: time.second() as u8,
        nanosecond: time.nanosecond().min(LAST),
    }
}

impl TryFrom<&DateTimeOffset> for DateTime<FixedOffset> {
    type Error = InvalidScalar;

    fn try_from(value: &DateTimeOffset) -> Result<Self, InvalidScalar> {
        value.fit("chrono::DateTime", date_time)
    }
}

impl TryFrom<&DateTimeOffset> for DateTime<Utc> {
    type Error = InvalidScalar;

    fn try_from(value: &DateTimeOffset) -> Result<Self, InvalidScalar> {
        value.fit("chrono::DateTime", date_time).map(|value| value.to_utc())
    }
}

impl<Tz: TimeZone> From<DateTime<Tz>> for DateTimeOffset {
    fn from(value: DateTime<Tz>) -> Self {
        let offset = value.offset().fix();
        // Clocks of long ago were set to the second; OData's are to the minute.
        let whole = offset.local_minus_utc() % 60 == 0;
        let local = value.naive_utc().checked_add_offset(offset).filter(|_| whole);
        let (local, offset) = match local {
            Some(local) => (local, offset.local_minus_utc() / 60),
            None => (value.naive_utc(), 0),
        };
        Moment { day: day(local.date()), time: time_of_day(local.time()), offset }.into()
    }
}

impl TryFrom<&Date> for NaiveDate {
    type Error = InvalidScalar;

    fn try_from(value: &Date) -> Result<Self, InvalidScalar> {
        value.fit("chrono::NaiveDate", date)
    }
}

impl From<NaiveDate> for Date {
    fn from(value: NaiveDate) -> Self {
        day(value).into()
    }
}

impl TryFrom<&TimeOfDay> for NaiveTime {
    type Error = InvalidScalar;

    fn try_from(value: &TimeOfDay) -> Result<Self, InvalidScalar> {
        value.fit("chrono::NaiveTime", time)
    }
}

impl From<NaiveTime> for TimeOfDay {
    fn from(value: NaiveTime) -> Self {
        time_of_day(value).into()
    }
}

impl TryFrom<&Duration> for TimeDelta {
    type Error = InvalidScalar;

    fn try_from(value: &Duration) -> Result<Self, InvalidScalar> {
        value.fit("chrono::TimeDelta", |Length { negative, seconds, nanoseconds }| {
            let length = TimeDelta::new(i64::try_from(seconds).ok()?, nanoseconds)?;
            Some(if negative { -length } else { length })
        })
    }
}

impl From<TimeDelta> for Duration {
    fn from(value: TimeDelta) -> Self {
        let nanoseconds = value.subsec_nanos().unsigned_abs();
        Length { negative: value < TimeDelta::zero(), seconds: value.num_seconds().unsigned_abs(), nanoseconds }.into()
    }
}

//! Scalars as the types of other crates, there and back.

use std::fs;
use std::time::{Duration as Std, SystemTime};

use msgraph_bindgen_tests::{real_docs, tell};
use msgraph_bindings::support::{Date, DateTimeOffset, Duration, Guid, InvalidScalar, TimeOfDay};
use proptest::prelude::*;

/// As each library that has the type, in text that all can be compared by.
fn moments(value: &DateTimeOffset) -> [Result<String, InvalidScalar>; 5] {
    [
        chrono::DateTime::<chrono::FixedOffset>::try_from(value).map(|at| DateTimeOffset::from(at).to_string()),
        time::OffsetDateTime::try_from(value).map(|at| DateTimeOffset::from(at).to_string()),
        chrono::DateTime::<chrono::Utc>::try_from(value).map(|at| DateTimeOffset::from(at).to_string()),
        SystemTime::try_from(value).map(|at| DateTimeOffset::try_from(at).expect("a year").to_string()),
        jiff::Timestamp::try_from(value).map(|at| DateTimeOffset::from(at).to_string()),
    ]
}

fn lengths(value: &Duration) -> [Result<Duration, InvalidScalar>; 3] {
    [
        chrono::TimeDelta::try_from(value).map(Duration::from),
        jiff::SignedDuration::try_from(value).map(Duration::from),
        time::Duration::try_from(value).map(Duration::from),
    ]
}

fn days(value: &Date) -> [Result<Date, InvalidScalar>; 3] {
    [
        chrono::NaiveDate::try_from(value).map(Date::from),
        jiff::civil::Date::try_from(value).map(Date::from),
        time::Date::try_from(value).map(Date::from),
    ]
}

fn times(value: &TimeOfDay) -> [Result<TimeOfDay, InvalidScalar>; 3] {
    [
        chrono::NaiveTime::try_from(value).map(TimeOfDay::from),
        jiff::civil::Time::try_from(value).map(TimeOfDay::from),
        time::Time::try_from(value).map(TimeOfDay::from),
    ]
}

#[test]
fn points_in_time_keep_instant_fraction_and_offset() {
    for (text, utc) in [
        ("2026-01-31T23:59:59.1234567Z", "2026-01-31T23:59:59.1234567Z"),
        ("2026-01-31T23:59:59.123456789+05:45", "2026-01-31T18:14:59.123456789Z"),
        ("2016-03-15T20:27:54.7-08:00", "2016-03-16T04:27:54.7Z"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
        ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
    ] {
        let moments = moments(&text.into()).map(|moment| moment.expect(text));
        assert_eq!(moments, [text, text, utc, utc, utc], "{text}");
    }
    let at = chrono::DateTime::<chrono::Utc>::try_from(&DateTimeOffset::new("2026-01-31T23:59:59.25+01:00"));
    assert_eq!(at.expect("a time").timestamp_millis(), 1_769_900_399_250);
    let seconds = DateTimeOffset::new("2026-01-31t23:59z");
    assert_eq!(SystemTime::try_from(&seconds), Ok(SystemTime::UNIX_EPOCH + Std::from_secs(1_769_903_940)));
}

#[test]
fn what_a_library_cannot_hold_is_an_error_that_says_so() {
    let never = DateTimeOffset::new("9999-12-31T23:59:59.9999999Z");
    let [chrono, time, _, std, jiff] = moments(&never);
    assert_eq!([chrono, time, std].map(Result::unwrap), [never.as_str(); 3]);
    let error = jiff.expect_err("later than jiff's last timestamp");
    assert_eq!(error.to_string(), "`9999-12-31T23:59:59.9999999Z` is out of the range of `jiff::Timestamp`");
    assert_eq!(error.found(), never.as_str());
    let west = DateTimeOffset::new("9999-12-31T23:59:59-01:00");
    assert!(time::OffsetDateTime::try_from(&west).is_err());
    assert!(chrono::DateTime::<chrono::Utc>::try_from(&west).is_ok());
    let error = Std::try_from(&Duration::new("-PT1S")).expect_err("negative");
    assert_eq!(error.to_string(), "`-PT1S` is out of the range of `std::time::Duration`");
    assert!(lengths(&"P99999999999999D".into()).iter().any(Result::is_err));
    assert!(lengths(&"P99999999999999999999D".into()).iter().all(Result::is_err));
}

#[test]
fn what_has_not_the_form_is_an_error_that_says_what_was_found() {
    for text in [
        "",
        "soon",
        "2026-01-31",
        "2026-01-31T23:59:59",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T23:59:60Z",
        "2026-01-31T23:59:59.Z",
        "2026-01-31T23:59:59Z ",
        "26-01-31T23:59:59Z",
        "2026-1-31T23:59:59Z",
        "2026-01-31 23:59:59Z",
        "2026-01-31T23:59:59+1:00",
        "é",
        "99999999999-01-31T23:59:59Z",
    ] {
        for found in moments(&text.into()) {
            let expected = format!("expected a point in time like `2026-01-31T23:59:59.5Z`, found `{text}`");
            assert_eq!(found.expect_err(text).to_string(), expected);
        }
    }
    for text in ["P", "PT", "P1DT", "P1Y", "P1M", "P1W", "1D", "P1.5D", "PT1.5M", "PT.5S", "PT1H1D", "PT1S1M", "--P1D"]
    {
        assert!(lengths(&text.into()).iter().all(Result::is_err), "{text}");
    }
    assert!(times(&"25:00".into()).iter().chain(&times(&"1:00".into())).all(Result::is_err));
    assert!(days(&"2026-04-31".into()).iter().chain(&days(&"2026-04-31Z".into())).all(Result::is_err));
    let error = uuid::Uuid::try_from(&Guid::new("8f3c2d1e")).expect_err("too short");
    assert!(error.to_string().ends_with(", found `8f3c2d1e`"), "{error}");
}

#[test]
fn lengths_of_time_are_summed_up() {
    for (text, seconds, nanoseconds, written) in [
        ("PT8H", 28_800, 0, "PT8H"),
        ("P1DT12H30M5.25S", 131_405, 250_000_000, "P1DT12H30M5.25S"),
        ("PT90M", 5_400, 0, "PT1H30M"),
        ("P0D", 0, 0, "PT0S"),
        ("+PT0.0000001S", 0, 100, "PT0.0000001S"),
    ] {
        let value = Duration::new(text);
        let length = Std::try_from(&value).expect(text);
        assert_eq!(length, Std::new(seconds, nanoseconds), "{text}");
        assert_eq!(Duration::from(length).as_str(), written);
        assert_eq!(lengths(&value).map(|length| length.expect(text).to_string()), [written; 3]);
    }
    let back = lengths(&"-PT5M12.2930000S".into()).map(|length| length.expect("a length").to_string());
    assert_eq!(back, ["-PT5M12.293S"; 3]);
}

proptest! {
    #[test]
    fn points_in_time_go_there_and_back(
        seconds in -62_135_510_400_i64..=253_402_207_200,
        nanosecond in 0..1_000_000_000_u32,
        minutes in -14 * 60..=14 * 60,
    ) {
        let offset = chrono::FixedOffset::east_opt(minutes * 60).expect("an offset");
        let at = chrono::DateTime::from_timestamp(seconds, nanosecond).expect("a time").with_timezone(&offset);
        let value = DateTimeOffset::from(at);
        prop_assert_eq!(chrono::DateTime::parse_from_rfc3339(value.as_str()), Ok(at));
        prop_assert_eq!(chrono::DateTime::try_from(&value), Ok(at));
        let [chrono, time, utc, std, jiff] = moments(&value).map(|moment| moment.expect("a time"));
        prop_assert_eq!(&[&chrono, &time], &[value.as_str(); 2]);
        prop_assert_eq!(&[&utc, &std], &[&jiff; 2]);
        let (date, time) = (Date::from(at.date_naive()), TimeOfDay::from(at.time()));
        prop_assert_eq!(days(&date), [(); 3].map(|()| Ok(date.clone())));
        prop_assert_eq!(times(&time), [(); 3].map(|()| Ok(time.clone())));
    }

    #[test]
    fn lengths_of_time_go_there_and_back(milliseconds in -i64::MAX / 2..=i64::MAX / 2, nanoseconds in 0..1_000_000_i64) {
        let length = chrono::TimeDelta::milliseconds(milliseconds) + chrono::TimeDelta::nanoseconds(nanoseconds);
        let value = Duration::from(length);
        prop_assert_eq!(chrono::TimeDelta::try_from(&value), Ok(length));
        prop_assert_eq!(lengths(&value), [(); 3].map(|()| Ok(value.clone())));
    }

    #[test]
    fn no_text_makes_a_conversion_panic(text in "[-+PTZ0-9:.DHMS]{0,24}|\\PC{0,12}") {
        let _ = (moments(&text.as_str().into()), lengths(&text.as_str().into()));
        let _ = (days(&text.as_str().into()), times(&text.as_str().into()));
    }

    #[test]
    fn identifiers_go_there_and_back(number: u128) {
        let uuid = uuid::Uuid::from_u128(number);
        prop_assert_eq!(uuid::Uuid::try_from(&Guid::from(uuid)), Ok(uuid));
        let upper = Guid::new(uuid.to_string().to_uppercase());
        prop_assert_eq!(uuid::Uuid::try_from(&upper), Ok(uuid));
    }
}

/// The form of a text: digits as `0`; those of a fraction, and those of a number in a length of time, as one.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    let mut fraction = false;
    for character in text.chars() {
        fraction = character == '.' || fraction && character.is_ascii_digit();
        let shown = if character.is_ascii_digit() { '0' } else { character };
        if !((fraction || text.contains('P')) && shown == '0' && shape.ends_with('0')) {
            shape.push(shown);
        }
    }
    shape
}

const GUID: &str = "00000000-0000-0000-0000-000000000000";

/// What failed as a text was converted to all types that can hold it; nothing, if it is not of the form of a scalar.
fn convert(text: &str) -> Option<Vec<InvalidScalar>> {
    let shape = shape(text);
    let is = |forms: &[&str]| forms.contains(&shape.as_str());
    let length = shape.trim_start_matches('-');
    let failed: Vec<Option<InvalidScalar>> = if is(&["0000-00-00"]) {
        days(&text.into()).map(Result::err).into()
    } else if is(&["00:00:00", "00:00:00.0"]) {
        times(&text.into()).map(Result::err).into()
    } else if let Some(local) = shape.strip_prefix("0000-00-00T00:00:00").map(|rest| rest.trim_start_matches(".0"))
        && ["Z", "+00:00", "-00:00"].contains(&local)
    {
        moments(&text.into()).map(Result::err).into()
    } else if length.starts_with("P0") || length.starts_with("PT0") {
        lengths(&text.into()).map(Result::err).into()
    } else if text.len() == GUID.len()
        && text
            .bytes()
            .zip(GUID.bytes())
            .all(|(byte, form)| if form == b'-' { byte == b'-' } else { byte.is_ascii_hexdigit() })
    {
        vec![uuid::Uuid::try_from(&Guid::new(text)).err()]
    } else {
        return None;
    };
    Some(failed.into_iter().flatten().collect())
}

fn strings(value: &serde_json::Value, found: &mut impl FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => found(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        serde_json::Value::Object(members) => members.values().for_each(|member| strings(member, found)),
        _ => {}
    }
}

#[test]
fn every_scalar_of_the_documented_form_converts() {
    let Some(root) = real_docs("every_scalar_of_the_documented_form_converts") else { return };
    let Ok(examples) = fs::read_to_string(root.join("examples-2021-07.jsonl")) else {
        tell("every_scalar_of_the_documented_form_converts: skipped, for there are no examples");
        return;
    };
    let (mut converted, mut failed) = (0, Vec::new());
    for line in examples.lines() {
        let example: serde_json::Value = serde_json::from_str(line).expect("JSON");
        strings(&example["payload"], &mut |text| match convert(text) {
            Some(errors) if errors.is_empty() => converted += 1,
            Some(errors) => failed.extend(errors.iter().map(ToString::to_string)),
            None => {}
        });
    }
    tell(&format!("every_scalar_of_the_documented_form_converts: {converted} scalars"));
    assert!(converted > 10_000, "only {converted} scalars were found");
    // Later than jiff's last timestamp.
    assert_eq!(failed, ["`9999-12-31T23:59:59.9999999Z` is out of the range of `jiff::Timestamp`"]);
}

//! Strings and numbers with a meaning.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use serde::de::IntoDeserializer;
use serde::de::value::{self, MapDeserializer};

use super::*;
use support::{Binary, DateTimeOffset, Decimal, Flags, Guid, InvalidBase64, InvalidScalar};

#[test]
fn numbers_are_read_in_all_their_forms() {
    let everything: Everything = read(
        r#"{"byte":255,"double":"INF","int16":-7.0,"int32":10.0,"int64":"-9223372036854775808",
            "longs":[1,"2",3.0,18014398509481984],"sbyte":-128}"#,
    );
    assert_eq!(everything.int64, Some(i64::MIN));
    assert_eq!(
        write(&everything),
        concat!(
            r#"{"byte":255,"double":"INF","int16":-7,"int32":10,"int64":-9223372036854775808,"#,
            r#""longs":[1,2,3,18014398509481984],"sbyte":-128}"#
        )
    );
    let json = r#"{"double":"NaN"}"#;
    let everything: Everything = serde_json::from_str(json).unwrap();
    assert!(everything.double.is_some_and(f64::is_nan));
    assert_eq!(write(&everything), json);
    let copy = everything.clone();
    assert!(copy.double.is_some_and(f64::is_nan), "{copy:?}");
    // As of floats themselves.
    assert_ne!(everything, copy);
    for (json, value) in [(r#"{"double":"INF"}"#, f64::INFINITY), (r#"{"double":"-INF"}"#, f64::NEG_INFINITY)] {
        let infinite: Everything = read(json);
        assert_eq!((infinite.clone().double, write(&infinite).as_str()), (Some(value), json));
        assert_eq!(infinite.clone(), infinite);
    }
}

/// From a `Value` under serde_json's feature `arbitrary_precision`, or from other formats.
#[test]
fn numbers_that_64_bits_can_not_hold_are_read() {
    const WIDE: i128 = -79_228_162_514_264_337_593_543_950_336;
    fn read<T: DeserializeOwned>(name: &str, value: impl IntoDeserializer<'static, value::Error>) -> T {
        T::deserialize(MapDeserializer::new(std::iter::once((name, value)))).unwrap()
    }
    let everything: Everything = read("decimal", WIDE);
    assert_eq!(everything.decimal.as_ref().map(Decimal::as_str), Some(WIDE.to_string().as_str()));
    assert_eq!(
        read::<Everything>("decimal", WIDE.unsigned_abs()).decimal,
        Some(WIDE.unsigned_abs().to_string().into())
    );
    assert_eq!(read::<Everything>("double", WIDE).double, Some(-7.922_816_251_426_434e28));
    let rounded = serde_json::json!({ "any": -7.922_816_251_426_434e28 });
    assert_eq!(serde_json::to_value(read::<Everything>("any", WIDE)).unwrap(), rounded);
    assert_eq!(serde_json::to_value(read::<Nothing>("any", WIDE)).unwrap(), rounded);
    // Set aside until all is read, for no type is named.
    assert_eq!(serde_json::to_value(read::<Shape>("any", WIDE)).unwrap(), rounded);
    for small in [5_i64, -5] {
        let kept = serde_json::to_value(read::<Shape>("any", i128::from(small))).unwrap();
        assert_eq!(kept, serde_json::json!({ "any": small }));
    }
    let refusal = Everything::deserialize(MapDeserializer::<_, value::Error>::new([("bool", WIDE)].into_iter()));
    assert!(refusal.unwrap_err().to_string().contains("expected a boolean, found a number"));
}

#[test]
fn decimals_keep_their_digits() {
    let json = r#"{"decimal":"79228162514264337593543950335"}"#;
    assert_eq!(write(&read::<Everything>(json)), json);
    for number in ["12.5", "0", "-3", "18446744073709551615", "0.30000000000000004"] {
        let decimal: Decimal = serde_json::from_str(number).unwrap();
        assert_eq!((decimal.as_str(), decimal.is_quoted()), (number, false));
        assert_eq!(write(&decimal), number);
        assert_eq!(decimal, Decimal::new(number));
        assert!(!Decimal::new(number).is_quoted());
    }
    // Written as a number, although the number has a shorter form.
    let everything = Everything { decimal: Some("12.50".into()), ..Everything::default() };
    assert_eq!(write(&everything), r#"{"decimal":12.5}"#);
    assert_eq!(everything.clone().decimal.unwrap().as_str(), "12.50");
    let long = Decimal::new("0.12345678901234567890");
    assert_eq!(write(&long), r#""0.12345678901234567890""#);
    assert_eq!(write(&Decimal::new("many")), r#""many""#);
    let error = serde_json::from_str::<Decimal>("true").unwrap_err().to_string();
    assert!(error.starts_with("value of `Decimal`: expected a decimal number, found a boolean"));
}

#[test]
fn texts_are_kept_as_they_came() {
    for text in ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "soon", ""] {
        let time: DateTimeOffset = read(&format!("{text:?}"));
        assert_eq!((time.as_str(), time.to_string().as_str()), (text, text));
        assert_eq!(write(&time), format!("{text:?}"));
        assert_eq!(time, DateTimeOffset::new(text));
    }
    assert!(DateTimeOffset::from("2026-01-01T00:00:00Z") < "2026-01-02T00:00:00Z".parse().unwrap());
    let error = serde_json::from_str::<DateTimeOffset>("5").unwrap_err().to_string();
    assert!(error.contains("expected a string"), "{error}");
}

#[test]
fn guids_compare_without_case() {
    let hash = |guid: &Guid| {
        let mut hasher = DefaultHasher::new();
        guid.hash(&mut hasher);
        hasher.finish()
    };
    let (upper, lower) = (Guid::from("8F3C2D1E-0A4B"), Guid::from("8f3c2d1e-0a4b"));
    assert_eq!((&upper, hash(&upper)), (&lower, hash(&lower)));
    assert!(upper < Guid::from("8f3c2d1e-0a4c"));
    assert_eq!(write(&upper), r#""8F3C2D1E-0A4B""#);
    let list = |guid: &Guid| Everything { guids: Some(vec![guid.clone()]), ..Everything::default() };
    assert_eq!(list(&upper), list(&lower));
}

#[test]
fn base64_is_that_of_rfc_4648() {
    for (bytes, text) in [
        ("", ""),
        ("f", "Zg=="),
        ("fo", "Zm8="),
        ("foo", "Zm9v"),
        ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ] {
        assert_eq!(Binary::from(bytes.as_bytes()).as_str(), text);
        assert_eq!(Binary::new(text).decode().unwrap(), bytes.as_bytes());
        assert_eq!(Binary::new(text.trim_end_matches('=')).decode().unwrap(), bytes.as_bytes());
    }
    let bytes = [0xfb, 0xff, 0xfe];
    assert_eq!(Binary::from(&bytes[..]).as_str(), "+//+");
    assert_eq!(Binary::from(vec![0]).as_str(), "AA==");
    assert_eq!(Binary::new("-__-").decode().unwrap(), bytes);
    for (text, position) in [("Z", 1), ("Zg=", 2), ("Zm9v\nYg==", 4), ("====", 0), ("Zm9vé", 4)] {
        assert_eq!(Binary::new(text).decode(), Err(InvalidBase64 { position }), "{text}");
    }
}

#[test]
fn open_enums_keep_what_they_dont_know() {
    assert_eq!(Colour::MEMBERS, ["red", "green", "unknownFutureValue"]);
    assert_eq!(Colour::from("green"), Colour::Green);
    assert_eq!("Green".parse(), Ok(Colour::Other("Green".into())));
    assert_eq!(read::<Colour>(r#""unknownFutureValue""#), Colour::UnknownFutureValue);
    assert_eq!(format!("{:>5}", Colour::Red), "  red");
    assert_eq!(write(&vec![Colour::Red, "mauve".into()]), r#"["red","mauve"]"#);
}

#[test]
fn open_enums_are_what_they_are_called() {
    let hash = |colour: &Colour| {
        let mut hasher = DefaultHasher::new();
        colour.hash(&mut hasher);
        hasher.finish()
    };
    let red = Colour::Other("red".into());
    assert_eq!((&red, hash(&red)), (&Colour::Red, hash(&Colour::Red)));
    assert_ne!(Colour::Other("Red".into()), Colour::Red);
    // As within a struct.
    assert_eq!(format!("{:?}", [Colour::Red, "mauve".into()]), r#"["red", "mauve"]"#);
}

#[test]
fn flags_are_a_set() {
    let mut flags: Flags<Colour> = read(r#""green, mauve""#);
    assert_eq!(write(&flags), r#""green, mauve""#);
    assert_eq!(flags.iter().collect::<Vec<_>>(), [Colour::Green, "mauve".into()]);
    assert_eq!(flags, ["mauve".into(), Colour::Green, Colour::Green].into_iter().collect());
    assert!(flags.contains(&Colour::Green) && !flags.contains(&Colour::Red));
    assert!(flags.insert(Colour::Red) && !flags.insert(Colour::Red));
    assert!(flags.remove(&Colour::Green) && !flags.remove(&Colour::Green));
    assert_eq!(flags.to_string(), "mauve,red");
    assert_ne!(flags, Flags::from(Colour::Red));
    assert!(Flags::<Colour>::default().is_empty() && !flags.is_empty());
    assert!((&flags).into_iter().eq(flags.iter()));
    let with = |flags| Everything { flags: Some(flags), ..Everything::default() };
    assert_eq!(with("red,green".parse().unwrap()), with("green, red".parse().unwrap()));
}

#[test]
fn lengths_of_time_are_the_standard_librarys() {
    let length = |text: &str| std::time::Duration::try_from(&support::Duration::new(text));
    assert_eq!(length("P1DT0.5S"), Ok(std::time::Duration::from_millis(86_400_500)));
    let error: InvalidScalar = length("a day").unwrap_err();
    assert_eq!(error.to_string(), "expected a length of time like `P1DT12H30M5.5S`, found `a day`");
}

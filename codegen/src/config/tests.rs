use super::*;

use crate::pipeline::{Conversions, FilePer, Library, Primitive, Scalars};

fn parse(text: &str) -> Result<Config, String> {
    Config::parse(text, Path::new("conf/bindgen.toml")).map_err(|error| error.to_string())
}

#[test]
fn an_empty_file_is_the_defaults() {
    assert_eq!(parse(""), Ok(Config::default()));
    assert_eq!(Config::default().docs, [Path::new("docs-input")]);
}

#[test]
fn every_key_is_read_and_paths_are_relative_to_the_file() {
    let text = "docs = ['a', '/b']\napi-version = 'v1.0'\nout = 'c'\nselect = 'user'\nsupport = 'crate::support'\n\
                conversions = ['uuid', 'chrono']\nsetters = true\nfile-per = 'type'\n\
                scalars.Guid = 'uuid::Uuid'\nscalars.'Edm.Date' = 'crate::Day'";
    let mut scalars = Scalars::default();
    scalars.put(Primitive::Guid, "uuid::Uuid").expect("a type");
    scalars.put(Primitive::Date, "crate::Day").expect("a type");
    let config = Config {
        docs: vec![PathBuf::from("conf/a"), PathBuf::from("/b")],
        api_version: Some(Version::V1_0),
        out: PathBuf::from("conf/c"),
        select: vec!["user".to_owned()],
        emit: EmitOptions {
            support: Some("crate::support".to_owned()),
            scalars,
            setters: true,
            file_per: FilePer::Type,
            conversions: Conversions::With([Library::Chrono, Library::Uuid].into()),
        },
    };
    assert_eq!(parse(text), Ok(config));
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (text, message) in [
        ("support = 'a b'", "1:11: `a b` is not the path of a module"),
        ("# c\ndoc = ['a']", "2:1: unknown key `doc`; did you mean `docs`?"),
        ("api_version = 'beta'", "1:1: unknown key `api_version`; did you mean `api-version`?"),
        (
            "colour = 1",
            "1:1: unknown key `colour`; \
             there are `api-version`, `conversions`, `docs`, `file-per`, `out`, `scalars`, `select`, `setters`, `support`",
        ),
        ("setters = 'yes'", "1:11: `setters` takes `true` or `false`, not this string"),
        ("file-per = 'module'", "1:12: there is no file per `module`, but per `namespace` or `type`"),
        ("scalars = 'uuid::Uuid'", "1:11: `scalars` takes a table, not this string"),
        ("scalars.Guid = 1", "1:16: `scalars` takes a string, not this integer"),
        ("scalars.GUID = 'uuid::Uuid'", "1:9: there is no scalar `GUID`; did you mean `Guid`?"),
        ("scalars.Date = 'a b'", "1:16: `a b` is not the path of a type"),
        (
            "[scalars]\nIdentifier = 'uuid::Uuid'",
            "2:1: there is no scalar `Identifier`, but for `Binary`, `Boolean`, `Byte`, `Date`, `DateTimeOffset`, `Decimal`, \
             `Double`, `Duration`, `Guid`, `Int16`, `Int32`, `Int64`, `SByte`, `Single`, `Stream`, `String`, \
             `TimeOfDay`, `Untyped`",
        ),
        ("out = 1", "1:7: `out` takes a string, not this integer"),
        ("out = ''", "1:7: an empty path; `.` is the folder of this file"),
        ("docs = []", "1:8: `docs` names no path"),
        ("docs = ['a',\n '']", "2:2: an empty path; `.` is the folder of this file"),
        ("docs = 5", "1:8: `docs` takes strings, not this integer"),
        (
            "conversions = ['time', 'crono']",
            "1:24: there are no conversions for `crono`, but for `chrono`, `jiff`, `time`, `uuid`",
        ),
        ("select = ['\u{e4}', [\n]]", "1:16: `select` takes strings, not this array"),
        ("\napi-version = '2.0'", "2:15: `2.0` is no API version; there are `beta` and `v1.0`"),
    ] {
        assert_eq!(parse(text), Err(format!("conf/bindgen.toml:{message}")), "{text}");
    }
    let error = parse("a = 'b'\nout = ").unwrap_err();
    assert!(error.starts_with("conf/bindgen.toml:2:7: "), "{error}");
}

#[test]
fn a_named_file_must_exist() {
    let error = Config::load(Some(Path::new("no/such.toml"))).unwrap_err();
    assert!(error.unreadable && error.to_string().starts_with("no/such.toml: "), "{error}");
}

use super::*;

use crate::pipeline::Library;

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
                conversions = ['uuid', 'chrono']\nsetters = true";
    let config = Config {
        docs: vec![PathBuf::from("conf/a"), PathBuf::from("/b")],
        api_version: Some(Version::V1_0),
        out: PathBuf::from("conf/c"),
        select: vec!["user".to_owned()],
        support: Some("crate::support".to_owned()),
        setters: true,
        conversions: Conversions::With([Library::Chrono, Library::Uuid].into()),
    };
    assert_eq!(parse(text), Ok(config));
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    for (text, message) in [
        ("support = 'a b'", "conf/bindgen.toml:1: `a b` is not the path of a module"),
        ("# c\ndoc = ['a']", "conf/bindgen.toml:2: unknown key `doc`; did you mean `docs`?"),
        ("api_version = 'beta'", "conf/bindgen.toml:1: unknown key `api_version`; did you mean `api-version`?"),
        (
            "colour = 1",
            "conf/bindgen.toml:1: unknown key `colour`; \
             there are `api-version`, `conversions`, `docs`, `out`, `select`, `setters`, `support`",
        ),
        ("setters = 'yes'", "conf/bindgen.toml:1: expected true or false, found string"),
        ("out = 1", "conf/bindgen.toml:1: expected a string, found integer"),
        (
            "conversions = 'crono'",
            "conf/bindgen.toml:1: there are no conversions for `crono`, but for `chrono`, `jiff`, `time`, `uuid`",
        ),
        ("select = ['a', [\n]]", "conf/bindgen.toml:1: expected a string, found array"),
        ("\napi-version = '2.0'", "conf/bindgen.toml:2: `2.0` is no API version; there are `beta` and `v1.0`"),
    ] {
        assert_eq!(parse(text), Err(message.to_owned()), "{text}");
    }
    let error = parse("a = 'b'\nout = ").unwrap_err();
    assert!(error.starts_with("conf/bindgen.toml:2: "), "{error}");
}

#[test]
fn a_named_file_must_exist() {
    let error = Config::load(Some(Path::new("no/such.toml"))).unwrap_err();
    assert!(error.unreadable && error.to_string().starts_with("no/such.toml: "), "{error}");
}

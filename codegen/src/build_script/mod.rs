//! Bindings made while a crate is built.

mod cargo;
mod compile;
mod error;

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::config::Config;
use crate::pipeline::{Conversions, EmitOptions};
use crate::source::Version;

pub use crate::pipeline::{Library, Primitive};
pub use error::Error;

/// What happens when a page can't be understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum OnError {
    /// The build fails and tells what is wrong with which line of which page.
    #[default]
    Fail,
    /// The build goes on with what could be understood; the errors are shown as warnings.
    Warn,
}

/// Makes bindings in a build script.
///
/// ```no_run
/// // build.rs
/// fn main() -> Result<(), msgraph_bindgen::Error> {
///     msgraph_bindgen::Builder::new()
///         .docs("docs")
///         .select("customCalloutExtension")
///         .compile()
/// }
/// ```
///
/// The crate then includes what was made; it needs `serde` and `serde_json` beside it:
///
/// ```ignore
/// // src/lib.rs
/// include!(concat!(env!("OUT_DIR"), "/msgraph.rs"));
///
/// pub use msgraph::CustomCalloutExtension;
/// ```
///
/// Cargo runs the script again when a page changes, appears or disappears. Files that come out the same
/// are not written again.
#[derive(Clone, Debug)]
#[must_use = "nothing happens before `compile`"]
pub struct Builder {
    config: Config,
    scalars: Vec<(Primitive, String)>,
    module: String,
    out_dir: Option<PathBuf>,
    deny_warnings: bool,
    hide_warnings: bool,
    on_error: OnError,
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder {
    /// A builder for a module `msgraph` of all types.
    pub fn new() -> Self {
        // A crate's features mean what the crate wants; a build asks for what it uses.
        let emit = EmitOptions { conversions: Conversions::With(BTreeSet::new()), ..EmitOptions::default() };
        Self {
            config: Config { docs: Vec::new(), emit, ..Config::default() },
            scalars: Vec::new(),
            module: "msgraph".to_owned(),
            out_dir: None,
            deny_warnings: false,
            hide_warnings: false,
            on_error: OnError::Fail,
        }
    }

    /// Adds a checkout of the docs, a folder of pages, or a page. Without any, it is `docs`.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// msgraph_bindgen::Builder::new().docs("docs/user.md").docs("docs/group.md").compile()
    /// # }
    /// ```
    pub fn docs(mut self, path: impl Into<PathBuf>) -> Self {
        self.config.docs.push(path.into());
        self
    }

    /// Reads this version's pages only. Without it, where the docs hold both, each gets a module below
    /// [`module`](Self::module). Pages in a folder that is called like neither are of this version, else of beta.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// use msgraph_bindgen::Version;
    ///
    /// msgraph_bindgen::Builder::new().docs("microsoft-graph-docs").api_version(Version::V1_0).compile()
    /// # }
    /// ```
    pub fn api_version(mut self, version: Version) -> Self {
        self.config.api_version = Some(version);
        self
    }

    /// Makes bindings of this type and what it needs, or, with `.*` behind the name, of all types of a namespace; of
    /// several, if it is called several times. Without any, of all types. What derives from an entity that is only needed,
    /// as `attachment` by `message`, is to be selected itself.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// msgraph_bindgen::Builder::new().docs("docs").select("user").select("identityGovernance.*").compile()
    /// # }
    /// ```
    pub fn select(mut self, name: impl Into<String>) -> Self {
        self.config.select.push(name.into());
        self
    }

    /// Uses the support module at this path instead of writing one, so that several crates can share their scalars.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// msgraph_bindgen::Builder::new().docs("docs").support("msgraph_bindings::support").compile()
    /// # }
    /// ```
    pub fn support(mut self, path: impl Into<String>) -> Self {
        self.config.emit.support = Some(path.into());
        self
    }

    /// Has the scalars converted to and from the types of this crate, which the crate that is built depends on; of
    /// several, if it is called several times.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// use msgraph_bindgen::Library;
    ///
    /// // let at: chrono::DateTime<chrono::Utc> = (&user.created_date_time.unwrap_or_default()).try_into()?;
    /// msgraph_bindgen::Builder::new().docs("docs").conversions(Library::Chrono).conversions(Library::Uuid).compile()
    /// # }
    /// ```
    pub fn conversions(mut self, library: Library) -> Self {
        if let Conversions::With(libraries) = &mut self.config.emit.conversions {
            libraries.insert(library);
        }
        self
    }

    /// Has fields of a scalar type hold a type of another crate, by its path from anywhere in the crate that is built,
    /// instead of ours, which keeps the text that came. The type needs `Clone`, `Debug`, `PartialEq`, `Serialize` and
    /// `DeserializeOwned`, the latter two mostly by a feature `serde` of its crate. Where it refuses a value, the object
    /// that holds it can't be read.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// use msgraph_bindgen::Primitive;
    ///
    /// let builder = msgraph_bindgen::Builder::new().docs("docs");
    /// builder.scalar(Primitive::Guid, "uuid::Uuid").scalar(Primitive::Date, "crate::Day").compile()
    /// # }
    /// ```
    pub fn scalar(mut self, primitive: Primitive, path: impl Into<String>) -> Self {
        self.scalars.push((primitive, path.into()));
        self
    }

    /// Gives structs a method `with_…` per property, beside the fields that are public anyway: it sets the property and
    /// gives the struct back. Enums over derived types get a method `as_…_mut` per variant, beside `as_…`. All these take
    /// the compiler a while where there are many types.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// // User::default().with_display_name("Adele").with_business_phones(["+1 425 555 0109"])
    /// msgraph_bindgen::Builder::new().docs("docs").setters().compile()
    /// # }
    /// ```
    pub fn setters(mut self) -> Self {
        self.config.emit.setters = true;
        self
    }

    /// Calls the module, and the file to include, so instead of `msgraph`. Of several builders in one script each needs a name
    /// of its own: what one makes replaces what another made under the same.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// // include!(concat!(env!("OUT_DIR"), "/governance.rs"));
    /// msgraph_bindgen::Builder::new().docs("docs").module("governance").compile()
    /// # }
    /// ```
    pub fn module(mut self, name: impl Into<String>) -> Self {
        self.module = name.into();
        self
    }

    /// Writes to this folder instead of `OUT_DIR`.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// msgraph_bindgen::Builder::new().docs("docs").out_dir("target/bindings").compile()
    /// # }
    /// ```
    pub fn out_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(path.into());
        self
    }

    /// Treats warnings as errors: with [`select`](Self::select), those about the pages of what was selected.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// msgraph_bindgen::Builder::new().docs("docs").deny_warnings().compile()
    /// # }
    /// ```
    pub fn deny_warnings(mut self) -> Self {
        self.deny_warnings = true;
        self
    }

    /// Shows no warnings, as for pages that are somebody else's. Without it there are up to 20, whenever the crate is built.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// msgraph_bindgen::Builder::new().docs("microsoft-graph-docs").hide_warnings().compile()
    /// # }
    /// ```
    pub fn hide_warnings(mut self) -> Self {
        self.hide_warnings = true;
        self
    }

    /// What happens when a page can't be understood; the build fails if nothing is said.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// use msgraph_bindgen::OnError;
    ///
    /// msgraph_bindgen::Builder::new().docs("docs").on_error(OnError::Warn).compile()
    /// # }
    /// ```
    pub fn on_error(mut self, on_error: OnError) -> Self {
        self.on_error = on_error;
        self
    }
}

#[cfg(test)]
mod tests;

//! What a build does with its options.

use std::env;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostics;
use crate::output::{MARK, arrange, write, write_one};
use crate::pipeline::{self, RustFile, Stopped};
use crate::source::{Docs, Version, read_docs};

use super::cargo::{Problems, rerun_if_changed};
use super::{Builder, Error};

impl Builder {
    /// Reads the pages, writes the bindings, and tells cargo about both.
    ///
    /// # Errors
    ///
    /// If there are no pages, if one can't be understood (see [`on_error`](Self::on_error)), or if the bindings can't
    /// be written. Then nothing has been written.
    pub fn compile(mut self) -> Result<(), Error> {
        self.check_names()?;
        for (primitive, path) in self.scalars.drain(..) {
            self.config.emit.scalars.put(primitive, &path).map_err(Error::Scalar)?;
        }
        let out_dir = self.out_dir.take().or_else(|| env::var_os("OUT_DIR").map(PathBuf::from));
        let out_dir = out_dir.ok_or(Error::NoOutDir)?;
        if self.config.docs.is_empty() {
            self.config.docs.push(PathBuf::from("docs"));
        }
        let bindings = self.bindings(&self.read()?)?;
        self.write(&out_dir, bindings)
    }

    fn check_names(&self) -> Result<(), Error> {
        if !pipeline::is_module_name(&self.module) {
            return Err(Error::ModuleName(self.module.clone()));
        }
        match &self.config.emit.support {
            Some(path) if !pipeline::is_module_path(path) => Err(Error::SupportPath(path.clone())),
            _ => Ok(()),
        }
    }

    fn read(&self) -> Result<Vec<Docs>, Error> {
        read_docs(&self.config.docs, self.config.api_version).map_err(|problems| {
            // The build runs again once they are there.
            rerun_if_changed(&self.config.docs);
            Error::Docs(problems)
        })
    }

    /// The bindings of each version. What fails the build is told of all of them, and then nothing else.
    fn bindings(&self, all: &[Docs]) -> Result<Vec<(Version, Vec<RustFile>)>, Error> {
        let (mut problems, mut versions) = (Vec::new(), Vec::new());
        for docs in all {
            rerun_if_changed(&docs.inputs);
            let mut cx = Diagnostics::new();
            let made = pipeline::run_with_pages(&docs.sources, &self.config.options(docs.version), &mut cx);
            let relevant = cx.relevant(made.as_ref().ok().and_then(|(_, pages)| pages.as_ref()));
            problems.push(Problems::of(&docs.sources, relevant, self.deny_warnings, self.on_error));
            match made {
                Ok((files, _)) => versions.push((docs.version, files)),
                Err(Stopped::NoTypes) => {}
                Err(Stopped::Unknown(names)) => {
                    return Err(Error::UnknownTypes(names.iter().map(ToString::to_string).collect()));
                }
            }
        }
        let errors: usize = problems.iter().map(|problems| problems.errors.len()).sum();
        if errors > 0 {
            problems.iter().for_each(Problems::show_errors);
            return Err(Error::Pages { errors });
        }
        let has_all = versions.len() == all.len();
        if !self.hide_warnings || !has_all {
            problems.iter().for_each(Problems::show_warnings);
        }
        // Nothing can be written without types, whatever `on_error` says.
        if has_all { Ok(versions) } else { Err(Error::Pages { errors: 1 }) }
    }

    /// Writes the bindings, and the file that includes them.
    fn write(&self, out_dir: &Path, bindings: Vec<(Version, Vec<RustFile>)>) -> Result<(), Error> {
        let module = &self.module;
        write(&out_dir.join(module), &arrange(bindings)).map_err(Error::Write)?;
        let include = format!("{MARK}. Do not edit.\n#[path = \"{module}/mod.rs\"]\npub mod {module};\n");
        write_one(&out_dir.join(format!("{module}.rs")), &include).map_err(Error::Write)?;
        Ok(())
    }
}

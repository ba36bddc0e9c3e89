//! Changes on disk that can be taken back.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::parallel;

use super::WriteError;

/// What was done, so that it can be undone. Dropped without [`keep`](Self::keep), it puts everything back.
#[derive(Default)]
pub(super) struct Journal {
    undo: Vec<Undo>,
}

enum Undo {
    /// A file that was not there.
    Remove(PathBuf),
    /// A folder that was not there.
    RemoveFolder(PathBuf),
    /// A file that had other content.
    Restore(PathBuf, Vec<u8>),
    /// A file that was moved aside.
    MoveBack { from: PathBuf, to: PathBuf },
}

impl Journal {
    /// Makes `folder` and what it lies in.
    pub(super) fn make_folder(&mut self, folder: &Path) -> Result<(), WriteError> {
        let missing: Vec<&Path> =
            folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && !path.exists()).collect();
        for path in missing.into_iter().rev() {
            match fs::create_dir(path) {
                Ok(()) => self.undo.push(Undo::RemoveFolder(path.to_owned())),
                // Another process was faster.
                Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => {}
                Err(error) => return Err(WriteError::io(path)(error)),
            }
        }
        Ok(())
    }

    /// Writes each text beside its target, under a name of its own: several at a time, for some are large.
    pub(super) fn prepare(&mut self, texts: &[(&Path, &str)]) -> Result<Vec<PathBuf>, WriteError> {
        let written = parallel::map(texts, |(target, text)| {
            let temporary = beside(target, "new");
            // Left over by a run that was killed; the name holds our process id, so nobody else is using it.
            let _ = fs::remove_file(&temporary);
            let file = File::create_new(&temporary);
            let undo = file.is_ok().then(|| Undo::Remove(temporary.clone()));
            let done = file.and_then(|file| fill(file, target, text)).map_err(WriteError::io(&temporary));
            (undo, done.map(|()| temporary))
        });
        let (undo, temporaries): (Vec<_>, Vec<_>) = written.into_iter().unzip();
        self.undo.extend(undo.into_iter().flatten());
        temporaries.into_iter().collect()
    }

    /// Puts a prepared file in place of `target`, which held `old`.
    pub(super) fn place(&mut self, temporary: &Path, target: &Path, old: Option<Vec<u8>>) -> Result<(), WriteError> {
        fs::rename(temporary, target).map_err(WriteError::io(target))?;
        self.undo.push(match old {
            Some(old) => Undo::Restore(target.to_owned(), old),
            None => Undo::Remove(target.to_owned()),
        });
        Ok(())
    }

    /// Moves `path` aside, for removal once everything else has succeeded.
    pub(super) fn set_aside(&mut self, path: &Path) -> Result<PathBuf, WriteError> {
        let aside = beside(path, "old");
        fs::rename(path, &aside).map_err(WriteError::io(path))?;
        self.undo.push(Undo::MoveBack { from: aside.clone(), to: path.to_owned() });
        Ok(aside)
    }

    /// Everything succeeded: nothing is taken back any more.
    pub(super) fn keep(mut self) {
        self.undo.clear();
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        // The first error is the one that is reported; there is nobody to tell about a second one.
        for undo in self.undo.drain(..).rev() {
            let _ = match undo {
                Undo::Remove(path) => fs::remove_file(path),
                Undo::RemoveFolder(path) => fs::remove_dir(path),
                Undo::Restore(path, old) => fs::write(path, old),
                Undo::MoveBack { from, to } => fs::rename(from, to),
            };
        }
    }
}

/// Writes the text into a file that is to stand in place of `target`.
fn fill(mut file: File, target: &Path, text: &str) -> io::Result<()> {
    if let Ok(meta) = fs::metadata(target) {
        // Whoever may read or run the file still may, unless the file system knows no such thing.
        let _ = file.set_permissions(meta.permissions());
    }
    file.write_all(text.as_bytes())
}

/// A hidden name in the folder of `path`: renaming within a folder is atomic.
fn beside(path: &Path, purpose: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.{purpose}", std::process::id()))
}

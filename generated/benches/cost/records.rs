//! What was measured, also by earlier runs: the anchor's release binary takes ten minutes of the processor.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::PathBuf;

/// Samples by name, kept in a file.
pub(crate) struct Records {
    path: PathBuf,
    samples: BTreeMap<String, Vec<f64>>,
}

impl Records {
    /// What earlier runs have left in the file at `path`.
    pub(crate) fn open(path: PathBuf) -> Self {
        let samples = fs::read_to_string(&path).ok().and_then(|text| serde_json::from_str(&text).ok());
        Records { path, samples: samples.unwrap_or_default() }
    }

    /// Replaces what is known under `name`.
    pub(crate) fn set(&mut self, name: &str, samples: Vec<f64>) -> Result<(), Box<dyn Error>> {
        self.samples.insert(name.to_owned(), samples);
        Ok(fs::write(&self.path, serde_json::to_string_pretty(&self.samples)?)?)
    }

    /// The median, and of how many runs.
    pub(crate) fn median(&self, name: &str) -> Option<(f64, usize)> {
        let mut samples = self.samples.get(name)?.clone();
        samples.sort_by(f64::total_cmp);
        Some((*samples.get(samples.len() / 2)?, samples.len()))
    }
}

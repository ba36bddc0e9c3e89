//! Running text: its sentences, the phrases that rules look for in it, and what becomes of it in the model.

pub(super) mod docs;
pub(super) mod phrases;
pub(super) mod sentence;

/// The labels of notes in English, lower case.
pub(super) const NOTES: [&str; 5] = ["important", "note", "tip", "caution", "warning"];

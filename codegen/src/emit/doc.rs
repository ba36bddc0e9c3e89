//! Descriptions as the lines of doc comments.

use std::borrow::Cow;

use crate::model::{Doc, Run};

use super::markdown;

/// Where a link leads.
#[derive(Debug)]
pub(super) enum Target {
    /// A type of the bindings: a link to it, as Markdown.
    Item(String),
    /// An address.
    Url(String),
}

/// Finds where the link with this text and this target leads, if anywhere.
pub(super) type Linker<'l> = dyn Fn(&str, &str) -> Option<Target> + 'l;

/// All of `doc`: a line per paragraph, and empty ones between them.
pub(super) fn paragraphs(doc: &Doc<'_>, linker: &Linker<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in &doc.paragraphs {
        let text = paragraph_lines(pieces(paragraph, linker));
        if !lines.is_empty() && !text.is_empty() {
            lines.push(String::new());
        }
        lines.extend(text);
    }
    lines
}

/// The first sentence of `doc`, if it says anything.
pub(super) fn first_sentence(doc: &Doc<'_>, linker: &Linker<'_>) -> Option<String> {
    let first = doc.paragraphs.iter().find(|paragraph| !paragraph.is_empty())?;
    // Nearly all are plain.
    if let [Run::Text(text)] = first.as_slice() {
        let text = markdown::one_line(text);
        let mut line = String::with_capacity(text.len());
        markdown::push_text(&text[..sentence_end(&text).unwrap_or(text.len())], &mut line);
        return Some(markdown::line(line)).filter(|line| !line.is_empty());
    }
    let mut sentence = Vec::new();
    for piece in pieces(first, linker) {
        let end = match &piece {
            Piece::Text(text) => sentence_end(text),
            Piece::Break => Some(0),
            Piece::Code(_) | Piece::Link(_) => None,
        };
        match (end, piece) {
            (Some(end), Piece::Text(mut text)) => {
                text.to_mut().truncate(end);
                sentence.push(Piece::Text(text));
                break;
            }
            (Some(_), _) => break,
            (None, piece) => sentence.push(piece),
        }
    }
    paragraph_lines(sentence).into_iter().next()
}

/// A run, with its link looked up.
enum Piece<'r> {
    Text(Cow<'r, str>),
    Code(Cow<'r, str>),
    /// Finished Markdown.
    Link(String),
    Break,
}

/// The runs as pieces; neighbours of one kind are one piece, since Markdown could not tell them apart.
fn pieces<'r>(runs: &'r [Run<'_>], linker: &Linker<'_>) -> Vec<Piece<'r>> {
    let mut pieces: Vec<Piece<'r>> = Vec::with_capacity(runs.len());
    for run in runs {
        let piece = match run {
            Run::Text(text) => Piece::Text(markdown::one_line(text)),
            Run::Code(code) => Piece::Code(markdown::one_line(code)),
            Run::Link { text, target } => link(markdown::one_line(text), target, linker),
            Run::Break => Piece::Break,
        };
        match (pieces.last_mut(), piece) {
            (Some(Piece::Text(last)), Piece::Text(more)) | (Some(Piece::Code(last)), Piece::Code(more)) => {
                *last.to_mut() += &more;
            }
            (_, Piece::Text(text)) if text.is_empty() => {}
            (_, Piece::Code(text)) if text.trim().is_empty() => {}
            (_, piece) => pieces.push(piece),
        }
    }
    pieces
}

fn link<'r>(text: Cow<'r, str>, target: &str, linker: &Linker<'_>) -> Piece<'r> {
    let words = text.trim();
    if words.is_empty() {
        return Piece::Text(text);
    }
    match linker(words, target) {
        Some(Target::Item(link)) => Piece::Link(link),
        Some(Target::Url(url)) => {
            Piece::Link(format!("[{}]({})", markdown::text_of_link(words), markdown::destination(&url)))
        }
        None => Piece::Text(text),
    }
}

fn paragraph_lines(pieces: Vec<Piece<'_>>) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut behind_link = false;
    for piece in pieces {
        let Some(line) = lines.last_mut() else { break };
        let is_link = matches!(piece, Piece::Link(_));
        match piece {
            Piece::Text(text) => {
                // `[X]` and these would be a link of another kind.
                if behind_link && text.starts_with(['(', ':']) {
                    line.push('\\');
                }
                markdown::push_text(&text, line);
            }
            Piece::Code(code) => line.push_str(&markdown::code(&code)),
            Piece::Link(link) => line.push_str(&link),
            Piece::Break => lines.push(String::new()),
        }
        behind_link = is_link;
    }
    let mut lines: Vec<String> = lines.into_iter().map(markdown::line).filter(|line| !line.is_empty()).collect();
    let breaks = lines.len().saturating_sub(1);
    lines.iter_mut().take(breaks).for_each(|line| line.push('\\'));
    lines
}

/// Where the first sentence that ends within `text` ends.
fn sentence_end(text: &str) -> Option<usize> {
    const ABBREVIATIONS: [&str; 5] = ["e.g.", "i.e.", "etc.", "vs.", "incl."];
    let mut ends = text.match_indices('.').map(|(dot, _)| dot + 1);
    ends.find(|end| {
        let (sentence, rest) = text.split_at(*end);
        let next = rest.strip_prefix(' ');
        next.is_some_and(|next| next.starts_with(char::is_uppercase))
            && !ABBREVIATIONS.iter().any(|word| sentence.ends_with(word))
    })
}

#[cfg(test)]
mod tests;

//! Running text in parts.

use std::borrow::Cow;
use std::ops::Range;

use crate::page::{Inline, InlineKind, Inlines, cut};
use crate::source::Span;

/// The words, with a line's end where there is one. Bytes count as in [`Inlines::plain`].
pub(super) fn lines<'w>(words: &'w Inlines<'_>) -> Cow<'w, str> {
    match words.pieces.as_slice() {
        [only] => Cow::Borrowed(only.text.as_ref()),
        pieces => Cow::Owned(pieces.iter().map(|piece| piece.text.as_ref()).collect()),
    }
}

/// What stands at `range` of the words, without the blanks and line breaks around.
pub(super) fn part<'s>(words: &Inlines<'s>, range: Range<usize>) -> Inlines<'s> {
    let mut part = Inlines::empty(words.span);
    for (start, piece) in words.placed() {
        let within = range.start.max(start)..range.end.min(start + piece.text.len());
        if within.start < within.end {
            part.pieces.extend(clipped(piece, within.start - start..within.end - start));
        }
    }
    trim(&mut part);
    if let (Some(first), Some(last)) = (part.pieces.first(), part.pieces.last()) {
        part.span = first.span.to(last.span);
    }
    part
}

fn clipped<'s>(piece: &Inline<'s>, range: Range<usize>) -> Option<Inline<'s>> {
    let text = match &piece.text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(range.clone())?),
        Cow::Owned(text) => Cow::Owned(text.get(range.clone())?.to_owned()),
    };
    // Where marks of Markdown were left out, the piece has one place for all its words.
    let is_of_page = piece.kind == InlineKind::Text && piece.span.range().len() == piece.text.len();
    let start = piece.span.range().start;
    let span =
        if is_of_page { Span::new(piece.span.source, start + range.start, start + range.end) } else { piece.span };
    Some(Inline { kind: piece.kind.clone(), text, span })
}

fn trim(words: &mut Inlines<'_>) {
    let is_gap =
        |piece: &Inline<'_>| matches!(piece.kind, InlineKind::Text | InlineKind::Break) && piece.text.trim().is_empty();
    while words.pieces.last().is_some_and(is_gap) {
        words.pieces.pop();
    }
    let gaps = words.pieces.iter().take_while(|piece| is_gap(piece)).count();
    words.pieces.drain(..gaps);
    let trim = |piece: &mut Inline<'_>, trim: fn(&str) -> &str| {
        let whole = piece.text.len();
        if piece.kind == InlineKind::Text {
            cut(&mut piece.text, trim);
        }
        whole - piece.text.len()
    };
    if let Some(first) = words.pieces.first_mut() {
        let is_of_page = first.span.range().len() == first.text.len();
        let cut = trim(first, str::trim_start);
        let start = first.span.range().start + if is_of_page { cut } else { 0 };
        first.span = Span::new(first.span.source, start, first.span.range().end);
    }
    if let Some(last) = words.pieces.last_mut() {
        let is_of_page = last.span.range().len() == last.text.len();
        let cut = trim(last, str::trim_end);
        let end = last.span.range().end - if is_of_page { cut } else { 0 };
        last.span = Span::new(last.span.source, last.span.range().start, end);
    }
}

/// Adds `more` in a line of its own.
pub(super) fn append<'s>(words: &mut Inlines<'s>, more: Inlines<'s>) {
    if more.pieces.is_empty() {
        return;
    }
    let start = more.span.before();
    if words.pieces.is_empty() {
        words.span = more.span;
    } else {
        words.pieces.push(Inline { kind: InlineKind::Break, text: Cow::Borrowed("\n"), span: start });
        words.span.end = more.span.end.max(words.span.end);
    }
    words.pieces.extend(more.pieces);
}

/// A remark in front of a description, as a sentence. What is code stays as it is spelt.
pub(super) fn prepend<'s>(words: &mut Inlines<'s>, mut remark: Inlines<'s>) {
    let Some(first) = remark.pieces.first_mut() else { return };
    if first.kind == InlineKind::Text && first.text.starts_with(|c: char| c.is_ascii_lowercase()) {
        first.text.to_mut()[..1].make_ascii_uppercase();
    }
    let end = remark.span.behind();
    let stop = if words.pieces.is_empty() { "." } else { ". " };
    remark.pieces.push(Inline { kind: InlineKind::Text, text: Cow::Borrowed(stop), span: end });
    let start = remark.span;
    remark.pieces.extend(words.pieces.drain(..));
    words.span = if words.span.end > start.end { Span { end: words.span.end, ..start } } else { start };
    words.pieces = remark.pieces;
}

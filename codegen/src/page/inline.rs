//! Running text with its code spans and links.

use std::borrow::Cow;

use smallvec::SmallVec;

use crate::source::Span;

/// A stretch of running text.
#[derive(Clone, Debug)]
pub struct Inlines<'s> {
    /// Its pieces, in order; mostly there is one.
    pub pieces: SmallVec<[Inline<'s>; 1]>,
    /// Its place, with the Markdown around the words.
    pub span: Span,
}

/// A piece of running text.
#[derive(Clone, Debug)]
pub struct Inline<'s> {
    /// What kind of piece it is.
    pub kind: InlineKind<'s>,
    /// The words, entities and escapes resolved.
    pub text: Cow<'s, str>,
    /// Its place.
    pub span: Span,
}

/// What a piece of running text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InlineKind<'s> {
    /// Words, plain or emphasised.
    Text,
    /// A code span.
    Code,
    /// A link to this target; empty for a reference link without a definition.
    Link(Cow<'s, str>),
    /// A line break: `<br>`, or two spaces at the end of a line.
    Break,
}

/// Cuts `text` down to the part that `of` picks.
pub fn cut(text: &mut Cow<'_, str>, of: impl Fn(&str) -> &str) {
    match text {
        Cow::Borrowed(text) => *text = of(text),
        Cow::Owned(text) => *text = of(text).to_owned(),
    }
}

impl Inline<'_> {
    /// Whether it is blank, or nothing but the mark of a list item.
    #[must_use]
    pub fn is_bullet(&self) -> bool {
        self.kind == InlineKind::Text && matches!(self.text.trim(), "" | "-" | "*" | "•")
    }

    /// The words; a blank for a line break.
    fn words(&self) -> &str {
        if self.kind == InlineKind::Break { " " } else { &self.text }
    }
}

impl<'s> Inlines<'s> {
    /// A single piece.
    #[must_use]
    pub fn new(piece: Inline<'s>) -> Self {
        let span = piece.span;
        Self { pieces: SmallVec::from([piece]), span }
    }

    /// Nothing, at `span`.
    #[must_use]
    pub fn empty(span: Span) -> Self {
        Self { pieces: SmallVec::new(), span }
    }

    /// All words run together, without borders at code spans and links.
    #[must_use]
    pub fn plain(&self) -> Cow<'_, str> {
        match self.pieces.as_slice() {
            [] => Cow::Borrowed(""),
            [only] => Cow::Borrowed(only.text.as_ref()),
            pieces => {
                let mut plain = String::with_capacity(pieces.iter().map(|piece| piece.text.len()).sum());
                plain.extend(pieces.iter().map(Inline::words));
                Cow::Owned(plain)
            }
        }
    }

    /// Whether there are no words.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.chars().all(char::is_whitespace))
    }

    /// The links, in order: piece and target.
    pub fn links(&self) -> impl Iterator<Item = (&Inline<'s>, &Cow<'s, str>)> {
        self.pieces.iter().filter_map(|piece| match &piece.kind {
            InlineKind::Link(target) => Some((piece, target)),
            _ => None,
        })
    }

    /// The pieces, each with the byte of the [`plain`](Self::plain) words at which it begins.
    pub fn placed(&self) -> impl Iterator<Item = (usize, &Inline<'s>)> {
        let mut end = 0;
        self.pieces.iter().map(move |piece| {
            let start = end;
            end += piece.words().len();
            (start, piece)
        })
    }

    /// The link that byte `at` of the [`plain`](Self::plain) words belongs to.
    #[must_use]
    pub fn link_at(&self, at: usize) -> Option<&Inline<'s>> {
        let (_, piece) = self.placed().find(|(start, piece)| at < start + piece.words().len())?;
        matches!(piece.kind, InlineKind::Link(_)).then_some(piece)
    }

    /// Adds `other` behind a space, where a line break tore a cell in two.
    pub fn join(&mut self, other: &Self) {
        if other.is_blank() {
            return;
        }
        let gap = self.span.behind();
        self.pieces.push(Inline { kind: InlineKind::Text, text: Cow::Borrowed(" "), span: gap });
        self.pieces.extend(other.pieces.iter().cloned());
    }
}

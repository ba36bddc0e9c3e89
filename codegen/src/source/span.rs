//! Places in pages.

use std::fmt;

/// Which of the [`Sources`](super::Sources) a [`Span`] lies in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub(super) u32);

impl fmt::Debug for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// A range of bytes in one source; `start <= end`, both on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The source that the bytes are in.
    pub source: SourceId,
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes `start..end` of `source`. Files of 4 GiB and more are refused when they are read, so offsets fit.
    #[must_use]
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { source, start: clamp(start), end: clamp(end.max(start)) }
    }

    /// From the beginning of this to the end of `last`; this alone, if `last` lies in another source, as what a page
    /// includes does.
    #[must_use]
    pub fn to(self, last: Self) -> Self {
        if last.source == self.source { Self { end: last.end.max(self.start), ..self } } else { self }
    }

    /// The place right behind it.
    #[must_use]
    pub fn behind(self) -> Self {
        Self { start: self.end, ..self }
    }

    /// The span as a range of indices into the source's text.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_ends_in_the_source_in_which_it_begins() {
        let [page, part] = [0, 1].map(SourceId);
        let last_on_page = Span::new(page, 40, 50);
        assert_eq!(Span::new(page, 10, 20).to(last_on_page), Span::new(page, 10, 50));
        assert_eq!(last_on_page.to(Span::new(part, 0, 5)), last_on_page);
        assert_eq!(last_on_page.behind(), Span::new(page, 50, 50));
    }
}

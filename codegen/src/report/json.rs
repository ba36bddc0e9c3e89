//! Writing JSON in an order and a layout of our own: `serde_json`'s map sorts its keys, and its pretty printer gives
//! every fact a line.

use serde::Serialize;

/// An object that is being written.
pub(super) struct Object<'o> {
    out: &'o mut Vec<u8>,
    /// The columns that a member is indented by; `None` for an object on one line.
    indent: Option<usize>,
    empty: bool,
}

impl<'o> Object<'o> {
    /// The outermost object.
    pub(super) fn new(out: &'o mut Vec<u8>) -> Self {
        Self::open(out, Some(1))
    }

    fn open(out: &'o mut Vec<u8>, indent: Option<usize>) -> Self {
        out.push(b'{');
        Self { out, indent, empty: true }
    }

    /// Writes a member with a plain value.
    pub(super) fn value(&mut self, key: &str, value: impl Serialize) -> &mut Self {
        self.key(key);
        self.plain(value);
        self
    }

    /// Writes a member that is an object with a line for each of its members.
    pub(super) fn object(&mut self, key: &str, members: impl FnOnce(&mut Object<'_>)) -> &mut Self {
        self.nested(key, self.indent.map(|indent| indent + 1), members)
    }

    /// Writes a member that is an object on one line.
    pub(super) fn line(&mut self, key: &str, members: impl FnOnce(&mut Object<'_>)) -> &mut Self {
        self.nested(key, None, members)
    }

    fn nested(&mut self, key: &str, indent: Option<usize>, members: impl FnOnce(&mut Object<'_>)) -> &mut Self {
        self.key(key);
        let mut object = Object::open(self.out, indent);
        members(&mut object);
        object.close();
        self
    }

    fn key(&mut self, key: &str) {
        if !self.empty {
            self.out.push(b',');
        }
        match self.indent {
            Some(indent) => self.begin_line(indent),
            None if !self.empty => self.out.push(b' '),
            None => {}
        }
        self.empty = false;
        self.plain(key);
        self.out.extend(b": ");
    }

    fn plain(&mut self, value: impl Serialize) {
        // To memory, whatever is plain can be written.
        let written = serde_json::to_writer(&mut *self.out, &value);
        debug_assert!(written.is_ok());
    }

    fn begin_line(&mut self, indent: usize) {
        self.out.push(b'\n');
        self.out.resize(self.out.len() + indent, b' ');
    }

    /// Ends the object.
    pub(super) fn close(mut self) {
        if let (Some(indent), false) = (self.indent, self.empty) {
            self.begin_line(indent - 1);
        }
        self.out.push(b'}');
    }
}

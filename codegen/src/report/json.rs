//! Writing JSON in an order and a layout of our own: `serde_json`'s map sorts its keys, and its pretty printer gives
//! every fact a line.

use serde_json::Value;

/// An object that is being written.
pub(super) struct Object<'o> {
    out: &'o mut String,
    /// The columns that a member is indented by; `None` for an object on one line.
    indent: Option<usize>,
    empty: bool,
}

impl<'o> Object<'o> {
    /// The outermost object.
    pub(super) fn new(out: &'o mut String) -> Self {
        Self::open(out, Some(1))
    }

    fn open(out: &'o mut String, indent: Option<usize>) -> Self {
        out.push('{');
        Self { out, indent, empty: true }
    }

    /// Writes a member with a plain value.
    pub(super) fn value(&mut self, key: &str, value: impl Into<Value>) -> &mut Self {
        self.key(key);
        self.out.push_str(&value.into().to_string());
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
            self.out.push(',');
        }
        match self.indent {
            Some(indent) => {
                self.out.push('\n');
                self.out.push_str(&" ".repeat(indent));
            }
            None if !self.empty => self.out.push(' '),
            None => {}
        }
        self.empty = false;
        self.out.push_str(&Value::from(key).to_string());
        self.out.push_str(": ");
    }

    /// Ends the object.
    pub(super) fn close(self) {
        if let (Some(indent), false) = (self.indent, self.empty) {
            self.out.push('\n');
            self.out.push_str(&" ".repeat(indent - 1));
        }
        self.out.push('}');
    }
}

//! Members that a table writes with a capital, and descriptions without.

use std::borrow::Cow;

use crate::diagnostic::rules::NAME_CASE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashMap;
use crate::model::enum_type::is_sentinel;
use crate::model::name::{Caseless, begins_small};
use crate::model::{Member, Spanned};

/// How descriptions spell what the members of a table are called.
pub(super) struct Spellings<'l, 'a> {
    /// Those that begin with a small letter.
    listed: HashMap<Caseless<'l>, &'l Spanned<Cow<'a, str>>>,
    /// Whether most members begin so, and the others should.
    begin_small: bool,
    /// Whether a spelling has been reported. Where all members have capitals, one report will do.
    is_reported: bool,
}

impl<'l, 'a> Spellings<'l, 'a> {
    pub(super) fn new(members: &[Member<'_>], listed: &'l [Spanned<Cow<'a, str>>]) -> Self {
        let small = members.iter().filter(|member| begins_small(&member.name.value)).count();
        let listed = listed.iter().filter(|value| begins_small(&value.value));
        Self {
            listed: listed.map(|value| (Caseless(&value.value), value)).collect(),
            begin_small: 2 * small > members.len(),
            is_reported: false,
        }
    }

    /// The name with a small first letter, if descriptions have it and nothing else differs: `None` among `directory`
    /// and `pst` (`security-ediscoveryexportoperation.md`). Where all members have capitals, the table is right three
    /// times out of four: `NotStarted` in `operationStatus`.
    pub(super) fn of(&mut self, name: &Spanned<Cow<'a, str>>, cx: &mut Diagnostics) -> Option<Cow<'a, str>> {
        let better = self.listed.get(&Caseless(&name.value))?;
        if better.value == name.value || better.value.get(1..) != name.value.get(1..) {
            return None;
        }
        if !self.begin_small && (self.is_reported || is_sentinel(&name.value)) {
            return None;
        }
        let (message, label) = if self.begin_small {
            (format!("the member `{}` is taken for `{}`", name.value, better.value), "spelled in another way here")
        } else {
            (format!("the member `{}` is listed as `{}`", name.value, better.value), "the table is taken")
        };
        let differs = Diagnostic::new(&NAME_CASE, message, name.span, label);
        cx.report(differs.with_label(better.span, "listed so here"));
        self.is_reported = true;
        self.begin_small.then(|| better.value.clone())
    }
}

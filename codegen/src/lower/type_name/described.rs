//! What is in a collection of which the cell doesn't tell that: the description may.

use crate::lower::Context;
use crate::lower::inheritance::from_link;
use crate::lower::prose::sentence::{LINK, among, sentences};
use crate::model::Reference;
use crate::page::Inlines;

/// The type of "A collection of [x](x.md) …", with which the description begins.
pub(in crate::lower) fn element<'s>(context: &Context<'_, 's>, description: &Inlines<'s>) -> Option<Reference<'s>> {
    const LEADS: [&str; 4] = ["collection of ", "list of ", "array of ", "set of "];
    let all = sentences(description);
    let first = all.first()?;
    let begins = first.lower.trim_start();
    let begins = ["a ", "an ", "the "].iter().find_map(|article| begins.strip_prefix(article)).unwrap_or(begins);
    let behind = LEADS.iter().find_map(|lead| begins.strip_prefix(lead))?;
    let behind = behind.strip_prefix("the ").unwrap_or(behind);
    let at = first.text.len() - behind.len();
    let link = behind.starts_with(LINK).then(|| first.link_at(at)).flatten()?;
    if is_of_parts(behind.strip_prefix(LINK)?) {
        return None;
    }
    let named = from_link(context, link)?;
    named.link().page()?;
    Some(Reference::Named(named))
}

/// Whether a link goes on with the name of something that its type has: "A list of [x](x.md) IDs".
fn is_of_parts(behind: &str) -> bool {
    const GOES_ON: &str = "and as associated assigned at by for from if in instances items object objects of on or related \
        resource resources entities that this to type types used when where which who whose with within";
    let word =
        behind.strip_prefix(' ').map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
    word.is_some_and(|word| !word.is_empty() && !among(GOES_ON, word))
}

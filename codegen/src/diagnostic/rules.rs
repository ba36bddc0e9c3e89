//! Every rule, by its stable name.

use super::{Rule, Severity};

macro_rules! rules {
    ($($(#[$doc:meta])* $ident:ident = $severity:ident $name:literal, $summary:literal, $explanation:literal;)*) => {
        $($(#[$doc])* pub static $ident: Rule = Rule {
            name: $name,
            severity: Severity::$severity,
            summary: $summary,
            explanation: $explanation,
        };)*

        /// All rules, in the order of this file.
        pub static RULES: &[&Rule] = &[$(&$ident),*];
    };
}

rules! {
    /// A file that can't be read.
    UNREADABLE_FILE = Error "unreadable-file",
        "a file could not be read as UTF-8 text of at most 16 MiB",
        "The file is passed over; types that only it defines become opaque where other pages refer to them. \
         Check its permissions, save it as UTF-8, or split it: all pages of a version together are about as large.";
    /// Repaired JSON.
    MALFORMED_JSON = Warning "malformed-json",
        "JSON in a comment or code block is not valid",
        "The JSON was read all the same, with the repair that the message names. Other readers of the page may not do \
         that: correct the block. `lint --fix` sets commas and punctuation right.";
    /// JSON beyond repair.
    UNREADABLE_JSON = Warning "unreadable-json",
        "JSON in a comment or code block could not be read",
        "Nothing could be taken from the block. The type is read from its tables alone.";
    /// A page that doesn't say what type it is about.
    UNNAMED_TYPE = Warning "unnamed-type",
        "a resource block does not name its type",
        "Add `\"@odata.type\": \"microsoft.graph.…\"` to the comment before the JSON representation. Until then the \
         title decides.";
    /// A name that is none.
    INVALID_TYPE_NAME = Warning "invalid-type-name",
        "the type named in the metadata is not a qualified name",
        "`@odata.type` takes a namespace and an identifier, such as `microsoft.graph.user`.";
    /// Metadata of the wrong kind.
    INVALID_METADATA = Warning "invalid-metadata",
        "metadata are not where they are read, or a value is not what its key takes",
        "`baseType` takes a qualified name, `keyProperty` the name of a property of the type or its bases, or several, `abstract` \
         and `openType` take `true` or `false`: values of another kind are passed over. So are metadata outside a comment.";
    /// Names that contradict each other.
    CONFLICTING_NAME = Warning "conflicting-name",
        "a page names the type that it is about in two ways",
        "The title, the line `Namespace:`, and `@odata.type` in the metadata and in the JSON representation all name the \
         type; one that differs was mostly copied from another page. The metadata are taken, unless title and JSON \
         representation, or title and file, agree on another name.";
    /// A name of Graph's own that was misspelt.
    MISSPELT_NAME = Warning "misspelt-name",
        "a word that has a meaning on pages is misspelt",
        "Keys such as `@odata.type` and `baseType`, and the member `unknownFutureValue`, mean something by their name. \
         A misspelt key is passed over, but for `blockType`; a misspelt member is taken for the one that is meant. So is a \
         value that a description lists in place of a member with nearly the same name. Headings, columns of tables, \
         `collection` beside a type, `Inherits from` before a link, and `Namespace: microsoft.graph` are taken for what is \
         meant, too, if a single letter is another one, missing or too many, or two are exchanged; so is the label of a link \
         that is the name of its target.";
    /// A page without a type.
    NO_TYPE = Note "no-type",
        "a page defines no type",
        "Conceptual pages don't. If this one should, it lacks a metadata comment with `\"blockType\": \"resource\"`, or \
         a title that ends in `resource type` or `enum type`.";
    /// A comment without an end.
    UNCLOSED_COMMENT = Warning "unclosed-comment",
        "a comment is never closed",
        "Everything behind `<!--` is part of the comment, up to the end of the page: tables in it are not read, nor \
         shown to readers. Close it with `-->`.";
    /// A code block without an end.
    UNCLOSED_CODE = Warning "unclosed-code",
        "a code block is never closed",
        "Everything behind its first fence is code, up to the last fence of the next block or the end of the page: headings \
         and tables in it are not read. Close it with the same fence.";
    /// Front matter that YAML doesn't see.
    BROKEN_FRONT_MATTER = Warning "broken-front-matter",
        "the front matter lacks one of the lines around it",
        "Front matter stands between two lines of `---` at the top of the page. Without the first it was read all the same; \
         without the last it is text, and readers see it.";
    /// A heading that Markdown takes for a paragraph.
    BROKEN_HEADING = Warning "broken-heading",
        "a heading has no blank behind its `#`",
        "To Markdown, `##Properties` is a line of text, and readers see it so. It was read as the heading that it is meant to \
         be: write `## Properties`.";
    /// A link that Markdown takes for text.
    BROKEN_LINK = Warning "broken-link",
        "a link lacks a bracket, or has a blank in it",
        "To Markdown, `[berth](berth.md` and `[berth] (berth.md)` are text, and readers see them so, as they see links between \
         tags of HTML. A type or a base that is named so was mostly read all the same. Write `[berth](berth.md)`.";
    /// A table that Markdown takes for a paragraph.
    BROKEN_TABLE = Warning "broken-table",
        "a table has no line of dashes below its header",
        "To Markdown, it is a paragraph, and readers see it so. Its rows were read all the same; if its header is missing, by \
         what they hold. Write `|:---|:---|:---|` below the header.";
    /// An unfinished merge.
    MERGE_CONFLICT = Error "merge-conflict",
        "a page has the marks of a merge that was not finished",
        "Between `<<<<<<<` and `>>>>>>>` stand two versions of the same lines. What was read of the page is something of \
         both, or less. Keep one of them, and take out the marks.";
    /// An HTML table without an end.
    UNCLOSED_TABLE = Warning "unclosed-table",
        "an HTML table is never closed",
        "Its rows were read up to what can't be in a table: a heading, a table of pipes, the end of the page, or a \
         paragraph between two cells. Words in its last cell may belong below it. Close it with `</table>`.";
    /// Cells that reach over too many others.
    TABLE_LIMIT = Warning "table-limit",
        "the cells of HTML tables reach over too many columns and rows",
        "Cells with `colspan` or `rowspan` stand in each column and row over which they reach, at most sixteen; all of a \
         page add 50,000 cells, or pieces of words in them. Beyond that they stand where they are written, and columns may \
         be shifted. Write the cells out, or divide the page.";
    /// A member's name that is none.
    INVALID_MEMBER_NAME = Warning "invalid-member-name",
        "a row's first cell is not the name of an enum member",
        "The row is passed over. Names consist of ASCII letters, digits, `_`, `-`, `.` and blanks; translators sometimes \
         translate them.";
    /// A member's number that is none, or another's.
    INVALID_MEMBER_NUMBER = Warning "invalid-member-number",
        "a member's number is none, or that of another member",
        "What isn't a number is passed over where the others of the table are. Members with the same number are kept: JSON has \
         their names. Columns of numbers and names that are exchanged are read as they are meant.";
    /// An include that isn't there.
    MISSING_INCLUDE = Note "missing-include",
        "an included file was not found inside the docs",
        "Includes are looked up in the docs' own `includes` folders, never outside them.";
    /// A type that no page defines.
    UNKNOWN_TYPE = Warning "unknown-type",
        "no page defines the type of a property",
        "The property keeps any JSON value. Add the page, or correct the name or the link.";
    /// A base that no page defines.
    UNKNOWN_BASE_TYPE = Warning "unknown-base-type",
        "no page defines the base type",
        "The base is taken to exist with the properties that its descendants say they inherit from it. Add the page, or \
         correct the name.";
    /// A derived type that no page defines.
    UNKNOWN_DERIVED_TYPE = Warning "unknown-derived-type",
        "no page defines a type that is listed as derived",
        "The type is taken to exist with the properties of its base, unless its link leads to what is called otherwise, or \
         to a namespace that no page names. Add the page, or correct the name or the link.";
    /// A cell that names no type.
    UNREADABLE_TYPE = Warning "unreadable-type",
        "a type cell names no type",
        "The property keeps any JSON value. Write a primitive type, or link to the page of the type.";
    /// A cell that names no property.
    INVALID_PROPERTY_NAME = Warning "invalid-property-name",
        "a row's first cell is not the name of a property",
        "The row is passed over. Names are identifiers: a letter, then letters, digits and `_`.";
    /// A name that a translator replaced.
    TRANSLATED_NAME = Note "translated-name",
        "a translated name was restored, or left",
        "The page is a translation, and a name or a type in one of its tables was translated, too. It was restored from \
         the JSON representation, from a list of values, or from another page, as `explain` tells; or, where nothing \
         tells what it stands for, and it may be a name, it was left as it is.";
    /// A table with cells in the wrong number.
    BROKEN_ROW = Note "broken-row",
        "a table row does not have as many cells as the header",
        "A line break inside a cell starts a new row, and `|` inside a cell must be written `\\|`. The pieces were put \
         together again.";
    /// A table whose columns are of no kind that is known.
    UNREAD_TABLE = Note "unread-table",
        "a table among the properties is not read",
        "The header of the table has no word for types that is known, so its rows are no properties. Many such tables \
         explain something; if this one doesn't, call its columns `Property`, `Type` and `Description`. What \
         stands below the name of another type is that type's, which needs a page of its own. Files above 64 KiB are \
         no parts of pages.";
    /// A property among the relationships.
    PRIMITIVE_RELATIONSHIP = Note "primitive-relationship",
        "a relationship is of a primitive type",
        "A relationship leads to an object, which has a page of its own. What is of a primitive type is read as a property \
         wherever it stands; list it below `Properties`. Where all rows of a table are of such types, the heading above it \
         may be the wrong one.";
    /// Two bases.
    CONFLICTING_BASE = Warning "conflicting-base",
        "two different base types are named",
        "The more specific statement is taken: one that names a type nearer than `entity`, or the one that most rows \
         are inherited from, else the metadata. Of two types that list the same one as derived, it is the one with more \
         types above it. A row that says it is inherited from what isn't above is the type's own, unless a base has it.";
    /// A cycle.
    INHERITANCE_CYCLE = Error "inheritance-cycle",
        "a type derives from itself",
        "Following the base types leads back to where it started, so there is no order in which to lay out properties. \
         Correct one of the base statements.";
    /// A chain of bases that is too long, or has too many properties.
    INHERITANCE_LIMIT = Error "inheritance-limit",
        "a type inherits too much",
        "A type may have 64 types above it, with 1,024 rows in their tables; every struct repeats the properties that its \
         type inherits. Graph stays far below. The type is taken to have no base.";
    /// Two pages that define one thing differently.
    CONFLICTING_DEFINITION = Warning "conflicting-definition",
        "two pages define one type differently",
        "Pages that define one type are merged. Where they disagree, the first in the order of file names is taken. A \
         section called like another one of its page is passed over if it has none of its members.";
    /// A structured type that is also an enum.
    AMBIGUOUS_KIND = Warning "ambiguous-kind",
        "a type is defined both as an enum and as a resource",
        "The resource is taken, and the enum's members are ignored. Give one of them another name.";
    /// A property twice.
    DUPLICATE_PROPERTY = Note "duplicate-property",
        "a property stands twice in the tables of a type",
        "The first row is taken.";
    /// A member twice.
    DUPLICATE_MEMBER = Note "duplicate-member",
        "a member stands twice in the table of an enum",
        "The first row is taken.";
    /// A redeclared property.
    INHERITED_CHANGED = Note "inherited-property-changed",
        "an inherited property is repeated with another type",
        "The type on the page of the declaring type is taken.";
    /// A table and its sample disagree.
    SAMPLE_DISAGREES = Note "sample-disagrees",
        "the JSON representation shows another type than the table",
        "The table is taken: where the two differ it is right eight times out of nine. A sample may show a derived type of \
         what the table names.";
    /// A property without a row.
    UNLISTED_PROPERTY = Note "unlisted-property",
        "the JSON representation has a property that no table has",
        "It becomes no property: JSON may show what a derived type has, or what is gone from the table, and hardly tells \
         types. What is sent of it is kept among the additional properties. Add a row, or take it out of the JSON.";
    /// A label that contradicts its link.
    LINK_DISAGREES = Note "link-disagrees",
        "the text of a link names another type than its target",
        "The text is taken if it names a known type, else the target; and the target if the JSON representation sides \
         with it.";
    /// `String or Int32`.
    SEVERAL_TYPES = Note "several-types",
        "a type cell names several types",
        "JSON may have either, a field has one: the nearest type that all of them derive from, or the first where there \
         is none such. Name that type, and say in the description which may occur.";
    /// A name with other capitals elsewhere.
    NAME_CASE = Note "name-case",
        "a name is spelled in two ways",
        "JSON tells capitals apart. Of a property, the spelling of the JSON representation is taken; where it lacks the \
         property, and the property is called like its type but for the capitals, that of the type. Of a type that the \
         metadata call `pagetype`, that of the title is: `pageType`. Of an enum's member with a capital, that of the \
         descriptions which list it, if most members of the table begin with a small letter, and else the table's.";
    /// Names that collide in Rust.
    NAME_COLLISION = Note "name-collision",
        "two names are the same in Rust",
        "The second gets a `_` behind it, the third two, and so on; the tenth and those behind it get a number.";
    /// A fixup without a mistake.
    STALE_FIXUP = Note "stale-fixup",
        "a known mistake of the documentation is gone",
        "`fixups.rs` mends mistakes of single pages. Where the page has been corrected the fixup is to be deleted.";
    /// A base in prose alone.
    BASE_IN_PROSE = Note "base-in-prose-only",
        "only the text names the base type",
        "Readers other than people look for `\"baseType\"` in the metadata. Add it, as `lint --fix` does.";
    /// Abstract in prose alone.
    ABSTRACT_IN_PROSE = Note "abstract-in-prose-only",
        "only the text says that the type is abstract",
        "Readers other than people look for `\"abstract\": true` in the metadata. Add it, as `lint --fix` does.";
    /// No types at all.
    NO_TYPES = Error "no-types",
        "no page defines a type",
        "There is nothing to make bindings of. Is this the right folder? It should hold resource pages, as \
         `api-reference/beta/resources` of the docs does.";
}

//! The schema with every reference looked up and every decision taken: what `emit` and the reports read.

use std::borrow::Cow;

use crate::hash::HashMap;
use crate::model::{Deprecation, Doc, Evidence, Facts, Namespace, Primitive, QualifiedName, Spanned};
use crate::source::SourceId;

use super::names::{self, RustIdent};

/// Which type of a resolved schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub(super) u32);

/// Which of [`Resolved::modules`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ModuleId(pub(super) u32);

/// All types of one API version. It borrows from the schema: descriptions and facts are not copied.
#[derive(Debug)]
pub struct Resolved<'a> {
    pub(super) types: Vec<Type<'a>>,
    pub(super) modules: Vec<Module>,
    /// The type that each page is about, by file name in lower case.
    pub(super) pages: HashMap<String, TypeId>,
    /// `microsoft.graph.entity`, if it is there.
    pub(super) root: Option<TypeId>,
}

impl<'a> Resolved<'a> {
    /// Every type with its id, in the order of their qualified names.
    pub fn types(&self) -> impl ExactSizeIterator<Item = (TypeId, &Type<'a>)> {
        self.types.iter().enumerate().map(|(id, ty)| (TypeId(id as u32), ty))
    }

    /// Every module with its id: the root first, then by name, a parent before its children.
    pub fn modules(&self) -> impl ExactSizeIterator<Item = (ModuleId, &Module)> {
        self.modules.iter().enumerate().map(|(id, module)| (ModuleId(id as u32), module))
    }

    /// The type that `id` stands for.
    #[must_use]
    pub fn get(&self, id: TypeId) -> &Type<'a> {
        &self.types[id.0 as usize]
    }

    /// The module that `id` stands for.
    #[must_use]
    pub fn module(&self, id: ModuleId) -> &Module {
        &self.modules[id.0 as usize]
    }

    /// The type called `name`, qualified or bare, in any case; a bare name is looked for in every namespace.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<TypeId> {
        let root = Namespace::root();
        let key = QualifiedName::parse(name, &root)?.key();
        let exact = self.types().find(|(_, ty)| ty.name.key() == key);
        let bare = || self.types().find(|(_, ty)| ty.name.name().eq_ignore_ascii_case(name));
        exact.or_else(bare).map(|(id, _)| id)
    }

    /// The type that a link to the page `target` (`../resources/user.md#properties`) leads to.
    #[must_use]
    pub fn linked_type(&self, target: &str) -> Option<TypeId> {
        let page = target.split(['#', '?']).next()?;
        let mut file = page.rsplit('/').next()?.to_ascii_lowercase();
        if !file.ends_with(".md") {
            file.push_str(".md");
        }
        self.pages.get(&file).copied()
    }

    /// The structured type behind `id`, if it is one.
    #[must_use]
    pub fn structured(&self, id: TypeId) -> Option<&Structured<'a>> {
        match &self.get(id).kind {
            TypeKind::Structured(structured) => Some(structured),
            TypeKind::Enum(_) | TypeKind::Undocumented => None,
        }
    }

    /// Whether `id` is `microsoft.graph.entity`, which everything derives from and which therefore isn't an enum.
    #[must_use]
    pub fn is_root(&self, id: TypeId) -> bool {
        self.root == Some(id)
    }

    /// The bases of `id`, nearest first.
    pub fn ancestors(&self, id: TypeId) -> impl Iterator<Item = TypeId> + '_ {
        let base = |id: &TypeId| self.structured(*id).and_then(|structured| structured.base).map(|base| base.ty);
        std::iter::successors(base(&id), base)
    }

    /// All properties of `id`, inherited ones first, base to leaf, each with the type that declares it: structural
    /// ones, then navigation properties, as Graph writes them and as they are asked for apart.
    #[must_use]
    pub fn all_properties(&self, id: TypeId) -> Vec<(TypeId, &Property<'a>)> {
        let mut chain: Vec<TypeId> = self.ancestors(id).collect();
        chain.reverse();
        chain.push(id);
        let own =
            |id: TypeId| self.structured(id).into_iter().flat_map(move |s| s.properties.iter().map(move |p| (id, p)));
        let mut all: Vec<(TypeId, &Property<'a>)> = chain.into_iter().flat_map(own).collect();
        all.sort_by_key(|(_, property)| property.navigation);
        all
    }
}

/// A Rust module: a namespace, or one on the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// The namespace.
    pub namespace: Namespace,
    /// The identifiers that lead to it from the root module; empty for the root.
    pub path: Vec<RustIdent>,
}

/// A type.
#[derive(Debug)]
pub struct Type<'a> {
    /// Its full name.
    pub name: QualifiedName,
    /// Where its Rust lives.
    pub module: ModuleId,
    /// What users hold: the struct of a concrete type, the enum over the derived types of an abstract one, the enum.
    pub ident: RustIdent,
    /// What it means; empty where nothing is said.
    pub docs: Cow<'a, Doc<'a>>,
    /// Whether, and how, it is called deprecated.
    pub deprecated: Option<&'a Deprecation<'a>>,
    /// The pages that define it; none where other pages merely mention it.
    pub pages: Vec<SourceId>,
    /// The file name of the first of them, without `.md`, in lower case.
    pub page_name: Option<String>,
    /// What makes us believe that there is such a type.
    pub evidence: Evidence,
    /// The rest.
    pub kind: TypeKind<'a>,
}

/// What a [`Type`] is.
#[derive(Debug)]
pub enum TypeKind<'a> {
    /// An entity or complex type.
    Structured(Structured<'a>),
    /// An enum.
    Enum(Enumeration<'a>),
    /// Named by pages, defined by none: any JSON value.
    Undocumented,
}

/// Whether a structured type has a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StructuredKind {
    /// It has.
    Entity,
    /// It hasn't.
    Complex,
}

/// An entity or complex type.
#[derive(Debug)]
pub struct Structured<'a> {
    /// Entity or complex.
    pub kind: StructuredKind,
    /// What it derives from, and who says so.
    pub base: Option<Base>,
    /// Who says that it is abstract, if it is.
    pub is_abstract: Option<Evidence>,
    /// Who says that it is open, if it is.
    pub is_open: Option<Evidence>,
    /// The names of the key properties that it declares, from the metadata.
    pub key: Vec<Spanned<&'a str>>,
    /// Its own properties, in the order of the page.
    pub properties: Vec<Property<'a>>,
    /// What derives from it directly, in the order of the names.
    pub derived: Vec<TypeId>,
    /// The names of its Rust.
    pub rust: StructuredRust,
}

impl Structured<'_> {
    /// Whether writing names the type in `@odata.type`: it has a base other than `entity`, or derived types, and can
    /// occur itself.
    #[must_use]
    pub fn is_tagged(&self, resolved: &Resolved<'_>) -> bool {
        let derives = self.base.is_some_and(|base| !resolved.is_root(base.ty));
        self.is_abstract.is_none() && (derives || self.rust.union.is_some())
    }
}

/// A base with the evidence for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base {
    /// The base type.
    pub ty: TypeId,
    /// Who says so.
    pub evidence: Evidence,
}

/// How a structured type looks in Rust.
#[derive(Debug)]
pub struct StructuredRust {
    /// The struct with its fields: the type's own name, `…Base` where that belongs to the enum.
    pub record: RustIdent,
    /// The enum over what derives from it, wherever there can be such: the type's own name for an abstract type, `Any…`
    /// for a concrete one. Never for `entity`.
    pub union: Option<Union>,
}

/// The enum over a type and what derives from it.
#[derive(Debug)]
pub struct Union {
    /// Its name.
    pub ident: RustIdent,
    /// A variant per type: the type itself first if it can occur, then the direct descendants.
    pub variants: Vec<Variant>,
}

/// A variant of a [`Union`]; it holds the type's own union if that has one, but for the type itself, whose variant
/// holds its record.
#[derive(Debug)]
pub struct Variant {
    /// Its name.
    pub ident: RustIdent,
    /// The method that returns it, `as_user`.
    pub accessor: RustIdent,
    /// The type.
    pub ty: TypeId,
}

/// A property.
#[derive(Debug)]
pub struct Property<'a> {
    /// Its name in JSON.
    pub name: Cow<'a, str>,
    /// The field; unique among all properties of the type and of everything derived from it.
    pub ident: RustIdent,
    /// Its type.
    pub ty: PropertyType,
    /// Whether it is a collection.
    pub collection: bool,
    /// Whether it is a navigation property.
    pub navigation: bool,
    /// Whether the field must be boxed, since the type contains itself through it.
    pub boxed: bool,
    /// What it means.
    pub docs: &'a Doc<'a>,
    /// What is said about it in passing.
    pub facts: &'a Facts<'a>,
    /// Where it was read.
    pub evidence: Evidence,
    /// What its type was read from: mostly the cell of the row.
    pub type_evidence: Evidence,
}

impl Property<'_> {
    /// The method of an enum over derived types that returns it.
    #[must_use]
    pub fn method(&self) -> RustIdent {
        names::method(&self.ident)
    }
}

/// The type of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PropertyType {
    /// A primitive.
    Primitive(Primitive),
    /// One of ours.
    Type(TypeId),
}

/// An enum.
#[derive(Debug)]
pub struct Enumeration<'a> {
    /// Whether members combine, `"a,b"`.
    pub is_flags: bool,
    /// The members, in the order of the page.
    pub members: Vec<EnumMember<'a>>,
}

/// A member of an enum.
#[derive(Debug)]
pub struct EnumMember<'a> {
    /// Its name in JSON.
    pub name: Cow<'a, str>,
    /// The variant.
    pub ident: RustIdent,
    /// Its number, where a page gives one.
    pub value: Option<i64>,
    /// What it means.
    pub docs: Cow<'a, Doc<'a>>,
    /// Whether it follows the sentinel `unknownFutureValue` and so is only returned on request.
    pub after_sentinel: bool,
    /// Where it was read.
    pub evidence: Evidence,
}

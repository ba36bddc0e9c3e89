//! The schema with every reference looked up and every decision taken: what `emit` and the reports read.

use crate::hash::HashMap;
use crate::model::{Link, Namespace, QualifiedName};

use super::names::RustIdent;
use super::types::{Property, PropertyType, Structured, Type, TypeKind};

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
    /// The type that each page is about, by what the page is called, in lower case.
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

    /// The full name of a property's type.
    #[must_use]
    pub fn name_of(&self, ty: PropertyType) -> &str {
        match ty {
            PropertyType::Primitive(primitive) => primitive.edm_name(),
            PropertyType::Type(id) => self.get(id).name.as_str(),
        }
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

    /// The type whose page `link` leads to.
    #[must_use]
    pub fn linked_type(&self, link: Link<'_>) -> Option<TypeId> {
        self.pages.get(&link.name().as_str().to_ascii_lowercase()).copied()
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

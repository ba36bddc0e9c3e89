//! Syntax trees, put together by hand: nothing is parsed, which is what costs most when a template makes tokens, and
//! nothing can fail.

use proc_macro2::{Ident, Span, TokenStream};
use syn::punctuated::Punctuated;
use syn::token::{Brace, Paren};
use syn::{
    AngleBracketedGenericArguments, AttrStyle, Attribute, Expr, ExprLit, Field, Fields, FieldsNamed, FieldsUnnamed,
    GenericArgument, Generics, Item, ItemEnum, ItemStruct, Lit, LitStr, MacroDelimiter, Meta, MetaList, MetaNameValue,
    Path, PathArguments, PathSegment, Token, Type, TypePath, Variant, Visibility,
};

use crate::resolve::RustIdent;

/// `pub struct name { fields }`
pub(super) fn item_struct(attrs: Vec<Attribute>, name: &RustIdent, fields: Vec<Field>) -> Item {
    let named = FieldsNamed { brace_token: Brace::default(), named: fields.into_iter().collect() };
    structure(attrs, name, Fields::Named(named))
}

/// `pub struct name(field);`
pub(super) fn tuple_struct(attrs: Vec<Attribute>, name: &RustIdent, field: Field) -> Item {
    structure(attrs, name, Fields::Unnamed(unnamed(field)))
}

fn structure(attrs: Vec<Attribute>, name: &RustIdent, fields: Fields) -> Item {
    let semi_token = matches!(fields, Fields::Unnamed(_)).then(<Token![;]>::default);
    Item::Struct(ItemStruct {
        attrs,
        vis: public(),
        struct_token: <Token![struct]>::default(),
        ident: ident(name),
        generics: Generics::default(),
        fields,
        semi_token,
    })
}

/// `pub enum name { variants }`
pub(super) fn item_enum(attrs: Vec<Attribute>, name: &RustIdent, variants: Vec<Variant>) -> Item {
    Item::Enum(ItemEnum {
        attrs,
        vis: public(),
        enum_token: <Token![enum]>::default(),
        ident: ident(name),
        generics: Generics::default(),
        brace_token: Brace::default(),
        variants: variants.into_iter().collect(),
    })
}

/// `pub name: ty`
pub(super) fn field(attrs: Vec<Attribute>, name: Ident, ty: Type) -> Field {
    Field { ident: Some(name), colon_token: Some(<Token![:]>::default()), ..bare_field(attrs, public(), ty) }
}

/// `pub ty`
pub(super) fn tuple_field(attrs: Vec<Attribute>, ty: Type) -> Field {
    bare_field(attrs, public(), ty)
}

/// `name`, or `name(payload)`
pub(super) fn variant(attrs: Vec<Attribute>, name: Ident, payload: Option<Type>) -> Variant {
    let field = payload.map(|ty| unnamed(bare_field(Vec::new(), Visibility::Inherited, ty)));
    Variant { attrs, ident: name, fields: field.map_or(Fields::Unit, Fields::Unnamed), discriminant: None }
}

fn bare_field(attrs: Vec<Attribute>, vis: Visibility, ty: Type) -> Field {
    Field { attrs, vis, modifiers: syn::FieldModifiers::default(), ident: None, colon_token: None, ty, default: None }
}

fn unnamed(field: Field) -> FieldsUnnamed {
    FieldsUnnamed { paren_token: Paren::default(), unnamed: [field].into_iter().collect() }
}

fn public() -> Visibility {
    Visibility::Public(<Token![pub]>::default())
}

/// The type at `path`, written with `::`.
pub(super) fn path_type(path: &str) -> Type {
    Type::Path(TypePath { attrs: Vec::new(), qself: None, path: to_path(path) })
}

/// `outer<inner>`
pub(super) fn generic(outer: &str, inner: Type) -> Type {
    let mut path = to_path(outer);
    if let Some(last) = path.segments.last_mut() {
        last.arguments = PathArguments::AngleBracketed(AngleBracketedGenericArguments {
            colon2_token: None,
            lt_token: <Token![<]>::default(),
            args: [GenericArgument::Type(inner)].into_iter().collect(),
            gt_token: <Token![>]>::default(),
        });
    }
    Type::Path(TypePath { attrs: Vec::new(), qself: None, path })
}

fn to_path(path: &str) -> Path {
    let relative = path.strip_prefix("::");
    let segments = relative.unwrap_or(path).split("::").map(|segment| {
        let ident =
            segment.strip_prefix("r#").map_or_else(|| word(segment), |raw| Ident::new_raw(raw, Span::call_site()));
        PathSegment::from(ident)
    });
    let segments: Punctuated<PathSegment, Token![::]> = segments.collect();
    Path { leading_colon: relative.map(|_| <Token![::]>::default()), segments }
}

/// `#[doc = "text"]`
pub(super) fn doc(text: &str) -> Attribute {
    let lit = Lit::Str(LitStr::new(text, Span::call_site()));
    attribute(Meta::NameValue(MetaNameValue {
        path: Path::from(word("doc")),
        eq_token: <Token![=]>::default(),
        value: Expr::Lit(ExprLit { attrs: Vec::new(), lit }),
    }))
}

/// `#[name(tokens)]`
pub(super) fn list(name: &str, tokens: TokenStream) -> Attribute {
    let delimiter = MacroDelimiter::Paren(Paren::default());
    attribute(Meta::List(MetaList { path: Path::from(word(name)), delimiter, tokens }))
}

/// `#[name]`
pub(super) fn flag(name: &str) -> Attribute {
    attribute(Meta::Path(Path::from(word(name))))
}

fn attribute(meta: Meta) -> Attribute {
    Attribute {
        pound_token: <Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: syn::token::Bracket::default(),
        meta,
    }
}

/// `name` as a token.
pub(super) fn ident(name: &RustIdent) -> Ident {
    if name.is_raw() { Ident::new_raw(name.as_str(), Span::call_site()) } else { word(name.as_str()) }
}

/// `text`, which is no keyword that would have to be raw, as a token.
pub(super) fn word(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}

//! The formats of tables, told by their headers.

use crate::page::{InlineKind, Inlines, Table};

use super::localised::Language;
use super::section::Topic;
use super::type_name;

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Name, type, description: structural properties.
    Properties,
    /// The same: navigation properties.
    Relationships,
    /// Name, perhaps a number, perhaps a description: members of an enum.
    Members,
}

/// What the first column of a table of properties is called; lower case.
const PROPERTY: &[&str] = &[
    "property",
    "properties",
    "property name",
    "name",
    "parameter",
    "field",
    "attribute",
    "属性",
    "属性名称",
    "属性名",
    "名称",
    "参数",
    "property 名称",
    "eigenschaft",
    "propiedad",
    "propriété",
    "propriedade",
    "proprietà",
    "свойство",
    "プロパティ",
    "속성",
    "屬性",
    "プロパティ名",
    "nom de la propriété",
    "nombre de propiedad",
    "nombre de la propiedad",
    "nome da propriedade",
    "nome proprietà",
    "имя свойства",
    "속성 이름",
    "eigenschaftsname",
    "名前",
    "nom",
    "nombre",
    "nome",
    "имя",
    "이름",
];
/// What it is called in a table of relationships.
const RELATIONSHIP: &[&str] = &[
    "relationship",
    "relationships",
    "relationship name",
    "navigation property",
    "navigation",
    "relation",
    "关系",
    "关系名称",
    "关系名",
    "关联",
    "beziehung",
    "relación",
    "relação",
    "relazione",
    "связь",
    "отношение",
    "リレーションシップ",
    "関係",
    "관계",
    "關聯性",
    "liaison",
    "relacionamento",
];
/// What the second column of both is called.
const TYPE: &[&str] = &[
    "type",
    "types",
    "data type",
    "property type",
    "type name",
    "return type",
    "类型",
    "数据类型",
    "返回类型",
    "tipo",
    "typ",
    "тип",
    "型",
    "種類",
    "유형",
    "형식",
    "データ型",
    "類型",
    "tipo de dados",
    "tipo de datos",
    "tipo di dati",
    "datentyp",
    "type de données",
    "тип данных",
    "데이터 형식",
];
/// What the first column of a table of members is called.
const MEMBER: &[&str] = &[
    "member",
    "members",
    "member name",
    "member value",
    "value",
    "values",
    "name",
    "possible value",
    "possible values",
    "enum",
    "enum value",
    "enumeration",
    "enumeration value",
    "property",
    "string",
    "state",
    "成员",
    "成员名称",
    "成员名",
    "值",
    "名称",
    "可能的值",
    "mitglied",
    "membre",
    "miembro",
    "membro",
    "член",
    "メンバー",
    "멤버",
    "구성원",
    "成員",
    "element",
    "elemento",
    "valeur",
    "valor",
    "valore",
    "wert",
    "элемент",
    "значение",
    "値",
    "값",
];
/// What a column of numbers is called.
const NUMBER: &[&str] = &["value", "values", "int value", "integer value", "值", "int 值", "数值"];

/// The words of a header cell, lower case, without decoration.
pub(super) fn word(cell: &Inlines<'_>) -> String {
    let plain = cell.plain();
    let mut words = String::with_capacity(plain.len());
    for word in plain.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words.trim_matches(['*', '`', ':', '_']).to_lowercase()
}

/// The format of a table in a section on `topic` of a page in `language`; none for tables of other things, such as
/// methods.
pub(super) fn format(table: &Table<'_>, topic: Topic, language: Language) -> Option<Format> {
    if matches!(topic, Topic::Methods | Topic::InstanceAttributes | Topic::DerivedTypes) {
        return None;
    }
    let header: Vec<String> = table.header.iter().take(2).map(word).collect();
    let first = header.first().map(String::as_str).unwrap_or_default();
    let is = |column: usize, words: &[&str]| header.get(column).is_some_and(|word| words.contains(&word.as_str()));
    let typed = is(1, TYPE);
    let foreign = || language.is_translated() && holds_types(table);
    match topic {
        // Whatever the first column is called: in other languages we don't know its word.
        Topic::Members | Topic::Values if !typed => Some(Format::Members),
        _ if typed && RELATIONSHIP.contains(&first) => Some(Format::Relationships),
        Topic::Relationships if typed => Some(Format::Relationships),
        // `agreementFileData` has a header of methods above properties.
        Topic::Properties if typed => Some(Format::Properties),
        // In a language that we have no words for, the section tells, and the cells.
        Topic::Properties if foreign() => Some(Format::Properties),
        Topic::Relationships if foreign() => Some(Format::Relationships),
        _ if typed && PROPERTY.contains(&first) => Some(Format::Properties),
        _ if is(0, MEMBER) && !typed => Some(Format::Members),
        _ => None,
    }
}

/// How many words a type's name has in another language: `Chaîne de caractères`.
const MOST_WORDS: usize = 3;

/// Whether most cells of the second column name a type. Explanations of a property's values are prose; where they are
/// few words, they are code (`read` on `sharinglink.md`) or there is no third column (`Preset0|Red` on
/// `outlookcategory.md`).
pub(super) fn holds_types(table: &Table<'_>) -> bool {
    let cells = || table.rows.iter().filter_map(|row| row.cells.get(1)).filter(|cell| !cell.is_blank());
    let numbered = holds_numbers(table, 1);
    let is_word = |cell: &Inlines<'_>| {
        let coded = cell.pieces.iter().any(|piece| piece.kind == InlineKind::Code);
        table.header.len() > 2 && !coded && !numbered && cell.plain().split_whitespace().count() <= MOST_WORDS
    };
    let types = cells().filter(|cell| type_name::is_type_like(cell) || is_word(cell)).count();
    types > 0 && types * 2 >= cells().count()
}

/// Whether the column holds nothing but numbers.
pub(super) fn holds_numbers(table: &Table<'_>, column: usize) -> bool {
    let is_number = |cell: &Inlines<'_>| cell.plain().trim().parse::<i64>().is_ok();
    !table.rows.is_empty() && table.rows.iter().all(|row| row.cells.get(column).is_some_and(is_number))
}

/// Whether one of the first two columns has an English header that we know.
pub(super) fn has_english_header(table: &Table<'_>) -> bool {
    let known = |word: &str| [PROPERTY, RELATIONSHIP, TYPE, MEMBER, NUMBER].iter().any(|words| words.contains(&word));
    table.header.iter().take(2).map(word).any(|word| word.is_ascii() && known(&word))
}

/// The column that holds a member's number, if there is one: by its header, or because it holds nothing but numbers,
/// for in other languages we don't know its word.
pub(super) fn number_column(table: &Table<'_>) -> Option<usize> {
    let named = |column: &usize| NUMBER.contains(&word(&table.header[*column]).as_str());
    let numbers = |column: &usize| holds_numbers(table, *column);
    (1..table.header.len()).find(named).or_else(|| (1..table.header.len()).find(numbers))
}

/// The column that holds a member's description, if there is one.
pub(super) fn description_column(table: &Table<'_>) -> Option<usize> {
    let number = number_column(table);
    (1..table.header.len()).rev().find(|column| Some(*column) != number)
}

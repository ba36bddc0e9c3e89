//! How pages say what a type is: that it is abstract, that it is open, and, on translated pages, that it or a row
//! inherits from another. Words as data.

/// Words that stand before the base, with the sentence's capital and without.
pub(super) const BEFORE: &[&str] = &[
    // Chinese
    "继承自",
    "繼承自",
    "派生自",
    "衍生自",
    "派生于",
    "源自",
    "继承于",
    // German
    "rbt von",
    "eerbt von",
    "bgeleitet von",
    "bgeleitet aus",
    "rbt vom",
    // French
    "érite de",
    "érité de",
    "éritée de",
    "érite du",
    "érité du",
    "éritée du",
    "érive de",
    "érivé de",
    // Spanish
    "ereda de",
    "eredado de",
    "eredada de",
    "eriva de",
    "erivado de",
    // Portuguese
    "erda de",
    "erdado de",
    "erdada de",
    // Not in "perda da", a loss.
    "Herda da",
    "herda da",
    "Herda do",
    "herda do",
    "erdado da",
    "erdado do",
    "erdada da",
    "erdada do",
    // Italian
    "redita da",
    "reditato da",
    "reditata da",
    "eriva da",
    "erivato da",
    // Dutch
    "rft van",
    "vergenomen van",
    "eemt over van",
    // Russian
    "аследует от",
    "аследуется от",
    "аследуется из",
    "наследовано от",
    "роизводным от",
    "роизводный от",
    "роизводное от",
    // Polish, Czech, Swedish
    "ziedziczy z",
    "ziedziczone z",
    "ědí z",
    "děděno z",
    "rver från",
    "rvt från",
    "rvd från",
];

/// Verbs whose preposition a translator took into the link behind them: `Herda [de berth](berth.md)`.
pub(super) const VERBS: &[&str] = &[
    "rbt",
    "eerbt",
    "érite",
    "érité",
    "éritée",
    "ereda",
    "eredado",
    "eredada",
    "erda",
    "erdado",
    "erdada",
    "redita",
    "reditato",
    "reditata",
    "аследует",
    "аследуется",
    "аследовано",
];

/// Those that say within a sentence, where no preposition tells otherwise, that the type is inherited: `который
/// наследуется [x]`.
pub(super) const PASSIVE: &[&str] =
    &["érité", "éritée", "eredado", "eredada", "erdado", "erdada", "аследуется", "аследовано"];

/// Prepositions before the one that inherits: `herdado [por x]`, `vererbt [an x]`.
pub(super) const AGENT: &[&str] = &["por", "pelo", "pela", "par", "durch", "an"];

/// Words that stand behind the base, and what may stand before it.
pub(super) const AROUND: &[(&str, &[&str])] = &[
    ("从", &["继承", "派生", "衍生"]),
    ("自", &["继承", "派生", "衍生"]),
    ("von", &["abgeleitet"]),
    ("aus", &["abgeleitet"]),
    ("", &["から継承", "を継承", "から派生", "에서 상속", "에서 파생", "을 상속", "를 상속"]),
];

/// "Inherits from this type" is about other types than the page's own.
pub(super) const FALSE_FRIENDS: &[&str] =
    &["继承自此", "继承自该", "派生自此", "派生自该", "以下派生", "diesem Typ erben"];

/// How translated pages introduce a list of derived types, lower case as far as ASCII goes.
pub(in crate::lower) const DERIVED: [&str; 24] = [
    "衍生類型",
    "继承自此类型",
    "派生自此类型",
    "abgeleitete typen",
    "abgeleiteten typen",
    "erben von diesem typ",
    "von diesem typ erben",
    "types dérivés",
    "héritent de ce type",
    "tipos derivados",
    "heredan de este tipo",
    "herdam deste tipo",
    "tipi derivati",
    "ereditano da questo tipo",
    "роизводные типы",
    "аследуют этот тип",
    "аследуются от этого типа",
    "派生型",
    "派生する型",
    "この型を継承する型",
    "파생 형식",
    "이 형식을 상속하는",
    "afgeleide typen",
    "typy pochodne",
];

/// How translated pages call a type abstract.
pub(in crate::lower) const ABSTRACT: [&str; 33] = [
    "抽象类型",
    "抽象基",
    "抽象类",
    "抽象实体",
    "抽象资源",
    "抽象复杂",
    "是抽象的",
    "抽象類型",
    "抽象類別",
    "抽象實體",
    "抽象資源",
    "抽象型",
    "抽象基底",
    "抽象クラス",
    "抽象エンティティ",
    "抽象リソース",
    "abstrakter typ",
    "abstrakter basistyp",
    "abstrakte basis",
    "abstrakte klasse",
    "abstrakte entität",
    "abstrakte ressource",
    "абстрактный тип",
    "абстрактным типом",
    "абстрактный базовый",
    "абстрактный класс",
    "абстрактным классом",
    "абстрактная сущность",
    "является абстрактн",
    "추상 형식",
    "추상 기본",
    "추상 클래스",
    "추상 엔터티",
];

/// How the word for "abstract" begins where it stands behind its noun, lower case, with a blank before it.
pub(in crate::lower) const ABSTRACT_BEHIND: [&str; 6] =
    [" abstrait", " abstracto", " abstracta", " abstrato", " abstrata", " astratt"];

/// The nouns that it may stand behind.
pub(super) const NOUNS_BEFORE: &[&str] =
    &["type", "tipo", "classe", "clase", "entité", "entidad", "entidade", "entità", "ressource", "recurso", "risorsa"];

/// How pages call a type open.
pub(in crate::lower) const OPEN: [&str; 15] = [
    "open type",
    "open complex type",
    "open entity type",
    "opentype",
    "开放类型",
    "开放式类型",
    "オープン型",
    "オープン タイプ",
    "offener typ",
    "type ouvert",
    "tipo abierto",
    "tipo aberto",
    "tipo aperto",
    "открытый тип",
    "개방형",
];

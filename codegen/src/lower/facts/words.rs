//! How other languages state what descriptions do in passing: data, to be added to.

/// How sentences begin that call a property read-only, lower case.
pub(super) const READ_ONLY: [&str; 25] = [
    "只读",
    "唯讀",
    "読み取り専用",
    "읽기 전용",
    "lecture seule",
    "en lecture seule",
    "schreibgeschützt",
    "nur lesezugriff",
    "solo lectura",
    "sólo lectura",
    "de solo lectura",
    "somente leitura",
    "apenas leitura",
    "sola lettura",
    "di sola lettura",
    "только для чтения",
    "только чтение",
    "alleen-lezen",
    "tylko do odczytu",
    "salt okunur",
    "skrivskyddad",
    "jen pro čtení",
    "írásvédett",
    "csak olvasható",
    "chỉ đọc",
];

/// What begins a condition behind those, lower case: "Somente leitura quando x for true."
pub(super) const SOME_CASES: [&str; 16] = [
    "wenn ",
    "falls ",
    "sofern ",
    "quand ",
    "lorsqu",
    "si ",
    "cuando ",
    "quando ",
    "se ",
    "если ",
    "когда ",
    "als ",
    "wanneer ",
    "gdy ",
    "jeśli ",
    "om ",
];

/// Sentences that call a property required, lower case, without what varies with gender.
pub(super) const REQUIRED: [&str; 24] = [
    "必需",
    "必填",
    "必要",
    "必須",
    "필수",
    "obligatoire",
    "requis",
    "erforderlich",
    "obligatori",
    "necesari",
    "requerid",
    "obrigatóri",
    "necessári",
    "obbligatori",
    "richiest",
    "обязательн",
    "требуется",
    "vereist",
    "wymagan",
    "gerekli",
    "gereklidir",
    "krävs",
    "povinn",
    "kötelező",
];

/// What stands before a default value, lower case.
pub(super) const DEFAULT: [&str; 20] = [
    "默认值",
    "默认为",
    "預設值",
    "既定値",
    "기본값",
    "valeur par défaut",
    "standardwert",
    "standardmäßig auf",
    "valor predeterminado",
    "valor por defecto",
    "valor padrão",
    "o padrão é",
    "valore predefinito",
    "значение по умолчанию",
    "standaardwaarde",
    "wartość domyślna",
    "varsayılan değer",
    "standardvärde",
    "výchozí hodnota",
    "alapértelmezett érték",
];

/// Words for "only".
pub(super) const ONLY: [&str; 18] = [
    "仅",
    "僅",
    "のみ",
    "だけ",
    "에만",
    "만 ",
    "uniquement",
    "seulement",
    "nur",
    "solo",
    "sólo",
    "apenas",
    "somente",
    "только",
    "alleen",
    "tylko",
    "yalnızca",
    "endast",
];

/// What may follow at once in languages that put no blanks there: "is", "and", "property".
pub(super) const ENDINGS: [&str; 16] = [
    "です",
    "である",
    "で、",
    "的",
    "项",
    "項目",
    "属性",
    "屬性",
    "字段",
    "欄位",
    "プロパティ",
    "입니다",
    "이며",
    "항목",
    "속성",
    "필드",
];

/// How the words begin that say "not" behind what they deny, or before a value.
pub(super) const NOT: [&str; 18] = [
    "不",
    "非",
    "无",
    "無",
    "没",
    "沒",
    "ではな",
    "ではあ",
    "아닙",
    "아님",
    "가 아",
    "이 아",
    "nicht",
    "pas",
    "não",
    "не",
    "değil",
    "niet",
];

/// What a sentence may call the property that it is about, lower case: "Diese Eigenschaft ist schreibgeschützt."
pub(super) const SUBJECTS: [&str; 18] = [
    "此属性是",
    "此属性为",
    "该属性是",
    "此屬性是",
    "このプロパティは",
    "이 속성은 ",
    "diese eigenschaft ist ",
    "cette propriété est ",
    "esta propiedad es ",
    "es ",
    "essa propriedade é ",
    "esta propriedade é ",
    "questa proprietà è ",
    "это свойство доступно ",
    "это свойство является ",
    "это свойство ",
    "deze eigenschap is ",
    "ta właściwość jest ",
];

/// What stands before a maximum length, lower case.
pub(super) const MAXIMUM: [&str; 12] = [
    "最大长度",
    "最大限制",
    "最大長度",
    "最大長",
    "최대 길이",
    "maximale länge",
    "longueur maximale",
    "longitud máxima",
    "comprimento máximo",
    "tamanho máximo",
    "lunghezza massima",
    "максимальная длина",
];

/// How the words for "characters" begin, lower case.
pub(super) const CHARACTERS: [&str; 10] =
    ["个字符", "個字元", "字符", "文字", "자", "zeichen", "caract", "caratteri", "символ", "знак"];

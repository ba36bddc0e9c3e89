//! The machinery of the types in `model.rs`, as `generate` would write it.

use super::support;

/// A struct whose index is left to the compiler.
macro_rules! indexed {
    (
        $type:ty => $name:literal, $odata_type:literal, tagged $tagged:literal;
        bases $bases:expr;
        structural $structural:literal;
        $($slot:literal $field:ident $key:literal $kind:ident;)*
    ) => {
        object! {
            $type => $name, $odata_type, tagged $tagged;
            bases $bases;
            index (const {
                const KEYS: &[&str] = &[$($key),*];
                &support::index::<{ support::index_len(KEYS) }>(KEYS)
            });
            structural $structural;
            $($slot $field $key $kind;)*
        }
    };
}

indexed! {
    super::ShapeBase => "ShapeBase", "#test.shape", tagged false;
    bases &[];
    structural 1;
    0 id "id" Str;
}
indexed! {
    super::Circle => "Circle", "#test.circle", tagged true;
    bases &["#test.shape"];
    structural 3;
    0 id "id" Str;
    1 radius "radius" Number;
    2 tags "tags" Strs;
}
indexed! {
    super::PolygonBase => "PolygonBase", "#test.polygon", tagged false;
    bases &["#test.shape"];
    structural 2;
    0 id "id" Str;
    1 corners "corners" Number;
}
indexed! {
    super::Square => "Square", "#test.sub.square", tagged true;
    bases &["#test.polygon", "#test.shape"];
    structural 3;
    0 id "id" Str;
    1 corners "corners" Number;
    2 side "side" Number;
}
indexed! {
    super::Item => "Item", "#test.item", tagged true;
    bases &[];
    structural 1;
    0 name "name" Str;
}
indexed! {
    super::Folder => "Folder", "#test.folder", tagged true;
    bases &["#test.item"];
    structural 1;
    0 name "name" Str;
    1 children "children" Unions;
}
indexed! {
    super::Everything => "Everything", "#test.everything", tagged false;
    bases &[];
    structural 30;
    0 any "any" Any;
    1 anys "anys" Anys;
    2 binary "binary" Text;
    3 bool "bool" Bool;
    4 bools "bools" Bools;
    5 byte "byte" Number;
    6 colour "colour" Text;
    7 colours "colours" Texts;
    8 date "date" Text;
    9 decimal "decimal" Number;
    10 double "double" Number;
    11 duration "duration" Text;
    12 flags "flags" Text;
    13 guid "guid" Text;
    14 guids "guids" Texts;
    15 int16 "int16" Number;
    16 int32 "int32" Number;
    17 int64 "int64" Number;
    18 item "item" Union;
    19 longs "longs" Numbers;
    20 next "next" Object;
    21 opaque "opaque" Any;
    22 opaques "opaques" Anys;
    23 sbyte "sbyte" Number;
    24 shape "shape" Union;
    25 shapes "shapes" Unions;
    26 string "string" Str;
    27 strings "strings" Strs;
    28 time "time" Text;
    29 when "when" Text;
}
indexed! {
    super::Nothing => "Nothing", "#test.nothing", tagged false;
    bases &[];
    structural 0;
}

setters! {
    super::Everything;
    with_byte byte exactly(u8);
    with_longs longs all(i64);
    with_item item one(super::AnyItem);
    with_int64 int64 one(i64);
    with_flags flags one(support::Flags<super::Colour>);
    with_next next boxed(super::Everything);
    with_shapes shapes many(super::Shape);
    with_string string one(String);
    with_strings strings many(String);
    with_when when one(support::DateTimeOffset);
}

hierarchy! {
    super::Shape => "Shape", empty 2;
    type 0 Circle(super::Circle) as_circle "#test.circle";
    nested 1 Polygon(super::Polygon) as_polygon "#test.polygon";
    other 2 Other(super::ShapeBase) "#test.shape";
}
hierarchy! {
    super::Polygon => "Polygon", empty 1;
    type 0 Square(super::Square) as_square "#test.sub.square";
    other 1 Other(super::PolygonBase) "#test.polygon";
}
hierarchy! {
    super::AnyItem => "AnyItem", empty 0;
    type 0 Item(super::Item) as_item "#test.item";
    type 1 Folder(super::Folder) as_folder "#test.folder";
    other 2 Other(super::Item) "";
}
ancestor! {
    super::Shape, Polygon(super::Polygon), super::Square;
}
open_enum! {
    super::Colour;
    Red "red";
    Green "green";
    UnknownFutureValue "unknownFutureValue";
}
opaque! {
    super::Opaque;
}

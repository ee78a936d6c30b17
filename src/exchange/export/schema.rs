//! The shape of records as JSON, as a JSON Schema (draft 2020-12), read from the table of fields: for programs that read
//! what `--json` and exports write.

use crate::domain::custom::is_yes_no;
use crate::domain::{Book, Choice, CustomOf, Field, Kind, Type, Unit, Verb};
use serde_json::{Map, Value as Json, json};

/// Where a JSON Schema says which draft it is.
const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of a record of any kind, with the fields that a person made in a book.
pub fn schema(book: &Book) -> Json {
    json!({
        "$schema": DRAFT,
        "title": "A record of Syndeo",
        "description": "One object a line in JSON Lines; fields that are empty are left out.",
        "oneOf": any(),
        "$defs": kinds(book),
    })
}

fn kinds(book: &Book) -> Map<String, Json> {
    Kind::ALL.iter().map(|k| (k.name().to_owned(), of_kind(book, *k))).collect()
}

/// A record of any kind, by reference.
fn any() -> Vec<Json> {
    Kind::ALL.iter().map(|k| json!({ "$ref": format!("#/$defs/{}", k.name()) })).collect()
}

/// The schema of the lines of a whole book: a head, records, changes with their edits, an end.
pub fn whole() -> Json {
    let (text, number) = (|| json!({ "type": "string" }), || json!({ "type": "integer", "minimum": 0 }));
    let record = || json!({ "oneOf": any() });
    let id = || json!({ "type": "string", "format": "uuid" });
    let kind = || json!({ "enum": Kind::ALL.iter().map(|k| k.name()).collect::<Vec<_>>() });
    let verb = || json!({ "enum": Verb::ALL.iter().map(|v| v.name()).collect::<Vec<_>>() });
    let stamp = object(&[
        ("id", id()),
        ("author", text()),
        ("device", id()),
        ("ms", described(json!({ "type": "integer" }), "Milliseconds of the hybrid clock.")),
        ("count", number()),
    ]);
    let count = object(&[("kind", kind()), ("count", number())]);
    let head = object(&[
        ("syndeo", json!({ "const": "book" })),
        ("format", json!({ "const": 1 })),
        ("app", described(text(), "The version that wrote it.")),
        ("at", moment("When it was written.")),
        ("last_change", described(number(), "The last change that the records have in them.")),
        ("last_number", described(number(), "The highest short number ever given.")),
    ]);
    let change = parted(
        &[
            ("change", described(number(), "Its number; they go up.")),
            ("at", moment("When it was made.")),
            ("verb", described(verb(), "What was done.")),
            ("name", described(text(), "What it was done to, by name.")),
            ("edits", described(number(), "How many lines with its edits follow.")),
        ],
        &[
            ("stamp", described(stamp, "Which change, whose, on which device, when among all others.")),
            ("undoes", described(number(), "The change that it takes back.")),
            ("redoes", described(number(), "The change that it does again.")),
            ("of", described(kind(), "The kind it was done to.")),
            ("to", described(text(), "To whom, by name.")),
            ("counts", list(&count)),
        ],
    );
    let edit = parted(
        &[("edit", described(number(), "The number of its change."))],
        &[
            ("before", described(record(), "The record as it was; left out where there was none.")),
            ("after", described(record(), "The record as it is; left out where it left the book.")),
        ],
    );
    let end = object(&[("records", number()), ("changes", number()), ("blake3", text())]);
    // What follows from records and definitions is not in it.
    let mut defs = kinds(&Book::default());
    let lines = [("head", head), ("change", change), ("edit", edit), ("end", object(&[("end", end)]))];
    let mut every = any();
    for (name, schema) in lines {
        every.push(json!({ "$ref": format!("#/$defs/line-{name}") }));
        defs.insert(format!("line-{name}"), schema);
    }
    json!({
        "$schema": DRAFT,
        "title": "A line of a whole book of Syndeo",
        "description": "In this order: the head, the records by kind and id, each change followed by its edits, the end, \
                        which bears the BLAKE3 of all bytes before it.",
        "oneOf": every,
        "$defs": defs,
    })
}

fn of_kind(book: &Book, kind: Kind) -> Json {
    let mut properties = Map::new();
    properties.insert("kind".into(), json!({ "const": kind.name() }));
    properties.insert("id".into(), json!({ "type": "string", "format": "uuid" }));
    properties.insert("created".into(), moment("When it was written down."));
    properties.insert("gone".into(), moment("When it was deleted; in the bin since."));
    for field in kind.fields() {
        properties.insert(field.name.into(), described(of_type(&field.kind), field.about));
    }
    properties.insert(
        "unknown".into(),
        json!({
            "type": "object",
            "description": "Fields of a later version, by code, kept as they are.",
            "additionalProperties": { "type": "string" },
        }),
    );
    let mut derived: Map<String, Json> =
        kind.derived().map(|d| (d.name.to_owned(), described(of_type(&d.kind), d.about))).collect();
    if CustomOf::of_kind(kind).is_some() {
        derived.insert("custom".into(), custom(book, kind));
    }
    if !derived.is_empty() {
        properties.insert(
            "derived".into(),
            json!({
                "type": "object",
                "description": "What follows from the records and today; written, never read.",
                "properties": derived,
            }),
        );
    }
    json!({
        "type": "object",
        "properties": properties,
        "required": ["kind", "id", "created"],
        "additionalProperties": false,
    })
}

/// The fields that a person made, by the names they gave them. What does not fit its field is told as text.
fn custom(book: &Book, kind: Kind) -> Json {
    let of_field = |field: &&'static Field| {
        let fits = match field.kind {
            Type::Choice(list) if is_yes_no(list) => json!({ "type": "boolean" }),
            Type::Choice(list) => choice(list.get(1..).unwrap_or_default()),
            kind => of_type(&kind),
        };
        let text = matches!(field.kind, Type::Text);
        let schema = if text { fits } else { json!({ "anyOf": [fits, { "type": "string" }] }) };
        (field.name.to_owned(), described(schema, field.about))
    };
    let properties: Map<String, Json> = book.custom_fields(kind).iter().map(of_field).collect();
    json!({
        "type": "object",
        "description": "Fields of your own, by their names, read from custom; what does not fit its field is text.",
        "properties": properties,
        "additionalProperties": {},
    })
}

fn described(mut schema: Json, words: &str) -> Json {
    if let Some(object) = schema.as_object_mut() {
        object.insert("description".into(), words.trim().into());
    }
    schema
}

fn moment(words: &str) -> Json {
    described(json!({ "type": "string", "format": "date-time" }), words)
}

/// What a value of a type is in JSON; the same as [`crate::domain::json::from_value`] writes.
fn of_type(kind: &Type) -> Json {
    let text = || json!({ "type": "string" });
    let id = || json!({ "type": "string", "format": "uuid" });
    match kind {
        Type::Text | Type::Long => text(),
        Type::Words => list(&text()),
        Type::Mails | Type::Phones | Type::Pairs => list(&object(&[("label", text()), ("value", text())])),
        Type::Date | Type::Past => json!({ "type": "string", "format": "date" }),
        Type::Moment => json!({ "type": "string", "format": "date-time" }),
        Type::Birthday => object(&[
            ("month", json!({ "type": "integer", "minimum": 1, "maximum": 12 })),
            ("day", json!({ "type": "integer", "minimum": 1, "maximum": 31 })),
            ("year", json!({ "type": ["integer", "null"] })),
        ]),
        Type::Whole(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        // As text only where a number of JSON would lose digits.
        Type::Number => json!({ "type": ["number", "string"] }),
        Type::Money => object(&[
            ("amount", json!({ "type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$" })),
            ("currency", json!({ "type": "string", "pattern": "^[A-Z]{3}$" })),
        ]),
        Type::Flag => json!({ "type": "boolean" }),
        Type::Choice(all) => choice(all),
        Type::Choices(all) => list(&choice(all)),
        Type::One(of) => described(id(), &format!("The id of a {of}.")),
        Type::Many(of) => list(&described(id(), &format!("The id of a {of}."))),
        Type::Span => span(),
        Type::Repeat => object(&[("every", span()), ("after_done", json!({ "type": "boolean" }))]),
        Type::Checks => list(&object(&[("done", json!({ "type": "boolean" })), ("text", text())])),
        Type::Hands => list(&hand()),
        Type::Promises => list(&promise()),
    }
}

fn list(of: &Json) -> Json {
    json!({ "type": "array", "items": of })
}

fn object(parts: &[(&str, Json)]) -> Json {
    parted(parts, &[])
}

/// An object with parts that are always there, and others.
fn parted(parts: &[(&str, Json)], others: &[(&str, Json)]) -> Json {
    let properties: Map<String, Json> =
        parts.iter().chain(others).map(|(name, of)| ((*name).to_owned(), of.clone())).collect();
    let names: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
    json!({ "type": "object", "properties": properties, "required": names, "additionalProperties": false })
}

/// A later version may write a choice that this one does not know: its code.
fn choice(all: &[Choice]) -> Json {
    let names: Vec<&str> = all.iter().map(|c| c.name).collect();
    json!({ "anyOf": [{ "enum": names }, { "type": "integer", "minimum": 0, "maximum": 255 }] })
}

fn span() -> Json {
    let units: Vec<&str> =
        [Unit::Day, Unit::Workday, Unit::Week, Unit::Month, Unit::Year].map(Unit::name).to_vec();
    object(&[("count", json!({ "type": "integer", "minimum": 0 })), ("unit", json!({ "enum": units }))])
}

fn promise() -> Json {
    let day = || json!({ "type": ["string", "null"], "format": "date" });
    let since = json!({ "type": "string", "format": "date-time" });
    object(&[("day", day()), ("since", since), ("by", json!({ "type": "string" })), ("told", day())])
}

fn hand() -> Json {
    let one = |name: &str| object(&[(name, json!({ "type": "string" }))]);
    let holder = json!({ "oneOf": [
        { "const": "us" }, one("person"), one("client"), one("department"), one("other"),
    ] });
    let moment = || json!({ "type": "string", "format": "date-time" });
    let nudge = object(&[("at", moment()), ("words", json!({ "type": "string" }))]);
    object(&[("holder", holder), ("since", moment()), ("nudges", list(&nudge))])
}

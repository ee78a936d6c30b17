//! The shape of records as JSON, as a JSON Schema (draft 2020-12), read from the table of fields: for programs that read
//! what `--json` and exports write.

use crate::domain::{Choice, Kind, Type, Unit};
use serde_json::{Map, Value as Json, json};

/// Where a JSON Schema says which draft it is.
const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of a record of any kind.
pub fn schema() -> Json {
    let kinds: Map<String, Json> = Kind::ALL.iter().map(|k| (k.name().to_owned(), of_kind(*k))).collect();
    let any: Vec<Json> =
        Kind::ALL.iter().map(|k| json!({ "$ref": format!("#/$defs/{}", k.name()) })).collect();
    json!({
        "$schema": DRAFT,
        "title": "A record of Syndeo",
        "description": "One object a line in JSON Lines; fields that are empty are left out.",
        "oneOf": any,
        "$defs": kinds,
    })
}

fn of_kind(kind: Kind) -> Json {
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
    let derived: Map<String, Json> =
        kind.derived().map(|d| (d.name.to_owned(), described(of_type(&d.kind), d.about))).collect();
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
    let properties: Map<String, Json> =
        parts.iter().map(|(name, of)| ((*name).to_owned(), of.clone())).collect();
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

//! What came of a key, in words: what was asked of the world, and what became of the book, field by field.

use std::collections::{BTreeMap, BTreeSet};
use syndeo::app::Effect;
use syndeo::domain::{Book, Kind, Record, Ref, json};

/// A number that is another one when a letter is (FNV-1a).
pub fn sum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A value of a record; what points at another says its name.
fn told(book: &Book, value: &serde_json::Value) -> String {
    let id = value.as_str().and_then(|text| uuid::Uuid::parse_str(text).ok());
    let named =
        id.and_then(|id| Kind::ALL.iter().find_map(|kind| book.get_with_deleted(Ref::new(*kind, id))));
    match (named, value) {
        (Some(record), _) => format!("→ {}", record.title()),
        (None, _) if id.is_some() => "an id".into(),
        (_, serde_json::Value::Array(all)) => {
            all.iter().map(|v| told(book, v)).collect::<Vec<_>>().join(" + ")
        }
        (_, serde_json::Value::Object(all)) => {
            all.iter().map(|(name, v)| format!("{name} {}", told(book, v))).collect::<Vec<_>>().join(", ")
        }
        _ => value.to_string(),
    }
}

fn fields(book: &Book, record: Option<&Record>) -> BTreeMap<String, String> {
    let Some(serde_json::Value::Object(all)) = record.map(json::write) else { return BTreeMap::new() };
    all.into_iter().map(|(name, value)| (name, told(book, &value))).collect()
}

/// What became of the book: each record that was added, changed or went, field by field.
pub fn changed(before: &Book, after: &Book) -> String {
    let ids =
        |book: &Book| book.everything().map(Record::id).chain(book.bin().map(Record::id)).collect::<Vec<_>>();
    let mut all: Vec<Ref> = ids(before).into_iter().chain(ids(after)).collect();
    all.sort();
    all.dedup();
    let mut lines = vec![];
    for id in all {
        let (was, is) = (before.get_with_deleted(id), after.get_with_deleted(id));
        if was == is {
            continue;
        }
        let sort = match (was, is) {
            (None, _) => "new",
            (_, None) => "out of the book",
            _ => "changed",
        };
        let title = is.or(was).unwrap().title();
        let (was, is) = (fields(before, was), fields(after, is));
        let names: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
        let show =
            |all: &BTreeMap<String, String>, name: &String| all.get(name).cloned().unwrap_or("-".into());
        let differs =
            names.into_iter().filter(|name| was.get(*name) != is.get(*name) && sort != "out of the book");
        let told: Vec<String> =
            differs.map(|name| format!("    {name}: {} ⇒ {}", show(&was, name), show(&is, name))).collect();
        // What goes to the bin with another is told in a line.
        if let [one] = &told[..]
            && one.starts_with("    gone: - ⇒")
        {
            lines.push(format!("binned {} {title}", id.kind));
            continue;
        }
        lines.push(format!("{sort} {} {title}", id.kind));
        lines.extend(told);
    }
    lines.join("\n") + "\n"
}

/// What was asked of the world, in a word or two each.
pub fn asked(effects: &[Effect]) -> String {
    let told = effects.iter().map(|effect| match effect {
        Effect::Save(change) => format!("save, {} records", change.edits.len()),
        Effect::Copy(text) => format!("copy {text:?}"),
        Effect::Open(address) => format!("open {address}"),
        Effect::WriteFile { name, text } => format!("write {name}: {text:?}"),
        other => {
            let text = format!("{other:?}");
            text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
        }
    });
    let mut told: Vec<String> = told.map(|line| format!("asks: {line}\n")).collect();
    told.dedup();
    told.concat()
}

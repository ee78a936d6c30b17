//! What the book holds about somebody, to be read and for programs (GDPR articles 15 and 20).

use super::told::{belonging, by_record, name, record, when};
use crate::app::Draft;
use crate::domain::{Book, Change, Edit, Field, Kind, Moment, Record, Ref, Visibility, json};
use crate::store::{Entry, Place, Traces};
use crate::words;
use crate::words::person as said;
use serde_json::{Value as Json, json};
use std::path::PathBuf;

/// What of the folder of a book is told otherwise than as a file: by what stands in it.
pub(super) const NO_FILES: [&str; 8] =
    ["LOCK", "FORMAT", "ID", "sled", "journal", "backups", "ballast", "drafts.json"];

/// Everything about a person.
pub(super) struct Held<'a> {
    pub(super) book: &'a Book,
    pub(super) now: Moment,
    pub(super) who: Ref,
    pub(super) traces: &'a Traces,
    pub(super) drafts: Vec<Draft>,
    pub(super) files: Vec<PathBuf>,
    pub(super) alike: Vec<Ref>,
}

impl Held<'_> {
    /// What the person is called.
    pub(super) fn name(&self) -> String {
        name(self.book, self.who, self.traces)
    }

    fn record(&self) -> Option<&Record> {
        self.book.get_with_deleted(self.who)
    }

    fn external(&self) -> Vec<String> {
        match self.record() {
            Some(Record::Contact(contact)) => contact.external.clone(),
            _ => vec![],
        }
    }

    fn value(&self, field: &Field, record: &Record) -> String {
        words::value::show(&field.kind, &field.read(record), &|id| self.book.title(id))
    }

    /// The document, as Markdown.
    pub(super) fn text(&self) -> String {
        let day = words::dates::show(self.now.date(), self.now.date());
        let mut out = vec![format!("# {}", said::heading(&self.name(), &day)), String::new()];
        let mut part = |title: &str, lines: Vec<String>| {
            out.push(format!("## {title}"));
            out.push(String::new());
            let none = lines.is_empty().then(|| said::none().to_owned());
            out.extend(lines.into_iter().chain(none).map(|line| format!("- {line}")));
            out.push(String::new());
        };
        part(said::record(), self.own());
        let own = belonging(self.traces);
        part(said::belonging(), own.iter().map(|id| record(self.book, *id)).collect());
        part(said::linked(), self.linked());
        let (sure, perhaps): (Vec<&Place>, Vec<&Place>) =
            self.traces.mentions.iter().partition(|place| place.is_sure);
        part(said::mentions(), sure.into_iter().map(|place| self.mention(place)).collect());
        part(said::perhaps(), perhaps.into_iter().map(|place| self.mention(place)).collect());
        part(said::history(), self.traces.history.iter().flat_map(|entry| self.entry(entry)).collect());
        part(said::elsewhere(), self.external());
        let drafts = self.drafts.iter().map(|draft| {
            let kind = Kind::from_name(&draft.kind);
            let named = |name: &str| {
                let field = kind.and_then(|kind| kind.field(name));
                field.map_or_else(|| name.to_owned(), |field| words::field(field).to_owned())
            };
            let fields: Vec<String> = draft.fields.iter().map(|(field, _)| named(field)).collect();
            let kind = kind.map_or_else(|| draft.kind.clone(), |kind| words::kind(kind).to_owned());
            format!("{kind}: {}", fields.join(", "))
        });
        part(said::drafts(), drafts.collect());
        part(said::files(), self.files.iter().map(|path| path.display().to_string()).collect());
        part(said::backups(), self.traces.backups.clone());
        part(said::alike(), self.alike.iter().map(|id| record(self.book, *id)).collect());
        out.join("\n")
    }

    fn own(&self) -> Vec<String> {
        let Some(record) = self.record() else { return vec![said::no_record().to_owned()] };
        let bin =
            record.head().deleted_at.map(|at| said::in_bin(&words::dates::show(at.date(), self.now.date())));
        let mut lines: Vec<String> = bin.into_iter().collect();
        for field in record.fields().iter().filter(|field| field.traits.visibility != Visibility::Hidden) {
            let value = self.value(field, record);
            if !field.read(record).is_empty() {
                lines.push(format!("{}: {}", words::field(field), value.replace('\n', "\n  ")));
            }
        }
        lines
    }

    fn linked(&self) -> Vec<String> {
        by_record(&self.traces.links)
            .into_iter()
            .map(|(of, places)| {
                let fields =
                    places.iter().map(|place| format!("{}{}", words::field(place.field), when(place)));
                format!("{}: {}", record(self.book, of), fields.collect::<Vec<_>>().join(", "))
            })
            .collect()
    }

    fn mention(&self, place: &Place) -> String {
        let field = words::field(place.field);
        format!("{}, {field}{}: {}", record(self.book, place.of), when(place), place.excerpt)
    }

    /// A change of their own record: what, when, by whom, and below it each field.
    fn entry(&self, entry: &Entry) -> Vec<String> {
        let Change { action, at, edits, .. } = &entry.change;
        let what = format!("{}: {}", at.local().format("%Y-%m-%d %H:%M"), words::action(action));
        let author = entry.stamp.as_ref().map(|stamp| stamp.author.as_str()).filter(|name| !name.is_empty());
        let mut lines = vec![author.map_or(what.clone(), |author| said::by(&what, author))];
        for Edit { before, after } in edits {
            for field in self.who.kind.fields() {
                let show = |record: &Option<Record>| {
                    let text = record.as_ref().map(|record| self.value(field, record)).unwrap_or_default();
                    if text.is_empty() { said::nothing().to_owned() } else { text.replace('\n', " ") }
                };
                let (old, new) = (show(before), show(after));
                if old != new {
                    lines.push(format!("  {}", said::became(words::field(field), &old, &new)));
                }
            }
        }
        lines
    }

    /// The same for programs.
    pub(super) fn json(&self) -> Json {
        let place = |place: &&Place| {
            let record = self.book.get_with_deleted(place.of).filter(|_| place.is_now);
            json!({
                "kind": place.of.kind.name(),
                "id": place.of.id.to_string(),
                "title": self.book.title(place.of),
                "field": place.field.name,
                "now": place.is_now,
                "text": place.excerpt,
                "value": record.map(|record| json::from_value(&place.field.kind, &place.field.read(record))),
            })
        };
        let places = |of: &[Place], fits: &dyn Fn(&Place) -> bool| {
            of.iter().filter(|one| fits(one)).map(|one| place(&one)).collect::<Vec<_>>()
        };
        let named = |ids: &[Ref]| -> Vec<Json> {
            let one = |id: &Ref| match self.book.get_with_deleted(*id) {
                Some(record) => json::write(record),
                None => json!({ "kind": id.kind.name(), "id": id.id.to_string() }),
            };
            ids.iter().map(one).collect()
        };
        let side = |record: &Option<Record>| record.as_ref().map(json::write);
        let entry = |entry: &Entry| {
            let edits = entry.change.edits.iter();
            json!({
                "change": entry.seq,
                "at": entry.change.at.to_rfc3339(),
                "by": entry.stamp.as_ref().map(|stamp| stamp.author.as_str()),
                "what": words::action(&entry.change.action),
                "edits": edits.map(|e| json!({ "before": side(&e.before), "after": side(&e.after) })).collect::<Vec<_>>(),
            })
        };
        let ids = |of: &[Ref]| {
            of.iter()
                .map(|id| json!({ "id": id.id.to_string(), "title": self.book.title(*id) }))
                .collect::<Vec<_>>()
        };
        json!({
            "syndeo": "person",
            "at": self.now.to_rfc3339(),
            "name": self.name(),
            "record": self.record().map(json::write),
            "belonging": named(&belonging(self.traces)),
            "links": places(&self.traces.links, &|_| true),
            "linked": named(&by_record(&self.traces.links).into_iter().map(|(of, _)| of).collect::<Vec<_>>()),
            "mentions": places(&self.traces.mentions, &|place| place.is_sure),
            "possible_mentions": places(&self.traces.mentions, &|place| !place.is_sure),
            "history": self.traces.history.iter().map(entry).collect::<Vec<_>>(),
            "other_ids": self.external(),
            "drafts": self.drafts,
            "files": self.files.iter().map(|path| path.display().to_string()).collect::<Vec<_>>(),
            "backups": self.traces.backups,
            "alike": ids(&self.alike),
        })
    }
}

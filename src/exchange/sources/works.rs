//! Rows that become work and what passed between people: projects, requests, tasks, touches, and whatever else has no
//! rules of its own for its columns.

mod finish;

use super::super::dates;
use super::cells::tags as tags_of;
use super::links::Links;
use super::row::Reading;
use super::standing::{self, Standing};
use super::target::{By, Target, Words};
use crate::domain::{Kind, Moment, Record, Ref, Type, Value, parse};
use crate::words::exchange::of_rows;
use chrono::NaiveTime;

/// Fields of touches, and what tasks have for them, where a file holds both; "" where they have nothing.
const OF_TASKS: &[(&str, &str)] = &[
    ("summary", "title"),
    ("text", "notes"),
    ("at", "due"),
    ("clients", "client"),
    ("projects", "project"),
    ("requests", "request"),
    ("people", ""),
];

/// What a row is of a source whose rows are several things. A call that a program has among its tasks is a call.
pub(super) fn kind_of(reading: &Reading, usual: Kind) -> Kind {
    let sorts = reading.cells().into_iter().filter_map(|(target, _, cell)| match target {
        Target::Sort(words) => standing::sort(cell, words),
        _ => None,
    });
    let sorts: Vec<&str> = sorts.collect();
    let task = !sorts.is_empty() && sorts.iter().all(|sort| *sort == "task");
    if task { Kind::Task } else { usual }
}

/// The kind of what a column names, whether or not the kind of the row has a field for it: people tell the client.
pub(super) fn pointed_at(kind: Kind, field: &str) -> Option<Kind> {
    let own = [kind, Kind::Interaction].into_iter().find_map(|kind| kind.field(field));
    own.and_then(|field| field.kind.target())
}

/// The record of a row, made of an empty one of its kind, or why there is none.
pub(super) fn record(
    reading: &mut Reading,
    empty: Record,
    created: Moment,
    links: &Links,
) -> Result<Record, String> {
    let kind = empty.kind();
    let mut making = Making {
        record: empty,
        kind,
        created,
        links,
        named: vec![],
        people: vec![],
        missing: vec![],
        at: None,
        clock: None,
        amount: None,
        currency: None,
        sort: None,
        standing: None,
        tags: vec![],
    };
    for (target, header, cell) in reading.cells() {
        making.cell(reading, target, header, cell);
    }
    making.finish(reading)
}

/// A record that is being made of a row.
struct Making<'a, 'b> {
    record: Record,
    kind: Kind,
    created: Moment,
    links: &'b Links<'a>,
    /// What the row belongs to, by field, and how that was found.
    named: Vec<(&'static str, By, Ref)>,
    /// The people whom it names, whatever the kind has for them.
    people: Vec<Ref>,
    /// What of that was not found: the field and why.
    missing: Vec<(&'static str, String)>,
    /// The moment it is about, whether it tells a time, and where it came from.
    at: Option<(&'static str, Moment, bool)>,
    clock: Option<NaiveTime>,
    amount: Option<(&'static str, String, String)>,
    currency: Option<(String, String)>,
    sort: Option<String>,
    standing: Option<(Standing, String)>,
    tags: Vec<String>,
}

impl Making<'_, '_> {
    /// The field of the kind that a field of the source's kind stands for.
    fn field(&self, name: &'static str) -> Option<&'static str> {
        if self.kind.field(name).is_some() {
            return Some(name);
        }
        let other = OF_TASKS.iter().find(|(touch, _)| *touch == name).map(|(_, task)| *task);
        other.filter(|name| self.kind.field(name).is_some())
    }

    fn set(&mut self, field: &str, value: Value) {
        // It was read as a value of this field.
        let _ = self.record.set(field, value);
    }

    fn cell(&mut self, reading: &mut Reading, target: Target, header: &str, cell: &str) {
        match target {
            Target::Text(name) | Target::Long(name) => self.text(reading, name, header, cell),
            Target::Read(name) => self.typed(reading, name, header, cell),
            Target::Day(name) => self.day(reading, name, header, cell),
            Target::Clock => match dates::time(cell) {
                Some(time) => self.clock = Some(time),
                None => reading.keep(header, cell),
            },
            Target::Minutes => match (standing::minutes(cell), self.kind) {
                (Some(minutes), Kind::Interaction) => self.set("minutes", Value::Whole(minutes)),
                _ => reading.keep(header, cell),
            },
            Target::Amount(name) => self.amount = Some((name, header.to_owned(), cell.to_owned())),
            Target::Fit(fit) => reading.fit(fit, cell),
            Target::Currency => self.currency = Some((header.to_owned(), cell.to_owned())),
            Target::To(name, by) => self.belongs(reading, name, by, header, cell),
            Target::Doer => self.doer(reading, header, cell),
            Target::Sort(words) => self.sort(reading, words, header, cell),
            Target::Standing(words) => self.stands(reading, words, header, cell),
            Target::Priority => self.priority(reading, header, cell),
            Target::Tags => self.tags.extend(tags_of(cell)),
            Target::Spaced => self.tags.extend(cell.split_whitespace().map(str::to_owned)),
            Target::Unless(usual) if cell == usual => {}
            Target::Created | Target::Id | Target::Bookkeeping => {}
            Target::Mails(_)
            | Target::Phone(_)
            | Target::Birthday
            | Target::Contacted
            | Target::Label
            | Target::Unless(_)
            | Target::Own(_)
            | Target::Custom => reading.keep(header, cell),
        }
    }

    fn text(&mut self, reading: &mut Reading, name: &'static str, header: &str, cell: &str) {
        let Some(name) = self.field(name) else { return reading.keep(header, cell) };
        let kind = self.kind.field(name).map_or(Type::Text, |field| field.kind);
        if let Some(text) = reading.text(kind, header, cell) {
            self.set(name, Value::Text(text));
        }
    }

    /// A cell as it would be typed, or a word that programs have for ours.
    fn typed(&mut self, reading: &mut Reading, name: &'static str, header: &str, cell: &str) {
        let field = self.kind.field(name);
        let reads = field.is_some_and(|field| parse::read(&field.kind, cell, reading.now()).is_ok());
        let stands = Standing::of(cell, &[]).and_then(|standing| standing.in_kind(self.kind));
        if !reads && stands.is_some_and(|(field, _)| field == name) {
            return self.stands(reading, &[], header, cell);
        }
        if !reads && name == "priority" && standing::priority(cell).is_some() {
            return self.priority(reading, header, cell);
        }
        if !reads && name == "touch" && standing::sort(cell, &[]).is_some_and(|sort| sort != "task") {
            return self.sort(reading, &[], header, cell);
        }
        if let Some(value) = reading.typed(self.kind, name, header, cell) {
            self.set(name, value);
        }
    }

    fn day(&mut self, reading: &mut Reading, name: &'static str, header: &str, cell: &str) {
        let field = self.field(name).and_then(|own| self.kind.field(own));
        let Some(field) = field else { return reading.keep(header, cell) };
        if !matches!(field.kind, Type::Moment) {
            // The order of its column is that of the field the source names.
            if let Some(value) = reading.day_for(self.kind, (name, field.name), header, cell) {
                self.set(field.name, value);
            }
            return;
        }
        if let Some((moment, timed)) = reading.moment(name, cell) {
            self.at = Some((field.name, moment, timed));
        } else {
            reading.note(of_rows::kept_as_is(header, cell));
            reading.keep(header, cell);
        }
    }

    fn belongs(&mut self, reading: &mut Reading, name: &'static str, by: By, header: &str, cell: &str) {
        let Some(target) = pointed_at(self.kind, name) else { return };
        let named = self.links.named(target, by, cell, reading.several());
        if target == Kind::Contact {
            self.people.extend(named.found.iter().copied());
        }
        let own = self.field(name);
        if let Some(own) = own {
            self.named.extend(named.found.iter().map(|id| (own, by, *id)));
            self.missing.extend(named.left.iter().map(|why| (own, why.clone())));
        }
        // What was found need not be kept by its name as well; a person of a task has no field.
        if own.is_none() || !named.left.is_empty() {
            reading.keep(header, cell);
        }
    }

    /// Somebody of ours; the people of other companies of that name are others.
    fn doer(&mut self, reading: &mut Reading, header: &str, cell: &str) {
        let field = match self.kind {
            Kind::Task => Some("assignee"),
            Kind::Request => Some("contact"),
            _ => None,
        };
        let named = self.links.named(Kind::Contact, By::Name, cell, reading.several());
        let colleague = named.found.into_iter().find(|id| self.links.is_colleague(*id));
        match (field, colleague) {
            (Some(field), Some(id)) => self.set(field, Value::One(id)),
            _ => reading.keep(header, cell),
        }
    }

    fn sort(&mut self, reading: &mut Reading, words: Words, header: &str, cell: &str) {
        let known = standing::sort(cell, words);
        // "1" says what the row is and nothing more; "Deadline" says more than that it is a task.
        let says_more = cell.chars().any(char::is_alphabetic)
            && !matches!(cell.to_lowercase().as_str(), "true" | "false");
        match (self.kind, known) {
            (Kind::Interaction, Some("task")) => {}
            (Kind::Interaction, Some(name)) => {
                self.choose(reading, "touch", name);
                if says_more {
                    self.sort = Some(cell.to_owned());
                }
            }
            (Kind::Interaction, None) => {
                reading.count(of_rows::no_touch(header, cell));
                reading.keep(header, cell);
                self.be("touch", "note");
                self.sort = Some(cell.to_owned());
            }
            _ if says_more && !cell.eq_ignore_ascii_case("task") => reading.keep(header, cell),
            _ => {}
        }
    }

    fn stands(&mut self, reading: &mut Reading, words: Words, header: &str, cell: &str) {
        let standing = Standing::of(cell, words).filter(|standing| standing.in_kind(self.kind).is_some());
        let Some(standing) = standing else {
            reading.count(of_rows::no_standing(header, cell));
            return reading.keep(header, cell);
        };
        if self.standing.as_ref().is_none_or(|(before, _)| *before < standing) {
            self.standing = Some((standing, cell.to_owned()));
        }
        // What is special to a program says more than the word we have for it.
        let special = words.iter().any(|(theirs, _)| theirs.eq_ignore_ascii_case(cell));
        if special && !matches!(cell.to_lowercase().as_str(), "true" | "false") {
            reading.keep(header, cell);
        }
    }

    fn priority(&mut self, reading: &mut Reading, header: &str, cell: &str) {
        if let Some(name) = standing::priority(cell).filter(|_| self.kind.field("priority").is_some()) {
            self.choose(reading, "priority", name);
        } else {
            if !cell.eq_ignore_ascii_case("none") {
                reading.count(of_rows::no_priority(header, cell));
            }
            reading.keep(header, cell);
        }
    }

    /// What the row says.
    fn choose(&mut self, reading: &mut Reading, field: &'static str, name: &str) {
        reading.chose(field);
        self.be(field, name);
    }

    fn be(&mut self, field: &str, name: &str) {
        let choices = self.kind.field(field).map_or(&[][..], |field| parse::choices(&field.kind));
        if let Some(choice) = choices.iter().find(|choice| choice.name == name) {
            self.set(field, Value::Choice(choice.code));
        }
    }
}

//! What comes of two records, as one change.

use super::join::{both, left_over};
use super::plan::{Plan, Row, Side, Take, says_nothing};
use super::{Fault, links};
use crate::domain::text::fold;
use crate::domain::{
    Action, Book, Change, ClientId, ContactId, Field, Kind, Labelled, Moment, OTHER_NAME, Record, Ref, Type,
    Value, Verb, Visibility, parse,
};

impl Plan {
    /// What a field of the record that stays comes to be.
    pub fn taken(&self, row: &Row) -> Value {
        let first = match row.take {
            Take::Left => Side::Left,
            Take::Right => Side::Right,
            Take::Both => self.stays,
        };
        if row.take != Take::Both && !keeps_all(row.field) {
            return row.of(first).clone();
        }
        let name = self.of_side(first.other()).title();
        both(row.field, row.of(first), row.of(first.other()), &name).unwrap_or_else(|| row.of(first).clone())
    }

    /// The record that comes of both.
    ///
    /// # Errors
    /// When it would not be right.
    pub fn result(&self, book: &Book) -> Result<Record, Fault> {
        let (stays, goes) = (self.of_side(self.stays), self.of_side(self.stays.other()));
        let mut record = stays.clone();
        let ids = [stays.id(), goes.id()];
        for (field, value) in stays.links() {
            field.write(&mut record, links::without(value, ids)).map_err(Fault::Wrong)?;
        }
        for row in &self.rows {
            row.field.write(&mut record, self.taken(row)).map_err(Fault::Wrong)?;
        }
        for field in stays.fields().iter().filter(|f| f.traits.visibility == Visibility::Hidden) {
            let value = |of: &Record| links::without(field.read(of), ids);
            if let Some(value) = both(field, &value(stays), &value(goes), "") {
                field.write(&mut record, value).map_err(Fault::Wrong)?;
            }
        }
        match &mut record {
            Record::Client(client) => client.external.push(links::former(goes.id())),
            Record::Contact(contact) => contact.external.push(links::former(goes.id())),
            _ => return Err(Fault::Kinds),
        }
        let more = self.left(book, &record);
        match &mut record {
            Record::Client(client) => client.custom.extend(more),
            Record::Contact(contact) => contact.custom.extend(more),
            _ => {}
        }
        let created = goes.head().created;
        let head = record.head_mut();
        if created.utc_ms < head.created.utc_ms {
            head.created = created;
        }
        for (code, bytes) in &goes.head().unknown {
            match head.unknown.iter().find(|(of, _)| of == code) {
                Some((_, same)) if same == bytes => {}
                Some(_) => return Err(Fault::Later),
                None => head.unknown.push((*code, bytes.clone())),
            }
        }
        head.unknown.sort();
        record.errors().into_iter().next().map_or(Ok(record), |error| Err(Fault::Wrong(error)))
    }

    /// What was not taken of either, as own fields: names first, then what other fields said.
    fn left(&self, book: &Book, record: &Record) -> Vec<Labelled> {
        let mut out: Vec<Labelled> = vec![];
        let custom = match record {
            Record::Client(client) => &client.custom[..],
            Record::Contact(contact) => &contact.custom[..],
            _ => &[],
        };
        let title = fold(&record.title());
        for side in [self.stays, self.stays.other()] {
            let name = self.of_side(side).title();
            let is_known = |one: &Labelled| one.label == OTHER_NAME && fold(&one.value) == fold(&name);
            // Somebody without a name is called like their address, which is kept as such.
            if !name.is_empty()
                && !name.contains('@')
                && fold(&name) != title
                && !custom.iter().chain(&out).any(is_known)
            {
                out.push(Labelled { label: OTHER_NAME.to_owned(), value: name });
            }
        }
        for row in self.rows.iter().filter(|row| !is_passing(row.field) && !keeps_all(row.field)) {
            let taken = row.field.read(record);
            for side in [Side::Left, Side::Right] {
                let rest = left_over(row.field, row.of(side), &taken);
                if says_nothing(row.field, &rest) {
                    continue;
                }
                let value = parse::show(&row.field.kind, &rest, &|id| book.title(id));
                let told = custom.iter().chain(&out).any(|one| tells_name(row.field, one, &value));
                let entry = Labelled { label: format!("Other {}", row.field.label.to_lowercase()), value };
                if !told && !custom.contains(&entry) && !out.contains(&entry) {
                    out.push(entry);
                }
            }
        }
        out
    }

    /// The change that makes one of both: the one that stays takes everything over, the other one leaves the book, and
    /// whatever pointed at it points at the one that stays.
    ///
    /// # Errors
    /// When what comes of it would not be right.
    pub fn change(&self, book: &Book, now: Moment) -> Result<Change, Fault> {
        let record = self.result(book)?;
        let (stays, goes) = (self.of_side(self.stays), self.of_side(self.stays.other()));
        let action = Action { to: goes.title(), ..Action::on(Verb::Merge, record.kind(), record.title()) };
        let mut change =
            Change::new(action, now).with(Some(stays.clone()), Some(record)).with(Some(goes.clone()), None);
        for id in self.moved() {
            if let Some(before) = book.get_with_deleted(*id) {
                let after = links::repointed(before, goes.id(), stays.id());
                change = change.with(Some(before.clone()), Some(after));
            }
        }
        Ok(change)
    }
}

/// Whether all of both is kept in the field itself, in one order or the other.
fn keeps_all(field: &Field) -> bool {
    matches!(field.kind, Type::Long | Type::Pairs)
}

/// Whether a field says what the program does with the record for now, and nothing about it.
fn is_passing(field: &Field) -> bool {
    field.traits.snooze || field.traits.seen
}

/// Whether an own field tells as a name already what a field said.
fn tells_name(field: &Field, one: &Labelled, value: &str) -> bool {
    let (known, value) = (fold(&one.value), fold(value));
    one.label == OTHER_NAME && (known == value || field.traits.title && known.contains(&value))
}

/// The change that tells two records apart, so that they are not taken for one again; `None` where they cannot be, or are.
pub fn told_apart(book: &Book, one: Ref, other: Ref, now: Moment) -> Option<Change> {
    let before = book.get(one).filter(|_| one != other && one.kind == other.kind)?;
    let named = book.get(other)?.title();
    let mut after = before.clone();
    match (&mut after, other.kind) {
        (Record::Client(client), Kind::Client) => client.apart.0.push(ClientId(other.id)),
        (Record::Contact(contact), Kind::Contact) => contact.apart.0.push(ContactId(other.id)),
        _ => return None,
    }
    let action = Action { to: named, ..Action::on(Verb::TellApart, one.kind, before.title()) };
    Some(Change::new(action, now).with(Some(before.clone()), Some(after)))
}

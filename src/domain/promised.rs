//! The days a client was promised, first to last: a promise that is moved keeps the day it began with.

use super::{Change, Edit, Field, Kind, Moment, Record, Role, Type, Value, Verb};
use chrono::NaiveDate;

/// A day the client was promised, from then on until the next.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PromisedDay {
    /// Which day; `None` when the promise was taken back.
    pub day: Option<NaiveDate>,
    /// When it was promised, or moved to this day.
    pub since: Moment,
    /// Who did so: the name of the user; empty when it is not known.
    pub by: String,
    /// The day the client was told that the promise moved; never filled in for the first.
    pub told: Option<NaiveDate>,
}

impl Kind {
    /// The fields of what a client is promised: the day as it stands, and all the days there were.
    pub fn promise_fields(self) -> Option<(&'static Field, &'static Field)> {
        let day = self.fields().iter().find(|f| f.traits.promise)?;
        let days = self.fields().iter().find(|f| matches!(f.kind, Type::Promises))?;
        Some((day, days))
    }
}

impl Record {
    /// The day the client is promised as things stand.
    pub fn promised(&self) -> Option<NaiveDate> {
        let (day, _) = self.kind().promise_fields()?;
        if let Value::Date(date) = day.read(self) { Some(date) } else { None }
    }

    /// Every day the client was promised, the first at first. What was promised before its history was kept has the day
    /// that stands there, from the moment the record was written down.
    pub fn promised_days(&self) -> Vec<PromisedDay> {
        let begun =
            |day| PromisedDay { day: Some(day), since: self.head().created, by: String::new(), told: None };
        self.kept_days().unwrap_or_else(|| self.promised().map(begun).into_iter().collect())
    }

    /// Notes on which day the client was told of the day that stands now.
    pub fn note_told(&mut self, on: NaiveDate) {
        let mut days = self.promised_days();
        if let Some(last) = days.last_mut() {
            last.told = Some(on);
        }
        self.set_promised_days(days);
    }

    /// Whether it is promised, and its history was not kept: it was written by a version that kept none.
    pub fn lacks_promised_days(&self) -> bool {
        self.promised().is_some() && self.kept_days().is_none()
    }

    fn kept_days(&self) -> Option<Vec<PromisedDay>> {
        let (_, days) = self.kind().promise_fields()?;
        if let Value::Promises(days) = days.read(self) { Some(days) } else { None }
    }

    /// Writes what a client was promised, first to last.
    pub fn set_promised_days(&mut self, all: Vec<PromisedDay>) {
        if let Some((_, days)) = self.kind().promise_fields() {
            // By the table the field takes such days.
            let _ = days.write(self, if all.is_empty() { Value::Empty } else { Value::Promises(all) });
        }
    }
}

/// The day promised first, where another one stands now.
pub fn first_promised(days: &[PromisedDay], now: NaiveDate) -> Option<NaiveDate> {
    days.iter().find_map(|p| p.day).filter(|first| *first != now)
}

/// Keeps, in a change that is new work, every day that it promises, moves or takes back; `author` is the name of the
/// user. What comes back from elsewhere has its own history.
pub fn keep_history(change: &mut Change, author: &str) {
    if change.role != Role::Do || matches!(change.action.verb, Verb::Restore | Verb::BringBack) {
        return;
    }
    let at = change.at;
    change.edits.iter_mut().for_each(|edit| keep_history_of(edit, at, author));
}

/// The same for one edit of a change that is new work, made at `at`.
pub fn keep_history_of(edit: &mut Edit, at: Moment, author: &str) {
    let Edit { before, after: Some(after) } = edit else { return };
    let now = after.promised();
    if after.kept_days().map_or(now.is_none(), |days| days.last().is_some_and(|last| last.day == now)) {
        return;
    }
    let (mut days, since) = match before {
        None => (vec![], after.head().created),
        Some(before) if before.promised() == now => return,
        Some(before) => (before.promised_days(), at),
    };
    days.push(PromisedDay { day: now, since, by: author.to_owned(), told: None });
    after.set_promised_days(days);
}

/// The days that the changes of a journal promised by a record, oldest first: each change with its edits and the name of
/// its author. What was taken back is no move. Days of before the journal begins are not known.
pub fn days_of_history<'a>(
    record: &Record,
    changes: impl Iterator<Item = (&'a Change, &'a str)>,
) -> Vec<PromisedDay> {
    let mut days: Vec<PromisedDay> = vec![];
    for (change, author) in changes {
        for edit in change.edits.iter().filter(|e| e.id() == Some(record.id())) {
            let Some(after) = &edit.after else { continue };
            let day = after.promised();
            if days.is_empty()
                && let Some(before) = edit.before.as_ref().filter(|b| b.promised().is_some())
            {
                days.extend(before.promised_days());
            }
            let stands = days.last().and_then(|last| last.day);
            if matches!(change.role, Role::Undo(_)) && stands != day {
                days.pop();
            }
            if days.last().and_then(|last| last.day) != day {
                days.push(PromisedDay { day, since: change.at, by: author.to_owned(), told: None });
            }
        }
    }
    let ends_there = days.last().is_some_and(|last| last.day == record.promised());
    if ends_there { days } else { record.promised_days() }
}

//! What the tables are read into: the records so far, where they are found by name, and the days around today.

use super::table::{Row, rows};
use crate::domain::{ClientId, IdGenerator, Kind, KindId, Moment, Record, Ref, Type, Value, parse};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use std::collections::HashMap;

/// The seed of ids and of chance: the same book every time.
const SEED: u64 = 0x5359_4e44_454f;

/// A book being written.
pub(super) struct World {
    /// The moment the book is made for.
    pub(super) now: Moment,
    /// Its day.
    pub(super) today: NaiveDate,
    /// Chance, always the same.
    pub(super) rng: fastrand::Rng,
    /// What in the tables could not be read or found; a test wants it empty.
    pub(super) complaints: Vec<String>,
    id_generator: IdGenerator,
    records: Vec<Record>,
    places: HashMap<Ref, usize>,
    names: HashMap<(Kind, String), Ref>,
}

impl World {
    pub(super) fn new(now: Moment) -> Self {
        Self {
            now,
            today: now.date(),
            rng: fastrand::Rng::with_seed(SEED),
            complaints: vec![],
            id_generator: IdGenerator::new([0x5e; 16]),
            records: vec![],
            places: HashMap::new(),
            names: HashMap::new(),
        }
    }

    /// So many days from today, moved off the weekend: to Friday in the past, to Monday in the future.
    pub(super) fn day(&self, days: i64) -> NaiveDate {
        let date = self.calendar_day(days);
        workday(date, days > 0)
    }

    /// So many days from today, weekend or not.
    pub(super) fn calendar_day(&self, days: i64) -> NaiveDate {
        self.today.checked_add_signed(TimeDelta::days(days)).unwrap_or(self.today)
    }

    /// A day and a time of day in minutes, never later than now.
    pub(super) fn at(&self, date: NaiveDate, minutes: i64) -> Moment {
        let local = date.and_hms_opt(0, 0, 0).and_then(|d| d.checked_add_signed(TimeDelta::minutes(minutes)));
        local.map_or(self.now, |local| self.now.at_local(local)).min(self.now)
    }

    /// Some time of the working day so many days ago.
    pub(super) fn moment(&mut self, days_ago: i64) -> Moment {
        let minutes = self.rng.i64(8 * 60 + 30..17 * 60 + 30);
        self.at(self.day(-days_ago), minutes)
    }

    /// True so many times out of a hundred.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(0..100) < percent
    }

    /// One of several.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        if from.is_empty() { None } else { from.get(self.rng.usize(..from.len())).copied() }
    }

    /// A typed id for a record written down at `created`.
    pub(super) fn id<I: KindId>(&mut self, created: Moment) -> I {
        self.id_generator.next(created)
    }

    /// Takes a record in; it can be found by its title from now on.
    pub(super) fn add(&mut self, record: impl Into<Record>) -> Ref {
        let record = record.into();
        let id = record.id();
        self.names.insert((id.kind, record.title()), id);
        self.places.insert(id, self.records.len());
        self.records.push(record);
        id
    }

    /// Lets a record be found by another name.
    pub(super) fn call(&mut self, id: Ref, name: String) {
        self.names.insert((id.kind, name), id);
    }

    /// The record of this kind and name.
    pub(super) fn find(&mut self, kind: Kind, name: &str) -> Option<Ref> {
        let found = self.names.get(&(kind, name.to_owned())).copied();
        if found.is_none() {
            self.complaints.push(format!("there is no {kind} called {name}"));
        }
        found
    }

    pub(super) fn get(&self, id: Ref) -> Option<&Record> {
        self.places.get(&id).and_then(|at| self.records.get(*at))
    }

    pub(super) fn get_mut(&mut self, id: Ref) -> Option<&mut Record> {
        self.places.get(&id).and_then(|at| self.records.get_mut(*at))
    }

    /// Every record of a kind so far.
    pub(super) fn all<'a, T: 'a>(
        &'a self,
        of: fn(&'a Record) -> Option<&'a T>,
    ) -> impl Iterator<Item = &'a T> {
        self.records.iter().filter_map(of)
    }

    /// Writes one field, and complains when the value does not fit.
    pub(super) fn set(&mut self, id: Ref, field: &str, value: Value) {
        let outcome = self.get_mut(id).map(|record| record.set(field, value));
        if let Some(Err(error)) = outcome {
            self.complaints.push(error.to_string());
        }
    }

    /// Reads a table of one kind: the records first, then what points at others, so that rows may name later ones.
    pub(super) fn load<'a>(
        &mut self,
        kind: Kind,
        text: &'a str,
        created: impl Fn(&mut Self, &Row<'a>) -> Moment,
    ) -> Vec<(Ref, Row<'a>)> {
        let mut out = vec![];
        for row in rows(text) {
            let at = created(self, &row);
            let uuid = self.id::<ClientId>(at).0;
            let record = self.plain(Record::new(kind, uuid, at), &row);
            out.push((self.add(record), row));
        }
        for (id, row) in &out {
            for (column, cell) in row.pairs().filter(|(_, cell)| !cell.is_empty()) {
                let Some(field) = kind.field(column) else { continue };
                match field.kind {
                    Type::One(target) => {
                        let value = self.find(target, cell).map_or(Value::Empty, Value::One);
                        self.set(*id, column, value);
                    }
                    Type::Many(target) => {
                        let refs =
                            cell.split(';').filter_map(|name| self.find(target, name.trim())).collect();
                        self.set(*id, column, Value::Many(refs));
                    }
                    _ => {}
                }
            }
        }
        out
    }

    /// The fields of a row that are written out.
    fn plain(&mut self, mut record: Record, row: &Row) -> Record {
        let kind = record.kind();
        for (column, cell) in row.pairs().filter(|(c, cell)| !c.starts_with('@') && !cell.is_empty()) {
            let Some(field) = kind.field(column) else {
                self.complaints.push(format!("a {kind} has no field {column}"));
                continue;
            };
            let text = match field.kind {
                Type::One(_) | Type::Many(_) => continue,
                Type::Birthday => self.birthday(cell),
                Type::Pairs | Type::Checks => cell.replace("; ", "\n"),
                _ => cell.replace("\\n", "\n"),
            };
            let written = parse::read(&field.kind, &text, self.now).and_then(|value| match value {
                Value::Date(date) if kind != Kind::Absence => {
                    record.set(column, Value::Date(workday(date, date > self.today)))
                }
                value => record.set(column, value),
            });
            if let Err(error) = written {
                self.complaints.push(format!("{cell}: {error}"));
            }
        }
        record
    }

    /// "+3 1990" is in three days, born in 1990: somebody's birthday is always near.
    fn birthday(&self, cell: &str) -> String {
        let Some(near) = cell.strip_prefix('+') else { return cell.to_owned() };
        let (days, year) = near.split_once(' ').unwrap_or((near, ""));
        let date = self.calendar_day(days.parse().unwrap_or(0));
        // 29 February has no year of its own to be born in.
        let day = if date.month() == 2 { date.day().min(28) } else { date.day() };
        format!("{day}.{}.{year}", date.month()).trim_end_matches('.').to_owned()
    }

    /// The records, with short numbers in the order in which they were written down.
    pub(super) fn finish(mut self) -> Vec<Record> {
        let mut numbered: Vec<&mut Record> = self.records.iter_mut().filter(|r| r.wants_number()).collect();
        numbered.sort_by_key(|r| (r.head().created.utc_ms, r.id()));
        for (no, record) in (1u32..).zip(numbered) {
            record.set_number(no);
        }
        self.records
    }
}

/// The working day next to a date: before it, or after it.
pub(super) fn workday(date: NaiveDate, later: bool) -> NaiveDate {
    let days = match (date.weekday(), later) {
        (Weekday::Sat, false) => -1,
        (Weekday::Sun, false) => -2,
        (Weekday::Sat, true) => 2,
        (Weekday::Sun, true) => 1,
        _ => 0,
    };
    date.checked_add_signed(TimeDelta::days(days)).unwrap_or(date)
}

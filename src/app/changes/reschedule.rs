//! Moving a date: what it pushes and which promises break is shown before anything is written, and all of it is one change.

use crate::app::layers::pushed::{Left, Pushed};
use crate::app::{Layer, Model};
use crate::domain::derive::push::{self, Shift};
use crate::domain::derive::{self, plan};
use crate::domain::{Change, CustomField, Edit, Record, Value, custom};
use crate::words::{self, dates};
use chrono::NaiveDate;

impl Model {
    /// Asks before a date is saved that pushes others; false when it pushes nothing.
    pub(in crate::app) fn ask_push(&mut self, before: Option<&Record>, after: &Record) -> bool {
        let Some(pushed) = date_of(after).and_then(|_| Pushed::of(self.ctx(), before, after)) else {
            return false;
        };
        self.screen.layers.push(Layer::Pushed(Box::new(pushed)));
        true
    }

    /// The edits of everything that is pushed and not left where it is, the record itself left out.
    pub(in crate::app) fn pushed_by(&self, after: &Record, left: &Left) -> Vec<Edit> {
        let edit = |shift: Shift| {
            let before = self.data.book.get(shift.target)?.clone();
            let mut after = before.clone();
            if let Some(end) = shift.end {
                let moved = *shift.target.kind.due_fields().first()?;
                moved.write(&mut after, Value::Date(end.to)).ok()?;
            }
            move_start(&mut after, shift.start.map(|s| s.to));
            Some(Edit { before: Some(before), after: Some(after) })
        };
        let shifts = push::push(&self.data.book, after, &left.records).into_iter();
        shifts.filter(|s| s.target != after.id() && !s.left).filter_map(edit).collect()
    }

    /// Moves the start of a task with its end, unless it is left where it is.
    pub(in crate::app) fn move_own_start(&self, before: Option<&Record>, after: &mut Record, left: &Left) {
        let start = before.and_then(|before| push::start_with(&self.data.book, before, after));
        move_start(after, start.filter(|_| !left.own_start).map(|s| s.to));
    }

    /// What a milestone or task must wait for and ends after it begins, in words; nothing is pushed backwards.
    fn lies_before(&self, record: &Record) -> Option<String> {
        let own = if let Record::Task(task) = record { task.start } else { None }.or(date_of(record))?;
        let ends = |r: &&Record| date_of(r).is_some_and(|d| d > own);
        let before = plan::waits_for(&self.data.book, record).into_iter();
        let late = before.filter_map(|id| self.data.book.get(id)).filter(ends).max_by_key(|r| date_of(r))?;
        let day = dates::show(date_of(late)?, self.data.now.date());
        Some(words::said::comes_after(&late.title(), &day))
    }

    /// Says what is odd about a record that was just saved.
    pub(in crate::app) fn tell_doubts(&mut self, change: &Change, broken: Option<String>, record: &Record) {
        let doubts: Vec<String> =
            broken.into_iter().chain(self.lies_before(record)).chain(self.misfits(record)).collect();
        if !doubts.is_empty() {
            self.say_doubts(change, &doubts.join(". "));
        }
    }

    /// How many values do not fit a field as it is defined now.
    fn misfits(&self, record: &Record) -> Option<String> {
        let (all, odd) = custom::counted(&self.data.book, CustomField::of(record)?);
        (odd > 0).then(|| words::custom::misfits(odd, all))
    }

    /// What a date breaks that is saved without a question, in words.
    pub(in crate::app) fn breaks_promise(&self, record: &Record) -> Option<String> {
        let own = push::push(&self.data.book, record, &[]).into_iter().find(|s| s.target == record.id())?;
        let (of, day) = own.promise.filter(|_| own.breaks_promise())?;
        let day = dates::show(day, self.data.now.date());
        Some(if of == own.target {
            words::said::breaks_own(&day)
        } else {
            words::said::breaks_of(&self.data.book.title(of), &day)
        })
    }
}

fn move_start(record: &mut Record, to: Option<NaiveDate>) {
    if let (Record::Task(task), Some(_)) = (record, to) {
        task.start = to;
    }
}

/// The date others wait for.
fn date_of(record: &Record) -> Option<NaiveDate> {
    let waits = matches!(record, Record::Milestone(_) | Record::Task(_));
    record.due().filter(|_| waits && derive::is_open(record))
}

//! Moving a date: what it pushes and which promises break is shown before anything is written, and all of it is one change.

use crate::app::{Dialog, Layer, Model, OnAnswer};
use crate::domain::derive::plan::{self, Shift};
use crate::domain::{Edit, Kind, ProjectId, Record, Value, derive, when};
use chrono::NaiveDate;

/// The most dates that are named in the question; the rest is counted.
const NAMED: usize = 6;

impl Model {
    /// Asks before a date is saved that pushes others; false when it pushes nothing.
    pub(in crate::app) fn ask_push(&mut self, before: Option<&Record>, after: &Record) -> bool {
        let Some(before) = before else { return false };
        let shifts = self.shifts(before, after);
        if shifts.is_empty() {
            return false;
        }
        let today = self.data.now.date();
        let missed = |s: &Shift| s.promised.is_some_and(|p| s.to > p);
        let all = self.pushed(before, after);
        let (broken, later) =
            (all.iter().filter(|s| s.breaks_promise).count(), all.iter().filter(|s| missed(s)).count());
        let moves =
            format!("This moves {} other {}", shifts.len(), if shifts.len() == 1 { "date" } else { "dates" });
        let title = match (broken, later - broken) {
            (0, 0) => format!("{moves}. Every promise is kept."),
            (0, _) => format!("{moves}. No other promise breaks; what was late is later."),
            (1, _) => format!("{moves}, and breaks one promise."),
            (n, _) => format!("{moves}, and breaks {n} promises."),
        };
        let mut dialog = Dialog::new(title, "Go back to the form");
        // The date that is moved itself stands first, when its promise goes with it.
        let own = all.iter().filter(|s| s.target == after.id() && missed(s));
        let shifts: Vec<Shift> = own.copied().chain(shifts).collect();
        for shift in shifts.iter().take(NAMED) {
            let from = shift.from.map_or_else(|| "no date".into(), |d| when::plain(d, today));
            let promise = match shift.promised.filter(|_| missed(shift)) {
                Some(promised) if shift.breaks_promise => {
                    format!("   ! breaks the promise of {}", when::plain(promised, today))
                }
                Some(promised) => format!("   ! promised {}", when::plain(promised, today)),
                None => String::new(),
            };
            let title = self.data.book.title(shift.target);
            dialog = dialog.line(format!("{title}: {from} → {}{promise}", when::plain(shift.to, today)));
        }
        if shifts.len() > NAMED {
            dialog = dialog.line(format!("and {} more", shifts.len() - NAMED));
        }
        let dialog = dialog.answer("Move them all", OnAnswer::SavePushed).careful();
        self.screen.layers.push(Layer::Dialog(dialog));
        true
    }

    /// The edits of everything that is pushed.
    pub(in crate::app) fn pushed_by(&self, before: &Record, after: &Record) -> Vec<Edit> {
        let edit = |shift: Shift| {
            let before = self.data.book.get(shift.target)?.clone();
            let mut after = before.clone();
            let moved = *shift.target.kind.due_fields().first()?;
            (moved.write)(&mut after, Value::Date(shift.to)).ok()?;
            Some(Edit { before: Some(before), after: Some(after) })
        };
        self.shifts(before, after).into_iter().filter_map(edit).collect()
    }

    /// What a milestone or task must wait for and lies after it, in words; nothing is pushed backwards.
    pub(in crate::app) fn lies_before(&self, record: &Record) -> Option<String> {
        let own = date_of(record)?;
        let before = record.waits_for().into_iter();
        let late =
            before.filter_map(|id| self.data.book.get(id)).find(|r| date_of(r).is_some_and(|d| d > own))?;
        let day = when::plain(date_of(late)?, self.data.now.date());
        Some(format!("It comes after “{}”, which is only to be done by {day}", late.title()))
    }

    /// What the new date of a milestone or task pushes, itself left out.
    fn shifts(&self, before: &Record, after: &Record) -> Vec<Shift> {
        let mut shifts = self.pushed(before, after);
        shifts.retain(|s| s.target != after.id());
        shifts
    }

    fn pushed(&self, before: &Record, after: &Record) -> Vec<Shift> {
        let (Some(old), Some(new)) = (date_of(before), date_of(after)) else { return vec![] };
        let project = after.one(Kind::Project).map(|p| ProjectId(p.id));
        let Some(project) = project.filter(|_| old != new) else { return vec![] };
        plan::push(&self.data.book, project, after.id(), new)
    }
}

/// The date others wait for.
fn date_of(record: &Record) -> Option<NaiveDate> {
    let waits = matches!(record, Record::Milestone(_) | Record::Task(_));
    record.due().filter(|_| waits && derive::is_open(record))
}

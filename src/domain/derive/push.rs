//! What moving a date pushes. Nothing is written here.
//!
//! - A task begins on a working day after all it waits for has ended; where it was planned to begin on the very day, it
//!   may still do so. A milestone is reached on that day at the earliest.
//! - What has time does not move: a step moves only when what it waits for ends too late for it, and only as far as that
//!   demands. Then its start and its end move together, over as many working days as before.
//! - A step without a date passes on what it waits for. What is done or dropped moves no more, demands nothing, and passes
//!   nothing on; nor does what the person leaves where it is. Moving a step earlier pulls nothing with it.
//! - The expected end of a project moves when one of its steps comes to lie after it.

use super::hands::holder_now;
use super::plan::{Plan, Step, step, waits_for};
use crate::domain::{Absence, Book, ContactId, Holder, Kind, Milestone, Record, Ref, Task, TaskStatus};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A day that becomes another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Where it stood; only what is moved by hand may have had no date.
    pub from: Option<NaiveDate>,
    /// Where it will stand.
    pub to: NaiveDate,
}

/// A record whose days move with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The milestone, task or project.
    pub target: Ref,
    /// The start of a task that says one.
    pub start: Option<Move>,
    /// The expected date of a milestone, the due date of a task, the expected end of a project.
    pub end: Option<Move>,
    /// Whose promise it is: of the milestone or project itself, or of the request the task is for; and the promised day.
    pub promise: Option<(Ref, NaiveDate)>,
    /// Whether it stays where it is, by the wish of the person. The days tell where it would have to move.
    pub left: bool,
}

impl Shift {
    /// Whether it will lie after the promised day; what is left where it is cannot be kept by leaving it there.
    pub fn misses(&self) -> bool {
        self.promise.zip(self.end).is_some_and(|((_, day), end)| end.to > day)
    }

    /// Whether it was in time before, and will lie after the promised day.
    pub fn breaks_promise(&self) -> bool {
        let was = |(_, day): (Ref, NaiveDate)| self.end.and_then(|e| e.from).is_none_or(|from| from <= day);
        self.misses() && self.promise.is_some_and(was)
    }
}

/// How a step will stand: its end, and whether it ends later than before, so that others must look.
#[derive(Clone, Copy, Default)]
struct Stands {
    end: Option<NaiveDate>,
    later: bool,
}

/// Everything that `after`, a milestone or task as it is about to be saved, pushes: the record itself first when its day
/// moves, then what waits for it by its new day, the projects last. What is named in `left` stays where it is and pushes nothing.
pub fn push(book: &Book, after: &Record, left: &[Ref]) -> Vec<Shift> {
    let target = after.id();
    let plan = Plan::of(affected(book, after));
    let before = book.get(target).and_then(|r| step(book, r)).map(|(s, _)| s);
    let was = before.as_ref().and_then(|s| s.end);
    let is_new_to_others =
        book.get(target).is_none_or(|r| r.one(Kind::Milestone) != after.one(Kind::Milestone));
    let mut stands: Vec<Stands> = plan.steps.iter().map(|s| Stands { end: s.end, later: false }).collect();
    let mut shifts: Vec<Shift> = vec![];
    for (at, step) in plan.in_order().filter(|(_, s)| !s.fixed) {
        if step.id == target {
            let Some(to) = step.end else { return vec![] };
            let moved = Move { from: was, to };
            set(
                &mut stands,
                at,
                Stands { end: step.end, later: is_new_to_others || was.is_none_or(|w| to > w) },
            );
            if was != Some(to) {
                shifts.push(shift(book, step, None, Some(moved)));
            }
            continue;
        }
        if !step.after.iter().any(|p| stands.get(*p).is_some_and(|s| s.later)) {
            continue;
        }
        let demand = step.after.iter().filter_map(|p| demand(&plan, &stands, *p, step, (target, was))).max();
        let Some(demand) = demand else { continue };
        if step.start.is_none() {
            let end = ends(&plan, &stands, step);
            set(&mut stands, at, Stands { end, later: true });
            continue;
        }
        let Some(mut shift) = pushed(book, step, demand) else { continue };
        shift.left = left.contains(&step.id);
        // A task without a due date ends on no day before it begins.
        if let Some(end) = shift.end.or(shift.start).filter(|_| !shift.left) {
            set(&mut stands, at, Stands { end: Some(end.to).max(step.end), later: true });
        }
        shifts.push(shift);
    }
    shifts.sort_by_key(|s| (s.target != target, s.end.or(s.start).map(|m| m.to)));
    let projects = of_projects(book, after, &shifts, left);
    shifts.extend(projects);
    shifts
}

/// The day a task's start moves to with its end when nobody said otherwise, so that it takes as many working days as
/// before; `None` when it has begun, when its start was moved as well, and when there is nothing to move.
pub fn start_with(book: &Book, before: &Record, after: &Record) -> Option<Move> {
    let (before, after) = (Task::of(before)?, Task::of(after)?);
    let (start, end, to) = (before.start?, before.due?, after.due?);
    if after.start != Some(start) || end == to || before.status == TaskStatus::Doing {
        return None;
    }
    let days = book.workdays();
    let to = days.start_of(to, days.between(start, end).max(1));
    (to != start).then_some(Move { from: Some(start), to })
}

/// Somebody who is to do a task and is away between its start and its end as they will be; the first such absence.
pub fn away<'a>(book: &'a Book, shift: &Shift) -> Option<(ContactId, &'a Absence)> {
    let record = book.get(shift.target)?;
    let task = Task::of(record)?;
    let end = shift.end.map_or(task.due, |e| Some(e.to))?;
    let start = shift.start.map_or(task.start, |s| Some(s.to)).map_or(end, |s| s.min(end));
    let who = match holder_now(record).map(|hand| hand.holder) {
        Some(Holder::Person(who)) => who,
        _ => task.assignee.0?,
    };
    let absences =
        book.backlinks(who, Kind::Absence).filter_map(Absence::of).filter(|a| a.contact.0 == Some(who));
    let then = |a: &&Absence| a.first.is_some_and(|d| d <= end) && a.last.is_some_and(|d| d >= start);
    absences.filter(then).min_by_key(|a| (a.first, a.id)).map(|absence| (who, absence))
}

fn set(stands: &mut [Stands], at: usize, now: Stands) {
    if let Some(place) = stands.get_mut(at) {
        *place = now;
    }
}

/// The latest end of all a step waits for, as things will stand.
fn ends(plan: &Plan, stands: &[Stands], step: &Step) -> Option<NaiveDate> {
    let open = step.after.iter().filter(|p| plan.steps.get(**p).is_some_and(|s| !s.fixed));
    open.filter_map(|p| stands.get(*p)?.end).max()
}

/// The day before which a step cannot begin because of one it waits for. `moved` is the one that is moved by hand, and
/// where it stood.
fn demand(
    plan: &Plan,
    stands: &[Stands],
    waited: usize,
    step: &Step,
    moved: (Ref, Option<NaiveDate>),
) -> Option<NaiveDate> {
    let before = plan.steps.get(waited).filter(|s| !s.fixed)?;
    let end = stands.get(waited)?.end?;
    let stood = if before.id == moved.0 { moved.1 } else { before.end };
    // Handed over on the very day, as playbooks plan it.
    let same_day = stood.is_some() && stood == step.start;
    if step.id.kind == Kind::Milestone || same_day { Some(end) } else { end.succ_opt() }
}

/// How a step with a date moves so that it begins no sooner than demanded; `None` when it has the time.
fn pushed(book: &Book, step: &Step, demand: NaiveDate) -> Option<Shift> {
    let (days, from) = (book.workdays(), step.start.filter(|s| *s < demand)?);
    let start = days.on_or_after(demand);
    let moved = |from: NaiveDate, to| (from != to).then_some(Move { from: Some(from), to });
    let end = |from: NaiveDate| moved(from, days.end_of(start, step.work.max(1)).max(from));
    let says_start = |r: &Record| Task::of(r).is_some_and(|t| t.start.is_some());
    let own = book.get(step.id).filter(|r| says_start(r)).and_then(|_| moved(from, start));
    let shift = shift(book, step, own, step.end.and_then(end));
    (shift.start.is_some() || shift.end.is_some()).then_some(shift)
}

fn shift(book: &Book, step: &Step, start: Option<Move>, end: Option<Move>) -> Shift {
    let of = match book.get(step.id) {
        Some(Record::Task(task)) => task.request.0.map(Ref::from),
        _ => Some(step.id),
    };
    Shift { target: step.id, start, end, promise: of.zip(step.promised), left: false }
}

/// Those whose end comes to lie before that of one of their steps.
fn of_projects(book: &Book, after: &Record, shifts: &[Shift], left: &[Ref]) -> Vec<Shift> {
    let mut ends: BTreeMap<Ref, NaiveDate> = BTreeMap::new();
    for shift in shifts.iter().filter(|s| !s.left) {
        let record = if shift.target == after.id() { Some(after) } else { book.get(shift.target) };
        let project = record.and_then(|r| r.one(Kind::Project));
        if let Some((project, end)) = project.zip(shift.end) {
            let last = ends.entry(project).or_insert(end.to);
            *last = end.to.max(*last);
        }
    }
    let one = |(id, end): (Ref, NaiveDate)| {
        let Some(Record::Project(project)) = book.get(id) else { return None };
        let from = project.expected.or(project.promised).filter(|from| end > *from)?;
        let end = Move { from: Some(from), to: book.workdays().on_or_after(end) };
        let promise = project.promised.map(|day| (id, day));
        Some(Shift { target: id, start: None, end: Some(end), promise, left: left.contains(&id) })
    };
    ends.into_iter().filter_map(one).collect()
}

/// The record itself, everything that waits for it however far behind, in whatever project, and all that these wait for.
fn affected(book: &Book, after: &Record) -> Vec<(Step, Vec<Ref>)> {
    let mut found: BTreeMap<Ref, (Step, Vec<Ref>)> = BTreeMap::new();
    let mut todo = vec![after.id()];
    while let Some(id) = todo.pop() {
        let Some(record) = (if id == after.id() { Some(after) } else { book.get(id) }) else { continue };
        if found.contains_key(&id) {
            continue;
        }
        let Some(mut one) = step(book, record) else { continue };
        // A new task, or one that leads to another milestone now, is not among those of the milestone in the book.
        if after.one(Kind::Milestone) == Some(id) {
            one.1.push(after.id());
        } else if id.kind == Kind::Milestone && Task::of(after).is_some() {
            one.1.retain(|before| *before != after.id() || record.waits_for().contains(before));
        }
        found.insert(id, one);
        todo.extend(followers(book, record));
    }
    let waited: Vec<Ref> = found.values().flat_map(|(_, after)| after.iter().copied()).collect();
    for id in waited {
        if !found.contains_key(&id)
            && let Some(one) = book.get(id).and_then(|r| step(book, r))
        {
            found.insert(id, one);
        }
    }
    found.into_values().collect()
}

/// What waits for a milestone or task.
fn followers(book: &Book, record: &Record) -> Vec<Ref> {
    let id = record.id();
    let waiting = book.backlinks(id, Kind::Task).chain(book.backlinks(id, Kind::Milestone));
    let waiting = waiting.filter(|r| waits_for(book, r).contains(&id)).map(Record::id);
    let own = Task::of(record).and_then(|t| t.milestone.0).map(Ref::from);
    let own = own.filter(|id| book.get(*id).and_then(Milestone::of).is_some());
    waiting.chain(own).collect()
}

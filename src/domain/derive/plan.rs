//! The plan of a project: what waits for what, which chain decides the end. What moving a date pushes is in
//! [`push`](super::push).
//!
//! A step is a milestone or a task of the project. A milestone waits for the milestones and tasks it names and for the
//! tasks that lead to it, a task for the tasks it names; what lies outside the project is left out. A milestone stands on
//! the day it was reached, is expected or is promised, in this order; a task from its start to its due date.

use super::index::Map;
use crate::domain::{Book, Kind, Milestone, ProjectId, Record, Ref, Task, TaskStatus};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// Hours of work in a day, for tasks that say their hours but not their start.
pub const HOURS_A_DAY: i64 = 8;

/// One bar of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The milestone or task.
    pub id: Ref,
    /// What it is called.
    pub title: String,
    /// The first day of work; for a milestone its date.
    pub start: Option<NaiveDate>,
    /// The last day: done, expected or due.
    pub end: Option<NaiveDate>,
    /// The day it was done.
    pub done: Option<NaiveDate>,
    /// Whether it moves no more: done or dropped.
    pub fixed: bool,
    /// The date the client was promised: of the milestone, or of the request the task is for.
    pub promised: Option<NaiveDate>,
    /// The date as it is expected today, where it is another than the promised one.
    pub expected: Option<NaiveDate>,
    /// The date that was planned first.
    pub baseline: Option<NaiveDate>,
    /// Working days: from start to end, both counted; else hours by [`HOURS_A_DAY`], at least 1; 0 for a milestone.
    pub work: i64,
    /// The steps it waits for, by their place in the plan.
    pub after: Vec<usize>,
    /// Whether it is part of the critical chain.
    pub critical: bool,
}

impl Step {
    /// Whether it is late, or comes later than was promised; what is done is neither.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        let after = |day: Option<NaiveDate>| self.end.zip(day).is_some_and(|(end, day)| end > day);
        !self.fixed && (self.end.is_some_and(|end| end < today) || after(self.promised))
    }
}

/// All steps of a project, by end, then start; those without a date last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The rows of the chart.
    pub steps: Vec<Step>,
    /// Steps that wait for each other in a ring, in the order of waiting; empty when all is well.
    pub cycle: Vec<Ref>,
    /// The longest chain of work to the last milestone, first to last.
    pub chain: Vec<Ref>,
    order: Vec<usize>,
}

/// The plan of a project.
pub fn plan(book: &Book, project: ProjectId) -> Plan {
    let milestones = book.backlinks(project, Kind::Milestone);
    let of_project = |r: &&Record| r.one(Kind::Project) == Some(project.into());
    let tasks = book.backlinks(project, Kind::Task).filter(of_project);
    let mut plan = Plan::of(milestones.chain(tasks).filter_map(|r| step(book, r)).collect());
    plan.find_chain();
    plan
}

/// A milestone or task with all it waits for, in the project or not.
pub(super) fn step(book: &Book, record: &Record) -> Option<(Step, Vec<Ref>)> {
    let step = match record {
        Record::Milestone(milestone) => of_milestone(milestone),
        Record::Task(task) => of_task(book, task),
        _ => return None,
    };
    Some((step, waits_for(book, record)))
}

/// What a record must wait for: what it names, and for a milestone the tasks that lead to it.
pub fn waits_for(book: &Book, record: &Record) -> Vec<Ref> {
    let mut out = record.waits_for();
    if let Record::Milestone(milestone) = record {
        let tasks = book.backlinks(milestone.id, Kind::Task).filter_map(Task::of);
        out.extend(tasks.filter(|t| t.milestone.0 == Some(milestone.id)).map(|t| Ref::from(t.id)));
    }
    out
}

fn of_milestone(milestone: &Milestone) -> Step {
    let on = milestone.date();
    Step {
        id: milestone.id.into(),
        title: milestone.name.clone(),
        start: on,
        end: on,
        done: milestone.done_on,
        fixed: milestone.done_on.is_some(),
        promised: milestone.promised,
        expected: milestone.expected.filter(|d| Some(*d) != milestone.promised),
        baseline: milestone.baseline,
        work: 0,
        after: vec![],
        critical: false,
    }
}

fn of_task(book: &Book, task: &Task) -> Step {
    let (done, days) = (task.done_on.filter(|_| task.status == TaskStatus::Done), book.workdays());
    let end = done.or(task.due);
    let by_hours = (task.effort.unwrap_or(0).max(0).saturating_add(HOURS_A_DAY - 1) / HOURS_A_DAY).max(1);
    let start = task.start.or_else(|| end.map(|d| days.start_of(d, by_hours)));
    let start = start.map(|s| end.map_or(s, |e| s.min(e)));
    let promised = task.request.0.and_then(|r| book.request(r)).filter(|r| r.status.is_open());
    Step {
        id: task.id.into(),
        title: task.title.clone(),
        start,
        end,
        done,
        fixed: !task.status.is_open(),
        promised: promised.and_then(|r| r.promised),
        expected: None,
        baseline: None,
        work: start.zip(end).map_or(by_hours, |(s, e)| days.between(s, e).max(1)),
        after: vec![],
        critical: false,
    }
}

impl Plan {
    /// The plan of these steps, each with what it waits for; what is not among them is left out.
    pub(super) fn of(mut found: Vec<(Step, Vec<Ref>)>) -> Self {
        found.sort_by_key(|(s, _)| (s.end.is_none(), s.end, s.start, s.id));
        let places: Map<Ref, usize> = found.iter().enumerate().map(|(at, (s, _))| (s.id, at)).collect();
        let mut plan = Plan::default();
        for (mut step, after) in found {
            step.after = after.iter().filter_map(|id| places.get(id)).copied().collect();
            step.after.sort_unstable();
            step.after.dedup();
            plan.steps.push(step);
        }
        plan.put_in_order();
        plan
    }

    /// Every step by its place, after all it waits for; those in or behind a ring come last.
    pub(super) fn in_order(&self) -> impl Iterator<Item = (usize, &Step)> {
        self.order.iter().filter_map(|at| Some((*at, self.steps.get(*at)?)))
    }

    /// Open steps that begin before something they wait for ends, each with what ends last of that.
    pub fn too_early(&self) -> Vec<(&Step, &Step)> {
        let one = |step: &'_ Step| {
            let waited = step.after.iter().filter_map(|p| self.steps.get(*p)).filter(|w| !w.fixed);
            waited
                .filter(|w| step.start.is_some() && w.end > step.start)
                .max_by_key(|w| (w.end, w.id))
                .map(|w| w.id)
        };
        let by_id = |id: Ref| self.steps.iter().find(|s| s.id == id);
        let open = self.steps.iter().filter(|s| !s.fixed);
        open.filter_map(|step| Some((step, by_id(one(step)?)?))).collect()
    }

    /// Kahn's way: a step is taken when all it waits for were taken. What is never taken lies in or behind a ring.
    fn put_in_order(&mut self) {
        let followers = self.followers();
        let mut open: Vec<usize> = self.steps.iter().map(|s| s.after.len()).collect();
        let mut taken = vec![false; open.len()];
        let mut todo: Vec<usize> = (0..open.len()).filter(|at| open.get(*at) == Some(&0)).collect();
        while let Some(at) = todo.pop() {
            self.order.push(at);
            if let Some(taken) = taken.get_mut(at) {
                *taken = true;
            }
            for next in followers.get(at).into_iter().flatten() {
                if let Some(left) = open.get_mut(*next) {
                    *left -= 1;
                    if *left == 0 {
                        todo.push(*next);
                    }
                }
            }
        }
        let ringed: Vec<usize> = (0..taken.len()).filter(|at| taken.get(*at) == Some(&false)).collect();
        self.cycle = self.ring(&ringed);
        self.order.extend(ringed);
    }

    /// For each step those that wait for it.
    fn followers(&self) -> Vec<Vec<usize>> {
        let mut out = vec![vec![]; self.steps.len()];
        for (at, step) in self.steps.iter().enumerate() {
            for before in &step.after {
                if let Some(list) = out.get_mut(*before) {
                    list.push(at);
                }
            }
        }
        out
    }

    /// Every step that was never taken waits for another such: going back along these must come round.
    fn ring(&self, ringed: &[usize]) -> Vec<Ref> {
        let mut path: Vec<usize> = vec![];
        let mut at = ringed.first().copied();
        while let Some(here) = at {
            if let Some(from) = path.iter().position(|p| *p == here) {
                let ring = path.iter().skip(from).rev();
                return ring.filter_map(|p| self.steps.get(*p)).map(|s| s.id).collect();
            }
            path.push(here);
            let after = self.steps.get(here).map(|s| &s.after[..]).unwrap_or_default();
            at = after.iter().copied().find(|p| ringed.binary_search(p).is_ok());
        }
        vec![]
    }

    /// Longest by days of work, then by number of steps, then the one that ends last. A ring has no longest chain: its
    /// links backwards are passed over.
    fn find_chain(&mut self) {
        let mut best: Vec<Option<(i64, usize)>> = vec![None; self.steps.len()];
        let mut before: Vec<Option<usize>> = vec![None; self.steps.len()];
        for at in self.order.clone() {
            let Some(step) = self.steps.get(at) else { continue };
            let length = |p: &usize| best.get(*p).copied().flatten();
            let longest = step
                .after
                .iter()
                .filter_map(|p| Some((length(p)?, self.steps.get(*p)?.end, Reverse(*p))))
                .max();
            let (work, count) = longest.map_or((0, 0), |(length, ..)| length);
            let all = Some((work.saturating_add(step.work), count + 1));
            if let (Some(best), Some(before)) = (best.get_mut(at), before.get_mut(at)) {
                (*best, *before) = (all, longest.map(|(_, _, Reverse(p))| p));
            }
        }
        let milestones = self.steps.iter().enumerate().filter(|(_, s)| s.id.kind == Kind::Milestone);
        let mut at = milestones.max_by_key(|(at, s)| (s.end, Reverse(*at))).map(|(at, _)| at);
        while let Some(here) = at {
            if let Some(step) = self.steps.get_mut(here) {
                step.critical = true;
                self.chain.push(step.id);
            }
            at = before.get(here).copied().flatten();
        }
        self.chain.reverse();
    }
}

//! Plans: order, rings, the critical chain. What a date pushes is in `push.rs`.

use crate::made::{Made, at, day};
use syndeo::domain::derive::plan;
use syndeo::domain::derive::push::{Shift, push};
use syndeo::domain::{Kind, Milestone, MilestoneId, Project, ProjectId, Record, Ref, Task, TaskId, Value};

/// A project with milestones and tasks.
pub struct Works {
    pub made: Made,
    pub project: ProjectId,
}

impl Works {
    pub fn new() -> Self {
        let mut made = Made::new();
        let mut project = Project::new(made.id(), at("2026-01-05"));
        (project.name, project.client) = ("Web shop".into(), made.client.into());
        (project.promised, project.expected) = (Some(day("2026-12-20")), Some(day("2026-12-18")));
        let id = project.id;
        made.put(project);
        Self { made, project: id }
    }

    pub fn milestone(&mut self, promised: &str, after: &[MilestoneId], tasks: &[TaskId]) -> MilestoneId {
        let mut it = Milestone::new(self.made.id(), at("2026-01-05"));
        (it.name, it.project, it.promised) = (promised.into(), self.project.into(), Some(day(promised)));
        it.after.0.extend(after);
        it.after_tasks.0.extend(tasks);
        let id = it.id;
        self.made.put(it);
        id
    }

    pub fn task(&mut self, start: &str, due: &str, after: &[TaskId]) -> TaskId {
        let mut it = Task::new(self.made.id(), at("2026-01-05"));
        (it.title, it.project) = (due.into(), self.project.into());
        (it.start, it.due) = (Some(day(start)), Some(day(due)));
        it.after.0.extend(after);
        let id = it.id;
        self.made.put(it);
        id
    }

    /// What moving a milestone or task to a day pushes.
    pub fn shifts(&self, target: impl Into<Ref>, to: &str, left: &[Ref]) -> Vec<Shift> {
        push(&self.made.book, &self.moved(target, to), left)
    }

    /// A record with another day.
    pub fn moved(&self, target: impl Into<Ref>, to: &str) -> Record {
        let mut record = self.made.book.get(target).unwrap().clone();
        record.kind().due_fields()[0].write(&mut record, Value::Date(day(to))).unwrap();
        record
    }

    /// As [`Works::shifts`]: what, its start and its end as they will be, and whether a promise breaks.
    pub fn push(&self, target: impl Into<Ref>, to: &str) -> Vec<(Ref, Option<String>, String, bool)> {
        let told = |s: &Shift| {
            let start = s.start.map(|m| m.to.to_string());
            (s.target, start, s.end.unwrap().to.to_string(), s.breaks_promise())
        };
        self.shifts(target, to, &[]).iter().map(told).collect()
    }
}

#[test]
fn a_ring_is_found_and_hangs_nothing() {
    let mut works = Works::new();
    let a = works.task("2026-11-01", "2026-11-05", &[]);
    let b = works.task("2026-11-06", "2026-11-10", &[a]);
    let c = works.task("2026-11-11", "2026-11-15", &[b]);
    works.task("2026-11-16", "2026-11-18", &[c]);
    assert_eq!(plan::plan(&works.made.book, works.project).cycle, []);
    let first = works.made.book.task(a).unwrap().clone();
    works.made.change(&first, |t| t.after.0.push(c));
    let plan = plan::plan(&works.made.book, works.project);
    let mut ring = plan.cycle.clone();
    let place = ring.iter().position(|id| *id == a.into()).unwrap();
    ring.rotate_left(place);
    assert_eq!(ring, [a.into(), b.into(), c.into()]);
    assert_eq!(plan.steps.len(), 4);
    assert!(works.push(a, "2026-11-09").len() >= 2);
}

#[test]
fn the_critical_chain_is_the_longest_to_the_last_milestone() {
    let mut works = Works::new();
    let short = works.task("2026-11-01", "2026-11-02", &[]);
    let long = works.task("2026-11-01", "2026-11-09", &[]);
    let after = works.task("2026-11-10", "2026-11-12", &[short, long]);
    let end = works.milestone("2026-12-01", &[], &[after]);
    works.milestone("2026-11-05", &[], &[short]);
    let plan = plan::plan(&works.made.book, works.project);
    assert_eq!(plan.chain, [long.into(), after.into(), end.into()]);
    assert_eq!(plan.steps.iter().filter(|s| s.critical).count(), 3);
    assert!(plan.steps.windows(2).all(|w| w[0].end <= w[1].end));
}

#[test]
fn a_chain_runs_through_the_tasks_that_lead_to_a_milestone() {
    let mut works = Works::new();
    let draw = works.task("2026-11-02", "2026-11-13", &[]);
    let drawn = works.milestone("2026-11-16", &[], &[]);
    let build = works.task("2026-11-16", "2026-11-18", &[]);
    let live = works.milestone("2026-12-15", &[drawn], &[]);
    for (task, towards) in [(draw, drawn), (build, live)] {
        let task = works.made.book.task(task).unwrap().clone();
        works.made.change(&task, |t| t.milestone = towards.into());
    }
    let plan = plan::plan(&works.made.book, works.project);
    assert_eq!(plan.chain, [draw.into(), drawn.into(), live.into()]);
    let work = |id: Ref| plan.steps.iter().find(|s| s.id == id).unwrap().work;
    assert_eq!((work(draw.into()), work(build.into()), work(live.into())), (10, 3, 0), "working days");
    assert_eq!(plan.chain.iter().filter(|id| id.kind == Kind::Task).count(), 1);
}

#[test]
fn what_begins_before_something_it_waits_for_ends_is_told() {
    let mut works = Works::new();
    let a = works.task("2026-11-02", "2026-11-13", &[]);
    let b = works.task("2026-11-02", "2026-11-16", &[]);
    let early = works.task("2026-11-12", "2026-11-20", &[a, b]);
    works.task("2026-11-16", "2026-11-20", &[a, b]);
    let plan = plan::plan(&works.made.book, works.project);
    let told: Vec<(Ref, Ref)> = plan.too_early().iter().map(|(step, waited)| (step.id, waited.id)).collect();
    assert_eq!(told, [(early.into(), b.into())], "the one that ends last; on the very day is in time");
}

/// A day that is promised and expected is told once, as promised.
#[test]
fn what_is_expected_is_told_when_it_is_another_day() {
    let mut works = Works::new();
    let promised = "2026-12-15";
    let step = works.milestone(promised, &[], &[]);
    let it = works.made.book.milestone(step).unwrap().clone();
    for (expected, told) in [
        (None, None),
        (Some(promised), None),
        (Some("2026-12-14"), Some("2026-12-14")),
        (Some("2026-12-16"), Some("2026-12-16")),
    ] {
        works.made.change(&it, |m| m.expected = expected.map(day));
        let plan = plan::plan(&works.made.book, works.project);
        let found = plan.steps.iter().find(|s| s.id == step.into()).unwrap();
        assert_eq!((found.promised, found.expected), (Some(day(promised)), told.map(day)), "{expected:?}");
    }
}

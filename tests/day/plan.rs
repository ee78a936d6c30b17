//! Plans: order, rings, pushing, the critical chain.

use crate::made::{Made, at, day};
use proptest::prelude::*;
use syndeo::domain::derive::plan::{self, Shift};
use syndeo::domain::{Milestone, MilestoneId, Project, ProjectId, Ref, Task, TaskId};

struct Works {
    made: Made,
    project: ProjectId,
}

impl Works {
    fn new() -> Self {
        let mut made = Made::new();
        let mut project = Project::new(made.id(), at("2026-01-05"));
        (project.name, project.client) = ("Web shop".into(), made.client.into());
        (project.promised, project.expected) = (Some(day("2026-12-20")), Some(day("2026-12-18")));
        let id = project.id;
        made.put(project);
        Self { made, project: id }
    }

    fn milestone(&mut self, promised: &str, after: &[MilestoneId], tasks: &[TaskId]) -> MilestoneId {
        let mut it = Milestone::new(self.made.id(), at("2026-01-05"));
        (it.name, it.project, it.promised) = (promised.into(), self.project.into(), Some(day(promised)));
        it.after.0.extend(after);
        it.after_tasks.0.extend(tasks);
        let id = it.id;
        self.made.put(it);
        id
    }

    fn task(&mut self, start: &str, due: &str, after: &[TaskId]) -> TaskId {
        let mut it = Task::new(self.made.id(), at("2026-01-05"));
        (it.title, it.project) = (due.into(), self.project.into());
        (it.start, it.due) = (Some(day(start)), Some(day(due)));
        it.after.0.extend(after);
        let id = it.id;
        self.made.put(it);
        id
    }

    fn push(&self, target: impl Into<Ref>, to: &str) -> Vec<(Ref, String, bool)> {
        let told = |s: &Shift| (s.target, s.to.to_string(), s.breaks_promise);
        plan::push(&self.made.book, self.project, target, day(to)).iter().map(told).collect()
    }
}

#[test]
fn moving_a_date_pushes_what_waits_for_it_and_says_which_promises_break() {
    let mut works = Works::new();
    let draw = works.task("2026-11-01", "2026-11-10", &[]);
    let build = works.task("2026-11-12", "2026-11-20", &[draw]);
    let alone = works.task("2026-11-12", "2026-11-20", &[]);
    let proof = works.milestone("2026-11-25", &[], &[build]);
    let live = works.milestone("2026-12-15", &[proof], &[]);
    let pushed = works.push(draw, "2026-11-24");
    let to = |date: &str| date.to_owned();
    assert_eq!(
        pushed,
        [
            (draw.into(), to("2026-11-24"), false),
            (build.into(), to("2026-12-04"), false),
            (proof.into(), to("2026-12-09"), true),
            (live.into(), to("2026-12-29"), true),
            (works.project.into(), to("2026-12-29"), true),
        ]
    );
    assert!(pushed.iter().all(|(id, ..)| *id != alone.into()));
    assert_eq!(
        works.push(draw, "2026-11-01"),
        [(draw.into(), to("2026-11-01"), false)],
        "earlier pulls nothing"
    );
    assert_eq!(works.push(draw, "2026-11-10"), []);
    assert_eq!(works.push(alone, "2026-11-21").len(), 1);
}

#[test]
fn what_is_done_stands_and_holds_back_nothing() {
    let mut works = Works::new();
    let first = works.milestone("2026-11-10", &[], &[]);
    let middle = works.milestone("2026-11-15", &[first], &[]);
    works.milestone("2026-11-20", &[middle], &[]);
    let reached = works.made.book.milestone(middle).unwrap().clone();
    works.made.change(&reached, |m| m.done_on = Some(day("2026-11-14")));
    assert_eq!(works.push(first, "2026-12-01").len(), 1);
    assert_eq!(works.push(middle, "2026-12-01"), []);
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

proptest! {
    /// Tasks in any tangle: everything ends, nothing moves back, distances hold where they held.
    #[test]
    fn pushing_never_pulls(links in proptest::collection::vec((0usize..9, 0usize..9), 0..20), by in -20i64..60) {
        let mut works = Works::new();
        let due = |n: usize| format!("2026-11-{:02}", n + 10);
        let ids: Vec<TaskId> = (0..9).map(|n| works.task("2026-11-01", &due(n), &[])).collect();
        for (from, to) in &links {
            let task = works.made.book.task(ids[*to]).unwrap().clone();
            works.made.change(&task, |t| t.after.0.push(ids[*from]));
        }
        let to = day(&due(0)) + chrono::TimeDelta::days(by);
        let shifts = plan::push(&works.made.book, works.project, ids[0], to);
        for shift in &shifts[usize::from(!shifts.is_empty())..] {
            prop_assert!(by > 0 && Some(shift.to) > shift.from);
        }
        let end = |id: TaskId| {
            let task = works.made.book.task(id).unwrap().due.unwrap();
            shifts.iter().find(|s| s.target == id.into()).map_or((task, task), |s| (task, s.to))
        };
        if plan::plan(&works.made.book, works.project).cycle.is_empty() {
            for (from, to) in &links {
                let ((before, now), (next, then)) = (end(ids[*from]), end(ids[*to]));
                if now > before && *to != 0 {
                    prop_assert!(then - now >= (next - before).max(chrono::TimeDelta::zero()));
                }
            }
        }
    }
}

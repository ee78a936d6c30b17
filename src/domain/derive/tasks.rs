//! Open work: whose, how late, how far.

use crate::domain::{Book, Kind, Milestone, ProjectId, Record, Ref, Task};
use chrono::NaiveDate;

/// The tasks around a record: of a client (its own and those of its projects), a project, a milestone, a request,
/// a person (those they do) or a department (those its people do). Open ones first, then by due date.
pub fn tasks_of(book: &Book, id: Ref) -> Vec<&Task> {
    let mut around = vec![id];
    match id.kind {
        Kind::Client => around.extend(book.backlinks(id, Kind::Project).map(Record::id)),
        Kind::Department => around.extend(super::timeline::members(book, id).map(|c| Ref::from(c.id))),
        _ => {}
    }
    let mut tasks: Vec<&Task> =
        around.iter().flat_map(|at| book.backlinks(*at, Kind::Task)).filter_map(Task::of).collect();
    tasks.sort_by_key(|t| (!t.status.is_open(), t.due.is_none(), t.due, t.no, t.id));
    tasks.dedup_by_key(|t| t.id);
    tasks
}

/// The open ones among [`tasks_of`].
pub fn open_tasks(book: &Book, id: Ref) -> Vec<&Task> {
    let mut tasks = tasks_of(book, id);
    tasks.retain(|t| t.status.is_open());
    tasks
}

/// Whether an open task is past its due date.
pub fn is_late(task: &Task, today: NaiveDate) -> bool {
    task.status.is_open() && task.due.is_some_and(|d| d < today)
}

/// Milestones reached and in all; for a project without milestones, its tasks.
pub fn progress(book: &Book, project: ProjectId) -> (usize, usize) {
    let milestones: Vec<&Milestone> =
        book.backlinks(project, Kind::Milestone).filter_map(Milestone::of).collect();
    if !milestones.is_empty() {
        return (milestones.iter().filter(|m| m.done_on.is_some()).count(), milestones.len());
    }
    let tasks = tasks_of(book, project.into());
    (tasks.iter().filter(|t| !t.status.is_open()).count(), tasks.len())
}

//! A project that went well, as a playbook for the next one.

use super::{Step, line};
use crate::domain::derive::days;
use crate::domain::{Book, Kind, Milestone, Project, Task, TaskStatus};
use chrono::NaiveDate;

/// The milestones and dated tasks of a project as steps, in the order of their days; `None` when it has none. People are
/// told by their department: the next project has others.
pub fn of_project(book: &Book, project: &Project) -> Option<String> {
    let milestones = book.pointing_at(project.id, Kind::Milestone).filter_map(Milestone::of);
    let tasks = book.pointing_at(project.id, Kind::Task).filter_map(Task::of);
    let tasks = tasks.filter(|t| t.project.0 == Some(project.id) && t.status != TaskStatus::Dropped);
    let mut dated: Vec<(NaiveDate, bool, Step)> = milestones
        .filter_map(|m| {
            let day = m.baseline.or(m.promised).or(m.date())?;
            let waits = !m.after.0.is_empty();
            Some((day, true, Step { milestone: true, waits, title: m.name.clone(), ..Step::default() }))
        })
        .collect();
    dated.extend(tasks.filter_map(|t| Some((t.due?, false, of_task(book, t)))));
    // On one day the tasks come before the milestone they lead to.
    dated.sort_by_key(|(day, milestone, _)| (*day, *milestone));
    let start = project.start.into_iter().chain(dated.iter().map(|(day, ..)| *day)).min()?;
    let lines = dated.iter().map(|(day, _, step)| line(&Step { day: days(start, *day), ..step.clone() }));
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn of_task(book: &Book, task: &Task) -> Step {
    let department = task.assignee.0.and_then(|c| book.contact(c)).and_then(|c| c.department.0);
    Step {
        waits: !task.after.0.is_empty(),
        title: task.title.clone(),
        who: department.map(|d| book.title(d)),
        hours: task.effort,
        priority: task.priority,
        ..Step::default()
    }
}

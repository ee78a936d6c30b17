//! A project that went well, as a playbook for the next one.

use super::{Step, line};
use crate::domain::derive::days;
use crate::domain::{Book, Kind, Milestone, Project, Record, Ref, Task, TaskStatus};
use chrono::NaiveDate;

/// The milestones and dated tasks of a project as steps, in the order of their days; `None` when it has none. People are
/// told by their department: the next project has others.
pub fn of_project(book: &Book, project: &Project) -> Option<String> {
    let milestones = book.backlinks(project.id, Kind::Milestone).filter_map(Milestone::of);
    let tasks = book.backlinks(project.id, Kind::Task).filter_map(Task::of);
    let tasks = tasks.filter(|t| t.project.0 == Some(project.id) && t.status != TaskStatus::Dropped);
    let mut dated: Vec<(NaiveDate, Ref, Step)> = milestones
        .filter_map(|m| {
            let day = m.baseline.or(m.promised).or(m.date())?;
            Some((day, m.id.into(), Step { milestone: true, title: m.name.clone(), ..Step::default() }))
        })
        .collect();
    dated.extend(tasks.filter_map(|t| Some((t.due?, t.id.into(), of_task(book, t)))));
    // On one day the tasks come before the milestone they lead to.
    dated.sort_by_key(|(day, id, step)| (*day, step.milestone, *id));
    let start = project.start.into_iter().chain(dated.iter().map(|(day, ..)| *day)).min()?;
    let mut above: [Option<Ref>; 2] = [None, None];
    let lines = dated.into_iter().map(|(day, id, step)| {
        let above = &mut above[usize::from(step.milestone)];
        // Only what waits for the step above can be said; what waits for another one keeps its day.
        let waits = above.is_some_and(|above| after(book, id).contains(&above));
        *above = Some(id);
        line(&Step { day: days(start, day), waits, ..step })
    });
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn after(book: &Book, id: Ref) -> Vec<Ref> {
    book.get(id).map(Record::waits_for).unwrap_or_default()
}

fn of_task(book: &Book, task: &Task) -> Step {
    let department = task.assignee.0.and_then(|c| book.contact(c)).and_then(|c| c.department.0);
    Step {
        title: task.title.clone(),
        who: department.map(|d| book.name(d)),
        hours: task.effort,
        priority: task.priority,
        ..Step::default()
    }
}

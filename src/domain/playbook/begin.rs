//! A project begins with the steps of a playbook.

use super::steps;
use crate::domain::Fault;
use crate::domain::derive::shifted;
use crate::domain::text::fold;
use crate::domain::{
    Book, Contact, ContactId, Department, IdGenerator, Kind, Link, Links, Milestone, MilestoneId, Moment,
    Project, Record, Task, TaskId, ValidationError,
};
use chrono::NaiveDate;

/// What a project begins with.
#[derive(Clone, Debug, Default)]
pub struct Begun {
    /// Milestones and tasks, in the order of the playbook; tasks have no numbers yet.
    pub records: Vec<Record>,
    /// Names behind `@` that nobody, or more than one, bears in this book: their tasks are with us.
    pub unknown: Vec<String>,
    /// Why there is nothing, when the steps cannot be read.
    pub error: Option<Fault>,
}

/// The milestones and tasks of a playbook for a project that starts on its day, or today. Nothing is promised by it: the
/// dates of milestones are expected ones, and are kept as the first plan.
///
/// # Errors
/// When the steps cannot be read.
pub fn begin(
    text: &str,
    project: &Project,
    id_generator: &mut IdGenerator,
    now: Moment,
    book: &Book,
) -> Result<Begun, ValidationError> {
    let start = project.start.unwrap_or(now.date());
    let mut out = Begun::default();
    // Tasks since the last milestone; the task and the milestone above.
    let mut waiting: Vec<usize> = vec![];
    let (mut task_above, mut milestone_above): (Option<TaskId>, Option<MilestoneId>) = (None, None);
    let (mut task_due, mut milestone_due): (Option<NaiveDate>, Option<NaiveDate>) = (None, None);
    for step in steps(text)? {
        let day = book.workdays().on_or_after(shifted(start, step.day));
        if step.milestone {
            let mut milestone = Milestone::new(id_generator.next(now), now);
            milestone.name = step.title;
            milestone.project = project.id.into();
            (milestone.expected, milestone.baseline) = (Some(day), Some(day));
            milestone.after = Links(milestone_above.filter(|_| step.waits).into_iter().collect());
            milestone.after_tasks = Links(toward(&mut out.records, &waiting, milestone.id));
            waiting.clear();
            (milestone_above, milestone_due) = (Some(milestone.id), Some(day));
            out.records.push(milestone.into());
            continue;
        }
        let mut task = Task::new(id_generator.next(now), now);
        task.title = step.title;
        task.project = project.id.into();
        task.due = Some(day);
        task.effort = step.hours;
        task.priority = step.priority;
        task.after = Links(task_above.filter(|_| step.waits).into_iter().collect());
        if let Some(name) = step.who {
            task.assignee = Link(who(book, &name));
            if task.assignee.0.is_none() && !out.unknown.contains(&name) {
                out.unknown.push(name);
            }
        }
        // Nobody is asked for it, and no days are counted, before what it comes after.
        let before = if step.waits { task_due } else { milestone_due };
        task.start = before.filter(|from| *from > start && *from <= day);
        (task_above, task_due) = (Some(task.id), Some(day));
        waiting.push(out.records.len());
        out.records.push(task.into());
    }
    Ok(out)
}

/// Ties tasks to the milestone they lead to.
fn toward(records: &mut [Record], tasks: &[usize], milestone: MilestoneId) -> Vec<TaskId> {
    let mut out = vec![];
    for at in tasks {
        if let Some(Record::Task(task)) = records.get_mut(*at) {
            task.milestone = milestone.into();
            out.push(task.id);
        }
    }
    out
}

/// The colleague of a name, or the lead of the department of that name; `None` when nobody or several fit.
fn who(book: &Book, name: &str) -> Option<ContactId> {
    let name = fold(name);
    let departments = book.all(Kind::Department).filter_map(Department::of);
    let departments = departments.map(|d| (fold(&d.name), d.lead.0));
    let colleagues = book.all(Kind::Contact).filter_map(Contact::of).filter(|c| c.is_colleague());
    let colleagues = colleagues.map(|c| (fold(&c.shown_name()), Some(c.id)));
    let all: Vec<(String, Option<ContactId>)> = departments.chain(colleagues).collect();
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut found = all.iter().filter(|(n, _)| fits(n));
        let first = found.next()?;
        found.next().is_none().then_some(first.1).flatten()
    };
    only(&|n| n == name).or_else(|| only(&|n| n.split_whitespace().any(|w| w.starts_with(&name))))
}

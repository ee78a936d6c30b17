//! Tasks: those that projects of a kind bring with them, and one's own.

use super::people::of_client;
use super::projects::{Course, shifted, table, teammate};
use super::table::{Row, rows};
use super::world::World;
use crate::domain::{
    Check, ContactId, Hand, Holder, Kind, Link, Links, Milestone, Nudge, Project, ProjectStatus, Record, Ref,
    Task, TaskId, TaskStatus,
};

/// Every task.
pub(super) fn all(world: &mut World) {
    let templates = rows(include_str!("data/tasks.txt"));
    for row in table() {
        let Some(project) = world.find(Kind::Project, row.cell("name")) else { continue };
        let fitting: Vec<&Row> = templates.iter().filter(|t| t.cell("kind") == row.cell("@kind")).collect();
        of_project(world, project, &Course::of(&row), &fitting);
    }
    own(world);
}

/// What an account manager does without a project.
fn own(world: &mut World) {
    let tasks =
        world.load(Kind::Task, include_str!("data/own_tasks.txt"), |w, row| w.moment(row.number("@made")));
    for (id, row) in tasks {
        let done = world.day(-row.number("@made") / 2);
        let Some(Record::Task(task)) = world.get_mut(id) else { continue };
        task.hands = vec![Hand { holder: Holder::Us, since: task.head.created, nudges: vec![] }];
        match task.status {
            TaskStatus::Done => task.done_on = task.due.map(|due| due.min(done)),
            TaskStatus::Waiting => {
                if let Some(client) = task.client.0 {
                    task.hands.push(Hand {
                        holder: Holder::Client(client),
                        since: task.head.created,
                        nudges: vec![],
                    });
                }
            }
            _ => {}
        }
    }
}

fn of_project(world: &mut World, id: Ref, course: &Course, templates: &[&Row]) {
    let Some(project) = world.get(id).and_then(Project::of).cloned() else { return };
    // What is long done is not looked at any more: a few of its tasks are enough.
    let percent = if project.status.is_open() { 68 } else { 40 };
    let mut before: Option<TaskId> = None;
    for template in templates {
        if !world.chance(percent) {
            continue;
        }
        let mut task = Task::new(world.id(project.head.created), project.head.created);
        task.project = Link(Some(project.id));
        template.cell("title").clone_into(&mut task.title);
        task.effort = Some(template.number("effort"));
        let share = template.number("share");
        task.milestone = milestone_after(world, &project, course, share);
        if world.chance(45) {
            task.after = Links(before.into_iter().collect());
        }
        let days = course.at(share) + course.slip.max(0) * share / 100;
        planned(world, &mut task, days, template);
        settle(world, &mut task, &project, days);
        checklist(&mut task, template.cell("checklist"));
        before = Some(task.id);
        world.add(task);
    }
}

/// The milestone a task works towards: the next one after its share of the way.
fn milestone_after(
    world: &World,
    project: &Project,
    course: &Course,
    share: i64,
) -> Link<crate::domain::MilestoneId> {
    let due = world.day(course.at(share));
    let of_project = world.all(Milestone::of).filter(|m| m.project.0 == Some(project.id));
    Link(of_project.filter(|m| m.promised.is_some_and(|d| d >= due)).min_by_key(|m| m.promised).map(|m| m.id))
}

fn planned(world: &mut World, task: &mut Task, days: i64, template: &Row) {
    let lead = 3 + task.effort.unwrap_or(0) / 5;
    task.due = Some(world.day(days));
    task.start = Some(world.day(days - lead).min(world.day(days)));
    task.priority =
        if world.chance(12) { crate::domain::Priority::High } else { crate::domain::Priority::Normal };
    task.hands = vec![Hand { holder: Holder::Us, since: task.head.created, nudges: vec![] }];
    let department = template.cell("department");
    if department.is_empty() {
        return;
    }
    let Some(department) = world.find(Kind::Department, department) else { return };
    let project = task.project.0.map(Ref::from);
    let people = super::people::of_department(world, department);
    let who = project.and_then(|p| teammate(world, p, department)).or_else(|| world.pick(&people));
    let Some(who) = who.map(|who| ContactId(who.id)) else { return };
    task.assignee = Link(Some(who));
    // What starts later was handed out ahead, a few days ago.
    let ahead = world.rng.i64(1..9);
    let handed = world.day(days - lead).min(world.day(-ahead));
    let since = world.at(handed, 9 * 60 + 40).max(task.head.created);
    task.hands.push(Hand { holder: Holder::Person(who), since, nudges: vec![] });
}

/// Where a task stands so many days before (or after) its due date.
fn settle(world: &mut World, task: &mut Task, project: &Project, days: i64) {
    let over = matches!(project.status, ProjectStatus::Done);
    if matches!(project.status, ProjectStatus::Cancelled | ProjectStatus::OnHold) {
        task.status = if days < -60 { TaskStatus::Done } else { TaskStatus::Dropped };
        if project.status == ProjectStatus::OnHold && days > -60 {
            task.status = TaskStatus::Waiting;
        }
    } else if over || (days < 0 && (days < -16 || world.chance(62))) {
        task.status = TaskStatus::Done;
    } else if days < 12 {
        task.status = match world.rng.u32(0..10) {
            0..4 => TaskStatus::Doing,
            4..6 => TaskStatus::Waiting,
            _ => TaskStatus::Open,
        };
    }
    match task.status {
        TaskStatus::Done => {
            let off = world.rng.i64(-3..=2);
            task.done_on = task.due.map(|due| shifted(due, off).min(world.day(-1)));
        }
        TaskStatus::Waiting => waits(world, task, project),
        _ => {}
    }
}

/// The ball lies with somebody at the client, and after a while they were reminded.
fn waits(world: &mut World, task: &mut Task, project: &Project) {
    let people = project.client.0.map(|c| of_client(world, c.into())).unwrap_or_default();
    let Some(who) = world.pick(&people) else { return };
    let days = world.rng.i64(2..15);
    let last = task.hands.last().map(|h| h.since);
    let since = world.moment(days).max(last.unwrap_or(task.head.created));
    let reminded = world.at(shifted(since.date(), 3), 10 * 60 + 15);
    let nudges = if days > 6 && reminded < world.now && reminded > since {
        vec![Nudge {
            at: reminded,
            words: format!("\"{}\" waits for your answer. Can we have it this week?", task.title),
        }]
    } else {
        vec![]
    };
    task.hands.push(Hand { holder: Holder::Person(ContactId(who.id)), since, nudges });
}

fn checklist(task: &mut Task, cell: &str) {
    let lines: Vec<&str> = cell.split(';').map(str::trim).filter(|l| !l.is_empty()).collect();
    let ticked = match task.status {
        TaskStatus::Done => lines.len(),
        TaskStatus::Doing | TaskStatus::Waiting => lines.len() / 2,
        _ => 0,
    };
    task.checklist = lines
        .iter()
        .enumerate()
        .map(|(i, text)| Check { done: i < ticked, text: (*text).to_owned() })
        .collect();
}

//! Projects with their milestones and their teams.

use super::people::{of_client, of_department};
use super::table::{Row, rows};
use super::world::{World, workday};
use crate::domain::{
    Contact, Kind, Link, Links, Member, Milestone, MilestoneId, Money, Part, Project, ProjectStatus, Record,
    Ref, StakeRole,
};
use chrono::{NaiveDate, TimeDelta};
use rust_decimal::Decimal;

/// Days a project is talked about before it starts.
const RUN_UP: i64 = 12;

/// From so many days of delay on, a project has a milestone that is due and not reached.
const AT_RISK: i64 = 5;

/// When a project runs, in days from today.
pub(super) struct Course {
    pub(super) start: i64,
    pub(super) length: i64,
    /// Days by which the end slips; below 0 when it comes early.
    pub(super) slip: i64,
}

impl Course {
    pub(super) fn of(row: &Row) -> Self {
        Self { start: row.number("@start"), length: row.number("@length"), slip: row.number("@slip") }
    }

    /// Days from today to a share of the way, 0 to 100.
    pub(super) fn at(&self, share: i64) -> i64 {
        self.start + self.length * share / 100
    }

    /// Days of delay at a share of the way: it builds up.
    fn delay(&self, share: i64) -> i64 {
        self.slip * share / 100
    }
}

/// The rows of the table of projects.
pub(super) fn table() -> Vec<Row<'static>> {
    rows(include_str!("data/projects.txt"))
}

/// Every project.
pub(super) fn all(world: &mut World) {
    let projects = world.load(Kind::Project, include_str!("data/projects.txt"), |w, row| {
        w.moment((RUN_UP - row.number("@start")).max(2))
    });
    for (id, row) in projects {
        let course = Course::of(&row);
        dates(world, id, &course);
        milestones(world, id, &course, &row);
        spent(world, id, &course);
        team(world, id, row.cell("@kind"));
    }
}

fn dates(world: &mut World, id: Ref, course: &Course) {
    let (start, promised) = (world.day(course.start), world.day(course.at(100)));
    let expected = world.day(course.at(100) + course.slip);
    let Some(Record::Project(project)) = world.get_mut(id) else { return };
    project.start = Some(start);
    project.promised = Some(promised);
    match project.status {
        ProjectStatus::Done => {
            project.done_on = Some(expected);
            project.expected = Some(expected);
        }
        ProjectStatus::Cancelled | ProjectStatus::OnHold => {}
        _ => project.expected = Some(expected),
    }
}

/// As many of the milestones of its kind as the table says, the first and the last among them.
fn milestones(world: &mut World, id: Ref, course: &Course, row: &Row) {
    let all: Vec<Row> = rows(include_str!("data/milestones.txt"))
        .into_iter()
        .filter(|m| m.cell("kind") == row.cell("@kind"))
        .collect();
    let steps = usize::try_from(row.number("@steps")).unwrap_or(3).clamp(2, all.len().max(2));
    let chosen = (0..steps).filter_map(|i| all.get(i * (all.len() - 1) / (steps - 1)));
    let Some(project) = world.get(id).and_then(Project::of).cloned() else { return };
    let mut before: Option<MilestoneId> = None;
    for row in chosen {
        let milestone = milestone(world, &project, course, row, before);
        before = Some(milestone.id);
        world.add(milestone);
    }
}

fn milestone(
    world: &mut World,
    project: &Project,
    course: &Course,
    row: &Row,
    before: Option<MilestoneId>,
) -> Milestone {
    let share = row.number("share");
    let days = course.at(share);
    let mut milestone = Milestone::new(world.id(project.head.created), project.head.created);
    row.cell("name").clone_into(&mut milestone.name);
    milestone.project = Link(Some(project.id));
    milestone.after = Links(before.into_iter().collect());
    let promised = world.day(days);
    milestone.promised = Some(promised);
    // Now and then the client agreed to another date than the one planned first.
    let moved = if share > 0 && world.chance(25) { world.rng.i64(4..10) } else { 0 };
    milestone.baseline = Some(world.day(days - moved));
    match reached(world, project, course, share) {
        Reached::On(date) => milestone.done_on = Some(date),
        Reached::Late => milestone.expected = Some(world.day(1 + course.slip / 3)),
        Reached::Ahead if course.slip > 0 && share > 0 => {
            milestone.expected = Some(world.day(days + course.delay(share)).max(promised));
        }
        Reached::Ahead => {}
    }
    milestone
}

enum Reached {
    On(NaiveDate),
    Late,
    Ahead,
}

fn reached(world: &mut World, project: &Project, course: &Course, share: i64) -> Reached {
    let days = course.at(share);
    let stopped = matches!(project.status, ProjectStatus::OnHold | ProjectStatus::Cancelled) && share > 30;
    let late = project.status == ProjectStatus::Active && course.slip >= AT_RISK && (-12..0).contains(&days);
    if days >= 0 || stopped {
        Reached::Ahead
    } else if late && share > 0 {
        Reached::Late
    } else {
        let off = if share == 0 { 0 } else { world.rng.i64(-2..=course.slip.clamp(0, 4)) };
        Reached::On(world.day((days + off).min(-1)))
    }
}

/// Hours and money spent follow how far it is, and run a little ahead where it slips.
fn spent(world: &mut World, id: Ref, course: &Course) {
    let percent = (-course.start * 100 / course.length.max(1)).clamp(0, 100);
    let percent = (percent + course.slip.clamp(0, 12) / 2 - world.rng.i64(0..6)).max(0);
    let Some(Record::Project(project)) = world.get_mut(id) else { return };
    if project.status == ProjectStatus::Planned {
        return;
    }
    project.effort_spent = project.effort_budget.map(|hours| hours * percent / 100);
    project.money_spent = project.money_budget.map(|budget| {
        let amount = budget.amount * Decimal::from(percent) / Decimal::ONE_HUNDRED;
        Money { amount: amount.round(), ..budget }
    });
}

/// Whom the work of a kind of project needs, by department; the first is responsible for the whole.
fn departments_of(kind: &str) -> &'static [&'static str] {
    match kind {
        "web" => &["Development", "Design", "Marketing", "Support"],
        "portal" => &["Development", "Design", "Legal", "Support"],
        "campaign" => &["Marketing", "Design", "Legal", "Production"],
        "print" => &["Design", "Production", "Legal", "Marketing", "Logistics"],
        "brand" => &["Design", "Legal", "Production"],
        "fair" => &["Production", "Design", "Logistics"],
        "event" => &["Production", "Design", "Marketing", "Logistics"],
        "photo" => &["Production", "Design", "Legal"],
        "systems" => &["Development", "Support", "Legal", "Finance"],
        _ => &["Production", "Design", "Marketing", "Legal"],
    }
}

fn team(world: &mut World, id: Ref, kind: &str) {
    let Some(project) = world.get(id).and_then(Project::of).cloned() else { return };
    for (nth, department) in departments_of(kind).iter().enumerate() {
        let people =
            world.find(Kind::Department, department).map(|d| of_department(world, d)).unwrap_or_default();
        let Some(who) = world.pick(&people) else { continue };
        let part = if nth == 0 { Part::Responsible } else { Part::Consulted };
        member(world, &project, who, part, &department.to_lowercase());
    }
    let client = project.client.0.map(Ref::from);
    let people = client.map(|c| of_client(world, c)).unwrap_or_default();
    let decides = |world: &World, who: &Ref| {
        world.get(*who).and_then(Contact::of).is_some_and(|c| c.roles.contains(&StakeRole::DecisionMaker))
    };
    if let Some(who) = people.iter().find(|who| decides(world, who)) {
        member(world, &project, *who, Part::Accountable, "approvals");
    }
    if let Some(who) = people.iter().rev().find(|who| !decides(world, who)) {
        member(world, &project, *who, Part::Informed, "");
    }
}

fn member(world: &mut World, project: &Project, who: Ref, part: Part, duty: &str) {
    let mut member = Member::new(world.id(project.head.created), project.head.created);
    member.project = Link(Some(project.id));
    member.contact = Link(Some(crate::domain::ContactId(who.id)));
    member.part = part;
    duty.clone_into(&mut member.duty);
    world.add(member);
}

/// The one of a department in the team of a project.
pub(super) fn teammate(world: &World, project: Ref, department: Ref) -> Option<Ref> {
    let of_project = world.all(Member::of).filter(|m| m.project.0.map(Ref::from) == Some(project));
    let mut people = of_project.filter_map(|m| m.contact.0).map(Ref::from);
    people.find(|who| {
        let contact = world.get(*who).and_then(Contact::of);
        contact.and_then(|c| c.department.0).map(Ref::from) == Some(department)
    })
}

/// A date moved by some days, on a working day.
pub(super) fn shifted(date: NaiveDate, days: i64) -> NaiveDate {
    workday(date.checked_add_signed(TimeDelta::days(days)).unwrap_or(date), days > 0)
}

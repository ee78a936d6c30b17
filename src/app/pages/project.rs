//! Where a project stands.

use crate::app::cells::{self, Beside, section};
use crate::app::ctx::Ctx;
use crate::app::custom;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive;
use crate::domain::derive::budget::{self, Budget, BudgetState};
use crate::domain::{Contact, DepartmentId, Kind, Member, Milestone, Project, Ref, Task, TaskStatus};
use crate::words;
use crate::words::{dates, order, work_pages as said};
use std::fmt::Display;

/// Dates promised and expected, milestones, what is open, how it goes.
pub fn overview(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let Some(project) = ctx.get(id).and_then(Project::of) else { return document };
    document.push(Line::Text(standing(ctx, project)));
    document.fact(
        said::client(),
        Cell::new(project.client.0.map(|c| ctx.name(c)).unwrap_or_default(), Tone::Accent),
    );
    document.fact(said::hours(), spent(budget::hours(project)));
    document.fact(said::budget(), spent(budget::money(project)));
    custom::facts(ctx, id, &mut document);
    let milestones = milestones_of(ctx, id).into_iter().map(|m| cells::milestone_row(ctx, m));
    section(
        &mut document,
        said::milestones(),
        milestones,
        usize::MAX,
        &cells::with_key(said::no_milestones, Kind::Milestone),
    );
    let open = derive::open_tasks(ctx.book, id);
    section(
        &mut document,
        words::pages::open_tasks(),
        open.into_iter().map(|t| cells::task_row(ctx, t, Beside::Assignee)),
        8,
        &cells::with_key(said::no_next_step, Kind::Task),
    );
    if !project.brief.is_empty() {
        document.heading(words::pages::brief());
        document.push(Line::Prose(project.brief.clone()));
    }
    cells::timeline(ctx, id, 5, &mut document);
    document
}

fn standing(ctx: Ctx<'_>, project: &Project) -> Vec<Cell> {
    let today = ctx.today();
    let (done, all) = derive::progress(ctx.book, project.id);
    let mut out = vec![cells::project_status(project.status)];
    if all > 0 {
        out.push(Cell::plain(cells::bar(done, all)));
    }
    let promised = ctx.get(project.id).map(|r| words::promises::promised(r, today)).unwrap_or_default();
    if !promised.is_empty() {
        out.push(Cell::plain(promised));
    }
    if let (Some(expected), true) = (project.expected, project.status.is_open()) {
        let late = project.promised.map_or(0, |p| (expected - p).num_days());
        let (rest, tone) =
            if late > 0 { (said::after_promise(late), Tone::Warning) } else { (String::new(), Tone::Plain) };
        let mark = if late > 0 { "! " } else { "" };
        out.push(Cell::new(
            format!("{mark}{}{rest}", words::lists::expected(&dates::plain(expected, today))),
            tone,
        ));
    }
    out
}

fn spent<T: Display>(budget: Option<Budget<T>>) -> Cell {
    let Some(budget) = budget else { return Cell::empty() };
    let words = words::budget::budget(&budget);
    match budget.state {
        BudgetState::Fine => Cell::plain(words),
        BudgetState::Near => Cell::new(format!("! {words}"), Tone::Warning),
        BudgetState::Over => Cell::new(format!("! {words}"), Tone::Alarm),
    }
}

fn milestones_of(ctx: Ctx<'_>, id: Ref) -> Vec<&Milestone> {
    let mut all: Vec<&Milestone> =
        ctx.book.backlinks(id, Kind::Milestone).filter_map(Milestone::of).collect();
    all.sort_by_key(|m| (m.date().is_none(), m.date(), m.id));
    all
}

/// The tasks of a project in the order of their status.
pub fn by_status(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let tasks = derive::tasks_of(ctx.book, id);
    for (title, status) in [
        (said::in_work(), TaskStatus::Doing),
        (said::waiting(), TaskStatus::Waiting),
        (said::open(), TaskStatus::Open),
        (said::done(), TaskStatus::Done),
        (said::dropped(), TaskStatus::Dropped),
    ] {
        let rows = tasks
            .iter()
            .filter(|t| t.status == status)
            .map(|t| cells::task_row(ctx, t, Beside::Assignee))
            .collect::<Vec<_>>();
        if !rows.is_empty() {
            section(&mut document, title, rows, usize::MAX, "");
        }
    }
    if tasks.is_empty() {
        document.remark(said::no_tasks());
    }
    document
}

/// The tasks of a project by the department that does them.
pub fn by_department(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let tasks = derive::tasks_of(ctx.book, id);
    let department = |t: &&Task| t.assignee.0.and_then(|c| ctx.book.contact(c)).and_then(|c| c.department.0);
    let mut groups: Vec<Option<DepartmentId>> = tasks.iter().map(department).collect();
    groups.sort_by_cached_key(|d| d.map(|d| order::name(&ctx.name(d))));
    groups.dedup();
    for group in groups {
        let title = group.map_or_else(|| said::us_and_client().to_owned(), |d| ctx.name(d));
        let theirs: Vec<&Task> = tasks.iter().copied().filter(|t| department(t) == group).collect();
        let rows = theirs.iter().map(|t| cells::task_row(ctx, t, Beside::Assignee));
        section(&mut document, &title, rows, usize::MAX, "");
    }
    if tasks.is_empty() {
        document.remark(said::no_tasks());
    }
    document
}

/// Who takes part, as what, and what each still has to do here.
pub fn team(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let mut team: Vec<&Member> = ctx.book.backlinks(id, Kind::Member).filter_map(Member::of).collect();
    team.sort_by_key(|m| (m.part, m.id));
    let tasks = derive::open_tasks(ctx.book, id);
    let row = |m: &&Member| {
        let person = m.contact.0.and_then(|c| ctx.book.contact(c));
        let home = person.and_then(Contact::home);
        let open = tasks.iter().filter(|t| t.assignee.0.is_some() && t.assignee.0 == m.contact.0).count();
        let cells = vec![
            Cell::new(ctx.name(m.id), Tone::Accent),
            Cell::plain(words::chosen(m.part)),
            Cell::plain(m.duty.clone()),
            Cell::muted(home.map(|h| ctx.name(h)).unwrap_or_default()),
            Cell::muted(if open == 0 { String::new() } else { words::pages::count_open(open) }),
        ];
        Line::Item { target: m.id.into(), cells, grow: 2 }
    };
    let rows = team.iter().map(row);
    section(&mut document, said::team(), rows, usize::MAX, &cells::with_key(said::no_team, Kind::Member));
    document
}

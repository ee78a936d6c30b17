//! Where we stand with a client.

use crate::app::parts::{self, section, section_of};
use crate::app::sheet::{Cell, Ctx, Line, Sheet, Tone};
use crate::domain::derive;
use crate::domain::{Agreement, AgreementStatus, Client, Kind, Milestone, Project, Record, Ref, when};

/// All that matters at a glance.
pub fn overview(ctx: Ctx<'_>, id: Ref) -> Sheet {
    let mut sheet = Sheet::default();
    let Some(client) = ctx.get(id).and_then(Client::of) else { return sheet };
    sheet.push(Line::Text(standing(ctx, client)));
    let next = derive::open_tasks(ctx.book, id);
    let rows = next.iter().take(5).map(|t| parts::task_row(ctx, t, false)).collect();
    section_of(
        &mut sheet,
        "Next",
        rows,
        next.len(),
        "Nothing is open. Write a task down, so that nothing is forgotten",
    );
    let requests =
        parts::open_requests(ctx, id).into_iter().map(|r| parts::request_row(ctx, r)).collect::<Vec<_>>();
    if !requests.is_empty() {
        section(&mut sheet, "Open requests", requests, 8, "");
    }
    let projects = projects_of(ctx, id).into_iter().filter(|p| p.status.is_open());
    let projects = projects.map(|p| parts::project_row(ctx, p)).collect();
    section(&mut sheet, "Projects", projects, 8, "No project is open");
    let people = derive::people_of(ctx.book, id).into_iter().map(|c| parts::person_row(ctx, c)).collect();
    section(&mut sheet, "People", people, 6, "Nobody yet");
    let agreements = agreements(ctx, id);
    if !agreements.is_empty() {
        section(&mut sheet, "Agreements", agreements, 4, "");
    }
    let happened = derive::timeline(ctx.book, id);
    let rows = happened.iter().take(5).map(|r| parts::happening_row(ctx, r)).collect();
    section_of(&mut sheet, "Timeline", rows, happened.len(), "Nothing was logged yet");
    sheet
}

/// One line: how long since the last touch, what is late.
fn standing<'a>(ctx: Ctx<'a>, client: &'a Client) -> Vec<Cell> {
    let id = Ref::from(client.id);
    let today = ctx.today();
    let mut out = vec![match derive::last_touch(ctx.book, id, ctx.now) {
        Some(m) => {
            let days = (today - m.date()).num_days();
            match days {
                0 => Cell::plain("In touch today"),
                1 => Cell::plain("In touch yesterday"),
                n => Cell::plain(format!("In touch {n} days ago")),
            }
        }
        None => Cell::new("Never been in touch", Tone::Warning),
    }];
    let late = derive::open_tasks(ctx.book, id).into_iter().filter(|t| derive::is_late(t, today)).count();
    if late > 0 {
        out.push(Cell::new(format!("! {}", Kind::Task.counted(late) + " late"), Tone::Alarm));
    }
    let broken = projects_of(ctx, id)
        .into_iter()
        .filter(|p| p.status.is_open())
        .flat_map(|p| ctx.book.pointing_at(p.id, Kind::Milestone))
        .filter_map(Milestone::of)
        .filter(|m| m.done_on.is_none() && m.promised.is_some_and(|p| p < today))
        .count();
    if broken > 0 {
        out.push(Cell::new(
            format!("! {broken} promised {} past", if broken == 1 { "date" } else { "dates" }),
            Tone::Alarm,
        ));
    }
    let place = [client.industry.as_str(), client.city.as_str()].into_iter().filter(|t| !t.is_empty());
    let place = place.collect::<Vec<_>>().join(", ");
    if !place.is_empty() {
        out.push(Cell::muted(place));
    }
    out
}

fn projects_of(ctx: Ctx<'_>, id: Ref) -> Vec<&Project> {
    let mut all: Vec<&Project> = ctx.book.pointing_at(id, Kind::Project).filter_map(Project::of).collect();
    all.sort_by_key(|p| (!p.status.is_open(), p.expected.or(p.promised), p.no));
    all
}

fn agreements(ctx: Ctx<'_>, id: Ref) -> Vec<Line> {
    let mut all: Vec<&Agreement> =
        ctx.book.pointing_at(id, Kind::Agreement).filter_map(Agreement::of).collect();
    all.retain(|a| !matches!(a.status, AgreementStatus::Ended | AgreementStatus::Renewed));
    all.sort_by_key(|a| a.notice_date());
    let row = |a: &&Agreement| {
        let notice =
            a.notice_date().map(|d| format!("notice by {}", when::show(d, ctx.today()))).unwrap_or_default();
        let near = a.notice_date().is_some_and(|d| (d - ctx.today()).num_days() <= 30);
        let cells = vec![
            Cell::plain(a.title.clone()),
            Cell::muted(a.status.label()),
            Cell::new(notice, if near { Tone::Warning } else { Tone::Plain }),
        ];
        Line::Item { target: a.id.into(), cells, grow: 0 }
    };
    all.iter().map(row).collect()
}

/// The people of a client, those who report to somebody under them.
pub fn people(ctx: Ctx<'_>, id: Ref) -> Sheet {
    let mut sheet = Sheet::default();
    let rows = derive::people_of(ctx.book, id).into_iter().map(|c| parts::person_row(ctx, c)).collect();
    section(&mut sheet, "People", rows, usize::MAX, "Nobody yet");
    sheet
}

/// Every project of a client, open ones first.
pub fn projects(ctx: Ctx<'_>, id: Ref) -> Sheet {
    let mut sheet = Sheet::default();
    let (open, closed): (Vec<&Project>, Vec<&Project>) =
        projects_of(ctx, id).into_iter().partition(|p| p.status.is_open());
    let rows = |all: Vec<&Project>| all.into_iter().map(|p| parts::project_row(ctx, p)).collect::<Vec<_>>();
    section(&mut sheet, "Open", rows(open), usize::MAX, "No project is open");
    let closed = rows(closed);
    if !closed.is_empty() {
        section(&mut sheet, "Closed", closed, usize::MAX, "");
    }
    let wishes: Vec<Line> = ctx
        .book
        .pointing_at(id, Kind::Request)
        .filter_map(|r| if let Record::Request(r) = r { Some(parts::request_row(ctx, r)) } else { None })
        .collect();
    if !wishes.is_empty() {
        section(&mut sheet, "Requests", wishes, usize::MAX, "");
    }
    sheet
}

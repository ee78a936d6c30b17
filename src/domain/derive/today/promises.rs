//! Promises overdue and at risk, what is done but not told, projects without a next step.

use super::rank::{About, Desk, Tone};
use super::reason::Reason;
use super::why::{Promised, Why};
use crate::domain::derive::index::Map;
use crate::domain::derive::promise::moved_untold;
use crate::domain::derive::{days, hands};
use crate::domain::{
    Holder, Kind, Milestone, Project, ProjectId, ProjectStatus, PromisedDay, Request, RequestStatus,
    first_promised,
};
use chrono::NaiveDate;
use std::collections::HashSet;

/// Days ahead within which a promise that will be broken is an alarm; before that there is time to mend it.
const ALARM_DAYS: i64 = 14;

/// Something a client was promised and that is not done.
struct Open<'a> {
    about: About,
    /// The day from which there was time for it.
    from: NaiveDate,
    /// The promised day; `None` when there is none, or none any more.
    promised: Option<NaiveDate>,
    expected: Option<NaiveDate>,
    /// Every day that was promised.
    days: &'a [PromisedDay],
}

impl Open<'_> {
    /// A quarter or less of the time from start to promise is left.
    fn is_short(&self, promised: NaiveDate, today: NaiveDate) -> bool {
        let (all, left) = (days(self.from, promised), days(today, promised));
        all > 0 && left * 4 <= all
    }

    /// Why it stands in the list, and how loud.
    fn reading(&self, promised: NaiveDate, today: NaiveDate) -> Option<(Reason, Tone, Why)> {
        let late = days(promised, today);
        let expected = self.expected.filter(|d| *d > promised);
        let first = first_promised(self.days, promised);
        let promise = Promised { day: promised, first, moved: self.days.len() > 1 };
        if late > 0 {
            let why = Why::PromiseOverdue { promised: promise, expected };
            return Some((Reason::PromiseOverdue, Tone::Alarm, why));
        }
        if let Some(expected) = expected {
            let tone = if late >= -ALARM_DAYS { Tone::Alarm } else { Tone::Warning };
            return Some((Reason::PromiseAtRisk, tone, Why::ExpectedLater { promised: promise, expected }));
        }
        let near = (Reason::PromiseAtRisk, Tone::Warning, Why::PromiseNear(promise));
        self.is_short(promised, today).then_some(near)
    }

    /// A row for the promise, and one for a move of it that the client does not know of.
    fn tell(&self, desk: &mut Desk) {
        let told = self.promised.and_then(|day| Some((day, self.reading(day, desk.today)?)));
        let named = told.as_ref().map(|(day, _)| *day);
        if let Some((promised, (reason, tone, why))) = told {
            desk.add(self.about.found(reason, Some(promised), tone, why));
        }
        if let Some(moved) = moved_untold(self.days) {
            let on = moved.since.date();
            // The promise stands in the same row.
            let why =
                Why::PromiseMoved { on, to: moved.day, is_named: named.is_some() && named == moved.day };
            desk.add(self.about.found(Reason::MoveNotTold, Some(on), Tone::Warning, why));
        }
    }
}

/// Requests: their promises, and what the client was not told.
pub(super) fn requests(desk: &mut Desk) {
    let open = desk.open;
    for request in &open.requests {
        if request.status == RequestStatus::Done {
            not_told(desk, request);
            continue;
        }
        Open {
            about: About::request(desk.book, request),
            from: request.received.unwrap_or(request.head.created.date()),
            promised: request.promised,
            expected: request.expected,
            days: &request.promises,
        }
        .tell(desk);
        match (request.promised, request.wanted_by) {
            (Some(_), _) => {}
            (None, Some(wanted)) => wanted_by(desk, request, wanted),
            (None, None) => with_us(desk, request),
        }
    }
    for request in &open.declined {
        declined(desk, request);
    }
}

/// Days before the day something is wanted by, from which on it is told.
const WANTED_DAYS: i64 = 14;
/// Days a request may lie with us without a promise before it is told.
const WITH_US_DAYS: i64 = 5;
/// Days for which a wish that was declined waits for the client to be told.
const DECLINED_DAYS: i64 = 60;
/// Days after which that is an alarm.
const WITH_US_LONG: i64 = 14;

fn wanted_by(desk: &mut Desk, request: &Request, wanted: NaiveDate) {
    let late = desk.since(wanted);
    if late < -WANTED_DAYS {
        return;
    }
    let tone = if late > 0 { Tone::Alarm } else { Tone::Warning };
    let why = Why::WantedBy(wanted);
    desk.add(About::request(desk.book, request).found(Reason::WantedBy, Some(wanted), tone, why));
}

fn with_us(desk: &mut Desk, request: &Request) {
    let ahead = request.expected.is_some_and(|day| day >= desk.today);
    let record = desk.book.get(request.id);
    let Some(hand) = record.and_then(hands::holder_now).filter(|h| h.holder == Holder::Us && !ahead) else {
        return;
    };
    let days = desk.since(hand.since.date());
    if days < WITH_US_DAYS {
        return;
    }
    let tone = if days > WITH_US_LONG { Tone::Alarm } else { Tone::Warning };
    let why = Why::WithUs(days);
    desk.add_late(
        About::request(desk.book, request).found(Reason::WithUs, None, tone, why),
        days - WITH_US_DAYS,
    );
}

fn declined(desk: &mut Desk, request: &Request) {
    let Some(on) = request.done_on.filter(|on| (0..=DECLINED_DAYS).contains(&desk.since(*on))) else {
        return;
    };
    let why = Why::DeclinedNotTold(on);
    desk.add(About::request(desk.book, request).found(Reason::DeclinedNotTold, Some(on), Tone::Warning, why));
}

fn not_told(desk: &mut Desk, request: &Request) {
    let late = request.promised.is_some_and(|p| p < desk.today);
    let tone = if late { Tone::Alarm } else { Tone::Warning };
    desk.add(About::request(desk.book, request).found(
        Reason::NotTold,
        request.done_on,
        tone,
        Why::NotTold(request.done_on),
    ));
}

/// Projects and milestones: their promises, and projects in which nothing comes next.
pub(super) fn projects(desk: &mut Desk) {
    let (book, undone, today) = (desk.book, desk.open, desk.today);
    let mut open: Map<ProjectId, (&Project, bool)> = Map::default();
    let mut told: HashSet<ProjectId> = HashSet::new();
    for project in book.all(Kind::Project).filter_map(Project::of) {
        if matches!(project.status, ProjectStatus::Active | ProjectStatus::Planned) {
            open.insert(project.id, (project, false));
        }
    }
    for milestone in book.all(Kind::Milestone).filter_map(Milestone::of).filter(|m| m.done_on.is_none()) {
        let Some((project, has_next)) = milestone.project.0.and_then(|p| open.get_mut(&p)) else { continue };
        *has_next |= milestone.date().is_some_and(|d| d >= today);
        if milestone.promised.is_some() && project.promised == milestone.promised {
            told.insert(project.id);
        }
        let about = About { priority: project.priority, ..About::of(milestone.id, project.client.0) };
        of_project(project, about, milestone.promised, milestone.expected, &milestone.promises).tell(desk);
    }
    for task in &undone.tasks {
        if let Some((_, has_next)) = task.project.0.and_then(|p| open.get_mut(&p)) {
            *has_next = true;
        }
    }
    for (project, has_next) in open.into_values() {
        // A milestone promised for the last day says the same already.
        if !told.contains(&project.id) {
            let about = About::project(project);
            of_project(project, about, project.promised, project.expected, &project.promises).tell(desk);
        }
        if project.status == ProjectStatus::Active && !has_next {
            let about = About::project(project);
            desk.add(about.found(Reason::NoNextStep, None, Tone::Warning, Why::NoNextStep));
        }
    }
}

/// Something promised in a project, or its end.
fn of_project<'a>(
    project: &Project,
    about: About,
    promised: Option<NaiveDate>,
    expected: Option<NaiveDate>,
    days: &'a [PromisedDay],
) -> Open<'a> {
    let from = project.start.unwrap_or(project.head.created.date());
    Open { about, from, promised, expected, days }
}

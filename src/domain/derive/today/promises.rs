//! Promises overdue and at risk, what is done but not told, projects without a next step.

use super::rank::{Desk, Found, Tone, how_late};
use super::reason::Reason;
use crate::domain::derive::index::Map;
use crate::domain::derive::{days, hands};
use crate::domain::{
    ClientId, Holder, Kind, Milestone, Priority, Project, ProjectId, ProjectStatus, Ref, Request,
    RequestStatus, when,
};
use chrono::NaiveDate;
use std::collections::HashSet;

/// Days ahead within which a promise that will be broken is an alarm; before that there is time to mend it.
const ALARM_DAYS: i64 = 14;

/// A promise that is not kept yet.
struct Promise {
    target: Ref,
    number: u32,
    client: Option<ClientId>,
    priority: Priority,
    /// The day from which there was time for it.
    from: NaiveDate,
    promised: NaiveDate,
    expected: Option<NaiveDate>,
}

impl Promise {
    /// A quarter or less of the time from start to promise is left.
    fn is_short(&self, today: NaiveDate) -> bool {
        let (all, left) = (days(self.from, self.promised), days(today, self.promised));
        all > 0 && left * 4 <= all
    }

    /// Why it stands in the list, how loud, and in which words.
    fn reading(&self, today: NaiveDate) -> Option<(Reason, Tone, String)> {
        let late = days(self.promised, today);
        let promised = when::plain(self.promised, today);
        let expected = self.expected.filter(|d| *d > self.promised);
        if late > 0 {
            let mut words = format!("{}, promised {promised}", how_late(late));
            if let Some(expected) = expected.filter(|d| *d >= today) {
                words = format!("{words}, expected {}", when::plain(expected, today));
            }
            return Some((Reason::PromiseOverdue, Tone::Alarm, words));
        }
        if let Some(expected) = expected {
            let (by, expected) = (days(self.promised, expected), when::plain(expected, today));
            let words = format!("{by} d too late: expected {expected}, promised {promised}");
            let tone = if late >= -ALARM_DAYS { Tone::Alarm } else { Tone::Warning };
            return Some((Reason::PromiseAtRisk, tone, words));
        }
        let words = if late == 0 {
            "promised for today".into()
        } else {
            format!("{}, promised {promised}", how_late(late))
        };
        self.is_short(today).then_some((Reason::PromiseAtRisk, Tone::Warning, words))
    }

    fn tell(self, desk: &mut Desk) {
        let Some((reason, tone, words)) = self.reading(desk.today) else { return };
        let Self { target, number, client, priority, promised, .. } = self;
        desk.add(Found { target, number, client, priority, reason, date: Some(promised), tone, words });
    }
}

/// Requests: their promises, and what the client was not told.
pub(super) fn requests(desk: &mut Desk) {
    let open = desk.open;
    for request in &open.requests {
        if request.status == RequestStatus::Done {
            not_told(desk, request);
        } else if let Some(promised) = request.promised {
            let promise = Promise {
                target: request.id.into(),
                number: request.no,
                client: request.client.0,
                priority: request.priority,
                from: request.received.unwrap_or(request.head.created.date()),
                promised,
                expected: request.expected,
            };
            promise.tell(desk);
        } else if let Some(wanted) = request.wanted_by {
            wanted_by(desk, request, wanted);
        } else {
            with_us(desk, request);
        }
    }
}

/// Days before the day something is wanted by, from which on it is told.
const WANTED_DAYS: i64 = 14;
/// Days a request may lie with us without a promise before it is told.
const WITH_US_DAYS: i64 = 5;
/// Days after which that is an alarm.
const WITH_US_LONG: i64 = 14;

fn wanted_by(desk: &mut Desk, request: &Request, wanted: NaiveDate) {
    let late = desk.since(wanted);
    if late < -WANTED_DAYS {
        return;
    }
    let words =
        format!("{}, wanted by {}, nothing promised", how_late(late), when::plain(wanted, desk.today));
    let tone = if late > 0 { Tone::Alarm } else { Tone::Warning };
    desk.add(of_request(request, Reason::WantedBy, Some(wanted), tone, words));
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
    let words = format!("{days} d with us, nothing promised");
    desk.add_late(of_request(request, Reason::WithUs, None, tone, words), days - WITH_US_DAYS);
}

fn of_request(
    request: &Request,
    reason: Reason,
    date: Option<NaiveDate>,
    tone: Tone,
    words: String,
) -> Found {
    Found {
        target: request.id.into(),
        number: request.no,
        client: request.client.0,
        priority: request.priority,
        reason,
        date,
        tone,
        words,
    }
}

fn not_told(desk: &mut Desk, request: &Request) {
    let words = match request.done_on.map(|d| (d, desk.since(d))) {
        Some((_, ..=0)) => "done today, the client does not know".into(),
        Some((done, since)) => {
            format!("done {}, not told for {since} d", when::plain(done, desk.today))
        }
        None => "done, the client does not know".into(),
    };
    let late = request.promised.is_some_and(|p| p < desk.today);
    let tone = if late { Tone::Alarm } else { Tone::Warning };
    desk.add(of_request(request, Reason::NotTold, request.done_on, tone, words));
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
        if let Some(promised) = milestone.promised {
            if project.promised == Some(promised) {
                told.insert(project.id);
            }
            let mut promise = of_project(project, milestone.id.into(), promised, milestone.expected);
            promise.number = 0;
            promise.tell(desk);
        }
    }
    for task in &undone.tasks {
        if let Some((_, has_next)) = task.project.0.and_then(|p| open.get_mut(&p)) {
            *has_next = true;
        }
    }
    for (project, has_next) in open.into_values() {
        // A milestone promised for the last day says the same already.
        if let Some(promised) = project.promised.filter(|_| !told.contains(&project.id)) {
            of_project(project, project.id.into(), promised, project.expected).tell(desk);
        }
        if project.status == ProjectStatus::Active && !has_next {
            let words = "no open task, no milestone ahead".to_owned();
            let found = Found { words, ..next_step(project) };
            desk.add(found);
        }
    }
}

fn of_project(project: &Project, target: Ref, promised: NaiveDate, expected: Option<NaiveDate>) -> Promise {
    Promise {
        target,
        number: project.no,
        client: project.client.0,
        priority: project.priority,
        from: project.start.unwrap_or(project.head.created.date()),
        promised,
        expected,
    }
}

fn next_step(project: &Project) -> Found {
    Found {
        target: project.id.into(),
        number: project.no,
        client: project.client.0,
        priority: project.priority,
        reason: Reason::NoNextStep,
        date: None,
        tone: Tone::Warning,
        words: String::new(),
    }
}

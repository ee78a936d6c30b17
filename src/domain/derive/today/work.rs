//! Tasks due, waits that are too long, absences that hit a date.

use super::rank::{Desk, Found, Tone, how_late};
use super::reason::Reason;
use crate::domain::derive;
use crate::domain::derive::hands::short_name;
use crate::domain::derive::load::{Away, stands_in, who_instead};
use crate::domain::derive::waiting::{is_under_way, waiting};
use crate::domain::{
    Absence, ClientId, ContactId, Holder, Priority, Ref, Request, RequestStatus, Task, when,
};
use chrono::NaiveDate;

/// Tasks that are due today or late. A task that may not start yet is not asked for.
pub(super) fn tasks(desk: &mut Desk) {
    let (book, open, today) = (desk.book, desk.open, desk.today);
    for task in &open.tasks {
        let Some(date) = task.due.filter(|d| *d <= today) else { continue };
        if !is_under_way(book, task.project.0) {
            continue;
        }
        let late = desk.since(date);
        let when = if late == 0 {
            "due today".into()
        } else {
            format!("{}, due {}", how_late(late), when::plain(date, today))
        };
        let (reason, words) = match task.assignee.0 {
            None => (Reason::FollowUpDue, when),
            Some(who) => (Reason::TaskDue, format!("{when}: {}", short_name(book, &Holder::Person(who)))),
        };
        desk.add(Found {
            target: task.id.into(),
            number: task.no,
            client: client_of(desk, task),
            priority: task.priority,
            reason,
            date: Some(date),
            tone: if late > 0 { Tone::Alarm } else { Tone::Warning },
            words,
        });
    }
}

/// What others hold longer than they usually do; an alarm from twice their time on.
pub(super) fn waits(desk: &mut Desk) {
    let (book, today) = (desk.book, desk.today);
    for wait in waiting(book, today).into_iter().filter(|w| w.is_too_long(today)) {
        let usual = wait.usual.map_or_else(|| ", no word yet".to_owned(), |days| format!(", usually {days}"));
        let nudged = match wait.nudges {
            0 => String::new(),
            1 => ", nudged once".into(),
            more => format!(", nudged {more} times"),
        };
        let words = format!("{} d with {}{usual}{nudged}", wait.days, short_name(book, &wait.holder));
        let found = Found {
            target: wait.target,
            number: wait.number,
            client: wait.client,
            priority: priority_of(desk, wait.target),
            reason: Reason::WaitTooLong,
            date: Some(wait.from),
            tone: if wait.over > wait.days / 2 { Tone::Alarm } else { Tone::Warning },
            words,
        };
        desk.add_late(found, wait.over);
    }
}

fn client_of(desk: &Desk, task: &Task) -> Option<ClientId> {
    desk.book.get(task.id).and_then(|record| derive::client_of(desk.book, record))
}

fn priority_of(desk: &Desk, id: Ref) -> Priority {
    let record = desk.book.get(id);
    let request = record.and_then(Request::of).map(|r| r.priority);
    request.or(record.and_then(Task::of).map(|t| t.priority)).unwrap_or_default()
}

/// One thing that somebody is to have done by a day.
struct Work {
    target: Ref,
    number: u32,
    client: Option<ClientId>,
    priority: Priority,
    who: ContactId,
    due: NaiveDate,
}

/// Tasks and requests whose person is away on the day they are due, or away now until after it.
pub(super) fn absences(desk: &mut Desk) {
    let (book, open, today) = (desk.book, desk.open, desk.today);
    let away = Away::from(book, today);
    if away.is_empty() {
        return;
    }
    for task in &open.tasks {
        let Some((who, due)) = task.assignee.0.zip(task.due) else { continue };
        let Some(absence) = away.hits(who, due, today).filter(|_| is_under_way(book, task.project.0)) else {
            continue;
        };
        let client = client_of(desk, task);
        let (target, number, priority) = (task.id.into(), task.no, task.priority);
        hit(desk, &Work { target, number, client, priority, who, due }, absence);
    }
    for request in open.requests.iter().filter(|r| r.status != RequestStatus::Done) {
        let due = request.expected.or(request.promised);
        let Some((who, due)) = request.contact.0.zip(due) else { continue };
        let Some(absence) = away.hits(who, due, today) else { continue };
        let (target, number, priority) = (request.id.into(), request.no, request.priority);
        hit(desk, &Work { target, number, client: request.client.0, priority, who, due }, absence);
    }
}

fn hit(desk: &mut Desk, work: &Work, absence: &Absence) {
    let (book, today) = (desk.book, desk.today);
    // Who does the work then; what is late is asked for today.
    let stand_in = who_instead(book, work.who, work.due.max(today));
    let back = absence.last.map(|d| when::plain(d, today)).unwrap_or_default();
    let first = absence.first.filter(|d| *d > today).map(|d| format!("from {} ", when::plain(d, today)));
    let who = short_name(book, &Holder::Person(work.who));
    let instead = stands_in(stand_in.map(|id| short_name(book, &Holder::Person(id))));
    let words = format!(
        "due {}, {who} away {}until {back}: {instead}",
        when::plain(work.due, today),
        first.unwrap_or_default()
    );
    let row = desk.add(Found {
        target: work.target,
        number: work.number,
        client: work.client,
        priority: work.priority,
        reason: Reason::AbsenceHits,
        date: Some(work.due),
        tone: if stand_in.is_none() { Tone::Alarm } else { Tone::Warning },
        words,
    });
    row.stand_in = stand_in;
}

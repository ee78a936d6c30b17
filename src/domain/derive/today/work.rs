//! Tasks due, waits that are too long, absences that hit a date.

use super::rank::{About, Desk, Tone};
use super::reason::Reason;
use super::why::{Away as Hit, Why};
use crate::domain::derive;
use crate::domain::derive::hands::holder_now;
use crate::domain::derive::load::{self, Away, StandIn, who_instead};
use crate::domain::derive::waiting::{Wait, is_under_way, waiting};
use crate::domain::{Contact, ContactId, Holder, Kind, Ref, Request, RequestStatus, Task};
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
        let holder = holder_of(desk, task.id).filter(|holder| *holder != Holder::Us);
        let reason = if holder.is_some() { Reason::TaskDue } else { Reason::FollowUpDue };
        let tone = if late > 0 { Tone::Alarm } else { Tone::Warning };
        desk.add(of_task(desk, task).found(reason, Some(date), tone, Why::Due { due: date, holder }));
    }
}

/// Who has the ball of a record now.
fn holder_of(desk: &Desk, id: impl Into<Ref>) -> Option<Holder> {
    desk.book.get(id.into()).and_then(holder_now).map(|hand| hand.holder)
}

/// Whether the row of a promise names the agreed day as well, since that lies after it: in one row it is said once.
fn is_told_by_promise(desk: &Desk, wait: &Wait, day: NaiveDate) -> bool {
    let request = desk.book.get(wait.target).and_then(Request::of);
    request.and_then(|r| r.promised).is_some_and(|promised| promised < day)
}

/// What others hold: longer than they usually do, past the day that was agreed, and every decision that is not taken yet.
pub(super) fn waits(desk: &mut Desk) {
    for wait in waiting(desk.book, desk.today) {
        if wait.over > 0 {
            too_long(desk, &wait);
        }
        // A task past its day is told by that day already.
        if let Some(day) = wait.agreed.filter(|d| *d < desk.today && wait.target.kind != Kind::Task) {
            let day_untold = (!is_told_by_promise(desk, &wait, day)).then_some(day);
            let why = Why::DayMissed { holder: wait.holder.clone(), day: day_untold };
            desk.add(of_wait(desk, &wait).found(Reason::DayMissed, Some(day), Tone::Warning, why));
        }
        if wait.over == 0 && wait.target.kind == Kind::Decision {
            let why = Why::NotDecided { holder: wait.holder.clone(), days: wait.days };
            desk.add(of_wait(desk, &wait).found(Reason::NotDecided, Some(wait.from), Tone::Plain, why));
        }
    }
}

/// An alarm from twice the usual time on. Where an agreed day lies ahead it is a plain row, as far off as that day.
fn too_long(desk: &mut Desk, wait: &Wait) {
    let today = desk.today;
    let ahead = wait.agreed.filter(|d| *d >= today);
    let agreed = ahead.filter(|day| !is_told_by_promise(desk, wait, *day));
    let (holder, days) = (wait.holder.clone(), wait.days);
    let why = Why::WaitTooLong { holder, days, usual: wait.usual, agreed, nudges: wait.nudges };
    let (tone, late) = match ahead {
        Some(day) => (Tone::Plain, desk.since(day)),
        None if wait.over > wait.days / 2 => (Tone::Alarm, wait.over),
        None => (Tone::Warning, wait.over),
    };
    desk.add_late(of_wait(desk, wait).found(Reason::WaitTooLong, Some(wait.from), tone, why), late);
}

fn of_wait(desk: &Desk, wait: &Wait) -> About {
    let record = desk.book.get(wait.target);
    let request = record.and_then(Request::of).map(|r| r.priority);
    let priority = request.or(record.and_then(Task::of).map(|t| t.priority)).unwrap_or_default();
    About { target: wait.target, number: wait.number, client: wait.client, priority }
}

fn of_task(desk: &Desk, task: &Task) -> About {
    let client = desk.book.get(task.id).and_then(|record| derive::client_of(desk.book, record));
    About { target: task.id.into(), number: task.no, client, priority: task.priority }
}

/// Tasks and requests whose holder is away on the day they are due, or away now until after it.
pub(super) fn absences(desk: &mut Desk) {
    let (book, open, today) = (desk.book, desk.open, desk.today);
    let away = Away::from(book, today);
    if away.is_empty() {
        return;
    }
    for task in &open.tasks {
        if let Some(due) = task.due.filter(|_| is_under_way(book, task.project.0)) {
            hit(desk, &away, of_task(desk, task), due);
        }
    }
    for request in open.requests.iter().filter(|r| r.status != RequestStatus::Done) {
        if let Some(due) = request.expected.or(request.promised) {
            hit(desk, &away, About::request(desk.book, request), due);
        }
    }
}

/// The people who have the ball: one, or all of a department or client when it is with nobody there in particular.
fn hands_on(desk: &Desk, holder: &Holder) -> Vec<ContactId> {
    let those = |id: Ref, is: &dyn Fn(&Contact) -> bool| {
        let people = desk.book.backlinks(id, Kind::Contact).filter_map(Contact::of);
        people.filter(|c| is(c)).map(|c| c.id).collect()
    };
    match holder {
        Holder::Us | Holder::Other(_) => vec![],
        Holder::Person(id) => vec![*id],
        Holder::Department(id) => those((*id).into(), &|c| c.department.0 == Some(*id)),
        Holder::Client(id) => those((*id).into(), &|c| c.client.0 == Some(*id)),
    }
}

/// A row when all who have the ball are away; of several, the one who is back first is told of.
fn hit(desk: &mut Desk, away: &Away, about: About, due: NaiveDate) {
    let (book, today) = (desk.book, desk.today);
    let Some(holder) = holder_of(desk, about.target) else { return };
    let people = hands_on(desk, &holder);
    let gone = people.iter().map(|who| away.hits(*who, due, today).map(|a| (*who, a)));
    let Some((who, absence)) =
        gone.collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().min_by_key(|(_, a)| (a.last, a.id)))
    else {
        return;
    };
    // Who does the work then; what is late is asked for today.
    let on = due.max(today);
    let stand_in = people.iter().find_map(|who| who_instead(book, *who, on));
    let why = Why::Away(Hit {
        due,
        is_all: people.len() > 1,
        holder,
        from: absence.first.filter(|d| *d > today),
        until: absence.last,
        instead: stand_in.map_or_else(|| load::stand_in(book, who, on), StandIn::There),
    });
    let tone = if stand_in.is_none() { Tone::Alarm } else { Tone::Warning };
    let row = desk.add(about.found(Reason::AbsenceHits, Some(due), tone, why));
    row.stand_in = stand_in;
}

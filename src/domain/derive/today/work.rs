//! Tasks due, waits that are too long, absences that hit a date.

use super::rank::{About, Desk, Tone, how_late};
use super::reason::Reason;
use crate::domain::derive;
use crate::domain::derive::hands::{holder_now, short_name};
use crate::domain::derive::load::{Away, stands_in, who_instead};
use crate::domain::derive::waiting::{Usual, Wait, is_under_way, waiting};
use crate::domain::{Contact, ContactId, Holder, Kind, Ref, Request, RequestStatus, Task, when};
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
        let (reason, words) = match holder_of(desk, task.id) {
            Some(Holder::Us) | None => (Reason::FollowUpDue, when),
            Some(who) => (Reason::TaskDue, format!("{when}: {}", short_name(book, &who))),
        };
        let tone = if late > 0 { Tone::Alarm } else { Tone::Warning };
        desk.add(of_task(desk, task).found(reason, Some(date), tone, words));
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
            let who = short_name(desk.book, &wait.holder);
            let words = if is_told_by_promise(desk, &wait, day) {
                format!("agreed with {who}")
            } else {
                format!("{} d past {}, agreed with {who}", desk.since(day), when::plain(day, desk.today))
            };
            desk.add(of_wait(desk, &wait).found(Reason::DayMissed, Some(day), Tone::Warning, words));
        }
        if wait.over == 0 && wait.target.kind == Kind::Decision {
            let words =
                format!("not yet decided, {} d with {}", wait.days, short_name(desk.book, &wait.holder));
            desk.add(of_wait(desk, &wait).found(Reason::NotDecided, Some(wait.from), Tone::Plain, words));
        }
    }
}

/// An alarm from twice the usual time on. Where an agreed day lies ahead it is a plain row, as far off as that day.
fn too_long(desk: &mut Desk, wait: &Wait) {
    let today = desk.today;
    let usual = wait.usual.map_or_else(|| "no word yet".to_owned(), Usual::words);
    let ahead = wait.agreed.filter(|d| *d >= today);
    let untold = ahead.filter(|day| !is_told_by_promise(desk, wait, *day));
    let agreed = untold.and_then(|_| wait.agreed_words(today)).map(|w| format!(", {w}")).unwrap_or_default();
    let nudged = match wait.nudges {
        0 => String::new(),
        1 => ", nudged once".into(),
        more => format!(", nudged {more} times"),
    };
    let who = short_name(desk.book, &wait.holder);
    let words = format!("{} d with {who}, {usual}{agreed}{nudged}", wait.days);
    let (tone, late) = match ahead {
        Some(day) => (Tone::Plain, desk.since(day)),
        None if wait.over > wait.days / 2 => (Tone::Alarm, wait.over),
        None => (Tone::Warning, wait.over),
    };
    desk.add_late(of_wait(desk, wait).found(Reason::WaitTooLong, Some(wait.from), tone, words), late);
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
    let back = absence.last.map(|d| when::plain(d, today)).unwrap_or_default();
    let first = absence.first.filter(|d| *d > today).map(|d| format!("from {} ", when::plain(d, today)));
    let all = if people.len() > 1 { "all of " } else { "" };
    let name = |id: ContactId| short_name(book, &Holder::Person(id));
    let instead = match stand_in {
        Some(there) => format!("{} stands in", name(there)),
        None => stands_in(book, who, on, today, name),
    };
    let words = format!(
        "due {}, {all}{} away {}until {back}: {instead}",
        when::plain(due, today),
        short_name(book, &holder),
        first.unwrap_or_default()
    );
    let tone = if stand_in.is_none() { Tone::Alarm } else { Tone::Warning };
    let row = desk.add(about.found(Reason::AbsenceHits, Some(due), tone, words));
    row.stand_in = stand_in;
}

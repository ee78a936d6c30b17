//! What a department is to do, client by client; or the one wish that is handed to it.

use super::items::Away;
use super::pages::{Order, OrderOf};
use super::shape::Day;
use super::teller::Teller;
use crate::domain::derive::{self, load, shifted};
use crate::domain::{
    Absence, Contact, ContactId, Department, Kind, Record, Ref, Request, RequestStatus, Task,
};

/// Days ahead in which absences are told.
const AHEAD: i64 = 30;

/// The work of a department, or of the one that a wish was routed to.
pub(super) fn order(teller: &Teller<'_>, record: &Record) -> Option<Order> {
    let department = match record {
        Record::Department(department) => department,
        Record::Request(request) => teller.book.department(request.department.0?)?,
        _ => return None,
    };
    let work = match record {
        Record::Request(request) => of_request(teller, record, request),
        _ => of_department(teller, department),
    };
    let is_there = |who| is_of(teller, department, who);
    Some(Order {
        today: Day(teller.today),
        internal: true,
        department: department.name.clone(),
        lead: teller.title(department.lead.0),
        mail: department.mail.clone(),
        clients: work,
        away: teller.away(is_there),
    })
}

fn is_of(teller: &Teller<'_>, department: &Department, who: ContactId) -> bool {
    teller.book.contact(who).is_some_and(|c: &Contact| c.department.0 == Some(department.id))
}

/// One wish with the tasks that are written down for it.
fn of_request(teller: &Teller<'_>, record: &Record, request: &Request) -> Vec<OrderOf> {
    let tasks = derive::open_tasks(teller.book, request.id.into());
    vec![OrderOf {
        client: teller.client(record),
        wishes: teller.wish(record).into_iter().collect(),
        tasks: tasks.into_iter().map(|task| teller.task(task)).collect(),
    }]
}

/// Everything that is open with a department and its people, by client; the client with the earliest day first.
fn of_department(teller: &Teller<'_>, department: &Department) -> Vec<OrderOf> {
    let todo = |r: &&Request| {
        let there = r.contact.0.is_some_and(|who| is_of(teller, department, who));
        let routed = r.department.0 == Some(department.id) || there;
        routed && r.status.is_open() && r.status != RequestStatus::Done
    };
    let wishes = teller.book.all(Kind::Request).filter(|r| Request::of(r).as_ref().is_some_and(todo));
    let tasks = derive::open_tasks(teller.book, department.id.into());
    let records = wishes.chain(tasks.into_iter().filter_map(|task| teller.book.get(task.id)));
    let mut out: Vec<(Option<chrono::NaiveDate>, OrderOf)> = vec![];
    for record in records {
        let client = teller.client(record);
        let at = out.iter().position(|(_, of)| of.client == client).unwrap_or_else(|| {
            out.push((None, OrderOf { client, wishes: vec![], tasks: vec![] }));
            out.len() - 1
        });
        let (first, of) = &mut out[at];
        let day = match record {
            Record::Request(r) => r.promised.or(r.wanted_by),
            record => Task::of(record).and_then(|task| task.due),
        };
        *first = [*first, day].into_iter().flatten().min();
        of.wishes.extend(teller.wish(record));
        of.tasks.extend(Task::of(record).map(|task| teller.task(task)));
    }
    for (_, of) in &mut out {
        of.wishes.sort_by_key(|wish| (wish.promised.is_none(), wish.promised, wish.number));
        of.tasks.sort_by_key(|task| (task.due.is_none(), task.due, task.number));
    }
    out.sort_by(|(a, one), (b, other)| (a.is_none(), a, &one.client).cmp(&(b.is_none(), b, &other.client)));
    out.into_iter().map(|(_, of)| of).collect()
}

impl Teller<'_> {
    /// Absences of those who are meant, from today on for a while.
    pub(super) fn away(&self, meant: impl Fn(ContactId) -> bool) -> Vec<Away> {
        let until = shifted(self.today, AHEAD);
        let near = |a: &&Absence| a.last >= Some(self.today) && a.first.is_some_and(|first| first <= until);
        let found = self.book.all(Kind::Absence).filter_map(Absence::of).filter(near);
        let mut found: Vec<(&Absence, ContactId)> =
            found.filter_map(|a| Some((a, a.contact.0?))).filter(|(_, who)| meant(*who)).collect();
        found.sort_by_key(|(a, _)| (a.first, a.id));
        let row = |(absence, who): (&Absence, ContactId)| Away {
            name: self.book.title(Ref::from(who)),
            from: absence.first.map(Day),
            to: absence.last.map(Day),
            stand_in: self.title(absence.first.and_then(|day| load::who_instead(self.book, who, day))),
        };
        found.into_iter().map(row).collect()
    }
}

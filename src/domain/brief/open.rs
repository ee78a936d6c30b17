//! What is open between a client and us, and with whom it lies.

use super::{Desk, Fact, Held, Line, Promise};
use crate::domain::derive::hands::{self, Party};
use crate::domain::{
    Book, Decision, Hand, Kind, Obligation, Outcome, Record, Ref, Request, RequestStatus, Side, Task, derive,
    first_promised,
};
use chrono::NaiveDate;

/// Days ahead in which something that is owed is worth a line.
const SOON: i64 = 60;

/// Whether the ball lies with a client or somebody there.
fn is_theirs(book: &Book, record: &Record) -> bool {
    let holder = hands::holder_now(record).map(|h| hands::party(book, &h.holder));
    matches!(holder, Some(Party::Client(_)))
}

/// Who holds it on a day, and who held it before.
fn held(all: &[Hand], today: NaiveDate) -> Option<Held> {
    let stretches = hands::stretches(all, today);
    let (last, earlier) = stretches.split_last()?;
    let mut before = hands::summed(earlier);
    before.retain(|(_, days)| *days > 0);
    Some(Held { by: last.holder.clone(), days: last.days(), nudges: last.nudges, before })
}

impl Desk<'_> {
    fn requests(&self, theirs: bool) -> Vec<&Request> {
        let mut found: Vec<&Request> = self
            .about(Kind::Request)
            .into_iter()
            .filter(|record| is_theirs(self.book, record) == theirs)
            .filter_map(Request::of)
            .filter(|r| r.status.is_open())
            .collect();
        // Promises first, the oldest before; then the longest asked.
        found.sort_by_key(|r| (r.promised.is_none(), r.promised, r.received, r.id));
        found
    }

    fn request(&self, request: &Request) -> Line {
        let promised = request.promised.filter(|_| request.status != RequestStatus::Done);
        let promise = match promised {
            _ if request.status == RequestStatus::Done => Promise::DoneNotTold,
            Some(day) => Promise::Day(day, first_promised(&request.promises, day)),
            None => Promise::Nothing,
        };
        let expected = request.expected.filter(|expected| promised.is_some_and(|day| *expected > day));
        let fact = Fact::Request { id: request.id, promise, expected, held: self.held(request.id) };
        Line::of(fact, promised.is_some_and(|day| day < self.today))
    }

    fn is_theirs(&self, task: &Task) -> bool {
        self.book.get(task.id).is_some_and(|record| is_theirs(self.book, record))
    }

    fn held(&self, id: impl Into<Ref>) -> Option<Held> {
        held(&hands::hands_of(self.book.get(id)?), self.today)
    }

    fn obligations(&self, side: Side) -> Vec<Line> {
        let due = |o: &&Obligation| {
            let day = o.due.filter(|_| o.done_on.is_none() && o.side == side);
            day.is_some_and(|d| (d - self.today).num_days() <= SOON)
        };
        let mut found: Vec<&Obligation> = self
            .about(Kind::Agreement)
            .into_iter()
            .flat_map(|a| self.book.backlinks(a.id(), Kind::Obligation))
            .filter_map(Obligation::of)
            .filter(due)
            .collect();
        found.sort_by_key(|o| (o.due, o.id));
        let line = |o: &Obligation| o.due.map(|d| Line::of(Fact::Obligation(o.id, d), d < self.today));
        found.into_iter().filter_map(line).collect()
    }
}

/// What they wait for: their wishes that do not lie with them, and what an agreement obliges us to.
pub(super) fn they_wait(desk: &Desk<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = desk.requests(false).into_iter().map(|r| desk.request(r)).collect();
    lines.extend(desk.obligations(Side::Us));
    lines
}

/// What we wait for: wishes and tasks that lie with them, decisions they owe, what an agreement obliges them to.
pub(super) fn we_wait(desk: &Desk<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = desk.requests(true).into_iter().map(|r| desk.request(r)).collect();
    let mut tasks: Vec<&Task> =
        derive::open_tasks(desk.book, desk.of).into_iter().filter(|t| desk.is_theirs(t)).collect();
    let since = |task: &Task| desk.book.get(task.id).and_then(hands::holder_now).map(|hand| hand.since);
    tasks.sort_by_key(|task| (since(task), task.id));
    lines.extend(tasks.into_iter().map(|t| desk.task(t)));
    let open = |d: &&Decision| d.outcome == Outcome::Open;
    for decision in desk.about(Kind::Decision).into_iter().filter_map(Decision::of).filter(open) {
        let days = (desk.today - decision.head.created.date()).num_days();
        lines.push(Line::plain(Fact::DecisionOwed(decision.id, days)));
    }
    lines.extend(desk.obligations(Side::Them));
    lines
}

impl Desk<'_> {
    fn task(&self, task: &Task) -> Line {
        // A task of one's own that was never passed on goes without saying.
        let passed = !task.hands.is_empty() || task.assignee.0.is_some();
        let held = if passed { self.held(task.id) } else { None };
        Line::of(Fact::Task { id: task.id, due: task.due, held }, derive::is_late(task, self.today))
    }
}

/// Open tasks that do not lie with them, the next due first.
pub(super) fn tasks(desk: &Desk<'_>) -> Vec<Line> {
    let open = derive::open_tasks(desk.book, desk.of);
    open.into_iter().filter(|t| !desk.is_theirs(t)).map(|t| desk.task(t)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Holder, Moment};

    #[test]
    fn days_add_up_by_holder() {
        let at = |day: u32| Moment::from_rfc3339(&format!("2026-11-{day:02}T09:00:00+02:00")).unwrap();
        let hand = |holder: Holder, day: u32| Hand { holder, since: at(day), nudges: vec![] };
        let other = |name: &str| Holder::Other(name.into());
        let hands =
            [hand(Holder::Us, 1), hand(other("Ida"), 3), hand(other("Maria"), 12), hand(other("Ida"), 16)];
        let before = vec![(Holder::Us, 2), (other("Ida"), 9), (other("Maria"), 4)];
        let wanted = Held { by: other("Ida"), days: 8, nudges: 0, before };
        assert_eq!(held(&hands, at(24).date()), Some(wanted));
        assert_eq!(held(&[], at(24).date()), None);
    }
}

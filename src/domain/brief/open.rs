//! What is open between a client and us, and with whom it lies.

use super::{Desk, Line};
use crate::domain::derive::hands::{self, Party};
use crate::domain::{
    Agreement, Book, Decision, Hand, Holder, Kind, Obligation, Outcome, Priority, Record, Ref, Request,
    RequestStatus, Side, Task, derive, first_promised, parse, when,
};
use chrono::NaiveDate;

/// Days ahead in which something that is owed is worth a line.
const SOON: i64 = 60;

/// Whether the ball lies with a client or somebody there.
fn is_theirs(book: &Book, record: &Record) -> bool {
    let holder = hands::holder_now(record).map(|h| hands::party(book, &h.holder));
    matches!(holder, Some(Party::Client(_)))
}

/// "with Nikos Andreou 6 d, nudged 2× (before: us 1 d, Design 3 d)": who holds it, and who held it before, in the order
/// in which they first had it.
fn hands_words(book: &Book, all: &[Hand], today: NaiveDate) -> Option<String> {
    let name = |holder: &Holder| parse::holder_name(holder, &|id| book.title(id));
    let stretches = hands::stretches(all, today);
    let (last, earlier) = stretches.split_last()?;
    let mut sums: Vec<(String, i64)> = vec![];
    for stretch in earlier {
        let name = name(stretch.holder);
        match sums.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum += stretch.days(),
            None => sums.push((name, stretch.days())),
        }
    }
    let before: Vec<String> =
        sums.iter().filter(|(_, d)| *d > 0).map(|(name, days)| format!("{name} {days} d")).collect();
    let nudged = if last.nudges > 0 { format!(", nudged {}×", last.nudges) } else { String::new() };
    let tail = if before.is_empty() { String::new() } else { format!(" (before: {})", before.join(", ")) };
    Some(format!("with {} {} d{nudged}{tail}", name(last.holder), last.days()))
}

/// "#41 New banner"; without a number, the title alone.
fn numbered(no: u32, title: &str) -> String {
    if no == 0 { title.to_owned() } else { format!("#{no} {title}") }
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
        let mut words = vec![numbered(request.no, &request.title)];
        let promised = request.promised.filter(|_| request.status != RequestStatus::Done);
        let late = promised.is_some_and(|d| d < self.today);
        if request.status == RequestStatus::Done {
            words.push("done, not told".into());
        } else if let Some(day) = promised {
            words.push(self.promise("promised", day));
            let first = first_promised(&request.promises, day);
            words.extend(first.map(|d| format!("at first promised {}", when::plain(d, self.today))));
        } else {
            words.push("nothing promised".into());
        }
        let risk = request.expected.zip(promised).filter(|(expected, promised)| expected > promised);
        words.extend(risk.map(|(expected, _)| format!("expected {}", when::plain(expected, self.today))));
        words.extend(self.held(request.id));
        words.extend(request.asked_by.0.map(|c| format!("asked by {}", self.book.title(c))));
        words.extend((request.priority == Priority::Urgent).then(|| "urgent".to_owned()));
        Line::of(words.join(" · "), late)
    }

    fn is_theirs(&self, task: &Task) -> bool {
        self.book.get(task.id).is_some_and(|record| is_theirs(self.book, record))
    }

    fn held(&self, id: impl Into<Ref>) -> Option<String> {
        hands_words(self.book, &hands::hands_of(self.book.get(id)?), self.today)
    }

    /// "promised 20 Nov, 4 d late".
    pub(super) fn promise(&self, word: &str, day: NaiveDate) -> String {
        let days = (self.today - day).num_days();
        let late = if days > 0 { format!(", {days} d late") } else { String::new() };
        format!("{word} {}{late}", when::plain(day, self.today))
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
        let line = |o: &Obligation| {
            let agreement = o.agreement.0.and_then(|a| self.book.get(a)).and_then(Agreement::of);
            let by = agreement.map(|a| format!(" · {}", a.title)).unwrap_or_default();
            let day = o.due.map(|d| self.promise("due", d)).unwrap_or_default();
            Line::of(format!("{} · {day}{by}", o.what), o.due.is_some_and(|d| d < self.today))
        };
        found.into_iter().map(line).collect()
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
    tasks.sort_by_key(|t| (t.hands.last().map(|h| h.since), t.id));
    lines.extend(tasks.into_iter().map(|t| desk.task(t)));
    let open = |d: &&Decision| d.outcome == Outcome::Open;
    for decision in desk.about(Kind::Decision).into_iter().filter_map(Decision::of).filter(open) {
        let by = decision.by.0.map(|c| format!(" by {}", desk.book.title(c))).unwrap_or_default();
        let days = (desk.today - decision.head.created.date()).num_days();
        lines.push(Line::plain(format!("{}{by}: {} · for {days} d", decision.sort.label(), decision.what)));
    }
    lines.extend(desk.obligations(Side::Them));
    lines
}

impl Desk<'_> {
    fn task(&self, task: &Task) -> Line {
        let mut words = vec![numbered(task.no, &task.title)];
        words.extend(task.due.map(|d| self.promise("due", d)));
        // A task of one's own that was never passed on goes without saying.
        if !task.hands.is_empty() || task.assignee.0.is_some() {
            words.extend(self.held(task.id));
        }
        Line::of(words.join(" · "), derive::is_late(task, self.today))
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
    use crate::domain::Moment;

    #[test]
    fn days_add_up_by_holder() {
        let at = |day: u32| Moment::from_rfc3339(&format!("2026-11-{day:02}T09:00:00+02:00")).unwrap();
        let hand = |holder: Holder, day: u32| Hand { holder, since: at(day), nudges: vec![] };
        let other = |name: &str| Holder::Other(name.into());
        let hands =
            [hand(Holder::Us, 1), hand(other("Ida"), 3), hand(other("Maria"), 12), hand(other("Ida"), 16)];
        let book = Book::default();
        let wanted = "with Ida 8 d (before: us 2 d, Ida 9 d, Maria 4 d)";
        assert_eq!(hands_words(&book, &hands, at(24).date()).as_deref(), Some(wanted));
        assert_eq!(hands_words(&book, &[], at(24).date()), None);
    }
}

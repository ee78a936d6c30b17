//! What is open between a client and us, and with whom it lies.

use super::{Desk, Line};
use crate::domain::{
    Agreement, Book, Decision, Hand, Holder, Kind, Moment, Obligation, Outcome, Priority, Request,
    RequestStatus, Side, Task, derive, when,
};
use chrono::NaiveDate;

/// Days ahead in which something that is owed is worth a line.
const SOON: i64 = 60;

/// Who holds the ball, for people.
pub(super) fn holder_name(book: &Book, holder: &Holder) -> String {
    match holder {
        Holder::Us => "us".into(),
        Holder::Person(id) => book.title(*id),
        Holder::Client(id) => book.title(*id),
        Holder::Department(id) => book.title(*id),
        Holder::Other(name) => name.clone(),
    }
}

/// Whether the ball lies with a client or somebody there.
fn is_theirs(book: &Book, hands: &[Hand]) -> bool {
    match hands.last().map(|h| &h.holder) {
        Some(Holder::Client(_)) => true,
        Some(Holder::Person(id)) => book.contact(*id).is_some_and(|c| c.client.0.is_some()),
        _ => false,
    }
}

/// Who held the ball for how many days before the last hand, in the order in which they first had it.
fn days_before(book: &Book, hands: &[Hand]) -> Vec<(String, i64)> {
    let mut out: Vec<(String, i64)> = vec![];
    for pair in hands.windows(2) {
        let [hand, next] = pair else { continue };
        let days = (next.since.date() - hand.since.date()).num_days().max(0);
        let name = holder_name(book, &hand.holder);
        match out.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum += days,
            None => out.push((name, days)),
        }
    }
    out.retain(|(_, days)| *days > 0);
    out
}

/// "with Nikos Andreou 6 d, nudged 2× (before: us 1 d, Design 3 d)".
fn hands_words(book: &Book, hands: &[Hand], now: Moment) -> Option<String> {
    let hand = hands.last()?;
    let days = (now.date() - hand.since.date()).num_days().max(0);
    let sent = hand.nudges.len();
    let nudged = if sent > 0 { format!(", nudged {sent}×") } else { String::new() };
    let before: Vec<String> =
        days_before(book, hands).into_iter().map(|(name, days)| format!("{name} {days} d")).collect();
    let tail = if before.is_empty() { String::new() } else { format!(" (before: {})", before.join(", ")) };
    Some(format!("with {} {days} d{nudged}{tail}", holder_name(book, &hand.holder)))
}

impl Desk<'_> {
    fn requests(&self, theirs: bool) -> Vec<&Request> {
        let mut found: Vec<&Request> = self
            .about(Kind::Request)
            .into_iter()
            .filter_map(Request::of)
            .filter(|r| r.status.is_open() && is_theirs(self.book, &r.hands) == theirs)
            .collect();
        // Promises first, the oldest before; then the longest asked.
        found.sort_by_key(|r| (r.promised.is_none(), r.promised, r.received, r.id));
        found
    }

    fn request(&self, request: &Request) -> Line {
        let mut words = vec![format!("#{} {}", request.no, request.title)];
        let promised = request.promised.filter(|_| request.status != RequestStatus::Done);
        let late = promised.is_some_and(|d| d < self.today);
        if request.status == RequestStatus::Done {
            words.push("done, not told".into());
        } else if let Some(day) = promised {
            words.push(self.promise("promised", day));
        } else {
            words.push("nothing promised".into());
        }
        let risk = request.expected.zip(promised).filter(|(expected, promised)| expected > promised);
        words.extend(risk.map(|(expected, _)| format!("expected {}", when::plain(expected, self.today))));
        words.extend(hands_words(self.book, &request.hands, self.now));
        words.extend(request.asked_by.0.map(|c| format!("asked by {}", self.book.title(c))));
        words.extend((request.priority == Priority::Urgent).then(|| "urgent".to_owned()));
        Line::of(words.join(" · "), late)
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
            .flat_map(|a| self.book.pointing_at(a.id(), Kind::Obligation))
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
    let mut tasks: Vec<&Task> = derive::open_tasks(desk.book, desk.of)
        .into_iter()
        .filter(|t| is_theirs(desk.book, &t.hands))
        .collect();
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
        let mut words = vec![format!("#{} {}", task.no, task.title)];
        words.extend(task.due.map(|d| self.promise("due", d)));
        match hands_words(self.book, &task.hands, self.now) {
            Some(hands) => words.push(hands),
            None => words.extend(task.assignee.0.map(|c| format!("with {}", self.book.title(c)))),
        }
        Line::of(words.join(" · "), derive::is_late(task, self.today))
    }
}

/// Open tasks that do not lie with them, the next due first.
pub(super) fn tasks(desk: &Desk<'_>) -> Vec<Line> {
    let open = derive::open_tasks(desk.book, desk.of);
    open.into_iter().filter(|t| !is_theirs(desk.book, &t.hands)).map(|t| desk.task(t)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ClientId, DepartmentId};

    #[test]
    fn days_add_up_by_holder() {
        let at = |day: u32| Moment::from_rfc3339(&format!("2026-11-{day:02}T09:00:00+02:00")).unwrap();
        let hand = |holder: Holder, day: u32| Hand { holder, since: at(day), nudges: vec![] };
        let other = |name: &str| Holder::Other(name.into());
        let hands =
            [hand(Holder::Us, 1), hand(other("Ida"), 3), hand(other("Maria"), 12), hand(other("Ida"), 16)];
        let book = Book::default();
        let before = days_before(&book, &hands);
        assert_eq!(before, [("us".into(), 2), ("Ida".into(), 9), ("Maria".into(), 4)]);
        assert_eq!(before.iter().map(|d| d.1).sum::<i64>() + 8, 23, "every day has one holder");
        let wanted = "with Ida 8 d (before: us 2 d, Ida 9 d, Maria 4 d)";
        assert_eq!(hands_words(&book, &hands, at(24)).as_deref(), Some(wanted));
        assert_eq!(hands_words(&book, &[], at(24)), None);
        assert!(is_theirs(&book, &[hand(Holder::Client(ClientId::default()), 1)]));
        assert!(!is_theirs(&book, &[hand(Holder::Department(DepartmentId::default()), 1)]));
    }
}

//! Everything that somebody else holds: requests, tasks and decisions, oldest first, against the time they usually take.
//!
//! Left out is what nobody can be asked for yet: tasks that may not start before a later day, and work of projects that
//! are on hold, done or cancelled.

use super::days;
use super::hands::{self, Answer, AnswerTimes, Party};
use super::index::{Map, People};
use super::timeline;
use crate::domain::{
    Book, ClientId, ContactId, DepartmentId, Hand, Holder, Kind, Moment, ProjectId, ProjectStatus, Record,
    Ref, Task,
};
use chrono::NaiveDate;

/// Days within which an answer is expected from those of whom nothing is known yet.
pub const USUAL_DAYS: i64 = 7;

/// Kinds of record that lie in somebody's hands.
pub const HELD: [Kind; 3] = [Kind::Request, Kind::Task, Kind::Decision];

/// How long somebody usually takes, and how we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// Days, 0 or more.
    pub days: i64,
    /// Of how many answers it is the median; 0 when it is the department's own word.
    pub count: usize,
}

impl From<Answer> for Usual {
    fn from(answer: Answer) -> Self {
        Self { days: answer.days.max(0), count: answer.count }
    }
}

/// One thing that somebody else holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    /// The request, task or decision.
    pub target: Ref,
    /// Its short number, 0 when it has none.
    pub number: u32,
    /// For which client.
    pub client: Option<ClientId>,
    /// Who holds it.
    pub holder: Holder,
    /// On whose side the holder stands.
    pub party: Party,
    /// Since when.
    pub since: Moment,
    /// The day from which they could work on it: that of `since`, or the start of the task where that is later.
    pub from: NaiveDate,
    /// Days since `from`, 0 or more.
    pub days: i64,
    /// How long the holder usually takes. Measured times come first: for a department those of all its people, else of
    /// the person, and what the department says only when neither is known; for a client those of the person, else of all
    /// its people. `None` when nothing is known.
    pub usual: Option<Usual>,
    /// Days beyond the usual ones ([`USUAL_DAYS`] when nothing is known), 0 or more.
    pub over: i64,
    /// The date that was agreed with the holder: when the task is due, when the department expects the request.
    pub agreed: Option<NaiveDate>,
    /// Reminders sent since they hold it.
    pub nudges: usize,
    /// The last of these.
    pub nudged: Option<Moment>,
}

impl Wait {
    /// Whether it takes too long: the usual days are over, or the day that was agreed has passed. A day that was agreed
    /// and lies ahead is told beside it; it does not make the wait shorter.
    pub fn is_too_long(&self, today: NaiveDate) -> bool {
        self.over > 0 || self.agreed.is_some_and(|d| d < today)
    }

    /// How much of the usual time is over, in eighths rounded up: 1 on the first day, 8 when all of it is.
    pub fn eighths(&self) -> usize {
        let usual = i128::from(self.usual.map_or(USUAL_DAYS, |u| u.days).max(1));
        let eighths = (i128::from(self.days) * 8 + usual - 1) / usual;
        usize::try_from(eighths.clamp(1, 8)).unwrap_or(8)
    }
}

/// Which waits to show; nothing set is all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WaitFilter {
    /// What concerns this client, whoever holds it, and what it holds itself.
    pub client: Option<ClientId>,
    /// What this department or one of its people holds.
    pub department: Option<DepartmentId>,
    /// What this person holds.
    pub contact: Option<ContactId>,
}

impl WaitFilter {
    /// Whether a wait is among them.
    pub fn keeps(&self, wait: &Wait) -> bool {
        self.client.is_none_or(|c| wait.client == Some(c) || wait.party == Party::Client(c))
            && self.department.is_none_or(|d| wait.party == Party::Department(d))
            && self.contact.is_none_or(|c| wait.holder == Holder::Person(c))
    }
}

/// Everything that somebody else holds, oldest first; of the same day by number.
pub fn waiting(book: &Book, today: NaiveDate) -> Vec<Wait> {
    let people = People::of(book);
    let mut times = AnswerTimes::default();
    let mut out: Vec<Wait> = vec![];
    for record in HELD.iter().flat_map(|kind| book.all(*kind)) {
        times.take(&people, record);
        out.extend(wait(book, &people, record, today));
    }
    let mut usual: Map<Ref, Option<Usual>> = Map::default();
    for wait in &mut out {
        let who = asked(wait);
        wait.usual = who
            .and_then(|who| *usual.entry(who).or_insert_with(|| usual_days(book, &times, who, wait.party)));
        wait.over = (wait.days - wait.usual.map_or(USUAL_DAYS, |u| u.days)).max(0);
    }
    out.sort_by_key(|w| (w.from, w.number, w.target));
    out
}

/// What one of the holders has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Who.
    pub holder: Holder,
    /// What lies with them, oldest first; never empty.
    pub waits: Vec<Wait>,
    /// How many of these take too long.
    pub too_long: usize,
}

/// Waits by who holds them, who holds something longest first; `waits` are in the order of [`waiting`].
pub fn by_holder(waits: Vec<Wait>, today: NaiveDate) -> Vec<Holding> {
    let mut out: Vec<Holding> = vec![];
    for wait in waits {
        let too_long = usize::from(wait.is_too_long(today));
        match out.iter_mut().find(|h| h.holder == wait.holder) {
            Some(holding) => {
                holding.too_long += too_long;
                holding.waits.push(wait);
            }
            None => out.push(Holding { holder: wait.holder.clone(), too_long, waits: vec![wait] }),
        }
    }
    out
}

/// Those of [`waiting`] that a filter keeps.
pub fn waiting_for(book: &Book, today: NaiveDate, filter: WaitFilter) -> Vec<Wait> {
    let mut all = waiting(book, today);
    all.retain(|w| filter.keeps(w));
    all
}

/// The hand that holds a request, task or decision, and the day from which they could work on it; `None` when it is closed or lies
/// with us, or nobody can be asked for it yet.
pub fn asked_of(book: &Book, record: &Record, today: NaiveDate) -> Option<(Hand, NaiveDate)> {
    let hands = hands::hands_of(record);
    let hand = hands.last().filter(|h| h.holder != Holder::Us && !hands::is_closed(record))?;
    let start = match record {
        Record::Task(t) if !is_under_way(book, t.project.0) || t.start.is_some_and(|s| s > today) => {
            return None;
        }
        Record::Decision(d) if !is_under_way(book, d.project.0) => return None,
        Record::Task(t) => t.start,
        Record::Request(_) | Record::Decision(_) => None,
        _ => return None,
    };
    let since = hand.since.date();
    Some((hand.clone(), start.map_or(since, |s| s.max(since))))
}

/// For how many days whoever holds a request or task has held it, 0 or more: since they could work on it where it is
/// somebody else, since the hand came where it is us, or nobody can be asked yet. `None` when nobody holds it.
pub fn held_days(book: &Book, record: &Record, today: NaiveDate) -> Option<i64> {
    let asked = asked_of(book, record, today).map(|(_, from)| from);
    let from = asked.or_else(|| hands::holder_now(record).map(|h| h.since.date()))?;
    Some(days(from, today).max(0))
}

/// The one thing a record waits for; `None` when it lies with us, or nobody can be asked yet. `usual` is not known here.
fn wait(book: &Book, people: &People, record: &Record, today: NaiveDate) -> Option<Wait> {
    let (Hand { holder, since, nudges }, from) = asked_of(book, record, today)?;
    let party = people.party(&holder);
    let agreed = match record {
        Record::Request(r) => r.expected.filter(|_| !matches!(party, Party::Client(_))),
        Record::Task(t) => own_due(t, &holder),
        Record::Decision(_) => None,
        _ => return None,
    };
    Some(Wait {
        target: record.id(),
        number: record.number().unwrap_or(0),
        client: timeline::client_of(book, record),
        party,
        since,
        from,
        days: days(from, today).max(0),
        usual: None,
        over: 0,
        agreed,
        nudges: nudges.len(),
        nudged: nudges.iter().map(|n| n.at).max(),
        holder,
    })
}

/// The day a task is due, where whoever holds it is the one who is to do it: of others that day was not agreed with them.
pub fn own_due(task: &Task, holder: &Holder) -> Option<NaiveDate> {
    let theirs = task.assignee.0.map(Holder::Person).as_ref() == Some(holder);
    task.due.filter(|_| theirs)
}

/// Whether work of this project goes on; work without a project always does.
pub(super) fn is_under_way(book: &Book, project: Option<ProjectId>) -> bool {
    let status = project.and_then(|p| book.project(p)).map(|p| p.status);
    status.is_none_or(|s| matches!(s, ProjectStatus::Active | ProjectStatus::Planned))
}

/// Whose usual days count.
fn asked(wait: &Wait) -> Option<Ref> {
    match (&wait.holder, wait.party) {
        (Holder::Person(id), _) => Some((*id).into()),
        (_, Party::Client(id)) => Some(id.into()),
        (_, Party::Department(id)) => Some(id.into()),
        _ => None,
    }
}

fn usual_days(book: &Book, times: &AnswerTimes, who: Ref, party: Party) -> Option<Usual> {
    let person = || times.usual(who);
    let measured = match party {
        Party::Department(id) => times.usual(id).or_else(person),
        Party::Client(id) => person().or_else(|| times.usual(id)),
        _ => person(),
    };
    let said = || match party {
        Party::Department(id) => book.department(id)?.answer_days,
        _ => None,
    };
    let said = || said().map(|days| Usual { days: days.max(0), count: 0 });
    measured.map(Usual::from).or_else(said)
}

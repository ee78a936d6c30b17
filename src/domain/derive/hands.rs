//! Who holds the ball, since when, and for how long everybody held it.
//!
//! A stretch is counted in calendar days at the place of writing, from the day the ball came to the day it went on. So
//! the stretches of a request add up to its whole age, whatever the hours; a ball that came and went on one day counts
//! 0. Days of holders never fall below 0, even when moments were written at other offsets or out of order: a stretch
//! begins on the latest day seen so far.

pub use super::index::Party;
use super::index::{Map, People, party_of};
use crate::domain::{
    Book, Decision, Hand, Holder, Kind, Moment, Nudge, Outcome, Record, Ref, Request, RequestStatus, Task,
    TaskStatus,
};
use chrono::NaiveDate;
use std::borrow::Cow;

/// On whose side a holder stands.
pub fn party(book: &Book, holder: &Holder) -> Party {
    match holder {
        Holder::Us => Party::Us,
        Holder::Client(id) => Party::Client(*id),
        Holder::Department(id) => Party::Department(*id),
        Holder::Other(_) => Party::Other,
        Holder::Person(id) => {
            party_of(book.contact(*id).map(|c| (c.client.0, c.department.0)).unwrap_or_default())
        }
    }
}

/// Every hand a request or task went through, first to last, with those that go without saying: a request lies with us
/// from the day it was received, a task with us or its assignee from the day it was written down, or may begin. An assignee counts
/// only until a hand names them: after that the hands alone tell where the ball is. A decision lies with whoever is to
/// take it from the day it was written down, its client when nobody is named.
pub fn hands_of(record: &Record) -> Cow<'_, [Hand]> {
    let hand = |holder: Holder, since: Moment| Hand { holder, since, nudges: vec![] };
    match record {
        Record::Request(r) if r.hands.is_empty() => Cow::Owned(vec![hand(Holder::Us, received(r))]),
        Record::Request(r) => Cow::Borrowed(&r.hands),
        Record::Task(t) => {
            let last = t.hands.last();
            let since = last.map_or_else(|| could_begin(t), |h| h.since);
            let with_us = last.is_none_or(|h| h.holder == Holder::Us);
            let unsaid = t
                .assignee
                .0
                .map(Holder::Person)
                .filter(|who| with_us && !t.hands.iter().any(|h| h.holder == *who));
            match unsaid {
                Some(who) => Cow::Owned(t.hands.iter().cloned().chain([hand(who, since)]).collect()),
                None if t.hands.is_empty() => Cow::Owned(vec![hand(Holder::Us, since)]),
                None => Cow::Borrowed(&t.hands),
            }
        }
        Record::Decision(d) if d.hands.last().is_some_and(|h| h.holder == decider(d)) => {
            Cow::Borrowed(&d.hands)
        }
        Record::Decision(d) => {
            Cow::Owned(d.hands.iter().cloned().chain([hand(decider(d), d.head.created)]).collect())
        }
        _ => Cow::Borrowed(&[]),
    }
}

/// Who is to decide.
fn decider(decision: &Decision) -> Holder {
    let client = || decision.client.0.map(Holder::Client);
    decision.by.0.map(Holder::Person).or_else(client).unwrap_or(Holder::Other(String::new()))
}

/// When a task was written down, or the day it may begin where that comes later: before it, it waits for nobody.
fn could_begin(task: &Task) -> Moment {
    let created = task.head.created;
    let later =
        task.start.filter(|start| *start > created.date()).and_then(|start| start.and_hms_opt(0, 0, 0));
    later.map_or(created, |start| created.at_local(start))
}

/// The moment a request reached us: the start of the day it says, unless it was written down on that very day.
fn received(request: &Request) -> Moment {
    let created = request.head.created;
    let day = request.received.filter(|d| *d != created.date()).and_then(|d| d.and_hms_opt(0, 0, 0));
    day.map_or(created, |day| created.at_local(day))
}

/// Whether nobody holds the ball any more: the client was told, it was declined, the task is done or dropped, the
/// decision taken.
pub fn is_closed(record: &Record) -> bool {
    match record {
        Record::Request(r) => !r.status.is_open(),
        Record::Task(t) => !t.status.is_open(),
        Record::Decision(d) => d.outcome != Outcome::Open,
        _ => true,
    }
}

/// The day on which a request, task or decision was closed, as far as it says.
pub fn closed_on(record: &Record) -> Option<NaiveDate> {
    match record {
        Record::Request(r) if !r.status.is_open() => r.told_on.or(r.done_on),
        Record::Task(t) if !t.status.is_open() => t.done_on,
        Record::Decision(d) if d.outcome != Outcome::Open => d.on,
        _ => None,
    }
}

/// The day up to which hands are counted: today while it is open, the day it was closed afterwards; where that is not
/// known, the day of the last hand. Never later than today.
pub fn until(record: &Record, today: NaiveDate) -> NaiveDate {
    if !is_closed(record) {
        return today;
    }
    let last = || hands_of(record).last().map(|h| h.since.date());
    closed_on(record).or_else(last).unwrap_or(today).min(today)
}

/// The hand that holds the ball now; `None` for what is closed or never is in anybody's hands.
pub fn holder_now(record: &Record) -> Option<Hand> {
    if is_closed(record) { None } else { hands_of(record).last().cloned() }
}

/// One stretch of days in one holder's hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// Who.
    pub holder: &'a Holder,
    /// The day the ball came.
    pub from: NaiveDate,
    /// The day it went on, or the day it is counted to.
    pub to: NaiveDate,
    /// Reminders sent in this time.
    pub nudges: usize,
}

impl Stretch<'_> {
    /// Calendar days, 0 or more.
    pub fn days(&self) -> i64 {
        super::days(self.from, self.to)
    }
}

/// The stretches up to a day; hands of later days have not happened yet.
pub fn stretches(hands: &[Hand], until: NaiveDate) -> Vec<Stretch<'_>> {
    let mut out: Vec<Stretch> = Vec::with_capacity(hands.len());
    let mut latest = NaiveDate::MIN;
    for hand in hands.iter().filter(|h| h.since.date() <= until) {
        latest = latest.max(hand.since.date());
        if let Some(before) = out.last_mut() {
            before.to = latest;
        }
        out.push(Stretch { holder: &hand.holder, from: latest, to: until, nudges: hand.nudges.len() });
    }
    out
}

/// Who has the ball, or had it when it was closed, and for how many days; by the rules of [`hands_of`] and [`until`].
pub fn last_stretch(record: &Record, today: NaiveDate) -> Option<(Holder, i64)> {
    let hands = hands_of(record);
    let stretches = stretches(&hands, until(record, today));
    stretches.last().map(|last| (last.holder.clone(), last.days()))
}

/// How many days everybody held the ball, longest first; those of one holder added up.
pub fn days_by_holder(hands: &[Hand], until: NaiveDate) -> Vec<(Holder, i64)> {
    let mut out = summed(&stretches(hands, until));
    out.sort_by_key(|(_, days)| std::cmp::Reverse(*days));
    out
}

/// How many days everybody held the ball in these stretches, in the order in which they first had it.
pub fn summed(stretches: &[Stretch<'_>]) -> Vec<(Holder, i64)> {
    let mut out: Vec<(Holder, i64)> = vec![];
    for stretch in stretches {
        add(&mut out, stretch.holder.clone(), stretch.days());
    }
    out
}

fn add(sums: &mut Vec<(Holder, i64)>, holder: Holder, days: i64) {
    match sums.iter_mut().find(|(who, _)| *who == holder) {
        Some((_, sum)) => *sum += days,
        None => sums.push((holder, days)),
    }
}

/// How many days everybody held a record up to a day, longest first, the people of a client taken together, those who
/// passed it on the same day left out.
pub fn held_by(book: &Book, record: &Record, today: NaiveDate) -> Vec<(Holder, i64)> {
    let hands = hands_of(record);
    let mut sums: Vec<(Holder, i64)> = vec![];
    for (holder, days) in days_by_holder(&hands, until(record, today)) {
        let together = match party(book, &holder) {
            Party::Client(client) => Holder::Client(client),
            _ => holder,
        };
        add(&mut sums, together, days);
    }
    sums.sort_by_key(|(_, days)| std::cmp::Reverse(*days));
    let longest = sums.first().map_or(0, |(_, days)| *days);
    sums.retain(|(_, days)| *days > 0 || longest == 0);
    sums
}

/// The record a holder is, when they are in the book.
pub fn record_of(holder: &Holder) -> Option<Ref> {
    match holder {
        Holder::Us | Holder::Other(_) => None,
        Holder::Client(id) => Some((*id).into()),
        Holder::Department(id) => Some((*id).into()),
        Holder::Person(id) => Some((*id).into()),
    }
}

/// Passes the ball: ends the stretch that runs and begins a new one. Nothing happens when the holder has it already.
/// A moment before the present hand is taken as that hand's, so that hands stay in order. Says whether it was passed.
///
/// Give it the hands as [`hands_of`] tells them, or the time before the first one is lost.
pub fn pass(hands: &mut Vec<Hand>, holder: Holder, at: Moment) -> bool {
    if hands.last().is_some_and(|h| h.holder == holder) {
        return false;
    }
    let since = hands.last().map_or(at, |h| if at.utc_ms < h.since.utc_ms { h.since } else { at });
    hands.push(Hand { holder, since, nudges: vec![] });
    true
}

/// Logs a reminder to whoever holds the ball. Says whether there was anybody else to remind.
pub fn nudge(hands: &mut [Hand], at: Moment, words: impl Into<String>) -> bool {
    let Some(hand) = hands.last_mut().filter(|h| h.holder != Holder::Us) else { return false };
    hand.nudges.push(Nudge { at, words: words.into() });
    true
}

/// Whether nobody but us ever held it; most of what is done is such.
fn never_left_us(record: &Record) -> bool {
    let (hands, assignee) = match record {
        Record::Request(r) => (&r.hands, None),
        Record::Task(t) => (&t.hands, t.assignee.0),
        _ => return true,
    };
    assignee.is_none() && hands.iter().all(|h| h.holder == Holder::Us)
}

/// Answers from which on their median is what somebody usually takes: of fewer, one odd answer would be a rule.
const ENOUGH: usize = 5;

/// How long somebody usually takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The median in days; between two middle ones their mean, rounded up.
    pub days: i64,
    /// Of how many answers.
    pub count: usize,
}

/// How long contacts, departments and clients took to answer, from all hands that went on. What is done counts as
/// answered by whoever held it last; what was declined or dropped, and what somebody still holds, does not count.
/// For departments and clients, stretches that follow each other among their own people are one answer.
#[derive(Debug, Default)]
pub struct AnswerTimes(Map<Ref, Vec<i64>>);

impl AnswerTimes {
    /// One pass over all requests and tasks.
    pub fn of(book: &Book) -> Self {
        let people = People::of(book);
        let mut out = Self::default();
        for record in book.all(Kind::Request).chain(book.all(Kind::Task)) {
            out.take(&people, record);
        }
        out
    }

    pub(super) fn take(&mut self, people: &People, record: &Record) {
        let done = match record {
            Record::Request(Request {
                status: RequestStatus::Done | RequestStatus::Told,
                done_on,
                told_on,
                ..
            }) => done_on.or(*told_on),
            Record::Task(Task { status: TaskStatus::Done, done_on, .. }) => *done_on,
            _ => None,
        };
        if never_left_us(record) {
            return;
        }
        let hands = hands_of(record);
        if hands.len() < 2 && done.is_none() {
            return;
        }
        let stretches = stretches(&hands, done.unwrap_or(NaiveDate::MAX));
        let (answered, held) = match stretches.split_last() {
            Some((last, before)) if done.is_none() => (before, Some(people.party(last.holder))),
            _ => (&stretches[..], None),
        };
        let mut run: Option<(Party, i64)> = None;
        for stretch in answered {
            if let Holder::Person(id) = stretch.holder {
                self.note(*id, stretch.days());
            }
            let party = people.party(stretch.holder);
            run = match run {
                Some((same, days)) if same == party => Some((party, days + stretch.days())),
                other => {
                    self.note_run(other);
                    Some((party, stretch.days()))
                }
            };
        }
        self.note_run(run.filter(|(party, _)| Some(*party) != held));
    }

    fn note_run(&mut self, run: Option<(Party, i64)>) {
        match run {
            Some((Party::Client(id), days)) => self.note(id, days),
            Some((Party::Department(id), days)) => self.note(id, days),
            _ => {}
        }
    }

    fn note(&mut self, who: impl Into<Ref>, days: i64) {
        self.0.entry(who.into()).or_default().push(days);
    }

    /// How long a contact, department or client usually takes; `None` when that is not known from enough answers.
    pub fn usual(&self, who: impl Into<Ref>) -> Option<Answer> {
        self.get(who).filter(|answer| answer.count >= ENOUGH)
    }

    /// How long a contact, department or client took so far; `None` when they never answered anything.
    pub fn get(&self, who: impl Into<Ref>) -> Option<Answer> {
        let mut days = self.0.get(&who.into())?.clone();
        days.sort_unstable();
        let (low, high) = (days.get((days.len().checked_sub(1)?) / 2)?, days.get(days.len() / 2)?);
        Some(Answer { days: (low + high + 1) / 2, count: days.len() })
    }
}

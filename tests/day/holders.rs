//! Who holds it a second time, written from `docs/today.md` and the manual alone: waits, the time somebody usually takes,
//! absences; over the sample book on days that are hard on dates, and over any book whatever the kind of holder.

use crate::laws::{any_book, any_moment, cases};
use crate::naive::{all, apart, each};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeMap;
use syndeo::domain::brief::nudge;
use syndeo::domain::derive::today::{Reason, snoozed, today};
use syndeo::domain::derive::waiting::{self, Wait, WaitFilter};
use syndeo::domain::{
    Absence, Book, Contact, ContactId, Decision, Hand, Holder, Kind, Moment, Outcome, ProjectId,
    ProjectStatus, Record, Ref, Request, RequestStatus, Task, TaskStatus,
};

/// Who has something that is open, and the day from which they have it.
pub fn held(record: &Record) -> Option<(Holder, NaiveDate)> {
    let last = |hands: &[Hand]| hands.last().map(|h| (h.holder.clone(), h.since.date()));
    match record {
        Record::Request(r) if !matches!(r.status, RequestStatus::Told | RequestStatus::Declined) => {
            last(&r.hands).or(Some((Holder::Us, r.received.unwrap_or(r.head.created.date()))))
        }
        Record::Task(t) if !matches!(t.status, TaskStatus::Done | TaskStatus::Dropped) => {
            let said = last(&t.hands);
            let who = t.assignee.0.map(Holder::Person);
            let new = who.filter(|who| !t.hands.iter().any(|h| h.holder == *who));
            let created = t.head.created.date();
            let since = said.as_ref().map_or(t.start.map_or(created, |s| s.max(created)), |s| s.1);
            match (said, new) {
                (None | Some((Holder::Us, _)), Some(who)) => Some((who, since)),
                (None, None) => Some((Holder::Us, since)),
                (said, _) => said,
            }
        }
        Record::Decision(d) if d.outcome == Outcome::Open => {
            let who = match (d.by.0, d.client.0) {
                (Some(by), _) => Holder::Person(by),
                (None, Some(client)) => Holder::Client(client),
                (None, None) => Holder::Other(String::new()),
            };
            Some((who, d.head.created.date()))
        }
        _ => None,
    }
}

pub fn rests(book: &Book, project: Option<ProjectId>) -> bool {
    let status = project.and_then(|p| book.project(p)).map(|p| p.status);
    status.is_some_and(|s| !matches!(s, ProjectStatus::Active | ProjectStatus::Planned))
}

/// Whom it is asked of, and from which day they could work on it.
pub fn asked(book: &Book, record: &Record, day: NaiveDate) -> Option<(Holder, NaiveDate)> {
    let (holder, since) = held(record).filter(|(holder, _)| *holder != Holder::Us)?;
    match record {
        Record::Task(t) if rests(book, t.project.0) || t.start.is_some_and(|s| s > day) => None,
        Record::Task(t) => Some((holder, t.start.map_or(since, |s| s.max(since)))),
        Record::Decision(d) if rests(book, d.project.0) => None,
        _ => Some((holder, since)),
    }
}

/// The client or department somebody belongs to.
fn home(book: &Book, holder: &Holder) -> Option<Ref> {
    match holder {
        Holder::Client(id) => Some((*id).into()),
        Holder::Department(id) => Some((*id).into()),
        Holder::Person(id) => book.contact(*id)?.home(),
        Holder::Us | Holder::Other(_) => None,
    }
}

/// Every answer of somebody, in days: of a person each time they had it; of a client or department from the day it came
/// to them to the day it left them, whoever of them had it meanwhile.
fn answers(book: &Book, is: impl Fn(&Holder) -> bool) -> Vec<i64> {
    let mut out = vec![];
    for record in book.all(Kind::Request).chain(book.all(Kind::Task)) {
        let (mut hands, done) = match record {
            Record::Request(r) if matches!(r.status, RequestStatus::Done | RequestStatus::Told) => {
                (r.hands.clone(), r.done_on.or(r.told_on))
            }
            Record::Request(r) => (r.hands.clone(), None),
            Record::Task(t) => {
                let done = t.done_on.filter(|_| t.status == TaskStatus::Done);
                // Somebody who was given it in the form has it last.
                let open = Task { status: TaskStatus::default(), ..t.clone() };
                let (holder, since) = held(&open.into()).unwrap();
                let mut hands = t.hands.clone();
                if hands.last().is_none_or(|h| h.holder != holder) {
                    let at = Moment::default().at_local(since.and_hms_opt(0, 0, 0).unwrap());
                    hands.push(Hand { holder, since: at, nudges: vec![] });
                }
                (hands, done)
            }
            _ => continue,
        };
        hands.retain(|h| done.is_none_or(|d| h.since.date() <= d));
        let mut began = None;
        for hand in &hands {
            match (is(&hand.holder), began) {
                (true, None) => began = Some(hand.since.date()),
                (false, Some(from)) => {
                    out.push(apart(from, hand.since.date()));
                    began = None;
                }
                _ => {}
            }
        }
        out.extend(began.zip(done).map(|(from, done)| apart(from, done)));
    }
    out
}

/// The median of five answers or more, rounded up, and of how many.
fn median(mut days: Vec<i64>) -> Option<(i64, usize)> {
    days.sort_unstable();
    let n = days.len();
    (n >= 5).then(|| {
        let two = days[(n - 1) / 2] + days[n / 2];
        (two / 2 + two % 2, n)
    })
}

pub fn usual(book: &Book, holder: &Holder) -> Option<(i64, usize)> {
    let person = median(answers(book, |h| h == holder)).filter(|_| matches!(holder, Holder::Person(_)));
    let home = home(book, holder);
    let all = home.and_then(|of| median(answers(book, |h| self::home(book, h) == Some(of))));
    match home.map(|h| h.kind) {
        Some(Kind::Department) => {
            let said = book.get(home.unwrap()).and_then(syndeo::domain::Department::of)?.answer_days;
            all.or(person).or(said.map(|d| (d, 0)))
        }
        _ => person.or(all),
    }
}

/// The day whoever has it was to be ready by.
pub fn agreed(book: &Book, record: &Record, holder: &Holder) -> Option<NaiveDate> {
    let client = home(book, holder).is_some_and(|h| h.kind == Kind::Client);
    match record {
        Record::Request(r) => r.expected.filter(|_| !client),
        Record::Task(t) => t.due.filter(|_| t.assignee.0.map(Holder::Person).as_ref() == Some(holder)),
        _ => None,
    }
}

fn every(book: &Book) -> impl Iterator<Item = &Record> {
    [Kind::Request, Kind::Task, Kind::Decision].into_iter().flat_map(|kind| book.all(kind))
}

#[test]
fn waits_are_what_the_document_says() {
    let (mut long, mut kinds) = (0, BTreeMap::new());
    each(|book, now| {
        let day = now.date();
        let waits: BTreeMap<Ref, Wait> =
            waiting::waiting(book, day).into_iter().map(|w| (w.target, w)).collect();
        let rows = today(book, now);
        let mut known: BTreeMap<String, Option<(i64, usize)>> = BTreeMap::new();
        let mut count = 0;
        for record in every(book) {
            let Some((holder, from)) = asked(book, record, day) else { continue };
            let place = format!("{} on {day}", record.title());
            let wait = waits.get(&record.id()).unwrap_or_else(|| panic!("{place}: not waiting"));
            let usual = *known.entry(format!("{holder:?}")).or_insert_with(|| usual(book, &holder));
            let days = apart(from, day).max(0);
            let over = (days - usual.map_or(7, |u| u.0)).max(0);
            let agreed = agreed(book, record, &holder);
            assert_eq!((wait.days, wait.over, wait.agreed), (days, over, agreed), "{place}");
            assert_eq!(wait.usual.map(|u| (u.days, u.count)), usual, "{place}");
            let row = rows.iter().find(|r| r.target == record.id());
            let has = |reason| row.is_some_and(|r| r.reason == reason || r.also.contains(&reason));
            let missed = agreed.is_some_and(|d| d < day);
            assert_eq!(has(Reason::WaitTooLong), over > 0, "{place}");
            assert_eq!(has(Reason::DayMissed), missed && record.kind() == Kind::Request, "{place}");
            let decision = record.kind() == Kind::Decision;
            assert_eq!(has(Reason::NotDecided), decision && over == 0, "{place}");
            assert_eq!(wait.is_too_long(day), over > 0 || missed, "{place}");
            count += 1;
            long += usize::from(wait.is_too_long(day));
            *kinds.entry(record.kind()).or_insert(0) += 1;
        }
        assert_eq!(waits.len(), count, "on {day}");
    });
    assert!(long > 500 && kinds.len() == 3, "{long} {kinds:?}");
}

/// The absence of somebody that keeps them from what is due, as far as one is not over.
pub fn is_away(book: &Book, who: ContactId, due: NaiveDate, day: NaiveDate) -> bool {
    all(book, Kind::Absence, Absence::of).iter().any(|a| {
        let Some((first, last)) = a.first.zip(a.last).filter(|_| a.contact.0 == Some(who)) else {
            return false;
        };
        let on = |d: NaiveDate| (first..=last).contains(&d);
        last >= day && (on(due) || (on(day) && last >= due))
    })
}

#[test]
fn absences_look_at_the_hand_that_holds_it() {
    let mut told = 0;
    each(|book, now| {
        let day = now.date();
        let people = all(book, Kind::Contact, Contact::of);
        let rows = today(book, now);
        for record in every(book) {
            let due = match record {
                Record::Request(r) if r.status != RequestStatus::Done => r.expected.or(r.promised),
                Record::Task(t) if !rests(book, t.project.0) => t.due,
                _ => None,
            };
            let hands: Vec<ContactId> = match held(record).map(|h| h.0) {
                Some(Holder::Person(id)) => vec![id],
                Some(home @ (Holder::Client(_) | Holder::Department(_))) => {
                    let home = self::home(book, &home);
                    people.iter().filter(|c| c.home() == home).map(|c| c.id).collect()
                }
                _ => vec![],
            };
            let hit = due.is_some_and(|due| {
                !hands.is_empty() && hands.iter().all(|who| is_away(book, *who, due, day))
            });
            let row = rows.iter().find(|r| r.target == record.id());
            let has = row.is_some_and(|r| [&[r.reason], &r.also[..]].concat().contains(&Reason::AbsenceHits));
            assert_eq!(has, hit, "{} on {day}", record.title());
            told += usize::from(hit);
        }
    });
    assert!(told > 20, "{told}");
}

proptest! {
    #![proptest_config(cases(400))]

    /// Whatever the kind of holder: what is held is waited for, on the page of whoever holds it, and in the reminder.
    #[test]
    fn what_is_held_is_nobodys_blind_spot(book in any_book(), now in any_moment()) {
        let day = now.date();
        // What was put off is not forgotten: it stands among what is snoozed.
        let rows = [today(&book, now), snoozed(&book, now)].concat();
        for record in every(&book) {
            let Some((holder, _)) = asked(&book, record, day) else { continue };
            let id = record.id();
            let waits = |filter: WaitFilter| {
                waiting::waiting_for(&book, day, filter).iter().any(|w| w.target == id && w.holder == holder)
            };
            let every = WaitFilter::default();
            prop_assert!(waits(every));
            let known = match &holder {
                Holder::Person(who) => {
                    let filter = WaitFilter { contact: Some(*who), ..every };
                    prop_assert!(waits(filter));
                    book.contact(*who).is_some()
                }
                Holder::Client(who) => {
                    let filter = WaitFilter { client: Some(*who), ..every };
                    prop_assert!(waits(filter));
                    book.client(*who).is_some()
                }
                Holder::Department(who) => {
                    let filter = WaitFilter { department: Some(*who), ..every };
                    prop_assert!(waits(filter));
                    book.department(*who).is_some()
                }
                _ => true,
            };
            let reminder = nudge(&book, &holder, now);
            prop_assert_eq!(reminder.is_some_and(|r| r.about().any(|about| about == id)), known);
            if Decision::of(record).is_some() || Request::of(record).is_some_and(|r| r.expected < Some(day) && r.expected.is_some()) {
                let client = home(&book, &holder).is_some_and(|h| h.kind == Kind::Client);
                let told = rows.iter().any(|r| r.target == id);
                prop_assert!(told || (client && record.kind() == Kind::Request), "{holder:?}");
            }
        }
    }
}

//! Promises: the first day is kept whatever happens to it, and judges; a second reckoning, written from the documents alone.

use crate::made::{Made, at, day, said};
use crate::naive::{Row, all, apart, each, rounded};
use chrono::NaiveDate;
use proptest::prelude::*;
use syndeo::domain::derive::promise::{self, Kept, Promise, Rate};
use syndeo::domain::derive::today::{Reason, today};
use syndeo::domain::{
    Book, Change, Client, Contact, Kind, Member, Milestone, Part, Project, ProjectStatus, PromisedDay,
    Record, Ref, Request, RequestStatus, keep_history,
};

/// One promise as the documents tell it: its days, when it was done, whether it still counts while it is open.
struct Naive {
    id: Ref,
    days: Vec<PromisedDay>,
    done: Option<NaiveDate>,
    goes_on: bool,
}

/// What stands in the field when no history was kept.
fn days_of(kept: &[PromisedDay], promised: Option<NaiveDate>, record: &Record) -> Vec<PromisedDay> {
    match (kept.is_empty(), promised) {
        (false, _) => kept.to_vec(),
        (true, None) => vec![],
        (true, day) => vec![PromisedDay { day, since: record.head().created, by: String::new(), told: None }],
    }
}

fn every(book: &Book) -> Vec<(Naive, Option<Ref>, Option<Ref>)> {
    let mut out = vec![];
    for it in all(book, Kind::Request, Request::of) {
        if it.status != RequestStatus::Declined {
            let record = Record::Request(it.clone());
            let days = days_of(&it.promises, it.promised, &record);
            let goes_on = it.status != RequestStatus::Told;
            let naive = Naive { id: it.id.into(), days, done: it.done_on.or(it.told_on), goes_on };
            out.push((naive, it.client.0.map(Ref::from), None));
        }
    }
    for project in all(book, Kind::Project, Project::of) {
        let goes_on = matches!(project.status, ProjectStatus::Active | ProjectStatus::Planned);
        let client = project.client.0.map(Ref::from);
        let own = days_of(&project.promises, project.promised, &Record::Project(project.clone()));
        out.push((
            Naive { id: project.id.into(), days: own, done: project.done_on, goes_on },
            client,
            Some(project.id.into()),
        ));
        for it in all(book, Kind::Milestone, Milestone::of) {
            if it.project.0 == Some(project.id) {
                let days = days_of(&it.promises, it.promised, &Record::Milestone(it.clone()));
                out.push((
                    Naive { id: it.id.into(), days, done: it.done_on, goes_on },
                    client,
                    Some(project.id.into()),
                ));
            }
        }
    }
    out
}

/// Kept, broken, or of no account, walking the days one by one up to `on`.
fn judged(it: &Naive, on: NaiveDate, within: i64) -> Option<bool> {
    let first = it.days.iter().find_map(|d| d.day)?;
    if it.done.is_none() && !it.goes_on {
        return None;
    }
    let back = it.days.last().filter(|d| d.day.is_none()).map(|d| d.since.date());
    let mut at = first.min(on).min(it.done.unwrap_or(on)).min(back.unwrap_or(on));
    while at <= on {
        if it.done == Some(at) {
            return (apart(at, on) <= within).then_some(at <= first);
        }
        if back == Some(at) {
            // Undone: in time it is nothing, unless it was done by the first day after all.
            let done = it.done.is_some_and(|d| d <= first && d <= on);
            return (apart(at, on) <= within && (done || at > first)).then_some(done);
        }
        at = at.succ_opt().unwrap();
    }
    (first < on).then_some(false)
}

/// The part of health that promises have.
pub fn health(book: &Book, client: &Client, on: NaiveDate) -> Option<Row> {
    let theirs = every(book).into_iter().filter(|(_, of, _)| *of == Some(client.id.into()));
    let judged: Vec<bool> = theirs.filter_map(|(it, ..)| judged(&it, on, 180)).collect();
    let (kept, all) = (judged.iter().filter(|k| **k).count(), judged.len());
    let whole = |n: usize| i64::try_from(n).unwrap();
    (all > 0).then(|| ("promises", rounded((whole(kept), whole(all)), 25), 25))
}

#[test]
fn rates_are_what_a_second_reckoning_says() {
    let mut counted = 0;
    each(|book, now| {
        let on = now.date();
        let every = every(book);
        let parts: Vec<&Member> = all(book, Kind::Member, Member::of)
            .into_iter()
            .filter(|m| matches!(m.part, Part::Responsible | Part::Accountable))
            .collect();
        let people = all(book, Kind::Contact, Contact::of);
        let carries = |person: Ref, it: &Naive, project: Option<Ref>| {
            let routed = book.get(it.id).and_then(Request::of).and_then(|r| r.contact.0).map(Ref::from);
            let team = |m: &&&Member| {
                m.contact.0.map(Ref::from) == Some(person) && m.project.0.map(Ref::from) == project
            };
            routed == Some(person) || (project.is_some() && parts.iter().any(|m| team(&m)))
        };
        for kind in [Kind::Client, Kind::Contact, Kind::Department] {
            for id in book.all(kind).map(Record::id) {
                let of_it = |(it, client, project): &&(Naive, Option<Ref>, Option<Ref>)| match kind {
                    Kind::Client => *client == Some(id),
                    Kind::Contact => carries(id, it, *project),
                    _ => {
                        let routed =
                            book.get(it.id).and_then(Request::of).and_then(|r| r.department.0).map(Ref::from);
                        let theirs = people.iter().filter(|p| p.department.0.map(Ref::from) == Some(id));
                        routed == Some(id) || theirs.into_iter().any(|p| carries(p.id.into(), it, *project))
                    }
                };
                for within in [180, 365] {
                    let judged: Vec<bool> =
                        every.iter().filter(of_it).filter_map(|(it, ..)| judged(it, on, within)).collect();
                    let rate = Rate { kept: judged.iter().filter(|k| **k).count(), all: judged.len() };
                    let found = promise::promises_around(book, id);
                    assert_eq!(Rate::of(&found, on, within), rate, "{} on {on}", book.title(id));
                    counted += rate.all;
                }
            }
        }
    });
    assert!(counted > 1_000, "{counted}");
}

/// A request as it goes from day to day: each step sets the promised day, or takes it back.
fn moved(steps: &[Option<u8>]) -> (Record, Vec<(Record, Change)>) {
    let mut made = Made::new();
    let mut record = Record::from(made.request("2026-11-01"));
    let mut changes = vec![];
    for (nth, step) in steps.iter().enumerate() {
        let before = record.clone();
        let now = at(&format!("2026-11-{:02}", nth + 2));
        if let Record::Request(r) = &mut record {
            r.promised = step.map(|d| day("2026-11-10") + chrono::Duration::days(i64::from(d)));
        }
        let mut change = Change::new("moved", now).with(Some(before.clone()), Some(record));
        keep_history(&mut change, "eleni");
        keep_history(&mut change, "eleni");
        record = change.edits[0].after.clone().unwrap();
        changes.push((before, change));
    }
    (record, changes)
}

proptest! {
    #[test]
    fn every_promised_day_is_kept_and_the_first_judges(steps in prop::collection::vec(prop::option::of(0u8..4), 1..12)) {
        let (record, changes) = moved(&steps);
        // What is the same as before is no move.
        let mut told: Vec<Option<u8>> = steps.clone();
        told.dedup();
        if told.first() == Some(&None) {
            told.remove(0);
        }
        let wanted: Vec<Option<NaiveDate>> =
            told.iter().map(|s| s.map(|d| day("2026-11-10") + chrono::Duration::days(i64::from(d)))).collect();
        let days: Vec<Option<NaiveDate>> = record.promised_days().iter().map(|p| p.day).collect();
        prop_assert_eq!(&days, &wanted);
        let stands = Promise::of(&Book::of([record.clone()]), &record);
        prop_assert_eq!(stands.map(|p| p.first), wanted.iter().copied().flatten().next());
        for (before, change) in changes.iter().rev() {
            let back = change.inverse(at("2026-12-30"), syndeo::domain::Role::Undo(1));
            prop_assert_eq!(back.edits[0].after.as_ref(), Some(before), "undo gives back what was there");
            let mut again = back.clone();
            keep_history(&mut again, "eleni");
            prop_assert_eq!(again, back, "taking back makes no history");
        }
    }
}

proptest! {
    /// Moved, taken back, done, in any order: as one who walks the days finds it, and as many days late.
    #[test]
    fn a_promise_is_judged_as_day_by_day(
        steps in prop::collection::vec(prop::option::of(0u8..8), 1..8),
        done in prop::option::of(0i64..30),
        on in 0i64..40,
    ) {
        let (mut record, _) = moved(&steps);
        let away = |days: i64| day("2026-11-01") + chrono::Duration::days(days);
        let (on, done) = (away(on), done.map(away));
        if let (Record::Request(r), Some(done)) = (&mut record, done) {
            (r.done_on, r.status) = (Some(done), RequestStatus::Done);
        }
        let days = record.promised_days();
        let back = days.last().filter(|d| d.day.is_none()).map(|d| d.since.date());
        let naive = Naive { id: record.id(), days, done, goes_on: true };
        let found = Promise::of(&Book::of([record.clone()]), &record).and_then(|p| p.stood_within(on, 180));
        prop_assert_eq!(found.map(|kept| kept == Kept::Kept), judged(&naive, on, 180));
        if let Some(Kept::Broken(late)) = found {
            let first = naive.days.iter().find_map(|d| d.day).unwrap();
            let over = first.iter_days().position(|d| d == on || Some(d) == done || Some(d) == back).unwrap();
            prop_assert_eq!(late, i64::try_from(over).unwrap());
        }
    }
}

#[test]
fn a_promise_that_moves_stays_broken_or_kept_by_its_first_day() {
    let stood = |steps: &[Option<u8>], done: Option<&str>, on: &str| {
        let (mut record, _) = moved(steps);
        if let (Record::Request(r), Some(done)) = (&mut record, done) {
            (r.done_on, r.status) = (Some(day(done)), RequestStatus::Done);
        }
        Promise::of(&Book::of([record.clone()]), &record).and_then(|p| p.stood(day(on)))
    };
    // Promised for the 10th, moved to the 13th.
    let later = [Some(0), Some(3)];
    assert_eq!(stood(&later, None, "2026-11-10"), None);
    assert_eq!(stood(&later, None, "2026-11-12"), Some(Kept::Broken(2)));
    assert_eq!(stood(&later, Some("2026-11-13"), "2026-11-20"), Some(Kept::Broken(3)));
    assert_eq!(stood(&later, Some("2026-11-09"), "2026-11-20"), Some(Kept::Kept));
    // An earlier day than the first is no new measure either.
    assert_eq!(stood(&[Some(3), Some(0)], Some("2026-11-12"), "2026-11-20"), Some(Kept::Kept));
    // Taken back in time (on the 3rd) it is of no account; taken back after its day it stays broken.
    assert_eq!(stood(&[Some(0), None], None, "2026-11-20"), None);
    let long = [
        Some(0),
        Some(0),
        Some(0),
        Some(0),
        Some(0),
        Some(0),
        Some(0),
        Some(0),
        Some(0),
        Some(0),
        Some(0),
        None,
    ];
    assert_eq!(stood(&long, None, "2026-11-20"), Some(Kept::Broken(3)));
}

#[test]
fn a_move_and_a_refusal_wait_in_today_until_the_client_was_told() {
    let mut made = Made::new();
    made.touched("2026-11-20");
    let (record, _) = moved(&[Some(0), Some(20)]);
    let Record::Request(mut request) = record else { panic!("a request") };
    request.client = made.client.into();
    made.put(request.clone());
    let reasons = |made: &Made| -> Vec<(Reason, String)> {
        let rows = today(&made.book, at("2026-11-05"));
        rows.into_iter()
            .filter(|r| r.target.kind == Kind::Request)
            .map(|r| (r.reason, said(&made.book, &r, "2026-11-05")))
            .collect()
    };
    let rows = reasons(&made);
    assert_eq!(rows.first().map(|r| r.0), Some(Reason::MoveNotTold), "{rows:?}");
    assert!(rows[0].1.starts_with("promise moved 3 Nov to 30 Nov, client not told"), "{rows:?}");
    request.promises.last_mut().unwrap().told = Some(day("2026-11-04"));
    made.put(request.clone());
    assert!(reasons(&made).iter().all(|r| r.0 != Reason::MoveNotTold));
    (request.status, request.outcome, request.done_on) =
        (RequestStatus::Declined, "too dear".into(), Some(day("2026-11-04")));
    made.put(request.clone());
    assert_eq!(reasons(&made).first().map(|r| r.0), Some(Reason::DeclinedNotTold));
    for (on, told) in [(Some("2026-08-01"), None), (Some("2026-11-04"), Some("2026-11-05")), (None, None)] {
        (request.done_on, request.told_on) = (on.map(day), told.map(day));
        made.put(request.clone());
        assert_eq!(reasons(&made), [], "{on:?} {told:?}");
    }
}

/// That a client was told of a move can be noted exactly where Today says that it was not, in whatever state the work is:
/// what is done is told as a whole, and what rests or was given up asks for nothing.
#[test]
fn a_move_can_be_noted_as_told_where_today_asks_for_it() {
    let (record, _) = moved(&[Some(0), Some(20)]);
    let Record::Request(request) = record else { panic!("a request") };
    let mut asked = 0;
    let mut check = |made: &Made, record: &Record| {
        let rows = today(&made.book, at("2026-11-05"));
        let of = |reason: &Reason| *reason == Reason::MoveNotTold;
        let told =
            rows.iter().filter(|r| r.target == record.id()).any(|r| of(&r.reason) || r.also.iter().any(of));
        let may = promise::untold_move(&made.book, record).is_some();
        assert_eq!(may, told, "{record:?}");
        asked += usize::from(may);
    };
    for status in [
        RequestStatus::Asked,
        RequestStatus::Routed,
        RequestStatus::Promised,
        RequestStatus::Done,
        RequestStatus::Told,
        RequestStatus::Declined,
    ] {
        let mut made = Made::new();
        let mut it = Request { client: made.client.into(), status, ..request.clone() };
        it.done_on = (!matches!(status, RequestStatus::Promised)).then(|| day("2026-11-04"));
        made.put(it.clone());
        check(&made, &it.into());
    }
    for status in [
        ProjectStatus::Planned,
        ProjectStatus::Active,
        ProjectStatus::OnHold,
        ProjectStatus::Done,
        ProjectStatus::Cancelled,
    ] {
        let mut made = Made::new();
        let mut project = Project::new(made.id(), at("2026-11-01"));
        (project.name, project.client, project.status) = ("Fair".into(), made.client.into(), status);
        (project.promised, project.promises) = (request.promised, request.promises.clone());
        let mut step = Milestone::new(made.id(), at("2026-11-01"));
        (step.name, step.project) = ("Stand".into(), project.id.into());
        (step.promised, step.promises) = (Some(day("2026-11-28")), request.promises.clone());
        made.put(project.clone());
        made.put(step.clone());
        check(&made, &project.into());
        check(&made, &step.into());
    }
    assert_eq!(asked, 7, "three of requests, two of projects, two of their milestones");
}

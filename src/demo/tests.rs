//! The sample book is sound, the same every time, and rich enough for every screen.

use super::*;
use crate::domain::{
    Absence, Book, Contact, Decision, Feedback, Hand, Interaction, Kind, Link, Member, Milestone, Project,
    ProjectStatus, Ref, Request, RequestStatus, Task, TaskStatus, Touch, derive, json, text,
};
use std::collections::BTreeSet;
use std::fs;

/// A working day, both days of a weekend, New Year, a leap day, and an hour in which the day differs from UTC's.
const NOWS: [&str; 14] = [
    "2026-11-24T10:20:00+02:00",
    "2026-11-28T22:15:00+02:00",
    "2027-01-01T00:05:00+02:00",
    "2028-02-29T08:00:00-05:00",
    "2026-06-14T23:59:00+03:00",
    "2026-03-02T01:30:00+02:00",
    // Every weekday in a row, a month's end, and both changes of daylight saving.
    "2026-11-23T10:20:00+02:00",
    "2026-11-25T10:20:00+02:00",
    "2026-11-26T10:20:00+02:00",
    "2026-11-27T10:20:00+02:00",
    "2026-11-29T10:20:00+02:00",
    "2027-01-31T10:20:00+02:00",
    "2027-03-28T04:00:00+03:00",
    "2027-10-31T03:00:00+02:00",
];

fn nows() -> impl Iterator<Item = Moment> {
    NOWS.iter().filter_map(|text| Moment::from_rfc3339(text))
}

fn now() -> Moment {
    nows().next().unwrap()
}

fn of<T: Clone>(records: &[Record], kind: fn(&Record) -> Option<&T>) -> Vec<T> {
    records.iter().filter_map(kind).cloned().collect()
}

#[test]
fn the_tables_are_whole() {
    let mut tables = 0;
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/demo/data")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        // The others are lists and blocks of lines.
        if !text.lines().next().unwrap().contains(" | ") {
            continue;
        }
        tables += 1;
        for row in table::rows(&text) {
            assert!(row.is_whole(), "{row:?}");
        }
    }
    assert!(tables >= 15, "{tables}");
    for now in nows() {
        assert_eq!(build(now).complaints, Vec::<String>::new());
    }
}

#[test]
fn every_record_is_sound_and_every_link_leads_somewhere() {
    for now in nows() {
        let records = book(now);
        let ids: BTreeSet<Ref> = records.iter().map(Record::id).collect();
        assert_eq!(ids.len(), records.len());
        for record in &records {
            assert_eq!(record.errors(), vec![], "{record:?}");
            assert!(record.head().created <= now, "{record:?}");
            for (field, value) in record.links() {
                for target in value.refs() {
                    assert!(ids.contains(target), "{} of {record:?}", field.name);
                }
            }
        }
    }
}

#[test]
fn the_same_moment_gives_the_same_bytes() {
    let bytes = || book(now()).iter().map(|r| json::write(r).to_string()).collect::<Vec<_>>().join("\n");
    assert_eq!(bytes(), bytes());
}

#[test]
fn json_gives_every_record_back() {
    for record in book(now()) {
        assert_eq!(json::read(&json::write(&record)), Ok(record));
    }
}

#[test]
fn it_is_as_large_as_a_real_book() {
    let records = book(now());
    let count = |kind| records.iter().filter(|r| r.id().kind == kind).count();
    for (kind, least, most) in [
        (Kind::Client, 18, 18),
        (Kind::Contact, 85, 85),
        (Kind::Department, 8, 8),
        (Kind::Project, 30, 30),
        (Kind::Milestone, 120, 210),
        (Kind::Member, 120, 240),
        (Kind::Task, 120, 180),
        (Kind::Request, 40, 60),
        (Kind::Interaction, 800, 1_050),
        (Kind::Agreement, 15, 30),
        (Kind::Obligation, 20, 40),
        (Kind::Feedback, 25, 45),
        (Kind::Decision, 25, 45),
        (Kind::Absence, 8, 14),
        (Kind::Playbook, 2, 2),
        (Kind::Calendar, 1, 1),
        (Kind::CustomField, 5, 5),
    ] {
        assert!((least..=most).contains(&count(kind)), "{kind}: {}", count(kind));
    }
}

#[test]
fn short_numbers_are_given_once_each_and_without_gaps() {
    let records = book(now());
    let mut numbers: Vec<u32> = records.iter().filter_map(Record::number).collect();
    numbers.sort_unstable();
    let all = u32::try_from(records.iter().filter(|r| r.wants_number()).count()).unwrap();
    assert_eq!(numbers, (1..=all).collect::<Vec<_>>());
}

#[test]
fn there_is_something_to_look_at_everywhere() {
    let records = book(now());
    let book = Book::of(records.clone());
    for client in book.all(Kind::Client) {
        let id = client.id();
        assert!(derive::people_of(&book, id).len() >= 2, "{}", client.title());
        assert!(derive::timeline(&book, id).len() >= 5, "{}", client.title());
        assert!(derive::last_touch(&book, id, now()).is_some());
        let more = [Kind::Project, Kind::Request, Kind::Agreement, Kind::Task];
        assert!(more.iter().any(|k| book.backlinks(id, *k).next().is_some()), "{}", client.title());
    }
    for project in of(&records, Project::of) {
        let milestones = book.backlinks(project.id, Kind::Milestone).count();
        assert!((3..=7).contains(&milestones), "{}", project.name);
        assert!(book.backlinks(project.id, Kind::Member).count() >= 3, "{}", project.name);
    }
}

#[test]
fn every_status_is_there_and_some_things_are_late() {
    let records = book(now());
    let book = Book::of(records.clone());
    let today = now().date();
    let tasks = of(&records, Task::of);
    let late = tasks.iter().filter(|t| derive::is_late(t, today)).count();
    assert!((4..40).contains(&late), "{late} tasks are late");
    for status in
        [TaskStatus::Open, TaskStatus::Doing, TaskStatus::Waiting, TaskStatus::Done, TaskStatus::Dropped]
    {
        assert!(tasks.iter().any(|t| t.status == status), "{status:?}");
    }
    assert!(tasks.iter().any(|t| t.assignee == Link(None)) && tasks.iter().any(|t| !t.after.0.is_empty()));
    for status in [
        RequestStatus::Asked,
        RequestStatus::Routed,
        RequestStatus::Promised,
        RequestStatus::Done,
        RequestStatus::Told,
        RequestStatus::Declined,
    ] {
        assert!(of(&records, Request::of).iter().any(|r| r.status == status), "{status:?}");
    }
    let away =
        of(&records, Absence::of).iter().filter(|a| a.first <= Some(today) && a.last >= Some(today)).count();
    assert!(away >= 2);
    let overdue = |m: &Milestone| m.done_on.is_none() && m.promised < Some(today);
    let active = |m: &Milestone| {
        m.project.0.and_then(|p| book.project(p)).is_some_and(|p| p.status == ProjectStatus::Active)
    };
    let broken = of(&records, Milestone::of).iter().filter(|m| overdue(m) && active(m)).count();
    assert!((1..15).contains(&broken), "{broken} milestones are late");
    assert!(!of(&records, Feedback::of).is_empty() && !of(&records, Decision::of).is_empty());
    assert!(of(&records, Member::of).iter().all(|m| m.contact.0.is_some()));
}

#[test]
fn what_happened_lies_in_the_past_and_reads_like_something() {
    for now in nows() {
        let records = book(now);
        let touches = of(&records, Interaction::of);
        for touch in &touches {
            assert!(touch.at <= now, "{touch:?}");
            assert!(!touch.people.0.is_empty() && !touch.clients.0.is_empty(), "{touch:?}");
            for text in [&touch.summary, &touch.text] {
                assert!(
                    !text.contains(['{', '}']) && !text.contains("  ") && text.trim() == text,
                    "{text:?}"
                );
                assert!(!text.lines().flat_map(str::chars).any(text::is_unsafe), "{text:?}");
            }
        }
        let summaries: BTreeSet<&str> = touches.iter().map(|t| t.summary.as_str()).collect();
        assert!(summaries.len() * 10 > touches.len() * 6, "{} of {}", summaries.len(), touches.len());
        assert!(touches.iter().any(|t| t.text.lines().count() > 4));
        let meetings = || touches.iter().filter(|t| t.touch == Touch::Meeting);
        assert!(meetings().any(|m| m.people.0.len() > 2));
        assert!(meetings().any(|m| m.report_sent.is_none()) && meetings().any(|m| m.report_sent.is_some()));
    }
}

#[test]
fn hands_follow_each_other_and_nudges_lie_between_them() {
    for now in nows() {
        let records = book(now);
        let requests = of(&records, Request::of);
        let hands = |r: &Record| match r {
            Record::Request(r) => r.hands.clone(),
            Record::Task(t) => t.hands.clone(),
            _ => vec![],
        };
        for record in &records {
            let all: Vec<Hand> = hands(record);
            assert!(all.windows(2).all(|w| w[0].since <= w[1].since), "{record:?}");
            for hand in &all {
                assert!(hand.since <= now && hand.nudges.iter().all(|n| n.at > hand.since && n.at <= now));
            }
        }
        assert!(requests.iter().filter(|r| r.hands.len() > 2).count() > 20);
        assert!(requests.iter().flat_map(|r| &r.hands).any(|h| h.nudges.len() > 1));
    }
}

#[test]
fn mail_addresses_are_plain_and_differ() {
    let mut seen = BTreeSet::new();
    for contact in of(&book(now()), Contact::of) {
        let mail = &contact.mails.first().unwrap().value;
        assert!(mail.is_ascii() && mail.ends_with(".example") && !mail.contains(".."), "{mail}");
        assert!(seen.insert(mail.clone()), "{mail} comes twice");
    }
}

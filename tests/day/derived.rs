//! The table of derived fields, and rules that stand once.

use crate::made::{Made, at, day, hand};
use std::collections::BTreeSet;
use syndeo::demo;
use syndeo::domain::derive::fields::{self, Derived};
use syndeo::domain::derive::{self, hands, waiting};
use syndeo::domain::{
    Book, Contact, Holder, Kind, Link, Moment, Priority, Record, RequestStatus, Type, Value, json,
};
use syndeo::words;

fn read(made: &Made, row: &Derived, record: &Record) -> Value {
    row.read(&made.book, at("2026-11-24"), record)
}

#[test]
fn every_row_tells_something_of_each_of_its_kinds_and_nothing_of_others() {
    let now = Moment::from_rfc3339("2026-11-24T10:20:00+02:00").unwrap();
    let book = Book::of(demo::book(now));
    for row in fields::ALL {
        let telling: BTreeSet<Kind> = book
            .everything()
            .filter(|record| !row.read(&book, now, record).is_empty())
            .map(Record::kind)
            .collect();
        assert_eq!(telling, row.of.iter().copied().collect(), "{}", row.name);
    }
}

#[test]
fn no_row_bears_the_name_of_a_field_or_of_another_row() {
    for kind in Kind::ALL {
        let mut names: BTreeSet<&str> = kind.fields().iter().map(|f| f.name).collect();
        for row in kind.derived() {
            assert!(names.insert(row.name), "{kind} {}", row.name);
            assert!(!row.label.is_empty() && row.about.ends_with('.'), "{}", row.name);
        }
    }
}

#[test]
fn a_request_tells_who_holds_it_whether_it_is_late_and_what_became_of_its_promise() {
    let mut made = Made::new();
    let mut request = made.request("2026-11-02");
    request.hands = vec![hand(Holder::Us, "2026-11-02"), hand(Holder::Person(made.nikos), "2026-11-10")];
    (request.promised, request.status) = (Some(day("2026-11-20")), RequestStatus::Promised);
    made.put(request.clone());
    let record: Record = request.clone().into();
    assert_eq!(read(&made, &fields::HELD_BY, &record), Value::Text("Nikos Andreou".into()));
    assert_eq!(read(&made, &fields::HELD_DAYS, &record), Value::Whole(14));
    assert_eq!(read(&made, &fields::WAITING_DAYS, &record), Value::Whole(14));
    assert_eq!(
        (read(&made, &fields::OPEN, &record), read(&made, &fields::LATE, &record)),
        (Value::Yes, Value::Yes)
    );
    let kept = |record: &Record| match read(&made, &fields::KEPT_PROMISE, record) {
        Value::Choice(code) => match &fields::KEPT_PROMISE.kind {
            Type::Choice(list) => list.iter().find(|c| c.code == code).map(|c| c.name),
            _ => None,
        },
        _ => None,
    };
    assert_eq!(kept(&record), Some("broken"), "open after the day");
    request.promised = Some(day("2026-11-24"));
    assert_eq!(kept(&request.clone().into()), None, "there is still today");
    (request.status, request.done_on) = (RequestStatus::Done, Some(day("2026-11-24")));
    assert_eq!(kept(&request.clone().into()), Some("kept"));
    request.status = RequestStatus::Declined;
    assert_eq!(kept(&request.into()), None);
}

#[test]
fn json_tells_what_follows_and_reads_the_record_back_without_it() {
    let mut made = Made::new();
    let record: Record = made.request("2026-11-02").into();
    made.put(record.clone());
    let written = json::write_with_derived(&made.book, at("2026-11-24"), &record);
    let derived = &written["derived"];
    assert_eq!((&derived["held_by"], &derived["held_days"]), (&"us".into(), &22.into()));
    assert_eq!((&derived["open"], &derived["late"]), (&true.into(), &false.into()));
    assert!(derived.get("waiting_days").is_none() && derived.get("kept").is_none());
    assert_eq!(json::read(&written), Ok(record));
}

/// The row of a task in Today and in the list of waits said less than the record did.
#[test]
fn a_task_of_somebody_at_a_client_is_that_clients_everywhere() {
    let mut made = Made::new();
    let mut task = made.task("2026-11-02");
    (task.client, task.assignee, task.due) = (Link(None), made.maria.into(), Some(day("2026-11-20")));
    made.put(task.clone());
    assert_eq!(derive::client_of(&made.book, &task.clone().into()), Some(made.client));
    let waits = waiting::waiting(&made.book, day("2026-11-24"));
    assert_eq!(waits.iter().map(|w| w.client).collect::<Vec<_>>(), [Some(made.client)]);
    let rows = derive::today::today(&made.book, at("2026-11-24"));
    assert!(rows.iter().any(|r| r.target == task.id.into()));
    assert!(
        rows.iter().filter(|r| r.target == task.id.into()).all(|r| r.client == Some(made.client)),
        "{rows:?}"
    );
}

/// What it belongs to says more than who does it; what it waits for says nothing.
#[test]
fn a_task_is_its_requests_clients_whoever_does_it() {
    let mut made = Made::new();
    let other = {
        let mut client = syndeo::domain::Client::new(made.id(), at("2026-01-05"));
        client.name = "Borealis".into();
        made.put(client.clone());
        client.id
    };
    let mut request = made.request("2026-11-02");
    request.client = other.into();
    made.put(request.clone());
    let before = made.task("2026-11-01");
    made.put(before.clone());
    let mut task = made.task("2026-11-02");
    (task.client, task.assignee, task.request) = (Link(None), made.maria.into(), request.id.into());
    assert_eq!(derive::clients_of(&made.book, &task.clone().into()), [other, made.client]);
    (task.request, task.assignee) = (Link(None), Link(None));
    task.after.0.push(before.id);
    assert_eq!(derive::client_of(&made.book, &task.into()), None);
}

/// Bad data of elsewhere may name both; then they are the client's, wherever it is asked.
#[test]
fn who_works_for_a_client_is_no_colleague() {
    let mut made = Made::new();
    let maria = made.book.contact(made.maria).unwrap().clone();
    let department = made.design;
    made.change(&maria, |c| c.department = department.into());
    let maria: &Contact = made.book.contact(made.maria).unwrap();
    assert!(!maria.is_colleague());
    assert_eq!(maria.home(), Some(made.client.into()));
    assert_eq!(words::holder_name(&made.book, &Holder::Person(made.maria)), "Maria Papadaki (Aegean Foods)");
    assert_eq!(hands::party(&made.book, &Holder::Person(made.maria)), hands::Party::Client(made.client));
    assert_eq!(words::holder_name(&made.book, &Holder::Other(String::new())), "somebody");
}

#[test]
fn priorities_are_ordered_by_what_they_mean() {
    assert!(Priority::Low < Priority::Normal && Priority::Normal < Priority::High);
    assert!(Priority::High < Priority::Urgent && Priority::default() == Priority::Normal);
}

/// The manual names each of them.
#[test]
fn the_manual_names_every_row() {
    let manual = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/manual.md")).unwrap();
    for row in fields::ALL {
        assert!(manual.contains(&format!("`{}`", row.name)), "{} is not in docs/manual.md", row.name);
    }
}

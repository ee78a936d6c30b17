//! Calendars in and out: with whom, when, what stays, what is told.

use super::super::{Differing, Import, Opened};
use super::*;
use crate::domain::{Agreement, AgreementStatus, Client, Contact, Labelled, Request};
use crate::domain::{Link, Priority, Task, TaskStatus};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn ids() -> IdGenerator {
    static SEED: AtomicU64 = AtomicU64::new(1);
    IdGenerator::new(SEED.fetch_add(1, Ordering::Relaxed).to_le_bytes().repeat(2).try_into().unwrap())
}

fn import(book: &Book, file: &str) -> Import {
    Opened::read(file.as_bytes()).unwrap().against(book, &mut ids(), now(), Differing::Keep).unwrap()
}

/// Brings a file in; the same file again must change nothing.
fn taken(book: &mut Book, file: &str) -> Import {
    let first = import(book, file);
    book.apply(&first.clone().into_change(now()));
    let again = import(book, file);
    assert!(again.records.is_empty(), "{file}");
    assert_eq!(
        again.new + again.same + again.changed + again.refused.len(),
        first.new + first.same + first.changed + first.refused.len()
    );
    first
}

/// Aegean Foods with Maria and Petros, who has the office's address too; Nikos of our Design.
fn book() -> Book {
    let mut ids = ids();
    let mut book = Book::default();
    let client = Client { name: "Aegean Foods".into(), ..Client::new(ids.next(now()), now()) };
    let design = crate::domain::Department {
        name: "Design".into(),
        ..crate::domain::Department::new(ids.next(now()), now())
    };
    let person = |ids: &mut IdGenerator, name: &str, mails: &[&str]| {
        let mut contact = Contact::new(ids.next(now()), now());
        let (first, last) = name.split_once(' ').unwrap();
        (contact.first_name, contact.last_name) = (first.into(), last.into());
        contact.mails =
            mails.iter().map(|mail| Labelled { label: String::new(), value: (*mail).into() }).collect();
        contact
    };
    let maria = Contact {
        client: Link(Some(client.id)),
        ..person(&mut ids, "Maria Papadaki", &["maria@aegean.example", "office@aegean.example"])
    };
    let petros = Contact {
        client: Link(Some(client.id)),
        ..person(&mut ids, "Petros Rallis", &["office@aegean.example"])
    };
    let nikos = Contact {
        department: Link(Some(design.id)),
        ..person(&mut ids, "Nikos Vale", &["nikos@ours.example"])
    };
    for record in [Record::from(client), design.into(), maria.into(), petros.into(), nikos.into()] {
        book.put(record);
    }
    book
}

fn calendar(parts: &[&str]) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|lines| {
            let (name, lines) = lines.split_once(' ').unwrap();
            format!("BEGIN:{name}\r\n{}\r\nEND:{name}\r\n", lines.replace(" / ", "\r\n"))
        })
        .collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n", parts.concat())
}

fn touches(book: &Book) -> Vec<&Interaction> {
    book.all(Kind::Interaction).filter_map(Interaction::of).collect()
}

fn names(book: &Book, touch: &Interaction) -> Vec<String> {
    let people = touch.people.0.iter().map(|id| book.title(*id));
    people.chain(touch.clients.0.iter().map(|id| book.title(*id))).collect()
}

#[test]
fn events_become_touches_with_those_who_are_known() {
    let mut book = book();
    let file = calendar(&[
        "VEVENT UID:1 / DTSTART:20261126T130000Z / DTEND:20261126T140000Z / SUMMARY:Spring\\, and banner / \
        LOCATION:Quay 1 / DESCRIPTION:one\\ntwo / ORGANIZER:mailto:nikos@ours.example / ATTENDEE;CN=Maria:MAILTO:Maria@aegean.example / \
        ATTENDEE;CUTYPE=ROOM:mailto:room@x / BEGIN:VALARM / TRIGGER:-PT1H / SUMMARY:no / END:VALARM",
    ]);
    let import = taken(&mut book, &file);
    assert_eq!((import.new, import.notes.len()), (1, 0), "{:?}", import.notes);
    let touch = touches(&book)[0];
    assert_eq!(touch.at.to_rfc3339(), "2026-11-26T13:00:00.000+00:00");
    assert_eq!(
        (touch.summary.as_str(), touch.minutes, touch.state),
        ("Spring, and banner", Some(60), TouchState::Planned)
    );
    assert_eq!(touch.text, "Place: Quay 1\n\none\ntwo");
    assert_eq!(names(&book, touch), ["Nikos Vale", "Maria Papadaki", "Aegean Foods"]);
    assert_eq!((touch.direction, touch.touch), (Direction::Out, Touch::Meeting));
}

#[test]
fn with_whom_it_is_is_never_guessed() {
    for (lines, found, told) in [
        ("ATTENDEE:mailto:maria@aegean.example", &["Maria Papadaki", "Aegean Foods"][..], ""),
        ("ATTENDEE:mailto:office@aegean.example", &["Aegean Foods"], ""),
        (
            "ATTENDEE;CN=Maria Papadaki:mailto:maria@home.example",
            &["Maria Papadaki", "Aegean Foods"],
            "by the name",
        ),
        (
            "ATTENDEE;CN=Maria:mailto:maria@home.example",
            &[],
            "none of those in it is in the book: Maria <maria@home.example>",
        ),
        ("ATTENDEE;PARTSTAT=DECLINED:mailto:maria@aegean.example", &[], "nobody is in it"),
        ("SUMMARY:Lunch with AEGEAN foods", &["Aegean Foods"], "as its title names them"),
        ("SUMMARY:Aegean", &[], "nobody is in it"),
        ("ATTENDEE:mailto:nikos@ours.example", &["Nikos Vale"], ""),
    ] {
        let mut book = book();
        let import =
            taken(&mut book, &calendar(&[&format!("VEVENT UID:1 / DTSTART:20261101T090000Z / {lines}")]));
        let got = touches(&book).first().map(|touch| names(&book, touch)).unwrap_or_default();
        assert_eq!(got, found, "{lines}");
        let said = import
            .notes
            .iter()
            .map(|n| &n.words)
            .chain(import.refused.iter().map(|r| &r.reason))
            .cloned()
            .collect::<Vec<_>>()
            .join("\n");
        assert!(said.contains(told) && said.is_empty() == told.is_empty(), "{lines}: {said}");
    }
}

#[test]
fn zones_series_and_single_times_of_them() {
    let mut book = book();
    let file = calendar(&[
        "VEVENT UID:1 / DTSTART;TZID=GTB Standard Time:20261020T090000 / DTEND;TZID=GTB Standard Time:20261020T093000 / \
         RRULE:FREQ=WEEKLY;COUNT=4 / EXDATE;TZID=GTB Standard Time:20261027T090000 / SUMMARY:Weekly / ATTENDEE:mailto:maria@aegean.example",
        "VEVENT UID:1 / RECURRENCE-ID;TZID=GTB Standard Time:20261103T090000 / DTSTART;TZID=GTB Standard Time:20261104T110000 / \
         DTEND;TZID=GTB Standard Time:20261104T120000 / SUMMARY:Moved / ATTENDEE:mailto:maria@aegean.example",
    ]);
    let import = taken(&mut book, &file);
    let mut all: Vec<String> =
        touches(&book).iter().map(|t| format!("{} {}", t.at.to_rfc3339(), t.summary)).collect();
    all.sort();
    assert_eq!(
        all,
        [
            "2026-10-20T09:00:00.000+03:00 Weekly",
            "2026-11-04T11:00:00.000+02:00 Moved",
            "2026-11-10T09:00:00.000+02:00 Weekly"
        ],
        "{:?}",
        import.notes
    );
    // The parts of the file are counted, not the times.
    assert_eq!(import.new, 2);
}

#[test]
fn what_a_person_said_of_a_meeting_stays() {
    let mut book = book();
    let event = |more: &str| {
        calendar(&[&format!(
            "VEVENT UID:1 / DTSTART:20261126T130000Z / SUMMARY:Plan / ATTENDEE:mailto:maria@aegean.example{more}"
        )])
    };
    taken(&mut book, &event(""));
    let told = taken(&mut book, &event(" / STATUS:CANCELLED"));
    assert!(told.kept == 1 && told.notes[0].words.contains("is cancelled there"), "{:?}", told.notes);
    let moved = taken(&mut book, &event("").replace("T130000Z", "T150000Z"));
    assert_eq!(moved.kept, 1, "{:?}", moved.notes);
    // What was called off before it was ever written down is not written down.
    let mut empty = self::book();
    let gone = taken(&mut empty, &event(" / STATUS:CANCELLED"));
    assert_eq!((gone.new, gone.same, touches(&empty).len()), (0, 1, 0));
}

#[test]
fn to_dos_become_tasks() {
    let mut book = book();
    let file = calendar(&[
        "VTODO UID:a / SUMMARY:Send Aegean Foods the list / DUE;VALUE=DATE:20261201 / PRIORITY:1 / CATEGORIES:a,b",
        "VTODO UID:b / SUMMARY:Old / COMPLETED:20261101T100000Z / STATUS:COMPLETED",
        "VTODO UID:c / DUE:20261201T100000Z",
    ]);
    let import = taken(&mut book, &file);
    assert_eq!((import.new, import.refused.len()), (2, 1));
    let mut tasks: Vec<&Task> = book.all(Kind::Task).filter_map(Task::of).collect();
    tasks.sort_by_key(|task| task.no);
    assert_eq!(tasks.iter().map(|task| task.no).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(book.title(tasks[0].client.0.unwrap()), "Aegean Foods");
    assert_eq!(
        (tasks[0].due, tasks[0].priority, tasks[0].tags.len()),
        (NaiveDate::from_ymd_opt(2026, 12, 1), Priority::Urgent, 2)
    );
    assert_eq!((tasks[1].status, tasks[1].done_on), (TaskStatus::Done, NaiveDate::from_ymd_opt(2026, 11, 1)));
}

/// A record that would not be right with what a file says of it stays as it is, and the file is told why.
#[test]
fn what_would_not_be_right_is_refused_and_stays() {
    let mut book = book();
    taken(&mut book, &calendar(&["VTODO UID:a / SUMMARY:Send it"]));
    let mut task = book.all(Kind::Task).find_map(Task::of).unwrap().clone();
    task.start = NaiveDate::from_ymd_opt(2026, 12, 10);
    book.put(task.into());
    for (due, taken) in [("20261209", false), ("20261210", true), ("20261211", true)] {
        let import =
            import(&book, &calendar(&[&format!("VTODO UID:a / SUMMARY:Send it / DUE;VALUE=DATE:{due}")]));
        assert_eq!((import.changed, import.refused.len()), if taken { (1, 0) } else { (0, 1) }, "{due}");
        assert_eq!(import.records.len(), usize::from(taken), "{due}");
    }
}

/// Calendars count from 1, the most urgent, to 9; 5 is neither, and 0 says that nobody thought of it.
#[test]
fn what_is_urgent_is_read_from_numbers() {
    use Priority::{High, Low, Normal, Urgent};
    let wanted = [Normal, Urgent, High, High, High, Normal, Low, Low, Low, Low, Normal];
    for (number, wanted) in wanted.into_iter().enumerate() {
        let mut book = Book::default();
        taken(&mut book, &calendar(&[&format!("VTODO UID:a / SUMMARY:Send it / PRIORITY:{number}")]));
        assert_eq!(book.all(Kind::Task).find_map(Task::of).unwrap().priority, wanted, "{number}");
    }
}

/// What a file that was cut off has of its last part is read, and that it is not all is told at its line.
#[test]
fn a_part_that_was_cut_off_is_told() {
    for end in ["", "BEGIN:VALARM\r\n"] {
        let file =
            format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\nUID:a\r\nSUMMARY:Send it\r\n{end}");
        let mut book = Book::default();
        let import = taken(&mut book, &file);
        assert_eq!(import.new, 1, "{end}");
        let told: Vec<_> = import.notes.iter().map(|note| (note.line, note.words.as_str())).collect();
        let cut = "the file ends before this does; what there is of it was read";
        assert!(told.contains(&(Some(3), cut)), "{told:?}");
    }
}

/// A book with one of everything that has a date.
fn dated() -> Book {
    let mut book = book();
    let client = book.all(Kind::Client).find_map(Client::of).unwrap().id;
    let maria = book.all(Kind::Contact).find_map(Contact::of).unwrap().clone();
    let day = |d| NaiveDate::from_ymd_opt(2026, 12, d);
    let mut ids = ids();
    book.put(Contact { birthday: crate::domain::Birthday::new(None, 2, 29), ..maria.clone() }.into());
    book.put(
        Request {
            title: "Banner".into(),
            no: 7,
            client: Link(Some(client)),
            promised: day(4),
            expected: day(3),
            ..Request::new(ids.next(now()), now())
        }
        .into(),
    );
    book.put(
        Task { title: "Call; then, write".into(), no: 8, due: day(5), ..Task::new(ids.next(now()), now()) }
            .into(),
    );
    book.put(
        Task {
            title: "Done".into(),
            no: 9,
            due: day(5),
            status: TaskStatus::Done,
            ..Task::new(ids.next(now()), now())
        }
        .into(),
    );
    let agreement = Agreement {
        title: "Frame".into(),
        client: Link(Some(client)),
        status: AgreementStatus::Active,
        start: NaiveDate::from_ymd_opt(2026, 1, 1),
        end: day(31),
        notice: Some(crate::domain::Span::new(1, crate::domain::Unit::Month)),
        ..Agreement::new(ids.next(now()), now())
    };
    book.put(agreement.into());
    let mut meeting = Interaction::new(ids.next(now()), now());
    (meeting.summary, meeting.at, meeting.state) =
        ("Plan".into(), Moment::from_rfc3339("2026-12-01T09:00:00+02:00").unwrap(), TouchState::Planned);
    meeting.people.0.push(maria.id);
    book.put(meeting.into());
    book
}

#[test]
fn the_dates_of_a_book_go_out_once_each_and_always_the_same() {
    let book = dated();
    let out = write(&book, now());
    assert_eq!(out, write(&book, now()));
    let plain = out.replace("\r\n ", "");
    for words in [
        "SUMMARY:Promised: Banner\r\nDESCRIPTION:Aegean Foods\\, #7\r\nDTSTART;VALUE=DATE:20261204\r\nDTEND;VALUE=DATE:20261205",
        "SUMMARY:Due: Banner",
        "SUMMARY:Due: Call\\; then\\, write",
        "SUMMARY:Last day for notice: Frame",
        "DTSTART:20261201T070000Z\r\nDTEND:20261201T080000Z",
        "SUMMARY:Birthday: ",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
        "TRIGGER:-PT15M",
    ] {
        assert!(plain.contains(words), "{words}\n{plain}");
    }
    assert!(!plain.contains("Done"));
    assert!(out.split("\r\n").all(|line| line.len() <= 75));
    let mut uids: Vec<&str> = plain.lines().filter(|line| line.starts_with("UID:")).collect();
    let count = uids.len();
    uids.sort_unstable();
    uids.dedup();
    assert_eq!((count, uids.len()), (6, 6));
    // The other reader finds the same entries, without a complaint.
    let calcard::Entry::ICalendar(read) = calcard::Parser::new(&out).entry() else { panic!("{out}") };
    let events = read.components.iter().filter(|c| c.component_type.is_event()).count();
    assert_eq!(events, 6);
    let expanded = read.expand_dates(calcard::common::timezone::Tz::UTC, 40);
    assert_eq!(expanded.errors, []);
    // What we wrote, read again, makes nothing.
    let import = taken(&mut book.clone(), &out);
    assert_eq!((import.new, import.changed, import.refused.len(), import.same), (0, 0, 0, 6));
}

#[test]
fn hostile_files_are_told_and_take_nothing_along() {
    for lines in [
        "DTSTART:19700101T000000Z / RRULE:FREQ=SECONDLY",
        "DTSTART:19700101T000000Z / RRULE:freq=minutely;BYMONTH=2;BYMONTHDAY=30",
        "DTSTART:19700101T000000Z / RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "DTSTART:19700101T000000Z / RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "DTSTART:99991231T235959Z / DURATION:P99999999W / RRULE:FREQ=DAILY",
        "DTSTART:00000101T000000Z / DTEND:99991231T000000Z",
        "DTSTART;TZID=Nowhere/At:20261101T000000 / RRULE:FREQ=DAILY;INTERVAL=0",
        "DTSTART:2026 / RRULE:FREQ=;COUNT=-1",
        "DTSTART;VALUE=DATE:20261101 / RDATE:20261102,20261103 / EXDATE:x",
    ] {
        let mut book = book();
        let file = calendar(&[
            &format!("VEVENT UID:1 / SUMMARY:x / ATTENDEE:mailto:maria@aegean.example / {lines}"),
            "VEVENT UID:2 / SUMMARY:fine / DTSTART:20261101T090000Z / ATTENDEE:mailto:maria@aegean.example",
        ]);
        let import = taken(&mut book, &file);
        assert_eq!(import.new + import.same + import.refused.len(), 2, "{lines}");
        assert!(touches(&book).iter().any(|touch| touch.summary == "fine"), "{lines}");
    }
}

proptest! {
    #[test]
    fn every_part_is_accounted_for(parts in prop::collection::vec(prop::collection::vec(
        "(UID:[1-3]|DTSTART:2026110[1-9]T0[0-9]0000Z?|DTSTART;VALUE=DATE:2026110[1-9]|DTEND:2026111[0-9]T000000|DURATION:-?P[1-9]D|RRULE:FREQ=(DAILY|WEEKLY|MONTHLY);COUNT=[1-4]|RECURRENCE-ID:20261101T000000|SUMMARY:[a-c]|ATTENDEE:mailto:(maria@aegean|x@y)\\.example|STATUS:CANCELLED|DUE:20261120T000000|EXDATE:20261102T000000Z)", 0..8), 1..6), kinds in prop::collection::vec("VEVENT|VTODO", 6)) {
        let parts: Vec<String> = parts.iter().zip(&kinds).map(|(lines, kind)| format!("{kind} {}", lines.join(" / "))).collect();
        let mut book = book();
        let first = taken(&mut book, &calendar(&parts.iter().map(String::as_str).collect::<Vec<_>>()));
        prop_assert_eq!(first.new + first.changed + first.same + first.refused.len(), parts.len(), "{:?}", parts);
        prop_assert!(touches(&book).iter().all(|touch| !touch.people.0.is_empty()));
    }

    #[test]
    fn no_file_is_a_crash(text in "((BEGIN:|END:)?(VEVENT|VTODO|VTIMEZONE|VALARM|DTSTART:|DTEND:|RRULE:FREQ=|2026[0-9T]{4,11}|DAILY|;|:|\n|.){0,50})") {
        let file = format!("BEGIN:VCALENDAR\n{text}");
        if Opened::read(file.as_bytes()).is_ok() {
            taken(&mut book(), &file);
        }
    }
}

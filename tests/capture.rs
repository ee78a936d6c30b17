//! Capture against the sample book: a table of lines and what is read in them (`tests/golden/capture.txt`), what becomes
//! of them, what is offered while they are typed, and what holds for every text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod golden_support;
#[path = "capture/grid.rs"]
mod grid;
#[path = "capture/laws.rs"]
mod laws;
#[path = "capture/nicknames.rs"]
mod nicknames;
#[path = "capture/place.rs"]
mod place;

use proptest::prelude::*;
use std::sync::LazyLock;
use syndeo::demo;
use syndeo::domain::capture::{Place, Reading, What, complete, read, records};
use syndeo::domain::{
    Book, Client, Contact, Direction, Holder, IdGenerator, Interaction, Kind, Moment, Priority, Project,
    Record, Request, RequestStatus, Task, Touch, TouchState, derive,
};
use syndeo::words::capture::{Sayer, becomes};

/// Tuesday.
fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:20:00+02:00").unwrap()
}

static BOOK: LazyLock<Book> = LazyLock::new(|| Book::of(demo::book(now())));

/// `PROPTEST_CASES` has the last word; without it so many.
fn cases(usual: u32) -> ProptestConfig {
    let told = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { told } else { ProptestConfig { cases: usual, ..told } }
}

fn sayer(line: &str, now: Moment) -> Sayer<'_> {
    Sayer { line, book: &BOOK, today: now.date() }
}

/// The doubts about a line in words.
fn doubts(line: &str, reading: &Reading) -> Vec<String> {
    reading.doubts.iter().map(|doubt| sayer(line, now()).doubt(doubt)).collect()
}

/// A reading as the table tells it: kind and parts, title, doubts, a line each.
fn told(line: &str, reading: &Reading) -> Vec<String> {
    let parts: Vec<String> = reading
        .parts
        .iter()
        .filter(|p| !matches!(p.what, What::Kind(_) | What::Wish | What::Unclear))
        .map(|p| sayer(line, now()).part(p))
        .collect();
    let mut out = vec![format!("  {}: {}", becomes(reading), parts.join(" | "))];
    out.push(format!("  = {}", reading.title));
    out.extend((!reading.heard.is_empty()).then(|| format!("  ~ {}", reading.heard)));
    out.extend(doubts(line, reading).iter().map(|doubt| format!("  ? {doubt}")));
    out.iter().map(|l| l.trim_end().to_owned()).collect()
}

#[test]
fn the_table() {
    let table = include_str!("golden/capture.txt");
    let blocks: Vec<&str> = table.split("\n> ").skip(1).collect();
    let mut wrong = vec![];
    for block in &blocks {
        let (line, rest) = block.split_once('\n').unwrap_or((block, ""));
        let wanted: Vec<&str> = rest.lines().filter(|l| l.starts_with("  ")).collect();
        let found = told(line, &read(line, &BOOK, now()));
        if found != wanted {
            wrong.push(format!("> {line}\n{}\n", found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "read otherwise:\n\n{}", wrong.join("\n"));
    assert!(blocks.len() >= 400, "{} lines", blocks.len());
}

fn made(line: &str) -> Vec<Record> {
    records(&read(line, &BOOK, now()), &mut IdGenerator::new([9; 16]), now(), &BOOK)
}

fn title(id: impl Into<syndeo::domain::Ref>) -> String {
    BOOK.title(id)
}

const WISH: &str =
    "call Aegean Maria: wants the spring banner by fri @design !high +follow-up wed #spring /spring";

/// What a wish heard in a call becomes.
fn heard() -> (Interaction, Request, Task) {
    match &made(WISH)[..] {
        [Record::Interaction(touch), Record::Request(wish), Record::Task(next)] => {
            (touch.clone(), wish.clone(), next.clone())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_wish_heard_in_a_call_is_a_touch_and_a_follow_up() {
    let (touch, wish, next) = heard();
    assert_eq!(
        (touch.touch, touch.at, touch.summary.as_str()),
        (Touch::Call, now(), "wants the spring banner")
    );
    assert_eq!(touch.people.0.iter().map(|p| title(*p)).collect::<Vec<_>>(), ["Maria Papadaki"]);
    assert_eq!(touch.clients.0.iter().map(|c| title(*c)).collect::<Vec<_>>(), ["Aegean Foods"]);
    assert_eq!(
        (touch.requests.0.as_slice(), touch.tags.as_slice()),
        (&[wish.id][..], &["spring".to_owned()][..])
    );
    assert_eq!(next.title, "Follow up with Maria Papadaki: the spring banner");
    assert_eq!(
        (next.due.map(|d| d.to_string()).as_deref(), next.request.0),
        (Some("2026-11-25"), Some(wish.id))
    );
    assert_eq!((wish.no, next.no), (0, 0), "numbers are given by the app");
}

#[test]
fn a_wish_heard_in_a_call_is_a_request() {
    let (_, wish, _) = heard();
    let named = [
        wish.client.0.map(title),
        wish.asked_by.0.map(title),
        wish.department.0.map(title),
        wish.project.0.map(title),
    ];
    assert_eq!(
        named.map(Option::unwrap_or_default),
        ["Aegean Foods", "Maria Papadaki", "Design", "Spring campaign"]
    );
    assert_eq!((wish.title.as_str(), wish.tags.join(",").as_str()), ("the spring banner", "spring"));
    assert_eq!((wish.status, wish.priority), (RequestStatus::Routed, Priority::High));
    assert_eq!(wish.wanted_by.map(|d| d.to_string()).as_deref(), Some("2026-11-27"));
    assert_eq!(wish.received, Some(now().date()));
    assert!(matches!(wish.hands[..], [ref hand] if matches!(hand.holder, Holder::Department(_))));
}

#[test]
fn a_department_alone_makes_a_wish_routed_and_nothing_makes_it_asked() {
    for (line, status, others) in [
        ("Aegean wants a new label @design", RequestStatus::Routed, 1),
        ("Aegean wants a new label", RequestStatus::Asked, 0),
        ("Aegean wants a new label @design by fri", RequestStatus::Routed, 1),
        ("Aegean wants a new label @design, promised fri", RequestStatus::Promised, 1),
    ] {
        let [Record::Request(wish)] = &made(line)[..] else { panic!("{line}: {:?}", made(line)) };
        assert_eq!(wish.status, status, "{line}");
        assert_eq!(wish.hands.iter().filter(|h| h.holder != Holder::Us).count(), others, "{line}");
    }
}

#[test]
fn what_is_made_has_no_faults_where_there_is_no_doubt() {
    for line in include_str!("golden/capture.txt").lines().filter_map(|l| l.strip_prefix("> ")) {
        let reading = read(line, &BOOK, now());
        let made = made(line);
        assert!(!made.is_empty());
        if reading.doubts.is_empty() {
            let errors: Vec<_> = made.iter().flat_map(Record::errors).collect();
            assert_eq!(errors, [], "{line}");
        }
        for record in &made {
            assert!(!record.title().is_empty(), "{line}");
        }
    }
}

#[test]
fn tasks_know_their_place_and_their_hands() {
    let [Record::Task(task)] = &made("task Aegean Maria @ida /web: send her the drafts by fri #draft")[..]
    else {
        panic!()
    };
    assert_eq!(task.title, "Maria Papadaki: send her the drafts");
    assert_eq!(task.project.0.map(title).as_deref(), Some("Web shop relaunch"));
    assert_eq!((task.client.0, task.tags.join(",").as_str()), (None, "draft"), "a project knows its client");
    assert_eq!(task.assignee.0.map(title).as_deref(), Some("Ida Holm"));
    assert!(matches!(task.hands[..], [ref hand] if matches!(hand.holder, Holder::Person(_))));
    let [Record::Task(next)] = &made("fu Maria next week")[..] else { panic!() };
    assert_eq!(next.title, "Follow up with Maria Papadaki");
    assert_eq!(next.client.0.map(title).as_deref(), Some("Aegean Foods"));
    let [Record::Interaction(mail)] = &made("mail from Femke 20/11: figures")[..] else { panic!() };
    assert_eq!((mail.direction, mail.at.date().to_string().as_str()), (Direction::In, "2026-11-20"));
}

/// A colleague behind @ was spoken with, unless something was wished for: then it goes to them, and the talk was without.
#[test]
fn a_colleague_is_spoken_with_or_asked() {
    let names = |people: &[syndeo::domain::ContactId]| people.iter().map(|p| title(*p)).collect::<Vec<_>>();
    let [Record::Interaction(talk)] = &made("call Aegean Maria @ida: the new label")[..] else { panic!() };
    assert_eq!(names(&talk.people.0), ["Maria Papadaki", "Ida Holm"]);
    let both = made("call Aegean Maria @ida: wants a new label");
    let [Record::Interaction(talk), Record::Request(wish)] = &both[..] else { panic!("{both:?}") };
    assert_eq!(names(&talk.people.0), ["Maria Papadaki"]);
    assert_eq!(wish.contact.0.map(title).as_deref(), Some("Ida Holm"));
    assert!(matches!(wish.hands[..], [ref hand] if hand.holder == Holder::Person(wish.contact.0.unwrap())));
}

/// What is told of an earlier day was wished for on that day; a day without "by" is when it was asked if it is over, and else,
/// today included, when it is wanted.
#[test]
fn a_wish_has_the_day_on_which_it_was_heard() {
    let (today, day) = (now().date(), |text: &str| text.parse::<chrono::NaiveDate>().unwrap());
    for (when, on) in [("", today), (" yesterday", day("2026-11-23")), (" 20/11", day("2026-11-20"))] {
        let both = made(&format!("call Aegean Maria{when}: wants a new label"));
        let [Record::Interaction(call), Record::Request(wish)] = &both[..] else { panic!("{both:?}") };
        assert_eq!((call.at.date(), wish.received), (on, Some(on)), "{when}");
    }
    for (when, received, wanted) in [
        ("yesterday", day("2026-11-23"), None),
        ("today", today, Some(today)),
        ("tomorrow", today, Some(day("2026-11-25"))),
        ("by today", today, Some(today)),
    ] {
        let one = made(&format!("Aegean wants a new label {when}"));
        let [Record::Request(wish)] = &one[..] else { panic!("{one:?}") };
        assert_eq!((wish.received, wish.wanted_by), (Some(received), wanted), "{when}");
    }
}

#[test]
fn names_are_offered_as_they_are_typed() {
    let first = |line: &str| {
        complete(line, line.len(), &BOOK, Place::default())
            .first()
            .map(|c| format!("{}{}", &line[..c.range.start], c.insert))
    };
    for (typed, wanted) in [
        ("call aeg", Some("call Aegean Foods")),
        ("call Aegean Fo", Some("call Aegean Foods")),
        ("call Aegean pe", Some("call Aegean Petros Karras")),
        ("call ελαι", Some("call Ελαιώνες Κρήτης")),
        ("call elai", Some("call Ελαιώνες Κρήτης")),
        ("Aegean wants x @des", Some("Aegean wants x @Design")),
        ("Aegean wants x @ida", Some("Aegean wants x @\"Ida Holm\"")),
        ("call Aegean /we", Some("call Aegean /\"Web shop relaunch\"")),
        ("call a", None),
        ("call aeg ", None),
        ("call Aegean: ", None),
        ("x #ae", None),
    ] {
        assert_eq!(first(typed).as_deref(), wanted, "{typed}");
    }
    assert_eq!(complete("call aeg about it", 8, &BOOK, Place::default())[0].range, 5..8);
}

/// What is offered is read again as what it was offered for.
#[test]
fn completed_names_are_read() {
    for client in BOOK.all(Kind::Client).filter_map(Client::of) {
        let reading = read(&format!("call {}: x", client.name), &BOOK, now());
        assert!(reading.parts.iter().any(|p| p.what == What::Client(client.id)), "{}", client.name);
        for person in derive::people_of(&BOOK, client.id) {
            let line = format!("call {} {}: x", client.name, person.shown_name());
            let reading = read(&line, &BOOK, now());
            assert!(reading.parts.iter().any(|p| p.what == What::Contact(person.id)), "{line}");
        }
    }
    for project in BOOK.all(Kind::Project).filter_map(Project::of) {
        let line = format!("task /\"{}\" x", project.name.replace('"', ""));
        assert!(
            read(&line, &BOOK, now()).parts.iter().any(|p| p.what == What::Project(project.id)),
            "{line}"
        );
    }
    for person in BOOK.all(Kind::Contact).filter_map(Contact::of).filter(|c| c.department.0.is_some()) {
        let line = format!("task x @\"{}\"", person.shown_name());
        assert!(
            read(&line, &BOOK, now()).parts.iter().any(|p| p.what == What::Colleague(person.id)),
            "{line}"
        );
    }
}

/// Lines made of the words that are understood, mostly in no sense.
fn near_lines() -> impl Strategy<Value = String> {
    let words = [
        "call",
        "Aegean",
        "Maria",
        "wants",
        "by",
        "fri",
        "@design",
        "!high",
        "+follow-up",
        "wed",
        "#spring",
        ":",
        "task",
        "θέλει",
        "μέχρι",
        "Παρασκευή",
        "/web",
        "\"Web shop",
        "relaunch\"",
        "@\"",
        "!",
        "+",
        "#41",
        "«",
        "»",
        "at",
        "15:30",
        "24/12",
        "Falk",
        "&",
        "Nikos",
        "in",
        "3",
        "days",
        "ago",
        "που",
        "みなと",
        "+Petros",
        "-3d",
        ",",
        "fu",
    ];
    proptest::collection::vec(proptest::sample::select(words.to_vec()), 0..12).prop_map(|w| w.join(" "))
}

fn holds(line: &str, cursor: usize) {
    for now in
        [now(), Moment { utc_ms: i64::MAX, offset_min: 0 }, Moment { utc_ms: i64::MIN, offset_min: -700 }]
    {
        let reading = read(line, &BOOK, now);
        let mut end = 0;
        for part in &reading.parts {
            assert!(line.get(part.range.clone()).is_some_and(|t| !t.is_empty()), "{line:?}: {part:?}");
            assert!(part.range.start >= end, "{line:?}: {part:?} overlaps");
            assert!(!sayer(line, now).part(part).is_empty(), "{line:?}");
            end = part.range.end;
        }
        if !line.trim().is_empty() {
            assert!(!reading.title.is_empty() || !reading.doubts.is_empty(), "{line:?}");
        }
        for doubt in &reading.doubts {
            let words = doubt.words.clone().map(|words| line.get(words));
            assert!(words != Some(None), "{line:?}: {doubt:?}");
            let told = sayer(line, now).doubt(doubt);
            assert!(!told.is_empty() && !told.contains("“”"), "{line:?}: {told}");
        }
        assert!(!reading.title.chars().any(syndeo::domain::text::is_unsafe), "{line:?}");
        assert!(!records(&reading, &mut IdGenerator::new([1; 16]), now, &BOOK).is_empty());
    }
    for offer in complete(line, cursor, &BOOK, Place::default()) {
        assert!(line.get(offer.range).is_some(), "{line:?} at {cursor}");
    }
}

proptest! {
    #![proptest_config(cases(128))]
    #[test]
    fn no_line_is_a_crash(any in "\\PC{0,40}", wild in ".{0,30}", near in near_lines(), cursor in 0usize..60) {
        for line in [&any, &wild, &near] {
            holds(line, cursor);
        }
    }
}

/// What is asked about is marked where it stands, and not where the same words stand first.
#[test]
fn the_words_a_doubt_is_about_are_those_it_tells() {
    let line = "task Aegean: design of the flyer, design";
    let reading = read(line, &BOOK, now());
    assert_eq!(doubts(line, &reading), ["“design” stays in the title: @design would be read"]);
    assert_eq!(reading.doubtful(), line.rfind("design").map(|at| at..line.len()));
    let line = "call Aegean";
    let reading = read(line, &BOOK, now());
    assert_eq!((reading.doubts.len(), reading.doubtful()), (1, None), "{reading:?}");
}

#[test]
fn a_touch_is_at_the_time_the_line_says() {
    for (line, when, minutes, state) in [
        ("call Granite 9:30-10:15 Declan: portal", "2026-11-24T09:30", Some(45), TouchState::Held),
        ("call Granite 14:30-15:15 Declan: portal", "2026-11-24T14:30", Some(45), TouchState::Planned),
        ("meeting Granite tomorrow at 11: portal", "2026-11-25T11:00", None, TouchState::Planned),
        ("call Granite tonight: portal", "2026-11-24T20:00", None, TouchState::Planned),
        ("called Granite yesterday at 16:00: portal", "2026-11-23T16:00", None, TouchState::Held),
        ("call Granite: portal", "2026-11-24T10:20", None, TouchState::Held),
    ] {
        let [Record::Interaction(touch)] = &made(line)[..] else { panic!("{line}: {:?}", made(line)) };
        let at = touch.at.local().format("%Y-%m-%dT%H:%M").to_string();
        assert_eq!((at.as_str(), touch.minutes, touch.state), (when, minutes, state), "{line}");
    }
}

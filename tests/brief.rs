//! The brief and the nudge against the sample book, and about a client of whom nothing is known yet.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use chrono::Days;
use std::collections::HashSet;
use std::sync::LazyLock;
use syndeo::demo;
use syndeo::domain::Tone;
use syndeo::domain::brief::{self, Message, mailto, nudge};
use syndeo::domain::derive::waiting;
use syndeo::domain::{
    Agreement, AgreementStatus, Book, Client, Contact, Holder, IdGenerator, Kind, Link, Moment, PromisedDay,
    Record, Ref, Request, RequestStatus, Span, Unit,
};
use syndeo::words::{
    self,
    brief::{Page, Row, page, to_markdown, to_plain},
};

/// Tuesday.
fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:20:00+02:00").unwrap()
}

static BOOK: LazyLock<Book> = LazyLock::new(|| Book::of(demo::book(now())));

fn named(kind: Kind, name: &str) -> Ref {
    BOOK.all(kind).find(|r| r.title() == name).unwrap_or_else(|| panic!("no {kind} {name}")).id()
}

fn brief(book: &Book, of: impl Into<Ref>, now: Moment) -> Option<Page> {
    brief::brief(book, of, now).map(|brief| page(book, &brief))
}

fn message(who: &Holder) -> Option<Message> {
    nudge(&BOOK, who, now()).map(|nudge| words::nudge::message(&BOOK, &nudge, now().date()))
}

fn section<'a>(brief: &'a Page, heading: &str) -> &'a [Row] {
    brief.sections.iter().find(|s| s.heading == heading).map_or(&[], |s| &s.lines)
}

fn of(kind: Kind, name: &str) -> Page {
    brief(&BOOK, named(kind, name), now()).unwrap()
}

fn texts(brief: &Page, heading: &str) -> Vec<String> {
    section(brief, heading).iter().map(|l| l.text.clone()).collect()
}

#[test]
fn a_client_is_told_on_one_page_the_most_important_first() {
    let page = of(Kind::Client, "Aegean Foods");
    assert_eq!(page.about, "tier A · active · Food · Piraeus · feel 3 of 5 · last touch 22 d ago");
    let headings: Vec<&str> = page.sections.iter().map(|s| s.heading).collect();
    let wanted = [
        "They wait for us",
        "We wait for them",
        "People",
        "Last touches",
        "Dates",
        "Said and decided",
        "Open tasks",
    ];
    assert_eq!(headings, wanted);
    let wait = texts(&page, "They wait for us");
    assert!(
        wait[0].starts_with(
            "#196 Copy of the October invoice with the PO number · promised 27 Nov · with Pavlos"
        )
    );
    assert!(wait[0].contains(" (before: us 3 d, Pavlos Nikolaou 1 d, Petros Karras 2 d)"), "{}", wait[0]);
    let ours = &section(&page, "We wait for them")[0];
    assert!(ours.text.starts_with("#191 New banner for spring · promised 20 Nov, 4 d late"), "{}", ours.text);
    assert_eq!(ours.tone, Tone::Alarm);
    assert!(
        texts(&page, "People")[0]
            .starts_with("Maria Papadaki · Head of Marketing · ++ devoted · decision maker")
    );
    let dates = texts(&page, "Dates").join("\n");
    assert!(
        dates.contains(
            "30 Nov (in 6 d) · notice for Retainer design and web, else it renews itself for 1 year"
        )
    );
    assert!(dates.contains("7 Dec (in 13 d) · birthday of Maria Papadaki"));
    assert_eq!(section(&page, "Last touches").len(), 5);
    assert!(
        texts(&page, "Said and decided")[0]
            .contains("“Three reminders for one banner are two too many” · CSAT 2")
    );
}

#[test]
fn a_project_is_told_with_its_team() {
    let page = of(Kind::Project, "Web shop relaunch");
    let wanted =
        "#52 · Aegean Foods · active · promised 28 Dec · expected 30 Dec · 5 of 6 reached · 477 of 620 hours";
    assert!(page.about.starts_with(wanted), "{}", page.about);
    assert!(texts(&page, "People").iter().any(|l| l.contains("Sanne de Vries") && l.contains("responsible")));
    assert!(texts(&page, "Dates").iter().any(|l| l.starts_with("28 Dec (in 34 d) · Hand-over to support")));
    assert!(texts(&page, "Missing or none").contains(&"Nothing lies with them".to_owned()));
}

/// Half a year ahead the last day for notice is told, and the day on which a term ends; a day before that neither.
#[test]
fn agreements_are_told_half_a_year_ahead() {
    let mut ids = IdGenerator::new([2; 16]);
    for notice in [Some(Span::new(10, Unit::Day)), None] {
        for (days, is_told) in [(0, true), (1, true), (179, true), (180, true), (181, false), (400, false)] {
            let client = Client { name: "Nova".into(), ..Client::new(ids.next(now()), now()) };
            let last = now().date() + Days::new(days);
            let end = if notice.is_some() { last + Days::new(10) } else { last };
            let mut agreement = Agreement::new(ids.next(now()), now());
            (agreement.title, agreement.client) = ("Frame".into(), Link(Some(client.id)));
            (agreement.start, agreement.end, agreement.notice) =
                (Some(now().date() - Days::new(100)), Some(end), notice);
            agreement.status = AgreementStatus::Active;
            agreement.renews_for = notice.map(|_| Span::new(1, Unit::Year));
            let of = client.id;
            let mut book = Book::default();
            book.put(client.into());
            book.put(agreement.into());
            let dates = texts(&brief(&book, of, now()).unwrap(), "Dates");
            assert_eq!(
                dates.iter().any(|line| line.contains("Frame")),
                is_told,
                "{days} {notice:?}: {dates:?}"
            );
        }
    }
}

#[test]
fn every_page_is_one_and_always_the_same() {
    let again = Book::of(demo::book(now()));
    for kind in [Kind::Client, Kind::Project] {
        for record in BOOK.all(kind) {
            let page = brief(&BOOK, record.id(), now()).unwrap();
            assert_eq!(Some(&page), brief(&again, record.id(), now()).as_ref());
            let plain = to_plain(&page, 100);
            // A sheet of A4 has 70 lines at six to an inch; with its margins 66.
            assert!(plain.lines().count() <= 66, "{} lines:\n{plain}", plain.lines().count());
            assert!(page.sections.iter().all(|s| !s.lines.is_empty()), "{}", page.title);
            assert!(to_markdown(&page).starts_with("# "));
        }
    }
    assert_eq!(brief(&BOOK, named(Kind::Department, "Design"), now()), None);
}

/// Every open wish of a client stands on its page once: where they wait or where we do.
#[test]
fn every_open_request_is_on_the_page_once() {
    for client in BOOK.all(Kind::Client).filter_map(Client::of) {
        let page = brief(&BOOK, client.id, now()).unwrap();
        let all = [texts(&page, "They wait for us"), texts(&page, "We wait for them")].concat();
        if all.iter().any(|l| l.starts_with("and ")) {
            continue;
        }
        let open =
            BOOK.backlinks(client.id, Kind::Request).filter_map(Request::of).filter(|r| r.status.is_open());
        for request in open {
            let told = all.iter().filter(|l| l.starts_with(&format!("#{} ", request.no))).count();
            assert_eq!(told, 1, "{}: #{} {}", client.name, request.no, request.title);
        }
    }
}

#[test]
fn of_a_new_client_it_says_what_is_missing() {
    let mut client = Client::new(IdGenerator::new([1; 16]).next(now()), now());
    "Nova".clone_into(&mut client.name);
    let id = client.id;
    let book = Book::of([Record::from(client)]);
    let page = brief(&book, id, now()).unwrap();
    assert_eq!(page.about, "tier A · active · never in touch");
    let [only] = &page.sections[..] else { panic!("{:?}", page.sections) };
    assert_eq!((only.heading, only.lines.len()), ("Missing or none", 7));
    let wanted = "Nova\ntier A · active · never in touch\n\nMissing or none\n  No open request\n  Nothing lies with them\n  \
                  Nobody is known there: add whom you speak with\n  No touch yet: log the first one\n";
    assert!(to_plain(&page, 80).starts_with(wanted), "{}", to_plain(&page, 80));
}

/// Everything that somebody holds is in the message to them, and in nobody else's.
#[test]
fn a_nudge_names_all_that_lies_with_somebody_and_nothing_else() {
    let mut named = HashSet::new();
    for contact in BOOK.all(Kind::Contact).filter_map(Contact::of) {
        let Some(message) = message(&Holder::Person(contact.id)) else { continue };
        assert_eq!(message.to, contact.mails[0].value);
        for line in message.body.lines().filter(|l| l.starts_with("- #")) {
            let no: u32 = line[3..].split(' ').next().unwrap().parse().unwrap();
            assert!(named.insert(no), "#{no} lies with two");
        }
        assert!(mailto(&message).starts_with("mailto:"));
        let greek = contact.language == "el";
        assert_eq!(message.body.contains("Ευχαριστώ"), greek, "{}", contact.language);
    }
    let held = |holder: Option<&Holder>| matches!(holder, Some(Holder::Person(_)));
    let requests = BOOK.all(Kind::Request).filter_map(Request::of);
    let open = requests.filter(|r| r.status.is_open() && held(r.hands.last().map(|h| &h.holder)));
    for request in open {
        assert!(named.contains(&request.no), "#{} {}", request.no, request.title);
    }
}

#[test]
fn a_nudge_to_a_client_does_not_name_the_client() {
    let maria =
        BOOK.all(Kind::Contact).filter_map(Contact::of).find(|c| c.shown_name() == "Maria Papadaki").unwrap();
    let message = message(&Holder::Person(maria.id)).unwrap();
    assert!(!message.subject.contains("Aegean") && !message.body.contains("Aegean Foods\n"), "{message:?}");
    assert!(message.body.contains("- #191 New banner for spring (από "), "{}", message.body);
    assert!(message.body.contains("- Which of the three banner drafts is taken (από "), "{}", message.body);
}

#[test]
fn a_project_without_a_team_is_spoken_about_with_the_people_of_its_client() {
    let mut book = BOOK.clone();
    let mut id_generator = IdGenerator::new([5; 16]);
    let client = named(Kind::Client, "Kestrel Outdoor");
    let mut project = syndeo::domain::Project::new(id_generator.next(now()), now());
    (project.name, project.client) = ("New shop".into(), syndeo::domain::ClientId(client.id).into());
    let id = Ref::from(project.id);
    book.put(project.into());
    let people = |of: Ref| texts(&brief(&book, of, now()).unwrap(), "People");
    assert!(people(id).len() >= 2);
    assert_eq!(people(id), people(client));
}

/// Tasks as well as requests: what waits with a person stands in the message to them, and nothing else does.
#[test]
fn a_nudge_names_exactly_what_waits_with_somebody() {
    let waits = waiting::waiting(&BOOK, now().date());
    let mut tasks = 0;
    for contact in BOOK.all(Kind::Contact).filter_map(Contact::of) {
        let leads = |holder: &Holder| match holder {
            Holder::Department(id) => BOOK.department(*id).is_some_and(|d| d.lead.0 == Some(contact.id)),
            other => *other == Holder::Person(contact.id),
        };
        let theirs: Vec<_> = waits.iter().filter(|w| leads(&w.holder)).collect();
        tasks += theirs.iter().filter(|w| w.target.kind == Kind::Task).count();
        let wanted: HashSet<u32> = theirs.iter().map(|w| w.number).filter(|no| *no > 0).collect();
        let body = message(&Holder::Person(contact.id)).map(|m| m.body).unwrap_or_default();
        let numbers = body.lines().filter_map(|l| l.strip_prefix("- #")?.split(' ').next());
        let told: HashSet<u32> = numbers.map(|no| no.parse().unwrap()).collect();
        assert_eq!(told, wanted, "{}", contact.shown_name());
    }
    assert!(tasks > 5, "{tasks}");
}

/// As everywhere: without a hand it lies with us since it was received, and a task with whoever does it.
#[test]
fn what_was_never_passed_on_is_told_as_well() {
    let mut id_generator = IdGenerator::new([6; 16]);
    let mut client = Client::new(id_generator.next(now()), now());
    client.name = "Nova".into();
    let mut maria = Contact::new(id_generator.next(now()), now());
    (maria.first_name, maria.client) = ("Maria".into(), client.id.into());
    let mut request = Request::new(id_generator.next(now()), now());
    (request.title, request.client) = ("New sign".into(), client.id.into());
    request.received = Some("2026-10-15".parse().unwrap());
    let mut task = syndeo::domain::Task::new(id_generator.next(now()), now());
    (task.title, task.client, task.assignee) = ("Send the text".into(), client.id.into(), maria.id.into());
    let id = client.id;
    let book = Book::of([client.into(), maria.into(), request.into(), task.into()]);
    let page = brief(&book, id, now()).unwrap();
    assert_eq!(texts(&page, "They wait for us"), ["New sign · nothing promised · with us 40 d"]);
    assert_eq!(texts(&page, "We wait for them"), ["Send the text · with Maria 0 d"]);
}

/// A promise that was moved is told with the day it began with, however often it was moved; one that stands, or came back to
/// its first day, is not.
#[test]
fn a_promise_that_was_moved_is_told_with_its_first_day() {
    let mut id_generator = IdGenerator::new([7; 16]);
    let mut client = Client::new(id_generator.next(now()), now());
    client.name = "Nova".into();
    let mut request = Request::new(id_generator.next(now()), now());
    (request.title, request.client) = ("New sign".into(), client.id.into());
    (request.received, request.status) = ("2026-11-20".parse().ok(), RequestStatus::Promised);
    let id = client.id;
    let told = |days: &[&str]| {
        let days = days.iter().map(|day| day.parse().ok());
        let kept = days.map(|day| PromisedDay { day, since: now(), by: String::new(), told: None });
        let mut request = request.clone();
        request.promises = kept.collect();
        request.promised = request.promises.last().and_then(|p| p.day);
        let book = Book::of([client.clone().into(), request.into()]);
        texts(&brief(&book, id, now()).unwrap(), "They wait for us")
    };
    assert_eq!(told(&["2026-11-27"]), ["New sign · promised 27 Nov · with us 4 d"]);
    let moved = ["New sign · promised 27 Nov · at first promised 20 Nov · with us 4 d"];
    assert_eq!(told(&["2026-11-20", "2026-11-27"]), moved);
    assert_eq!(told(&["2026-11-20", "2026-11-25", "2026-11-27"]), moved);
    assert_eq!(
        told(&["2026-11-27", "2026-12-04", "2026-11-27"]),
        ["New sign · promised 27 Nov · with us 4 d"]
    );
}

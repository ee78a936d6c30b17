//! Each rule on the hand that holds it: absences, reminders, what is usual, what was agreed, decisions.

use crate::made::{Made, at, day, hand, said};
use syndeo::domain::brief::{Message, Nudge, nudge};
use syndeo::domain::derive::load;
use syndeo::domain::derive::today::{Reason, Row, today};
use syndeo::domain::derive::waiting::{Usual, waiting};
use syndeo::domain::{
    Absence, Contact, ContactId, Decision, Department, Holder, Labelled, Outcome, Ref, Request,
    RequestStatus, Tone,
};
use syndeo::words;

const NOW: &str = "2026-11-26";

fn row(made: &Made, reason: Reason) -> Option<Row> {
    let is = |r: &Row| r.reason == reason || r.also.contains(&reason);
    today(&made.book, at(NOW)).into_iter().find(is)
}

fn colleague(made: &mut Made, name: &str) -> ContactId {
    let mut contact = Contact::new(made.id(), at("2026-01-05"));
    (contact.first_name, contact.department) = (name.into(), made.design.into());
    let id = contact.id;
    made.put(contact);
    id
}

fn away(made: &mut Made, who: ContactId, until: &str, stand_in: Option<ContactId>) {
    let mut absence = Absence::new(made.id(), at("2026-01-05"));
    (absence.contact, absence.stand_in.0) = (who.into(), stand_in);
    (absence.first, absence.last) = (Some(day("2026-11-25")), Some(day(until)));
    made.put(absence);
}

fn promised(made: &mut Made, to: Holder) -> Request {
    let mut request = made.request("2026-11-23");
    request.status = RequestStatus::Promised;
    (request.contact, request.promised) = (made.nikos.into(), Some(day("2026-11-27")));
    request.hands = vec![hand(Holder::Us, "2026-11-23"), hand(to, "2026-11-24")];
    made.put(request.clone());
    request
}

#[test]
fn an_absence_follows_the_ball_and_not_the_form() {
    let mut made = Made::new();
    let (nikos, rita) = (made.nikos, colleague(&mut made, "Rita"));
    away(&mut made, nikos, "2026-12-01", None);
    let request = promised(&mut made, Holder::Person(nikos));
    let words = "due 27 Nov, Nikos (Design) away until 1 Dec: nobody stands in";
    assert!(said(&made.book, &row(&made, Reason::AbsenceHits).unwrap(), NOW).contains(words));
    for to in [
        Holder::Person(rita),
        Holder::Us,
        Holder::Department(made.design),
        Holder::Client(made.client),
        Holder::Other("Printer".into()),
    ] {
        made.change(&request, |r| r.hands.push(hand(to.clone(), "2026-11-25")));
        assert_eq!(row(&made, Reason::AbsenceHits), None, "{to:?}");
    }
    // A task given to Nikos by its form, whose ball Rita has.
    let mut task = made.task("2026-11-20");
    (task.assignee, task.due) = (nikos.into(), Some(day("2026-11-27")));
    made.put(task.clone());
    assert!(row(&made, Reason::AbsenceHits).is_some());
    made.change(&task, |t| {
        t.hands = vec![hand(Holder::Person(nikos), "2026-11-20"), hand(Holder::Person(rita), "2026-11-21")];
    });
    assert_eq!(row(&made, Reason::AbsenceHits), None);
    // All of a department away is what no one of it can do.
    let design = made.design;
    made.change(&request, |r| r.hands.push(hand(Holder::Department(design), "2026-11-25")));
    away(&mut made, rita, "2026-11-29", None);
    let found = row(&made, Reason::AbsenceHits).unwrap();
    assert!(
        said(&made.book, &found, NOW)
            .contains("due 27 Nov, all of Design away until 29 Nov: nobody stands in"),
        "{found:?}"
    );
}

#[test]
fn a_stand_in_who_is_away_too_is_named_as_such() {
    let mut made = Made::new();
    let (nikos, rita) = (made.nikos, colleague(&mut made, "Rita"));
    let record = made.book.contact(nikos).unwrap().clone();
    made.change(&record, |c| c.backup = rita.into());
    away(&mut made, nikos, "2026-12-01", None);
    promised(&mut made, Holder::Person(nikos));
    let instead = |made: &Made| {
        let found = row(made, Reason::AbsenceHits).unwrap();
        (
            said(&made.book, &found, NOW).split(": ").nth(1).unwrap().split(';').next().unwrap().to_owned(),
            found.tone,
        )
    };
    assert_eq!(instead(&made), ("Rita (Design) stands in".into(), Tone::Warning));
    away(&mut made, rita, "2026-11-30", None);
    assert_eq!(instead(&made), ("Rita (Design) stands in, but is away until 30 Nov".into(), Tone::Alarm));
}

/// What is late is asked for today: who was away on the day it was due is there for it now, and the other way round.
#[test]
fn for_what_is_late_the_stand_in_of_today_is_named() {
    for (first, last, is_there) in [("2026-11-25", "2026-11-25", true), ("2026-11-26", "2026-11-30", false)] {
        let mut made = Made::new();
        let (nikos, rita) = (made.nikos, colleague(&mut made, "Rita"));
        away(&mut made, nikos, "2026-12-01", Some(rita));
        let mut gone = Absence::new(made.id(), at("2026-01-05"));
        (gone.contact, gone.first, gone.last) = (rita.into(), Some(day(first)), Some(day(last)));
        made.put(gone);
        let request = promised(&mut made, Holder::Person(nikos));
        made.change(&request, |r| r.promised = Some(day("2026-11-25")));
        let row = row(&made, Reason::AbsenceHits).unwrap();
        assert_eq!(row.stand_in, Some(rita).filter(|_| is_there), "{first}");
        let words = said(&made.book, &row, NOW);
        assert!(words.contains("Rita (Design) stands in"), "{words}");
        assert_eq!(words.contains("but is away until 30 Nov"), !is_there, "{words}");
    }
}

#[test]
fn load_lies_with_whoever_holds_it() {
    let mut made = Made::new();
    let nikos = made.nikos;
    let mut task = made.task("2026-11-20");
    (task.assignee, task.due, task.effort) = (nikos.into(), Some(day("2026-11-27")), Some(6));
    let holders = |made: &Made| {
        let all = load::load_of(&made.book, made.design, day(NOW), 2);
        all.into_iter().map(|l| (l.holder, l.weeks[0].hours)).collect::<Vec<_>>()
    };
    made.put(task.clone());
    assert_eq!(holders(&made), [(Holder::Person(nikos), 6)]);
    let design = Holder::Department(made.design);
    made.change(&task, |t| {
        t.hands = vec![hand(Holder::Person(nikos), "2026-11-20"), hand(design.clone(), "2026-11-24")];
    });
    assert_eq!(holders(&made), [(design, 6)]);
    let maria = made.maria;
    made.change(&task, |t| {
        t.hands = vec![hand(Holder::Person(nikos), "2026-11-20"), hand(Holder::Person(maria), "2026-11-24")];
    });
    assert_eq!(holders(&made), []);
}

fn message(made: &Made, nudge: &Nudge) -> Message {
    words::nudge::message(&made.book, nudge, at(NOW).date())
}

fn about(nudge: &Nudge) -> Vec<Ref> {
    nudge.about().collect()
}

#[test]
fn what_lies_with_a_department_is_asked_of_its_head_or_its_mailbox() {
    let mut made = Made::new();
    let design = Holder::Department(made.design);
    let request = promised(&mut made, design.clone());
    let of = |made: &Made| nudge(&made.book, &design, at(NOW)).unwrap();
    let record = made.book.department(made.design).unwrap().clone();
    made.change::<Department>(&record, |d| d.mail = "design@meridian.example".into());
    let found = of(&made);
    assert_eq!((found.name.as_str(), found.to.as_str()), ("Design", "design@meridian.example"));
    assert_eq!(about(&found), [request.id.into()]);
    let body = message(&made, &found).body;
    assert!(body.starts_with("Hello,\n"), "{body}");
    assert!(body.contains("Spring banner (since 24 Nov, 2 days; due 27 Nov)"));
    let nikos = made.nikos;
    let mut own = made.task("2026-11-20");
    own.assignee = nikos.into();
    made.put(own.clone());
    let record = made.book.department(made.design).unwrap().clone();
    made.change::<Department>(&record, |d| d.lead = nikos.into());
    let found = of(&made);
    assert_eq!(
        (found.name.as_str(), about(&found).len()),
        ("Nikos Andreou", 2),
        "his own, and the department's"
    );
    assert_eq!(about(&nudge(&made.book, &Holder::Person(nikos), at(NOW)).unwrap()), about(&found));
}

#[test]
fn a_client_is_never_told_our_promise_as_their_day() {
    for language in ["en", "el"] {
        let mut made = Made::new();
        let (maria, client) = (made.maria, made.client);
        let record = made.book.contact(maria).unwrap().clone();
        made.change(&record, |c| {
            c.language = language.into();
            c.mails = vec![Labelled { label: "work".into(), value: "maria@aegean.example".into() }];
        });
        for holder in [Holder::Person(maria), Holder::Client(client), Holder::Other("Printer".into())] {
            let request = promised(&mut made, holder.clone());
            made.change(&request, |r| r.expected = Some(day("2026-11-30")));
            let found = nudge(&made.book, &holder, at(NOW)).unwrap();
            let body = message(&made, &found).body;
            assert!(body.contains("Spring banner ("), "{body}");
            for words in ["due", "έως", "έληξε", "27", "30"] {
                assert!(!body.contains(words), "{words}: {body}");
            }
        }
    }
}

#[test]
fn what_was_measured_often_enough_counts_more_than_what_is_said() {
    let mut made = Made::new();
    let design = Holder::Department(made.design);
    let answered = |made: &mut Made, holder: Holder| {
        let mut request = made.request("2026-09-01");
        (request.status, request.told_on) = (RequestStatus::Told, Some(day("2026-09-08")));
        request.hands = vec![hand(holder, "2026-09-01"), hand(Holder::Us, "2026-09-08")];
        made.put(request);
    };
    promised(&mut made, design.clone());
    let usual = |made: &Made| waiting(&made.book, day(NOW))[0].usual;
    for _ in 0..4 {
        answered(&mut made, design.clone());
    }
    assert_eq!(usual(&made), Some(Usual { days: 3, count: 0 }), "four are too few");
    answered(&mut made, design.clone());
    assert_eq!(usual(&made), Some(Usual { days: 7, count: 5 }));
    assert_eq!(words::waiting::usual(usual(&made).unwrap()), "usually 7 d (5)");
    let mut made = Made::new();
    let maria = Holder::Person(made.maria);
    answered(&mut made, maria.clone());
    promised(&mut made, maria.clone());
    assert_eq!(usual(&made), None, "one answer is no rule");
}

/// At a client it is a person who is asked: their own answers count, and those of all of the client where they have given
/// too few. In a department it is the department.
#[test]
fn own_answers_count_first_at_a_client_and_those_of_all_in_a_department() {
    let mut made = Made::new();
    let person = |made: &mut Made, of_client: bool| {
        let mut new = Contact::new(made.id(), at("2026-01-05"));
        new.first_name = "Somebody".into();
        if of_client {
            new.client = made.client.into();
        } else {
            new.department = made.design.into();
        }
        made.put(new.clone());
        Holder::Person(new.id)
    };
    let (maria, nikos) = (Holder::Person(made.maria), Holder::Person(made.nikos));
    let (petros, eleni) = (person(&mut made, true), person(&mut made, true));
    let (lena, design) = (person(&mut made, false), Holder::Department(made.design));
    for (who, days) in [(&maria, 2), (&petros, 12), (&nikos, 1), (&lena, 9)] {
        for _ in 0..5 {
            let back = day("2026-09-01") + chrono::TimeDelta::days(days);
            let mut request = made.request("2026-09-01");
            (request.status, request.told_on) = (RequestStatus::Told, Some(back));
            request.hands = vec![hand(who.clone(), "2026-09-01"), hand(Holder::Us, &back.to_string())];
            made.put(request);
        }
    }
    for who in [&maria, &petros, &eleni, &nikos, &design] {
        promised(&mut made, who.clone());
    }
    let waits = waiting(&made.book, day(NOW));
    let usual =
        |who: &Holder| waits.iter().find(|w| w.holder == *who).unwrap().usual.map(|u| (u.days, u.count));
    assert_eq!((usual(&maria), usual(&petros)), (Some((2, 5)), Some((12, 5))));
    assert_eq!(usual(&eleni), Some((7, 10)), "who never answered: the client in all");
    assert_eq!((usual(&nikos), usual(&design)), (Some((5, 10)), Some((5, 10))));
}

#[test]
fn a_missed_day_stands_in_today_at_once_and_an_agreed_one_beside_the_mark() {
    let mut made = Made::new();
    let design = made.design;
    let request = promised(&mut made, Holder::Department(design));
    let missed = |made: &Made| row(made, Reason::DayMissed).map(|r| said(&made.book, &r, NOW));
    made.change(&request, |r| (r.promised, r.expected) = (Some(day("2027-01-15")), Some(day(NOW))));
    assert_eq!(missed(&made), None);
    made.change(&request, |r| (r.promised, r.expected) = (Some(day("2027-01-15")), Some(day("2026-11-25"))));
    assert_eq!(missed(&made).unwrap(), "1 d past 25 Nov, agreed with Design");
    // Too long already, with a day ahead: marked, and the day is told.
    made.change(&request, |r| {
        (r.promised, r.expected) = (Some(day("2027-01-15")), Some(day("2026-12-04")));
        r.hands[1].since = at("2026-11-10");
    });
    let found = row(&made, Reason::WaitTooLong).unwrap();
    assert_eq!(
        (&said(&made.book, &found, NOW)[..], found.tone),
        ("16 d with Design, said 3 d, agreed for 4 Dec", Tone::Plain)
    );
    // A second day that passed stays in the words of the promise.
    for (expected, words) in [
        ("2026-12-01", "6 d late, promised 20 Nov, expected 1 Dec"),
        ("2026-11-25", "6 d late, promised 20 Nov, expected 25 Nov, passed too"),
    ] {
        made.change(&request, |r| {
            (r.promised, r.expected) = (Some(day("2026-11-20")), Some(day(expected)));
            r.hands.push(hand(Holder::Us, "2026-11-25"));
        });
        assert_eq!(said(&made.book, &row(&made, Reason::PromiseOverdue).unwrap(), NOW), words);
    }
}

#[test]
fn decisions_not_yet_taken_wait_and_stand_in_today() {
    let mut made = Made::new();
    let mut decision = Decision::new(made.id(), at("2026-11-24"));
    decision.what = "Which draft is taken".into();
    (decision.by, decision.client) = (made.maria.into(), made.client.into());
    decision.outcome = Outcome::Open;
    made.put(decision.clone());
    assert_eq!(waiting(&made.book, day(NOW)).len(), 1);
    assert_eq!(
        said(&made.book, &row(&made, Reason::NotDecided).unwrap(), NOW),
        "not yet decided, 2 d with Maria (Aegean Foods)"
    );
    made.change(&decision, |d| d.head.created = at("2026-11-10"));
    let found = row(&made, Reason::WaitTooLong).unwrap();
    assert_eq!(said(&made.book, &found, NOW), "16 d with Maria (Aegean Foods), no word yet");
    made.change(&decision, |d| d.by.0 = None);
    assert_eq!(waiting(&made.book, day(NOW))[0].holder, Holder::Client(made.client));
    made.change(&decision, |d| d.outcome = Outcome::Yes);
    assert_eq!(waiting(&made.book, day(NOW)), []);
}

//! Cadence.

use crate::made::{Made, at, day};
use syndeo::domain::derive::cadence::{self, Cadence, CadenceState, Limits, Touches};
use syndeo::domain::derive::last_touch;
use syndeo::domain::{Client, ClientStatus, Contact, Interaction, Project, Ref, Tier, Touch};
use syndeo::words;

fn of(made: &Made, now: &str) -> Cadence {
    cadence::cadence(&made.book, made.client, at(now)).unwrap()
}

#[test]
fn silence_is_counted_from_the_last_touch() {
    let mut made = Made::new();
    assert_eq!((of(&made, "2026-01-06").last, of(&made, "2026-01-06").silent), (None, 1));
    made.touched("2026-11-01");
    let state = |now| (of(&made, now).state, of(&made, now).days);
    assert_eq!(state("2026-11-01"), (CadenceState::Fine, 14));
    assert_eq!(state("2026-11-14"), (CadenceState::Fine, 1));
    assert_eq!(state("2026-11-15"), (CadenceState::Soon, 7));
    assert_eq!(state("2026-11-22"), (CadenceState::Soon, 0));
    assert_eq!(state("2026-11-23"), (CadenceState::Late, 1));
    assert_eq!(words::cadence::cadence(&of(&made, "2026-11-23")), "last touch 22 d ago, limit 21: 1 d late");
    assert_eq!(of(&made, "2026-11-23").due, day("2026-11-15"));
}

#[test]
fn a_note_is_no_touch_and_tomorrow_has_not_been() {
    let mut made = Made::new();
    made.touched("2026-11-01");
    let mut note = Interaction::new(made.id(), at("2026-11-10"));
    (note.at, note.touch) = (at("2026-11-10"), Touch::Note);
    note.clients.0.push(made.client);
    made.put(note);
    made.touched("2026-11-20");
    assert_eq!(of(&made, "2026-11-12").silent, 11);
    assert_eq!(of(&made, "2026-11-20").silent, 0);
}

#[test]
fn own_limits_win_over_those_of_the_tier() {
    let mut made = Made::new();
    let client = made.book.client(made.client).unwrap().clone();
    let limits = |soft, hard, tier| {
        let c = Client { cadence_soft: soft, cadence_hard: hard, tier, ..client.clone() };
        let Limits { soft, hard, own } = Limits::of_client(&c);
        (soft, hard, own)
    };
    assert_eq!(limits(None, None, Tier::A), (14, 21, false));
    assert_eq!(limits(None, None, Tier::B), (30, 45, false));
    assert_eq!(limits(None, None, Tier::C), (60, 90, false));
    assert_eq!(limits(Some(5), None, Tier::A), (5, 21, true));
    assert_eq!(limits(Some(40), None, Tier::A), (40, 40, true));
    assert_eq!(limits(None, Some(10), Tier::A), (10, 10, true));
    made.touched("2026-11-01");
    assert_eq!(cadence::cadences(&made.book, at("2026-11-20")).len(), 1);
    let maria: Contact = made.book.contact(made.maria).unwrap().clone();
    made.change(&maria, |m| m.cadence_soft = Some(7));
    assert_eq!(cadence::cadences(&made.book, at("2026-11-20")).len(), 2);
    let hers = cadence::cadence(&made.book, made.maria, at("2026-11-20")).unwrap();
    assert_eq!((hers.state, hers.limits.own, hers.days), (CadenceState::Soon, true, 2));
    made.change(&client, |c| c.status = ClientStatus::Dormant);
    assert_eq!(cadence::cadences(&made.book, at("2026-11-20")), []);
    assert_eq!(cadence::cadence(&made.book, made.nikos, at("2026-11-20")), None);
}

#[test]
fn talk_among_colleagues_is_no_touch_with_the_client_it_is_about() {
    let mut made = Made::new();
    made.touched("2026-11-01");
    let mut project = Project::new(made.id(), at("2026-01-05"));
    project.client = made.client.into();
    let mut talk = Interaction::new(made.id(), at("2026-11-10"));
    (talk.at, talk.touch) = (at("2026-11-10"), Touch::Meeting);
    talk.people.0.push(made.nikos);
    talk.clients.0.push(made.client);
    talk.projects.0.push(project.id);
    let (of_project, design) = (Ref::from(project.id), made.design);
    made.put(project);
    made.put(talk.clone());
    let silent = |made: &Made, of: Ref| {
        let now = at("2026-11-12");
        let last = last_touch(&made.book, of, now).map(|at| (now.date() - at.date()).num_days());
        assert_eq!(last, Touches::of(&made.book, now).last(of).map(|at| (now.date() - at.date()).num_days()));
        last
    };
    assert_eq!(silent(&made, made.client.into()), Some(11));
    assert_eq!(silent(&made, of_project), Some(2));
    assert_eq!(silent(&made, design.into()), Some(2));
    // As soon as one of theirs takes part, or nobody is named, it is a touch with them.
    let with_maria = made.maria;
    made.change(&talk, |t| t.people.0.push(with_maria));
    assert_eq!(silent(&made, made.client.into()), Some(2));
    made.change(&talk, |t| t.people.0.clear());
    assert_eq!(silent(&made, made.client.into()), Some(2));
}

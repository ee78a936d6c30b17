//! Every row of Today can be answered: ticked off or seen, put off without touching the facts, opened.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use std::collections::BTreeSet;
use syndeo::app::{Layer, Pane};
use syndeo::demo;
use syndeo::domain::derive::today::{Reason, Row, Today, snoozed, today};
use syndeo::domain::{Book, Contact, Decision, Kind, Outcome, Record, Ref, Value};

fn rows(desk: &Desk) -> Vec<Row> {
    today(&desk.model.data.book, desk.now)
}

fn stands(desk: &Desk, id: Ref) -> bool {
    rows(desk).iter().any(|row| row.target == id)
}

fn choose(desk: &mut Desk, id: Ref) {
    desk.keys("1");
    let screen = &mut desk.model.screen;
    screen.choose(&desk.model.data, id);
    desk.picture();
}

/// A copy of a record with its snooze taken out: what is left are the facts.
fn facts(record: &Record) -> Record {
    let mut bare = record.clone();
    let field = record.kind().snooze_field().unwrap();
    field.write(&mut bare, Value::Empty).unwrap();
    bare
}

/// Whatever stands there: `z` and Enter put it off until tomorrow, the facts stay, the view of what is snoozed has it, on
/// the day it is back, and one undo brings it back at once.
#[test]
fn every_row_can_be_put_off_and_comes_back_on_its_day() {
    let base = demo::book(now());
    let mut desk = Desk::of(120, 40, base.clone());
    let all = rows(&desk);
    let reasons: BTreeSet<Reason> = all.iter().map(|row| row.reason).collect();
    assert!(reasons.len() >= 12, "{reasons:?}");
    for row in all {
        let before = desk.model.data.book.get(row.target).cloned().unwrap();
        choose(&mut desk, row.target);
        desk.keys("z").sees("Snooze until").keys("enter").sees("Snoozed until");
        assert!(!stands(&desk, row.target), "{:?} {:?}", row.reason, row.why);
        let after = desk.model.data.book.get(row.target).cloned().unwrap();
        assert_eq!(facts(&after), facts(&before), "{:?}", row.why);
        let put_off = snoozed(&desk.model.data.book, desk.now);
        assert_eq!(put_off.iter().map(|r| r.target).collect::<Vec<_>>(), [row.target]);
        let mut tomorrow = desk.now;
        tomorrow.utc_ms += 86_400_000;
        assert!(snoozed(&desk.model.data.book, tomorrow).is_empty());
        let (with, without) =
            (Today::of(&desk.model.data.book, tomorrow), today(&desk.model.data.book, tomorrow));
        assert_eq!(with.rows(), without);
        desk.keys("u");
        assert!(stands(&desk, row.target));
        assert_eq!(desk.model.data.book.get(row.target), Some(&before));
    }
}

/// `z` again ends it; the view *snoozed* lists what was put off and nothing else does.
#[test]
fn what_is_snoozed_has_a_view_of_its_own_and_is_woken_there() {
    let mut desk = Desk::of(120, 40, demo::book(now()));
    let id = rows(&desk)[0].target;
    let title = desk.model.data.book.title(id);
    choose(&mut desk, id);
    desk.keys("z fri enter").sees("Snoozed until Fri 27 Nov");
    let in_sight = |desk: &mut Desk| desk.model.screen.browse_mut().rows.clone();
    assert!(!in_sight(&mut desk).contains(&id));
    for _ in 0..5 {
        assert!(!in_sight(&mut desk).contains(&id));
        desk.keys(".");
    }
    desk.sees("snoozed");
    assert_eq!(in_sight(&mut desk), [id]);
    desk.keys("z").sees("In Today again").sees_no(&format!("▸ {title}"));
    assert!(stands(&desk, id));
}

/// A day that lies ahead is needed, and said to be.
#[test]
fn only_a_day_ahead_is_taken() {
    let mut desk = Desk::of(120, 40, demo::book(now()));
    let id = rows(&desk)[0].target;
    choose(&mut desk, id);
    desk.keys("z today").sees("a day that lies ahead was expected").keys("enter").sees("A day was expected");
    assert!(stands(&desk, id) && matches!(desk.model.screen.layers.last(), Some(Layer::Later(_))));
    desk.keys("ctrl-u flurb").sees("a day was expected, such as fri").keys("ctrl-u 3").sees("▸ 3  +1 week");
    desk.keys("enter").sees("Snoozed until Mon 30 Nov");
}

/// Whatever stands there: `x` does something, or says why it cannot; then the row is gone, or a question is asked. Reasons
/// that nothing can tick off are told here, each with why.
#[test]
fn every_row_answers_x() {
    let mut desk = Desk::of(120, 40, demo::book(now()));
    for row in rows(&desk) {
        let book = desk.model.data.book.clone();
        choose(&mut desk, row.target);
        desk.keys("x");
        let asked = desk.model.screen.layers.last().is_some();
        let changed = desk.model.data.book.get(row.target) != book.get(row.target);
        // A project with open work is not done, and says so.
        let refused = row.target.kind == Kind::Project && desk.footer().contains("not all done");
        assert!(asked || changed || refused, "{:?} {:?}: {}", row.reason, row.why, desk.footer());
        desk.model.screen.layers.clear();
        if changed {
            desk.keys("u");
        }
    }
}

/// A birthday that was seen comes again next year; a term that was seen comes again when its days change.
#[test]
fn what_was_seen_comes_back_when_its_day_is_another() {
    let mut desk = Desk::of(120, 40, demo::book(now()));
    let all = rows(&desk);
    for reason in [Reason::Birthday, Reason::NoticeNear] {
        let row = all.iter().find(|row| row.reason == reason && row.also.is_empty()).unwrap();
        choose(&mut desk, row.target);
        desk.keys("x").sees("Seen: ");
        assert!(!stands(&desk, row.target), "{reason:?}");
        assert!(!snoozed(&desk.model.data.book, desk.now).iter().any(|r| r.target == row.target));
        let mut later = desk.now;
        later.utc_ms += 365 * 86_400_000;
        let again = today(&desk.model.data.book, later);
        let born = Contact::of(desk.model.data.book.get(row.target).unwrap()).is_some();
        assert!(!born || again.iter().any(|r| r.target == row.target), "{reason:?}: next year");
        desk.keys("u");
        assert!(stands(&desk, row.target));
    }
    let row = all.iter().find(|row| row.reason == Reason::NoticeNear).unwrap();
    choose(&mut desk, row.target);
    desk.keys("x");
    let Some(Record::Agreement(mut agreement)) = desk.model.data.book.get(row.target).cloned() else {
        panic!()
    };
    agreement.end = agreement.end.and_then(|end| end.pred_opt());
    let mut book = Book::clone(&desk.model.data.book);
    let change = syndeo::domain::Change::new("another end", desk.now)
        .with(book.get(row.target).cloned(), Some(agreement.into()));
    book.apply(&change);
    assert!(today(&book, desk.now).iter().any(|r| r.target == row.target));
}

#[test]
fn a_decision_is_taken_by_its_row() {
    let mut desk = Desk::of(120, 40, demo::book(now()));
    let open = |r: &&Record| Decision::of(r).is_some_and(|d| d.outcome == Outcome::Open);
    let Some(id) = desk.model.data.book.all(Kind::Decision).find(open).map(Record::id) else {
        panic!("the sample book has an open decision")
    };
    choose(&mut desk, id);
    desk.keys("x").sees("What was decided?").keys("3").sees("Decided: ");
    let taken = |desk: &Desk| Decision::of(desk.model.data.book.get(id).unwrap()).cloned().unwrap();
    assert_eq!((taken(&desk).outcome, taken(&desk).on), (Outcome::Changed, Some(desk.now.date())));
    assert!(!stands(&desk, id));
    desk.keys("u");
    assert!(stands(&desk, id));
}

/// Today worked down to nothing with the keys of its rows alone: whatever can be ticked off is, the rest is put off.
#[test]
fn today_can_be_worked_down_to_nothing() {
    let mut desk = Desk::of(120, 40, demo::book(now()));
    desk.keys("1");
    let mut keys = 0;
    while let Some(row) = rows(&desk).first().cloned() {
        assert_eq!(desk.model.screen.pane, Pane::Today);
        let left = rows(&desk).len();
        desk.keys("1 gg x");
        keys += 1;
        // A question is answered by its first answer, however many follow.
        for _ in 0..4 {
            if desk.model.screen.layers.is_empty() {
                break;
            }
            desk.keys("enter");
            keys += 1;
        }
        if rows(&desk).first().map(|r| r.target) == Some(row.target) && rows(&desk).len() >= left {
            desk.keys("z enter");
            keys += 2;
        }
        assert!(keys < 600, "{left} are left: {:?}", row.why);
    }
    desk.sees("Nothing needs you now");
}

/// A form tells of a signed agreement what everything else tells: it is no draft, also once it is saved.
#[test]
fn what_was_signed_is_no_draft_in_its_form() {
    let mut desk = Desk::empty(120, 34);
    desk.keys("C Acme enter 6 a a Retainer field.client acme enter field.signed 1/11 ctrl-s")
        .sees("Added Retainer");
    let Record::Agreement(agreement) = desk.only(Kind::Agreement).clone() else { panic!() };
    assert_eq!(agreement.status, syndeo::domain::AgreementStatus::Active);
    let mut draft = agreement.clone();
    draft.status = syndeo::domain::AgreementStatus::Draft;
    let mut records: Vec<Record> = desk.model.data.book.everything().cloned().collect();
    records.retain(|r| r.kind() != Kind::Agreement);
    records.push(draft.into());
    let mut desk = Desk::of(120, 40, records);
    // A field without the keys says its choice alone.
    let picture = desk.keys("6 e").field("title").picture();
    let status = picture.lines().find_map(|line| line.split("Status ").nth(1)).unwrap();
    assert!(status.trim_start().starts_with("active"), "{picture}");
}

/// A planned touch is moved with its time, and once it took place what was said is written down at once.
#[test]
fn a_planned_touch_moves_with_its_time_and_its_text_is_asked_for() {
    let mut desk = Desk::empty(120, 34);
    desk.keys("C Acme enter c meeting_Acme_tomorrow_at_10:30:_the_plan enter enter");
    let touch = |desk: &Desk| {
        let Record::Interaction(touch) = desk.only(Kind::Interaction).clone() else { panic!() };
        touch
    };
    let id = touch(&desk).id.into();
    choose(&mut desk, id);
    desk.keys("+").sees("It stands on Tue 24 Nov").keys("2").sees("Mon 30 Nov").keys("enter");
    let at = touch(&desk).at.local();
    assert_eq!(at.format("%Y-%m-%d %H:%M").to_string(), "2026-11-30 10:30");
    let id = touch(&desk).id.into();
    choose(&mut desk, id);
    desk.keys("x").sees("It took place").sees("What was said and agreed");
    desk.keys("They_agreed ctrl-s");
    assert_eq!(touch(&desk).text, "They agreed");
}

//! What is done most, in keys: none of it takes more than the least that was thought possible. Letters of names and texts
//! count as they are typed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use syndeo::app::Effect;
use syndeo::demo;
use syndeo::domain::{Client, Holder, Interaction, Kind, Record, Ref, Request, Task, Tier};

/// A desk over the sample book that counts what is pressed.
struct Counted {
    desk: Desk,
    pressed: usize,
}

impl Counted {
    fn at(place: &str) -> Self {
        let mut desk = Desk::of(110, 30, demo::book(now()));
        desk.keys(place);
        desk.effects();
        Self { desk, pressed: 0 }
    }

    /// Presses named keys, each a word.
    fn press(&mut self, keys: &str) -> &mut Self {
        self.pressed += keys.split_whitespace().count();
        self.desk.keys(keys);
        self
    }

    /// Types a text whose length nobody can help.
    fn text(&mut self, text: &str) -> &mut Self {
        self.desk.keys(&text.replace(' ', "_"));
        self
    }

    fn mark(&mut self, id: Ref) -> &mut Self {
        self.desk.model.screen.choose(&self.desk.model.data, id);
        self
    }

    fn newest<T: Clone>(&self, kind: Kind, of: fn(&Record) -> Option<&T>, is: impl Fn(&T) -> bool) -> T {
        let all = self.desk.model.data.book.all(kind).filter_map(of);
        all.filter(|r| is(r)).last().cloned().expect("it was made")
    }

    fn named(&self, kind: Kind, name: &str) -> Ref {
        let book = &self.desk.model.data.book;
        book.all(kind).map(Record::id).find(|id| book.title(*id) == name).expect(name)
    }

    fn took(&self, most: usize) {
        assert!(self.pressed <= most, "{} keys, {most} were possible", self.pressed);
    }
}

fn aegean() -> Counted {
    let mut at = Counted::at("2");
    let id = at.named(Kind::Client, "Aegean Foods");
    at.mark(id);
    at
}

#[test]
fn a_call_with_the_marked_client() {
    let mut at = aegean();
    at.press("i").text("Prices are fine").press("enter").took(2);
    let made = at.newest(Kind::Interaction, Interaction::of, |i| i.summary == "Prices are fine");
    assert!(made.clients.0.iter().any(|c| Ref::from(*c) == at.named(Kind::Client, "Aegean Foods")));
}

#[test]
fn a_task_due_on_friday() {
    let mut at = aegean();
    at.press("t").text("Send the samples").press("tab").press("f r i enter").took(6);
    let made = at.newest(Kind::Task, Task::of, |t| t.title == "Send the samples");
    assert_eq!(made.due.map(|d| d.to_string()).as_deref(), Some("2026-11-27"));
    assert_eq!(made.client.0.map(Ref::from), Some(at.named(Kind::Client, "Aegean Foods")));
}

#[test]
fn a_request_routed_and_with_its_day() {
    let mut at = aegean();
    // "wants", "by fri" and "@des" are typed as well: "c wants T by fri @des enter" was 11 with T between.
    at.press("c").text("wants a bigger stand by fri ").press("@ d e s").press("enter").took(11);
    let made = at.newest(Kind::Request, Request::of, |r| r.title.contains("bigger stand"));
    assert_eq!(made.department.0.map(Ref::from), Some(at.named(Kind::Department, "Design")));
    assert_eq!(made.wanted_by.map(|d| d.to_string()).as_deref(), Some("2026-11-27"));
}

#[test]
fn a_task_ticked_off() {
    let mut at = Counted::at("1");
    let id = at.named(Kind::Task, "Call Maria about the banner");
    at.mark(id).press("x").took(1);
    let Some(Record::Task(task)) = at.desk.model.data.book.get(id) else { panic!() };
    assert!(!task.status.is_open());
}

#[test]
fn a_task_put_off_to_monday() {
    let mut at = Counted::at("1");
    let id = at.named(Kind::Task, "Call Maria about the banner");
    at.mark(id).press("+ 2 enter").took(3);
    let Some(Record::Task(task)) = at.desk.model.data.book.get(id) else { panic!() };
    assert_eq!(task.due.map(|d| d.to_string()).as_deref(), Some("2026-11-30"));
}

#[test]
fn a_request_forwarded_to_whom_one_would_think_of() {
    let mut at = Counted::at("5");
    let id = at.named(Kind::Request, "Press list for Aarhus");
    at.mark(id).press("f enter").took(2);
    let Some(Record::Request(request)) = at.desk.model.data.book.get(id) else { panic!() };
    let hand = request.hands.last().unwrap();
    assert_eq!(
        (hand.since.date(), &hand.holder),
        (now().date(), &Holder::Person(request.contact.0.unwrap()))
    );
}

#[test]
fn a_reminder_from_anywhere() {
    let mut at = Counted::at("2");
    at.press("w n m").took(3);
    assert!(at.desk.effects().iter().any(|e| matches!(e, Effect::Open(_))), "a mail is begun");
}

#[test]
fn the_brief_of_a_named_client() {
    let mut at = Counted::at("1");
    at.press("s a e g enter b").took(6);
    at.desk.sees("Aegean Foods").sees("Brief");
}

#[test]
fn my_own_tasks_are_the_first_that_today_shows() {
    let mut at = Counted::at("1");
    at.took(0);
    at.desk.sees("Mine now");
    assert!(at.desk.row(0).contains("Call Maria about the banner"), "{}", at.desk.row(0));
}

#[test]
fn from_waiting_back_to_where_one_was() {
    let mut at = Counted::at("5 w");
    at.press("esc").took(1);
    at.desk.sees("Requests");
}

#[test]
fn the_tier_of_a_client() {
    let mut at = aegean();
    at.press("# 2").took(3);
    let id = at.named(Kind::Client, "Aegean Foods");
    let Some(Record::Client(Client { tier, .. })) = at.desk.model.data.book.get(id) else { panic!() };
    assert_eq!(*tier, Tier::B);
}

#[test]
fn the_timeline_of_the_marked_client() {
    let mut at = aegean();
    at.press("g t").took(2);
    at.desk.sees("Timeline");
}

#[test]
fn the_phone_of_a_person_into_the_clipboard() {
    let mut at = Counted::at("1");
    at.press("s s o f ctrl-y 1").took(6);
    assert!(at.desk.effects().iter().any(|e| matches!(e, Effect::Copy(..))), "something is copied");
}

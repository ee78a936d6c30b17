//! Promises at the desk, in keys and screens: a move asks whether the client was told, telling logs the touch, and the
//! first day is never lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests print and measure")]

mod desk;

use desk::{Desk, now};
use syndeo::domain::{Interaction, Kind, Request, RequestStatus, Touch};

/// One client, one wish of theirs promised for 4 Dec and open in the list of requests.
fn promised() -> Desk {
    let mut client =
        syndeo::domain::Client::new(syndeo::domain::IdGenerator::new([5; 16]).next(now()), now());
    client.name = "Acme".into();
    let mut desk = Desk::of(110, 30, vec![client.into()]);
    desk.keys("r New_banner").field("promised");
    desk.keys("4_dec ctrl-s 5").sees("promised 4 Dec");
    desk
}

fn request(desk: &Desk) -> Request {
    Request::of(desk.only(Kind::Request)).unwrap().clone()
}

fn touches(desk: &Desk) -> Vec<Interaction> {
    desk.model.data.book.all(Kind::Interaction).filter_map(Interaction::of).cloned().collect()
}

/// Opens the form and moves the promise to another day.
fn moves<'a>(desk: &'a mut Desk, to: &str) -> &'a mut Desk {
    desk.keys("e").field("promised");
    desk.keys(&format!("ctrl-u {to} ctrl-s"))
}

fn days(desk: &Desk) -> Vec<String> {
    let show = |p: &syndeo::domain::PromisedDay| {
        let day = p.day.map_or("none".into(), |d| d.format("%-d %b").to_string());
        format!("{day}{}", if p.told.is_some() { " told" } else { "" })
    };
    request(desk).promises.iter().map(show).collect()
}

const DAY: i64 = 86_400_000;

#[test]
fn moving_a_promise_asks_whether_the_client_was_told_and_logs_the_touch() {
    let mut desk = promised();
    assert_eq!(days(&desk), ["4 Dec"]);
    desk.now.utc_ms += DAY;
    moves(&mut desk, "11_dec").sees("The promise moves from Fri 4 Dec to Fri 11 Dec. Was the client told?");
    assert!(desk.choices().iter().all(|answer| !answer.contains("slip")), "it was promised yesterday");
    // Nothing is saved before the answer; going back keeps what was written.
    assert_eq!(days(&desk), ["4 Dec"]);
    desk.keys("esc").sees("Edit request").keys("ctrl-s").sees("Was the client told?").keys("2");
    assert_eq!(days(&desk), ["4 Dec", "11 Dec told"]);
    let [touch] = &touches(&desk)[..] else { panic!("one touch") };
    assert_eq!((touch.touch, &touch.requests.0[..]), (Touch::Mail, &[request(&desk).id][..]));
    assert_eq!((touch.clients.0.len(), touch.took_place(desk.now)), (1, true));
    assert_eq!(touch.summary, "Told: New banner, Fri 11 Dec instead of Fri 4 Dec");
    desk.sees("promised 4 Dec, moved to 11 Dec, told");
    desk.keys("u");
    assert_eq!(
        (days(&desk), touches(&desk).len()),
        (vec!["4 Dec".to_owned()], 0),
        "one undo takes both back"
    );
}

#[test]
fn a_client_who_does_not_know_stands_in_today_until_told() {
    let mut desk = promised();
    desk.now.utc_ms += DAY;
    moves(&mut desk, "11_dec").keys("6");
    assert_eq!(days(&desk), ["4 Dec", "11 Dec"]);
    assert_eq!(touches(&desk).len(), 0);
    desk.keys("1").sees("New banner").sees("promise moved 24 Nov to 11 Dec, client");
    desk.keys("x")
        .sees("moved to another day. Was the client told?")
        .keys("1")
        .sees("and the touch is logged");
    assert_eq!(days(&desk), ["4 Dec", "11 Dec told"]);
    assert_eq!(touches(&desk)[0].touch, Touch::Call);
    desk.sees_no("promise moved");
    assert!(request(&desk).status.is_open(), "telling is not doing");
}

#[test]
fn a_slip_of_today_is_corrected_and_leaves_no_move() {
    let mut desk = promised();
    moves(&mut desk, "11_dec").sees("7 Fri 4 Dec was a slip: correct it").keys("7");
    assert_eq!(days(&desk), ["11 Dec"]);
    // A day that is no other asks nothing.
    moves(&mut desk, "11_dec").sees("Nothing was changed");
    // A move on another day, then its slip back to the day before: as if it never moved.
    desk.now.utc_ms += DAY;
    moves(&mut desk, "18_dec").keys("6");
    moves(&mut desk, "11_dec").keys("7");
    assert_eq!(days(&desk), ["11 Dec"]);
}

#[test]
fn a_promise_taken_back_is_asked_about_and_kept() {
    let mut desk = promised();
    desk.now.utc_ms += DAY;
    moves(&mut desk, "").sees("The promise of Fri 4 Dec is taken back. Was the client told?").keys("3");
    assert_eq!(days(&desk), ["4 Dec", "none told"]);
    assert_eq!(touches(&desk)[0].touch, Touch::Meeting);
    desk.now.utc_ms += DAY;
    moves(&mut desk, "18_dec");
    desk.sees("New banner");
    assert_eq!(days(&desk), ["4 Dec", "none told", "18 Dec"], "the first is never lost");
}

#[test]
fn what_was_done_is_told_with_how_content_the_client_is() {
    let mut desk = promised();
    desk.keys("x").sees("Done, and now the client must be told");
    desk.keys("x").sees("Was the client told?").keys("esc");
    assert_eq!(request(&desk).status, RequestStatus::Done, "not yet changes nothing");
    desk.keys("x 4").sees("How content is the client?").keys("esc");
    assert_eq!((request(&desk).status, touches(&desk).len()), (RequestStatus::Done, 0));
    desk.keys("x 4 enter");
    let closed = request(&desk);
    assert_eq!((closed.status, closed.satisfaction), (RequestStatus::Told, None), "they did not say");
    assert_eq!(touches(&desk)[0].touch, Touch::Message);
    desk.keys("u x 5 2");
    let closed = request(&desk);
    assert_eq!((closed.status, closed.satisfaction), (RequestStatus::Told, Some(2)));
    assert_eq!(touches(&desk).len(), 0, "it was logged already");
}

#[test]
fn a_declined_wish_waits_until_the_client_was_told() {
    let mut desk = promised();
    desk.keys("e").field("status");
    desk.keys("declined").field("outcome");
    desk.keys("too_dear ctrl-s");
    assert_eq!(request(&desk).done_on, Some(desk.now.date()));
    desk.keys("1").sees("declined 23 Nov, the client does not");
    desk.keys("x").sees("was declined. Was the client told?").keys("1").sees("and the touch is logged");
    let closed = request(&desk);
    assert_eq!((closed.status, closed.told_on), (RequestStatus::Declined, Some(desk.now.date())));
    desk.sees_no("declined 23 Nov, the client");
}

#[test]
fn one_key_shows_how_many_promises_were_kept_and_each_of_them() {
    let mut desk = Desk::of(110, 30, syndeo::demo::book(now()));
    for list in ["2", "4", "5", "3"] {
        desk.keys(list).keys("%").sees("In 180 days").sees("In 12 months").sees(" kept, ");
    }
    desk.keys("2 / aegean enter %").sees("10 of 14 kept, 71 %").sees("Broken").sees("Not due yet");
    // Each row leads to the promise.
    desk.keys("down enter")
        .sees("New banner for spring · request")
        .sees("promised 13 Nov, moved to 19 Nov, told 13 Nov");
    desk.keys("4 / design enter %").sees("By person");
}

/// A book whose changes were saved by a version that kept no history: the journal still tells it.
#[test]
fn first_days_of_earlier_books_are_read_from_the_journal_once() {
    use syndeo::domain::{Change, Record, Role};
    use syndeo::store::{Memory, Store};
    let mut client =
        syndeo::domain::Client::new(syndeo::domain::IdGenerator::new([5; 16]).next(now()), now());
    client.name = "Acme".into();
    let mut asked = Request::new(syndeo::domain::IdGenerator::new([6; 16]).next(now()), now());
    (asked.title, asked.client) = ("New banner".into(), client.id.into());
    let day = |d: u32| chrono::NaiveDate::from_ymd_opt(2026, 12, d);
    let mut store = Memory::of(vec![client.clone().into()]);
    let mut before: Option<Record> = None;
    let mut save = |store: &mut Memory, at: i64, promised: Option<chrono::NaiveDate>, role: Role| {
        asked.promised = promised;
        let after = Record::from(asked.clone());
        let mut change =
            Change::new("earlier", syndeo::domain::Moment { utc_ms: now().utc_ms + at * DAY, ..now() });
        change.role = role;
        store.save(&change.with(before.clone(), Some(after.clone()))).unwrap();
        before = Some(after);
    };
    save(&mut store, -9, day(4), Role::Do);
    save(&mut store, -8, day(4), Role::Do);
    save(&mut store, -7, day(11), Role::Do);
    // A move that was taken back at once is none.
    save(&mut store, -6, day(30), Role::Do);
    save(&mut store, -5, day(11), Role::Undo(4));
    let opened = store.opened();
    let mut desk = Desk::on(110, 30, Box::new(store));
    let records = vec![client.into(), asked.clone().into()];
    desk.tell(syndeo::app::Msg::Loaded(records));
    desk.tell(syndeo::shell::told_open(opened, vec![]));
    desk.sees("The first days of 1 promise were read from the journal");
    assert_eq!(days(&desk), ["4 Dec", "11 Dec"]);
    let since = request(&desk).promises[0].since.utc_ms;
    assert_eq!(since, now().utc_ms - 9 * DAY);
    // It is one change like any other.
    desk.keys("u");
    assert_eq!(days(&desk), Vec::<String>::new());
}

/// The call in which a client was told is one with whoever asked, about what was asked, for each way in which it can be told:
/// it stands on every page it belongs to.
#[test]
fn a_touch_that_is_logged_names_whom_and_what_it_was_about() {
    for way in ["moved", "done"] {
        let mut desk = promised();
        desk.keys("2 p Maria tab Pappa ctrl-s esc P Fair ctrl-s 5 e").field("asked_by").keys("maria enter");
        desk.field("project").keys("fair enter ctrl-s").sees("Changed: New banner");
        desk.now.utc_ms += DAY;
        if way == "moved" {
            moves(&mut desk, "11_dec").keys("1");
        } else {
            desk.keys("5 x x 1 end enter").sees("The client was told");
        }
        let (logged, it) = (touches(&desk), request(&desk));
        assert_eq!(logged.len(), 1, "{way}");
        let touch = &logged[0];
        assert!(it.asked_by.0.is_some() && it.project.0.is_some());
        assert_eq!(touch.people.0, Vec::from_iter(it.asked_by.0), "{way}");
        assert_eq!(
            (&touch.requests.0[..], &touch.projects.0[..]),
            (&[it.id][..], &[it.project.0.unwrap()][..])
        );
        assert_eq!(touch.clients.0, [it.client.0.unwrap()], "{way}");
    }
}

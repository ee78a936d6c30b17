//! Who holds it at the desk, in keys and screens: a ball that was passed on an earlier day, and reminders of what lies with
//! a department.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests print and measure")]

mod desk;

use desk::{Desk, now};
use std::collections::BTreeSet;
use syndeo::demo;
use syndeo::domain::derive::waiting;
use syndeo::domain::{Hand, Holder, Kind, Request};

const DAY: i64 = 86_400_000;

/// One wish of Acme, four days old and with us; Nikos and Lena in Design, which has a shared mail address.
fn wished() -> Desk {
    let mut desk = Desk::empty(120, 34);
    desk.keys("a a Acme enter");
    desk.keys("4 a a Design enter p Nikos tab Rallis ctrl-s p Lena tab Berg ctrl-s e").field("mail");
    desk.keys("design@meridian.example ctrl-s");
    desk.keys("2 r New_banner ctrl-s 5").sees("New banner");
    desk.now.utc_ms += 4 * DAY;
    desk
}

fn hands(desk: &Desk) -> Vec<Hand> {
    Request::of(desk.only(Kind::Request)).unwrap().hands.clone()
}

fn days_ago(desk: &Desk) -> Vec<i64> {
    hands(desk).iter().map(|h| (desk.now.date() - h.since.date()).num_days()).collect()
}

#[test]
fn a_ball_that_was_passed_earlier_is_written_down_with_its_day() {
    for words in ["nikos_yesterday", "yesterday_nikos", "nikos_since_yesterday", "nikos_χθες"] {
        let mut desk = wished();
        let yesterday = syndeo::words::dates::show(desk.now.date().pred_opt().unwrap(), desk.now.date());
        desk.keys(">").sees("by name; for an earlier day the day beside it").keys(words);
        desk.sees(&format!("since {yesterday}"));
        desk.keys("enter").sees("The ball is with Nikos Rallis (Design) since");
        assert_eq!(days_ago(&desk), [4, 1], "{words}");
        desk.keys("w").sees("1 d").sees("Nikos Rallis");
    }
    // The day alone: whoever is near can be taken.
    let mut desk = wished();
    desk.keys("> 2_days_ago").sees("▸ Acme").keys("enter");
    assert_eq!(days_ago(&desk), [4, 2]);
}

#[test]
fn no_ball_is_passed_before_the_record_or_ahead_or_out_of_order() {
    let mut desk = wished();
    desk.keys("> nikos_5_days_ago enter")
        .sees("us has it only since")
        .sees("cannot have been passed on before");
    desk.keys("> nikos_tomorrow enter").sees("lies ahead");
    assert_eq!(hands(&desk).len(), 1);
    desk.keys("> nikos_2_days_ago enter > lena_3_days_ago enter")
        .sees("Nikos Rallis (Design) has it only since");
    assert_eq!(days_ago(&desk), [4, 2]);
    desk.keys("> lena_2_days_ago enter > us_today enter");
    assert_eq!(days_ago(&desk), [4, 2, 2, 0]);
    assert!(hands(&desk).is_sorted_by_key(|h| h.since.utc_ms));
}

#[test]
fn somebody_called_like_a_day_is_still_somebody() {
    let mut desk = wished();
    desk.keys("4 p Sunday tab Okoro ctrl-s 5 > sunday");
    assert_eq!(desk.choices(), ["Sunday Okoro", "Acme", "sunday"]);
    desk.keys("down").sees("▸ Acme           since Sun").keys("up");
    desk.keys("enter").sees("The ball is with Sunday Okoro");
    assert_eq!(days_ago(&desk), [4, 0]);
}

/// The likeliest is one Enter away, there and back, and whoever has it is not on offer.
#[test]
fn the_likeliest_stands_first_and_never_who_holds_it() {
    let mut desk = wished();
    desk.keys(">");
    assert!(!desk.choices().contains(&"us".to_owned()), "{:?}", desk.choices());
    desk.keys("nikos enter >");
    assert_eq!(desk.choices()[0], "us", "it comes back to who gave it");
    desk.keys("enter >");
    assert_eq!(desk.choices()[0], "Nikos Rallis", "and goes to who had it");
    desk.keys("lena enter >");
    assert_eq!(desk.choices()[0], "us");
    assert!(!desk.choices().contains(&"Lena Berg".to_owned()));
}

#[test]
fn what_lies_with_a_department_is_asked_of_its_mailbox_and_logged() {
    let mut desk = wished();
    desk.keys("> design enter n").sees("Reminder to Design").sees("New banner");
    desk.keys("y");
    assert_eq!(hands(&desk).last().unwrap().nudges.len(), 1);
    desk.keys("esc w").sees("Design");
}

/// The list, the page of whoever has it and `w` say the same of every wait.
#[test]
fn too_long_is_marked_alike_wherever_it_stands() {
    let mut desk = Desk::of(200, 80, demo::book(now()));
    let (first, mut on_its_day) = (desk.now, 0);
    // Today, far ahead, and on the very days that were agreed, which are not over yet.
    let agreed = waiting::waiting(&desk.model.data.book, first.date());
    let agreed = agreed.iter().filter_map(|w| Some((w.agreed? - first.date()).num_days()));
    let days: BTreeSet<i64> = agreed.filter(|ahead| (0..43).contains(ahead)).chain([0, 8, 43]).collect();
    for ahead in days {
        desk.now.utc_ms = first.utc_ms + ahead * DAY;
        let today = desk.now.date();
        let waits = waiting::waiting(&desk.model.data.book, today);
        assert!(waits.iter().any(|w| !w.is_too_long(today)) || ahead > 8);
        desk.keys("5 w");
        let (rows, ids) = (desk.rows(), desk.model.screen.browse().rows.clone());
        assert_eq!(ids.len(), waits.len());
        for (row, id) in rows.iter().zip(&ids) {
            let wait = waits.iter().find(|w| w.target == *id).unwrap();
            assert_eq!(row.contains(&format!("!{} d", wait.days)), wait.is_too_long(today), "{row} {wait:?}");
            on_its_day += usize::from(wait.agreed == Some(today) && !wait.is_too_long(today));
        }
    }
    assert!(on_its_day > 0);
    // And whoever has the oldest is shown it on their own page.
    let oldest = waiting::waiting(&desk.model.data.book, desk.now.date())[0].clone();
    let Holder::Person(who) = oldest.holder else { panic!("{oldest:?}") };
    let (name, what) = (desk.model.data.book.title(who), desk.model.data.book.title(oldest.target));
    desk.keys("s").keys(&name.replace(' ', "_")).keys("enter tab tab").sees("With them").sees(&what);
    desk.sees(&format!("!{} d", oldest.days));
}

/// Who held a request before is often who it was routed to.
#[test]
fn nobody_is_offered_a_ball_twice() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    desk.keys("5");
    for _ in 0..20 {
        let offered = desk.keys("f").choices();
        let different: std::collections::HashSet<&String> = offered.iter().collect();
        assert_eq!(different.len(), offered.len(), "{offered:?}");
        assert!(offered.len() > 2, "{offered:?}");
        desk.keys("esc down");
    }
}

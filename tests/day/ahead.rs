//! What is planned or wanted and not promised: in Today from the right day on, and no touch until it took place.

use crate::made::{Made, at, day, said};
use syndeo::domain::derive::today::{Reason, Row};
use syndeo::domain::derive::{self, today};
use syndeo::domain::{Interaction, Moment, Record, Request, RequestStatus, Touch, TouchState};

fn rows(made: &Made, now: Moment) -> Vec<Row> {
    today::today(&made.book, now)
        .into_iter()
        .filter(|r| matches!(r.reason, Reason::Planned | Reason::WantedBy | Reason::WithUs))
        .collect()
}

fn meeting(made: &mut Made, on: &str) -> Interaction {
    let mut touch = Interaction::new(made.id(), at("2026-11-20"));
    (touch.touch, touch.summary, touch.at) = (Touch::Meeting, "Stand plan".into(), at(on));
    touch.state = TouchState::Planned;
    touch.clients.0.push(made.client);
    made.put(touch.clone());
    touch
}

#[test]
fn a_planned_meeting_is_told_a_week_before_and_until_somebody_says_it_took_place() {
    let mut made = Made::new();
    made.touched("2026-11-19");
    let touch = meeting(&mut made, "2026-12-01");
    for (on, words) in [
        ("2026-11-23", None),
        ("2026-11-24", Some("meeting in 7 d 10:00")),
        ("2026-12-01", Some("meeting today")),
        ("2026-12-04", Some("did it take place?")),
    ] {
        let rows = rows(&made, at(on));
        assert_eq!(
            rows.first().map(|r| said(&made.book, r, on).contains(words.unwrap_or("?"))),
            words.map(|_| true),
            "{on} {rows:?}"
        );
    }
    let last =
        |made: &Made, now| derive::last_touch(&made.book, made.client.into(), at(now)).map(Moment::date);
    assert_eq!(last(&made, "2026-12-04"), Some(day("2026-11-19")), "planned is no touch");
    made.change(&touch, |t| t.state = TouchState::Held);
    assert_eq!(last(&made, "2026-12-04"), Some(day("2026-12-01")));
    assert!(rows(&made, at("2026-12-04")).is_empty());
    made.change(&touch, |t| t.state = TouchState::Cancelled);
    assert_eq!(
        (last(&made, "2026-12-04"), rows(&made, at("2026-12-04")).len()),
        (Some(day("2026-11-19")), 0)
    );
}

fn wish(made: &mut Made, how: impl FnOnce(&mut Request)) -> Vec<Row> {
    let mut request = made.request("2026-11-24");
    request.status = RequestStatus::Asked;
    how(&mut request);
    made.put(Record::from(request));
    rows(made, at("2026-11-28"))
}

#[test]
fn a_wish_without_a_promise_is_told_by_its_day_or_by_how_long_it_lies_with_us() {
    let told = |how: fn(&mut Request)| {
        let mut made = Made::new();
        let rows = wish(&mut made, how);
        rows.first().map(|r| (r.reason, said(&made.book, r, "2026-11-28")))
    };
    assert_eq!(told(|_| ()), None, "four days");
    let older = told(|r| r.received = Some(day("2026-11-23")));
    assert_eq!(older, Some((Reason::WithUs, "5 d with us, nothing promised".into())));
    assert_eq!(told(|r| (r.received, r.promised) = (Some(day("2026-11-01")), Some(day("2027-06-01")))), None);
    let wanted = told(|r| r.wanted_by = Some(day("2026-12-12")));
    assert_eq!(wanted, Some((Reason::WantedBy, "14 d left, wanted by 12 Dec, nothing promised".into())));
    assert_eq!(told(|r| r.wanted_by = Some(day("2026-12-13"))), None);
}

//! The ball: up to which day hands are counted, and how it is passed on, each from both sides.

use chrono::{Days, NaiveDate};
use syndeo::domain::derive::hands::{closed_on, hands_of, pass, until};
use syndeo::domain::{
    Decision, Hand, Holder, IdGenerator, Moment, Outcome, Record, Request, RequestStatus, Task, TaskStatus,
};

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

/// One of each that can be closed, closed on a day or on none.
fn closed(on: Option<NaiveDate>) -> Vec<Record> {
    let ids = &mut IdGenerator::new([8; 16]);
    let mut task = Task::new(ids.next(now()), now());
    (task.status, task.done_on) = (TaskStatus::Done, on);
    let mut request = Request::new(ids.next(now()), now());
    (request.status, request.done_on) = (RequestStatus::Told, on);
    let mut decision = Decision::new(ids.next(now()), now());
    (decision.outcome, decision.on) = (Outcome::Yes, on);
    vec![task.into(), request.into(), decision.into()]
}

#[test]
fn hands_are_counted_up_to_the_day_of_closing_and_never_beyond_today() {
    let today = now().date();
    let (before, after) = (today - Days::new(1), today + Days::new(1));
    for (on, wanted) in [(Some(before), before), (Some(today), today), (Some(after), today)] {
        for record in closed(on) {
            assert_eq!((closed_on(&record), until(&record, today)), (on, wanted), "{}", record.kind());
        }
    }
    for record in closed(None) {
        let last = hands_of(&record).last().map_or(today, |hand| hand.since.date());
        assert_eq!(until(&record, today), last.min(today), "{}", record.kind());
        assert_eq!(until(&record, before), last.min(before), "{}", record.kind());
    }
}

#[test]
fn the_ball_is_passed_on_and_never_back_in_time() {
    let hour = |hours: i64| Moment { utc_ms: now().utc_ms + hours * 3_600_000, ..now() };
    let (us, other) = (Holder::Us, Holder::Other("the printer".into()));
    let mut hands: Vec<Hand> = vec![];
    assert!(pass(&mut hands, us.clone(), hour(0)));
    assert!(!pass(&mut hands, us.clone(), hour(1)));
    assert!(pass(&mut hands, other.clone(), hour(-1)));
    assert!(!pass(&mut hands, other.clone(), hour(2)));
    assert!(pass(&mut hands, us.clone(), hour(3)));
    let told: Vec<(Holder, Moment)> = hands.into_iter().map(|hand| (hand.holder, hand.since)).collect();
    assert_eq!(told, [(us.clone(), hour(0)), (other, hour(0)), (us, hour(3))]);
}

//! Hands and waits.

use crate::made::{Made, at, day, hand};
use chrono::NaiveDate;
use syndeo::domain::derive::{hands, waiting};
use syndeo::domain::{Holder, Record, RequestStatus, TaskStatus};
use syndeo::words;

#[test]
fn a_request_tells_who_held_it_for_how_long() {
    let mut made = Made::new();
    let (nikos, maria) = (Holder::Person(made.nikos), Holder::Person(made.maria));
    let mut request = made.request("2026-11-01");
    let today = day("2026-11-20");
    assert_eq!(words::hands::held(&made.book, &request.clone().into(), today), "19 days with us");
    request.hands = vec![
        hand(Holder::Us, "2026-11-01"),
        hand(nikos.clone(), "2026-11-01"),
        hand(maria, "2026-11-06"),
        hand(Holder::Client(made.client), "2026-11-08"),
        hand(nikos.clone(), "2026-11-10"),
        hand(Holder::Us, "2026-11-14"),
    ];
    request.status = RequestStatus::Told;
    request.told_on = Some(day("2026-11-15"));
    let record = Record::from(request.clone());
    assert_eq!(
        words::hands::held(&made.book, &record, today),
        "9 days with Nikos (Design), 4 with the client, 1 with us"
    );
    assert_eq!(hands::until(&record, today), day("2026-11-15"));
    assert_eq!(hands::holder_now(&record), None);
    assert_eq!(words::holder_name(&made.book, &nikos), "Nikos Andreou (Design)");
    request.status = RequestStatus::Done;
    assert_eq!(hands::holder_now(&request.into()).map(|h| h.holder), Some(Holder::Us));
}

#[test]
fn passing_the_ball_begins_a_stretch_and_twice_is_once() {
    let made = Made::new();
    let mut all = vec![hand(Holder::Us, "2026-11-01")];
    let nikos = Holder::Person(made.nikos);
    assert!(!hands::nudge(&mut all, at("2026-11-02"), "me?"));
    assert!(hands::pass(&mut all, nikos.clone(), at("2026-11-03")));
    assert!(!hands::pass(&mut all, nikos, at("2026-11-04")));
    assert!(hands::nudge(&mut all, at("2026-11-05"), "Where does it stand?"));
    // A clock that was set back does not bring the hands out of order.
    assert!(hands::pass(&mut all, Holder::Us, at("2026-10-01")));
    assert_eq!(all.len(), 3);
    assert_eq!(all[1].nudges.len(), 1);
    assert_eq!(all[2].since, at("2026-11-03"));
}

#[test]
fn an_assignee_holds_a_task_until_a_hand_says_otherwise() {
    let mut made = Made::new();
    let mut task = made.task("2026-11-01");
    let holder = |t: &syndeo::domain::Task| hands::holder_now(&t.clone().into()).map(|h| h.holder);
    assert_eq!(holder(&task), Some(Holder::Us));
    task.assignee = made.nikos.into();
    assert_eq!(holder(&task), Some(Holder::Person(made.nikos)));
    task.hands = vec![hand(Holder::Person(made.nikos), "2026-11-01"), hand(Holder::Us, "2026-11-05")];
    assert_eq!(holder(&task), Some(Holder::Us));
}

#[test]
fn answer_times_are_medians_of_what_went_on() {
    let mut made = Made::new();
    for (nth, days) in [(1, 2), (2, 4), (3, 9), (4, 5)] {
        let mut request = made.request("2026-09-01");
        request.hands = vec![
            hand(Holder::Us, "2026-09-01"),
            hand(Holder::Department(made.design), "2026-09-01"),
            hand(Holder::Person(made.nikos), "2026-09-02"),
            hand(Holder::Us, &format!("2026-09-{:02}", 2 + days)),
        ];
        request.no = nth;
        made.put(request);
    }
    // What he still holds says nothing yet; a task that was dropped neither.
    let mut open = made.request("2026-01-01");
    open.hands = vec![hand(Holder::Person(made.nikos), "2026-01-01")];
    made.put(open);
    let mut dropped = made.task("2026-01-01");
    dropped.assignee = made.nikos.into();
    dropped.status = TaskStatus::Dropped;
    dropped.done_on = Some(day("2026-06-01"));
    made.put(dropped);
    let times = hands::AnswerTimes::of(&made.book);
    assert_eq!(times.get(made.nikos), Some(hands::Answer { days: 5, count: 4 }));
    assert_eq!(times.get(made.design), Some(hands::Answer { days: 6, count: 4 }));
    assert_eq!(times.get(made.maria), None);
    let mut done = made.task("2026-10-01");
    done.assignee = made.nikos.into();
    done.status = TaskStatus::Done;
    done.done_on = Some(day("2026-10-02"));
    made.put(done);
    assert_eq!(hands::AnswerTimes::of(&made.book).get(made.nikos), Some(hands::Answer { days: 4, count: 5 }));
}

#[test]
fn what_others_hold_is_listed_oldest_first() {
    let mut made = Made::new();
    let mut request = made.request("2026-11-01");
    (request.no, request.expected) = (7, Some(day("2026-12-01")));
    request.hands = vec![hand(Holder::Us, "2026-11-01"), hand(Holder::Person(made.nikos), "2026-11-10")];
    made.put(request.clone());
    let mut task = made.task("2026-11-01");
    task.hands = vec![hand(Holder::Person(made.maria), "2026-11-05")];
    hands::nudge(&mut task.hands, at("2026-11-08"), "");
    made.put(task.clone());
    let mut ours = made.task("2026-10-01");
    ours.hands = vec![hand(Holder::Us, "2026-10-01")];
    made.put(ours);
    let mut later = made.task("2026-11-01");
    (later.assignee, later.start) = (made.nikos.into(), Some(day("2026-12-01")));
    made.put(later.clone());
    let today = day("2026-11-20");
    let waits = waiting::waiting(&made.book, today);
    assert_eq!(waits.iter().map(|w| w.target).collect::<Vec<_>>(), [task.id.into(), request.id.into()]);
    let [first, second] = &waits[..] else { panic!("two") };
    let said = waiting::Usual { days: 3, count: 0 };
    assert_eq!((first.days, first.usual, first.over, first.nudges), (15, None, 8, 1));
    assert_eq!((second.days, second.usual, second.over, second.nudges), (10, Some(said), 7, 0));
    assert!(first.is_too_long(today) && second.is_too_long(today), "the day that was agreed hides nothing");
    assert_eq!(words::waiting::agreed(second.agreed.unwrap(), today), "agreed for 1 Dec");
    assert_eq!(words::waiting::agreed(second.agreed.unwrap(), day("2026-12-02")), "agreed for 1 Dec, passed");
    let filter = |f: waiting::WaitFilter| waiting::waiting_for(&made.book, today, f).len();
    let all = waiting::WaitFilter::default();
    assert_eq!(filter(waiting::WaitFilter { client: Some(made.client), ..all }), 2);
    assert_eq!(filter(waiting::WaitFilter { department: Some(made.design), ..all }), 1);
    assert_eq!(filter(waiting::WaitFilter { contact: Some(made.maria), ..all }), 1);
    // From its start on, the task waits too.
    let then = waiting::waiting(&made.book, day("2026-12-04"));
    assert!(then.iter().any(|w| w.target == later.id.into() && w.days == 3));
}

#[test]
fn days_are_those_of_the_place_of_writing() {
    let mut made = Made::new();
    let mut request = made.request("2026-03-28");
    // Over the change to daylight saving: 23 hours are a day.
    request.hands = vec![hand(Holder::Us, "2026-03-28"), hand(Holder::Person(made.nikos), "2026-03-28")];
    request.hands[1].since = syndeo::domain::Moment::from_rfc3339("2026-03-28T23:50:00+02:00").unwrap();
    let back = syndeo::domain::Moment::from_rfc3339("2026-03-29T00:10:00+03:00").unwrap();
    hands::pass(&mut request.hands, Holder::Us, back);
    // 00:10 at +3 lies before 23:50 at +2: the hand does not begin before the one it ends.
    assert_eq!(request.hands[2].since, request.hands[1].since);
    let sum: i64 = hands::days_by_holder(&request.hands, day("2026-03-31")).iter().map(|(_, d)| d).sum();
    assert_eq!(sum, 3);
    assert_eq!(hands::days_by_holder(&request.hands, NaiveDate::MIN), []);
}

//! Requests, and through whose hands they went.

use super::projects::shifted;
use super::world::World;
use crate::domain::{
    ContactId, DepartmentId, Hand, Holder, Kind, Moment, Nudge, PromisedDay, Record, Ref, Request,
    RequestStatus,
};

/// What is written to somebody who holds the ball; the first time, the second, and from then on.
const NUDGES: [&str; 3] = [
    "Just a short question: where does this stand?",
    "The client asked again. Which day can I tell them?",
    "This is past the date we promised. Please call me today, whatever you know.",
];

/// Promises that moved: of which request, the day promised first, the day on which it was moved, whether the client was
/// told; in days from today.
const MOVED: [(&str, i64, i64, bool); 2] =
    [("New banner for spring", -9, -10, true), ("Prices per box in the shop", 3, -2, false)];

/// Every request.
pub(super) fn all(world: &mut World) {
    let requests =
        world.load(Kind::Request, include_str!("data/requests.txt"), |w, row| w.moment(row.number("@age")));
    for (id, row) in requests {
        let Some(mut request) = world.get(id).and_then(Request::of).cloned() else { continue };
        let received = request.head.created.date();
        request.received = Some(received);
        let date = |world: &World, column: &str| {
            (!row.cell(column).is_empty()).then(|| world.day(row.number(column)).max(received))
        };
        request.promised = date(world, "@promised");
        request.expected = date(world, "@expected");
        request.promises = promises(world, &request);
        outcome(world, &mut request);
        request.hands = hands(world, &request);
        remind(world, &mut request, row.number("@nudges"));
        if let Some(place) = world.get_mut(id) {
            *place = Record::Request(request);
        }
    }
}

/// The days of a promise that moved.
fn promises(world: &World, request: &Request) -> Vec<PromisedDay> {
    let Some((_, first, moved, told)) = MOVED.iter().find(|(title, ..)| *title == request.title) else {
        return vec![];
    };
    let day = |day, since, told| PromisedDay { day, since, by: String::new(), told };
    let told = told.then(|| world.day(*moved));
    vec![
        day(Some(world.day(*first)), request.head.created, None),
        day(request.promised, world.at(world.day(*moved), 11 * 60), told),
    ]
}

fn outcome(world: &mut World, request: &mut Request) {
    let yesterday = world.day(-1);
    let received = request.head.created.date();
    let worked = world.rng.i64(4..12);
    let done = request.promised.map_or_else(|| shifted(received, worked), |promised| shifted(promised, -1));
    let done = done.clamp(received, yesterday.max(received));
    match request.status {
        RequestStatus::Done => request.done_on = Some(done),
        RequestStatus::Told => {
            request.done_on = Some(done);
            request.told_on = Some(shifted(done, 1).min(yesterday).max(done));
        }
        _ => {}
    }
}

/// Us, the department, one person there; sometimes back to the client with a question. What is done lies with us
/// again until the client was told.
fn hands(world: &mut World, request: &Request) -> Vec<Hand> {
    let received = request.head.created;
    let hand = |holder: Holder, since: Moment| Hand { holder, since, nudges: vec![] };
    let mut hands = vec![hand(Holder::Us, received)];
    if matches!(request.status, RequestStatus::Asked | RequestStatus::Declined) {
        return hands;
    }
    let end = request.done_on.map_or(world.now, |done| world.at(done, 16 * 60));
    let day = |world: &mut World, days: i64, minutes: i64| {
        let minutes = minutes + world.rng.i64(-35..36);
        world.at(shifted(received.date(), days), minutes)
    };
    let mut push = |holder: Holder, since: Moment| {
        let after = hands.last().is_some_and(|h| h.since < since);
        if after && since < end {
            hands.push(hand(holder, since));
        }
    };
    let (department, person) = (request.department.0, request.contact.0);
    if let Some(DepartmentId(id)) = department {
        push(Holder::Department(DepartmentId(id)), day(world, 1, 9 * 60 + 20));
    }
    if let Some(ContactId(id)) = person {
        push(Holder::Person(ContactId(id)), day(world, 2, 11 * 60 + 5));
        if world.chance(45) {
            let asker = request.asked_by.0.map(Holder::Person);
            if let Some(asker) = asker {
                push(asker, day(world, 4, 15 * 60 + 30));
                push(Holder::Person(ContactId(id)), day(world, 6, 10 * 60));
            }
        }
    }
    if request.done_on.is_some() && hands.last().is_some_and(|h| h.since < end) {
        hands.push(hand(Holder::Us, end));
    }
    hands
}

/// Spreads reminders over the time the ball has lain where it lies, or lay before it came back to us.
fn remind(world: &mut World, request: &mut Request, count: i64) {
    let now = world.now;
    let last_elsewhere = request.hands.iter().rposition(|h| h.holder != Holder::Us);
    let Some(at) = last_elsewhere else { return };
    let until = request.hands.get(at + 1).map_or(now, |next| next.since);
    let Some(hand) = request.hands.get_mut(at) else { return };
    for nth in 1..=count {
        let between = hand.since.utc_ms + (until.utc_ms - hand.since.utc_ms) * nth / (count + 1);
        let date = shifted(Moment { utc_ms: between, ..now }.date(), 0);
        let sent = world.at(date, 10 * 60 + 10 * nth);
        let words = usize::try_from(nth - 1).ok().and_then(|i| NUDGES.get(i)).unwrap_or(&NUDGES[2]);
        if sent > hand.since && sent < until {
            hand.nudges.push(Nudge { at: sent, words: (*words).to_owned() });
        }
    }
}

/// What stands in the timeline about a request: day, the pool of sentences, and the date that was promised.
pub(super) fn steps(request: &Request) -> Vec<(Moment, &'static str)> {
    let mut out = vec![(request.head.created, "asked")];
    let others = request.hands.iter().filter(|h| h.holder != Holder::Us);
    out.extend(others.clone().take(1).map(|h| (h.since, "routed")));
    if request.promised.is_some() {
        out.extend(others.clone().nth(1).map(|h| (h.since, "promised")));
    }
    out.extend(others.flat_map(|h| h.nudges.iter().take(1)).map(|n| (n.at, "nudge")));
    let at_end = |date: chrono::NaiveDate| {
        date.and_hms_opt(16, 40, 0).map_or(request.head.created, |local| request.head.created.at_local(local))
    };
    out.extend(request.told_on.map(|d| (at_end(d), "told")));
    if request.status == RequestStatus::Declined {
        out.push((at_end(shifted(request.head.created.date(), 2)), "declined"));
    }
    out
}

/// The department of a request by name, for sentences.
pub(super) fn department_name(world: &World, request: &Request) -> String {
    request.department.0.and_then(|d| world.get(Ref::from(d))).map(Record::title).unwrap_or_default()
}

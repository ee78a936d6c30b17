//! Health: its parts, what is left out, and how it was 30 days ago.

use crate::made::{Made, at, day, hand};
use syndeo::domain::derive::health::{self, Health, Part, PartKind};
use syndeo::domain::{
    Agreement, AgreementKind, AgreementStatus, Client, ClientStatus, Feedback, Holder, IdGenerator,
    Obligation, Request, RequestStatus, Span, Unit,
};
use syndeo::words;

const NOW: &str = "2026-11-24";

fn of(made: &Made) -> Health {
    health::health(&made.book, made.client, at(NOW)).unwrap()
}

fn part(made: &Made, kind: PartKind) -> Option<Part> {
    of(made).parts.into_iter().find(|p| p.kind == kind)
}

fn got(made: &Made, kind: PartKind) -> Option<(u8, u8)> {
    part(made, kind).map(|p| (p.got, p.possible))
}

fn promised(made: &mut Made, promised: &str, done: Option<&str>) -> Request {
    let mut request = made.request("2026-09-01");
    request.promised = Some(day(promised));
    request.done_on = done.map(day);
    request.told_on = request.done_on;
    request.status = if done.is_some() { RequestStatus::Told } else { RequestStatus::Promised };
    made.put(request.clone());
    request
}

#[test]
fn a_client_of_whom_little_is_known_is_judged_by_that() {
    let mut made = Made::new();
    made.touched("2026-11-20");
    let it = of(&made);
    assert_eq!((it.score, it.parts.len()), (100, 1));
    let client = made.book.client(made.client).unwrap().clone();
    made.change(&client, |c| c.status = ClientStatus::Former);
    assert_eq!(health::health(&made.book, made.client, at(NOW)), None);
}

#[test]
fn freshness_falls_between_the_limits() {
    for (touched, points) in [
        ("2026-11-24", 25),
        ("2026-11-10", 25), // 14 days: the soft limit
        ("2026-11-03", 13), // 21: the hard one
        ("2026-10-24", 7),  // 31
        ("2026-10-13", 0),  // 42: twice the hard one
        ("2026-08-01", 0),
    ] {
        let mut made = Made::new();
        made.touched(touched);
        assert_eq!(got(&made, PartKind::Freshness), Some((points, 25)), "{touched}");
    }
}

#[test]
fn promises_kept_count_and_broken_ones_are_named() {
    let mut made = Made::new();
    assert_eq!(got(&made, PartKind::Promises), None);
    promised(&mut made, "2026-10-01", Some("2026-10-01"));
    promised(&mut made, "2026-10-01", Some("2026-09-20"));
    promised(&mut made, "2026-12-24", None);
    assert_eq!(got(&made, PartKind::Promises), Some((25, 25)));
    promised(&mut made, "2026-11-20", None);
    promised(&mut made, "2026-10-01", Some("2026-10-31"));
    assert_eq!(got(&made, PartKind::Promises), Some((13, 25)));
    let reason = words::health::finding(&part(&made, PartKind::Promises).unwrap().finding);
    assert_eq!(reason, "2 of 4 promises kept in 180 d; the worst: Spring banner, 30 d late");
    promised(&mut made, "2026-02-01", Some("2026-02-20"));
    assert_eq!(got(&made, PartKind::Promises), Some((13, 25)), "settled long ago");
}

#[test]
fn days_with_our_side_cost_and_days_with_the_client_do_not() {
    let mut made = Made::new();
    let mut request = made.request("2026-10-01");
    request.hands = vec![hand(Holder::Us, "2026-10-01"), hand(Holder::Client(made.client), "2026-10-05")];
    made.put(request.clone());
    assert_eq!(got(&made, PartKind::Waits), Some((15, 15)));
    made.change(&request, |r| {
        r.hands[1].holder = Holder::Department(syndeo::domain::DepartmentId::default());
    });
    assert_eq!(got(&made, PartKind::Waits), Some((0, 15)));
    made.change(&request, |r| r.promised = Some(day("2026-12-01")));
    assert_eq!(got(&made, PartKind::Waits), Some((15, 15)), "the day they were told lies ahead");
}

#[test]
fn agreements_feedback_and_feeling_count() {
    let mut made = Made::new();
    let mut it = Agreement::new(made.id(), at("2026-01-05"));
    (it.title, it.client, it.status) = ("Retainer".into(), made.client.into(), AgreementStatus::Active);
    it.end = Some(day("2026-12-10"));
    made.put(it.clone());
    assert_eq!(got(&made, PartKind::Agreements), Some((5, 10)));
    let mut owed = Obligation::new(made.id(), at("2026-01-05"));
    (owed.agreement, owed.due) = (it.id.into(), Some(day("2026-11-01")));
    made.put(owed);
    assert_eq!(got(&made, PartKind::Agreements), Some((3, 10)));
    assert_eq!(
        words::health::finding(&part(&made, PartKind::Agreements).unwrap().finding),
        "Retainer ends in 16 d, on 10 Dec 2026; 1 owed by us and late"
    );

    let mut said = Feedback::new(made.id(), at("2026-10-05"));
    (said.client, said.on, said.csat, said.nps) =
        (made.client.into(), Some(day("2026-10-05")), Some(4), Some(8));
    made.put(said);
    assert_eq!(got(&made, PartKind::Feedback), Some((12, 15)));

    let client = made.book.client(made.client).unwrap().clone();
    let felt = |made: &mut Made, on: &str| {
        made.change(&client, |c| (c.feel, c.feel_on) = (Some(4), Some(day(on))));
        got(made, PartKind::Feel)
    };
    assert_eq!(felt(&mut made, "2026-11-24"), Some((8, 10)));
    assert_eq!(felt(&mut made, "2026-08-26"), Some((4, 5)), "half of its time is gone");
    assert_eq!(felt(&mut made, "2026-01-24"), None);
    assert_eq!(felt(&mut made, "2026-11-25"), None, "not felt yet");
}

#[test]
fn the_trend_knows_only_what_was_known() {
    let mut made = Made::new();
    made.touched("2026-10-20");
    assert_eq!(of(&made).score, 16, "35 days: a sixth of 25 points is 4");
    assert_eq!(of(&made).trend, Some(16 - 100));
    // A touch of yesterday mends today, and not the past.
    made.touched("2026-11-23");
    assert_eq!((of(&made).score, of(&made).trend), (100, Some(0)));
    // Told since: open then. Received since: unknown then.
    let mut request = made.request("2026-09-01");
    (request.status, request.told_on) = (RequestStatus::Told, Some(day("2026-11-10")));
    made.put(request);
    assert!(of(&made).trend > Some(0));
    let client: Client = made.book.client(made.client).unwrap().clone();
    made.change(&client, |c| c.head.created = at("2026-11-01"));
    assert_eq!(of(&made).trend, None, "a new client has no past");
}

#[test]
fn of_a_new_client_nothing_is_known() {
    let mut made = Made::new();
    let client: Client = made.book.client(made.client).unwrap().clone();
    made.change(&client, |c| c.head.created = at(NOW));
    assert_eq!(health::health(&made.book, made.client, at(NOW)), None);
    made.touched(NOW);
    assert_eq!((of(&made).score, of(&made).trend), (100, None));
}

#[test]
fn an_agreement_counts_when_it_binds_for_service() {
    let mut made = Made::new();
    let mut it = Agreement::new(made.id(), at("2026-01-05"));
    (it.title, it.client, it.status) = ("Framework".into(), made.client.into(), AgreementStatus::Active);
    (it.end, it.notice) = (Some(day("2027-05-20")), Some(Span::new(6, Unit::Month)));
    made.put(it.clone());
    assert_eq!(got(&made, PartKind::Agreements), Some((10, 10)), "a fixed term is judged by its end");
    made.change(&it, |a| a.sort = AgreementKind::Confidentiality);
    assert_eq!(got(&made, PartKind::Agreements), None);
    made.change(&it, |a| (a.sort, a.start) = (AgreementKind::Other, Some(day("2026-12-01"))));
    assert_eq!(got(&made, PartKind::Agreements), None, "it lies ahead");
    made.change(&it, |a| {
        (a.status, a.start, a.signed) = (AgreementStatus::Draft, None, Some(day("2026-01-01")));
    });
    assert_eq!(got(&made, PartKind::Agreements), Some((10, 10)), "signed");
    let client: Client = made.book.client(made.client).unwrap().clone();
    made.change(&client, |c| c.status = ClientStatus::Prospective);
    assert_eq!(got(&made, PartKind::Agreements), None);
}

#[test]
fn the_longest_is_the_longest_and_shares_are_not_cut() {
    let mut made = Made::new();
    for (received, promised) in [("2026-11-03", None), ("2026-10-23", Some("2026-12-01"))] {
        let mut request = made.request(received);
        (request.title, request.promised) = (received.into(), promised.map(day));
        made.put(request);
    }
    let part = part(&made, PartKind::Waits).unwrap();
    assert_eq!(
        words::health::finding(&part.finding),
        "2 open, 1 with a promised day ahead, the longest with our side 32 days: 2026-10-23"
    );
    assert_eq!((part.got, part.possible), (11, 15), "a half and a whole of 15: 11.25");
    let mut said = Feedback::new(made.id(), at("2026-10-05"));
    (said.client, said.on, said.csat, said.nps) =
        (made.client.into(), Some(day("2026-10-05")), None, Some(7));
    made.put(said.clone());
    assert_eq!(got(&made, PartKind::Feedback), Some((11, 15)), "10.5");
    made.change(&said, |f| (f.csat, f.nps) = (Some(4), Some(2)));
    let mut third = said.clone();
    (third.id, third.csat, third.nps) = (made.id(), Some(4), None);
    made.put(third);
    assert_eq!(got(&made, PartKind::Feedback), Some((9, 15)), "17 thirtieths of 15: 8.5");
}

#[test]
fn the_example_of_the_document_adds_up() {
    let mut made = Made::new();
    made.touched("2026-11-02");
    for done in ["2026-09-30", "2026-09-29", "2026-09-28"] {
        promised(&mut made, "2026-10-01", Some(done));
    }
    let late = promised(&mut made, "2026-11-20", None);
    made.change(&late, |r| r.received = Some(day("2026-11-03")));
    let client = made.book.client(made.client).unwrap().clone();
    made.change(&client, |c| (c.feel, c.feel_on) = (Some(3), Some(day("2026-11-02"))));
    let it = of(&made);
    let points: Vec<(u8, u8)> = it.parts.iter().map(|p| (p.got, p.possible)).collect();
    assert_eq!(points, [(12, 25), (19, 25), (8, 15), (5, 9)]);
    assert_eq!(it.score, 59);
    let text = include_str!("../../docs/health.md");
    for part in &it.parts {
        let row = format!(
            "| {} | {} of {} | {} |",
            part.kind.label(),
            part.got,
            part.possible,
            words::health::finding(&part.finding)
        );
        assert!(text.contains(&row), "docs/health.md lacks {row}");
    }
    assert!(text.contains("44 of 74 points, 59"));
}

/// Of what was said on one day the last is what was written down last; an earlier day is never the last, whenever it was
/// written down.
#[test]
fn of_two_words_on_one_day_the_later_is_told_as_the_last() {
    let mut made = Made::new();
    let last = |made: &Made| {
        let words = words::health::finding(&part(made, PartKind::Feedback).unwrap().finding);
        words.split(", the last ").nth(1).unwrap().to_owned()
    };
    // Each is written down a day after the one before.
    let (mut ids, mut written) = (IdGenerator::new([4; 16]), at("2026-10-05"));
    let mut feedback = |made: &mut Made, on: &str, csat: Option<i64>, nps: Option<i64>| {
        written.utc_ms += 86_400_000;
        let mut said = Feedback::new(ids.next(written), written);
        (said.client, said.on, said.csat, said.nps) = (made.client.into(), Some(day(on)), csat, nps);
        made.put(said);
    };
    feedback(&mut made, "2026-10-05", Some(4), Some(8));
    assert_eq!(last(&made), "NPS 8 on 5 Oct 2026");
    feedback(&mut made, "2026-10-05", Some(2), None);
    assert_eq!(last(&made), "CSAT 2 on 5 Oct 2026");
    feedback(&mut made, "2026-10-04", None, Some(9));
    assert_eq!(last(&made), "CSAT 2 on 5 Oct 2026");
    let mut request = made.request("2026-09-01");
    (request.status, request.told_on, request.satisfaction) =
        (RequestStatus::Told, Some(day("2026-10-05")), Some(3));
    made.put(request);
    assert_eq!(last(&made), "3 of 5 for Spring banner on 5 Oct 2026");
    feedback(&mut made, "2026-10-06", None, Some(10));
    assert_eq!(last(&made), "NPS 10 on 6 Oct 2026");
}

//! Health and the terms of agreements a second time, written from `docs/health.md` and the manual alone, slowly and
//! without a line of the program's rules, over the sample book on days that are hard on dates.

use crate::made::{Made, at};
use crate::promises;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use syndeo::demo;
use syndeo::domain::derive::{agreements, health};
use syndeo::domain::{
    Agreement, AgreementKind, AgreementStatus, Book, Client, ClientId, ClientStatus, Contact, Feedback,
    Holder, Interaction, Kind, Moment, NoticeTo, Obligation, Project, Request, RequestStatus, Side, Span,
    Tier, Touch, TouchState, Unit,
};

const DAYS: [&str; 24] = [
    "2026-11-26",
    "2026-11-30",
    "2026-12-31",
    "2027-01-01",
    "2027-01-31",
    "2027-02-28",
    "2027-03-01",
    "2027-03-28",
    "2027-03-31",
    "2027-04-30",
    "2027-05-31",
    "2027-06-30",
    "2027-08-31",
    "2027-10-31",
    "2028-01-31",
    "2028-02-28",
    "2028-02-29",
    "2028-03-01",
    "2028-03-31",
    "2028-12-31",
    "2030-02-28",
    "2032-02-29",
    "2024-02-29",
    "2025-12-31",
];

/// Part and whole.
pub type Fraction = (i64, i64);
/// Name, points got, points possible.
pub type Row = (&'static str, i64, i64);

pub fn rounded((part, whole): Fraction, points: i64) -> i64 {
    let mut out = 0;
    // Half up: the largest number that is no more than half above it.
    while (2 * out + 1) * whole <= 2 * part * points {
        out += 1;
    }
    out
}

fn between(at: i64, full: i64, none: i64) -> Fraction {
    if at <= full {
        (1, 1)
    } else if at >= none {
        (0, 1)
    } else {
        (none - at, none - full)
    }
}

pub fn all<T>(book: &Book, kind: Kind, of: fn(&syndeo::domain::Record) -> Option<&T>) -> Vec<&T> {
    book.all(kind).filter_map(of).collect()
}

pub fn apart(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

pub fn naive(book: &Book, client: &Client, at: Moment) -> Vec<Row> {
    let day = at.date();
    let parts = [
        freshness(book, client, at),
        promises::health(book, client, day),
        waits(book, client, day),
        binding(book, client, day),
        feedback(book, client, day),
        feel(client, day),
    ];
    parts.into_iter().flatten().collect()
}

/// The people and the projects of a book.
pub struct Known<'a>(Vec<&'a Contact>, Vec<&'a Project>);

pub fn known(book: &Book) -> Known<'_> {
    Known(all(book, Kind::Contact, Contact::of), all(book, Kind::Project, Project::of))
}

/// Whether a touch was one with the client by then.
pub fn reaches(
    Known(people, projects): &Known<'_>,
    client: &Client,
    touch: &Interaction,
    at: Moment,
) -> bool {
    let of_client =
        |id: &syndeo::domain::ContactId| people.iter().any(|p| p.id == *id && p.client.0 == Some(client.id));
    let colleague =
        |id: &syndeo::domain::ContactId| people.iter().any(|p| p.id == *id && p.department.0.is_some());
    let own = |id: &syndeo::domain::ProjectId| {
        projects.iter().any(|p| p.id == *id && p.client.0 == Some(client.id))
    };
    let names = touch.clients.0.contains(&client.id) || touch.projects.0.iter().any(own);
    let reaches = touch.people.0.is_empty() || !touch.people.0.iter().all(colleague);
    let counts = touch.people.0.iter().any(of_client) || (names && reaches);
    let held = touch.state == TouchState::Held;
    counts && held && touch.touch != Touch::Note && touch.at.utc_ms <= at.utc_ms
}

pub fn last_touch(book: &Book, client: &Client, at: Moment) -> Option<Moment> {
    let (known, touches) = (known(book), all(book, Kind::Interaction, Interaction::of));
    touches.into_iter().filter(|touch| reaches(&known, client, touch, at)).map(|touch| touch.at).max()
}

fn freshness(book: &Book, client: &Client, at: Moment) -> Option<Row> {
    let (soft, hard) = match client.tier {
        Tier::A => (14, 21),
        Tier::B | Tier::Unsorted => (30, 45),
        Tier::C => (60, 90),
    };
    let (soft, hard) = match (client.cadence_soft, client.cadence_hard) {
        (None, None) => (soft, hard),
        (Some(own), None) => (own, own.max(hard)),
        (None, Some(own)) => (own.min(soft), own),
        (Some(own), Some(other)) => (own, other.max(own)),
    };
    let last = last_touch(book, client, at);
    let silent = apart(last.unwrap_or(client.head.created).date(), at.date()).max(0);
    if last.is_none() && silent < soft {
        return None;
    }
    let share = if silent <= soft {
        (1, 1)
    } else if silent <= hard {
        (hard - soft + hard - silent, 2 * (hard - soft))
    } else {
        ((2 * hard - silent).max(0), 2 * hard)
    };
    Some(("freshness", rounded(share, 25), 25))
}

fn waits(book: &Book, client: &Client, day: NaiveDate) -> Option<Row> {
    let people = all(book, Kind::Contact, Contact::of);
    let mut shares = vec![];
    for it in all(book, Kind::Request, Request::of) {
        let received = it.received.unwrap_or(it.head.created.date());
        let over = match it.status {
            RequestStatus::Told | RequestStatus::Declined => {
                it.told_on.or(it.done_on).is_none_or(|closed| closed <= day)
            }
            _ => false,
        };
        if it.client.0 != Some(client.id) || received > day || over {
            continue;
        }
        if it.promised.is_some_and(|p| p >= day) {
            shares.push((1, 1));
            continue;
        }
        // Day by day: who had it when the day began to count.
        let mut ours = 0;
        let first = it.hands.first().map_or(received, |h| h.since.date());
        let mut at = first;
        while at < day {
            let holder = it.hands.iter().rfind(|h| h.since.date() <= at).map(|h| &h.holder);
            let theirs = match holder {
                Some(Holder::Client(_)) => true,
                Some(Holder::Person(id)) => people.iter().any(|p| p.id == *id && p.client.0.is_some()),
                _ => false,
            };
            ours += i64::from(!theirs);
            at = at.succ_opt().unwrap();
        }
        shares.push(between(ours, 7, 35));
    }
    let rows = shares.iter().map(|(part, whole)| (part * (28 / whole), 28)).collect::<Vec<Fraction>>();
    let sum = rows.iter().map(|r| r.0).sum::<i64>();
    let count = i64::try_from(rows.len()).unwrap();
    (count > 0).then(|| ("waits", rounded((sum, 28 * count), 15), 15))
}

/// First day and last day of the term that runs, the end that was written down when it does not go on by itself.
pub fn term(it: &Agreement, day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let end = it.end?;
    let start = it.start.unwrap_or(end);
    let active =
        it.status == AgreementStatus::Active || (it.status == AgreementStatus::Draft && it.signed.is_some());
    let Some(span) = it.renews_for.filter(|_| active && end < day) else { return Some((start, end)) };
    let next = end.succ_opt().unwrap();
    let from = if it.start.is_some_and(|s| on(s, span, 1) == next) { start } else { next };
    let mut n = 0;
    while on(from, span, n + 1) <= day {
        n += 1;
    }
    Some((on(from, span, n), on(from, span, n + 1).pred_opt().unwrap()))
}

/// So many spans after a day, months by the calendar and cut to the end of the month they lead to.
fn on(day: NaiveDate, span: Span, times: i32) -> NaiveDate {
    let count = i32::from(span.count) * times;
    match span.unit {
        Unit::Month => month(day, count),
        Unit::Year => month(day, 12 * count),
        Unit::Day => day + chrono::Duration::days(i64::from(count)),
        Unit::Week => day + chrono::Duration::weeks(i64::from(count)),
        Unit::Workday => {
            let mut at = day;
            for _ in 0..count.abs() {
                at += chrono::Duration::days(i64::from(count.signum()));
                while matches!(at.weekday(), Weekday::Sat | Weekday::Sun) {
                    at += chrono::Duration::days(i64::from(count.signum()));
                }
            }
            at
        }
    }
}

fn month(day: NaiveDate, months: i32) -> NaiveDate {
    let nth = day.year() * 12 + day.month0().cast_signed() + months;
    let (year, month) = (nth.div_euclid(12), nth.rem_euclid(12).cast_unsigned() + 1);
    (1..=day.day()).rev().find_map(|d| NaiveDate::from_ymd_opt(year, month, d)).unwrap()
}

pub fn notice(it: &Agreement, day: NaiveDate) -> Option<NaiveDate> {
    let (_, end) = term(it, day)?;
    let Some(span) = it.notice.filter(|_| it.renews_for.is_some()) else { return Some(end) };
    let ends = |d: NaiveDate| {
        let next = d + Days::new(1);
        match it.notice_to {
            NoticeTo::Term => true,
            NoticeTo::Month => next.day() == 1,
            NoticeTo::Quarter => next.day() == 1 && next.month() % 3 == 1,
            NoticeTo::Year => next.day() == 1 && next.month() == 1,
        }
    };
    let mut to = end;
    while !ends(to) {
        to = to.pred_opt().unwrap();
    }
    if it.notice_to == NoticeTo::Term || !matches!(span.unit, Unit::Month | Unit::Year) {
        return Some(on(to, span, -1));
    }
    Some(on(to + Days::new(1), span, -1).pred_opt().unwrap())
}

fn binding(book: &Book, client: &Client, day: NaiveDate) -> Option<Row> {
    let every = all(book, Kind::Agreement, Agreement::of);
    let (mut least, mut late) = (None::<i64>, 0);
    for it in every.iter().filter(|a| a.client.0 == Some(client.id)) {
        let draft = it.status == AgreementStatus::Draft && it.signed.is_none_or(|d| d > day);
        let ahead = it.start.or(it.signed).is_some_and(|d| d > day);
        let holds = |a: &&&Agreement| a.status != AgreementStatus::Draft || a.signed.is_some();
        let followed = every.iter().filter(holds).any(|a| a.follows.0 == Some(it.id));
        let other = it.sort == AgreementKind::Confidentiality || it.status == AgreementStatus::Renewed;
        if draft || ahead || followed || other || client.status == ClientStatus::Prospective {
            continue;
        }
        let share = match term(it, day) {
            None => 100,
            Some((_, end)) if end < day && apart(end, day) > 180 => continue,
            Some((_, end)) if end < day => 0,
            Some(_) if !matches!(it.status, AgreementStatus::Active | AgreementStatus::Draft) => 10,
            Some(_) => match apart(day, notice(it, day).unwrap()) {
                0..=30 => 50,
                31..=90 => 75,
                _ => 100,
            },
        };
        least = Some(least.map_or(share, |l| l.min(share)));
        late += all(book, Kind::Obligation, Obligation::of)
            .iter()
            .filter(|o| o.agreement.0 == Some(it.id) && o.side == Side::Us)
            .filter(|o| o.due.is_some_and(|d| d < day) && o.done_on.is_none_or(|d| d > day))
            .count();
    }
    let less = 25 * i64::try_from(late).unwrap();
    least.map(|share| ("agreements", rounded(((share - less).max(0), 100), 10), 10))
}

fn feedback(book: &Book, client: &Client, day: NaiveDate) -> Option<Row> {
    let recent = |on: Option<NaiveDate>| on.is_some_and(|d| d <= day && apart(d, day) <= 365);
    let mut shares: Vec<Fraction> = vec![];
    for it in all(book, Kind::Feedback, Feedback::of) {
        if it.client.0 == Some(client.id) && recent(it.on) {
            shares.extend(it.csat.map(|c| (c - 1, 4)));
            shares.extend(it.nps.map(|n| (n, 10)));
        }
    }
    for it in all(book, Kind::Request, Request::of) {
        if it.client.0 == Some(client.id) && recent(it.told_on) {
            shares.extend(it.satisfaction.map(|s| (s - 1, 4)));
        }
    }
    let twentieths: Vec<Fraction> = shares.iter().map(|(part, whole)| (part * (20 / whole), 20)).collect();
    let count = i64::try_from(twentieths.len()).unwrap();
    let sum = twentieths.iter().map(|t| t.0).sum::<i64>();
    (count > 0).then(|| ("feedback", rounded((sum, 20 * count), 15), 15))
}

fn feel(client: &Client, day: NaiveDate) -> Option<Row> {
    let age = apart(client.feel_on.unwrap_or(client.head.created.date()), day);
    let feel = client.feel.filter(|_| age >= 0)?;
    let possible = rounded(((180 - age).max(0), 180), 10);
    (possible > 0).then(|| ("feel", rounded((feel - 1, 4), possible), possible))
}

pub fn total(rows: &[Row]) -> Option<i64> {
    let (got, possible) = rows.iter().fold((0, 0), |sum, row| (sum.0 + row.1, sum.1 + row.2));
    (possible > 0).then(|| rounded((got, possible), 100))
}

/// The book of one day, looked at on all days: so terms renew, and the past is seen from later.
pub fn each(mut check: impl FnMut(&Book, Moment)) {
    for made in ["2026-11-26T10:20:00+02:00", "2028-02-29T08:00:00-05:00"] {
        let now = Moment::from_rfc3339(made).unwrap();
        let book = Book::of(demo::book(now));
        for day in DAYS {
            check(&book, Moment::from_rfc3339(&format!("{day}T12:00:00+02:00")).unwrap());
        }
    }
}

/// Holds the health of a client against the second reckoning; whether there is any, and whether it moved.
fn judged(book: &Book, client: &Client, now: Moment) -> (bool, bool) {
    let tended = matches!(client.status, ClientStatus::Active | ClientStatus::Prospective);
    let rows = if tended { naive(book, client, now) } else { vec![] };
    let found = health::health(book, ClientId(client.id.0), now);
    let place = format!("{} on {}", client.name, now.date());
    let parts = found.iter().flat_map(|h| &h.parts);
    let parts: Vec<Row> = parts.map(|p| (p.kind.label(), i64::from(p.got), i64::from(p.possible))).collect();
    assert_eq!(parts, rows, "{place}");
    assert_eq!(found.as_ref().map(|h| i64::from(h.score)), total(&rows), "{place}");
    let then = Moment { utc_ms: now.utc_ms - 30 * 86_400_000, ..now };
    let known = tended && client.head.created.utc_ms <= then.utc_ms;
    let before = if known { total(&naive(book, client, then)) } else { None };
    let trend = total(&rows).zip(before).map(|(now, then)| now - then);
    assert_eq!(found.and_then(|h| h.trend).map(i64::from), trend, "{place}");
    (!rows.is_empty(), trend.is_some_and(|t| t != 0))
}

#[test]
fn health_is_what_the_document_says() {
    let (mut with, mut trends) = (0, 0);
    each(|book, now| {
        for client in all(book, Kind::Client, Client::of) {
            let (some, moved) = judged(book, client, now);
            with += usize::from(some);
            trends += usize::from(moved);
        }
    });
    assert!(with > 300 && trends > 50, "{with} {trends}");
}

/// What we owed thirty days ago was late then, or was not, whatever was done about it since.
#[test]
fn the_trend_knows_what_was_owed_then() {
    let mut made = Made::new();
    made.touched("2026-10-20");
    let mut agreement = Agreement::new(made.id(), at("2026-01-05"));
    (agreement.title, agreement.client) = ("Retainer".into(), made.client.into());
    agreement.status = AgreementStatus::Active;
    let mut owed = Obligation::new(made.id(), at("2026-01-05"));
    (owed.what, owed.agreement, owed.side) = ("Report".into(), agreement.id.into(), Side::Us);
    made.put(agreement);
    let (now, mut moved) = (at("2026-11-24"), 0);
    let away = |days: i64| now.date() + chrono::Duration::days(days);
    for due in [-60, -31, -30, -29, -10, -1, 0, 1] {
        for done in [None, Some(-59), Some(-31), Some(-30), Some(-29), Some(-9), Some(0)] {
            (owed.due, owed.done_on) = (Some(away(due)), done.map(away));
            made.put(owed.clone());
            let client = made.book.client(made.client).unwrap();
            moved += usize::from(judged(&made.book, client, now).1);
        }
    }
    assert!(moved > 10, "{moved}");
}

/// What was done thirty days ago and told since was still open then: the client did not know.
#[test]
fn the_trend_knows_what_was_open_then() {
    let mut made = Made::new();
    made.touched("2026-10-20");
    let mut request = made.request("2026-08-01");
    let (now, mut moved) = (at("2026-11-24"), 0);
    let ago = |days: i64| now.date() - chrono::Duration::days(days);
    for done in [None, Some(60), Some(40), Some(30), Some(3)] {
        for told in [None, Some(40), Some(31), Some(30), Some(29), Some(2)] {
            for status in [RequestStatus::Told, RequestStatus::Declined] {
                (request.status, request.done_on, request.told_on) = (status, done.map(ago), told.map(ago));
                made.put(request.clone());
                let client = made.book.client(made.client).unwrap();
                moved += usize::from(judged(&made.book, client, now).1);
            }
        }
    }
    assert!(moved > 10, "{moved}");
}

#[test]
fn terms_and_days_for_notice_are_what_the_manual_says() {
    let mut renewed = 0;
    each(|book, now| {
        let day = now.date();
        for it in all(book, Kind::Agreement, Agreement::of) {
            for to in [NoticeTo::Term, NoticeTo::Month, NoticeTo::Quarter, NoticeTo::Year] {
                let it = Agreement { notice_to: to, ..it.clone() };
                let running = agreements::running(&it, day).into_owned();
                let place = format!("{} on {day}, notice to {to:?}", it.title);
                assert_eq!(running.end, term(&it, day).map(|t| t.1), "{place}");
                assert_eq!(running.notice_date(), notice(&it, day), "{place}");
                if running.end != it.end {
                    assert_eq!(running.start, term(&it, day).map(|t| t.0), "{place}");
                    renewed += 1;
                }
            }
        }
    });
    assert!(renewed > 50, "{renewed}");
}

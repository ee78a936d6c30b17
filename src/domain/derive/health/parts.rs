//! The parts of health, each as it stood at a moment.

use super::{
    AGREEMENTS, FEEDBACK, FEEDBACK_DAYS, FEEL, FEEL_DAYS, FRESHNESS, Finding, Outlook, PROMISE_DAYS,
    PROMISES, Part, PartKind, Said, Share, WAIT_DAYS, WAITS, Worst,
};
use crate::domain::derive::agreements;
use crate::domain::derive::hands::{self, Party};
use crate::domain::derive::promise::{self, Kept, Promise};
use crate::domain::derive::{
    cadence::{self, CadenceState},
    days,
};
use crate::domain::{
    Agreement, AgreementKind, AgreementStatus, Book, Client, ClientStatus, Feedback, Kind, Moment,
    Obligation, Record, Request, Side,
};
use chrono::NaiveDate;

pub(super) fn all(book: &Book, client: &Client, at: Moment, last: Option<Moment>) -> Vec<Part> {
    let day = at.date();
    [
        freshness(client, last, day),
        promises(book, client, day),
        waits(book, client, day),
        agreements(book, client, day),
        feedback(book, client, day),
        feel(client, day),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// All at `full` or below, nothing at `none` or above, linear between; `full` lies below `none`.
fn falling(value: i64, full: i64, none: i64) -> Share {
    Share { part: none - value.clamp(full, none), of: none - full }
}

/// Full within the soft limit; half at the hard limit; nothing at twice the hard limit.
fn freshness(client: &Client, last: Option<Moment>, day: NaiveDate) -> Option<Part> {
    let cadence = cadence::of_client(client, last, day)?;
    let (silent, soft, hard) = (cadence.silent, cadence.limits.soft, cadence.limits.hard);
    // Who was just written down was not heard of, and was not to be.
    if cadence.last.is_none() && cadence.state == CadenceState::Fine {
        return None;
    }
    let share = if silent <= hard {
        let Share { part, of } = falling(silent, soft, hard.max(soft + 1));
        Share { part: of + part, of: 2 * of }
    } else {
        let Share { part, of } = falling(silent, hard, (hard * 2).max(hard + 1));
        Share { part, of: 2 * of }
    };
    Part::new(PartKind::Freshness, FRESHNESS, share, Finding::Freshness(cadence))
}

fn promises(book: &Book, client: &Client, day: NaiveDate) -> Option<Part> {
    let mut kept = 0;
    let mut broken: Vec<(i64, String)> = vec![];
    for record in promise::promised_to(book, client.id) {
        match Promise::of(book, record).and_then(|p| p.stood_within(day, PROMISE_DAYS)) {
            Some(Kept::Kept) => kept += 1,
            Some(Kept::Broken(late)) => broken.push((late, record.title())),
            None => {}
        }
    }
    let all = kept + broken.len();
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let share = Share { part: whole(kept), of: whole(all.max(1)) };
    broken.sort_unstable_by(|a, b| b.cmp(a));
    let worst = broken.into_iter().next().map(|(late, title)| Worst { title, late });
    let finding = Finding::Promises { kept, all, worst };
    if all > 0 { Part::new(PartKind::Promises, PROMISES, share, finding) } else { None }
}

fn requests<'a>(book: &'a Book, client: &Client) -> impl Iterator<Item = &'a Request> {
    book.backlinks(client.id, Kind::Request).filter_map(Request::of)
}

/// Whether a request was open on a day: received by then, and not closed before.
fn open_on(record: &Record, request: &Request, day: NaiveDate) -> bool {
    let received = request.received.unwrap_or(request.head.created.date());
    let closed = match hands::closed_on(record) {
        Some(closed) => closed <= day,
        None => hands::is_closed(record),
    };
    received <= day && !closed
}

/// The mean over open requests; each is full at 7 days or less with our side and nothing at 35 or more. One whose
/// promised day lies ahead is full: the client knows when to expect it. Days in the client's own hands cost nothing.
fn waits(book: &Book, client: &Client, day: NaiveDate) -> Option<Part> {
    let (mut open, mut ahead, mut part) = (0, 0, 0);
    let mut worst: Option<(i64, &str)> = None;
    let all = WAIT_DAYS.1 - WAIT_DAYS.0;
    for record in book.backlinks(client.id, Kind::Request) {
        let Some(request) = Request::of(record).filter(|r| open_on(record, r, day)) else { continue };
        let hands = hands::hands_of(record);
        let stretches = hands::stretches(&hands, day);
        let theirs = |h| matches!(hands::party(book, h), Party::Client(_));
        let ours: i64 = stretches.iter().filter(|s| !theirs(s.holder)).map(hands::Stretch::days).sum();
        open += 1;
        worst = worst.max(Some((ours, &request.title)));
        if request.promised.is_some_and(|p| p >= day) {
            ahead += 1;
            part += all;
        } else {
            part += falling(ours, WAIT_DAYS.0, WAIT_DAYS.1).part;
        }
    }
    let (longest, title) = worst?;
    let finding = Finding::Waits { open, ahead, longest, title: title.to_owned() };
    let of = all.saturating_mul(i64::try_from(open).unwrap_or(i64::MAX));
    Part::new(PartKind::Waits, WAITS, Share { part, of }, finding)
}

/// The worst of the agreements that bind for service, less a quarter for everything we owe and are late with.
fn agreements(book: &Book, client: &Client, day: NaiveDate) -> Option<Part> {
    let mut worst: Option<(i64, Outlook, &str)> = None;
    let mut late = 0;
    // Who is only prospective is not served yet.
    if client.status == ClientStatus::Prospective {
        return None;
    }
    for agreement in book.backlinks(client.id, Kind::Agreement).filter_map(Agreement::of) {
        let Some((share, outlook)) = of_agreement(book, agreement, day) else { continue };
        if worst.as_ref().is_none_or(|(least, ..)| share < *least) {
            worst = Some((share, outlook, &agreement.title));
        }
        let owed = book.backlinks(agreement.id, Kind::Obligation).filter_map(Obligation::of);
        late += owed.filter(|o| o.side == Side::Us && is_late(o, day)).count();
    }
    let (share, outlook, title) = worst?;
    let finding = Finding::Agreements { title: title.to_owned(), outlook, late };
    let less = i64::try_from(late).unwrap_or(4).min(4) * 25;
    Part::new(PartKind::Agreements, AGREEMENTS, Share { part: share - less, of: 100 }, finding)
}

fn is_late(obligation: &Obligation, day: NaiveDate) -> bool {
    obligation.due.is_some_and(|d| d < day) && obligation.done_on.is_none_or(|d| d > day)
}

/// Hundredths and why; `None` for what binds nobody to serve (confidentiality, a client that is only prospective), did not
/// hold yet, ended long ago, or goes on in another term.
fn of_agreement(book: &Book, agreement: &Agreement, day: NaiveDate) -> Option<(i64, Outlook)> {
    let begun = agreement.start.or(agreement.signed).is_none_or(|d| d <= day);
    let followed = || agreements::as_it_stands(book, agreement).state() == AgreementStatus::Renewed;
    let draft = agreement.status == AgreementStatus::Draft && agreement.signed.is_none_or(|d| d > day);
    let binds = !draft
        && agreement.status != AgreementStatus::Renewed
        && agreement.sort != AgreementKind::Confidentiality;
    if !binds || !begun || followed() {
        return None;
    }
    let agreement = &*agreements::running(agreement, day);
    let Some(end) = agreement.end else { return Some((100, Outlook::Endless)) };
    if end < day {
        let recent = days(end, day) <= PROMISE_DAYS;
        let renews = agreement.state() == AgreementStatus::Active && agreement.renewal().is_some();
        return match (renews, recent) {
            (true, _) => Some((100, Outlook::RenewedItself)),
            (false, true) => Some((0, Outlook::EndedAlone(end))),
            (false, false) => None,
        };
    }
    if agreement.state() != AgreementStatus::Active {
        return Some((10, Outlook::NoticeGiven(end)));
    }
    let left = days(day, agreement.notice_date().unwrap_or(end));
    let near = match agreement.renewal() {
        Some(_) => Outlook::NoticeWithin(left),
        None => Outlook::EndsIn { left, on: end },
    };
    Some(match left {
        91.. => (100, Outlook::SureUntil(end)),
        31..=90 => (75, near),
        0..=30 => (50, near),
        _ => (100, Outlook::GoesOnAfter(end)),
    })
}

/// The mean of CSAT, NPS and the satisfaction with requests, each from 0 to 1.
fn feedback(book: &Book, client: &Client, day: NaiveDate) -> Option<Part> {
    let recent = |on: Option<NaiveDate>| on.is_some_and(|d| (0..=FEEDBACK_DAYS).contains(&days(d, day)));
    // In twentieths: CSAT has five steps, NPS eleven.
    let fifths = |v: i64| (v.clamp(1, 5) - 1) * 5;
    let mut shares: Vec<i64> = vec![];
    let mut last: Option<(NaiveDate, Said)> = None;
    let mut take = |on: Option<NaiveDate>, share: i64, what: Said| {
        shares.push(share);
        if let Some(on) = on.filter(|d| last.as_ref().is_none_or(|(before, _)| d >= before)) {
            last = Some((on, what));
        }
    };
    for said in book.backlinks(client.id, Kind::Feedback).filter_map(Feedback::of).filter(|f| recent(f.on)) {
        if let Some(csat) = said.csat {
            take(said.on, fifths(csat), Said::Csat(csat));
        }
        if let Some(nps) = said.nps {
            take(said.on, nps.clamp(0, 10) * 2, Said::Nps(nps));
        }
    }
    for request in requests(book, client).filter(|r| recent(r.told_on)) {
        if let Some(satisfaction) = request.satisfaction {
            let said = Said::Request { satisfaction, title: request.title.clone() };
            take(request.told_on, fifths(satisfaction), said);
        }
    }
    let count = i64::try_from(shares.len()).ok().filter(|n| *n > 0)?;
    let (on, last) = last?;
    let finding = Finding::Feedback { answers: shares.len(), last, on };
    Part::new(PartKind::Feedback, FEEDBACK, Share { part: shares.iter().sum(), of: 20 * count }, finding)
}

/// A feeling is worth less every day: the points possible fall to nothing within 180 days.
fn feel(client: &Client, day: NaiveDate) -> Option<Part> {
    let on = client.feel_on.unwrap_or(client.head.created.date());
    let age = days(on, day);
    let feel = client.feel.filter(|_| age >= 0)?;
    let possible = falling(age, 0, FEEL_DAYS).of(FEEL);
    Part::new(
        PartKind::Feel,
        possible,
        Share { part: feel.clamp(1, 5) - 1, of: 4 },
        Finding::Feel { feel, age },
    )
}

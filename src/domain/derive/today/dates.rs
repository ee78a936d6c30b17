//! Agreements whose last day for notice comes near, what they oblige to, and birthdays.

use super::rank::{About, Desk, Found, Tone, notice_points};
use super::reason::Reason;
use super::why::Why;
use crate::domain::derive::agreements::{Alert, alert, as_it_stands, lapse, running};
use crate::domain::derive::days;
use crate::domain::{Agreement, AgreementStatus, Client, ClientStatus, Contact, Kind, Obligation, Side};
use chrono::{Datelike, NaiveDate};

/// Days ahead of its date from which on something we owe is shown.
pub(super) const OWED_DAYS: i64 = 7;
/// Days ahead of its first day from which on a draft that is not signed is shown.
pub(super) const UNSIGNED_DAYS: i64 = 60;
/// Days ahead from which on a birthday is shown.
pub(super) const BIRTHDAY_DAYS: i64 = 7;

/// Notice dates and obligations.
pub(super) fn agreements(desk: &mut Desk) {
    let (book, today) = (desk.book, desk.today);
    for agreement in book.all(Kind::Agreement).filter_map(Agreement::of) {
        let agreement = &*as_it_stands(book, agreement);
        let running = running(agreement, today);
        if let Some(alert) =
            alert(&running, today).filter(|alert| !is_seen(agreement, turns_on(&running, *alert)))
        {
            notice(desk, agreement, &running, alert);
        }
        if agreement.state() == AgreementStatus::Draft && !is_seen(agreement, agreement.start) {
            unsigned(desk, agreement);
        }
    }
    for owed in book.all(Kind::Obligation).filter_map(Obligation::of).filter(|o| o.done_on.is_none()) {
        let Some(due) = owed.due else { continue };
        // What they owe is asked for when it is due; what we owe needs its time.
        let ahead = if owed.side == Side::Us { OWED_DAYS } else { 0 };
        if days(today, due) <= ahead {
            obligation(desk, owed);
        }
    }
}

/// Whether what turns on a day was seen: nothing is to be done about it.
fn is_seen(agreement: &Agreement, day: Option<NaiveDate>) -> bool {
    day.is_some() && agreement.seen == day
}

/// The day that is told of a term: the last one for notice; of what is over, its end.
fn turns_on(running: &Agreement, alert: Alert) -> Option<NaiveDate> {
    if alert == Alert::Over { running.end } else { running.notice_date() }
}

/// The term that was written down, and the one that runs; they differ when it renewed itself since.
fn notice(desk: &mut Desk, agreement: &Agreement, running: &Agreement, alert: Alert) {
    let notice = running.notice_date();
    let left = notice.map_or(0, |d| days(desk.today, d));
    let level = Some(alert);
    let why = Why::Notice {
        left: (alert != Alert::Over).then_some(left),
        is_fixed: running.renewal().is_none(),
        lapse: lapse(agreement, desk.book.workdays(), desk.today),
    };
    let row = desk.add_late(
        Found {
            about: About::of(agreement.id, agreement.client.0),
            reason: Reason::NoticeNear,
            date: turns_on(running, alert),
            tone: match level {
                None | Some(Alert::In180) => Tone::Plain,
                Some(Alert::In90 | Alert::In60) => Tone::Warning,
                Some(Alert::In30 | Alert::Over) => Tone::Alarm,
            },
            why,
        },
        0,
    );
    row.score += notice_points(level);
}

/// A draft whose first day comes near holds nobody to anything yet.
fn unsigned(desk: &mut Desk, agreement: &Agreement) {
    let Some(start) = agreement.start.filter(|start| days(desk.today, *start) <= UNSIGNED_DAYS) else {
        return;
    };
    let late = desk.since(start);
    desk.add(Found {
        about: About::of(agreement.id, agreement.client.0),
        reason: Reason::NoticeNear,
        date: Some(start),
        tone: if late >= 0 { Tone::Alarm } else { Tone::Warning },
        why: Why::NotSigned(start),
    });
}

fn obligation(desk: &mut Desk, owed: &Obligation) {
    let agreement = owed.agreement.0.and_then(|a| desk.book.agreement(a));
    let (Some(due), Some(agreement)) = (owed.due, agreement) else { return };
    if matches!(agreement.state(), AgreementStatus::Draft | AgreementStatus::Ended) {
        return;
    }
    let late = desk.since(due);
    desk.add(Found {
        about: About::of(owed.id, agreement.client.0),
        reason: Reason::ObligationDue,
        date: Some(due),
        tone: match (owed.side, late) {
            (Side::Us, 1..) => Tone::Alarm,
            (Side::Us, _) | (Side::Them, 1..) => Tone::Warning,
            (Side::Them, _) => Tone::Plain,
        },
        why: Why::Owed { by: owed.side, due },
    });
}

/// People of active clients whose birthday is kept within a week.
pub(super) fn birthdays(desk: &mut Desk) {
    let (book, today) = (desk.book, desk.today);
    for contact in book.all(Kind::Contact).filter_map(Contact::of) {
        let Some((birthday, client)) = contact.birthday.zip(contact.client.0) else { continue };
        let date = birthday.next(today);
        let left = days(today, date);
        let active = |c: &Client| c.status == ClientStatus::Active;
        if contact.seen == Some(date)
            || !(0..=BIRTHDAY_DAYS).contains(&left)
            || !book.client(client).is_some_and(active)
        {
            continue;
        }
        let age = birthday.year.map(|born| date.year() - born).filter(|age| (1..120).contains(age));
        desk.add(Found {
            about: About::of(contact.id, Some(client)),
            reason: Reason::Birthday,
            date: Some(date),
            tone: Tone::Plain,
            why: Why::Birthday { on: date, turns: age },
        });
    }
}

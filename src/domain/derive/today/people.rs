//! Clients and contacts past their cadence, and reports owed after meetings.

use super::rank::{About, Desk, Found, Tone};
use super::reason::Reason;
use super::why::Why;
use crate::domain::derive::cadence::{Cadence, CadenceState, Touches, is_tended, with_last};
use crate::domain::derive::{client_of, last_touch};
use crate::domain::{Client, ClientId, Contact, Interaction, Kind, Moment, Ref, Touch};
use std::cell::{Cell, OnceCell};

/// Hours after a meeting from which on its report is owed.
pub(super) const REPORT_HOURS: i64 = 24;
/// Days after which nobody waits for a report any more.
pub(super) const REPORT_DAYS: i64 = 30;

/// Touches of so many days are looked into; who is silent for longer is looked up alone. Most touches of a book are
/// older, and looking into them is what takes the time.
const RECENT_DAYS: i64 = 45;
/// Beyond so many silent ones it is quicker to look into all touches.
const FEW_SILENT: usize = 64;

const HOUR_MS: i64 = 3_600_000;

/// One pass over all touches: the last one with everybody, meetings without a report, and what is planned.
pub(super) fn touches(desk: &mut Desk) {
    let (book, now) = (desk.book, desk.now);
    let mut touches = Touches::default();
    for touch in book.all(Kind::Interaction).filter_map(Interaction::of) {
        if touch.is_planned(now) {
            planned(desk, touch);
            continue;
        }
        let age = now.utc_ms.saturating_sub(touch.at.utc_ms);
        if age > RECENT_DAYS * 24 * HOUR_MS {
            continue;
        }
        touches.take(book, touch, now);
        let owed =
            touch.took_place(now) && (REPORT_HOURS * HOUR_MS..=REPORT_DAYS * 24 * HOUR_MS).contains(&age);
        if owed && touch.report_sent.is_none() && matches!(touch.touch, Touch::Meeting | Touch::Visit) {
            report(desk, touch, age / HOUR_MS - REPORT_HOURS);
        }
    }
    // What is older is found alone, with the older touches.
    let recent = Moment { utc_ms: now.utc_ms.saturating_sub(RECENT_DAYS * 24 * HOUR_MS), ..now };
    touches.hand_up(book, recent, now);
    let (silent, all) = (Cell::new(0), OnceCell::new());
    let alone = |id: Ref| {
        silent.set(silent.get() + 1);
        if silent.get() <= FEW_SILENT {
            last_touch(book, id, now)
        } else {
            all.get_or_init(|| Touches::of(book, now)).last(id)
        }
    };
    for cadence in with_last(book, now, |id| touches.last(id).or_else(|| alone(id))) {
        silence(desk, &cadence);
    }
}

fn silence(desk: &mut Desk, cadence: &Cadence) {
    let book = desk.book;
    let tone = match cadence.state {
        CadenceState::Fine => return,
        CadenceState::Soon => Tone::Warning,
        CadenceState::Late => Tone::Alarm,
    };
    let target = book.get(cadence.target);
    let client = target.and_then(Client::of).map(|c| c.id);
    let found = Found {
        about: About::of(cadence.target, client.or_else(|| target.and_then(Contact::of)?.client.0)),
        reason: Reason::CadenceLate,
        date: Some(cadence.latest),
        tone,
        why: Why::Silence(*cadence),
    };
    desk.add(found);
}

/// Days before a planned touch from which on it is told.
const PLANNED_DAYS: i64 = 7;

/// What is planned for these days, and what was planned and nobody said whether it took place.
fn planned(desk: &mut Desk, touch: &Interaction) {
    let (book, now) = (desk.book, desk.now);
    let day = touch.at.day_beside(now);
    let late = desk.since(day);
    if late < -PLANNED_DAYS {
        return;
    }
    let is_over = touch.at.utc_ms <= now.utc_ms;
    desk.add(Found {
        about: About::of(touch.id, book.get(touch.id).and_then(|record| client_of(book, record))),
        reason: Reason::Planned,
        date: Some(day),
        tone: if late >= 0 { Tone::Warning } else { Tone::Plain },
        why: Why::Planned { touch: touch.touch, at: touch.at, day, is_over },
    });
}

/// Only what a client took part in needs a report: meetings among ourselves have none.
fn report(desk: &mut Desk, touch: &Interaction, hours: i64) {
    let book = desk.book;
    let of_people = || touch.people.0.iter().find_map(|p| book.contact(*p)?.client.0);
    let of_project = || touch.projects.0.iter().find_map(|p| book.project(*p)?.client.0);
    let client: Option<ClientId> = touch.clients.0.first().copied().or_else(of_people).or_else(of_project);
    if client.is_none() {
        return;
    }
    let day = touch.at.day_beside(desk.now);
    let found = Found {
        about: About::of(touch.id, client),
        reason: Reason::ReportOwed,
        date: Some(day),
        tone: if hours >= 72 { Tone::Warning } else { Tone::Plain },
        why: Why::ReportOwed { touch: touch.touch, day },
    };
    desk.add_late(found, hours / 24);
}

/// One row for all clients that nobody sorted yet, at the first of them: so many alarms would tell nothing.
pub(super) fn unsorted(desk: &mut Desk) {
    let clients = desk.book.all(Kind::Client).filter_map(Client::of);
    let unsorted: Vec<&Client> = clients.filter(|c| c.is_unsorted() && is_tended(c)).collect();
    let Some(first) = unsorted.first() else { return };
    let why = Why::NoTier(unsorted.len());
    // It is one row for all, so that it is put off by whichever of them it stood at.
    let until = unsorted.iter().filter_map(|c| c.snoozed).max().filter(|day| *day > desk.today);
    desk.add(About::of(first.id, None).found(Reason::NoTier, None, Tone::Plain, why)).snoozed = until;
}

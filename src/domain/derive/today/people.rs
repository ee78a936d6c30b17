//! Clients and contacts past their cadence, and reports owed after meetings.

use super::rank::{Desk, Found, Reason, Tone};
use crate::domain::derive::cadence::{CadenceState, Touches, with_touches};
use crate::domain::{Client, ClientId, Contact, Interaction, Kind, Priority, Touch, when};

/// Hours after a meeting from which on its report is owed.
pub(super) const REPORT_HOURS: i64 = 24;
/// Days after which nobody waits for a report any more.
pub(super) const REPORT_DAYS: i64 = 30;

const HOUR_MS: i64 = 3_600_000;

/// One pass over all touches: the last one with everybody, and meetings without a report.
pub(super) fn touches(desk: &mut Desk) {
    let (book, now) = (desk.book, desk.now);
    let mut touches = Touches::default();
    for touch in book.all(Kind::Interaction).filter_map(Interaction::of) {
        touches.take(touch, now);
        let age = now.utc_ms.saturating_sub(touch.at.utc_ms);
        let owed = (REPORT_HOURS * HOUR_MS..=REPORT_DAYS * 24 * HOUR_MS).contains(&age);
        if owed && touch.report_sent.is_none() && matches!(touch.touch, Touch::Meeting | Touch::Visit) {
            report(desk, touch, age / HOUR_MS - REPORT_HOURS);
        }
    }
    touches.hand_up(book);
    for cadence in with_touches(book, &touches, desk.today) {
        let tone = match cadence.state {
            CadenceState::Fine => continue,
            CadenceState::Soon => Tone::Warning,
            CadenceState::Late => Tone::Alarm,
        };
        let target = book.get(cadence.target);
        let client = target.and_then(Client::of).map(|c| c.id);
        let found = Found {
            target: cadence.target,
            number: 0,
            client: client.or_else(|| target.and_then(Contact::of)?.client.0),
            priority: Priority::Normal,
            reason: Reason::CadenceLate,
            date: Some(cadence.latest),
            tone,
            words: cadence.words(),
        };
        desk.add(found);
    }
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
    let day = touch.at.date();
    let found = Found {
        target: touch.id.into(),
        number: 0,
        client,
        priority: Priority::Normal,
        reason: Reason::ReportOwed,
        date: Some(day),
        tone: if hours >= 72 { Tone::Warning } else { Tone::Plain },
        words: format!("{} {}, no report yet", touch.touch.label(), when::ago(day, desk.today)),
    };
    desk.add_late(found, hours / 24);
}

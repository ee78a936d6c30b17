//! How often a client or contact should hear from us, and whether they do.
//!
//! Limits in days since the last touch: from the soft one on they should hear from us, beyond the hard one silence is
//! an alarm. They follow the tier of the client unless the client, or the contact, has limits of its own. Any touch
//! logged with them counts; a note is no touch, and talk among colleagues is none with the client it is about. Who was
//! never touched is counted from the day they were written down. Only active and prospective clients, and their people,
//! have a cadence.

use super::index::Map;
use super::{days, shifted, timeline};
use crate::domain::{
    Book, Client, ClientStatus, Contact, Interaction, Kind, Moment, Record, Ref, Tier, Touch,
};
use chrono::NaiveDate;

/// Soft and hard limit in days for clients of tier A.
pub const TIER_A: (i64, i64) = (14, 21);
/// Soft and hard limit in days for clients of tier B.
pub const TIER_B: (i64, i64) = (30, 45);
/// Soft and hard limit in days for clients of tier C.
pub const TIER_C: (i64, i64) = (60, 90);

/// The limits that hold for somebody, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// They should hear from us.
    pub soft: i64,
    /// Silence is an alarm; never below `soft`.
    pub hard: i64,
    /// Whether they are their own, and not those of the tier or of the client.
    pub own: bool,
}

impl Limits {
    /// The limits of a tier.
    pub const fn of_tier(tier: Tier) -> Self {
        let (soft, hard) = match tier {
            Tier::A => TIER_A,
            // Who was not sorted yet, and was heard of: neither forgotten nor the first to cry.
            Tier::B | Tier::Unsorted => TIER_B,
            Tier::C => TIER_C,
        };
        Self { soft, hard, own: false }
    }

    /// The limits of a client: its own, else those of its tier.
    pub fn of_client(client: &Client) -> Self {
        Self::of_tier(client.tier).or_own(client.cadence_soft, client.cadence_hard)
    }

    /// The limits of somebody at a client: their own, else those of the client.
    pub fn of_contact(contact: &Contact, client: &Client) -> Self {
        let of_client = Self { own: false, ..Self::of_client(client) };
        of_client.or_own(contact.cadence_soft, contact.cadence_hard)
    }

    /// One limit of one's own moves the other only as far as it must.
    fn or_own(self, soft: Option<i64>, hard: Option<i64>) -> Self {
        let (soft, hard, own) = match (soft, hard) {
            (None, None) => return self,
            (Some(soft), None) => (soft, self.hard.max(soft), true),
            (None, Some(hard)) => (self.soft.min(hard), hard, true),
            (Some(soft), Some(hard)) => (soft, hard.max(soft), true),
        };
        Self { soft: soft.max(0), hard: hard.max(0), own }
    }
}

/// Where somebody stands against the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CadenceState {
    /// The soft limit lies ahead.
    Fine,
    /// The soft limit is reached, the hard one is not passed.
    Soon,
    /// The hard limit is passed.
    Late,
}

/// How somebody stands to their cadence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cadence {
    /// The client or contact.
    pub target: Ref,
    /// The limits that hold.
    pub limits: Limits,
    /// The last touch; `None` when there never was one.
    pub last: Option<Moment>,
    /// Days since the last touch, or since they were written down; 0 or more.
    pub silent: i64,
    /// The day on which the soft limit is reached.
    pub due: NaiveDate,
    /// The last day before the alarm.
    pub latest: NaiveDate,
    /// Against the limits.
    pub state: CadenceState,
    /// Days left to the soft limit when fine, to the hard one when soon; days beyond the hard one when late.
    pub days: i64,
}

impl Cadence {
    fn new(target: Ref, limits: Limits, last: Option<Moment>, created: Moment, today: NaiveDate) -> Self {
        // What lies ahead has not happened; a record that was written down "tomorrow" at another offset counts from today.
        let from = last.unwrap_or(created).date().min(today);
        let (due, latest) = (shifted(from, limits.soft), shifted(from, limits.hard));
        let (state, days) = if today < due {
            (CadenceState::Fine, days(today, due))
        } else if today <= latest {
            (CadenceState::Soon, days(today, latest))
        } else {
            (CadenceState::Late, days(latest, today))
        };
        Self { target, limits, last, silent: super::days(from, today), due, latest, state, days }
    }
}

/// Whether a client is tended: one that is dormant or former is not.
pub fn is_tended(client: &Client) -> bool {
    matches!(client.status, ClientStatus::Active | ClientStatus::Prospective)
}

/// Whether a client has a cadence: it is tended, and has a tier or was touched since it was written down here. What another
/// system knew of it is no touch of ours.
pub fn has_cadence(book: &Book, client: &Client, now: Moment) -> bool {
    is_tended(client) && (!client.is_unsorted() || timeline::is_touched(book, client.id.into(), now))
}

/// The cadence of a client whose last touch is known.
pub fn of_client(client: &Client, last: Option<Moment>, today: NaiveDate) -> Option<Cadence> {
    let limits = Limits::of_client(client);
    // Nobody was silent before they were known here.
    let imported = client.imported.and_then(|day| client.head.created.noon_of(day));
    let known = client.head.created.max(imported.unwrap_or(client.head.created));
    is_tended(client).then(|| Cadence::new(client.id.into(), limits, last, known, today))
}

/// The cadence of somebody at a client whose last touch is known.
pub fn of_contact(
    contact: &Contact,
    client: &Client,
    last: Option<Moment>,
    today: NaiveDate,
) -> Option<Cadence> {
    let limits = Limits::of_contact(contact, client);
    is_tended(client).then(|| Cadence::new(contact.id.into(), limits, last, contact.head.created, today))
}

/// The cadence of one client or stakeholder; `None` for everything else and for clients that have none.
pub fn cadence(book: &Book, id: impl Into<Ref>, now: Moment) -> Option<Cadence> {
    let id = id.into();
    let last = timeline::last_touch(book, id, now);
    let record = book.get(id)?;
    if let Some(client) = Client::of(record) {
        return of_client(client, last, now.date()).filter(|_| has_cadence(book, client, now));
    }
    let contact = Contact::of(record)?;
    of_contact(contact, book.client(contact.client.0?)?, last, now.date())
}

/// Every client with a cadence, and every contact with limits of their own: who follows the client is heard when the
/// client is. The most pressing first: late ones by days, then by days left.
pub fn cadences(book: &Book, now: Moment) -> Vec<Cadence> {
    let touches = Touches::of(book, now);
    let mut out = with_last(book, now, |id| touches.last(id));
    out.sort_by_key(|c| (days(now.date(), c.latest), c.target));
    out
}

/// As [`cadences`] in no particular order, when the last touches are known.
pub(super) fn with_last(book: &Book, now: Moment, last: impl Fn(Ref) -> Option<Moment>) -> Vec<Cadence> {
    let today = now.date();
    let clients = book.all(Kind::Client).filter_map(Client::of);
    let clients = clients.filter(|c| has_cadence(book, c, now));
    let mut out: Vec<Cadence> = clients.filter_map(|c| of_client(c, last(c.id.into()), today)).collect();
    for contact in book.all(Kind::Contact).filter_map(Contact::of) {
        let own = contact.cadence_soft.or(contact.cadence_hard).and(contact.client.0);
        if let Some(client) = own.and_then(|c| book.client(c)).filter(|c| is_tended(c)) {
            out.extend(of_contact(contact, client, last(contact.id.into()), today));
        }
    }
    out
}

/// The last touch of everybody and everything, in one pass; the same as [`super::last_touch`] for each.
#[derive(Debug, Default)]
pub struct Touches(Map<Ref, Moment>);

impl Touches {
    /// One pass over all interactions that happened by `now`, then one over people and projects.
    pub fn of(book: &Book, now: Moment) -> Self {
        let [out] = Self::at(book, [now]);
        out
    }

    /// As they stood at several moments, still in one pass.
    pub(super) fn at<const N: usize>(book: &Book, moments: [Moment; N]) -> [Self; N] {
        let mut all = moments.map(|_| Self::default());
        for touch in book.all(Kind::Interaction).filter_map(Interaction::of) {
            all.iter_mut().zip(moments).for_each(|(at, now)| at.take(book, touch, now));
        }
        for (at, now) in all.iter_mut().zip(moments) {
            at.hand_up(book, Moment { utc_ms: i64::MIN, ..now }, now);
        }
        all
    }

    pub(super) fn take(&mut self, book: &Book, touch: &Interaction, now: Moment) {
        if touch.touch == Touch::Note || !touch.took_place(now) {
            return;
        }
        let reaches = timeline::reaches_clients(book, touch);
        let mut note = |id: Ref| self.note(id, touch.at);
        touch.people.0.iter().for_each(|id| note((*id).into()));
        touch.clients.0.iter().filter(|_| reaches).for_each(|id| note((*id).into()));
        for id in &touch.projects.0 {
            note((*id).into());
            if let Some(client) = book.project(*id).filter(|_| reaches).and_then(|p| p.client.0) {
                note(client.into());
            }
        }
    }

    fn note(&mut self, id: Ref, at: Moment) {
        self.0.entry(id).and_modify(|last| *last = at.max(*last)).or_insert(at);
    }

    /// A touch with its people is a touch with the client, or the department. Contacts that other systems knew of count
    /// with them, those of this time.
    pub(super) fn hand_up(&mut self, book: &Book, from: Moment, now: Moment) {
        let times = from.utc_ms..=now.utc_ms;
        let elsewhere = |r: &Record| timeline::elsewhere(r).filter(|at| times.contains(&at.utc_ms));
        for client in book.all(Kind::Client) {
            if let Some(at) = elsewhere(client) {
                self.note(client.id(), at);
            }
        }
        for record in book.all(Kind::Contact) {
            if let Some(at) = elsewhere(record) {
                self.note(record.id(), at);
            }
            let Some((contact, at)) = Contact::of(record).zip(self.last(record.id())) else { continue };
            contact.client.0.into_iter().for_each(|c| self.note(c.into(), at));
            contact.department.0.into_iter().for_each(|d| self.note(d.into(), at));
        }
    }

    /// The last touch with somebody or about something.
    pub fn last(&self, id: impl Into<Ref>) -> Option<Moment> {
        self.0.get(&id.into()).copied()
    }
}

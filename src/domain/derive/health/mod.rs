//! How well it goes with a client: 0-100, with its reasons. The formula stands here and, with an example, in
//! `docs/health.md`.
//!
//! Six parts give points:
//!
//! | part | points | full | nothing |
//! |---|---|---|---|
//! | freshness | 25 | last touch within the soft limit | silence of twice the hard limit |
//! | promises | 25 | all promises of the last 180 days kept | none kept |
//! | waits | 15 | open requests lay with our side 7 days or less | 35 days or more |
//! | agreements | 10 | no end near, nothing owed by us | ended and nothing followed |
//! | feedback | 15 | CSAT 5, NPS 10 in the last 365 days | CSAT 1, NPS 0 |
//! | feel | 10, falling to 0 within 180 days | 5 | 1 |
//!
//! score = 100 × points got / points possible, rounded; parts that know nothing are left out of both sums, so that the
//! others weigh more. Within a part the share is an exact fraction, linear between full and nothing, and its points are
//! rounded half up.
//!
//! trend = score now less the score 30 days ago, computed from the same records as they stood then: what happened, was
//! done, told, felt or received later is not looked at. What bears no date (status, tier, dates that were moved) counts
//! as it is today. A client written down since, or of whom nothing was known then, has no trend.

mod course;
mod finding;
mod parts;

pub use course::{Point, course, points};
pub use finding::{Finding, Outlook, Said, Worst};

use super::cadence::{Touches, has_cadence};
use super::last_touch;
use crate::domain::{Book, Client, ClientId, Kind, Moment, Tone};

/// Points for hearing from us.
pub const FRESHNESS: u8 = 25;
/// Points for promises kept.
pub const PROMISES: u8 = 25;
/// Points for requests that do not lie about.
pub const WAITS: u8 = 15;
/// Points for agreements that hold and are kept.
pub const AGREEMENTS: u8 = 10;
/// Points for what the client says.
pub const FEEDBACK: u8 = 15;
/// Points for what the manager feels, while it is fresh.
pub const FEEL: u8 = 10;

/// Days that promises are looked back at.
pub const PROMISE_DAYS: i64 = 180;
/// Days that feedback is looked back at.
pub const FEEDBACK_DAYS: i64 = 365;
/// Days within which a feeling is worth nothing any more.
pub const FEEL_DAYS: i64 = 180;
/// Days a request may lie with our side before it costs points, and those after which it has cost them all.
pub const WAIT_DAYS: (i64, i64) = (7, 35);
/// Days the trend looks back.
pub const TREND_DAYS: i64 = 30;

/// What a part of health looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    /// Whether the client hears from us.
    Freshness,
    /// Promises kept and broken.
    Promises,
    /// How long requests lie with our side.
    Waits,
    /// Terms, notice and what we owe.
    Agreements,
    /// What the client says.
    Feedback,
    /// What the manager feels.
    Feel,
}

impl PartKind {
    /// The word for it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Freshness => "freshness",
            Self::Promises => "promises",
            Self::Waits => "waits",
            Self::Agreements => "agreements",
            Self::Feedback => "feedback",
            Self::Feel => "feel",
        }
    }
}

/// One part of health.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it looks at.
    pub kind: PartKind,
    /// Points got.
    pub got: u8,
    /// Points possible, 1 or more.
    pub possible: u8,
    /// Why.
    pub finding: Finding,
}

impl Part {
    /// The points for a share of those possible, rounded half up; `None` when none are.
    fn new(kind: PartKind, possible: u8, share: Share, finding: Finding) -> Option<Self> {
        (possible > 0).then(|| Self { kind, got: share.of(possible), possible, finding })
    }
}

/// A share from nothing to all, as an exact fraction; what lies beyond is cut when points are made of it.
#[derive(Clone, Copy, Debug)]
struct Share {
    part: i64,
    /// Of so many, 1 or more.
    of: i64,
}

impl Share {
    /// So much of `points`, rounded half up.
    fn of(self, points: u8) -> u8 {
        let part = i128::from(self.part.clamp(0, self.of)) * i128::from(points);
        let of = i128::from(self.of);
        u8::try_from((2 * part + of) / (2 * of)).unwrap_or(points)
    }
}

/// How well it goes with a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// 0 to 100.
    pub score: u8,
    /// The score less that of 30 days ago; `None` when the client, or all that health looks at, was not known then.
    pub trend: Option<i8>,
    /// Its reasons, those that know something.
    pub parts: Vec<Part>,
}

/// How loud a score is: below 50 a client needs care now, below 70 soon.
pub fn tone(score: i64) -> Tone {
    match score {
        ..50 => Tone::Alarm,
        50..70 => Tone::Warning,
        _ => Tone::Plain,
    }
}

/// The health of a client; `None` for one that is not there, and while nothing at all is known. Clients that are
/// dormant or former have none: nobody tends them.
pub fn health(book: &Book, client: ClientId, now: Moment) -> Option<Health> {
    let last = |at| last_touch(book, client.into(), at);
    of(book, book.client(client)?, now, (last(now), last(before(now))))
}

/// The health of every client that has one, in one pass over all touches instead of two for each; in no particular
/// order.
pub fn healths(book: &Book, now: Moment) -> Vec<(ClientId, Health)> {
    let [touches, earlier] = Touches::at(book, [now, before(now)]);
    let clients = book.all(Kind::Client).filter_map(Client::of);
    clients
        .filter_map(|c| Some((c.id, of(book, c, now, (touches.last(c.id), earlier.last(c.id)))?)))
        .collect()
}

fn before(now: Moment) -> Moment {
    Moment { utc_ms: now.utc_ms.saturating_sub(TREND_DAYS * 86_400_000), ..now }
}

/// The health of a client whose last touch is known, now and as of then.
fn of(book: &Book, client: &Client, now: Moment, last: (Option<Moment>, Option<Moment>)) -> Option<Health> {
    if !has_cadence(book, client, now) {
        return None;
    }
    let parts = parts::all(book, client, now, last.0);
    let score = score(&parts)?;
    let then = before(now);
    let before = known_at(client, then).then(|| parts::all(book, client, then, last.1));
    let before = before.as_deref().and_then(self::score);
    let trend = before.and_then(|before| i8::try_from(i16::from(score) - i16::from(before)).ok());
    Some(Health { score, trend, parts })
}

fn known_at(client: &Client, then: Moment) -> bool {
    client.head.created.utc_ms <= then.utc_ms
}

/// Points got of points possible, in hundredths, rounded half up.
fn score(parts: &[Part]) -> Option<u8> {
    let sum = |of: fn(&Part) -> u8| parts.iter().map(|p| u32::from(of(p))).sum::<u32>();
    let (got, possible) = (sum(|p| p.got), sum(|p| p.possible));
    (possible > 0).then(|| u8::try_from((got * 200 + possible) / (2 * possible)).unwrap_or(100))
}

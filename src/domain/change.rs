//! A change: everything one action did, as one unit, written at once and undone at once.

use super::{Kind, Moment, Record, Ref};
use uuid::Uuid;

/// One record before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// As it was; `None` when it did not exist.
    pub before: Option<Record>,
    /// As it is now; `None` when it was taken out of the book for good.
    pub after: Option<Record>,
}

impl Edit {
    /// Which record; `None` only for an edit that holds nothing at all.
    pub fn id(&self) -> Option<Ref> {
        self.after.as_ref().or(self.before.as_ref()).map(Record::id)
    }
}

/// What a change is to the undo stack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// New work.
    #[default]
    Do,
    /// Takes back the change of this number.
    Undo(u64),
    /// Does again the change of this number, which was taken back.
    Redo(u64),
}

macro_rules! verbs {
    ($( $(#[doc = $about:literal])* $code:literal $verb:ident, )*) => {
        /// What was done. Codes are on disk: never moved, never used again.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Verb {
            /// Something that only the name tells: a change of an earlier format, or of a later version.
            #[default]
            Other = 0,
            $( $(#[doc = $about])* $verb = $code, )*
        }

        impl Verb {
            /// Every verb.
            pub const ALL: &'static [Verb] = &[Verb::Other, $(Verb::$verb),*];

            /// Its stable name, as files of a whole book have it.
            pub const fn name(self) -> &'static str {
                match self {
                    Self::Other => "Other",
                    $( Self::$verb => stringify!($verb), )*
                }
            }
        }
    };
}

verbs! {
    /// A new record.
    1 Add,
    /// Fields of a record.
    2 Edit,
    /// A record goes to the bin, with what belongs to it.
    3 Delete,
    /// A record comes back from the bin.
    4 BringBack,
    /// What lies in the bin leaves the book.
    5 EmptyBin,
    /// A captured line.
    6 Capture,
    /// Files were brought in.
    7 Import,
    /// A backup took the place of what was there.
    8 Restore,
    /// Something was ticked off.
    9 TickOff,
    /// Something ticked off is open again.
    10 Reopen,
    /// A request is done; the client is to be told.
    11 Finish,
    /// The client was told.
    12 Close,
    /// The report of a meeting was sent.
    13 SendReport,
    /// The report of a meeting is owed again.
    14 ReopenReport,
    /// The next term of an agreement.
    15 Renew,
    /// The ball went to somebody else.
    16 Pass,
    /// A reminder was sent.
    17 Remind,
    /// The sample book was written.
    18 Demo,
    /// What was planned took place.
    19 Hold,
    /// The client was told that a promise moved.
    20 Tell,
    /// The days that clients were promised were read from the journal.
    21 PromisedDays,
    /// Out of Today until a day.
    22 Snooze,
    /// In Today again.
    23 Wake,
    /// Seen: nothing is to be done about it.
    24 See,
    /// What was seen is to be looked at again.
    25 Unsee,
    /// A decision was taken.
    26 Decide,
    /// A part of a change that is too large for one entry of the journal; the last entry of it tells what was done.
    27 Part,
    /// A part was taken back, because the rest of its change never came.
    28 PartBack,
    /// Two records became one.
    29 Merge,
    /// Two records that are alike were told apart.
    30 TellApart,
    /// Somebody was erased from the book and its history; without a kind, what such a change left of another one.
    31 Erase,
}

impl Verb {
    /// The code on disk.
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// The verb of a code on disk; [`Verb::Other`] for one of a later version.
    pub fn from_code(code: u8) -> Self {
        Self::ALL.iter().copied().find(|v| v.code() == code).unwrap_or_default()
    }

    /// The verb of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|v| v.name() == name)
    }
}

/// What a change did, as facts: words are made of it where it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// What was done.
    pub verb: Verb,
    /// To what; `None` when it is not about one record.
    pub kind: Option<Kind>,
    /// What it is called: the title of the record, the title of a reminder, the name of a backup.
    pub name: String,
    /// To whom, by name: who holds the ball now.
    pub to: String,
    /// How many records of each kind, where it is about many.
    pub counts: Vec<(Kind, u32)>,
}

impl Action {
    /// Something done to one record.
    pub fn on(verb: Verb, kind: Kind, name: impl Into<String>) -> Self {
        Self { verb, kind: Some(kind), name: name.into(), ..Self::default() }
    }

    /// Something done to many records of the book.
    pub fn to_many(verb: Verb, ids: impl IntoIterator<Item = Ref>) -> Self {
        let mut counts: Vec<(Kind, u32)> = Kind::ALL.iter().map(|kind| (*kind, 0)).collect();
        for id in ids {
            if let Some((_, count)) = counts.iter_mut().find(|(kind, _)| *kind == id.kind) {
                *count += 1;
            }
        }
        counts.retain(|(_, count)| *count > 0);
        Self { verb, counts, ..Self::default() }
    }

    /// Something that is called by its name alone.
    pub fn named(verb: Verb, name: impl Into<String>) -> Self {
        Self { verb, name: name.into(), ..Self::default() }
    }
}

/// Words of one's own, for what no verb tells.
impl<T: Into<String>> From<T> for Action {
    fn from(words: T) -> Self {
        Self::named(Verb::Other, words)
    }
}

/// A hybrid clock: the time of a change that never runs backwards, whatever the clock of the machine does (Kulkarni,
/// Demirbas, Madappa, Avva, Leone 2014, "Logical Physical Clocks").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clock {
    /// Milliseconds since 1970-01-01T00:00:00Z: those of the machine, or of the latest change when that was later.
    pub ms: i64,
    /// Tells changes of the same millisecond apart.
    pub count: u32,
}

impl Clock {
    /// The clock of a change made at `now` (milliseconds) after the one of `self`; always later than it.
    #[must_use]
    pub fn tick(self, now: i64) -> Self {
        if now > self.ms {
            return Self { ms: now, count: 0 };
        }
        match self.count.checked_add(1) {
            Some(count) => Self { count, ..self },
            None => Self { ms: self.ms + 1, count: 0 },
        }
    }
}

/// What every change bears for ever: which it is, whose it is, and when it was, in an order that all copies of a book
/// agree on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// `UUIDv7` (RFC 9562 §5.7), of the hybrid clock's milliseconds.
    pub id: Uuid,
    /// Who did it: the name of the user; empty when it is not known.
    pub author: String,
    /// On which device; nil when it is not known.
    pub device: Uuid,
    /// When.
    pub clock: Clock,
}

/// Everything one action did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was done.
    pub action: Action,
    /// When, as the clock of the machine showed it.
    pub at: Moment,
    /// Whether it is new work or moves along the undo stack.
    pub role: Role,
    /// The records.
    pub edits: Vec<Edit>,
}

impl Change {
    /// New work.
    pub fn new(action: impl Into<Action>, at: Moment) -> Self {
        Self { action: action.into(), at, role: Role::Do, edits: vec![] }
    }

    /// The same change with one more record in it.
    #[must_use]
    pub fn with(mut self, before: Option<Record>, after: Option<Record>) -> Self {
        self.edits.push(Edit { before, after });
        self
    }

    /// The change that takes this one back, in reverse order.
    #[must_use]
    pub fn inverse(&self, at: Moment, role: Role) -> Self {
        let turned = |e: &Edit| Edit { before: e.after.clone(), after: e.before.clone() };
        Self { action: self.action.clone(), at, role, edits: self.edits.iter().rev().map(turned).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_of_verbs_come_back_and_later_ones_are_told_by_their_name() {
        for verb in Verb::ALL {
            assert_eq!(Verb::from_code(verb.code()), *verb);
            assert_eq!(Verb::from_name(verb.name()), Some(*verb));
        }
        assert_eq!(Verb::from_code(250), Verb::Other);
    }

    proptest! {
        #[test]
        fn the_clock_never_runs_backwards(times in prop::collection::vec(-5_000i64..5_000, 1..50)) {
            let mut clock = Clock::default();
            for now in times {
                let next = clock.tick(now);
                prop_assert!(next > clock, "{clock:?} at {now} gave {next:?}");
                prop_assert!(next.ms >= now);
                clock = next;
            }
            let full = Clock { ms: 7, count: u32::MAX };
            prop_assert!(full.tick(0) > full);
        }
    }
}

//! Where the cells of a column go.

use crate::domain::custom::is_called;
use crate::domain::{Book, Field, Kind, Type};

/// How a cell names a record that the row belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// By its id in the system the file comes from, and it alone is meant, whatever else is named.
    First,
    /// By its id in the system the file comes from.
    Id,
    /// By its name, by a mail address, or by both: "Maria Papadaki (maria@aegean.example)".
    Name,
}

/// What a program writes, and what we have for it.
pub(super) type Words = &'static [(&'static str, &'static str)];

/// Where a column goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Text of this field.
    Text(&'static str),
    /// Text of many lines.
    Long(&'static str),
    /// Mail addresses with this label.
    Mails(&'static str),
    /// A telephone number with this label.
    Phone(&'static str),
    /// A day of birth.
    Birthday,
    /// When it was first written down.
    Created,
    /// When somebody was last in touch with them, there.
    Contacted,
    /// What the column that follows is called: "mobile".
    Label,
    /// Words to filter by, several with `;`, `,` or ` ::: ` between them.
    Tags,
    /// Words to filter by, with blanks between them.
    Spaced,
    /// What the program notes for itself: when a row was last written, a checksum. It is another in each file.
    Bookkeeping,
    /// Kept under the name of its column, unless it says what it says in every row.
    Unless(&'static str),
    /// The row's id.
    Id,
    /// Read by the code of the kind.
    Own(&'static str),
    /// Read as it would be typed into this field.
    Read(&'static str),
    /// A day, or a point in time, of this field.
    Day(&'static str),
    /// The time of that day, in a column of its own.
    Clock,
    /// How many minutes it took: `30`, `00:30`, `1:30:00`, `45 min`.
    Minutes,
    /// An amount; its currency may stand in another column.
    Amount(&'static str),
    /// The currency of the amounts of the row.
    Currency,
    /// Records that the row belongs to, for this field.
    To(&'static str, By),
    /// Whoever does it, when it is one of our own people.
    Doer,
    /// What the row is, where a file holds several things: the kind, or the kind of touch.
    Sort(Words),
    /// Where it stands, in words that the program has beside the usual ones.
    Standing(Words),
    /// How much it matters.
    Priority,
    /// A field that a person made.
    Fit(Fit),
    /// No field of ours: kept under the name of its column.
    Custom,
}

/// A field that a person made, as a column fills it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    /// Its name.
    pub(super) name: &'static str,
    /// How its cells are read.
    pub(super) reads: Reads,
}

/// How a cell for a field that a person made is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reads {
    /// As a day, in the order that its column has.
    Day,
    /// As a number, with the marks that its column has.
    Number,
    /// As it stands.
    Text,
}

impl Fit {
    /// Of a field.
    pub(super) fn of(field: &'static Field) -> Self {
        let reads = match field.kind {
            Type::Date => Reads::Day,
            Type::Number | Type::Money => Reads::Number,
            _ => Reads::Text,
        };
        Self { name: field.name, reads }
    }

    /// The one that is called so, of a kind.
    pub(super) fn named(book: &Book, kind: Kind, name: &str) -> Option<Self> {
        let fields = book.custom_fields(kind).iter();
        fields.copied().find(|field| is_called(field.name, name)).map(Self::of)
    }
}

impl Target {
    /// Whether several columns can go there.
    pub(super) fn takes_several(self) -> bool {
        matches!(
            self,
            Self::Mails(_)
                | Self::Phone(_)
                | Self::Contacted
                | Self::Label
                | Self::Tags
                | Self::Unless(_)
                | Self::To(..)
                | Self::Doer
                | Self::Bookkeeping
                | Self::Custom
        )
    }

    /// Whether dates stand there, of which it must be known what comes first.
    pub(super) fn is_dated(self) -> bool {
        match self {
            Self::Created | Self::Contacted | Self::Birthday | Self::Day(_) => true,
            Self::Fit(fit) => fit.reads == Reads::Day,
            _ => false,
        }
    }
}

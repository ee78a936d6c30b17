//! Where the columns of a table go that no program is known by, as a person said: `Firm=name,Mail=mails`.

use super::known::mappable;
use super::plain;
use super::target::{By, Fit, Target};
use crate::domain::text::fold;
use crate::domain::{Book, Field, Kind, Type, Visibility};
use crate::words::exchange::of_rows;
use std::fmt;

/// What goes into the record's custom fields, under the name of its column.
pub const CUSTOM: &str = "custom";

/// Where the columns of a table go. What is not named goes among the custom fields.
#[derive(Clone, Debug)]
pub struct Mapping {
    kind: Kind,
    columns: Vec<Pair>,
}

/// A column and its field.
#[derive(Clone, Debug)]
struct Pair {
    /// As it was written.
    column: String,
    field: String,
    target: Target,
}

/// Why what was said about the columns cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingError {
    /// A part of it has no `=` with a column before and a field behind.
    NoPair(String),
    /// Rows could be several things.
    KindOpen,
    /// No row of a table is of this kind.
    NoRows(Kind),
    /// The kind has no such field that a file can fill.
    NoField {
        /// What was written.
        field: String,
        /// What a row is.
        kind: Kind,
    },
    /// A column is named twice.
    ColumnTwice(String),
    /// Two columns go where there is room for one.
    FieldTwice {
        /// The field.
        field: String,
        /// The columns.
        columns: [String; 2],
    },
    /// Nothing goes to a field that must be filled in.
    Lacking {
        /// What a row is.
        kind: Kind,
        /// The field, or one of several.
        fields: &'static str,
    },
}

impl fmt::Display for MappingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPair(part) => f.write_str(&of_rows::map_part(part)),
            Self::KindOpen => {
                let kinds: Vec<String> = mappable().map(|kind| format!("--as {}", kind.plural())).collect();
                f.write_str(&of_rows::several_kinds(kinds.join(", ")))
            }
            Self::NoRows(kind) => {
                let kinds: Vec<&str> = mappable().map(Kind::plural).collect();
                f.write_str(&of_rows::made_one_by_one(crate::words::kinds(*kind), kinds.join(", ")))
            }
            Self::NoField { field, kind } => {
                f.write_str(&of_rows::no_such_field(crate::words::kinds(*kind), field, names(*kind)))
            }
            Self::ColumnTwice(column) => f.write_str(&of_rows::column_twice(column)),
            Self::FieldTwice { field, columns: [first, second] } => {
                f.write_str(&of_rows::both_go_to(first, second, field, CUSTOM))
            }
            Self::Lacking { kind, fields } => {
                f.write_str(&of_rows::nothing_goes_to(fields, crate::words::kinds(*kind)))
            }
        }
    }
}

impl std::error::Error for MappingError {}

impl Mapping {
    /// Reads `Firm=name,Mail=mails`; a part with a comma in it stands in double quotes, as in CSV. Without a `kind` the
    /// fields must be those of one kind alone.
    ///
    /// # Errors
    /// When it cannot be followed.
    pub fn read(line: &str, kind: Option<Kind>) -> Result<Self, MappingError> {
        Self::read_in(&Book::default(), line, kind)
    }

    /// The same, where a column may go to a field that a person made in a book as well.
    ///
    /// # Errors
    /// As there.
    pub fn read_in(book: &Book, line: &str, kind: Option<Kind>) -> Result<Self, MappingError> {
        let mut reader =
            ::csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(line.as_bytes());
        let parts: Vec<String> = reader
            .records()
            .flatten()
            .flat_map(|r| r.iter().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let mut pairs = vec![];
        for part in parts.iter().filter(|part| !part.trim().is_empty()) {
            let pair = part.rsplit_once('=').map(|(column, field)| (column.trim(), field.trim()));
            let pair = pair.filter(|(column, field)| !column.is_empty() && !field.is_empty());
            pairs.push(pair.ok_or_else(|| MappingError::NoPair(part.clone()))?);
        }
        let kind = kind.or_else(|| told(book, &pairs)).ok_or(MappingError::KindOpen)?;
        Self::of(book, kind, pairs.into_iter())
    }

    /// Columns with the names of their fields; those that go among the custom fields need not be named.
    ///
    /// # Errors
    /// When it cannot be followed.
    pub fn of<'a>(
        book: &Book,
        kind: Kind,
        pairs: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, MappingError> {
        if !mappable().any(|other| other == kind) {
            return Err(MappingError::NoRows(kind));
        }
        let mut columns: Vec<Pair> = vec![];
        for (column, field) in pairs {
            let target = target_in(book, kind, field, column)
                .ok_or_else(|| MappingError::NoField { field: field.to_owned(), kind })?;
            if columns.iter().any(|pair| plain(&pair.column) == plain(column)) {
                return Err(MappingError::ColumnTwice(column.to_owned()));
            }
            if let Some(first) = columns.iter().find(|p| p.target == target && !target.takes_several()) {
                let columns = [first.column.clone(), column.to_owned()];
                return Err(MappingError::FieldTwice { field: field.to_owned(), columns });
            }
            columns.push(Pair { column: column.to_owned(), field: field.to_owned(), target });
        }
        let mapping = Self { kind, columns };
        mapping.lacking().map_or(Ok(mapping), |fields| Err(MappingError::Lacking { kind, fields }))
    }

    /// What a row becomes.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Where a column goes.
    pub(super) fn target(&self, header: &str) -> Target {
        let found = self.columns.iter().find(|pair| plain(&pair.column) == plain(header));
        found.map_or(Target::Custom, |pair| pair.target)
    }

    /// The columns that a heading lacks.
    pub(in crate::exchange) fn missing(&self, headers: &[&str]) -> Vec<String> {
        let there = |column: &str| headers.iter().any(|header| plain(header) == plain(column));
        self.columns.iter().map(|pair| &pair.column).filter(|column| !there(column)).cloned().collect()
    }

    /// What must be filled in and is not.
    fn lacking(&self) -> Option<&'static str> {
        let goes_to = |name: &str| self.columns.iter().any(|pair| field_of(pair.target) == Some(name));
        if self.kind == Kind::Contact {
            let named = ["name", "first_name", "last_name", "shown", "mails"].into_iter().any(goes_to);
            return (!named).then_some(of_rows::one_of_names());
        }
        let required = self.kind.fields().iter().filter(|field| field.traits.required);
        let mut lacking = required.filter(|field| !goes_to(field.name)).filter(|field| match field.kind {
            // The client of whoever asked is that of the row, and a text has a first line.
            Type::One(Kind::Client) => !self.names_people(),
            Type::Text if self.kind == Kind::Interaction => !goes_to("text"),
            _ => true,
        });
        lacking.next().map(|field| field.name)
    }

    fn names_people(&self) -> bool {
        self.columns.iter().any(|pair| match pair.target {
            Target::To(name, _) => {
                self.kind.field(name).is_some_and(|f| f.kind.target() == Some(Kind::Contact))
            }
            _ => false,
        })
    }

    /// As it is said on the command line, with its columns in the order in which they were named.
    pub fn line(&self) -> String {
        written(self.columns.iter().map(|pair| (pair.column.as_str(), pair.field.as_str())))
    }
}

/// The name of the field that a target is.
fn field_of(target: Target) -> Option<&'static str> {
    Some(match target {
        Target::Text(field)
        | Target::Long(field)
        | Target::Read(field)
        | Target::Day(field)
        | Target::Amount(field)
        | Target::To(field, _) => field,
        Target::Own("full name") => "name",
        Target::Mails(_) => "mails",
        _ => return None,
    })
}

/// The kind that alone has all the fields.
fn told(book: &Book, pairs: &[(&str, &str)]) -> Option<Kind> {
    let has = |kind: Kind, field: &str, column: &str| target_in(book, kind, field, column).is_some();
    let has_all = |kind: &Kind| pairs.iter().all(|(column, field)| has(*kind, field, column));
    let mut kinds = mappable().filter(has_all);
    kinds.next().filter(|_| kinds.next().is_none())
}

/// Writes what [`Mapping::read`] reads.
pub(super) fn written<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let parts: Vec<String> = pairs.map(|(column, field)| format!("{column}={field}")).collect();
    let mut writer =
        ::csv::WriterBuilder::new().terminator(::csv::Terminator::Any(b'\n')).from_writer(vec![]);
    if !parts.is_empty() {
        // Writing into memory cannot fail.
        let _ = writer.write_record(parts);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).trim_end_matches('\n').to_owned()
}

/// The fields of a kind that a file can fill.
pub(super) fn fields(kind: Kind) -> Vec<&'static str> {
    let own = kind.fields().iter().filter(|field| target_of(kind, field).is_some()).map(|field| field.name);
    let whole = (kind == Kind::Contact).then_some("name");
    own.chain(whole).chain(["created", CUSTOM]).collect()
}

fn names(kind: Kind) -> String {
    fields(kind).join(", ")
}

/// Where a field of this name is filled from; of a telephone number the column's name says which it is.
pub(super) fn target(kind: Kind, name: &str, column: &str) -> Option<Target> {
    match (kind, name) {
        (_, CUSTOM) => Some(Target::Custom),
        (_, "created") => Some(Target::Created),
        (Kind::Contact, "name") => Some(Target::Own("full name")),
        (Kind::Client | Kind::Contact, "phones") => Some(Target::Phone(label(kind, column))),
        _ => kind.field(name).and_then(|field| target_of(kind, field)),
    }
}

/// The same, among the fields that a person made as well.
pub(super) fn target_in(book: &Book, kind: Kind, name: &str, column: &str) -> Option<Target> {
    target(kind, name, column).or_else(|| Fit::named(book, kind, name).map(Target::Fit))
}

fn target_of(kind: Kind, field: &'static Field) -> Option<Target> {
    let name = field.name;
    // The program keeps these itself: short numbers, days until which something is out of sight.
    let kept = field.traits.snooze || field.traits.seen || name == "imported";
    let counted = field.traits.visibility == Visibility::ReadOnly && matches!(field.kind, Type::Whole(..));
    if field.traits.visibility == Visibility::Hidden || kept || counted {
        return None;
    }
    let people = matches!(kind, Kind::Client | Kind::Contact);
    Some(match &field.kind {
        Type::Text => Target::Text(name),
        Type::Long => Target::Long(name),
        Type::Mails if people => Target::Mails("work"),
        Type::Phones if people => Target::Phone("work"),
        Type::Birthday if people => Target::Birthday,
        Type::Past if name == "contacted" => Target::Contacted,
        Type::Date | Type::Past => Target::Day(name),
        Type::Words if name == "tags" => Target::Tags,
        Type::Words | Type::Choice(_) | Type::Choices(_) | Type::Whole(..) => Target::Read(name),
        Type::One(Kind::Client) if people => Target::Own("company"),
        _ if people => return None,
        Type::Flag | Type::Span | Type::Repeat | Type::Checks => Target::Read(name),
        Type::Moment => Target::Day(name),
        Type::Money => Target::Amount(name),
        Type::One(_) | Type::Many(_) => Target::To(name, By::Name),
        _ => return None,
    })
}

/// The field of a kind for the people whom a row names.
pub(super) fn people_of(kind: Kind) -> Option<&'static str> {
    let mut fields = kind.fields().iter().filter(|field| field.kind.target() == Some(Kind::Contact));
    fields.find(|field| target_of(kind, field).is_some()).map(|field| field.name)
}

/// What a telephone number is called, by the name of its column.
fn label(kind: Kind, column: &str) -> &'static str {
    const MOBILE: &[&str] = &["mobil", "cell", "handy", "κινητο"];
    let name = fold(column);
    match kind {
        _ if MOBILE.iter().any(|word| name.contains(word)) => "mobile",
        Kind::Client => "office",
        _ => "work",
    }
}

//! Where the columns of a table go that no program is known by, as a person said: `Firm=name,Mail=mails`.

use super::plain;
use super::target::Target;
use crate::domain::text::fold;
use crate::domain::{Field, Kind, Type, Visibility};
use std::fmt;

/// What goes into the record's custom fields, under the name of its column.
pub(super) const CUSTOM: &str = "custom";

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
    target: Target,
}

/// Why what was said about the columns cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingError {
    /// A part of it has no `=` with a column before and a field behind.
    NoPair(String),
    /// Rows could be clients or contacts.
    KindOpen,
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
    /// Nothing says what a record is called.
    Nameless(Kind),
}

impl fmt::Display for MappingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPair(part) => {
                write!(f, "{part}: a column, = and a field were expected, such as Firm=name")
            }
            Self::KindOpen => {
                write!(f, "a row could be a client or a contact: say --as clients or --as contacts")
            }
            Self::NoField { field, kind } => {
                write!(
                    f,
                    "{} have no field {field}; those that a file can fill are {}",
                    kind.plural(),
                    names(*kind)
                )
            }
            Self::ColumnTwice(column) => write!(f, "the column {column} is named twice"),
            Self::FieldTwice { field, columns: [first, second] } => {
                write!(
                    f,
                    "{first} and {second} both go to {field}, where there is room for one; {CUSTOM} keeps the other"
                )
            }
            Self::Nameless(kind) => {
                let wanted =
                    if *kind == Kind::Client { "name" } else { "name, first_name, last_name or mails" };
                write!(f, "no column goes to {wanted}; {} need it", kind.plural())
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
        let kind = kind.or_else(|| told(&pairs)).ok_or(MappingError::KindOpen)?;
        let mut columns: Vec<Pair> = vec![];
        for (column, field) in pairs {
            let target = target(kind, field, column)
                .ok_or_else(|| MappingError::NoField { field: field.to_owned(), kind })?;
            if columns.iter().any(|pair| plain(&pair.column) == plain(column)) {
                return Err(MappingError::ColumnTwice(column.to_owned()));
            }
            if let Some(first) = columns.iter().find(|p| p.target == target && !target.takes_several()) {
                let columns = [first.column.clone(), column.to_owned()];
                return Err(MappingError::FieldTwice { field: field.to_owned(), columns });
            }
            columns.push(Pair { column: column.to_owned(), target });
        }
        let mapping = Self { kind, columns };
        if mapping.names_a_record() { Ok(mapping) } else { Err(MappingError::Nameless(kind)) }
    }

    /// What a row becomes.
    pub(super) fn kind(&self) -> Kind {
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

    fn names_a_record(&self) -> bool {
        self.columns.iter().any(|pair| match pair.target {
            Target::Text("name") => true,
            Target::Text("first_name" | "last_name" | "shown")
            | Target::Own("full name")
            | Target::Mails(_) => self.kind == Kind::Contact,
            _ => false,
        })
    }
}

/// The kind that alone has all the fields.
fn told(pairs: &[(&str, &str)]) -> Option<Kind> {
    let has_all = |kind: &Kind| pairs.iter().all(|(column, field)| target(*kind, field, column).is_some());
    let mut kinds = [Kind::Client, Kind::Contact].into_iter().filter(has_all);
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
    let own = kind.fields().iter().filter(|field| target_of(field).is_some()).map(|field| field.name);
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
        (_, "phones") => Some(Target::Phone(label(kind, column))),
        _ => kind.field(name).and_then(target_of),
    }
}

fn target_of(field: &'static Field) -> Option<Target> {
    if matches!(field.traits.visibility, Visibility::Hidden) {
        return None;
    }
    match (&field.kind, field.name) {
        (Type::Text, name) => Some(Target::Text(name)),
        (Type::Long, name) => Some(Target::Long(name)),
        (Type::Mails, _) => Some(Target::Mails("work")),
        (Type::Phones, _) => Some(Target::Phone("work")),
        (Type::Birthday, _) => Some(Target::Birthday),
        (Type::Past, "contacted") => Some(Target::Contacted),
        (Type::Words, "tags") => Some(Target::Tags),
        (Type::Words | Type::Choice(_) | Type::Choices(_) | Type::Whole(..), name) => {
            Some(Target::Read(name))
        }
        (Type::One(Kind::Client), _) => Some(Target::Own("company")),
        _ => None,
    }
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

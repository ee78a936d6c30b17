//! A list that is written to a file, and as what.

use crate::domain::Kind;

/// What a list can be written as, by the ending of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Cells with commas between them, for spreadsheets.
    Csv,
    /// Cells with tabs between them, for spreadsheets.
    Tsv,
    /// A workbook.
    Xlsx,
    /// The records, one a line.
    Jsonl,
    /// The records in one list.
    Json,
}

impl Form {
    /// Every one with its ending.
    pub const ALL: [(&'static str, Self); 5] = [
        ("csv", Self::Csv),
        ("tsv", Self::Tsv),
        ("xlsx", Self::Xlsx),
        ("jsonl", Self::Jsonl),
        ("json", Self::Json),
    ];

    /// The form that the ending of a path tells.
    pub fn of(path: &str) -> Option<Self> {
        let ending = ending(path)?;
        Self::ALL.iter().find(|(name, _)| ending.eq_ignore_ascii_case(name)).map(|(_, form)| *form)
    }

    /// Whether it has the records, not the cells.
    pub const fn is_of_records(self) -> bool {
        matches!(self, Self::Jsonl | Self::Json)
    }
}

/// The ending of the name of a file, where it has one.
pub fn ending(path: &str) -> Option<&str> {
    let (stem, ending) = path.trim().rsplit_once('.')?;
    (!stem.is_empty() && !stem.ends_with(['/', '\\'])).then_some(ending)
}

/// A list as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// What stands in its columns.
    Cells {
        /// What its rows are.
        kind: Kind,
        /// The words over the columns.
        columns: Vec<&'static str>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
    /// The records, each as a line of JSON.
    Records(Vec<String>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_says_the_form() {
        for (path, form) in [
            ("clients.csv", Some(Form::Csv)),
            (" ~/a b.XLSX ", Some(Form::Xlsx)),
            ("/tmp/x.y.jsonl", Some(Form::Jsonl)),
            ("x.json", Some(Form::Json)),
            ("csv", None),
            (".csv", None),
            ("/tmp/.csv", None),
            ("x.pdf", None),
            ("", None),
        ] {
            assert_eq!(Form::of(path), form, "{path}");
        }
    }
}

//! The files of other programs that are known, a row each: the columns they are known by, what their rows become and
//! where each column goes. Names of columns are as the program writes them, `#` for a number; they are compared in small
//! letters, as the form of each hangs on the version. Of several columns that go to one place the first is written.

mod companies;
mod deals;
mod people;
mod tasks;
mod touches;

use super::plain;
use super::target::Target;
use crate::domain::Kind;

/// A table that a person mapped: its columns go where they said.
const fn mapped(name: &'static str, kind: Kind) -> Source {
    Source {
        name,
        system: "Table",
        several: "",
        kind,
        needs: &[],
        never: &[],
        ids: &[],
        id: IdShape::None,
        columns: &[],
    }
}

/// Tables whose rows are what a person said, of each kind that a row can be.
const MAPPED: &[Source] = &[
    mapped("clients as mapped", Kind::Client),
    mapped("contacts as mapped", Kind::Contact),
    mapped("departments as mapped", Kind::Department),
    mapped("projects as mapped", Kind::Project),
    mapped("milestones as mapped", Kind::Milestone),
    mapped("members as mapped", Kind::Member),
    mapped("tasks as mapped", Kind::Task),
    mapped("requests as mapped", Kind::Request),
    mapped("interactions as mapped", Kind::Interaction),
    mapped("agreements as mapped", Kind::Agreement),
    mapped("obligations as mapped", Kind::Obligation),
    mapped("feedback as mapped", Kind::Feedback),
    mapped("decisions as mapped", Kind::Decision),
    mapped("absences as mapped", Kind::Absence),
];

/// The table whose rows are of this kind, as a person said; `None` for what is made in its own way.
pub(super) fn mapped_to(kind: Kind) -> Option<&'static Source> {
    MAPPED.iter().find(|source| source.kind == kind)
}

/// The kinds that a row of a table can be.
pub fn mappable() -> impl Iterator<Item = Kind> {
    MAPPED.iter().map(|source| source.kind)
}

/// A kind of file.
#[derive(Debug)]
pub(crate) struct Source {
    /// "HubSpot companies".
    pub(super) name: &'static str,
    /// The system it comes from; its small letters begin the ids that are kept.
    pub(super) system: &'static str,
    /// What it puts between several addresses, numbers or words of one cell; empty where a cell holds one.
    pub(super) several: &'static str,
    /// What a row becomes; of one with rows of several sorts what those become that are no tasks.
    pub(super) kind: Kind,
    /// It has one column of each of these groups ...
    pub(super) needs: &'static [&'static [&'static str]],
    /// ... and none of these.
    never: &'static [&'static str],
    /// The names under which a row's id is exported.
    pub(super) ids: &'static [&'static str],
    /// What an id looks like.
    pub(super) id: IdShape,
    /// Where its columns go; what is not among them is kept among the custom fields.
    pub(super) columns: &'static [(&'static str, Target)],
}

/// What the ids of a system look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IdShape {
    /// Digits, in every row.
    Digits,
    /// Digits, where the column was exported at all.
    MayBeDigits,
    /// 15 or 18 letters and digits, where the column was exported at all.
    Salesforce,
    /// Letters, `_` and digits: `zcrm_4876876000000123`.
    Zoho,
    /// Groups of hexadecimal digits: `0f8fad5b-d9cb-469f-a165-70867728950e`.
    Guid,
    /// 24 hexadecimal digits, or eight letters and digits as in short links.
    Trello,
    /// Letters, a hyphen and a number: `ACME-17`.
    Key,
    /// A word without blanks that has a digit in it: `A17`.
    Code,
    /// There are none: rows are told apart by what they say.
    None,
}

impl IdShape {
    /// Whether a text looks like one.
    pub(super) fn fits(self, id: &str) -> bool {
        let digits = !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit());
        match self {
            Self::Digits | Self::MayBeDigits => digits,
            Self::Salesforce => matches!(id.len(), 15 | 18) && id.bytes().all(|b| b.is_ascii_alphanumeric()),
            Self::Zoho => digits || id.strip_prefix("zcrm_").is_some_and(|rest| !rest.is_empty()),
            Self::Guid => {
                let parts: Vec<usize> = id.split('-').map(str::len).collect();
                parts == [8, 4, 4, 4, 12] && id.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-')
            }
            Self::Trello => {
                let hex = id.len() == 24 && id.bytes().all(|b| b.is_ascii_hexdigit());
                hex || id.len() == 8 && id.bytes().all(|b| b.is_ascii_alphanumeric())
            }
            Self::Key => id.rsplit_once('-').is_some_and(|(project, number)| {
                let letters = project.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
                letters
                    && !project.is_empty()
                    && !number.is_empty()
                    && number.bytes().all(|b| b.is_ascii_digit())
            }),
            Self::Code => {
                (1..=64).contains(&id.len())
                    && !id.contains(char::is_whitespace)
                    && id.bytes().any(|b| b.is_ascii_digit())
            }
            Self::None => false,
        }
    }

    /// Whether a row without an id cannot be taken.
    pub(super) fn is_needed(self) -> bool {
        matches!(self, Self::Digits | Self::Zoho)
    }
}

impl Source {
    /// How the names of records of a kind from this system begin: `hubspot:company:`.
    pub(super) fn prefix_of(&self, kind: Kind) -> String {
        let object = match kind {
            Kind::Client => "company",
            other => other.name(),
        };
        format!("{}:{object}:", self.system.to_lowercase())
    }

    /// The kinds that its rows become.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        let sorted = self.columns.iter().any(|(_, target)| matches!(target, Target::Sort(_)));
        if sorted { vec![self.kind, Kind::Task] } else { vec![self.kind] }
    }

    /// Where a column goes.
    pub(super) fn target(&self, name: &str) -> Target {
        if self.ids.iter().any(|id| plain(id) == name) {
            return Target::Id;
        }
        let numbered = numbered(name);
        let fits = |column: &str| column == name || column == numbered;
        let found = self.columns.iter().find(|(column, _)| fits(&plain(column)));
        found.map_or(Target::Custom, |(_, target)| *target)
    }

    /// Whether a set of columns is this source's.
    pub(super) fn is(&self, has: &dyn Fn(&str) -> bool) -> bool {
        self.needs.iter().all(|group| group.iter().any(|name| has(&plain(name))))
            && !self.never.iter().any(|name| has(&plain(name)))
    }
}

/// `e-mail 2 - value` as `e-mail # - value`.
fn numbered(name: &str) -> String {
    let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    name.split(' ').map(|word| if number(word) { "#" } else { word }).collect::<Vec<_>>().join(" ")
}

/// Every source. What somebody works for stands in files of people too, and what work is for in files of work, so those
/// are looked at first.
pub(super) fn sources() -> impl Iterator<Item = &'static Source> {
    let work = touches::SOURCES.iter().chain(tasks::SOURCES).chain(deals::SOURCES);
    work.chain(people::SOURCES).chain(companies::SOURCES)
}

/// Zoho calls its ids as HubSpot does but for a capital, and exports every link twice, as "X.id" and "X".
const ZOHO: &[&str] = &["Account Owner.id", "Contact Owner.id", "Created By.id", "Account Name.id"];

#[cfg(test)]
mod tests {
    use super::*;

    /// What looks like an id of each shape, and what all but does.
    #[test]
    fn ids_are_told_by_their_shape() {
        use IdShape::{Code, Digits, Guid, Key, None, Salesforce, Trello, Zoho};
        let long = "x".repeat(63) + "1";
        let cases: &[(IdShape, &[&str], &[&str])] = &[
            (Digits, &["0", "77001"], &["", "12a", "1 2", "-1"]),
            (
                Salesforce,
                &["00Tx00000012345", "00Tx00000012345AAA"],
                &["00Tx0000001234", "00Tx000000123456", "00Tx0000001-345"],
            ),
            (Zoho, &["123", "zcrm_1"], &["zcrm_", "crm_1", ""]),
            (
                Guid,
                &["01234567-89ab-CDEF-0123-456789abcdef"],
                &[
                    "01234567-89ab-cdef-0123-456789abcde",
                    "0123456789ab-cdef-0123-456789abcdef",
                    "g1234567-89ab-cdef-0123-456789abcdef",
                ],
            ),
            (
                Trello,
                &["0123456789abcdef01234567", "aB3dE6g8"],
                &["0123456789abcdef0123456", "g123456789abcdef01234567", "aB3dE6g", "aB3-E6g8"],
            ),
            (Key, &["WEB-1", "A_2-17"], &["WEB-", "-1", "WEB1", "A-B-1", "WEB-1a", "W B-1"]),
            (Code, &["a1", &long], &["", "abc", "a 1", &format!("{long}1")]),
            (None, &[], &["1", "a1"]),
        ];
        for (shape, are, are_not) in cases {
            for id in *are {
                assert!(shape.fits(id), "{shape:?} {id}");
            }
            for id in *are_not {
                assert!(!shape.fits(id), "{shape:?} {id}");
            }
        }
    }
}

//! The files of other programs that are known, a row each: the columns they are known by, what their rows become and
//! where each column goes. Names of columns are as the program writes them, `#` for a number; they are compared in small
//! letters, as the form of each hangs on the version. Of several columns that go to one place the first is written.

mod companies;
mod people;

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

/// A table whose rows are clients, as a person said.
pub(super) const MAPPED_CLIENTS: &Source = &mapped("clients as mapped", Kind::Client);

/// A table whose rows are contacts, as a person said.
pub(super) const MAPPED_CONTACTS: &Source = &mapped("contacts as mapped", Kind::Contact);

/// A kind of file.
#[derive(Debug)]
pub(crate) struct Source {
    /// "HubSpot companies".
    pub(super) name: &'static str,
    /// The system it comes from; its small letters begin the ids that are kept.
    pub(super) system: &'static str,
    /// What it puts between several addresses, numbers or words of one cell; empty where a cell holds one.
    pub(super) several: &'static str,
    /// What a row becomes: a client or a contact.
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
            Self::None => false,
        }
    }

    /// Whether a row without an id cannot be taken.
    pub(super) fn is_needed(self) -> bool {
        matches!(self, Self::Digits | Self::Zoho)
    }
}

impl Source {
    /// How the names of this source's records in the book begin: `hubspot:company:`.
    pub(super) fn prefix(&self) -> String {
        self.prefix_of(self.kind)
    }

    /// How the names of records of another kind from the same system begin.
    pub(super) fn prefix_of(&self, kind: Kind) -> String {
        let object = if kind == Kind::Client { "company" } else { "contact" };
        format!("{}:{object}:", self.system.to_lowercase())
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

/// Every source. What a person works for stands in files of people too, so those are looked at first.
pub(super) fn sources() -> impl Iterator<Item = &'static Source> {
    people::SOURCES.iter().chain(companies::SOURCES)
}

/// Zoho calls its ids as HubSpot does but for a capital, and exports every link twice, as "X.id" and "X".
const ZOHO: &[&str] = &["Account Owner.id", "Contact Owner.id", "Created By.id", "Account Name.id"];

//! What somebody is known by, gathered from every version of their record.

use super::texts::identity;
use super::tokens::{concat, joins, tokens};
use crate::domain::derive::alike::{Phone, is_joiner};
use crate::domain::merge::formers;
use crate::domain::text::fold;
use crate::domain::{OTHER_NAME, Record, Ref};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The fewest letters of a single word that may be a name.
const LETTERS: usize = 3;

/// A name, an address or a number, and who else bears it.
#[derive(Clone, Debug)]
pub(super) struct Known<T> {
    pub(super) what: T,
    /// As it is shown.
    pub(super) text: String,
    /// Others that bear it as their own: then a mention of it may mean them.
    pub(super) shared: BTreeSet<Ref>,
}

/// What a person is known by.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// Their own ids, and those of records that became theirs.
    pub(super) ids: BTreeSet<Uuid>,
    /// Folded words of names of two words and more.
    pub(super) names: Vec<Known<Vec<String>>>,
    /// Folded words of which names are made: each alone may be anybody's.
    pub(super) words: BTreeSet<String>,
    /// Folded.
    pub(super) mails: Vec<Known<String>>,
    pub(super) phones: Vec<Known<Phone>>,
    /// What their records were ever called, folded.
    pub(super) titles: BTreeSet<String>,
}

/// Which mark of somebody a text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// An id.
    Id,
    /// A mail address.
    Mail(usize),
    /// A telephone number.
    Phone(usize),
    /// A full name.
    Name(usize),
    /// A word of a name alone, or a full name in another case.
    Word,
}

impl Person {
    /// Somebody of whom only the id is known.
    pub fn of(id: Ref) -> Self {
        Self { ids: [id.id].into(), ..Self::default() }
    }

    /// Whether a record is theirs.
    pub fn is(&self, id: Ref) -> bool {
        self.ids.contains(&id.id)
    }

    /// Their ids.
    pub fn ids(&self) -> impl Iterator<Item = Uuid> + '_ {
        self.ids.iter().copied()
    }

    /// Their mail addresses, folded.
    pub fn mails(&self) -> impl Iterator<Item = &str> {
        self.mails.iter().map(|known| known.what.as_str())
    }

    /// Takes in a version of their record. Whether another record turned out to be theirs by it.
    pub fn learn(&mut self, record: &Record) -> bool {
        self.titles.insert(fold(&record.title()));
        let Record::Contact(contact) = record else { return false };
        let (first, last) = (contact.first_name.as_str(), contact.last_name.as_str());
        let given = tokens(first).next().map(|t| first[t.range].to_owned()).unwrap_or_default();
        for (a, b) in [(first, last), (last, first), (&given, last), (last, &given)] {
            if !a.trim().is_empty() && !b.trim().is_empty() {
                self.learn_name(&format!("{a} {b}"));
            }
        }
        self.learn_words(first);
        self.learn_words(last);
        let also = contact.custom.iter().filter(|one| one.label == OTHER_NAME).map(|one| &one.value);
        for name in also.chain([&contact.shown]).filter(|name| !name.contains('@')) {
            self.learn_name(name);
            self.learn_words(name);
        }
        for mail in &contact.mails {
            let what = fold(mail.value.trim());
            if what.contains('@') && self.mails.iter().all(|known| known.what != what) {
                self.mails.push(Known { what, text: mail.value.clone(), shared: BTreeSet::new() });
            }
        }
        for what in contact.phones.iter().filter_map(|phone| Phone::of(&phone.value)) {
            if !self.phones.iter().any(|known| known.what == what) {
                self.phones.push(Known { text: what.text.clone(), what, shared: BTreeSet::new() });
            }
        }
        let before = self.ids.len();
        self.ids.extend(formers(record).into_iter().map(|former| former.id));
        self.ids.len() > before
    }

    fn learn_name(&mut self, text: &str) {
        let what: Vec<String> = tokens(text).map(|token| token.folded).collect();
        let is_new = self.names.iter().all(|known| known.what != what);
        if what.len() > 1 && is_new {
            self.names.push(Known { what, text: text.trim().to_owned(), shared: BTreeSet::new() });
            // What is found is the longest that fits.
            self.names.sort_by_key(|known| std::cmp::Reverse(known.what.len()));
        }
    }

    fn learn_words(&mut self, text: &str) {
        let told = |word: &String| word.chars().count() >= LETTERS && !is_joiner(word);
        self.words.extend(tokens(text).map(|token| token.folded).filter(told));
    }

    /// Takes in a version of a record of somebody else: what it bears as its own is not this person's alone.
    pub fn meet(&mut self, other: &Record) {
        if self.is(other.id()) {
            return;
        }
        for text in identity(other) {
            for hit in self.hits(&text) {
                let shared = match hit.mark {
                    Mark::Mail(at) => &mut self.mails[at].shared,
                    Mark::Phone(at) => &mut self.phones[at].shared,
                    Mark::Name(at) => {
                        self.share_name(at, other.id());
                        continue;
                    }
                    Mark::Id | Mark::Word => continue,
                };
                shared.insert(other.id());
            }
        }
    }

    /// A name is one name in whichever order its words stand.
    fn share_name(&mut self, at: usize, with: Ref) {
        let sorted = |words: &[String]| {
            let mut words = words.to_vec();
            words.sort_unstable();
            words
        };
        let of = sorted(&self.names[at].what);
        for known in self.names.iter_mut().filter(|known| sorted(&known.what) == of) {
            known.shared.insert(with);
        }
    }

    /// Names, addresses and numbers that nobody else bears, as they are shown: wherever they stand, this person is meant.
    pub fn own(&self) -> Vec<&str> {
        let names = self.names.iter().map(|k| (&k.text, &k.shared));
        let mails = self.mails.iter().map(|k| (&k.text, &k.shared));
        let phones = self.phones.iter().map(|k| (&k.text, &k.shared));
        let all = names.chain(mails).chain(phones);
        all.filter(|(_, shared)| shared.is_empty()).map(|(text, _)| text.as_str()).collect()
    }

    /// Names, addresses and numbers that others bear as well, each with who does.
    pub fn shared(&self) -> Vec<(&str, Vec<Ref>)> {
        let of = |text, shared: &BTreeSet<Ref>| (text, shared.iter().copied().collect::<Vec<_>>());
        let names = self.names.iter().map(|k| of(k.text.as_str(), &k.shared));
        let mails = self.mails.iter().map(|k| of(k.text.as_str(), &k.shared));
        let phones = self.phones.iter().map(|k| of(k.text.as_str(), &k.shared));
        names.chain(mails).chain(phones).filter(|(_, shared)| !shared.is_empty()).collect()
    }

    /// Whether a record surely names them anywhere, be it as what it is called itself.
    pub fn is_in_record(&self, record: &Record) -> bool {
        let mut texts = identity(record);
        texts.extend(record.fields().iter().flat_map(|field| super::texts::of(&field.read(record))));
        self.is(record.id()) || texts.iter().any(|text| self.is_in(text))
    }

    /// A plain second look for whoever is to be gone, by other means than [`Person::hits`]: whether a text, all of it
    /// folded and its signs made blanks, holds a name of theirs, an address or an id.
    pub fn is_in_plain(&self, text: &str) -> bool {
        let folded = fold(text);
        let ids = |id: &Uuid| folded.contains(&id.to_string()) || folded.contains(&id.simple().to_string());
        let own = self.mails.iter().filter(|known| known.shared.is_empty());
        if self.ids.iter().any(ids) || own.map(|known| &known.what).any(|mail| is_alone(&folded, mail)) {
            return true;
        }
        let names: Vec<&[String]> =
            self.names.iter().filter(|k| k.shared.is_empty()).map(|k| k.what.as_slice()).collect();
        let runs = folded.split(|c: char| !(c.is_alphanumeric() || joins(c)));
        let mut spaced = runs.map(|run| {
            let words = run.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            format!(" {} ", words.collect::<Vec<_>>().join(" "))
        });
        spaced.any(|run| {
            names.iter().any(|name| {
                run.contains(&format!(" {} ", name.join(" "))) || run.contains(&format!(" {} ", concat(name)))
            })
        })
    }
}

/// Whether a folded address stands in a text and is no part of a longer one.
fn is_alone(folded: &str, mail: &str) -> bool {
    folded.match_indices(mail).any(|(at, _)| {
        let within = |c: char| c.is_alphanumeric();
        let before = folded[..at].chars().next_back().is_some_and(|c| within(c) || "._%+-".contains(c));
        let mut behind = folded[at + mail.len()..].chars();
        let after = match behind.next() {
            Some('.' | '-') => behind.next().is_some_and(within),
            Some(c) => within(c),
            None => false,
        };
        !before && !after
    })
}

//! Which clients, and which people, are likely the same: by name, mail, telephone, domain, number for tax. Each pair with what
//! tells it. What a person told apart never comes again.

mod marks;
mod tables;

use crate::domain::{Book, Kind, Record, Ref};
pub(in crate::domain) use marks::Phone;
use marks::{Marks, words};
use rustc_hash::{FxHashSet, FxHasher};
use std::hash::Hasher as _;
pub(in crate::domain) use tables::is_joiner;
use tables::is_role;

/// The kinds of which records may stand for one and the same.
pub const KINDS: [Kind; 2] = [Kind::Client, Kind::Contact];

/// How many may have something in common until it is too common to tell anybody apart: a switchboard, a house of many firms.
const MOST: usize = 8;

/// What two records have in common, the surest first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The number for tax, as it stands in the first.
    TaxId(String),
    /// A mail address.
    Mail(String),
    /// The name, letter for letter but for accents and case.
    Name,
    /// The name but for the form of the company, signs and blanks, or letters that are spelt out.
    NameButForm,
    /// The name in letters of another script.
    NameInLetters,
    /// A telephone number, with the code of its country where one of them has it.
    Phone(String),
    /// The domain of its mails and pages.
    Domain(String),
}

impl Sign {
    /// How much it says; several say more than each.
    const fn weight(&self) -> u32 {
        match self {
            Self::TaxId(_) => 60,
            Self::Mail(_) => 50,
            Self::Name => 40,
            Self::NameButForm => 35,
            Self::NameInLetters => 30,
            Self::Phone(_) => 25,
            Self::Domain(_) => 15,
        }
    }
}

/// Two records that are likely the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The one written down first.
    pub one: Ref,
    /// The other.
    pub other: Ref,
    /// What tells it, the surest first; never empty.
    pub signs: Vec<Sign>,
}

impl Pair {
    /// How likely it is; of use to be compared only.
    pub fn weight(&self) -> u32 {
        self.signs.iter().map(Sign::weight).sum()
    }

    /// The one that is not `id`.
    pub fn beside(&self, id: Ref) -> Ref {
        if self.one == id { self.other } else { self.one }
    }
}

/// By what a record is looked up: of what sort it is, and the text, hashed. Two texts of one hash come to be compared, and are
/// not the same then.
type Key = (u8, u64);

/// What is looked up, and whether it still tells somebody when more than [`MOST`] have it.
const NAME: (u8, bool) = (0, true);
const SOUND: (u8, bool) = (1, true);
const TAX_ID: (u8, bool) = (2, true);
const MAIL: (u8, bool) = (3, true);
const PHONE: (u8, bool) = (4, false);
const DOMAIN: (u8, bool) = (5, false);
/// A name at a client or in a department: of a name that many bear, those who are likely one.
const AT_HOME: (u8, bool) = (6, true);

fn key((sort, _): (u8, bool), text: &str) -> Key {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    (sort, hasher.finish())
}

fn tells(sort: u8) -> bool {
    [NAME, SOUND, TAX_ID, MAIL, AT_HOME].iter().any(|(of, many)| *of == sort && *many)
}

impl Marks {
    fn keys(&self) -> Vec<Key> {
        let mut out: Vec<Key> = vec![];
        for name in &self.names {
            out.extend(name.cores.iter().map(|core| key(NAME, core)));
            out.push(key(SOUND, &name.sound));
            if let Some(home) = self.home {
                let id = home.id.to_string();
                let at_home = name.cores.iter().chain([&name.sound]);
                out.extend(at_home.map(|text| key(AT_HOME, &[text, id.as_str()].join("\n"))));
            }
        }
        out.extend(self.mails.iter().map(|mail| key(MAIL, mail)));
        out.extend(self.phones.iter().map(|phone| key(PHONE, phone.tail())));
        out.extend(self.domains.iter().map(|domain| key(DOMAIN, domain)));
        out.extend(Some(&self.tax_id).filter(|id| !id.is_empty()).map(|id| key(TAX_ID, id)));
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// The records of a kind by what they are known by: made once, in time that grows with their number, and asked as often as
/// one likes.
#[derive(Clone, Debug)]
pub struct Index {
    ids: Vec<Ref>,
    /// Which of the ids has which key, in the order of the keys.
    keys: Vec<(Key, u32)>,
}

impl Index {
    /// The records of a kind that are not in the bin.
    pub fn of(book: &Book, kind: Kind) -> Self {
        Self::with_marks(book, kind).0
    }

    fn with_marks(book: &Book, kind: Kind) -> (Self, Vec<Marks>) {
        let (mut ids, mut all, mut keys) = (vec![], vec![], vec![]);
        for record in book.all(kind) {
            let Some(marks) = Marks::of(record) else { continue };
            let at = u32::try_from(ids.len()).unwrap_or(u32::MAX);
            keys.extend(marks.keys().into_iter().map(|key| (key, at)));
            ids.push(record.id());
            all.push(marks);
        }
        keys.sort_unstable();
        (Self { ids, keys }, all)
    }

    /// The records that are likely the same as this one, in the book or not, the likeliest first.
    pub fn like(&self, book: &Book, record: &Record) -> Vec<Pair> {
        let Some(marks) = Marks::of(record) else { return vec![] };
        let mut near: Vec<u32> = vec![];
        for key in marks.keys() {
            let from = self.keys.partition_point(|(of, _)| *of < key);
            let group: Vec<u32> = self.keys[from..]
                .iter()
                .take_while(|(of, _)| *of == key)
                .take(MOST + 1)
                .map(|(_, at)| *at)
                .collect();
            if group.len() <= MOST || tells(key.0) {
                near.extend(group);
            }
        }
        near.sort_unstable();
        near.dedup();
        let pair = |at: u32| {
            let id = *self.ids.get(at as usize)?;
            let other = book.get(id).filter(|_| id != record.id())?;
            paired((record.id(), &marks), (id, &Marks::of(other)?))
        };
        let mut out: Vec<Pair> = near.into_iter().filter_map(pair).collect();
        out.sort_by_key(|pair| std::cmp::Reverse(pair.weight()));
        out
    }
}

/// The pairs of clients and of people that are likely the same, the likeliest first.
pub fn pairs(book: &Book) -> Vec<Pair> {
    let mut out: Vec<Pair> = KINDS.into_iter().flat_map(|kind| pairs_of(book, kind)).collect();
    out.sort_by_key(|pair| std::cmp::Reverse(pair.weight()));
    out
}

fn pairs_of(book: &Book, kind: Kind) -> Vec<Pair> {
    let (index, marks) = Index::with_marks(book, kind);
    let mut near: FxHashSet<(u32, u32)> = FxHashSet::default();
    for group in index.keys.chunk_by(|(one, _), (other, _)| one == other).filter(|group| group.len() > 1) {
        if group.len() <= MOST {
            for (nth, (_, one)) in group.iter().enumerate() {
                near.extend(group[nth + 1..].iter().map(|(_, other)| (*one, *other)));
            }
        } else if tells(group[0].0.0) {
            // Each with the next: as many pairs as records, and merging one after the other comes to the end.
            near.extend(group.windows(2).map(|two| (two[0].1, two[1].1)));
        }
    }
    let mut near: Vec<(u32, u32)> = near.into_iter().collect();
    near.sort_unstable();
    let of = |at: u32| Some((*index.ids.get(at as usize)?, marks.get(at as usize)?));
    near.into_iter().filter_map(|(one, other)| paired(of(one)?, of(other)?)).collect()
}

/// The pair of two records, when something tells that they are the same and nobody told them apart.
fn paired((one, a): (Ref, &Marks), (other, b): (Ref, &Marks)) -> Option<Pair> {
    if a.apart.contains(&other) || b.apart.contains(&one) {
        return None;
    }
    let signs = if one.kind == Kind::Contact { signs_of_people(a, b) } else { signs_of_clients(a, b) };
    let (one, other) = (one.min(other), one.max(other));
    (!signs.is_empty()).then_some(Pair { one, other, signs })
}

fn signs_of_clients(a: &Marks, b: &Marks) -> Vec<Sign> {
    let mut out = vec![];
    out.extend(Some(&a.tax_id).filter(|id| !id.is_empty() && **id == b.tax_id).cloned().map(Sign::TaxId));
    out.extend(same_mail(a, b, |_| true));
    out.extend(same_name(a, b));
    out.extend(same_phone(a, b));
    let wrote = out.iter().any(|sign| matches!(sign, Sign::Mail(_)));
    let domain = a.domains.iter().find(|domain| b.domains.contains(domain));
    out.extend(domain.filter(|_| !wrote).cloned().map(Sign::Domain));
    out
}

/// Colleagues share numbers, and addresses that several read; people who have nothing to do with each other share names.
fn signs_of_people(a: &Marks, b: &Marks) -> Vec<Sign> {
    let name = same_name(a, b);
    let kin = name.is_some() || a.names.is_empty() || b.names.is_empty() || share_a_word(a, b);
    let mail = same_mail(a, b, |mail| kin || !is_role(mail));
    let phone = same_phone(a, b).filter(|_| kin);
    let is_sure = mail.is_some() || phone.is_some();
    let (same_home, no_home) = (a.home == b.home, a.home.is_none() || b.home.is_none());
    let is_short = a.names.iter().chain(&b.names).any(|name| name.is_short);
    let name =
        name.filter(|_| is_sure || if is_short { same_home && !no_home } else { same_home || no_home });
    mail.into_iter().chain(name).chain(phone).collect()
}

fn share_a_word(a: &Marks, b: &Marks) -> bool {
    let all = |marks: &Marks| marks.names.iter().flat_map(|name| words(&name.whole)).collect::<Vec<_>>();
    let of_b = all(b);
    all(a).iter().any(|word| word.chars().count() > 1 && of_b.contains(word))
}

fn same_mail(a: &Marks, b: &Marks, counts: impl Fn(&str) -> bool) -> Option<Sign> {
    a.mails.iter().find(|mail| b.mails.contains(mail) && counts(mail)).cloned().map(Sign::Mail)
}

fn same_phone(a: &Marks, b: &Marks) -> Option<Sign> {
    let each = a.phones.iter().flat_map(|one| b.phones.iter().map(move |other| (one, other)));
    let (one, other) = each.into_iter().find(|(one, other)| one.reaches(other))?;
    // The one with the code of its country says more.
    let told = if other.is_full && !one.is_full { other } else { one };
    Some(Sign::Phone(told.text.clone()))
}

/// Of several names that two share, the one that is shared most closely.
fn same_name(a: &Marks, b: &Marks) -> Option<Sign> {
    let each = a.names.iter().flat_map(|one| b.names.iter().map(move |other| (one, other)));
    let sign = |(one, other): (&marks::Name, &marks::Name)| {
        if one.whole == other.whole {
            Some(Sign::Name)
        } else if one.is_foreign != other.is_foreign {
            (one.sound == other.sound).then_some(Sign::NameInLetters)
        } else {
            one.cores.iter().any(|core| other.cores.contains(core)).then_some(Sign::NameButForm)
        }
    };
    each.filter_map(sign).min()
}

#[cfg(test)]
mod tests;

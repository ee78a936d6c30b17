//! What somebody is known by: names, addresses, numbers, made comparable.

use super::tables::{is_form, is_joiner, is_shared};
use crate::domain::text::{fold, latin};
use crate::domain::{Labelled, OTHER_NAME, Record, Ref};

/// The fewest digits of a telephone number that tell somebody.
const DIGITS: usize = 7;
/// The most digits of the code of a country (ITU-T E.164).
const COUNTRY: usize = 3;

/// A name in the forms in which it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Folded words, a blank between two.
    pub(super) whole: String,
    /// In Latin letters, without the form of the company and what only joins; words of people in the order of the alphabet.
    pub(super) cores: Vec<String>,
    /// As it sounds, roughly: for names that are written in two scripts.
    pub(super) sound: String,
    /// Whether it has letters that are not Latin.
    pub(super) is_foreign: bool,
    /// Whether it is one word: many people bear it.
    pub(super) is_short: bool,
}

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::domain) struct Phone {
    /// As it was written down.
    pub(in crate::domain) text: String,
    digits: String,
    /// Whether the code of its country is among the digits.
    pub(super) is_full: bool,
}

/// What a record is known by.
#[derive(Clone, Debug)]
pub(super) struct Marks {
    pub(super) names: Vec<Name>,
    pub(super) mails: Vec<String>,
    pub(super) phones: Vec<Phone>,
    pub(super) domains: Vec<String>,
    pub(super) tax_id: String,
    /// Of a person: what they belong to.
    pub(super) home: Option<Ref>,
    /// Who they were told not to be.
    pub(super) apart: Vec<Ref>,
}

impl Marks {
    /// The marks of a client or of a person; nothing else is looked at.
    pub(super) fn of(record: &Record) -> Option<Self> {
        let values = |all: &[Labelled]| all.iter().map(|one| fold(one.value.trim())).collect::<Vec<_>>();
        let also = |all: &[Labelled]| {
            let named = all.iter().filter(|one| one.label == OTHER_NAME);
            named.map(|one| one.value.clone()).collect::<Vec<_>>()
        };
        match record {
            Record::Client(c) => {
                let mut names = vec![c.name.clone(), c.legal_name.clone()];
                names.extend(also(&c.custom));
                let mails = values(&c.mails);
                let mut domains: Vec<String> = mails.iter().filter_map(|mail| domain_of(mail)).collect();
                domains.extend(host(&c.web));
                domains.sort_unstable();
                domains.dedup();
                domains.retain(|domain| !is_shared(domain));
                Some(Self {
                    names: names_of(&names, false),
                    mails,
                    phones: phones(&c.phones),
                    domains,
                    tax_id: fold(&c.tax_id).chars().filter(|c| c.is_alphanumeric()).collect(),
                    home: None,
                    apart: c.apart.0.iter().copied().map(Ref::from).collect(),
                })
            }
            Record::Contact(c) => {
                let mut names = vec![c.shown.clone(), [c.first_name.trim(), c.last_name.trim()].join(" ")];
                names.extend(also(&c.custom));
                Some(Self {
                    names: names_of(&names, true),
                    mails: values(&c.mails),
                    phones: phones(&c.phones),
                    domains: vec![],
                    tax_id: String::new(),
                    home: c.home(),
                    apart: c.apart.0.iter().copied().map(Ref::from).collect(),
                })
            }
            _ => None,
        }
    }
}

fn names_of(texts: &[String], is_person: bool) -> Vec<Name> {
    let mut out: Vec<Name> = vec![];
    for name in texts.iter().filter_map(|text| Name::of(text, is_person)) {
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

impl Name {
    fn of(text: &str, is_person: bool) -> Option<Self> {
        let words = words(text);
        if words.is_empty() {
            return None;
        }
        let is_foreign = words.iter().any(|word| latin(word).is_some());
        let mut cores = vec![core(&words, is_person)];
        // Müller is written Mueller as well.
        if let Some(spelt) = spelt_out(text) {
            cores.push(core(&self::words(&spelt), is_person));
        }
        let sound = sound(&cores[0]);
        Some(Self { whole: words.join(" "), cores, sound, is_foreign, is_short: words.len() == 1 })
    }
}

/// The folded words of a name; dots and what is left out when one types in a hurry are no borders of words.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let kept: String =
        folded.chars().filter(|c| !matches!(c, '.' | '\'' | '’' | '`' | '´' | '"' | '“' | '”')).collect();
    let words = kept.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The words that tell, in Latin letters and in one piece.
fn core(words: &[String], is_person: bool) -> String {
    let mut left: Vec<&str> = words.iter().map(String::as_str).filter(|word| !is_joiner(word)).collect();
    if left.is_empty() {
        left = words.iter().map(String::as_str).collect();
    }
    if !is_person {
        while left.len() > 1 && left.last().is_some_and(|word| is_form(word)) {
            left.pop();
        }
        // "Sp. z o.o." is three words.
        if left.len() > 3 && left.ends_with(&["sp", "z", "oo"]) {
            left.truncate(left.len() - 3);
        }
        while left.len() > 1 && is_form(left[0]) {
            left.remove(0);
        }
    }
    let mut latins: Vec<String> =
        left.iter().map(|word| latin(word).unwrap_or_else(|| (*word).to_owned())).collect();
    if is_person {
        latins.sort_unstable();
    }
    latins.concat()
}

/// A text with the letters spelt out that German and Nordic names have; `None` where there are none.
fn spelt_out(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len() + 4);
    for c in text.chars() {
        match c {
            'ä' | 'Ä' => out.push_str("ae"),
            'ö' | 'Ö' | 'ø' | 'Ø' => out.push_str("oe"),
            'ü' | 'Ü' => out.push_str("ue"),
            'å' | 'Å' => out.push_str("aa"),
            c => out.push(c),
        }
    }
    (out != text).then_some(out)
}

/// How Greek and Cyrillic names in Latin letters sound, roughly: the ways of writing them that are in use (ELOT 743 / ISO
/// 843, passports before 2011, how people type without Greek letters; ISO 9 and English use for Cyrillic) come to one.
/// Longer ones come before those that are a part of them.
const SOUNDS: &[(&str, &str)] = &[
    ("shch", "sh"),
    ("nch", "nh"),
    ("mp", "b"),
    ("nt", "d"),
    ("gk", "g"),
    ("ng", "g"),
    ("gg", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("kh", "h"),
    ("ch", "h"),
    ("ks", "x"),
    ("ts", "tz"),
    ("ou", "u"),
    ("av", "af"),
    ("au", "af"),
    ("ev", "ef"),
    ("eu", "ef"),
    ("ai", "e"),
    ("ei", "i"),
    ("oi", "i"),
    ("ya", "ia"),
    ("yu", "iu"),
    ("y", "i"),
    ("w", "o"),
    ("v", "b"),
    ("c", "k"),
    ("q", "k"),
    ("j", "i"),
];

fn sound(core: &str) -> String {
    let mut out = String::with_capacity(core.len());
    let mut rest = core;
    while let Some(first) = rest.chars().next() {
        let (piece, taken) = match SOUNDS.iter().find(|(from, _)| rest.starts_with(from)) {
            Some((from, to)) => (*to, from.len()),
            None => (&rest[..first.len_utf8()], first.len_utf8()),
        };
        for c in piece.chars() {
            // Two of the same letter sound like one.
            if !(c.is_alphabetic() && out.ends_with(c)) {
                out.push(c);
            }
        }
        rest = &rest[taken..];
    }
    out
}

fn phones(all: &[Labelled]) -> Vec<Phone> {
    all.iter().filter_map(|one| Phone::of(&one.value)).collect()
}

impl Phone {
    /// A number of so many digits that it tells somebody; an extension is left out.
    pub(in crate::domain) fn of(text: &str) -> Option<Self> {
        let end =
            text.find(|c: char| c.is_alphabetic() || matches!(c, ';' | ',' | '#')).unwrap_or(text.len());
        // "+49 (0)211": the nought is for those within the country.
        let number = text[..end].replace("(0)", "");
        let written: String = number.chars().filter(char::is_ascii_digit).collect();
        let far = written.strip_prefix("00").filter(|rest| !rest.starts_with('0'));
        let is_full = number.trim_start().starts_with('+') || far.is_some();
        let digits = far.unwrap_or(&written).trim_start_matches('0').to_owned();
        (digits.len() >= DIGITS).then(|| Self { text: text.trim().to_owned(), digits, is_full })
    }

    /// What two numbers that reach the same have in common.
    pub(super) fn tail(&self) -> &str {
        &self.digits[self.digits.len() - DIGITS..]
    }

    /// Whether two numbers reach the same, with the code of the country or without.
    pub(in crate::domain) fn reaches(&self, other: &Self) -> bool {
        let within = |full: &str, short: &str| {
            full.ends_with(short) && (1..=COUNTRY).contains(&(full.len() - short.len()))
        };
        match (self.is_full, other.is_full) {
            (true, false) => within(&self.digits, &other.digits),
            (false, true) => within(&other.digits, &self.digits),
            _ => self.digits == other.digits,
        }
    }
}

fn domain_of(mail: &str) -> Option<String> {
    mail.rsplit_once('@').map(|(_, domain)| domain.trim().to_owned()).filter(|domain| domain.contains('.'))
}

/// The host of a page, without its `www.`.
fn host(web: &str) -> Option<String> {
    let text = fold(web.trim());
    let text = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.contains(char::is_whitespace)).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cores(text: &str) -> Vec<String> {
        Name::of(text, false).unwrap().cores
    }

    #[test]
    fn the_form_of_a_company_is_no_part_of_its_name() {
        for text in [
            "Acme Ltd",
            "ACME Ltd.",
            "Acme, Inc.",
            "Acme S.A.",
            "Acme GmbH & Co. KG",
            "Acmé A.E.",
            "ООО Acme",
        ] {
            assert_eq!(cores(text), ["acme"], "{text}");
        }
        // A name of nothing but forms is a name all the same.
        assert_eq!(cores("SE AG"), ["se"]);
        assert_eq!(cores("Smith & Sons"), cores("Smith and Sons Ltd"));
        assert_eq!(cores("Web-Shop"), cores("Webshop"));
        assert!(cores("Müller").contains(&"mueller".to_owned()));
    }

    #[test]
    fn one_name_in_two_scripts_sounds_alike() {
        let sound = |text: &str, person| Name::of(text, person).unwrap().sound;
        for (one, other) in [
            ("Αιγαίο Τρόφιμα ΑΕ", "Egeo Trofima"),
            ("Αιγαίο Τρόφιμα", "Aigaio Trofima SA"),
            ("Παπαδόπουλος", "Papadopoulos"),
            ("Ευάγγελος Μπούρας", "Evangelos Bouras"),
            ("Χρήστος Νταής", "Christos Dais"),
            ("Φωτεινή", "Photini"),
            ("Шевченко", "Shevchenko"),
            ("Ξένια", "Ksenia"),
        ] {
            assert_eq!(sound(one, false), sound(other, false), "{one} and {other}");
        }
        assert_ne!(sound("Παπαδόπουλος", true), sound("Papadakis", true));
    }

    #[test]
    fn numbers_reach_the_same_with_and_without_the_code_of_the_country() {
        let phone = |text| Phone::of(text).unwrap();
        for (one, other) in [
            ("+30 210 123 4567", "2101234567"),
            ("0030-210-1234567", "+30 (210) 1234567"),
            ("+49 (0)211 12345", "0211 12345"),
            ("+39 06 1234567", "06 1234567"),
            ("210 1234567 ext. 12", "+302101234567"),
        ] {
            assert!(
                phone(one).reaches(&phone(other)) && phone(other).reaches(&phone(one)),
                "{one} and {other}"
            );
            assert_eq!(phone(one).tail(), phone(other).tail());
        }
        for (one, other) in
            [("+30 210 1234567", "+49 210 1234567"), ("2101234567", "2311234567"), ("1234567", "2101234567")]
        {
            assert!(!phone(one).reaches(&phone(other)), "{one} and {other}");
        }
        assert_eq!(Phone::of("112"), None);
    }

    #[test]
    fn domains_are_those_of_the_firm() {
        assert_eq!(host("https://www.Acme.example/shop?x=1").as_deref(), Some("acme.example"));
        assert_eq!(host("ask us"), None);
        for shared in ["gmail.com", "yahoo.gr", "hotmail.co.uk", "acme.wordpress.com"] {
            assert!(is_shared(shared), "{shared}");
        }
        assert!(!is_shared("acme.example"));
    }
}

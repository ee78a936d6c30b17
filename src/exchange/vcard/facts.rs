//! Records and what cards say of them: taken in, and told again.

use super::super::lines::Line;
use super::kept;
use super::said::{About, COMPANY, Said};
use crate::domain::{Book, Client, Contact, Labelled, Record};

/// The name of the custom field under which stands the part of a firm that is no department of ours.
pub(super) const UNIT: &str = "Department";

fn add<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

/// Writes what a card says into a person. Where they work is told apart, since it takes a look into the book.
pub(super) fn into_person(contact: &mut Contact, all: Vec<Said>) -> (String, String) {
    let (mut org, mut unit) = (String::new(), String::new());
    for one in all {
        match one {
            Said::Name(family, given) => (contact.last_name, contact.first_name) = (family, given),
            Said::Shown(name) => contact.shown = name,
            Said::Org(name) => org = name,
            Said::Unit(name) => unit = name,
            Said::Job(job) => contact.job = job,
            Said::Mail(mail) => add(&mut contact.mails, mail),
            Said::Phone(phone) => add(&mut contact.phones, phone),
            Said::Born(born) => contact.birthday = Some(born),
            Said::Language(language) => contact.language = language,
            Said::Tag(tag) => add(&mut contact.tags, tag),
            Said::Note(note) => contact.notes = note,
            Said::Custom(field) => add(&mut contact.custom, field),
            // Only companies have these.
            Said::Address(_) | Said::Web(_) => {}
        }
    }
    let shown = std::mem::take(&mut contact.shown);
    if contact.shown_name() != shown {
        contact.shown = shown;
    }
    (org, unit)
}

/// Writes what a card says into a company.
pub(super) fn into_company(client: &mut Client, all: Vec<Said>) {
    let mut org = String::new();
    for one in all {
        let (label, value) = match one {
            Said::Shown(name) => {
                client.name = name;
                continue;
            }
            Said::Org(name) => {
                org = name;
                continue;
            }
            Said::Address([street, city, region, postcode, country]) => {
                (client.street, client.city, client.region) = (street, city, region);
                (client.postcode, client.country) = (postcode, country);
                continue;
            }
            Said::Mail(mail) => {
                add(&mut client.mails, mail);
                continue;
            }
            Said::Phone(phone) => {
                add(&mut client.phones, phone);
                continue;
            }
            Said::Web(web) => {
                client.web = web;
                continue;
            }
            Said::Tag(tag) => {
                add(&mut client.tags, tag);
                continue;
            }
            Said::Note(note) => {
                client.notes = note;
                continue;
            }
            Said::Custom(field) => (field.label, field.value),
            Said::Unit(unit) => (UNIT.into(), unit),
            // Nothing of this is said of a company.
            Said::Name(..) | Said::Job(_) | Said::Born(_) | Said::Language(_) => continue,
        };
        add(&mut client.custom, Labelled { label, value });
    }
    if client.name.is_empty() {
        client.name = org;
    } else if !org.is_empty() && org != client.name {
        add(&mut client.custom, Labelled { label: COMPANY.into(), value: org });
    }
}

/// What a card is to say of a record; `None` for kinds of which there are no cards.
pub(super) fn of(book: &Book, record: &Record) -> Option<(About, Vec<Said>)> {
    match record {
        Record::Contact(contact) => Some((About::Person, of_person(book, contact))),
        Record::Client(client) => Some((About::Company, of_company(client))),
        _ => None,
    }
}

fn of_person(book: &Book, contact: &Contact) -> Vec<Said> {
    let mut out = vec![];
    if !(contact.first_name.is_empty() && contact.last_name.is_empty()) {
        out.push(Said::Name(contact.last_name.clone(), contact.first_name.clone()));
    }
    out.push(Said::Shown(contact.shown_name()));
    let mut custom = contact.custom.clone();
    let mut take = |label: &str| take(&mut custom, label);
    let org = match contact.client.0 {
        Some(id) => Some(book.title(id)),
        None if contact.department.0.is_some() => None,
        None => take(COMPANY),
    };
    let unit = contact.department.0.map(|id| book.title(id)).or_else(|| take(UNIT));
    if org.is_some() || unit.is_some() {
        out.push(Said::Org(org.unwrap_or_default()));
    }
    out.extend(unit.map(Said::Unit));
    out.extend(some(&contact.job, Said::Job));
    out.extend(contact.mails.iter().cloned().map(Said::Mail));
    out.extend(contact.phones.iter().cloned().map(Said::Phone));
    out.extend(contact.birthday.map(Said::Born));
    out.extend(some(&contact.language, Said::Language));
    out.extend(contact.tags.iter().cloned().map(Said::Tag));
    out.extend(custom.into_iter().map(Said::Custom));
    out.extend(some(&contact.notes, Said::Note));
    out
}

fn of_company(client: &Client) -> Vec<Said> {
    let mut out = vec![Said::Shown(client.name.clone()), Said::Org(client.name.clone())];
    let mut custom = client.custom.clone();
    out.extend(take(&mut custom, UNIT).map(Said::Unit));
    let address = [&client.street, &client.city, &client.region, &client.postcode, &client.country];
    if address.iter().any(|part| !part.is_empty()) {
        out.push(Said::Address(address.map(Clone::clone)));
    }
    out.extend(client.mails.iter().cloned().map(Said::Mail));
    out.extend(client.phones.iter().cloned().map(Said::Phone));
    out.extend(some(&client.web, Said::Web));
    out.extend(client.tags.iter().cloned().map(Said::Tag));
    out.extend(custom.into_iter().map(Said::Custom));
    out.extend(some(&client.notes, Said::Note));
    out
}

/// Takes a field of this name out.
fn take(custom: &mut Vec<Labelled>, label: &str) -> Option<String> {
    let at = custom.iter().position(|field| field.label == label)?;
    Some(custom.remove(at).value)
}

fn some(text: &str, made: fn(String) -> Said) -> Option<Said> {
    (!text.is_empty()).then(|| made(text.to_owned()))
}

/// Lines as a record keeps them.
pub(super) fn stored(record: &Record) -> Vec<Line> {
    let texts = match record {
        Record::Contact(contact) => &contact.vcard,
        Record::Client(client) => &client.vcard,
        _ => return vec![],
    };
    texts.iter().filter_map(|text| Line::read(text)).collect()
}

/// Keeps lines in a record.
pub(super) fn store(record: &mut Record, lines: &[Line]) {
    let texts = lines.iter().map(Line::in_one).collect();
    match record {
        Record::Contact(contact) => contact.vcard = texts,
        Record::Client(client) => client.vcard = texts,
        _ => {}
    }
}

/// Lines that still say what the record says, and what of it none of them says.
pub(super) fn still(record: &Record, about: About, facts: Vec<Said>) -> (Vec<Line>, Vec<Said>) {
    let all = stored(record);
    let said = kept::each_said(&all, about);
    // A firm and the part of it stand in one line: one that has only one of the two says too little.
    let firm = |said: &[Said]| {
        let has_org = said.iter().any(|one| matches!(one, Said::Org(_)));
        (has_org, said.iter().any(|one| matches!(one, Said::Unit(_))))
    };
    let is_part = |said: &[Said]| firm(said) != (false, false) && firm(said) != firm(&facts);
    let holds = |said: &[Said]| said.iter().all(|one| facts.contains(one)) && !is_part(said);
    let held: Vec<(&Line, &Vec<Said>)> = all.iter().zip(&said).filter(|(_, said)| holds(said)).collect();
    let (lines, says): (Vec<Line>, Vec<Vec<Said>>) =
        held.iter().map(|(line, said)| ((*line).clone(), (*said).clone())).unzip();
    // Of those that are left some may say no more than the line that is made of the record.
    let out = kept::of(&lines, &says, about);
    let told: Vec<Said> =
        lines.iter().zip(says).filter(|(line, _)| out.contains(line)).flat_map(|(_, said)| said).collect();
    // What another line of its group is called says nothing once that is gone.
    let bare = |line: &Line| {
        super::card::is_label(line) && !out.iter().any(|o| o.group == line.group && !super::card::is_label(o))
    };
    let lines = out.iter().filter(|line| line.group.is_empty() || !bare(line)).cloned().collect();
    (lines, facts.into_iter().filter(|fact| !told.contains(fact)).collect())
}

//! What a line of a card says about a person or a company, and the line that says it. The two directions of one table:
//! a line is kept as it is only where the line that would be made of what it says is another.

use super::super::lines::{Line, basic, escape, parts, unescape};
use super::labels;
use crate::domain::parse::{self, LINE_LIMIT};
use crate::domain::text::{typed, typed_lines};
use crate::domain::{Birthday, Labelled, Type, Value};

/// Whom a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    Person,
    Company,
}

/// One thing that a card says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// Family name, given name; either may be empty.
    Name(String, String),
    /// The name in one piece.
    Shown(String),
    /// Where somebody works; of a company its own name.
    Org(String),
    /// The part of it they work in.
    Unit(String),
    Job(String),
    Mail(Labelled),
    Phone(Labelled),
    Born(Birthday),
    Language(String),
    Tag(String),
    Note(String),
    /// Street, town, region, postcode, country, of a company.
    Address([String; 5]),
    /// The page of a company.
    Web(String),
    /// What has no field of its own and is shown under a name.
    Custom(Labelled),
}

/// The name of the custom field under which stands a firm that is no client.
pub(super) const COMPANY: &str = "Company";

/// Properties that are shown among the custom fields, with the names they have there.
const SHOWN: &[(&str, &str)] = &[
    ("ADR", "Address"),
    ("NICKNAME", "Nickname"),
    ("URL", "Web"),
    ("ROLE", "Role"),
    ("IMPP", "Messenger"),
    ("ANNIVERSARY", "Anniversary"),
    ("X-ANNIVERSARY", "Anniversary"),
];

/// Properties that say something about the file or the card and nothing about whom it is about.
const ABOUT_THE_CARD: &[&str] = &["BEGIN", "END", "VERSION", "PRODID", "REV", "PROFILE", "UID", "KIND"];

/// Our own property for custom fields that no property is known for.
pub(super) const OWN: &str = "X-SYNDEO-FIELD";

/// Whether a line says anything at all.
pub(super) fn is_idle(line: &Line) -> bool {
    let nothing = line.value.chars().all(|c| matches!(c, ';' | ',') || c.is_whitespace());
    nothing || ABOUT_THE_CARD.contains(&line.name.as_str())
}

/// What a line says, `label` being what the line beside it in its group calls it. Empty for what is only kept.
pub(super) fn said(line: &Line, label: Option<&str>, about: About) -> Vec<Said> {
    let value = line.value.as_str();
    let text = || one_line(value);
    let labelled = |value: String| Labelled { label: label_of(line, label), value };
    let some =
        |text: String, made: fn(String) -> Said| if text.is_empty() { vec![] } else { vec![made(text)] };
    match (line.name.as_str(), about) {
        ("N", About::Person) => {
            let each = components(value);
            let part = |at: usize| each.get(at).cloned().unwrap_or_default();
            vec![Said::Name(part(0), part(1))]
        }
        ("FN", _) => some(text(), Said::Shown),
        ("ORG", _) => {
            let mut each = components(value).into_iter();
            let org = Said::Org(each.next().unwrap_or_default());
            let units = each.filter(|unit| !unit.is_empty()).collect::<Vec<_>>().join(", ");
            std::iter::once(org).chain(some(units, Said::Unit)).collect()
        }
        ("TITLE", About::Person) => some(text(), Said::Job),
        ("EMAIL", _) => {
            let mail = text();
            let mail = mail.strip_prefix("mailto:").unwrap_or(&mail).to_owned();
            if mail.is_empty() { vec![] } else { vec![Said::Mail(labelled(mail))] }
        }
        ("TEL", _) => {
            let number = text();
            let number = number.strip_prefix("tel:").unwrap_or(&number).to_owned();
            if number.is_empty() { vec![] } else { vec![Said::Phone(labelled(number))] }
        }
        ("BDAY", About::Person) => match birthday(line) {
            Some(born) => vec![Said::Born(born)],
            None => vec![custom("Birthday", text())],
        },
        ("LANG" | "X-LANG", About::Person) => some(text(), Said::Language),
        ("CATEGORIES", _) => {
            let words = parts(value, ',').into_iter().map(one_line).filter(|word| !word.is_empty());
            words.map(Said::Tag).collect()
        }
        ("NOTE", _) => some(typed_lines(&unescape(value)).trim().to_owned(), Said::Note),
        ("ADR", About::Company) => vec![address(value)],
        ("URL", About::Company) => some(text(), Said::Web),
        (OWN, _) => line.param("X-LABEL").map(|name| custom(name, text())).into_iter().collect(),
        (name, _) => {
            let Some((_, shown)) = SHOWN.iter().find(|(property, _)| *property == name) else {
                return vec![];
            };
            let text = match name {
                "ADR" => joined(value),
                "ANNIVERSARY" | "X-ANNIVERSARY" => with_strokes(text()),
                _ => text(),
            };
            let label = label_of(line, label);
            let shown = if label.is_empty() { (*shown).to_owned() } else { format!("{shown} ({label})") };
            if text.is_empty() { vec![] } else { vec![custom(&shown, text)] }
        }
    }
}

/// Whether a text may stand in a field of one line.
fn fits(text: &str) -> bool {
    text.chars().count() <= LINE_LIMIT
}

fn is_right(kind: &Type, one: &Labelled) -> bool {
    parse::check(kind, &Value::Labelled(vec![one.clone()])).is_ok()
}

/// What does not fit into its field, under a name instead.
pub(super) fn fitting(one: Said) -> Said {
    let named =
        |label: &str, value: &str| Said::Custom(Labelled { label: label.into(), value: value.into() });
    match &one {
        Said::Mail(mail) if !is_right(&Type::Mails, mail) => named("E-mail", &mail.value),
        Said::Phone(phone) if !is_right(&Type::Phones, phone) => named("Phone", &phone.value),
        Said::Shown(name) if !fits(name) => named("Name", name),
        Said::Name(family, given) if !fits(family) || !fits(given) => {
            named("Name", &format!("{given} {family}"))
        }
        Said::Job(job) if !fits(job) => named("Job title", job),
        Said::Language(language) if !fits(language) => named("Language", language),
        Said::Org(name) if !fits(name) => named(COMPANY, name),
        _ => one,
    }
}

fn custom(label: &str, value: String) -> Said {
    Said::Custom(Labelled { label: typed(label).trim().to_owned(), value })
}

/// The lines that say these things: those of one property together, in the order of a card.
pub(super) fn lines(all: &[Said], about: About) -> Vec<Line> {
    let mut out: Vec<Line> = vec![];
    for one in all {
        // A line with its label beside it makes a group of two.
        let at = out.iter().filter(|line| !line.group.is_empty()).count() / 2;
        let of_label = |line: Line, label: &str| labels::written(line, label, at);
        match one {
            Said::Name(family, given) => {
                out.push(Line::new("N", format!("{};{};;;", escape(family), escape(given))));
            }
            Said::Shown(name) => out.push(Line::new("FN", escape(name))),
            Said::Org(name) => out.push(Line::new("ORG", escape(name))),
            Said::Unit(unit) => match out.iter_mut().find(|line| line.name == "ORG") {
                Some(line) => line.value.extend([";", &escape(unit)]),
                None => out.push(Line::new("ORG", format!(";{}", escape(unit)))),
            },
            Said::Job(job) => out.push(Line::new("TITLE", escape(job))),
            Said::Mail(mail) => out.extend(of_label(Line::new("EMAIL", escape(&mail.value)), &mail.label)),
            Said::Phone(phone) => out.extend(of_label(Line::new("TEL", escape(&phone.value)), &phone.label)),
            Said::Born(born) => out.push(Line::new("BDAY", born_words(*born))),
            Said::Language(language) => out.push(Line::new("LANG", escape(language))),
            Said::Tag(tag) => match out.iter_mut().find(|line| line.name == "CATEGORIES") {
                Some(line) => line.value.extend([",", &escape(tag)]),
                None => out.push(Line::new("CATEGORIES", escape(tag))),
            },
            Said::Note(note) => out.push(Line::new("NOTE", escape(note))),
            Said::Address([street, city, region, postcode, country]) => {
                let each = ["", "", street, city, region, postcode, country].map(escape);
                out.push(Line::new("ADR", each.join(";")));
            }
            Said::Web(web) => out.push(Line::new("URL", escape(web))),
            Said::Custom(field) => out.extend(custom_lines(field, about, at)),
        }
    }
    out
}

/// A custom field as the property that it came from or could have come from, else as our own.
fn custom_lines(field: &Labelled, about: About, at: usize) -> Vec<Line> {
    let (stem, label) = match field.label.strip_suffix(')').and_then(|rest| rest.split_once(" (")) {
        Some((stem, label)) => (stem, label),
        None => (field.label.as_str(), ""),
    };
    let known = SHOWN.iter().find(|(_, shown)| *shown == stem);
    // A company's own address and page are fields.
    let known = known.filter(|(property, _)| about == About::Person || !matches!(*property, "ADR" | "URL"));
    match known {
        Some(("ADR", _)) => {
            labels::written(Line::new("ADR", format!(";;{};;;;", escape(&field.value))), label, at)
        }
        Some(("ANNIVERSARY", _)) => {
            labels::written(Line::new("ANNIVERSARY", escape(&basic(&field.value))), label, at)
        }
        Some((property, _)) => labels::written(Line::new(property, escape(&field.value)), label, at),
        None => {
            let line = Line::new(OWN, escape(&field.value));
            vec![if field.label.is_empty() { line } else { line.with("X-LABEL", &field.label) }]
        }
    }
}

/// A value on one line, its escapes resolved.
fn one_line(value: &str) -> String {
    let text = unescape(value);
    let each = text.lines().map(str::trim).filter(|line| !line.is_empty());
    typed(&each.collect::<Vec<_>>().join(", ")).trim().to_owned()
}

/// A day as people read it.
fn with_strokes(day: String) -> String {
    let digits = day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit());
    match (day.get(..4), day.get(4..6), day.get(6..)) {
        (Some(year), Some(month), Some(day)) if digits => format!("{year}-{month}-{day}"),
        _ => day,
    }
}

/// The components of a structured value; several values of one stand with a blank between.
fn components(value: &str) -> Vec<String> {
    let one = |part: &str| {
        let each = parts(part, ',').into_iter().map(one_line).filter(|word| !word.is_empty());
        each.collect::<Vec<_>>().join(" ")
    };
    parts(value, ';').into_iter().map(one).collect()
}

/// An address in one line.
fn joined(value: &str) -> String {
    components(value).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The address of a company; what stands before the street goes before it.
fn address(value: &str) -> Said {
    let each = components(value);
    let part = |at: usize| each.get(at).cloned().unwrap_or_default();
    let street = (0..3).map(part).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    Said::Address([street, part(3), part(4), part(5), part(6)])
}

/// What a number or an address is called: by the line beside it, else by its types.
fn label_of(line: &Line, label: Option<&str>) -> String {
    match label {
        // Apple marks the labels that it chose itself.
        Some(label) => match label.strip_prefix("_$!<").and_then(|rest| rest.strip_suffix(">!$_")) {
            Some(own) => own.to_lowercase(),
            None => typed(label).trim().to_owned(),
        },
        None => labels::read(line),
    }
}

/// A day of birth: `19800307`, `1980-03-07`, `--0307`, `--03-07`, with or without a time; Apple's 1604 is no year.
fn birthday(line: &Line) -> Option<Birthday> {
    let date = line.value.split(['T', ' ']).next()?.trim();
    let digits: String = date.chars().filter(char::is_ascii_digit).collect();
    let shape: String = date.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|d| d.parse::<u32>().ok());
    let day = |at: usize| {
        Some((u8::try_from(number(at, at + 2)?).ok()?, u8::try_from(number(at + 2, at + 4)?).ok()?))
    };
    match shape.as_str() {
        "00000000" | "0000-00-00" => {
            let year = number(0, 4)?;
            let omitted = line.param("X-APPLE-OMIT-YEAR").map_or("1604", |year| year);
            let (month, day) = day(4)?;
            let year = i32::try_from(year).ok().filter(|_| omitted != year.to_string());
            Birthday::new(year, month, day)
        }
        "--0000" | "--00-00" => day(0).and_then(|(month, day)| Birthday::new(None, month, day)),
        _ => None,
    }
}

fn born_words(born: Birthday) -> String {
    match born.year {
        Some(year) => format!("{year:04}{:02}{:02}", born.month, born.day),
        None => format!("--{:02}{:02}", born.month, born.day),
    }
}

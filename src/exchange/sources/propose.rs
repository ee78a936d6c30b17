//! What the columns of a table that no program is known by may be: by their names, then by what stands in them. It is
//! only said; a person decides.

use super::super::dates;
use super::super::table::{Row, Table};
use super::known::sources;
use super::mapping::{self, CUSTOM};
use super::target::{Fit, Target};
use super::{LOOKED_AT, cells as inside, plain};
use crate::domain::text::{cut, fold};
use crate::domain::{Book, Kind, Labelled, Money, Type, Value, parse};

/// So many samples of a column are shown, each so wide.
const SAMPLES: usize = 3;
const WIDEST: usize = 24;

/// Fields by names that people give to columns, in the languages of the house's clients; those of programs stand with
/// the sources. A name means one thing for clients and may mean another for contacts.
const CALLED: &[(&str, &str, &str)] = &[
    // clients, contacts, names
    (
        "name",
        "client",
        "company, customer, client, account, organisation, organization, firm, firma, kunde, unternehmen, société",
    ),
    ("name", "client", "εταιρεία, εταιρία, πελάτης, επωνυμία, επιχείρηση"),
    ("name", "name", "name, ονοματεπώνυμο"),
    (
        CUSTOM,
        "name",
        "contact person, contact, contact name, full name, fullname, υπεύθυνος, ansprechpartner, επαφή",
    ),
    (CUSTOM, "first_name", "first, firstname, forename, vorname, prénom, όνομα"),
    (CUSTOM, "last_name", "last, lastname, surname, nachname, nom, επώνυμο, επίθετο"),
    (CUSTOM, "job", "position, role, title, θέση, ιδιότητα"),
    ("mails", "mails", "mail, email, e-mail, email address, e-mail address, emails, mails"),
    (
        "phones",
        "phones",
        "phone, phone number, tel, telephone, telefon, téléphone, mobile, cell, handy, τηλέφωνο, τηλ, κινητό",
    ),
    ("web", CUSTOM, "web, website, url, homepage, ιστοσελίδα"),
    ("street", CUSTOM, "street, address, straße, strasse, adresse, διεύθυνση, οδός"),
    ("postcode", CUSTOM, "postcode, postal code, zip, zip code, plz, tk"),
    ("city", CUSTOM, "city, town, stadt, ort, ville, πόλη"),
    ("region", CUSTOM, "region, state, county, περιοχή, νομός"),
    ("country", CUSTOM, "country, land, pays, χώρα"),
    ("tax_id", CUSTOM, "vat, vat number, vat no, tax id, afm, αφμ, uid"),
    ("industry", CUSTOM, "industry, sector, branche, κλάδος"),
    (CUSTOM, "birthday", "birthday, birthdate, born, dob, date of birth, geburtstag, γενέθλια"),
    (CUSTOM, "language", "language, sprache, γλώσσα"),
    ("tags", "tags", "tags, labels, categories, group, ετικέτες"),
    ("tier", CUSTOM, "tier"),
    (
        "notes",
        "notes",
        "notes, note, comments, remarks, notizen, bemerkungen, σημειώσεις, σχόλια, παρατηρήσεις",
    ),
    (
        "contacted",
        "contacted",
        "last contact, last contacted, letzter kontakt, dernier contact, τελευταία επαφή",
    ),
];

/// Fields of work by such names; a kind takes the first of them that it has.
const CALLED_WORK: &[(&[&str], &str)] = &[
    (
        &["title", "summary", "name", "what", "words"],
        "title, task, task name, subject, summary, name, item, what, request, ticket, betreff, titel, aufgabe, titre, sujet, θέμα, τίτλος, εργασία, αίτημα",
    ),
    (
        &["due", "wanted_by", "expected", "end", "at", "on", "first"],
        "due, due date, deadline, due on, by, fällig, fällig am, frist, échéance, προθεσμία, έως",
    ),
    (
        &["at", "on", "received", "start", "first", "due"],
        "date, day, when, datum, am, jour, ημερομηνία, πότε",
    ),
    (&["start", "first"], "start, start date, from, begin, beginn, début, έναρξη, από"),
    (&["end", "last", "expected", "promised"], "end, end date, until, to, ende, fin, λήξη"),
    (
        &["done_on", "told_on"],
        "done on, done, completed, completed at, completed on, resolved, closed, erledigt am",
    ),
    (&["promised"], "promised, promised on, promised date, zugesagt"),
    (&["status", "state", "outcome"], "status, state, stage, stand, étape, κατάσταση"),
    (&["priority"], "priority, prio, priorität, priorité, προτεραιότητα"),
    (
        &["client", "clients"],
        "company, customer, client, account, organisation, organization, firm, firma, kunde, unternehmen, société, εταιρεία, εταιρία, πελάτης, επωνυμία",
    ),
    (
        &["asked_by", "people", "contact", "by"],
        "contact, person, contact person, people, attendees, with, asked by, requester, customer contact, ansprechpartner, επαφή, υπεύθυνος",
    ),
    (
        &["assignee", "contact", "lead", "looked_after_by"],
        "assignee, assigned to, owner, responsible, who, zuständig, responsable, ανάθεση",
    ),
    (&["project", "projects"], "project, projekt, projet, board, έργο"),
    (&["request", "requests"], "request, ticket"),
    (&["touch", "sort"], "type, kind, activity type, art, type d'activité, τύπος, είδος"),
    (&["minutes"], "minutes, duration, dauer, durée, διάρκεια"),
    (&["money_budget", "value"], "amount, value, budget, betrag, wert, montant, ποσό, αξία"),
    (&["tags"], "tags, labels, categories, ετικέτες"),
    (
        &["text", "notes", "detail", "brief"],
        "notes, note, text, description, details, comments, remarks, beschreibung, notizen, bemerkungen, σημειώσεις, περιγραφή, σχόλια",
    ),
];

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// Nothing at all.
    Empty,
    /// Mail addresses.
    Mail,
    /// Telephone numbers.
    Phone,
    /// Days.
    Date,
    /// Amounts.
    Money,
    /// Words.
    Text,
}

impl Looks {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Date => "date",
            Self::Money => "money",
            Self::Text => "text",
        }
    }
}

/// What a column may be.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// Its name.
    pub column: String,
    /// The field it may be for; "custom" keeps it among the custom fields.
    pub field: &'static str,
    /// What stands in it.
    pub looks: Looks,
    /// Some of it.
    pub samples: Vec<String>,
}

/// What the columns of a table may be.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// What a row may be; `None` where that cannot be told.
    pub kind: Option<Kind>,
    /// Its columns, in their order.
    pub columns: Vec<Proposed>,
    /// The fields that a person made.
    custom: Vec<&'static str>,
    /// What else is worth knowing about the table, a sentence each.
    pub notes: Vec<String>,
}

impl Proposal {
    /// What the columns of a table may be, of a kind where one is told.
    pub(in crate::exchange) fn of(table: &Table, kind: Option<Kind>, book: &Book) -> Self {
        let kind = kind.or_else(|| kind_of(table));
        let mut columns: Vec<Proposed> = vec![];
        for (at, header) in table.headers.iter().enumerate() {
            let cells = cells(table, at);
            let looks = looks(&cells);
            // What a person called so is meant before what others call so.
            let own = kind.and_then(|kind| Fit::named(book, kind, header)).map(|fit| fit.name);
            let wanted = own.or_else(|| kind.map(|kind| field(kind, header, looks))).unwrap_or(CUSTOM);
            let target = kind.and_then(|kind| mapping::target_in(book, kind, wanted, header));
            let several = target.is_none_or(Target::takes_several);
            let named_twice = columns.iter().any(|c| plain(&c.column) == plain(header));
            let taken = named_twice || !several && columns.iter().any(|c| c.field == wanted);
            let field = if taken || header.is_empty() { CUSTOM } else { wanted };
            columns.push(Proposed { column: header.clone(), field, looks, samples: samples(&cells) });
        }
        let custom = kind.map(|kind| book.custom_fields(kind)).unwrap_or_default();
        let custom = custom.iter().map(|field| field.name).collect();
        Self { kind, columns, custom, notes: table.notes.clone() }
    }

    /// What is to be said to have it so, as [`super::Mapping::read`] reads it.
    pub fn line(&self) -> String {
        let mapped = self.columns.iter().filter(|column| column.field != CUSTOM);
        mapping::written(mapped.map(|column| (column.column.as_str(), column.field)))
    }

    /// The fields there are.
    pub fn fields(&self) -> Vec<&'static str> {
        self.kind
            .map(mapping::fields)
            .unwrap_or_default()
            .into_iter()
            .chain(self.custom.iter().copied())
            .collect()
    }
}

/// Persons have family names or days of birth, or a name beside that of their company; companies have tax numbers. Work
/// has a day by which it is to be done, but may be a task or a request. Else nobody can tell.
fn kind_of(table: &Table) -> Option<Kind> {
    let any = |kind: Kind, wanted: &[&str]| {
        table.headers.iter().any(|header| named(kind, header).is_some_and(|field| wanted.contains(&field)))
    };
    if any(Kind::Task, &["due", "priority"]) {
        return None;
    }
    let person = any(Kind::Contact, &["last_name", "birthday"])
        || any(Kind::Contact, &["name"]) && any(Kind::Contact, &["client"]);
    let company = any(Kind::Client, &["legal_name", "tax_id", "web", "industry"]);
    match (person, company) {
        (true, false) => Some(Kind::Contact),
        (false, true) => Some(Kind::Client),
        // A person beside a tax number: the row may be either.
        (true, true) | (false, false) => None,
    }
}

/// The field that a column may be for: what its name says, unless something else stands in it, else what stands in it.
fn field(kind: Kind, header: &str, looks: Looks) -> &'static str {
    let named = named(kind, header);
    let fits = |name: &str| match kind.field(name).map(|field| field.kind) {
        Some(Type::Mails) => matches!(looks, Looks::Mail | Looks::Empty),
        Some(Type::Phones) => !matches!(looks, Looks::Mail | Looks::Date),
        Some(Type::Birthday | Type::Date | Type::Past | Type::Moment) => {
            matches!(looks, Looks::Date | Looks::Empty)
        }
        Some(Type::Money) => matches!(looks, Looks::Money | Looks::Text | Looks::Empty),
        _ => name != "created" || matches!(looks, Looks::Date | Looks::Empty),
    };
    match (named, looks) {
        (Some(field), _) if fits(field) => field,
        (_, Looks::Mail) if kind.field("mails").is_some() => "mails",
        (_, Looks::Mail) => mapping::people_of(kind).unwrap_or(CUSTOM),
        (_, Looks::Phone) if kind.field("phones").is_some() => "phones",
        _ => CUSTOM,
    }
}

/// Whether people or programs call a column so, of clients, people or work.
pub(in crate::exchange) fn is_called(header: &str) -> bool {
    [Kind::Client, Kind::Contact, Kind::Task].into_iter().any(|kind| named(kind, header).is_some())
}

/// The field that a column's name says: by what people call it, else by what a known program calls it, else by our own
/// name for the field.
pub(super) fn named(kind: Kind, header: &str) -> Option<&'static str> {
    let name = fold(header);
    let bare = name.trim_matches(|c: char| !c.is_alphanumeric()).replace('.', "").replace('_', " ");
    let is_in = |words: &str| words.split(", ").any(|word| fold(word) == bare);
    let called = match kind {
        Kind::Client | Kind::Contact => {
            let row = CALLED.iter().find(|(_, _, words)| is_in(words));
            row.map(|(client, contact, _)| if kind == Kind::Client { *client } else { *contact })
        }
        _ => {
            let fillable = mapping::fields(kind);
            let mut rows = CALLED_WORK.iter().filter(|(_, words)| is_in(words));
            rows.find_map(|(fields, _)| fields.iter().find(|field| fillable.contains(*field)).copied())
        }
    };
    let of_sources = || {
        let mut targets =
            sources().filter(|source| source.kind == kind).map(|source| source.target(&plain(header)));
        targets.find_map(field_of)
    };
    let own = || {
        let mut fields =
            kind.fields().iter().filter(|f| fold(f.label) == bare || f.name.replace('_', " ") == bare);
        fields.find_map(|field| mapping::target(kind, field.name, header).map(|_| field.name))
    };
    called.or_else(of_sources).or_else(own).filter(|field| *field != CUSTOM)
}

/// The field that a column of a known program fills.
fn field_of(target: Target) -> Option<&'static str> {
    Some(match target {
        Target::Text(field)
        | Target::Long(field)
        | Target::Read(field)
        | Target::Day(field)
        | Target::Amount(field)
        | Target::To(field, _) => field,
        Target::Mails(_) => "mails",
        Target::Phone(_) => "phones",
        Target::Birthday => "birthday",
        Target::Created => "created",
        Target::Contacted => "contacted",
        Target::Tags => "tags",
        Target::Own("company" | "associated") => "client",
        Target::Own("full name") => "name",
        Target::Own("industry") => "industry",
        Target::Own("domain") => "web",
        Target::Own("link") => "links",
        Target::Minutes => "minutes",
        Target::Priority => "priority",
        _ => return None,
    })
}

/// What stands in a column, without what is empty or stands for nothing.
fn cells(table: &Table, at: usize) -> Vec<&str> {
    let cells = table.rows.iter().take(LOOKED_AT).map(|row: Row<'_>| row.cell(at));
    cells.filter(|cell| !cell.is_empty() && !inside::is_placeholder(cell)).collect()
}

fn samples(cells: &[&str]) -> Vec<String> {
    let mut out: Vec<String> = vec![];
    for cell in cells {
        let one_line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let sample = cut(&one_line, WIDEST);
        if !out.contains(&sample) {
            out.push(sample);
        }
        if out.len() == SAMPLES {
            break;
        }
    }
    out
}

/// What more than half of the cells are.
fn looks(cells: &[&str]) -> Looks {
    if cells.is_empty() {
        return Looks::Empty;
    }
    let most = |is: fn(&str) -> bool| cells.iter().filter(|cell| is(cell)).count() * 2 > cells.len();
    // Days before telephone numbers: both are digits with marks between them.
    if most(is_mail) {
        Looks::Mail
    } else if most(dates::is_date) {
        Looks::Date
    } else if most(is_money) {
        Looks::Money
    } else if most(is_phone) {
        Looks::Phone
    } else {
        Looks::Text
    }
}

fn is_mail(cell: &str) -> bool {
    let mails = inside::several(cell).map(|mail| Labelled { label: String::new(), value: mail.to_owned() });
    let mails: Vec<Labelled> = mails.collect();
    !mails.is_empty() && parse::check(&Type::Mails, &Value::Labelled(mails)).is_ok()
}

/// An amount with its currency, or one with hundredths.
fn is_money(cell: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'' | '\u{a0}' | '-');
    let bare = cell.chars().all(number);
    let hundredths = cell.len() > 3 && cell.is_char_boundary(cell.len() - 3) && {
        let (_, end) = cell.split_at(cell.len() - 3);
        end.starts_with(['.', ',']) && end.bytes().skip(1).all(|b| b.is_ascii_digit())
    };
    cell.contains(|c: char| c.is_ascii_digit()) && Money::parse(cell).is_ok() && (!bare || hundredths)
}

/// Telephone numbers, as the import tells them apart.
fn is_phone(cell: &str) -> bool {
    inside::numbers(cell).next().is_some() && inside::numbers(cell).all(is_number)
}

/// Seven to fifteen digits (E.164) that are no plain number: a number of an order looks like those.
fn is_number(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let plain = cell.bytes().all(|b| b.is_ascii_digit());
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | '/' | '.' | ' ');
    (7..=15).contains(&digits) && cell.chars().all(allowed) && (!plain || cell.starts_with("00"))
}

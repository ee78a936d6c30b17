//! The nudge: one message to whoever holds something, with all that lies with them, grouped by client, the oldest first.

use crate::domain::derive::hands::Party;
use crate::domain::{
    Book, ClientId, Contact, ContactId, Holder, Labelled, Moment, Record, Ref, derive, text::fold,
};
use chrono::NaiveDate;

/// A language there are templates for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, when nothing else is known.
    #[default]
    English,
    /// Greek.
    Greek,
}

impl Language {
    /// The language somebody likes, when there is a template in it; else English.
    pub fn of(contact: &Contact) -> Self {
        Self::of_word(&contact.language)
    }

    fn of_word(word: &str) -> Self {
        let word = fold(word.trim());
        let code = word.split(['-', '_']).next().unwrap_or_default();
        if matches!(code, "el" | "gr" | "greek" | "ελληνικα") { Self::Greek } else { Self::English }
    }
}

/// A message to be sent by whatever program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The address; empty when none is known.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text; lines end with `\n`.
    pub body: String,
}

/// A reminder: to whom, of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Who is written to, by name.
    pub name: String,
    /// The message.
    pub message: Message,
    /// Every record it lists.
    pub about: Vec<Ref>,
}

/// One thing that lies with somebody.
struct Item {
    target: Ref,
    client: Option<ClientId>,
    since: NaiveDate,
    what: String,
    /// The day on which it is due from them.
    by: Option<NaiveDate>,
}

/// Who is written to.
struct Recipient {
    name: String,
    /// The person among them, who is greeted by name.
    first: Option<String>,
    to: String,
    /// Of our own company: they work for several clients.
    inside: bool,
    language: Language,
}

/// A message to `holder` about everything that lies with them at `now`; `None` when nothing does. What lies with a
/// department is asked of its head, together with what the head holds, else of the mailbox they share, also while the head
/// is away.
pub fn nudge(book: &Book, holder: &Holder, now: Moment) -> Option<Reminder> {
    let today = now.date();
    let (holder, recipient) = recipient(book, holder, today)?;
    let groups = grouped(book, items(book, &holder, today));
    let about: Vec<Ref> = groups.iter().flat_map(|(_, items)| items.iter().map(|i| i.target)).collect();
    if about.is_empty() {
        return None;
    }
    let words = Words { language: recipient.language, today };
    // A client needs not be told its own name.
    let inside = recipient.inside;
    let names: Vec<&str> = groups.iter().map(|(name, _)| name.as_str()).filter(|n| !n.is_empty()).collect();
    let mut subject = words.subject(about.len());
    if inside && !names.is_empty() {
        subject = format!("{subject}: {}", names.join(", "));
    }
    let mut body = words.greeting(recipient.first.as_deref());
    for (name, items) in &groups {
        body.push('\n');
        if inside && !name.is_empty() {
            body.push_str(name);
            body.push('\n');
        }
        for item in items {
            body.extend(["- ", &words.item(item), "\n"]);
        }
    }
    body.push_str(words.closing());
    Some(Reminder { name: recipient.name, message: Message { to: recipient.to, subject, body }, about })
}

fn first_mail(mails: &[Labelled]) -> String {
    mails.first().map(|m| m.value.clone()).unwrap_or_default()
}

/// Who is written to about what a holder has, and whose hands that message is about.
fn recipient(book: &Book, holder: &Holder, today: NaiveDate) -> Option<(Holder, Recipient)> {
    let nobody = |name: String, to: String, inside: bool| Recipient {
        name,
        first: None,
        to,
        inside,
        language: Language::English,
    };
    let found = match holder {
        Holder::Us => return None,
        Holder::Person(id) => person(book, *id)?,
        Holder::Department(id) => {
            let department = book.department(*id)?;
            // Whoever is away reads no mail; the others of the department do.
            let is_there = |id: &ContactId| derive::load::absence_on(book, *id, today).is_none();
            let lead = department.lead.0.filter(|id| department.mail.is_empty() || is_there(id));
            if let Some((lead, mut who)) = lead.and_then(|id| Some((id, person(book, id)?))) {
                if who.to.is_empty() {
                    who.to.clone_from(&department.mail);
                }
                return Some((Holder::Person(lead), who));
            }
            nobody(department.name.clone(), department.mail.clone(), true)
        }
        Holder::Client(id) => {
            let client = book.client(*id)?;
            let language = client.languages.first().map(|word| Language::of_word(word)).unwrap_or_default();
            Recipient { language, ..nobody(client.name.clone(), first_mail(&client.mails), false) }
        }
        Holder::Other(_) => nobody(derive::hands::holder_name(book, holder), String::new(), false),
    };
    Some((holder.clone(), found))
}

fn person(book: &Book, id: ContactId) -> Option<Recipient> {
    let contact = book.contact(id)?;
    let name = contact.shown_name();
    let first = if contact.first_name.is_empty() { name.clone() } else { contact.first_name.clone() };
    Some(Recipient {
        name,
        first: Some(first),
        to: first_mail(&contact.mails),
        inside: contact.is_colleague(),
        language: Language::of(contact),
    })
}

/// Everything that lies with somebody, and with the departments they lead.
fn items(book: &Book, holder: &Holder, today: NaiveDate) -> Vec<Item> {
    let is_theirs = |hand: &Holder| match (hand, holder) {
        (Holder::Department(id), Holder::Person(lead)) => {
            book.department(*id).is_some_and(|d| d.lead.0 == Some(*lead))
        }
        _ => hand == holder,
    };
    // Nobody is reminded of what may not begin yet.
    let asked = |r: &Record| {
        let (hand, from) = derive::waiting::asked_of(book, r, today)?;
        is_theirs(&hand.holder).then(|| item(book, r, &hand.holder, from))
    };
    derive::waiting::HELD.iter().flat_map(|kind| book.all(*kind)).filter_map(asked).collect()
}

fn item(book: &Book, record: &Record, holder: &Holder, since: NaiveDate) -> Item {
    let client = derive::client_of(book, record);
    let no = record.number().map(|no| format!("#{no} ")).unwrap_or_default();
    // What we promised a client is ours to do: only our own people are asked for it by that day.
    let inside = matches!(derive::hands::party(book, holder), Party::Department(_));
    let by = match record {
        Record::Request(r) => r.promised.filter(|_| inside),
        Record::Task(t) if inside => t.due,
        Record::Task(t) => derive::waiting::own_due(t, holder),
        _ => None,
    };
    Item { target: record.id(), client, since, what: format!("{no}{}", record.title()), by }
}

/// By client, the client with the oldest first; within it the oldest first.
fn grouped(book: &Book, mut items: Vec<Item>) -> Vec<(String, Vec<Item>)> {
    items.sort_by(|a, b| (a.since, &a.what).cmp(&(b.since, &b.what)));
    let mut out: Vec<(Option<ClientId>, Vec<Item>)> = vec![];
    for item in items {
        match out.iter_mut().find(|(client, _)| *client == item.client) {
            Some((_, group)) => group.push(item),
            None => out.push((item.client, vec![item])),
        }
    }
    let name = |client: Option<ClientId>| client.map(|c| book.title(c)).unwrap_or_default();
    out.into_iter().map(|(client, group)| (name(client), group)).collect()
}

/// The templates.
struct Words {
    language: Language,
    today: NaiveDate,
}

impl Words {
    fn subject(&self, count: usize) -> String {
        match (self.language, count) {
            (Language::English, 1) => "One open point".into(),
            (Language::English, _) => format!("{count} open points"),
            (Language::Greek, 1) => "Ένα ανοιχτό θέμα".into(),
            (Language::Greek, _) => format!("{count} ανοιχτά θέματα"),
        }
    }

    /// Greek names change when somebody is addressed, and a wrong form is worse than none.
    fn greeting(&self, first: Option<&str>) -> String {
        match self.language {
            Language::English => {
                let first = first.map(|first| format!(" {first}")).unwrap_or_default();
                format!("Hello{first},\n\nthis is with you at the moment:\n")
            }
            Language::Greek => "Γεια σας,\n\nαυτή τη στιγμή περιμένουν απάντησή σας:\n".into(),
        }
    }

    fn item(&self, item: &Item) -> String {
        let days = (self.today - item.since).num_days().max(0);
        let late = item.by.is_some_and(|d| d < self.today);
        let (since, by) = (self.day(item.since), item.by.map(|d| self.day(d)));
        let one = days == 1;
        let (ago, by) = match self.language {
            Language::English => (
                if days == 0 {
                    "since today".into()
                } else {
                    format!("since {since}, {days} {}", if one { "day" } else { "days" })
                },
                by.map(|d| format!("; {} {d}", if late { "was due" } else { "due" })),
            ),
            Language::Greek => (
                if days == 0 {
                    "από σήμερα".into()
                } else {
                    format!("από {since}, {days} {}", if one { "ημέρα" } else { "ημέρες" })
                },
                by.map(|d| format!("· {} {d}", if late { "έληξε" } else { "έως" })),
            ),
        };
        format!("{} ({ago}{})", item.what, by.unwrap_or_default())
    }

    fn day(&self, day: NaiveDate) -> String {
        match self.language {
            Language::English => crate::domain::when::plain(day, self.today),
            Language::Greek => day.format("%-d/%-m/%Y").to_string(),
        }
    }

    fn closing(&self) -> &'static str {
        match self.language {
            Language::English => "\nWhich day can I count on for each? A short line will do.\n\nThank you\n",
            Language::Greek => {
                "\nΠότε να υπολογίζω απάντηση για το καθένα; Αρκεί μία γραμμή.\n\nΕυχαριστώ πολύ\n"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Client, DepartmentId, Hand, IdGenerator, KindId, Link, Request};

    fn at(day: u32) -> Moment {
        Moment::from_rfc3339(&format!("2026-11-{day:02}T09:00:00+02:00")).unwrap()
    }

    fn id<I: KindId>(seed: u8) -> I {
        IdGenerator::new([seed; 16]).next(at(1))
    }

    fn request(no: u8, title: &str, client: &Client, who: ContactId, since: u32) -> Record {
        let mut out = Request::new(id(no), at(1));
        out.no = no.into();
        title.clone_into(&mut out.title);
        out.client = Link(Some(client.id));
        out.promised = NaiveDate::from_ymd_opt(2026, 11, 20 + u32::from(no));
        out.hands = vec![Hand { holder: Holder::Person(who), since: at(since), nudges: vec![] }];
        out.into()
    }

    fn book(language: &str) -> (Book, ContactId) {
        let client = |n: u8, name: &str| {
            let mut out = Client::new(id(n), at(1));
            name.clone_into(&mut out.name);
            out
        };
        let (a, b) = (client(101, "Aegean"), client(102, "Borealis"));
        let mut nikos = Contact::new(id(103), at(1));
        "Nikos".clone_into(&mut nikos.first_name);
        language.clone_into(&mut nikos.language);
        nikos.department = Link(Some(id::<DepartmentId>(104)));
        nikos.mails = vec![Labelled { label: "work".into(), value: "nikos@meridian.example".into() }];
        let who = nikos.id;
        let records = vec![
            request(1, "banner", &a, who, 18),
            request(2, "film", &b, who, 10),
            request(5, "label", &a, who, 23),
            a.into(),
            b.into(),
            nikos.into(),
        ];
        (Book::of(records), who)
    }

    #[test]
    fn the_oldest_stands_first_and_clients_stay_together() {
        let (book, nikos) = book("en");
        let read = nudge(&book, &Holder::Person(nikos), at(24)).unwrap().message;
        assert_eq!(read.to, "nikos@meridian.example");
        assert_eq!(read.subject, "3 open points: Borealis, Aegean");
        let wanted = "Hello Nikos,\n\nthis is with you at the moment:\n\n\
            Borealis\n- #2 film (since 10 Nov, 14 days; was due 22 Nov)\n\n\
            Aegean\n- #1 banner (since 18 Nov, 6 days; was due 21 Nov)\n- #5 label (since 23 Nov, 1 day; due 25 Nov)\n\n\
            Which day can I count on for each? A short line will do.\n\nThank you\n";
        assert_eq!(read.body, wanted);
    }

    #[test]
    fn what_is_due_today_is_not_late() {
        let (book, nikos) = book("en");
        let late =
            |on| nudge(&book, &Holder::Person(nikos), at(on)).unwrap().message.body.contains("; was due ");
        assert!(late(22) && !late(21), "#1 is promised for the 21st, and is the first");
    }

    #[test]
    fn greek_for_those_who_like_it() {
        let (book, nikos) = book("el-GR");
        let read = nudge(&book, &Holder::Person(nikos), at(24)).unwrap().message;
        assert_eq!(read.subject, "3 ανοιχτά θέματα: Borealis, Aegean");
        assert!(
            read.body.contains("- #5 label (από 23/11/2026, 1 ημέρα· έως 25/11/2026)\n"),
            "{}",
            read.body
        );
        assert!(nudge(&book, &Holder::Person(ContactId::default()), at(24)).is_none());
    }
}

//! The nudge: one message to a person with all that lies with them, grouped by client, the oldest first.

use crate::domain::{
    Book, ClientId, Contact, ContactId, Decision, Holder, Kind, Moment, Outcome, Record, derive, text::fold,
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
        let word = fold(contact.language.trim());
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

/// One thing that lies with somebody.
struct Item {
    client: Option<ClientId>,
    since: NaiveDate,
    what: String,
    /// The day we promised, or on which it is due.
    by: Option<NaiveDate>,
}

/// A message to `holder` about everything that lies with them at `now`; `None` when nothing does.
pub fn nudge(book: &Book, holder: ContactId, now: Moment, language: Language) -> Option<Message> {
    let contact = book.contact(holder)?;
    let groups = grouped(book, items(book, holder, now.date()));
    let today = now.date();
    let count: usize = groups.iter().map(|(_, items)| items.len()).sum();
    if count == 0 {
        return None;
    }
    let words = Words { language, today };
    // A client needs not be told its own name.
    let inside = contact.is_colleague();
    let names: Vec<&str> = groups.iter().map(|(name, _)| name.as_str()).filter(|n| !n.is_empty()).collect();
    let mut subject = words.subject(count);
    if inside && !names.is_empty() {
        subject = format!("{subject}: {}", names.join(", "));
    }
    let mut body = words.greeting(contact);
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
    let to = contact.mails.first().map(|m| m.value.clone()).unwrap_or_default();
    Some(Message { to, subject, body })
}

/// Everything that lies with somebody: requests and tasks whose ball they hold, and decisions they owe.
fn items(book: &Book, holder: ContactId, today: NaiveDate) -> Vec<Item> {
    // Nobody is reminded of what may not begin yet.
    let asked = |r: &Record| {
        let (hand, from) = derive::waiting::asked_of(book, r, today)?;
        (hand.holder == Holder::Person(holder)).then(|| item(book, r, from))
    };
    let records = book.all(Kind::Request).chain(book.all(Kind::Task));
    let mut out: Vec<Item> = records.filter_map(asked).collect();
    let owed = book.backlinks(holder, Kind::Decision).filter_map(Decision::of);
    for decision in owed.filter(|d| d.outcome == Outcome::Open && d.by.0 == Some(holder)) {
        let client = decision
            .client
            .0
            .or_else(|| decision.project.0.and_then(|p| book.project(p)).and_then(|p| p.client.0));
        let what = decision.what.clone();
        out.push(Item { client, since: decision.head.created.date(), what, by: None });
    }
    out
}

fn item(book: &Book, record: &Record, since: NaiveDate) -> Item {
    let client = derive::client_of(book, record);
    let no = record.number().map(|no| format!("#{no} ")).unwrap_or_default();
    let by = match record {
        Record::Request(r) => r.promised,
        Record::Task(t) => t.due,
        _ => None,
    };
    Item { client, since, what: format!("{no}{}", record.title()), by }
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
    fn greeting(&self, contact: &Contact) -> String {
        let first =
            if contact.first_name.is_empty() { contact.shown_name() } else { contact.first_name.clone() };
        match self.language {
            Language::English => format!("Hello {first},\n\nthis is with you at the moment:\n"),
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
    use crate::domain::{Client, DepartmentId, Hand, IdGenerator, KindId, Labelled, Link, Request};

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
        let read = nudge(&book, nikos, at(24), Language::of(book.contact(nikos).unwrap())).unwrap();
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
        let late = |on| nudge(&book, nikos, at(on), Language::English).unwrap().body.contains("; was due ");
        assert!(late(22) && !late(21), "#1 is promised for the 21st, and is the first");
    }

    #[test]
    fn greek_for_those_who_like_it() {
        let (book, nikos) = book("el-GR");
        let read = nudge(&book, nikos, at(24), Language::of(book.contact(nikos).unwrap())).unwrap();
        assert_eq!(read.subject, "3 ανοιχτά θέματα: Borealis, Aegean");
        assert!(
            read.body.contains("- #5 label (από 23/11/2026, 1 ημέρα· έως 25/11/2026)\n"),
            "{}",
            read.body
        );
        assert!(nudge(&book, ContactId::default(), at(24), Language::Greek).is_none());
    }
}

//! A reminder as a message, in the language of whoever gets it.

use super::dates;
use super::lang::Lang;
use crate::domain::Book;
use crate::domain::brief::{Group, Item, Language, Message, Nudge};
use chrono::NaiveDate;

/// The message of a reminder, as it is written on a day.
pub fn message(book: &Book, nudge: &Nudge, today: NaiveDate) -> Message {
    let words = Words { language: nudge.language, today };
    // A client needs not be told its own name.
    let client = |group: &Group| group.client.filter(|_| nudge.inside).map(|client| book.title(client));
    let clients: Vec<String> = nudge.groups.iter().filter_map(client).collect();
    let mut subject = words.subject(nudge.about().count());
    if !clients.is_empty() {
        subject = format!("{subject}: {}", clients.join(", "));
    }
    let mut body = words.greeting(nudge.first.as_deref());
    for group in &nudge.groups {
        body.push('\n');
        if let Some(client) = client(group) {
            body.extend([&client, "\n"]);
        }
        for item in &group.items {
            body.extend(["- ", &words.item(item), "\n"]);
        }
    }
    body.push_str(words.closing());
    Message { to: nudge.to.clone(), subject, body }
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
        let number = item.number.map(|no| format!("#{no} ")).unwrap_or_default();
        format!("{number}{} ({ago}{})", item.title, by.unwrap_or_default())
    }

    fn day(&self, day: NaiveDate) -> String {
        match self.language {
            // Whatever language the desk speaks.
            Language::English => Lang::En.within(|| dates::plain(day, self.today)),
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
    use crate::domain::brief::nudge;
    use crate::domain::{
        Client, Contact, ContactId, DepartmentId, Hand, Holder, IdGenerator, KindId, Labelled, Link, Moment,
        Record, Request,
    };

    fn to(book: &Book, who: ContactId, on: u32) -> Option<Message> {
        nudge(book, &Holder::Person(who), at(on)).map(|nudge| message(book, &nudge, at(on).date()))
    }

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
        let read = to(&book, nikos, 24).unwrap();
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
        let late = |on| to(&book, nikos, on).unwrap().body.contains("; was due ");
        assert!(late(22) && !late(21), "#1 is promised for the 21st, and is the first");
    }

    #[test]
    fn greek_for_those_who_like_it() {
        let (book, nikos) = book("el-GR");
        let read = to(&book, nikos, 24).unwrap();
        assert_eq!(read.subject, "3 ανοιχτά θέματα: Borealis, Aegean");
        assert!(
            read.body.contains("- #5 label (από 23/11/2026, 1 ημέρα· έως 25/11/2026)\n"),
            "{}",
            read.body
        );
        assert!(to(&book, ContactId::default(), 24).is_none());
    }

    #[test]
    fn the_desk_may_speak_another_language_than_the_message() {
        for language in ["en", "el"] {
            let (book, nikos) = book(language);
            let body = |lang: Lang| lang.within(|| to(&book, nikos, 24).unwrap().body);
            assert_eq!(body(Lang::En), body(Lang::El));
        }
    }
}

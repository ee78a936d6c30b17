//! How a record is reached: its telephone numbers, addresses of mail, pages and files, and which of them may be handed to
//! another program.

use super::brief::{Message, mailto};
use super::text::is_unsafe;
use super::{Field, Record, Type, Value};
use std::borrow::Cow;

/// What a way is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WayKind {
    /// A telephone number.
    Phone,
    /// An address of mail.
    Mail,
    /// A page of the web.
    Page,
    /// A file.
    File,
}

impl WayKind {
    /// What it is called.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Mail => "mail",
            Self::Page => "page",
            Self::File => "file",
        }
    }
}

/// One way to reach a record, as it was written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What it is.
    pub kind: WayKind,
    /// "work", "mobile"; may be empty. Borrowed is what the table of fields calls it.
    pub label: Cow<'static, str>,
    /// The number or the address.
    pub text: String,
}

/// What another program is handed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The address as the system takes it; never read as an option.
    pub text: String,
    /// Whether the person must be asked first: it names a file, or a program that we do not know.
    pub asks: bool,
}

impl Way {
    /// What is handed to the system; `None` where there is nothing that it could take: a number without digits, an
    /// address with characters that steer a terminal.
    pub fn address(&self) -> Option<Address> {
        let text = self.text.trim();
        if text.is_empty() || text.chars().any(is_unsafe) {
            return None;
        }
        match self.kind {
            WayKind::Phone => {
                let plus = if text.starts_with('+') { "+" } else { "" };
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                let text = format!("tel:{plus}{digits}");
                (!digits.is_empty()).then_some(Address { text, asks: false })
            }
            WayKind::Mail => {
                let to = text.to_owned();
                let text = mailto(&Message { to, subject: String::new(), body: String::new() });
                Some(Address { text, asks: false })
            }
            WayKind::Page | WayKind::File => Some(page(text, self.kind)),
        }
    }
}

/// A page of the web goes as it is, a bare host with `https` before it; whatever else it may be is asked about first.
fn page(text: &str, kind: WayKind) -> Address {
    let lower = text.to_ascii_lowercase();
    let is_plain = !text.contains(char::is_whitespace);
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    if is_plain && rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) {
        return Address { text: text.to_owned(), asks: false };
    }
    let host = lower.split(['/', '?', '#']).next().unwrap_or_default();
    if kind == WayKind::Page && is_plain && is_host(host) {
        return Address { text: format!("https://{text}"), asks: false };
    }
    // What begins with a dash would be an option of the program that opens it.
    let text = if text.starts_with('-') { format!("./{text}") } else { text.to_owned() };
    Address { text, asks: true }
}

/// Whether it is a name of a host: at least two words of letters and digits with dots between, the last without digits.
fn is_host(text: &str) -> bool {
    let word =
        |w: &str| !w.is_empty() && !w.starts_with('-') && w.chars().all(|c| c.is_alphanumeric() || c == '-');
    let last = text.rsplit('.').next().unwrap_or_default();
    text.contains('.') && text.split('.').all(word) && last.chars().all(char::is_alphabetic)
}

/// The ways to reach a record, as they stand in its fields: numbers and addresses first. Empty for kinds that nobody calls
/// or opens.
pub fn ways(record: &Record) -> Vec<Way> {
    let mut out: Vec<Way> = record.fields().iter().flat_map(|field| ways_of(field, record)).collect();
    out.retain(|way| !way.text.is_empty());
    out.sort_by_key(|way| match way.kind {
        WayKind::Phone => 0,
        WayKind::Mail => 1,
        WayKind::Page | WayKind::File => 2,
    });
    out
}

fn ways_of(field: &Field, record: &Record) -> Vec<Way> {
    let way = |kind, label, text: &str| Way { kind, label, text: text.trim().into() };
    let labelled = |kind| -> Vec<Way> {
        let Value::Labelled(all) = field.read(record) else { return vec![] };
        all.iter().map(|one| way(kind, one.label.clone().into(), &one.value)).collect()
    };
    match (field.kind, field.traits.way) {
        (Type::Phones, _) => labelled(WayKind::Phone),
        (Type::Mails, _) => labelled(WayKind::Mail),
        // Pages alone: what else a person wrote there may be anything.
        (Type::Pairs, _) => {
            let Value::Labelled(all) = field.read(record) else { return vec![] };
            let pages = all.iter().filter(|one| is_page(one.value.trim()));
            pages.map(|one| way(WayKind::Page, one.label.clone().into(), &one.value)).collect()
        }
        (_, None) => vec![],
        (_, Some((kind, label))) => match field.read(record) {
            Value::Text(text) => vec![way(kind, label.into(), &text)],
            // Links are files and pages: "plan.zip" could be either, and is asked about.
            Value::Words(all) => all
                .iter()
                .map(|one| way(if is_page(one.trim()) { WayKind::Page } else { kind }, label.into(), one))
                .collect(),
            _ => vec![],
        },
    }
}

fn is_page(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["http://", "https://", "www."].iter().any(|start| lower.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn address(kind: WayKind, text: &str) -> Option<(String, bool)> {
        let way = Way { kind, label: "".into(), text: text.into() };
        way.address().map(|a| (a.text, a.asks))
    }

    #[test]
    fn what_is_handed_on_and_what_is_asked_first() {
        use WayKind::{File, Mail, Page, Phone};
        type Row = (WayKind, &'static str, Option<(&'static str, bool)>);
        let table: &[Row] = &[
            (Phone, "+30 210 (123) 45-67", Some(("tel:+302101234567", false))),
            (Phone, "ask at the desk", None),
            (Mail, "-a@x.org?cc=b@y.org", Some(("mailto:-a@x.org%3Fcc%3Db@y.org", false))),
            (Page, "HTTPS://example.org/a?b=c", Some(("HTTPS://example.org/a?b=c", false))),
            (Page, "www.example.org/brief", Some(("https://www.example.org/brief", false))),
            (Page, "file:///etc/passwd", Some(("file:///etc/passwd", true))),
            (Page, "File:/etc/passwd", Some(("File:/etc/passwd", true))),
            (Page, "https://", Some(("https://", true))),
            (Page, "https://--x", Some(("https://--x", true))),
            (Page, "javascript:alert(1)", Some(("javascript:alert(1)", true))),
            (Page, "--version", Some(("./--version", true))),
            (Page, "/bin/sh", Some(("/bin/sh", true))),
            (Page, "10.0.0.1", Some(("10.0.0.1", true))),
            (File, "contract.pdf", Some(("contract.pdf", true))),
            (File, "-o.pdf", Some(("./-o.pdf", true))),
            (File, "https://drive.example.org/x", Some(("https://drive.example.org/x", false))),
            (File, "a\u{1b}[2J", None),
            (File, "  ", None),
        ];
        for (kind, text, wanted) in table {
            let wanted = wanted.map(|(text, asks)| (text.to_owned(), asks));
            assert_eq!(address(*kind, text), wanted, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_goes_unasked_but_web_mail_and_telephone(
            text in "(file:|FILE:|-|--|/|\\.|http://|https://)?[a-zA-Z0-9./:@ -]{0,20}",
            kind in prop_oneof![
                Just(WayKind::Phone), Just(WayKind::Mail), Just(WayKind::Page), Just(WayKind::File)
            ],
        ) {
            if let Some((text, asks)) = address(kind, &text) {
                prop_assert!(!text.starts_with('-'));
                let lower = text.to_lowercase();
                let known = ["http://", "https://", "mailto:", "tel:"].iter().any(|s| lower.starts_with(s));
                prop_assert!(asks || known, "{}", text);
            }
        }
    }
}

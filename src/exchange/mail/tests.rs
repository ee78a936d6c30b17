//! Mail in: who wrote to whom, what stays of it, once each.

use super::super::{Differing, Import, Opened};
use super::*;
use crate::domain::{Client, Contact, Department, Labelled, Link};
use proptest::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn ids() -> IdGenerator {
    static SEED: AtomicU64 = AtomicU64::new(1);
    IdGenerator::new(SEED.fetch_add(1, Ordering::Relaxed).to_le_bytes().repeat(2).try_into().unwrap())
}

fn against(file: &Opened, book: &Book) -> Import {
    file.against(book, &mut ids(), now(), Differing::Keep).unwrap()
}

/// Brings a file in; the same file again must change nothing.
fn taken(book: &mut Book, file: &str, me: &[&str]) -> Import {
    let me: Vec<String> = me.iter().map(|mail| (*mail).to_owned()).collect();
    let file = Opened::read(file.as_bytes()).unwrap().of_me(&me);
    let first = against(&file, book);
    book.apply(&first.clone().into_change(now()));
    let again = against(&file, book);
    assert!(again.records.is_empty());
    assert_eq!(again.new + again.same + again.refused.len(), first.new + first.same + first.refused.len());
    first
}

fn book() -> Book {
    let mut ids = ids();
    let client = Client { name: "Aegean Foods".into(), ..Client::new(ids.next(now()), now()) };
    let design = Department {
        name: "Design".into(),
        mail: "design@ours.example".into(),
        ..Department::new(ids.next(now()), now())
    };
    let mut maria = Contact {
        first_name: "Maria".into(),
        client: Link(Some(client.id)),
        ..Contact::new(ids.next(now()), now())
    };
    maria.mails = vec![Labelled { label: String::new(), value: "maria@aegean.example".into() }];
    Book::of([Record::from(client), design.into(), maria.into()])
}

fn touches(book: &Book) -> Vec<&Interaction> {
    book.all(Kind::Interaction).filter_map(Interaction::of).collect()
}

fn mail(head: &str, body: &str) -> String {
    format!(
        "MIME-Version: 1.0\r\nDate: Mon, 23 Nov 2026 09:30:00 +0100\r\n{}\r\n\r\n{body}",
        head.replace(" / ", "\r\n")
    )
}

#[test]
fn a_mail_becomes_a_touch() {
    let mut book = book();
    let body = "--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=CE=9D=CE=B1=CE=B9\r\n\r\n-- \r\nMaria\r\n\
        --x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"plan.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\naGk=\r\n--x--\r\n";
    let file = mail(
        "From: Maria <Maria@aegean.example> / To: design@ours.example, x@else.example / Message-ID: <1@aegean> / Subject: =?utf-8?Q?=CE=95=CE=B1=CF=81?= / Content-Type: multipart/mixed; boundary=x",
        body,
    );
    let import = taken(&mut book, &file, &[]);
    assert_eq!((import.new, import.notes.len()), (1, 0), "{:?} {:?}", import.notes, import.refused);
    let touch = touches(&book)[0];
    assert_eq!(
        (touch.summary.as_str(), touch.touch, touch.direction, touch.state),
        ("Εαρ", Touch::Mail, Direction::In, TouchState::Held)
    );
    assert_eq!(touch.at.to_rfc3339(), "2026-11-23T09:30:00.000+01:00");
    assert_eq!(touch.text, "Ναι\n\nAttached: plan.pdf");
    assert_eq!((touch.people.0.len(), touch.clients.0.len()), (1, 1));
    assert_eq!(touch.external, ["mail:1@aegean"]);
}

#[test]
fn who_wrote_to_whom() {
    for (head, me, direction, told) in [
        ("From: maria@aegean.example / To: me@ours.example", &[][..], Some(Direction::In), ""),
        ("From: design@ours.example / To: maria@aegean.example", &[], Some(Direction::Out), ""),
        ("From: me@ours.example / To: maria@aegean.example", &["ME@ours.example"], Some(Direction::Out), ""),
        (
            "From: me@ours.example / Cc: Maria <maria@aegean.example>",
            &[],
            None,
            "--me me@ours.example says that it is you",
        ),
        (
            "From: news@shop.example / To: me@ours.example",
            &["me@ours.example"],
            None,
            "news@shop.example (1x)",
        ),
        ("From: me@ours.example / To: bob@x.example", &["me@ours.example"], None, "bob@x.example (1x)"),
    ] {
        let mut book = book();
        let import = taken(&mut book, &mail(&format!("{head} / Subject: s / Message-ID: <1@x>"), "b"), me);
        assert_eq!(touches(&book).first().map(|touch| touch.direction), direction, "{head}");
        let said: Vec<&String> =
            import.notes.iter().map(|n| &n.words).chain(import.refused.iter().map(|r| &r.reason)).collect();
        assert!(
            said.iter().any(|words| words.contains(told)) || told.is_empty() && said.is_empty(),
            "{head} {said:?}"
        );
        assert_eq!(book.all(Kind::Contact).count(), 1);
    }
}

#[test]
fn the_same_mail_comes_once_from_boxes_and_folders() {
    let mut book = book();
    let one = |id: u8| {
        mail(
            &format!("From: maria@aegean.example / To: me@x / Subject: s{id} / Message-ID: <{id}@x>"),
            "From now on\r\n",
        )
    };
    let separated = |mails: &[String]| -> String {
        mails.iter().fold(String::new(), |all, m| {
            format!("{all}From maria@aegean.example Mon Nov 23 09:30:00 2026\n{m}\n\n")
        })
    };
    let import = taken(&mut book, &separated(&[one(1), one(2), one(1)]), &[]);
    assert_eq!((import.new, import.same), (2, 1));
    let files = vec![
        ("cur/a".into(), Ok(one(2).into_bytes())),
        ("cur/b".into(), Ok(one(3).into_bytes())),
        ("dovecot.index".into(), Ok(b"no mail".to_vec())),
        ("new/c".into(), Err("it is a link".into())),
    ];
    let import = against(&Opened::mails(files).unwrap(), &book);
    assert_eq!((import.new, import.same, import.refused.len()), (1, 1, 0));
    let told: Vec<&str> = import.notes.iter().map(|note| note.words.as_str()).collect();
    assert_eq!(told, ["dovecot.index was left out: it is no mail", "new/c was left out: it is a link"]);
    assert!(Opened::mails(vec![("x".into(), Ok(b"no".to_vec()))]).is_err());
}

#[test]
fn what_is_wrong_with_a_mail_is_told() {
    for (file, why) in [
        (
            mail("From: maria@aegean.example / To: b@x / Subject: s", "b").replace("2026", "2036"),
            "on a day to come",
        ),
        (
            mail("From: maria@aegean.example / To: b@x / Subject: s", "b").replace("Date:", "X-Date:"),
            "does not say when",
        ),
    ] {
        let import = taken(&mut book(), &file, &[]);
        assert!(import.refused.len() == 1 && import.refused[0].reason.contains(why), "{:?}", import.refused);
    }
}

proptest! {
    #[test]
    fn no_mail_is_a_crash(text in "((From|To|Date|Subject|Content-Type|Message-ID): |<|>|@|=\\?utf-8\\?[QB]\\?|multipart/mixed; boundary=x|--x|\r\n|\n|.){0,60}") {
        let file = mail(&format!("From: maria@aegean.example / To: a@b / Subject: x / {}", text.trim_start()), &text);
        if let Ok(opened) = Opened::read(file.as_bytes()) {
            let import = against(&opened, &book());
            prop_assert_eq!(import.new + import.same + import.refused.len(), 1);
        }
    }
}

//! What is dropped into the inbox of a book: offered, kept or left, and never taken twice.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::process::Command;
use syndeo::app::{Effect, Msg};
use syndeo::domain::{Client, Contact, IdGenerator, Kind, Labelled, Record};

const MAIL: &str = "From: Maria Pappa <maria@acme.example>\r\nTo: Me <me@own.example>\r\nSubject: The banner\r\n\
    Message-ID: <1@acme.example>\r\nDate: Mon, 23 Nov 2026 08:00:00 +0200\r\n\r\nPlease send it.\r\n";
const CARD: &str = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Petros Kyrou\r\nN:Kyrou;Petros;;;\r\nEMAIL:petros@bolt.example\r\n\
    UID:urn:uuid:11111111-2222-4333-8444-555555555555\r\nEND:VCARD\r\n";
const EVENT: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:e1\r\nDTSTART:20261201T100000Z\r\n\
    SUMMARY:Review\r\nATTENDEE:mailto:maria@acme.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const LINES: &str = "call Acme: the spring banner\n\ntask send the price list\n";

/// A desk with Acme and Maria in its book, and these files in its inbox.
fn with(files: &[(&str, &str)]) -> Desk {
    let ids = &mut IdGenerator::new([5; 16]);
    let mut acme = Client::new(ids.next(now()), now());
    acme.name = "Acme".into();
    let mut maria = Contact::new(ids.next(now()), now());
    (maria.first_name, maria.last_name, maria.client.0) = ("Maria".into(), "Pappa".into(), Some(acme.id));
    maria.mails = vec![Labelled { label: String::new(), value: "maria@acme.example".into() }];
    let desk = Desk::of(110, 30, vec![Record::from(acme), maria.into()]);
    fs::create_dir(desk.dir().join("inbox")).unwrap();
    for (name, text) in files {
        drop_in(&desk, name, text);
    }
    desk
}

fn drop_in(desk: &Desk, name: &str, text: &str) -> PathBuf {
    let path = desk.dir().join("inbox").join(name);
    fs::write(&path, text).unwrap();
    path
}

/// The names in the inbox, or in a folder of it.
fn lies(desk: &Desk, folder: &str) -> Vec<String> {
    let Ok(entries) = fs::read_dir(desk.dir().join(folder)) else { return vec![] };
    let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name != "kept");
    names.sort();
    names
}

fn count(desk: &Desk, kind: Kind) -> usize {
    desk.model.data.book.all(kind).count()
}

#[test]
fn what_lies_there_is_told_quietly_at_the_start() {
    let mut desk = with(&[]);
    desk.tell(Msg::InboxWaits(0)).sees_no("inbox");
    desk.tell(Msg::InboxWaits(3)).sees("3 things in the inbox · I opens it");
    desk.tell(Msg::Done("Something else".into())).tell(Msg::InboxWaits(3)).sees("Something else");
}

#[test]
fn an_empty_inbox_says_what_it_is_for() {
    let mut desk = with(&[]);
    desk.keys("I").sees("Nothing lies here").sees(".vcf").keys("esc").sees_no("Nothing lies here");
    fs::remove_dir(desk.dir().join("inbox")).unwrap();
    desk.keys("I").sees("Nothing lies here");
}

#[test]
fn each_file_is_read_kept_and_put_away() {
    let mut desk = with(&[("a.txt", LINES), ("b.eml", MAIL), ("c.vcf", CARD), ("d.ics", EVENT)]);
    let before: Vec<Record> = desk.model.data.book.everything().cloned().collect();
    desk.keys("I")
        .sees("Inbox · 1 of 4")
        .sees("2 lines: call, task")
        .sees("call: call Acme: the spring banner");
    desk.keys("enter").sees("Kept: 2 lines: call, task").sees("Inbox · 1 of 3").sees("b.eml");
    assert_eq!((count(&desk, Kind::Task), count(&desk, Kind::Interaction)), (1, 1));
    assert_eq!((lies(&desk, "inbox").len(), lies(&desk, "inbox/kept")), (3, vec!["a.txt".to_owned()]));
    desk.keys("enter enter").sees("Inbox · 1 of 1").sees("d.ics").keys("enter").sees("Nothing lies here");
    assert_eq!((count(&desk, Kind::Interaction), count(&desk, Kind::Contact)), (3, 2));
    assert_eq!(lies(&desk, "inbox/kept"), ["a.txt", "b.eml", "c.vcf", "d.ics"]);
    desk.keys("esc u u u u");
    assert_eq!(desk.model.data.book.everything().cloned().collect::<Vec<_>>(), before, "a change each");
}

#[test]
fn the_same_contents_are_never_taken_twice_whatever_the_file_is_called() {
    let mut desk = with(&[("a.txt", "task send the price list\n"), ("b.eml", MAIL)]);
    desk.keys("I enter enter").sees("Nothing lies here").keys("esc");
    drop_in(&desk, "again.txt", "task send the price list\n");
    drop_in(&desk, "again.eml", MAIL);
    drop_in(&desk, "b.eml", MAIL);
    desk.keys("I").sees("Inbox · 1 of 3").sees("its contents were kept before").keys("enter enter enter");
    desk.sees("Nothing lies here");
    assert_eq!((count(&desk, Kind::Task), count(&desk, Kind::Interaction)), (1, 1));
    assert_eq!(lies(&desk, "inbox/kept"), ["a.txt", "again.eml", "again.txt", "b-2.eml", "b.eml"]);
    // Two files that hold the same are one thing.
    drop_in(&desk, "x.txt", "task call back\n");
    drop_in(&desk, "y.txt", "task call back\n");
    desk.keys("esc I").sees("the same as another file here");
}

#[test]
fn what_was_captured_but_not_put_away_is_known_again() {
    let mut desk = with(&[("a.txt", "task send the price list\n")]);
    desk.hold().keys("I").deliver();
    // The power goes after the change is saved, before the file is moved.
    desk.hold().keys("enter");
    assert_eq!(lies(&desk, "inbox"), ["a.txt"], "nothing is put away before it is saved");
    let saved: Vec<Effect> = desk.effects().into_iter().filter(|e| matches!(e, Effect::Save(_))).collect();
    assert_eq!(saved.len(), 1);
    let mut again = with(&[("a.txt", "task send the price list\n")]);
    for record in desk.model.data.book.all(Kind::Task).cloned().collect::<Vec<_>>() {
        again.tell(Msg::Loaded(vec![record]));
    }
    again.keys("I").sees("its contents were kept before").keys("enter").sees("Nothing lies here");
    assert_eq!(count(&again, Kind::Task), 1);
    desk.deliver();
    assert_eq!(lies(&desk, "inbox/kept"), ["a.txt"]);
}

#[test]
fn what_is_doubtful_is_asked_about_once() {
    let mut desk = with(&[("a.txt", "call Acme 31 feb\n")]);
    desk.keys("I").sees("! ").keys("enter").sees("Something of it is doubtful");
    assert_eq!(count(&desk, Kind::Interaction), 0);
    desk.keys("enter").sees("Kept: 1 line").sees("Nothing lies here");
    assert_eq!(count(&desk, Kind::Interaction), 1);
}

#[test]
fn what_is_no_plain_file_of_a_sensible_size_is_refused_with_a_sentence() {
    let mut desk = with(&[("secret", "x"), (".hidden.txt", "task x"), ("half.txt.part", "task x")]);
    let inbox = desk.dir().join("inbox");
    symlink("/etc/passwd", inbox.join("link.txt")).unwrap();
    assert!(Command::new("mkfifo").arg(inbox.join("pipe.txt")).status().unwrap().success());
    fs::File::create(inbox.join("giant.eml")).unwrap().set_len(17 * 1024 * 1024).unwrap();
    fs::write(inbox.join("bytes.txt"), [0xff, 0xfe, 0x00]).unwrap();
    fs::write(inbox.join("odd.vcf"), "no card at all").unwrap();
    fs::create_dir(inbox.join("folder.txt")).unwrap();
    desk.keys("I").sees("Inbox · 1 of 6");
    desk.sees("it is a link, and links are not followed")
        .sees("it is no plain file")
        .sees("it is larger than 16 MB");
    desk.sees("it is no text in UTF-8").sees("it is none of .txt, .eml, .vcf and .ics");
    desk.keys("enter").sees("This cannot be kept; it stays where it is");
    desk.keys("down down down down down enter");
    assert_eq!((lies(&desk, "inbox").len(), lies(&desk, "inbox/kept").len()), (9, 0));
    assert_eq!(desk.model.data.book.len(), 2);
    // An inbox that leads elsewhere is none.
    fs::remove_dir_all(&inbox).unwrap();
    symlink("/etc", &inbox).unwrap();
    desk.keys("esc I").sees("cannot be read: it is no folder");
}

#[test]
fn a_file_that_is_another_one_by_now_is_not_put_away() {
    let mut desk = with(&[("a.txt", "task send the price list\n")]);
    desk.keys("I").hold().keys("enter");
    drop_in(&desk, "a.txt", "task something else\n");
    desk.deliver().sees("a.txt stays in the inbox: it holds something else by now");
    desk.sees("task: task something else").keys("enter").sees("Nothing lies here");
    assert_eq!(count(&desk, Kind::Task), 2);
}

#[test]
fn a_line_is_read_as_of_the_day_it_was_written() {
    let mut desk = with(&[]);
    let path = drop_in(&desk, "a.txt", "task send the price list tomorrow\n");
    let friday = syndeo::domain::Moment::from_rfc3339("2026-11-20T18:00:00+02:00").unwrap();
    let at = std::time::SystemTime::UNIX_EPOCH
        + std::time::Duration::from_millis(friday.utc_ms.try_into().unwrap());
    fs::File::options().write(true).open(path).unwrap().set_modified(at).unwrap();
    desk.keys("I").sees("Read as of Fri 20 Nov, when the file was written.").keys("enter");
    if count(&desk, Kind::Task) == 0 {
        // A day that is over by now is doubtful.
        desk.keys("enter");
    }
    let due = desk.only(Kind::Task).due().map(|day| day.to_string());
    assert_eq!(due.as_deref(), Some("2026-11-21"));
}

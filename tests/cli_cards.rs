//! Cards, calendars and mail on the command line: what comes in, what goes out, one undo, the calendar that is kept fresh.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;

use cli_support::{Call, Desk, call};
use std::fs;
use std::path::PathBuf;

const CARDS: &str = "BEGIN:VCARD\nVERSION:2.1\nN:Papadaki;Maria\nORG:Aegean Trading\nTEL;CELL:+30 694 1\n\
EMAIL:maria@trading.example\nBDAY:1980-03-07\nX-SPIRIT:ouzo\nEND:VCARD\nBEGIN:VCARD\nVERSION:2.1\nEND:VCARD\n";

const MEETINGS: &str = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20990105T090000Z\nSUMMARY:Plan the year\n\
ATTENDEE:mailto:maria@trading.example\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20990105T090000Z\nSUMMARY:Dentist\nEND:VEVENT\nEND:VCALENDAR\n";

const MAIL: &str = "From: maria@trading.example\nTo: you@ours.example\nSubject: The banner\nMessage-ID: <7@trading>\n\
Date: Mon, 1 Jan 2024 09:00:00 +0200\nMIME-Version: 1.0\n\nYes.\n-- \nMaria\n";

fn file(desk: &Desk, name: &str, text: &str) -> String {
    let path: PathBuf = desk.dir.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn done(call: Call) -> Call {
    assert_eq!(call.code, 0, "{} {}", call.out, call.err);
    call
}

/// A book into which the cards came.
fn with_maria() -> Desk {
    let desk = Desk::empty();
    let cards = file(&desk, "people.vcf", CARDS);
    done(desk.call(&["import", &cards]));
    desk
}

#[test]
fn cards_come_in_as_one_change_and_go_out_again() {
    let desk = Desk::empty();
    let cards = file(&desk, "people", CARDS);
    let left = desk.dir.path().join("left.vcf");
    let said = done(desk.call(&["import", &cards, "--refused", left.to_str().unwrap()]));
    assert!(said.out.contains("vCard: 1 new, 0 changed, 0 as before, 1 not taken"), "{}", said.out);
    assert!(said.err.contains("1 client made, because people work there: Aegean Trading"), "{}", said.err);
    assert!(fs::read_to_string(&left).unwrap().contains("X-SYNDEO-REFUSED:line 10:"));
    assert!(done(desk.call(&["import", &cards])).out.contains("There was nothing to change."));
    let shown = done(desk.call(&["show", "papadaki"])).out;
    assert!(
        shown.contains("Aegean Trading") && shown.contains("7 Mar 1980") && !shown.contains("ouzo"),
        "{shown}"
    );
    // What is kept unseen is not found by searching either.
    assert_ne!(desk.call(&["find", "ouzo"]).code, 0);
    let out = done(desk.call(&["export", "contacts", "--format", "vcf"])).out;
    assert!(
        out.contains("VERSION:4.0\r\n")
            && out.contains("X-SPIRIT:ouzo\r\n")
            && out.contains("BDAY:19800307\r\n"),
        "{out}"
    );
    let three = done(desk.call(&["export", "clients", "--format", "vcf", "--vcard", "3"])).out;
    assert!(three.contains("VERSION:3.0\r\n") && three.contains("ORG:Aegean Trading\r\n"), "{three}");
    assert_eq!(desk.call(&["export", "tasks", "--format", "vcf"]).code, 2);
    assert_eq!(desk.call(&["export", "contacts", "--vcard", "3"]).code, 2);
    done(desk.call(&["undo"]));
    assert_eq!(done(desk.call(&["list", "contacts"])).out + &done(desk.call(&["list", "clients"])).out, "");
}

#[test]
fn events_come_in_where_somebody_is_known() {
    let desk = with_maria();
    let meetings = file(&desk, "meetings.ics", MEETINGS);
    let said = done(desk.call(&["import", &meetings]));
    assert!(said.out.contains("Calendar: 1 new, 0 changed, 0 as before, 1 not taken"), "{}", said.out);
    assert!(said.err.contains("Dentist: nobody is in it"), "{}", said.err);
    assert!(done(desk.call(&["import", &meetings])).out.contains("There was nothing to change."));
    let out = done(desk.call(&["export", "calendar", "--format", "ics"])).out;
    assert!(
        out.contains("SUMMARY:Plan the year\r\n") && out.contains("SUMMARY:Birthday: Maria Papadaki\r\n"),
        "{out}"
    );
    assert_eq!(desk.call(&["export", "tasks", "--format", "ics"]).code, 2);
    done(desk.call(&["undo"]));
    assert_eq!(done(desk.call(&["list", "interactions"])).out, "");
}

#[test]
fn mail_comes_in_from_files_and_folders_once() {
    let desk = with_maria();
    let one = file(&desk, "one.eml", MAIL);
    file(&desk, "Mail/cur/1:2,S", MAIL);
    file(
        &desk,
        "Mail/.Sent/cur/2:2,S",
        &MAIL.replace("<7@", "<8@").replace(
            "From: maria@trading.example\nTo: you@ours.example",
            "From: you@ours.example\nTo: maria@trading.example",
        ),
    );
    file(&desk, "Mail/new/3", &MAIL.replace("<7@", "<9@").replace("maria@", "news@"));
    let folder = desk.dir.path().join("Mail");
    let folder = folder.to_str().unwrap();
    assert!(done(desk.call(&["import", &one])).out.contains("Mail: 1 new"));
    let asked = done(desk.call(&["import", folder, "--dry-run"]));
    assert!(asked.err.contains("--me you@ours.example says that it is you"), "{}", asked.err);
    let said = done(desk.call(&["import", folder, "--me", "you@ours.example"]));
    assert!(said.out.contains("Mail: 1 new, 0 changed, 1 as before, 1 not taken"), "{}", said.out);
    assert!(said.err.contains("not in the book, and left out: news@trading.example (1x)"), "{}", said.err);
    assert!(
        done(desk.call(&["import", folder, "--me", "you@ours.example"]))
            .out
            .contains("There was nothing to change.")
    );
    assert_eq!(done(desk.call(&["list", "interactions"])).out.lines().count(), 2);
    assert_ne!(desk.call(&["import", desk.book().to_str().unwrap()]).code, 0);
}

#[test]
fn the_calendar_is_kept_fresh_after_each_save() {
    let desk = with_maria();
    let place = desk.dir.path().join("desk.ics");
    let with = |args: &[&str]| call(desk.command(args).env("SYNDEO_CALENDAR", &place));
    done(with(&["capture", "task send the list 24/12/2099"]));
    let first = fs::read_to_string(&place).unwrap();
    assert!(first.contains("SUMMARY:Due: send the list\r\n") && first.contains("Birthday: Maria"), "{first}");
    done(with(&["undo"]));
    let undone = fs::read_to_string(&place).unwrap();
    assert!(!undone.contains("send the list") && undone.contains("Birthday: Maria"), "{undone}");
    done(with(&["redo"]));
    assert_eq!(fs::read_to_string(&place).unwrap(), first);
    // A book that begins with what is restored tells it as well.
    let whole = desk.dir.path().join("book.jsonl");
    done(desk.call(&["export", "--all", "-o", whole.to_str().unwrap()]));
    let (other, theirs) = (Desk::empty(), desk.dir.path().join("theirs.ics"));
    let restore = ["restore", "--from", whole.to_str().unwrap(), "--yes"];
    done(call(other.command(&restore).env("SYNDEO_CALENDAR", &theirs)));
    assert_eq!(fs::read_to_string(&theirs).unwrap(), first);
    // It cannot be written: the change is kept all the same, and that is told.
    let nowhere = desk.dir.path().join("no/desk.ics");
    let told =
        done(call(desk.command(&["capture", "task write 23/12/2099"]).env("SYNDEO_CALENDAR", &nowhere)));
    assert!(told.err.contains("could not be written"), "{}", told.err);
    assert!(done(desk.call(&["list", "tasks"])).out.contains("write"));
}

#[test]
fn people_come_in_before_what_is_with_them() {
    let desk = Desk::empty();
    let (meetings, cards) = (file(&desk, "meetings.ics", MEETINGS), file(&desk, "people.vcf", CARDS));
    let said = done(desk.call(&["import", &meetings, &cards]));
    assert!(said.out.contains("Calendar: 1 new"), "{}", said.out);
}

#[test]
fn the_sample_book_is_nobodys_calendar() {
    let desk = Desk::empty();
    let place = desk.dir.path().join("mine.ics");
    done(call(desk.command(&["demo", "--fill"]).env("SYNDEO_CALENDAR", &place)));
    assert!(!place.exists());
    done(call(desk.command(&["capture", "task write 23/12/2099", "--yes"]).env("SYNDEO_CALENDAR", &place)));
    assert!(fs::read_to_string(&place).unwrap().contains("BEGIN:VEVENT"));
}

/// What is refused is not there, so nothing that comes later is about it.
#[test]
fn what_is_refused_is_told_each_time() {
    let desk = with_maria();
    let long = "x".repeat(300_000);
    let event = format!(
        "BEGIN:VEVENT\nUID:9\nDTSTART:20990105T090000Z\nSUMMARY:Plan\nDESCRIPTION:{long}\nATTENDEE:mailto:maria@trading.example\nEND:VEVENT\n"
    );
    let calendar = file(&desk, "two.ics", &format!("BEGIN:VCALENDAR\n{event}END:VCALENDAR\n"));
    let first = desk.call(&["import", &calendar, "--dry-run"]);
    assert!(first.out.contains("0 new") && first.out.contains("1 not taken"), "{}{}", first.out, first.err);
    assert!(first.err.contains("line 2"), "{}", first.err);
}

/// A mail that is too long is cut, and that is told.
#[test]
fn a_long_mail_is_cut_and_that_is_told() {
    let desk = with_maria();
    let mail = MAIL.replace("Yes.", &"Ναι. ".repeat(60_000));
    let mail = file(&desk, "long.eml", &mail);
    let said = done(desk.call(&["import", &mail, "--me", "you@ours.example"]));
    assert!(said.out.contains("Mail: 1 new"), "{}{}", said.out, said.err);
    assert!(said.err.contains("was cut there"), "{}", said.err);
}

/// To-dos take the client of a person who is in them, one client at the most, and all their categories.
#[test]
fn a_to_do_is_of_the_one_client_it_names() {
    let desk = with_maria();
    let todo = "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:4\nSUMMARY:Send the samples\nCATEGORIES:spring,\nCATEGORIES:Ελλάδα\n\
ATTENDEE:mailto:maria@trading.example\nEND:VTODO\nEND:VCALENDAR\n";
    done(desk.call(&["import", &file(&desk, "todo.ics", todo)]));
    let shown = done(desk.call(&["show", "send", "the", "samples"])).out;
    assert!(shown.contains("Client: Aegean Trading") && shown.contains("spring, Ελλάδα"), "{shown}");
}

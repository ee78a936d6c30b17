//! Reports at the desk: which are on offer, what is read, and where it goes from there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use syndeo::app::{Effect, Layer, Viewer};
use syndeo::demo;
use syndeo::domain::{Interaction, Kind, Record, Touch};

fn desk(width: u16, height: u16) -> Desk {
    Desk::of(width, height, demo::book(now()))
}

fn viewer(desk: &Desk) -> &Viewer {
    let found = desk.model.screen.layers.iter().rev().find_map(|layer| match layer {
        Layer::Viewer(viewer) => Some(&**viewer),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no text is open: {:?}", desk.model.screen.layers))
}

fn touches(desk: &Desk) -> usize {
    desk.model.data.book.all(Kind::Interaction).count()
}

/// A client has its three reports, first as they go out; the digits take at once.
#[test]
fn a_client_has_its_reports_and_the_one_for_us_is_a_second_choice() {
    for (width, height) in [(110, 30), (60, 16)] {
        let mut desk = desk(width, height);
        desk.keys("2 / aegean enter E").sees("Which report of Aegean Foods?");
        assert_eq!(
            desk.choices(),
            [
                "Weekly status · for the client",
                "Review pack · for the client",
                "Handover pack · for us",
                "Weekly status · for us",
                "Review pack · for us",
                "Weekly status · all clients · for us",
                "Portfolio overview · all clients · for us",
                "No report"
            ]
        );
        // The default is the first one, which goes out.
        desk.sees("▸ 1 Weekly status · for the client").sees("7 Portfolio").keys("2");
        desk.sees("Review pack · for the client: of which days?")
            .sees("▸ 1 the last three months · 24 Aug to 23 Nov");
        desk.sees("5 last year · 1 Jan 2025 to 31 Dec 2025").keys("1");
        // It is written in the language of whom it goes to.
        desk.sees("For the client · Review pack: Aegean Foods")
            .sees("Απολογισμός: Aegean Foods")
            .sees("Με μια ματιά");
        let text = viewer(&desk).text.clone();
        assert!(!text.contains("Κατάσταση σχέσης") && text.lines().count() > 40, "{text}");
        let footer = desk.footer();
        for verb in ["copy", "mail", "file", "sent", "back"] {
            assert!(footer.contains(verb), "{footer}");
        }
        // It is read to its end.
        desk.keys(&"pgdn ".repeat(40)).sees("μήνυμα").sees_no("Με μια ματιά");
        desk.keys("esc E 5 enter")
            .sees("For us · Review pack: Aegean Foods")
            .sees("Internal: not for clients");
        assert!(viewer(&desk).text.contains("Health"));
        desk.keys("esc");
        assert!(desk.model.screen.layers.is_empty());
    }
}

#[test]
fn each_row_has_what_fits_it() {
    let mut records = demo::book(now());
    for record in &mut records {
        if let Record::Request(request) = record
            && request.title.contains("Porto")
        {
            request.department.0 = None;
        }
    }
    let mut desk = Desk::of(110, 30, records);
    let mut first = |keys: &str, choice: &str, title: &str| {
        desk.keys("esc esc esc").keys(keys).keys("E");
        assert_eq!(desk.choices()[0], choice, "{keys}");
        desk.keys("1 1").sees(title).keys("esc");
    };
    first("4 / design enter", "Work order · for the department", "For the department · Work order: Design");
    first(
        "3 / catalogue enter",
        "Weekly status · for the client",
        "For the client · Weekly status: Export catalogue",
    );
    first("7", "Meeting report · for the client", "For the client · Meeting report:");
    // A request has a work order as soon as it went to a department; before, what its client has.
    first("5 / new_banner enter", "Work order · for the department", "For the department · Work order:");
    first(
        "5 / porto enter",
        "Weekly status · for the client",
        "For the client · Weekly status: Juniper Hotels",
    );
    // What is no subject of a report leads to its client.
    first("6", "Weekly status · for the client", "For the client · Weekly status:");
    // A book of which only a part is read yet would make a wrong one.
    let mut reading = Desk::on(110, 30, Box::new(syndeo::store::Memory::of(vec![])));
    reading.tell(syndeo::app::Msg::Loaded(demo::book(now()))).keys("E").sees("still being read");
    let empty = Desk::of(110, 30, vec![]).keys("E").picture();
    assert!(empty.contains("the book is empty"), "{empty}");
}

/// The palette finds it by what people call it.
#[test]
fn ordinary_words_find_it() {
    let mut desk = desk(110, 30);
    for word in ["report", "review", "minutes", "handover", "portfolio"] {
        desk.keys("2 :").keys(word).sees("Report …").keys("esc");
    }
    desk.keys(": minutes enter").sees("Which report of");
}

/// It is written beside the keys: until it is there, that is said, and who has left it is not called back.
#[test]
fn a_report_that_takes_its_time_holds_nobody_up() {
    let mut desk = desk(110, 30);
    desk.keys("2 / aegean enter").hold().keys("E 2 1").sees("It is being written …");
    // What is not there is taken nowhere.
    desk.effects();
    desk.keys("y m f s");
    assert_eq!(desk.effects(), []);
    desk.deliver().sees("Με μια ματιά");
    desk.keys("esc").hold().keys("E 1 1 esc j").deliver();
    assert!(desk.model.screen.layers.is_empty());
}

#[test]
fn it_goes_to_a_file_as_its_ending_says_and_never_over_another() {
    let mut desk = desk(110, 30);
    desk.keys("2 / aegean enter E 2 1 f")
        .sees("Write the report to a file")
        .sees("review-Aegean-Foods-2026-11-23.md");
    desk.sees("As Markdown")
        .keys("ctrl-u a.html")
        .sees("As a page")
        .keys("ctrl-u a.doc")
        .sees(".md .txt .html");
    desk.keys("enter").sees("A name that ends in .md, .txt or .html was expected");
    let read = |desk: &Desk, name: &str| std::fs::read_to_string(desk.dir().join(name)).unwrap();
    for (name, start) in
        [("a.html", "<!DOCTYPE html>"), ("a.md", "# Απολογισμός"), ("a.txt", "Απολογισμός: Aegean")]
    {
        desk.keys("ctrl-u").keys(name).keys("enter").sees("Written to ");
        assert!(read(&desk, name).starts_with(start), "{name}");
        desk.sees("For the client · Review pack").keys("f");
    }
    std::fs::write(desk.dir().join("b.md"), "precious").unwrap();
    desk.keys("ctrl-u b.md enter").sees("There is such a file");
    assert_eq!(read(&desk, "b.md"), "precious");
    desk.keys("enter").sees("Written to ");
    assert!(read(&desk, "b.md").starts_with("# Απολογισμός"));
    // What was changed in the editor is what is written.
    desk.editor = Some("My own words".into());
    desk.keys("e")
        .sees("My own words")
        .keys("l")
        .sees("The text was changed here; open")
        .sees("My own words")
        .keys("f ctrl-u c.html")
        .sees("The text was changed here")
        .keys("enter");
    assert!(!desk.dir().join("c.html").exists());
    desk.keys("ctrl-u c.txt enter").sees("Written to ");
    assert_eq!(read(&desk, "c.txt"), "My own words");
}

#[test]
fn it_goes_to_the_clipboard_and_into_a_mail() {
    let mut desk = desk(110, 30);
    desk.keys("2 / aegean enter E 1 1 l").sees("Waiting for you");
    desk.effects();
    desk.keys("y");
    assert_eq!(desk.effects(), [Effect::Copy(viewer(&desk).text.clone())]);
    let address = viewer(&desk).mailto().unwrap();
    assert!(address.contains("subject=Weekly%20status%3A%20Aegean%20Foods"), "{address}");
    assert!(
        address.contains("%40aegeanfoods.example") || address.contains("@aegeanfoods.example"),
        "{address}"
    );
    assert!(address.contains("Waiting%20for%20you"), "{address}");
    // In Greek it is too long for an address: it is on the clipboard, and the mail says so.
    desk.keys("esc E 2 1").sees("Με μια ματιά");
    assert!(viewer(&desk).is_too_long());
    let address = viewer(&desk).mailto().unwrap();
    assert!(address.len() < 8_000 && address.contains("paste%20it%20here"), "{address}");
    // What is for us goes to nobody.
    desk.keys("esc E 3 1 m").sees("no message").keys("s").sees("for us, and goes to nobody");
}

/// That it went out is one change, and one undo takes it back.
#[test]
fn that_it_was_sent_is_written_down_once() {
    let mut desk = desk(110, 30);
    let before = touches(&desk);
    desk.keys("2 / aegean enter E 1 1 s").sees("Noted as sent");
    assert_eq!(touches(&desk), before + 1);
    let newest =
        desk.model.data.book.all(Kind::Interaction).filter_map(Interaction::of).max_by_key(|t| t.id).unwrap();
    assert_eq!((newest.touch, newest.summary.as_str()), (Touch::Mail, "Weekly status: Aegean Foods"));
    desk.keys("s").sees("noted as sent already");
    assert_eq!(touches(&desk), before + 1);
    desk.keys("esc u");
    assert_eq!(touches(&desk), before);
    // A meeting has its report then.
    desk.keys("7 / quarterly enter E 1 s").sees("Noted as sent");
    let sent = |desk: &Desk| {
        let all = desk.model.data.book.all(Kind::Interaction).filter_map(Interaction::of);
        all.filter(|touch| touch.report_sent == Some(now().date())).count()
    };
    assert_eq!((sent(&desk), touches(&desk)), (1, before));
    desk.keys("esc u");
    assert_eq!(sent(&desk), 0);
}

/// What is marked is not written for the client, and it is said why.
#[test]
fn what_is_internal_is_not_written_for_a_client() {
    let mut records = demo::book(now());
    for record in &mut records {
        if let Record::Client(client) = record
            && client.name == "Aegean Foods"
        {
            client.tags = vec!["internal".into()];
        }
    }
    let mut desk = Desk::of(110, 30, records);
    desk.keys("2 / aegean enter E 2 1").sees("has the tag internal").sees("choose the one for us");
    assert!(desk.model.screen.layers.is_empty());
    desk.keys("E 5 1").sees("For us · Review pack: Aegean Foods").sees("At a glance");
}

//! A person's data, from the command line and in the desk: written out, erased, proved gone, and told when they would come
//! back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;
mod desk;

use cli_support::{Call, Desk, call};
use serde_json::Value as Json;
use std::fs;
use std::path::{Path, PathBuf};
use syndeo::demo;

const WHO: &str = "Anna Ventouri";

fn done(call: Call) -> String {
    assert_eq!(call.code, 0, "{}{}", call.out, call.err);
    call.out
}

/// The sample book, in which she is named in a captured line, too, with a backup.
fn sample() -> Desk {
    let desk = Desk::sample();
    let line =
        "call Aegean @anna.ventouri: Anna Ventouri sent the texts, mail anna.ventouri@aegeanfoods.example";
    done(desk.call(&["capture", line, "--yes"]));
    done(desk.call(&["backup"]));
    desk
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut out = vec![];
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { out.extend(files(&path)) } else { out.push(path) }
    }
    out
}

/// The files that hold a word, however it is written.
fn holding(dir: &Path, word: &str) -> Vec<PathBuf> {
    let holds = |path: &PathBuf| {
        String::from_utf8_lossy(&fs::read(path).unwrap()).to_lowercase().contains(&word.to_lowercase())
    };
    files(dir).into_iter().filter(holds).collect()
}

#[test]
fn everything_about_a_person_is_written_out() {
    let desk = sample();
    fs::create_dir_all(desk.book().join("inbox")).unwrap();
    fs::write(desk.book().join("inbox/call.txt"), "call Anna Ventouri: prices").unwrap();
    let json: Json =
        serde_json::from_str(&done(desk.call(&["person", "export", "ventouri", "--json"]))).unwrap();
    assert_eq!((&json["name"], &json["record"]["last_name"]), (&Json::from(WHO), &Json::from("Ventouri")));
    let fields = |part: &str| {
        let all = json[part].as_array().unwrap().iter();
        all.map(|one| format!("{} {}", one["kind"].as_str().unwrap(), one["field"].as_str().unwrap()))
            .collect::<Vec<_>>()
    };
    for link in ["request asked_by", "request hands", "interaction people", "decision by"] {
        assert!(fields("links").contains(&link.to_owned()), "{link}: {:?}", fields("links"));
    }
    assert!(json["belonging"].as_array().unwrap().iter().all(|one| one["kind"] == "member"));
    let sure = json["mentions"].as_array().unwrap();
    assert!(
        !sure.is_empty() && sure.iter().all(|one| one["text"].as_str().unwrap().contains("Ventouri")),
        "{sure:?}"
    );
    assert!(
        fields("possible_mentions").contains(&"project brief".to_owned()),
        "{:?}",
        fields("possible_mentions")
    );
    assert!(json["history"][0]["edits"][0]["after"]["last_name"] == "Ventouri");
    assert!(json["files"][0].as_str().unwrap().ends_with("inbox/call.txt"));
    assert_eq!(
        json["backups"].as_array().unwrap().len(),
        2,
        "that of the day, and the one that was asked for"
    );
    // For people, in a file that is not written over, in both languages.
    let file = desk.dir.path().join("anna.md");
    let path = file.to_str().unwrap();
    done(desk.call(&["person", "export", WHO, "--out", path]));
    let text = fs::read_to_string(&file).unwrap();
    for part in
        ["# What is held about Anna Ventouri", "## The record\n", "- Job title: Export Manager", "Asked by"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(desk.call(&["person", "export", WHO, "--out", path]).code, 1);
    let greek = call(desk.command(&["person", "export", WHO]).env("SYNDEO_LANG", "el"));
    assert!(done(greek).contains("## Η εγγραφή"));
    assert_eq!(desk.call(&["person", "export", "aegean foods"]).code, 1, "a client is no person");
    assert_eq!(desk.call(&["person", "export", "01900000-0000-7000-8000-000000000000"]).code, 1);
}

/// What of before would bring her back: a backup that is brought in, cards, a backup copied into the folder.
fn would_come_back(desk: &Desk, of: &dyn Fn(&[&str]) -> Call, elsewhere: &Path, cards: &Path) {
    // A backup of before, from elsewhere: it does not bring her back without a word.
    let from = elsewhere.to_str().unwrap();
    let refused = of(&["restore", "--from", from, "--yes"]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.out.contains("erased from this book") && refused.err.contains("--with-erased"),
        "{}",
        refused.out
    );
    assert_eq!(of(&["show", WHO]).code, 1);
    let told = of(&["import", cards.to_str().unwrap(), "--dry-run"]).err;
    assert!(told.contains("1 of these records are of people who were erased"), "{told}");
    fs::remove_file(cards).unwrap();
    // Copied among the backups it is known for another book's, and brings nothing in.
    for path in files(elsewhere) {
        fs::copy(
            &path,
            desk.book().join("backups").join(format!("x{}", path.file_name().unwrap().to_str().unwrap())),
        )
        .unwrap();
    }
    assert!(of(&["check"]).out.contains("is of another book"));
    assert_eq!(of(&["show", WHO]).code, 1);
    assert_eq!(
        of(&["capture", "task call", "--yes"]).code,
        1,
        "the book is only read until it is moved away"
    );
    for path in files(&desk.book().join("backups")) {
        if path.file_name().unwrap().to_str().unwrap().starts_with('x') {
            fs::remove_file(path).unwrap();
        }
    }
    done(of(&["restore", "--from", from, "--yes", "--with-erased"]));
    done(of(&["show", WHO]));
    done(of(&["person", "erase", WHO, "--yes"]));
    assert_eq!(holding(&desk.book(), "ventouri"), [""; 0].map(PathBuf::from));
}

#[test]
fn a_person_is_erased_after_it_was_said_what_goes() {
    let desk = sample();
    let (log, calendar) = (desk.dir.path().join("log"), desk.dir.path().join("desk.ics"));
    fs::write(&log, "a line of Anna Ventouri\nanother line\n").unwrap();
    fs::write(&calendar, "ATTENDEE:anna.ventouri@aegeanfoods.example").unwrap();
    let of =
        |args: &[&str]| call(desk.command(args).env("SYNDEO_LOG", &log).env("SYNDEO_CALENDAR", &calendar));
    let elsewhere = desk.dir.path().join("usb");
    fs::create_dir(&elsewhere).unwrap();
    for path in files(&desk.book().join("backups")) {
        fs::copy(&path, elsewhere.join(path.file_name().unwrap())).unwrap();
    }
    let cards = desk.dir.path().join("usb/anna.vcf");
    done(of(&["export", "contacts", "ventouri", "-o", cards.to_str().unwrap()]));
    let asked = of(&["person", "erase", WHO]);
    assert_eq!(asked.code, 1);
    for told in [
        "undo and backups cannot bring them back",
        "member Anna Ventouri",
        "Asked by",
        "becomes [erased]",
        "backups that hold them: 2",
        "left  ",
    ] {
        assert!(asked.out.contains(told), "{told}: {}", asked.out);
    }
    assert!(asked.err.contains("--yes") && !holding(&desk.book(), "ventouri").is_empty());
    assert_eq!(of(&["person", "erase", WHO, "--also", "nonsense", "--yes"]).code, 2);
    // One place that only may be her goes as well; the others stay.
    let brief = asked.out.lines().find(|line| line.contains(":brief")).unwrap();
    let place = brief.split_whitespace().nth(1).unwrap().to_owned();
    let said = done(of(&["person", "erase", WHO, "--also", &place, "--yes"]));
    assert!(said.contains(&format!("goes  {place}")) && said.contains("No file of the book holds"), "{said}");
    assert_eq!(holding(&desk.book(), "ventouri"), [""; 0].map(PathBuf::from));
    assert_eq!(fs::read_to_string(&log).unwrap().lines().filter(|line| line.contains("Anna")).count(), 0);
    assert!(fs::read_to_string(&log).unwrap().starts_with("another line"));
    assert!(fs::read_to_string(&calendar).unwrap().starts_with("BEGIN:VCALENDAR"));
    assert!(done(of(&["check"])).contains("all is well"));
    assert_eq!(of(&["show", WHO]).code, 1);
    let projects = done(of(&["list", "projects", "--json"]));
    assert!(projects.contains("[erased] takes it to the fair") && !projects.contains("Anna"), "{projects}");
    assert!(done(of(&["list", "interactions", "--json"])).contains("Anna rang"), "nobody guesses");
    let back = of(&["undo"]);
    assert!(back.code == 0 && !back.out.contains("Anna Ventouri"), "{}", back.out);
    would_come_back(&desk, &of, &elsewhere, &cards);
}

/// Somebody of the same name: nobody says whom a text means, and their record stays as it is.
#[test]
fn a_namesake_stays() {
    let desk = sample();
    let file = desk.dir.path().join("more.csv");
    fs::write(&file, "Record ID,First Name,Last Name,Email\n77,Anna,Ventouri,anna@elsewhere.example\n")
        .unwrap();
    done(desk.call(&["import", file.to_str().unwrap()]));
    fs::remove_file(file).unwrap();
    let all = done(desk.call(&["list", "contacts", "--json"]));
    let all: Vec<Json> = all.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let one =
        all.iter().find(|one| one["job"] == "Export Manager" && one["last_name"] == "Ventouri").unwrap();
    let said = done(desk.call(&["person", "erase", one["id"].as_str().unwrap(), "--yes"]));
    assert!(said.contains("Anna Ventouri stays theirs who bear it as well: contact Anna Ventouri"), "{said}");
    assert!(said.contains("May be the same person"), "{said}");
    let left: Json = serde_json::from_str(&done(desk.call(&["show", WHO, "--json"]))).unwrap();
    assert_eq!(left["mails"][0]["value"], "anna@elsewhere.example");
    assert!(holding(&desk.book(), "anna.ventouri@aegeanfoods.example").is_empty());
}

#[test]
fn the_desk_says_which_command_line_does_it() {
    let mut desk = desk::Desk::of(110, 30, demo::book(desk::now()));
    desk.keys(": erase_this_person enter").sees("choose a person first");
    desk.keys("esc esc s ventouri enter : erase_this_person enter");
    desk.sees("syndeo person erase 0").sees("undo cannot bring them back");
    desk.keys("esc : gdpr enter").sees("syndeo person export 0");
}

//! What the command line says of itself in Greek: help, the manual page, completions, and what is wrong with a call.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;
mod desk;
mod foreign;

use clap::{Command, CommandFactory as _};
use cli_support::{PROGRAM, clock, today};
use foreign::Left;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::Read as _;
use std::process::{Command as Process, Stdio};
use syndeo::cli::Cli;
use syndeo::domain::text::width;
use syndeo::domain::{ClosedChoice as _, CustomType, Kind};

/// What is typed for every command, without the name of the program.
fn calls(command: &Command, above: &str, out: &mut Vec<String>) {
    out.push(above.trim().to_owned());
    for sub in command.get_subcommands() {
        calls(sub, &format!("{above} {}", sub.get_name()), out);
    }
}

fn all_calls() -> Vec<String> {
    let mut out = vec![];
    calls(&Cli::command(), "", &mut out);
    assert!(out.len() > 30, "{}", out.len());
    out
}

/// Names that are the same in every language: of commands, values, kinds, and what carries a name of its own.
fn names() -> BTreeSet<String> {
    fn of(command: &Command, out: &mut BTreeSet<String>) {
        out.insert(command.get_name().to_owned());
        for arg in command.get_arguments() {
            out.extend(arg.get_possible_values().iter().map(|value| value.get_name().to_owned()));
        }
        for sub in command.get_subcommands() {
            of(sub, out);
        }
    }
    let mut out = BTreeSet::new();
    of(&Cli::command(), &mut out);
    out.extend(Kind::ALL.iter().map(|kind| kind.plural().to_owned()));
    out.extend(CustomType::CHOICES.iter().map(|choice| choice.name.to_owned()));
    let own = "Google Contacts Outlook HubSpot Salesforce Pipedrive Zoho GNU Bash fish Nushell JSON Lines Schema Markdown \
               Maildir mbox fpath ID:field erased friday saturday city tier all id yes|no XX ASCII CSV UTF-8";
    out.extend(own.split_whitespace().map(str::to_owned));
    out
}

/// A line without what is to be typed, names, and options.
fn said(line: &str, names: &BTreeSet<String>) -> String {
    let line = match line.trim_start().strip_prefix("syndeo ") {
        // Behind a call stands, after a gap, what comes of it.
        Some(call) if line.starts_with(' ') => call.split_once("  ").map_or("", |(_, told)| told),
        _ => line,
    };
    let is_name = |token: &str| {
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '-' && c != '/' && c != '.');
        let parts = || bare.split(',').all(|part| names.contains(part));
        bare.starts_with('-')
            || bare.contains("|--")
            || bare.contains(['/', '.', '_', '>'])
            || token.starts_with(['.', '~'])
            || parts()
    };
    // What stands between quotes was typed, or is to be.
    let quoted = line.split('\'').step_by(2).collect::<Vec<_>>().join(" ");
    quoted.split_whitespace().filter(|token| !is_name(token)).collect::<Vec<_>>().join(" ")
}

fn look(left: &mut Left, place: &str, text: &str, names: &BTreeSet<String>) {
    for line in text.lines() {
        left.look(&format!("{place}: {line}"), &said(line, names));
    }
}

/// What a call says when nobody sits there: standard output, standard error, exit code.
fn called<S: AsRef<OsStr>>(lang: &str, args: impl IntoIterator<Item = S>) -> (String, String, Option<i32>) {
    let mut command = Process::new(PROGRAM);
    command.args(args).envs(clock(&today())).env("SYNDEO_LANG", lang).stdin(Stdio::null());
    let done = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(done.stdout), text(done.stderr), done.status.code())
}

#[test]
fn no_help_has_a_word_of_english() {
    let (names, mut left) = (names(), Left::default());
    for call in all_calls() {
        for behind in ["-h", "--help"] {
            let (out, err, code) = called("el", call.split_whitespace().chain([behind]));
            assert_eq!((err.as_str(), code), ("", Some(0)), "{call}");
            assert!(out.contains("Χρήση: syndeo") && out.contains("Επιλογές:"), "{call}");
            look(&mut left, &call, &out, &names);
        }
    }
    left.is_nothing();
}

#[test]
fn the_environment_chooses_the_language_of_help_as_well() {
    for (variable, value) in [("SYNDEO_LANG", "el"), ("LC_ALL", "el_GR.UTF-8")] {
        let mut command = Process::new(PROGRAM);
        command.envs(clock(&today())).env_remove("SYNDEO_LANG").env(variable, value);
        let out = command.args(["list", "-h"]).output().unwrap().stdout;
        assert!(String::from_utf8(out).unwrap().contains("Χρήση: syndeo list"), "{variable}");
    }
}

/// What a terminal of so many columns shows.
fn on_a_terminal(lang: &str, call: &str, cols: u16) -> String {
    let size = PtySize { rows: 200, cols, pixel_width: 0, pixel_height: 0 };
    let pty = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(["--lang", lang]);
    command.args(call.split_whitespace());
    for (name, value) in clock(&today()) {
        command.env(name, value);
    }
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let (mut bytes, mut piece) = (vec![], [0; 4096]);
    let mut reader = pty.master.try_clone_reader().unwrap();
    // The end of a terminal is an error on Linux.
    while let Ok(read @ 1..) = reader.read(&mut piece) {
        bytes.extend(&piece[..read]);
    }
    child.wait().unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn help_has_room_on_the_narrowest_terminal() {
    for call in all_calls() {
        for (lang, behind) in [("el", "-h"), ("el", "--help"), ("en", "--help")] {
            let text = on_a_terminal(lang, &format!("{call} {behind}"), 60);
            // What is to be typed is never broken; a word that is longer than the terminal has no other place.
            let is_call = |line: &str| line.trim_start().starts_with("syndeo ");
            let wide: Vec<&str> = text.lines().filter(|line| width(line) > 60 && !is_call(line)).collect();
            assert_eq!(wide, Vec::<&str>::new(), "{lang} {call} {behind}");
        }
    }
}

/// Calls that are wrong, of each kind that there is of them, and a word of what is said.
const WRONG: &[(&str, &str)] = &[
    ("--nonsense", "μη αναμενόμενο όρισμα"),
    ("list clients --nonsense", "ως τιμή, γράψτε '-- --nonsense'"),
    ("list clients --revers", "υπάρχει παρόμοιο όρισμα: '--reverse'"),
    ("--markdown brief x", "υπάρχει 'brief --markdown'"),
    ("-- list", "σβήστε το '--' πριν"),
    ("lst", "υπάρχει παρόμοια εντολή: 'list'"),
    ("re", "υπάρχουν παρόμοιες εντολές:"),
    ("help", "άγνωστη εντολή 'help'"),
    ("--book", "χρειάζεται τιμή"),
    ("--book x --book y", "δίνεται μία φορά μόνο"),
    ("--lang grek", "μη έγκυρη τιμή 'grek'"),
    ("export tasks --format xlxs", "υπάρχει παρόμοια τιμή: 'xlsx'"),
    ("export tasks --format docx", "[δυνατές τιμές: csv, tsv"),
    ("export --all", "δεν δόθηκαν αυτά τα υποχρεωτικά ορίσματα:\n  --output <ΑΡΧΕΙΟ>"),
    ("holidays", "<ΑΡΧΕΙΟ|--country <XX>|--weekend <ΗΜΕΡΕΣ>>"),
    ("merge a", "<ΦΕΥΓΕΙ>"),
    ("today --snoozed --month", "δεν δίνεται μαζί με '--month [<ΕΕΕΕ-ΜΜ>]'"),
    ("report --templates --template x week", "δεν δίνεται μαζί με"),
    ("report week --sent=yes", "περιττή τιμή 'yes' για το '--sent'"),
    ("list clinets", "αναμενόταν κάτι από: clients, contacts"),
    ("field x --of nothing", "αναμενόταν κάτι από: clients"),
    ("field x --of clients --holds nothing", "αναμενόταν κάτι από: text"),
    ("load --weeks 0", "αναμενόταν αριθμός από 1 έως 520"),
    ("load --weeks x", "δεν είναι ακέραιος αριθμός"),
    ("export contacts --vcard 9", "αναμενόταν αριθμός από 3 έως 4"),
    ("import x --heads 3", "αναμενόταν αριθμός από 1 έως 2"),
    ("export tasks --delimiter ;;", "αναμενόταν ένας χαρακτήρας"),
    ("today --month 2026-13", "αναμενόταν έτος και μήνας"),
    ("redo now", "μη αναμενόμενο όρισμα 'now'"),
];

#[test]
fn what_is_wrong_with_a_call_is_told_in_greek() {
    let (names, mut left) = (names(), Left::default());
    for (call, told) in WRONG {
        let (out, err, code) = called("el", call.split(' '));
        assert_eq!((out.as_str(), code), ("", Some(2)), "{call}");
        assert!(err.starts_with("σφάλμα: ") && err.contains(told), "{call}: {err}");
        assert!(err.ends_with("Για περισσότερα: '--help'.\n"), "{call}: {err}");
        look(&mut left, call, &err, &names);
        let (out, err, code) = called("en", call.split(' '));
        assert_eq!((out.as_str(), code), ("", Some(2)), "{call}");
        assert!(err.starts_with("error: "), "{call}: {err}");
    }
    left.is_nothing();
}

#[test]
fn a_command_that_lacks_its_own_is_told_where_clap_tells_it() {
    let (out, err, code) = called("el", ["person"]);
    assert_eq!((out.as_str(), code), ("", Some(2)));
    assert!(err.contains("Χρήση: syndeo person [ΕΠΙΛΟΓΕΣ] <ΕΝΤΟΛΗ>"), "{err}");
    assert_eq!(called("el", ["--version"]), called("en", ["--version"]));
}

#[cfg(unix)]
#[test]
fn letters_that_are_none_are_told_in_greek() {
    use std::os::unix::ffi::OsStrExt as _;
    let (_, err, code) = called("el", [OsStr::new("find"), OsStr::from_bytes(b"a\xff")]);
    assert!(code == Some(2) && err.starts_with("σφάλμα: κάποιο όρισμα δεν είναι έγκυρο UTF-8"), "{err}");
}

/// Programs read English, of what went wrong as well.
#[test]
fn a_wrong_call_for_json_is_told_in_english() {
    let (_, err, code) = called("el", ["list", "clients", "--json", "--nonsense"]);
    assert!(code == Some(2) && err.starts_with("error: unexpected argument"), "{err}");
}

#[test]
fn the_manual_page_is_in_greek() {
    let (names, mut left) = (names(), Left::default());
    let (page, _, code) = called("el", ["man"]);
    assert_eq!(code, Some(0));
    for heading in ["ΟΝΟΜΑ", "ΣΥΝΟΨΗ", "ΠΕΡΙΓΡΑΦΗ", "ΕΠΙΛΟΓΕΣ", "ΕΝΤΟΛΕΣ", "ΠΑΡΑΔΕΙΓΜΑΤΑ", "ΕΚΔΟΣΗ"]
    {
        assert!(page.contains(&format!("\n.SH {heading}\n")), "{heading}");
    }
    for call in all_calls() {
        let section = format!(".SH \"SYNDEO {}\"\n", call.to_uppercase());
        assert!(call.is_empty() || page.contains(&section), "{section}");
    }
    let plain =
        ["\\fB", "\\fI", "\\fR"].iter().fold(page.replace("\\-", "-"), |text, code| text.replace(code, ""));
    let plain = plain.replace("\\*(Aq", "'");
    let text: Vec<&str> = plain.lines().filter(|line| !line.starts_with('.')).collect();
    assert!(text.len() > 400, "{}", text.len());
    look(&mut left, "man", &text.join("\n"), &names);
    left.is_nothing();
    // In English it is that of clap.
    assert!(called("en", ["man"]).0.contains("\n.SH SUBCOMMANDS\n"));
}

#[test]
fn completions_tell_in_greek_what_they_complete() {
    let (names, mut left) = (names(), Left::default());
    let fish = called("el", ["completions", "fish"]).0;
    let told: Vec<&str> =
        fish.lines().filter_map(|line| line.split_once(" -d '")?.1.strip_suffix('\'')).collect();
    assert!(told.len() > 100, "{}", told.len());
    for line in told {
        look(&mut left, "fish", &line.replace("\\'", ""), &names);
    }
    let nushell = called("el", ["completions", "nushell"]).0;
    for line in nushell.lines().filter_map(|line| Some(line.split_once(" # ")?.1)) {
        look(&mut left, "nushell", line, &names);
    }
    left.is_nothing();
    let zsh = called("el", ["completions", "zsh"]).0;
    assert!(
        zsh.contains("[Ο φάκελος του βιβλίου]") && zsh.contains("csv\\:\"Τιμές χωρισμένες με κόμμα\""),
        "{zsh}"
    );
    assert!(called("en", ["completions", "zsh"]).0.contains("[The folder of the book]"));
}

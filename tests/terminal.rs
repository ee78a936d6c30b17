//! The real program in a real terminal.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "a test that waits must give up some time")]

mod cli_support;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

const BIN: &str = env!("CARGO_BIN_EXE_syndeo");
const SIZE: PtySize = PtySize { rows: 24, cols: 100, pixel_width: 0, pixel_height: 0 };
/// How long anything may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(20);

/// What came out of the terminal so far, and a bell that rings when more comes.
#[derive(Default)]
struct Output {
    raw: Mutex<(Vec<u8>, bool)>,
    more: Condvar,
}

struct Term {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Mutex<Box<dyn Write + Send>>>,
    output: Arc<Output>,
    size: PtySize,
}

impl Term {
    fn book(book: &Path) -> Self {
        Self::at_clients(BIN, &["--book", book.to_str().unwrap()], &[])
    }

    /// The list of clients, once everything is read.
    fn at_clients(program: &str, args: &[&str], env: &[(&str, &str)]) -> Self {
        let term = Self::start(program, args, env);
        term.sees("✓").send("2");
        term
    }

    fn start(program: &str, args: &[&str], env: &[(&str, &str)]) -> Self {
        Self::start_at(SIZE, program, args, env)
    }

    fn start_at(size: PtySize, program: &str, args: &[&str], env: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        command.env_remove("NO_COLOR");
        // Whatever the terminal has in which the tests run.
        command.env("FORCE_HYPERLINK", "0");
        for (name, value) in cli_support::clock(&cli_support::today()) {
            command.env(name, value);
        }
        for (name, value) in env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let output = Arc::new(Output::default());
        let to = Arc::clone(&output);
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            loop {
                let read = reader.read(&mut buffer).unwrap_or(0);
                let mut raw = to.raw.lock().unwrap();
                raw.0.extend(&buffer[..read]);
                raw.1 = read == 0;
                to.more.notify_all();
                if read == 0 {
                    return;
                }
            }
        });
        let writer = Some(Mutex::new(pair.master.take_writer().unwrap()));
        Self { child, master: Some(pair.master), writer, output, size }
    }

    fn parse(&self, raw: &[u8]) -> vt100::Parser {
        let mut parser = vt100::Parser::new(self.size.rows, self.size.cols, 0);
        parser.process(raw);
        parser
    }

    fn screen(&self) -> vt100::Parser {
        self.parse(&self.output.raw.lock().unwrap().0)
    }

    fn bytes(&self) -> usize {
        self.output.raw.lock().unwrap().0.len()
    }

    /// Waits until the screen is as wished; fails with the screen when it never is.
    fn until(&self, what: &str, wished: impl Fn(&vt100::Screen) -> bool) -> &Self {
        let end = Instant::now() + PATIENCE;
        let mut raw = self.output.raw.lock().unwrap();
        loop {
            let parser = self.parse(&raw.0);
            if wished(parser.screen()) {
                return self;
            }
            let left = end.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero() && (!raw.1 || left >= PATIENCE / 2),
                "never {what}:\n{}",
                parser.screen().contents()
            );
            raw = self.output.more.wait_timeout(raw, left.min(Duration::from_millis(200))).unwrap().0;
        }
    }

    fn sees(&self, text: &str) -> &Self {
        self.until(text, |s| s.contents().contains(text))
    }

    fn send(&self, text: &str) -> &Self {
        self.writer.as_ref().unwrap().lock().unwrap().write_all(text.as_bytes()).unwrap();
        self
    }

    fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
    }

    fn ended(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "still running:\n{}", self.screen().screen().contents());
            thread::yield_now();
        }
    }

    fn is_given_back(&self) -> &Self {
        self.until("given back", |s| !s.alternate_screen() && !s.hide_cursor() && !s.bracketed_paste())
    }
}

impl Drop for Term {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn demo() -> Term {
    let term = Term::at_clients(BIN, &["demo"], &[]);
    term.sees("Aegean Foods");
    term
}

#[test]
fn the_terminal_is_given_back_after_quitting() {
    let mut term = demo();
    assert!(term.screen().screen().alternate_screen());
    term.send("q");
    assert_eq!(term.ended(), 0);
    term.is_given_back();
}

#[test]
fn what_was_saved_is_there_after_kill_9() {
    let dir = folder();
    let book = dir.path().join("book");
    let mut term = Term::book(&book);
    term.sees("No clients yet").until("ready", |s| s.contents().contains("✓"));
    term.send("aaAegean Foods\r").sees("Added Aegean Foods");
    term.send("3aaWeb shop\tAegean\r\x13").sees("Added Web shop").sees("✓");
    for milestone in ["Design", "Beta", "Launch"] {
        term.send(&format!("m{milestone}\t\tin 2 weeks\x13")).sees(&format!("Added {milestone}")).sees("✓");
    }
    term.signal("-KILL");
    term.ended();
    let mut again = Term::book(&book);
    again.sees("Aegean Foods").sees("✓").send("3").sees("Milestones  3").sees("Launch");
    again.send("u").sees("Undone: add milestone Launch").send("q");
    assert_eq!(again.ended(), 0);
}

/// A program that subscribes to the calendar finds in it what was just saved, and no longer what was taken back.
#[test]
fn the_calendar_is_fresh_after_each_save() {
    let dir = folder();
    let (book, place) = (dir.path().join("book"), dir.path().join("desk.ics"));
    let desk = || {
        let (book, place) = (book.to_str().unwrap(), place.to_str().unwrap());
        Term::at_clients(BIN, &["--book", book], &[("SYNDEO_CALENDAR", place)])
    };
    let told = || std::fs::read_to_string(&place).unwrap_or_default();
    let mut term = desk();
    term.until("ready", |s| s.contents().contains("✓"));
    term.send("ctask send the price list tomorrow\r").sees("send the price list").sees("✓").send("q");
    assert_eq!(term.ended(), 0);
    assert!(told().contains("send the price list"), "{}", told());
    let mut term = desk();
    term.until("ready", |s| s.contents().contains("✓"));
    term.send("u").sees("Undone: capture send the price list").send("q");
    assert_eq!(term.ended(), 0);
    assert!(told().contains("BEGIN:VCALENDAR") && !told().contains("send the price list"), "{}", told());
}

#[test]
fn what_is_in_the_book_twice_is_told_merged_and_brought_back() {
    let dir = folder();
    let mut term = Term::book(&dir.path().join("book"));
    term.sees("No clients yet").until("ready", |s| s.contents().contains("✓"));
    term.send("aaAcme Ltd\r").sees("Added Acme Ltd").sees("✓");
    term.send("aaAcme").sees("like Acme Ltd: similar name").send(" GmbH\r").sees("Added Acme GmbH").sees("✓");
    term.send("pMaria\tPappa\x13").sees("Added Maria Pappa").sees("✓");
    term.send("&")
        .sees("Duplicates · 1 of 1")
        .send("\r")
        .sees("Acme GmbH stays: more hangs on it: 1 against 0.");
    term.send("h")
        .sees("Acme Ltd stays: as you chose")
        .send("\r")
        .sees("Merged: Acme Ltd and Acme GmbH, with 1 contact");
    term.sees("No two clients")
        .send("\x1b")
        .sees("1/1")
        .send("u")
        .sees("Undone: merge client Acme Ltd")
        .sees("/2 ─");
    term.send("&n").sees("Told apart").send("q").sees("/2 ─").send("&").sees("No two clients").send("qq");
    assert_eq!(term.ended(), 0);
}

#[test]
fn signals_end_it_in_order() {
    for (signal, code) in [("-TERM", 143), ("-INT", 130), ("-HUP", 129)] {
        let mut term = demo();
        term.signal(signal);
        assert_eq!(term.ended(), code);
        term.is_given_back();
    }
    let mut term = demo();
    term.send("\x03");
    assert_eq!(term.ended(), 130);
    term.is_given_back();
}

#[test]
fn a_closed_window_ends_it() {
    let mut term = demo();
    drop(term.writer.take());
    drop(term.master.take());
    // The reader's copy of the terminal is closed when the program is gone; the hang-up comes by signal.
    term.signal("-HUP");
    assert_eq!(term.ended(), 129);
}

/// A window closed under `nohup`, or a connection that drops, sends no signal: the reads just end.
#[test]
fn a_terminal_that_is_gone_without_a_signal_ends_it_too() {
    let dir = folder();
    let pair = native_pty_system().openpty(SIZE).unwrap();
    let mut command = CommandBuilder::new("sh");
    let script = format!(
        "trap '' HUP; {BIN} --book {}; echo $? > {}",
        dir.path().join("b").display(),
        dir.path().join("code").display()
    );
    command.args(["-c", &script]);
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut seen = vec![];
    let mut buffer = [0; 4096];
    // The header is drawn whole in the first frame; what comes later is only what differs from it.
    while !String::from_utf8_lossy(&seen).contains("Departments") {
        let read = reader.read(&mut buffer).unwrap();
        seen.extend(&buffer[..read]);
    }
    drop(reader);
    drop(pair.master);
    let end = Instant::now() + PATIENCE;
    while child.try_wait().unwrap().is_none() {
        assert!(Instant::now() < end, "still running as {:?}", child.process_id());
        thread::yield_now();
    }
    assert_eq!(std::fs::read_to_string(dir.path().join("code")).unwrap().trim(), "129");
}

#[test]
fn a_panic_is_read_on_a_terminal_that_is_whole_again() {
    let dir = folder();
    let book = dir.path().join("book");
    let mut term = Term::start(BIN, &["--book", book.to_str().unwrap()], &[("SYNDEO_TEST_PANIC", "1")]);
    assert_eq!(term.ended(), 101);
    term.is_given_back().sees("panicked").sees("on purpose");
}

#[test]
fn an_editor_gets_every_key_and_its_text_comes_back() {
    let dir = folder();
    let script = dir.path().join("editor");
    std::fs::write(
        &script,
        "#!/bin/sh\necho >> \"$0.log\"\necho EDITING $(wc -l < \"$0.log\")\nread a\nread b\nprintf '%s\\n%s\\n' \"$a\" \"$b\" > \"$2.new\"\nmv \"$2.new\" \"$2\"\n",
    )
    .unwrap();
    let mut mode = std::fs::metadata(&script).unwrap().permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut mode, 0o755);
    std::fs::set_permissions(&script, mode).unwrap();
    let editor = format!("'{}' --wait", script.display());
    let book = dir.path().join("book");
    let term = Term::start(BIN, &["--book", book.to_str().unwrap()], &[("EDITOR", &editor), ("VISUAL", "")]);
    term.sees("✓").send("aaAcme").send(&"\t".repeat(23)).sees("Everything else worth knowing");
    for round in 0..5 {
        let start = term.bytes();
        term.send("\x1be");
        let told = format!("EDITING {}", round + 1);
        term.until("the editor", |s| !s.alternate_screen() && s.contents().contains(&told));
        term.send(&format!("qwertyuiop{round}\r")).send("asdfghjkl\r");
        term.until("the text", |s| {
            s.alternate_screen() && s.contents().contains(&format!("qwertyuiop{round}"))
        });
        assert!(term.bytes() > start);
    }
    term.sees("asdfghjkl").send("\x13").sees("Added Acme");
}

#[test]
fn control_z_stops_it_and_fg_brings_the_picture_back() {
    let dir = folder();
    let book = dir.path().join("book");
    let term =
        Term::start("bash", &["--norc", "--noprofile", "-i"], &[("PS1", "PROMPT> "), ("HISTFILE", "")]);
    term.sees("PROMPT>").send(&format!("{BIN} --book {}\r", book.display())).sees("Your book is empty");
    for _ in 0..2 {
        term.send("\x1a").until("stopped", |s| !s.alternate_screen() && s.contents().contains("Stopped"));
        term.send("clear; fg\r")
            .until("back", |s| s.alternate_screen() && s.contents().contains("Your book is empty"));
    }
    term.send("CAcme\r").sees("Added Acme");
}

#[test]
fn pasted_text_runs_no_command() {
    let dir = folder();
    let term = Term::book(&dir.path().join("book"));
    term.sees("✓").send("\x1b[200~q\nd\n\x1b[201~").send("aa").sees("Add client");
    term.send("\x1b[200~Acme\nLtd\x1b[201~").sees("Acme Ltd").send("\r").sees("Added Acme Ltd");
}

#[test]
fn a_new_size_is_drawn_at_once() {
    let mut term = demo();
    term.sees("overview");
    let size = PtySize { rows: 20, cols: 70, ..SIZE };
    term.master.as_ref().unwrap().resize(size).unwrap();
    term.size = size;
    // What was drawn for the other size stands before it in the stream; the picture is that of the last frame.
    term.until("the list alone", |s| {
        s.contents().contains("last touch") && !s.contents().lines().next().unwrap().contains("Syndeo")
    });
}

#[test]
fn a_key_that_comes_together_with_a_new_size_is_not_lost() {
    let mut term = demo();
    for (i, name) in ["Borealis", "Brasserie", "Cobalt", "Delphi", "Fjord", "Granite"].into_iter().enumerate()
    {
        let size = PtySize { rows: 24, cols: 100 + u16::try_from(i).unwrap(), ..SIZE };
        term.master.as_ref().unwrap().resize(size).unwrap();
        term.send("j");
        term.size = size;
        term.sees(&format!("▸ {name}"));
    }
}

#[test]
fn without_colour_nothing_is_lost() {
    let term = Term::at_clients(BIN, &["demo"], &[("NO_COLOR", "1")]);
    term.sees("Aegean Foods").sees("▸ Aegean Foods").sees("!");
    let raw = term.output.raw.lock().unwrap().0.clone();
    let text = String::from_utf8_lossy(&raw);
    let coloured = text.split("\x1b[").skip(1).filter(|s| {
        let Some(end) = s.find('m') else { return false };
        s[..end].chars().all(|c| c.is_ascii_digit() || c == ';' || c == ':')
            && s[..end]
                .split([';', ':'])
                .any(|n| matches!(n.parse::<u8>(), Ok(30..=37 | 40..=47 | 90..=97 | 100..=107)))
    });
    assert_eq!(coloured.count(), 0);
}

#[test]
fn a_terminal_of_ascii_gets_ascii() {
    let term = Term::start(BIN, &["demo"], &[("SYNDEO_ASCII", "1")]);
    term.sees("a add")
        .send("2")
        .sees("> Aegean Foods")
        .until("plain frames", |s| !s.contents().contains('│') && s.contents().contains('|'));
}

/// The desk speaks Greek when it is asked to, and so does the command line; what scripts read as JSON stays as it is.
#[test]
fn all_speaks_greek_but_what_scripts_read() {
    let term = Term::start(BIN, &["demo"], &[("SYNDEO_LANG", "el")]);
    term.sees("✓").send("2").sees("Πελάτες").send("?").sees("Ολοκλήρωση");
    let desk = cli_support::Desk::sample();
    let greek = |args: &[&str]| cli_support::call(desk.command(args).env("SYNDEO_LANG", "el")).out;
    let has_greek = |text: &str| text.contains("ανανεώνεται");
    let plain = desk.call(&["today", "--json"]).out;
    assert!(!plain.is_empty());
    assert_eq!(plain, greek(&["today", "--json"]));
    assert!(has_greek(&greek(&["agreements"])) && !has_greek(&desk.call(&["agreements"]).out));
    // What is said on the command line counts before what the environment says, and the system's last.
    assert!(!has_greek(&greek(&["--lang", "en", "agreements"])));
    assert!(has_greek(&desk.call(&["--lang", "el", "agreements"]).out));
    let of_system = |args: &[&str]| {
        let mut command = desk.command(args);
        command
            .env_remove("SYNDEO_LANG")
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env_remove("LANGUAGE");
        cli_support::call(command.env("LANG", "el_GR.UTF-8")).out
    };
    assert!(has_greek(&of_system(&["agreements"])));
    assert!(!has_greek(&of_system(&["--lang", "en", "agreements"])));
}

/// The mouse is the terminal's own until it is asked for, and again at the end.
#[test]
fn the_mouse_is_taken_when_it_is_asked_for_and_given_back() {
    let sent = |term: &Term, bytes: &[u8]| {
        term.output.raw.lock().unwrap().0.windows(bytes.len()).any(|w| w == bytes)
    };
    let mut term = Term::start(BIN, &["demo"], &[("SYNDEO_MOUSE", "1")]);
    term.sees("a add").send("2").sees("▸ Aegean Foods");
    assert!(sent(&term, b"\x1b[?1000h"));
    // The third row below the first, counted from 1: header, frame, words over the columns, rows.
    term.send("\x1b[<0;10;6M\x1b[<0;10;6m")
        .until("another row", |s| !s.contents().contains("▸ Aegean Foods"));
    term.send("q");
    assert_eq!(term.ended(), 0);
    assert!(sent(&term, b"\x1b[?1000l"));
    let mut term = Term::start(BIN, &["demo"], &[]);
    term.sees("a add").send("q");
    assert_eq!(term.ended(), 0);
    assert!(!sent(&term, b"\x1b[?1000"));
}

#[test]
fn a_step_costs_little_and_idleness_nothing() {
    // A list alone; and with the record beside it, whose text is another one at each step. While keys repeat it waits, and
    // what was left out comes when they rest: at the worst within the count of the step after.
    step_costs(80, 400);
    step_costs(120, 1600);
}

fn step_costs(cols: u16, most: usize) {
    let term = Term::start_at(PtySize { cols, ..SIZE }, BIN, &["demo"], &[]);
    // The footer is drawn last: what comes after it is counted for the steps alone.
    term.sees("✓").send("2").sees("▸ Aegean Foods").sees("edit client");
    term.send("jj").sees("▸ Brasserie");
    let mut costs = vec![];
    for name in ["Cobalt", "Delphi", "Fjord"] {
        let before = term.bytes();
        term.send("j").sees(&format!("▸ {name}"));
        costs.push(term.bytes() - before);
    }
    assert!(costs.iter().all(|c| *c <= most), "a step costs {costs:?} bytes in {cols} columns");
    // Two hundred keys at once are one frame or a few, not two hundred.
    let before = term.bytes();
    term.send(&"jk".repeat(100)).send("j").sees("▸ Granite");
    assert!(term.bytes() - before < 8_000, "{} bytes", term.bytes() - before);
    if cols >= 100 {
        // The keys rest, and the record is that of the row they stopped at.
        term.sees("Granite Insurance · tier");
    }
}

#[test]
fn a_second_one_says_who_has_the_book() {
    let dir = folder();
    let book = dir.path().join("book");
    let term = Term::book(&book);
    term.sees("✓");
    let mut second = Term::start(BIN, &["--book", book.to_str().unwrap()], &[]);
    assert_eq!(second.ended(), 75);
    second.sees("is in use by").sees(&term.child.process_id().unwrap().to_string());
    assert!(!second.screen().screen().alternate_screen());
}

/// A late answer of the terminal is no key, wherever the line cuts it.
#[test]
fn what_the_terminal_says_of_itself_is_not_typed() {
    let term = demo();
    for answer in [
        "\x1b]11;rgb:dddd/eeee/aaaa\x1b\\",
        "\x1b]11;rgb:dddd/eeee/aaaa\x07",
        "\x1bP>|term 3\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b^aq\x1b\\",
        "\x1bXaq\x1b\\",
    ] {
        let (head, tail) = answer.split_at(answer.len() / 2);
        term.send(answer).send(head).send(tail);
    }
    term.send("/").sees("with").send("\x1b]11;rgb:dddd/eeee/aaaa\x1b\\Delphi");
    term.until("the filter alone", |s| s.contents().contains("with Delphi ") && s.contents().contains("1/1"));
}

#[test]
fn the_hidden_cursor_stands_on_the_marked_row() {
    let term = demo();
    let on_the_mark = |s: &vt100::Screen| {
        let row = s.contents().lines().position(|l| l.contains('▸'));
        s.hide_cursor() && row == Some(usize::from(s.cursor_position().0))
    };
    let mut rows = vec![];
    for _ in 0..4 {
        let at = rows.last().copied();
        term.until("on the marked row", |s| on_the_mark(s) && Some(s.cursor_position().0) != at);
        rows.push(term.screen().screen().cursor_position().0);
        term.send("j");
    }
    assert!(rows.is_sorted_by(|a, b| a + 1 == *b), "{rows:?}");
}

#[test]
fn a_terminal_without_a_screen_is_told_so() {
    for name in ["dumb", ""] {
        let mut term = Term::start(BIN, &["demo"], &[("TERM", name)]);
        assert_eq!(term.ended(), 2);
        term.sees("TERM is").sees("syndeo --help");
        let raw = term.output.raw.lock().unwrap().0.clone();
        assert!(!raw.contains(&0x1b), "{}", String::from_utf8_lossy(&raw));
    }
}

/// A sample book on disk, and the folder that goes with it.
fn sample_book() -> (tempfile::TempDir, String) {
    let dir = folder();
    let book = dir.path().join("book").to_str().unwrap().to_owned();
    let made = Command::new(BIN).args(["demo", "--book", &book, "--fill"]).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    (dir, book)
}

#[test]
fn a_terminal_that_does_not_know_its_width_has_80_columns_or_those_it_is_told() {
    let (_dir, book) = sample_book();
    let book = book.as_str();
    for (env, wanted) in [(&[][..], 80), (&[("COLUMNS", "100")], 100), (&[("COLUMNS", "0")], 80)] {
        let size = PtySize { rows: 0, cols: 0, ..SIZE };
        let mut term = Term::start_at(size, BIN, &["--book", book, "today"], env);
        term.size = PtySize { rows: 100, cols: 200, ..SIZE };
        assert_eq!(term.ended(), 0);
        term.until("printed", |s| s.contents().lines().count() > 3);
        let wide = |s: &vt100::Screen| s.contents().lines().map(|l| l.chars().count()).max();
        term.until("as wide as that", |s| wide(s).is_some_and(|w| w <= wanted && w > wanted - 20));
    }
    let size = PtySize { rows: 100, cols: 20, ..SIZE };
    let mut term = Term::start_at(size, BIN, &["--book", book, "list", "clients"], &[("SYNDEO_ASCII", "1")]);
    assert_eq!(term.ended(), 0);
    term.sees("...");
    assert!(!term.screen().screen().contents().contains('…'));
}

/// What a command prints on a terminal wide enough for its names.
fn printed(args: &[&str], env: &[(&str, &str)]) -> vt100::Parser {
    let mut term = Term::start_at(PtySize { rows: 300, cols: 110, ..SIZE }, BIN, args, env);
    assert_eq!(term.ended(), 0);
    let mut raw = term.output.raw.lock().unwrap();
    while !raw.1 {
        raw = term.output.more.wait(raw).unwrap();
    }
    term.parse(&raw.0)
}

#[test]
fn what_is_printed_for_people_has_headings_colours_and_whole_sentences() {
    let (_dir, book) = sample_book();
    let today = ["--book", book.as_str(), "today"];
    let (coloured, plain) = (printed(&today, &[]), printed(&today, &[("NO_COLOR", "1")]));
    let (coloured, plain) = (coloured.screen(), plain.screen());
    assert_eq!(coloured.contents(), plain.contents(), "no colour says anything alone");
    let rows: Vec<String> = coloured.rows(0, 110).collect();
    let is_bold = |row: usize| coloured.cell(u16::try_from(row).unwrap(), 0).unwrap().bold();
    let fg =
        |screen: &vt100::Screen, row: usize| screen.cell(u16::try_from(row).unwrap(), 0).unwrap().fgcolor();
    let mut sections = 0;
    for (at, row) in rows.iter().enumerate() {
        match row.chars().next() {
            Some('!') => {
                assert_ne!(fg(coloured, at), vt100::Color::Default, "{row}");
                assert_eq!(fg(plain, at), vt100::Color::Default, "{row}");
            }
            Some(c) if c.is_uppercase() => {
                sections += 1;
                assert!(is_bold(at) && row.contains(" · "), "{row}");
            }
            _ => {}
        }
    }
    assert!(sections > 4, "{rows:?}");
    // Read together, the words of a row are those that a script gets.
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let seen = words(&rows.join(" "));
    let piped =
        Command::new(BIN).args(today).envs(cli_support::clock(&cli_support::today())).output().unwrap();
    let piped = String::from_utf8(piped.stdout).unwrap();
    assert!(piped.lines().count() > 50);
    for word in words(&piped) {
        assert!(seen.contains(&word), "{word} is not whole on the terminal");
    }
}

#[test]
fn a_record_is_printed_with_its_labels_in_a_column() {
    let (_dir, book) = sample_book();
    let shown = printed(&["--book", &book, "show", "aegean", "foods"], &[]);
    let rows: Vec<String> = shown.screen().rows(0, 110).collect();
    let place = |label: &str, text: &str| {
        let row = rows.iter().find(|row| row.trim_start().starts_with(label)).expect(label);
        row.find(text).unwrap_or_else(|| panic!("{text} in {row}"))
    };
    let value = place("Tier", "A");
    assert_eq!(place("City", "Piraeus"), value);
    assert_eq!(place("Tags", "retail, export"), value);
    assert!(shown.screen().cell(0, 0).unwrap().bold());
    // Where the terminal is known to have links, addresses are links; elsewhere nothing is sent.
    let raw = |env: &[(&str, &str)]| {
        let mut term = Term::start(BIN, &["--book", &book, "show", "aegean", "foods"], env);
        assert_eq!(term.ended(), 0);
        term.sees("around it");
        String::from_utf8_lossy(&term.output.raw.lock().unwrap().0).into_owned()
    };
    let linked = raw(&[("FORCE_HYPERLINK", "1")]);
    assert!(
        linked.contains("\x1b]8;;mailto:office@aegeanfoods.example\x1b\\office@aegeanfoods.example"),
        "{linked}"
    );
    assert!(linked.contains("\x1b]8;;https://aegeanfoods.example"), "{linked}");
    assert!(!linked.contains("\x1b]8;;clients/"), "a file is never led to unasked: {linked}");
    assert!(!raw(&[("FORCE_HYPERLINK", "0")]).contains("\x1b]8"));
    assert!(rows.iter().all(|row| row.chars().count() < 110));
}

/// In the desk as well; and where there are none, nothing of them is sent.
#[test]
fn addresses_of_the_record_in_the_desk_lead_where_they_say() {
    let (_dir, book) = sample_book();
    let sent = |env: &[(&str, &str)]| {
        let term = Term::at_clients(BIN, &["--book", &book], env);
        term.send("\r")
            .send("g")
            .sees("Overview")
            .send("d")
            .sees("Legal name")
            .sees("https://aegeanfoods.example");
        String::from_utf8_lossy(&term.output.raw.lock().unwrap().0).into_owned()
    };
    let linked = sent(&[("SYNDEO_LINKS", "on")]);
    assert!(linked.contains(";tel:+302104551100\x1b\\+30 210 4551 100\x1b]8;;\x1b\\"), "{linked}");
    assert!(linked.contains(";mailto:office@aegeanfoods.example\x1b\\"), "{linked}");
    assert!(linked.contains(";https://aegeanfoods.example\x1b\\"), "{linked}");
    assert!(!linked.contains(";clients/"), "a file is never led to unasked: {linked}");
    assert!(!sent(&[]).contains("\x1b]8"));
}

#[test]
fn a_whole_book_is_not_taken_back_by_one_key() {
    let (_dir, book) = sample_book();
    let book = book.as_str();
    let term = Term::at_clients(BIN, &["--book", book], &[]);
    term.sees("Aegean Foods").send("u").sees("Take this back?").sees("the sample book").send("\r");
    term.until("left", |s| {
        !s.contents().contains("Take this back?") && s.contents().contains("Aegean Foods")
    });
    term.send("uy").sees("Undone: the sample book").sees("No clients yet").send("U");
    term.sees("Do this again?").send("y").sees("Redone: the sample book").sees("Aegean Foods");
    // An empty filter keeps the keys, whatever is taken away.
    term.send("/").sees("with").send("\x15\x17\x7fu").sees("with u");
}

#[test]
fn without_a_terminal_it_says_what_to_do() {
    let dir = folder();
    let out =
        Command::new(BIN).args(["--lang", "en", "--book", dir.path().to_str().unwrap()]).output().unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert!(out.stdout.is_empty());
    assert!(String::from_utf8_lossy(&out.stderr).contains("is not a terminal"));
}

/// What is typed fast is written at most twice a second, and all of it when the program ends.
#[test]
fn what_was_typed_last_is_kept_when_a_signal_ends_it() {
    let dir = folder();
    let book = dir.path().join("book");
    for (signal, code) in [("-TERM", 143), ("-HUP", 129)] {
        let mut term = Term::book(&book);
        term.sees("No clients yet").until("ready", |s| s.contents().contains("✓"));
        term.send("aa").sees("Add client");
        // What the run before had written comes back; it is deleted, and something else is typed.
        let text = format!("Precious {code} and its very last letter");
        term.send("\x15").send(&text).sees(&text).signal(signal);
        assert_eq!(term.ended(), code);
        let kept = std::fs::read_to_string(book.join("drafts.json")).unwrap();
        assert!(kept.contains(&text), "{kept}");
    }
    let left = std::fs::read_dir(&book).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    assert_eq!(left.filter(|name| name.contains("tmp")).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn drafts_that_cannot_be_read_are_told_and_kept() {
    let dir = folder();
    let book = dir.path().join("book");
    let mut term = Term::book(&book);
    term.sees("No clients yet").until("ready", |s| s.contents().contains("✓"));
    term.send("aaAcme").sees("Acme").signal("-TERM");
    assert_eq!(term.ended(), 143);
    let whole = std::fs::read(book.join("drafts.json")).unwrap();
    std::fs::write(book.join("drafts.json"), &whole[..whole.len() - 40]).unwrap();
    let mut again = Term::start(BIN, &["--book", book.to_str().unwrap()], &[]);
    again
        .sees("About this book")
        .sees("drafts.json")
        .sees("unreadable-")
        .send("\r")
        .send("2aaBolt")
        .sees("Bolt");
    again.signal("-TERM");
    assert_eq!(again.ended(), 143);
    let aside = std::fs::read_dir(&book).unwrap().map(|e| e.unwrap().path());
    let aside: Vec<_> = aside.filter(|path| path.to_string_lossy().contains("unreadable-")).collect();
    assert_eq!(aside.len(), 1);
    assert_eq!(std::fs::read(&aside[0]).unwrap(), whole[..whole.len() - 40]);
    assert!(std::fs::read_to_string(book.join("drafts.json")).unwrap().contains("Bolt"));
}

/// What the terminal says of its ground chooses the colours, those that can be read on it; what it says too late changes
/// nothing under the eyes.
#[test]
fn the_ground_of_the_terminal_chooses_the_colours() {
    for (ground, keys, in_time) in [
        ("1616/1818/1c1c", Some(80), "60000"),
        ("fdfd/f6f6/e3e3", Some(24), "60000"),
        ("1616/1818/1c1c", None, "-1"),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let book = dir.path().join("book");
        let term =
            Term::start(BIN, &["--book", book.to_str().unwrap()], &[("SYNDEO_TEST_IN_TIME_MS", in_time)]);
        let asked = "\x1b]11;?\x07";
        term.until("asked", |_| true).sees("✓");
        term.send(&format!("\x1b]11;rgb:{ground}\x07")).send("2").sees("No clients yet");
        assert!(String::from_utf8_lossy(&term.output.raw.lock().unwrap().0).contains(asked));
        let wanted = keys.map(vt100::Color::Idx);
        let of_palette = |colour| [80, 24].map(vt100::Color::Idx).contains(&colour);
        let colours = |screen: &vt100::Screen| {
            (0..SIZE.cols)
                .filter_map(|x| screen.cell(0, x).map(vt100::Cell::fgcolor))
                .find(|c| of_palette(*c))
        };
        term.until("the palette", |screen| colours(screen) == wanted);
        term.send("q");
    }
}

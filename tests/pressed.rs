//! What each key does in each place: every key that has a meaning where one is, pressed once. A line tells what was asked of
//! the world, what was said, what became of the book, and a number of the whole picture, which is another when a letter is;
//! it is looked at by going there. `UPDATE=1 cargo test --test pressed` writes the lines anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;
mod golden_support;

use desk::{Desk, now};
use golden_support::Golden;
use golden_support::outcome::{asked, changed, sum};
use std::collections::BTreeSet;
use std::fmt::Write;
use syndeo::app::{COMMANDS, Common, Effect, Model, Scope, Spec};
use syndeo::demo;
use syndeo::domain::{Book, Record};
use syndeo::store::Memory;

/// Places, and the keys that lead there from the list of clients.
#[rustfmt::skip]
const DESK: &[(&str, &str)] = &[
    ("today", "1 down"), ("clients", "2 down"), ("projects", "3"), ("departments", "4 down"), ("requests", "5 down"),
    ("agreements", "6"), ("journal", "7 down"), ("waiting", "w down"),
    ("client", "2 enter down"), ("client-waits", "2 enter tab tab down"), ("project", "3 enter down"),
    ("department", "4 enter tab down"), ("request", "5 enter down"), ("agreement", "6 enter tab down"),
    ("touch", "7 enter down"), ("task", "s first_cut enter down"), ("person", "s maria enter tab down"),
    ("plan", "s spring_campaign enter tab down"), ("filter", "2 / fo"),
];

/// What lies over the desk.
#[rustfmt::skip]
const LAYERS: &[(&str, &str)] = &[
    ("menu", "space"), ("palette", ": cli"), ("strip", "a"), ("goto", "g"), ("help", "?"), ("find", "s pap down"),
    ("month", "M down"), ("month-rows", "M tab"), ("pairs", "& down"), ("merging", "2 : merge_with enter bor enter down"),
    ("inbox", "I"), ("from-file", "I f tests/fixtures/ down"), ("columns", "I f tests/fixtures/unknown.csv enter down"),
    ("incoming", "I f tests/fixtures/hubspot-companies.csv enter"), ("brief", "2 b"), ("nudge", "w n"), ("reach", "2 y"),
    ("order", "2 S down"), ("later", "1 z down"), ("later-move", "3 + down"), ("pushed", "3 + +2w enter down"),
    ("bin", "2 d y B"), ("question", "2 d"), ("write-to", "2 X"), ("report", "2 E"), ("pass", "5 > mar"),
    ("capture", "c call_aegean_maria:_wants_it_fri"), ("names", "c call_aegean_mar"),
    ("form", "2 e tab"), ("form-day", "t call field.due +3w"), ("form-choice", "2 e field.tier"),
    ("form-picks", "t call tab nik"), ("form-long", "2 e alt-o field.notes one"), ("left", "2 e x esc"),
    ("marked", "5 v down v"),
];

/// A key as a story writes it.
fn typed(key: &str) -> &str {
    match key {
        "shift-tab" => "back-tab",
        "_" => "space",
        key => key,
    }
}

/// What became of the book, of much the beginning and a number; in an order that is no matter of ids, some of which are
/// given by chance.
fn outcome(before: &Book, after: &Book) -> String {
    let text = changed(before, after);
    let mut records: Vec<Vec<&str>> = vec![];
    for line in text.lines().filter(|line| !line.is_empty()) {
        match records.last_mut() {
            Some(record) if line.starts_with(' ') => record.push(line),
            _ => records.push(vec![line]),
        }
    }
    records.sort();
    let lines = records.concat();
    let begins: String = lines.iter().take(8).flat_map(|line| ["    ", *line, "\n"]).collect();
    match lines.len() {
        0..=8 => begins,
        all => format!("{begins}    … {all} lines, {:08x}\n", sum(&lines.join("\n"))),
    }
}

/// Whether something was written to a file: where that lies is another place at every run.
fn is_written(effect: &Effect) -> bool {
    use Effect::{WriteFile, WriteList, WriteReport};
    matches!(effect, WriteFile { .. } | WriteList { .. } | WriteReport { .. })
}

/// What the store keeps, so that the next key needs another one.
fn is_kept(effect: &Effect) -> bool {
    use Effect::{Redo, Save, SaveAgain, Step, Undo};
    matches!(effect, Save(_) | SaveAgain(_) | Undo | Redo | Step { .. })
}

struct Presser {
    desk: Desk,
    records: Vec<Record>,
    base: Model,
    placed: Option<Model>,
    before: Book,
}

impl Presser {
    fn new() -> Self {
        let records = demo::book(now());
        let desk = Desk::of(110, 30, records.clone());
        Self { base: desk.model.clone(), placed: None, before: Book::of(records.clone()), desk, records }
    }

    /// Goes to a place as if nothing had been done before.
    fn go(&mut self, way: &str) {
        self.desk.model = self.base.clone();
        if self.desk.effects().iter().any(is_kept) {
            self.desk.store = Box::new(Memory::of(self.records.clone()));
        }
        self.desk.keys(way);
        // Where the way itself changed nothing that is kept, it need not be gone again.
        self.placed = (!self.desk.asked.iter().any(is_kept)).then(|| self.desk.model.clone());
    }

    fn again(&mut self, way: &str) {
        match &self.placed {
            Some(placed) if !self.desk.asked.iter().any(is_kept) => self.desk.model = placed.clone(),
            _ => self.go(way),
        }
    }

    fn press(&mut self, key: &str) -> String {
        let earlier = self.desk.asked.len();
        self.desk.keys(typed(key));
        let written = self.desk.asked[earlier..].iter().any(is_written);
        let picture =
            if written { String::from("(a file)") } else { format!("{:08x}", sum(&self.desk.picture())) };
        let said =
            self.desk.model.session.notice.as_ref().map(|notice| notice.words.clone()).unwrap_or_default();
        let mut out = format!("{key} {picture} {said}")
            .replace(&*self.desk.dir().to_string_lossy(), "DIR")
            .trim_end()
            .to_owned()
            + "\n";
        for line in asked(&self.desk.asked[earlier..]).lines() {
            writeln!(out, "    {}", line.chars().take(400).collect::<String>()).unwrap();
        }
        if written {
            out.push_str(&self.written());
        }
        out + &outcome(&self.before, &self.desk.model.data.book)
    }

    /// The files that were written, each as it begins and with a number of all of it; then they are gone.
    fn written(&self) -> String {
        let files = std::fs::read_dir(self.desk.dir()).unwrap().map(|entry| entry.unwrap().path());
        let mut told = vec![];
        for path in files.filter(|path| path.is_file()) {
            let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
            let name = path.file_name().unwrap().to_string_lossy();
            told.push(format!(
                "    {name} {:08x}\n{}",
                sum(&text),
                text.lines().take(3).flat_map(|line| ["      ", line, "\n"]).collect::<String>()
            ));
            std::fs::remove_file(&path).unwrap();
        }
        told.sort();
        told.concat()
    }
}

/// The keys that mean something there, of each command the first: that the others do the same is said by the table.
fn keys_of(scopes: &[Scope]) -> BTreeSet<&'static str> {
    let rows = COMMANDS.iter().filter(|spec| scopes.contains(&spec.scope));
    let letters = COMMANDS.iter().filter_map(|s| s.letter).filter(|letter| scopes.contains(&letter.scope));
    // What writes beside the file it read would leave its traces among the fixtures; what comes in from it bears the day and
    // the ids of the real clock, and is compared by `tests/brought.rs`.
    let is_of_file = |spec: &&Spec| {
        spec.name == "incoming.mend" || (spec.scope, spec.command) == (Scope::Incoming, Common::Take.into())
    };
    let rows = rows.filter(|spec| !is_of_file(spec));
    rows.filter_map(|spec| spec.keys.first().copied()).chain(letters.map(|letter| letter.key)).collect()
}

fn press_all(folder: &str, places: &[(&str, &str)]) {
    let mut golden = Golden::new(folder, "pressed");
    let mut presser = Presser::new();
    for (name, way) in places {
        presser.go(way);
        let keys = keys_of(presser.desk.model.screen.scopes());
        let mut out = format!("{way}\n\n");
        for key in keys {
            presser.again(way);
            out.push_str(&presser.press(key));
        }
        golden.holds(name, &out);
    }
    golden.done();
}

#[test]
fn every_key_of_the_desk_does_what_it_did() {
    press_all("pressed/desk", DESK);
}

#[test]
fn every_key_of_a_layer_does_what_it_did() {
    press_all("pressed/layers", LAYERS);
}

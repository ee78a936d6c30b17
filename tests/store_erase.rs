//! Whoever is erased from a book is in no file of it any more, and everything else is as it was; cut short anywhere, the book
//! is as it was or the next opening goes on. `SYNDEO_ERASE=75` erases so many people, one after the other, each from a book of
//! its own; `SYNDEO_SEED` says which.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod store_support;

use flate2::read::GzDecoder;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use store_support::harm::{copy, files_in};
use store_support::{Records, at, open_with, options};
use syndeo::domain::person::names_itself;
use syndeo::domain::{
    Change, Check, Contact, Kind, Labelled, Record, Ref, Type, Value, Verb, Visibility, json,
};
use syndeo::shell::person::Finder;
use syndeo::store::{
    BookLock, Disk, Entry, Opened, Options, Step, Store as _, StoreError, backups, check, prove, read_backup,
};

/// Names the book to the child process, and at which step it ends.
const CHILD: &str = "SYNDEO_ERASE_CHILD";
const FIRST: &str = "Zoë";
const LAST: &str = "Qviståsen";
const MAIL: &str = "zoe.q@marks.example";
const PHONE: &str = "+30 699 1234567";

fn open(dir: &Path, n: i64) -> (Disk, Opened, Records) {
    open_with(dir, options(), n).unwrap()
}

/// What somebody was ever known by, as a plain second writing has it: whole texts, the longest first.
struct Known {
    id: String,
    texts: Vec<String>,
}

impl Known {
    /// By the first version of their record, and by what the marks were made of.
    fn of(record: &Record) -> Self {
        let Record::Contact(c) = record else { panic!("a person") };
        let mut texts = vec![MAIL.into(), PHONE.into()];
        for (first, last) in [(FIRST, LAST), (&c.first_name, &c.last_name)] {
            texts.extend([format!("{first} {last}"), format!("{last} {first}")]);
        }
        texts.extend(c.mails.iter().chain(&c.phones).map(|one| one.value.clone()));
        texts.retain(|text| text.len() > 3);
        texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
        Self { id: record.id().id.to_string(), texts }
    }

    fn without(&self, text: &str) -> String {
        self.texts.iter().fold(text.to_owned(), |text, known| text.replace(known.as_str(), "[erased]"))
    }

    /// What is left of a record written as JSON; nothing where it is theirs.
    fn left(&self, record: &Record) -> Option<Json> {
        let owned = |field: &str| {
            record.get(field).is_ok_and(|v| v.refs().iter().any(|r| r.id.to_string() == self.id))
        };
        let theirs = matches!(record.kind(), Kind::Member | Kind::Absence) && owned("contact");
        if record.id().id.to_string() == self.id || theirs {
            return None;
        }
        self.json(&json::write(record), false)
    }

    fn json(&self, value: &Json, in_list: bool) -> Option<Json> {
        match value {
            Json::String(text) if *text == self.id => None,
            Json::String(text) => {
                let left = self.without(text);
                (!in_list || left != "[erased]").then_some(Json::String(left))
            }
            Json::Array(all) => {
                let left: Vec<Json> = all.iter().filter_map(|one| self.json(one, true)).collect();
                (all.is_empty() || !left.is_empty()).then_some(Json::Array(left))
            }
            Json::Object(map) if map.get("person") == Some(&Json::from(self.id.as_str())) => {
                Some(Json::Object(Map::from_iter([("other".into(), "[erased]".into())])))
            }
            Json::Object(map) => {
                let left =
                    map.iter().filter_map(|(name, value)| Some((name.clone(), self.json(value, false)?)));
                Some(Json::Object(left.collect()))
            }
            other => Some(other.clone()),
        }
    }

    fn all(&self, records: &Records) -> BTreeMap<Ref, Json> {
        records.iter().filter_map(|(id, record)| Some((*id, self.left(record)?))).collect()
    }

    /// What of them stands in the bytes of a file, packed or not.
    fn found(&self, path: &Path) -> Option<String> {
        let mut bytes = fs::read(path).unwrap();
        if path.extension().is_some_and(|e| e == "gz") {
            let packed = std::mem::take(&mut bytes);
            GzDecoder::new(&packed[..]).read_to_end(&mut bytes).unwrap();
        }
        let id = syndeo_id(&self.id);
        let marks = self.texts.iter().map(|text| text.as_bytes().to_vec());
        let marks = marks.chain([self.id.as_bytes().to_vec(), id.to_vec(), LAST.as_bytes().to_vec()]);
        let holds = |mark: &Vec<u8>| bytes.windows(mark.len()).any(|part| part == &mark[..]);
        marks.into_iter().find(holds).map(|mark| String::from_utf8_lossy(&mark).into_owned())
    }
}

fn syndeo_id(text: &str) -> [u8; 16] {
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    u128::from_str_radix(&digits, 16).unwrap().to_be_bytes()
}

fn as_json(records: &Records) -> BTreeMap<Ref, Json> {
    records.iter().map(|(id, record)| (*id, json::write(record))).collect()
}

/// A part of the sample book: all people, and what is enough of the rest.
fn base(dir: &Path) -> Records {
    let (mut disk, ..) = open(dir, 0);
    let mut change = Change::new("the sample", at(1));
    for (nth, record) in syndeo::demo::book(at(0)).into_iter().enumerate() {
        let whole = matches!(record.kind(), Kind::Contact | Kind::Client | Kind::Department | Kind::Absence);
        if whole || nth % 12 == 0 {
            change = change.with(None, Some(record));
        }
    }
    disk.save(&change).unwrap();
    disk.close().unwrap();
    drop(disk);
    open(dir, 1).2
}

/// A record with the marks in each of its texts, as far as that is not what it is called itself.
fn marked(record: &Record) -> Record {
    let mut out = record.clone();
    let text = format!("{FIRST} {LAST} ({MAIL}, tel {PHONE})");
    for field in record.fields().iter().filter(|f| f.traits.visibility == Visibility::Editable) {
        if names_itself(record.kind(), field) {
            continue;
        }
        let value = match (field.read(record), &field.kind) {
            (Value::Text(old), _) => Value::Text(format!("{old} {text}")),
            (Value::Empty, Type::Text | Type::Long) => Value::Text(text.clone()),
            (Value::Words(mut all), _) => {
                all.extend([format!("{FIRST} {LAST}"), format!("of {LAST} {FIRST}")]);
                Value::Words(all)
            }
            (Value::Labelled(mut all), Type::Pairs) => {
                all.push(Labelled { label: format!("{FIRST} {LAST} said"), value: text.clone() });
                Value::Labelled(all)
            }
            (Value::Checks(mut all), _) => {
                all.push(Check { done: false, text: text.clone() });
                Value::Checks(all)
            }
            _ => continue,
        };
        field.write(&mut out, value).unwrap();
    }
    out
}

/// Gives a person the marks as their own, writes them into others, moves some to the bin, purges one, and takes backups in
/// between; the last change is one of somebody else.
fn lived(dir: &Path, who: Ref, records: &Records) {
    let (mut disk, _, mut now) = open(dir, 2);
    let mut n = 3;
    let mut save = |disk: &mut Disk, now: &mut Records, change: Change| {
        disk.save(&Change { at: at(n), ..change.clone() }).unwrap();
        store_support::apply(now, &change);
        n += 1;
    };
    let before = now[&who].clone();
    let Record::Contact(mut person) = before.clone() else { panic!("a person") };
    (person.first_name, person.last_name) = (FIRST.into(), LAST.into());
    person.mails.push(Labelled { label: "work".into(), value: MAIL.into() });
    person.phones.push(Labelled { label: "mobile".into(), value: PHONE.into() });
    let after = Record::from(person);
    save(&mut disk, &mut now, Change::new("a new name", at(0)).with(Some(before), Some(after)));
    let others: Vec<Ref> = records.keys().copied().filter(|id| *id != who).collect();
    for (round, part) in others.chunks(others.len() / 3 + 1).enumerate() {
        let mut change = Change::new(format!("{FIRST} {LAST} in part {round}"), at(0));
        for id in part.iter().step_by(2) {
            let before = now[id].clone();
            let after = marked(&before);
            change = change.with(Some(before), Some(after));
        }
        save(&mut disk, &mut now, change);
        disk.backup(at(100 + i64::try_from(round).unwrap())).unwrap();
    }
    let mut change = Change::new("to the bin", at(0));
    for id in others.iter().step_by(9) {
        let before = now[id].clone();
        let mut after = before.clone();
        after.head_mut().deleted_at = Some(at(60));
        change = change.with(Some(before), Some(after));
    }
    let purged = others.iter().find(|id| id.kind == Kind::Interaction).unwrap();
    let before = change_of(&now, purged, &change);
    let change = change.with(Some(before), None);
    save(&mut disk, &mut now, change);
    let before = now.values().find(|r| r.kind() == Kind::Department).unwrap().clone();
    let mut after = before.clone();
    after.set("notes", Value::Text(format!("asked {FIRST} {LAST} about it"))).unwrap();
    save(&mut disk, &mut now, Change::new("the last one", at(0)).with(Some(before), Some(after)));
    disk.close().unwrap();
}

/// A record as it is behind the edits of a change so far.
fn change_of(now: &Records, id: &Ref, change: &Change) -> Record {
    let edit = change.edits.iter().rev().find(|edit| edit.id() == Some(*id));
    edit.and_then(|edit| edit.after.clone()).unwrap_or_else(|| now[id].clone())
}

fn erase(disk: &mut Disk, who: Ref) -> Result<syndeo::domain::person::Erasing, StoreError> {
    let (dir, traces) = (disk.dir().to_owned(), disk.traces(who)?);
    let own = Record::from(Contact::new(syndeo::domain::ContactId(who.id), at(0)));
    let finder = Finder::new(&traces.erasing, Some(&own), at(200));
    disk.erase(&traces.erasing, &mut |path| finder.fate(&dir, path), at(200))?;
    Ok(traces.erasing.clone())
}

/// Two histories: the same changes under the same numbers, each without them.
fn same_history(known: &Known, before: &[Entry], after: &[Entry]) {
    let [last, rest @ ..] = after else { panic!("there is a last one") };
    assert_eq!((last.change.action.verb, last.change.action.name.as_str()), (Verb::Erase, ""));
    assert_eq!(rest.len(), before.len());
    for (old, new) in before.iter().zip(rest) {
        assert_eq!((old.seq, old.change.at, old.change.role), (new.seq, new.change.at, new.change.role));
        let (old_id, new_id) = (old.stamp.as_ref().unwrap().id, new.stamp.as_ref().unwrap().id);
        assert_eq!(old_id, new_id);
        let side = |record: &Option<Record>| record.as_ref().and_then(|record| known.left(record));
        let expected: Vec<_> = old.change.edits.iter().map(|e| (side(&e.before), side(&e.after))).collect();
        let expected: Vec<_> = expected.into_iter().filter(|pair| *pair != (None, None)).collect();
        let found = new.change.edits.iter();
        let found: Vec<_> =
            found.map(|e| (e.before.as_ref().map(json::write), e.after.as_ref().map(json::write))).collect();
        assert_eq!(found, expected, "change {}", old.seq);
        if expected.is_empty() && !old.change.edits.is_empty() {
            assert_eq!(new.change.action.verb, Verb::Erase, "nothing is left of change {}", old.seq);
        } else {
            assert_eq!(new.change.action.name, known.without(&old.change.action.name));
        }
    }
}

/// Files in the inbox, a draft of theirs and one that names them, and a piece of the journal that was set aside.
fn put_in(dir: &Path, known: &Known) {
    fs::create_dir(dir.join("inbox")).unwrap();
    fs::write(dir.join("inbox/theirs.txt"), format!("call {LAST}, {FIRST}: prices")).unwrap();
    fs::write(dir.join("inbox/other.txt"), "call somebody: prices").unwrap();
    let draft = |of: &str, text: &str| {
        format!(
            r#"{{"kind":"task","of":{of},"about":["{}"],"fields":[["title",{{"Text":"{text}"}}]]}}"#,
            known.id
        )
    };
    let own = draft(&format!("\"{}\"", known.id), "x");
    let other = draft("null", &format!("ask {FIRST} {LAST}"));
    fs::write(dir.join("drafts.json"), format!("[{own},{other}]")).unwrap();
    fs::write(dir.join("journal/00000000000000000001.jnl.damaged-20261101T101500Z"), LAST).unwrap();
}

/// A book from which somebody was erased goes on as ever.
fn goes_on(mut disk: Disk, dir: &Path, expected: &BTreeMap<Ref, Json>, told: &str) {
    // Undo takes back what was done before, and what comes after is as ever.
    let (taken, _) = disk.undo(at(202)).unwrap().unwrap();
    assert_eq!(taken.action.name, "the last one");
    let (again, _) = disk.redo(at(203)).unwrap().unwrap();
    assert_eq!(again.edits.len(), 1);
    disk.backup(at(204)).unwrap();
    disk.close().unwrap();
    drop(disk);
    fs::remove_dir_all(dir.join("sled")).unwrap();
    assert_eq!(as_json(&open(dir, 205).2), *expected, "{told}: built anew from backup and journal");
}

#[test]
fn whoever_is_erased_is_in_no_file_and_all_else_is_as_it_was() {
    let number = |name: &str| std::env::var(name).ok().and_then(|n| n.parse::<u64>().ok());
    let seed = number("SYNDEO_SEED").unwrap_or_else(|| fastrand::u64(..1_000_000));
    let mut rng = fastrand::Rng::with_seed(seed);
    let home = tempfile::tempdir().unwrap();
    let base_dir = home.path().join("base");
    let records = base(&base_dir);
    let mut people: Vec<Ref> = records.keys().copied().filter(|id| id.kind == Kind::Contact).collect();
    rng.shuffle(&mut people);
    let count = usize::try_from(number("SYNDEO_ERASE").unwrap_or(2)).unwrap();
    for who in people.into_iter().take(count) {
        let dir = home.path().join("book");
        copy(&base_dir, &dir);
        let told = format!("seed {seed}, {}", records[&who].title());
        let known = Known::of(&records[&who]);
        lived(&dir, who, &records);
        put_in(&dir, &known);
        let copy_beside = home.path().join("book.before-repair-20261101T101500Z");
        copy(&base_dir, &copy_beside);

        let (mut disk, _, before) = open(&dir, 150);
        let history = disk.history(&[], usize::MAX).unwrap();
        let old: Vec<(String, Vec<Record>)> = backups(&dir)
            .into_iter()
            .map(|b| (b.name.clone(), read_backup(&dir, &b.name).unwrap()))
            .collect();
        assert!(old.len() > 1);
        let erasing = erase(&mut disk, who).unwrap_or_else(|e| panic!("{told}: {e}"));
        drop(disk);

        for path in files_in(&dir) {
            assert_eq!(known.found(&path), None, "{told}: {}", path.display());
        }
        assert!(!copy_beside.exists(), "{told}");
        let proof = prove(&dir, &erasing, &mut |_| Ok(false)).unwrap();
        assert_eq!(proof.left, [], "{told}");
        let found = check(&dir).unwrap();
        assert!(found.is_well(), "{told}: {:?}", found.findings);
        let (mut disk, opened, after) = open(&dir, 201);
        assert_eq!((&opened.news[..], &opened.read_only), (&[][..], &None), "{told}");
        let (expected, after) = (known.all(&before), as_json(&after));
        for (id, json) in &expected {
            let differs = |name: &&String| after[id].get(name.as_str()) != json.get(name.as_str());
            let fields: Vec<_> = json.as_object().unwrap().keys().filter(differs).collect();
            let field = fields.first().map(|name| (&json[name.as_str()], &after[id][name.as_str()]));
            assert_eq!(after.get(id), Some(json), "{told}: {fields:?} {field:#?}");
        }
        assert_eq!(after.len(), expected.len(), "{told}");
        same_history(&known, &history, &disk.history(&[], usize::MAX).unwrap());
        for (name, records) in old {
            let all = |records: Vec<Record>| records.into_iter().map(|r| (r.id(), r)).collect::<Records>();
            let now = read_backup(&dir, &name).unwrap();
            assert_eq!(as_json(&all(now)), known.all(&all(records)), "{told}: {name}");
        }
        assert_eq!(fs::read_to_string(dir.join("inbox/other.txt")).unwrap(), "call somebody: prices");
        assert!(!dir.join("inbox/theirs.txt").exists(), "{told}");
        let drafts = fs::read_to_string(dir.join("drafts.json")).unwrap();
        assert!(drafts.contains("ask [erased]") && drafts.matches("\"kind\"").count() == 1, "{drafts}");

        goes_on(disk, &dir, &expected, &told);
        fs::remove_dir_all(&dir).unwrap();
    }
}

/// A small book: a person, a colleague who does what is asked, touches, a backup, a file in the inbox, a copy beside it.
fn small(home: &Path) -> (PathBuf, Ref) {
    let dir = home.join("book");
    let all = syndeo::demo::book(at(0));
    let touch = all.iter().find_map(|r| match r {
        Record::Interaction(i) if i.people.0.len() == 1 => Some(i.clone()),
        _ => None,
    });
    let touch = touch.unwrap();
    let who = Ref::from(touch.people.0[0]);
    let (mut disk, ..) = open(&dir, 0);
    let person = all.iter().find(|r| r.id() == who).unwrap().clone();
    let change = Change::new("both", at(1)).with(None, Some(person.clone()));
    disk.save(&change.with(None, Some(touch.clone().into()))).unwrap();
    disk.backup(at(2)).unwrap();
    let mut after = touch.clone();
    after.text = format!("with {}", person.title());
    disk.save(&Change::new("text", at(3)).with(Some(touch.into()), Some(after.into()))).unwrap();
    let mut changed = person.clone();
    changed.set("notes", Value::Text("theirs alone".into())).unwrap();
    disk.save(&Change::new("theirs alone", at(4)).with(Some(person), Some(changed))).unwrap();
    disk.close().unwrap();
    drop(disk);
    fs::create_dir(dir.join("inbox")).unwrap();
    fs::write(dir.join("inbox/other.txt"), "call somebody: prices").unwrap();
    copy(&dir, &home.join("book.before-repair-20261101T101500Z"));
    (dir, who)
}

/// What a cut at any step leaves: the whole old book, or one from which they are gone. Whether they are.
fn is_one_or_the_other(dir: &Path, who: Ref, before: &Records, look_first: bool, told: &str) -> bool {
    if look_first {
        // Whoever only reads it finds one of the two as well.
        let claim = BookLock::look(dir).unwrap();
        let found = check(dir).unwrap();
        assert!(found.is_well(), "{told}: {:?}", found.findings);
        drop(claim);
    }
    let (disk, opened, records) = open(dir, 300);
    assert_eq!(opened.read_only, None, "{told}: {:?}", opened.news);
    drop(disk);
    let names: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name()).collect();
    let is_left = |name: &std::ffi::OsString| name.to_string_lossy().starts_with("eras");
    assert!(!names.iter().any(is_left), "{told}: {names:?}");
    assert!(check(dir).unwrap().is_well(), "{told}: {:?}", check(dir).unwrap().findings);
    let is_gone = !records.contains_key(&who);
    let known = Known::of(&before[&who]);
    if is_gone {
        assert_eq!(as_json(&records), known.all(before), "{told}");
        assert!(files_in(dir).iter().all(|path| known.found(path).is_none()), "{told}");
        assert!(!dir.with_file_name("book.before-repair-20261101T101500Z").exists(), "{told}");
    } else {
        assert_eq!(&records, before, "{told}");
        assert!(dir.with_file_name("book.before-repair-20261101T101500Z").exists(), "{told}");
    }
    assert!(dir.join("inbox/other.txt").exists(), "{told}");
    is_gone
}

/// Not a test of its own: what the child process does, until it is killed by itself at a step.
#[test]
fn child() {
    let Ok(what) = std::env::var(CHILD) else { return };
    let (step, rest) = what.split_once('|').unwrap();
    let (id, dir) = rest.split_once('|').unwrap();
    let (at_step, steps) = (step.parse::<usize>().unwrap(), AtomicUsize::new(0));
    let hook = move |step| {
        if step == Step::Erase && steps.fetch_add(1, Ordering::SeqCst) == at_step {
            let own = std::process::id().to_string();
            Command::new("kill").args(["-9", &own]).status().unwrap();
        }
        Ok(())
    };
    let options = Options { error: Some(Arc::new(hook)), ..options() };
    let (mut disk, ..) = open_with(Path::new(dir), options, 100).unwrap();
    let who = Ref::new(Kind::Contact, uuid::Uuid::parse_str(id).unwrap());
    erase(&mut disk, who).unwrap();
}

#[test]
fn killed_at_any_step_it_is_the_old_book_or_goes_on() {
    if std::env::var(CHILD).is_ok() {
        return;
    }
    let (mut ended, mut step) = (vec![], 0);
    loop {
        let home = tempfile::tempdir().unwrap();
        let (dir, who) = small(home.path());
        let before = open(&dir, 50).2;
        let done = Command::new(std::env::current_exe().unwrap())
            .args(["child", "--exact", "--test-threads=1"])
            .env(CHILD, format!("{step}|{}|{}", who.id, dir.display()))
            .output()
            .unwrap();
        ended.push(is_one_or_the_other(&dir, who, &before, step % 2 == 1, &format!("step {step}")));
        if done.status.success() {
            break;
        }
        step += 1;
    }
    let turned = ended.iter().position(|gone| *gone).unwrap();
    assert!(ended[turned..].iter().all(|gone| *gone), "what counts once counts: {ended:?}");
    assert!(turned > 5 && ended.len() - turned > 8, "there are steps on both sides: {ended:?}");
}

#[test]
fn where_the_medium_refuses_it_is_the_old_book_or_goes_on() {
    let (mut step, mut kept) = (0, 0);
    loop {
        let home = tempfile::tempdir().unwrap();
        let (dir, who) = small(home.path());
        let before = open(&dir, 50).2;
        let steps = AtomicUsize::new(0);
        let hook = move |asked| match asked {
            Step::Erase if steps.fetch_add(1, Ordering::SeqCst) == step => {
                Err(std::io::Error::from(std::io::ErrorKind::StorageFull))
            }
            _ => Ok(()),
        };
        let refusing = Options { error: Some(Arc::new(hook)), ..options() };
        let (mut disk, ..) = open_with(&dir, refusing, 100).unwrap();
        let outcome = erase(&mut disk, who);
        drop(disk);
        let is_gone = is_one_or_the_other(&dir, who, &before, false, &format!("step {step}"));
        kept += usize::from(!is_gone);
        if outcome.is_ok() {
            assert!(is_gone);
            break;
        }
        step += 1;
    }
    assert!(kept > 5 && step > kept + 8, "{kept} of {step}");
}

/// The undo of a change of theirs alone would bring them back: it is passed over, and what was done before it is taken back.
#[test]
fn undo_passes_over_what_is_erased() {
    let home = tempfile::tempdir().unwrap();
    let (dir, who) = small(home.path());
    let (mut disk, opened, _) = open(&dir, 50);
    assert_eq!(opened.undo.unwrap().action.name, "theirs alone");
    erase(&mut disk, who).unwrap();
    drop(disk);
    let (mut disk, opened, records) = open(&dir, 60);
    assert_eq!(opened.undo.unwrap().action.name, "text");
    let (taken, _) = disk.undo(at(61)).unwrap().unwrap();
    let text = |record: &Record| record.get("text").unwrap();
    let after = taken.edits[0].after.as_ref().unwrap();
    assert!(text(after) != text(&records[&after.id()]) && !format!("{:?}", text(after)).contains("erased"));
    let (again, _) = disk.redo(at(62)).unwrap().unwrap();
    assert_eq!(again.edits[0].after.as_ref(), records.get(&after.id()));
    assert_eq!(disk.undo(at(63)).unwrap().unwrap().0.action.name, "text");
    assert_eq!(disk.undo(at(64)).unwrap().unwrap().0.action.name, "both");
    assert!(disk.undo(at(65)).unwrap().is_none());
}

/// A large change lies in several entries; undo takes it as one afterwards, too, though a whole part of it was theirs.
#[test]
fn the_parts_of_a_large_change_stay_one_change() {
    let home = tempfile::tempdir().unwrap();
    let (dir, who) = small(home.path());
    let two = || Options { part: 1, ..options() };
    let (mut disk, _, records) = open_with(&dir, two(), 50).unwrap();
    let mut change = Change::new("many", at(51));
    for before in records.values() {
        let mut after = before.clone();
        after.head_mut().deleted_at = Some(at(51));
        change = change.with(Some(before.clone()), Some(after));
    }
    assert_eq!(change.edits.len(), 2);
    disk.save(&change).unwrap();
    erase(&mut disk, who).unwrap();
    drop(disk);
    let (mut disk, opened, after) = open_with(&dir, two(), 60).unwrap();
    assert!(opened.news.is_empty(), "{:?}", opened.news);
    assert!(after.values().all(Record::is_gone));
    assert_eq!(disk.undo(at(61)).unwrap().unwrap().0.action.name, "many");
    disk.close().unwrap();
    drop(disk);
    assert!(open_with(&dir, two(), 70).unwrap().2.values().all(|record| !record.is_gone()));
}

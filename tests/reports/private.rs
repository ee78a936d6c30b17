//! The law of what is internal: whatever is marked, no report for a client holds a word of it, nor of what belongs to it;
//! the one for us does.

use super::{LANGUAGES, asked, now};
use std::collections::{BTreeMap, BTreeSet};
use syndeo::demo;
use syndeo::domain::report::{Ask, Untold, facts};
use syndeo::domain::{Book, Record, Ref, Type, Value};
use syndeo::exchange::report::{Format, render};

/// How a record can be marked: the start of its title, or a tag.
const TITLES: [&str; 2] = ["Internal: ", "Εσωτερικό: "];
const TAGS: [&str; 2] = ["Internal", "#εσωτερικό"];

/// A word that stands in this record alone.
fn word(nth: usize) -> String {
    format!("q{nth}z")
}

/// Every record of the sample book, each with a word of its own in all its texts.
fn records() -> Vec<Record> {
    let mut records = demo::book(now());
    for (nth, record) in records.iter_mut().enumerate() {
        for field in record.kind().fields() {
            let (true, Value::Text(old)) =
                (matches!(field.kind, Type::Text | Type::Long), field.read(record))
            else {
                continue;
            };
            let text = format!("{old} {}", word(nth)).trim().to_owned();
            // A field that takes no such text stays as it is.
            let _ = field.write(record, Value::Text(text));
        }
    }
    records
}

/// The record marked in each way it can be.
fn marked(record: &Record) -> Vec<Record> {
    let mut out = vec![];
    if let Some(title) = record.kind().fields().iter().find(|f| f.traits.title) {
        let Value::Text(old) = title.read(record) else { panic!("a title is a text") };
        for mark in TITLES {
            let mut one = record.clone();
            title.write(&mut one, Value::Text(format!("{mark}{old}"))).unwrap();
            out.push(one);
        }
    }
    if let Some(tags) = record.kind().field("tags") {
        for mark in TAGS {
            let mut one = record.clone();
            tags.write(&mut one, Value::Words(vec!["other".into(), mark.into()])).unwrap();
            out.push(one);
        }
    }
    out
}

/// What a record belongs to, written a second time: by the names of its fields.
fn above(record: &Record) -> Vec<Ref> {
    let named = ["client", "clients", "project", "projects", "request", "requests", "milestone", "agreement"];
    let kind = record.kind().name();
    let more: &[&str] = match kind {
        "member" | "absence" => &["contact"],
        "contact" => &["department"],
        _ => &[],
    };
    let is = |name: &str| named.contains(&name) || more.contains(&name);
    record.links().filter(|(f, _)| is(f.name)).flat_map(|(_, v)| v.refs().to_vec()).collect()
}

/// A record and everything that belongs to it, however far below.
fn with_all_below(of: Ref, below: &BTreeMap<Ref, Vec<Ref>>) -> BTreeSet<Ref> {
    let (mut found, mut next) = (BTreeSet::new(), vec![of]);
    while let Some(id) = next.pop() {
        if found.insert(id) {
            next.extend(below.get(&id).into_iter().flatten());
        }
    }
    found
}

/// The words of records that a report holds.
fn words_in(text: &str) -> BTreeSet<usize> {
    let starts = text.match_indices('q').map(|(at, _)| &text[at + 1..]);
    let number = |rest: &str| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        rest[digits..].starts_with('z').then(|| rest[..digits].parse().ok()).flatten()
    };
    starts.filter_map(number).collect()
}

#[test]
fn no_word_of_what_is_marked_goes_to_a_client() {
    let records = records();
    let mut book = Book::of(records.clone());
    let at: BTreeMap<Ref, usize> = records.iter().enumerate().map(|(nth, r)| (r.id(), nth)).collect();
    let mut below: BTreeMap<Ref, Vec<Ref>> = BTreeMap::new();
    for record in &records {
        for up in above(record) {
            below.entry(up).or_default().push(record.id());
        }
    }
    // Where each word goes while nothing is marked.
    let mut goes: BTreeMap<usize, Vec<Ask>> = BTreeMap::new();
    for ask in asked(&book).into_iter().filter(|ask| !ask.is_internal()) {
        let Ok(told) = facts(&book, &ask, now()) else { continue };
        for nth in words_in(&serde_json::to_string(&told).unwrap()) {
            goes.entry(nth).or_default().push(ask);
        }
    }
    let (mut refused, mut left_out, mut kinds) = (0, 0, BTreeSet::new());
    for (nth, record) in records.iter().enumerate() {
        let secret = with_all_below(record.id(), &below);
        let hidden: BTreeSet<usize> = secret.iter().map(|id| at[id]).collect();
        // Every report about it, some of those that told of it or of what is below it.
        let some = |nth: usize, most: usize| -> Vec<Ask> {
            let all: &[Ask] = goes.get(&nth).map_or(&[], Vec::as_slice);
            let about = all.iter().filter(|ask| ask.of == Some(records[nth].id()));
            about.chain(all.iter().step_by((all.len() / most).max(1))).copied().collect()
        };
        let mut asks = some(nth, 3);
        asks.extend(hidden.iter().step_by((hidden.len() / 3).max(1)).flat_map(|below| some(*below, 1)));
        let mut seen = vec![];
        asks.retain(|ask| {
            !seen.contains(ask) && {
                seen.push(*ask);
                true
            }
        });
        for (way, one) in marked(record).into_iter().enumerate() {
            book.put(one);
            for (turn, ask) in asks.iter().enumerate() {
                match facts(&book, ask, now()) {
                    Err(Untold::Internal(_)) => {
                        assert!(ask.of.is_some_and(|of| secret.contains(&of)), "{ask:?} for {record:?}");
                        refused += 1;
                    }
                    Err(Untold::NotOfThat) => panic!("{ask:?}"),
                    Ok(told) => {
                        assert!(ask.of.is_none_or(|of| !secret.contains(&of)), "{ask:?} for {record:?}");
                        // Templates find nothing but facts; that none writes more is looked at in a form and a
                        // language, each in turn.
                        let mut text = serde_json::to_string(&told).unwrap();
                        if turn == way {
                            let form = Format::ALL[nth % 3];
                            let language = LANGUAGES[nth / 3 % 2];
                            text.push_str(&render(ask.kind, &told, language, form, &[]).unwrap());
                            left_out += 1;
                        }
                        let words = words_in(&text);
                        let out: Vec<_> = words.intersection(&hidden).collect();
                        assert!(out.is_empty(), "{ask:?} tells {out:?} of {record:?}:\n{text}");
                    }
                }
            }
            let about_it = goes.get(&nth).and_then(|asks| asks.first());
            if let Some(ask) = about_it {
                let ours = facts(&book, &Ask { internal: true, ..*ask }, now()).unwrap();
                let text = serde_json::to_string(&ours).unwrap();
                assert!(words_in(&text).contains(&nth), "for us it is told: {record:?}");
                kinds.insert(record.kind());
            }
        }
        book.put(record.clone());
    }
    assert!(refused > 1000 && left_out > 500 && kinds.len() >= 9, "{refused} {left_out} {kinds:?}");
}

/// On the command line the reason is told, and what to do.
#[test]
fn a_marked_meeting_is_written_for_us_alone() {
    let desk = super::cli_support::Desk::sample();
    let call = |args: &[&str]| desk.call(args);
    let logged = call(&["capture", "meeting Aegean: Internal: SECRETX price", "--yes"]);
    assert_eq!(logged.code, 0, "{}", logged.err);
    let refused = call(&["report", "meeting", "SECRETX"]);
    assert!(refused.code == 1 && refused.out.is_empty(), "{}", refused.out);
    let (why, what) = ("is internal, as its title says", "--internal writes it for us");
    assert!(refused.err.contains(why) && refused.err.contains(what), "{}", refused.err);
    let ours = call(&["report", "meeting", "SECRETX", "--internal"]);
    assert!(ours.code == 0 && ours.out.contains("SECRETX price"), "{}{}", ours.out, ours.err);
}

//! Names for the word under the cursor.

use super::Place;
use super::fields::{is_colleague, near};
use super::names::begins;
use super::reader::Reader;
use super::token::{Token, split};
use super::words::kind;
use crate::domain::{Book, Kind, Moment, Record, Ref};
use std::ops::Range;

/// One thing that a word under the cursor may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it stands in the place of, in bytes.
    pub range: Range<usize>,
    /// What stands there then.
    pub insert: String,
    /// What it names.
    pub names: Ref,
}

/// Letters after which names are offered.
const LETTERS: usize = 2;
/// How many are offered.
const MOST: usize = 8;
/// After so many no better one is looked for: a letter more brings it.
const ENOUGH: usize = 100;
/// How many words before the cursor may belong to the same name.
const WORDS: usize = 3;

/// What the word under the cursor (a place in bytes) may become: departments and colleagues after `@`, projects after
/// `/`, else the people of the client in the line or of where one stands, clients, and everybody else.
pub fn complete(line: &str, cursor: usize, book: &Book, here: Place) -> Vec<Completion> {
    let cursor = (0..=cursor.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    let tokens = split(line.get(..cursor).unwrap_or_default());
    let Some(last) = tokens.last().filter(|t| t.raw.end == cursor && !t.stop()) else { return vec![] };
    if last.fold.chars().filter(|c| c.is_alphanumeric()).count() < LETTERS {
        return vec![];
    }
    let begun = line.get(..last.raw.start).unwrap_or_default();
    let clients = Reader::new(begun, book, Moment::default(), here, &[]).run().around();
    let mut out = vec![];
    // The word that says what the line becomes is no part of a name.
    let names = tokens.len() - usize::from(kind(tokens.first().map_or("", |t| t.fold.as_str())).is_some());
    for words in (1..=WORDS.min(names.max(1))).rev() {
        // What fits more words is what is being written.
        if !out.is_empty() {
            break;
        }
        let Some(typed) = tokens.get(tokens.len() - words..) else { continue };
        let sigil = typed.first().and_then(|t| t.sigil);
        if words > 1
            && (typed.iter().skip(1).any(|t| t.sigil.is_some())
                || typed.iter().rev().skip(1).any(Token::stop))
        {
            continue;
        }
        let found: Vec<Ref> = match sigil {
            Some('@') => {
                let colleagues = book.all(Kind::Contact).filter(|r| is_colleague(r));
                fitting(book, book.all(Kind::Department).chain(colleagues), typed)
            }
            Some('/') => {
                let theirs: Vec<&Record> =
                    clients.iter().flat_map(|c| book.backlinks(*c, Kind::Project)).collect();
                fitting(book, theirs.into_iter().chain(book.all(Kind::Project)), typed)
            }
            Some('#' | '!') => vec![],
            _ => fitting(book, near(book, &clients), typed),
        };
        let start = typed.first().map_or(cursor, |t| t.raw.start);
        for id in found {
            let insert = written(&book.name(id), sigil);
            let known = out.iter().any(|c: &Completion| c.insert == insert);
            if !known && line.get(start..cursor) != Some(insert.as_str()) && out.len() < MOST {
                out.push(Completion { range: start..cursor, insert, names: id });
            }
        }
    }
    out
}

/// The records whose names all of the typed words fit, whole words before beginnings, in their order.
fn fitting<'a>(book: &Book, records: impl Iterator<Item = &'a Record>, typed: &[Token]) -> Vec<Ref> {
    let mut found: Vec<(bool, bool, Ref)> = vec![];
    for record in records {
        let id = record.id();
        let key = book.key(id);
        let near = typed.iter().all(|t| {
            t.words.is_empty() || t.words.iter().any(|w| w.first().is_some_and(|w| key.contains(w.as_str())))
        });
        let Some(fit) = near.then(|| begins(record, typed)).flatten() else { continue };
        if !found.iter().any(|f| f.2 == id) {
            found.push((!fit.whole, !fit.first, id));
        }
        if found.len() == ENOUGH {
            break;
        }
    }
    found.sort_by_key(|f| (f.0, f.1));
    found.into_iter().map(|f| f.2).collect()
}

/// A name as it is read again: in quotation marks after a mark when it has several words.
fn written(name: &str, sigil: Option<char>) -> String {
    match sigil {
        Some(mark @ ('@' | '/')) if name.contains(char::is_whitespace) => {
            let name = name.replace('"', "");
            [mark, '"'].into_iter().chain(name.chars()).chain(['"']).collect()
        }
        Some(mark) => String::from(mark) + name,
        None => name.to_owned(),
    }
}

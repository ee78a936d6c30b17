//! What is internal, and goes to no client: what is marked so.
//!
//! A line that begins with `internal:` is, and all that follows up to an empty line. A record is whose title or summary
//! begins so, or that has the tag `internal`, and whatever belongs to one of that sort, however far below. In Greek the
//! word is `εσωτερικό`. Such a record is told in no report for a client, and no report for a client is about it.

use crate::domain::text::fold;
use crate::domain::{Book, Field, Kind, Record, Ref, Type, Value};

/// Why a record is internal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The record that bears the mark: itself, or one that it belongs to.
    pub by: Ref,
    /// What the mark is.
    pub mark: Mark,
}

/// A mark of what is internal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Its title begins so.
    Title,
    /// A tag.
    Tag,
}

/// What marks something as internal, folded: the word as a tag, and with a colon before a text.
const MARKS: [&str; 4] = ["internal", "εσωτερικο", "εσωτερικα", "εσωτερικη"];

/// Whether a line begins with a mark.
fn is_marked(line: &str) -> bool {
    let line = fold(line.trim_start_matches(|c: char| !c.is_alphanumeric()));
    MARKS.iter().any(|mark| line.strip_prefix(mark).is_some_and(|rest| rest.trim_start().starts_with(':')))
}

fn mark(record: &Record) -> Option<Mark> {
    let is_mark = |tag: &String| MARKS.contains(&fold(tag.trim().trim_start_matches('#')).as_str());
    if is_marked(&record.title()) {
        return Some(Mark::Title);
    }
    let tags = record.kind().tags_field().map(|field| field.read(record));
    matches!(tags, Some(Value::Words(tags)) if tags.iter().any(is_mark)).then_some(Mark::Tag)
}

/// Whether what a field points at is what the record belongs to, or is about. Somebody who only takes part is neither: of
/// what is told with others, a person that is marked is left out alone.
fn leads_up(field: &Field) -> bool {
    match field.kind {
        Type::One(kind) | Type::Many(kind) => {
            field.traits.owner || (field.traits.prefilled && kind != Kind::Contact)
        }
        _ => false,
    }
}

/// Why a whole record is internal: it is marked, or something that it belongs to is; what lies in the bin counts as well.
/// The kinds lead up without a circle; a test looks.
pub(super) fn marked(book: &Book, record: &Record) -> Option<Marked> {
    if let Some(mark) = mark(record) {
        return Some(Marked { by: record.id(), mark });
    }
    let above = record.links().filter(|(field, _)| leads_up(field)).flat_map(|(_, v)| v.refs().to_vec());
    above.filter_map(|id| book.get_with_deleted(id)).find_map(|above| marked(book, above))
}

/// A text without what is internal in it.
pub(super) fn outward(text: &str) -> String {
    let mut kept: Vec<&str> = vec![];
    let mut inside = false;
    for line in text.lines() {
        inside = !line.trim().is_empty() && (inside || is_marked(line));
        if !inside {
            kept.push(line);
        }
    }
    kept.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_up_comes_to_an_end() {
        fn deep(kind: Kind, seen: &mut Vec<Kind>) {
            assert!(!seen.contains(&kind), "{kind:?} belongs to itself: {seen:?}");
            seen.push(kind);
            for field in kind.fields().iter().filter(|field| leads_up(field)) {
                let (Type::One(above) | Type::Many(above)) = field.kind else { continue };
                deep(above, seen);
            }
            seen.pop();
        }
        for kind in Kind::ALL {
            deep(*kind, &mut vec![]);
        }
    }

    #[test]
    fn what_is_marked_is_taken_out_up_to_an_empty_line() {
        let text = "They agreed.\nInternal: they are short of money\nand know it.\n\nNext: the plan.\n- ΕΣΩΤΕΡΙΚΌ : όχι\n\nEnd";
        assert_eq!(outward(text), "They agreed.\n\nNext: the plan.\n\nEnd");
        let plain = "The internal review is on Friday: all come.\nInternals are fine";
        assert_eq!(outward(plain), plain, "a word in a sentence is no mark");
        assert_eq!(outward("internal: all of it"), "");
    }
}

//! What is internal, and goes to no client: what is marked so.
//!
//! A line that begins with `internal:` is, and all that follows up to an empty line. A record is whose title or summary
//! begins so, or that has the tag `internal`, and what belongs to a project or a wish of that sort. In Greek the word is `εσωτερικό`.

use crate::domain::text::fold;
use crate::domain::{Book, Kind, Record};

/// What marks something as internal, folded: the word as a tag, and with a colon before a text.
const MARKS: [&str; 4] = ["internal", "εσωτερικο", "εσωτερικα", "εσωτερικη"];

/// Whether a line begins with a mark.
fn is_marked(line: &str) -> bool {
    let line = fold(line.trim_start_matches(|c: char| !c.is_alphanumeric()));
    MARKS.iter().any(|mark| line.strip_prefix(mark).is_some_and(|rest| rest.trim_start().starts_with(':')))
}

/// Words of one's own, for those kinds that have some.
fn tags(record: &Record) -> &[String] {
    match record {
        Record::Contact(r) => &r.tags,
        Record::Project(r) => &r.tags,
        Record::Task(r) => &r.tags,
        Record::Request(r) => &r.tags,
        Record::Interaction(r) => &r.tags,
        // A client that is called internal is one of our own house, and no secret.
        Record::Client(_)
        | Record::Department(_)
        | Record::Milestone(_)
        | Record::Member(_)
        | Record::Agreement(_)
        | Record::Obligation(_)
        | Record::Feedback(_)
        | Record::Decision(_)
        | Record::Absence(_)
        | Record::Playbook(_)
        | Record::Calendar(_)
        | Record::CustomField(_) => &[],
    }
}

fn has_mark(record: &Record) -> bool {
    let is_mark = |tag: &String| MARKS.contains(&fold(tag.trim().trim_start_matches('#')).as_str());
    is_marked(&record.title()) || tags(record).iter().any(is_mark)
}

/// Whether a whole record is internal: it is marked so, or the one project, wish, milestone or agreement it belongs to.
pub(super) fn is_internal(book: &Book, record: &Record) -> bool {
    let above = [Kind::Project, Kind::Request, Kind::Milestone, Kind::Agreement];
    has_mark(record) || above.into_iter().filter_map(|kind| book.get(record.one(kind)?)).any(has_mark)
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
    fn what_is_marked_is_taken_out_up_to_an_empty_line() {
        let text = "They agreed.\nInternal: they are short of money\nand know it.\n\nNext: the plan.\n- ΕΣΩΤΕΡΙΚΌ : όχι\n\nEnd";
        assert_eq!(outward(text), "They agreed.\n\nNext: the plan.\n\nEnd");
        let plain = "The internal review is on Friday: all come.\nInternals are fine";
        assert_eq!(outward(plain), plain, "a word in a sentence is no mark");
        assert_eq!(outward("internal: all of it"), "");
    }
}

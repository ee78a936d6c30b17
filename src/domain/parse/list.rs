//! Lists as text: a mark between two entries, and double quotes around what a mark would cut.
//!
//! In quotes a quote is doubled (`""`), a line end is `\n` and a backslash `\\`, so that an entry never leaves its
//! line. Quotes count only around a whole entry, label or value; elsewhere they are letters like others, and so is a
//! backslash: what people type without thinking of quotes stays what they typed.

use crate::domain::{Check, Labelled};

/// What stands between two entries of a list on one line.
pub(super) const MARKS: &[char] = &[',', ';'];
/// As [`MARKS`], and the line ends of a pasted list.
pub(super) const MARKS_OR_LINES: &[char] = &[',', ';', '\n'];
/// What stands between two entries that have a line each.
pub(super) const LINES: &[char] = &['\n'];

/// The most words before a colon that are still a label; longer ones are a sentence.
const LABEL_WORDS: usize = 6;

/// An entry as it is typed between these marks.
pub(super) fn show(text: &str, marks: &[char]) -> String {
    let bare = !text.is_empty()
        && text.trim() == text
        && !text.starts_with('"')
        && !text.contains('\n')
        && !text.contains(marks);
    if bare { text.to_owned() } else { quote(text) }
}

/// "label: value" as it is typed between these marks.
pub(super) fn show_labelled(one: &Labelled, marks: &[char]) -> String {
    let value = show(&one.value, marks);
    if one.label.is_empty() {
        return if bare_label(&value, marks).is_some() { quote(&one.value) } else { value };
    }
    if is_label(&one.label) && !one.label.contains(marks) {
        format!("{}: {value}", one.label)
    } else {
        format!("{}: {value}", quote(&one.label))
    }
}

/// A line of a checklist as it is typed.
pub(super) fn show_check(check: &Check) -> String {
    format!("[{}] {}", if check.done { 'x' } else { ' ' }, show(&check.text, LINES))
}

/// The entries of a list; empty ones only where they are in quotes.
pub(super) fn read(text: &str, marks: &[char]) -> Vec<String> {
    each(text, marks, entry)
}

/// The entries of a list, each with a label or none.
pub(super) fn read_labelled(text: &str, marks: &[char]) -> Vec<Labelled> {
    each(text, marks, labelled)
}

/// The lines of a checklist.
pub(super) fn read_checks(text: &str) -> Vec<Check> {
    text.split('\n').filter_map(read_check).collect()
}

fn read_check(line: &str) -> Option<Check> {
    let line = line.trim();
    let (done, text) = match line.strip_prefix("[x]").or_else(|| line.strip_prefix("[X]")) {
        Some(rest) => (true, rest),
        None => (false, line.strip_prefix("[ ]").unwrap_or(line)),
    };
    entry(text, LINES).0.map(|text| Check { done, text })
}

/// What `one` reads at the start of a text, and after each mark. It returns the rest from its mark on.
fn each<T>(
    text: &str,
    marks: &[char],
    one: impl for<'a> Fn(&'a str, &[char]) -> (Option<T>, &'a str),
) -> Vec<T> {
    let mut out = vec![];
    let mut rest = text;
    loop {
        let (found, after) = one(rest, marks);
        out.extend(found);
        let mut chars = after.chars();
        if chars.next().is_none() {
            return out;
        }
        rest = chars.as_str();
    }
}

fn entry<'a>(text: &'a str, marks: &[char]) -> (Option<String>, &'a str) {
    let text = skip(text, marks);
    if let Some((inside, rest)) = unquote(text) {
        let rest = skip(rest, marks);
        if rest.is_empty() || rest.starts_with(marks) {
            return (Some(inside), rest);
        }
    }
    let (plain, rest) = text.split_at(text.find(marks).unwrap_or(text.len()));
    let plain = plain.trim();
    ((!plain.is_empty()).then(|| plain.to_owned()), rest)
}

fn labelled<'a>(text: &'a str, marks: &[char]) -> (Option<Labelled>, &'a str) {
    let text = skip(text, marks);
    let named = unquote(text).or_else(|| bare_label(text, marks)).and_then(|(label, rest)| {
        let rest = rest.strip_prefix(':').filter(|r| starts_with_blank(r, marks))?;
        let (value, rest) = entry(rest, marks);
        Some((Labelled { label, value: value? }, rest))
    });
    if let Some((one, rest)) = named {
        return (Some(one), rest);
    }
    let (value, rest) = entry(text, marks);
    (value.map(|value| Labelled { label: String::new(), value }), rest)
}

/// The label without quotes that a text begins with, and the rest from its colon on. The colon needs a blank behind
/// it, so that addresses of pages and times of day stay whole.
fn bare_label<'a>(text: &'a str, marks: &[char]) -> Option<(String, &'a str)> {
    let own = &text[..text.find(marks).unwrap_or(text.len())];
    let at = own.match_indices(':').map(|(at, _)| at).find(|at| starts_with_blank(&own[at + 1..], marks))?;
    let label = own[..at].trim();
    is_label(label).then(|| (label.to_owned(), &text[at..]))
}

/// Whether a label needs no quotes: a few words without digits.
fn is_label(text: &str) -> bool {
    !text.is_empty()
        && text.trim() == text
        && !text.starts_with('"')
        && !text.contains([':', '\n'])
        && !text.contains(char::is_numeric)
        && text.split_whitespace().count() <= LABEL_WORDS
}

fn starts_with_blank(text: &str, marks: &[char]) -> bool {
    text.starts_with(char::is_whitespace) && !text.starts_with(marks)
}

/// The text without the blanks before it; a line end that is a mark is no blank.
fn skip<'a>(text: &'a str, marks: &[char]) -> &'a str {
    text.trim_start_matches(|c: char| c.is_whitespace() && !marks.contains(&c))
}

fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\"\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// What stands in the quotes that a text begins with, and what stands behind them; `None` when they do not end on
/// their line.
fn unquote(text: &str) -> Option<(String, &str)> {
    let mut out = String::new();
    let mut rest = text.strip_prefix('"')?.chars();
    while let Some(c) = rest.next() {
        let next = rest.clone().next();
        let taken = match (c, next) {
            ('"', Some('"')) => '"',
            ('"', _) => return Some((out, rest.as_str())),
            ('\n', _) => return None,
            ('\\', Some('n')) => '\n',
            ('\\', Some('\\')) => '\\',
            _ => {
                out.push(c);
                continue;
            }
        };
        out.push(taken);
        rest.next();
    }
    None
}

//! Mail addresses and telephone numbers over the columns that a program has for them.

use super::known::Source;
use super::plain;
use super::target::Target;
use crate::domain::text::fold;
use crate::domain::{Labelled, Record, Value};

/// A column for one of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    /// The name of the column in the table of the source.
    pub(super) column: &'static str,
    /// For mail addresses; else for telephone numbers.
    mails: bool,
    /// Which of them the column is for.
    part: Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The address or number, under this label.
    Value(&'static str),
    /// That of this place, whatever its label.
    ValueAt(usize),
    /// The label of that of this place.
    LabelAt(usize),
}

/// The columns of a source for addresses and numbers, with their headers: as many as the records need where they are
/// numbered without end, else as many as the program has.
pub(super) fn ways(source: &Source, records: &[&Record]) -> Vec<(String, Way)> {
    let mut out: Vec<(String, Way)> = vec![];
    for (name, target) in source.columns {
        let (mails, label) = match target {
            Target::Mails(label) => (true, *label),
            Target::Phone(label) => (false, *label),
            _ => continue,
        };
        let way = |part| Way { column: name, mails, part };
        let numbered = |number: usize| name.replace('#', &number.to_string());
        let said = label_column(source, name);
        if let Some(label_name) = said {
            let most = records.iter().map(|record| of(record, mails).len()).max().unwrap_or(0).max(1);
            for at in 0..most {
                let of_label = Way { column: name, mails, part: Part::LabelAt(at) };
                out.push((label_name.replace('#', &(at + 1).to_string()), of_label));
                out.push((numbered(at + 1), way(Part::ValueAt(at))));
            }
        } else if name.contains('#') {
            // The first of them bears no number.
            let last = if mails { MOST_MAILS } else { MOST_PHONES };
            out.extend((2..=last).map(|number| (numbered(number), way(Part::Value(label)))));
        } else if !is_shorter_form(source, name)
            && (mails || !out.iter().any(|(_, way)| !way.mails && way.part == Part::Value(label)))
        {
            out.push(((*name).to_owned(), way(Part::Value(label))));
        }
    }
    out
}

/// Outlook has three mail addresses, and two numbers of a sort.
const MOST_MAILS: usize = 3;
const MOST_PHONES: usize = 2;

/// The column that says what a numbered one is called: "E-mail # - Label" of "E-mail # - Value".
fn label_column(source: &Source, name: &str) -> Option<&'static str> {
    let stem = name.rsplit_once(" - ")?.0;
    let labels = source.columns.iter().filter(|(_, target)| *target == Target::Label);
    labels.map(|(label, _)| *label).find(|label| label.rsplit_once(" - ").is_some_and(|(s, _)| s == stem))
}

/// Whether the name is what older files have for several columns: "Person - Email" of "Person - Email - Work".
fn is_shorter_form(source: &Source, name: &str) -> bool {
    let longer = format!("{} - ", plain(name));
    source.columns.iter().any(|(other, _)| plain(other).starts_with(&longer))
}

fn label_of(way: &Way) -> Option<&'static str> {
    match way.part {
        Part::Value(label) => Some(label),
        Part::ValueAt(_) | Part::LabelAt(_) => None,
    }
}

fn of(record: &Record, mails: bool) -> Vec<Labelled> {
    let field = record.kind().field(if mails { "mails" } else { "phones" });
    match field.map(|field| field.read(record)) {
        Some(Value::Labelled(all)) => all,
        _ => vec![],
    }
}

/// The cells of these columns: each address and number where its label says, beside another where a cell holds several, else
/// where there is room.
pub(super) fn distributed(ways: &[Way], record: &Record, several: &str) -> Vec<String> {
    let mut cells = vec![String::new(); ways.len()];
    for mails in [true, false] {
        let own: Vec<usize> = (0..ways.len()).filter(|at| ways[*at].mails == mails).collect();
        for (place, one) in of(record, mails).iter().enumerate() {
            let mut numbered = false;
            for at in &own {
                match ways[*at].part {
                    Part::ValueAt(n) if n == place => (cells[*at], numbered) = (one.value.clone(), true),
                    Part::LabelAt(n) if n == place => (cells[*at], numbered) = (one.label.clone(), true),
                    _ => {}
                }
            }
            if numbered {
                continue;
            }
            let fits =
                |at: &&usize| label_of(&ways[**at]).is_some_and(|label| fold(label) == fold(&one.label));
            let free = |at: &&usize| cells[**at].is_empty();
            let joins = |_: &&usize| !several.is_empty();
            let place = own
                .iter()
                .find(|at| fits(at) && free(at))
                .or_else(|| own.iter().rfind(fits).filter(joins))
                .or_else(|| own.iter().find(free))
                .or_else(|| own.last().filter(joins));
            match place.copied() {
                Some(at) if cells[at].is_empty() => cells[at].clone_from(&one.value),
                Some(at) => cells[at] = format!("{}{several}{}", cells[at], one.value),
                None => {}
            }
        }
    }
    cells
}

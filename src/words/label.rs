//! Labels: the words that stand in the tables of fields, choices, kinds, commands, lists and reasons. The row has the English
//! one, which files and scripts use as well; its Greek stands in `el`, by where it is used.

use super::lang::Lang;
use super::of::{Of, Table};
use crate::domain::{Choice, ClosedChoice, Field, Kind, parse};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

type Labels = FxHashMap<(Of, &'static str), &'static str>;

/// Built once: a label is looked up some hundreds of times a frame.
static GREEK: OnceLock<Labels> = OnceLock::new();

fn greek() -> &'static Labels {
    GREEK.get_or_init(|| {
        let rows = |(of, rows): Table| rows.iter().map(move |(english, greek)| ((of, *english), *greek));
        super::el::tables().flat_map(rows).collect()
    })
}

/// A label of a table, in the language that is spoken.
pub fn label(of: Of, english: &'static str) -> &'static str {
    match Lang::now() {
        Lang::En => english,
        Lang::El => greek().get(&(of, english)).copied().unwrap_or(english),
    }
}

/// As [`label`], for one that is known only as the program runs, such as what the table of the command line holds; nothing where
/// the English one stays.
pub fn other_label(of: Of, english: &str) -> Option<&'static str> {
    match Lang::now() {
        Lang::En => None,
        Lang::El => greek().get(&(of, english)).copied(),
    }
}

/// Every label that has its Greek.
pub fn translated() -> impl Iterator<Item = (Of, &'static str)> {
    greek().keys().copied()
}

/// What a field is called.
pub fn field(field: &Field) -> &'static str {
    // The words of a person are the same in every language.
    if field.is_custom() { field.label } else { label(Of::Field, field.label) }
}

/// What a pair of a field of pairs is called; what has no name of its own bears that of its field.
pub fn pair<'a>(of: &Field, name: &'a str) -> &'a str {
    if name.is_empty() { field(of) } else { name }
}

/// What a field is for, a sentence.
pub fn about(field: &Field) -> &'static str {
    match field.about.trim() {
        "" if field.is_custom() => super::custom::about(&field.kind),
        own if field.is_custom() => own,
        english => label(Of::About, english),
    }
}

/// The word for one record of a kind, lower case.
pub fn kind(kind: Kind) -> &'static str {
    label(Of::Kind, kind.name())
}

/// The word for several records of a kind, lower case.
pub fn kinds(kind: Kind) -> &'static str {
    label(Of::Kinds, kind.plural())
}

/// "1 client", "3 clients".
pub fn counted(of: Kind, count: usize) -> String {
    let word = if count == 1 { kind(of) } else { kinds(of) };
    format!("{count} {word}")
}

/// The word for a member of a closed list, without its sign.
pub fn choice(choice: &Choice) -> &'static str {
    label(Of::Choice(choice.list), choice.label)
}

/// The word for a value of a closed list: `chosen(client.tier)`.
pub fn chosen<C: ClosedChoice>(value: C) -> &'static str {
    C::CHOICES.iter().find(|c| c.code == value.code()).map_or("", choice)
}

/// As [`choice`], behind its sign where it has one: "++ devoted".
pub fn choice_shown(of: &Choice) -> &'static str {
    /// By list and label: words that are put together from the table, once.
    static SHOWN: OnceLock<FxHashMap<(&'static str, &'static str), String>> = OnceLock::new();
    let Some(sign) = of.shown.strip_suffix(of.label).filter(|_| Lang::now() == Lang::El) else {
        return of.shown;
    };
    if sign.is_empty() {
        return choice(of);
    }
    let shown = SHOWN.get_or_init(|| {
        let fields = Kind::ALL.iter().flat_map(|kind| kind.fields());
        let all = fields.flat_map(|field| parse::choices(&field.kind)).filter(|c| c.shown != c.label);
        let greek = |c: &Choice| greek().get(&(Of::Choice(c.list), c.label)).copied().unwrap_or(c.label);
        all.map(|c| ((c.list, c.label), c.shown.replace(c.label, greek(c)))).collect()
    });
    shown.get(&(of.list, of.label)).map_or(of.shown, String::as_str)
}

//! `syndeo field` and `syndeo set`: fields of one's own, and what stands in them.

use super::book::{Desk, id_generator};
use super::out::{Out, Stop, tell};
use super::show::one;
use crate::domain::custom::{self, is_called};
use crate::domain::{
    Action, Book, Change, Choice, ClosedChoice, CustomField, CustomOf, CustomType, Fault, Kind, Record, Verb,
    parse,
};
use crate::words::cli::{calls, fields as said, reading};
use crate::words::{self, kinds};
use clap::Args;
use std::path::Path;

/// The kinds whose records have fields of one's own.
const KINDS: &str = "clients, contacts, departments, projects, tasks, requests, interactions, agreements";

/// A field to make or to change.
#[derive(Args, Debug)]
pub struct Made {
    /// What it is called
    pub name: String,
    /// Whose field it is: clients, contacts, departments, projects, tasks, requests, interactions, agreements
    #[arg(long, value_name = "KIND", value_parser = of)]
    pub of: CustomOf,
    /// What it holds: text, number, date, choice, yes-no, money
    #[arg(long, value_name = "TYPE", value_parser = holds)]
    pub holds: Option<CustomType>,
    /// What can be chosen, a comma between two
    #[arg(long, value_name = "A,B,C")]
    pub choices: Option<String>,
    /// What it is for; it stands below the field in forms
    #[arg(long, value_name = "TEXT")]
    pub about: Option<String>,
    /// Which place it has among the others: 1 is the first
    #[arg(long, value_name = "N")]
    pub place: Option<String>,
    /// Whether the list of such records has it as a column
    #[arg(long, value_name = "yes|no")]
    pub in_lists: Option<String>,
    /// Call it otherwise; what stands in the records moves along
    #[arg(long, value_name = "NAME")]
    pub call: Option<String>,
    /// Put it into the bin; what stands in the records stays there
    #[arg(long, conflicts_with_all = ["holds", "choices", "about", "place", "in_lists", "call"])]
    pub delete: bool,
}

/// Values to write.
#[derive(Args, Debug)]
pub struct Set {
    /// The record: a number (#41), an id, or a name
    pub what: String,
    /// Fields of your own with their values, each as 'Name=value'
    #[arg(required = true, value_name = "NAME=VALUE")]
    pub values: Vec<String>,
    /// Only look among records of this kind
    #[arg(long, short, value_parser = of)]
    pub kind: Option<CustomOf>,
}

fn chosen<C: ClosedChoice>(text: &str) -> Result<C, String> {
    let found = C::CHOICES.iter().find(|choice: &&Choice| [choice.name, choice.label].contains(&text));
    found.and_then(|choice| C::from_code(choice.code)).ok_or_else(|| {
        let names: Vec<&str> = C::CHOICES.iter().map(|choice| choice.name).collect();
        calls::expected_one_of(names.join(", "))
    })
}

fn holds(text: &str) -> Result<CustomType, String> {
    chosen(&text.to_lowercase())
}

fn of(text: &str) -> Result<CustomOf, String> {
    let kind = Kind::from_name(&text.to_lowercase()).and_then(CustomOf::of_kind);
    kind.ok_or_else(|| calls::expected_one_of(KINDS))
}

/// Makes a field of one's own, changes one, or puts it into the bin, as one change.
///
/// # Errors
/// When what is said does not hold, or it cannot be kept.
pub fn run(out: &mut Out, dir: &Path, args: &Made) -> Result<(), Stop> {
    let desk = Desk::open(dir, "field", false)?;
    let (change, after) = match changed(&desk.book, args, &desk) {
        Ok(made) => made,
        Err(stop) => {
            desk.close(out)?;
            return Err(stop);
        }
    };
    let Some(change) = change else {
        desk.close(out)?;
        return out.line(said::is_so());
    };
    let mut book = desk.book.clone();
    let mut whole = change.clone();
    custom::follow(&book, &mut whole);
    book.apply(&whole);
    let moved = whole.edits.len() - change.edits.len();
    let (all, odd) = custom::counted(&book, &after);
    desk.save(out, change)?;
    if odd > 0 {
        tell(&words::custom::misfits(odd, all));
    }
    let of = after.of.kind();
    let what = match (args.delete, moved) {
        (true, _) => said::in_bin(&args.name, kinds(of)),
        (false, 0) => said::is_there(&after.name, kinds(of)),
        (false, moved) => said::is_called(&after.name, kinds(of), words::counted(of, moved)),
    };
    out.line(&what)?;
    out.line(said::done())
}

/// The change that is asked for, and the definition as it is then; no change where it is so already.
fn changed(book: &Book, args: &Made, desk: &Desk) -> Result<(Option<Change>, CustomField), Stop> {
    let named = |field: &&CustomField| field.of == args.of && is_called(&field.name, &args.name);
    let before = book.all(Kind::CustomField).filter_map(CustomField::of).find(named).cloned();
    let kind = args.of.kind();
    if before.is_none() && (args.delete || args.call.is_some()) {
        return Err(Stop::NotDone(said::none_such(kinds(kind), &args.name)));
    }
    let mut record = Record::from(
        before.clone().unwrap_or_else(|| CustomField::new(id_generator().next(desk.now), desk.now)),
    );
    let fresh = before.is_none();
    let name = args.call.as_ref().or(Some(&args.name).filter(|_| fresh));
    let given = [
        ("name", name.map(String::as_str)),
        ("choices", args.choices.as_deref()),
        ("about", args.about.as_deref()),
        ("place", args.place.as_deref()),
        ("listed", args.in_lists.as_deref()),
    ];
    for (name, text) in given {
        let (Some(text), Some(field)) = (text, Kind::CustomField.field(name)) else { continue };
        let value = parse::read(&field.kind, text, desk.now).map_err(|e| refused(&e.fault))?;
        field.write(&mut record, value).map_err(|e| refused(&e.fault))?;
    }
    if let Record::CustomField(field) = &mut record {
        field.of = args.of;
        field.sort = args.holds.unwrap_or(field.sort);
    }
    if args.delete {
        record.head_mut().deleted_at = Some(desk.now);
    }
    let Record::CustomField(after) = record else { return Err(refused(&Fault::OtherType)) };
    let record = Record::from(after.clone());
    let wrong = record.errors().into_iter().next().or_else(|| custom::clash(book, &after));
    if let Some(error) = wrong.filter(|_| !args.delete) {
        return Err(refused(&error.fault));
    }
    let verb = match (args.delete, fresh) {
        (true, _) => Verb::Delete,
        (false, true) => Verb::Add,
        (false, false) => Verb::Edit,
    };
    let action = Action::on(verb, Kind::CustomField, after.name.clone());
    let same = before.as_ref() == Some(&after);
    let change = Change::new(action, desk.now).with(before.map(Record::from), Some(record));
    Ok((Some(change).filter(|_| !same), after))
}

fn refused(fault: &Fault) -> Stop {
    Stop::NotDone(reading::nothing_changed(words::fault(fault)))
}

/// Writes values of fields of one's own into a record, as one change.
///
/// # Errors
/// When none is meant or more than one, a value does not fit, or it cannot be kept.
pub fn set(out: &mut Out, dir: &Path, args: &Set) -> Result<(), Stop> {
    let desk = Desk::open(dir, "set", false)?;
    let (before, after) = match written(&desk, args) {
        Ok(written) => written,
        Err(stop) => {
            desk.close(out)?;
            return Err(stop);
        }
    };
    if before == after {
        desk.close(out)?;
        return out.line(said::is_so());
    }
    let told = words::changes::fields(&desk.book, &before, &after, desk.now.date()).unwrap_or_default();
    let title = desk.book.title_of(&after);
    let action = Action::on(Verb::Edit, after.kind(), title.clone());
    let change = Change::new(action, desk.now).with(Some(before), Some(after));
    desk.save(out, change)?;
    out.line(&format!("{title}: {told}"))?;
    out.line(said::done())
}

/// The record as it is, and with the values in it.
fn written(desk: &Desk, args: &Set) -> Result<(Record, Record), Stop> {
    let book = &desk.book;
    let groups: Vec<Vec<Kind>> = args.kind.map_or_else(
        || {
            let turns = Kind::sought_in_turn().into_iter();
            turns
                .map(|turn| turn.into_iter().filter(|kind| CustomOf::of_kind(*kind).is_some()).collect())
                .collect()
        },
        |of| vec![vec![of.kind()]],
    );
    let groups: Vec<&[Kind]> = groups.iter().map(Vec::as_slice).collect();
    let before = one(book, &args.what, &groups, reading::more_of_name_or_kind())?;
    let mut after = before.clone();
    for whole in &args.values {
        let Some((name, text)) = whole.split_once('=') else {
            return Err(Stop::Wrong(said::value_expected(whole)));
        };
        let fields = book.custom_fields(before.kind());
        let Some(field) = fields.iter().find(|field| is_called(field.name, name)) else {
            let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
            let there = if names.is_empty() { said::none_yet().to_owned() } else { names.join(", ") };
            return Err(Stop::NotDone(said::none_own(kinds(before.kind()), name.trim(), there)));
        };
        let wrong = |fault: &Fault| Stop::NotDone(said::not_changed(field.name, words::fault(fault)));
        let value = parse::read(&field.kind, text, desk.now).map_err(|error| wrong(&error.fault))?;
        field.write(&mut after, value).map_err(|error| wrong(&error.fault))?;
    }
    Ok((before.clone(), after))
}

//! `syndeo duplicates` and `syndeo merge`: what is likely in the book twice, and making one of two.

use super::book::Desk;
use super::out::{Out, Stop, ask, columns, tell};
use super::show::one;
use crate::domain::derive::alike::{Index, KINDS, Pair, Sign, pairs};
use crate::domain::merge::{Plan, Row, Side, Take, told_apart};
use crate::domain::{Book, Kind, Ref};
use crate::exchange::Edits;
use crate::words;
use crate::words::cli::reading;
use clap::Args;
use serde_json::{Value as Json, json};
use std::path::Path;

/// Pairs to tell.
#[derive(Args, Debug)]
pub struct Duplicates {
    /// One JSON object a line
    #[arg(long)]
    json: bool,
}

/// Two records to make one of.
#[derive(Args, Debug)]
pub struct Merge {
    /// The client or person that stays, by name or id
    stays: String,
    /// The one that goes into it
    goes: String,
    /// Take this field of the one that goes, by its stable name (city, tier); may be said several times
    #[arg(long, value_name = "FIELD")]
    take: Vec<String>,
    /// Only keep that they are not the same, so that they are not offered again
    #[arg(long, conflicts_with_all = ["take", "yes"])]
    not_the_same: bool,
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

/// Tells how many of the new records of an import are like others that are in the book before it. They are kept all the same.
pub fn tell_alike(book: &Book, edits: &Edits) {
    let mut alike = 0;
    for kind in KINDS.into_iter().filter(|kind| book.all(*kind).next().is_some()) {
        let mut added = edits.added().filter(|record| record.kind() == kind).peekable();
        if added.peek().is_some() {
            let index = Index::of(book, kind);
            alike += added.filter(|record| !index.like(book, record).is_empty()).count();
        }
    }
    let words = match alike {
        0 => return,
        1 => reading::one_alike().to_owned(),
        n => reading::some_alike(n),
    };
    tell(&words);
}

/// Prints the pairs that are likely the same.
///
/// # Errors
/// When the book cannot be opened, or nobody reads the output.
pub fn list(out: &mut Out, dir: &Path, args: &Duplicates) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let (book, found) = (&desk.book, pairs(&desk.book));
    for pair in &found {
        if args.json {
            out.json(&pair_json(book, pair))?;
        } else {
            print(out, book, pair)?;
        }
    }
    if found.is_empty() && !args.json {
        tell(reading::no_pairs());
    }
    desk.close(out)
}

/// On a terminal the pair, and below it the line that merges it.
fn print(out: &mut Out, book: &Book, pair: &Pair) -> Result<(), Stop> {
    let (one, other) = (pair.one.id.to_string(), pair.other.id.to_string());
    let why = words::alike::signs(pair);
    if columns().is_none() {
        let (name, other_name) = (book.title(pair.one), book.title(pair.other));
        return out.row([pair.one.kind.name(), &one, &name, &other, &other_name, &why].into_iter());
    }
    let told = |id| words::alike::told(book, id);
    out.line(&format!("{}: {} = {}", words::kind(pair.one.kind), told(pair.one), told(pair.other)))?;
    out.line(&format!("  {why}"))?;
    out.line(&format!("  syndeo merge {one} {other}"))
}

fn pair_json(book: &Book, pair: &Pair) -> Json {
    let record = |id: Ref| json!({ "id": id.id.to_string(), "name": book.title(id) });
    let sign = |sign: &Sign| match sign {
        Sign::TaxId(value) => json!({ "sign": "tax id", "value": value }),
        Sign::Mail(value) => json!({ "sign": "mail", "value": value }),
        Sign::Phone(value) => json!({ "sign": "phone", "value": value }),
        Sign::Domain(value) => json!({ "sign": "domain", "value": value }),
        Sign::Name => json!({ "sign": "name" }),
        Sign::NameButForm => json!({ "sign": "similar name" }),
        Sign::NameInLetters => json!({ "sign": "name in other letters" }),
    };
    json!({
        "kind": pair.one.kind.name(),
        "one": record(pair.one),
        "other": record(pair.other),
        "signs": pair.signs.iter().map(sign).collect::<Vec<_>>(),
        "words": words::alike::signs(pair),
    })
}

/// Makes one of two records, after saying what comes of them and asking; or keeps that they are not the same.
///
/// # Errors
/// When one is not found, they cannot be merged, nobody said yes, or it cannot be kept.
pub fn merge(out: &mut Out, dir: &Path, args: &Merge) -> Result<(), Stop> {
    let desk = Desk::open(dir, "merge", false)?;
    let (stays, goes) = both(&desk.book, args)?;
    if args.not_the_same {
        let told = told_apart(&desk.book, stays, goes, desk.now);
        let change = told.ok_or_else(|| Stop::NotDone(reading::two_expected().into()))?;
        desk.save(out, change)?;
        return out.line(reading::told_apart());
    }
    let fault = |fault| Stop::NotDone(reading::nothing_changed(words::merge::fault(&fault)));
    let mut plan = Plan::of(&desk.book, stays, goes).map_err(fault)?;
    plan.let_stay(Side::Left);
    for name in &args.take {
        let at = plan.rows.iter().position(|row| row.field.name == name.as_str());
        let at = at.ok_or_else(|| Stop::Wrong(no_field(&plan, name)))?;
        plan.take(at, Take::Right);
    }
    let change = plan.change(&desk.book, desk.now).map_err(fault)?;
    preview(&desk, &plan).iter().try_for_each(|line| out.line(line))?;
    out.flush()?;
    if !args.yes && ask(reading::merge_them()) != Some(true) {
        desk.close(out)?;
        return Err(Stop::NotDone(reading::not_merged().into()));
    }
    desk.save(out, change)?;
    out.line(reading::merged())
}

/// Both records: the second is of the kind of the first.
fn both(book: &Book, args: &Merge) -> Result<(Ref, Ref), Stop> {
    let more = reading::the_id();
    let stays = one(book, &args.stays, &[&[Kind::Client], &[Kind::Contact]], more)?.id();
    let goes = one(book, &args.goes, &[&[stays.kind]], more)?.id();
    Ok((stays, goes))
}

fn no_field(plan: &Plan, name: &str) -> String {
    let names: Vec<&str> = plan.rows.iter().filter(|row| row.differs()).map(|row| row.field.name).collect();
    reading::no_such_field(name, names.join(", "))
}

/// What comes of the two: field by field where they differ, and what is moved over.
fn preview(desk: &Desk, plan: &Plan) -> Vec<String> {
    let (book, today) = (&desk.book, desk.now.date());
    let told = |side| words::alike::told(book, plan.of_side(side).id());
    let mut out = vec![
        reading::stays(words::kind(plan.left.kind()), told(Side::Left)),
        reading::goes(words::kind(plan.left.kind()), told(Side::Right)),
    ];
    let line = |row: &Row| {
        let show = |value| words::changes::value(book, &row.field.kind, value, today);
        let taken = plan.taken(row);
        let whole = words::value::show(&row.field.kind, &taken, &|id| book.title(id)).replace('\n', ", ");
        let whole = if whole.is_empty() { reading::nothing().to_owned() } else { whole };
        let (left, right) = (show(&row.left), show(&row.right));
        format!("  {}: {left} | {right} -> {whole}. {}", words::field(row.field), words::merge::why(row.why))
    };
    out.extend(plan.rows.iter().filter(|row| row.differs()).map(line));
    out.push(format!("{}.", words::merge::moved(plan)));
    out
}

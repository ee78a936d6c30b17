//! `syndeo show`.

use super::args;
use super::book::Desk;
use super::out::{Look, Out, Piece, Stop, columns};
use super::table::{Cell, GAP, NARROWEST};
use crate::domain::derive::{self, health};
use crate::domain::reach::{Way, ways};
use crate::domain::text::{fold, matches, search_key};
use crate::domain::{Book, Client, Kind, Moment, Record, Tone, Visibility, json};
use crate::ui::text::{fit, width, wrap};
use crate::words;
use crate::words::cli::reading;
use std::path::Path;
use uuid::Uuid;

/// How many records of the same name are told when it is not clear which is meant.
const CANDIDATES: usize = 20;

/// Prints one record.
///
/// # Errors
/// When none is meant or more than one, the book cannot be opened, or nobody reads the output.
pub fn run(out: &mut Out, dir: &Path, args: &args::Show) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let what = args.what.join(" ");
    let groups = args.kind.map_or_else(|| Kind::sought_in_turn().to_vec(), |kind| vec![vec![kind]]);
    let groups: Vec<&[Kind]> = groups.iter().map(Vec::as_slice).collect();
    let record = one(&desk.book, &what, &groups, reading::more_of_name_or_kind())?;
    if args.json {
        out.json(&json::write_with_derived(&desk.book, desk.now, record))?;
    } else {
        print(out, &desk.book, desk.now, record)?;
    }
    desk.close(out)
}

/// The one record that is meant: by its number, its id, its whole name, or a part of its name. A number or name is looked
/// for in one group of kinds after the other; an id finds any record. `more` says how somebody can be clearer.
///
/// # Errors
/// When none is meant, or more than one.
pub(super) fn one<'a>(
    book: &'a Book,
    what: &str,
    groups: &[&[Kind]],
    more: &str,
) -> Result<&'a Record, Stop> {
    let none = || Stop::NotDone(reading::nothing_is_called(what));
    if let Some(number) = what.strip_prefix('#').and_then(|n| n.parse::<u32>().ok()) {
        let mut every = groups.iter().flat_map(|group| group.iter()).flat_map(|kind| book.all(*kind));
        return every.find(|r| r.number() == Some(number)).ok_or_else(none);
    }
    if let Ok(id) = Uuid::parse_str(what) {
        return book.everything().find(|r| r.id().id == id).ok_or_else(none);
    }
    let wanted = fold(what);
    let whole = |r: &Record| fold(&book.title(r.id())) == wanted;
    let partly = |r: &Record| matches(&search_key(&book.title(r.id())), &wanted);
    let tests: [&dyn Fn(&Record) -> bool; 2] = [&whole, &partly];
    for test in tests {
        for group in groups {
            let found: Vec<&Record> =
                group.iter().flat_map(|kind| book.all(*kind)).filter(|r| test(r)).collect();
            match found[..] {
                [] => {}
                [one] => return Ok(one),
                _ => return Err(Stop::NotDone(candidates(book, what, &found, more))),
            }
        }
    }
    Err(none())
}

fn candidates(book: &Book, what: &str, found: &[&Record], more: &str) -> String {
    let mut lines = vec![reading::several_are_called(found.len(), what, more)];
    lines.extend(found.iter().take(CANDIDATES).map(|record| {
        let owners: Vec<String> = record.owners().into_iter().map(|o| book.title(o)).collect();
        let number = record.number().map(|no| format!("#{no} ")).unwrap_or_default();
        let of = if owners.is_empty() { String::new() } else { format!(" ({})", owners.join(", ")) };
        format!(
            "  {}  {}  {number}{}{of}",
            record.id().id,
            words::kind(record.kind()),
            book.title(record.id())
        )
    }));
    if found.len() > CANDIDATES {
        lines.push(reading::and_more(found.len() - CANDIDATES));
    }
    lines.join("\n")
}

/// How a client went in the last year, in words.
fn year(book: &Book, now: Moment, client: &Client) -> Vec<Fact> {
    let fact = |label, text: String| Fact { label, shown: label, cell: text.into() };
    let weeks = derive::touches_by_week(book, client.id.into(), now, 52);
    let last = derive::cadence::cadence(book, client.id, now).map(|c| words::cadence::cadence(&c));
    let last = last.map(|words| format!("; {words}")).unwrap_or_default();
    let touch = reading::times_in_a_year(weeks.iter().sum::<usize>(), &last);
    let found = health::health(book, client.id, now);
    let course = words::health::course(&health::course(book, client.id, now, 12), now.date());
    let parts = found.map(|found| words::health::parts(&found)).unwrap_or_default();
    vec![
        fact(reading::health_parts(), parts),
        fact(reading::month_by_month(), course),
        fact(reading::in_touch(), touch),
    ]
}

/// A label and what stands beside it; a long text has lines.
struct Fact {
    /// What scripts know it by.
    label: &'static str,
    /// What people read.
    shown: &'static str,
    cell: Cell,
}

fn print(out: &mut Out, book: &Book, now: Moment, record: &Record) -> Result<(), Stop> {
    let number = record.number().map(|no| format!(" #{no}")).unwrap_or_default();
    out.pieces(&[Piece::new(
        format!("{}{number}: {}", words::kind(record.kind()), book.title(record.id())),
        Look::Heading,
    )])?;
    let facts = facts(book, now, record);
    match columns() {
        Some(room) => aligned(out, &facts, &ways(record), room),
        None => facts.iter().try_for_each(|fact| plain(out, fact)),
    }
}

/// What is known of a record, what is derived behind it, then how much points at it.
fn facts(book: &Book, now: Moment, record: &Record) -> Vec<Fact> {
    let mut facts = vec![Fact { label: "id", shown: "id", cell: record.id().id.to_string().into() }];
    let title = |id| book.title(id);
    let fields = book.fields(record.kind()).filter(|f| f.traits.visibility != Visibility::Hidden);
    facts.extend(fields.map(|field| {
        let value = field.read(record);
        let cell = if field.is_custom() {
            Cell::custom(field, &value, now.date())
        } else {
            Cell::of(&field.kind, &value, now.date(), &title)
        };
        Fact { label: field.label, shown: words::field(field), cell }
    }));
    facts.extend(record.kind().derived().map(|row| {
        let shown = words::label(words::Of::Field, row.label);
        Fact { label: row.label, shown, cell: Cell::derived(row, book, now, record) }
    }));
    if let Some(client) = Client::of(record) {
        facts.extend(year(book, now, client));
    }
    let around: Vec<String> = Kind::ALL
        .iter()
        .map(|kind| (*kind, book.backlinks(record.id(), *kind).filter(|r| r.names(record.id())).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| words::counted(kind, count))
        .collect();
    facts.push(Fact {
        label: reading::around_it(),
        shown: reading::around_it(),
        cell: around.join(", ").into(),
    });
    facts.retain(|fact| !fact.cell.plain().is_empty());
    facts
}

/// For whatever reads it elsewhere: a line for a fact, or for each line of a long text.
fn plain(out: &mut Out, fact: &Fact) -> Result<(), Stop> {
    let (label, text) = (fact.label, fact.cell.plain());
    if !text.contains('\n') {
        return out.line(&format!("  {label}: {text}"));
    }
    out.line(&format!("  {label}:"))?;
    text.lines().try_for_each(|line| out.line(&format!("    {line}")))
}

/// For people: labels in a column, texts broken between words beside them, addresses that lead where they say.
fn aligned(out: &mut Out, facts: &[Fact], ways: &[Way], room: usize) -> Result<(), Stop> {
    let wide = facts.iter().map(|fact| width(fact.shown)).max().unwrap_or(0);
    let beside = room.saturating_sub(wide + 2 * GAP).max(NARROWEST);
    for fact in facts {
        for (at, line) in wrap(fact.cell.seen(), beside).iter().enumerate() {
            let label = if at == 0 { fact.shown } else { "" };
            let mut pieces = vec![Piece::new(
                format!("{:GAP$}{}", "", fit(label, wide + GAP, false)),
                Look::Tone(Tone::Muted),
            )];
            pieces.extend(leading(line, Look::Tone(fact.cell.tone()), ways));
            out.pieces(&pieces)?;
        }
    }
    Ok(())
}

/// A line in pieces, those that are a way to reach somebody leading there. What must be asked about leads nowhere.
fn leading(line: &str, look: Look, ways: &[Way]) -> Vec<Piece> {
    let found = ways.iter().filter_map(|way| {
        // The standard of links knows plain letters only.
        let address = way.address().filter(|address| !address.asks && address.text.is_ascii())?;
        Some((line.find(&way.text)?, way.text.len(), address.text))
    });
    let Some((at, len, address)) = found.min_by_key(|(at, len, _)| (*at, usize::MAX - len)) else {
        return vec![Piece::new(line, look)];
    };
    let (before, rest) = line.split_at(at);
    let (text, behind) = rest.split_at(len);
    let mut out = vec![Piece::new(before, look), Piece::new(text, look).leading_to(address)];
    out.extend(leading(behind, look, ways));
    out
}

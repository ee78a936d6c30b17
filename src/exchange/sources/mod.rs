//! Exports of other programs: clients, contacts, and the work that is done for them.
//!
//! Their columns depend on the view that was exported, so a file is known by the set of their names, and only when what
//! stands below them fits. Owners, assistants and associated records bear other people's names and numbers; they never
//! become the row's own.

mod cells;
mod companies;
mod contacts;
mod decided;
mod known;
mod links;
mod mapping;
mod plan;
mod propose;
mod row;
mod seen;
mod signs;
mod standing;
mod taker;
mod target;
mod ways;
mod works;
mod written;

use super::table::Table;
use super::{Differing, Import, ImportError, Note};
use crate::domain::{Book, ClientId, ContactId, IdGenerator, Kind, KindId, Moment, Record};
use crate::words::exchange::of_rows;
pub use known::mappable;
use known::{Source, sources};
use links::Links;
pub use mapping::{CUSTOM, Mapping, MappingError};
pub(super) use plan::Plan;
pub(super) use propose::is_called;
pub use propose::{Looks, Proposal, Proposed};
use row::{Columns, Reading};
use signs::external;
use std::collections::{BTreeMap, HashSet};
use taker::{Fresh, Taker};
use target::Target;
pub use written::{Program, Written, write_as};

/// So many rows are looked at to tell whether a file is what its columns say.
const LOOKED_AT: usize = 500;

/// Is told how many rows of how many were taken in so far.
pub type Told<'a> = &'a dyn Fn(usize, usize);

/// A column's name as it is compared: without its case, blanks around it and doubled ones inside.
fn plain(header: &str) -> String {
    header.trim_start_matches('\u{feff}').split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The source of a table, by its columns.
pub(super) fn detect(headers: &[String]) -> Result<&'static Source, ImportError> {
    let names: HashSet<String> = headers.iter().map(|h| plain(h)).collect();
    let has = |name: &str| names.contains(name);
    sources().find(|source| source.is(&has)).ok_or_else(|| ImportError::Unknown(headers.to_vec()))
}

/// The names of the sources that are known.
pub(super) fn understood() -> Vec<&'static str> {
    sources().map(|source| source.name).collect()
}

/// Whether a row can be the heading of a table that is understood.
pub(super) fn is_heading(cells: &[&str]) -> bool {
    let headers: Vec<String> = cells.iter().map(|c| (*c).to_owned()).collect();
    detect(&headers).is_ok()
}

/// What programs wrote in a column where there is nothing, each with its count; nothing of it is kept.
fn passed_over(table: &Table) -> Vec<Note> {
    let mut counts: Vec<BTreeMap<&str, usize>> = vec![BTreeMap::new(); table.headers.len()];
    for row in table.rows.iter() {
        for (cell, counts) in row.cells().zip(&mut counts) {
            if cells::is_placeholder(cell.trim()) {
                *counts.entry(cell.trim()).or_default() += 1;
            }
        }
    }
    let told = counts.iter().zip(&table.headers).filter(|(counts, _)| !counts.is_empty());
    let told = told.map(|(counts, header)| {
        let each: Vec<String> = counts.iter().map(|(word, count)| format!("{word} ({count}x)")).collect();
        Note { line: None, words: of_rows::taken_as_nothing(header, each.join(", ")) }
    });
    told.collect()
}

/// Reads a table as it is planned.
pub(super) fn read(
    table: &Table,
    plan: &Plan,
    book: &Book,
    id_generator: &mut IdGenerator,
    now: Moment,
    differing: Differing,
    told: Told,
) -> Result<Import, ImportError> {
    let source = plan.source;
    if table.rows.iter().all(|row| row.is_blank()) && table.unclosed.is_none() {
        return Err(ImportError::Empty);
    }
    let columns = Columns::of(table, plan, book);
    plan.check(table, &columns)?;
    let finder = contacts::Finder::of(book, source);
    let mut taker = Taker::new(book, source, now, differing, &finder, is_without_ids(table, &columns));
    taker.about_the_file(table);
    let links = Links::of(book, source, &pointed_at(source.kind, &columns));
    for (at, row) in table.rows.iter().enumerate() {
        told(at, table.rows.len());
        let Some(id) = taker.admitted(row, &columns) else { continue };
        let mut reading = Reading::new(row, &columns, now);
        let created = reading.created(now);
        let record = match source.kind {
            Kind::Client => {
                let id: ClientId = id_generator.next(created);
                companies::record(&mut reading, id, created)
                    .ok_or_else(|| of_rows::no_name_or_domain().to_owned())
            }
            Kind::Contact => {
                let id: ContactId = id_generator.next(created);
                contacts::record(&mut reading, id, created, &finder)
                    .ok_or_else(|| of_rows::no_name_or_mail().to_owned())
            }
            usual => {
                let kind = works::kind_of(&reading, usual);
                let id: ClientId = id_generator.next(created);
                works::record(&mut reading, Record::new(kind, id.uuid(), created), created, &links)
            }
        };
        taker.take(row.line, id, Fresh { record, said: reading.into_said() });
    }
    Ok(taker.finish())
}

/// Whether a file was made for a program and has no ids of it in any row: they are given there.
fn is_without_ids(table: &Table, columns: &Columns) -> bool {
    table.unclosed.is_none() && !table.mended && table.rows.iter().all(|row| columns.id(row).is_empty())
}

/// The kinds of records that rows may belong to.
fn pointed_at(kind: Kind, columns: &Columns) -> Vec<Kind> {
    let of_target = |target: &Target| match target {
        Target::To(field, _) => works::pointed_at(kind, field),
        Target::Doer => Some(Kind::Contact),
        _ => None,
    };
    let mut kinds: Vec<Kind> = columns.targets().iter().filter_map(of_target).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

#[cfg(test)]
mod columns_tests;
#[cfg(test)]
mod mapped;
#[cfg(test)]
mod round;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod work_tests;

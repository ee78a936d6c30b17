//! `syndeo today --month`: what falls on each day of a month.

use super::book::Desk;
use super::day::named;
use super::out::{Out, Stop, columns, tell};
use super::table::{Cell, print};
use crate::app::signs;
use crate::domain::derive::month::{Day, Entry, grid, is_same};
use crate::domain::{Book, Moment, Tone, week};
use crate::shell::{device, is_ascii};
use crate::ui::text::width;
use crate::words::cli::{heads, reading};
use crate::words::{self, dates};
use chrono::NaiveDate;
use serde_json::{Value as Json, json};
use std::path::Path;

/// The columns of a day in the grid: its number and three signs.
const CELL: usize = 6;
const SIGNS: usize = 3;

/// Prints a month, on a terminal with a grid of its weeks above: `which` is a day of it, without one it is this month.
///
/// # Errors
/// When the book cannot be opened, or nobody reads the output.
pub fn run(out: &mut Out, dir: &Path, which: Option<NaiveDate>, as_json: bool) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let (book, today) = (&desk.book, desk.now.date());
    let which = which.unwrap_or(today);
    let grid = grid(book, desk.now, which, week::first_day(book, &device::locale()));
    let of_month = |d: &&Day| is_same(d.date, which);
    let mut rows = grid.iter().flatten().filter(of_month).flat_map(|d| d.entries.iter().map(move |e| (d, e)));
    if as_json {
        rows.try_for_each(|(day, entry)| out.json(&entry_json(book, day.date, entry)))?;
        return desk.close(out);
    }
    let rows: Vec<Vec<Cell>> = rows.map(|(day, entry)| cells(book, day, entry, today)).collect();
    if columns().is_some() {
        print_grid(out, which, &grid, today)?;
    }
    if rows.is_empty() {
        tell(reading::empty_month());
    } else {
        print(out, &["", heads::day(), "", heads::why(), heads::what(), heads::client()], rows)?;
    }
    desk.close(out)
}

fn sign(entry: &Entry) -> &'static str {
    let sign = signs::of_day(entry.sort);
    if is_ascii() { sign.ascii } else { sign.sign }
}

fn cells(book: &Book, day: &Day, entry: &Entry, today: NaiveDate) -> Vec<Cell> {
    let hour = entry.at.map(|at| at.local().format(" %H:%M").to_string()).unwrap_or_default();
    let tone = if entry.sort.is_asked() && day.date < today { Tone::Alarm } else { Tone::Plain };
    vec![
        Cell::mark(tone),
        Cell::from(format!("{} {}{hour}", dates::weekday(day.date), dates::day(day.date))).toned(tone),
        sign(entry).into(),
        words::month::sort(entry.sort).into(),
        book.title(entry.target).into(),
        entry.client.map(|c| book.title(c)).unwrap_or_default().into(),
    ]
}

fn entry_json(book: &Book, date: NaiveDate, entry: &Entry) -> Json {
    json!({
        "date": date.to_string(), "why": words::month::sort(entry.sort), "what": named(book, entry.target),
        "client": entry.client.map(|c| named(book, c)), "at": entry.at.map(Moment::to_rfc3339),
    })
}

/// The weeks of the month, each day with the signs of what falls on it, today in brackets.
fn print_grid(out: &mut Out, of: NaiveDate, grid: &[Vec<Day>], today: NaiveDate) -> Result<(), Stop> {
    out.line(&dates::month_name(of))?;
    let names = grid
        .get(1)
        .into_iter()
        .flatten()
        .map(|d| pad(&format!("  {}", dates::weekday(d.date).chars().take(2).collect::<String>())));
    out.line(&names.collect::<String>())?;
    for week in grid {
        let cell = |day: &Day| pad(&if is_same(day.date, of) { day_cell(day, today) } else { String::new() });
        out.line(&week.iter().map(cell).collect::<String>())?;
    }
    out.line("")
}

fn day_cell(day: &Day, today: NaiveDate) -> String {
    let number = day.date.format("%-d").to_string();
    let number = if day.date == today { format!("[{number}]") } else { format!("{number} ") };
    let mut signs: Vec<&str> = vec![];
    for entry in &day.entries {
        if !signs.contains(&sign(entry)) {
            signs.push(sign(entry));
        }
    }
    signs.truncate(SIGNS);
    format!("{number:>4}{}", signs.concat())
}

fn pad(text: &str) -> String {
    format!("{text}{}", " ".repeat((CELL + 2).saturating_sub(width(text))))
}

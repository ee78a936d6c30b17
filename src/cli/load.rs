//! `syndeo load`: how full the weeks of every department are.

use super::book::Desk;
use super::day::named;
use super::out::{Out, Stop, tell};
use super::table::{Cell, print};
use super::typed::within;
use crate::domain::derive::heat::{Heat, Spot, heat};
use crate::domain::derive::load::monday;
use crate::domain::{Book, Kind};
use crate::shell::is_ascii;
use crate::words;
use crate::words::cli::{heads, reading};
use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value as Json, json};
use std::path::Path;

/// The weeks to tell.
#[derive(Args, Debug)]
pub struct Load {
    /// How many weeks, from the present one on
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = within::<u16>(1, 520))]
    weeks: u16,
    /// One JSON object a line
    #[arg(long)]
    json: bool,
}

/// Prints a row for each department and a cell for each week.
///
/// # Errors
/// When the book cannot be opened, or nobody reads the output.
pub fn run(out: &mut Out, dir: &Path, args: &Load) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let (book, today) = (&desk.book, desk.now.date());
    let rows = heat(book, today, usize::from(args.weeks));
    let mondays: Vec<NaiveDate> = monday(today).iter_weeks().take(usize::from(args.weeks)).collect();
    if args.json {
        rows.iter().try_for_each(|row| out.json(&row_json(book, row, &mondays)))?;
    } else if rows.is_empty() {
        tell(reading::no_departments());
    } else {
        let weeks: Vec<String> = mondays.iter().map(|day| words::dates::day(*day)).collect();
        let head: Vec<&str> = [heads::department(), heads::people()]
            .into_iter()
            .chain(weeks.iter().map(String::as_str))
            .collect();
        print(out, &head, rows.iter().map(|row| row_cells(book, row)).collect())?;
    }
    desk.close(out)
}

fn row_cells(book: &Book, row: &Heat) -> Vec<Cell> {
    let absence = Kind::Absence.sign();
    let away = if is_ascii() { absence.ascii } else { absence.sign };
    let mut cells = vec![Cell::from(book.title(row.department)), row.people.to_string().into()];
    cells.extend(row.weeks.iter().map(|spot| {
        let signs = words::load::signs(spot, away);
        let fits = spot.fits.map(|hours| format!("/{hours}")).unwrap_or_default();
        let text = match spot.work.unsaid + spot.work.requests {
            0 => format!("{signs}{}{fits}", spot.work.hours),
            n => format!("{signs}{}{fits} +{n}", spot.work.hours),
        };
        Cell::from(text).toned(spot.tone())
    }));
    cells
}

fn row_json(book: &Book, row: &Heat, mondays: &[NaiveDate]) -> Json {
    let weeks: Vec<Json> = row.weeks.iter().zip(mondays).map(|(spot, from)| week_json(spot, *from)).collect();
    json!({"department": named(book, row.department), "people": row.people, "weeks": weeks})
}

fn week_json(spot: &Spot, from: NaiveDate) -> Json {
    json!({
        "from": from.to_string(), "hours": spot.work.hours, "fits": spot.fits, "over": spot.is_over(),
        "people_over": spot.crowded, "people_away_with_work": spot.deserted, "tasks": spot.work.tasks,
        "requests": spot.work.requests, "without_hours": spot.work.unsaid, "days_away": spot.work.away,
    })
}

//! `syndeo today`, `waiting` and `agreements`: what needs the manager, as the rules of the day have it.

use super::book::Desk;
use super::out::{Out, Stop, tell};
use super::show::one;
use super::table::{Cell, Part, print, print_parts};
use crate::domain::derive::agreements::{Alert, Standing, standings};
use crate::domain::derive::today::{self, Row};
use crate::domain::derive::waiting::{Wait, WaitFilter, waiting_for};
use crate::domain::{Book, Kind, Moment, Record, Ref, Tone};
use crate::words;
use crate::words::cli::{heads, reading};
use chrono::NaiveDate;
use serde_json::{Value as Json, json};
use std::path::Path;

/// Who can be asked about: a client or a department is rather meant than a person of the same name.
const NAMED: [&[Kind]; 2] = [&[Kind::Client, Kind::Department], &[Kind::Contact]];

/// Prints what needs the manager now, or what was put off.
///
/// # Errors
/// When the book cannot be opened, or nobody reads the output.
pub fn today(out: &mut Out, dir: &Path, snoozed: bool, as_json: bool) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let book = &desk.book;
    let day = desk.now.date();
    let rows = if snoozed { today::snoozed(book, desk.now) } else { today::today(book, desk.now) };
    if as_json {
        rows.iter().try_for_each(|row| out.json(&row_json(book, row, day)))?;
    } else if rows.is_empty() {
        tell(if snoozed { reading::nothing_snoozed() } else { reading::nothing_needs_you() });
    } else {
        print_parts(out, &["", heads::why(), heads::what(), heads::client()], &parts(book, &rows, day))?;
    }
    desk.close(out)
}

/// Prints what others hold: all of it, or what concerns one client, department or person.
///
/// # Errors
/// When none or several are meant, the book cannot be opened, or nobody reads the output.
pub fn waiting(out: &mut Out, dir: &Path, who: &str, as_json: bool) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let (book, today) = (&desk.book, desk.now.date());
    let waits = waiting_for(book, today, filter(book, who)?);
    if as_json {
        waits.iter().try_for_each(|wait| out.json(&wait_json(book, wait, today)))?;
    } else if waits.is_empty() {
        tell(reading::nothing_elsewhere());
    } else {
        let names = [
            "",
            heads::days(),
            heads::usual(),
            heads::with(),
            heads::number(),
            heads::what(),
            heads::client(),
            heads::reminded(),
            heads::agreed(),
        ];
        print(out, &names, waits.iter().map(|wait| wait_cells(book, wait, today)).collect())?;
    }
    desk.close(out)
}

/// Prints where agreements stand.
///
/// # Errors
/// When the book cannot be opened, or nobody reads the output.
pub fn agreements(out: &mut Out, dir: &Path, as_json: bool) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let book = &desk.book;
    let all = standings(book, None, desk.now.date());
    if as_json {
        all.iter().try_for_each(|standing| out.json(&standing_json(book, standing)))?;
    } else if all.is_empty() {
        tell(reading::no_agreements());
    } else {
        let names = ["", heads::agreement(), heads::client(), heads::notice_by(), heads::if_nothing()];
        let rows = all.iter().map(|standing| standing_cells(book, standing, desk.now.date())).collect();
        print(out, &names, rows)?;
    }
    desk.close(out)
}

/// The rows by the sections they stand in.
fn parts(book: &Book, rows: &[Row], today: NaiveDate) -> Vec<Part> {
    rows.chunk_by(|one, next| one.section == next.section)
        .map(|rows| {
            let title = rows.first().map_or("", |row| words::label(words::Of::Section, row.section.title()));
            let cells = rows.iter().map(|row| today_cells(book, row, today)).collect();
            (format!("{title} · {}", rows.len()), cells)
        })
        .collect()
}

fn today_cells(book: &Book, row: &Row, today: NaiveDate) -> Vec<Cell> {
    let client = row.client.map(|c| book.title(c)).unwrap_or_default();
    vec![
        Cell::mark(row.tone),
        words::today::row(book, row, today).into(),
        words::today::title(book, row).into(),
        client.into(),
    ]
}

fn standing_cells(book: &Book, standing: &Standing, today: NaiveDate) -> Vec<Cell> {
    let client = client_of(book, standing).map(|c| book.title(c)).unwrap_or_default();
    let tone = alarm(standing.alert);
    vec![
        Cell::mark(tone),
        book.title(standing.agreement).into(),
        client.into(),
        Cell::day(standing.notice, today).toned(tone),
        words::agreements::lapse(&standing.lapse).into(),
    ]
}

const fn alarm(alert: Option<Alert>) -> Tone {
    match alert {
        Some(Alert::In30 | Alert::Over) => Tone::Alarm,
        Some(Alert::In60 | Alert::In90) => Tone::Warning,
        Some(Alert::In180) | None => Tone::Plain,
    }
}

pub(super) fn filter(book: &Book, who: &str) -> Result<WaitFilter, Stop> {
    let all = WaitFilter::default();
    if who.is_empty() {
        return Ok(all);
    }
    match one(book, who, &NAMED, reading::more_of_name())? {
        Record::Client(c) => Ok(WaitFilter { client: Some(c.id), ..all }),
        Record::Department(d) => Ok(WaitFilter { department: Some(d.id), ..all }),
        Record::Contact(c) => Ok(WaitFilter { contact: Some(c.id), ..all }),
        other => Err(Stop::NotDone(reading::holder_expected(words::kind(other.kind())))),
    }
}

fn holder(book: &Book, wait: &Wait) -> String {
    words::holder(&wait.holder, &|id| book.title(id))
}

fn wait_cells(book: &Book, wait: &Wait, today: NaiveDate) -> Vec<Cell> {
    let counted = |n: usize| if n == 0 { String::new() } else { n.to_string() };
    let tone = if wait.is_too_long(today) { Tone::Alarm } else { Tone::Plain };
    vec![
        Cell::mark(tone),
        Cell::from(wait.days.to_string()).toned(tone),
        wait.usual.map(words::waiting::usual).unwrap_or_default().into(),
        holder(book, wait).into(),
        if wait.number == 0 { String::new() } else { format!("#{}", wait.number) }.into(),
        book.title(wait.target).into(),
        wait.client.map(|c| book.title(c)).unwrap_or_default().into(),
        counted(wait.nudges).into(),
        Cell::day(wait.agreed, today),
    ]
}

/// A record in a few words: what `syndeo show` needs to find it, and its name.
pub(super) fn named(book: &Book, id: impl Into<Ref>) -> Json {
    let id = id.into();
    json!({"kind": id.kind.name(), "id": id.id.to_string(), "name": book.title(id)})
}

fn number(no: u32) -> Option<u32> {
    (no > 0).then_some(no)
}

fn day(date: Option<NaiveDate>) -> Json {
    date.map_or(Json::Null, |d| json!(d.to_string()))
}

fn row_json(book: &Book, row: &Row, today: NaiveDate) -> Json {
    let also: Vec<&str> = row.also.iter().map(|reason| reason.label()).collect();
    json!({
        "mark": row.tone.mark(), "section": row.section.title(), "words": words::today::row(book, row, today), "what": named(book, row.target), "number": number(row.number),
        "client": row.client.map(|c| named(book, c)), "reason": row.reason.label(), "also": also,
        "score": row.score, "date": day(row.date), "stand_in": row.stand_in.map(|c| named(book, c)),
    })
}

fn wait_json(book: &Book, wait: &Wait, today: NaiveDate) -> Json {
    json!({
        "what": named(book, wait.target), "number": number(wait.number),
        "client": wait.client.map(|c| named(book, c)), "holder": holder(book, wait),
        "since": wait.since.to_rfc3339(), "days": wait.days, "usual": wait.usual.map(|u| u.days),
        "answers": wait.usual.map(|u| u.count), "over": wait.over,
        "too_long": wait.is_too_long(today), "agreed": day(wait.agreed), "reminders": wait.nudges,
        "reminded": wait.nudged.map(Moment::to_rfc3339),
    })
}

fn client_of(book: &Book, standing: &Standing) -> Option<Ref> {
    book.agreement(standing.agreement)?.client.0.map(Ref::from)
}

fn standing_json(book: &Book, standing: &Standing) -> Json {
    let next = standing.next.map(|(next, on)| json!({"what": next.label(), "date": on.to_string()}));
    json!({
        "agreement": named(book, standing.agreement),
        "client": client_of(book, standing).map(|c| named(book, c)),
        "notice": day(standing.notice), "days_left": standing.left, "mark": alarm(standing.alert).mark(), "next": next,
        "lapses": words::agreements::lapse(&standing.lapse),
    })
}

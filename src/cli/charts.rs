//! `syndeo waiting --by-holder`, `agreements --year` and `plan`: what the desk draws, in words and a few signs.

use super::book::Desk;
use super::day::{filter, named};
use super::out::{Out, Stop, tell};
use super::show::one;
use super::table::{Cell, print};
use crate::domain::derive::hands;
use crate::domain::derive::plan::{Plan, Step, plan as plan_of};
use crate::domain::derive::terms::{Days, Terms, terms};
use crate::domain::derive::waiting::{Holding, by_holder, waiting_for};
use crate::domain::{Book, Holder, Kind, ProjectId, Tone};
use crate::shell::is_ascii;
use crate::words;
use crate::words::cli::{heads, reading};
use crate::words::short_name;
use chrono::{Datelike as _, Months, NaiveDate};
use serde_json::{Value as Json, json};
use std::path::Path;

/// Prints who holds how many and for how long.
///
/// # Errors
/// When none or several are meant, the book cannot be opened, or nobody reads the output.
pub fn holders(out: &mut Out, dir: &Path, who: &str, as_json: bool) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let (book, today) = (&desk.book, desk.now.date());
    let held = by_holder(waiting_for(book, today, filter(book, who)?), today);
    if as_json {
        held.iter().try_for_each(|holding| out.json(&holding_json(book, holding)))?;
    } else if held.is_empty() {
        tell(reading::nothing_elsewhere());
    } else {
        let rows = held.iter().map(|holding| holding_cells(book, holding)).collect();
        print(out, &["", heads::longest(), heads::with(), heads::how_many(), heads::usual()], rows)?;
    }
    desk.close(out)
}

fn holding_cells(book: &Book, holding: &Holding) -> Vec<Cell> {
    let tone = if holding.too_long > 0 { Tone::Alarm } else { Tone::Plain };
    let oldest = holding.waits.first();
    vec![
        Cell::mark(tone),
        Cell::from(oldest.map(|w| w.days.to_string()).unwrap_or_default()).toned(tone),
        short_name(book, &holding.holder).into(),
        words::waiting::counted(holding).into(),
        oldest.and_then(|w| w.usual).map(words::waiting::usual).unwrap_or_default().into(),
    ]
}

fn holding_json(book: &Book, holding: &Holding) -> Json {
    let days: Vec<i64> = holding.waits.iter().map(|w| w.days).collect();
    let holder = words::holder(&holding.holder, &|id| book.title(id));
    json!({"holder": holder, "count": days.len(), "too_long": holding.too_long, "days": days})
}

/// Prints the agreements month by month: a year from the month before this one on.
///
/// # Errors
/// When the book cannot be opened, or nobody reads the output.
pub fn year(out: &mut Out, dir: &Path) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let (book, today) = (&desk.book, desk.now.date());
    let first = today.with_day(1).and_then(|d| d.checked_sub_months(Months::new(1))).unwrap_or(today);
    let months: Vec<Days> = (0..14).filter_map(|n| month(first, n)).collect();
    let ends = months.first().zip(months.last()).map(|(first, last)| (first.0, last.1));
    let found = ends.map(|days| terms(book, None, today, days)).unwrap_or_default();
    if found.is_empty() {
        tell(reading::no_terms());
    } else {
        let names: Vec<String> = months.iter().map(|(from, _)| words::dates::month(*from)).collect();
        let months_named = names.iter().map(String::as_str);
        let head: Vec<&str> = [heads::agreement(), heads::client()]
            .into_iter()
            .chain(months_named)
            .chain([heads::notice_by()])
            .collect();
        print(out, &head, found.iter().map(|terms| terms_cells(book, terms, &months, today)).collect())?;
    }
    desk.close(out)
}

/// The first and last day of the n-th month from one on.
fn month(first: NaiveDate, n: u32) -> Option<Days> {
    let from = first.checked_add_months(Months::new(n))?;
    Some((from, from.checked_add_months(Months::new(1))?.pred_opt()?))
}

fn terms_cells(book: &Book, terms: &Terms, months: &[Days], today: NaiveDate) -> Vec<Cell> {
    let meets = |days: Option<Days>, (from, to): Days| days.is_some_and(|d| d.0 <= to && d.1 >= from);
    let notice = Kind::Agreement.sign();
    let notice = if is_ascii() { notice.ascii } else { notice.sign };
    let cell = |month: &Days| {
        let sign = match terms {
            t if meets(t.holds, *month) => "=",
            t if meets(t.would, *month) => "-",
            _ => "",
        };
        let by = if meets(terms.notice.map(|day| (day, day)), *month) { notice } else { "" };
        Cell::from(format!("{sign}{by}"))
    };
    let client = book.agreement(terms.agreement).and_then(|a| a.client.0);
    let client = client.map(|c| book.title(c)).unwrap_or_default();
    let mut cells = vec![book.title(terms.agreement).into(), client.into()];
    cells.extend(months.iter().map(cell));
    cells.push(Cell::day(terms.notice, today));
    cells
}

/// Prints the plan of a project, a row for each step.
///
/// # Errors
/// When none or several are meant, the book cannot be opened, or nobody reads the output.
pub fn plan(out: &mut Out, dir: &Path, what: &str, as_json: bool) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let (book, today) = (&desk.book, desk.now.date());
    let record = one(book, what, &[&[Kind::Project]], reading::more_of_name())?;
    let plan = plan_of(book, ProjectId(record.id().id));
    if as_json {
        plan.steps.iter().try_for_each(|step| out.json(&step_json(book, &plan, step, today)))?;
    } else if plan.steps.is_empty() {
        tell(reading::no_steps());
    } else {
        let names = [
            "",
            heads::from(),
            heads::to(),
            heads::promised(),
            heads::what(),
            heads::who(),
            heads::waits_for(),
        ];
        print(out, &names, plan.steps.iter().map(|step| step_cells(book, &plan, step, today)).collect())?;
    }
    desk.close(out)
}

fn waits_for<'a>(plan: &'a Plan, step: &'a Step) -> impl Iterator<Item = &'a Step> {
    step.after.iter().filter_map(|at| plan.steps.get(*at))
}

/// Who has it, or did it.
fn who(book: &Book, step: &Step) -> String {
    let hand = book.get(step.id).and_then(hands::holder_now).filter(|h| h.holder != Holder::Us);
    hand.map(|h| short_name(book, &h.holder)).unwrap_or_default()
}

fn step_cells(book: &Book, plan: &Plan, step: &Step, today: NaiveDate) -> Vec<Cell> {
    let tone = match step {
        s if s.is_late(today) => Tone::Alarm,
        s if s.fixed => Tone::Muted,
        _ => Tone::Plain,
    };
    let done = if step.fixed { "x" } else { tone.mark() };
    let chain = if step.critical { "*" } else { "" };
    let after = waits_for(plan, step).map(|s| s.title.clone()).collect::<Vec<_>>();
    vec![
        Cell::from(format!("{done}{chain}")).toned(tone),
        Cell::day(step.start, today),
        Cell::day(step.end, today).toned(tone),
        Cell::day(step.promised, today),
        step.title.clone().into(),
        who(book, step).into(),
        after.join("; ").into(),
    ]
}

fn step_json(book: &Book, plan: &Plan, step: &Step, today: NaiveDate) -> Json {
    let day = |d: Option<NaiveDate>| d.map(|d| d.to_string());
    json!({
        "what": named(book, step.id), "from": day(step.start), "to": day(step.end), "promised": day(step.promised),
        "done": step.fixed, "late": step.is_late(today), "critical": step.critical, "who": who(book, step),
        "waits_for": waits_for(plan, step).map(|s| named(book, s.id)).collect::<Vec<_>>(),
    })
}

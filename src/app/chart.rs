//! Charts over the days: months above, a bar for each row. What is drawn where, not how wide.

use crate::app::cell::Cell;
use crate::domain::Ref;
use crate::words::dates;
use chrono::{Datelike, NaiveDate};

/// The days a chart is over; places on it are days from the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    first: NaiveDate,
    /// The last day.
    pub days: i64,
    /// Today.
    pub today: i64,
    /// Where months begin, by name; January is told by its year.
    pub months: Vec<(i64, String)>,
    /// Where weeks begin, by their Mondays.
    pub weeks: Vec<(i64, String)>,
}

/// The most days a chart tells the weeks of: those of thirty years.
const MOST: usize = 11_000;

impl Axis {
    /// From one day to another, and so far that today is on it.
    pub fn over(first: NaiveDate, last: NaiveDate, today: NaiveDate) -> Self {
        let (first, last) = (first.min(today), last.max(today));
        let at = |day: NaiveDate| (day - first).num_days();
        let (mut months, mut weeks) = (vec![], vec![]);
        for day in first.iter_days().take_while(|day| *day <= last).take(MOST) {
            if day.day() == 1 || day == first {
                let name = if day.month() == 1 { format!("{:04}", day.year()) } else { dates::month(day) };
                months.push((at(day), name));
            }
            if day.weekday() == chrono::Weekday::Mon {
                weeks.push((at(day), dates::day(day)));
            }
        }
        Self { first, days: at(last).max(1), today: at(today), months, weeks }
    }

    /// Where a day stands; beyond its ends at the end.
    pub fn at(&self, day: NaiveDate) -> i64 {
        (day - self.first).num_days().clamp(0, self.days)
    }
}

/// Which part of a fold a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// None: it always stands there.
    #[default]
    No,
    /// Its one row, which leads to the record itself: there it unfolds.
    Head,
    /// What is folded away.
    Inside,
}

/// One row of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Where Enter leads.
    pub target: Ref,
    /// The sign of the critical chain.
    pub chain: &'static str,
    /// Whether it is late: told by a sign.
    pub late: bool,
    /// What the bar is of.
    pub name: Cell,
    /// What is drawn along it, from which day to which, what is drawn last on top.
    pub strokes: Vec<(i64, i64, char)>,
    /// What stands behind it.
    pub end: Cell,
    /// Whose it is.
    pub who: Cell,
    /// What it waits for, as far as that stands in the chart.
    pub after: Vec<Ref>,
    /// Whether it folds.
    pub fold: Fold,
}

impl Bar {
    /// A row with nothing drawn along it yet.
    pub fn of(target: Ref, name: Cell) -> Self {
        Self {
            target,
            chain: "",
            late: false,
            name,
            strokes: vec![],
            end: Cell::empty(),
            who: Cell::empty(),
            after: vec![],
            fold: Fold::No,
        }
    }
}

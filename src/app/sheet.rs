//! The sheet of a month that stands beside a field for a day: its weeks, and what falls on the day that is meant.

use crate::app::ctx::Ctx;
use crate::app::document::Tone;
use crate::app::signs;
use crate::domain::derive::month::{Day, grid, is_same};
use crate::words;
use crate::words::dates;
use chrono::{Datelike, NaiveDate};

/// A month, with one of its days told in full.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// "December 2026".
    pub title: String,
    /// The days of the week by their first letters, from the one on which weeks begin.
    pub names: Vec<String>,
    /// The days of each week; none where that is one of another month.
    pub weeks: Vec<Vec<Option<SheetDay>>>,
    /// The day that is told, in words: "Fri 4 Dec, Christmas Day".
    pub day: String,
    /// What falls on it: sign, title, why.
    pub falls: Vec<(&'static str, String, &'static str)>,
}

/// A day on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetDay {
    /// Its number.
    pub number: u32,
    /// The sign of what matters most of what falls on it; a blank where nothing does.
    pub sign: &'static str,
    /// How loud it is.
    pub tone: Tone,
    /// Whether it is today.
    pub is_today: bool,
    /// Whether it is the day that is meant.
    pub is_meant: bool,
}

/// The weeks of a month as they were read from the book: that takes a walk through all of it, which no frame should wait for.
#[derive(Clone, Debug)]
pub struct ReadMonth {
    of: NaiveDate,
    weeks: Vec<Vec<Day>>,
}

impl ReadMonth {
    /// Reads the month of a day.
    pub fn of(ctx: Ctx<'_>, of: NaiveDate) -> Self {
        Self { of, weeks: grid(ctx.book, ctx.now, of, ctx.week_start()) }
    }

    /// Whether it is the month of that day.
    pub fn is_of(&self, day: NaiveDate) -> bool {
        is_same(self.of, day)
    }
}

impl Sheet {
    /// The month of a day, which is told; without one that of today. It is read only where `read` is another one.
    pub fn of(ctx: Ctx<'_>, read: Option<&ReadMonth>, meant: Option<NaiveDate>) -> Self {
        let of = meant.unwrap_or(ctx.today());
        match read.filter(|read| read.is_of(of)) {
            Some(read) => Self::from(ctx, &read.weeks, meant),
            None => Self::from(ctx, &ReadMonth::of(ctx, of).weeks, meant),
        }
    }

    fn from(ctx: Ctx<'_>, grid: &[Vec<Day>], meant: Option<NaiveDate>) -> Self {
        let today = ctx.today();
        let of = meant.unwrap_or(today);
        let cell = |day: &Day| {
            let date = day.date;
            if !is_same(date, of) {
                return None;
            }
            let sign = day.sorts().first().map_or(" ", |sort| signs::of_day(*sort).sign);
            let (is_today, is_meant) = (date == today, meant == Some(date));
            Some(SheetDay { number: date.day(), sign, tone: tone(day, today), is_today, is_meant })
        };
        // The first week may be short; a whole one says in which order days stand.
        let names = grid.get(1).into_iter().flatten().map(|d| dates::weekday(d.date));
        let told = grid.iter().flatten().find(|d| d.date == of);
        Self {
            title: dates::month_name(of),
            names: names.map(|name| name.chars().take(2).collect()).collect(),
            weeks: grid.iter().map(|week| week.iter().map(cell).collect()).collect(),
            day: in_words(ctx, of),
            falls: told.map(|day| falls(ctx, day)).unwrap_or_default(),
        }
    }
}

fn tone(day: &Day, today: NaiveDate) -> Tone {
    match (day.is_late(today), day.is_workday) {
        (true, _) => Tone::Alarm,
        (false, false) => Tone::Muted,
        (false, true) => Tone::Plain,
    }
}

fn in_words(ctx: Ctx<'_>, day: NaiveDate) -> String {
    let off = dates::why_off(ctx.book.workdays(), day).map(|why| format!(", {why}")).unwrap_or_default();
    let said = if day == ctx.today() { dates::today().to_owned() } else { dates::show(day, ctx.today()) };
    format!("{said}{off}")
}

fn falls(ctx: Ctx<'_>, day: &Day) -> Vec<(&'static str, String, &'static str)> {
    let entry = |e: &crate::domain::derive::month::Entry| {
        (signs::of_day(e.sort).sign, ctx.name(e.target), words::month::sort(e.sort))
    };
    day.entries.iter().map(entry).collect()
}

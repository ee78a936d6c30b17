//! A month, day by day: the grid of its weeks, and beside it what falls on the marked day.

use crate::app::command::{Common, Keys, MonthCommand};
use crate::app::ctx::Ctx;
use crate::app::keyed::{Here, Keyed, Reply, stepped};
use crate::domain::derive::month::{Day, Sort, month, weeks};
use crate::words;
use chrono::{Months, NaiveDate, TimeDelta};

/// A month on the whole screen.
#[derive(Clone, Debug)]
pub struct Month {
    /// The marked day.
    pub day: NaiveDate,
    /// Which of its rows is marked; none of them while the keys move in the grid.
    pub item: Option<usize>,
    /// The weeks of the month, and what falls on each of their days.
    pub weeks: Vec<Vec<Day>>,
    /// Whether that is the book as it is now, and the month of the marked day.
    pub fresh: bool,
    /// The first row shown of the day.
    pub top: usize,
}

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self { day, item: None, weeks: vec![], fresh: false, top: 0 }
    }

    /// Why something falls on a day, in a word.
    pub const fn why(sort: Sort) -> &'static str {
        words::month::sort(sort)
    }

    /// What falls on the marked day.
    pub fn marked(&self) -> Option<&Day> {
        self.weeks.iter().flatten().find(|d| d.date == self.day)
    }

    /// Reads the month afresh.
    pub fn refresh(&mut self, ctx: Ctx<'_>) {
        let grid = weeks(self.day, ctx.week_start());
        let all = grid.first().and_then(|w| w.first()).zip(grid.last().and_then(|w| w.last()));
        let mut days =
            all.map(|(from, to)| month(ctx.book, ctx.now, *from, *to)).unwrap_or_default().into_iter();
        self.weeks = grid.iter().map(|week| days.by_ref().take(week.len()).collect()).collect();
        self.fresh = true;
        let rows = self.marked().map_or(0, |d| d.entries.len());
        self.item = self.item.filter(|_| rows > 0).map(|at| at.min(rows.saturating_sub(1)));
    }

    /// Goes to another day; one that the calendar has not is none.
    fn go(&mut self, day: Option<NaiveDate>) {
        let Some(day) = day else { return };
        let is_in_sight = self.weeks.iter().flatten().any(|d| d.date == day);
        let same = day.format("%Y-%m").to_string() == self.day.format("%Y-%m").to_string();
        self.fresh = self.fresh && is_in_sight && same;
        (self.day, self.item, self.top) = (day, None, 0);
    }

    fn shifted(&self, days: i64) -> Option<NaiveDate> {
        self.day.checked_add_signed(TimeDelta::try_days(days)?)
    }

    /// The same day of the month so many months on, or the last one it has.
    fn month_on(&self, by: isize) -> Option<NaiveDate> {
        let months = Months::new(u32::try_from(by.unsigned_abs()).ok()?);
        if by < 0 { self.day.checked_sub_months(months) } else { self.day.checked_add_months(months) }
    }

    /// Does what only a month can be asked to do.
    pub fn run(&mut self, command: MonthCommand, here: Here<'_>) -> Reply {
        match command {
            MonthCommand::Next => self.go(self.shifted(1)),
            MonthCommand::Previous => self.go(self.shifted(-1)),
            MonthCommand::Today => self.go(Some(here.ctx.today())),
            MonthCommand::Turn if self.item.is_some() => self.item = None,
            MonthCommand::Turn => return self.enter(),
        }
        Reply::Done
    }

    /// From the grid into the rows of the day.
    fn enter(&mut self) -> Reply {
        if self.marked().is_none_or(|d| d.entries.is_empty()) {
            return Reply::Say(crate::app::Tone::Muted, "Nothing falls on this day");
        }
        self.item = Some(0);
        Reply::Done
    }
}

impl Keyed for Month {
    fn keys(&self) -> Keys {
        Keys::Month
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        let rows = self.marked().map_or(0, |d| d.entries.len());
        match (command, self.item) {
            (Common::Back, Some(_)) => self.item = None,
            (Common::Back, None) => return Reply::Close,
            (Common::Take, Some(at)) => {
                let target = self.marked().and_then(|d| d.entries.get(at)).map(|e| e.target);
                return target.map_or(Reply::Done, Reply::Open);
            }
            (Common::Take, None) => return self.enter(),
            (Common::PageDown | Common::PageUp, None) => self.go(self.month_on(command.rows(1))),
            (_, None) => self.go(self.shifted(if command == Common::Down { 7 } else { -7 })),
            (_, Some(at)) => self.item = Some(stepped(at, command.rows(here.page()), rows)),
        }
        Reply::Done
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}

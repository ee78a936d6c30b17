//! A month, day by day: the grid of its weeks, and beside it what falls on the marked day.

use crate::app::command::{Common, Keys, MonthCommand};
use crate::app::ctx::Ctx;
use crate::app::keyed::{Here, Keyed, Reply, stepped};
use crate::app::layers::days::Step;
use crate::domain::derive::month::{Day, Sort, grid, is_same};
use crate::words;
use chrono::NaiveDate;

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
    pub fn why(sort: Sort) -> &'static str {
        words::month::sort(sort)
    }

    /// What falls on the marked day.
    pub fn marked(&self) -> Option<&Day> {
        self.weeks.iter().flatten().find(|d| d.date == self.day)
    }

    /// Reads the month afresh.
    pub fn refresh(&mut self, ctx: Ctx<'_>) {
        self.weeks = grid(ctx.book, ctx.now, self.day, ctx.week_start());
        self.fresh = true;
        let rows = self.marked().map_or(0, |d| d.entries.len());
        self.item = self.item.filter(|_| rows > 0).map(|at| at.min(rows.saturating_sub(1)));
    }

    /// Goes to another day; one that the calendar has not is none.
    fn go(&mut self, day: Option<NaiveDate>) {
        let Some(day) = day else { return };
        let is_in_sight = self.weeks.iter().flatten().any(|d| d.date == day);
        self.fresh = self.fresh && is_in_sight && is_same(day, self.day);
        (self.day, self.item, self.top) = (day, None, 0);
    }

    /// Does what only a month can be asked to do.
    pub fn run(&mut self, command: MonthCommand, here: Here<'_>) -> Reply {
        match command {
            MonthCommand::Next => self.go(Step::Days(1).from(self.day)),
            MonthCommand::Previous => self.go(Step::Days(-1).from(self.day)),
            MonthCommand::Today => self.go(Some(here.ctx.today())),
            MonthCommand::Turn if self.item.is_some() => self.item = None,
            MonthCommand::Turn => return self.enter(here),
        }
        Reply::Done
    }

    /// From the grid into the rows of the day.
    fn enter(&mut self, here: Here<'_>) -> Reply {
        // Keys may come faster than frames: then the days are still those of the month before.
        if !self.fresh {
            self.refresh(here.ctx);
        }
        if self.marked().is_none_or(|d| d.entries.is_empty()) {
            return Reply::Say(crate::app::Tone::Muted, words::screen::nothing_falls());
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
            (Common::Take, None) => return self.enter(here),
            (Common::PageDown, None) => self.go(Step::Months(1).from(self.day)),
            (Common::PageUp, None) => self.go(Step::Months(-1).from(self.day)),
            (Common::Down, None) => self.go(Step::Days(7).from(self.day)),
            (Common::Up, None) => self.go(Step::Days(-7).from(self.day)),
            (_, Some(at)) => self.item = Some(stepped(at, command.rows(here.page()), rows)),
        }
        Reply::Done
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}

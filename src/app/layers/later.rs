//! A small box that asks for a day: until when something stays out of Today, or to which day its date moves.

use crate::app::changes::moved_field;
use crate::app::command::{Common, Keys, LaterCommand};
use crate::app::ctx::Ctx;
use crate::app::document::Tone;
use crate::app::keyed::{Edit, Here, Keyed, Reply, numbered, stepped};
use crate::app::layers::days::{Step, counted_from, oddities};
use crate::app::textbox::TextBox;
use crate::domain::{Record, Ref, Value, when};
use crate::words::{boxes, dates};
use chrono::{Datelike, Days, Months, NaiveDate};

/// What is done with the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// It stays out of Today until then; nothing of the facts changes.
    Snooze,
    /// Its date moves there.
    Move,
}

/// The box.
#[derive(Clone, Debug)]
pub struct Later {
    /// What it is about.
    pub target: Ref,
    /// What is done with the day.
    pub until: Until,
    /// Whether the other of the two could be done as well.
    pub both: bool,
    /// What is typed.
    pub typed: TextBox,
    /// The days on offer, each with its words.
    pub days: Vec<(&'static str, NaiveDate)>,
    /// Which of them is marked.
    pub at: usize,
    /// The day that stands there: what is moved counts from it.
    pub from: Option<NaiveDate>,
}

impl Later {
    /// A box about a record; `None` where neither can be done.
    pub fn of(ctx: Ctx<'_>, record: &Record, until: Until) -> Option<Self> {
        let (snoozes, moves) = (record.kind().snooze_field().is_some(), moved_field(record, ctx.now));
        let from = moves.and_then(|field| match field.read(record) {
            Value::Date(day) => Some(day),
            Value::Moment(at) => Some(at.date()),
            _ => None,
        });
        let can = match until {
            Until::Snooze => snoozes,
            Until::Move => moves.is_some(),
        };
        let mut later = Self {
            target: record.id(),
            until,
            both: snoozes && moves.is_some(),
            typed: TextBox::default(),
            days: vec![],
            at: 0,
            from: from.or(record.due()),
        };
        later.refresh(ctx);
        can.then_some(later)
    }

    /// The days on offer: what is moved goes on from the day that stands there, a week and a month from it.
    fn refresh(&mut self, ctx: Ctx<'_>) {
        let today = ctx.today();
        let base = self.counted_from().filter(|day| *day > today).unwrap_or(today);
        let monday = today.checked_add_days(Days::new(7 - u64::from(today.weekday().num_days_from_monday())));
        let named = [
            (dates::tomorrow(), today.succ_opt()),
            (boxes::next_monday(), monday),
            (boxes::plus_week(), base.checked_add_days(Days::new(7))),
            (boxes::plus_month(), base.checked_add_months(Months::new(1))),
        ];
        self.days = named.into_iter().filter_map(|(words, day)| Some((words, day?))).collect();
        self.at = self.at.min(self.days.len().saturating_sub(1));
    }

    /// The day that steps are counted from: what is snoozed counts from today.
    fn counted_from(&self) -> Option<NaiveDate> {
        self.from.filter(|_| self.until == Until::Move)
    }

    /// Which row is marked; none while a day is typed, but for a number alone, which names one.
    pub fn marked(&self) -> Option<usize> {
        let typed = self.typed.text().trim();
        numbered(typed, self.days.len()).or_else(|| typed.is_empty().then_some(self.at))
    }

    /// The day as it stands in the box; `None` while what is typed is none.
    pub fn day(&self, ctx: Ctx<'_>) -> Option<NaiveDate> {
        if let Some(at) = self.marked() {
            return self.days.get(at).map(|(_, day)| *day);
        }
        let (text, calendar) = (self.typed.text(), ctx.book.workdays());
        let from = self.counted_from().unwrap_or(ctx.today());
        when::read_step(text, from, calendar)
            .or_else(|| when::read_workdays(text, ctx.today(), calendar))
            .or_else(|| when::read_date(text, ctx.today()))
    }

    /// Writes the day that is a step from the one that stands in the box.
    fn step_day(&mut self, ctx: Ctx<'_>, step: Step) {
        if let Some(day) = step.from(self.day(ctx).unwrap_or(ctx.today())) {
            self.typed = TextBox::of(day.to_string());
        }
    }

    /// What was understood of what is typed.
    pub fn reading(&self, ctx: Ctx<'_>) -> Option<String> {
        let day = self.day(ctx).filter(|_| self.marked().is_none())?;
        let steps = |from| when::read_step(self.typed.text(), from, ctx.book.workdays()).is_some();
        let from = self.counted_from().filter(|from| steps(*from));
        Some(format!("= {}{}", dates::show(day, ctx.today()), counted_from(from, ctx.today())))
    }

    /// What is odd about the day, or why it is none.
    pub fn doubt(&self, ctx: Ctx<'_>) -> Option<String> {
        let Some(day) = self.day(ctx) else {
            return Some(boxes::no_day().into());
        };
        if self.until == Until::Snooze && day <= ctx.today() {
            return Some(boxes::no_day_ahead().into());
        }
        let odd = oddities(day, self.counted_from(), Some(ctx.book.workdays()), ctx.today());
        (!odd.is_empty()).then(|| odd.join(", "))
    }

    /// Does what only this box can be asked to do.
    pub fn run(&mut self, command: LaterCommand, here: Here<'_>) -> Reply {
        match command {
            LaterCommand::Turn => {
                if !self.both {
                    return Reply::Say(Tone::Muted, boxes::only_this());
                }
                self.until = if self.until == Until::Snooze { Until::Move } else { Until::Snooze };
                self.refresh(here.ctx);
            }
            LaterCommand::NextDay => self.step_day(here.ctx, Step::Days(1)),
            LaterCommand::DayBefore => self.step_day(here.ctx, Step::Days(-1)),
            LaterCommand::NextMonth => self.step_day(here.ctx, Step::Months(1)),
            LaterCommand::MonthBefore => self.step_day(here.ctx, Step::Months(-1)),
        }
        Reply::Done
    }
}

impl Keyed for Later {
    fn keys(&self) -> Keys {
        Keys::Later
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => {
                self.typed = TextBox::default();
                self.at = stepped(self.at, command.rows(here.page()), self.days.len());
            }
            Common::Take => {
                let day =
                    self.day(here.ctx).filter(|day| self.until == Until::Move || *day > here.ctx.today());
                return match day {
                    Some(day) => Reply::PutOff(self.until, self.target, day),
                    None => Reply::Say(Tone::Warning, boxes::no_day_said()),
                };
            }
            Common::Back => return Reply::Close,
        }
        Reply::Done
    }

    fn text_mut(&mut self) -> Option<&mut TextBox> {
        Some(&mut self.typed)
    }

    fn edit(&mut self, edit: Edit<'_>, _: Here<'_>) -> Reply {
        edit.apply(&mut self.typed, false);
        Reply::Done
    }
}

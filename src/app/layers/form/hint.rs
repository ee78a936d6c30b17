//! What is said beside a field while it is written.

use crate::app::ctx::Ctx;
use crate::app::document::Tone;
use crate::app::layers::days::{counted_from, oddities};
use crate::app::layers::form::{Entry, Input, Picked};
use crate::domain::{Type, Value};
use crate::words;
use crate::words::dates;

impl Entry {
    /// What is said below the form: what the field is for, what can be found, or what was expected; and how loud.
    pub fn hint(&self, ctx: Ctx<'_>) -> String {
        match &self.input {
            Input::Picks(picks, typed) => self.pick_hint(picks, typed.text().trim()),
            Input::Line(text) if self.reads() && !text.text().trim().is_empty() => self
                .understood(ctx, text.text())
                .err()
                .map_or_else(|| self.about(), |error| words::fault(&error.fault)),
            Input::Line(_) | Input::Choice(..) | Input::Long(_) => self.about(),
        }
    }

    fn about(&self) -> String {
        words::about(self.field).to_owned()
    }

    /// Whether what is written here can be read in another way than it is written.
    fn reads(&self) -> bool {
        matches!(
            self.field.kind,
            Type::Date
                | Type::Past
                | Type::Moment
                | Type::Number
                | Type::Money
                | Type::Span
                | Type::Repeat
                | Type::Birthday
        )
    }

    /// What was understood of what is written, said beside it at once; louder when something about it is odd.
    pub fn reading(&self, ctx: Ctx<'_>) -> Option<(String, Tone)> {
        let Input::Line(text) = &self.input else { return None };
        if !self.reads() || text.text().trim().is_empty() {
            return None;
        }
        let from = self
            .stood
            .step(&self.field.kind, text.text(), ctx.book.workdays())
            .and_then(|_| self.stood.from());
        let from = counted_from(from, ctx.today());
        let words = match self.understood(ctx, text.text()).ok()? {
            Value::Date(d) => format!("{}{from}", dates::show(d, ctx.today())),
            Value::Moment(m) => {
                format!("{} {}{from}", dates::show(m.date(), ctx.today()), m.local().format("%H:%M"))
            }
            value => words::value::show(&self.field.kind, &value, &|r| ctx.name(r)),
        };
        let doubts = self.doubts(ctx);
        Some(if doubts.is_empty() {
            (format!("= {words}"), Tone::Accent)
        } else {
            (format!("= {words} ! {}", doubts.join(", ")), Tone::Warning)
        })
    }

    /// What stands in the field while the keys are elsewhere: days and times as everywhere on screen.
    pub fn at_rest(&self, ctx: Ctx<'_>) -> String {
        let Input::Line(text) = &self.input else { return String::new() };
        let day = |d| dates::show(d, ctx.today());
        match (&self.field.kind, self.understood(ctx, text.text())) {
            (Type::Date | Type::Past, Ok(Value::Date(d))) => day(d),
            (Type::Moment, Ok(Value::Moment(m))) => {
                format!("{} {}", day(m.date()), m.local().format("%H:%M"))
            }
            _ => text.text().to_owned(),
        }
    }

    /// What is odd about the day that was written: it lies before the one that stood here, or nobody works on it.
    pub fn doubts(&self, ctx: Ctx<'_>) -> Vec<String> {
        let Input::Line(text) = &self.input else { return vec![] };
        if !self.is_dirty() || !matches!(self.field.kind, Type::Date) {
            return vec![];
        }
        let Ok(Value::Date(day)) = self.understood(ctx, text.text()) else { return vec![] };
        let calendar = self.stood.is_work().then(|| ctx.book.workdays());
        oddities(day, self.stood.first(), calendar, ctx.today())
    }

    /// What can be found, or that nothing is.
    fn pick_hint(&self, picks: &[Picked], typed: &str) -> String {
        let about = words::about(self.field);
        match self.field.kind {
            Type::Choices(list) if typed.is_empty() => {
                let rest = list.iter().filter(|c| !picks.contains(&Picked::Code(c.code)));
                let rest: Vec<&str> = rest.map(words::choice_shown).collect();
                format!("{about} {}", words::boxes::choose_one(&rest.join(" · ")))
            }
            _ if typed.is_empty() && !self.offers.is_empty() => {
                format!("{about} {}", words::boxes::type_or_go_down())
            }
            _ if typed.is_empty() => format!("{about} {}", words::boxes::type_to_find()),
            Type::One(kind) | Type::Many(kind) if self.offers.is_empty() => {
                words::boxes::none_found(words::kind(kind))
            }
            _ if self.offers.is_empty() => words::boxes::no_choice().into(),
            _ => about.to_owned(),
        }
    }
}

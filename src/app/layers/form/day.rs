//! Days that are chosen with the calendar beside a field: a day or a month on, without a word of a date.

use crate::app::ctx::Ctx;
use crate::app::keyed::Reply;
use crate::app::layers::days::Step;
use crate::app::layers::form::{Entry, Form, Input};
use crate::app::textbox::TextBox;
use crate::domain::{Type, Value};
use crate::words;
use chrono::NaiveDate;

impl Entry {
    /// Whether a day stands in the field, or will.
    pub fn is_day(&self) -> bool {
        matches!(self.field.kind, Type::Date | Type::Past | Type::Moment)
    }

    /// What is written, as far as it is a day or a moment.
    fn written(&self, ctx: Ctx<'_>) -> Option<Value> {
        let Input::Line(text) = &self.input else { return None };
        self.understood(ctx, text.text()).ok()
    }

    /// The day that is understood of what is written.
    pub fn day(&self, ctx: Ctx<'_>) -> Option<NaiveDate> {
        match self.written(ctx)? {
            Value::Date(day) => Some(day),
            Value::Moment(at) => Some(at.date()),
            _ => None,
        }
    }

    /// Writes the day that is a step from the one that stands there, or from today; a moment keeps its hour.
    fn step_day(&mut self, ctx: Ctx<'_>, step: Step) {
        let Some(day) = step.from(self.day(ctx).unwrap_or(ctx.today())) else { return };
        let value = match (&self.field.kind, self.written(ctx)) {
            (Type::Moment, Some(Value::Moment(at))) => {
                Value::Moment(at.at_local(day.and_time(at.local().time())))
            }
            (Type::Moment, _) => Value::Moment(ctx.now.at_local(day.and_time(ctx.now.local().time()))),
            _ => Value::Date(day),
        };
        let text = words::value::show(&self.field.kind, &value, &|id| ctx.name(id));
        *self.text_mut() = TextBox::of(text);
        (self.fresh, self.error) = (false, None);
    }
}

impl Form {
    /// Goes a step on in the calendar of the field that has the keys.
    pub(super) fn step_day(&mut self, ctx: Ctx<'_>, step: Step) -> Reply {
        if let Some(entry) = self.entry_mut().filter(|entry| entry.is_day()) {
            entry.step_day(ctx, step);
        }
        Reply::KeepDraft
    }
}

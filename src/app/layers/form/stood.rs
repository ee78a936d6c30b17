//! What stands in a field of days: steps such as `+10d` are counted from it.

use crate::domain::{Field, Moment, Record, Type, Value, Workdays, when};
use chrono::NaiveDate;

/// What stands in a field of days, and what stood there when the form was opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stood {
    first: Option<NaiveDate>,
    day: Option<NaiveDate>,
    moment: Option<Moment>,
    is_work: bool,
}

impl Stood {
    /// What stands in a field of a record. Where the field is empty because the day it is due by is that of another field,
    /// that day stands here as well.
    pub fn of(field: &Field, record: &Record, value: &Value) -> Self {
        let due = record.kind().due_fields();
        let is_first = due.first().is_some_and(|f| f.name == field.name);
        let mut out = Self { is_work: !due.is_empty(), ..Self::default() };
        out.settle(value);
        out.day = out.day.or_else(|| record.due().filter(|_| is_first));
        Self { first: out.day, ..out }
    }

    /// From now on this stands there.
    pub fn settle(&mut self, value: &Value) {
        self.day = if let Value::Date(day) = value { Some(*day) } else { None };
        self.moment = if let Value::Moment(at) = value { Some(*at) } else { None };
    }

    /// A step from what stands there, when something does.
    pub fn step(&self, kind: &Type, text: &str, calendar: &Workdays) -> Option<Value> {
        match kind {
            Type::Date | Type::Past => when::read_step(text, self.day?, calendar).map(Value::Date),
            Type::Moment => {
                let at = self.moment?;
                let day = when::read_step(text, at.date(), calendar)?;
                Some(Value::Moment(at.at_local(day.and_time(at.local().time()))))
            }
            _ => None,
        }
    }

    /// The day that steps are counted from.
    pub fn from(&self) -> Option<NaiveDate> {
        self.day.or_else(|| self.moment.map(Moment::date))
    }

    /// The day that stood there when the form was opened.
    pub fn first(&self) -> Option<NaiveDate> {
        self.first
    }

    /// Whether it is a day by which work is to be done, or one of such work: working days are meant.
    pub fn is_work(&self) -> bool {
        self.is_work
    }
}

//! What is said beside a field while it is written.

use crate::app::ctx::Ctx;
use crate::app::document::Tone;
use crate::app::layers::form::{Entry, Input, Picked};
use crate::domain::{Type, Value, parse, when};

impl Entry {
    /// What is said beside the field: the complaint, what a date comes to, or what the field is for; and how loud.
    pub fn hint(&self, ctx: Ctx<'_>) -> (String, Tone) {
        let words = self.hint_words(ctx);
        let doubts = self.doubts(ctx);
        match (words.starts_with('='), doubts.is_empty()) {
            (true, true) => (words, Tone::Accent),
            (true, false) => (format!("{words} ! {}", doubts.join(", ")), Tone::Warning),
            (false, _) => (words, Tone::Muted),
        }
    }

    /// What is odd about the day that was written: it lies before the one that stood here, or nobody works on it.
    fn doubts(&self, ctx: Ctx<'_>) -> Vec<String> {
        let Input::Line(text) = &self.input else { return vec![] };
        if !self.is_dirty() || !matches!(self.field.kind, Type::Date) {
            return vec![];
        }
        let Ok(Value::Date(day)) = self.understood(ctx, text.text()) else { return vec![] };
        let earlier = self.stood.first().filter(|stood| day < *stood);
        let earlier = earlier.map(|stood| format!("earlier than {}", when::show(stood, ctx.today())));
        let off = ctx.book.workdays().why_off(day).filter(|_| self.stood.is_work());
        earlier.into_iter().chain(off.map(|why| format!("no working day: {why}"))).collect()
    }

    fn hint_words(&self, ctx: Ctx<'_>) -> String {
        let about = || self.field.about.trim().to_owned();
        let text = match &self.input {
            Input::Line(text) => text,
            Input::Picks(picks, typed) => return self.pick_hint(picks, typed.text().trim()),
            Input::Choice(..) | Input::Long(_) => return about(),
        };
        let reads = matches!(
            self.field.kind,
            Type::Date | Type::Past | Type::Moment | Type::Money | Type::Span | Type::Repeat | Type::Birthday
        );
        if !reads || text.text().trim().is_empty() {
            return about();
        }
        let from = self
            .stood
            .step(&self.field.kind, text.text(), ctx.book.workdays())
            .and_then(|_| self.stood.from());
        let from = from.map(|d| format!(", counted from {}", when::show(d, ctx.today()))).unwrap_or_default();
        match self.understood(ctx, text.text()) {
            Ok(Value::Date(d)) => format!("= {}{from}", when::show(d, ctx.today())),
            Ok(Value::Moment(m)) => {
                format!("= {} {}{from}", when::show(m.date(), ctx.today()), m.local().format("%H:%M"))
            }
            Ok(value) => format!("= {}", parse::show(&self.field.kind, &value, &|r| ctx.name(r))),
            Err(error) => error.words,
        }
    }

    /// What can be found, or that nothing is.
    fn pick_hint(&self, picks: &[Picked], typed: &str) -> String {
        let about = self.field.about.trim();
        match self.field.kind {
            Type::Choices(list) if typed.is_empty() => {
                let rest = list.iter().filter(|c| !picks.contains(&Picked::Code(c.code)));
                let rest: Vec<&str> = rest.map(|c| c.label).collect();
                format!("{about} Type one of: {}.", rest.join(" · "))
            }
            _ if typed.is_empty() => format!("{about} Type to find."),
            Type::One(kind) | Type::Many(kind) if self.offers.is_empty() => {
                format!(
                    "No {kind} has these words: empty the field, or leave and write the {kind} down first"
                )
            }
            _ if self.offers.is_empty() => "None of the choices has these letters".into(),
            _ => about.to_owned(),
        }
    }
}

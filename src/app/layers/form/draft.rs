//! What is written in a form and not saved yet, kept so that neither Esc nor a crash loses it.

use crate::app::ctx::Ctx;
use crate::app::draft::{Draft, Written};
use crate::app::layers::form::{Entry, Form, Input, Picked};
use crate::app::textbox::TextBox;
use crate::domain::{Choice, Field, Kind, Ref, Type};
use uuid::Uuid;

impl Draft {
    /// What is written in a form; `None` when nothing is.
    pub fn of(form: &Form) -> Option<Self> {
        if !form.is_dirty() {
            return None;
        }
        let written = |entry: &Entry| match &entry.input {
            Input::Line(t) | Input::Long(t) => Written::Text(t.text().to_owned()),
            Input::Choice(code, _) => match choices(entry.field).iter().find(|choice| choice.code == *code) {
                Some(choice) if entry.field.is_custom() => Written::Chosen(choice.name.to_owned()),
                _ => Written::Code(*code),
            },
            Input::Picks(picks, typed) => {
                Written::Picks(picks.iter().map(pack).collect(), typed.text().to_owned())
            }
        };
        // New records keep what the program filled in as well: the place they were begun at is part of them.
        let touched = form.entries.iter().filter(|e| form.before.is_none() || e.is_dirty());
        let fields = touched.map(|e| (e.field.name.to_owned(), written(e))).collect();
        Some(Self { kind: form.kind().name().to_owned(), of: edited(form), about: about(form), fields })
    }

    /// Whether this is the draft of a form.
    pub fn belongs_to(&self, form: &Form) -> bool {
        self.kind == form.kind().name() && self.of == edited(form) && self.about == about(form)
    }

    /// Writes the draft into a form. What it points at and is gone by now is left out.
    pub fn put_into(&self, ctx: Ctx<'_>, form: &mut Form) {
        for (name, written) in &self.fields {
            let Some(entry) = form.entries.iter_mut().find(|e| e.field.name == name) else { continue };
            match (&mut entry.input, written) {
                (Input::Line(t) | Input::Long(t), Written::Text(text)) => *t = TextBox::of(text.clone()),
                (Input::Choice(code, _), Written::Code(c)) => *code = *c,
                (Input::Choice(code, _), Written::Chosen(name)) => {
                    let there = choices(entry.field).iter().find(|choice| choice.name == name);
                    *code = there.map_or(*code, |choice| choice.code);
                }
                (Input::Picks(picks, text), Written::Picks(all, typed)) => {
                    *text = TextBox::of(typed.clone());
                    *picks = all.iter().filter_map(|p| unpack(ctx, p)).collect();
                }
                _ => {}
            }
        }
        form.from_draft = true;
    }
}

/// What a field can be chosen from.
fn choices(field: &Field) -> &'static [Choice] {
    match field.kind {
        Type::Choice(list) => list,
        _ => &[],
    }
}

/// Stands in the place of a kind for what is made with the record of the form; no kind is called so.
const NEW: &str = "+";

/// The id of the record a form edits, as text.
fn edited(form: &Form) -> Option<String> {
    form.before.as_ref().map(|r| r.id().id.to_string())
}

fn about(form: &Form) -> Vec<String> {
    if form.before.is_some() {
        return vec![];
    }
    form.record.links().flat_map(|(_, v)| v.refs().to_vec()).map(|r| r.id.to_string()).collect()
}

fn pack(picked: &Picked) -> (Option<String>, String) {
    match picked {
        Picked::Record(id) => (Some(id.kind.name().to_owned()), id.id.to_string()),
        Picked::Code(code) => (None, code.to_string()),
        Picked::New(id, name) => (Some(NEW.to_owned()), format!("{id} {name}")),
    }
}

fn unpack(ctx: Ctx<'_>, (kind, text): &(Option<String>, String)) -> Option<Picked> {
    match kind {
        Some(kind) if kind == NEW => {
            let (id, name) = text.split_once(' ')?;
            Some(Picked::New(Uuid::parse_str(id).ok()?, name.to_owned()))
        }
        Some(kind) => {
            let id = Ref::new(Kind::from_name(kind)?, Uuid::parse_str(text).ok()?);
            ctx.get(id).map(|_| Picked::Record(id))
        }
        None => text.parse().ok().map(Picked::Code),
    }
}

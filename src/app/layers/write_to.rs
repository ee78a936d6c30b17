//! A small box that asks for the name of a file, to which the list is written as it stands.

use crate::app::command::{Common, Keys};
use crate::app::document::Tone;
use crate::app::keyed::{Edit, Here, Keyed, Reply};
use crate::app::listing::Form;
use crate::app::textbox::TextBox;
use crate::words::boxes;

/// The box.
#[derive(Clone, Debug)]
pub struct WriteTo {
    /// What is typed: a file, with its folder or without.
    pub typed: TextBox,
    /// "23 clients"
    pub what: String,
    /// The name of the file that is there already; the same once more writes over it.
    there: Option<String>,
}

impl WriteTo {
    /// A box with a name to begin with.
    pub fn of(name: String, what: String) -> Self {
        Self { typed: TextBox::of(name), what, there: None }
    }

    /// There is such a file already.
    pub fn is_there(&mut self) {
        self.there = Some(self.typed.text().trim().to_owned());
    }

    /// Whether what is typed is there already, as was found.
    pub fn is_over(&self) -> bool {
        self.there.as_deref() == Some(self.typed.text().trim())
    }

    /// What is to be looked at, or what will come of it.
    pub fn told(&self) -> (Tone, String) {
        match Form::of(self.typed.text()) {
            _ if self.is_over() => (Tone::Warning, boxes::file_is_there().into()),
            None => {
                let endings: Vec<String> = Form::ALL.iter().map(|(ending, _)| format!(".{ending}")).collect();
                (Tone::Warning, boxes::endings(&endings.join(" ")))
            }
            Some(form) if form.is_of_records() => (Tone::Muted, boxes::whole(&self.what)),
            Some(_) => (Tone::Muted, boxes::with_columns(&self.what)),
        }
    }
}

impl Keyed for WriteTo {
    fn keys(&self) -> Keys {
        Keys::WriteTo
    }

    fn common(&mut self, command: Common, _: Here<'_>) -> Reply {
        match (command, Form::of(self.typed.text())) {
            (Common::Take, Some(form)) => {
                let path = self.typed.text().trim().to_owned();
                Reply::WriteList { path, form, over: self.is_over() }
            }
            (Common::Take, None) => Reply::Say(Tone::Warning, boxes::no_ending()),
            (Common::Back, _) => Reply::Close,
            _ => Reply::Done,
        }
    }

    fn text_mut(&mut self) -> Option<&mut TextBox> {
        Some(&mut self.typed)
    }

    fn edit(&mut self, edit: Edit<'_>, _: Here<'_>) -> Reply {
        edit.apply(&mut self.typed, false);
        Reply::Done
    }
}

//! A small box that asks for the name of a file, to which the list is written as it stands, or a report.

use crate::app::command::{Common, Keys};
use crate::app::document::Tone;
use crate::app::keyed::{Edit, Here, Keyed, Reply};
use crate::app::listing::Form;
use crate::app::reporting::{Report, format_of};
use crate::app::textbox::TextBox;
use crate::domain::report::Format;
use crate::words::{boxes, reports};

/// What is written.
#[derive(Clone, Debug)]
pub enum Writes {
    /// The list, told in words: "23 clients".
    List(String),
    /// A report.
    Report {
        /// Which one.
        report: Report,
        /// The text as it was changed.
        text: Option<String>,
    },
}

/// The box.
#[derive(Clone, Debug)]
pub struct WriteTo {
    /// What is typed: a file, with its folder or without.
    pub typed: TextBox,
    /// What is written.
    pub what: Writes,
    /// The name of the file that is there already; the same once more writes over it.
    there: Option<String>,
}

impl WriteTo {
    /// A box with a name to begin with.
    pub fn of(name: String, what: Writes) -> Self {
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
        if self.is_over() {
            return (Tone::Warning, boxes::file_is_there().into());
        }
        let endings = |all: &[&str]| {
            let all: Vec<String> = all.iter().map(|ending| format!(".{ending}")).collect();
            (Tone::Warning, boxes::endings(&all.join(" ")))
        };
        match &self.what {
            Writes::List(what) => match Form::of(self.typed.text()) {
                None => endings(&Form::ALL.map(|(ending, _)| ending)),
                Some(form) if form.is_of_records() => (Tone::Muted, boxes::whole(what)),
                Some(_) => (Tone::Muted, boxes::with_columns(what)),
            },
            Writes::Report { text, .. } => match format_of(self.typed.text()) {
                None => endings(&Format::ALL.map(Format::ending)),
                Some(Format::Html) if text.is_some() => (Tone::Warning, reports::no_page().into()),
                Some(Format::Html) => (Tone::Muted, reports::as_page().into()),
                Some(Format::Markdown) if text.is_none() => (Tone::Muted, reports::as_markdown().into()),
                Some(_) => (Tone::Muted, reports::as_text().into()),
            },
        }
    }

    fn taken(&self) -> Reply {
        let (path, over) = (self.typed.text().trim().to_owned(), self.is_over());
        match &self.what {
            Writes::List(_) => match Form::of(&path) {
                Some(form) => Reply::WriteList { path, form, over },
                None => Reply::Say(Tone::Warning, boxes::no_ending()),
            },
            Writes::Report { text, .. } => match format_of(&path) {
                Some(Format::Html) if text.is_some() => Reply::Say(Tone::Warning, reports::no_page()),
                Some(format) => Reply::WriteReport { path, format, over },
                None => Reply::Say(Tone::Warning, reports::no_ending()),
            },
        }
    }
}

impl Keyed for WriteTo {
    fn keys(&self) -> Keys {
        Keys::WriteTo
    }

    fn common(&mut self, command: Common, _: Here<'_>) -> Reply {
        match command {
            Common::Take => self.taken(),
            Common::Back => Reply::Close,
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

//! What the book holds about a person, and erasing them: the whole book is read or written anew for it, so the desk says
//! which command line does it.

use crate::app::{Layer, Model, Viewer};
use crate::domain::Kind;
use crate::words;

impl Model {
    /// Whether a person is chosen.
    pub(in crate::app) fn is_person(&self) -> bool {
        self.subject().is_some_and(|id| id.kind == Kind::Contact)
    }

    /// Says how what the book holds about the person is written out, or how they are erased.
    pub(in crate::app) fn tell_of_person(&mut self, erases: bool) {
        let Some(id) = self.subject().filter(|id| id.kind == Kind::Contact) else { return };
        let (name, key) = (self.data.book.title(id), id.id.to_string());
        let (title, text) = if erases {
            (words::person::erase_title(&name), words::person::how_to_erase(&name, &key))
        } else {
            (words::person::export_title(&name), words::person::how_to_export(&name, &key))
        };
        let file = format!("person-{}.md", self.data.now.date());
        self.screen.layers.push(Layer::Viewer(Box::new(Viewer { title, text, file, ..Viewer::default() })));
    }
}

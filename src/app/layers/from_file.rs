//! A box that asks which file is to come in, with those that may be meant.

use crate::app::command::{Common, FromFileCommand, Keys};
use crate::app::importing::FileFound;
use crate::app::keyed::{Edit, Here, Keyed, Reply, stepped};
use crate::app::message::Effect;
use crate::app::textbox::TextBox;

/// The box.
#[derive(Clone, Debug, Default)]
pub struct FromFile {
    /// What is typed.
    pub typed: TextBox,
    /// What may be meant; none as long as it is looked for.
    pub found: Option<Vec<FileFound>>,
    /// Which one is marked.
    pub at: usize,
    /// The first one shown when it was drawn last.
    pub top: usize,
}

impl FromFile {
    /// Those that may be meant.
    pub fn all(&self) -> &[FileFound] {
        self.found.as_deref().unwrap_or_default()
    }

    /// The marked one.
    pub fn marked(&self) -> Option<&FileFound> {
        self.all().get(self.at)
    }

    /// Takes in what was found for what was typed; late answers are for something else by now.
    pub fn take(&mut self, typed: &str, found: Vec<FileFound>) {
        if typed == self.typed.text() {
            (self.found, self.at, self.top) = (Some(found), 0, 0);
        }
    }

    /// Does what only this box can be asked to do.
    pub fn run(&mut self, command: FromFileCommand) -> Reply {
        match (command, self.marked().map(|found| found.path.clone())) {
            (FromFileCommand::Complete, Some(path)) => self.go_to(path),
            (FromFileCommand::Complete, None) => Reply::Done,
        }
    }

    /// Has `path` typed, and looks what may be meant by it.
    fn go_to(&mut self, path: String) -> Reply {
        self.typed = TextBox::of(path);
        self.look()
    }

    fn look(&self) -> Reply {
        Reply::Effect(Effect::LookForFiles(self.typed.text().to_owned()))
    }
}

impl Keyed for FromFile {
    fn keys(&self) -> Keys {
        Keys::FromFile
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => {
                self.at = stepped(self.at, command.rows(here.page()), self.all().len());
                Reply::Done
            }
            Common::Take => match self.marked() {
                Some(found) if found.is_folder && !found.is_mail => self.go_to(found.path.clone()),
                Some(found) => Reply::OpenFile(found.path.clone()),
                None if self.typed.text().trim().is_empty() => Reply::Done,
                None => Reply::OpenFile(self.typed.text().trim().to_owned()),
            },
            Common::Back => Reply::Close,
        }
    }

    fn text_mut(&mut self) -> Option<&mut TextBox> {
        Some(&mut self.typed)
    }

    fn edit(&mut self, edit: Edit<'_>, _: Here<'_>) -> Reply {
        edit.apply(&mut self.typed, false);
        self.look()
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}

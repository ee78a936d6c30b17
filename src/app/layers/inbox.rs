//! What lies in the inbox, file by file: kept, or left where it is.

use crate::app::command::{Common, InboxCommand, Keys};
use crate::app::document::Tone;
use crate::app::inbox::{Found, InboxItem};
use crate::app::keyed::{Here, Keyed, Reply, stepped};
use crate::words;

/// The inbox on the screen.
#[derive(Clone, Debug, Default)]
pub struct Inbox {
    /// The files; none as long as they are being read.
    pub items: Option<Vec<InboxItem>>,
    /// Which one is marked.
    pub at: usize,
    /// The first line shown of what the marked one holds.
    pub top: usize,
    /// The name of the doubtful file that is kept when it is asked for once more.
    asked: Option<String>,
}

impl Inbox {
    /// The files.
    pub fn all(&self) -> &[InboxItem] {
        self.items.as_deref().unwrap_or_default()
    }

    /// The marked file.
    pub fn marked(&self) -> Option<&InboxItem> {
        self.all().get(self.at)
    }

    /// Takes in what was read.
    pub fn take(&mut self, items: Vec<InboxItem>) {
        self.at = self.at.min(items.len().saturating_sub(1));
        (self.items, self.asked, self.top) = (Some(items), None, 0);
    }

    /// Does what only the inbox can be asked to do.
    pub fn run(command: InboxCommand) -> Reply {
        match command {
            InboxCommand::FromFile => Reply::AskFile,
        }
    }

    /// Keeps the marked file; what is doubtful is asked about first.
    fn keep(&mut self) -> Reply {
        let Some(item) = self.marked() else { return Reply::Done };
        match item.found {
            Found::Refused => Reply::Say(Tone::Warning, words::pairs::stays_where_it_is()),
            _ if item.doubts > 0 && self.asked.as_ref() != Some(&item.file.name) => {
                self.asked = Some(item.file.name.clone());
                Reply::Say(Tone::Warning, words::pairs::once_more())
            }
            _ => Reply::KeepDropped,
        }
    }
}

impl Keyed for Inbox {
    fn keys(&self) -> Keys {
        Keys::Inbox
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up => {
                self.at = stepped(self.at, command.rows(here.page()), self.all().len());
                self.top = 0;
                Reply::Done
            }
            Common::PageDown | Common::PageUp => {
                self.top = self.top.saturating_add_signed(command.rows(here.page()));
                Reply::Done
            }
            Common::Take => self.keep(),
            Common::Back => Reply::Close,
        }
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}

//! The strip that copies or opens: each way to reach a record by a letter or its number.

use crate::app::command::{Common, Keys, ReachCommand};
use crate::app::document::Tone;
use crate::app::keyed::{Edit, Here, Keyed, Reply, numbered};
use crate::domain::Ref;
use crate::domain::reach::{Way, WayKind};
use crate::words::said;

/// The strip while it is open.
#[derive(Clone, Debug)]
pub struct Reach {
    /// Whose ways they are.
    pub target: Ref,
    /// Whether what is taken is opened, not copied.
    pub opens: bool,
    /// The ways, as [`crate::domain::reach::ways`] tells them.
    pub ways: Vec<Way>,
}

/// What was taken from the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The whole row of the record.
    Row,
    /// The way of this place, the first being 0.
    Way(usize),
}

impl Reach {
    /// Does what only this strip can be asked to do.
    pub fn run(&self, command: ReachCommand) -> Reply {
        match command {
            ReachCommand::Row if self.opens => Reply::Say(Tone::Muted, said::row_only_copied()),
            ReachCommand::Row => self.taken(Taken::Row),
            ReachCommand::Phone => self.only(WayKind::Phone, said::no_phone()),
            ReachCommand::Mail => self.only(WayKind::Mail, said::no_mail()),
            ReachCommand::Page => self.only(WayKind::Page, said::no_web()),
            ReachCommand::File => self.only(WayKind::File, said::no_file()),
            // Which number it was arrives as text: see `edit`.
            ReachCommand::Nth => Reply::Done,
        }
    }

    /// The one of a kind; of several none is guessed.
    fn only(&self, kind: WayKind, none: &'static str) -> Reply {
        let mut found = self.ways.iter().enumerate().filter(|(_, way)| way.kind == kind);
        match (found.next(), found.next()) {
            (None, _) => Reply::Say(Tone::Muted, none),
            (Some((at, _)), None) => self.taken(Taken::Way(at)),
            _ => Reply::Say(Tone::Muted, said::several()),
        }
    }

    fn taken(&self, taken: Taken) -> Reply {
        Reply::Reach { opens: self.opens, target: self.target, taken }
    }
}

impl Keyed for Reach {
    fn keys(&self) -> Keys {
        Keys::Reach
    }

    fn common(&mut self, command: Common, _: Here<'_>) -> Reply {
        if command == Common::Back { Reply::Close } else { Reply::Done }
    }

    fn edit(&mut self, edit: Edit<'_>, _: Here<'_>) -> Reply {
        let Edit::Insert(typed) = edit else { return Reply::Done };
        numbered(typed, self.ways.len()).map_or(Reply::Done, |at| self.taken(Taken::Way(at)))
    }
}

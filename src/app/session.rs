//! What belongs to this run of the program: what is on its way to the medium, what can be taken back, what was just said.

use crate::app::command::DeskCommand;
use crate::app::document::Tone;
use crate::app::draft::Draft;
use crate::app::inbox::Dropped;
use crate::app::saving::Saving;
use crate::app::visited::Visited;
use crate::domain::{IdGenerator, Ref};
use crate::words;

/// A line for the person, shown until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The words; may hold text from outside.
    pub words: String,
    /// What they mean.
    pub tone: Tone,
    /// Which keys may be struck next on what is told.
    pub next: &'static [Next],
    /// Whether it tells of something that was added.
    pub is_new: bool,
    /// The record that was made and is nowhere in sight: the key that opens leads to it.
    pub made: Option<Ref>,
}

/// What may be done next with what is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It is taken back.
    Undo,
    /// It is done again.
    Redo,
    /// What was made is opened.
    Open,
}

impl Next {
    /// What is run by its key.
    pub const fn command(self) -> DeskCommand {
        match self {
            Self::Undo => DeskCommand::Undo,
            Self::Redo => DeskCommand::Redo,
            Self::Open => DeskCommand::Launch,
        }
    }

    /// What its key does, in a word.
    pub fn words(self) -> &'static str {
        match self {
            Self::Undo => words::screen::undoes(),
            Self::Redo => words::screen::redoes(),
            Self::Open => words::screen::opens(),
        }
    }
}

/// What belongs to this run of the program.
#[derive(Clone, Debug)]
pub struct Session {
    /// Makes ids.
    pub id_generator: IdGenerator,
    /// The name of the user; empty when it is not known.
    pub author: String,
    /// A line for the person.
    pub notice: Option<Notice>,
    /// Changes on their way to the medium.
    pub saving: Saving,
    /// How many times something is being taken back or done again; until the answer nothing else is changed.
    pub moving: usize,
    /// What `undo` would take back, in words.
    pub undo: Option<String>,
    /// What `redo` would do again, in words.
    pub redo: Option<String>,
    /// Why nothing can be written, when it is so.
    pub read_only: Option<String>,
    /// Whether the terminal tells what the mouse does.
    pub mouse: bool,
    /// A line that was being captured when it was left.
    pub captured: String,
    /// Text of forms that were left.
    pub drafts: Vec<Draft>,
    /// Where one was before.
    pub visited: Visited,
    /// Files of the inbox that are put away as soon as what they held is saved.
    pub put_away: Vec<Dropped>,
    /// The record whose history was asked for.
    pub history_asked: Option<Ref>,
    /// The person wants to leave as soon as everything is saved.
    pub leaving: bool,
    /// The program ends.
    pub quitting: bool,
}

impl Session {
    /// The start of a run; `seed` keeps its ids apart from those of every other run.
    pub fn new(seed: [u8; 16]) -> Self {
        Self {
            id_generator: IdGenerator::new(seed),
            author: String::new(),
            notice: None,
            saving: Saving::default(),
            moving: 0,
            undo: None,
            redo: None,
            read_only: None,
            mouse: false,
            captured: String::new(),
            drafts: vec![],
            visited: Visited::default(),
            put_away: vec![],
            history_asked: None,
            leaving: false,
            quitting: false,
        }
    }

    /// Says a line to the person.
    pub fn say(&mut self, tone: Tone, words: impl Into<String>) {
        self.notice = Some(Notice { words: words.into(), tone, next: &[], is_new: false, made: None });
    }
}

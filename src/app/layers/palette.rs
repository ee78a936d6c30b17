//! Finding a command by typing what one calls it: the best first.

use crate::app::command::{Common, Keys, Spec};
use crate::app::keyed::{Edit, Here, Keyed, Reply, stepped};
use crate::app::textbox::TextBox;
use crate::domain::text::fold;
use crate::words::{self, Of};

/// The palette while it is open.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// What was typed.
    pub typed: TextBox,
    /// Which row is marked.
    pub at: usize,
    /// The first row shown when it was drawn last.
    pub top: usize,
    /// The commands that fit what was typed, the best first.
    pub rows: Vec<Row>,
}

/// A command, and whether it can run.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The command.
    pub spec: &'static Spec,
    /// Whether it can run, and why not.
    pub may: Result<(), &'static str>,
}

impl Row {
    /// What the command is called.
    pub fn title(&self) -> &'static str {
        words::label(Of::Command, self.spec.title)
    }

    /// What it does, a sentence.
    pub fn about(&self) -> &'static str {
        words::label(Of::About, self.spec.about)
    }
}

impl Palette {
    /// Shows these rows; after typing the best is marked.
    pub fn show(&mut self, rows: Vec<Row>, typed: bool) {
        self.rows = rows;
        self.at = if typed { 0 } else { self.at.min(self.rows.len().saturating_sub(1)) };
    }
}

impl Keyed for Palette {
    fn keys(&self) -> Keys {
        Keys::Palette
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => {
                self.at = stepped(self.at, command.rows(here.page()), self.rows.len());
            }
            Common::Take => {
                return self.rows.get(self.at).map_or(Reply::Done, |row| Reply::Run(row.spec.command));
            }
            Common::Back => return Reply::Close,
        }
        Reply::Done
    }

    fn text_mut(&mut self) -> Option<&mut TextBox> {
        Some(&mut self.typed)
    }

    fn edit(&mut self, edit: Edit<'_>, _: Here<'_>) -> Reply {
        edit.apply(&mut self.typed, false);
        Reply::FindCommands
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}

/// How well a command fits what was typed, the less the better; `None` when it does not. Each word that was typed must be
/// found: at the start of what it is called, at the start of a word there, of a word that people also use, or inside any of
/// what is told about it. The worst of them counts.
pub fn fit(spec: &Spec, typed: &str) -> Option<u8> {
    let typed = typed.trim();
    if spec.keys.contains(&typed) || spec.name == typed {
        return Some(0);
    }
    // What it is called in English is found in every language.
    let told = |of: Of, english: &'static str| match words::label(of, english) {
        label if label == english => english.to_owned(),
        label => format!("{label} {english}"),
    };
    let title = fold(words::label(Of::Command, spec.title));
    let english = if words::Lang::now() == words::Lang::En { "" } else { spec.title };
    let other = fold(&format!("{} {english} {}", spec.synonyms, told(Of::Hint, spec.hint)));
    let group = told(Of::Menu, spec.group.title());
    let about = fold(&format!("{} {} {group}", told(Of::About, spec.about), spec.name));
    let of = |word: &str| {
        let is = |text: &str| words(text).any(|w| w == word);
        let starts = |text: &str| words(text).any(|w| w.starts_with(word));
        let fits = [
            (0, title == word),
            (1, title.starts_with(word) || is(&title)),
            (2, starts(&title)),
            (3, is(&other)),
            (4, starts(&other)),
            (5, title.contains(word)),
            (6, about.contains(word)),
        ];
        fits.iter().find(|(_, fits)| *fits).map(|(rank, _)| *rank)
    };
    let typed = fold(typed);
    words(&typed).map(of).try_fold(0, |worst, found| Some(worst.max(found?)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

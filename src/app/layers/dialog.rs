//! A question with a few answers.

use crate::app::command::{Common, DialogCommand, Keys};
use crate::app::keyed::{Edit, Here, Keyed, OnAnswer, Reply, numbered};

/// One answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What stands on it.
    pub label: String,
    /// What it does.
    pub then: OnAnswer,
}

/// A question; the first answer is marked at first.
#[derive(Clone, Debug)]
pub struct Dialog {
    /// The question.
    pub question: String,
    /// More about it, a line each.
    pub lines: Vec<String>,
    /// The answers; the last one changes nothing.
    pub answers: Vec<Answer>,
    /// Which answer is marked.
    pub at: usize,
}

impl Dialog {
    /// A question whose last answer, which changes nothing, is `no`.
    pub fn new(question: impl Into<String>, no: &str) -> Self {
        let stay = Answer { label: no.to_owned(), then: OnAnswer::Nothing };
        Self { question: question.into(), lines: vec![], answers: vec![stay], at: 0 }
    }

    /// Adds a line below the question.
    #[must_use]
    pub fn line(mut self, line: impl Into<String>) -> Self {
        self.lines.push(line.into());
        self
    }

    /// Adds an answer before the one that changes nothing.
    #[must_use]
    pub fn answer(mut self, label: &str, then: OnAnswer) -> Self {
        let at = self.answers.len() - 1;
        self.answers.insert(at, Answer { label: label.to_owned(), then });
        self
    }

    /// Marks the last answer, which changes nothing.
    #[must_use]
    pub fn careful(mut self) -> Self {
        self.at = self.answers.len() - 1;
        self
    }

    /// Moves the mark, round the corner.
    pub fn step(&mut self, by: isize) {
        let all = isize::try_from(self.answers.len()).unwrap_or(1);
        let at = isize::try_from(self.at).unwrap_or(0);
        self.at = usize::try_from((at + by).rem_euclid(all)).unwrap_or(0);
    }

    /// Does what only a question can be asked to do.
    pub fn run(&self, command: DialogCommand) -> Reply {
        match command {
            DialogCommand::Yes => self.answered(0),
            // Which number it was arrives as text: see `edit`.
            DialogCommand::Nth => Reply::Done,
        }
    }

    /// Whether its answers bear numbers: yes and no do not.
    pub fn is_numbered(&self) -> bool {
        self.answers.len() > 2
    }

    fn answered(&self, at: usize) -> Reply {
        Reply::Answer(self.answers[at].then)
    }
}

impl Keyed for Dialog {
    fn keys(&self) -> Keys {
        Keys::Dialog
    }

    fn common(&mut self, command: Common, _: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => self.step(command.rows(1)),
            Common::Take => return self.answered(self.at),
            Common::Back => return self.answered(self.answers.len() - 1),
        }
        Reply::Done
    }

    fn edit(&mut self, edit: Edit<'_>, _: Here<'_>) -> Reply {
        let Edit::Insert(typed) = edit else { return Reply::Done };
        let nth = numbered(typed, self.answers.len()).filter(|_| self.is_numbered());
        nth.map_or(Reply::Done, |at| self.answered(at))
    }
}

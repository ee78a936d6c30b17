//! Whether a command can run now. Each refusal says why, in words for people.

use super::command::Refusal;
use super::{Loading, Model};
use crate::domain::derive::agreements;
use crate::domain::{AgreementStatus, Interaction, Kind, Project, Record, Ref, Touch, playbook};

impl Model {
    pub(super) fn has_subject(&self) -> Result<(), Refusal> {
        self.subject().map(|_| ()).ok_or("nothing is chosen")
    }

    pub(super) fn has_records(&self) -> Result<(), Refusal> {
        if self.book.is_empty() { Err("the book is empty") } else { Ok(()) }
    }

    pub(super) fn is_writable(&self) -> Result<(), Refusal> {
        if self.moving > 0 {
            return Err("the last change is just being taken back");
        }
        self.is_open()
    }

    fn is_open(&self) -> Result<(), Refusal> {
        if self.read_only.is_some() {
            Err("the book can only be read")
        } else if self.loading == Loading::Reading {
            Err("the book is still being read")
        } else {
            Ok(())
        }
    }

    pub(super) fn can_add(&self) -> Result<(), Refusal> {
        self.is_writable()
    }

    pub(super) fn can_edit(&self) -> Result<(), Refusal> {
        self.is_writable().and(self.has_subject())
    }

    pub(super) fn can_tick(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        match self.subject().map(|s| s.kind) {
            Some(Kind::Task | Kind::Milestone | Kind::Request | Kind::Obligation) => Ok(()),
            Some(Kind::Interaction) if self.subject().is_some_and(|id| has_report(self.book.get(id))) => {
                Ok(())
            }
            _ => Err("mark a task, a milestone or a request first"),
        }
    }

    pub(super) fn has_ball(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        match self.subject().and_then(|id| self.book.get(id)) {
            Some(Record::Request(r)) if !r.status.is_open() => Err("this request is closed"),
            Some(Record::Task(t)) if !t.status.is_open() => Err("this task is closed"),
            Some(Record::Request(_) | Record::Task(_)) => Ok(()),
            _ => Err("mark a request or a task first"),
        }
    }

    pub(super) fn has_date(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        if let Some(Record::Milestone(m)) = self.subject().and_then(|id| self.book.get(id))
            && m.done_on.is_some()
        {
            return Err("it is reached");
        }
        let date = self.subject().and_then(|id| super::edit::date_field(id.kind));
        date.map(|_| ()).ok_or("this has no day that could be moved")
    }

    pub(super) fn has_term(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        match self.subject().and_then(|id| self.book.get(id)) {
            Some(Record::Agreement(a)) if a.status == AgreementStatus::Renewed => {
                Err("this term was renewed already; the next one goes on")
            }
            Some(Record::Agreement(a)) if agreements::next_term(a).is_some() => Ok(()),
            Some(Record::Agreement(_)) => Err("an agreement without an end has no next term"),
            _ => Err("choose an agreement first"),
        }
    }

    pub(super) fn has_brief(&self) -> Result<(), Refusal> {
        self.brief_target().map(|_| ()).ok_or("choose something of a client first")
    }

    pub(super) fn has_nudge(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        self.nudge_target().map(|_| ()).ok_or("mark something that a person holds, or a person")
    }

    pub(super) fn is_message(&self) -> Result<(), Refusal> {
        match self.layers.last() {
            Some(super::Layer::Reader(reader)) if reader.to.is_some() => Ok(()),
            _ => Err("this text is no message to anybody"),
        }
    }

    pub(super) fn has_agreement(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        let found = self.context().iter().any(|id| id.kind == Kind::Agreement);
        if found { Ok(()) } else { Err("choose an agreement first") }
    }

    pub(super) fn is_browsing(&self) -> Result<(), Refusal> {
        if self.has_card() { Err("go back to the list first") } else { Ok(()) }
    }

    pub(super) fn has_project(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        self.project().map(|_| ()).ok_or("choose a project first")
    }

    pub(super) fn has_steps(&self) -> Result<(), Refusal> {
        self.has_project()?;
        let project = self.project().and_then(|id| self.book.get(id)).and_then(Project::of);
        let steps = project.and_then(|p| playbook::of_project(&self.book, p));
        steps.map(|_| ()).ok_or("no milestone and no task of this project has a date")
    }

    pub(super) fn has_playbooks(&self) -> Result<(), Refusal> {
        let any = self.book.all(Kind::Playbook).next().is_some();
        any.then_some(()).ok_or("there is no playbook yet: add one, or make one of a project")
    }

    pub(super) fn has_colleague(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        let colleague = |id: &Ref| matches!(self.book.get(*id), Some(Record::Contact(c)) if c.is_colleague());
        if self.context().iter().any(colleague) { Ok(()) } else { Err("mark somebody in a department first") }
    }

    fn can_move(&self) -> Result<(), Refusal> {
        self.is_open()?;
        if self.saving.stuck.is_some() { Err("something is not saved yet") } else { Ok(()) }
    }

    pub(super) fn can_undo(&self) -> Result<(), Refusal> {
        self.can_move()?;
        if self.undo.is_some() { Ok(()) } else { Err("there is nothing to take back") }
    }

    pub(super) fn can_redo(&self) -> Result<(), Refusal> {
        self.can_move()?;
        if self.redo.is_some() { Ok(()) } else { Err("nothing was taken back") }
    }

    pub(super) fn has_bin(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        if self.book.bin_len() > 0 { Ok(()) } else { Err("the bin is empty") }
    }

    pub(super) fn has_two_answers(&self) -> Result<(), Refusal> {
        match self.layers.last() {
            Some(super::Layer::Ask(ask)) if ask.answers.len() > 2 => {
                Err("there are more answers than yes and no")
            }
            _ => Ok(()),
        }
    }

    pub(super) fn is_stuck(&self) -> Result<(), Refusal> {
        if self.saving.stuck.is_some() { Ok(()) } else { Err("everything is saved") }
    }
}

/// Whether a touch is one that a report is written about.
fn has_report(record: Option<&Record>) -> bool {
    let touch = record.and_then(Interaction::of).map(|i| i.touch);
    matches!(touch, Some(Touch::Meeting | Touch::Visit))
}

//! Whether a command can run now. Each refusal says why, in words for people.

use crate::app::command::Guard;
use crate::app::{Layer, Loading, Model, changes, pages};
use crate::domain::derive::agreements;
use crate::domain::{AgreementStatus, Interaction, Kind, Project, Record, Ref, Touch, playbook};

/// Why a command cannot run now, in words for people.
pub type Refusal = &'static str;

impl Model {
    /// Whether what must hold holds now.
    ///
    /// # Errors
    /// Why it does not.
    pub fn may(&self, guard: Guard) -> Result<(), Refusal> {
        match guard {
            Guard::Always => Ok(()),
            Guard::HasTwoAnswers => self.has_two_answers(),
            Guard::IsMessage => self.is_message(),
            Guard::HasSubject => self.has_subject(),
            Guard::HasRow => self.has_row(),
            Guard::HasWays => self.has_ways(),
            Guard::HasSections => self.has_sections(),
            Guard::CanAdd => self.can_add(),
            Guard::CanEdit => self.can_edit(),
            Guard::IsWritable => self.is_writable(),
            Guard::CanTick => self.can_tick(),
            Guard::CanSnooze => self.can_snooze(),
            Guard::HasDate => self.has_date(),
            Guard::HasClient => self.has_client(),
            Guard::CanMerge => self.can_merge(),
            Guard::HasMove => self.has_move(),
            Guard::HasPromises => self.has_promises(),
            Guard::HasTerm => self.has_term(),
            Guard::HasBall => self.has_ball(),
            Guard::HasSteps => self.has_steps(),
            Guard::IsBrowsing => self.is_browsing(),
            Guard::HasViews => self.has_views(),
            Guard::HasProject => self.has_project(),
            Guard::HasAgreement => self.has_agreement(),
            Guard::HasColleague => self.has_colleague(),
            Guard::HasBrief => self.has_brief(),
            Guard::HasNudge => self.has_nudge(),
            Guard::HasRecords => self.has_records(),
            Guard::HasPlaybooks => self.has_playbooks(),
            Guard::HasCalendars => self.has_calendars(),
            Guard::CanUndo => self.can_undo(),
            Guard::CanRedo => self.can_redo(),
            Guard::HasBin => self.has_bin(),
            Guard::IsStuck => self.is_stuck(),
            Guard::HasBefore => self.has_visited(true).then_some(()).ok_or("nothing was looked at before"),
            Guard::HasAfter => {
                self.has_visited(false).then_some(()).ok_or("there is nothing to go forward to")
            }
            Guard::HasPage(name) => self.has_page(name),
        }
    }

    fn has_subject(&self) -> Result<(), Refusal> {
        self.subject().map(|_| ()).ok_or("nothing is chosen")
    }

    fn has_row(&self) -> Result<(), Refusal> {
        let folded = !self.screen.is_reading() && self.screen.browse().is_folded();
        if folded { Ok(()) } else { self.has_subject() }
    }

    fn has_ways(&self) -> Result<(), Refusal> {
        self.has_subject()?;
        let any = !self.ways_of_subject().is_empty();
        any.then_some(()).ok_or("no phone, mail, page or file of this is written down")
    }

    fn has_sections(&self) -> Result<(), Refusal> {
        let any = !self.screen.is_reading() && !self.screen.browse().parts.0.is_empty();
        if any { Ok(()) } else { Err("the list has no sections here") }
    }

    fn has_records(&self) -> Result<(), Refusal> {
        if self.data.book.is_empty() { Err("the book is empty") } else { Ok(()) }
    }

    fn is_writable(&self) -> Result<(), Refusal> {
        if self.session.moving > 0 {
            return Err("the last change is just being taken back");
        }
        self.is_open()
    }

    fn is_open(&self) -> Result<(), Refusal> {
        if self.session.read_only.is_some() {
            Err("the book can only be read")
        } else if self.data.loading == Loading::Reading {
            Err("the book is still being read")
        } else {
            Ok(())
        }
    }

    fn can_add(&self) -> Result<(), Refusal> {
        self.is_writable()
    }

    fn can_edit(&self) -> Result<(), Refusal> {
        self.is_writable().and(self.has_subject())
    }

    fn can_tick(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        let record = self.subject_record().ok_or("nothing is chosen")?;
        let ticks = match record {
            Record::Project(project) if self.has_open_work(project.id.into()) => {
                return Err("its tasks and milestones are not all done");
            }
            Record::Task(_) | Record::Request(_) | Record::Decision(_) | Record::Project(_) => true,
            Record::Interaction(touch) => touch.is_planned(self.data.now) || has_report(touch),
            // What asks for nothing but to be looked at is ticked off as well.
            _ => {
                let closes = record.kind().closing_field().is_some();
                closes || self.seen_day(record).is_some() || self.stands_in_today()
            }
        };
        ticks.then_some(()).ok_or("choose a task, a milestone or a request first")
    }

    /// Whether the subject stands in Today; whatever does can be put off.
    fn stands_in_today(&self) -> bool {
        self.subject().is_some_and(|id| self.data.agenda.row(id).is_some())
    }

    fn can_snooze(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        match self.subject() {
            Some(id) if id.kind.snooze_field().is_some() => Ok(()),
            Some(_) => Err("nothing of this kind stands in Today"),
            None => Err("nothing is chosen"),
        }
    }

    fn has_ball(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        match self.subject_record() {
            Some(Record::Request(r)) if !r.status.is_open() => Err("this request is closed"),
            Some(Record::Task(t)) if !t.status.is_open() => Err("this task is closed"),
            Some(Record::Request(_) | Record::Task(_)) => Ok(()),
            _ => Err("mark a request or a task first"),
        }
    }

    fn has_date(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        if let Some(Record::Milestone(m)) = self.subject_record()
            && m.done_on.is_some()
        {
            return Err("it is reached");
        }
        let date = self.subject_record().and_then(|record| changes::moved_field(record, self.data.now));
        date.map(|_| ()).ok_or("this has no day that could be moved")
    }

    fn has_client(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        let client = self.subject().is_some_and(|id| id.kind == Kind::Client);
        if client { Ok(()) } else { Err("choose a client first") }
    }

    fn can_merge(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        if self.is_mergeable() { Ok(()) } else { Err("choose a client or a person first") }
    }

    fn has_move(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        let moved = self.subject().is_some_and(|id| self.has_untold_move(id));
        if moved { Ok(()) } else { Err("no promise moved here that the client does not know of") }
    }

    fn has_promises(&self) -> Result<(), Refusal> {
        self.promises_of().map(|_| ()).ok_or("choose a client, a department, a person or a project first")
    }

    fn has_term(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        match self.subject_record() {
            Some(Record::Agreement(a)) if a.status == AgreementStatus::Renewed => {
                Err("this term was renewed already; the next one goes on")
            }
            Some(Record::Agreement(a)) if agreements::next_term(a).is_some() => Ok(()),
            Some(Record::Agreement(_)) => Err("an agreement without an end has no next term"),
            _ => Err("choose an agreement first"),
        }
    }

    fn has_brief(&self) -> Result<(), Refusal> {
        self.brief_target().map(|_| ()).ok_or("choose something of a client first")
    }

    fn has_nudge(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        self.nudge_target()
            .map(|_| ())
            .ok_or("mark something that somebody else holds, or a person, department or client")
    }

    fn is_message(&self) -> Result<(), Refusal> {
        match self.screen.layers.last() {
            Some(Layer::Viewer(viewer)) if viewer.to.is_some() => Ok(()),
            _ => Err("this text is no message to anybody"),
        }
    }

    fn has_agreement(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        let found = self.screen.context().iter().any(|id| id.kind == Kind::Agreement);
        if found { Ok(()) } else { Err("choose an agreement first") }
    }

    fn is_browsing(&self) -> Result<(), Refusal> {
        if self.screen.has_card() { Err("go back to the list first") } else { Ok(()) }
    }

    fn has_views(&self) -> Result<(), Refusal> {
        if self.screen.is_reading() && self.screen.detail().has_chart() { Ok(()) } else { self.is_browsing() }
    }

    fn has_project(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        self.project().map(|_| ()).ok_or("choose a project first")
    }

    fn has_steps(&self) -> Result<(), Refusal> {
        self.has_project()?;
        let project = self.project().and_then(|id| self.data.book.get(id)).and_then(Project::of);
        let steps = project.and_then(|p| playbook::of_project(&self.data.book, p));
        steps.map(|_| ()).ok_or("no milestone and no task of this project has a date")
    }

    fn has_playbooks(&self) -> Result<(), Refusal> {
        let any = self.data.book.all(Kind::Playbook).next().is_some();
        any.then_some(()).ok_or("there is no playbook yet: add one, or make one of a project")
    }

    fn has_calendars(&self) -> Result<(), Refusal> {
        let any = self.data.book.all(Kind::Calendar).next().is_some();
        any.then_some(()).ok_or("there is no calendar yet: people work Monday to Friday")
    }

    fn has_colleague(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        let colleague =
            |id: &Ref| matches!(self.data.book.get(*id), Some(Record::Contact(c)) if c.is_colleague());
        if self.screen.context().iter().any(colleague) {
            Ok(())
        } else {
            Err("mark somebody in a department first")
        }
    }

    fn can_move(&self) -> Result<(), Refusal> {
        self.is_open()?;
        if self.session.saving.stuck.is_some() { Err("something is not saved yet") } else { Ok(()) }
    }

    fn can_undo(&self) -> Result<(), Refusal> {
        self.can_move()?;
        if self.session.undo.is_some() { Ok(()) } else { Err("there is nothing to take back") }
    }

    fn can_redo(&self) -> Result<(), Refusal> {
        self.can_move()?;
        if self.session.redo.is_some() { Ok(()) } else { Err("nothing was taken back") }
    }

    fn has_bin(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        if self.data.book.bin_len() > 0 { Ok(()) } else { Err("the bin is empty") }
    }

    fn has_two_answers(&self) -> Result<(), Refusal> {
        match self.screen.layers.last() {
            Some(Layer::Dialog(dialog)) if dialog.answers.len() > 2 => {
                Err("there are more answers than yes and no")
            }
            _ => Ok(()),
        }
    }

    fn has_page(&self, name: &str) -> Result<(), Refusal> {
        let of = self.screen.detail().of.ok_or("nothing is chosen")?;
        let any = pages(of.kind).iter().any(|page| page.name == name);
        any.then_some(()).ok_or("this record has no such page")
    }

    fn is_stuck(&self) -> Result<(), Refusal> {
        if self.session.saving.stuck.is_some() { Ok(()) } else { Err("everything is saved") }
    }
}

/// Whether a touch is one that a report is written about.
fn has_report(touch: &Interaction) -> bool {
    matches!(touch.touch, Touch::Meeting | Touch::Visit)
}

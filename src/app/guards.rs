//! Whether a command can run now. Each refusal says why, in words for people.

use crate::app::command::Guard;
use crate::app::{Layer, Loading, Model, changes, pages};
use crate::domain::derive::agreements;
use crate::domain::{AgreementStatus, Interaction, Kind, Project, Record, Ref, Touch, playbook};
use crate::words;

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
            Guard::CanReport => self.can_report(),
            Guard::IsReport => self.is_report(),
            Guard::GoesOut => self.goes_out(),
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
            Guard::IsPerson => self.is_person().then_some(()).ok_or_else(words::person::no_person),
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
            Guard::HasCustomFields => self.has_custom_fields(),
            Guard::CanUndo => self.can_undo(),
            Guard::CanRedo => self.can_redo(),
            Guard::HasBin => self.has_bin(),
            Guard::IsStuck => self.is_stuck(),
            Guard::HasBefore => {
                self.has_visited(true).then_some(()).ok_or_else(words::refused::nothing_before)
            }
            Guard::HasAfter => {
                self.has_visited(false).then_some(()).ok_or_else(words::refused::nothing_after)
            }
            Guard::HasPage(name) => self.has_page(name),
        }
    }

    fn has_subject(&self) -> Result<(), Refusal> {
        self.subject().map(|_| ()).ok_or_else(words::refused::nothing_chosen)
    }

    fn has_row(&self) -> Result<(), Refusal> {
        let folded = !self.screen.is_reading() && self.screen.browse().is_folded();
        if folded { Ok(()) } else { self.has_subject() }
    }

    fn has_ways(&self) -> Result<(), Refusal> {
        self.has_subject()?;
        let any = !self.ways_of_subject().is_empty();
        any.then_some(()).ok_or_else(words::refused::no_ways)
    }

    fn has_sections(&self) -> Result<(), Refusal> {
        let any = !self.screen.is_reading() && !self.screen.browse().parts.0.is_empty();
        if any { Ok(()) } else { Err(words::refused::no_sections()) }
    }

    fn has_records(&self) -> Result<(), Refusal> {
        if self.data.book.is_empty() { Err(words::refused::no_records()) } else { Ok(()) }
    }

    fn is_writable(&self) -> Result<(), Refusal> {
        if self.session.moving > 0 {
            return Err(words::refused::is_moving());
        }
        self.is_open()
    }

    fn is_open(&self) -> Result<(), Refusal> {
        if self.session.read_only.is_some() {
            Err(words::refused::is_read_only())
        } else if self.data.loading == Loading::Reading {
            Err(words::refused::is_reading())
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
        let record = self.subject_record().ok_or_else(words::refused::nothing_chosen)?;
        let ticks = match record {
            Record::Project(project) if self.has_open_work(project.id.into()) => {
                return Err(words::refused::is_unfinished());
            }
            Record::Task(_) | Record::Request(_) | Record::Decision(_) | Record::Project(_) => true,
            Record::Interaction(touch) => touch.is_planned(self.data.now) || has_report(touch),
            // What asks for nothing but to be looked at is ticked off as well.
            _ => {
                let closes = record.kind().closing_field().is_some();
                closes || self.seen_day(record).is_some() || self.stands_in_today()
            }
        };
        ticks.then_some(()).ok_or_else(words::refused::cannot_tick)
    }

    /// Whether the subject stands in Today; whatever does can be put off.
    fn stands_in_today(&self) -> bool {
        self.subject().is_some_and(|id| self.data.agenda.row(id).is_some())
    }

    fn can_snooze(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        match self.subject() {
            Some(id) if id.kind.snooze_field().is_some() => Ok(()),
            Some(_) => Err(words::refused::not_in_today()),
            None => Err(words::refused::nothing_chosen()),
        }
    }

    fn has_ball(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        match self.subject_record() {
            Some(Record::Request(r)) if !r.status.is_open() => Err(words::refused::request_closed()),
            Some(Record::Task(t)) if !t.status.is_open() => Err(words::refused::task_closed()),
            Some(Record::Request(_) | Record::Task(_)) => Ok(()),
            _ => Err(words::refused::no_ball()),
        }
    }

    fn has_date(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        if let Some(Record::Milestone(m)) = self.subject_record()
            && m.done_on.is_some()
        {
            return Err(words::refused::is_reached());
        }
        let date = self.subject_record().and_then(|record| changes::moved_field(record, self.data.now));
        date.map(|_| ()).ok_or_else(words::refused::no_day)
    }

    fn has_client(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        let client = self.subject().is_some_and(|id| id.kind == Kind::Client);
        if client { Ok(()) } else { Err(words::refused::no_client()) }
    }

    fn can_merge(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        if self.is_mergeable() { Ok(()) } else { Err(words::pairs::not_mergeable()) }
    }

    fn has_move(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        let moved = self.subject().is_some_and(|id| self.has_untold_move(id));
        if moved { Ok(()) } else { Err(words::refused::no_untold_move()) }
    }

    fn has_promises(&self) -> Result<(), Refusal> {
        self.promises_of().map(|_| ()).ok_or_else(words::refused::no_promises)
    }

    fn has_term(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        match self.subject_record() {
            Some(Record::Agreement(a)) if a.status == AgreementStatus::Renewed => {
                Err(words::refused::is_renewed())
            }
            Some(Record::Agreement(a)) if agreements::next_term(a).is_some() => Ok(()),
            Some(Record::Agreement(_)) => Err(words::refused::is_endless()),
            _ => Err(words::refused::no_agreement()),
        }
    }

    fn has_brief(&self) -> Result<(), Refusal> {
        self.brief_target().map(|_| ()).ok_or_else(words::refused::no_brief)
    }

    fn has_nudge(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        self.nudge_target().map(|_| ()).ok_or_else(words::refused::no_nudge)
    }

    fn is_message(&self) -> Result<(), Refusal> {
        match self.screen.layers.last() {
            Some(Layer::Viewer(viewer)) if viewer.to.is_some() => Ok(()),
            _ => Err(words::refused::no_message()),
        }
    }

    /// A report of half a book would be a wrong one.
    fn can_report(&self) -> Result<(), Refusal> {
        if self.data.loading == Loading::Reading {
            return Err(words::refused::is_reading());
        }
        self.has_records()
    }

    fn is_report(&self) -> Result<(), Refusal> {
        match self.screen.layers.last() {
            Some(Layer::Viewer(viewer)) if viewer.report.is_some() => Ok(()),
            _ => Err(words::refused::no_report()),
        }
    }

    fn goes_out(&self) -> Result<(), Refusal> {
        self.is_report()?;
        self.is_message().map_err(|_| words::refused::stays_here())?;
        self.is_writable()
    }

    fn has_agreement(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        let found = self.screen.context().iter().any(|id| id.kind == Kind::Agreement);
        if found { Ok(()) } else { Err(words::refused::no_agreement()) }
    }

    fn is_browsing(&self) -> Result<(), Refusal> {
        if self.screen.has_card() { Err(words::refused::not_at_list()) } else { Ok(()) }
    }

    fn has_views(&self) -> Result<(), Refusal> {
        if self.screen.is_reading() && self.screen.detail().has_chart() { Ok(()) } else { self.is_browsing() }
    }

    fn has_project(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        self.project().map(|_| ()).ok_or_else(words::refused::no_project)
    }

    fn has_steps(&self) -> Result<(), Refusal> {
        self.has_project()?;
        let project = self.project().and_then(|id| self.data.book.get(id)).and_then(Project::of);
        let steps = project.and_then(|p| playbook::of_project(&self.data.book, p));
        steps.map(|_| ()).ok_or_else(words::refused::no_steps)
    }

    fn has_playbooks(&self) -> Result<(), Refusal> {
        let any = self.data.book.all(Kind::Playbook).next().is_some();
        any.then_some(()).ok_or_else(words::refused::no_playbook)
    }

    fn has_calendars(&self) -> Result<(), Refusal> {
        let any = self.data.book.all(Kind::Calendar).next().is_some();
        any.then_some(()).ok_or_else(words::refused::no_calendar)
    }

    fn has_custom_fields(&self) -> Result<(), Refusal> {
        let any = self.data.book.all(Kind::CustomField).next().is_some();
        any.then_some(()).ok_or_else(words::custom::none)
    }

    fn has_colleague(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        let colleague =
            |id: &Ref| matches!(self.data.book.get(*id), Some(Record::Contact(c)) if c.is_colleague());
        if self.screen.context().iter().any(colleague) { Ok(()) } else { Err(words::refused::no_colleague()) }
    }

    fn can_move(&self) -> Result<(), Refusal> {
        self.is_open()?;
        if self.session.saving.stuck.is_some() { Err(words::refused::is_unsaved()) } else { Ok(()) }
    }

    fn can_undo(&self) -> Result<(), Refusal> {
        self.can_move()?;
        if self.session.undo.is_some() { Ok(()) } else { Err(words::refused::no_undo()) }
    }

    fn can_redo(&self) -> Result<(), Refusal> {
        self.can_move()?;
        if self.session.redo.is_some() { Ok(()) } else { Err(words::refused::no_redo()) }
    }

    fn has_bin(&self) -> Result<(), Refusal> {
        self.is_writable()?;
        if self.data.book.bin_len() > 0 { Ok(()) } else { Err(words::refused::no_bin()) }
    }

    fn has_two_answers(&self) -> Result<(), Refusal> {
        match self.screen.layers.last() {
            Some(Layer::Dialog(dialog)) if dialog.answers.len() > 2 => Err(words::refused::many_answers()),
            _ => Ok(()),
        }
    }

    fn has_page(&self, name: &str) -> Result<(), Refusal> {
        let of = self.screen.detail().of.ok_or_else(words::refused::nothing_chosen)?;
        let any = pages(of.kind).iter().any(|page| page.name == name);
        any.then_some(()).ok_or_else(words::refused::no_page)
    }

    fn is_stuck(&self) -> Result<(), Refusal> {
        if self.session.saving.stuck.is_some() { Ok(()) } else { Err(words::refused::is_saved()) }
    }
}

/// Whether a touch is one that a report is written about.
fn has_report(touch: &Interaction) -> bool {
    matches!(touch.touch, Touch::Meeting | Touch::Visit)
}

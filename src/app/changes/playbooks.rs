//! Playbooks: a new project begins with one, and a project that went well becomes one.

use crate::app::Model;
use crate::domain::playbook::{self, Begun};
use crate::domain::{Change, Fault, Playbook, Project, Record};
use crate::words;

impl Model {
    /// What a new project begins with by its playbook, with the numbers that come next after its own.
    pub(in crate::app) fn begun(&mut self, record: &Record) -> Option<Begun> {
        let project = Project::of(record)?;
        let chosen = self.data.book.get(project.playbook.0?).and_then(Playbook::of);
        // The steps were read when the playbook was saved; another version may know other signs.
        let begun = match chosen.map(|playbook| playbook.steps.clone()) {
            Some(steps) => playbook::begin(
                &steps,
                project,
                &mut self.session.id_generator,
                self.data.now,
                &self.data.book,
            ),
            None => Err(Fault::Deleted.into()),
        };
        let mut begun = begun.unwrap_or_else(|error| Begun { error: Some(error.fault), ..Begun::default() });
        let next = project.no.max(self.data.book.next_number().saturating_sub(1)) + 1;
        Record::number_all(&mut begun.records, next);
        Some(begun)
    }

    /// Says for whom of a playbook nobody was found, or why a project began without its steps.
    pub(in crate::app) fn tell_begun(&mut self, change: &Change, begun: &Begun) {
        if let Some(error) = &begun.error {
            self.say_doubts(change, &words::said::no_steps(&words::fault(error)));
        } else if !begun.unknown.is_empty() {
            let names = begun.unknown.join(", ");
            self.say_doubts(change, &words::said::nobody_found(&names));
        }
    }

    /// Opens a form with the chosen project as a playbook.
    pub(in crate::app) fn write_playbook(&mut self) {
        let project = self.project().and_then(|id| self.data.book.get(id)).and_then(Project::of);
        let Some((name, steps)) =
            project.and_then(|p| Some((p.name.clone(), playbook::of_project(&self.data.book, p)?)))
        else {
            return;
        };
        let mut playbook = Playbook::new(self.session.id_generator.next(self.data.now), self.data.now);
        (playbook.name, playbook.steps) = (name, steps);
        self.write_record(playbook.into());
    }
}

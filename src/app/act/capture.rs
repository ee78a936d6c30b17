//! What the keys do while a line is captured, and the texts made of the book: brief and reminder.

use crate::app::{Capture, Effect, Layer, Model, Reader, Tone};
use crate::domain::brief;
use crate::domain::capture::records;
use crate::domain::derive::{hands, waiting};
use crate::domain::{Change, ContactId, Holder, Kind, Record, Ref, derive};

impl Model {
    /// Opens the line, with what was left in it.
    pub(super) fn open_capture(&mut self) {
        let line = std::mem::take(&mut self.session.captured);
        self.screen.layers.push(Layer::Capture(Capture::of(&line)));
    }

    /// Leaves the line; what is in it comes back the next time.
    pub(super) fn leave_capture(&mut self) {
        let Some(Layer::Capture(capture)) = self.screen.layers.pop() else { return };
        let line = capture.typed.text().to_owned();
        if !line.trim().is_empty() {
            self.say(Tone::Muted, "The line comes back when you capture again");
        }
        self.session.captured = line;
    }

    /// Opens what the line came to in forms.
    pub(super) fn correct_captured(&mut self) -> Vec<Effect> {
        match <[Record; 1]>::try_from(self.captured_records()) {
            Ok([only]) => {
                if let Some(Layer::Capture(capture)) = self.screen.layers.pop() {
                    // It comes back when the form is left, and goes when the form is saved.
                    capture.typed.text().clone_into(&mut self.session.captured);
                }
                self.write_record(only);
                vec![]
            }
            Err(several) => self.correct_each(several),
        }
    }

    fn captured_records(&mut self) -> Vec<Record> {
        let Some(Layer::Capture(capture)) = self.screen.layers.last() else { return vec![] };
        if capture.typed.text().trim().is_empty() {
            return vec![];
        }
        let reading = capture.reading(self.ctx());
        let mut made = records(&reading, &mut self.session.mint, self.data.now, &self.data.book);
        Record::number_all(&mut made, self.data.book.next_number());
        made
    }

    /// Several records point at each other, so they are kept first; then each has its form, the first one on top.
    fn correct_each(&mut self, made: Vec<Record>) -> Vec<Effect> {
        let ids: Vec<Ref> = made.iter().map(Record::id).collect();
        let Some(effects) = self.keep_records(made) else { return vec![] };
        ids.iter().rev().for_each(|id| self.write_again(*id));
        self.say(
            Tone::Good,
            format!("Kept as {} records; each can be corrected now, one form after the other", ids.len()),
        );
        effects
    }

    /// Keeps everything the line came to, as one change.
    pub(super) fn keep_captured(&mut self) -> Vec<Effect> {
        let made = self.captured_records();
        self.keep_records(made).unwrap_or_default()
    }

    /// `None` when nothing was kept: there is nothing to keep, or something does not hold.
    fn keep_records(&mut self, made: Vec<Record>) -> Option<Vec<Effect>> {
        let first = made.first()?;
        if let Some(fault) = made.iter().flat_map(Record::faults).next() {
            self.say(Tone::Alarm, format!("Not yet: {}", fault.words));
            return None;
        }
        let title = self.data.book.title_of(first);
        let kinds: Vec<&str> = made.iter().map(|r| r.kind().name()).collect();
        let mut change = Change::new(format!("capture {title}"), self.data.now);
        for record in made {
            let record = self.complete(None, record);
            change = change.with(None, Some(record));
        }
        self.screen.layers.pop();
        self.session.captured.clear();
        self.say(Tone::Good, format!("Captured: {title} ({})", kinds.join(", ")));
        Some(self.commit(change))
    }

    /// The record a brief is about: the client or project that is chosen, or that the subject belongs to.
    pub(in crate::app) fn brief_target(&self) -> Option<Ref> {
        let subject = self.subject()?;
        if matches!(subject.kind, Kind::Client | Kind::Project) {
            return Some(subject);
        }
        let record = self.data.book.get(subject)?;
        derive::client_of(&self.data.book, record).map(Ref::from)
    }

    /// Opens the brief: one page before a call.
    pub(in crate::app) fn open_brief(&mut self) {
        let Some(brief) = self.brief_target().and_then(|id| brief::brief(&self.data.book, id, self.data.now))
        else {
            return;
        };
        let name: String = brief.title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let reader = Reader {
            title: format!("Brief · {}", brief.title),
            text: brief::to_markdown(&brief),
            file: format!("brief-{}-{name}.md", self.data.now.date()),
            ..Reader::default()
        };
        self.screen.layers.push(Layer::Reader(Box::new(reader)));
    }

    /// Who can be reminded of the subject: the person who holds it, or the person that is chosen.
    pub(in crate::app) fn nudge_target(&self) -> Option<ContactId> {
        match self.data.book.get(self.subject()?)? {
            Record::Contact(c) => Some(c.id),
            record => match hands::holder_now(record)?.holder {
                Holder::Person(id) => Some(id),
                Holder::Department(id) => self.data.book.department(id)?.lead.0,
                _ => None,
            },
        }
    }

    /// Opens a message to whoever holds the ball, with all that lies with them.
    pub(in crate::app) fn open_nudge(&mut self) {
        let Some(id) = self.nudge_target() else { return };
        let Some(contact) = self.data.book.contact(id) else { return };
        let language = brief::Language::of(contact);
        let Some(message) = brief::nudge(&self.data.book, id, self.data.now, language) else {
            self.say(Tone::Muted, "Nothing lies with them");
            return;
        };
        let filter = waiting::WaitFilter { contact: Some(id), ..waiting::WaitFilter::default() };
        let about = waiting::waiting_for(&self.data.book, self.data.now.date(), filter)
            .into_iter()
            .map(|w| w.target)
            .collect();
        let name = self.data.book.title(id);
        let reader = Reader {
            title: format!("Reminder to {name}"),
            text: format!("# {}\n\n{}", message.subject, message.body),
            file: format!("reminder-{}.md", self.data.now.date()),
            to: Some(message.to),
            about,
            ..Reader::default()
        };
        self.screen.layers.push(Layer::Reader(Box::new(reader)));
    }
}

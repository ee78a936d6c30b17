//! Texts made of the book: the brief before a call, the reminder of all that lies with somebody.

use crate::app::pages::pages;
use crate::app::pages::promises::PROMISES;
use crate::app::{Layer, Model, Tone, Viewer};
use crate::domain::brief;
use crate::domain::derive::hands;
use crate::domain::{Holder, Kind, Record, Ref, derive};
use crate::words;

impl Model {
    /// The record a brief is about: the client or project that is chosen, or that the subject belongs to.
    pub(in crate::app) fn brief_target(&self) -> Option<Ref> {
        let subject = self.subject()?;
        if matches!(subject.kind, Kind::Client | Kind::Project) {
            return Some(subject);
        }
        let record = self.data.book.get(subject)?;
        derive::client_of(&self.data.book, record).map(Ref::from)
    }

    /// Whose promises are meant: the subject's, or those to the client it is about.
    pub(in crate::app) fn promises_of(&self) -> Option<Ref> {
        let subject = self.subject()?;
        let own = pages(subject.kind).iter().any(|page| page.name == PROMISES);
        if own { Some(subject) } else { self.brief_target() }
    }

    /// Opens what was promised, and what became of it.
    pub(in crate::app) fn show_promises(&mut self) {
        if let Some(id) = self.promises_of() {
            self.screen.show_page(&self.data, id, PROMISES);
        }
    }

    /// Opens the brief: one page before a call.
    pub(in crate::app) fn open_brief(&mut self) {
        let Some(brief) = self.brief_target().and_then(|id| brief::brief(&self.data.book, id, self.data.now))
        else {
            return;
        };
        let brief = words::brief::page(&self.data.book, &brief);
        let name: String = brief.title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let viewer = Viewer {
            title: words::said::brief(&brief.title),
            text: words::brief::to_markdown(&brief),
            file: format!("brief-{}-{name}.md", self.data.now.date()),
            ..Viewer::default()
        };
        self.screen.layers.push(Layer::Viewer(Box::new(viewer)));
    }

    /// Who can be reminded: whoever holds the subject, or the person, department or client that is chosen.
    pub(in crate::app) fn nudge_target(&self) -> Option<Holder> {
        let record = self.data.book.get(self.subject()?)?;
        let holder = match record {
            Record::Contact(c) => Holder::Person(c.id),
            Record::Department(d) => Holder::Department(d.id),
            Record::Client(c) => Holder::Client(c.id),
            record => hands::holder_now(record)?.holder,
        };
        Some(holder).filter(|holder| *holder != Holder::Us)
    }

    /// Opens a message to whoever holds the ball, with all that lies with them.
    pub(in crate::app) fn open_nudge(&mut self) {
        let Some(holder) = self.nudge_target() else { return };
        let Some(nudge) = brief::nudge(&self.data.book, &holder, self.data.now) else {
            self.say(Tone::Muted, words::pages::nothing_with_them());
            return;
        };
        let message = words::nudge::message(&self.data.book, &nudge, self.data.now.date());
        let viewer = Viewer {
            title: words::said::reminder(&nudge.name),
            text: format!("# {}\n\n{}", message.subject, message.body),
            file: format!("reminder-{}.md", self.data.now.date()),
            to: Some(message.to),
            about: nudge.about().collect(),
            ..Viewer::default()
        };
        self.screen.layers.push(Layer::Viewer(Box::new(viewer)));
    }
}

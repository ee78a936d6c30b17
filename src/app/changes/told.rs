//! What the client was told: that a promise moved, that a wish is done or declined. The touch is logged in the same
//! change, so that nobody has to remember to write it down.

use crate::app::{Dialog, Effect, Layer, Model, OnAnswer, Tone};
use crate::domain::derive::{self, promise};
use crate::domain::{
    Action, Change, Edit, Interaction, Kind, PromisedDay, Record, Ref, Request, RequestStatus, Touch, Verb,
    first_promised, keep_history,
};
use crate::words::{self, asked, dates};
use chrono::NaiveDate;

/// How the client came to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// By a touch that is logged.
    By(Touch),
    /// The client knows; the touch is in the journal already, or there was none.
    Knows,
    /// Not yet.
    NotYet,
    /// There was nothing to tell: the day that stood there was written down wrongly today.
    Slip,
}

/// The day a promise moves to, and how the client came to know of it; `None` when it is taken back.
pub type ToldOf = (Option<NaiveDate>, Told);

/// An answer to a question: what it says, and what it means.
type Way<T> = (fn() -> &'static str, T);

/// The ways of telling, in the order in which they are offered.
const WAYS: [Way<Told>; 5] = [
    (asked::by_call, Told::By(Touch::Call)),
    (asked::by_mail, Told::By(Touch::Mail)),
    (asked::in_meeting, Told::By(Touch::Meeting)),
    (asked::by_message, Told::By(Touch::Message)),
    (asked::logged_already, Told::Knows),
];

/// How content the client can be with what was done, from 1 on.
const CONTENT: [Way<i64>; 5] = [
    (asked::content_1, 1),
    (asked::content_2, 2),
    (asked::content_3, 3),
    (asked::content_4, 4),
    (asked::content_5, 5),
];

impl Model {
    /// The question that must be answered before a moved promise is saved; `None` when no promise moves, or it was
    /// answered for this day.
    pub(super) fn ask_moved(
        &self,
        answered: Option<ToldOf>,
        before: Option<&Record>,
        after: &Record,
    ) -> Option<Dialog> {
        let before = before?;
        let (was, is) = (before.promised()?, after.promised());
        if is == Some(was) || answered.is_some_and(|(day, _)| day == is) {
            return None;
        }
        let today = self.data.now.date();
        let day = |d| dates::show(d, today);
        let question = match is {
            Some(is) => asked::moves(&day(was), &day(is)),
            None => asked::takes_back(&day(was)),
        };
        let mut ask = Dialog::new(question, asked::back_to_form());
        let days = before.promised_days();
        if let Some(first) = first_promised(&days, was) {
            ask = ask.line(asked::at_first(&day(first)));
        }
        for (label, told) in WAYS {
            ask = ask.answer(label(), OnAnswer::SaveTold(told));
        }
        ask = ask.answer(asked::not_yet(), OnAnswer::SaveTold(Told::NotYet));
        let fresh = days.last().is_some_and(|last| last.since.date() == today);
        if fresh && is.is_some() {
            let words = asked::slip(&day(was));
            ask = ask.answer(&words, OnAnswer::SaveTold(Told::Slip));
        }
        Some(ask)
    }

    /// Keeps the answer for the day that stands in the topmost form, and goes on saving it.
    pub(in crate::app) fn save_told(&mut self, told: Told) -> Vec<Effect> {
        let ctx = self.data.ctx();
        if let Some(Layer::Form(form)) = self.screen.layers.last_mut()
            && let Ok(record) = form.finish(ctx)
        {
            form.told = Some((record.promised(), told));
        }
        self.save_form()
    }

    /// Writes into a change, whose first edit moves a promise, how the client came to know.
    pub(super) fn note_moved(&mut self, change: &mut Change, told: Told) {
        keep_history(change, &self.session.author);
        let Some(Edit { before: Some(before), after: Some(after) }) = change.edits.first_mut() else {
            return;
        };
        match told {
            Told::By(_) | Told::Knows => after.note_told(self.data.now.date()),
            Told::NotYet => {}
            Told::Slip => {
                let mut days = before.promised_days();
                if let Some(last) = days.last_mut() {
                    last.day = after.promised();
                }
                // The slip may have been a move away from the very day that stands there again.
                days.dedup_by(|later, earlier| later.day == earlier.day);
                after.set_promised_days(days);
            }
        }
        if let Told::By(touch) = told {
            let (before, after) = (before.clone(), after.clone());
            let today = self.data.now.date();
            let day =
                |d: Option<NaiveDate>| d.map_or(words::said::no_day().into(), |d| dates::show(d, today));
            let title = self.data.book.title_of(&after);
            let (now, was) = (day(after.promised()), day(before.promised()));
            let summary = words::said::told_day(&title, &now, &was);
            let logged = self.touch_with(&after, touch, summary);
            change.edits.push(Edit { before: None, after: Some(logged) });
        }
    }

    /// A touch with the client of a record, now.
    fn touch_with(&mut self, about: &Record, touch: Touch, summary: String) -> Record {
        let now = self.data.now;
        let mut logged = Interaction::new(self.session.id_generator.next(now), now);
        (logged.touch, logged.at, logged.summary) = (touch, now, summary);
        logged.clients.0.extend(derive::client_of(&self.data.book, about));
        match about {
            Record::Request(r) => {
                logged.requests.0.push(r.id);
                logged.people.0.extend(r.asked_by.0);
                logged.projects.0.extend(r.project.0);
            }
            Record::Project(p) => logged.projects.0.push(p.id),
            Record::Milestone(m) => logged.projects.0.extend(m.project.0),
            _ => {}
        }
        logged.into()
    }

    /// Asks how the client was told of what moved, is done or was declined.
    pub(in crate::app) fn ask_told(&mut self, id: Ref) {
        let title = self.data.book.title(id);
        let question = match self.data.book.get(id) {
            Some(Record::Request(Request { status: RequestStatus::Done, .. })) => asked::is_done(&title),
            Some(Record::Request(Request { status: RequestStatus::Declined, .. })) => {
                asked::was_declined(&title)
            }
            _ => asked::has_moved(&title),
        };
        let mut ask = Dialog::new(question, asked::not_yet());
        for (label, told) in WAYS {
            ask = ask.answer(label(), OnAnswer::Told(id, told));
        }
        self.screen.layers.push(Layer::Dialog(ask));
    }

    /// The client was told. Of what is done it is asked, too, how content they were.
    pub(in crate::app) fn told(&mut self, id: Ref, told: Told) -> Vec<Effect> {
        if !is_done(self.data.book.get(id)) {
            return self.write_told(id, told, None);
        }
        let mut ask = Dialog::new(asked::content(), asked::go_back_not_told());
        for (label, content) in CONTENT {
            ask = ask.answer(label(), OnAnswer::Content(id, told, Some(content)));
        }
        let not_said = ask.answers.len() - 1;
        ask = ask.answer(asked::did_not_say(), OnAnswer::Content(id, told, None));
        ask.at = not_said;
        self.screen.layers.push(Layer::Dialog(ask));
        vec![]
    }

    /// Writes down that the client was told, how, and how content they were.
    pub(in crate::app) fn write_told(&mut self, id: Ref, told: Told, content: Option<i64>) -> Vec<Effect> {
        let Some(before) = self.data.book.get(id).cloned() else { return vec![] };
        let (mut after, today) = (before.clone(), self.data.now.date());
        let title = self.data.book.title(id);
        let (verb, summary) = match &mut after {
            Record::Request(r) if matches!(r.status, RequestStatus::Done | RequestStatus::Declined) => {
                r.told_on = Some(today);
                r.satisfaction = content.or(r.satisfaction);
                if r.status == RequestStatus::Done {
                    r.status = RequestStatus::Told;
                    (Verb::Close, words::said::told_done(&title))
                } else {
                    (Verb::Close, words::said::told_declined(&title))
                }
            }
            other => {
                other.note_told(today);
                (Verb::Tell, words::said::told_moved(&title))
            }
        };
        let action = Action::on(verb, id.kind, title);
        let mut change = Change::new(action, self.data.now).with(Some(before), Some(after.clone()));
        if let Told::By(touch) = told {
            let logged = self.touch_with(&after, touch, summary);
            change = change.with(None, Some(logged));
        }
        self.commit(change)
    }

    /// Asks the journal for the first days of promises that were made before their history was kept.
    pub(in crate::app) fn ask_promised_days(&self) -> Vec<Effect> {
        let kinds = Kind::ALL.iter().filter(|kind| kind.promise_fields().is_some());
        let records = kinds.flat_map(|kind| self.data.book.all(*kind)).filter(|r| r.lacks_promised_days());
        let records: Vec<Record> = records.cloned().collect();
        if records.is_empty() { vec![] } else { vec![Effect::PromisedDays(records)] }
    }

    /// Keeps what the journal told of them, unless it was changed meanwhile.
    pub(in crate::app) fn take_promised_days(&mut self, found: Vec<(Ref, Vec<PromisedDay>)>) -> Vec<Effect> {
        let mut change = Change::new(Action::named(Verb::PromisedDays, ""), self.data.now);
        for (id, days) in found {
            let Some(before) = self.data.book.get(id).filter(|r| r.lacks_promised_days()).cloned() else {
                continue;
            };
            let mut after = before.clone();
            after.set_promised_days(days);
            change = change.with(Some(before), Some(after));
        }
        if let count @ 1.. = change.edits.len() {
            self.say(Tone::Muted, words::said::days_read(words::whole(count)));
        }
        self.commit(change)
    }

    /// Whether a record's promise moved and the client does not know.
    pub(in crate::app) fn has_untold_move(&self, id: Ref) -> bool {
        self.data.book.get(id).is_some_and(|r| promise::untold_move(&self.data.book, r).is_some())
    }
}

fn is_done(record: Option<&Record>) -> bool {
    matches!(record, Some(Record::Request(Request { status: RequestStatus::Done, .. })))
}

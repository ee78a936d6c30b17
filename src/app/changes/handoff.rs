//! Passing the ball: who holds a request or a task now.

use crate::app::ctx::Ctx;
use crate::app::{Choice, Pick, Picker, Purpose};
use crate::app::{Effect, Model, Tone};
use crate::domain::derive::hands;
use crate::domain::{
    Action, Change, Hand, Holder, Link, Moment, Record, Request, RequestStatus, Verb, derive,
};
use crate::words;
use crate::words::dates;
use chrono::NaiveDate;

/// Who is thought of first: who held it before, where it was routed to, whose work it is.
fn likeliest(record: &Record, held: &[Hand]) -> Vec<Holder> {
    let now = held.last().map(|hand| &hand.holder);
    let before = held.iter().rev().map(|hand| &hand.holder).find(|holder| Some(*holder) != now);
    let person = match record {
        Record::Request(r) => r.contact.0,
        Record::Task(t) => t.assignee.0,
        _ => None,
    };
    before.cloned().into_iter().chain(person.map(Holder::Person)).collect()
}

/// A holder as a choice.
fn offered(ctx: Ctx<'_>, holder: &Holder) -> Option<Choice> {
    let (label, detail) = match holder {
        Holder::Us => (words::lists::us(), words::asked::with_you()),
        Holder::Other(name) => (name.as_str(), words::asked::outsider()),
        _ => return Choice::of_holder(ctx, hands::record_of(holder)?),
    };
    Some(Choice {
        pick: Pick::Pass(holder.clone(), None),
        label: label.to_owned(),
        detail: detail.to_owned(),
    })
}

impl Model {
    /// Asks who holds the ball of the subject now. The likeliest stands first, then we, the client and its people, the
    /// department it was routed to and its people; never who holds it already.
    pub(in crate::app) fn pick_holder(&mut self) {
        let Some(record) = self.subject_record() else { return };
        let ctx = self.ctx();
        let held = hands::hands_of(record);
        let mut likely: Vec<Holder> = vec![];
        let mut add = |holder: Holder| {
            if !likely.contains(&holder) {
                likely.push(holder);
            }
        };
        likeliest(record, &held).into_iter().for_each(&mut add);
        add(Holder::Us);
        if let Some(client) = derive::client_of(ctx.book, record) {
            add(Holder::Client(client));
            for person in derive::people_of(ctx.book, client) {
                add(Holder::Person(person.id));
            }
        }
        if let Record::Request(Request { department: Link(Some(department)), .. }) = record {
            add(Holder::Department(*department));
            for person in derive::people_of(ctx.book, *department) {
                add(Holder::Person(person.id));
            }
        }
        // Whoever holds it is nobody to pass it to.
        let now = held.last().map(|hand| &hand.holder);
        let others = likely.iter().filter(|holder| Some(*holder) != now);
        let choices: Vec<Choice> = others.filter_map(|holder| offered(ctx, holder)).collect();
        self.pick(Picker::of_choices(words::asked::who_holds(), Purpose::Pass, choices));
    }

    /// Passes the ball of the subject, now or on a day that is over. A wish that goes to a department for the first time is routed by that.
    pub(in crate::app) fn pass_to(&mut self, holder: &Holder, day: Option<NaiveDate>) -> Vec<Effect> {
        let Some(before) = self.subject_record().cloned() else { return vec![] };
        let mut after = before.clone();
        // The time before the first hand counts as well: whoever it was given to held it.
        let known = hands::hands_of(&before).into_owned();
        let at = match self.passed_at(&known, day) {
            Ok(at) => at,
            Err(why) => {
                self.say(Tone::Warning, why);
                return vec![];
            }
        };
        let passed = match &mut after {
            Record::Request(r) => {
                r.hands.clone_from(&known);
                let department = match holder {
                    Holder::Department(d) => Some(*d),
                    Holder::Person(p) => self.data.book.contact(*p).and_then(|c| c.department.0),
                    _ => None,
                };
                if let Some(department) = department.filter(|_| r.status == RequestStatus::Asked) {
                    r.status = RequestStatus::Routed;
                    r.department = department.into();
                    if let Holder::Person(p) = holder {
                        r.contact = (*p).into();
                    }
                }
                hands::pass(&mut r.hands, holder.clone(), at)
            }
            Record::Task(t) => {
                t.hands = known;
                hands::pass(&mut t.hands, holder.clone(), at)
            }
            _ => false,
        };
        let name = words::holder_name(&self.data.book, holder);
        if !passed {
            self.say(Tone::Muted, words::said::holds_already(&name));
            return vec![];
        }
        let title = self.data.book.title(before.id());
        let passed = Action::on(Verb::Pass, before.kind(), title);
        let passed = Action { to: name, ..passed };
        self.commit(Change::new(passed, self.data.now).with(Some(before), Some(after)))
    }

    /// The moment of a pass: now, or the same hour of a day on which whoever has the ball had it already.
    fn passed_at(&self, known: &[Hand], day: Option<NaiveDate>) -> Result<Moment, String> {
        let (now, today) = (self.data.now, self.data.now.date());
        let Some(day) = day.filter(|d| *d != today) else { return Ok(now) };
        if day > today {
            return Err(words::said::passed_ahead(&dates::show(day, today)));
        }
        match known.last().filter(|hand| day < hand.since.date().min(today)) {
            Some(hand) => Err(words::said::passed_before(
                &words::holder_name(&self.data.book, &hand.holder),
                &dates::show(hand.since.date(), today),
            )),
            None => Ok(now.at_local(day.and_time(now.local().time()))),
        }
    }
}

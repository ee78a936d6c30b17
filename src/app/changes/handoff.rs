//! Passing the ball: who holds a request or a task now.

use crate::app::{Choice, Pick, Picker, Purpose};
use crate::app::{Effect, Model, Tone};
use crate::domain::derive::hands;
use crate::domain::{Action, Change, Hand, Holder, Moment, Record, Ref, RequestStatus, Verb, derive, when};
use chrono::NaiveDate;

impl Model {
    /// Asks who holds the ball of the subject now. Those who are near stand first: us, the client and its people, the
    /// department it was routed to and its people.
    pub(in crate::app) fn pick_holder(&mut self) {
        let Some(record) = self.subject_record() else { return };
        let ctx = self.ctx();
        let mut near: Vec<Ref> = vec![];
        if let Some(client) = derive::client_of(ctx.book, record) {
            near.push(client.into());
            near.extend(derive::people_of(ctx.book, client).iter().map(|c| Ref::from(c.id)));
        }
        if let Record::Request(r) = record {
            near.extend(r.contact.0.map(Ref::from));
            if let Some(department) = r.department.0 {
                near.push(department.into());
                near.extend(derive::people_of(ctx.book, department).iter().map(|c| Ref::from(c.id)));
            }
        }
        if let Record::Task(t) = record {
            near.extend(t.assignee.0.map(Ref::from));
        }
        let mut choices = vec![Choice {
            pick: Pick::Pass(Holder::Us, None),
            label: "us".into(),
            detail: "the ball is with you".into(),
        }];
        let mut seen: Vec<Ref> = vec![];
        for id in near {
            if !seen.contains(&id) {
                seen.push(id);
                choices.extend(Choice::of_holder(ctx, id));
            }
        }
        self.pick(Picker::of_choices("Who holds the ball now?", Purpose::Pass, choices));
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
        let name = hands::holder_name(&self.data.book, holder);
        if !passed {
            self.say(Tone::Muted, format!("{name} holds it already"));
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
            return Err(format!(
                "{} lies ahead: the ball is passed today or was before",
                when::show(day, today)
            ));
        }
        match known.last().filter(|hand| day < hand.since.date().min(today)) {
            Some(hand) => Err(format!(
                "{} has it only since {}: it cannot have been passed on before that",
                hands::holder_name(&self.data.book, &hand.holder),
                when::show(hand.since.date(), today)
            )),
            None => Ok(now.at_local(day.and_time(now.local().time()))),
        }
    }
}

//! Ticking off, and passing the ball: who holds a request or a task now.

use crate::app::picker::{Choice, Pick, Picker, Purpose};
use crate::app::{Ask, Effect, Layer, Model, Then, Tone};
use crate::domain::derive::{agreements, hands};
use crate::domain::{
    AgreementStatus, Change, Head, Holder, Record, Ref, RequestStatus, Task, TaskStatus, derive, when,
};

impl Model {
    /// Ticks the subject off, or opens it again. A request takes two steps: done, and the client was told.
    pub(in crate::app) fn tick(&mut self) -> Vec<Effect> {
        let Some(before) = self.subject_record().cloned() else { return vec![] };
        let mut after = before.clone();
        let Some((words, said)) = self.turn_over(&mut after) else { return vec![] };
        let title = self.data.book.title(before.id());
        let again = self.next_of(&after);
        let mut change = Change::new(format!("{words} {} {title}", before.kind()), self.data.now)
            .with(Some(before), Some(after));
        let mut said = format!("{said}: {title}");
        if let Some(task) = again {
            let due = task.due.map(|d| when::due(d, self.data.now.date())).unwrap_or_default();
            said = format!("{said}; it comes again {due}");
            change = change.with(None, Some(task.into()));
        }
        self.say(Tone::Good, said);
        self.commit(change)
    }

    /// The next of a task that repeats and was just done: the same work with nothing ticked off, in the same change, so
    /// that one undo takes both back.
    fn next_of(&mut self, record: &Record) -> Option<Task> {
        let Record::Task(done) = record else { return None };
        let day = done.done_on.filter(|_| done.status == TaskStatus::Done)?;
        let remembered = done.repeat_day.and_then(|day| u32::try_from(day).ok());
        let (due, remembered) = done.repeat?.next_wished(done.due, day, remembered)?;
        let mut next = done.clone();
        next.id = self.session.mint.next(self.data.now);
        next.head = Head::new(self.data.now);
        next.no = self.data.book.next_number();
        next.start = done.start.zip(done.due).and_then(|(start, was)| due.checked_sub_signed(was - start));
        (next.due, next.done_on, next.status) = (Some(due), None, TaskStatus::Open);
        next.repeat_day = remembered.map(i64::from);
        next.hands.clear();
        next.after.0.clear();
        next.external.clear();
        next.checklist.iter_mut().for_each(|c| c.done = false);
        Some(next)
    }

    fn turn_over(&self, record: &mut Record) -> Option<(&'static str, &'static str)> {
        const DONE: (&str, &str) = ("tick off", "Done");
        const AGAIN: (&str, &str) = ("open again", "Open again");
        let today = self.data.now.date();
        Some(match record {
            Record::Task(t) => {
                let done = t.status.is_open();
                t.status = if done { TaskStatus::Done } else { TaskStatus::Open };
                t.done_on = done.then_some(today);
                if done { DONE } else { AGAIN }
            }
            Record::Milestone(m) => {
                m.done_on = if m.done_on.is_none() { Some(today) } else { None };
                if m.done_on.is_some() { DONE } else { AGAIN }
            }
            Record::Obligation(o) => {
                o.done_on = if o.done_on.is_none() { Some(today) } else { None };
                if o.done_on.is_some() { DONE } else { AGAIN }
            }
            Record::Interaction(i) => {
                i.report_sent = if i.report_sent.is_none() { Some(today) } else { None };
                if i.report_sent.is_some() {
                    ("send report of", "The report is sent")
                } else {
                    ("open report of", "The report is owed again")
                }
            }
            Record::Request(r) => match r.status {
                RequestStatus::Done => {
                    (r.status, r.told_on) = (RequestStatus::Told, Some(today));
                    ("close", "The client was told")
                }
                RequestStatus::Told | RequestStatus::Declined => {
                    (r.status, r.told_on) = (RequestStatus::Done, None);
                    ("open again", "The client must be told again")
                }
                _ => {
                    (r.status, r.done_on) = (RequestStatus::Done, Some(today));
                    // Done is not told: from now on the ball is with us.
                    hands::pass(&mut r.hands, Holder::Us, self.data.now);
                    ("finish", "Done, and now the client must be told")
                }
            },
            _ => return None,
        })
    }

    /// Asks before an agreement is renewed, and says for how long and for how much.
    pub(in crate::app) fn ask_renew(&mut self) {
        let Some(Record::Agreement(old)) = self.subject_record() else { return };
        let Some((start, end)) = agreements::next_term(old) else { return };
        let today = self.data.now.date();
        let client = old.client.0.map(|c| self.data.book.title(c)).unwrap_or_default();
        let value = old.value.map(|v| format!(", {v} {}", old.per.label())).unwrap_or_default();
        let (start, end) = (when::plain(start, today), when::plain(end, today));
        let ask = Ask::new(format!("Renew {} with {client}?", old.title), "Leave it")
            .line(format!("The next term goes from {start} to {end}{value}. The old one is kept as renewed."))
            .answer("Renew", Then::Renew(old.id.into()))
            .careful();
        self.screen.layers.push(Layer::Ask(ask));
    }

    /// Writes down the next term of an agreement; the old one is kept as renewed.
    pub(in crate::app) fn renew(&mut self, id: Ref) -> Vec<Effect> {
        let Some(Record::Agreement(old)) = self.data.book.get(id).cloned() else { return vec![] };
        let id = self.session.mint.next(self.data.now);
        let Some(next) = agreements::renewed(&old, id, self.data.now) else { return vec![] };
        let mut closed = old.clone();
        closed.status = AgreementStatus::Renewed;
        let until = next.end.map(|d| when::plain(d, self.data.now.date())).unwrap_or_default();
        let change = Change::new(format!("renew agreement {}", old.title), self.data.now)
            .with(Some(old.clone().into()), Some(closed.into()))
            .with(None, Some(next.into()));
        self.say(Tone::Good, format!("Renewed until {until}: {}", old.title));
        self.commit(change)
    }

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
            pick: Pick::Pass(Holder::Us),
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

    /// Passes the ball of the subject. A wish that goes to a department for the first time is routed by that.
    pub(in crate::app) fn pass_to(&mut self, holder: &Holder) -> Vec<Effect> {
        let Some(before) = self.subject_record().cloned() else { return vec![] };
        let mut after = before.clone();
        // The time before the first hand counts as well: whoever it was given to held it.
        let known = hands::hands_of(&before).into_owned();
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
                hands::pass(&mut r.hands, holder.clone(), self.data.now)
            }
            Record::Task(t) => {
                t.hands = known;
                hands::pass(&mut t.hands, holder.clone(), self.data.now)
            }
            _ => false,
        };
        let name = hands::holder_name(&self.data.book, holder);
        if !passed {
            self.say(Tone::Muted, format!("{name} holds it already"));
            return vec![];
        }
        let title = self.data.book.title(before.id());
        let words = format!("pass {} {title} to {name}", before.kind());
        self.say(Tone::Good, format!("The ball is with {name} now: {title}"));
        self.commit(Change::new(words, self.data.now).with(Some(before), Some(after)))
    }
}

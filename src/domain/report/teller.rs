//! Makes of records what reports find, and keeps back what is internal.

use super::items::{Decision, Milestone, Person, Promise, Task, Touch, Voice, Wait, Wish};
use super::shape::Day;
use super::{Ask, privacy};
use crate::domain::choice::ClosedChoice;
use crate::domain::derive::hands::{self, Party};
use crate::domain::derive::promise::{self, Kept};
use crate::domain::derive::waiting;
use crate::domain::{self, Book, Contact, ContactId, Holder, Kind, Moment, Outcome, Record, Ref, parse};
use chrono::NaiveDate;

/// What makes a report.
pub(super) struct Teller<'a> {
    pub(super) book: &'a Book,
    pub(super) now: Moment,
    pub(super) today: NaiveDate,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// Whether it is for us.
    pub(super) internal: bool,
}

/// The stable name of a member of a closed list.
pub(super) fn name<C: ClosedChoice>(choice: C) -> &'static str {
    let code = choice.code();
    C::CHOICES.iter().find(|c| c.code == code).map_or("", |c| c.name)
}

/// On which side somebody stands.
pub(super) const fn side(party: Party) -> &'static str {
    match party {
        Party::Us | Party::Department(_) => "ours",
        Party::Client(_) => "client",
        Party::Other => "other",
    }
}

fn day(day: Option<NaiveDate>) -> Option<Day> {
    day.map(Day)
}

impl<'a> Teller<'a> {
    pub(super) fn new(book: &'a Book, ask: &Ask, now: Moment) -> Self {
        let (from, to, internal) = (ask.from, ask.to, ask.is_internal());
        Self { book, now, today: now.date(), from, to, internal }
    }

    /// Whether a record may be told in this report.
    pub(super) fn shows(&self, record: &Record) -> bool {
        self.internal || privacy::marked(self.book, record).is_none()
    }

    /// A text as far as it may be told.
    pub(super) fn text(&self, text: &str) -> String {
        if self.internal { text.trim().to_owned() } else { privacy::outward(text) }
    }

    /// What only we may know.
    pub(super) fn ours(&self, text: &str) -> String {
        if self.internal { text.trim().to_owned() } else { String::new() }
    }

    /// What a record is called; nothing for one that may not be told.
    pub(super) fn title(&self, id: Option<impl Into<Ref>>) -> Option<String> {
        let record = self.book.get(id?)?;
        self.shows(record).then(|| self.book.title_of(record))
    }

    /// Whether a day lies in the report.
    pub(super) fn is_in(&self, day: Option<NaiveDate>) -> bool {
        day.is_some_and(|day| self.from <= day && day <= self.to)
    }

    /// The records of a kind about a client or a project, or all of them, that may be told, the oldest first.
    pub(super) fn about(&self, of: Option<Ref>, kind: Kind) -> Vec<&'a Record> {
        let Some(of) = of else { return self.book.all(kind).filter(|r| self.shows(r)).collect() };
        let mut around = vec![of];
        if of.kind == Kind::Client {
            around.extend(
                [Kind::Project, Kind::Agreement]
                    .into_iter()
                    .flat_map(|kind| self.book.backlinks(of, kind).map(Record::id).collect::<Vec<_>>()),
            );
        }
        let mut found: Vec<&Record> = around
            .into_iter()
            .flat_map(|at| self.book.backlinks(at, kind))
            .filter(|record| self.shows(record))
            .collect();
        found.sort_by_key(|record| record.id());
        found.dedup_by_key(|record| record.id());
        found
    }

    /// The client of a record, by name.
    pub(super) fn client(&self, record: &Record) -> Option<String> {
        self.title(domain::derive::client_of(self.book, record))
    }

    /// Who has something, and on which side they stand. A client is told the names of its own people alone.
    pub(super) fn holder(&self, holder: &Holder) -> (Option<String>, &'static str) {
        let party = hands::party(self.book, holder);
        let id = match holder {
            Holder::Us | Holder::Other(_) => None,
            Holder::Person(id) => Some(Ref::from(*id)),
            Holder::Client(id) => Some(Ref::from(*id)),
            Holder::Department(id) => Some(Ref::from(*id)),
        };
        let may = self.internal || matches!(party, Party::Client(_));
        let shown = id.and_then(|id| self.book.get(id)).is_none_or(|record| self.shows(record));
        let told = *holder != Holder::Us && may && shown;
        let of = |id| self.book.title(id);
        (told.then(|| parse::holder_name(holder, &of)), side(party))
    }

    pub(super) fn wish(&self, record: &Record) -> Option<Wish> {
        let request = domain::Request::of(record)?;
        let hand = hands::holder_now(record).filter(|_| request.status.is_open());
        let (holder, side) = hand.map_or((None, "ours"), |hand| self.holder(&hand.holder));
        Some(Wish {
            number: request.no,
            title: request.title.clone(),
            status: name(request.status),
            detail: self.text(&request.detail),
            client: self.client(record),
            asked_by: self.title(request.asked_by.0),
            project: self.title(request.project.0),
            received: day(request.received),
            wanted_by: day(request.wanted_by),
            first: day(record.promised_days().iter().find_map(|p| p.day)),
            promised: day(request.promised),
            expected: day(request.expected),
            done: day(request.done_on.or(request.told_on)),
            told: day(request.told_on),
            holder,
            side,
            outcome: self.text(&request.outcome),
            satisfaction: request.satisfaction,
        })
    }

    /// The wishes for which `is` holds, in the order of what `by` tells.
    pub(super) fn wishes<K: Ord>(
        &self,
        of: Option<Ref>,
        is: impl Fn(&domain::Request) -> bool,
        by: impl Fn(&domain::Request) -> K,
    ) -> Vec<Wish> {
        let requests = self.about(of, Kind::Request).into_iter();
        let mut found: Vec<(&Record, &domain::Request)> =
            requests.filter_map(|r| Some((r, domain::Request::of(r)?))).filter(|(_, r)| is(r)).collect();
        found.sort_by_key(|(_, r)| (by(r), r.no, r.id));
        found.into_iter().filter_map(|(record, _)| self.wish(record)).collect()
    }

    /// Wishes that are open: what was promised first, the oldest promise before.
    pub(super) fn open_wishes(&self, of: Option<Ref>) -> Vec<Wish> {
        self.wishes(of, |r| r.status.is_open(), |r| (r.promised.is_none(), r.promised, r.received))
    }

    pub(super) fn promise(&self, record: &Record, promise: &promise::Promise) -> Promise {
        let (standing, late) = match promise.stood(self.today) {
            Some(Kept::Kept) => ("kept", 0),
            Some(Kept::Broken(days)) => ("broken", days),
            None if promise.withdrawn.is_some() => ("withdrawn", 0),
            None => ("open", 0),
        };
        Promise {
            title: self.book.title_of(record),
            kind: record.kind().name(),
            number: record.number().unwrap_or(0),
            client: self.client(record),
            first: Day(promise.first),
            promised: Day(promise.promised),
            done: day(promise.done),
            standing,
            late,
        }
    }

    /// The promises to a client or of a project, or all of them, the first day before.
    pub(super) fn promises(&self, of: Option<Ref>) -> Vec<Promise> {
        let all = || self.book.all(Kind::Client).map(Record::id).collect();
        let around: Vec<Ref> = of.map_or_else(all, |of| vec![of]);
        let found = around.into_iter().flat_map(|id| promise::promises_around(self.book, id));
        let mut found: Vec<Promise> = found
            .filter(|(record, _)| self.shows(record))
            .map(|(record, promise)| self.promise(record, &promise))
            .collect();
        found.sort_by(|a, b| (a.first, a.number, &a.title).cmp(&(b.first, b.number, &b.title)));
        found
    }

    /// What others have of a client or a project, or of all, the oldest first.
    pub(super) fn waits(&self, of: Option<Ref>) -> Vec<Wait> {
        let waits = waiting::waiting(self.book, self.today).into_iter();
        let found = waits.filter_map(|wait| {
            let record = self.book.get(wait.target).filter(|record| self.shows(record))?;
            let is_of = of.is_none_or(|of| match of.kind {
                Kind::Client => wait.client.map(Ref::from) == Some(of),
                kind => record.one(kind) == Some(of),
            });
            let (holder, side) = self.holder(&wait.holder);
            is_of.then(|| Wait {
                title: self.book.title_of(record),
                number: wait.number,
                client: self.title(wait.client),
                holder,
                side,
                since: Day(wait.from),
                days: wait.days,
                too_long: wait.is_too_long(self.today),
            })
        });
        found.collect()
    }

    pub(super) fn task(&self, task: &domain::Task) -> Task {
        let record = self.book.get(task.id);
        Task {
            number: task.no,
            title: task.title.clone(),
            status: name(task.status),
            priority: name(task.priority),
            who: self.title(task.assignee.0),
            client: record.and_then(|record| self.client(record)),
            project: self.title(task.project.0),
            due: day(task.due),
            late: domain::derive::is_late(task, self.today),
            hours: task.effort,
            steps: task
                .checklist
                .iter()
                .filter(|step| !step.done)
                .map(|step| self.text(&step.text))
                .collect(),
            notes: self.ours(&task.notes),
        }
    }

    pub(super) fn touch(&self, touch: &domain::Interaction) -> Touch {
        Touch {
            on: Day(touch.at.date()),
            at: touch.at.local().format("%H:%M").to_string(),
            kind: name(touch.touch),
            summary: touch.summary.clone(),
            people: touch.people.0.iter().filter_map(|id| self.title(Some(*id))).collect(),
            text: self.text(&touch.text),
        }
    }

    /// The touches around a client or a project, or all of them, for which `is` holds, the newest first.
    pub(super) fn touches(&self, of: Option<Ref>, is: impl Fn(&domain::Interaction) -> bool) -> Vec<Touch> {
        let found: Vec<&Record> = match of {
            Some(of) => domain::derive::timeline(self.book, of),
            None => self.book.all(Kind::Interaction).collect(),
        };
        let shown = found.into_iter().filter(|record| self.shows(record));
        let mut touches: Vec<&domain::Interaction> =
            shown.filter_map(domain::Interaction::of).filter(|touch| is(touch)).collect();
        touches.sort_by_key(|touch| (std::cmp::Reverse(touch.at.utc_ms), touch.id));
        touches.into_iter().map(|touch| self.touch(touch)).collect()
    }

    /// What is planned, the next first.
    pub(super) fn planned(&self, of: Option<Ref>, until: Option<NaiveDate>) -> Vec<Touch> {
        let near = |touch: &domain::Interaction| until.is_none_or(|until| touch.at.date() <= until);
        let mut found = self.touches(of, |touch| touch.is_planned(self.now) && near(touch));
        found.reverse();
        found
    }

    pub(super) fn voice(&self, voice: &domain::Feedback) -> Voice {
        Voice {
            on: day(voice.on),
            words: voice.words.clone(),
            by: self.title(voice.contact.0),
            csat: voice.csat,
            nps: voice.nps,
            text: self.text(&voice.text),
        }
    }

    /// What was said about us, the newest first.
    pub(super) fn voices(&self, of: Option<Ref>) -> Vec<Voice> {
        let found = self.about(of, Kind::Feedback).into_iter().filter_map(domain::Feedback::of);
        let mut found: Vec<&domain::Feedback> = found.filter(|voice| self.is_in(voice.on)).collect();
        found.sort_by_key(|voice| (std::cmp::Reverse(voice.on), voice.id));
        found.into_iter().map(|voice| self.voice(voice)).collect()
    }

    pub(super) fn decision(&self, decision: &domain::Decision) -> Decision {
        let open = decision.outcome == Outcome::Open;
        let until = if open { self.today } else { decision.on.unwrap_or(self.today) };
        Decision {
            what: decision.what.clone(),
            kind: name(decision.sort),
            outcome: name(decision.outcome),
            by: self.title(decision.by.0),
            on: day(decision.on.filter(|_| !open)),
            waits: (until - decision.head.created.date()).num_days().max(0),
        }
    }

    /// The decisions for which `is` holds, those that wait first, then the newest.
    pub(super) fn decisions(&self, of: Option<Ref>, is: impl Fn(&domain::Decision) -> bool) -> Vec<Decision> {
        let found = self.about(of, Kind::Decision).into_iter().filter_map(domain::Decision::of);
        let mut found: Vec<&domain::Decision> = found.filter(|decision| is(decision)).collect();
        found.sort_by_key(|d| (d.outcome != Outcome::Open, std::cmp::Reverse(d.on), d.id));
        found.into_iter().map(|decision| self.decision(decision)).collect()
    }

    pub(super) fn milestone(&self, milestone: &domain::Milestone) -> Milestone {
        let standing = match (milestone.done_on, milestone.date()) {
            (Some(_), _) => "reached",
            (None, Some(day)) if day < self.today => "late",
            _ => "ahead",
        };
        let first = self.book.get(milestone.id).map(Record::promised_days).unwrap_or_default();
        Milestone {
            name: milestone.name.clone(),
            project: self.title(milestone.project.0),
            first: day(first.iter().find_map(|p| p.day)),
            promised: day(milestone.promised),
            expected: day(milestone.expected),
            done: day(milestone.done_on),
            standing,
        }
    }

    /// The milestones of a client's projects, or of one, or of all, for which `is` holds, by their day.
    pub(super) fn milestones(
        &self,
        of: Option<Ref>,
        is: impl Fn(&domain::Milestone) -> bool,
    ) -> Vec<Milestone> {
        let found = self.about(of, Kind::Milestone).into_iter().filter_map(domain::Milestone::of);
        let mut found: Vec<&domain::Milestone> = found.filter(|milestone| is(milestone)).collect();
        found.sort_by_key(|m| (m.date().is_none(), m.date(), m.id));
        found.into_iter().map(|milestone| self.milestone(milestone)).collect()
    }

    pub(super) fn person(&self, contact: &Contact) -> Person {
        let ways = |all: &[domain::Labelled]| all.iter().map(|way| way.value.clone()).collect();
        Person {
            name: contact.shown_name(),
            job: contact.job.clone(),
            mails: ways(&contact.mails),
            phones: ways(&contact.phones),
            channel: name(contact.channel),
            language: contact.language.clone(),
            roles: contact.roles.iter().filter(|_| self.internal).map(|role| name(*role)).collect(),
            reports_to: self.title(contact.reports_to.0),
            attitude: if self.internal { name(contact.attitude) } else { "unknown" },
            influence: if self.internal { name(contact.influence) } else { "unknown" },
            birthday: day(contact.birthday.filter(|_| self.internal).map(|b| b.next(self.today))),
            notes: self.ours(&contact.notes),
            never_say: self.ours(&contact.never_say),
        }
    }

    /// Those of some people that may be told.
    pub(super) fn people(&self, ids: &[ContactId]) -> Vec<Person> {
        let contacts = ids.iter().filter_map(|id| self.book.get(*id)).filter(|record| self.shows(record));
        contacts.filter_map(Contact::of).map(|contact| self.person(contact)).collect()
    }
}

#[cfg(test)]
mod tests;

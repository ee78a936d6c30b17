//! The lines of a brief.

use super::said;
use crate::domain::brief::{Fact, Held, Promise};
use crate::domain::{
    Agreement, Attitude, Book, Channel, Contact, ContactId, Decision, Feedback, Holder, Interaction, Member,
    MemberId, Milestone, Obligation, Priority, Ref, Request, Span, Task,
};
use crate::words::{chosen, dates, lists, standing};
use chrono::NaiveDate;

/// Tells facts in words on a day.
pub(super) struct Teller<'a> {
    pub(super) book: &'a Book,
    pub(super) today: NaiveDate,
}

impl<'a> Teller<'a> {
    /// A line; what matters most comes first.
    pub(super) fn line(&self, fact: &Fact) -> String {
        let words = match fact {
            Fact::Request { id, promise, expected, held } => {
                self.find(*id, Request::of).map(|r| self.request(r, *promise, *expected, held.as_ref()))
            }
            Fact::Task { id, due, held } => {
                self.find(*id, Task::of).map(|task| self.task(task, *due, held.as_ref()))
            }
            Fact::Obligation(id, due) => self.find(*id, Obligation::of).map(|o| self.obligation(o, *due)),
            Fact::DecisionOwed(id, days) => self.find(*id, Decision::of).map(|d| self.owed(d, *days)),
            Fact::Person(id, member) => self.find(*id, Contact::of).map(|c| self.person(c, *member)),
            Fact::Touch(id, on) => self.find(*id, Interaction::of).map(|i| self.touch(i, *on)),
            Fact::Feedback(id) => self.find(*id, Feedback::of).map(|f| self.feedback(f)),
            Fact::Decided(id) => self.find(*id, Decision::of).map(|d| self.decided(d)),
            Fact::Planned(id, on) => self.find(*id, Interaction::of).map(|i| self.planned(i, *on)),
            Fact::Milestone { id, on, of, expected } => self.find(*id, Milestone::of).map(|milestone| {
                let mut words = vec![self.near(*on), milestone.name.clone()];
                words.extend(of.map(|project| self.book.title(project)));
                words.extend(expected.map(|day| self.expected(day)));
                words
            }),
            Fact::Notice { id, by, renews, end } => {
                self.find(*id, Agreement::of).map(|a| self.notice(a, *by, *renews, *end))
            }
            Fact::TermEnds(id, on, renews) => self.find(*id, Agreement::of).map(|agreement| {
                let what = renews.map_or(said::ends().to_owned(), renewed);
                vec![self.near(*on), format!("{} {what}", agreement.title)]
            }),
            Fact::Birthday(id, on) => Some(vec![self.near(*on), said::birthday(&self.book.title(*id))]),
        };
        words.unwrap_or_default().join(" · ")
    }

    fn find<T>(
        &self,
        id: impl Into<Ref>,
        of: impl Fn(&'a crate::domain::Record) -> Option<&'a T>,
    ) -> Option<&'a T> {
        self.book.get(id).and_then(of)
    }

    fn request(
        &self,
        request: &Request,
        promise: Promise,
        expected: Option<NaiveDate>,
        held: Option<&Held>,
    ) -> Vec<String> {
        let mut words = vec![numbered(request.no, &request.title)];
        match promise {
            Promise::DoneNotTold => words.push(standing::done_not_told().into()),
            Promise::Nothing => words.push(standing::nothing_promised().into()),
            Promise::Day(day, first) => {
                words.push(self.by(lists::promised, day));
                words.extend(first.map(|d| said::at_first(&dates::plain(d, self.today))));
            }
        }
        words.extend(expected.map(|day| self.expected(day)));
        words.extend(held.map(|held| self.held(held)));
        words.extend(request.asked_by.0.map(|c| said::asked_by(&self.book.title(c))));
        words.extend((request.priority == Priority::Urgent).then(|| said::urgent().to_owned()));
        words
    }

    fn task(&self, task: &Task, due: Option<NaiveDate>, held: Option<&Held>) -> Vec<String> {
        let mut words = vec![numbered(task.no, &task.title)];
        words.extend(due.map(|day| self.by(said::due, day)));
        words.extend(held.map(|held| self.held(held)));
        words
    }

    fn obligation(&self, obligation: &Obligation, due: NaiveDate) -> Vec<String> {
        let mut words = vec![obligation.what.clone(), self.by(said::due, due)];
        words.extend(
            obligation.agreement.0.and_then(|id| self.find(id, Agreement::of)).map(|a| a.title.clone()),
        );
        words
    }

    fn owed(&self, decision: &Decision, days: i64) -> Vec<String> {
        let by = decision.by.0.map(|c| said::by(&self.book.title(c))).unwrap_or_default();
        vec![format!("{}{by}: {}", chosen(decision.sort), decision.what), said::since(days)]
    }

    /// "Maria Papadaki · Head of Marketing · ++ devoted · decision maker · likes phone".
    fn person(&self, contact: &Contact, member: Option<MemberId>) -> Vec<String> {
        let mut words = vec![contact.shown_name()];
        words.extend(Some(contact.job.clone()).filter(|j| !j.is_empty()));
        words.extend(member.and_then(|id| self.find(id, Member::of)).map(
            |member| match member.duty.as_str() {
                "" => chosen(member.part).to_owned(),
                duty => said::part_for(chosen(member.part), duty),
            },
        ));
        let attitude = contact.attitude;
        let told = || format!("{} {}", attitude.sign(), chosen(attitude));
        words.extend((attitude != Attitude::Unknown).then(told));
        let roles: Vec<&str> = contact.roles.iter().map(|r| chosen(*r)).collect();
        words.extend((!roles.is_empty()).then(|| roles.join(", ")));
        words.extend((contact.channel != Channel::Any).then(|| said::likes(chosen(contact.channel))));
        words
    }

    fn touch(&self, touch: &Interaction, on: NaiveDate) -> Vec<String> {
        let mut words = vec![dates::ago(on, self.today), chosen(touch.touch).into(), touch.summary.clone()];
        words.extend((!touch.people.0.is_empty()).then(|| self.names(&touch.people.0)));
        words
    }

    fn names(&self, people: &[ContactId]) -> String {
        people.iter().map(|id| self.book.title(*id)).collect::<Vec<_>>().join(", ")
    }

    fn feedback(&self, feedback: &Feedback) -> Vec<String> {
        let csat = feedback.csat.map(said::csat);
        let nps = feedback.nps.map(said::nps);
        let figures: Vec<String> = csat.into_iter().chain(nps).collect();
        let mut words: Vec<String> = feedback.on.map(|day| dates::ago(day, self.today)).into_iter().collect();
        words.push(format!("“{}”", feedback.words));
        words.extend((!figures.is_empty()).then(|| figures.join(", ")));
        words.extend(feedback.contact.0.map(|c| self.book.title(c)));
        words
    }

    fn decided(&self, decision: &Decision) -> Vec<String> {
        let mut words: Vec<String> = decision.on.map(|day| dates::ago(day, self.today)).into_iter().collect();
        words.push(format!("{}: {}", chosen(decision.sort), decision.what));
        words.push(chosen(decision.outcome).into());
        words.extend(decision.by.0.map(|c| self.book.title(c)));
        words
    }

    fn planned(&self, touch: &Interaction, on: NaiveDate) -> Vec<String> {
        let at = touch.at.local().format("%H:%M");
        vec![format!("{} {at}", self.near(on)), chosen(touch.touch).into(), touch.summary.clone()]
    }

    /// The last day for notice, and what happens without.
    fn notice(
        &self,
        agreement: &Agreement,
        by: NaiveDate,
        renews: Option<Span>,
        end: NaiveDate,
    ) -> Vec<String> {
        let without = match renews {
            Some(span) => said::or_else(&renewed(span)),
            None => said::ends_on(&dates::plain(end, self.today)),
        };
        vec![self.near(by), said::notice(&agreement.title, &without)]
    }

    /// "2 Dec (in 8 d)".
    fn near(&self, day: NaiveDate) -> String {
        format!("{} ({})", dates::plain(day, self.today), dates::relative(day, self.today))
    }

    fn expected(&self, day: NaiveDate) -> String {
        lists::expected(&dates::plain(day, self.today))
    }

    /// "promised 20 Nov, 4 d late".
    fn by(&self, word: fn(&str) -> String, day: NaiveDate) -> String {
        let days = (self.today - day).num_days();
        let late = if days > 0 { said::late(days) } else { String::new() };
        word(&dates::plain(day, self.today)) + &late
    }

    /// "with Nikos Andreou 6 d, nudged 2× (before: us 1 d, Design 3 d)".
    fn held(&self, held: &Held) -> String {
        let name = |holder: &Holder| crate::words::holder(holder, &|id| self.book.title(id));
        let before: Vec<String> = held
            .before
            .iter()
            .map(|(holder, days)| format!("{} {}", name(holder), dates::short_days(*days)))
            .collect();
        let nudged =
            if held.nudges > 0 { format!(", {}", lists::nudged(held.nudges)) } else { String::new() };
        let tail = if before.is_empty() { String::new() } else { said::before(&before.join(", ")) };
        format!("{}{nudged}{tail}", said::with(&name(&held.by), held.days))
    }
}

fn renewed(span: Span) -> String {
    said::renews(&crate::words::value::span(span))
}

/// "#41 New banner"; without a number, the title alone.
fn numbered(no: u32, title: &str) -> String {
    if no == 0 { title.to_owned() } else { format!("#{no} {title}") }
}

//! Days that lie ahead: milestones, notice and end of agreements, birthdays.

use super::{Desk, Fact, Line};
use crate::domain::{
    Agreement, AgreementStatus, Client, Contact, Interaction, Kind, Member, Milestone, Project, Record,
    derive,
};
use chrono::{NaiveDate, NaiveTime};

/// Days ahead in which a birthday is worth a line.
const BIRTHDAYS: i64 = 30;
/// Days ahead from which on the notice date of an agreement is watched.
const NOTICE: i64 = 180;

/// Where a line stands among those of one day: what has a time first, then the rest by name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    At(NaiveTime),
    Named(String),
}

/// A line, its day, and its place among those of that day.
type Dated = (NaiveDate, Place, Line);

/// Every day that is near, the nearest first; what has passed and is still open stands before it.
pub(super) fn dates(desk: &Desk<'_>) -> Vec<Line> {
    let mut found: Vec<Dated> = desk.milestones();
    if desk.of.kind == Kind::Client {
        let agreements = desk.book.backlinks(desk.of, Kind::Agreement).filter_map(Agreement::of);
        found.extend(agreements.filter_map(|a| desk.agreement(a)));
    }
    found.extend(desk.birthdays());
    found.extend(desk.planned());
    found.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    found.into_iter().map(|(.., line)| line).collect()
}

impl Desk<'_> {
    /// Touches that are planned, with their time.
    fn planned(&self) -> Vec<Dated> {
        let touches = derive::timeline(self.book, self.of).into_iter().filter_map(Interaction::of);
        let planned = touches.filter(|i| i.is_planned(self.now));
        let line = |i: &Interaction| {
            let day = i.at.day_beside(self.now);
            let line = Line::of(Fact::Planned(i.id, day), i.at.utc_ms <= self.now.utc_ms);
            (day, Place::At(i.at.local().time()), line)
        };
        planned.map(line).collect()
    }

    fn milestones(&self) -> Vec<Dated> {
        let projects: Vec<&Project> = match self.book.get(self.of) {
            Some(Record::Project(p)) => vec![p],
            Some(Record::Client(Client { id, .. })) => {
                self.book.backlinks(*id, Kind::Project).filter_map(Project::of).collect()
            }
            _ => vec![],
        };
        let mut out = vec![];
        for project in projects.into_iter().filter(|p| p.status.is_open()) {
            let open = self.book.backlinks(project.id, Kind::Milestone).filter_map(Milestone::of);
            for milestone in open.filter(|m| m.done_on.is_none()) {
                let Some(on) = milestone.promised.or(milestone.expected) else { continue };
                let of = Some(project.id).filter(|_| self.of.kind == Kind::Client);
                let expected = milestone.expected.filter(|e| *e > on);
                let fact = Fact::Milestone { id: milestone.id, on, of, expected };
                let line = Line::of(fact, on < self.today || expected.is_some());
                out.push((on, Place::Named(milestone.name.clone()), line));
            }
        }
        out
    }

    /// The day on which notice can be given at the latest, and what happens without; else the end.
    fn agreement(&self, agreement: &Agreement) -> Option<Dated> {
        let agreement = &*derive::agreements::running(agreement, self.today);
        let running = matches!(agreement.state(), AgreementStatus::Active | AgreementStatus::NoticeGiven);
        let end = agreement.end.filter(|e| running && *e >= self.today)?;
        let near = |day: NaiveDate| (day - self.today).num_days() <= NOTICE;
        let notice = agreement.notice_date().filter(|d| {
            agreement.state() == AgreementStatus::Active
                && agreement.notice.is_some()
                && *d >= self.today
                && *d != end
        });
        let (id, place) = (agreement.id, Place::Named(agreement.title.clone()));
        if let Some(by) = notice.filter(|d| near(*d)) {
            let fact = Fact::Notice { id, by, renews: agreement.renews_for, end };
            return Some((by, place, Line::plain(fact)));
        }
        let renews = agreement.renews_for.filter(|_| agreement.state() == AgreementStatus::Active);
        near(end).then(|| (end, place, Line::plain(Fact::TermEnds(id, end, renews))))
    }

    fn birthdays(&self) -> Vec<Dated> {
        let people: Vec<&Contact> = if self.of.kind == Kind::Client {
            derive::people_of(self.book, self.of)
        } else {
            let members = self.book.backlinks(self.of, Kind::Member).filter_map(Member::of);
            members.filter_map(|m| m.contact.0.and_then(|c| self.book.contact(c))).collect()
        };
        let near = |c: &Contact| {
            let day = c.birthday?.next(self.today);
            let is_near = (day - self.today).num_days() <= BIRTHDAYS;
            is_near.then(|| (day, Place::Named(c.shown_name()), Line::plain(Fact::Birthday(c.id, day))))
        };
        people.into_iter().filter_map(near).collect()
    }
}

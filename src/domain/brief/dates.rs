//! Days that lie ahead: milestones, notice and end of agreements, birthdays.

use super::{Desk, Line};
use crate::domain::{
    Agreement, AgreementStatus, Client, Contact, Interaction, Kind, Member, Milestone, Project, Record,
    derive, when,
};
use chrono::NaiveDate;

/// Days ahead in which a birthday is worth a line.
const BIRTHDAYS: i64 = 30;
/// Days ahead from which on the notice date of an agreement is watched.
const NOTICE: i64 = 180;

/// Every day that is near, the nearest first; what has passed and is still open stands before it.
pub(super) fn dates(desk: &Desk<'_>) -> Vec<Line> {
    let mut found: Vec<(NaiveDate, Line)> = desk.milestones();
    if desk.of.kind == Kind::Client {
        let agreements = desk.book.backlinks(desk.of, Kind::Agreement).filter_map(Agreement::of);
        found.extend(agreements.filter_map(|a| desk.agreement(a)));
    }
    found.extend(desk.birthdays());
    found.extend(desk.planned());
    found.sort_by(|a, b| (a.0, &a.1.text).cmp(&(b.0, &b.1.text)));
    found.into_iter().map(|(_, line)| line).collect()
}

impl Desk<'_> {
    /// "2 Dec, in 8 d".
    fn day(&self, day: NaiveDate) -> String {
        format!("{} ({})", when::plain(day, self.today), when::relative(day, self.today))
    }

    /// Touches that are planned, with their time.
    fn planned(&self) -> Vec<(NaiveDate, Line)> {
        let touches = derive::timeline(self.book, self.of).into_iter().filter_map(Interaction::of);
        let planned = touches.filter(|i| i.is_planned(self.now));
        let line = |i: &Interaction| {
            let (day, at) = (i.at.day_beside(self.now), i.at.local().format("%H:%M"));
            let text = format!("{} {at} · {} · {}", self.day(day), i.touch.label(), i.summary);
            (day, Line::of(text, i.at.utc_ms <= self.now.utc_ms))
        };
        planned.map(line).collect()
    }

    fn milestones(&self) -> Vec<(NaiveDate, Line)> {
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
                let Some(day) = milestone.promised.or(milestone.expected) else { continue };
                let mut text = format!("{} · {}", self.day(day), milestone.name);
                if self.of.kind == Kind::Client {
                    text = format!("{text} · {}", project.name);
                }
                let slips = milestone.expected.filter(|e| *e > day);
                if let Some(expected) = slips {
                    text = format!("{text} · expected {}", when::plain(expected, self.today));
                }
                out.push((day, Line::of(text, day < self.today || slips.is_some())));
            }
        }
        out
    }

    /// The day on which notice can be given at the latest, and what happens without; else the end.
    fn agreement(&self, agreement: &Agreement) -> Option<(NaiveDate, Line)> {
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
        if let Some(day) = notice.filter(|d| near(*d)) {
            let without = match agreement.renews_for {
                Some(span) => format!("else it renews itself for {}", span.words()),
                None => format!("ends {}", when::plain(end, self.today)),
            };
            return Some((
                day,
                Line::plain(format!("{} · notice for {}, {without}", self.day(day), agreement.title)),
            ));
        }
        let what = match agreement.renews_for.filter(|_| agreement.state() == AgreementStatus::Active) {
            Some(span) => format!("renews itself for {}", span.words()),
            None => "ends".to_owned(),
        };
        near(end).then(|| (end, Line::plain(format!("{} · {} {what}", self.day(end), agreement.title))))
    }

    fn birthdays(&self) -> Vec<(NaiveDate, Line)> {
        let people: Vec<&Contact> = if self.of.kind == Kind::Client {
            derive::people_of(self.book, self.of)
        } else {
            let members = self.book.backlinks(self.of, Kind::Member).filter_map(Member::of);
            members.filter_map(|m| m.contact.0.and_then(|c| self.book.contact(c))).collect()
        };
        let near = |c: &Contact| {
            let day = c.birthday?.next(self.today);
            let is_near = (day - self.today).num_days() <= BIRTHDAYS;
            is_near.then(|| (day, Line::plain(format!("{} · birthday of {}", self.day(day), c.shown_name()))))
        };
        people.into_iter().filter_map(near).collect()
    }
}

//! Today a second time, written from `docs/today.md` and the manual alone: which rows there are, why, in which section and
//! in which order; over two sample books on days that are hard on dates, and over books in which anything stands.

use crate::holders::{agreed, asked, held, is_away, rests, usual};
use crate::laws::{any_book, any_moment, cases};
use crate::naive::{all, apart, each, last_touch, notice, term};
use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use syndeo::domain::derive::today::{Reason, Section, snoozed, today};
use syndeo::domain::{
    Agreement, AgreementStatus, Book, Client, ClientId, ClientStatus, Contact, ContactId, Decision, Holder,
    Interaction, Kind, Milestone, Moment, Obligation, Priority, Project, ProjectStatus, PromisedDay, Record,
    Ref, Request, RequestStatus, Side, Task, Tier, Touch, TouchState, Value,
};

/// One reason that speaks for a record, with what it is worth and the day it turns on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    reason: Reason,
    section: Section,
    score: i64,
    date: Option<NaiveDate>,
}

/// The table of the document, by points: the reason, its points and its section.
const TABLE: [(Reason, i64, Section); 21] = [
    (Reason::PromiseOverdue, 500, Section::Broken),
    (Reason::Planned, 420, Section::Mine),
    (Reason::NotTold, 400, Section::Tell),
    (Reason::MoveNotTold, 390, Section::Tell),
    (Reason::DeclinedNotTold, 385, Section::Tell),
    (Reason::PromiseAtRisk, 380, Section::AtRisk),
    (Reason::WantedBy, 370, Section::AtRisk),
    (Reason::NoticeNear, 360, Section::Agreements),
    (Reason::ObligationDue, 340, Section::Agreements),
    (Reason::AbsenceHits, 330, Section::AtRisk),
    (Reason::FollowUpDue, 320, Section::Mine),
    (Reason::WithUs, 310, Section::Waits),
    (Reason::DayMissed, 305, Section::Waits),
    (Reason::WaitTooLong, 300, Section::Waits),
    (Reason::TaskDue, 290, Section::Waits),
    (Reason::CadenceLate, 280, Section::Silence),
    (Reason::ReportOwed, 260, Section::Mine),
    (Reason::NotDecided, 240, Section::Waits),
    (Reason::NoNextStep, 220, Section::Rest),
    (Reason::NoTier, 200, Section::Rest),
    (Reason::Birthday, 180, Section::Mine),
];

/// What a record is to the one who looks at the list.
#[derive(Clone, Copy, Default)]
struct Worth {
    client: Option<ClientId>,
    priority: Priority,
}

struct Naive<'a> {
    book: &'a Book,
    now: Moment,
    day: NaiveDate,
    said: BTreeMap<Ref, Vec<Said>>,
}

impl Naive<'_> {
    fn say(&mut self, id: Ref, worth: Worth, reason: Reason, late: i64, date: Option<NaiveDate>) {
        self.say_more(id, worth, reason, late, date, 0);
    }

    fn say_more(
        &mut self,
        id: Ref,
        worth: Worth,
        reason: Reason,
        late: i64,
        date: Option<NaiveDate>,
        more: i64,
    ) {
        let (_, points, section) = TABLE.iter().find(|row| row.0 == reason).copied().unwrap();
        let tier = match worth.client.and_then(|c| self.book.client(c)).map(|c| c.tier) {
            Some(Tier::A) => 40,
            Some(Tier::B) => 20,
            _ => 0,
        };
        let priority = match worth.priority {
            Priority::Urgent => 60,
            Priority::High => 30,
            Priority::Normal => 0,
            Priority::Low => -30,
        };
        let time = if late > 0 { 3 * late.min(30) } else { -3 * (-late).min(60) };
        let ahead = late < 0 && (reason == Reason::Planned || reason == Reason::Birthday);
        let section = if ahead { Section::Rest } else { section };
        let said = Said { reason, section, score: points + time + tier + priority + more, date };
        self.said.entry(id).or_default().push(said);
    }

    fn late(&self, date: NaiveDate) -> i64 {
        apart(date, self.day)
    }

    /// "The promised day is past", "expected after the promised day, or a quarter or less of the time is left"; a move
    /// that the client does not know of.
    fn promise(
        &mut self,
        id: Ref,
        worth: Worth,
        from: NaiveDate,
        (promised, expected): (Option<NaiveDate>, Option<NaiveDate>),
        days: &[PromisedDay],
    ) {
        if let Some(promised) = promised {
            let (all, left) = (apart(from, promised), apart(self.day, promised));
            if left < 0 {
                self.say(id, worth, Reason::PromiseOverdue, -left, Some(promised));
            } else if expected.is_some_and(|e| e > promised) || (all > 0 && 4 * left <= all) {
                self.say(id, worth, Reason::PromiseAtRisk, -left, Some(promised));
            }
        }
        if let [_, .., last] = days
            && last.told.is_none()
        {
            let on = last.since.date();
            self.say(id, worth, Reason::MoveNotTold, self.late(on), Some(on));
        }
    }

    fn requests(&mut self) {
        for it in all(self.book, Kind::Request, Request::of) {
            let record = Record::Request(it.clone());
            let (id, worth) = (it.id.into(), self.worth(&record));
            match it.status {
                RequestStatus::Told => {}
                RequestStatus::Declined => {
                    if let Some(on) = it.done_on.filter(|_| it.told_on.is_none())
                        && (0..=60).contains(&self.late(on))
                    {
                        self.say(id, worth, Reason::DeclinedNotTold, self.late(on), Some(on));
                    }
                }
                RequestStatus::Done => {
                    let late = it.done_on.map_or(0, |d| self.late(d));
                    self.say(id, worth, Reason::NotTold, late, it.done_on);
                }
                RequestStatus::Asked | RequestStatus::Routed | RequestStatus::Promised => {
                    let from = it.received.unwrap_or(it.head.created.date());
                    self.promise(id, worth, from, (it.promised, it.expected), &it.promises);
                    self.unpromised(it, worth);
                }
            }
        }
    }

    fn unpromised(&mut self, it: &Request, worth: Worth) {
        if it.promised.is_some() {
            return;
        }
        if let Some(wanted) = it.wanted_by {
            if self.late(wanted) >= -14 {
                self.say(it.id.into(), worth, Reason::WantedBy, self.late(wanted), Some(wanted));
            }
            return;
        }
        let record = Record::Request(it.clone());
        let Some((Holder::Us, since)) = held(&record) else { return };
        let days = self.late(since);
        if days >= 5 && it.expected.is_none_or(|d| d < self.day) {
            self.say(it.id.into(), worth, Reason::WithUs, days - 5, None);
        }
    }

    fn projects(&mut self) {
        let milestones = all(self.book, Kind::Milestone, Milestone::of);
        let tasks = all(self.book, Kind::Task, Task::of);
        for it in all(self.book, Kind::Project, Project::of) {
            if !matches!(it.status, ProjectStatus::Active | ProjectStatus::Planned) {
                continue;
            }
            let worth = Worth { client: it.client.0, priority: it.priority };
            let from = it.start.unwrap_or(it.head.created.date());
            let own: Vec<&&Milestone> =
                milestones.iter().filter(|m| m.project.0 == Some(it.id) && m.done_on.is_none()).collect();
            for m in &own {
                self.promise(m.id.into(), worth, from, (m.promised, m.expected), &m.promises);
            }
            if !own.iter().any(|m| m.promised.is_some() && m.promised == it.promised) {
                self.promise(it.id.into(), worth, from, (it.promised, it.expected), &it.promises);
            }
            let work = tasks
                .iter()
                .any(|t| t.project.0 == Some(it.id) && held(&Record::Task((*t).clone())).is_some());
            let ahead = own.iter().any(|m| m.expected.or(m.promised).is_some_and(|d| d >= self.day));
            if it.status == ProjectStatus::Active && !work && !ahead {
                self.say(it.id.into(), worth, Reason::NoNextStep, 0, None);
            }
        }
    }

    fn agreements(&mut self) {
        let every = all(self.book, Kind::Agreement, Agreement::of);
        let draft = |a: &Agreement| a.status == AgreementStatus::Draft && a.signed.is_none();
        for it in &every {
            let (id, worth) = (it.id.into(), Worth { client: it.client.0, ..Worth::default() });
            let goes_on = every.iter().any(|a| a.follows.0 == Some(it.id) && !draft(a));
            let active = it.status == AgreementStatus::Active
                || it.status == AgreementStatus::Draft && it.signed.is_some();
            if draft(it)
                && let Some(start) = it.start.filter(|s| self.late(*s) >= -60 && it.seen != Some(*s))
            {
                self.say(id, worth, Reason::NoticeNear, self.late(start), Some(start));
            }
            if !active || goes_on {
                continue;
            }
            let Some((_, end)) = term(it, self.day) else { continue };
            let last = notice(it, self.day).unwrap();
            let over = end < self.day;
            // What is past its notice day and renews itself asks for nothing, nor does what is far off.
            let more = match apart(self.day, last) {
                _ if over => 60,
                0..=30 => 60,
                31..=60 => 30,
                61..=90 => 0,
                91..=180 => -120,
                _ => continue,
            };
            let date = if over { end } else { last };
            if it.seen != Some(date) {
                self.say_more(id, worth, Reason::NoticeNear, 0, Some(date), more);
            }
        }
        for it in all(self.book, Kind::Obligation, Obligation::of).into_iter().filter(|o| o.done_on.is_none())
        {
            let agreement = it.agreement.0.and_then(|a| self.book.agreement(a));
            let Some((due, agreement)) = it.due.zip(agreement) else { continue };
            let ahead = if it.side == Side::Us { 7 } else { 0 };
            let holds = !draft(agreement) && agreement.status != AgreementStatus::Ended;
            if self.late(due) >= -ahead && holds {
                let worth = Worth { client: agreement.client.0, ..Worth::default() };
                self.say(it.id.into(), worth, Reason::ObligationDue, self.late(due), Some(due));
            }
        }
    }

    /// Whose it is: the client it names; else that of its project, its request, its milestone; else that of its people.
    fn worth(&self, record: &Record) -> Worth {
        let of_project = |id: Option<syndeo::domain::ProjectId>| self.book.project(id?)?.client.0;
        let of_person = |id: Option<ContactId>| self.book.contact(id?)?.client.0;
        let of_request = |id: Option<syndeo::domain::RequestId>| {
            let request = self.book.request(id?)?;
            request.client.0.or(of_project(request.project.0))
        };
        let of_milestone = |id: Option<syndeo::domain::MilestoneId>| {
            of_project(self.book.get(id?).and_then(Milestone::of)?.project.0)
        };
        match record {
            Record::Request(it) => {
                let people = of_person(it.asked_by.0).or(of_person(it.contact.0));
                Worth { client: it.client.0.or(of_project(it.project.0)).or(people), priority: it.priority }
            }
            Record::Task(it) => {
                let work =
                    of_project(it.project.0).or(of_request(it.request.0)).or(of_milestone(it.milestone.0));
                let client = it.client.0.or(work).or(of_person(it.assignee.0));
                Worth { client, priority: it.priority }
            }
            Record::Decision(it) => {
                let work = of_project(it.project.0).or(of_request(it.request.0));
                Worth { client: it.client.0.or(work).or(of_person(it.by.0)), ..Worth::default() }
            }
            Record::Interaction(it) => {
                let projects = it.projects.0.iter().find_map(|p| of_project(Some(*p)));
                let requests = it.requests.0.iter().find_map(|r| of_request(Some(*r)));
                let people = it.people.0.iter().find_map(|p| of_person(Some(*p)));
                let client = it.clients.0.first().copied().or(projects).or(requests).or(people);
                Worth { client, ..Worth::default() }
            }
            _ => Worth::default(),
        }
    }

    fn work(&mut self) {
        let (book, day) = (self.book, self.day);
        let people = all(book, Kind::Contact, Contact::of);
        let mut known: BTreeMap<String, Option<(i64, usize)>> = BTreeMap::new();
        let kinds = [Kind::Request, Kind::Task, Kind::Decision];
        for record in kinds.into_iter().flat_map(|kind| book.all(kind)) {
            let (id, worth) = (record.id(), self.worth(record));
            let due = match record {
                Record::Request(r) if r.status != RequestStatus::Done => r.expected.or(r.promised),
                Record::Task(t) if !rests(book, t.project.0) => t.due,
                _ => None,
            };
            let holder = held(record).map(|h| h.0);
            if let (Record::Task(_), Some(holder), Some(due)) = (record, &holder, due)
                && due <= day
            {
                let reason = if *holder == Holder::Us { Reason::FollowUpDue } else { Reason::TaskDue };
                self.say(id, worth, reason, self.late(due), Some(due));
            }
            let hands: Vec<ContactId> = match holder {
                Some(Holder::Person(who)) => vec![who],
                Some(Holder::Client(of)) => {
                    people.iter().filter(|c| c.client.0 == Some(of)).map(|c| c.id).collect()
                }
                Some(Holder::Department(of)) => {
                    people.iter().filter(|c| c.department.0 == Some(of)).map(|c| c.id).collect()
                }
                _ => vec![],
            };
            if let Some(due) = due
                && !hands.is_empty()
                && hands.iter().all(|who| is_away(book, *who, due, day))
            {
                self.say(id, worth, Reason::AbsenceHits, self.late(due), Some(due));
            }
            let Some((holder, from)) = asked(book, record, day) else { continue };
            let usual = *known.entry(format!("{holder:?}")).or_insert_with(|| usual(book, &holder));
            let over = apart(from, day).max(0) - usual.map_or(7, |u| u.0);
            let agreed = agreed(book, record, &holder);
            if let Some(missed) = agreed.filter(|d| *d < day && record.kind() != Kind::Task) {
                self.say(id, worth, Reason::DayMissed, self.late(missed), Some(missed));
            }
            if over > 0 {
                let late = agreed.filter(|d| *d >= day).map_or(over, |d| self.late(d));
                self.say(id, worth, Reason::WaitTooLong, late, Some(from));
            } else if Decision::of(record).is_some() {
                self.say(id, worth, Reason::NotDecided, self.late(from), Some(from));
            }
        }
    }

    fn touches(&mut self) {
        for it in all(self.book, Kind::Interaction, Interaction::of) {
            let record = Record::Interaction(it.clone());
            let (id, worth) = (it.id.into(), self.worth(&record));
            let ahead = it.at.utc_ms > self.now.utc_ms;
            let planned = it.state == TouchState::Planned || it.state == TouchState::Held && ahead;
            let day = it.at.date();
            let day = if ahead { day.max(self.day) } else { day.min(self.day) };
            if planned && self.late(day) >= -7 {
                self.say(id, worth, Reason::Planned, self.late(day), Some(day));
            }
            let hours = (self.now.utc_ms - it.at.utc_ms).div_euclid(3_600_000);
            let within = self.now.utc_ms - it.at.utc_ms <= 30 * 86_400_000;
            let meeting = matches!(it.touch, Touch::Meeting | Touch::Visit) && it.report_sent.is_none();
            let held = it.state == TouchState::Held && !ahead;
            // With a client: one that is named, one of the people who took part, or that of a project.
            let of_person = |p: &ContactId| self.book.contact(*p)?.client.0;
            let people = it.people.0.iter().find_map(of_person);
            let of_project = |p: &syndeo::domain::ProjectId| self.book.project(*p)?.client.0;
            let client =
                it.clients.0.first().copied().or(people).or(it.projects.0.iter().find_map(of_project));
            let worth = Worth { client, ..worth };
            if held && meeting && hours >= 24 && within && client.is_some() {
                self.say(id, worth, Reason::ReportOwed, (hours - 24) / 24, Some(day));
            }
        }
    }

    /// Days of silence after which somebody should hear from us, and at the latest.
    fn limits(tier: Tier, own: [(Option<i64>, Option<i64>); 2]) -> (i64, i64) {
        let mut limits = match tier {
            Tier::A => (14, 21),
            Tier::B | Tier::Unsorted => (30, 45),
            Tier::C => (60, 90),
        };
        for own in own {
            limits = match own {
                (None, None) => limits,
                (Some(soft), None) => (soft, limits.1.max(soft)),
                (None, Some(hard)) => (limits.0.min(hard), hard),
                (Some(soft), Some(hard)) => (soft, hard.max(soft)),
            };
        }
        limits
    }

    fn silent(&mut self, id: Ref, client: ClientId, from: NaiveDate, (soft, hard): (i64, i64)) {
        let from = from.min(self.day);
        if apart(from, self.day) >= soft {
            let latest = from + Days::new(hard.unsigned_abs());
            let worth = Worth { client: Some(client), ..Worth::default() };
            self.say(id, worth, Reason::CadenceLate, self.late(latest), Some(latest));
        }
    }

    fn silence(&mut self) {
        let tended = |c: &Client| matches!(c.status, ClientStatus::Active | ClientStatus::Prospective);
        let mut unsorted = vec![];
        for it in all(self.book, Kind::Client, Client::of).into_iter().filter(|c| tended(c)) {
            let none = it.tier == Tier::Unsorted && it.cadence_soft.or(it.cadence_hard).is_none();
            if none {
                unsorted.push(it.id);
            }
            let last = last_touch(self.book, it, self.now).map(Moment::date).max(it.contacted);
            let known = it.head.created.date().max(it.imported.unwrap_or(NaiveDate::MIN));
            if none && last_touch(self.book, it, self.now).is_none() {
                continue;
            }
            let own = [(it.cadence_soft, it.cadence_hard), (None, None)];
            self.silent(it.id.into(), it.id, last.unwrap_or(known), Self::limits(it.tier, own));
        }
        if let Some(first) = unsorted.first() {
            self.say((*first).into(), Worth::default(), Reason::NoTier, 0, None);
        }
        for it in all(self.book, Kind::Contact, Contact::of) {
            let Some(client) = it.client.0.and_then(|c| self.book.client(c)).filter(|c| tended(c)) else {
                continue;
            };
            if it.cadence_soft.or(it.cadence_hard).is_none() {
                continue;
            }
            let touches = all(self.book, Kind::Interaction, Interaction::of).into_iter();
            let with = touches.filter(|t| {
                t.people.0.contains(&it.id)
                    && t.touch != Touch::Note
                    && t.state == TouchState::Held
                    && t.at.utc_ms <= self.now.utc_ms
            });
            let last = with.map(|t| t.at).max_by_key(|at| at.utc_ms).map(Moment::date).max(it.contacted);
            let own = [(client.cadence_soft, client.cadence_hard), (it.cadence_soft, it.cadence_hard)];
            let limits = Self::limits(client.tier, own);
            self.silent(it.id.into(), client.id, last.unwrap_or(it.head.created.date()), limits);
        }
    }

    fn birthdays(&mut self) {
        for it in all(self.book, Kind::Contact, Contact::of) {
            let Some((born, client)) = it.birthday.zip(it.client.0) else { continue };
            let active = self.book.client(client).is_some_and(|c| c.status == ClientStatus::Active);
            // The 29th of February is kept on the 28th in other years.
            let on = |day: NaiveDate| {
                let leap = day.succ_opt().unwrap().day() == 1 && day.month() == 2 && day.day() == 28;
                let own = (day.month(), day.day()) == (born.month.into(), born.day.into());
                own || leap && (born.month, born.day) == (2, 29)
            };
            let next = (0..=7).map(|n| self.day + Days::new(n)).find(|day| on(*day));
            if let Some(day) = next.filter(|day| active && it.seen != Some(*day)) {
                let worth = Worth { client: Some(client), ..Worth::default() };
                self.say(it.id.into(), worth, Reason::Birthday, self.late(day), Some(day));
            }
        }
    }
}

/// Number, then kind and id: what decides between rows of the same urgency and day.
type Line = (Ref, Reason, Section, i64, BTreeSet<Reason>);

fn naive(book: &Book, now: Moment) -> (Vec<Line>, BTreeSet<Ref>) {
    let mut it = Naive { book, now, day: now.date(), said: BTreeMap::new() };
    it.requests();
    it.projects();
    it.agreements();
    it.work();
    it.touches();
    it.silence();
    it.birthdays();
    let mut rows = vec![];
    let mut away = BTreeSet::new();
    for (id, mut said) in it.said {
        // The first of its sections, and there what weighs most; of equals what has a day, the earlier one, first.
        said.sort_by_key(|s| (s.section, -s.score, s.date.is_none(), s.date, s.reason));
        let (first, also) = said.split_first().unwrap();
        let put_off = book.get(id).and_then(Record::snoozed_until);
        let for_all = first.reason == Reason::NoTier;
        let unsorted = || {
            all(book, Kind::Client, Client::of).into_iter().filter(|c| {
                let none = c.tier == Tier::Unsorted && c.cadence_soft.or(c.cadence_hard).is_none();
                none && matches!(c.status, ClientStatus::Active | ClientStatus::Prospective)
            })
        };
        let put_off = if for_all { unsorted().filter_map(|c| c.snoozed).max() } else { put_off };
        if put_off.is_some_and(|day| day > now.date()) {
            away.insert(id);
            continue;
        }
        let number = book.get(id).and_then(Record::number).unwrap_or(0);
        let key = (first.section, -first.score, first.date.is_none(), first.date, number, id, first.reason);
        let reasons = also.iter().map(|s| s.reason).collect();
        rows.push((key, (id, first.reason, first.section, first.score, reasons)));
    }
    rows.sort_by_key(|row| row.0);
    (rows.into_iter().map(|(_, line)| line).collect(), away)
}

fn found(book: &Book, now: Moment) -> (Vec<Line>, BTreeSet<Ref>) {
    let lines = today(book, now)
        .into_iter()
        .map(|row| (row.target, row.reason, row.section, row.score, row.also.into_iter().collect()));
    (lines.collect(), snoozed(book, now).into_iter().map(|row| row.target).collect())
}

#[test]
fn today_is_what_the_document_says() {
    let mut met: BTreeMap<Reason, usize> = BTreeMap::new();
    each(|book, now| {
        let (wanted, got) = (naive(book, now), found(book, now));
        for (wanted, got) in wanted.0.iter().zip(&got.0) {
            let title = |line: &Line| book.title(line.0);
            assert_eq!(wanted, got, "{} or {} on {}", title(wanted), title(got), now.date());
        }
        assert_eq!(wanted.0.len(), got.0.len(), "on {}", now.date());
        for line in &wanted.0 {
            for reason in line.4.iter().chain([&line.1]) {
                *met.entry(*reason).or_default() += 1;
            }
        }
    });
    assert!(met.len() >= 15, "{met:?}");
}

/// What a person could have written down: days and moments of these years, numbers of days that are some.
fn tame(book: &Book) -> Book {
    let years = 2023..=2031;
    let usual = Moment::from_rfc3339("2026-03-05T09:00:00+02:00").unwrap();
    let near = |at: Moment| years.contains(&at.date().year()) && at.offset_min.unsigned_abs() <= 840;
    let records = book.everything().map(|record| {
        let mut record = record.clone();
        for field in record.fields() {
            let value = match field.read(&record) {
                Value::Date(day) if !years.contains(&day.year()) => Value::Empty,
                Value::Whole(days) if !(0..=400).contains(&days) => Value::Empty,
                Value::Span(span) if !(1..=60).contains(&span.count) => Value::Empty,
                Value::Moment(at) if !near(at) => Value::Moment(usual),
                // Who is to decide stands in a field; its hands keep the reminders alone.
                Value::Hands(_) if Decision::of(&record).is_some() => Value::Empty,
                Value::Hands(mut hands) => {
                    hands.retain(|hand| near(hand.since));
                    hands.sort_by_key(|hand| hand.since.utc_ms);
                    Value::Hands(hands)
                }
                value => value,
            };
            let _ = field.write(&mut record, value);
        }
        record
    });
    Book::of(records.map(|mut record| {
        // Nobody works for a client and in a department.
        if let Record::Contact(contact) = &mut record
            && contact.client.0.is_some()
        {
            contact.department.0 = None;
        }
        if !near(record.head().created) {
            record.head_mut().created = usual;
        }
        record
    }))
}

proptest! {
    #![proptest_config(cases(300))]

    /// The same over books in which anything stands, what was put off and seen among it.
    #[test]
    fn today_of_any_book_is_what_the_document_says(book in any_book(), now in any_moment()) {
        let near = (2023..=2031).contains(&now.date().year()) && now.offset_min.unsigned_abs() <= 840;
        let now = if near { now } else { Moment { utc_ms: 1_790_000_000_000, offset_min: 120 } };
        let book = tame(&book);
        let (wanted, got) = (naive(&book, now), found(&book, now));
        prop_assert_eq!(wanted.0, got.0);
        prop_assert_eq!(wanted.1, got.1);
    }
}

//! What is told of one client: how a period went with it, and what somebody who stands in must know.

use super::items::{
    Agreement, Count, Duty, Health, HealthPart, HealthPoint, Member, Month, Project, Promise, Share,
};
use super::pages::{Handover, Review};
use super::shape::Day;
use super::teller::{Teller, name, side};
use crate::domain::derive;
use crate::domain::derive::agreements::{as_it_stands, open_obligations, running, standing};
use crate::domain::derive::hands;
use crate::domain::derive::health::{self, Finding};
use crate::domain::{
    self, AgreementStatus, Book, Client, ClientId, Kind, Outcome, Record, Ref, Side, Touch, choice_code,
};
use chrono::{Datelike, Months, NaiveDate};
use std::collections::BTreeMap;

/// How many months of health are told.
const MONTHS: u32 = 12;

/// How a period went with a client.
pub(super) fn review(teller: &Teller<'_>, record: &Record) -> Option<Review> {
    let client = Client::of(record)?;
    let of = Some(record.id());
    let within = |day| teller.is_in(day);
    let promises = due(teller.promises(of), teller.from, teller.to);
    Some(Review {
        today: Day(teller.today),
        internal: teller.internal,
        from: Day(teller.from),
        to: Day(teller.to),
        client: client.name.clone(),
        goals: teller.text(&client.goals),
        asked: teller.wishes(of, |r| within(r.received), |r| r.received),
        done: teller.wishes(of, |r| within(r.done_on.or(r.told_on)), |r| r.done_on.or(r.told_on)),
        open: teller.open_wishes(of),
        kept: count(&promises, "kept"),
        broken: count(&promises, "broken"),
        months: by_month(&promises, teller.from, teller.to),
        promises,
        shares: shares(teller, client.id),
        with_client: teller.waits(of).into_iter().filter(|wait| wait.side == "client").collect(),
        feedback: teller.voices(of),
        decisions: teller.decisions(of, |d| d.outcome == Outcome::Open || within(d.on)),
        milestones: teller.milestones(of, |m| within(m.done_on) || m.done_on.is_none()),
        projects: projects(teller, of, |p| p.status.is_open() || within(p.done_on)),
        agreements: agreements(teller, record.id()),
        touches: touches(teller, record.id()),
        health: health(teller, client.id),
    })
}

/// Everything that somebody who stands in must know of a client.
pub(super) fn handover(teller: &Teller<'_>, record: &Record) -> Option<Handover> {
    let client = Client::of(record)?;
    let of = Some(record.id());
    let open = |promise: &Promise| promise.done.is_none() && matches!(promise.standing, "open" | "broken");
    let people: Vec<_> = derive::people_of(teller.book, client.id).into_iter().map(|c| c.id).collect();
    let projects = projects(teller, of, |p| p.status.is_open());
    Some(Handover {
        today: Day(teller.today),
        internal: true,
        from: Day(teller.from),
        to: Day(teller.to),
        client: client.name.clone(),
        tier: name(client.tier),
        never_say: client.never_say.trim().to_owned(),
        goals: client.goals.trim().to_owned(),
        notes: client.notes.trim().to_owned(),
        people: teller.people(&people),
        promises: teller.promises(of).into_iter().filter(open).collect(),
        wishes: teller.open_wishes(of),
        waits: teller.waits(of),
        tasks: derive::open_tasks(teller.book, record.id()).into_iter().map(|t| teller.task(t)).collect(),
        decisions: teller.decisions(of, |d| d.outcome == Outcome::Open),
        milestones: teller.milestones(of, |m| m.done_on.is_none()),
        agreements: agreements(teller, record.id()),
        touches: teller
            .touches(of, |touch| touch.took_place(teller.now) && teller.is_in(Some(touch.at.date()))),
        planned: teller.planned(of, None),
        feedback: teller.voices(of),
        away: teller.away(|who| on_team(teller.book, record.id(), who)),
        projects,
        links: client.links.clone(),
        health: health(teller, client.id),
    })
}

fn on_team(book: &Book, client: Ref, who: domain::ContactId) -> bool {
    let mut projects = book.backlinks(client, Kind::Project);
    projects.any(|p| {
        let mut team = book.backlinks(p.id(), Kind::Member).filter_map(domain::Member::of);
        team.any(|member| member.contact.0 == Some(who))
    })
}

/// Promises whose first day lies between two days.
pub(super) fn due(promises: Vec<Promise>, from: NaiveDate, to: NaiveDate) -> Vec<Promise> {
    promises.into_iter().filter(|promise| from <= promise.first.0 && promise.first.0 <= to).collect()
}

/// How many promises stand so.
pub(super) fn count(promises: &[Promise], standing: &str) -> usize {
    promises.iter().filter(|promise| promise.standing == standing).count()
}

/// Every month from one day to another, with the promises that came due in it; at most two years of them.
fn by_month(promises: &[Promise], from: NaiveDate, to: NaiveDate) -> Vec<Month> {
    let first = |day: NaiveDate| day.with_day(1).unwrap_or(day);
    let months = std::iter::successors(Some(first(from)), |month| month.checked_add_months(Months::new(1)));
    let of = |month: NaiveDate, standing| {
        promises.iter().filter(|p| first(p.first.0) == month && p.standing == standing).count()
    };
    let row = |month| Month {
        month: Day(month),
        kept: of(month, "kept"),
        broken: of(month, "broken"),
        open: of(month, "open"),
    };
    months.take_while(|month| *month <= to).take(24).map(row).collect()
}

/// How long each side had the wishes and decisions of a client, within the days of the report.
fn shares(teller: &Teller<'_>, client: ClientId) -> Vec<Share> {
    let held = [Kind::Request, Kind::Decision].map(|kind| teller.about(Some(client.into()), kind)).concat();
    let mut sides: BTreeMap<usize, Share> = BTreeMap::new();
    let order = ["ours", "client", "other"];
    for record in held {
        let hands = hands::hands_of(record);
        let mut days: BTreeMap<usize, i64> = BTreeMap::new();
        for stretch in hands::stretches(&hands, hands::until(record, teller.today)) {
            let (from, to) = (stretch.from.max(teller.from), stretch.to.min(teller.to));
            let name = side(hands::party(teller.book, stretch.holder));
            let at = order.iter().position(|side| *side == name).unwrap_or(order.len() - 1);
            *days.entry(at).or_default() += (to - from).num_days().max(0);
        }
        for (at, days) in days.into_iter().filter(|(_, days)| *days > 0) {
            let empty = Share { side: order[at], days: 0, things: 0, longest: None, longest_days: 0 };
            let share = sides.entry(at).or_insert(empty);
            (share.days, share.things) = (share.days + days, share.things + 1);
            if days > share.longest_days {
                (share.longest, share.longest_days) = (Some(teller.book.title_of(record)), days);
            }
        }
    }
    sides.into_values().collect()
}

/// The projects of a client, or one, or all, for which `is` holds, by name.
pub(super) fn projects(
    teller: &Teller<'_>,
    of: Option<Ref>,
    is: impl Fn(&domain::Project) -> bool,
) -> Vec<Project> {
    let found = match of {
        Some(of) if of.kind == Kind::Project => teller.book.get(of).into_iter().collect(),
        of => teller.about(of, Kind::Project),
    };
    let shown = found.into_iter().filter(|record| teller.shows(record));
    let mut found: Vec<&domain::Project> = shown.filter_map(domain::Project::of).filter(|p| is(p)).collect();
    found.sort_by_key(|p| (domain::text::fold(&p.name), p.id));
    found.into_iter().map(|p| project(teller, p)).collect()
}

fn project(teller: &Teller<'_>, project: &domain::Project) -> Project {
    let (reached, all) = derive::progress(teller.book, project.id);
    let team = teller.book.backlinks(project.id, Kind::Member).filter_map(domain::Member::of);
    let mut team: Vec<&domain::Member> = team.collect();
    team.sort_by_key(|member| (choice_code(member.part), member.id));
    let member = |m: &domain::Member| {
        let name = teller.title(m.contact.0)?;
        Some(Member { name, part: self::name(m.part), duty: teller.text(&m.duty) })
    };
    Project {
        number: project.no,
        name: project.name.clone(),
        status: name(project.status),
        reached,
        all,
        promised: project.promised.map(Day),
        expected: project.expected.map(Day),
        hours: project.effort_budget.filter(|_| teller.internal),
        hours_spent: project.effort_spent.filter(|_| teller.internal),
        brief: teller.text(&project.brief),
        team: team.into_iter().filter_map(member).collect(),
    }
}

/// The agreements of a client that hold, by their end.
fn agreements(teller: &Teller<'_>, client: Ref) -> Vec<Agreement> {
    let found = teller.about(Some(client), Kind::Agreement).into_iter().filter_map(domain::Agreement::of);
    let holds = |a: &&domain::Agreement| {
        let state = as_it_stands(teller.book, a).state();
        matches!(state, AgreementStatus::Active | AgreementStatus::NoticeGiven)
    };
    let mut found: Vec<&domain::Agreement> = found.filter(holds).collect();
    found.sort_by_key(|a| (a.end.is_none(), a.end, a.id));
    found.into_iter().map(|a| agreement(teller, a)).collect()
}

fn agreement(teller: &Teller<'_>, agreement: &domain::Agreement) -> Agreement {
    let runs = running(agreement, teller.today);
    let duty = |o: &domain::Obligation| Duty {
        what: o.what.clone(),
        side: if o.side == Side::Us { "ours" } else { "client" },
        due: o.due.map(Day),
        late: o.due.is_some_and(|due| due < teller.today),
    };
    let duties = open_obligations(teller.book, agreement.id).into_iter();
    let shown = |o: &&domain::Obligation| teller.book.get(o.id).is_some_and(|record| teller.shows(record));
    Agreement {
        title: agreement.title.clone(),
        kind: name(agreement.sort),
        status: name(agreement.state()),
        start: runs.start.map(Day),
        end: runs.end.map(Day),
        notice: standing(teller.book, agreement, teller.today).notice.map(Day),
        renews: agreement.renewal().is_some(),
        value: agreement.value.map(|value| value.to_string()),
        per: name(agreement.per),
        duties: duties.filter(shown).map(duty).collect(),
        file: teller.ours(&agreement.file),
    }
}

/// How often there was a touch of each kind with a client; notes are none.
fn touches(teller: &Teller<'_>, client: Ref) -> Vec<Count> {
    let mut counts: BTreeMap<u8, Count> = BTreeMap::new();
    let held = |t: &domain::Interaction| {
        t.touch != Touch::Note && t.took_place(teller.now) && teller.is_in(Some(t.at.date()))
    };
    let records = derive::timeline(teller.book, client).into_iter().filter(|record| teller.shows(record));
    for touch in records.filter_map(domain::Interaction::of).filter(|touch| held(touch)) {
        let kind = name(touch.touch);
        counts.entry(choice_code(touch.touch)).or_insert(Count { kind, count: 0 }).count += 1;
    }
    counts.into_values().collect()
}

/// How it goes with a client: for us alone.
fn health(teller: &Teller<'_>, client: ClientId) -> Option<Health> {
    let found = health::health(teller.book, client, teller.now).filter(|_| teller.internal)?;
    let course = health::course(teller.book, client, teller.now, MONTHS);
    Some(Health {
        score: found.score,
        trend: found.trend.map(i64::from),
        parts: found.parts.iter().map(part).collect(),
        course: course.into_iter().map(|p| HealthPoint { on: Day(p.on), score: p.score }).collect(),
    })
}

fn part(part: &health::Part) -> HealthPart {
    let whole = |n: usize| i64::try_from(n).ok();
    let (days, count, of, title) = match &part.finding {
        Finding::Freshness(cadence) => (Some(cadence.silent), None, None, None),
        Finding::Promises { kept, all, worst } => {
            (None, whole(*kept), whole(*all), worst.as_ref().map(|worst| worst.title.clone()))
        }
        Finding::Waits { open, longest, title, .. } => {
            (Some(*longest), whole(*open), None, Some(title.clone()))
        }
        Finding::Agreements { title, .. } => (None, None, None, Some(title.clone())),
        Finding::Feedback { answers, .. } => (None, whole(*answers), None, None),
        Finding::Feel { feel, age } => (Some(*age), Some(*feel), None, None),
    };
    HealthPart { part: part.kind.label(), got: part.got, possible: part.possible, days, count, of, title }
}

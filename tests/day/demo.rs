//! Every rule over the sample book, at moments that are hard on dates.

use chrono::NaiveDate;
use std::collections::BTreeSet;
use syndeo::demo;
use syndeo::domain::derive::today::{Group, Reason, Today, today, today_for};
use syndeo::domain::derive::{agreements, cadence, hands, health, last_touch, load, plan, push, waiting};
use syndeo::domain::{Agreement, Book, Department, Kind, Moment, Project, Record, Value};
use syndeo::words;

const NOWS: [&str; 14] = [
    "2026-11-24T10:20:00+02:00",
    "2026-11-28T22:15:00+02:00",
    "2027-01-01T00:05:00+02:00",
    "2028-02-29T08:00:00-05:00",
    "2026-06-14T23:59:00+03:00",
    "2026-03-29T03:30:00+03:00",
    // Every weekday in a row, a month's end, and both changes of daylight saving.
    "2026-11-23T10:20:00+02:00",
    "2026-11-25T10:20:00+02:00",
    "2026-11-26T10:20:00+02:00",
    "2026-11-27T10:20:00+02:00",
    "2026-11-29T10:20:00+02:00",
    "2027-01-31T10:20:00+02:00",
    "2027-03-28T04:00:00+03:00",
    "2027-10-31T03:00:00+02:00",
];

fn books() -> impl Iterator<Item = (Book, Moment, NaiveDate)> {
    NOWS.iter().map(|text| {
        let now = Moment::from_rfc3339(text).unwrap();
        (Book::of(demo::book(now)), now, now.date())
    })
}

#[test]
fn today_is_full_ranked_and_says_why() {
    let mut seen = BTreeSet::new();
    for (book, now, today_is) in books() {
        let rows = today(&book, now);
        assert!((15..200).contains(&rows.len()), "{}", rows.len());
        assert!(rows.windows(2).all(|w| w[0].section < w[1].section || w[0].score >= w[1].score));
        assert!(rows.is_sorted_by_key(|row| row.section));
        let targets: BTreeSet<_> = rows.iter().map(|r| r.target).collect();
        assert_eq!(targets.len(), rows.len(), "everything once");
        for row in &rows {
            let said = words::today::row(&book, row, now.date());
            assert!(!said.is_empty() && !said.contains("gone") && !said.contains('\n'), "{row:?}");
            assert!(book.get(row.target).is_some());
            assert!(row.client.is_some() || row.target.kind == Kind::Task, "{row:?}");
            seen.insert(row.reason);
            seen.extend(row.also.iter().copied());
        }
        assert_eq!(Today::of(&book, now).rows(), rows);
        let apart: usize = Group::ALL.iter().map(|g| today_for(&book, now, &[*g]).len()).sum();
        assert!(apart >= rows.len());
        assert_eq!(today_is, now.date());
    }
    // Every active project of the sample book has a next step; planned touches and wanted days have tests of their own
    // (ahead.rs), since nothing in the sample book is planned yet.
    seen.extend([
        Reason::NoNextStep,
        Reason::Planned,
        Reason::WantedBy,
        Reason::DeclinedNotTold,
        Reason::NoTier,
    ]);
    let missing: Vec<_> = Reason::ALL.iter().filter(|r| !seen.contains(r)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn waits_have_days_and_hands_add_up() {
    for (book, _, today) in books() {
        let waits = waiting::waiting(&book, today);
        assert!(waits.len() > 20);
        assert!(waits.windows(2).all(|w| w[0].from <= w[1].from));
        assert!(waits.iter().all(|w| w.days >= 0 && w.over >= 0 && w.over <= w.days && w.client.is_some()));
        assert!(waits.iter().any(|w| w.over > 0) && waits.iter().any(|w| w.nudges > 0));
        for record in book.all(Kind::Request).chain(book.all(Kind::Task)) {
            let all = hands::hands_of(record);
            let until = hands::until(record, today);
            let sum: i64 = hands::days_by_holder(&all, until).iter().map(|(_, d)| d).sum();
            let begun = all.first().map(|h| h.since.date()).filter(|d| *d <= until);
            assert_eq!(sum, begun.map_or(0, |d| (until - d).num_days()), "{}", record.title());
            assert!(begun.is_none() || words::hands::held(&book, record, today).contains(" with "));
        }
        let times = hands::AnswerTimes::of(&book);
        for department in book.all(Kind::Department).filter_map(Department::of) {
            let answer = times.get(department.id);
            assert!(answer.is_some_and(|a| a.count > 0 && a.days >= 0), "{} {answer:?}", department.name);
        }
    }
}

#[test]
fn every_client_has_its_cadence_and_its_health() {
    for (book, now, today) in books() {
        let touches = cadence::Touches::of(&book, now);
        for record in [Kind::Client, Kind::Contact, Kind::Department].into_iter().flat_map(|k| book.all(k)) {
            assert_eq!(touches.last(record.id()), last_touch(&book, record.id(), now), "{}", record.title());
        }
        let all = cadence::cadences(&book, now);
        assert!(
            all.len() >= 15
                && all.iter().all(|c| c.days >= 0 && c.silent >= 0 && !words::cadence::cadence(c).is_empty())
        );
        let clients: Vec<&Record> = book.all(Kind::Client).collect();
        let scores: Vec<health::Health> = clients
            .iter()
            .filter_map(|c| health::health(&book, syndeo::domain::ClientId(c.id().id), now))
            .collect();
        assert_eq!(scores.len(), 16);
        let at_once: Vec<health::Health> =
            health::healths(&book, now).into_iter().map(|(_, it)| it).collect();
        assert_eq!(at_once, scores);
        for it in &scores {
            assert!(it.score <= 100 && it.parts.len() >= 2);
            assert!(it.parts.iter().all(|p| p.got <= p.possible
                && p.possible > 0
                && !words::health::finding(&p.finding).is_empty()));
        }
        let different: BTreeSet<u8> = scores.iter().map(|h| h.score).collect();
        assert!(
            different.len() > 6 && scores.iter().any(|h| h.trend.is_some_and(|t| t != 0)),
            "{different:?} {today}"
        );
    }
}

#[test]
fn agreements_load_and_plans_are_there() {
    for (book, _, today) in books() {
        let all = agreements::standings(&book, None, today);
        assert!(all.iter().any(|s| s.alert.is_some()) && all.iter().any(|s| s.next.is_some()));
        for agreement in book.all(Kind::Agreement).filter_map(Agreement::of) {
            assert!(
                !words::agreements::lapse(&agreements::lapse(agreement, book.workdays(), today)).is_empty()
            );
            assert!(
                agreements::next_term(agreement)
                    .is_none_or(|(from, to)| Some(from) > agreement.end && to >= from)
            );
        }
        let load = load::load(&book, today, 6);
        assert!(load.len() > 5 && load.iter().any(|l| l.weeks.iter().any(|w| w.hours > 0 && w.tasks > 0)));
        assert!(load.iter().any(|l| l.weeks.iter().any(|w| w.away > 0)));
        for absence in load::away(&book, today) {
            let who = absence.contact.0.unwrap();
            assert_ne!(load::who_instead(&book, who, today), Some(who));
        }
        for project in book.all(Kind::Project).filter_map(Project::of) {
            let plan = plan::plan(&book, project.id);
            assert!(
                plan.steps.len() >= 3 && plan.cycle.is_empty() && !plan.chain.is_empty(),
                "{}",
                project.name
            );
            assert!(
                plan.chain.iter().any(|id| id.kind == Kind::Task),
                "the chain of {} has no task",
                project.name
            );
            let open = plan.steps.iter().find(|s| !s.fixed && s.end.is_some());
            let Some((step, end)) = open.and_then(|s| Some((s, s.end?))) else { continue };
            let mut record = book.get(step.id).unwrap().clone();
            let later = Value::Date(end + chrono::TimeDelta::days(90));
            step.id.kind.due_fields()[0].write(&mut record, later).unwrap();
            let shifts = push::push(&book, &record, &[]);
            assert_eq!(shifts.first().map(|s| s.target), Some(step.id));
            assert!(shifts.iter().flat_map(|s| [s.start, s.end]).flatten().all(|m| Some(m.to) > m.from));
        }
    }
}

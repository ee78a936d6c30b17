//! The heat map of all departments a second time: day by day over the open tasks, from the manual alone.

use crate::made::{Made, at, day};
use chrono::{Datelike, NaiveDate};
use syndeo::demo;
use syndeo::domain::derive::hands::{Party, holder_now, party};
use syndeo::domain::derive::heat::{Heat, Spot, heat};
use syndeo::domain::{
    Absence, Book, Contact, ContactId, DepartmentId, Holder, Kind, Moment, ProjectStatus, Request, Task, Tone,
};
use syndeo::words;

const WEEKS: i64 = 6;

fn monday(day: NaiveDate) -> NaiveDate {
    (0..7).map(|n| day - chrono::Duration::days(n)).find(|d| d.weekday() == chrono::Weekday::Mon).unwrap()
}

fn is_away(book: &Book, who: ContactId, on: NaiveDate) -> bool {
    book.all(Kind::Absence).filter_map(Absence::of).any(|a| {
        a.contact.0 == Some(who) && a.first.is_some_and(|d| d <= on) && a.last.is_some_and(|d| on <= d)
    })
}

/// The hours of a task on each day that has some.
fn spread(book: &Book, task: &Task, holder: &Holder, today: NaiveDate) -> Vec<(NaiveDate, i64)> {
    let (hours, Some(due)) = (task.effort.unwrap_or(0).max(0), task.due) else { return vec![] };
    if due < today {
        return vec![(today, hours)];
    }
    let there = |d: &NaiveDate| match holder {
        Holder::Person(who) => !is_away(book, *who, *d),
        _ => true,
    };
    let from = task.start.unwrap_or(today).max(today).min(due);
    let days: Vec<NaiveDate> = from
        .iter_days()
        .take_while(|d| *d <= due)
        .filter(|d| book.workdays().is_workday(*d) && there(d))
        .collect();
    if days.is_empty() {
        return vec![(due, hours)];
    }
    let all = i64::try_from(days.len()).unwrap();
    (1..=all).zip(days).map(|(n, d)| (d, hours * n / all - hours * (n - 1) / all)).collect()
}

/// Hours, tasks, requests and what has no hours of one holder in the week from a Monday.
fn of(book: &Book, holder: &Holder, today: NaiveDate, week: NaiveDate) -> (i64, usize, usize, usize) {
    let in_week = |d: NaiveDate| monday(d.max(monday(today))) == week;
    let (mut hours, mut tasks, mut requests, mut unsaid) = (0, 0, 0, 0);
    for record in book.all(Kind::Task).chain(book.all(Kind::Request)) {
        if holder_now(record).map(|h| h.holder).as_ref() != Some(holder) {
            continue;
        }
        if let Some(request) = Request::of(record) {
            requests += usize::from(request.promised.or(request.expected).is_some_and(in_week));
        }
        let Some(task) = Task::of(record) else { continue };
        let status = task.project.0.and_then(|p| book.project(p)).map(|p| p.status);
        if status.is_some_and(|s| !matches!(s, ProjectStatus::Active | ProjectStatus::Planned)) {
            continue;
        }
        let due = task.due.is_some_and(in_week);
        tasks += usize::from(due);
        unsaid += usize::from(due && task.effort.is_none());
        hours += spread(book, task, holder, today)
            .iter()
            .filter(|(d, _)| in_week(*d))
            .map(|(_, h)| h)
            .sum::<i64>();
    }
    (hours, tasks, requests, unsaid)
}

fn naive_spot(book: &Book, department: DepartmentId, today: NaiveDate, week: NaiveDate) -> Spot {
    let mut spot = Spot::default();
    let mut take = |holder: &Holder| {
        let (hours, tasks, requests, unsaid) = of(book, holder, today, week);
        spot.work.hours += hours;
        spot.work.tasks += tasks;
        spot.work.requests += requests;
        spot.work.unsaid += unsaid;
        (hours, tasks + requests)
    };
    let mut sums = (None, 0, 0, 0, 0);
    take(&Holder::Department(department));
    for contact in book.all(Kind::Contact).filter_map(Contact::of) {
        let holder = Holder::Person(contact.id);
        if party(book, &holder) != Party::Department(department) {
            continue;
        }
        let days: Vec<NaiveDate> =
            week.iter_days().take(7).filter(|d| book.workdays().is_workday(*d)).collect();
        let gone = days.iter().filter(|d| is_away(book, contact.id, **d)).count();
        let fits = i64::try_from((days.len() - gone).min(5)).unwrap() * 8;
        let (hours, count) = take(&holder);
        sums.0 = Some(sums.0.unwrap_or(0) + fits);
        sums.1 += usize::from(hours > fits);
        sums.2 += usize::from(gone == days.len() && gone > 0 && (hours > 0 || count > 0));
        sums.3 += days.len();
        sums.4 += gone;
    }
    (spot.fits, spot.crowded, spot.deserted, spot.work.days, spot.work.away) = sums;
    spot
}

#[test]
fn a_second_reckoning_finds_the_same_heat() {
    let mut seen = [0; 4];
    for date in ["2026-11-26", "2026-11-29", "2026-11-30", "2026-12-24", "2027-01-01", "2028-02-29"] {
        let today = day(date);
        let now = Moment::from_rfc3339(&format!("{date}T10:00:00+02:00")).unwrap();
        let book = Book::of(demo::book(now));
        let rows = heat(&book, today, usize::try_from(WEEKS).unwrap());
        assert_eq!(rows.len(), book.all(Kind::Department).count());
        for Heat { department, people, weeks } in rows {
            assert_eq!(
                people,
                book.backlinks(department, Kind::Contact)
                    .filter_map(Contact::of)
                    .filter(|c| c.department.0 == Some(department))
                    .count()
            );
            for (n, spot) in (0..).zip(weeks) {
                let week = monday(today) + chrono::Duration::weeks(n);
                assert_eq!(spot, naive_spot(&book, department, today, week), "{date} {department:?} {week}");
                seen[0] += usize::from(spot.work.hours > 0);
                seen[1] += spot.crowded;
                seen[2] += spot.work.away;
                seen[3] += spot.work.requests;
            }
        }
    }
    assert!(seen.iter().all(|n| *n > 0), "{seen:?}");
}

fn told(made: &Made) -> (Spot, String, String) {
    let rows = heat(&made.book, day("2026-11-26"), 2);
    let row = rows.iter().find(|h| h.department == made.design).unwrap();
    let spot = row.weeks[1];
    (spot, words::load::signs(&spot, "a"), words::load::hours(&spot))
}

#[test]
fn what_is_too_much_has_its_sign_at_the_very_hour() {
    let mut made = Made::new();
    let mut task = made.task("2026-11-01");
    (task.assignee, task.effort) = (made.nikos.into(), Some(40));
    (task.start, task.due) = (Some(day("2026-11-30")), Some(day("2026-12-04")));
    made.put(task.clone());
    let (full, signs, hours) = told(&made);
    assert_eq!((full.fits, full.eighths(), signs.as_str(), hours.as_str()), (Some(40), 8, "", "40"));
    made.change(&task, |t| t.effort = Some(41));
    let (over, signs, hours) = told(&made);
    assert!(over.is_over());
    assert_eq!((over.crowded, signs.as_str(), hours.as_str()), (1, "!", "41"));
    let mut second = Contact::new(made.id(), at("2026-01-05"));
    (second.first_name, second.department) = ("Ida".into(), made.design.into());
    made.put(second);
    let (shared, signs, _) = told(&made);
    assert!(!shared.is_over());
    assert_eq!((shared.fits, shared.eighths(), signs.as_str()), (Some(80), 5, "~"));
    let mut absence = Absence::new(made.id(), at("2026-01-05"));
    (absence.contact, absence.first, absence.last) =
        (made.nikos.into(), Some(day("2026-11-26")), Some(day("2026-12-06")));
    made.put(absence);
    let (away, signs, _) = told(&made);
    assert_eq!((away.fits, away.deserted, away.work.away, signs.as_str()), (Some(40), 1, 5, "!a"));
}

/// Loud is what cannot be done as it stands: more than all of them can do, or the work of somebody who is away all week,
/// though the others have room for it. More than fits for one of them is a warning.
#[test]
fn a_week_is_as_loud_as_the_worst_in_it() {
    let mut made = Made::new();
    let tone = |made: &Made| told(made).0.tone();
    assert_eq!(tone(&made), Tone::Muted, "nothing to do");
    let mut task = made.task("2026-11-01");
    (task.assignee, task.effort) = (made.nikos.into(), Some(30));
    (task.start, task.due) = (Some(day("2026-11-30")), Some(day("2026-12-04")));
    made.put(task.clone());
    assert_eq!(tone(&made), Tone::Plain);
    made.change(&task, |t| t.effort = None);
    assert_eq!(tone(&made), Tone::Plain, "hours that nobody said are work as well");
    made.change(&task, |t| t.effort = Some(41));
    assert_eq!(tone(&made), Tone::Alarm);
    let mut second = Contact::new(made.id(), at("2026-01-05"));
    (second.first_name, second.department) = ("Ida".into(), made.design.into());
    made.put(second);
    assert_eq!(tone(&made), Tone::Warning);
    made.change(&task, |t| t.effort = Some(30));
    assert_eq!(tone(&made), Tone::Plain);
    let mut absence = Absence::new(made.id(), at("2026-01-05"));
    (absence.contact, absence.first, absence.last) =
        (made.nikos.into(), Some(day("2026-11-30")), Some(day("2026-12-03")));
    made.put(absence.clone());
    assert_eq!((told(&made).0.deserted, tone(&made)), (0, Tone::Warning), "one day is left for it");
    made.change(&absence, |a| a.last = Some(day("2026-12-06")));
    let spot = told(&made).0;
    assert!(!spot.is_over(), "{spot:?}");
    assert_eq!((spot.deserted, spot.tone()), (1, Tone::Alarm));
}

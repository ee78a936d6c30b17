//! What falls on each day a second time, written from the manual alone: each record is asked for its days, over the sample
//! book and months that are hard on dates.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::BTreeSet;
use syndeo::demo;
use syndeo::domain::derive::agreements::standing;
use syndeo::domain::derive::month::{Sort, month, weeks};
use syndeo::domain::{
    Agreement, AgreementStatus, Book, ClientStatus, Kind, Moment, ProjectId, ProjectStatus, Record, Ref,
    RequestStatus, Touch, TouchState,
};

fn goes_on(book: &Book, project: Option<ProjectId>) -> bool {
    match project.and_then(|p| book.project(p)) {
        None => true,
        Some(p) => p.status == ProjectStatus::Active || p.status == ProjectStatus::Planned,
    }
}

/// Why a record falls on a day, when it does.
fn falls(book: &Book, record: &Record, day: NaiveDate, now: Moment) -> Option<Sort> {
    let on = Some(day);
    let due = |is: bool| is.then_some(Sort::Due);
    match record {
        Record::Request(r) => {
            let open = [RequestStatus::Asked, RequestStatus::Routed, RequestStatus::Promised];
            if !open.contains(&r.status) {
                None
            } else if r.promised.is_some() {
                (r.promised == on).then_some(Sort::Promise)
            } else {
                due(if r.wanted_by.is_some() { r.wanted_by == on } else { r.expected == on })
            }
        }
        Record::Milestone(m) if m.done_on.is_none() && goes_on(book, m.project.0) => match m.promised {
            Some(promised) => (promised == day).then_some(Sort::Promise),
            None => due(m.expected == on),
        },
        Record::Project(p) if p.done_on.is_none() && goes_on(book, Some(p.id)) && p.promised == on => {
            let same = book.all(Kind::Milestone).any(|m| {
                matches!(m, Record::Milestone(m)
                    if m.project.0 == Some(p.id) && m.done_on.is_none() && m.promised == on)
            });
            (!same).then_some(Sort::Promise)
        }
        Record::Agreement(a) => (standing(book, a, now.date()).notice == on).then_some(Sort::Notice),
        Record::Task(t) => due(t.status.is_open() && goes_on(book, t.project.0) && t.due == on),
        Record::Obligation(o) => {
            let status = o.agreement.0.and_then(|a| book.agreement(a)).map(Agreement::state);
            let holds = status.is_some_and(|s| s != AgreementStatus::Draft && s != AgreementStatus::Ended);
            due(o.done_on.is_none() && o.due == on && holds)
        }
        Record::Interaction(i) => {
            let met = i.touch == Touch::Meeting || i.touch == Touch::Visit;
            let planned = i.state == TouchState::Planned || i.at.utc_ms > now.utc_ms;
            let counts = i.state != TouchState::Cancelled && (met || planned);
            (counts && i.at.day_beside(now) == day).then_some(Sort::Meeting)
        }
        Record::Absence(a) => (a.first <= on && on <= a.last).then_some(Sort::Absence),
        Record::Contact(c) => {
            let client = c.client.0.and_then(|id| book.client(id))?;
            let birthday = c.birthday?;
            let (month, date) = (u32::from(birthday.month), u32::from(birthday.day));
            let leaps = (month, date) == (2, 29) && NaiveDate::from_ymd_opt(day.year(), 2, 29).is_none();
            let kept = if leaps { (2, 28) } else { (month, date) };
            (client.status == ClientStatus::Active && kept == (day.month(), day.day()))
                .then_some(Sort::Birthday)
        }
        _ => None,
    }
}

#[test]
fn what_falls_on_a_day_is_found_by_asking_every_record() {
    let mut seen = BTreeSet::new();
    for today in ["2026-11-26", "2027-02-28", "2028-02-29", "2026-12-31"] {
        let now = Moment::from_rfc3339(&format!("{today}T10:00:00+02:00")).unwrap();
        let book = Book::of(demo::book(now));
        let from = now.date() - Days::new(40);
        let days = month(&book, now, from, from + Days::new(400));
        assert_eq!(days.len(), 401);
        for (nth, day) in (0..).zip(&days) {
            assert_eq!(day.date, from + Days::new(nth));
            let mut naive: Vec<(Sort, Ref)> = book
                .everything()
                .filter(|r| !r.is_gone())
                .filter_map(|r| Some((falls(&book, r, day.date, now)?, r.id())))
                .collect();
            let mut found: Vec<(Sort, Ref)> = day.entries.iter().map(|e| (e.sort, e.target)).collect();
            assert!(day.entries.is_sorted_by_key(|e| (e.sort, e.at)), "{}", day.date);
            naive.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, naive, "{} as of {today}", day.date);
            seen.extend(naive.iter().map(|(sort, _)| *sort));
        }
    }
    assert_eq!(seen.len(), Sort::ALL.len(), "the sample book has every sort of entry");
}

#[test]
fn a_month_is_whole_weeks_and_each_of_its_days_once() {
    for month in 0..48 {
        let of =
            NaiveDate::from_ymd_opt(2025 + month / 12, u32::try_from(month % 12).unwrap() + 1, 17).unwrap();
        for first in (0..7).filter_map(|n| Weekday::try_from(n).ok()) {
            let grid = weeks(of, first);
            assert!(grid.iter().all(|week| week.len() == 7 && week[0].weekday() == first));
            let all: Vec<NaiveDate> = grid.concat();
            assert!(all.windows(2).all(|pair| pair[1] == pair[0] + Days::new(1)));
            let own = |day: &NaiveDate| (day.year(), day.month()) == (of.year(), of.month());
            assert!(grid.iter().all(|week| week.iter().any(own)), "no week is another month's");
            assert!(!own(&(all[0] - Days::new(1))) && !own(&(*all.last().unwrap() + Days::new(1))));
        }
    }
    assert!(
        !weeks(NaiveDate::MIN, Weekday::Mon).is_empty() && !weeks(NaiveDate::MAX, Weekday::Mon).is_empty()
    );
}

//! The year's line of agreements a second time, day by day; and who holds what, by asking each holder.

use crate::naive;
use chrono::Days;
use syndeo::domain::derive::terms::terms;
use syndeo::domain::derive::waiting::{by_holder, waiting};
use syndeo::domain::{Agreement, AgreementStatus, Book, Kind};

/// Whether another agreement that is more than a draft goes on from this one.
fn is_followed(book: &Book, it: &Agreement) -> bool {
    naive::all(book, Kind::Agreement, Agreement::of)
        .iter()
        .any(|a| a.follows.0 == Some(it.id) && (a.status != AgreementStatus::Draft || a.signed.is_some()))
}

#[test]
fn each_day_is_held_by_the_term_that_runs_and_by_nothing_else() {
    let (mut held, mut might, mut days_for_notice) = (0, 0, 0);
    naive::each(|book, now| {
        let (today, from) = (now.date(), now.date() - Days::new(40));
        let to = from + Days::new(400);
        let found = terms(book, None, today, (from, to));
        for it in naive::all(book, Kind::Agreement, Agreement::of) {
            let row = found.iter().find(|t| t.agreement == it.id);
            let signed = it.status != AgreementStatus::Draft || it.signed.is_some();
            let active = signed && matches!(it.status, AgreementStatus::Active | AgreementStatus::Draft);
            let goes_on = active && it.renews_for.is_some() && !is_followed(book, it);
            let term = naive::term(it, today);
            for day in from.iter_days().take(401) {
                let within = match term {
                    Some((start, end)) => (it.start.is_none() || start <= day) && day <= end,
                    None => it.start.is_none_or(|start| start <= day),
                };
                let behind = goes_on && term.is_some_and(|(_, end)| day > end);
                let is = |days: Option<(chrono::NaiveDate, chrono::NaiveDate)>| {
                    days.is_some_and(|(first, last)| (first..=last).contains(&day))
                };
                let (holds, would) = row.map_or((false, false), |t| (is(t.holds), is(t.would)));
                let place = || format!("{} on {day} as of {today}", it.title);
                assert_eq!(holds, within && signed, "{}", place());
                assert_eq!(would, behind || (within && !signed), "{}", place());
                held += usize::from(holds);
                might += usize::from(would);
            }
            let notice = naive::notice(it, today)
                .filter(|d| active && !is_followed(book, it) && (from..=to).contains(d));
            if let Some(row) = row {
                assert_eq!(row.notice, notice, "{} as of {today}", it.title);
                days_for_notice += usize::from(notice.is_some());
            }
        }
    });
    assert!(held > 1000 && might > 1000 && days_for_notice > 20, "{held} {might} {days_for_notice}");
}

#[test]
fn each_holder_has_what_lies_with_them() {
    let mut most = 0;
    naive::each(|book, now| {
        let today = now.date();
        let all = waiting(book, today);
        let held = by_holder(all.clone(), today);
        assert_eq!(held.iter().map(|h| h.waits.len()).sum::<usize>(), all.len());
        for holding in &held {
            let own: Vec<_> = all.iter().filter(|w| w.holder == holding.holder).cloned().collect();
            assert_eq!(holding.waits, own);
            assert_eq!(holding.too_long, own.iter().filter(|w| w.is_too_long(today)).count());
            most = most.max(own.len());
            for wait in &own {
                let usual = wait.usual.map_or(7, |u| u.days).max(1);
                // The smallest number of eighths that is no less than what went by.
                let eighths = (1..8).find(|n| n * usual >= wait.days * 8).unwrap_or(8);
                assert_eq!(wait.eighths(), usize::try_from(eighths).unwrap());
            }
        }
        let oldest = |h: &syndeo::domain::derive::waiting::Holding| h.waits[0].from;
        assert!(held.windows(2).all(|pair| oldest(&pair[0]) <= oldest(&pair[1])));
    });
    assert!(most > 3, "{most}");
}

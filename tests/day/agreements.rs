//! Notice, renewal, obligations.

use crate::made::{Made, at, day, said};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use syndeo::domain::derive::agreements::{self, Alert, Next};
use syndeo::domain::derive::today::today;
use syndeo::domain::{
    Agreement, AgreementId, AgreementStatus, Calendar, NoticeTo, Obligation, Side, Span, Unit, Workdays,
};
use syndeo::words;

fn agreement(made: &mut Made, start: &str, end: &str) -> Agreement {
    let mut agreement = Agreement::new(made.id(), at("2026-01-05"));
    (agreement.title, agreement.status) = ("Retainer".into(), AgreementStatus::Active);
    agreement.client = made.client.into();
    (agreement.start, agreement.end) = (Some(day(start)), Some(day(end)));
    agreement
}

#[test]
fn what_lapses_is_said_in_a_sentence() {
    let mut made = Made::new();
    let mut it = agreement(&mut made, "2026-01-01", "2026-12-31");
    let says =
        |a: &Agreement, on| words::agreements::lapse(&agreements::lapse(a, &Workdays::default(), day(on)));
    assert_eq!(says(&it, "2026-11-01"), "ends on 31 Dec 2026");
    assert_eq!(says(&it, "2027-02-01"), "ended on 31 Dec 2026, nothing was written down since");
    it.notice = Some(Span::new(1, Unit::Month));
    it.renews_for = Some(Span::new(12, Unit::Month));
    assert_eq!(
        says(&it, "2026-11-01"),
        "renews itself for 12 months on 1 Jan 2027 unless notice is given by 30 Nov 2026"
    );
    assert_eq!(
        says(&it, "2026-12-01"),
        "renews itself for 12 months on 1 Jan 2027, the day for notice was 30 Nov 2026"
    );
    assert_eq!(
        says(&it, "2028-02-01"),
        "renewed itself on 1 Jan 2028, and renews itself for 12 months on 1 Jan 2029 unless notice is given by 30 Nov 2028"
    );
    it.status = AgreementStatus::NoticeGiven;
    assert_eq!(says(&it, "2026-12-01"), "ends on 31 Dec 2026, notice was given");
}

#[test]
fn alerts_are_counted_to_the_day_for_notice() {
    let mut made = Made::new();
    let mut it = agreement(&mut made, "2026-01-01", "2026-12-31");
    it.notice = Some(Span::new(1, Unit::Month));
    // A fixed term is judged by its end.
    for (on, alert) in [
        ("2026-07-03", None),
        ("2026-07-04", Some(Alert::In180)),
        ("2026-10-02", Some(Alert::In90)),
        ("2026-11-01", Some(Alert::In60)),
        ("2026-12-01", Some(Alert::In30)),
        ("2026-12-31", Some(Alert::In30)),
        ("2027-01-01", Some(Alert::Over)),
    ] {
        assert_eq!(agreements::alert(&it, day(on)), alert, "{on}");
    }
    it.renews_for = Some(Span::new(1, Unit::Year));
    for (on, alert) in [
        ("2026-06-02", None),
        ("2026-06-03", Some(Alert::In180)),
        ("2026-09-01", Some(Alert::In90)),
        ("2026-10-01", Some(Alert::In60)),
        ("2026-10-31", Some(Alert::In30)),
        ("2026-11-30", Some(Alert::In30)),
    ] {
        assert_eq!(agreements::alert(&it, day(on)), alert, "{on}");
    }
    it.renews_for = Some(Span::new(1, Unit::Year));
    assert_eq!(agreements::alert(&it, day("2026-12-01")), None, "it goes on, and nothing can be done");
    // It renewed itself: the alarm is about the term that runs, written down or not.
    assert_eq!(agreements::alert(&it, day("2027-10-31")), Some(Alert::In30));
    assert_eq!(agreements::standing(&made.book, &it, day("2027-10-31")).notice, Some(day("2027-11-30")));
    it.status = AgreementStatus::Ended;
    assert_eq!(agreements::alert(&it, day("2026-11-01")), None);
}

#[test]
fn what_is_signed_is_no_draft() {
    let mut made = Made::new();
    let mut it = agreement(&mut made, "2026-01-01", "2026-12-31");
    (it.status, it.signed) = (AgreementStatus::Draft, Some(day("2025-12-15")));
    (it.notice, it.renews_for) = (Some(Span::new(1, Unit::Month)), Some(Span::new(12, Unit::Month)));
    made.put(it.clone());
    assert_eq!(it.state(), AgreementStatus::Active);
    assert_eq!(agreements::alert(&it, day("2026-11-23")), Some(Alert::In30));
    let told: Vec<_> =
        today(&made.book, at("2026-11-23")).iter().map(|r| said(&made.book, r, "2026-11-23")).collect();
    assert!(told.iter().any(|w| w.starts_with("7 d to give notice")), "{told:?}");
    assert!(!told.iter().any(|w| w.contains("not signed")), "{told:?}");
    assert_eq!(Agreement { signed: None, ..it }.state(), AgreementStatus::Draft);
}

#[test]
fn renewals_do_not_drift_at_the_end_of_a_month() {
    let mut made = Made::new();
    let mut it = agreement(&mut made, "2026-01-31", "2026-04-29");
    (it.notice, it.renews_for) = (Some(Span::new(10, Unit::Day)), Some(Span::new(1, Unit::Month)));
    let running = |it: &Agreement, on| {
        let running = agreements::running(it, day(on));
        (running.start.unwrap().to_string(), running.notice_date().unwrap().to_string())
    };
    assert_eq!(running(&it, "2028-03-10"), ("2028-02-29".into(), "2028-03-19".into()));
    assert_eq!(running(&it, "2028-04-01"), ("2028-03-30".into(), "2028-04-19".into()));
    // As long as the terms that follow: counted from its own first day.
    it.end = Some(day("2026-02-27"));
    assert_eq!(running(&it, "2028-04-01").0, "2028-03-31");
}

#[test]
fn notice_to_the_end_of_a_month_and_without_an_end() {
    let mut made = Made::new();
    let mut it = agreement(&mut made, "2026-01-01", "2027-06-30");
    (it.notice, it.renews_for) = (Some(Span::new(4, Unit::Month)), Some(Span::new(1, Unit::Year)));
    assert_eq!(it.notice_date(), Some(day("2027-02-28")));
    it.end = Some(day("2027-02-28"));
    assert_eq!(it.notice_date(), Some(day("2026-10-28")));
    it.notice_to = NoticeTo::Month;
    assert_eq!(it.notice_date(), Some(day("2026-10-31")));
    it.notice_to = NoticeTo::Quarter;
    assert_eq!(it.notice_date(), Some(day("2026-08-31")), "to 31 Dec, the last end of a quarter before");
    it.end = None;
    let says = |it: &Agreement| {
        words::agreements::lapse(&agreements::lapse(it, &Workdays::default(), day("2026-11-26")))
    };
    assert_eq!(says(&it), "holds without an end; with notice given today it ends on 31 Mar 2027");
    it.notice = None;
    assert_eq!(says(&it), "holds without an end");
}

#[test]
fn a_day_for_notice_on_a_weekend_is_told() {
    let mut made = Made::new();
    let mut it = agreement(&mut made, "2026-01-01", "2027-03-31");
    (it.notice, it.renews_for) = (Some(Span::new(1, Unit::Month)), Some(Span::new(1, Unit::Year)));
    let mut says = |holiday: Option<&str>| {
        if let Some(day) = holiday {
            let mut calendar = Calendar::new(made.id(), at("2026-01-05"));
            calendar.days = format!("{day} Closed");
            made.put(calendar);
        }
        words::agreements::lapse(&agreements::lapse(&it, made.book.workdays(), day("2026-11-26")))
    };
    let begins =
        "renews itself for 1 year on 1 Apr 2027 unless notice is given by Sun 28 Feb 2027, a day off:";
    assert_eq!(says(None), format!("{begins} Fri 26 Feb 2027"));
    assert_eq!(says(Some("2027-02-25 to 2027-02-26")), format!("{begins} Wed 24 Feb 2027"));
}

#[test]
fn the_next_date_may_be_an_obligation() {
    let mut made = Made::new();
    let mut it = agreement(&mut made, "2026-01-01", "2026-12-31");
    it.notice = Some(Span::new(1, Unit::Month));
    it.renews_for = Some(Span::new(3, Unit::Year));
    made.put(it.clone());
    let next = |made: &Made, on| agreements::standing(&made.book, &it, day(on)).next;
    assert_eq!(next(&made, "2025-12-01"), Some((Next::Start, day("2026-01-01"))));
    assert_eq!(next(&made, "2026-10-01"), Some((Next::Notice, day("2026-11-30"))));
    assert_eq!(next(&made, "2026-12-01"), Some((Next::End, day("2026-12-31"))));
    assert_eq!(next(&made, "2027-12-01"), Some((Next::Notice, day("2029-11-30"))));
    let mut owed = Obligation::new(made.id(), at("2026-01-05"));
    (owed.what, owed.agreement, owed.due) = ("Report".into(), it.id.into(), Some(day("2026-10-20")));
    made.put(owed.clone());
    assert_eq!(next(&made, "2026-10-01"), Some((Next::Obligation, day("2026-10-20"))));
    let due = |on, side| agreements::obligations_due(&made.book, it.id, side, day(on), 7).len();
    assert_eq!((due("2026-10-12", None), due("2026-10-13", None)), (0, 1));
    assert_eq!((due("2026-12-13", Some(Side::Us)), due("2026-12-13", Some(Side::Them))), (1, 0));
    assert_eq!(agreements::standings(&made.book, Some(made.client.into()), day("2026-10-01")).len(), 1);
}

/// On the last day for notice it can still be given; from the next day on it is past, in the words as in the number of days.
#[test]
fn the_last_day_for_notice_is_not_past() {
    let mut made = Made::new();
    let mut it = agreement(&mut made, "2026-04-01", "2027-03-31");
    (it.renews_for, it.notice) = (Some(Span::new(1, Unit::Year)), Some(Span::new(3, Unit::Month)));
    let last = it.notice_date().unwrap();
    for away in -40..=40 {
        let today = last + chrono::Duration::days(away);
        let lapse = agreements::lapse(&it, made.book.workdays(), today);
        let agreements::Lapse::Renews { notice, .. } = &lapse else { panic!("{lapse:?}") };
        let is_past = matches!(notice, Some(agreements::NoticeDay::Past(day)) if *day == last);
        let told = words::agreements::lapse(&lapse);
        assert_eq!(
            (is_past, told.contains("the day for notice was")),
            (away > 0, away > 0),
            "{today}: {told}"
        );
        assert_eq!(agreements::standing(&made.book, &it, today).left, Some(-away));
    }
}

/// A signature is for one term: the next one bears none, and holds without one only where the old one renews itself.
#[test]
fn a_signature_is_not_handed_on_to_the_next_term() {
    let mut made = Made::new();
    for status in [AgreementStatus::Draft, AgreementStatus::Active, AgreementStatus::NoticeGiven] {
        for (signed, renews) in [(false, false), (false, true), (true, false), (true, true)] {
            let mut old = agreement(&mut made, "2026-03-01", "2027-02-28");
            old.status = status;
            old.signed = signed.then(|| day("2026-02-20"));
            old.renews_for = renews.then_some(Span::new(1, Unit::Year));
            let next = agreements::renewed(&old, made.id(), at("2027-01-01")).unwrap();
            let goes_on = renews && old.state() == AgreementStatus::Active;
            let wanted = if goes_on { AgreementStatus::Active } else { AgreementStatus::Draft };
            assert_eq!((next.signed, next.state()), (None, wanted), "{status:?} {signed} {renews}");
        }
    }
}

#[test]
fn the_next_term_begins_the_day_after() {
    let mut made = Made::new();
    let mut it = agreement(&mut made, "2027-03-01", "2027-08-31");
    assert_eq!(agreements::next_term(&it), Some((day("2027-09-01"), day("2028-02-29"))), "six months again");
    it.renews_for = Some(Span::new(1, Unit::Year));
    assert_eq!(agreements::next_term(&it), Some((day("2027-09-01"), day("2028-08-31"))));
    it.end = Some(day("2027-02-28"));
    assert_eq!(agreements::next_term(&it), Some((day("2027-03-01"), day("2028-02-29"))), "a leap year");
    let next = agreements::renewed(&it, made.id(), at("2027-01-01")).unwrap();
    assert_eq!(
        (next.follows.0, next.status, next.start),
        (Some(it.id), AgreementStatus::Active, Some(day("2027-03-01"))),
        "what renews itself needs no signature"
    );
    it.renews_for = None;
    assert_eq!(agreements::renewed(&it, made.id(), at("2027-01-01")), None, "nobody knows for how long");
    it.start = Some(day("2026-09-01"));
    let next = agreements::renewed(&it, made.id(), at("2027-01-01")).unwrap();
    assert_eq!((next.status, next.end), (AgreementStatus::Draft, Some(day("2027-08-31"))));
    // A draft is asked for before it is to begin.
    made.put(next);
    let told = |on| today(&made.book, at(on)).iter().map(|r| said(&made.book, r, on)).collect::<Vec<_>>();
    assert!(!told("2026-12-01").iter().any(|w| w.contains("not signed")));
    assert!(told("2027-02-01").contains(&"to begin in 28 d, and is not signed".to_owned()));
    assert!(told("2027-03-03").contains(&"2 d late: it was to begin on 1 Mar, and is not signed".to_owned()));
    assert_eq!(
        agreements::notice_period(day("2026-12-31"), day("2026-11-30")),
        Some(Span::new(1, Unit::Month))
    );
    assert_eq!(
        agreements::notice_period(day("2026-12-31"), day("2026-12-17")),
        Some(Span::new(14, Unit::Day))
    );
}

proptest! {
    #[test]
    fn the_term_that_runs_follows_without_a_gap(
        start in any_day(),
        (length, count) in (1i64..900, 1u16..40),
        unit in 0usize..5,
        later in 0i64..60_000,
    ) {
        let mut made = Made::new();
        let end = start + chrono::Duration::days(length);
        let mut it = agreement(&mut made, "2026-01-01", "2026-12-31");
        (it.start, it.end) = (Some(start), Some(end));
        it.renews_for = Some(Span::new(count, Unit::ALL[unit].0));
        let on = start + chrono::Duration::days(later);
        let running = agreements::running(&it, on).into_owned();
        prop_assert!(running.end >= Some(on), "{:?}", running.end);
        prop_assert_eq!(running.start <= Some(on), true);
        prop_assert_eq!(agreements::running(&running, on).end, running.end);
        // The day before it began another term ran, and that one ended then.
        if running.start > Some(start) {
            let before = running.start.and_then(|d| d.pred_opt()).unwrap();
            prop_assert_eq!(agreements::running(&it, before).end, Some(before));
        }
        it.status = AgreementStatus::NoticeGiven;
        prop_assert_eq!(agreements::running(&it, on).end, Some(end));
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (1900i32..2200, 1u32..=366).prop_map(|(y, n)| NaiveDate::from_yo_opt(y, n).unwrap_or(day("2024-02-29")))
}

proptest! {
    #[test]
    fn notice_in_months_keeps_the_day_or_is_the_end_of_the_month(end in any_day(), months in 0u16..60) {
        let mut made = Agreement::new(AgreementId::default(), at("2026-01-05"));
        made.end = Some(end);
        made.notice = Some(Span::new(months, Unit::Month));
        made.renews_for = Some(Span::new(1, Unit::Year));
        let notice = made.notice_date().unwrap();
        prop_assert!(notice <= end);
        let apart = (end.year() * 12 + end.month0().cast_signed()) - (notice.year() * 12 + notice.month0().cast_signed());
        prop_assert_eq!(apart, i32::from(months));
        let last = notice.succ_opt().unwrap().month() != notice.month();
        prop_assert!(notice.day() == end.day() || (last && notice.day() < end.day()));
    }

    #[test]
    fn terms_follow_each_other_without_a_gap(start in any_day(), months in 1u16..40, terms in 1usize..12) {
        let mut it = Agreement::new(AgreementId::default(), at("2026-01-05"));
        it.start = Some(start);
        it.end = Span::new(months, Unit::Month).after(start).and_then(|d| d.pred_opt());
        it.renews_for = Some(Span::new(months, Unit::Month));
        for _ in 0..terms {
            let (from, to) = agreements::next_term(&it).unwrap();
            prop_assert_eq!(Some(from), it.end.and_then(|d| d.succ_opt()));
            prop_assert!(to >= from);
            (it.start, it.end) = (Some(from), Some(to));
        }
        // Whoever begins on the first of a month always ends on the last of one.
        if start.day() == 1 {
            prop_assert_eq!(it.end.unwrap().succ_opt().unwrap().day(), 1);
        }
    }

    #[test]
    fn terms_are_counted_from_the_first_day(start in any_day(), months in 1u32..40, n in 1u32..60) {
        let mut it = Agreement::new(AgreementId::default(), at("2026-01-05"));
        let nth = |n: u32| start.checked_add_months(chrono::Months::new(months * n)).unwrap();
        it.status = AgreementStatus::Active;
        (it.start, it.end) = (Some(start), nth(1).pred_opt());
        it.renews_for = Some(Span::new(u16::try_from(months).unwrap(), Unit::Month));
        for on in [nth(n), nth(n + 1).pred_opt().unwrap()] {
            let running = agreements::running(&it, on);
            prop_assert_eq!((running.start, running.end), (Some(nth(n)), nth(n + 1).pred_opt()));
        }
    }

    /// Tried day by day: the notice date is the last day on which notice is in time, and no day later ends it sooner.
    #[test]
    fn notice_to_the_end_of_a_period(given in any_day(), months in 0u16..14, to in 0usize..3) {
        let (to, period) = [(NoticeTo::Month, 1), (NoticeTo::Quarter, 3), (NoticeTo::Year, 12)][to];
        let mut it = Agreement::new(AgreementId::default(), at("2026-01-05"));
        (it.notice, it.notice_to) = (Some(Span::new(months, Unit::Month)), to);
        let end = it.earliest_end(given).unwrap();
        let first = end.succ_opt().unwrap();
        prop_assert_eq!((first.day(), first.month0() % period), (1, 0));
        it.end = Some(end);
        it.renews_for = Some(Span::new(1, Unit::Month));
        let notice = it.notice_date().unwrap();
        prop_assert!(notice >= given);
        prop_assert_eq!(notice.succ_opt().unwrap().day(), 1);
        let apart = (end.year() * 12 + end.month0().cast_signed()) - (notice.year() * 12 + notice.month0().cast_signed());
        prop_assert_eq!(apart, i32::from(months));
        // The period before would have been too early.
        it.end = first.checked_sub_months(chrono::Months::new(period)).unwrap().pred_opt();
        prop_assert!(it.notice_date().unwrap() < given);
    }

    #[test]
    fn alerts_only_grow(end in any_day(), days in 0i64..400) {
        let mut it = Agreement::new(AgreementId::default(), at("2026-01-05"));
        (it.end, it.status, it.notice) = (Some(end), AgreementStatus::Active, Some(Span::new(3, Unit::Month)));
        let on = end - chrono::TimeDelta::days(days);
        let (now, next) = (agreements::alert(&it, on), agreements::alert(&it, on.succ_opt().unwrap()));
        prop_assert!(now <= next);
    }
}

/// A chain whose terms were written down one by one, none of them closed: only the last one stands in Today, in lists and in
/// what is to come. A successor that is only a draft changes nothing.
#[test]
fn of_a_chain_written_down_one_by_one_only_the_last_term_counts() {
    let mut made = Made::new();
    let mut first = agreement(&mut made, "2025-01-01", "2025-12-31");
    first.notice = Some(Span::new(1, Unit::Month));
    let mut second = agreement(&mut made, "2026-01-01", "2026-12-31");
    (second.follows, second.notice) = (first.id.into(), first.notice);
    let mut third = agreement(&mut made, "2027-01-01", "2027-12-31");
    (third.follows, third.notice, third.status) = (second.id.into(), first.notice, AgreementStatus::Draft);
    third.start = Some(day("2027-06-01"));
    for it in [&first, &second, &third] {
        made.put(it.clone());
    }
    let told = |made: &Made| -> Vec<AgreementId> {
        let rows = today(&made.book, at("2026-12-01"));
        let ids = [first.id, second.id, third.id];
        ids.into_iter().filter(|id| rows.iter().any(|r| r.target == (*id).into())).collect()
    };
    assert_eq!(told(&made), [second.id]);
    let state = |made: &Made, id: AgreementId| {
        let it = made.book.agreement(id).unwrap();
        agreements::as_it_stands(&made.book, it).state()
    };
    assert_eq!(state(&made, first.id), AgreementStatus::Renewed);
    assert_eq!(agreements::standing(&made.book, &first, day("2026-12-01")).alert, None);
    made.change(&third, |third| third.signed = Some(day("2026-11-20")));
    assert_eq!((told(&made), state(&made, second.id)), (vec![], AgreementStatus::Renewed));
}

/// What comes next stands first, and what has no day of its own last, in whichever order they were written down.
#[test]
fn agreements_stand_by_their_next_date_and_those_without_one_last() {
    let mut made = Made::new();
    let mut ended = agreement(&mut made, "2025-01-01", "2025-12-31");
    ended.status = AgreementStatus::Ended;
    let late = agreement(&mut made, "2026-01-01", "2027-03-31");
    let early = agreement(&mut made, "2026-01-01", "2026-12-31");
    let mut endless = agreement(&mut made, "2026-01-01", "2026-12-31");
    endless.end = None;
    for it in [&ended, &late, &early, &endless] {
        made.put(it.clone());
    }
    let all = agreements::standings(&made.book, None, day("2026-10-01"));
    let days: Vec<Option<NaiveDate>> = all.iter().map(|s| s.next.map(|(_, day)| day)).collect();
    assert_eq!(days, [Some(day("2026-12-31")), Some(day("2027-03-31")), None, None]);
    let mut without = [ended.id, endless.id];
    without.sort_unstable();
    let ids: Vec<AgreementId> = all.iter().map(|s| s.agreement).collect();
    assert_eq!(ids, [early.id, late.id, without[0], without[1]], "of equals the one that was made first");
}

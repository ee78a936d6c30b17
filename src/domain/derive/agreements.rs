//! Where agreements stand: the last day for notice, what comes next, what happens if nobody does anything.
//!
//! The last day for notice is the end less the notice period, as calendars count it (1 month before 31 Mar is 28 or
//! 29 Feb). The end is the last day an agreement holds; a renewed term begins on the day after.

use super::days;
use crate::domain::{
    Agreement, AgreementId, AgreementStatus, Book, Head, Kind, Link, Moment, Obligation, Ref, Side, Span,
    Unit, Workdays, is_workday,
};
use chrono::{Datelike, Months, NaiveDate, TimeDelta};
use std::borrow::Cow;

/// How near the last day for notice is. Days are counted to that day, not to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alert {
    /// 180 days or less.
    In180,
    /// 90 days or less.
    In90,
    /// 60 days or less.
    In60,
    /// 30 days or less.
    In30,
    /// The end is past and nobody wrote down what came of it.
    Over,
}

impl Alert {
    /// The level for so many days left to the last day for notice.
    pub fn of_days(left: i64) -> Option<Self> {
        match left {
            0..=30 => Some(Self::In30),
            31..=60 => Some(Self::In60),
            61..=90 => Some(Self::In90),
            91..=180 => Some(Self::In180),
            _ => None,
        }
    }
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Its first day.
    Start,
    /// Something one side owes.
    Obligation,
    /// The last day for notice.
    Notice,
    /// Its last day.
    End,
}

impl Next {
    /// A word for it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Start => "starts",
            Self::Obligation => "owed",
            Self::Notice => "notice",
            Self::End => "ends",
        }
    }
}

/// How an agreement stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which one.
    pub agreement: AgreementId,
    /// The last day for notice; only while the agreement is active and has an end.
    pub notice: Option<NaiveDate>,
    /// Days to that day; below 0 when it is past.
    pub left: Option<i64>,
    /// How near it is; `None` when it is more than 180 days off, or when a notice that is past changes nothing because
    /// the agreement renews itself.
    pub alert: Option<Alert>,
    /// The next date that matters, today or later.
    pub next: Option<(Next, NaiveDate)>,
    /// What happens if nothing is done.
    pub lapse: Lapse,
}

/// An agreement as it stands in the book: one that is active and followed by another that is more than a draft goes on in
/// that one, whether or not somebody wrote down that it was renewed.
pub fn as_it_stands<'a>(book: &Book, agreement: &'a Agreement) -> Cow<'a, Agreement> {
    let goes_on = || {
        let next = book.backlinks(agreement.id, Kind::Agreement).filter_map(Agreement::of);
        next.into_iter().any(|a| a.follows.0 == Some(agreement.id) && a.state() != AgreementStatus::Draft)
    };
    if matches!(agreement.state(), AgreementStatus::Active | AgreementStatus::NoticeGiven) && goes_on() {
        return Cow::Owned(Agreement { status: AgreementStatus::Renewed, ..agreement.clone() });
    }
    Cow::Borrowed(agreement)
}

/// How an agreement stands on a day.
pub fn standing(book: &Book, agreement: &Agreement, today: NaiveDate) -> Standing {
    let agreement = &*as_it_stands(book, agreement);
    let active = agreement.state() == AgreementStatus::Active;
    let notice = running(agreement, today).notice_date().filter(|_| active);
    Standing {
        agreement: agreement.id,
        notice,
        left: notice.map(|d| days(today, d)),
        alert: alert(agreement, today),
        next: next(book, agreement, today),
        lapse: lapse(agreement, book.workdays(), today),
    }
}

/// The term that runs on a day. An active agreement that renews itself and whose end has passed goes on in the next term,
/// whether or not somebody wrote that down: its end, and the last day for notice, are those of the term that runs.
pub fn running(agreement: &Agreement, today: NaiveDate) -> Cow<'_, Agreement> {
    let active = agreement.state() == AgreementStatus::Active;
    let ended = agreement.end.filter(|end| active && *end < today);
    let term = |(end, span)| term_on(series(agreement, end, span)?, span, today);
    match ended.zip(agreement.renewal()).and_then(term) {
        Some((start, end)) => {
            Cow::Owned(Agreement { start: Some(start), end: Some(end), ..agreement.clone() })
        }
        None => Cow::Borrowed(agreement),
    }
}

/// The first day that terms are counted from, and which term from there begins on the day after `end`. When the term that
/// was written down is as long as those that follow, that is its own first day: monthly terms from 31 Jan begin on 28 Feb
/// and on 31 Mar. Else it is the day after the end.
fn series(agreement: &Agreement, end: NaiveDate, span: Span) -> Option<(NaiveDate, u32)> {
    let next = end.succ_opt()?;
    let own = agreement.start.filter(|start| nth(*start, span, 1) == Some(next));
    Some(own.map_or((next, 0), |start| (start, 1)))
}

/// The first day of the n-th term after the one that begins on `first`, counted from that day: a month that is too short
/// for it shortens no later one.
fn nth(first: NaiveDate, span: Span, n: u32) -> Option<NaiveDate> {
    let months = match span.unit {
        Unit::Month => 1,
        Unit::Year => 12,
        Unit::Day | Unit::Week | Unit::Workday => {
            return (0..n).try_fold(first, |day, _| span.after(day));
        }
    };
    first.checked_add_months(Months::new(u32::from(span.count).checked_mul(n)?.checked_mul(months)?))
}

/// First and last day of the term that runs on a day, of those that follow each other from the n-th on; the last one
/// the calendar has when that day is beyond it.
fn term_on(
    (mut first, mut n): (NaiveDate, u32),
    span: Span,
    today: NaiveDate,
) -> Option<(NaiveDate, NaiveDate)> {
    /// Terms of a month for a thousand years. Shorter ones are not walked through.
    const MOST: usize = 12_000;
    let mut out = None;
    for _ in 0..MOST {
        let jumped = whole_rounds(nth(first, span, n)?, span, today);
        if !matches!(span.unit, Unit::Month | Unit::Year) {
            (first, n) = (jumped, 0);
        }
        let Some((start, next)) = nth(first, span, n).zip(nth(first, span, n + 1)) else { break };
        out = Some((start, next.pred_opt()?));
        if next > today {
            break;
        }
        n += 1;
    }
    out
}

/// The last day up to `today` on which a term begins after rounds of always as many days: each term in days or weeks is
/// one, and five terms in workdays that begin on one are.
fn whole_rounds(start: NaiveDate, span: Span, today: NaiveDate) -> NaiveDate {
    let round = match span.unit {
        Unit::Day => i64::from(span.count),
        Unit::Week => 7 * i64::from(span.count),
        Unit::Workday if is_workday(start) => 7 * i64::from(span.count),
        Unit::Workday | Unit::Month | Unit::Year => return start,
    };
    let gone = days(start, today);
    start.checked_add_signed(TimeDelta::days((gone - gone.rem_euclid(round)).max(0))).unwrap_or(start)
}

/// How near the last day for notice is, in the term that runs.
pub fn alert(agreement: &Agreement, today: NaiveDate) -> Option<Alert> {
    let running = running(agreement, today);
    let (end, notice) = running.end.zip(running.notice_date())?;
    if agreement.state() != AgreementStatus::Active {
        return None;
    }
    if end < today {
        return Some(Alert::Over);
    }
    Alert::of_days(days(today, notice))
}

fn next(book: &Book, agreement: &Agreement, today: NaiveDate) -> Option<(Next, NaiveDate)> {
    use crate::domain::AgreementStatus::{Active, Draft, Ended, NoticeGiven, Renewed};
    let agreement = &*running(agreement, today);
    let notice = agreement.notice_date().filter(|d| agreement.state() == Active && Some(*d) != agreement.end);
    let (start, end) = match agreement.state() {
        Draft => (agreement.start, None),
        Active => (agreement.start, agreement.end),
        NoticeGiven => (None, agreement.end),
        Ended | Renewed => (None, None),
    };
    let owed = open_obligations(book, agreement.id).into_iter().filter_map(|o| o.due).find(|d| *d >= today);
    [(Next::Obligation, owed), (Next::Notice, notice), (Next::Start, start), (Next::End, end)]
        .into_iter()
        .filter_map(|(what, date)| Some((what, date.filter(|d| *d >= today)?)))
        .min_by_key(|(_, date)| *date)
}

/// What happens if nothing is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lapse {
    /// A draft does not hold.
    NotSigned,
    /// Another term goes on.
    Renewed,
    /// It has ended, on this day where that is known and past.
    Ended(Option<NaiveDate>),
    /// Notice was given, and it ended on this day.
    EndedByNotice(NaiveDate),
    /// Notice was given, and it ends on this day.
    EndsByNotice(NaiveDate),
    /// It has no end; the day it would end on with notice given today, where that is known.
    Endless(Option<NaiveDate>),
    /// It ends by itself on this day.
    Ends(NaiveDate),
    /// It ended by itself on this day, and nobody wrote down what became of it.
    RanOut(NaiveDate),
    /// It renewed itself on this day, and the term since then goes on.
    RenewedItself {
        /// The first day of the term that runs.
        on: NaiveDate,
        /// What becomes of that.
        then: Box<Self>,
    },
    /// It renews itself.
    Renews {
        /// For how long.
        span: Span,
        /// The first day of the next term.
        on: NaiveDate,
        /// The last day for notice; `None` when there is none.
        notice: Option<NoticeDay>,
    },
}

/// The last day for notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeDay {
    /// It is past.
    Past(NaiveDate),
    /// It is today or later.
    Ahead {
        /// The day.
        day: NaiveDate,
        /// The last working day before it, when it is none itself.
        before: Option<NaiveDate>,
    },
}

/// What happens to an agreement if nothing is done, as seen on a day.
pub fn lapse(agreement: &Agreement, calendar: &Workdays, today: NaiveDate) -> Lapse {
    use crate::domain::AgreementStatus::{Active, Draft, Ended, NoticeGiven, Renewed};
    match (agreement.state(), agreement.end) {
        (Draft, _) => Lapse::NotSigned,
        (Renewed, _) => Lapse::Renewed,
        (Ended, end) => Lapse::Ended(end.filter(|end| *end <= today)),
        (NoticeGiven, Some(end)) if end < today => Lapse::EndedByNotice(end),
        (NoticeGiven, Some(end)) => Lapse::EndsByNotice(end),
        (NoticeGiven, None) => Lapse::Endless(None),
        (Active, None) => Lapse::Endless(agreement.earliest_end(today)),
        (Active, Some(end)) => active_lapse(agreement, end, calendar, today),
    }
}

fn active_lapse(agreement: &Agreement, end: NaiveDate, calendar: &Workdays, today: NaiveDate) -> Lapse {
    let over = end < today;
    let running = running(agreement, today);
    if let Some((on, end)) = running.start.zip(running.end).filter(|(_, end)| over && *end >= today) {
        return Lapse::RenewedItself { on, then: Box::new(active_lapse(&running, end, calendar, today)) };
    }
    let Some((span, on)) = agreement.renewal().zip(end.succ_opt()) else {
        return if over { Lapse::RanOut(end) } else { Lapse::Ends(end) };
    };
    let notice = agreement.notice_date().map(|day| match calendar.on_or_before(day) {
        _ if day < today => NoticeDay::Past(day),
        before => NoticeDay::Ahead { day, before: (before != day).then_some(before) },
    });
    Lapse::Renews { span, on, notice }
}

/// First and last day of the next term: it begins on the day after the end and lasts as long as it renews itself, else
/// as long as the term before. `None` without an end, and where a term without renewal has no start.
pub fn next_term(agreement: &Agreement) -> Option<(NaiveDate, NaiveDate)> {
    let start = agreement.end?.succ_opt()?;
    if let Some(span) = agreement.renewal() {
        // Counted from the first day: a year from 1 Mar ends on 28 or 29 Feb, whatever the February before had.
        let (first, n) = series(agreement, agreement.end?, span)?;
        return Some((start, nth(first, span, n + 1)?.pred_opt()?));
    }
    let before = agreement.start.filter(|s| *s < start)?;
    let end = whole_months(before, start)
        .and_then(|months| start.checked_add_months(Months::new(months)))
        .or_else(|| start.checked_add_signed(start - before))?;
    Some((start, end.pred_opt()?))
}

/// How many calendar months lie between two days, when it is a whole number of them.
fn whole_months(from: NaiveDate, to: NaiveDate) -> Option<u32> {
    let months = |d: NaiveDate| i64::from(d.year()) * 12 + i64::from(d.month0());
    let count = u32::try_from(months(to) - months(from)).ok()?;
    (count > 0 && from.checked_add_months(Months::new(count)) == Some(to)).then_some(count)
}

/// The next term as a record of its own that follows this one; this one stays as it is. Where the agreement renews itself
/// the next term holds without a signature; else it is a draft until it is signed.
pub fn renewed(agreement: &Agreement, id: AgreementId, created: Moment) -> Option<Agreement> {
    let (start, end) = next_term(agreement)?;
    Some(Agreement {
        id,
        head: Head::new(created),
        status: match (agreement.state(), agreement.renewal()) {
            (AgreementStatus::Active, Some(_)) => AgreementStatus::Active,
            _ => AgreementStatus::Draft,
        },
        signed: None,
        start: Some(start),
        end: Some(end),
        follows: Link(Some(agreement.id)),
        external: vec![],
        ..agreement.clone()
    })
}

/// The notice period that a whole number of months before the end would be; for forms that ask for the date instead.
pub fn notice_period(end: NaiveDate, notice: NaiveDate) -> Option<Span> {
    let months = (1..=60).map(|n| Span::new(n, Unit::Month)).find(|span| span.before(end) == Some(notice));
    let by_days = || u16::try_from(days(notice, end)).ok().map(|n| Span::new(n, Unit::Day));
    months.or_else(by_days)
}

/// What an agreement still obliges to, by due date; what has none comes last.
pub fn open_obligations(book: &Book, agreement: AgreementId) -> Vec<&Obligation> {
    let of_it = book.backlinks(agreement, Kind::Obligation).filter_map(Obligation::of);
    let mut open: Vec<&Obligation> = of_it.filter(|o| o.done_on.is_none()).collect();
    open.sort_by_key(|o| (o.due.is_none(), o.due, o.id));
    open
}

/// The open obligations of an agreement that are due within so many days, or late, on one side or (`None`) both.
pub fn obligations_due(
    book: &Book,
    agreement: AgreementId,
    side: Option<Side>,
    today: NaiveDate,
    within: i64,
) -> Vec<&Obligation> {
    let mut due = open_obligations(book, agreement);
    due.retain(|o| o.due.is_some_and(|d| days(today, d) <= within) && side.is_none_or(|s| o.side == s));
    due
}

/// Every agreement of the book, or of a client, by its next date; those without one last.
pub fn standings(book: &Book, client: Option<Ref>, today: NaiveDate) -> Vec<Standing> {
    let all = book.all(Kind::Agreement).filter_map(Agreement::of);
    let of_client = all.filter(|a| client.is_none_or(|c| a.client.0.map(Ref::from) == Some(c)));
    let mut out: Vec<Standing> = of_client.map(|a| standing(book, a, today)).collect();
    out.sort_by_key(|s| (s.next.is_none(), s.next.map(|(_, d)| d), s.agreement));
    out
}

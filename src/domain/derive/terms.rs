//! Agreements over the days: from when to when each holds, what goes on by itself behind that, and the last day for notice.

use super::agreements::{as_it_stands, running, standings};
use crate::domain::{Agreement, AgreementId, AgreementStatus, Book, Ref};
use chrono::NaiveDate;

/// A first and a last day.
pub type Days = (NaiveDate, NaiveDate);

/// An agreement in a stretch of days; what lies beyond these is cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Which one.
    pub agreement: AgreementId,
    /// The days on which the term that runs holds: to the end of the stretch when it has no end.
    pub holds: Option<Days>,
    /// The days on which it would hold: of what renews itself those behind the end, of a draft its term.
    pub would: Option<Days>,
    /// The last day for notice.
    pub notice: Option<NaiveDate>,
}

/// The agreements of the book, or of a client, that hold or would hold on one of these days, in the order of
/// [`standings`].
pub fn terms(book: &Book, client: Option<Ref>, today: NaiveDate, (from, to): Days) -> Vec<Terms> {
    let cut = |first: Option<NaiveDate>, last: Option<NaiveDate>| {
        let days = (first.unwrap_or(from).max(from), last.unwrap_or(to).min(to));
        (days.0 <= days.1).then_some(days)
    };
    let of = |agreement: &Agreement| {
        let state = as_it_stands(book, agreement).state();
        let term = running(agreement, today);
        let days = cut(term.start, term.end);
        if state == AgreementStatus::Draft {
            return (None, days);
        }
        let renews = state == AgreementStatus::Active && term.renewal().is_some();
        let next = term.end.filter(|_| renews).and_then(|end| end.succ_opt());
        (days, next.and_then(|next| cut(Some(next), None)))
    };
    let standings = standings(book, client, today).into_iter();
    let found = standings.filter_map(|standing| {
        let (holds, would) = of(book.agreement(standing.agreement)?);
        let notice = standing.notice.filter(|day| (from..=to).contains(day));
        Some(Terms { agreement: standing.agreement, holds, would, notice })
    });
    found.filter(|t| t.holds.or(t.would).is_some()).collect()
}

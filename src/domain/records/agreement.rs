//! Agreements and what they oblige to.

use super::in_order;
use crate::domain::Fault;
use crate::domain::choice::{ClosedChoice, choices};
use crate::domain::field::record;
use crate::domain::reach::WayKind;
use crate::domain::record::Rules;
use crate::domain::value::{Labelled, Link, Links};
use crate::domain::{AgreementId, ClientId, ContactId, Kind, Money, Span, Type, Unit, ValidationError};
use chrono::{Datelike, Months, NaiveDate};

choices! {
    /// What kind of contract it is.
    AgreementKind {
        1 Framework "framework" "framework" default, 2 Retainer "retainer" "retainer",
        3 ServiceLevel "service-level" "service level", 4 Confidentiality "confidentiality" "confidentiality",
        5 Other "other" "other",
    }
    /// Where an agreement stands.
    AgreementStatus {
        1 Draft "draft" "draft" default, 2 Active "active" "active", 3 NoticeGiven "notice-given" "notice given",
        4 Ended "ended" "ended", 5 Renewed "renewed" "renewed",
    }
    /// To which day notice can be given.
    NoticeTo {
        1 Term "term" "the end of the term" default, 2 Month "month" "the end of a month",
        3 Quarter "quarter" "the end of a quarter", 4 Year "year" "the end of a year",
    }
    /// How often the value is due.
    Per { 1 Once "once" "in all" default, 2 Month "month" "a month", 3 Quarter "quarter" "a quarter", 4 Year "year" "a year" }
    /// Which side is obliged.
    Side { 1 Us "us" "us" default, 2 Them "them" "the client" }
}

record! {
    /// A contract for lasting co-operation.
    Agreement AgreementId AGREEMENT {
        /// What it is called.
        1 title: String = Type::Text, "Title", required, title, essential(1);
        /// With which client.
        2 client: Link<ClientId> = Type::One(Kind::Client), "Client", required, owner, prefilled, essential(2);
        /// What kind of contract it is.
        3 sort: AgreementKind = Type::Choice(AgreementKind::CHOICES), "Kind", group("Terms");
        /// Where it stands.
        4 status: AgreementStatus = Type::Choice(AgreementStatus::CHOICES), "Status", group("Terms");
        /// The day it was signed.
        5 signed: Option<NaiveDate> = Type::Past, "Signed", group("Paper");
        /// The first day it holds.
        6 start: Option<NaiveDate> = Type::Date, "Start", essential(3);
        /// The last day it holds, unless it is renewed.
        7 end: Option<NaiveDate> = Type::Date, "End", essential(4);
        /// How long before the end notice must be given: 1 month, 90 days.
        8 notice: Option<Span> = Type::Span, "Notice period", essential(5);
        /// For how long it renews itself when nobody gives notice; empty when it does not.
        9 renews_for: Option<Span> = Type::Span, "Renews itself for", essential(6);
        /// What it is worth: 2500 EUR.
        10 value: Option<Money> = Type::Money, "Value", group("Terms");
        /// How often that is due.
        11 per: Per = Type::Choice(Per::CHOICES), "Value is per", group("Terms");
        /// Who signed.
        12 signatories: Links<ContactId> = Type::Many(Kind::Contact), "Signed by", group("Paper");
        /// Where the paper lies: a path or an address.
        13 file: String = Type::Text, "File", way(WayKind::File, ""), group("Paper");
        /// The term before this one.
        14 follows: Link<AgreementId> = Type::One(Kind::Agreement), "Replaces", group("Paper");
        /// Everything else worth knowing.
        15 notes: String = Type::Long, "Notes";
        /// Names in other systems.
        16 external: Vec<String> = Type::Words, "Other ids", hidden;
        /// To which day notice can be given: the end of the term, or of a month, quarter or year before it.
        18 notice_to: NoticeTo = Type::Choice(NoticeTo::CHOICES), "Notice to", group("Terms");
        /// Out of Today until this day.
        19 snoozed: Option<NaiveDate> = Type::Date, "Snoozed until", shown, snooze;
        /// The day of the term that was seen: nothing is to be done about it, and it stands in Today no more.
        20 seen: Option<NaiveDate> = Type::Date, "Seen", shown, seen;
        /// Names and values of your own: 'invoice to: head office', one a line.
        21 custom: Vec<Labelled> = Type::Pairs, "Custom fields";
    }
}

impl Agreement {
    /// Where it stands: what was signed is no draft any more, whether or not somebody said so. Everything that asks
    /// whether an agreement holds asks here.
    pub fn state(&self) -> AgreementStatus {
        match self.status {
            AgreementStatus::Draft if self.signed.is_some() => AgreementStatus::Active,
            status => status,
        }
    }

    /// For how long it renews itself, when it does.
    pub fn renewal(&self) -> Option<Span> {
        self.renews_for.filter(|span| span.count > 0)
    }

    /// The last day on which something can be done about the end: of what renews itself, the last day for notice (the
    /// end less the notice period; without a period the end itself). A fixed term ends whether or not notice is given:
    /// what counts is its end.
    pub fn notice_date(&self) -> Option<NaiveDate> {
        let end = self.end?;
        match (self.renewal(), self.notice) {
            (Some(_), Some(span)) => self.notice_to.before(span, end),
            _ => Some(end),
        }
    }

    /// The day an agreement without an end ends at the earliest, when notice is given on a day; `None` for one with an
    /// end or without a notice period.
    pub fn earliest_end(&self, given: NaiveDate) -> Option<NaiveDate> {
        if self.end.is_some() {
            return None;
        }
        self.notice_to.after(self.notice?, given)
    }
}

impl NoticeTo {
    /// The last day on which notice can be given, so long before the last day of a month, quarter or year that does not
    /// lie after `end`: months are counted back from that day, and from the end of a month to the end of one.
    fn before(self, span: Span, end: NaiveDate) -> Option<NaiveDate> {
        let Some(months) = self.months() else { return span.before(end) };
        let mut to = period_end(end, months)?;
        if to > end {
            to = to.succ_opt()?.checked_sub_months(Months::new(months))?.pred_opt()?;
        }
        notice_to_end(span, to)
    }

    /// The first day that notice given on a day can be to.
    fn after(self, span: Span, given: NaiveDate) -> Option<NaiveDate> {
        let Some(months) = self.months() else { return span.after(given) };
        // The first day that can be right lies no further than a period before the plain count.
        let mut to = period_end(given, months)?;
        while notice_to_end(span, to)? < given {
            to = to.succ_opt()?.checked_add_months(Months::new(months))?.pred_opt()?;
        }
        Some(to)
    }

    const fn months(self) -> Option<u32> {
        match self {
            Self::Term => None,
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Year => Some(12),
        }
    }
}

/// The last day of the period of so many calendar months, counted from January, that a day lies in.
fn period_end(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    let first = day.month0() - day.month0() % months;
    NaiveDate::from_ymd_opt(day.year(), first + 1, 1)?.checked_add_months(Months::new(months))?.pred_opt()
}

/// So long before the last day of a month; months and years before lead to the last day of a month.
fn notice_to_end(span: Span, to: NaiveDate) -> Option<NaiveDate> {
    match span.unit {
        Unit::Month | Unit::Year => span.before(to.succ_opt()?)?.pred_opt(),
        Unit::Day | Unit::Week | Unit::Workday => span.before(to),
    }
}

impl Rules for Agreement {
    fn rules(&self) -> Vec<ValidationError> {
        in_order(self.start, self.end, "end", Fault::EndBeforeStart).into_iter().collect()
    }
}

record! {
    /// Something an agreement obliges one side to do.
    Obligation ObligationId OBLIGATION {
        /// What is to be done.
        1 what: String = Type::Text, "What", required, title;
        /// By which agreement.
        2 agreement: Link<AgreementId> = Type::One(Kind::Agreement), "Agreement", required, owner, prefilled;
        /// Which side is obliged.
        3 side: Side = Type::Choice(Side::CHOICES), "Who";
        /// By when.
        4 due: Option<NaiveDate> = Type::Date, "Due", due(1);
        /// The day it was done.
        5 done_on: Option<NaiveDate> = Type::Past, "Done on", closes;
        /// Everything else worth knowing.
        6 notes: String = Type::Long, "Notes";
        /// Out of Today until this day.
        7 snoozed: Option<NaiveDate> = Type::Date, "Snoozed until", shown, snooze;
    }
}

impl Rules for Obligation {}

//! Agreements and what they oblige to.

use super::in_order;
use crate::domain::choice::{ClosedChoice, choices};
use crate::domain::field::record;
use crate::domain::record::Rules;
use crate::domain::value::{Link, Links};
use crate::domain::{AgreementId, ClientId, ContactId, Kind, Money, Span, Type, ValidationError};
use chrono::NaiveDate;

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
    /// How often the value is due.
    Per { 1 Once "once" "in all" default, 2 Month "month" "a month", 3 Quarter "quarter" "a quarter", 4 Year "year" "a year" }
    /// Which side is obliged.
    Side { 1 Us "us" "us" default, 2 Them "them" "the client" }
}

record! {
    /// A contract for lasting co-operation.
    Agreement AgreementId AGREEMENT {
        /// What it is called.
        1 title: String = Type::Text, "Title", required, title;
        /// With which client.
        2 client: Link<ClientId> = Type::One(Kind::Client), "Client", required, owner, prefilled;
        /// What kind of contract it is.
        3 sort: AgreementKind = Type::Choice(AgreementKind::CHOICES), "Kind";
        /// Where it stands.
        4 status: AgreementStatus = Type::Choice(AgreementStatus::CHOICES), "Status";
        /// The day it was signed.
        5 signed: Option<NaiveDate> = Type::Past, "Signed";
        /// The first day it holds.
        6 start: Option<NaiveDate> = Type::Date, "Start";
        /// The last day it holds, unless it is renewed.
        7 end: Option<NaiveDate> = Type::Date, "End";
        /// How long before the end notice must be given: 1 month, 90 days.
        8 notice: Option<Span> = Type::Span, "Notice period";
        /// For how long it renews itself when nobody gives notice; empty when it does not.
        9 renews_for: Option<Span> = Type::Span, "Renews itself for";
        /// What it is worth: 2500 EUR.
        10 value: Option<Money> = Type::Money, "Value";
        /// How often that is due.
        11 per: Per = Type::Choice(Per::CHOICES), "Value per";
        /// Who signed.
        12 signatories: Links<ContactId> = Type::Many(Kind::Contact), "Signed by";
        /// Where the paper lies: a path or an address.
        13 file: String = Type::Text, "File";
        /// The term before this one.
        14 follows: Link<AgreementId> = Type::One(Kind::Agreement), "Follows";
        /// Everything else worth knowing.
        15 notes: String = Type::Long, "Notes";
        /// Names in other systems.
        16 external: Vec<String> = Type::Words, "Other ids", hidden;
    }
}

impl Agreement {
    /// The last day on which notice can be given: the end less the notice period. Without a period, the end itself.
    pub fn notice_date(&self) -> Option<NaiveDate> {
        let end = self.end?;
        self.notice.map_or(Some(end), |span| span.before(end))
    }
}

impl Rules for Agreement {
    fn rules(&self) -> Vec<ValidationError> {
        in_order(self.start, self.end, "end", "the end lies before the start").into_iter().collect()
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
        5 done_on: Option<NaiveDate> = Type::Past, "Done on";
        /// Everything else worth knowing.
        6 notes: String = Type::Long, "Notes";
    }
}

impl Rules for Obligation {}

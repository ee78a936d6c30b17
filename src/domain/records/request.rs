//! Requests: a client's wish, open until the client was told.

use super::in_order;
use super::task::Priority;
use crate::domain::Fault;
use crate::domain::choice::{ClosedChoice, choices};
use crate::domain::field::record;
use crate::domain::record::Rules;
use crate::domain::value::{Hand, Labelled, Link};
use crate::domain::{ClientId, ContactId, DepartmentId, Kind, ProjectId, PromisedDay, Type, ValidationError};
use chrono::NaiveDate;

choices! {
    /// Where a request stands; the loop is closed only when the client was told.
    RequestStatus {
        1 Asked "asked" "asked" default, 2 Routed "routed" "routed", 3 Promised "promised" "promised",
        4 Done "done" "done, not told", 5 Told "told" "told", 6 Declined "declined" "declined",
    }
}

impl RequestStatus {
    /// Whether the client still waits for word from us.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Told | Self::Declined)
    }
}

record! {
    /// A client's wish.
    Request RequestId REQUEST {
        /// The wish in one line.
        1 title: String = Type::Text, "Request", required, title, essential(1);
        /// Its short number.
        2 no: u32 = Type::Whole(0, 4_294_967_295), "No.", shown;
        /// Whose wish.
        3 client: Link<ClientId> = Type::One(Kind::Client), "Client", required, owner, prefilled, essential(2);
        /// Who asked.
        4 asked_by: Link<ContactId> = Type::One(Kind::Contact), "Asked by", prefilled, essential(3);
        /// The day it reached us.
        5 received: Option<NaiveDate> = Type::Past, "Received", prefilled, group("Progress");
        /// In which project.
        6 project: Link<ProjectId> = Type::One(Kind::Project), "Project", prefilled, leads_on, group("Progress");
        /// Which department carries it out.
        7 department: Link<DepartmentId> = Type::One(Kind::Department), "Routed to", essential(5);
        /// Who there.
        8 contact: Link<ContactId> = Type::One(Kind::Contact), "Person there", mostly_colleagues, covered, essential(6);
        /// Where it stands.
        9 status: RequestStatus = Type::Choice(RequestStatus::CHOICES), "Status", group("Progress");
        /// How much it matters.
        10 priority: Priority = Type::Choice(Priority::CHOICES), "Priority", group("Progress");
        /// The day the client wants it by; no promise of ours.
        21 wanted_by: Option<NaiveDate> = Type::Date, "Wanted by", essential(7);
        /// The date the client was promised.
        11 promised: Option<NaiveDate> = Type::Date, "Promised", promise, essential(4);
        /// Every day the client was promised, first to last.
        22 promises: Vec<PromisedDay> = Type::Promises, "Promised so far", shown;
        /// The date the department expects.
        12 expected: Option<NaiveDate> = Type::Date, "Expected", due(1), group("Progress");
        /// The day the work was done.
        13 done_on: Option<NaiveDate> = Type::Past, "Done on", group("Progress");
        /// The day the client was told of the outcome.
        14 told_on: Option<NaiveDate> = Type::Past, "Told on", group("Outcome");
        /// What came of it, or why it was declined.
        15 outcome: String = Type::Text, "Outcome", group("Outcome");
        /// How content the client was: 1 is not at all, 5 is very.
        16 satisfaction: Option<i64> = Type::Whole(1, 5), "Satisfaction (1-5)", group("Outcome");
        /// Who held the ball, first to last.
        17 hands: Vec<Hand> = Type::Hands, "Hands", shown;
        /// Words of your own, to filter by; a comma between two.
        20 tags: Vec<String> = Type::Words, "Tags", tags;
        /// Names and values of your own, one pair a line: what another program knew of it.
        24 custom: Vec<Labelled> = Type::Pairs, "Custom fields";
        /// The wish in the client's own words.
        18 detail: String = Type::Long, "In their words";
        /// Names in other systems.
        19 external: Vec<String> = Type::Words, "Other ids", hidden;
        /// Out of Today until this day.
        23 snoozed: Option<NaiveDate> = Type::Date, "Snoozed until", shown, snooze;
    }
}

impl Rules for Request {
    fn rules(&self) -> Vec<ValidationError> {
        let promised = in_order(self.received, self.promised, "promised", Fault::PromisedBeforeReceived);
        let declined = (self.status == RequestStatus::Declined && self.outcome.is_empty())
            .then(|| ValidationError::from(Fault::DeclinedWithoutReason).at("outcome"));
        promised.into_iter().chain(declined).collect()
    }
}

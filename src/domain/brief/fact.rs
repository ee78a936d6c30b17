//! What a line of a brief says.

use crate::domain::{
    AgreementId, ContactId, DecisionId, FeedbackId, Holder, InteractionId, MemberId, MilestoneId,
    ObligationId, ProjectId, RequestId, Span, TaskId,
};
use chrono::NaiveDate;

/// What a line of a brief says; what else it tells is a field of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A wish that is open.
    Request {
        /// Which one.
        id: RequestId,
        /// What was promised of it.
        promise: Promise,
        /// The day it is expected on, when that is after the promised one.
        expected: Option<NaiveDate>,
        /// With whom it lies.
        held: Option<Held>,
    },
    /// A task that is open.
    Task {
        /// Which one.
        id: TaskId,
        /// The day it is due.
        due: Option<NaiveDate>,
        /// With whom it lies; nothing for one of our own that was never passed on.
        held: Option<Held>,
    },
    /// Something an agreement obliges one side to, by a day.
    Obligation(ObligationId, NaiveDate),
    /// A decision they owe, for so many days.
    DecisionOwed(DecisionId, i64),
    /// Somebody, and their part in the project.
    Person(ContactId, Option<MemberId>),
    /// What passed between us on a day.
    Touch(InteractionId, NaiveDate),
    /// What they thought.
    Feedback(FeedbackId),
    /// What they decided.
    Decided(DecisionId),
    /// A touch that is planned for a day.
    Planned(InteractionId, NaiveDate),
    /// A milestone that is ahead, or late.
    Milestone {
        /// Which one.
        id: MilestoneId,
        /// Its day.
        on: NaiveDate,
        /// Its project, where the page is not about that.
        of: Option<ProjectId>,
        /// The day it is expected on, when that is later.
        expected: Option<NaiveDate>,
    },
    /// The last day for notice of an agreement.
    Notice {
        /// Which one.
        id: AgreementId,
        /// The last day.
        by: NaiveDate,
        /// For how long it renews itself without.
        renews: Option<Span>,
        /// The day its term ends.
        end: NaiveDate,
    },
    /// The day on which the term of an agreement ends, and for how long it then renews itself.
    TermEnds(AgreementId, NaiveDate, Option<Span>),
    /// A birthday.
    Birthday(ContactId, NaiveDate),
}

/// What was promised of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// Nothing.
    Nothing,
    /// It is done, and they were not told.
    DoneNotTold,
    /// A day, and the first one when it moved.
    Day(NaiveDate, Option<NaiveDate>),
}

/// Who holds something, and who held it before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who holds it.
    pub by: Holder,
    /// For how many days.
    pub days: i64,
    /// How many reminders were sent in this time.
    pub nudges: usize,
    /// Who held it before and for how many days, in the order in which they first had it.
    pub before: Vec<(Holder, i64)>,
}

//! The kinds, one file each: their fields and the rules that need more than one of them.

mod agreement;
mod client;
mod contact;
mod department;
mod interaction;
mod playbook;
mod project;
mod request;
mod task;

pub use super::ids::{
    AbsenceId, AgreementId, ClientId, ContactId, DecisionId, DepartmentId, FeedbackId, InteractionId, KindId,
    MemberId, MilestoneId, ObligationId, PlaybookId, ProjectId, RequestId, TaskId,
};
pub use super::value::{Link, Links};
pub use agreement::{
    AGREEMENT, Agreement, AgreementKind, AgreementStatus, OBLIGATION, Obligation, Per, Side,
};
pub use client::{CLIENT, Client, ClientStatus, Tier};
pub use contact::{ABSENCE, Absence, Attitude, CONTACT, Channel, Contact, Influence, StakeRole};
pub use department::{DEPARTMENT, Department};
pub use interaction::{
    DECISION, Decision, DecisionKind, Direction, FEEDBACK, Feedback, INTERACTION, Interaction, Mood, Outcome,
    Touch,
};
pub use playbook::{PLAYBOOK, Playbook};
pub use project::{MEMBER, MILESTONE, Member, Milestone, PROJECT, Part, Project, ProjectStatus};
pub use request::{REQUEST, Request, RequestStatus};
pub use task::{Priority, TASK, Task, TaskStatus};

use super::Fault;
use chrono::NaiveDate;

/// The complaint when `last` lies before `first`.
fn in_order(
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    field: &'static str,
    words: &str,
) -> Option<Fault> {
    (first? > last?).then(|| Fault::new(words).at(field))
}

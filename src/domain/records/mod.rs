//! The kinds, a file each, or one for those that belong together: their fields and the rules that need more than one of
//! them. And the one table of kinds.

mod agreement;
pub use agreement::*;
mod calendar;
pub use calendar::*;
mod client;
pub use client::*;
mod contact;
pub use contact::*;
mod custom_field;
pub use custom_field::*;
mod department;
pub use department::*;
mod interaction;
pub use interaction::*;
mod playbook;
pub use playbook::*;
mod project;
pub use project::*;
mod request;
pub use request::*;
mod task;
pub use task::*;

pub use super::ids::KindId;
pub use super::value::{Link, Links};

use super::kind::kinds;
use super::{Fault, ValidationError};
use chrono::NaiveDate;

/// The complaint when `last` lies before `first`.
fn in_order(
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    field: &'static str,
    fault: Fault,
) -> Option<ValidationError> {
    (first? > last?).then(|| ValidationError::from(fault).at(field))
}

kinds! {
    /// An organisation that is served.
    1 Client ClientId CLIENT "client" "clients", sign "●" "C" "client",
        sought First(1), by Name, columns [tier status industry city country];
    /// A person, at a client or in a department of the own company.
    2 Contact ContactId CONTACT "contact" "contacts", sign "@" "@" "person",
        sought First(2), by Name, columns [job client department mails phones];
    /// A part of the own company that carries wishes out.
    3 Department DepartmentId DEPARTMENT "department" "departments", sign "▤" "D" "department",
        sought First(3), by Name, columns [lead mail answer_days];
    /// Work for one client over time.
    4 Project ProjectId PROJECT "project" "projects" numbered, sign "■" "P" "project",
        sought First(4), by Number, columns [client status priority promised expected];
    /// A checkpoint of a project with a promised and an expected date.
    5 Milestone MilestoneId MILESTONE "milestone" "milestones", sign "◆" "M" "milestone; in a month, a promise",
        sought Second(3), by Soonest(promised), columns [project promised expected done_on];
    /// Somebody's part in a project.
    6 Member MemberId MEMBER "member" "members", sign "&" "&" "member of a team",
        sought Never, by Name, columns [project part duty];
    /// One piece of work for one person.
    7 Task TaskId TASK "task" "tasks" numbered, sign "○" "o" "task; in a month, what is due",
        sought Second(2), by Number, columns [status due assignee project client];
    /// A client's wish, open until the client was told.
    8 Request RequestId REQUEST "request" "requests" numbered, sign "#" "#" "request",
        sought Second(1), by Number, columns [client status department contact promised expected];
    /// One touch: call, meeting, mail, visit, message or note.
    9 Interaction InteractionId INTERACTION "interaction" "interactions", sign "»" ">" "call, meeting, mail, visit",
        sought Last(3), by Latest(at), columns [at touch clients people];
    /// A contract for lasting co-operation.
    10 Agreement AgreementId AGREEMENT "agreement" "agreements", sign "§" "S" "agreement; in a month, its last day for notice",
        sought First(5), by Name, columns [client sort status end notice value];
    /// Something an agreement obliges one side to do by a date.
    11 Obligation ObligationId OBLIGATION "obligation" "obligations", sign "¶" "O" "what an agreement obliges to",
        sought Second(4), by Soonest(due), columns [agreement side due done_on];
    /// What the client thought.
    12 Feedback FeedbackId FEEDBACK "feedback" "feedback", sign "*" "*" "feedback",
        sought Last(2), by Latest(on), columns [client contact on csat nps];
    /// An approval or a decision: who, when, what exactly.
    13 Decision DecisionId DECISION "decision" "decisions", sign "?" "?" "approval or decision",
        sought Last(1), by Latest(on), columns [client sort outcome by on];
    /// Days a department contact is away, and who stands in.
    14 Absence AbsenceId ABSENCE "absence" "absences", sign "░" "a" "days away",
        sought Never, by Soonest(first), columns [first last stand_in note];
    /// What projects of a kind begin with: milestones and tasks by days from the start.
    15 Playbook PlaybookId PLAYBOOK "playbook" "playbooks", sign "≡" "=" "playbook",
        sought Never, by Name, columns [about];
    /// Days on which nobody works: a weekend and holidays.
    16 Calendar CalendarId CALENDAR "calendar" "calendars", sign "▦" "c" "calendar",
        sought Last(4), by Name, columns [country weekend];
    /// A field of your own for the records of a kind: its name, and what may stand in it.
    17 CustomField CustomFieldId CUSTOM_FIELD "field" "fields", sign "▣" "F" "custom field",
        sought Last(5), by Name, columns [of sort choices place listed];
}

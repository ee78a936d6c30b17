//! The pages of a record, what can be read about each kind, page by page; and the row that the desk has for each kind.

mod agreement;
mod client;
mod contact;
mod department;
mod details;
mod head;
mod heat;
mod history;
mod holders;
mod load;
mod plan;
mod project;
pub mod promises;
mod request;
mod stakeholders;
mod terms;
mod waiting;
mod work;

pub use history::{Lines as HistoryLines, describe};

use crate::app::command::Command::{Add, Desk as Do};
use crate::app::command::{Command, Common, DeskCommand};
use crate::app::ctx::Ctx;
use crate::app::document::Document;
use crate::domain::{Kind, Ref};

/// One page of a record.
#[derive(Debug)]
pub struct Page {
    /// The word on its tab.
    pub name: &'static str,
    /// What `add` writes down while it is open; `None` adds what the list shows.
    pub adds: Option<Kind>,
    /// What stands on it.
    pub build: fn(Ctx<'_>, Ref) -> Document,
}

const KEPT: Page = Page { name: promises::PROMISES, adds: None, build: promises::page };
const TIMELINE: Page = Page { name: "timeline", adds: Some(Kind::Interaction), build: work::timeline };
const DETAILS: Page = Page { name: "details", adds: None, build: details::page };
const HOLDERS: Page = Page { name: "holders", adds: None, build: holders::page };
/// The page that is read from the journal on disk and arrives later.
pub const HISTORY: &str = "history";
const CHANGES: Page = Page { name: HISTORY, adds: None, build: history::waiting };
/// What can be read about whatever has no page of its own.
const PLAIN: &[Page] = &[DETAILS, CHANGES];
/// The same, of what somebody holds.
const HELD: &[Page] = &[DETAILS, HOLDERS, CHANGES];

/// What the desk knows of a kind.
#[derive(Debug)]
pub struct KindSpec {
    /// The pages of a record; the first is shown at first.
    pub pages: &'static [Page],
    /// What is done most with a record, the first thing first.
    pub first: &'static [Command],
}

/// To what the mark stands on.
pub const OPEN: Command = Command::Common(Common::Take);

/// The row of a kind.
#[allow(clippy::too_many_lines, reason = "one row for each kind, which the compiler demands")]
pub const fn of_kind(kind: Kind) -> KindSpec {
    use DeskCommand as C;
    match kind {
        Kind::Client => KindSpec {
            pages: &[
                Page { name: "overview", adds: None, build: client::overview },
                Page { name: "health", adds: None, build: client::health },
                Page { name: "people", adds: Some(Kind::Contact), build: stakeholders::map },
                Page { name: "projects", adds: Some(Kind::Project), build: client::projects },
                Page { name: "tasks", adds: Some(Kind::Task), build: work::tasks },
                Page { name: "waiting", adds: Some(Kind::Request), build: waiting::page },
                KEPT,
                Page { name: "agreements", adds: Some(Kind::Agreement), build: terms::of_client },
                TIMELINE,
                DETAILS,
                CHANGES,
            ],
            first: &[
                OPEN,
                Add(Kind::Interaction),
                Do(C::Brief),
                Add(Kind::Request),
                Do(C::Capture),
                Do(C::Edit),
                Do(C::Report),
            ],
        },
        Kind::Project => KindSpec {
            pages: &[
                Page { name: "overview", adds: Some(Kind::Milestone), build: project::overview },
                Page { name: "plan", adds: Some(Kind::Milestone), build: plan::chart },
                Page { name: "by status", adds: Some(Kind::Task), build: project::by_status },
                Page { name: "by department", adds: Some(Kind::Task), build: project::by_department },
                Page { name: "team", adds: Some(Kind::Member), build: project::team },
                KEPT,
                TIMELINE,
                DETAILS,
                CHANGES,
            ],
            first: &[
                OPEN,
                Add(Kind::Milestone),
                Add(Kind::Task),
                Do(C::Snooze),
                Do(C::Postpone),
                Do(C::Brief),
                Do(C::Edit),
                Do(C::Report),
            ],
        },
        Kind::Department => KindSpec {
            pages: &[
                Page { name: "people", adds: Some(Kind::Contact), build: department::people },
                Page { name: "open work", adds: Some(Kind::Task), build: department::open_work },
                Page { name: "waiting", adds: Some(Kind::Task), build: waiting::page },
                Page { name: "load", adds: Some(Kind::Task), build: load::weeks },
                Page { name: "heat map", adds: Some(Kind::Task), build: heat::map },
                KEPT,
                TIMELINE,
                DETAILS,
                CHANGES,
            ],
            first: &[OPEN, Do(C::Nudge), Do(C::Report), Add(Kind::Contact), Do(C::ShowPromises), Do(C::Edit)],
        },
        Kind::Contact => KindSpec {
            pages: &[
                Page { name: "overview", adds: Some(Kind::Interaction), build: contact::overview },
                Page { name: "tasks", adds: Some(Kind::Task), build: work::tasks },
                Page { name: "waiting", adds: Some(Kind::Task), build: waiting::page },
                KEPT,
                TIMELINE,
                DETAILS,
                CHANGES,
            ],
            first: &[
                OPEN,
                Add(Kind::Interaction),
                Do(C::Nudge),
                Do(C::Brief),
                Add(Kind::Absence),
                Do(C::Edit),
            ],
        },
        Kind::Request => KindSpec {
            pages: &[
                Page { name: "overview", adds: Some(Kind::Interaction), build: request::overview },
                HOLDERS,
                DETAILS,
                CHANGES,
            ],
            first: &[
                Do(C::ToggleDone),
                Do(C::Pass),
                Do(C::Snooze),
                Do(C::Postpone),
                OPEN,
                Do(C::Nudge),
                Do(C::Edit),
            ],
        },
        Kind::Agreement => KindSpec {
            pages: &[
                Page { name: "overview", adds: Some(Kind::Obligation), build: agreement::overview },
                DETAILS,
                CHANGES,
            ],
            first: &[Do(C::Renew), Add(Kind::Obligation), Do(C::Snooze), OPEN, Do(C::Edit)],
        },
        Kind::Milestone => KindSpec {
            pages: PLAIN,
            first: &[Do(C::ToggleDone), Do(C::Snooze), Do(C::Postpone), Do(C::TellMove), OPEN, Do(C::Edit)],
        },
        Kind::Task => KindSpec {
            pages: HELD,
            first: &[
                Do(C::ToggleDone),
                Do(C::Snooze),
                Do(C::Postpone),
                Do(C::Pass),
                OPEN,
                Do(C::Nudge),
                Do(C::Edit),
            ],
        },
        Kind::Obligation => KindSpec {
            pages: PLAIN,
            first: &[Do(C::ToggleDone), Do(C::Snooze), Do(C::Postpone), OPEN, Do(C::Edit)],
        },
        Kind::Interaction => KindSpec {
            pages: PLAIN,
            first: &[
                Do(C::ToggleDone),
                Do(C::Snooze),
                OPEN,
                Do(C::Report),
                Do(C::Edit),
                Add(Kind::Interaction),
            ],
        },
        Kind::Decision => KindSpec {
            pages: HELD,
            first: &[Do(C::ToggleDone), Do(C::Snooze), OPEN, Do(C::Nudge), Do(C::Edit)],
        },
        Kind::Member
        | Kind::Feedback
        | Kind::Absence
        | Kind::Playbook
        | Kind::Calendar
        | Kind::CustomField => KindSpec { pages: PLAIN, first: &[OPEN, Do(C::Edit), Do(C::Delete)] },
    }
}

/// The pages of a kind; the first is shown at first.
pub fn pages(kind: Kind) -> &'static [Page] {
    of_kind(kind).pages
}

//! The pages of a record: what can be read about each kind, page by page.

mod agreement;
mod client;
mod contact;
mod department;
mod details;
mod heat;
mod history;
mod load;
mod plan;
mod project;
pub mod promises;
mod request;
mod stakeholders;
mod waiting;
mod work;

pub use history::{Lines as HistoryLines, describe};

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
const DETAILS: Page = Page { name: "details", adds: None, build: details::page };
/// The page that is read from the journal on disk and arrives later.
pub const HISTORY: &str = "history";
const CHANGES: Page = Page { name: HISTORY, adds: None, build: history::waiting };

/// The pages of a kind; the first is shown at first.
pub fn pages(kind: Kind) -> &'static [Page] {
    match kind {
        Kind::Client => &[
            Page { name: "overview", adds: None, build: client::overview },
            Page { name: "health", adds: None, build: client::health },
            Page { name: "people", adds: Some(Kind::Contact), build: stakeholders::map },
            Page { name: "projects", adds: Some(Kind::Project), build: client::projects },
            Page { name: "tasks", adds: Some(Kind::Task), build: work::tasks },
            Page { name: "waiting", adds: Some(Kind::Request), build: waiting::page },
            KEPT,
            Page { name: "timeline", adds: Some(Kind::Interaction), build: work::timeline },
            DETAILS,
            CHANGES,
        ],
        Kind::Project => &[
            Page { name: "overview", adds: Some(Kind::Milestone), build: project::overview },
            Page { name: "plan", adds: Some(Kind::Milestone), build: plan::chart },
            Page { name: "by status", adds: Some(Kind::Task), build: project::by_status },
            Page { name: "by department", adds: Some(Kind::Task), build: project::by_department },
            Page { name: "team", adds: Some(Kind::Member), build: project::team },
            KEPT,
            Page { name: "timeline", adds: Some(Kind::Interaction), build: work::timeline },
            DETAILS,
            CHANGES,
        ],
        Kind::Department => &[
            Page { name: "people", adds: Some(Kind::Contact), build: department::people },
            Page { name: "open work", adds: Some(Kind::Task), build: department::open_work },
            Page { name: "waiting", adds: Some(Kind::Task), build: waiting::page },
            Page { name: "load", adds: Some(Kind::Task), build: load::weeks },
            Page { name: "heat map", adds: Some(Kind::Task), build: heat::map },
            KEPT,
            Page { name: "timeline", adds: Some(Kind::Interaction), build: work::timeline },
            DETAILS,
            CHANGES,
        ],
        Kind::Contact => &[
            Page { name: "overview", adds: Some(Kind::Interaction), build: contact::overview },
            Page { name: "tasks", adds: Some(Kind::Task), build: work::tasks },
            Page { name: "waiting", adds: Some(Kind::Task), build: waiting::page },
            KEPT,
            Page { name: "timeline", adds: Some(Kind::Interaction), build: work::timeline },
            DETAILS,
            CHANGES,
        ],
        Kind::Request => &[
            Page { name: "overview", adds: Some(Kind::Interaction), build: request::overview },
            DETAILS,
            CHANGES,
        ],
        Kind::Agreement => &[
            Page { name: "overview", adds: Some(Kind::Obligation), build: agreement::overview },
            DETAILS,
            CHANGES,
        ],
        Kind::Milestone
        | Kind::Member
        | Kind::Task
        | Kind::Interaction
        | Kind::Obligation
        | Kind::Feedback
        | Kind::Decision
        | Kind::Absence
        | Kind::Playbook
        | Kind::Calendar => &[DETAILS, CHANGES],
    }
}

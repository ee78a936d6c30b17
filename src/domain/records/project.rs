//! Projects, their milestones and their team.

use super::in_order;
use super::task::Priority;
use crate::domain::Fault;
use crate::domain::choice::{ClosedChoice, choices};
use crate::domain::field::record;
use crate::domain::reach::WayKind;
use crate::domain::record::Rules;
use crate::domain::value::{Labelled, Link, Links};
use crate::domain::{
    ClientId, ContactId, Kind, MilestoneId, Money, PlaybookId, ProjectId, PromisedDay, TaskId, Type,
    ValidationError,
};
use chrono::NaiveDate;

choices! {
    /// Where a project stands.
    ProjectStatus {
        2 Planned "planned" "planned", 1 Active "active" "active" default, 3 OnHold "on-hold" "on hold",
        4 Done "done" "done", 5 Cancelled "cancelled" "cancelled",
    }
    /// What somebody is to a project.
    Part {
        1 Responsible "responsible" "responsible" default, 2 Accountable "accountable" "accountable",
        3 Consulted "consulted" "consulted", 4 Informed "informed" "informed",
    }
}

impl ProjectStatus {
    /// Whether there is still work to do.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::Cancelled)
    }
}

record! {
    /// Work for one client over time.
    Project ProjectId PROJECT {
        /// What it is called.
        1 name: String = Type::Text, "Name", required, title, essential(1);
        /// Its short number.
        2 no: u32 = Type::Whole(0, 4_294_967_295), "No.", shown;
        /// For whom.
        3 client: Link<ClientId> = Type::One(Kind::Client), "Client", required, owner, prefilled, essential(2);
        /// Where it stands.
        4 status: ProjectStatus = Type::Choice(ProjectStatus::CHOICES), "Status", group("Progress");
        /// How much it matters.
        5 priority: Priority = Type::Choice(Priority::CHOICES), "Priority", group("Progress");
        /// The first day of work.
        6 start: Option<NaiveDate> = Type::Date, "Start", group("Progress");
        /// What a new project begins with: the milestones and tasks of the playbook are written down with it.
        18 playbook: Link<PlaybookId> = Type::One(Kind::Playbook), "Playbook", essential(4);
        /// The end that the client was promised.
        7 promised: Option<NaiveDate> = Type::Date, "Promised end", promise, essential(3);
        /// Every end the client was promised, first to last.
        19 promises: Vec<PromisedDay> = Type::Promises, "Promised so far", shown;
        /// The end as it is expected today.
        8 expected: Option<NaiveDate> = Type::Date, "Expected end", due(1), essential(5);
        /// The day it was done.
        9 done_on: Option<NaiveDate> = Type::Past, "Done on", group("Progress");
        /// Hours of work that were agreed.
        10 effort_budget: Option<i64> = Type::Whole(0, 1_000_000), "Hours agreed", group("Budget");
        /// Hours of work spent so far.
        11 effort_spent: Option<i64> = Type::Whole(0, 1_000_000), "Hours spent", group("Budget");
        /// Money that was agreed: 12000 EUR.
        12 money_budget: Option<Money> = Type::Money, "Budget", group("Budget");
        /// Money spent so far.
        13 money_spent: Option<Money> = Type::Money, "Spent", group("Budget");
        /// Words of your own, to filter by; a comma between two.
        14 tags: Vec<String> = Type::Words, "Tags", tags;
        /// Files and pages; a comma between two, double quotes around what has a comma in it.
        15 links: Vec<String> = Type::Words, "Links", way(WayKind::File, "");
        /// Names and values of your own, one pair a line: what another program knew of it.
        21 custom: Vec<Labelled> = Type::Pairs, "Custom fields";
        /// What the client wants and why.
        16 brief: String = Type::Long, "Brief";
        /// Names in other systems.
        17 external: Vec<String> = Type::Words, "Other ids", hidden;
        /// Out of Today until this day.
        20 snoozed: Option<NaiveDate> = Type::Date, "Snoozed until", shown, snooze;
    }
}

impl Rules for Project {
    fn rules(&self) -> Vec<ValidationError> {
        let promised = in_order(self.start, self.promised, "promised", Fault::EndBeforeStart);
        promised
            .into_iter()
            .chain(in_order(self.start, self.expected, "expected", Fault::EndBeforeStart))
            .collect()
    }
}

record! {
    /// A checkpoint of a project.
    Milestone MilestoneId MILESTONE {
        /// What is reached then.
        1 name: String = Type::Text, "Name", required, title, essential(1);
        /// Of which project.
        2 project: Link<ProjectId> = Type::One(Kind::Project), "Project", required, owner, prefilled, leads_on, essential(2);
        /// The date the client was promised.
        3 promised: Option<NaiveDate> = Type::Date, "Promised", due(2), promise, essential(3);
        /// Every date the client was promised, first to last.
        10 promises: Vec<PromisedDay> = Type::Promises, "Promised so far", shown;
        /// The date as it is expected today; empty is as promised.
        4 expected: Option<NaiveDate> = Type::Date, "Expected", due(1), essential(4);
        /// The date that was planned first; kept to compare.
        5 baseline: Option<NaiveDate> = Type::Date, "Planned first", shown;
        /// The day it was reached.
        6 done_on: Option<NaiveDate> = Type::Past, "Reached on", closes, group("Progress");
        /// Milestones that must be reached before.
        7 after: Links<MilestoneId> = Type::Many(Kind::Milestone), "After milestones", waits_for, group("Waits for");
        /// Tasks that must be done before.
        8 after_tasks: Links<TaskId> = Type::Many(Kind::Task), "After tasks", waits_for, group("Waits for");
        /// Everything else worth knowing.
        9 notes: String = Type::Long, "Notes";
        /// Out of Today until this day.
        11 snoozed: Option<NaiveDate> = Type::Date, "Snoozed until", shown, snooze;
    }
}

impl Milestone {
    /// The date it is due as things stand: reached, expected, promised, in this order.
    pub fn date(&self) -> Option<NaiveDate> {
        self.done_on.or(self.expected).or(self.promised)
    }
}

record! {
    /// Somebody's part in a project.
    Member MemberId MEMBER {
        /// In which project.
        1 project: Link<ProjectId> = Type::One(Kind::Project), "Project", required, owner, prefilled, leads_on;
        /// Who.
        2 contact: Link<ContactId> = Type::One(Kind::Contact), "Who", required, owner, named_after("nobody"), leads_on, mostly_colleagues, covered;
        /// Responsible, accountable, consulted or informed.
        3 part: Part = Type::Choice(Part::CHOICES), "Role";
        /// For what in particular.
        4 duty: String = Type::Text, "Area";
    }
}

impl Rules for Milestone {}

impl Rules for Member {}

//! Tasks.

use super::in_order;
use crate::domain::Fault;
use crate::domain::choice::{ClosedChoice, choices};
use crate::domain::field::record;
use crate::domain::record::Rules;
use crate::domain::value::{Check, Hand, Labelled, Link, Links};
use crate::domain::{
    ClientId, ContactId, Kind, MilestoneId, ProjectId, Repeat, RequestId, TaskId, Type, ValidationError,
};
use chrono::NaiveDate;

choices! {
    /// How much something matters.
    Priority { 2 Low "low" "low", 1 Normal "normal" "normal" default, 3 High "high" "high", 4 Urgent "urgent" "urgent" }
    /// Where a task stands.
    TaskStatus {
        1 Open "open" "open" default, 2 Doing "doing" "in work", 3 Waiting "waiting" "waiting",
        4 Done "done" "done", 5 Dropped "dropped" "dropped",
    }
}

impl Priority {
    /// `!!`, `!`, nothing, or `-`: the mark beside the row.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Urgent => "!!",
            Self::High => "!",
            Self::Normal => "",
            Self::Low => "-",
        }
    }
}

impl TaskStatus {
    /// Whether there is still work to do.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::Dropped)
    }

    /// One column's worth of status; readable without colour.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Open => "○",
            Self::Doing => "◐",
            Self::Waiting => "…",
            Self::Done => "✓",
            Self::Dropped => "×",
        }
    }
}

record! {
    /// One piece of work for one person; a follow-up is a task of one's own.
    Task TaskId TASK {
        /// What is to be done.
        1 title: String = Type::Text, "Task", required, title, essential(1);
        /// Its short number.
        2 no: u32 = Type::Whole(0, 4_294_967_295), "No.", shown;
        /// Somebody in a department; empty is you.
        3 assignee: Link<ContactId> = Type::One(Kind::Contact), "Who does it", prefilled, mostly_colleagues, covered, essential(3);
        /// By when: fri, in 3 days, 24/12.
        4 due: Option<NaiveDate> = Type::Date, "Due", due(1), essential(2);
        /// In which project.
        5 project: Link<ProjectId> = Type::One(Kind::Project), "Project", owner, prefilled, leads_on, essential(4);
        /// For which client, when it is in no project.
        6 client: Link<ClientId> = Type::One(Kind::Client), "Client", owner, prefilled, essential(5);
        /// For which request.
        7 request: Link<RequestId> = Type::One(Kind::Request), "Request", prefilled, leads_on, group("Belongs to");
        /// Towards which milestone.
        8 milestone: Link<MilestoneId> = Type::One(Kind::Milestone), "Milestone", prefilled, group("Belongs to");
        /// Where it stands.
        9 status: TaskStatus = Type::Choice(TaskStatus::CHOICES), "Status", group("Work");
        /// How much it matters.
        10 priority: Priority = Type::Choice(Priority::CHOICES), "Priority", group("Work");
        /// Not before this day.
        11 start: Option<NaiveDate> = Type::Date, "Start", group("Work");
        /// Hours of work.
        12 effort: Option<i64> = Type::Whole(0, 100_000), "Hours", group("Work");
        /// Tasks that must be done before.
        13 after: Links<TaskId> = Type::Many(Kind::Task), "After tasks", waits_for, group("Belongs to");
        /// Small steps, one a line; what is done has an x in square brackets before it.
        14 checklist: Vec<Check> = Type::Checks, "Checklist", group("Work");
        /// When it comes again: every 2 weeks, 10 days after done.
        15 repeat: Option<Repeat> = Type::Repeat, "Repeats", group("Work");
        /// The day of the month it is wished on, while its date hides that: the 30th in February.
        21 repeat_day: Option<i64> = Type::Whole(1, 31), "Wished day", hidden;
        /// The day it was done.
        16 done_on: Option<NaiveDate> = Type::Past, "Done on", shown, group("Work");
        /// Who held the ball, first to last.
        17 hands: Vec<Hand> = Type::Hands, "Hands", shown;
        /// Words of your own, to filter by; a comma between two.
        20 tags: Vec<String> = Type::Words, "Tags", tags;
        /// Names and values of your own, one pair a line: what another program knew of it.
        23 custom: Vec<Labelled> = Type::Pairs, "Custom fields";
        /// Everything else worth knowing.
        18 notes: String = Type::Long, "Notes";
        /// Names in other systems.
        19 external: Vec<String> = Type::Words, "Other ids", hidden;
        /// Out of Today until this day.
        22 snoozed: Option<NaiveDate> = Type::Date, "Snoozed until", shown, snooze;
    }
}

impl Rules for Task {
    fn rules(&self) -> Vec<ValidationError> {
        let mut out: Vec<ValidationError> =
            in_order(self.start, self.due, "due", Fault::DueBeforeStart).into_iter().collect();
        if self.after.0.contains(&self.id) {
            out.push(ValidationError::from(Fault::WaitsForSelf).at("after"));
        }
        out
    }
}

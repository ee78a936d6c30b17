//! Playbooks.

use crate::domain::field::record;
use crate::domain::record::Rules;
use crate::domain::{Type, ValidationError, playbook};

record! {
    /// What projects of a kind begin with: milestones and tasks by days from the start.
    Playbook PlaybookId PLAYBOOK {
        /// What kind of project it is for.
        1 name: String = Type::Text, "Name", required, title;
        /// When to use it.
        2 about: String = Type::Text, "For";
        /// A step a line: day 10 First drafts @design 40h !high; * before a milestone, > after the task before.
        3 steps: String = Type::Long, "Steps", required;
    }
}

impl Rules for Playbook {
    fn rules(&self) -> Vec<ValidationError> {
        playbook::steps(&self.steps).err().map(|error| error.at("steps")).into_iter().collect()
    }
}

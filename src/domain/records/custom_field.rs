//! Fields of one's own: what they are called, which records have them, what may stand in them.

use crate::domain::choice::{ClosedChoice, choices};
use crate::domain::custom;
use crate::domain::field::record;
use crate::domain::record::Rules;
use crate::domain::{Kind, Type, ValidationError};

choices! {
    /// Which records have a custom field; the codes are those of the kinds.
    CustomOf {
        1 Client "client" "client" default, 2 Contact "contact" "contact", 3 Department "department" "department",
        4 Project "project" "project", 7 Task "task" "task", 8 Request "request" "request",
        9 Interaction "interaction" "touch", 10 Agreement "agreement" "agreement",
    }
    /// What may stand in a custom field.
    CustomType {
        1 Text "text" "text" default, 2 Number "number" "number", 3 Date "date" "date", 4 Choice "choice" "choice",
        5 YesNo "yes-no" "yes or no", 6 Money "money" "money",
    }
}

impl CustomOf {
    /// The kind whose records have the field.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Client => Kind::Client,
            Self::Contact => Kind::Contact,
            Self::Department => Kind::Department,
            Self::Project => Kind::Project,
            Self::Task => Kind::Task,
            Self::Request => Kind::Request,
            Self::Interaction => Kind::Interaction,
            Self::Agreement => Kind::Agreement,
        }
    }

    /// The choice for a kind; none for one whose records have no such fields.
    pub fn of_kind(kind: Kind) -> Option<Self> {
        Self::from_code(kind.code())
    }
}

record! {
    /// A field of your own for the records of a kind.
    CustomField CustomFieldId CUSTOM_FIELD {
        /// What it is called: Contract no., Segment, Signed NDA. Values move along when it is renamed.
        1 name: String = Type::Text, "Name", required, title;
        /// Which records have it.
        2 of: CustomOf = Type::Choice(CustomOf::CHOICES), "Field of";
        /// What may stand in it. What does not fit another type is kept, and marked.
        3 sort: CustomType = Type::Choice(CustomType::CHOICES), "Holds";
        /// What can be chosen, where it is a choice: A, B, C; a comma between two.
        4 choices: Vec<String> = Type::Words, "Choices";
        /// What it is for; it stands below the field in forms.
        5 about: String = Type::Text, "For";
        /// Which place it has among the others: 1 is the first.
        6 place: Option<i64> = Type::Whole(1, 999), "Place";
        /// Whether the list of such records has it as a column.
        7 listed: bool = Type::Flag, "In lists";
    }
}

impl Rules for CustomField {
    fn rules(&self) -> Vec<ValidationError> {
        custom::complaints(self)
    }
}

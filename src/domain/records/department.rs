//! Departments of the own company.

use crate::domain::field::record;
use crate::domain::reach::WayKind;
use crate::domain::record::Rules;
use crate::domain::value::{Labelled, Link};
use crate::domain::{ContactId, Kind, Type};

record! {
    /// A part of the own company that carries wishes out.
    Department DepartmentId DEPARTMENT {
        /// Its name: Design, Legal, Logistics.
        1 name: String = Type::Text, "Name", required, title;
        /// Who leads it.
        2 lead: Link<ContactId> = Type::One(Kind::Contact), "Head", colleagues;
        /// The mail address they all read.
        3 mail: String = Type::Text, "Shared mail", way(WayKind::Mail, "shared");
        /// The telephone they all answer.
        4 phone: String = Type::Text, "Shared phone", way(WayKind::Phone, "shared");
        /// How many days they usually take to answer.
        5 answer_days: Option<i64> = Type::Whole(0, 365), "Answers in (days)";
        /// Everything else worth knowing.
        6 notes: String = Type::Long, "Notes";
        /// Names and values of your own: 'floor: 3', one a line.
        7 custom: Vec<Labelled> = Type::Pairs, "Custom fields";
    }
}

impl Rules for Department {}

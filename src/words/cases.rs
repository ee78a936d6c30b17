//! Words for kinds in the case that another word asks for.

use super::lang::Lang;
use crate::domain::Kind;

const fn genitive(kind: Kind) -> &'static str {
    match kind {
        Kind::Client => "πελάτη",
        Kind::Contact => "επαφής",
        Kind::Department => "τμήματος",
        Kind::Project => "έργου",
        Kind::Milestone => "ορόσημου",
        Kind::Member => "μέλους ομάδας",
        Kind::Task => "εργασίας",
        Kind::Request => "αιτήματος",
        Kind::Interaction => "επικοινωνίας",
        Kind::Feedback => "γνώμης",
        Kind::Decision => "απόφασης",
        Kind::Agreement => "συμφωνίας",
        Kind::Obligation => "υποχρέωσης",
        Kind::Absence => "απουσίας",
        Kind::Playbook => "σεναρίου",
        Kind::Calendar => "ημερολογίου",
        Kind::CustomField => "δικού σας πεδίου",
    }
}

/// The word for one record of a kind behind what is done with it: "Edit client", "Επεξεργασία πελάτη".
pub fn of_kind(kind: Kind) -> &'static str {
    match Lang::now() {
        Lang::En => kind.name(),
        Lang::El => genitive(kind),
    }
}

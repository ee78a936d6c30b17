//! People, and the days they are away.

use super::in_order;
use crate::domain::Fault;
use crate::domain::choice::{ClosedChoice, choices};
use crate::domain::field::record;
use crate::domain::record::Rules;
use crate::domain::value::{Labelled, Link, Links};
use crate::domain::{Birthday, ClientId, ContactId, DepartmentId, Home, Kind, Ref, Type, ValidationError};
use chrono::NaiveDate;

choices! {
    /// How somebody likes to be reached.
    Channel {
        1 Any "any" "any" default, 2 Mail "mail" "mail", 3 Phone "phone" "phone",
        4 Message "message" "message", 5 Meeting "meeting" "meeting",
    }
    /// What part a stakeholder plays at the client.
    StakeRole {
        1 Sponsor "sponsor" "sponsor" default, 2 DecisionMaker "decision-maker" "decision maker",
        3 Champion "champion" "champion", 4 Daily "daily" "daily contact", 5 Finance "finance" "finance",
        6 Legal "legal" "legal", 7 Technical "technical" "technical",
    }
    /// How much weight a stakeholder's word has.
    Influence { 1 Unknown "unknown" "unknown" default, 2 Low "low" "low", 3 Some "some" "some", 4 High "high" "high" }
    /// How a stakeholder stands to us.
    Attitude {
        1 Unknown "unknown" "unknown" default, 2 Against "against" "against" ("--"), 3 Doubtful "doubtful" "doubtful" ("-"),
        4 Neutral "neutral" "neutral" ("0"), 5 Friendly "friendly" "friendly" ("+"), 6 Devoted "devoted" "devoted" ("++"),
    }
}

record! {
    /// A person; belongs to a client (a stakeholder) or to a department (a department contact).
    Contact ContactId CONTACT {
        /// Given name.
        1 first_name: String = Type::Text, "First name", title, essential(1);
        /// Family name.
        2 last_name: String = Type::Text, "Last name", title, essential(2);
        /// The name to show, when it is not 'first last'.
        3 shown: String = Type::Text, "Shown name", group("How to reach them");
        /// What they do: Head of Procurement.
        4 job: String = Type::Text, "Job title", essential(5);
        /// The client they work for.
        5 client: Link<ClientId> = Type::One(Kind::Client), "Client", owner, prefilled, only_of(Home::Client), essential(3);
        /// The department of the own company they work in.
        6 department: Link<DepartmentId> = Type::One(Kind::Department), "Department", owner, prefilled, leads_on, only_of(Home::Department), essential(4);
        /// Mail addresses: 'work: maria@example.org', a comma between two.
        7 mails: Vec<Labelled> = Type::Mails, "Mails", glance(1), essential(6);
        /// Telephone numbers: 'mobile: +30 694 1234567', a comma between two.
        8 phones: Vec<Labelled> = Type::Phones, "Phones", glance(2), essential(7);
        /// How they like to be reached.
        9 channel: Channel = Type::Choice(Channel::CHOICES), "Prefers", glance(3), group("How to reach them");
        /// The language they like: el, en.
        10 language: String = Type::Text, "Language", glance(4), group("How to reach them");
        /// Day and month, and the year in four digits when you know it: 7 Mar, 7 Mar 1980.
        11 birthday: Option<Birthday> = Type::Birthday, "Birthday", group("How to reach them");
        /// What part they play at the client.
        12 roles: Vec<StakeRole> = Type::Choices(StakeRole::CHOICES), "Roles", only_of(Home::Client), group("At the client");
        /// How much weight their word has.
        13 influence: Influence = Type::Choice(Influence::CHOICES), "Influence", only_of(Home::Client), group("At the client");
        /// How they stand to us.
        14 attitude: Attitude = Type::Choice(Attitude::CHOICES), "Attitude", only_of(Home::Client), group("At the client");
        /// Whom they report to.
        15 reports_to: Link<ContactId> = Type::One(Kind::Contact), "Reports to", glance(7), group("At the client");
        /// What they are good at, in a department; a comma between two.
        16 skills: Vec<String> = Type::Words, "Good at", only_of(Home::Department), glance(6), group("In the department");
        /// When they work: Mon-Thu 9-15.
        17 hours: String = Type::Text, "Working hours", only_of(Home::Department), glance(5), group("In the department");
        /// Who stands in when they are away.
        18 backup: Link<ContactId> = Type::One(Kind::Contact), "Stand-in", colleagues, only_of(Home::Department), glance(8), group("In the department");
        /// Days after which they should hear from us again; empty follows the client.
        19 cadence_soft: Option<i64> = Type::Whole(1, 3650), "Contact every (days)", only_of(Home::Client), group("At the client");
        /// Days after which silence is an alarm; empty follows the client.
        20 cadence_hard: Option<i64> = Type::Whole(1, 3650), "At the latest (days)", only_of(Home::Client), group("At the client");
        /// Words of your own, to filter by; a comma between two.
        21 tags: Vec<String> = Type::Words, "Tags", tags;
        /// Names and values of your own: 'coffee: black', one a line.
        22 custom: Vec<Labelled> = Type::Pairs, "Custom fields";
        /// Everything else worth knowing.
        23 notes: String = Type::Long, "Notes";
        /// Names in other systems.
        24 external: Vec<String> = Type::Words, "Other ids", hidden;
        /// Lines of a vCard that Syndeo does not understand; written out again as they are.
        25 vcard: Vec<String> = Type::Words, "vCard rest", hidden;
        /// Who owned the record in the system it came from.
        26 owner_name: String = Type::Text, "Owner elsewhere", shown;
        /// The last contact that the system they came from knew of.
        27 contacted: Option<NaiveDate> = Type::Past, "Last contact elsewhere", shown;
        /// Out of Today until this day.
        28 snoozed: Option<NaiveDate> = Type::Date, "Snoozed until", shown, snooze;
        /// The birthday that was seen: it stands in Today no more.
        29 seen: Option<NaiveDate> = Type::Date, "Seen", shown, seen;
        /// People that they were told not to be, though they are alike.
        30 apart: Links<ContactId> = Type::Many(Kind::Contact), "Not the same as", hidden;
        /// What must never be said to them; it stands in no report for a client.
        31 never_say: String = Type::Long, "Never say", only_of(Home::Client), group("At the client");
    }
}

impl Contact {
    /// What they belong to: a client, else a department of the own company.
    pub fn home(&self) -> Option<Ref> {
        self.client.0.map(Ref::from).or(self.department.0.map(Ref::from))
    }

    /// Whether they work in a department of the own company, and for no client.
    pub fn is_colleague(&self) -> bool {
        self.client.0.is_none() && self.department.0.is_some()
    }

    /// The name to show: the one set for it, else first and last, else the first mail address.
    pub fn shown_name(&self) -> String {
        if !self.shown.is_empty() {
            return self.shown.clone();
        }
        let name = format!("{} {}", self.first_name, self.last_name);
        let name = name.trim();
        if name.is_empty() {
            self.mails.first().map(|m| m.value.clone()).unwrap_or_default()
        } else {
            name.to_owned()
        }
    }
}

impl Rules for Contact {
    fn rules(&self) -> Vec<ValidationError> {
        let mut out = vec![];
        if self.shown_name().is_empty() {
            out.push(ValidationError::from(Fault::Nameless).at("first_name"));
        }
        if self.client.0.is_some() && self.department.0.is_some() {
            out.push(ValidationError::from(Fault::TwoHomes).at("department"));
        }
        if self.reports_to.0 == Some(self.id) {
            out.push(ValidationError::from(Fault::ReportsToSelf).at("reports_to"));
        }
        if self.backup.0 == Some(self.id) {
            out.push(ValidationError::from(Fault::StandsInForSelf).at("backup"));
        }
        out
    }
}

record! {
    /// Days a department contact is away.
    Absence AbsenceId ABSENCE {
        /// Who is away.
        1 contact: Link<ContactId> = Type::One(Kind::Contact), "Who", required, owner, named_after("somebody"), prefilled, mostly_colleagues, covered;
        /// The first day away.
        2 first: Option<NaiveDate> = Type::Date, "From", required;
        /// The last day away.
        3 last: Option<NaiveDate> = Type::Date, "To", required;
        /// Who stands in these days; empty is their usual stand-in.
        4 stand_in: Link<ContactId> = Type::One(Kind::Contact), "Stand-in", colleagues;
        /// Why, or where.
        5 note: String = Type::Text, "Note", title;
    }
}

impl Rules for Absence {
    fn rules(&self) -> Vec<ValidationError> {
        in_order(self.first, self.last, "last", Fault::LastBeforeFirst).into_iter().collect()
    }
}

//! Clients.

use crate::domain::choice::{ClosedChoice, choices};
use crate::domain::field::record;
use crate::domain::reach::WayKind;
use crate::domain::record::Rules;
use crate::domain::value::{Labelled, Link, Links};
use crate::domain::{ClientId, ContactId, Type};
use chrono::NaiveDate;

choices! {
    /// How much care a client is owed.
    Tier { 1 A "a" "A" default, 2 B "b" "B", 3 C "c" "C", 4 Unsorted "none" "no tier yet" }
    /// Where the co-operation stands.
    ClientStatus {
        2 Prospective "prospective" "prospective", 1 Active "active" "active" default,
        3 Dormant "dormant" "dormant", 4 Former "former" "former",
    }
}

impl Client {
    /// Whether nobody has said yet how much care it is owed: neither by a tier nor by limits of its own.
    pub fn is_unsorted(&self) -> bool {
        self.tier == Tier::Unsorted && self.cadence_soft.or(self.cadence_hard).is_none()
    }
}

record! {
    /// An organisation that is served.
    Client ClientId CLIENT {
        /// The name everybody uses.
        1 name: String = Type::Text, "Name", required, title, essential(1);
        /// The name on contracts and invoices.
        2 legal_name: String = Type::Text, "Legal name", group("Company");
        /// How much care it is owed: A hears from us most often.
        3 tier: Tier = Type::Choice(Tier::CHOICES), "Tier", essential(2);
        /// Where the co-operation stands.
        4 status: ClientStatus = Type::Choice(ClientStatus::CHOICES), "Status", group("Care");
        /// What it does: food, shipping, health.
        5 industry: String = Type::Text, "Industry", group("Company");
        /// Words of your own, to filter by; a comma between two.
        6 tags: Vec<String> = Type::Words, "Tags", tags;
        /// Telephone numbers: 'work: +30 210 1234567', a comma between two.
        7 phones: Vec<Labelled> = Type::Phones, "Phones", essential(3);
        /// Mail addresses: 'office: info@example.org', a comma between two.
        8 mails: Vec<Labelled> = Type::Mails, "Mails", essential(4);
        /// Its page on the web.
        9 web: String = Type::Text, "Web", way(WayKind::Page, ""), group("Company");
        /// Street and number.
        10 street: String = Type::Text, "Street", group("Address");
        /// Postal code.
        11 postcode: String = Type::Text, "Postcode", group("Address");
        /// Town.
        12 city: String = Type::Text, "City", essential(5);
        /// State or region.
        13 region: String = Type::Text, "Region", group("Address");
        /// Country.
        14 country: String = Type::Text, "Country", group("Address");
        /// Languages it likes to be written in: el, en.
        15 languages: Vec<String> = Type::Words, "Languages", group("Care");
        /// Number for VAT or tax.
        16 tax_id: String = Type::Text, "Tax id", group("Company");
        /// Who in the own company looks after it besides you.
        17 looked_after_by: Link<ContactId> = Type::One(crate::domain::Kind::Contact), "Owner", colleagues, group("Care");
        /// Days after which it should hear from us again; empty follows the tier.
        18 cadence_soft: Option<i64> = Type::Whole(1, 3650), "Contact every (days)", group("Care");
        /// Days after which silence is an alarm; empty follows the tier.
        19 cadence_hard: Option<i64> = Type::Whole(1, 3650), "At the latest (days)", group("Care");
        /// Your own feeling about the relation: 1 is bad, 5 is very good.
        20 feel: Option<i64> = Type::Whole(1, 5), "My feeling (1-5)", group("Care");
        /// The day you felt so.
        21 feel_on: Option<NaiveDate> = Type::Past, "Feeling on", group("Care");
        /// Files and pages; a comma between two, double quotes around what has a comma in it.
        22 links: Vec<String> = Type::Words, "Links", way(WayKind::File, "");
        /// Names and values of your own: 'parking: gate 3', one a line.
        23 custom: Vec<Labelled> = Type::Pairs, "Custom fields";
        /// Everything else worth knowing.
        24 notes: String = Type::Long, "Notes", essential(6);
        /// Its names in other systems: 'hubspot:9000000001'.
        25 external: Vec<String> = Type::Words, "Other ids", hidden;
        /// Who owned the record in the system it came from.
        26 owner_name: String = Type::Text, "Owner elsewhere", shown;
        /// The last contact that the system it came from knew of.
        27 contacted: Option<NaiveDate> = Type::Past, "Last contact elsewhere", shown;
        /// The day it was brought in from another system.
        28 imported: Option<NaiveDate> = Type::Past, "Brought in", shown;
        /// Out of Today until this day.
        29 snoozed: Option<NaiveDate> = Type::Date, "Snoozed until", shown, snooze;
        /// Lines of a vCard that Syndeo does not understand; written out again as they are.
        30 vcard: Vec<String> = Type::Words, "vCard rest", hidden;
        /// Clients that it was told not to be, though they are alike.
        31 apart: Links<ClientId> = Type::Many(crate::domain::Kind::Client), "Not the same as", hidden;
        /// What they want to reach with us.
        32 goals: String = Type::Long, "Goals", group("Care");
        /// What must never be said to them; it stands in no report for a client.
        33 never_say: String = Type::Long, "Never say", group("Care");
    }
}

impl Rules for Client {}

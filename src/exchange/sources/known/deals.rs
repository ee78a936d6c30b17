//! Files whose rows become projects or requests.

use super::super::target::By::{First, Id, Name};
use super::super::target::Target::{
    Amount, Bookkeeping, Created, Currency, Custom, Day, Doer, Long, Priority, Spaced, Standing, Tags, Text,
    To,
};
use super::super::target::Words;
use super::{IdShape, Source};
use crate::domain::Kind;

/// A sale that is won is work that has begun; what was not decided yet is planned.
const STAGES: Words = &[
    ("Appointment scheduled", "open"),
    ("appointmentscheduled", "open"),
    ("Qualified to buy", "open"),
    ("qualifiedtobuy", "open"),
    ("Presentation scheduled", "open"),
    ("presentationscheduled", "open"),
    ("Decision maker bought-in", "open"),
    ("decisionmakerboughtin", "open"),
    ("Contract sent", "open"),
    ("contractsent", "open"),
    ("Prospecting", "open"),
    ("Qualification", "open"),
    ("Needs Analysis", "open"),
    ("Value Proposition", "open"),
    ("Id. Decision Makers", "open"),
    ("Perception Analysis", "open"),
    ("Proposal/Price Quote", "open"),
    ("Negotiation/Review", "open"),
    ("Closed won", "doing"),
    ("closedwon", "doing"),
    ("Closed lost", "dropped"),
    ("closedlost", "dropped"),
];

const DEAL_IDS: &[&str] = &["Record ID", "Record ID - Deal", "Record ID - Deals", "Deal ID", "hs_object_id"];

const TICKET_IDS: &[&str] =
    &["Ticket ID", "Record ID", "Record ID - Ticket", "Record ID - Tickets", "hs_object_id"];

/// Each of them.
pub(super) const SOURCES: &[Source] = &[
    // From importers that are tested with real exports. The day a sale closes is no day of the work.
    Source {
        name: "HubSpot deals",
        system: "HubSpot",
        several: ";",
        kind: Kind::Project,
        needs: &[DEAL_IDS, &["Deal Name"], &["Deal Stage", "Pipeline", "Amount"]],
        never: &["Activity type", "Ticket name"],
        ids: DEAL_IDS,
        id: IdShape::Digits,
        columns: &[
            ("Deal Name", Text("name")),
            ("Deal Stage", Standing(STAGES)),
            ("Amount", Amount("money_budget")),
            ("Currency", Currency),
            ("Deal Description", Long("brief")),
            ("Close Date", Custom),
            ("Create Date", Created),
            ("Priority", Priority),
            ("Associated Company IDs (Primary)", To("client", First)),
            ("Associated Company IDs", To("client", Id)),
            ("Associated Company (Primary)", To("client", Name)),
            ("Associated Company", To("client", Name)),
            ("Associated Contact IDs", To("people", Id)),
            ("Associated Contact", To("people", Name)),
        ],
    },
    // Columns of the documentation.
    Source {
        name: "HubSpot tickets",
        system: "HubSpot",
        several: ";",
        kind: Kind::Request,
        needs: &[TICKET_IDS, &["Ticket name"], &["Ticket status", "Pipeline"]],
        never: &["Activity type"],
        ids: TICKET_IDS,
        id: IdShape::Digits,
        columns: &[
            ("Ticket name", Text("title")),
            ("Ticket description", Long("detail")),
            ("Ticket status", Standing(&[])),
            ("Priority", Priority),
            ("Ticket owner", Doer),
            ("Create date", Created),
            ("Close date", Day("told_on")),
            ("Associated Company IDs (Primary)", To("client", First)),
            ("Associated Company IDs", To("client", Id)),
            ("Associated Company (Primary)", To("client", Name)),
            ("Associated Company", To("client", Name)),
            ("Associated Contact IDs", To("asked_by", Id)),
            ("Associated Contact", To("asked_by", Name)),
            ("Associated Deal IDs", To("project", Id)),
            ("Associated Deal", To("project", Name)),
        ],
    },
    // The header of the program's own sample.
    Source {
        name: "Salesforce opportunities (Data Loader)",
        system: "Salesforce",
        several: "",
        kind: Kind::Project,
        needs: &[&["ID"], &["NAME"], &["STAGENAME"], &["ACCOUNTID"]],
        never: &[],
        ids: &["ID"],
        id: IdShape::Salesforce,
        columns: &[
            ("NAME", Text("name")),
            ("DESCRIPTION", Long("brief")),
            ("STAGENAME", Standing(STAGES)),
            ("AMOUNT", Amount("money_budget")),
            ("CURRENCYISOCODE", Currency),
            ("ACCOUNTID", To("client", Id)),
            ("CREATEDDATE", Created),
            ("ISDELETED", Bookkeeping),
            ("LASTMODIFIEDDATE", Bookkeeping),
            ("LASTMODIFIEDBYID", Bookkeeping),
            ("SYSTEMMODSTAMP", Bookkeeping),
        ],
    },
    // The columns of its export of a view.
    Source {
        name: "Zendesk tickets",
        system: "Zendesk",
        several: "",
        kind: Kind::Request,
        needs: &[
            &["Subject"],
            &["Requester", "Requester email"],
            &["Status", "Ticket status"],
            &["Submitter", "Via", "Ticket type", "Group"],
        ],
        never: &[],
        ids: &["Id", "Ticket ID"],
        id: IdShape::MayBeDigits,
        columns: &[
            ("Subject", Text("title")),
            ("Description", Long("detail")),
            ("Requester", To("asked_by", Name)),
            ("Requester email", To("asked_by", Name)),
            ("Organization", To("client", Name)),
            ("Status", Standing(&[])),
            ("Ticket status", Standing(&[])),
            ("Priority", Priority),
            ("Assignee", Doer),
            ("Tags", Spaced),
            ("Labels", Tags),
            ("Due date", Day("wanted_by")),
            ("Solved at", Day("told_on")),
            ("Created at", Created),
            ("Updated at", Bookkeeping),
            ("Assignee updated at", Bookkeeping),
            ("Requester updated at", Bookkeeping),
            ("Summation column", Bookkeeping),
        ],
    },
];

//! A small file of every source whose rows are work or what passed between people, and all that comes of it. What each
//! is made by (a real export, programs that read one, the documentation) stands beside the source.

use super::super::{Differing, Import, ImportError, Opened};
use super::known::sources;
use crate::domain::{
    Book, Client, Contact, Department, IdGenerator, Kind, Labelled, Link, Moment, Project, Record, parse,
};
use std::collections::BTreeSet;
use std::path::Path;

/// A kind, and what some fields of the record say.
type Made = (Kind, &'static [(&'static str, &'static str)]);

/// A file, its source, the lines that are refused with a part of the reason, and every record in its order.
type Case = (&'static str, &'static str, &'static [(u64, &'static str)], &'static [Made]);

use Kind::{Interaction as Touch, Project as Work, Request, Task};

#[rustfmt::skip]
const CASES: &[Case] = &[
    ("hubspot-activities.csv", "HubSpot activities", &[(6, "it does not say when it was")], &[
        (Touch, &[("touch", "note"), ("at", "2026-09-28 14:03"), ("summary", "Called & left voicemail"), ("text", "Called & left voicemail"),
            ("people", "Priya Example"), ("clients", "Acme, Inc., Acme"), ("state", "took place"),
            ("custom", "Activity assigned to: Sarah Chen")]),
        (Touch, &[("touch", "call"), ("at", "2026-09-29 10:30"), ("projects", "Rollout"), ("people", "Priya Example")]),
        (Task, &[("title", "Send the contract"), ("due", "2026-12-05"), ("client", "Acme, Inc."), ("project", "Rollout"),
            ("assignee", "Sarah Chen"), ("status", "open"), ("custom", "")]),
        (Touch, &[("touch", "note"), ("clients", ""), ("summary", "They came"),
            ("custom", "Activity type: Webinar\nActivity assigned to: Tom Becker\nAssociated Company: Nobody Ltd")]),
    ]),
    ("hubspot-activities-ids.csv", "HubSpot activities", &[(4, "it has no task")], &[
        (Touch, &[("touch", "meeting"), ("at", "2024-01-22 12:00"), ("summary", "meeting"), ("people", "Priya Example"),
            ("clients", "Acme"), ("custom", "Outcome: connected\nActivity assigned to: Inès Moreau")]),
        (Touch, &[("touch", "meeting"), ("summary", "demo"), ("clients", "Bolt")]),
    ]),
    ("hubspot-deals.csv", "HubSpot deals", &[(5, "no client is called Nobody Ltd")], &[
        (Work, &[("name", "New shop"), ("client", "Bolt"), ("status", "active"), ("money_budget", "12 000 EUR"),
            ("custom", "Deal Stage: Closed won\nPipeline: Sales\nDeal owner: Sarah Chen\nClose Date: 2026-09-30 12:00\nDeal Type: newbusiness\nAssociated Contact IDs: 8001\nAssociated Contact: Priya Example (priya@acme.example)")]),
        (Work, &[("name", "Second shop"), ("client", "Acme"), ("status", "planned"), ("money_budget", "1 200.50 USD")]),
        (Work, &[("name", "Lost shop"), ("client", "Acme"), ("status", "cancelled"), ("money_budget", "")]),
    ]),
    ("hubspot-tickets.csv", "HubSpot tickets", &[(4, "a request needs a client: nothing names one")], &[
        (Request, &[("title", "Invoice is wrong"), ("client", "Acme"), ("asked_by", "Priya Example"), ("status", "routed"),
            ("priority", "high"), ("received", "2026-11-20"), ("detail", "It says 12 < 13"), ("contact", "Sarah Chen"),
            ("custom", "Pipeline: Support Pipeline\nSource: EMAIL")]),
        (Request, &[("title", "Password"), ("client", "Acme"), ("status", "told"), ("told_on", "2026-11-03")]),
    ]),
    ("salesforce-activities.csv", "Salesforce activities (report)", &[], &[
        (Task, &[("title", "Send offer"), ("due", "2026-12-15"), ("priority", "high"), ("status", "in work"), ("client", "Acme"),
            ("assignee", "Sarah Chen"), ("notes", "with the discount"), ("custom", "Name: Priya Example")]),
        (Touch, &[("touch", "call"), ("summary", "Call about the offer"), ("state", "took place"), ("people", "Priya Example"),
            ("text", "she agrees,\nmostly")]),
        (Touch, &[("touch", "meeting"), ("summary", "Kick-off"), ("at", "2026-12-01 12:00"), ("state", "planned")]),
    ]),
    ("salesforce-opportunities.csv", "Salesforce opportunities (Data Loader)", &[(3, "no client has the id")], &[
        (Work, &[("name", "Generator"), ("client", "Cook"), ("status", "active"), ("brief", "For the plant"), ("money_budget", "")]),
    ]),
    ("pipedrive-activities.csv", "Pipedrive activities", &[], &[
        (Touch, &[("touch", "call"), ("at", "2026-09-28 14:30"), ("minutes", "30"), ("state", "took place"), ("people", "Priya Example"),
            ("clients", "Acme"), ("projects", "Rollout"), ("text", "agreed")]),
        (Task, &[("title", "Send contract"), ("due", "2026-12-05"), ("status", "open"), ("assignee", "Sarah Chen"), ("project", "Rollout")]),
        (Task, &[("title", "Prepare"), ("status", "done"), ("done_on", "2026-09-02"), ("client", "Acme, Inc."),
            ("custom", "Type: Deadline\nCreator: Sarah Chen")]),
        (Touch, &[("touch", "meeting"), ("summary", "Lunch"), ("at", "2026-12-07 13:00"), ("minutes", "60"), ("state", "planned")]),
    ]),
    ("pipedrive-activities-prefixed.csv", "Pipedrive activities (with names of entities)", &[], &[
        (Touch, &[("summary", "Call Priya"), ("people", "Priya Example"), ("clients", "Acme"), ("minutes", "30"), ("state", "took place")]),
        (Task, &[("title", "Send contract"), ("due", "2026-12-05"), ("status", "open")]),
    ]),
    ("trello.csv", "Trello cards", &[], &[
        (Task, &[("title", "Order tiles"), ("notes", "Bath, 20 m²"), ("tags", "Buying (green), Urgent (red)"), ("due", "2026-12-09"),
            ("status", "in work"), ("project", "Rollout"), ("assignee", "Sarah Chen")]),
        (Task, &[("title", "Old card"), ("status", "done"), ("project", "")]),
        (Task, &[("title", "Paint"), ("status", "done"), ("due", "2026-11-10")]),
    ]),
    ("trello-board.json", "Trello cards", &[], &[
        (Task, &[("title", "Order tiles"), ("notes", "Bath, 20 m²"), ("tags", "Buying, red"), ("due", "2026-12-09"), ("start", "2026-12-01"),
            ("status", "in work"), ("project", "Rollout"), ("assignee", "Sarah Chen"),
            ("checklist", "[x] Buy: measure\n[ ] Buy: order\n[ ] Lay: find a tiler"),
            ("custom", "Card URL: https://trello.com/c/Ab12Cd34/12-order-tiles\nComments: \"2026-11-18 Sarah Chen: first\\n\\n2026-11-20 Sarah Chen: second, with «more»\"\nBudget: 1200\nSupplier: Tile House")]),
        (Task, &[("title", "Old card"), ("status", "done"), ("due", ""), ("checklist", "")]),
        (Task, &[("title", "In a list that was archived"), ("status", "done")]),
    ]),
    ("asana.csv", "Asana tasks", &[(4, "was spoilt by a spreadsheet")], &[
        (Task, &[("title", "Draft the newsletter"), ("status", "in work"), ("start", "2026-11-25"), ("due", "2026-12-18"),
            ("tags", "newsletter, copy"), ("notes", "Two sections plus the banner."), ("project", "Rollout"), ("priority", "high"),
            ("assignee", "Sarah Chen")]),
        (Task, &[("title", "Book the studio"), ("status", "done"), ("done_on", "2026-09-10"), ("assignee", ""),
            ("custom", "Section/Column: Planning\nAssignee: Nobody Known\nAssignee Email: nobody@nowhere.example\nParent task: Draft the newsletter")]),
    ]),
    ("jira.csv", "Jira issues", &[], &[
        (Task, &[("title", "Fix payment flow"), ("status", "dropped"), ("priority", "urgent"), ("tags", "backend, urgent-fix"),
            ("notes", "It fails,\nsometimes"), ("done_on", "2026-07-15"), ("project", "Rollout"), ("assignee", "Sarah Chen")]),
        (Task, &[("title", "Checkout API"), ("status", "in work"), ("priority", "normal"), ("due", "2026-12-20"), ("assignee", "")]),
    ]),
    ("monday.csv", "Monday items", &[(6, "it has no Item ID"), (7, "the heading stands here once more")], &[
        (Task, &[("title", "Write brief"), ("status", "in work"), ("priority", "high"), ("due", "2026-12-01"), ("client", "Acme"),
            ("assignee", "Sarah Chen"), ("custom", "Text: abc")]),
        (Task, &[("title", "Ship it"), ("status", "waiting"), ("priority", "normal"), ("client", ""),
            ("custom", "Person: Tom Becker\nPriority: Critical ⚠️\nClient: Nobody Ltd")]),
    ]),
    ("notion.csv", "Notion tasks", &[], &[
        (Task, &[("title", "Improve website copy"), ("status", "open"), ("due", "2026-11-30"), ("priority", "high"),
            ("notes", "Make it short"), ("custom", "Task type: 💬 Feature\nEffort level: Small")]),
        (Task, &[("title", "Update help center"), ("status", "done")]),
    ]),
    ("airtable.csv", "Airtable records", &[], &[
        (Task, &[("title", "Call the printer"), ("notes", "About the paper"), ("status", "in work"), ("assignee", "Sarah Chen")]),
        (Task, &[("title", "Sort photos"), ("status", "open"), ("custom", "Attachments: a.png (https://dl.airtable.example/a.png)")]),
    ]),
    ("zendesk.csv", "Zendesk tickets", &[(4, "no contact is called")], &[
        (Request, &[("title", "Invoice is wrong"), ("client", "Acme"), ("asked_by", "Priya Example"), ("status", "asked"),
            ("priority", "urgent"), ("tags", "billing, vip"), ("wanted_by", "2026-12-01"), ("received", "2026-11-20"), ("contact", "Sarah Chen")]),
        (Request, &[("title", "Password"), ("client", "Acme"), ("status", "told"), ("told_on", "2026-11-03")]),
    ]),
    ("dynamics-accounts.csv", "Dynamics accounts", &[], &[
        (Kind::Client, &[("name", "Contoso"), ("phones", "office: +30 210 1"), ("city", "Athens"), ("street", "1 Harbour Rd"),
            ("mails", "office: info@contoso.example"), ("owner_name", "Sarah Chen"), ("custom", "Primary Contact: Ann Lee\nStatus: Active")]),
    ]),
    ("dynamics-contacts.csv", "Dynamics contacts", &[], &[
        (Kind::Contact, &[("first_name", "Ann"), ("shown", ""), ("job", "Buyer"), ("client", "Acme"), ("mails", "work: ann@acme.example"),
            ("phones", "work: +30 210 1, mobile: +30 697 1"), ("custom", "Status: Active")]),
    ]),
    ("mailchimp.csv", "Mailchimp audience", &[], &[
        (Kind::Contact, &[("first_name", "Rick"), ("mails", "work: rick@alchemy.example"), ("birthday", "27 Mar"), ("notes", "likes tea"),
            ("tags", "VIP, Blog"), ("phones", "work: +1 206 555 0100")]),
    ]),
    ("quickbooks.csv", "QuickBooks customers", &[], &[
        (Kind::Client, &[("name", "Smith, John - USD"), ("phones", "office: (415) 555-0100"), ("mails", "office: john@smith.example"),
            ("street", "12 Ocean Dr., Half Moon Bay CA 94213"),
            ("custom", "Full Name: John Smith\nOpen Balance: 1,315.00\nCurrency: USD")]),
        (Kind::Client, &[("name", "Aegean Hotels")]),
    ]),
];

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sources").join(name)).unwrap()
}

fn import(bytes: &[u8], book: &Book, differing: Differing, seed: u8) -> Result<Import, ImportError> {
    Opened::read(bytes)?.against(book, &mut IdGenerator::new([seed; 16]), now(), differing)
}

/// Firms, a person of one of them, somebody of ours and a project.
fn book() -> Book {
    let mut ids = IdGenerator::new([9; 16]);
    let mut book = Book::default();
    let mut acme = None;
    for (name, external) in [
        ("Acme", "hubspot:company:77003"),
        ("Acme, Inc.", ""),
        ("Bolt", "hubspot:company:77002"),
        ("Cook", "salesforce:company:001x0000002xLCVAA2"),
    ] {
        let mut client = Client::new(ids.next(now()), now());
        client.name = name.into();
        client.external.extend(Some(external.to_owned()).filter(|e| !e.is_empty()));
        acme = acme.or(Some(client.id));
        book.put(client.into());
    }
    let mut ours = Department::new(ids.next(now()), now());
    ours.name = "Sales".into();
    let mut sarah = Contact::new(ids.next(now()), now());
    (sarah.first_name, sarah.last_name, sarah.department) =
        ("Sarah".into(), "Chen".into(), Link(Some(ours.id)));
    sarah.mails.push(Labelled { label: "work".into(), value: "sarah@ours.example".into() });
    let mut priya = Contact::new(ids.next(now()), now());
    (priya.first_name, priya.last_name, priya.client) = ("Priya".into(), "Example".into(), Link(acme));
    priya.mails.push(Labelled { label: "work".into(), value: "priya@acme.example".into() });
    priya.external.push("hubspot:contact:8001".into());
    let mut rollout = Project::new(ids.next(now()), now());
    (rollout.name, rollout.client, rollout.no) = ("Rollout".into(), Link(acme), 1);
    for record in [ours.into(), sarah.into(), priya.into(), rollout.into()] {
        book.put(record);
    }
    book
}

fn shown(book: &Book, record: &Record, key: &str) -> String {
    let field = record.fields().iter().find(|field| field.name == key).unwrap();
    match field.read(record) {
        crate::domain::Value::Moment(at) => at.local().format("%Y-%m-%d %H:%M").to_string(),
        value => parse::show(&field.kind, &value, &|id| book.title(id)).replace('\u{a0}', " "),
    }
}

#[test]
fn every_source_of_work_comes_in_as_it_was_meant() {
    let mut wrong = vec![];
    for (name, source, refused, made) in CASES {
        let book = book();
        let import = import(&file(name), &book, Differing::Keep, 1).unwrap_or_else(|e| panic!("{name}: {e}"));
        if import.source != *source {
            wrong.push(format!("{name}: taken as {}", import.source));
        }
        let told: Vec<(u64, &str)> = import.refused.iter().map(|r| (r.line, r.reason.as_str())).collect();
        let as_meant = told.len() == refused.len()
            && told
                .iter()
                .zip(*refused)
                .all(|(told, wanted)| told.0 == wanted.0 && told.1.contains(wanted.1));
        if !as_meant {
            wrong.push(format!("{name}: refused {told:?}"));
        }
        let kinds: Vec<Kind> = import.records.iter().map(|(_, record)| record.kind()).collect();
        if kinds != made.iter().map(|(kind, _)| *kind).collect::<Vec<_>>() {
            wrong.push(format!("{name}: {kinds:?}"));
            continue;
        }
        for ((_, record), (_, fields)) in import.records.iter().zip(*made) {
            for (field, wanted) in *fields {
                let found = shown(&book, &record, field);
                if found != *wanted {
                    wrong.push(format!("{name}, {}, {field}: {found}", record.title()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_row_is_accounted_for_and_the_same_file_again_changes_nothing() {
    for differing in [Differing::Keep, Differing::Overwrite] {
        for (name, ..) in CASES {
            let mut book = book();
            let first = import(&file(name), &book, differing, 1).unwrap();
            let (new, refused) = (first.new, first.refused.clone());
            assert_eq!((first.records.len(), first.lines.len(), first.changed), (new, new, 0), "{name}");
            book.apply(&first.into_change(now()));
            let again = import(&file(name), &book, differing, 2).unwrap();
            assert_eq!((again.new, again.changed, again.same), (0, 0, new), "{name}: {:?}", again.notes);
            assert_eq!((again.kept, again.unchanged.len(), &again.refused), (0, new, &refused), "{name}");
        }
    }
}

/// What another system says of where a task stands: the book stays as it is and the row says so, unless the file wins.
#[test]
fn a_choice_that_differs_is_told_or_taken() {
    let head = "Task ID,Created At,Completed At,Name,Section/Column,Assignee Email,Due Date";
    let text =
        |done: &str, section: &str| format!("{head}\n12,2026-09-01,{done},Call,{section},,2026-12-01\n");
    for (differing, status, changed) in [(Differing::Keep, "open", 1), (Differing::Overwrite, "done", 1)] {
        let mut book = book();
        let first = import(text("", "To do").as_bytes(), &book, differing, 1).unwrap();
        book.apply(&first.into_change(now()));
        let second = import(text("2026-11-20", "Done").as_bytes(), &book, differing, 2).unwrap();
        assert_eq!(second.changed, changed, "{:?}", second.notes);
        assert_eq!(shown(&book, &second.records.get(0).unwrap().1, "status"), status);
        let told = second
            .notes
            .iter()
            .any(|note| note.words.contains("Status is open in the book and done in the file"));
        assert_eq!(told, differing == Differing::Keep, "{:?}", second.notes);
        // A file that says nothing of it leaves it.
        book.apply(&second.into_change(now()));
        let third = import(text("", "").as_bytes(), &book, differing, 3).unwrap();
        assert_eq!(third.changed, 0, "{:?}", third.notes);
    }
}

#[test]
fn short_numbers_go_on_behind_those_of_the_book() {
    let import = import(&file("trello.csv"), &book(), Differing::Keep, 1).unwrap();
    let numbers: Vec<Option<u32>> = import.records.iter().map(|(_, record)| record.number()).collect();
    assert_eq!(numbers, [Some(2), Some(3), Some(4)]);
}

/// A day that can be read in two ways is asked for: the moment of a touch is not guessed.
#[test]
fn an_open_day_of_work_is_asked() {
    let text = "Activity type,Activity date,Note body\nCall,03/04/2026 10:00,x\nCall,05/06/2026 10:00,y\n";
    let error = import(text.as_bytes(), &book(), Differing::Keep, 1).unwrap_err();
    assert!(matches!(&error, ImportError::OpenDate { column, .. } if column == "Activity date"), "{error}");
}

#[test]
fn no_source_is_without_a_file() {
    let here = CASES.iter().map(|case| case.1);
    let shown: BTreeSet<&str> = super::tests::CASES.iter().map(|case| case.1).chain(here).collect();
    let all: BTreeSet<&str> = sources().map(|source| source.name).collect();
    let missing: Vec<&&str> = all.difference(&shown).collect();
    // Of people from the Data Loader no header was seen but the names of its programming interface.
    assert_eq!(missing, [&"Salesforce contacts (Data Loader)"]);
}

/// Files of work name clients and people, and are none of them; no heading is claimed twice.
#[test]
fn a_heading_of_work_is_one_sources_alone() {
    for (name, source, ..) in CASES {
        let opened = Opened::read(&file(name)).unwrap();
        let names: BTreeSet<String> = opened.headers().iter().map(|header| super::plain(header)).collect();
        let claims: Vec<&str> =
            sources().filter(|s| s.is(&|name| names.contains(name))).map(|s| s.name).collect();
        assert_eq!(claims, [*source], "{name}");
    }
}

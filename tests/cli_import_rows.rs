//! `syndeo import` row by row: what is kept of a mapping, what a preview shows, which rows are taken, rows of every kind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;

use cli_support::{Call, Desk, fixture};
use serde_json::Value as Json;

fn done(call: &Call) -> &str {
    assert_eq!(call.code, 0, "{}{}", call.out, call.err);
    &call.out
}

/// Writes a file beside the book.
fn file(desk: &Desk, name: &str, text: &str) -> String {
    let path = desk.dir.path().join(name);
    std::fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

const CLIENTS: &str = "Record ID,Company name,City\n1,Acme,Athens\n2,Bolt,\n";

/// A desk with two clients from an export, and what a later export says.
fn with_clients() -> (Desk, String) {
    let desk = Desk::empty();
    let first = file(&desk, "first.csv", CLIENTS);
    done(&desk.call(&["import", &first]));
    let later = "Record ID,Company name,City,Phone Number\n1,Acme,Volos,\n2,Bolt,Rome,n/a\n3,Cook,Bonn,4.47E+11\n,Dee,,\n";
    let later = file(&desk, "later.csv", later);
    (desk, later)
}

#[test]
fn a_preview_shows_row_by_row_what_would_be() {
    let (desk, later) = with_clients();
    let shown = |show: &[&str]| {
        let each = show.iter().flat_map(|show| ["--show", show]);
        let args: Vec<&str> = ["import", later.as_str()].into_iter().chain(each).collect();
        done(&desk.call(&args)).to_owned()
    };
    let new = shown(&["new"]);
    assert!(new.contains("  line 4, new: client Cook\n    Name: Cook\n"), "{new}");
    assert!(new.contains("    City: Bonn\n") && !new.contains("Bolt"), "{new}");
    assert!(new.ends_with("Nothing was changed (--show).\n"), "{new}");
    assert!(new.contains("1 new, 1 changed, 1 as before, 1 not taken; 1 value kept as in the book; 2 rows to look at (--show doubtful)"), "{new}");
    let updated = shown(&["updated"]);
    assert!(updated.contains("  line 3, updated: client Bolt\n    City: nothing → Rome\n"), "{updated}");
    let unchanged = shown(&["unchanged"]);
    assert!(unchanged.contains("  line 2, unchanged: client Acme\n"), "{unchanged}");
    let doubtful = shown(&["doubtful"]);
    let kept = "  line 2, unchanged: client Acme\n    ? City is Athens in the book and Volos in the file; kept as in the book\n";
    assert!(doubtful.contains(kept), "{doubtful}");
    assert!(doubtful.contains("    ? Phone Number 4.47E+11 was spoilt by a spreadsheet"), "{doubtful}");
    assert!(!doubtful.contains("to look at") && !doubtful.contains("Bolt"), "{doubtful}");
    let refused = shown(&["refused"]);
    assert!(refused.contains("  line 5, refused: it has no Record ID\n"), "{refused}");
    let all = shown(&["new", "updated", "unchanged", "refused"]);
    let lines: Vec<&str> = all.lines().filter(|line| line.starts_with("  line")).map(|l| &l[..8]).collect();
    assert_eq!(lines, ["  line 2", "  line 3", "  line 4", "  line 5"], "every row, in its order: {all}");
    assert_eq!(done(&desk.call(&["list", "clients"])).lines().count(), 2, "nothing was changed");
}

#[test]
fn a_preview_is_there_for_programs_as_well() {
    let (desk, later) = with_clients();
    let call = desk.call(&["import", &later, "--json", "--show", "updated", "--show", "refused"]);
    let told: Json = serde_json::from_str(done(&call)).unwrap();
    assert_eq!(told["saved"], false);
    assert_eq!(told["files"][0]["doubtful"], 2);
    let rows = told["files"][0]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2, "{told}");
    assert_eq!((&rows[0]["line"], &rows[0]["fate"]), (&Json::from(3), &Json::from("updated")));
    assert_eq!(rows[0]["fields"][0]["words"], "nothing → Rome");
    assert_eq!(rows[1]["fate"], "refused");
}

#[test]
fn new_rows_alone_or_those_of_the_book_alone() {
    for (mode, words, clients, rome) in [
        (
            "add",
            "1 new, 0 changed, 1 as before, 1 not taken; 1 value kept as in the book; 1 left out",
            3,
            false,
        ),
        (
            "update",
            "0 new, 1 changed, 1 as before, 1 not taken; 1 value kept as in the book; 1 left out",
            2,
            true,
        ),
        ("both", "1 new, 1 changed, 1 as before, 1 not taken; 1 value kept", 3, true),
    ] {
        let (desk, later) = with_clients();
        let call = desk.call(&["import", &later, "--mode", mode]);
        assert!(done(&call).contains(words), "{mode}: {}", call.out);
        assert_eq!(done(&desk.call(&["list", "clients"])).lines().count(), clients, "{mode}");
        assert_eq!(done(&desk.call(&["show", "bolt"])).contains("Rome"), rome, "{mode}");
    }
}

const TODO: &str = "What,By,Firm,Where,Urgency\nSend offer,2026-12-01,Acme,Athens,high\nCall,,Nobody,,\n";

#[test]
fn rows_of_a_table_of_ones_own_become_what_was_said() {
    let (desk, _) = with_clients();
    let todo = file(&desk, "todo.csv", TODO);
    let open = desk.call(&["import", &todo]);
    assert_eq!(open.code, 1);
    assert!(open.err.contains("or --as departments, projects, "), "{}", open.err);
    let proposal = desk.call(&["import", &todo, "--as", "tasks"]);
    assert_eq!(proposal.code, 1);
    for wanted in ["What=title,By=due,Firm=client", "Fields: title, assignee, due, "] {
        assert!(proposal.err.contains(wanted), "{}", proposal.err);
    }
    let map = "What=title,By=due,Firm=client,Urgency=priority";
    done(&desk.call(&["import", &todo, "--as", "tasks", "--map", map]));
    let task = done(&desk.call(&["show", "send offer", "--json"])).to_owned();
    for wanted in ["2026-12-01", "\"priority\": \"high\"", "\"label\": \"Where\""] {
        assert!(
            task.contains(wanted) || task.replace("\":\"", "\": \"").contains(wanted),
            "{wanted}: {task}"
        );
    }
    let again = desk.call(&["import", &todo, "--as", "tasks", "--map", map]);
    assert!(done(&again).contains("0 new, 0 changed, 2 as before, 0 not taken"), "{}", again.out);
    done(&desk.call(&["undo"]));
    assert_eq!(done(&desk.call(&["list", "tasks"])), "");
    let lacking = desk.call(&["import", &todo, "--as", "requests", "--map", "What=title"]);
    assert!(
        lacking.code == 2 && lacking.err.contains("no column goes to client; requests need it"),
        "{}",
        lacking.err
    );
}

#[test]
fn where_columns_go_is_kept_for_files_with_the_same_ones() {
    let (desk, _) = with_clients();
    let todo = file(&desk, "todo.csv", TODO);
    let map = ["--as", "tasks", "--map", "What=title,By=due,Firm=client"];
    // A look keeps nothing.
    done(&desk.call(&[&["import", todo.as_str(), "-n"][..], &map].concat()));
    assert_eq!(desk.call(&["import", &todo]).code, 1);
    done(&desk.call(&[&["import", todo.as_str()][..], &map].concat()));
    let other = file(&desk, "next week.csv", "by,What,Firm,Urgency,Where\n2026-12-08,Visit,Bolt,,Rome\n");
    let next = desk.call(&["import", &other]);
    assert!(done(&next).contains("tasks as mapped: 1 new"), "{}", next.out);
    assert!(next.err.contains("go where todo had them (What=title,By=due,Firm=client)"), "{}", next.err);
    // Of another kind it is asked, and so it is of a file with one column more.
    assert_eq!(desk.call(&["import", &other, "--as", "requests"]).code, 1);
    let wider = file(&desk, "wider.csv", "By,What,Firm,Urgency,Where,Who\n2026-12-08,Visit,Bolt,,Rome,Ann\n");
    assert_eq!(desk.call(&["import", &wider]).code, 1);
    let asked = desk.call(&["import", &other, "--forget"]);
    assert!(asked.code == 1 && asked.err.contains("no program that is known"), "{}", asked.err);
}

#[test]
fn an_amount_that_can_be_two_is_asked() {
    let (desk, _) = with_clients();
    let text = "Record ID,Deal Name,Deal Stage,Amount,Currency,Associated Company\n5,Shop,Closed won,1.200,EUR,Acme\n";
    let deals = file(&desk, "deals.csv", text);
    let open = desk.call(&["import", &deals]);
    assert_eq!(open.code, 1);
    let asked =
        "in Amount, 1.200 can be 1200 (--numbers comma) or 1.200 (--numbers point), and no other row decides";
    assert!(open.err.contains(asked), "{}", open.err);
    for (numbers, shown) in [("comma", "Budget: 1 200 EUR\n"), ("point", "Budget: 1.20 EUR\n")] {
        let call = desk.call(&["import", &deals, "--numbers", numbers, "--show", "new"]);
        assert!(done(&call).replace('\u{a0}', " ").contains(shown), "{}", call.out);
    }
    // Another row decides.
    let two = format!("{text}6,Other,Closed won,\"99,50\",EUR,Acme\n");
    let two = file(&desk, "two.csv", &two);
    let call = desk.call(&["import", &two, "--show", "new"]);
    assert!(done(&call).replace('\u{a0}', " ").contains("Budget: 1 200 EUR"), "{}", call.out);
}

#[test]
fn exports_of_work_find_their_clients_in_the_same_call() {
    let desk = Desk::empty();
    let companies = file(&desk, "companies.csv", "Record ID,Company name\n77003,Acme\n77002,Bolt\n");
    let contacts = file(
        &desk,
        "contacts.csv",
        "Record ID,First Name,Last Name,Email,Associated Company IDs\n8001,Priya,Example,priya@acme.example,77003\n",
    );
    let deals = fixture("sources/hubspot-deals.csv");
    let tickets = fixture("sources/hubspot-tickets.csv");
    let activities = fixture("sources/hubspot-activities-ids.csv");
    let files = [activities.as_str(), &deals, &tickets, &contacts, &companies];
    let call = desk.call(&[&["import"][..], &files].concat());
    let out = done(&call);
    for wanted in
        ["HubSpot deals: 3 new", "HubSpot tickets: 2 new", "HubSpot activities: 2 new", "Done as one change"]
    {
        assert!(out.contains(wanted), "{wanted}: {out}{}", call.err);
    }
    assert!(done(&desk.call(&["show", "new shop"])).contains("Bolt"));
    let again = desk.call(&[&["import"][..], &files].concat());
    assert!(done(&again).contains("There was nothing to change."), "{}", again.out);
    done(&desk.call(&["undo"]));
    for kind in ["clients", "contacts", "projects", "requests", "interactions"] {
        assert_eq!(done(&desk.call(&["list", kind])), "", "{kind}");
    }
}

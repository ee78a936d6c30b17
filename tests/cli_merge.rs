//! What is in the book twice, from the command line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;

use cli_support::{Call, Desk};
use serde_json::Value as Json;
use std::fs;

/// The sample book, with two of its clients brought in once more.
fn doubled() -> Desk {
    let desk = Desk::sample();
    let file = desk.dir.path().join("again.csv");
    let rows = "9000000001,Aegean Foods SA,Athens,Wholesale\n9000000002,Cobalt Energy B.V.,Amsterdam,\n";
    fs::write(&file, format!("Record ID,Company name,City,Industry\n{rows}")).unwrap();
    let call = desk.call(&["import", file.to_str().unwrap()]);
    assert!(call.err.contains("2 of the new records are like others in the book"), "{}", call.err);
    done(call);
    desk
}

fn done(call: Call) -> String {
    assert_eq!(call.code, 0, "{}{}", call.out, call.err);
    call.out
}

/// All that is in the book, as it is written out.
fn all(desk: &Desk) -> Vec<String> {
    let kinds =
        ["clients", "contacts", "projects", "requests", "tasks", "interactions", "agreements", "feedback"];
    kinds.map(|kind| done(desk.call(&["list", kind, "--json"]))).into()
}

#[test]
fn a_pair_is_told_merged_and_brought_back_byte_for_byte() {
    let desk = doubled();
    let told = done(desk.call(&["duplicates"]));
    let rows: Vec<Vec<&str>> = told.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(
        rows.iter().map(|row| row[4]).collect::<Vec<_>>(),
        ["Aegean Foods SA", "Cobalt Energy B.V."],
        "{told}"
    );
    let (aegean, again) = (rows[0][1], rows[0][3]);
    let json: Json =
        serde_json::from_str(done(desk.call(&["duplicates", "--json"])).lines().next().unwrap()).unwrap();
    assert_eq!((&json["one"]["id"], &json["other"]["id"]), (&Json::from(aegean), &Json::from(again)));
    let before = all(&desk);
    // Nobody said yes.
    let call = desk.call(&["merge", aegean, again]);
    assert_eq!(call.code, 1);
    assert!(
        call.out.contains("Industry: Food | Wholesale -> Food.") && call.err.contains("--yes"),
        "{}",
        call.out
    );
    assert_eq!(all(&desk), before);
    let said = done(desk.call(&["merge", again, aegean, "--take", "city", "--yes"]));
    assert!(said.contains("Merged as one change"), "{said}");
    assert!(said.contains("City: Athens | Piraeus -> Piraeus. As you chose."), "{said}");
    let client: Json = serde_json::from_str(&done(desk.call(&["show", again, "--json"]))).unwrap();
    assert_eq!((&client["name"], &client["city"]), (&Json::from("Aegean Foods SA"), &Json::from("Piraeus")));
    assert!(
        all(&desk).iter().skip(1).all(|kind| !kind.contains(aegean)),
        "something points at the one that went"
    );
    assert_eq!(done(desk.call(&["duplicates"])).lines().count(), 1);
    done(desk.call(&["undo"]));
    assert_eq!(all(&desk), before);
    assert!(done(desk.call(&["check"])).contains("well"));
}

#[test]
fn told_apart_is_kept_and_taken_back() {
    let desk = doubled();
    done(desk.call(&["merge", "cobalt energy b.v.", "Cobalt Energy", "--not-the-same"]));
    assert_eq!(done(desk.call(&["duplicates"])).lines().count(), 1);
    done(desk.call(&["undo"]));
    assert_eq!(done(desk.call(&["duplicates"])).lines().count(), 2);
}

#[test]
fn what_cannot_be_merged_is_refused_with_its_reason() {
    let desk = doubled();
    for (args, code, why) in [
        (&["merge", "cobalt", "cobalt", "--yes"][..], 1, "2 records are called cobalt"),
        (&["merge", "Cobalt Energy", "Cobalt Energy", "--yes"], 1, "one and the same"),
        (&["merge", "Cobalt Energy", "nobody", "--yes"], 1, "nothing is called nobody"),
        (&["merge", "Cobalt Energy", "Juniper Hotels", "--take", "birthday", "--yes"], 2, "they differ in:"),
    ] {
        let call = desk.call(args);
        assert_eq!(call.code, code, "{args:?}: {}{}", call.out, call.err);
        assert!(call.err.contains(why), "{args:?}: {}", call.err);
    }
}

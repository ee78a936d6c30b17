//! `syndeo import` of files that no program is known by.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;

use cli_support::{Call, Desk};
use std::path::PathBuf;

/// A desk with a list of customers beside its book.
fn with_list(text: &str) -> (Desk, String) {
    let desk = Desk::empty();
    let path = beside(&desk, "our list.csv");
    std::fs::write(&path, text).unwrap();
    (desk, path.to_string_lossy().into_owned())
}

fn beside(desk: &Desk, name: &str) -> PathBuf {
    desk.dir.path().join(name)
}

fn done(call: &Call) {
    assert_eq!(call.code, 0, "{}{}", call.out, call.err);
}

const LIST: &str = "Firma;E-Mail;Kunde seit\nAegean Foods;info@aegean.example;03/04/2024\nBolt;;05/06/2024\n";

#[test]
fn a_file_that_nobody_knows_is_answered_with_a_line_that_brings_it_in() {
    let (desk, list) = with_list(LIST);
    let open = desk.call(&["import", &list]);
    assert_eq!((open.code, open.out.as_str()), (1, ""));
    assert!(open.err.contains("--as clients\n") && open.err.contains("--as contacts\n"), "{}", open.err);
    let proposal = desk.call(&["import", &list, "--as", "clients"]);
    assert_eq!(proposal.code, 1);
    assert!(!desk.book().exists(), "nothing is brought in before it was said how");
    for wanted in
        ["Firma       name    text        Aegean Foods | Bolt", "Kunde seit  custom  date", "Fields: name, "]
    {
        assert!(proposal.err.contains(wanted), "{wanted}: {}", proposal.err);
    }
    // The line as a shell would take it.
    let line = proposal.err.lines().find(|line| line.contains("--map")).unwrap().trim();
    assert_eq!(line, format!("syndeo import '{list}' --as clients --map Firma=name,E-Mail=mails"));
    let told = line.rsplit(' ').next().unwrap();
    let call = desk.call(&["import", &list, "--as", "clients", "--map", told]);
    done(&call);
    assert!(
        call.out.contains("clients as mapped: 2 new, 0 changed, 0 as before, 0 not taken"),
        "{}",
        call.out
    );
    let again = desk.call(&["import", &list, "--as", "clients", "--map", told]);
    assert!(again.out.contains("0 new, 0 changed, 2 as before"), "{}", again.out);
    let shown = desk.call(&["show", "aegean", "--json"]).out;
    assert!(shown.contains("info@aegean.example") && shown.contains("03/04/2024"), "{shown}");
    assert_eq!(desk.call(&["undo"]).code, 0);
    assert_eq!(desk.call(&["list", "clients"]).out, "");
}

#[test]
fn an_open_date_is_asked() {
    let (desk, list) = with_list(LIST);
    let map = ["import", &list, "--map", "Firma=name,Kunde seit=created", "--as", "clients"];
    let asked = desk.call(&map);
    assert_eq!(asked.code, 1);
    let wanted = "in Kunde seit, 03/04/2024 can be 3 April 2024 (--dates dmy) or 4 March 2024 (--dates mdy)";
    assert!(asked.err.contains(wanted), "{}", asked.err);
    assert!(!desk.book().exists());
    done(&desk.call(&[&map[..], &["--dates", "dmy"]].concat()));
    let shown = desk.call(&["show", "aegean", "--json"]).out;
    assert!(shown.contains("2024-04-03"), "{shown}");
}

#[test]
fn a_call_that_makes_no_sense_is_a_wrong_call() {
    let (desk, list) = with_list(LIST);
    for (args, words) in [
        (
            &["--map", "Firma=nam", "--as", "clients"][..],
            "no field nam; those that a file can fill are name, ",
        ),
        (&["--map", "Firma=name"], "say which: --as clients, --as contacts, "),
        (&["--map", "E-Mail=mails", "--as", "clients"], "no column goes to name"),
        (&["--map", "Firma=name", "--as", "clients", &list], "the columns of one file"),
    ] {
        let call = desk.call(&[&["import", &list][..], args].concat());
        assert_eq!(call.code, 2, "{args:?} {}", call.err);
        assert!(call.err.contains(words), "{args:?} {}", call.err);
    }
    let lacking = desk.call(&["import", &list, "--map", "Firm=name", "--as", "clients"]);
    assert_eq!(lacking.code, 1);
    assert!(
        lacking.err.contains("it has no column Firm. The columns found are: Firma, E-Mail"),
        "{}",
        lacking.err
    );
    let known = desk.call(&["import", &cli_support::fixture("hubspot-companies.csv"), "--as", "contacts"]);
    assert_eq!(known.code, 1);
    assert!(known.err.contains("a row of it is a client"), "{}", known.err);
    assert!(!desk.book().exists());
}

#[test]
fn rows_that_are_refused_are_written_mended_and_brought_in() {
    let text = "Record ID,Company name,City\n1,Acme,Athens\n,Bolt,\"Volos, Larissa\"\n1,Cook,Rome\n";
    let (desk, list) = with_list(text);
    let left = beside(&desk, "left.csv");
    let to = left.to_string_lossy().into_owned();
    let call = desk.call(&["import", &list, "--refused", &to]);
    done(&call);
    assert!(call.out.contains("1 new, 0 changed, 0 as before, 2 not taken"), "{}", call.out);
    assert!(call.err.contains("the 2 rows that were not taken"), "{}", call.err);
    let written = std::fs::read_to_string(&left).unwrap();
    assert!(written.contains("\"3\",\"it has no Record ID\",\"\",\"Bolt\",\"Volos, Larissa\""), "{written}");
    assert!(written.contains("\"4\",\"Record ID 1 stands on line 2 already\",\"1\",\"Cook\""), "{written}");
    // A file that is there is not written over.
    let over = desk.call(&["import", &list, "--refused", &to]);
    assert_eq!(over.code, 1);
    assert!(over.err.contains("there is such a file already; give another name"), "{}", over.err);
    let mended =
        written.replace("\"\",\"Bolt\"", "\"2\",\"Bolt\"").replace("\"1\",\"Cook\"", "\"3\",\"Cook\"");
    std::fs::write(&left, mended).unwrap();
    let rest = beside(&desk, "rest.csv");
    let again = desk.call(&["import", &to, "--refused", &rest.to_string_lossy(), "--json"]);
    done(&again);
    let told: serde_json::Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!((told["files"][0]["new"].as_u64(), told["refused"].is_null()), (Some(2), true), "{told}");
    assert!(!rest.exists() && again.err.contains("every row was taken"), "{}", again.err);
    assert!(desk.call(&["show", "bolt"]).out.contains("Volos, Larissa"));
    let two = desk.call(&["import", &list, &to, "--refused", &to]);
    assert_eq!(two.code, 2, "{}", two.err);
}

#[test]
fn a_file_of_refused_rows_that_cannot_be_written_stops_the_import() {
    let (desk, list) = with_list("Record ID,Company name\n1,Acme\n,Bolt\n");
    let nowhere = beside(&desk, "not there").join("left.csv");
    let call = desk.call(&["import", &list, "--refused", &nowhere.to_string_lossy()]);
    assert_eq!(call.code, 1, "{}", call.err);
    assert_eq!(desk.call(&["list", "clients"]).out, "");
}

/// Twenty remarks are printed, and how many are left out is told only when some are.
#[test]
fn what_is_left_out_of_the_remarks_is_counted() {
    for wrong in [1, 19, 20, 21, 23] {
        let rows: Vec<String> = (0..wrong).map(|n| format!(",Nobody {n}")).collect();
        let (desk, list) = with_list(&format!("Record ID,Company name\n1,Acme\n{}\n", rows.join("\n")));
        let call = desk.call(&["import", &list, "--dry-run"]);
        done(&call);
        let printed = call.err.lines().filter(|line| line.contains(": not taken, line ")).count();
        assert_eq!(printed, wrong.min(20), "{wrong}: {}", call.err);
        let more = call.err.lines().find(|line| line.contains("more rows not taken"));
        assert_eq!(more.is_some(), wrong > 20, "{wrong}: {}", call.err);
        assert!(more.is_none_or(|line| line.contains(&format!(": {} more", wrong - 20))), "{more:?}");
        let all = desk.call(&["import", &list, "--dry-run", "--verbose"]);
        assert_eq!(all.err.lines().filter(|line| line.contains(": not taken, line ")).count(), wrong);
    }
}

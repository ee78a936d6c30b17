//! Fields of one's own: defined at the desk and on the command line, written in forms, shown, filtered, sorted, brought in and
//! out, called otherwise, given another type, deleted.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;
mod desk;

use cli_support::Desk as Folder;
use desk::{Desk, now};
use serde_json::{Value as Json, json as object};
use std::path::PathBuf;
use syndeo::app::{Detail, Layer};
use syndeo::demo;
use syndeo::domain::{
    Client, CustomField, CustomOf, CustomType, IdGenerator, Kind, Labelled, Record, Value, custom,
};

fn definition(ids: &mut IdGenerator, place: i64, name: &str, sort: CustomType, choices: &[&str]) -> Record {
    let mut field = CustomField::new(ids.next(now()), now());
    field.place = Some(place);
    (field.name, field.sort, field.listed) = (name.into(), sort, true);
    field.choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
    field.into()
}

fn client(ids: &mut IdGenerator, name: &str, pairs: &[(&str, &str)]) -> Record {
    let mut client = Client::new(ids.next(now()), now());
    client.name = name.into();
    let pair = |(label, value): &(&str, &str)| Labelled { label: (*label).into(), value: (*value).into() };
    client.custom = pairs.iter().map(pair).collect();
    client.into()
}

/// Four clients, and three fields that the list has as columns.
fn records() -> Vec<Record> {
    let ids = &mut IdGenerator::new([5; 16]);
    vec![
        client(ids, "Acme", &[("NPS", "9"), ("Segment", "B"), ("Last audit", "2026-11-02")]),
        client(ids, "Bolt", &[("NPS", "10"), ("Segment", "A"), ("parking", "gate 3")]),
        client(ids, "Cobalt", &[("NPS", "very good"), ("Last audit", "2025-01-31")]),
        client(ids, "Delphi", &[]),
        definition(ids, 1, "NPS", CustomType::Number, &[]),
        definition(ids, 2, "Segment", CustomType::Choice, &["A", "B"]),
        definition(ids, 3, "Last audit", CustomType::Date, &[]),
    ]
}

/// The names of the clients in the list, top to bottom.
fn names(desk: &Desk) -> Vec<String> {
    let rows = &desk.model.screen.browse().rows;
    rows.iter().map(|id| desk.model.data.book.title(*id)).collect()
}

fn pairs(desk: &Desk, name: &str) -> Vec<(String, String)> {
    let book = &desk.model.data.book;
    let record = book.all(Kind::Client).find(|r| r.title() == name).unwrap();
    record.pairs().iter().map(|pair| (pair.label.clone(), pair.value.clone())).collect()
}

fn said(label: &str, value: &str) -> (String, String) {
    (label.to_owned(), value.to_owned())
}

#[test]
fn a_field_is_made_at_the_desk_and_written_in_forms() {
    let mut desk = Desk::of(120, 44, vec![client(&mut IdGenerator::new([5; 16]), "Acme", &[])]);
    desk.keys("2 a y").sees("Add field").keys("Price field.sort m").keys("enter").sees("Added Price");
    let made = CustomField::of(desk.only(Kind::CustomField)).unwrap();
    assert_eq!((made.name.as_str(), made.sort, made.of.kind()), ("Price", CustomType::Money, Kind::Client));
    desk.keys("2 e field.Price").sees("Custom fields").sees("an amount with its currency");
    desk.keys("1200,50_usd").sees("= 1 200.50 USD").keys("enter");
    assert_eq!(pairs(&desk, "Acme"), [said("Price", "1200.50 USD")]);
    desk.sees("Price").sees("1 200.50 USD");
    // What is no amount is told at the field, and nothing is saved.
    desk.keys("e field.Price lots enter").sees("an amount was expected");
    desk.keys("esc").model.screen.layers.clear();
    assert_eq!(pairs(&desk, "Acme"), [said("Price", "1200.50 USD")]);
    desk.keys("u u").sees_no("1 200.50");
    assert!(desk.model.data.book.all(Kind::CustomField).next().is_none());
}

#[test]
fn each_type_is_written_in_its_way() {
    let mut desk = Desk::of(120, 44, records());
    desk.keys("2 / delphi enter e").sees_no("! ");
    desk.keys("field.NPS 8,5");
    desk.keys("tab").sees("A   B").keys("b");
    // The name has a blank: tabs lead on to it.
    desk.keys("tab fri").sees("= Fri").keys("enter");
    let written = [said("NPS", "8.5"), said("Segment", "B"), said("Last audit", "2026-11-27")];
    assert_eq!(pairs(&desk, "Delphi"), written);
    // A choice is taken back by its sign for none.
    desk.keys("e field.Segment - enter");
    assert_eq!(pairs(&desk, "Delphi"), [said("NPS", "8.5"), said("Last audit", "2026-11-27")]);
    // What has no definition stays beside it, and what has one is not in it.
    desk.keys("esc / bolt enter e field.custom").sees("parking: gate 3").sees_no("NPS: 10").keys("enter");
    assert_eq!(pairs(&desk, "Bolt").len(), 3);
}

#[test]
fn what_does_not_fit_is_marked_and_kept() {
    let mut desk = Desk::of(150, 44, records());
    desk.keys("2 / cobalt enter").sees("very good");
    desk.keys("e").sees("! “very good” is kept: a number was expected");
    desk.keys("field.name _Energy enter");
    assert_eq!(pairs(&desk, "Cobalt Energy")[0], said("NPS", "very good"));
    desk.keys("e field.NPS 7 enter");
    assert_eq!(pairs(&desk, "Cobalt Energy")[0], said("NPS", "7"));
}

/// Whatever has an overview shows them there, each with its name: those with a definition, then the pairs without one.
#[test]
fn overviews_show_them_in_their_place() {
    let ids = &mut IdGenerator::new([5; 16]);
    let mut all = demo::book(now());
    let all_of = [
        CustomOf::Client,
        CustomOf::Contact,
        CustomOf::Department,
        CustomOf::Project,
        CustomOf::Request,
        CustomOf::Agreement,
    ];
    for custom_of in all_of {
        let kind = custom_of.kind();
        let record = all.iter_mut().find(|record| record.kind() == kind).unwrap();
        let pair = |label: &str, value: &str| Labelled { label: label.into(), value: value.into() };
        *record.pairs_mut().unwrap() = vec![pair("parking", "gate 3"), pair("Cost centre", "CC-17")];
        let mut field = definition(ids, 1, "Cost centre", CustomType::Text, &[]);
        let Record::CustomField(of) = &mut field else { unreachable!() };
        of.of = custom_of;
        all.push(field);
    }
    let mut desk = Desk::of(100, 60, all.clone());
    for kind in all_of.map(CustomOf::kind) {
        let id = all.iter().find(|record| record.kind() == kind).unwrap().id();
        desk.model.screen.layers = vec![Layer::Card(Box::new(Detail::of(id)))];
        let rows = desk.rows();
        let at = |text: &str| rows.iter().position(|row| row.contains(text));
        let (own, free) = (at("CC-17"), at("gate 3"));
        assert!(own.is_some() && own < free, "{kind}: {rows:#?}");
        assert!(
            rows[own.unwrap()].contains("Cost centre") && rows[free.unwrap()].contains("parking"),
            "{kind}"
        );
    }
}

/// What was changed among the pairs is told by their names, and of those that stayed nothing is said.
#[test]
fn history_tells_which_pair_was_changed() {
    let ids = &mut IdGenerator::new([5; 16]);
    let mut desk = Desk::of(120, 44, vec![client(ids, "Acme", &[("parking", "gate 3"), ("dog", "none")])]);
    desk.keys("2 e field.custom _Rex ctrl-s enter g y");
    desk.sees("dog").sees("none → none Rex").sees_no("gate 3 →");
}

#[test]
fn lists_have_the_fields_and_sort_and_filter_by_them() {
    let mut desk = Desk::of(200, 30, records());
    desk.keys("2").sees("NPS").sees("Segment").sees("Last audit");
    let order = |desk: &mut Desk, column: &str| {
        desk.keys("S").keys(column).keys("enter");
        names(desk)[..2].to_vec()
    };
    // What says nothing and what does not fit stand last, in either direction.
    assert_eq!(order(&mut desk, "NPS"), ["Acme", "Bolt"]);
    desk.keys("R");
    assert_eq!(names(&desk)[..2], ["Bolt", "Acme"]);
    desk.keys("R");
    assert_eq!(order(&mut desk, "audit"), ["Cobalt", "Acme"]);
    assert_eq!(order(&mut desk, "Segment"), ["Bolt", "Acme"]);
    let filtered = |desk: &mut Desk, filter: &str| {
        desk.keys("esc /").keys(filter).keys("enter");
        names(desk)
    };
    assert_eq!(filtered(&mut desk, "nps>=9_segment=b"), ["Acme"]);
    assert_eq!(filtered(&mut desk, "last_audit<2026-01-01"), ["Cobalt"]);
    assert_eq!(filtered(&mut desk, "nps="), ["Delphi"]);
    assert_eq!(filtered(&mut desk, "very"), ["Cobalt"], "a word is looked for in them as well");
    assert!(filtered(&mut desk, "nps>nine").is_empty());
    desk.sees("NPS: a number was expected");
}

#[test]
fn what_is_called_otherwise_deleted_and_given_another_type_loses_nothing() {
    let mut desk = Desk::of(150, 44, records());
    let open = |desk: &mut Desk, name: &str| {
        desk.keys("2 esc : fields enter").keys(name).keys("enter");
    };
    open(&mut desk, "NPS");
    desk.keys("e field.name _2027 enter");
    assert_eq!(pairs(&desk, "Bolt")[0], said("NPS 2027", "10"));
    desk.keys("u");
    assert_eq!(pairs(&desk, "Bolt")[0], said("NPS", "10"));
    open(&mut desk, "NPS");
    desk.keys("e field.sort d enter").sees("3 of 3 values do not fit");
    assert_eq!(pairs(&desk, "Bolt")[0], said("NPS", "10"));
    desk.keys("u");
    open(&mut desk, "NPS");
    desk.keys("d y");
    assert_eq!(desk.model.data.book.all(Kind::CustomField).count(), 2);
    assert_eq!(pairs(&desk, "Bolt")[0], said("NPS", "10"));
    // Another of the name is not made.
    desk.keys("esc esc 2 a y").keys("segment enter").sees("a client has a field segment already");
}

fn folder() -> Folder {
    let folder = Folder::empty();
    let list = folder.dir.path().join("first.csv");
    std::fs::write(&list, "Firm\nAcme\nBolt\n").unwrap();
    done(&folder, &["import", &list.to_string_lossy(), "--as", "clients", "--map", "Firm=name"]);
    for args in [
        &["field", "NPS", "--of", "clients", "--holds", "number", "--in-lists", "yes"][..],
        &["field", "Segment", "--of", "clients", "--holds", "choice", "--choices", "A, Key account"],
        &["field", "Last audit", "--of", "clients", "--holds", "date"],
        &["field", "Signed NDA", "--of", "clients", "--holds", "yes-no"],
        &["field", "Renewal price", "--of", "clients", "--holds", "money"],
        &["field", "Contract no.", "--of", "clients"],
    ] {
        done(&folder, args);
    }
    folder
}

fn done(folder: &Folder, args: &[&str]) -> String {
    let call = folder.call(args);
    assert_eq!(call.code, 0, "{args:?}: {}{}", call.out, call.err);
    call.out
}

fn beside(folder: &Folder, name: &str) -> PathBuf {
    folder.dir.path().join(name)
}

const VALUES: &[&str] = &[
    "NPS=9,5",
    "Segment=key account",
    "Last audit=2026-11-02",
    "Signed NDA=no",
    "Renewal price=1.200,50 EUR",
    "Contract no.=00017",
];

fn custom_of(folder: &Folder, name: &str) -> Json {
    let shown = done(folder, &["show", name, "--json"]);
    serde_json::from_str::<Json>(&shown).unwrap()["derived"]["custom"].clone()
}

fn told() -> Json {
    object!({
        "NPS": 9.5, "Segment": "Key account", "Last audit": "2026-11-02", "Signed NDA": false,
        "Renewal price": {"amount": "1200.50", "currency": "EUR"}, "Contract no.": "00017",
    })
}

#[test]
fn the_command_line_writes_them_and_reads_them_by_name() {
    let folder = folder();
    let set: Vec<&str> = ["set", "acme"].into_iter().chain(VALUES.iter().copied()).collect();
    assert!(done(&folder, &set).starts_with("Acme: "));
    assert_eq!(custom_of(&folder, "acme"), told());
    let shown = done(&folder, &["show", "acme"]);
    for line in ["NPS: 9.5", "Last audit: 2026-11-02", "Renewal price: 1 200.50 EUR", "Signed NDA: no"] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    let list = |more: &[&str]| {
        let args: Vec<&str> = ["list", "clients", "--columns", "nps,contract no."]
            .into_iter()
            .chain(more.iter().copied())
            .collect();
        done(&folder, &args)
    };
    assert_eq!(list(&[]), "Acme\t9.5\t00017\nBolt\t\t\n");
    assert_eq!(list(&["--sort", "nps", "--reverse"]), "Acme\t9.5\t00017\nBolt\t\t\n");
    assert_eq!(list(&["--sort", "name", "--reverse"]), "Bolt\t\t\nAcme\t9.5\t00017\n");
    assert_eq!(list(&["--where", "nps>9", "--where", "segment=key account"]), "Acme\t9.5\t00017\n");
    assert_eq!(list(&["--where", "nps>9", "--where", "segment=\"key account\""]), "Acme\t9.5\t00017\n");
    assert_eq!(list(&["--where", "nps="]), "Bolt\t\t\n");
}

#[test]
fn what_the_command_line_cannot_do_is_said() {
    let folder = folder();
    for (args, code, words) in [
        (&["set", "acme", "NPS=nine"][..], 1, "NPS: a number was expected"),
        (&["set", "acme", "Colour=red"], 1, "clients have no field Colour of your own"),
        (&["set", "acme", "Colour"], 2, "a field, = and a value were expected"),
        (&["list", "clients", "--where", "colour=red"], 2, "clients have no field colour"),
        (&["list", "clients", "--where", "nps>nine"], 2, "NPS: a number was expected"),
        (
            &["field", "nps", "--of", "clients", "--call", "Segment"],
            1,
            "a client has a field Segment already",
        ),
        (&["field", "City", "--of", "clients"], 1, "a client has a field City already"),
        (&["field", "Kind", "--of", "milestones"], 2, "one of clients, contacts"),
        (&["field", "Size", "--of", "clients", "--delete"], 1, "clients have no field Size"),
    ] {
        let call = folder.call(args);
        assert_eq!(call.code, code, "{args:?}: {}{}", call.out, call.err);
        assert!(call.err.contains(words), "{args:?}: {}", call.err);
    }
}

/// A folder in which Acme has a value in every field.
fn filled() -> Folder {
    let folder = folder();
    let set: Vec<&str> = ["set", "acme"].into_iter().chain(VALUES.iter().copied()).collect();
    done(&folder, &set);
    folder
}

#[test]
fn a_definition_changes_on_the_command_line_and_no_value_does() {
    let folder = filled();
    let schema: Json = serde_json::from_str(&done(&folder, &["schema"])).unwrap();
    let own = &schema["$defs"]["client"]["properties"]["derived"]["properties"]["custom"]["properties"];
    assert!(own["NPS"].is_object() && own["Signed NDA"]["anyOf"][0]["type"] == "boolean", "{own}");
    let renamed = done(&folder, &["field", "nps", "--of", "clients", "--call", "Score"]);
    assert!(renamed.contains("called so in 1 client as well"), "{renamed}");
    assert_eq!(custom_of(&folder, "acme")["Score"], 9.5);
    assert_eq!(folder.call(&["undo"]).code, 0);
    assert_eq!(custom_of(&folder, "acme"), told());
    let retyped = folder.call(&["field", "Contract no.", "--of", "clients", "--holds", "date"]);
    assert!(retyped.err.contains("1 of 1 values do not fit: it is kept and marked"), "{}", retyped.err);
    assert_eq!(custom_of(&folder, "acme")["Contract no."], "00017");
    done(&folder, &["field", "Contract no.", "--of", "clients", "--delete"]);
    assert!(done(&folder, &["show", "acme"]).contains("Contract no.: 00017"), "as a pair without a type");
}

#[test]
fn what_goes_out_comes_in_again_as_it_was() {
    let folder = folder();
    let set: Vec<&str> = ["set", "acme"].into_iter().chain(VALUES.iter().copied()).collect();
    done(&folder, &set);
    for format in ["csv", "xlsx", "jsonl"] {
        let file = beside(&folder, &format!("out.{format}"));
        let path = file.to_string_lossy();
        done(&folder, &["export", "clients", "-o", &path]);
        let other = Folder::empty();
        let fields = beside(&folder, "fields.jsonl");
        done(&folder, &["export", "fields", "--format", "jsonl", "--force", "-o", &fields.to_string_lossy()]);
        done(&other, &["import", &fields.to_string_lossy()]);
        if format == "jsonl" {
            done(&other, &["import", &path]);
        } else {
            let name = if format == "csv" { "name=name" } else { "Name=name" };
            done(&other, &["import", &path, "--as", "clients", "--map", name]);
        }
        let mut back = custom_of(&other, "acme");
        // A workbook's cells are read as they are shown.
        if let Some(price) = back.get_mut("Renewal price").filter(|_| format == "xlsx") {
            *price = told()["Renewal price"].clone();
        }
        assert_eq!(back, told(), "{format}");
    }
}

#[test]
fn columns_of_a_file_go_to_the_fields_they_are_called_by_or_mapped_to() {
    let folder = folder();
    let file = beside(&folder, "in.csv");
    std::fs::write(
        &file,
        "Firm;nps;Audited;SEGMENT;Signed nda;Price\nCobalt;9,5;25/02/2026;key account;x;1.200,00 €\nDelphi;nine;28/02/2026;C;perhaps;12\n",
    )
    .unwrap();
    let path = file.to_string_lossy();
    let proposal = folder.call(&["import", &path, "--as", "clients"]);
    assert!(
        proposal.err.contains("nps=NPS") && proposal.err.contains("Signed nda=Signed NDA"),
        "{}",
        proposal.err
    );
    let map = "Firm=name,Audited=Last audit,Price=Renewal price";
    let call = folder.call(&["import", &path, "--as", "clients", "--map", map, "--verbose"]);
    assert_eq!(call.code, 0, "{}{}", call.out, call.err);
    assert_eq!(
        custom_of(&folder, "cobalt"),
        object!({
            "NPS": 9.5, "Last audit": "2026-02-25", "Segment": "Key account", "Signed NDA": true,
            "Renewal price": {"amount": "1200", "currency": "EUR"},
        })
    );
    // What does not fit is kept as it is, and told with its line.
    assert_eq!(
        custom_of(&folder, "delphi"),
        object!({
            "NPS": "nine", "Last audit": "2026-02-28", "Segment": "C", "Signed NDA": "perhaps", "Renewal price": "12",
        })
    );
    for words in [
        "line 3: NPS nine: a number was expected, such as 12 or 1200.50; kept as it is, and marked",
        "line 3: Segment C:",
    ] {
        assert!(call.err.contains(words), "{words}: {}", call.err);
    }
    let again = folder.call(&["import", &path, "--as", "clients", "--map", map]);
    assert!(again.out.contains("0 new, 0 changed, 2 as before"), "{}", again.out);
    let unknown = folder.call(&["import", &path, "--as", "clients", "--map", "Firm=name,Price=Prize"]);
    assert_eq!(unknown.code, 2, "{}", unknown.err);
}

/// Two that become one keep what both say: of a field with one value it is chosen, and the other one stays beside it.
#[test]
fn what_is_merged_keeps_the_values_of_both() {
    use syndeo::domain::merge::{Plan, Side, Take};
    let book = syndeo::domain::Book::of(records());
    let id = |name: &str| book.all(Kind::Client).find(|r| r.title() == name).unwrap().id();
    let mut plan = Plan::of(&book, id("Acme"), id("Bolt")).unwrap();
    plan.let_stay(Side::Left);
    let nps = plan.rows.iter().position(|row| row.field.name == "NPS").unwrap();
    plan.take(nps, Take::Right);
    let result = plan.result(&book).unwrap();
    let read = |name: &str| custom::named(&book, Kind::Client, name).unwrap().read(&result);
    assert_eq!(read("NPS"), Value::Number(10.into()));
    assert!(!read("Last audit").is_empty());
    let values: Vec<&str> = result.pairs().iter().map(|pair| pair.value.as_str()).collect();
    for value in ["9", "10", "A", "B", "2026-11-02", "gate 3"] {
        assert!(values.contains(&value), "{value}: {values:?}");
    }
}

/// A page that stands in a field of one's own opens as others do; what is no page is no way.
#[test]
fn pages_in_them_open() {
    use syndeo::domain::reach::{WayKind, ways};
    let pairs =
        [("Drive", "https://drive.example.org/x"), ("parking", "gate 3"), ("script", "file:///bin/sh")];
    let found = ways(&client(&mut IdGenerator::new([5; 16]), "Acme", &pairs));
    let told: Vec<(WayKind, &str, &str)> =
        found.iter().map(|way| (way.kind, way.label.as_ref(), way.text.as_str())).collect();
    assert_eq!(told, [(WayKind::Page, "Drive", "https://drive.example.org/x")]);
}

/// A draft names what was chosen: in the list as it is when the form comes back it may stand elsewhere, or not at all.
#[test]
fn a_draft_keeps_what_was_chosen_whatever_becomes_of_the_list() {
    // What is gone from the list is left as the record has it.
    for (choices, wanted) in [(&["Z", "B", "A"][..], "A"), (&["Z", "B"], "B")] {
        let mut desk = Desk::of(110, 40, records());
        desk.keys("2 / Acme enter e field.Segment left esc").sees("Leave the form?");
        desk.keys("right enter").sees("comes back");
        let kept = desk.asked.iter().rev().find(|effect| matches!(effect, syndeo::app::Effect::Drafts(_)));
        assert!(format!("{kept:?}").contains(r#"("Segment", Chosen("A"))"#), "{kept:?}");
        let book = &desk.model.data.book;
        let segment = book.all(Kind::CustomField).find(|r| r.title() == "Segment").unwrap().clone();
        let Record::CustomField(mut field) = segment else { panic!("no definition") };
        field.choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
        desk.tell(syndeo::app::Msg::Loaded(vec![field.into()]));
        desk.keys("e").keys("ctrl-s");
        assert!(pairs(&desk, "Acme").contains(&said("Segment", wanted)), "{:?}", pairs(&desk, "Acme"));
    }
}

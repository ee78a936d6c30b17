//! The day from the command line, with the real program: today, waiting, brief, capture, agreements.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;

use cli_support::Desk;
use serde_json::Value as Json;
use syndeo::domain::Kind;
use syndeo::domain::derive::today::Section;

fn objects(desk: &Desk, args: &[&str]) -> Vec<Json> {
    let call = desk.call(args);
    assert_eq!((call.code, call.err.as_str()), (0, ""), "{args:?}");
    call.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn rows(desk: &Desk, args: &[&str]) -> Vec<Vec<String>> {
    let call = desk.call(args);
    assert_eq!((call.code, call.err.as_str()), (0, ""), "{args:?}");
    call.out.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

#[test]
fn today_is_ranked_and_every_row_has_its_reason() {
    let desk = Desk::sample();
    let (told, json) = (rows(&desk, &["today"]), objects(&desk, &["today", "--json"]));
    assert!(!told.is_empty() && told.len() == json.len());
    for (row, object) in told.iter().zip(&json) {
        let [mark, why, what, client] = &row[..] else { panic!("{row:?}") };
        assert!(["!", "~", ""].contains(&mark.as_str()) && !why.is_empty(), "{row:?}");
        assert_eq!(
            (&object["mark"], &object["words"]),
            (&Json::from(mark.as_str()), &Json::from(why.as_str()))
        );
        assert_eq!(object["what"]["name"], what.as_str());
        assert_eq!(object["client"]["name"].as_str().unwrap_or_default(), client);
    }
    let place = |o: &Json| {
        let section = Section::ALL.iter().position(|s| o["section"] == s.title()).unwrap();
        (section, -o["score"].as_i64().unwrap())
    };
    let places: Vec<(usize, i64)> = json.iter().map(place).collect();
    assert!(places.is_sorted(), "{places:?}");
    // What a row is about can be shown.
    let id = json[0]["what"]["id"].as_str().unwrap();
    assert_eq!(desk.call(&["show", id]).code, 0);
}

fn full_name(contact: &Json) -> String {
    let name = |field: &str| contact[field].as_str().unwrap_or_default().to_owned();
    format!("{} {}", name("first_name"), name("last_name"))
}

#[test]
fn waiting_is_oldest_first_and_of_whom_one_asks() {
    let desk = Desk::sample();
    let all = rows(&desk, &["waiting"]);
    assert!(all.iter().all(|row| row.len() == 9));
    let days: Vec<i64> = all.iter().map(|row| row[1].parse().unwrap()).collect();
    assert!(days.is_sorted_by(|a, b| a >= b), "{days:?}");
    let of_client = rows(&desk, &["waiting", "AEGEAN"]);
    assert!(of_client.iter().all(|row| row[6] == "Aegean Foods"));
    assert_eq!(of_client.len(), all.iter().filter(|row| row[6] == "Aegean Foods").count());
    // Whoever has the oldest of them; who that is depends on the day.
    let people: Vec<String> = objects(&desk, &["list", "contacts", "--json"]).iter().map(full_name).collect();
    let person = &all.iter().find(|row| people.contains(&row[3])).expect("no person holds anything")[3];
    let words: Vec<&str> = std::iter::once("waiting").chain(person.split(' ')).collect();
    let of_person = rows(&desk, &words);
    assert!(of_person.iter().all(|row| row[3] == *person), "{of_person:?}");
    assert_eq!(of_person.len(), all.iter().filter(|row| row[3] == *person).count());
    let of_department = objects(&desk, &["waiting", "design", "--json"]);
    let departments = objects(&desk, &["list", "departments", "--json"]);
    let design = departments.iter().find(|o| o["name"] == "Design").unwrap();
    assert!(!of_department.is_empty() && of_department.len() < all.len());
    assert!(of_department.iter().all(|o| o["days"].is_i64() && o["holder"].is_string()));
    // Nobody's but that department's and its people's, and all of these.
    let theirs: Vec<String> = objects(&desk, &["list", "contacts", "--json"])
        .iter()
        .filter(|o| o["department"] == design["id"])
        .map(full_name)
        .chain(["Design".to_owned()])
        .collect();
    let held = |row: &&Vec<String>| theirs.contains(&row[3]);
    assert_eq!(of_department.len(), all.iter().filter(held).count());
    let design_rows = rows(&desk, &["waiting", "design"]);
    assert!(design_rows.iter().all(|row| theirs.contains(&row[3])), "{design_rows:?}");
    let nobody = desk.call(&["waiting", "nobody", "at", "all"]);
    assert_eq!((nobody.code, nobody.out.as_str()), (1, ""));
    assert!(nobody.err.contains("syndeo find"), "{}", nobody.err);
    let several = desk.call(&["waiting", "a"]);
    assert_eq!((several.code, several.out.as_str()), (1, ""));
    assert!(several.err.contains("say which") && !several.err.contains("--kind"), "{}", several.err);
}

#[test]
fn a_brief_is_one_page_of_a_client_or_a_project() {
    let desk = Desk::sample();
    let plain = desk.call(&["brief", "aegean", "foods"]);
    assert_eq!((plain.code, plain.err.as_str()), (0, ""));
    assert!(plain.out.starts_with("Aegean Foods\ntier A"), "{}", plain.out);
    assert!(plain.out.contains("\nThey wait for us\n"), "{}", plain.out);
    assert!(plain.out.lines().count() <= 60, "one page");
    assert!(
        !plain.out.lines().any(|line| line.ends_with('…')),
        "nothing is cut for a reader that is no terminal"
    );
    let json = objects(&desk, &["brief", "aegean foods", "--json"]);
    assert_eq!(json[0]["title"], "Aegean Foods");
    assert!(json[0]["sections"].as_array().unwrap().iter().any(|s| s["heading"] == "People"));
    let markdown = desk.call(&["brief", "aegean foods", "--markdown"]);
    assert!(
        markdown.out.starts_with("# Aegean Foods\n\n") && markdown.out.contains("\n## "),
        "{}",
        markdown.out
    );
    let project = &objects(&desk, &["list", "projects", "--json"])[0];
    let number = format!("#{}", project["no"]);
    let of_project = desk.call(&["brief", &number]);
    assert!(of_project.out.lines().nth(1).unwrap().starts_with(&number), "{}", of_project.out);
    let task = &objects(&desk, &["list", "tasks", "--json"])[0];
    for args in [&["brief", "nobody at all"][..], &["brief", task["id"].as_str().unwrap()]] {
        let call = desk.call(args);
        assert_eq!((call.code, call.out.as_str()), (1, ""), "{args:?}");
        assert!(!call.err.is_empty());
    }
}

const WISH: &str =
    "call Aegean Maria: wants the spring banner by 2099-12-24 @design !high +follow-up 2099-12-20 #spring";

#[test]
fn a_line_is_kept_as_one_change_with_numbers() {
    let desk = Desk::sample();
    let requests = |desk: &Desk| objects(desk, &["list", "requests", "--json"]);
    let before = requests(&desk);
    let dry = desk.call(&["capture", WISH, "--dry-run"]);
    assert_eq!((dry.code, dry.err.as_str()), (0, ""));
    for words in
        ["Understood: call and request", "  client: Aegean Foods", "  department: Design", "--dry-run"]
    {
        assert!(dry.out.contains(words), "{words}: {}", dry.out);
    }
    assert_eq!(requests(&desk), before);
    let kept = desk.call(&["capture", WISH]);
    assert_eq!((kept.code, kept.err.as_str()), (0, ""));
    let after = requests(&desk);
    let new = after.iter().find(|r| !before.contains(r)).unwrap();
    assert_eq!(new["wanted_by"], "2099-12-24");
    let line = format!("request #{}: ", new["no"]);
    assert!(kept.out.contains(&line), "{line}: {}", kept.out);
    let next = new["no"].as_u64().unwrap() + 1;
    assert!(kept.out.contains(&format!("task #{next}: Follow up with Maria Papadaki")), "{}", kept.out);
    let undone = desk.call(&["undo"]);
    assert!(undone.out.contains("3 records"), "{}", undone.out);
    assert_eq!(requests(&desk), before);
    assert_eq!(desk.call(&["check"]).code, 0);
}

#[test]
fn a_script_reads_what_was_understood_and_whether_it_was_kept() {
    let desk = Desk::sample();
    let dry = &objects(&desk, &["capture", WISH, "-n", "--json"])[0];
    assert_eq!((&dry["kept"], &dry["kind"]), (&Json::from(false), &Json::from("call and request")));
    let kept = &objects(&desk, &["capture", WISH, "--json"])[0];
    assert_eq!((&kept["kept"], &kept["doubts"]), (&Json::from(true), &Json::Array(vec![])));
    let kinds: Vec<&str> =
        kept["records"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["interaction", "request", "task"]);
    // The records are those in the book, under the ids that were told.
    let id = kept["records"][1]["id"].as_str().unwrap();
    assert_eq!(objects(&desk, &["show", id, "--json"])[0]["wanted_by"], "2099-12-24");
    let refused = desk.call(&["capture", "call Zorba: hello", "--json"]);
    let told: Json = serde_json::from_str(&refused.out).unwrap();
    assert_eq!((refused.code, &told["kept"]), (1, &Json::from(false)));
    assert!(told["doubts"][0].as_str().unwrap().contains("Zorba") && refused.err.contains("--yes"));
}

/// What stands in a printed list before the fields of the record is what `--json` derives, row by row.
#[test]
fn what_is_derived_stands_in_the_lists() {
    let desk = Desk::sample();
    let mut seen = 0;
    for kind in Kind::ALL {
        let printed: Vec<&str> =
            kind.derived().filter(|d| d.printed.contains(kind)).map(|d| d.name).collect();
        let list = desk.call(&["list", kind.plural()]).out;
        let objects = objects(&desk, &["list", kind.plural(), "--json"]);
        assert_eq!(list.lines().count(), objects.len(), "{}", kind.plural());
        for (line, object) in list.lines().zip(&objects) {
            // The number of those that bear one, and the name, stand first.
            let first = if object["no"].is_null() { 1 } else { 2 };
            for (cell, name) in line.split('\t').skip(first).zip(&printed) {
                let told = match &object["derived"][name] {
                    Json::Null => String::new(),
                    Json::String(text) => text.clone(),
                    other => other.to_string(),
                };
                assert_eq!(cell, told, "{name} of {line}");
                seen += usize::from(!cell.is_empty());
            }
        }
    }
    assert!(seen > 100, "only {seen} cells");
}

#[test]
fn a_doubtful_line_is_kept_only_when_somebody_says_yes() {
    let desk = Desk::sample();
    let calls = |desk: &Desk| objects(desk, &["list", "interactions", "--json"]).len();
    let before = calls(&desk);
    let dry = desk.call(&["capture", "call Zorba: hello", "-n"]);
    assert_eq!((dry.code, dry.err.as_str()), (0, ""));
    assert!(dry.out.contains("doubtful: ") && dry.out.contains("Zorba"), "{}", dry.out);
    let refused = desk.call(&["capture", "call Zorba: hello"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("doubtful: ") && refused.err.contains("--yes"), "{}", refused.err);
    assert_eq!(calls(&desk), before);
    let kept = desk.call(&["capture", "call Zorba: hello", "--yes"]);
    assert_eq!(kept.code, 0, "{}", kept.err);
    assert!(kept.err.contains("doubtful: "), "{}", kept.err);
    assert_eq!(calls(&desk), before + 1);
    for args in [&["capture"][..], &["capture", " "], &["capture", "x", "--yes", "-n"], &["brief"]] {
        let call = desk.call(args);
        assert_eq!((call.code, call.out.as_str()), (2, ""), "{args:?}");
    }
}

#[test]
fn agreements_tell_what_lapses() {
    let desk = Desk::sample();
    let (told, json) = (rows(&desk, &["agreements"]), objects(&desk, &["agreements", "--json"]));
    assert_eq!(told.len(), desk.call(&["list", "agreements"]).out.lines().count());
    for (row, object) in told.iter().zip(&json) {
        let [mark, title, client, notice, lapses] = &row[..] else { panic!("{row:?}") };
        assert_eq!(
            (object["mark"].as_str().unwrap(), object["lapses"].as_str().unwrap()),
            (&mark[..], &lapses[..])
        );
        assert_eq!(object["agreement"]["name"], title.as_str());
        assert_eq!(object["client"]["name"].as_str().unwrap_or_default(), client);
        assert_eq!(object["notice"].as_str().unwrap_or_default(), notice);
    }
    assert!(told.iter().any(|row| row[4].contains("renews itself")));
}

/// What was put off is told by an option of its own, and by nothing else; nothing is so in the sample book.
#[test]
fn what_is_snoozed_is_asked_for() {
    let desk = Desk::sample();
    let all = objects(&desk, &["today", "--json"]);
    let put_off = objects(&desk, &["today", "--snoozed", "--json"]);
    assert!(all.len() > 50 && put_off.is_empty(), "{put_off:?}");
    let call = desk.call(&["today", "--snoozed"]);
    assert!(call.code == 0 && call.err.contains("nothing is snoozed"), "{}", call.err);
}

#[test]
fn the_load_of_each_department_is_a_row_and_the_same_in_both_forms() {
    let desk = Desk::sample();
    let (told, json) =
        (rows(&desk, &["load", "--weeks", "3"]), objects(&desk, &["load", "--weeks", "3", "--json"]));
    assert_eq!(told.len(), rows(&desk, &["list", "departments"]).len());
    assert_eq!(told.len(), json.len());
    for (row, object) in told.iter().zip(&json) {
        assert_eq!((row.len(), &object["department"]["name"]), (5, &Json::from(row[0].as_str())));
        assert_eq!(object["people"].to_string(), row[1]);
        for (cell, week) in row[2..].iter().zip(object["weeks"].as_array().unwrap()) {
            let number = |name: &str| week[name].as_i64().unwrap();
            let others = number("requests") + number("without_hours");
            let others = if others == 0 { String::new() } else { format!(" +{others}") };
            let told = format!("{}/{}{others}", number("hours"), number("fits"));
            assert_eq!(cell.trim_start_matches(['!', '~', '░', 'a']), told);
            assert_eq!(cell.starts_with('!'), number("hours") > number("fits"), "{cell}");
            assert_eq!(week["over"], number("hours") > number("fits"));
        }
    }
    assert_eq!(desk.call(&["load", "--weeks", "0"]).code, 2);
}

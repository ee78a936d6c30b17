//! The account manager's day, told in keys and screens.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use syndeo::app::Effect;
use syndeo::demo;
use syndeo::domain::derive::hands;
use syndeo::domain::derive::today::{Row, Today};
use syndeo::domain::{
    Client, ClientStatus, Kind, Milestone, Money, Priority, Project, Record, Request, RequestStatus, Task,
    playbook,
};

const DAY: i64 = 86_400_000;

fn full(width: u16, height: u16) -> Desk {
    Desk::of(width, height, demo::book(now()))
}

/// A wish is captured in one line in front of the client, passed on, approved, done, told; its hands add up.
#[test]
fn a_wish_from_the_first_word_to_the_last() {
    let mut desk = full(150, 40);
    let before: Vec<_> = desk.model.data.book.all(Kind::Request).map(Record::id).collect();
    desk.keys("c Aegean_Maria_wants_the_menu_in_Arabic_promised_4_dec_@design_!high");
    desk.sees("Aegean Foods")
        .sees("Maria Papadaki")
        .sees("Design")
        .sees("4 Dec")
        .keys("enter")
        .sees("Kept: ");
    let id = desk.model.data.book.all(Kind::Request).map(Record::id).find(|id| !before.contains(id)).unwrap();
    let request = |desk: &Desk| Request::of(desk.model.data.book.get(id).unwrap()).unwrap().clone();
    assert_eq!(request(&desk).status, RequestStatus::Promised);
    assert!(request(&desk).no > 0);
    desk.keys("s menu_in_arabic enter").sees("the menu in Arabic · request").sees("promised 4 Dec");
    desk.keys("> nikos_andreou enter").sees("The ball is with Nikos Andreou");
    desk.now.utc_ms += 3 * DAY;
    desk.keys("> maria_papadaki enter").sees("The ball is with Maria Papadaki");
    desk.now.utc_ms += 2 * DAY;
    desk.keys("> nikos_andreou enter");
    desk.now.utc_ms += DAY;
    desk.keys("x").sees("Done, and now the client must be told").sees("4 days with Nikos").sees("2 with the");
    desk.keys("1 / menu_in_arabic")
        .sees("not told")
        .keys("enter x")
        .sees("is done. Was the client told?")
        .keys("1")
        .sees("How content is the client?")
        .keys("5")
        .sees("The client was told, and the touch is logged: the menu in Arabic");
    desk.keys("/ ctrl-u menu_in_arabic").sees("0/0");
    assert_eq!((request(&desk).status, request(&desk).satisfaction), (RequestStatus::Told, Some(5)));
    assert!(request(&desk).hands.len() >= 4);
}

/// Each row says its day, what it is and for whom at every size, and with room for it how it stands.
#[test]
fn a_row_of_today_is_read_at_every_size() {
    for (size, now) in [((60, 16), ""), ((110, 30), ""), ((160, 45), "expected ")] {
        let mut desk = full(size.0, size.1);
        let picture = desk.keys("1 . .").picture();
        let row = |line: &&str| line.contains(" d ◆ ") || line.contains(" d # ");
        let rows = picture.lines().filter(row).filter(|line| line.contains(now)).count();
        assert!(rows >= 5, "{rows} rows with {now:?}:\n{picture}");
        // Each row says its client, also in the smallest window.
        let clients = picture.lines().filter(|line| line.contains("Granite In"));
        assert!(clients.count() >= 2, "{picture}");
    }
}

#[test]
fn the_rows_of_a_client_are_grouped_where_its_most_urgent_one_stands() {
    let mut desk = full(110, 45);
    let client = |desk: &Desk, id| {
        Today::of(&desk.model.data.book, desk.now).rows().into_iter().find(|r: &Row| r.target == id)
    };
    let most = desk.keys("1").model.screen.browse().rows[0];
    let most = client(&desk, most).unwrap().client;
    desk.keys("S client enter").sees("by client").sees("\"");
    let clients: Vec<_> =
        desk.model.screen.browse().rows.iter().map(|id| client(&desk, *id).unwrap().client).collect();
    assert_eq!(clients[0], most);
    // Within a client, the most urgent first.
    let rank: Vec<_> = Today::of(&desk.model.data.book, desk.now).rows().iter().map(|r| r.target).collect();
    let rows = &desk.model.screen.browse().rows;
    let place = |id| rank.iter().position(|r| r == id).unwrap();
    for pair in
        rows.windows(2).filter(|p| client(&desk, p[0]).unwrap().client == client(&desk, p[1]).unwrap().client)
    {
        assert!(place(&pair[0]) < place(&pair[1]));
    }
    let mut seen = vec![];
    for (i, client) in clients.iter().enumerate().filter(|(_, c)| c.is_some()) {
        assert!(
            clients[i.max(1) - 1] == *client || !seen.contains(client),
            "the rows of a client stand apart"
        );
        seen.push(*client);
    }
}

#[test]
fn a_record_that_is_read_stays_open_when_its_row_leaves_the_list() {
    for width in [60, 130] {
        let mut desk = full(width, 30);
        desk.keys("1");
        while desk.model.screen.browse().chosen.unwrap().kind != Kind::Task {
            desk.keys("down");
        }
        let task = desk.model.screen.browse().chosen;
        desk.keys("enter x").sees("Done:");
        assert!(!desk.model.screen.browse().rows.contains(&task.unwrap()));
        assert_eq!(desk.model.screen.detail().of, task);
        // A second stroke is meant for the same task.
        desk.keys("x").sees("Open again:").keys("x").sees("Done:").keys("esc");
        assert_ne!(desk.model.screen.browse().chosen, task);
        assert_eq!(desk.model.screen.detail().of, desk.model.screen.browse().chosen);
    }
}

#[test]
fn capture_says_what_is_doubtful_and_takes_names_by_a_key() {
    let mut desk = full(120, 34);
    desk.keys("c call_Nikos_about_the_catalogue").sees("? doubtful").sees("may be");
    desk.keys("ctrl-u call_Bor").sees("▸ ").keys("tab").sees("call Borealis Shipping");
    desk.keys("price_list esc").sees("comes back").keys("c").sees("call Borealis Shipping price list");
    desk.keys("alt-e").sees("Log a touch").sees("price list").keys("esc").keys("c").sees("price list");
    desk.keys("esc c ctrl-u Aegean_wants_a_map_+fu_fri alt-e").sees("Kept as 2 records").sees("Request");
    // Both are in the book, and each has its form; leaving one leaves the next.
    let requests = desk.model.data.book.all(Kind::Request).filter(|r| r.title() == "a map").count();
    assert_eq!(requests, 1);
    desk.keys("ctrl-u a_large_map enter").sees("Changed: a large map").sees("Task").keys("esc");
    assert!(desk.model.screen.layers.is_empty());
    desk.keys("u u").sees("Undone: capture a map");
    assert!(!desk.model.data.book.all(Kind::Request).any(|r| r.title().contains("a map")));
}

/// The client whose row is marked is what a line is about that names nobody; it is said before a letter is typed.
#[test]
fn a_line_is_about_where_one_stands() {
    let mut desk = full(110, 30);
    desk.keys("2 / granite enter c").sees("at Granite Insurance");
    desk.keys("wants_a_map_of_the_offices_by_fri")
        .sees("Granite Insurance (where you are)")
        .sees_no("? doubtful");
    desk.keys("enter").sees("Kept: ");
    let made = desk.model.data.book.all(Kind::Request).filter_map(Request::of);
    let made = made.filter(|r| r.title == "a map of the offices").collect::<Vec<_>>();
    let client = made[0].client.0.unwrap();
    assert_eq!((made.len(), desk.model.data.book.title(client).as_str()), (1, "Granite Insurance"));
    // Another client in the line is the one it is about, and the grey word goes.
    desk.keys("c task_Borealis:_order_paper")
        .sees("Borealis Shipping")
        .sees_no("at Granite")
        .sees_no("where you are");
    desk.keys("enter").sees("Kept: ");
    let made = desk.model.data.book.all(Kind::Task).filter_map(Task::of);
    let client = made.filter(|t| t.title == "order paper").find_map(|t| t.client.0).unwrap();
    assert_eq!(desk.model.data.book.title(client), "Borealis Shipping");
    // A person, a project and a department are places as well.
    desk.keys("s maria_papadaki enter c")
        .sees("with Maria Papadaki")
        .keys("call:_ok")
        .sees("(Aegean Foods) (where you are)");
    desk.keys("ctrl-u esc esc 3 c").sees(" in ").keys("esc 4 c").sees_no("where you are");
    desk.keys("Aegean_wants_a_map").sees("(where you are)").keys("ctrl-u esc");
}

/// What is doubtful is asked about at the first `enter`, with the words it is about; the second one keeps.
#[test]
fn what_is_doubtful_is_asked_before_it_is_kept() {
    let mut desk = full(110, 30);
    let notes = |desk: &Desk| desk.model.data.book.all(Kind::Interaction).count();
    let before = notes(&desk);
    desk.keys("2 / granite enter c call_Mraia:_prices enter")
        .sees("Not kept yet")
        .sees("enter again keeps it");
    desk.sees("“Mraia” may be Maria Papadaki (Aegean Foods): write the name as it is in the book");
    // The words are marked in the line, and the doubt below it.
    let marked = desk.picture().lines().filter(|l| l.starts_with('»') && l.contains("Mraia")).count();
    assert_eq!((marked, notes(&desk)), (2, before));
    // A change begins anew: what is right then is kept at once, what is doubtful is asked again.
    desk.keys("x").sees_no("enter again keeps it").keys("enter").sees("enter again keeps it");
    assert_eq!(notes(&desk), before);
    desk.keys("enter").sees("Kept: ");
    assert_eq!(notes(&desk), before + 1);
    desk.keys("u c call_Zorba:_x enter")
        .sees("enter again")
        .keys("ctrl-u call_Maria:_x enter")
        .sees("Kept: ");
    assert_eq!(notes(&desk), before + 1);
    // What is not doubtful needs one stroke, and leaving and coming back asks anew.
    desk.keys("c call_Zorba:_x enter").sees("enter again").keys("esc c").sees_no("enter again").keys("enter");
    desk.sees("enter again").keys("enter").sees("Kept: ");
    assert_eq!(notes(&desk), before + 2);
}

/// In a small window the question stands first, whole.
#[test]
fn a_doubt_is_read_whole_in_a_small_window() {
    let mut desk = full(60, 16);
    desk.keys("c call_Nikos_Granite_Aoife_Borealis_about_the_catalogue_of_chairs enter")
        .sees("Nikos Andreou (Design)");
    desk.sees("more of the name").sees("enter again keeps it").sees("may be");
    desk.resize(110, 30).sees("enter again keeps it");
}

#[test]
fn the_brief_stands_on_one_page_and_is_taken_along() {
    let mut desk = full(110, 34);
    desk.keys("b").sees("Brief · Aegean Foods").sees("copy");
    desk.keys("y");
    let copied = desk.asked.iter().any(|e| matches!(e, Effect::Copy(text) if text.contains("Aegean Foods")));
    assert!(copied);
    desk.keys("esc").sees("Clients");
}

#[test]
fn a_reminder_names_all_that_lies_with_somebody_and_logs_itself_once() {
    let mut desk = full(120, 34);
    desk.keys("w").sees("waiting for others");
    let id = desk.model.screen.browse().rows.iter().copied().find(|id| {
        let request = Request::of(desk.model.data.book.get(*id).unwrap()).unwrap();
        matches!(request.hands.last().unwrap().holder, syndeo::domain::Holder::Person(_))
    });
    let id = id.unwrap();
    let nudges = |desk: &Desk| {
        let request = Request::of(desk.model.data.book.get(id).unwrap()).unwrap();
        request.hands.last().unwrap().nudges.len()
    };
    let before = nudges(&desk);
    while desk.model.screen.browse().chosen != Some(id) {
        desk.keys("down");
    }
    // It is changed in the editor before it goes; that sends nothing.
    let title = desk.model.data.book.title(id);
    desk.editor = Some(format!("# Only one thing\n\nDear all,\n{title}, please."));
    let others = |desk: &Desk| -> usize {
        let requests =
            desk.model.data.book.all(Kind::Request).filter_map(Request::of).filter(|r| r.title != title);
        requests.flat_map(|r| &r.hands).map(|h| h.nudges.len()).sum()
    };
    let of_others = others(&desk);
    desk.keys("n").sees("Reminder to").keys("e").sees(", please.");
    assert_eq!(nudges(&desk), before);
    desk.asked.clear();
    desk.keys("m");
    let sent =
        |e: &Effect| matches!(e, Effect::Open(a) if a.contains("subject=Only%20one%20thing&body=Dear%20all"));
    assert!(desk.asked.iter().any(sent), "{:?}", desk.asked);
    desk.keys("y y");
    assert_eq!(nudges(&desk), before + 1);
    assert_eq!(others(&desk), of_others, "nobody was reminded of what was taken out");
    desk.keys("esc u");
    assert_eq!(nudges(&desk), before);
}

#[test]
fn every_row_of_today_has_a_reason_and_a_way_on() {
    let mut desk = full(140, 40);
    desk.keys("1");
    let rows = desk.model.screen.browse().rows.clone();
    assert!(rows.len() > 20);
    for _ in 0..rows.len().min(30) {
        desk.keys("down").sees("e edit").sees("Today");
    }
    desk.keys(".").sees("promises").keys(". .").sees("tasks").keys("R").sees("turned");
}

/// Moving a date shows what it pushes and which promises break before it is written, and one undo takes all of it back.
#[test]
fn a_date_that_pushes_others_is_asked_about() {
    use syndeo::domain::{Milestone, Project, Value};
    let mut records = demo::book(now());
    // Two milestones of one project that wait for each other, the second promised soon after the first.
    let project = records.iter().find_map(|r| Project::of(r).filter(|p| p.status.is_open())).unwrap().id;
    let mut id_generator = syndeo::domain::IdGenerator::new([9; 16]);
    let mut make = |name: &str, day: &str| {
        let mut m = Milestone::new(id_generator.next(now()), now());
        m.name = name.into();
        m.project = project.into();
        m.promised = day.parse().ok();
        m
    };
    let first = make("Drafts seen", "2026-12-01");
    let mut second = make("Drafts agreed", "2026-12-08");
    second.after.0.push(first.id);
    let (mut first, mut second) = (Record::from(first), Record::from(second));
    for promised in [&mut first, &mut second] {
        promised.set_promised_days(promised.promised_days());
    }
    records.extend([first.clone(), second.clone()]);
    let mut desk = Desk::of(120, 34, records);
    desk.keys("s drafts_seen enter e field.expected in_3_weeks ctrl-s");
    desk.sees("breaks 2 promises").sees("Drafts agreed").sees("Tue 8 Dec → Mon 14 Dec");
    desk.sees("! breaks the promise: Tue 8 Dec");
    desk.keys("esc").sees("Edit milestone").keys("ctrl-s enter").sees("Changed: Drafts seen");
    let expected = |desk: &Desk| desk.model.data.book.get(second.id()).unwrap().get("expected").unwrap();
    assert!(matches!(expected(&desk), Value::Date(_)));
    desk.keys("u").sees("Undone: edit milestone Drafts seen");
    assert_eq!(expected(&desk), second.get("expected").unwrap());
    assert_eq!(desk.model.data.book.get(first.id()), Some(&first));
}

#[test]
fn a_project_is_read_as_a_plan_and_a_department_by_its_load() {
    let mut desk = full(160, 45);
    desk.keys("3 tab").sees("critical chain").sees("◆").sees("│");
    desk.keys("4 tab tab tab").sees("Hours of open tasks").sees("Answers").sees("median");
}

#[test]
fn what_is_due_is_postponed_by_typing_another_day() {
    let mut desk = full(120, 34);
    desk.keys("1 .").sees("Today · mine").keys("+ in_3_weeks ctrl-s").sees("Changed:");
    desk.keys("u").sees("Undone: edit task");
}

#[test]
fn a_renewed_agreement_keeps_its_old_term() {
    let mut desk = full(120, 34);
    let terms = desk.model.data.book.all(Kind::Agreement).count();
    desk.keys("6 / retainer_design enter W")
        .sees("Renew Retainer design")
        .keys("left enter")
        .sees("Renewed until");
    assert_eq!(desk.model.data.book.all(Kind::Agreement).count(), terms + 1);
    desk.keys("u").sees("Undone: renew agreement");
    assert_eq!(desk.model.data.book.all(Kind::Agreement).count(), terms);
}

#[test]
fn the_register_shows_the_promise_and_who_holds_the_ball_at_every_width() {
    for (width, height) in [(60, 16), (110, 30), (160, 45)] {
        let mut desk = full(width, height);
        // Expected on another day than promised: the register is about the promise.
        let late = desk.model.data.book.all(Kind::Request).filter_map(Request::of).find(|r| {
            r.status.is_open()
                && r.promised < Some(desk.now.date())
                && r.promised.is_some()
                && r.expected > r.promised
        });
        let late = late.unwrap().clone();
        let days = (desk.now.date() - late.promised.unwrap()).num_days();
        desk.keys("5").sees("held by");
        let picture = desk.picture();
        let title: String = late.title.chars().take(12).collect();
        let row =
            picture.lines().find(|l| l.contains(&title)).unwrap_or_else(|| panic!("{title}\n{picture}"));
        assert!(row.contains(&format!("!{days} d late")), "{row}");
    }
}

#[test]
fn a_chart_takes_the_room_there_is_and_a_load_says_its_weeks() {
    // From the name to the date behind the bar.
    let wide = |width, height| {
        let mut desk = full(width, height);
        let picture = desk.keys("3 enter tab down enter").sees("Kick-off").picture();
        let row: Vec<char> = picture.lines().find(|l| l.contains("◆ Kick-off")).unwrap().chars().collect();
        let at =
            |word: &str| row.windows(word.len()).position(|w| w.iter().copied().eq(word.chars())).unwrap();
        at(" Jun") - at("Kick-off")
    };
    assert!((30..56).contains(&wide(60, 16)), "{}", wide(60, 16));
    assert!(wide(110, 30) + 15 < wide(160, 45), "{} {}", wide(110, 30), wide(160, 45));
    for width in [60, 110, 160] {
        let mut desk = full(width, 30);
        desk.keys("4 down enter tab tab tab").sees("week from").sees("23 Nov").sees("30 Nov").sees("7 Dec");
    }
}

#[test]
fn names_that_begin_with_what_was_typed_stand_first() {
    let mut desk = full(120, 34);
    let picture = desk.keys("2 t field.assignee mar").picture();
    let row = |name: &str| picture.lines().position(|l| l.contains(name)).unwrap();
    // Colleagues first, then others of that name, and only then those who have the word elsewhere.
    assert!(
        row("Marek Zielinski") < row("Maria Papadaki") && row("Maria Papadaki") < row("Owen Price"),
        "{picture}"
    );
    let mut desk = full(120, 34);
    let picture = desk.keys("s pap").picture();
    let row = |name: &str| picture.lines().position(|l| l.contains(name));
    let maria = row("Maria Papadaki").unwrap();
    assert!(row("Yannis Dellas").is_none_or(|print_buyer| maria < print_buyer), "{picture}");
}

#[test]
fn a_project_begins_with_a_playbook_and_one_undo_takes_all_of_it_back() {
    let mut desk = full(150, 44);
    let count = |desk: &Desk, kind| desk.model.data.book.all(kind).count();
    let before = (count(&desk, Kind::Project), count(&desk, Kind::Milestone), count(&desk, Kind::Task));
    desk.keys("2 P New_site field.playbook")
        .sees("▸ Playbook")
        .keys("web enter")
        .sees("Web site")
        .keys("ctrl-s")
        .sees("Added New site, with 5 milestones and 10 tasks");
    let project = desk.model.data.book.all(Kind::Project).find(|r| r.title() == "New site").unwrap().clone();
    let of = |desk: &Desk, kind| -> Vec<Record> {
        desk.model.data.book.backlinks(project.id(), kind).cloned().collect()
    };
    let milestones = of(&desk, Kind::Milestone);
    assert!(milestones.iter().all(|m| Milestone::of(m).unwrap().expected >= Some(desk.now.date())));
    assert!(
        milestones.iter().all(|m| Milestone::of(m).unwrap().promised.is_none()),
        "nothing is promised by it"
    );
    let tasks = of(&desk, Kind::Task);
    let task = |title: &str| Task::of(tasks.iter().find(|t| t.title() == title).unwrap()).unwrap().clone();
    let build = task("Build of the site");
    assert_eq!((build.effort, build.priority), (Some(160), Priority::High));
    assert!(build.assignee.0.is_some() && build.after.0.contains(&task("Texts and translations").id));
    let mut numbers: Vec<_> = tasks.iter().map(Record::number).chain([project.number()]).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 11);
    desk.keys("u").sees("Undone").sees("16 records");
    assert_eq!(
        (count(&desk, Kind::Project), count(&desk, Kind::Milestone), count(&desk, Kind::Task)),
        before
    );
}

#[test]
fn a_project_becomes_a_playbook_and_a_step_that_cannot_be_read_is_told_at_its_field() {
    let mut desk = full(150, 44);
    desk.keys("3 K").sees("Add playbook").sees("day 0").keys("tab tab end");
    desk.keys("ctrl-end enter").keys("nonsense ctrl-s").sees("begin with the day after the start");
    desk.keys("backspace backspace backspace backspace backspace backspace backspace backspace ctrl-s");
    desk.sees("Added ");
    let made = desk.model.data.book.all(Kind::Playbook).count();
    assert_eq!(made, 3);
    desk.keys(": playbooks enter").sees("Playbooks").sees("Web site").sees("Campaign").keys("camp enter");
    desk.sees("Campaign · playbook").sees("a campaign of eight to twelve weeks");
}

#[test]
fn what_is_spent_stands_against_what_was_agreed() {
    let set = |hours: &str, spent: &str, words: &str| {
        let mut records = demo::book(now());
        for record in &mut records {
            if let Record::Project(p) = record {
                (p.effort_budget, p.effort_spent) = (hours.parse().ok(), spent.parse().ok());
                (p.money_budget, p.money_spent) =
                    (Money::new(1000.into(), "EUR"), Money::new(910.into(), "EUR"));
            }
        }
        Desk::of(150, 44, records).keys("3").sees(words).sees("! 910 EUR of 1 000 EUR (91 %)");
    };
    set("80", "20", "20 of 80 (25 %)");
    set("80", "72", "! 72 of 80 (90 %)");
    set("80", "81", "! 81 of 80 (101 %): more than was agreed");
    set("0", "1", "! 1 of 0: more than was agreed");
}

#[test]
fn what_is_found_is_what_the_next_key_works_on() {
    let mut desk = full(150, 44);
    let former = desk
        .model
        .data
        .book
        .all(Kind::Client)
        .filter_map(Client::of)
        .find(|c| c.status == ClientStatus::Former);
    let former = former.unwrap().clone();
    // The list shows active ones, and a record in it is being read; find was called from elsewhere.
    desk.keys("2 enter").sees("Aegean Foods").keys("3 s").keys(&former.name.replace(' ', "_")).keys("enter");
    assert_eq!(desk.model.subject(), Some(former.id.into()));
    assert_eq!(desk.model.screen.detail().of, Some(former.id.into()));
    desk.sees(&format!("{} · tier", former.name));
}

#[test]
fn a_playbook_says_of_a_project_only_what_it_can_say() {
    let mut desk = full(150, 44);
    // B and C both wait for A: C does not stand below it.
    let made = "New_site field.playbook web enter ctrl-s";
    desk.keys("2 P").keys(made).sees("10 tasks");
    desk.keys("s New_site enter").keys("K").sees("Add playbook").keys("tab tab");
    // A long text takes the room there is.
    desk.sees("day 0   * Kick-off").sees("First numbers and wishes");
    let project = desk.model.data.book.all(Kind::Project).find(|r| r.title() == "New site").unwrap().clone();
    let project = Project::of(&project).unwrap();
    let steps = playbook::steps(&playbook::of_project(&desk.model.data.book, project).unwrap()).unwrap();
    let waits = |title: &str| steps.iter().find(|s| s.title == title).unwrap().waits;
    assert!(waits("Structure and wireframes") && !waits("Terms and privacy"));
    let task = |title: &str| -> Task {
        let all = desk.model.data.book.backlinks(project.id, Kind::Task).filter_map(Task::of);
        all.into_iter().find(|t| t.title == title).unwrap().clone()
    };
    // Nobody holds the work of next year yet: its days are counted from the day it can begin.
    let (structure, collect) = (task("Structure and wireframes"), task("Collect what the site must do"));
    assert_eq!(structure.start, collect.due);
    let record = Record::Task(structure);
    assert_eq!(hands::stretches(&hands::hands_of(&record), desk.now.date()).len(), 0);
}

#[test]
fn waiting_is_all_that_others_hold_tasks_among_it() {
    let mut desk = full(150, 60);
    desk.keys("w").sees("waiting for others");
    let rows = desk.model.screen.browse().rows.clone();
    let waits = syndeo::domain::derive::waiting::waiting(&desk.model.data.book, desk.now.date());
    let mut wanted: Vec<_> = waits.iter().map(|w| w.target).collect();
    let mut shown = rows.clone();
    wanted.sort_unstable();
    shown.sort_unstable();
    assert_eq!(shown, wanted);
    assert!(rows.iter().any(|r| r.kind == Kind::Task) && rows.iter().any(|r| r.kind == Kind::Request));
    // Oldest first, and what takes longer than usual is marked.
    let days: Vec<i64> = rows.iter().map(|r| waits.iter().find(|w| w.target == *r).unwrap().days).collect();
    assert!(days.is_sorted_by(|a, b| a >= b), "{days:?}");
    let long = waits.iter().find(|w| w.is_too_long(desk.now.date())).unwrap();
    desk.sees(&format!("!{} d", long.days));
    // The other views are of requests alone.
    desk.keys("5 . . .").sees("all");
    assert!(desk.model.screen.browse().rows.iter().all(|r| r.kind == Kind::Request));
    // The same for one client, against what is usual.
    desk.resize(180, 45).keys("2 tab tab tab tab tab").sees("With others").sees("usually");
}

#[test]
fn a_report_is_ticked_off_in_today_where_its_reason_is_found() {
    let mut desk = full(150, 60);
    desk.keys("1 / no_report enter");
    let row = desk.model.screen.browse().chosen.unwrap();
    assert_eq!(row.kind, Kind::Interaction);
    desk.keys("x").sees("The report is sent");
    assert!(!desk.model.screen.browse().rows.contains(&row));
}

#[test]
fn a_project_of_another_client_is_not_taken_for_a_request() {
    let mut desk = full(150, 60);
    desk.keys("2 r Zebra_wish tab aegean enter ctrl-s").sees("Added Zebra wish");
    desk.keys("s zebra enter e field.project web_shop enter").keys("ctrl-s").sees("Changed: Zebra wish");
    desk.keys("e tab")
        .keys("ctrl-u backspace granite enter ctrl-s")
        .sees("this is a project of Aegean Foods");
}

#[test]
fn who_is_away_is_said_where_they_are_chosen() {
    let mut desk = full(150, 60);
    let today = desk.now.date();
    let away = syndeo::domain::derive::load::away(&desk.model.data.book, today)[0].clone();
    let name = desk.model.data.book.title(away.contact.0.unwrap());
    desk.keys("w >").keys(&name.replace(' ', "_")).sees("away until").sees("stands in").keys("esc");
    // In a form the stand-in is the next choice.
    let instead =
        syndeo::domain::derive::load::who_instead(&desk.model.data.book, away.contact.0.unwrap(), today);
    let instead = desk.model.data.book.title(instead.unwrap());
    let picture = desk.keys("2 t field.assignee").keys(&name.replace(' ', "_")).picture();
    let row = |name: String| picture.lines().position(|l| l.contains(&name)).unwrap();
    assert_eq!(row(format!("▸ {name}   ")) + 1, row(format!("│  {instead}   ")), "{picture}");
    desk.keys("esc esc c task_proof_@").keys(name.split(' ').next().unwrap()).sees("is away until");
}

#[test]
fn a_date_before_what_it_waits_for_is_told() {
    let mut desk = full(150, 44);
    let milestone = desk.model.data.book.all(Kind::Milestone).filter_map(Milestone::of).find(|m| {
        let after = m.after.0.first().and_then(|id| desk.model.data.book.milestone(*id));
        m.done_on.is_none() && after.is_some_and(|a| a.done_on.is_none() && a.date() > Some(desk.now.date()))
    });
    let milestone = milestone.unwrap().clone();
    let project = desk.model.data.book.title(milestone.project.0.unwrap());
    desk.keys("s").keys(&project.replace(' ', "_")).keys("enter");
    while desk.model.subject() != Some(milestone.id.into()) {
        desk.keys("down");
    }
    desk.keys("e").keys("field.expected ctrl-u today ctrl-s");
    // The last of all it waits for is named, be it the milestone before or a task that leads to it.
    desk.sees("Changed:").sees("It comes after “").sees("which is only to be done by");
}

/// Clients that were brought in are sorted with two keys each, from the one row that Today has for them.
#[test]
fn clients_without_a_tier_are_sorted_one_after_the_other() {
    use syndeo::domain::Tier;
    let mut id_generator = syndeo::domain::IdGenerator::new([4; 16]);
    let client = |name: &str, id_generator: &mut syndeo::domain::IdGenerator| {
        let mut client = Client::new(id_generator.next(now()), now());
        (client.name, client.tier) = (name.into(), Tier::Unsorted);
        client.into()
    };
    let records = ["Acme", "Beta", "Gamma"].map(|name| client(name, &mut id_generator)).to_vec();
    let mut desk = Desk::of(110, 30, records);
    desk.keys("1").sees("Clients without a tier");
    assert_eq!(desk.rows().len(), 1);
    desk.keys("enter").sees("Clients · no tier yet");
    assert_eq!(desk.rows().len(), 3);
    desk.keys("#").sees("How much care is Acme owed?").sees("1 Tier A: every 14 days");
    desk.keys("1").sees("Changed: Acme · Tier no tier yet → A");
    // The next one has the mark.
    desk.keys("# 3 # 2").sees("→ B");
    let tiers = |desk: &Desk| -> Vec<Tier> {
        let mut all: Vec<&Client> = desk.model.data.book.all(Kind::Client).filter_map(Client::of).collect();
        all.sort_by_key(|c| c.name.clone());
        all.into_iter().map(|c| c.tier).collect()
    };
    assert_eq!(tiers(&desk), [Tier::A, Tier::C, Tier::B]);
    desk.sees("0/0").keys("1").sees_no("without a tier");
    desk.keys("u").sees("Clients without a tier").keys("# esc");
    assert_eq!(tiers(&desk), [Tier::A, Tier::C, Tier::Unsorted], "leaving it changes nothing");
}

/// The tier a client has already is no change: nothing is written, and nothing is there to be undone.
#[test]
fn the_tier_that_stands_already_is_not_written_again() {
    let mut desk = Desk::empty(110, 30);
    desk.keys("C Acme enter # 2").sees("Changed: Acme");
    let undo = desk.model.session.undo.clone();
    desk.effects();
    desk.keys("#").sees("It is of tier B now.").keys("2").sees("Nothing was changed");
    assert!(!desk.effects().iter().any(|e| matches!(e, Effect::Save(_))));
    assert_eq!(desk.model.session.undo, undo);
}

/// The place stands before the line until it is taken away; what was made is opened by the key that is told.
#[test]
fn what_was_captured_is_opened_and_the_place_can_be_taken_away() {
    let mut desk = full(110, 30);
    desk.keys("2 / aegean enter c").keys("wants_a_map_@design").sees("at Aegean Foods");
    desk.keys("enter").sees("Kept: request #").sees("a map · o opens · u undoes");
    desk.keys("o");
    assert!(desk.model.window_title().starts_with("a map"), "{}", desk.model.window_title());
    desk.keys("u").sees("Undone: capture a map").keys("1 2 c task_order_a_chart").sees("at Aegean Foods");
    desk.keys("home backspace").sees_no("at Aegean Foods").keys("enter").sees("Kept: task #");
    let tasks = desk.model.data.book.all(Kind::Task).filter_map(Task::of);
    let made = tasks.into_iter().find(|task| task.title == "order a chart").unwrap();
    assert_eq!(made.client.0, None, "the place was taken away");
    // Another key in between, and it is what it is everywhere.
    desk.keys("j o").sees_no("order a chart · task");
}

//! What people do, told in keys and screens.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use syndeo::app::{Effect, Msg};
use syndeo::demo;
use syndeo::domain::{Client, Contact, Interaction, Kind, Milestone, Task, TaskStatus, derive};

/// A desk with one client, two of its people, two departments with one person each.
fn small() -> Desk {
    let mut desk = Desk::empty(120, 34);
    desk.keys("a a Acme enter");
    desk.keys("p Maria tab Pappa ctrl-s p Petros tab Kyrou ctrl-s");
    desk.keys("4 a a Design enter p Nikos tab Rallis ctrl-s a a Legal enter p Lena tab Berg ctrl-s 2");
    desk
}

#[test]
fn an_empty_book_explains_itself_and_shows_the_next_key() {
    let mut desk = Desk::empty(100, 24);
    desk.sees("No clients yet. Press a a to write down the first one").sees("syndeo demo").sees("space menu");
    desk.keys("3")
        .sees("No projects yet. Press a")
        .keys("4")
        .sees("No departments yet")
        .keys("7")
        .sees("Nothing has been logged");
}

#[test]
fn a_client_is_written_down_with_nothing_but_its_name() {
    let mut desk = Desk::empty(70, 16);
    desk.keys("a a Aegean_Foods enter");
    insta::assert_snapshot!(desk.picture(), @r"
      1 Tod  2 Clients  3 Pro  4 Dep  5 Req  6 Agr  7 Jou                ✓
     ╭ Clients · active · by name · 1/1 ──────────────────────────────────╮
     │  name          tier  open  last touch      year                    │
    »│▸ Aegean Foods  -        -       never                              │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     │                                                                    │
     ╰────────────────────────────────────────────────────────────────────╯
      Added Aegean Foods · u undoes   enter open  i log  … space menu
    ");
    assert_eq!(Client::of(desk.only(Kind::Client)).unwrap().name, "Aegean Foods");
}

#[test]
fn what_is_wrong_stands_at_its_field_and_nothing_is_saved() {
    let mut desk = Desk::empty(100, 30);
    desk.keys("a a enter").sees("! Name is needed").keys("Acme field.mails not-a-mail enter");
    desk.sees("not-a-mail is no mail address, such as maria@example.org");
    assert!(desk.model.data.book.is_empty());
    desk.keys("ctrl-u a@b.example enter").sees("Added Acme");
}

#[test]
fn escape_never_loses_what_was_written() {
    let mut desk = Desk::empty(100, 24);
    desk.keys("a a esc").sees_no("Leave the form?");
    desk.keys("a a Acme esc").sees("Leave the form?").keys("esc").sees("Acme");
    desk.keys("esc right enter").sees_no("Add client").sees("What you wrote comes back");
    desk.keys("a a").sees("Acme").sees("What you had written here is back");
    desk.keys("enter").sees("Added Acme");
    desk.keys("a a").sees_no("is back").keys("Bolt esc left enter").keys("a a").sees_no("Bolt");
}

#[test]
fn a_draft_is_kept_on_disk_with_every_letter() {
    let mut desk = Desk::empty(100, 24);
    desk.keys("a a Ac");
    let kept =
        desk.asked.iter().rev().find_map(|e| if let Effect::Drafts(d) = e { Some(d.clone()) } else { None });
    let kept = kept.unwrap();
    assert!(format!("{kept:?}").contains("\"Ac\""));
    let mut again = Desk::empty(100, 24);
    again.tell(syndeo::shell::told_open(syndeo::store::Opened::default(), kept));
    again.keys("a a").sees("What you had written here is back").sees("Ac");
}

#[test]
fn a_project_with_milestones_and_tasks_for_two_departments() {
    let mut desk = small();
    desk.keys("P Web_shop ctrl-s").keys("3").sees("Web shop");
    for (name, promised) in [("Design_approved", "in_2_weeks"), ("Beta", "18_dec"), ("Launch", "31/1")] {
        desk.keys(&format!("m {name} tab tab {promised}"));
        desk.keys("ctrl-s");
    }
    desk.sees("Milestones  3").sees("Design approved").sees("promised 7 Dec").sees("promised 31 Jan");
    desk.keys("t Draft_the_pages field.assignee nikos")
        .sees("Nikos Rallis")
        .keys("enter back-tab back-tab fri ctrl-s");
    desk.keys("t Check_the_terms tab tomorrow tab lena enter ctrl-s");
    desk.sees("Open tasks  2").sees("Nikos Rallis").sees("Fri").sees("#2");
    desk.keys("enter tab tab tab").sees("Design  1").sees("Legal  1");
    desk.keys("4").sees("1 open");
    assert_eq!(desk.model.data.book.all(Kind::Milestone).count(), 3);
    let baseline =
        desk.model.data.book.all(Kind::Milestone).filter_map(Milestone::of).all(|m| m.baseline == m.promised);
    assert!(baseline, "the first date promised is kept to compare");
}

#[test]
fn a_touch_stands_on_every_timeline_it_belongs_to() {
    let mut desk = small();
    desk.keys("P Web_shop ctrl-s");
    desk.keys("i Kick-off field.people maria enter petros enter field.projects web enter ctrl-s")
        .sees("Added Kick-off");
    let touch = Interaction::of(desk.only(Kind::Interaction)).unwrap().clone();
    assert_eq!((touch.people.0.len(), touch.clients.0.len(), touch.projects.0.len()), (2, 1, 1));
    let book = &desk.model.data.book;
    let around = [Kind::Client, Kind::Project].map(|k| book.all(k).next().unwrap().id());
    let people =
        book.all(Kind::Contact).filter_map(Contact::of).filter(|c| c.client.0.is_some()).map(|c| c.id.into());
    for id in around.into_iter().chain(people) {
        assert_eq!(derive::timeline(book, id).len(), 1, "{}", book.title(id));
    }
    desk.keys("7").sees("Kick-off").sees("today").keys("3").sees("Kick-off");
}

#[test]
fn a_date_is_typed_as_people_say_it_and_shown_as_it_is_understood() {
    let mut desk = small();
    desk.keys("t Call tab in_3_weeks")
        .sees("= Mon 14 Dec")
        .keys("ctrl-u someday")
        .sees("a day was expected, such as fri");
    desk.keys("ctrl-s").sees("! a day was expected").keys("ctrl-u αύριο").sees("= Tue 24 Nov").keys("ctrl-s");
    assert_eq!(Task::of(desk.only(Kind::Task)).unwrap().due.unwrap().to_string(), "2026-11-24");
}

#[test]
fn a_task_is_ticked_off_and_opened_again() {
    let mut desk = small();
    desk.keys("t Call_Maria ctrl-s").keys("x").sees("Not now: choose a task, a milestone or a request first");
    desk.keys("enter down x").sees("Done: Call Maria");
    let task = Task::of(desk.only(Kind::Task)).unwrap();
    assert_eq!((task.status, task.done_on), (TaskStatus::Done, Some(now().date())));
    desk.keys("u").sees("Undone: tick off task Call Maria");
    assert_eq!(Task::of(desk.only(Kind::Task)).unwrap().status, TaskStatus::Open);
    desk.keys("U").sees("Redone: tick off task Call Maria");
}

#[test]
fn what_goes_to_the_bin_is_named_and_comes_back_whole() {
    let mut desk = small();
    desk.keys("P Web_shop ctrl-s 3 m Beta ctrl-s");
    desk.keys("2 d")
        .sees("Delete client Acme?")
        .sees("2 contacts, 1 project and 1 milestone that belong to it");
    desk.keys("n").sees("Acme").keys("d y").sees("In the bin: Acme").sees_no("▸ Acme");
    assert_eq!(desk.model.data.book.bin().count(), 5);
    desk.keys("B").sees("The bin").sees("Web shop").keys("acme enter").sees("Back from the bin: Acme");
    assert_eq!((desk.model.data.book.bin().count(), desk.model.data.book.all(Kind::Contact).count()), (0, 4));
    desk.keys("u").sees("Undone: bring back client Acme").keys("u").sees("Undone: delete client Acme");
    assert_eq!(desk.model.data.book.bin().count(), 0);
}

#[test]
fn the_bin_is_emptied_only_on_purpose_and_even_that_is_taken_back() {
    let mut desk = small();
    desk.keys("d y : empty enter")
        .sees("Empty the bin?")
        .sees("1 client and 2 contacts")
        .keys("enter")
        .sees_no("The bin is empty");
    desk.keys(": empty enter y").sees("The bin is empty");
    assert_eq!(desk.model.data.book.everything().filter(|r| r.is_gone()).count(), 0);
    desk.keys("u u").sees("delete client Acme");
    assert_eq!(desk.model.data.book.all(Kind::Client).count(), 1);
}

#[test]
fn rows_are_filtered_while_typing_in_any_script() {
    let mut desk = Desk::of(100, 30, demo::book(now()));
    desk.keys("/ elaion").sees("Ελαιώνες Κρήτης").sees("1/1").keys("esc").sees("Aegean Foods");
    desk.keys("/ ΕΛΑΙ enter").sees("Ελαιώνες Κρήτης").keys("esc").sees("Aegean Foods");
    desk.keys("3 / granite").sees("Granite Insurance").sees_no("▸ Web shop relaunch");
    desk.keys("ctrl-u zzz").sees("Nothing here has these words");
}

#[test]
fn rows_are_put_in_another_order_and_the_mark_stays_with_its_record() {
    let mut desk = Desk::of(120, 30, demo::book(now()));
    desk.keys("down down").sees("▸ Brasserie Lefèvre");
    desk.keys("S").sees("Order by").keys("tier enter").sees("by tier").sees("▸ Brasserie Lefèvre");
    desk.keys("R").sees("turned").sees("▸ Brasserie Lefèvre").keys(".").sees("Clients · all");
}

#[test]
fn the_menu_runs_what_is_found_by_word_and_says_why_it_cannot() {
    let mut desk = small();
    desk.keys(": department").sees("Add a department").keys("enter").sees("Name");
    desk.keys("esc esc : days_away enter").sees("Not now: mark somebody in a department first");
    desk.keys("esc : new_client enter").sees("Add client");
    desk.keys("esc ?").sees("What the keys do here").sees_no("Leave Syndeo").keys("esc").sees("Acme");
}

#[test]
fn keys_work_on_greek_and_cyrillic_keyboards() {
    let mut desk = Desk::empty(100, 24);
    desk.keys("α α Αθήνα enter").sees("Added Αθήνα");
    desk.keys("ф ф Київ enter").sees("Added Київ").keys("г").sees("Undone: add client Київ");
}

#[test]
fn pasted_text_is_text_and_never_keys() {
    let mut desk = Desk::empty(100, 24);
    desk.paste("q\nd\n");
    assert!(!desk.model.session.quitting);
    desk.keys("a a").paste("Ac\tme\u{1b}[2J\u{202e}\r\nLtd").keys("enter");
    assert_eq!(Client::of(desk.only(Kind::Client)).unwrap().name, "Ac me[2J Ltd");
}

#[test]
fn the_real_cursor_stands_behind_wide_letters() {
    let mut desk = Desk::empty(100, 24);
    desk.keys("a a 株式");
    let (x, y) = desk.cursor();
    desk.keys("会");
    assert_eq!(desk.cursor(), (x + 2, y));
    desk.keys("left");
    assert_eq!(desk.cursor(), (x, y));
}

#[test]
fn in_a_narrow_window_list_and_record_take_turns() {
    let mut desk = Desk::of(70, 20, demo::book(now()));
    desk.sees("last touch").sees_no("overview").keys("enter").sees("overview").sees_no("next touch");
    desk.keys("esc").sees("last touch").resize(120, 30).sees("overview").sees("last touch");
    desk.resize(59, 20).sees("Syndeo needs 60 columns").resize(60, 16).sees("Aegean Foods");
}

#[test]
fn long_texts_are_written_in_place_and_in_the_editor() {
    let mut desk = small();
    desk.keys("e field.notes").sees("Everything else worth knowing").keys("One_line enter and_another");
    desk.editor = Some("From the editor\nin two lines".into());
    desk.keys("alt-e").sees("From the editor").keys("ctrl-s");
    assert_eq!(Client::of(desk.only(Kind::Client)).unwrap().notes, "From the editor\nin two lines");
    assert!(desk.asked.contains(&Effect::Editor("One line\nand another".into())));
}

#[test]
fn a_choice_is_turned_or_typed() {
    let mut desk = small();
    desk.keys("e field.tier").sees(" A   B   C ").keys("right field.status form ctrl-s");
    let client = Client::of(desk.only(Kind::Client)).unwrap();
    assert_eq!((client.tier.label(), client.status.label()), ("A", "former"));
}

#[test]
fn nothing_is_taken_for_a_name_that_is_not_in_the_book() {
    let mut desk = small();
    desk.keys("t Call field.assignee nobody ctrl-s").sees("no contact was taken for “nobody”");
    desk.keys("ctrl-u ctrl-s").sees("Added Call");
}

#[test]
fn the_history_of_a_record_says_from_what_to_what() {
    let mut desk = small();
    desk.keys("e field.tier right ctrl-s").sees("Changed: Acme");
    desk.keys("back-tab")
        .sees("Tier  no tier yet → A")
        .sees("add client Acme")
        .keys("u")
        .sees("taken back: edit client Acme");
}

#[test]
fn a_row_leads_to_its_record_and_back() {
    let mut desk = small();
    desk.keys("enter down")
        .sees("▸ Maria Pappa")
        .keys("enter")
        .sees("Maria Pappa · contact")
        .sees("Last touch  never");
    desk.keys("e field.job Head_of_Marketing ctrl-s")
        .sees("Head of Marketing")
        .keys("esc")
        .sees("▸ Maria Pappa");
    desk.keys("s lena enter").sees("Lena Berg · colleague");
}

#[test]
fn after_midnight_today_is_another_day() {
    let mut desk = small();
    desk.keys("t Call tab tomorrow ctrl-s").sees("Tue");
    desk.now.utc_ms += 2 * 86_400_000;
    desk.keys("down").sees("1 d late").sees("! 1 task late");
}

#[test]
fn quitting_waits_for_nothing_when_all_is_saved() {
    let mut desk = small();
    desk.keys("q");
    assert!(desk.model.session.quitting);
}

#[test]
fn what_is_meant_inside_a_record_is_the_record_until_a_row_is_marked() {
    let mut desk = small();
    desk.keys("t Call ctrl-s enter").sees("e edit client").keys("e").sees("Edit client · Acme").keys("esc");
    desk.keys("down").sees("e edit task").keys("e").sees("Edit task · Call");
}

#[test]
fn what_was_begun_about_one_client_is_not_put_on_another() {
    let mut desk = small();
    desk.keys("C Bolt enter i About_Bolt esc right enter");
    desk.keys("home i").sees_no("About Bolt").sees("Acme").keys("esc end i").sees("About Bolt").sees("Bolt");
}

#[test]
fn moving_the_cursor_is_not_writing() {
    let mut desk = small();
    desk.keys("i Talk ctrl-s");
    let before = desk.only(Kind::Interaction).clone();
    desk.now.utc_ms += 3_723_123;
    desk.keys("7 e field.at left left ctrl-s").sees("Nothing was changed");
    assert_eq!(desk.only(Kind::Interaction), &before);
    desk.keys("e field.at left esc").sees_no("Leave the form?");
}

#[test]
fn who_changed_employer_takes_no_old_touch_along() {
    let mut desk = small();
    desk.keys("i Kick-off field.people maria enter ctrl-s C Bolt enter");
    desk.keys("s maria enter e field.client bolt enter ctrl-s").sees("Bolt");
    desk.keys("esc 7 e field.summary _again ctrl-s").sees("Changed");
    let touch = Interaction::of(desk.only(Kind::Interaction)).unwrap();
    let names: Vec<String> = touch.clients.0.iter().map(|c| desk.model.data.book.title(*c)).collect();
    assert_eq!(names, ["Acme"]);
}

#[test]
fn somebody_comes_back_from_the_bin_with_what_they_belong_to() {
    let mut desk = small();
    desk.keys("s maria enter d esc d y");
    assert_eq!(desk.model.data.book.bin_len(), 3);
    desk.keys("B maria enter").sees("Back from the bin: Maria Pappa, with 1 client");
    assert_eq!(desk.model.data.book.bin_len(), 1, "Petros went at another moment and for another reason");
}

#[test]
fn while_something_is_taken_back_nothing_else_is_changed() {
    let mut desk = small();
    desk.keys("t Call ctrl-s enter down").hold();
    desk.keys("x u x").sees("Not now: the last change is just being taken back");
    desk.deliver();
    assert_eq!(Task::of(desk.only(Kind::Task)).unwrap().status, TaskStatus::Open);
    assert!(desk.model.session.saving.waiting.is_empty() && desk.model.session.moving == 0);
    desk.keys("down x").sees("Done: Call");
}

#[test]
fn what_can_never_be_saved_is_taken_out_again_and_written_to_a_file() {
    let mut desk = small();
    desk.hold();
    desk.keys("C Bolt enter e field.legal_name Bolt_Ltd ctrl-s");
    desk.tell(Msg::Refused("client Bolt was changed in the meantime; nothing was saved".into()));
    desk.sees("This could not be saved").sees("Bolt; edit client Bolt.");
    assert_eq!(desk.model.data.book.all(Kind::Client).count(), 1);
    assert!(desk.asked.iter().any(|e| matches!(e, Effect::WriteOut(changes) if changes.len() == 2)));
}

#[test]
fn a_milestone_of_another_project_is_not_taken() {
    let mut desk = small();
    desk.keys("3 a a One tab acme enter ctrl-s m Beta ctrl-s a a Two tab acme enter ctrl-s");
    desk.keys("t Work")
        .keys("field.milestone beta enter ctrl-s")
        .sees("this milestone is one of another project");
}

#[test]
fn the_first_letter_takes_the_place_of_a_date() {
    let mut desk = small();
    desk.keys("t Call tab fri ctrl-s enter down e tab mon ctrl-s").sees("Changed: Call");
    assert_eq!(Task::of(desk.only(Kind::Task)).unwrap().due.unwrap().to_string(), "2026-11-30");
}

#[test]
fn help_in_a_form_is_about_the_form() {
    let mut desk = small();
    desk.keys("a a f1").sees("What the keys do here").sees("Save what is written").sees_no("Add project");
    desk.keys("esc").sees("Add client");
}

#[test]
fn a_task_that_repeats_comes_again_and_one_undo_takes_both_back() {
    let mut desk = small();
    desk.keys("t Report_the_hours tab fri").keys("field.repeat").keys("every_2_weeks ctrl-s");
    desk.keys("enter down x").sees("Done: Report the hours; it comes again 11 Dec");
    assert_eq!(desk.model.data.book.all(Kind::Task).count(), 2);
    desk.keys("u");
    assert_eq!(Task::of(desk.only(Kind::Task)).unwrap().status, TaskStatus::Open);
}

#[test]
fn what_is_wished_on_the_30th_comes_back_to_it_after_february() {
    let mut desk = small();
    desk.keys("t Report_the_hours tab 2027-01-30").keys("field.repeat").keys("every_month ctrl-s");
    desk.keys("enter down x").sees("it comes again 28 Feb");
    desk.keys("x").sees("it comes again 30 Mar");
}

#[test]
fn a_wish_goes_from_asked_to_told_and_every_hand_is_kept() {
    use syndeo::domain::{Request, RequestStatus};
    let mut desk = small();
    desk.keys("r New_banner ctrl-s 5").sees("New banner").sees("us").sees("0 d");
    desk.keys(">")
        .sees("Who holds the ball now?")
        .keys("nikos enter")
        .sees("The ball is with Nikos Rallis (Design) now");
    let request = Request::of(desk.only(Kind::Request)).unwrap();
    assert_eq!((request.status, request.hands.len()), (RequestStatus::Routed, 2));
    desk.now.utc_ms += 9 * 86_400_000;
    desk.keys("w").sees("waiting for others").sees("9 d").sees("Nikos Rallis");
    desk.keys("> acme enter").sees("The ball is with Acme now");
    desk.now.utc_ms += 4 * 86_400_000;
    desk.keys("> nikos enter x").sees("Done, and now the client must be told");
    desk.keys(".").sees("with us").sees("9 days with Nikos").sees("4 with the");
    desk.keys("x 5 6").sees("The client was told: New banner");
    assert_eq!(Request::of(desk.only(Kind::Request)).unwrap().status, RequestStatus::Told);
}

#[test]
fn today_says_what_to_do_and_why_and_changes_with_what_is_done() {
    let mut desk = Desk::of(140, 34, demo::book(now()));
    desk.keys("1").sees("Today").sees("d late");
    let first = desk.model.screen.browse().rows[0];
    let before = desk.model.screen.browse().rows.len();
    desk.keys("x");
    assert!(desk.model.screen.browse().rows.len() < before || desk.model.screen.browse().rows[0] != first);
    desk.keys("u");
    assert_eq!(desk.model.screen.browse().rows[0], first);
}

#[test]
fn health_is_never_a_bare_number() {
    let mut desk = Desk::of(140, 34, demo::book(now()));
    desk.sees("Health ").keys("tab").sees("freshness").sees("promises").sees(" of 25");
}

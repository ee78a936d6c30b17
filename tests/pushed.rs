//! What a date pushes, in keys and screens: each date moved or left, one undo for all of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use proptest::prelude::*;
use syndeo::domain::{
    Absence, Client, Contact, Department, IdGenerator, Milestone, Project, Record, Ref, Task, Value,
};

/// What the plan of a story is about: tasks after each other, the milestone they lead to, somebody who is away.
fn print_shop() -> (Desk, [Ref; 4]) {
    let mut ids = IdGenerator::new([9; 16]);
    let day = |text: &str| text.parse().ok();
    let mut client = Client::new(ids.next(now()), now());
    client.name = "Aegean Foods".into();
    let mut project = Project::new(ids.next(now()), now());
    (project.name, project.client, project.promised) =
        ("Brochure".into(), client.id.into(), day("2026-12-18"));
    let mut prepress = Department::new(ids.next(now()), now());
    prepress.name = "Prepress".into();
    let mut nina = Contact::new(ids.next(now()), now());
    (nina.first_name, nina.department) = ("Nina".into(), prepress.id.into());
    let mut away = Absence::new(ids.next(now()), now());
    (away.contact, away.first, away.last) = (nina.id.into(), day("2026-12-15"), day("2026-12-16"));
    let mut approved = Milestone::new(ids.next(now()), now());
    (approved.name, approved.project, approved.promised) =
        ("Approved".into(), project.id.into(), day("2026-12-07"));
    let mut layout = Task::new(ids.next(now()), now());
    (layout.title, layout.project) = ("Layout".into(), project.id.into());
    (layout.start, layout.due, layout.milestone) = (day("2026-12-01"), day("2026-12-04"), approved.id.into());
    let mut print = Task::new(ids.next(now()), now());
    (print.title, print.project, print.assignee) = ("Print".into(), project.id.into(), nina.id.into());
    (print.start, print.due) = (day("2026-12-10"), day("2026-12-11"));
    print.after.0.push(layout.id);
    let refs = [layout.id.into(), print.id.into(), approved.id.into(), project.id.into()];
    let records: Vec<Record> = vec![
        client.into(),
        project.into(),
        prepress.into(),
        nina.into(),
        away.into(),
        approved.into(),
        layout.into(),
        print.into(),
    ];
    (Desk::of(120, 34, records), refs)
}

/// A due date before the start takes the start along, as one of the moves that can be left; left there, it is refused.
#[test]
fn a_due_date_before_the_start_takes_the_start_along() {
    let (mut desk, [layout, ..]) = print_shop();
    let was = desk.model.data.book.get(layout).cloned();
    desk.keys("s layout enter + ctrl-u 2026-11-30 ctrl-s");
    desk.sees("Layout   Fri 4 Dec → Mon 30 Nov").sees("Start of Layout   Tue 1 Dec → Wed 25 Nov");
    desk.keys("space enter").sees("it is due before it may start");
    assert_eq!(desk.model.data.book.get(layout).cloned(), was, "nothing is written");
    desk.keys("ctrl-s").sees("Start of Layout").keys("enter").sees("Changed: Layout");
    let task = desk.model.data.book.get(layout).and_then(Task::of).cloned().unwrap();
    assert_eq!((task.start, task.due), ("2026-11-25".parse().ok(), "2026-11-30".parse().ok()));
    desk.keys("u");
    assert_eq!(desk.model.data.book.get(layout).cloned(), was, "one undo brings both back");
}

#[test]
fn each_pushed_date_is_moved_or_left() {
    let (mut desk, [layout, print, approved, project]) = print_shop();
    let was: Vec<Record> = desk.model.data.book.everything().cloned().collect();
    desk.keys("s layout enter + ctrl-u 2026-12-07 ctrl-s")
        .sees("Start of Layout")
        .sees("This moves 1 other date. Every promise is kept");
    desk.keys("enter").sees("Changed: Layout");
    assert_eq!(
        desk.model.data.book.get(approved).unwrap().due(),
        "2026-12-07".parse().ok(),
        "it had the time"
    );
    desk.keys("u").keys("+ ctrl-u 2026-12-14 ctrl-s");
    desk.sees("This moves 3 other dates, and breaks one promise").sees("Layout   Fri 4 Dec → Mon 14 Dec");
    desk.sees("▸ [x] Start of Layout   Tue 1 Dec → Wed 9 Dec");
    desk.sees("Approved          Mon 7 Dec → Mon 14 Dec").sees("! breaks the promise: Mon 7 Dec");
    desk.sees("Print             Fri 11 Dec → Wed 16 Dec").sees("start Thu 10 Dec → Tue 15 Dec");
    desk.sees("! Nina is away 15 Dec to 16 Dec");
    assert_eq!(desk.choices(), ["Start of Layout", "Approved", "Print"]);
    desk.keys("space down down space")
        .sees("This moves 1 other date")
        .sees("[ ] Print             stays Fri 11 Dec, not Wed 16 Dec");
    desk.keys("enter").sees("Changed: Layout");
    let day = |desk: &Desk, id: Ref, field: &str| desk.model.data.book.get(id).unwrap().get(field).ok();
    let date = |text: &str| Some(Value::Date(text.parse().unwrap()));
    assert_eq!(
        (day(&desk, layout, "start"), day(&desk, layout, "due")),
        (date("2026-12-01"), date("2026-12-14"))
    );
    assert_eq!(
        (day(&desk, print, "due"), day(&desk, approved, "expected")),
        (date("2026-12-11"), date("2026-12-14"))
    );
    desk.keys("u").sees("Undone");
    assert_eq!(desk.model.data.book.everything().cloned().collect::<Vec<_>>(), was);
    // All of it, in one change.
    desk.keys("+ ctrl-u 2026-12-21 ctrl-s")
        .sees("breaks 2 promises")
        .sees("Brochure          Fri 18 Dec → Wed 23 Dec")
        .keys("enter");
    assert_eq!(
        (day(&desk, print, "start"), day(&desk, print, "due")),
        (date("2026-12-22"), date("2026-12-23"))
    );
    assert_eq!(
        (day(&desk, layout, "start"), day(&desk, project, "expected")),
        (date("2026-12-16"), date("2026-12-23"))
    );
    desk.keys("u");
    assert_eq!(desk.model.data.book.everything().cloned().collect::<Vec<_>>(), was);
}

/// `PROPTEST_CASES` has the last word.
fn cases(usual: u32) -> ProptestConfig {
    let told = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { told } else { ProptestConfig { cases: usual, ..told } }
}

proptest! {
    #![proptest_config(cases(40))]

    /// Whatever a date pushes and whatever of it is left where it is: one undo brings back every byte.
    #[test]
    fn undo_gives_back_every_byte(
        tasks in proptest::collection::vec((0i64..40, 0i64..9, any::<bool>(), 0usize..6, any::<bool>()), 1..6),
        to in 0u32..60,
        keys in proptest::collection::vec(proptest::sample::select(vec!["down", "up", "space", "a"]), 0..8),
    ) {
        let mut ids = IdGenerator::new([9; 16]);
        let first = now().date();
        let on = |n: i64| first.checked_add_signed(chrono::TimeDelta::days(n));
        let mut project = Project::new(ids.next(now()), now());
        (project.name, project.promised) = ("Brochure".into(), on(30));
        let mut goal = Milestone::new(ids.next(now()), now());
        (goal.name, goal.project, goal.promised) = ("Goal".into(), project.id.into(), on(25));
        let mut made: Vec<Task> = vec![];
        for (n, (due, long, starts, before, leads)) in tasks.into_iter().enumerate() {
            let mut task = Task::new(ids.next(now()), now());
            (task.title, task.project, task.due) = (format!("Step {n}"), project.id.into(), on(due));
            task.no = u32::try_from(n + 1).unwrap();
            task.start = on(due - long).filter(|_| starts);
            task.after.0.extend(made.get(before).map(|t| t.id));
            task.milestone.0 = Some(goal.id).filter(|_| leads);
            made.push(task);
        }
        let mut records: Vec<Record> = vec![project.into(), goal.into()];
        records.extend(made.into_iter().map(Record::from));
        let bytes = |desk: &Desk| desk.model.data.book.everything().map(|r| format!("{r:?}")).collect::<Vec<_>>();
        let mut desk = Desk::of(100, 30, records);
        let was = bytes(&desk);
        let day = on(i64::from(to)).unwrap();
        desk.keys("s step_0 enter +").keys(&day.to_string()).keys("ctrl-s");
        if matches!(desk.model.screen.layers.last(), Some(syndeo::app::Layer::Pushed(_))) {
            desk.keys(&keys.join(" ")).keys("enter");
        }
        prop_assert!(!matches!(desk.model.screen.layers.last(), Some(syndeo::app::Layer::Pushed(_))));
        if bytes(&desk) != was {
            desk.keys("u");
        }
        prop_assert_eq!(bytes(&desk), was);
    }
}

/// Steps count from the day that stands in the field; what is odd about a day is said before it is saved.
#[test]
fn a_step_counts_from_the_day_that_stands_and_odd_days_are_told() {
    let (mut desk, [layout, _, approved, _]) = print_shop();
    desk.keys("s layout enter + ctrl-u +10d").sees("= Mon 14 Dec, counted from Fri 4 Dec").sees_no("earlier");
    desk.keys("ctrl-u in_10_days").sees("= Thu 3 Dec ! earlier than Fri 4 Dec");
    desk.keys("ctrl-u -1d").sees("= Thu 3 Dec, counted from Fri 4 Dec ! earlier than Fri 4 Dec");
    desk.keys("ctrl-u sat").sees("= Sat 28 Nov ! earlier than Fri 4 Dec, no working day");
    desk.keys("ctrl-u 2026-12-19").sees("= Sat 19 Dec ! no working day: Saturday");
    // The form reads the same. Once it stands there it is what the next step counts from; the old day stays the old day.
    desk.keys("esc e field.due ctrl-u +1d tab up")
        .sees("2026-12-05")
        .keys("ctrl-u +2d")
        .sees("= Mon 7 Dec, counted from Sat 5 Dec");
    desk.keys("ctrl-u -3d").sees("= Wed 2 Dec, counted from Sat 5 Dec ! earlier than Fri 4 Dec");
    desk.keys("ctrl-u +2d ctrl-s space enter").sees("Changed: Layout");
    let due = |desk: &Desk, id: Ref| desk.model.data.book.get(id).unwrap().due().map(|d| d.to_string());
    assert_eq!(due(&desk, layout), Some("2026-12-07".into()));
    // An expected day that is empty is the promised one. What a day breaks that moves nothing else is said as well.
    desk.keys("s approved enter + +2d").sees("= Wed 9 Dec, counted from Mon 7 Dec").keys("ctrl-s");
    desk.sees("Changed: Approved. This breaks the promise: Mon 7 Dec");
    assert_eq!(due(&desk, approved), Some("2026-12-09".into()));
    // Without a day it counts from today, and a day of something that took place is no plan.
    desk.keys("esc t x tab +10d").sees("= Thu 3 Dec").sees_no("counted from");
}

/// However narrow the window is, what is odd about a day is read whole before it is saved: in the box and in the form.
#[test]
fn odd_days_are_told_whole_in_every_window() {
    for (width, height) in [(60, 16), (80, 24), (110, 30), (120, 34), (160, 45)] {
        for opens in ["+ ctrl-u sat", "e field.due ctrl-u sat"] {
            let (mut desk, _) = print_shop();
            desk.resize(width, height).keys("s layout enter").keys(opens);
            let whole = desk.picture().lines().any(|row| {
                let mut told = row.split("! ").skip(1);
                told.any(|t| t.starts_with("earlier than Fri 4 Dec, no working day: Saturday"))
            });
            // The box breaks it in two lines.
            let broken =
                desk.sees("earlier than Fri 4 Dec").sees("Saturday").picture().contains("no working day:");
            assert!(whole || opens.starts_with('+') && broken, "{width} {opens}\n{}", desk.picture());
        }
    }
}

/// A calendar of the book counts wherever days of work are meant.
#[test]
fn days_off_are_passed_over() {
    use syndeo::domain::{Calendar, DayOfWeek};
    let (mut desk, _) = print_shop();
    let mut calendar = Calendar::new(IdGenerator::new([8; 16]).next(now()), now());
    calendar.name = "Cairo".into();
    calendar.weekend = vec![DayOfWeek::Friday, DayOfWeek::Saturday];
    calendar.days = "2026-12-14 to 2026-12-15 Closed".into();
    let mut records: Vec<Record> = desk.model.data.book.everything().cloned().collect();
    records.push(calendar.into());
    desk = Desk::of(120, 34, records);
    desk.keys("s layout enter + ctrl-u 2026-12-14").sees("= Mon 14 Dec ! no working day: Closed");
    desk.keys("ctrl-u fri").sees("no working day: Friday");
    desk.keys("ctrl-u 2026-12-13").sees("= Sun 13 Dec").sees_no("no working day");
    // From the Sunday over two days off to the Wednesday; Print takes one working day, as Thursday and Friday were one.
    desk.keys("ctrl-u +5wd").sees("= Thu 10 Dec, counted from Fri 4 Dec").keys("ctrl-u 2026-12-13 ctrl-s");
    desk.sees("Approved          Mon 7 Dec → Sun 13 Dec").sees("Print             Fri 11 Dec → Wed 16 Dec");
    // What stands in the form can be mended like everything else.
    desk.keys("esc esc")
        .sees("Leave the form?")
        .keys("right enter")
        .keys(": calendar.add enter")
        .sees("Add calendar");
}

/// The mark stays on its row where leaving that moves another one past it: what hangs on both is only pushed by one then.
#[test]
fn the_mark_stays_on_its_row_when_rows_change_their_order() {
    let (desk, [layout, print, ..]) = print_shop();
    let mut records: Vec<Record> = desk.model.data.book.everything().cloned().collect();
    let (first, second) = (
        Task::of(desk.model.data.book.get(layout).unwrap()).unwrap(),
        Task::of(desk.model.data.book.get(print).unwrap()).unwrap(),
    );
    let mut bind = Task::new(IdGenerator::new([8; 16]).next(now()), now());
    (bind.title, bind.project) = ("Bind".into(), first.project);
    (bind.start, bind.due) = ("2026-12-14".parse().ok(), "2026-12-14".parse().ok());
    bind.after.0.extend([first.id, second.id]);
    records.push(bind.into());
    let mut desk = Desk::of(120, 34, records);
    desk.keys("s layout enter + ctrl-u 2026-12-14 ctrl-s");
    assert_eq!(desk.choices(), ["Start of Layout", "Approved", "Print", "Bind"]);
    desk.keys("down down space").sees("▸ [ ] Print             stays Fri 11 Dec");
    assert_eq!(desk.choices(), ["Start of Layout", "Approved", "Bind", "Print"]);
    desk.keys("space").sees("▸ [x] Print             Fri 11 Dec → Wed 16 Dec");
    assert_eq!(desk.choices(), ["Start of Layout", "Approved", "Print", "Bind"]);
}

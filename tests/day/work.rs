//! Load, absences, stand-ins.

use crate::made::{Made, at, day};
use syndeo::domain::derive::load;
use syndeo::domain::{Absence, Contact, ContactId, Holder, Project, ProjectStatus, TaskStatus};

fn away(made: &mut Made, who: ContactId, first: &str, last: &str, stand_in: Option<ContactId>) {
    let mut absence = Absence::new(made.id(), at("2026-01-05"));
    (absence.contact, absence.stand_in.0) = (who.into(), stand_in);
    (absence.first, absence.last) = (Some(day(first)), Some(day(last)));
    made.put(absence);
}

fn colleague(made: &mut Made, name: &str) -> ContactId {
    let mut contact = Contact::new(made.id(), at("2026-01-05"));
    (contact.first_name, contact.department) = (name.into(), made.design.into());
    let id = contact.id;
    made.put(contact);
    id
}

#[test]
fn somebody_stands_in_who_is_there() {
    let mut made = Made::new();
    let (ida, theo) = (colleague(&mut made, "Ida"), colleague(&mut made, "Theo"));
    let nikos = made.nikos;
    let who = |made: &Made, on| load::who_instead(&made.book, nikos, day(on));
    assert_eq!(who(&made, "2026-11-24"), Some(nikos));
    away(&mut made, nikos, "2026-11-20", "2026-11-30", Some(ida));
    let record = made.book.contact(nikos).unwrap().clone();
    made.change(&record, |c| c.backup = theo.into());
    assert_eq!(who(&made, "2026-11-24"), Some(ida));
    away(&mut made, ida, "2026-11-24", "2026-11-24", Some(nikos));
    assert_eq!(who(&made, "2026-11-24"), Some(theo), "she is away too, the usual one is there");
    away(&mut made, theo, "2026-11-01", "2026-12-24", None);
    assert_eq!(who(&made, "2026-11-24"), None, "a ring of absent people ends");
    assert_eq!(who(&made, "2026-12-01"), Some(nikos));
    assert_eq!(load::away(&made.book, day("2026-11-24")).len(), 3);
    assert_eq!(load::away_in(&made.book, made.design, day("2026-11-24")).len(), 3);
}

#[test]
fn load_is_spread_up_to_the_due_date() {
    let mut made = Made::new();
    for (due, effort) in [
        (Some("2026-11-10"), Some(3)),
        (Some("2026-11-29"), Some(4)),
        (Some("2026-11-30"), Some(8)),
        (Some("2027-06-01"), Some(16)),
        (None, None),
    ] {
        let mut task = made.task("2026-11-01");
        (task.assignee, task.due, task.effort) = (made.nikos.into(), due.map(day), effort);
        made.put(task);
    }
    let mut done = made.task("2026-11-01");
    (done.assignee, done.effort, done.status) = (made.nikos.into(), Some(99), TaskStatus::Done);
    made.put(done);
    let nikos = made.nikos;
    away(&mut made, nikos, "2026-12-03", "2026-12-08", None);
    let all = load::load(&made.book, day("2026-11-24"), 3);
    let [his] = &all[..] else { panic!("one") };
    let hours: Vec<i64> = his.weeks.iter().map(|w| w.hours).collect();
    let gone: Vec<usize> = his.weeks.iter().map(|w| w.away).collect();
    assert_eq!((&his.holder, hours, gone), (&Holder::Person(nikos), vec![13, 2, 1], vec![0, 2, 2]));
    assert_eq!((his.later.hours, his.undated.tasks, his.undated.unsaid), (15, 1, 1));
    assert_eq!(load::load_of(&made.book, made.design, day("2026-11-24"), 3).len(), 1);
    assert_eq!(load::monday(day("2026-11-29")), day("2026-11-23"));
}

#[test]
fn days_away_hold_no_hours_and_requests_count() {
    let mut made = Made::new();
    let nikos = made.nikos;
    let mut task = made.task("2026-11-01");
    (task.assignee, task.effort) = (nikos.into(), Some(40));
    (task.start, task.due) = (Some(day("2026-11-30")), Some(day("2026-12-11")));
    made.put(task.clone());
    let weeks = |made: &Made| {
        let all = load::load(&made.book, day("2026-11-26"), 3);
        let his = all.into_iter().find(|l| l.holder == Holder::Person(nikos)).unwrap();
        his.weeks.iter().map(|w| (w.hours, w.requests)).collect::<Vec<_>>()
    };
    assert_eq!(weeks(&made), [(0, 0), (20, 0), (20, 0)]);
    away(&mut made, nikos, "2026-12-02", "2026-12-08", None);
    assert_eq!(weeks(&made), [(0, 0), (16, 0), (24, 0)], "two days there, and three");
    away(&mut made, nikos, "2026-11-26", "2026-12-20", None);
    assert_eq!(weeks(&made), [(0, 0), (0, 0), (40, 0)], "never there before: all where it is due");
    let away_all = load::load(&made.book, day("2026-11-26"), 3)[0].weeks[1];
    assert_eq!((away_all.away, away_all.fits(40)), (5, 0));
    let mut request = made.request("2026-11-01");
    request.hands = vec![crate::made::hand(Holder::Person(nikos), "2026-11-02")];
    request.promised = Some(day("2026-12-01"));
    made.put(request.clone());
    assert_eq!(weeks(&made), [(0, 0), (0, 1), (40, 0)]);
    made.change(&request, |r| r.hands[0].holder = Holder::Client(made_client(r)));
    assert_eq!(weeks(&made), [(0, 0), (0, 0), (40, 0)]);
}

fn made_client(request: &syndeo::domain::Request) -> syndeo::domain::ClientId {
    request.client.0.unwrap()
}

#[test]
fn what_is_late_in_a_department_counts_requests() {
    let mut made = Made::new();
    let mut request = made.request("2026-11-01");
    (request.department, request.promised) = (made.design.into(), Some(day("2026-11-20")));
    made.put(request);
    let late = |made: &Made, on| {
        let design = made.book.get(made.design).unwrap();
        syndeo::domain::derive::fields::LATE_WORK.read(&made.book, at(on), design)
    };
    assert_eq!(late(&made, "2026-11-20"), syndeo::domain::Value::Whole(0));
    assert_eq!(late(&made, "2026-11-21"), syndeo::domain::Value::Whole(1));
}

/// What rests is nobody's load: tasks count while their project is planned or under way, and without a project.
#[test]
fn tasks_of_a_project_that_rests_are_no_load() {
    let mut made = Made::new();
    let mut project = Project::new(made.id(), at("2026-01-05"));
    (project.name, project.client) = ("Web shop".into(), made.client.into());
    let mut task = made.task("2026-11-01");
    (task.assignee, task.effort, task.due) = (made.nikos.into(), Some(6), Some(day("2026-11-25")));
    made.put(task.clone());
    let hours = |made: &Made| {
        let all = load::load(&made.book, day("2026-11-24"), 2);
        all.iter().map(|l| l.weeks[0].hours + l.weeks[1].hours).sum::<i64>()
    };
    assert_eq!(hours(&made), 6);
    made.change(&task, |t| t.project = project.id.into());
    for (status, counts) in [
        (ProjectStatus::Planned, 6),
        (ProjectStatus::Active, 6),
        (ProjectStatus::OnHold, 0),
        (ProjectStatus::Done, 0),
        (ProjectStatus::Cancelled, 0),
    ] {
        project.status = status;
        made.put(project.clone());
        assert_eq!(hours(&made), counts, "{status:?}");
    }
}

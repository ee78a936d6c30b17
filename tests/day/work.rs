//! Load, absences, stand-ins.

use crate::made::{Made, at, day};
use syndeo::domain::derive::load;
use syndeo::domain::{Absence, Contact, ContactId, TaskStatus};

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
fn load_is_by_week_of_the_due_date() {
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
    assert_eq!((his.contact, hours, gone), (Some(nikos), vec![7, 8, 0], vec![0, 2, 2]));
    assert_eq!((his.later.hours, his.undated.tasks, his.undated.unsaid), (16, 1, 1));
    assert_eq!(load::load_of(&made.book, made.design, day("2026-11-24"), 3).len(), 1);
    assert_eq!(load::monday(day("2026-11-29")), day("2026-11-23"));
}

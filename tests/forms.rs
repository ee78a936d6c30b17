//! Forms as they are filled in: what is in sight, what folds out, what is offered, what is made along with a record.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use syndeo::app::{Form, Layer, Picked};
use syndeo::demo;
use syndeo::domain::{
    Client, Contact, Department, IdGenerator, Kind, Milestone, Project, Record, Request, RequestStatus,
    Visibility,
};

fn form(desk: &Desk) -> &Form {
    match desk.model.screen.layers.last() {
        Some(Layer::Form(form)) => form,
        other => panic!("no form is open but {other:?}"),
    }
}

fn in_sight(desk: &Desk) -> Vec<&'static str> {
    let form = form(desk);
    form.shown().into_iter().map(|at| form.entries[at].field.name).collect()
}

/// Every record of the sample book, edited: each of its fields stands in the form once, whatever says something is in
/// sight, and tabs lead to all of them.
#[test]
fn whatever_is_filled_in_is_in_sight_and_tabs_lead_to_every_field() {
    let mut desk = Desk::of(120, 40, demo::book(now()));
    for kind in Kind::ALL {
        let Some(record) = desk.model.data.book.all(*kind).last().cloned() else { continue };
        desk.model.screen.layers.clear();
        desk.model.screen.layers.push(Layer::Form(Box::new(Form::new(
            desk.model.ctx(),
            record.clone(),
            Some(record.clone()),
        ))));
        let mut fields: Vec<&str> = desk.fields();
        let shown = in_sight(&desk);
        let editable = record.fields().iter().filter(|f| f.traits.visibility == Visibility::Editable);
        for field in editable.filter(|f| fields.contains(&f.name)) {
            let says = !field.is_default(&field.read(&record));
            assert!(!says || shown.contains(&field.name), "{kind}: {} is filled in and hidden", field.name);
            let essential = field.traits.essential.is_some();
            assert!(
                !essential || shown.contains(&field.name),
                "{kind}: {} is essential and hidden",
                field.name
            );
        }
        for name in fields.clone() {
            desk.field(name);
        }
        assert_eq!(in_sight(&desk).len(), fields.len(), "{kind}: all are in sight after the last");
        fields.sort_unstable();
        let all = fields.len();
        fields.dedup();
        assert_eq!(fields.len(), all, "{kind}: a field stands there twice");
    }
}

/// A heading stands over every group once, in the form as it is folded out.
#[test]
fn groups_stand_together_under_one_heading_each() {
    let mut desk = Desk::of(120, 60, demo::book(now()));
    for keys in ["C", "2 e", "P", "r", "t", "i", "p"] {
        desk.model.screen.layers.clear();
        desk.keys(keys);
        for field in desk.fields() {
            desk.field(field);
        }
        let form = form(&desk);
        let mut headings: Vec<&str> = form.shown().into_iter().filter_map(|at| form.heading(at)).collect();
        assert!(headings.len() > 1, "{keys}: {headings:?}");
        let all = headings.len();
        headings.sort_unstable();
        headings.dedup();
        assert_eq!(headings.len(), all, "{keys}: {headings:?}");
    }
}

#[test]
fn a_new_form_begins_at_the_first_essential_that_is_empty() {
    let mut desk = Desk::of(120, 30, demo::book(now()));
    for (keys, field) in [
        ("2 r", "title"),
        ("i", "summary"),
        ("t", "title"),
        ("p", "first_name"),
        ("F", "words"),
        ("3 T", "contact"),
        ("4 enter p", "first_name"),
    ] {
        desk.keys(keys);
        assert_eq!(form(&desk).entry().unwrap().field.name, field, "{keys}");
        desk.keys("esc esc");
        desk.model.screen.layers.clear();
    }
}

/// Essentials first; the rest is one line that says what there is, and Tab past the last one folds it out.
#[test]
fn the_rest_folds_out_behind_the_last_field() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    desk.keys("2 r");
    assert_eq!(
        in_sight(&desk),
        ["title", "client", "asked_by", "promised", "department", "contact", "wanted_by"],
    );
    desk.sees("more fields").sees_no("Satisfaction");
    desk.field("wanted_by").keys("tab").sees("Progress").sees("Status").sees_no("more fields");
    desk.keys("back-tab").sees("Progress");
}

/// What is likely is offered at once and taken only by somebody who goes to it: Enter saves.
#[test]
fn the_likeliest_are_offered_and_none_is_taken_by_itself() {
    let mut desk = Desk::of(120, 30, demo::book(now()));
    desk.keys("2 r Zebra").field("asked_by");
    let offered = desk.choices();
    assert!((1..=5).contains(&offered.len()), "{offered:?}");
    let aegean = desk.model.data.book.all(Kind::Client).find(|r| r.title() == "Aegean Foods").unwrap().id();
    for entry in &form(&desk).entry().unwrap().offers {
        let Picked::Record(id) = entry else { panic!("{entry:?}") };
        let person = desk.model.data.book.get(*id).and_then(Contact::of).unwrap();
        assert_eq!(person.client.0.map(Into::into), Some(aegean), "{}", person.shown_name());
    }
    desk.keys("enter").sees("Added Zebra");
    let request = |desk: &Desk| {
        let mut all = desk.model.data.book.all(Kind::Request).filter_map(Request::of);
        all.rfind(|r| r.title == "Zebra").cloned().unwrap()
    };
    assert_eq!(request(&desk).asked_by.0, None);
    desk.keys("u 2 r Zebra").field("asked_by").keys("down down up enter");
    assert_eq!(form(&desk).entry().unwrap().field.name, "promised");
    desk.keys("ctrl-s").sees("Added Zebra");
    let first = request(&desk).asked_by.0.map(|id| desk.model.data.book.title(id));
    assert_eq!(first, Some(offered[0].clone()));
    // Up from the first leaves what is likely, and goes on to the field before.
    desk.keys("2 r Zebra").field("asked_by").keys("down up up");
    assert_eq!(form(&desk).entry().unwrap().field.name, "client");
}

/// Who is not in the book yet is added in the same change, where the form says they belong; one undo takes all back.
#[test]
fn what_is_missing_is_made_along_with_the_record() {
    let mut desk = Desk::empty(120, 34);
    desk.keys("C Acme enter 2 r New_site").field("asked_by").keys("Maria_Pappa");
    desk.sees("+ new contact “Maria Pappa”").keys("enter").sees("Maria Pappa (new)");
    desk.field("department").keys("Design").sees("+ new department “Design”").keys("enter");
    desk.field("contact").keys("Nikos").keys("enter fri").field("promised").keys("fri");
    desk.field("project").keys("Web_shop").sees("+ new project “Web shop”").keys("enter ctrl-s");
    desk.sees("Added New site, with 2 contacts, 1 department and 1 project");
    let book = &desk.model.data.book;
    let person = |name: &str| {
        let all = book.all(Kind::Contact).filter_map(Contact::of);
        all.into_iter().find(|c| c.first_name == name).cloned().unwrap()
    };
    let client = book.all(Kind::Client).find_map(Client::of).unwrap().id;
    let department = book.all(Kind::Department).find_map(Department::of).unwrap().id;
    let project = book.all(Kind::Project).find_map(Project::of).unwrap();
    let request = book.all(Kind::Request).find_map(Request::of).unwrap();
    assert_eq!((person("Maria").last_name.as_str(), person("Maria").client.0), ("Pappa", Some(client)));
    assert_eq!((person("Nikos").department.0, person("Nikos").client.0), (Some(department), None));
    assert_eq!((project.client.0, project.name.as_str()), (Some(client), "Web shop"));
    assert_eq!(
        (request.asked_by.0, request.department.0, request.contact.0, request.project.0),
        (Some(person("Maria").id), Some(department), Some(person("Nikos").id), Some(project.id)),
    );
    assert_ne!(project.no, request.no, "each has a number of its own");
    desk.keys("u");
    assert_eq!(desk.model.data.book.everything().filter(|r| r.kind() != Kind::Client).count(), 0);
}

/// A name that somebody bears is not offered to be made anew; what needs more than a name is not either.
#[test]
fn only_what_a_name_makes_and_nobody_bears_is_offered() {
    let mut desk = Desk::of(120, 34, demo::book(now()));
    let offers_new =
        |desk: &Desk| form(desk).entry().unwrap().offers.iter().any(|offer| matches!(offer, Picked::New(..)));
    desk.keys("2 r Zebra").field("asked_by").keys("maria_papadaki");
    assert!(!offers_new(&desk) && desk.choices().contains(&"Maria Papadaki".to_owned()));
    desk.keys("_the_second");
    assert!(offers_new(&desk));
    // A milestone needs a project, and this task is in none.
    desk.keys("esc esc esc enter 2 t Zebra").field("project").keys("ctrl-u").field("milestone").keys("Xyzzy");
    assert!(!offers_new(&desk));
}

/// What is named in a draft and is to be made is still to be made when the draft comes back.
#[test]
fn a_draft_keeps_what_is_to_be_made() {
    let mut desk = Desk::empty(120, 34);
    desk.keys("C Acme enter 2 r New_site")
        .field("department")
        .keys("Design enter esc")
        .sees("Leave the form?");
    desk.keys("right enter")
        .sees("comes back")
        .keys("r")
        .sees("Design (new)")
        .keys("ctrl-s")
        .sees("Added New site");
    let department = desk.model.data.book.all(Kind::Department).find_map(Department::of).unwrap();
    assert_eq!(department.name, "Design");
}

/// What cannot be read is told when its field is left, at the field and nowhere else.
#[test]
fn what_cannot_be_read_is_told_on_leaving_the_field() {
    let mut desk = Desk::of(120, 34, demo::book(now()));
    desk.keys("2 t Zebra tab flurb").sees_no("! ").keys("tab");
    let picture = desk.picture();
    let told = picture.lines().filter(|line| line.contains("a day was expected")).count();
    assert_eq!(told, 1, "{picture}");
    desk.keys("back-tab ctrl-u fri tab").sees_no("a day was expected");
}

/// A day stands in the form as everywhere on screen; where it is written, what it comes to stands beside it.
#[test]
fn days_stand_as_everywhere_and_what_was_understood_beside_them() {
    let mut desk = Desk::of(120, 34, demo::book(now()));
    desk.keys("2 t Zebra tab fri").sees("= Fri 27 Nov");
    desk.keys("tab").sees("Fri 27 Nov").sees_no("2026-11-27");
    desk.keys("back-tab").sees("2026-11-27").sees("= Fri 27 Nov");
    let id =
        desk.model.data.book.all(Kind::Milestone).filter_map(Milestone::of).find(|m| m.promised.is_some());
    let record = Record::from(id.unwrap().clone());
    let day = syndeo::words::dates::show(id.unwrap().promised.unwrap(), now().date());
    desk.model.screen.layers.clear();
    let form = Form::new(desk.model.ctx(), record.clone(), Some(record));
    desk.model.screen.layers.push(Layer::Form(Box::new(form)));
    desk.sees(&day);
}

/// The month stands beside a field for a day, with what falls on the day that is meant, and is gone through by the keys.
#[test]
fn a_month_stands_beside_a_field_for_a_day() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    desk.keys("2 t Call field.due").sees("November 2026").sees("Mo  Tu  We");
    desk.keys("fri").sees("= Fri 27 Nov").sees("Fri 27 Nov");
    desk.keys("ctrl-n").sees("= Sat 28 Nov").keys("ctrl-p ctrl-p").sees("= Thu 26 Nov");
    desk.keys("pgdn").sees("December 2026").sees("= Sat 26 Dec").keys("pgup pgup").sees("October 2026");
    desk.keys("ctrl-u 31_jan_2028 pgdn").sees("February 2028").sees("29 Feb 2028");
    // Elsewhere there is none, nor where there is no room.
    desk.keys("back-tab").sees_no("February 2028");
    let mut narrow = Desk::of(79, 30, demo::book(now()));
    narrow.keys("2 t Call field.due").sees_no("November 2026").keys("ctrl-n").sees("= Tue 24 Nov");
}

/// What is read of the book for the month beside a field is of the month in sight: read anew for another one, kept within one.
#[test]
fn the_month_that_was_read_is_the_one_in_sight() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    let is_of = |desk: &Desk, day: &str| {
        let read = desk.model.screen.month.as_ref();
        read.is_some_and(|month| month.is_of(day.parse().unwrap()))
    };
    desk.keys("2 t Call field.due fri");
    assert!(is_of(&desk, "2026-11-27"));
    desk.keys("pgdn");
    assert!(is_of(&desk, "2026-12-27") && !is_of(&desk, "2026-11-27"));
    desk.keys("ctrl-u 27_nov_2027");
    assert!(is_of(&desk, "2027-11-27") && !is_of(&desk, "2026-11-27"), "the same month of another year");
    desk.keys("esc esc right enter s call_maria enter z ctrl-u 31_jan");
    assert!(is_of(&desk, "2027-01-31"), "{}", desk.picture());
}

/// A step in an empty field counts from today; only where the day it is due by is that of another field does it count from
/// that: the expected day is the promised one as long as nothing else is said, and not the other way round.
#[test]
fn steps_count_from_the_other_day_only_in_the_field_that_is_due() {
    let mut ids = IdGenerator::new([6; 16]);
    for (promised, expected, field, told) in [
        (Some("2026-12-07"), None, "expected", "= Wed 9 Dec, counted from Mon 7 Dec"),
        (None, Some("2026-12-07"), "promised", "= Wed 25 Nov"),
        (None, None, "expected", "= Wed 25 Nov"),
        (Some("2026-12-07"), Some("2026-12-14"), "promised", "= Wed 9 Dec, counted from Mon 7 Dec"),
        (Some("2026-12-07"), Some("2026-12-14"), "expected", "= Wed 16 Dec, counted from Mon 14 Dec"),
    ] {
        let day = |text: Option<&str>| text.map(|d| d.parse().unwrap());
        let mut project = Project::new(ids.next(now()), now());
        project.name = "Brochure".into();
        let mut goal = Milestone::new(ids.next(now()), now());
        (goal.name, goal.project) = ("Approved".into(), project.id.into());
        (goal.promised, goal.expected) = (day(promised), day(expected));
        let mut desk = Desk::of(120, 34, vec![project.into(), goal.into()]);
        desk.keys("s approved enter e").field(field).keys("ctrl-u +2d").sees(told);
        if !told.contains("counted") {
            desk.sees_no("counted from");
        }
    }
}

/// Whatever falls on the day is told under or beside the month: what was promised for it, by its name.
#[test]
fn the_month_tells_what_falls_on_the_day() {
    for (width, height) in [(80, 24), (110, 30), (160, 45)] {
        let mut book = demo::book(now());
        let promised =
            book.iter_mut().find_map(|r| if let Record::Request(r) = r { Some(r) } else { None }).unwrap();
        (promised.title, promised.promised) = ("Zebra".into(), "2027-05-19".parse().ok());
        promised.status = RequestStatus::Promised;
        let mut desk = Desk::of(width, height, book);
        desk.keys("2 t Call field.due 19_may_2027").sees("May 2027").sees("◆ Zebra promised").sees("19◆");
        desk.keys("ctrl-n").sees("nothing falls on it");
    }
}

/// In the box that asks for a day the month shows the marked day, and a step in it is as good as a date.
#[test]
fn a_month_stands_beside_the_box_that_asks_for_a_day() {
    for (width, height) in [(80, 24), (110, 30), (160, 45)] {
        let mut desk = Desk::of(width, height, demo::book(now()));
        desk.keys("s call_maria enter z").sees("November 2026").sees("next Monday");
        desk.keys("ctrl-n").sees("= Wed 25 Nov").keys("pgdn").sees("December 2026").keys("enter");
        desk.sees("Snoozed until Fri 25 Dec");
    }
    Desk::of(60, 16, demo::book(now())).keys("s call_maria enter z").sees_no("November 2026");
}

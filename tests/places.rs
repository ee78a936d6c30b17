//! What stands where, in which order, and what is asked of the world: what nobody sees who only looks for a word.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use syndeo::app::{Effect, Guard, Layer, Msg};
use syndeo::demo;
use syndeo::domain::{
    Absence, Agreement, AgreementStatus, Check, Client, Contact, Department, Hand, Holder, IdGenerator,
    Interaction, Kind, KindId, Milestone, Moment, Project, Record, Repeat, Request, RequestStatus, Span,
    Task, TaskStatus, Touch, Unit,
};

/// Records made by hand.
struct Made {
    id_generator: IdGenerator,
    records: Vec<Record>,
}

impl Made {
    fn new() -> Self {
        Self { id_generator: IdGenerator::new([5; 16]), records: vec![] }
    }

    fn id<I: KindId>(&mut self) -> I {
        self.id_generator.next(now())
    }

    fn client(&mut self, name: &str) -> Client {
        let mut it = Client::new(self.id(), now());
        it.name = name.into();
        it
    }

    fn project(&mut self, name: &str, expected: Option<&str>) -> Project {
        let mut it = Project::new(self.id(), now());
        (it.name, it.expected) = (name.into(), expected.map(|d| d.parse().unwrap()));
        it
    }

    fn person(&mut self, first: &str, last: &str) -> Contact {
        let mut it = Contact::new(self.id(), now());
        (it.first_name, it.last_name) = (first.into(), last.into());
        it
    }

    fn put(&mut self, record: impl Into<Record>) -> &mut Self {
        self.records.push(record.into());
        self
    }

    fn desk(&self, width: u16, height: u16) -> Desk {
        Desk::of(width, height, self.records.clone())
    }
}

fn saved() -> Msg {
    Msg::Saved { undo: None, redo: None, warning: None }
}

/// A client's Maria and Petros; Nikos and Lena, who are colleagues.
fn people() -> Made {
    let mut made = Made::new();
    let acme = made.client("Acme");
    let mut design = Department::new(made.id(), now());
    design.name = "Design".into();
    for (first, last, theirs) in [
        ("Maria", "Pappa", true),
        ("Petros", "Kyrou", true),
        ("Nikos", "Rallis", false),
        ("Lena", "Berg", false),
    ] {
        let mut it = made.person(first, last);
        if theirs {
            it.client = acme.id.into();
        } else {
            it.department = design.id.into();
        }
        made.put(it);
    }
    made.put(acme).put(design);
    made
}

#[test]
fn who_asked_to_leave_leaves_when_the_last_change_is_saved() {
    let mut desk = Desk::empty(100, 24);
    desk.effects();
    desk.hold().keys("C Bolt enter C Cobalt enter q");
    let saves = |effects: &[Effect]| effects.iter().filter(|e| matches!(e, Effect::Save(_))).count();
    assert_eq!(saves(&desk.effects()), 2);
    assert!(desk.model.session.leaving && !desk.model.session.quitting);
    desk.tell(saved());
    assert!(!desk.model.session.quitting, "one is not saved yet");
    desk.tell(saved());
    assert!(desk.model.session.quitting);
}

#[test]
fn who_asked_to_leave_stays_when_something_is_not_saved() {
    let mut desk = Desk::empty(100, 24);
    desk.hold().keys("C Bolt enter q");
    desk.tell(Msg::NotSaved("the disk is full".into())).tell(saved());
    assert!(!desk.model.session.quitting && !desk.model.session.leaving);
}

#[test]
fn records_that_come_later_stand_in_the_list_at_once() {
    let mut made = people();
    let mut desk = made.desk(100, 24);
    let more = made.client("Bolt");
    desk.tell(Msg::Loaded(vec![more.into()]));
    assert!(desk.row(0).starts_with("Acme") && desk.row(1).starts_with("Bolt"), "{:?}", desk.rows());
}

#[test]
fn what_was_taken_back_has_the_mark() {
    let mut desk = Desk::empty(100, 24);
    desk.keys("C Acme enter C Bolt enter C Cobalt enter home down d");
    assert!(desk.chosen().starts_with("Cobalt"), "{}", desk.chosen());
    desk.keys("u");
    assert!(desk.chosen().starts_with("Bolt"), "{}", desk.chosen());
}

#[test]
fn a_task_in_a_project_is_of_its_client_and_names_no_other() {
    let mut made = people();
    let acme = made.records.iter().find_map(Client::of).unwrap().id;
    let mut project = made.project("Web shop", None);
    project.client = acme.into();
    let mut task = Task::new(made.id(), now());
    (task.title, task.client) = ("Call".into(), acme.into());
    made.put(project.clone()).put(task.clone());
    let mut desk = made.desk(100, 40);
    desk.keys("s call enter e").field("project").keys("web enter ctrl-s").sees("Changed: Call");
    let task = desk.model.data.book.task(task.id).unwrap();
    assert_eq!((task.project.0, task.client.0), (Some(project.id), None));
}

#[test]
fn a_wish_stands_in_no_project_of_another_client() {
    let mut made = people();
    let other = made.client("Bolt");
    let acme = made.records.iter().find_map(Client::of).unwrap().id;
    let mut project = made.project("Web shop", None);
    project.client = other.id.into();
    let mut request = Request::new(made.id(), now());
    (request.title, request.client) = ("Banner".into(), acme.into());
    made.put(other).put(project).put(request.clone());
    let mut desk = made.desk(100, 40);
    desk.keys("s banner enter e").field("project").keys("web enter ctrl-s");
    desk.sees("this is a project of Bolt");
    assert_eq!(desk.model.data.book.request(request.id).unwrap().project.0, None);
}

#[test]
fn a_wish_with_a_promise_is_promised_and_one_that_is_passed_is_routed() {
    let mut made = people();
    let acme = made.records.iter().find_map(Client::of).unwrap().id;
    let mut request = Request::new(made.id(), now());
    (request.title, request.client) = ("Banner".into(), acme.into());
    let (design, nikos) = (
        made.records.iter().find_map(Department::of).unwrap().id,
        made.records.iter().filter_map(Contact::of).find(|c| c.first_name == "Nikos").unwrap().id,
    );
    made.put(request.clone());
    let kept = |desk: &Desk| desk.model.data.book.request(request.id).unwrap().clone();
    let mut desk = made.desk(100, 40);
    desk.keys("s banner enter e").field("promised").keys("2026-12-01 ctrl-s");
    assert_eq!(kept(&desk).status, RequestStatus::Promised);
    for (word, contact) in [("design", None), ("nikos", Some(nikos))] {
        let mut desk = made.desk(100, 40);
        desk.keys(&format!("s banner enter > {word} enter"));
        let passed = kept(&desk);
        assert_eq!(passed.status, RequestStatus::Routed, "{word}");
        assert_eq!((passed.department.0, passed.contact.0), (Some(design), contact), "{word}");
    }
}

#[test]
fn a_renewed_agreement_is_kept_as_renewed() {
    let mut made = people();
    let mut old = Agreement::new(made.id(), now());
    (old.title, old.status) = ("Retainer".into(), AgreementStatus::Active);
    (old.start, old.end) = ("2026-01-01".parse().ok(), "2026-12-31".parse().ok());
    old.renews_for = Some(Span::new(1, Unit::Year));
    let mut desk = made.put(old.clone()).desk(100, 40);
    desk.keys("6 W left enter").sees("Renewed until");
    let terms: Vec<Agreement> =
        desk.model.data.book.all(Kind::Agreement).filter_map(Agreement::of).cloned().collect();
    let status = |id| terms.iter().find(|a| (a.id == old.id) == id).map(|a| (a.status, a.follows.0));
    assert_eq!(status(true), Some((AgreementStatus::Renewed, None)));
    assert_eq!(status(false), Some((AgreementStatus::Active, Some(old.id))));
}

#[test]
fn a_term_is_renewed_once() {
    let mut made = people();
    let mut old = Agreement::new(made.id(), now());
    (old.title, old.status) = ("Retainer".into(), AgreementStatus::Active);
    (old.start, old.end) = ("2026-01-01".parse().ok(), "2026-12-31".parse().ok());
    old.renews_for = Some(Span::new(1, Unit::Year));
    let mut desk = made.put(old.clone()).desk(100, 40);
    desk.keys("6 W left enter").sees("Renewed until");
    let model = &mut desk.model;
    model.screen.choose(&model.data, old.id.into());
    desk.keys("W").sees("Not now: this term was renewed already; the next one goes on");
    assert_eq!(desk.model.data.book.all(Kind::Agreement).count(), 2);
    // The next one can be.
    let next = desk
        .model
        .data
        .book
        .all(Kind::Agreement)
        .filter_map(Agreement::of)
        .find(|a| a.id != old.id)
        .unwrap()
        .id;
    let model = &mut desk.model;
    model.screen.choose(&model.data, next.into());
    desk.keys("W left enter").sees("Renewed until 31 Dec 2028");
}

#[test]
fn a_push_of_many_names_them_all_in_order() {
    let mut made = Made::new();
    let project = made.project("Web shop", None);
    let mut before = None;
    for n in 0..9 {
        let mut step = Milestone::new(made.id(), now());
        (step.name, step.project) = (format!("Step {n}"), project.id.into());
        step.expected = now().date().checked_add_days(chrono::Days::new(10 + n));
        step.after.0.extend(before);
        before = Some(step.id);
        made.put(step);
    }
    let mut desk = made.put(project).desk(120, 40);
    desk.keys("s step_0 enter e").field("expected").keys("ctrl-u 2027-01-15 ctrl-s");
    desk.sees("This moves 8 other dates");
    assert_eq!(desk.choices(), (1..9).map(|n| format!("Step {n}")).collect::<Vec<_>>());
    desk.sees("▸ [x] Step 1")
        .keys("a")
        .sees("This moves 0 other dates")
        .keys("a")
        .sees("This moves 8 other dates");
}

#[test]
fn only_what_a_report_is_written_about_is_ticked_off() {
    for (touch, ticked) in [(Touch::Call, false), (Touch::Meeting, true), (Touch::Visit, true)] {
        let mut made = people();
        let mut it = Interaction::new(made.id(), now());
        (it.touch, it.summary, it.at) = (touch, "Budget".into(), now());
        let mut desk = made.put(it).desk(100, 40);
        desk.keys("7 x");
        assert_eq!(desk.footer().starts_with("Not now: "), !ticked, "{touch:?}: {}", desk.footer());
    }
}

#[test]
fn the_page_that_is_read_stays_open_down_the_list_and_not_where_something_is_found() {
    let mut made = people();
    let bolt = made.client("Bolt");
    let mut desk = made.put(bolt).desk(140, 40);
    let page = |desk: &Desk| {
        (desk.model.data.book.title(desk.model.screen.detail().of.unwrap()), desk.model.screen.detail().page)
    };
    desk.keys("tab tab down");
    assert_eq!(page(&desk), ("Bolt".into(), 2));
    desk.keys("s acme enter");
    assert_eq!(page(&desk), ("Acme".into(), 0));
}

#[test]
fn the_bin_offers_first_what_went_there_last_and_passing_offers_everybody_once() {
    let mut made = people();
    let mut request = Request::new(made.id(), now());
    request.title = "Banner".into();
    request.client = made.records.iter().find_map(Client::of).unwrap().id.into();
    let mut desk = made.put(request).desk(100, 40);
    desk.keys("s banner enter > acm");
    assert_eq!(desk.choices().iter().filter(|name| *name == "Acme").count(), 1, "{:?}", desk.choices());
    desk.keys("esc esc");
    for name in ["petros", "maria", "lena"] {
        desk.now.utc_ms += 60_000;
        desk.keys(&format!("s {name} enter d"));
    }
    desk.keys("B");
    assert_eq!(desk.choices(), ["Lena Berg", "Maria Pappa", "Petros Kyrou"]);
}

#[test]
fn what_was_taken_by_typing_goes_again_and_a_saved_form_leaves_no_draft() {
    let mut desk = people().desk(100, 40);
    desk.keys("s nikos enter e").field("backup").keys("nik");
    assert_eq!(desk.choices(), Vec::<String>::new(), "nobody stands in for themselves");
    desk.keys("ctrl-u lena enter").field("backup").keys("backspace ctrl-s");
    desk.sees("Nothing was changed");
    desk.effects();
    desk.keys("e").field("job").keys("Printer ctrl-s");
    let asked = desk.effects();
    assert!(
        matches!(&asked[..], [.., Effect::Save(_), Effect::Drafts(drafts)] if drafts.is_empty()),
        "{asked:?}"
    );
    // What is put into the bin is read no more.
    desk.keys("d");
    assert!(desk.model.screen.layers.is_empty(), "{:?}", desk.model.screen.layers.len());
}

#[test]
fn who_did_not_ask_to_leave_stays() {
    let mut desk = Desk::empty(100, 24);
    desk.keys("C Bolt enter");
    assert!(!desk.model.session.quitting && desk.model.session.saving.waiting.is_empty());
}

#[test]
fn what_could_not_be_taken_back_leaves_the_desk_free() {
    let mut desk = Desk::empty(100, 24);
    desk.keys("C Bolt enter").hold().keys("u");
    assert_eq!(desk.model.session.moving, 1);
    desk.tell(Msg::NotMoved("That did not work: the disk is gone".into()));
    assert!(desk.footer().starts_with("That did not work: the disk is gone"), "{}", desk.footer());
    desk.keys("C Cobalt enter").sees("Added Cobalt");
    assert_eq!(desk.model.data.book.all(Kind::Client).count(), 2);
}

#[test]
fn a_task_that_comes_again_has_nothing_ticked_and_is_with_nobody() {
    let mut made = Made::new();
    let (other, mut task) = (made.id(), Task::new(made.id(), now()));
    task.title = "Report the hours".into();
    (task.due, task.repeat) =
        (Some(now().date()), Some(Repeat { every: Span::new(1, Unit::Week), after_done: false }));
    task.checklist =
        vec![Check { text: "count".into(), done: true }, Check { text: "send".into(), done: false }];
    task.hands = vec![Hand { holder: Holder::Other("Courier".into()), since: now(), nudges: vec![] }];
    task.after.0.push(other);
    task.external.push("tracker:17".into());
    made.put(task.clone());
    let mut desk = made.desk(100, 24);
    desk.keys("s report enter x").sees("it comes again");
    let next = desk.model.data.book.all(Kind::Task).filter_map(Task::of).find(|t| t.id != task.id).unwrap();
    assert_eq!(
        next.checklist.iter().map(|c| (&c.text[..], c.done)).collect::<Vec<_>>(),
        [("count", false), ("send", false)]
    );
    assert_eq!((next.hands.len(), next.after.0.len(), next.external.len()), (0, 0, 0));
    assert_eq!((next.status, next.done_on, next.repeat), (TaskStatus::Open, None, task.repeat));
    let done = desk.model.data.book.task(task.id).unwrap();
    assert!(done.checklist[0].done && done.hands.len() == 1 && done.status == TaskStatus::Done);
}

#[test]
fn a_reminder_is_logged_at_every_request_and_task_it_names() {
    let mut made = people();
    let nikos = made.records.iter().filter_map(Contact::of).find(|c| c.first_name == "Nikos").unwrap().id;
    let hand = |holder| vec![Hand { holder, since: now(), nudges: vec![] }];
    let mut asked = Request::new(made.id(), now());
    (asked.title, asked.hands) = ("New sign".into(), hand(Holder::Person(nikos)));
    let mut passed = Task::new(made.id(), now());
    (passed.title, passed.hands) = ("Send the logo".into(), hand(Holder::Person(nikos)));
    let mut given = Task::new(made.id(), now());
    (given.title, given.assignee) = ("Count the chairs".into(), nikos.into());
    let mut ours = Task::new(made.id(), now());
    (ours.title, ours.hands) = ("Water the plants".into(), hand(Holder::Us));
    made.put(asked).put(passed).put(given).put(ours);
    let mut desk = made.desk(100, 30);
    desk.keys("s nikos enter n")
        .sees("Reminder to")
        .sees("New sign")
        .sees("logo")
        .sees("chairs")
        .sees_no("plants");
    desk.keys("m");
    let nudged = |record: &Record| {
        let hands = match record {
            Record::Request(r) => &r.hands,
            Record::Task(t) => &t.hands,
            _ => return None,
        };
        Some((record.title(), hands.iter().map(|h| h.nudges.len()).sum::<usize>()))
    };
    let book = &desk.model.data.book;
    let mut all: Vec<_> = Kind::ALL.iter().flat_map(|kind| book.all(*kind)).filter_map(nudged).collect();
    all.sort();
    let expected = [("Count the chairs", 1), ("New sign", 1), ("Send the logo", 1), ("Water the plants", 0)];
    assert_eq!(all, expected.map(|(title, n)| (title.to_owned(), n)));
}

#[test]
fn a_date_beyond_the_end_of_its_project_moves_that_end() {
    let mut made = Made::new();
    let project = made.project("Web shop", Some("2026-12-10"));
    let mut step = Milestone::new(made.id(), now());
    (step.name, step.project, step.expected) = ("Launch".into(), project.id.into(), project.expected);
    made.put(project.clone()).put(step.clone());
    let mut desk = made.desk(120, 34);
    desk.keys("s launch enter e").field("expected").keys("ctrl-u 2026-12-21 ctrl-s");
    desk.sees("This moves 1 other date").sees("Web shop   Thu 10 Dec → Mon 21 Dec");
    desk.keys("enter");
    let day = "2026-12-21".parse().ok();
    assert_eq!(desk.model.data.book.milestone(step.id).unwrap().expected, day);
    assert_eq!(desk.model.data.book.project(project.id).unwrap().expected, day);
    desk.keys("u");
    assert_eq!(desk.model.data.book.project(project.id).unwrap().expected, project.expected);
}

#[test]
fn find_offers_names_first_then_by_kind_then_by_name() {
    let mut made = Made::new();
    for name in ["Networks", "Beta Works", "Workshop", "Alpha Works"] {
        let it = made.client(name);
        made.put(it);
    }
    let (named, mut job) = (made.person("Ida", "Workman"), made.person("Anna", "Lang"));
    job.job = "Works manager".into();
    made.put(job).put(named);
    let mut desk = made.desk(100, 24);
    desk.keys("s work");
    assert_eq!(
        desk.choices(),
        ["Alpha Works", "Beta Works", "Workshop", "Ida Workman", "Anna Lang", "Networks"]
    );
}

#[test]
fn rows_without_a_key_stand_last_in_either_direction() {
    let mut made = Made::new();
    for (name, end) in [("Bare", None), ("Late", Some("2027-03-01")), ("Early", Some("2026-12-01"))] {
        let it = made.project(name, end);
        made.put(it);
    }
    let mut desk = made.desk(70, 16);
    desk.keys("3");
    let names = |desk: &mut Desk| -> Vec<String> {
        desk.rows().iter().map(|row| row.split_whitespace().next().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&mut desk), ["Early", "Late", "Bare"]);
    desk.keys("R");
    assert_eq!(names(&mut desk), ["Late", "Early", "Bare"]);
    assert!(desk.row(2).starts_with("Bare"));
}

#[test]
fn a_page_keeps_rows_in_sight_in_either_direction() {
    let mut made = Made::new();
    for n in 0..60 {
        let it = made.client(&format!("C{n:02}"));
        made.put(it);
    }
    let mut desk = made.desk(70, 16);
    let first = |desk: &mut Desk| desk.row(0)[..3].to_owned();
    let shown = desk.rows().len();
    assert_eq!((shown, first(&mut desk), desk.chosen()[..3].to_owned()), (11, "C00".into(), "C00".into()));
    // A page is a row less than what is in sight: the last row of one is the first of the next.
    desk.keys("pgdn");
    assert_eq!((first(&mut desk), desk.chosen()[..3].to_owned()), ("C00".into(), "C10".into()));
    // A list that turns keeps two rows.
    desk.keys("down");
    assert_eq!((first(&mut desk), desk.chosen()[..3].to_owned()), ("C09".into(), "C11".into()));
    desk.keys("pgdn pgup");
    assert_eq!(desk.chosen()[..3], *"C11");
    desk.keys("end");
    assert_eq!((first(&mut desk), desk.chosen()[..3].to_owned()), ("C49".into(), "C59".into()));
    desk.keys("pgup up");
    assert_eq!((first(&mut desk), desk.chosen()[..3].to_owned()), ("C40".into(), "C48".into()));
}

#[test]
fn what_is_closed_is_passed_to_nobody() {
    let mut made = people();
    let mut request = Request::new(made.id(), now());
    request.title = "Banner".into();
    let mut task = Task::new(made.id(), now());
    (task.title, task.status, task.done_on) = ("Call".into(), TaskStatus::Done, Some(now().date()));
    for status in [RequestStatus::Told, RequestStatus::Declined] {
        request.status = status;
        let mut made = Made { id_generator: IdGenerator::new([8; 16]), records: made.records.clone() };
        let mut desk = made.put(request.clone()).put(task.clone()).desk(100, 24);
        desk.keys("s banner enter >");
        assert!(desk.footer().starts_with("Not now: this request is closed"), "{}", desk.footer());
        desk.keys("esc s call enter >");
        assert!(desk.footer().starts_with("Not now: this task is closed"), "{}", desk.footer());
        assert!(desk.choices().is_empty());
    }
    request.status = RequestStatus::Asked;
    let mut desk = made.put(request).desk(100, 24);
    desk.keys("s banner enter >").sees("Who holds the ball now?");
}

/// Every field whose person must be one of ours: nobody at a client is offered.
#[test]
fn only_colleagues_stand_in_lead_and_look_after() {
    let mut made = people();
    let nikos = made.records.iter().filter_map(Contact::of).find(|c| c.first_name == "Nikos").unwrap().id;
    let mut absence = Absence::new(made.id(), now());
    (absence.contact, absence.first, absence.last) = (nikos.into(), Some(now().date()), Some(now().date()));
    let mut desk = made.put(absence).desk(100, 40);
    for (way, field) in
        [("4 e", "lead"), ("2 e", "looked_after_by"), ("s nikos enter e", "backup"), ("A", "stand_in")]
    {
        desk.keys(way).field(field).keys("a");
        let offered = desk.choices();
        assert!(!offered.is_empty(), "{field}");
        assert!(
            offered.iter().all(|name| name.contains("Nikos") || name.contains("Lena")),
            "{field}: {offered:?}"
        );
        desk.keys("ctrl-u esc esc");
        while !desk.model.screen.layers.is_empty() {
            desk.model.screen.layers.pop();
        }
        if field == "backup" {
            desk.keys("s nikos enter");
        }
    }
}

#[test]
fn a_form_asks_only_what_has_a_meaning_on_that_side() {
    const THEIRS: [&str; 6] = ["client", "roles", "influence", "attitude", "cadence_soft", "cadence_hard"];
    const OURS: [&str; 4] = ["department", "skills", "hours", "backup"];
    let mut made = people();
    let mut desk = made.desk(100, 40);
    let fields = |desk: &mut Desk, name: &str| desk.keys(&format!("s {name} enter e")).fields();
    let maria = fields(&mut desk, "maria");
    desk.keys("esc esc");
    let nikos = fields(&mut desk, "nikos");
    for name in THEIRS {
        assert!(maria.contains(&name) && !nikos.contains(&name), "{name}");
    }
    for name in OURS {
        assert!(nikos.contains(&name) && !maria.contains(&name), "{name}");
    }
    // What is filled in stays in sight, on whichever side.
    let at =
        made.records.iter().position(|r| Contact::of(r).is_some_and(|c| c.first_name == "Maria")).unwrap();
    let mut skilled = Contact::of(&made.records[at]).unwrap().clone();
    skilled.skills = vec!["print".into()];
    made.records[at] = skilled.into();
    let mut desk = made.desk(100, 40);
    assert!(fields(&mut desk, "maria").contains(&"skills"));
}

#[test]
fn a_colleague_neither_asks_nor_judges_nor_decides() {
    for (name, theirs) in [("maria", true), ("nikos", false)] {
        for (key, field) in [("r", "asked_by"), ("F", "contact"), ("N", "by")] {
            let mut desk = people().desk(100, 40);
            desk.keys(&format!("s {name} enter {key}"));
            let Some(Layer::Form(form)) = desk.model.screen.layers.last() else { panic!("{name} {key}") };
            assert_eq!(form.record.get(field).unwrap().refs().len(), usize::from(theirs), "{name} {key}");
        }
    }
}

#[test]
fn what_was_changed_in_the_meantime_is_not_written_over() {
    let made = people();
    let mut desk = made.desk(100, 40);
    desk.keys("e field.legal_name ctrl-u Acme_Ltd");
    desk.effects();
    let mut other = made.records.iter().find_map(Client::of).unwrap().clone();
    other.city = "Chania".into();
    desk.tell(Msg::Loaded(vec![other.clone().into()])).keys("ctrl-s");
    desk.sees("It was changed in the meantime").sees("Acme Ltd");
    assert_eq!(desk.model.data.book.client(other.id), Some(&other));
    assert!(!desk.effects().iter().any(|e| matches!(e, Effect::Save(_))));
    assert_eq!(desk.fields().first(), Some(&"name"), "the form is still open");
}

#[test]
fn from_the_bin_comes_only_what_went_there_together() {
    let mut desk = people().desk(100, 40);
    desk.keys("s petros enter d").sees("In the bin");
    desk.now.utc_ms += 60_000;
    desk.keys("esc 2 d y").sees("In the bin: Acme");
    assert_eq!(desk.model.data.book.bin_len(), 3);
    desk.keys("B acme enter").sees("Back from the bin: Acme, with 1 contact");
    let gone: Vec<String> = desk.model.data.book.bin().map(Record::title).collect();
    assert_eq!(gone, ["Petros Kyrou"], "went there for another reason");
}

/// A moment a day later, for what falls due.
fn tomorrow() -> Moment {
    Moment { utc_ms: now().utc_ms + 86_400_000, ..now() }
}

#[test]
fn the_list_of_today_is_that_of_the_day_it_is_looked_at() {
    let mut made = Made::new();
    let mut task = Task::new(made.id(), now());
    (task.title, task.due) = ("Call the printer".into(), Some(tomorrow().date()));
    let mut desk = made.put(task).desk(100, 24);
    desk.keys("1").sees_no("Call the printer");
    desk.now = tomorrow();
    desk.keys("2 1");
    assert!(desk.row(0).contains("Call the printer") && desk.row(0).contains("today"), "{}", desk.row(0));
    assert_eq!(desk.rows().len(), 1);
}

#[test]
fn the_heat_map_has_a_row_for_each_department_under_the_first_days_of_weeks() {
    let mut desk = Desk::of(160, 30, demo::book(now()));
    desk.keys("4 enter tab tab tab tab =").sees("23 Nov   30 Nov  7 Dec");
    let rows = desk.rows();
    for name in
        ["Design", "Development", "Finance", "Legal", "Logistics", "Marketing", "Production", "Support"]
    {
        let row = rows.iter().find(|row| row.starts_with(&format!("{name} ")));
        let cells = row.unwrap_or_else(|| panic!("{name}: {rows:?}")).split("  ");
        assert_eq!(cells.filter(|cell| !cell.trim().is_empty()).count(), 13, "{name} and twelve weeks");
    }
    desk.sees("~▅ 58+2");
}

/// A client with a person that has two phones and a mail, and agreements with files.
fn reachable() -> Desk {
    let mut made = Made::new();
    let mut client = made.client("Acme");
    client.web = "www.acme.example".into();
    client.links = vec!["file:///etc/passwd".into(), "plan.zip".into()];
    made.records.push(client.into());
    Desk::of(110, 30, made.records)
}

#[test]
fn what_is_copied_and_opened_is_what_was_written_down() {
    let mut desk = reachable();
    desk.keys("2 y").sees("Copy · Acme").sees("1 w  page").sees("2 f  file").sees("the whole row");
    desk.keys("y");
    let row = "Acme\twww.acme.example\tfile:///etc/passwd\tplan.zip".to_owned();
    assert_eq!(desk.effects(), [Effect::Copy(row)]);
    desk.keys("y w");
    assert_eq!(desk.effects(), [Effect::Copy("www.acme.example".into())]);
    desk.keys("y p").sees("No phone is written down here");
    desk.keys("f").sees("There are several: take one by its number");
    assert_eq!(desk.effects(), []);
    desk.keys("3");
    assert_eq!(desk.effects(), [Effect::Copy("plan.zip".into())]);
    assert!(desk.model.screen.layers.is_empty());
    desk.keys("o w");
    assert_eq!(desk.effects(), [Effect::Open("https://www.acme.example".into())]);
}

#[test]
fn a_file_is_opened_only_after_a_yes_that_is_not_marked() {
    let mut desk = reachable();
    desk.keys("2 o 2").sees("file:///etc/passwd").sees("Open it");
    assert_eq!(desk.effects(), []);
    desk.keys("enter");
    assert_eq!(desk.effects(), [], "the marked answer leaves it");
    desk.keys("o 2 y");
    assert_eq!(desk.effects(), [Effect::Open("file:///etc/passwd".into())]);
    // Where nothing is written down the key says so.
    let mut desk = Desk::of(110, 30, demo::book(now()));
    desk.keys("5 o").sees("no phone, mail, page or file of this is written down");
    assert_eq!(desk.effects(), []);
}

/// Where one is, as far as one can come back to it.
fn place(desk: &Desk) -> (String, bool, Option<&'static str>) {
    let screen = &desk.model.screen;
    let page = screen.is_reading().then(|| screen.detail().page().unwrap().name);
    (desk.model.window_title(), screen.is_reading(), page)
}

/// Back leads through lists, cards and pages in the order in which they were looked at, forward leads back again.
#[test]
fn back_and_forward_lead_through_what_was_looked_at() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    let mut places = vec![place(&desk)];
    for keys in
        ["enter", "gp", "down enter", "5", "enter", "gd", "w", "6", "enter", "down enter", "7", "w", "w", "4"]
    {
        desk.keys(keys);
        places.push(place(&desk));
    }
    for (at, before) in places.iter().enumerate().rev().skip(1) {
        desk.keys(if at % 2 == 0 { "H" } else { "ctrl-o" });
        assert_eq!(&place(&desk), before, "back to place {at}");
    }
    // The desk begins with Today.
    desk.keys("H");
    assert!(desk.model.window_title().starts_with("Today"));
    desk.keys("H").sees("Not now: nothing was looked at before").keys("L");
    assert_eq!(place(&desk), places[0]);
    for (at, next) in places.iter().enumerate().skip(1) {
        desk.keys("L");
        assert_eq!(&place(&desk), next, "forward to place {at}");
    }
    desk.keys("L").sees("Not now: there is nothing to go forward to");
    // By the palette as well; and whoever goes elsewhere has nothing to go forward to.
    desk.keys(": back_to_before enter");
    assert_eq!(place(&desk), places[places.len() - 2]);
    desk.keys("3 L").sees("Not now");
}

/// What was deleted is passed over, and a step of the mark is no place of its own.
#[test]
fn what_was_deleted_is_not_come_back_to() {
    let mut made = Made::new();
    for name in ["Acme", "Borealis", "Corvus"] {
        let client = made.client(name);
        made.put(client);
    }
    let mut desk = made.desk(110, 30);
    desk.keys("2 down enter");
    assert!(desk.model.window_title().contains("Clients"));
    desk.sees("Borealis").keys("3 2 down enter d");
    let left: Vec<String> = desk.rows();
    assert_eq!(left.len(), 2, "{left:?}");
    desk.keys("5 H H H H H");
    assert!(!desk.model.screen.is_reading(), "the record is not in the book");
}

/// However far one goes, so many places are kept, and no more.
#[test]
fn not_all_places_are_kept_for_ever() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    for _ in 0..70 {
        desk.keys("3 5");
    }
    let mut back = 0;
    while desk.model.may(Guard::HasBefore).is_ok() {
        desk.keys("H");
        back += 1;
    }
    assert_eq!(back, 100);
}

/// On its last day an agreement that was terminated still binds, and on the day after no more; without an end it does.
#[test]
fn a_terminated_agreement_is_in_force_up_to_its_last_day() {
    for (end, lives) in
        [(Some("2026-11-22"), false), (Some("2026-11-23"), true), (Some("2026-11-24"), true), (None, true)]
    {
        let mut made = Made::new();
        let mut it = Agreement::new(made.id(), now());
        (it.title, it.status) = ("Retainer".into(), AgreementStatus::NoticeGiven);
        it.end = end.map(|d| d.parse().unwrap());
        let mut desk = made.put(it).desk(110, 30);
        let rows = |desk: &mut Desk, keys: &str| desk.keys(keys).model.screen.browse().rows.len();
        assert_eq!(rows(&mut desk, "6"), usize::from(lives), "{end:?} in force");
        desk.sees("in force").keys(". .").sees("drafts");
        assert_eq!(rows(&mut desk, "."), usize::from(!lives), "{end:?} ended\n{}", desk.picture());
    }
}

/// What is closed shows the day the client knew, and the day it was done only where no other is known.
#[test]
fn a_closed_request_shows_the_day_the_client_was_told() {
    for (told, done, shown) in [
        (Some("2026-11-20"), Some("2026-11-18"), "3 d ago"),
        (None, Some("2026-11-18"), "5 d ago"),
        (Some("2026-11-20"), None, "3 d ago"),
    ] {
        let mut made = Made::new();
        let mut it = Request::new(made.id(), now());
        (it.title, it.status) = ("Banner".into(), RequestStatus::Told);
        (it.promised, it.told_on, it.done_on) =
            ("2026-11-25".parse().ok(), told.map(|d| d.parse().unwrap()), done.map(|d| d.parse().unwrap()));
        let mut desk = made.put(it).desk(140, 30);
        desk.keys("5 =").keys(". . . .");
        let row = desk.row(0);
        assert_eq!(row.split_once("  ").unwrap().1.trim(), format!("{shown}  told"));
    }
}

/// The page of a person tells what is written down, and nothing of what is not.
#[test]
fn nothing_is_told_of_a_person_that_nobody_wrote_down() {
    let labels = || Kind::Contact.at_a_glance().into_iter().map(|field| field.label);
    let mut desk = people().desk(120, 40);
    desk.keys("s maria enter").sees("Last touch").sees("never");
    for label in labels() {
        desk.sees_no(label);
    }
    desk.keys("e").field("language").keys("el ctrl-s").sees("Language");
    for label in labels().filter(|label| *label != "Language") {
        desk.sees_no(label);
    }
}

/// A week that is exactly full is full and not too much; an hour more is, and a day away makes less room.
#[test]
fn a_week_of_a_person_is_too_much_from_the_first_hour_over() {
    for (hours, away, shown) in [
        (40, None, "▰▰▰▰▰ 40"),
        (41, None, "!▰▰▰▰▰ 41"),
        (32, Some("2026-12-04"), "▰▰▰▰ 32 away 1"),
        (33, Some("2026-12-04"), "!▰▰▰▰▰ 33 away 1"),
    ] {
        let mut made = people();
        let nikos = made.records.iter().filter_map(Contact::of).find(|c| c.first_name == "Nikos").unwrap().id;
        let mut task = Task::new(made.id(), now());
        (task.title, task.assignee, task.effort) = ("Draw it".into(), nikos.into(), Some(hours));
        (task.start, task.due) = ("2026-11-30".parse().ok(), "2026-12-04".parse().ok());
        made.put(task);
        if let Some(day) = away {
            let mut gone = Absence::new(made.id(), now());
            (gone.contact, gone.first, gone.last) = (nikos.into(), day.parse().ok(), day.parse().ok());
            made.put(gone);
        }
        let mut desk = made.desk(140, 30);
        desk.keys("4 enter tab tab tab").sees("week from").sees(&format!(" {shown}"));
        if !shown.starts_with('!') {
            desk.sees_no(&format!("!{shown}"));
        }
    }
}

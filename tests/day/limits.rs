//! Where rules begin and end: the points of Today as docs/today.md tells them, and each limit from both sides.

use crate::made::{Made, at, day, hand};
use syndeo::domain::derive::agreements::{self, Alert, Next};
use syndeo::domain::derive::budget::{self, BudgetState};
use syndeo::domain::derive::health::{self, PartKind};
use syndeo::domain::derive::today::{Promised, Reason, Row, Today, Tone, Why, today, urgency};
use syndeo::domain::derive::waiting;
use syndeo::domain::{
    Agreement, AgreementStatus, Client, Holder, Interaction, Milestone, Moment, Money, Obligation, Priority,
    Project, ProjectStatus, Record, Side, Tier, Touch, Workdays, playbook,
};
use syndeo::words;

const NOW: &str = "2026-11-24";
const DOCS: &str = include_str!("../../docs/today.md");

fn rows(made: &Made) -> Vec<Row> {
    today(&made.book, at(NOW))
}

fn reasons(made: &Made) -> Vec<Reason> {
    rows(made).iter().map(|row| row.reason).collect()
}

/// A client that was called lately: nothing else is asked for.
fn fresh() -> Made {
    let mut made = Made::new();
    made.touched("2026-11-20");
    made
}

#[test]
fn the_table_in_the_docs_is_that_of_the_code() {
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let lines = DOCS.lines().filter(|line| line.starts_with("| ")).map(cells).skip(1);
    let told: Vec<(String, String)> = lines.map(|c| (c[1].clone(), c[2].clone())).collect();
    let code: Vec<(String, String)> =
        Reason::ALL.iter().map(|r| (r.label().to_owned(), r.weight().to_string())).collect();
    assert_eq!(told, code);
}

#[test]
fn the_points_in_the_docs_are_those_of_the_code() {
    const TASK: Reason = Reason::TaskDue;
    let more = |late, tier, priority| urgency(TASK, late, tier, priority) - TASK.weight();
    let days = |late| more(late, None, Priority::Normal);
    let time = format!(
        "- time: {} for every day late, at most {}; less {} for every day left, at most {}",
        days(1),
        days(9_999),
        -days(-1),
        -days(-9_999)
    );
    let tier = |tier| more(0, Some(tier), Priority::Normal);
    let tiers =
        format!("- tier of the client: A {}, B {}, C {}", tier(Tier::A), tier(Tier::B), tier(Tier::C));
    let of = |priority| more(0, None, priority);
    let (urgent, high) = (of(Priority::Urgent), of(Priority::High));
    let (normal, low) = (of(Priority::Normal), of(Priority::Low));
    let priorities = format!("- priority: urgent {urgent}, high {high}, normal {normal}, low {low}");
    for line in [time, tiers, priorities] {
        assert!(DOCS.lines().any(|told| told == line), "docs/today.md does not say: {line}");
    }
    assert_eq!((days(30), days(31), days(29)), (90, 90, 87), "a day more makes no difference after thirty");
    assert_eq!((days(-60), days(-61), days(-59)), (-180, -180, -177));
    for reason in Reason::ALL {
        assert_eq!(urgency(*reason, 0, None, Priority::Normal), reason.weight(), "{reason:?}");
    }
}

/// The score of every row in a full book is what docs/today.md says it is.
#[test]
fn every_row_has_the_points_of_its_reason() {
    let now = at(NOW);
    let book = syndeo::domain::Book::of(syndeo::demo::book(now));
    let rows = today(&book, now);
    let by_days = |reason| {
        let apart = matches!(reason, Reason::NoticeNear | Reason::WaitTooLong | Reason::WithUs);
        !apart && !matches!(reason, Reason::CadenceLate | Reason::ReportOwed)
    };
    let mut seen = 0;
    for row in rows.iter().filter(|row| by_days(row.reason)) {
        let late = row.date.map_or(0, |date| (now.date() - date).num_days());
        let tier = row.client.and_then(|id| book.client(id)).map(|client| client.tier);
        let priority = book.get(row.target).and_then(|record| match record {
            Record::Task(it) => Some(it.priority),
            Record::Request(it) => Some(it.priority),
            Record::Project(it) => Some(it.priority),
            Record::Milestone(it) => book.project(it.project.0?).map(|project| project.priority),
            _ => None,
        });
        let wanted = urgency(row.reason, late, tier, priority.unwrap_or_default());
        assert_eq!(row.score, wanted, "{row:?}");
        seen += 1;
    }
    assert!(seen > 10);
}

#[test]
fn of_rows_that_press_as_much_the_one_without_a_day_is_last() {
    let mut made = Made::new();
    made.touched("2026-11-03");
    let mut project = Project::new(made.id(), at("2026-01-05"));
    (project.name, project.client, project.priority) =
        ("Web shop".into(), made.client.into(), Priority::Urgent);
    made.put(project);
    let rows = rows(&made);
    assert_eq!(rows.iter().map(|r| r.reason).collect::<Vec<_>>(), [Reason::CadenceLate, Reason::NoNextStep]);
    assert_eq!((rows[0].score, rows[0].date.is_some()), (rows[1].score, true));
    assert_eq!(rows[1].date, None);
}

#[test]
fn a_promise_is_short_of_time_from_a_quarter_on() {
    // Seven days are left; they are a quarter of 28, and more than one of 27.
    for (received, at_risk) in [("2026-11-03", true), ("2026-11-04", false)] {
        let mut made = fresh();
        let mut request = made.request(received);
        request.promised = Some(day("2026-12-01"));
        made.put(request);
        assert_eq!(reasons(&made) == [Reason::PromiseAtRisk], at_risk, "{received}");
    }
}

#[test]
fn a_promise_that_will_be_broken_is_an_alarm_fourteen_days_before() {
    for (promised, tone) in [("2026-12-08", Tone::Alarm), ("2026-12-09", Tone::Warning)] {
        let mut made = fresh();
        let mut request = made.request("2026-11-01");
        (request.promised, request.expected) = (Some(day(promised)), Some(day("2027-01-15")));
        made.put(request);
        let rows = rows(&made);
        assert_eq!(
            (rows.len(), rows[0].reason, rows[0].tone),
            (1, Reason::PromiseAtRisk, tone),
            "{promised}"
        );
    }
}

#[test]
fn a_wait_is_an_alarm_beyond_twice_the_usual() {
    for (since, told) in [
        ("2026-11-21", None),
        ("2026-11-20", Some(Tone::Warning)),
        ("2026-11-18", Some(Tone::Warning)), // six days, usually three
        ("2026-11-17", Some(Tone::Alarm)),
    ] {
        let mut made = fresh();
        let mut request = made.request("2026-11-01");
        request.hands = vec![hand(Holder::Department(made.design), since)];
        made.put(request);
        let rows = rows(&made);
        assert_eq!(
            rows.first().map(|r| (r.reason, r.tone)),
            told.map(|t| (Reason::WaitTooLong, t)),
            "{since}"
        );
    }
}

#[test]
fn a_day_that_was_agreed_does_not_hide_how_long_it_takes() {
    let mut made = fresh();
    let (mut task, nikos, design) = (made.task("2026-11-01"), made.nikos, made.design);
    (task.assignee, task.due) = (nikos.into(), Some(day(NOW)));
    made.put(task);
    let mut request = made.request("2026-11-01");
    (request.hands, request.expected) =
        (vec![hand(Holder::Department(design), "2026-11-01")], Some(day(NOW)));
    made.put(request);
    for (on, passed) in [("2026-11-23", false), (NOW, false), ("2026-11-25", true)] {
        let waits = waiting::waiting(&made.book, day(on));
        assert_eq!(waits.len(), 2);
        assert!(waits.iter().all(|w| w.over > 0 && w.is_too_long(day(on))), "{on} {waits:?}");
        assert!(
            waits
                .iter()
                .all(|w| words::waiting::agreed(w.agreed.unwrap(), day(on)).contains("passed") == passed),
            "{on}"
        );
    }
    assert_eq!(reasons(&made), [Reason::WaitTooLong, Reason::WaitTooLong]);
}

#[test]
fn after_an_hour_the_list_knows_of_reports_that_fell_due() {
    let mut made = fresh();
    let mut meeting = Interaction::new(made.id(), at("2026-11-23"));
    (meeting.touch, meeting.summary) = (Touch::Meeting, "Review".into());
    meeting.at = Moment { utc_ms: at("2026-11-23").utc_ms + 1_800_000, ..at("2026-11-23") };
    meeting.people.0.push(made.maria);
    made.put(meeting);
    let list = Today::of(&made.book, at(NOW));
    assert_eq!(list.rows(), [], "half an hour is left");
    let later = Moment { utc_ms: at(NOW).utc_ms + 3_600_000, ..at(NOW) };
    let again = list.changed(&made.book, later, &[]);
    assert_eq!(again.rows().iter().map(|r| r.reason).collect::<Vec<_>>(), [Reason::ReportOwed]);
    assert_eq!(again.rows(), today(&made.book, later));
}

#[test]
fn reports_are_owed_for_thirty_days_and_warn_after_four() {
    for (met, told) in [
        ("2026-11-21", Some(Tone::Plain)),
        ("2026-11-20", Some(Tone::Warning)),
        ("2026-10-25", Some(Tone::Warning)),
        ("2026-10-24", None),
    ] {
        let mut made = fresh();
        let mut visit = Interaction::new(made.id(), at(met));
        (visit.at, visit.touch, visit.summary) = (at(met), Touch::Visit, "Review".into());
        visit.people.0.push(made.maria);
        made.put(visit);
        let rows = rows(&made);
        assert_eq!(rows.first().map(|r| (r.reason, r.tone)), told.map(|t| (Reason::ReportOwed, t)), "{met}");
    }
}

fn retainer(made: &mut Made, status: AgreementStatus, start: &str, end: &str) -> Agreement {
    let mut it = Agreement::new(made.id(), at("2026-01-05"));
    (it.title, it.client, it.status) = ("Retainer".into(), made.client.into(), status);
    (it.start, it.end) = (Some(day(start)), Some(day(end)));
    made.put(it.clone());
    it
}

#[test]
fn what_we_owe_is_told_seven_days_ahead_and_an_unsigned_draft_sixty() {
    for (due, told) in [("2026-12-01", true), ("2026-12-02", false)] {
        let mut made = fresh();
        let it = retainer(&mut made, AgreementStatus::Active, "2026-01-01", "2030-12-31");
        let mut owed = Obligation::new(made.id(), at("2026-01-05"));
        (owed.what, owed.agreement, owed.due) = ("Report".into(), it.id.into(), Some(day(due)));
        made.put(owed);
        assert_eq!(reasons(&made) == [Reason::ObligationDue], told, "{due}");
    }
    for (start, told) in [("2027-01-23", true), ("2027-01-24", false)] {
        let mut made = fresh();
        retainer(&mut made, AgreementStatus::Draft, start, "2030-12-31");
        assert_eq!(reasons(&made) == [Reason::NoticeNear], told, "{start}");
    }
}

#[test]
fn each_late_obligation_of_ours_costs_a_quarter_of_the_agreements() {
    let mut made = fresh();
    let it = retainer(&mut made, AgreementStatus::Active, "2026-01-01", "2030-12-31");
    let mut got = vec![];
    for _ in 0..6 {
        let health = health::health(&made.book, made.client, at(NOW)).unwrap();
        let part = health.parts.iter().find(|p| p.kind == PartKind::Agreements).unwrap();
        got.push((part.got, part.possible));
        let mut owed = Obligation::new(made.id(), at("2026-01-05"));
        (owed.agreement, owed.due) = (it.id.into(), Some(day("2026-11-01")));
        made.put(owed);
    }
    assert_eq!(got, [(10, 10), (8, 10), (5, 10), (3, 10), (0, 10), (0, 10)]);
}

/// Monday, 23 November, is its day 0.
#[test]
fn no_step_of_a_playbook_falls_on_a_weekend() {
    let mut made = fresh();
    let mut project = Project::new(made.id(), at(NOW));
    project.start = Some(day("2026-11-23"));
    let text = "day 4 Friday\nday 5 Saturday\nday 6 Sunday\nday 7 Monday\nday 12 * Next Saturday";
    let mut id_generator = syndeo::domain::IdGenerator::new([4; 16]);
    let begun = playbook::begin(text, &project, &mut id_generator, at(NOW), &made.book).unwrap();
    let days: Vec<String> = begun
        .records
        .iter()
        .map(|record| match record {
            Record::Task(task) => task.due.unwrap().to_string(),
            Record::Milestone(milestone) => milestone.expected.unwrap().to_string(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(days, ["2026-11-27", "2026-11-30", "2026-11-30", "2026-11-30", "2026-12-07"]);
}

#[test]
fn a_renamed_record_is_found_by_its_new_name_alone() {
    let mut made = fresh();
    let client: Client = made.book.client(made.client).unwrap().clone();
    made.change(&client, |c| c.name = "Ζέφυρος".into());
    let key = made.book.key(made.client.into());
    assert!(key.contains("zefyros") && key.contains("ζεφυροσ") && !key.contains("aegean"), "{key}");
}

#[test]
fn work_of_a_project_that_rests_is_asked_of_nobody() {
    for (status, told) in [(ProjectStatus::Active, true), (ProjectStatus::OnHold, false)] {
        let mut made = fresh();
        let mut project = Project::new(made.id(), at("2026-01-05"));
        (project.name, project.status, project.client) = ("Web shop".into(), status, made.client.into());
        let mut milestone = Milestone::new(made.id(), at("2026-01-05"));
        (milestone.name, milestone.project) = ("Proof".into(), project.id.into());
        milestone.promised = Some(day("2026-11-20"));
        let mut task = made.task("2026-11-01");
        (task.project, task.assignee, task.due) =
            (project.id.into(), made.nikos.into(), Some(day("2026-11-20")));
        made.put(project);
        made.put(milestone);
        made.put(task);
        assert_eq!(rows(&made).len(), if told { 2 } else { 0 });
        assert_eq!(waiting::waiting(&made.book, day(NOW)).len(), usize::from(told));
    }
}

#[test]
fn a_task_is_waited_for_from_the_day_it_may_begin() {
    for (start, waits) in [("2026-11-23", 1), (NOW, 1), ("2026-11-25", 0)] {
        let mut made = fresh();
        let mut task = made.task("2026-11-01");
        (task.assignee, task.start) = (made.nikos.into(), Some(day(start)));
        made.put(task);
        assert_eq!(waiting::waiting(&made.book, day(NOW)).len(), waits, "{start}");
    }
}

#[test]
fn a_task_is_of_its_client_else_of_that_of_its_project_else_of_its_request() {
    let mut made = fresh();
    let mut request = made.request("2026-11-01");
    request.status = syndeo::domain::RequestStatus::Told;
    let mut task = made.task("2026-11-01");
    (task.client, task.request, task.assignee) =
        (syndeo::domain::Link(None), request.id.into(), made.nikos.into());
    made.put(request);
    made.put(task.clone());
    let client = |made: &Made| waiting::waiting(&made.book, day(NOW))[0].client;
    assert_eq!(client(&made), Some(made.client));
    let mut other = Client::new(made.id(), at("2026-01-05"));
    other.name = "Bolt".into();
    let mut project = Project::new(made.id(), at("2026-01-05"));
    project.client = other.id.into();
    made.put(project.clone());
    made.change(&task, |t| t.project = project.id.into());
    assert_eq!(client(&made), Some(other.id));
}

#[test]
fn an_agreement_holds_on_its_last_day() {
    let mut made = fresh();
    let it = retainer(&mut made, AgreementStatus::Active, "2026-01-01", "2026-12-31");
    for (on, alert) in [("2026-12-31", Alert::In30), ("2027-01-01", Alert::Over)] {
        assert_eq!(agreements::alert(&it, day(on)), Some(alert), "{on}");
    }
    // Without a notice period there is nothing to give notice by: what comes next is the end.
    let next = agreements::standing(&made.book, &it, day("2026-12-01")).next;
    assert_eq!(next, Some((Next::End, day("2026-12-31"))));
    let ended = Agreement { status: AgreementStatus::Ended, ..it };
    assert_eq!(
        words::agreements::lapse(&agreements::lapse(&ended, &Workdays::default(), day("2026-12-31"))),
        "ended on 31 Dec 2026"
    );
    assert_eq!(
        words::agreements::lapse(&agreements::lapse(&ended, &Workdays::default(), day("2026-12-30"))),
        "has ended"
    );
}

#[test]
fn a_milestone_on_the_last_day_tells_for_its_project_and_one_of_today_is_a_next_step() {
    let mut made = fresh();
    let mut project = Project::new(made.id(), at("2026-01-05"));
    (project.name, project.client, project.promised) =
        ("Web shop".into(), made.client.into(), Some(day("2026-11-20")));
    let mut milestone = Milestone::new(made.id(), at("2026-01-05"));
    (milestone.name, milestone.project, milestone.promised) =
        ("Launch".into(), project.id.into(), Some(day("2026-11-20")));
    let mut task = made.task("2026-11-01");
    task.project = project.id.into();
    made.put(project.clone());
    made.put(milestone.clone());
    made.put(task.clone());
    let targets: Vec<_> = rows(&made).iter().map(|row| row.target).collect();
    assert_eq!(targets, [milestone.id.into()], "once, and not for the project again");
    made.change(&milestone, |m| m.promised = Some(day("2026-11-19")));
    assert_eq!(rows(&made).len(), 2, "another day is another promise");
    made.book.remove(task.id.into());
    made.change(&project, |p| p.promised = None);
    for (expected, reasons_told) in [(NOW, vec![]), ("2026-11-23", vec![Reason::NoNextStep])] {
        made.change(&milestone, |m| (m.promised, m.expected) = (None, Some(day(expected))));
        assert_eq!(reasons(&made), reasons_told, "{expected}");
    }
}

/// A day is said to have passed from the day after it on, wherever it is told, and never on the day itself.
#[test]
fn what_has_passed_is_said_from_the_day_after() {
    let (made, today) = (fresh(), day(NOW));
    let promised = Promised { day: day("2026-11-10"), first: None, moved: false };
    for nth in -3..=3 {
        let that = today + chrono::TimeDelta::days(nth);
        let agreed = words::waiting::agreed(that, today);
        assert_eq!(agreed.contains("passed"), that < today, "{agreed}");
        let why = Why::PromiseOverdue { promised, expected: Some(that) };
        let told = words::today::why(&made.book, &why, today);
        assert_eq!(told.contains("passed too"), that < today, "{told}");
        let why = Why::Owed { by: Side::Us, due: that };
        let told = words::today::why(&made.book, &why, today);
        assert_eq!((told.contains("late"), told.contains("left")), (that < today, that > today), "{told}");
    }
}

/// To the last hour and cent what was agreed is not more than was agreed; from nine tenths on it is near.
#[test]
fn what_was_agreed_may_be_spent() {
    let mut made = fresh();
    let mut project = Project::new(made.id(), at("2026-01-05"));
    let euro = |cents: i64| Money::parse(&format!("{}.{:02} EUR", cents / 100, cents % 100)).unwrap();
    for agreed in [1, 10, 100, 1_000] {
        for spent in (0..=agreed * 2).step_by(usize::try_from(agreed).unwrap().div_ceil(20)) {
            (project.effort_budget, project.effort_spent) = (Some(agreed), Some(spent));
            (project.money_budget, project.money_spent) = (Some(euro(agreed)), Some(euro(spent)));
            let (hours, money) = (budget::hours(&project).unwrap(), budget::money(&project).unwrap());
            for (state, share) in [(hours.state, hours.share), (money.state, money.share)] {
                let wanted = match spent {
                    over if over > agreed => BudgetState::Over,
                    // The share is shown rounded, and judged as it is shown.
                    near if near * 1_000 >= agreed * 895 => BudgetState::Near,
                    _ => BudgetState::Fine,
                };
                assert_eq!(state, wanted, "{spent} of {agreed}: {share:?}");
                assert_eq!(state == BudgetState::Over, spent > agreed, "{spent} of {agreed}");
            }
        }
    }
}

/// What a draft or an agreement that is over would oblige to asks for nothing; what was signed is no draft.
#[test]
fn only_what_binds_is_owed() {
    use AgreementStatus::{Active, Draft, Ended, NoticeGiven, Renewed};
    for (status, signed, told) in [
        (Draft, false, false),
        (Draft, true, true),
        (Active, false, true),
        (NoticeGiven, false, true),
        (Renewed, false, true),
        (Ended, false, false),
    ] {
        for side in [Side::Us, Side::Them] {
            let mut made = fresh();
            let mut it = Agreement::new(made.id(), at("2026-01-05"));
            (it.title, it.client, it.status) = ("Retainer".into(), made.client.into(), status);
            it.signed = signed.then(|| day("2026-01-05"));
            let mut owed = Obligation::new(made.id(), at("2026-01-05"));
            (owed.what, owed.agreement, owed.side) = ("Report".into(), it.id.into(), side);
            owed.due = Some(day(NOW));
            made.put(it);
            made.put(owed);
            assert_eq!(reasons(&made).contains(&Reason::ObligationDue), told, "{status:?} {signed} {side:?}");
        }
    }
}

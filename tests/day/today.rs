//! Today: each reason, the ranking, and what a change makes anew.

use crate::made::{Made, at, day, hand, said};
use syndeo::domain::derive::today::{Group, Reason, Row, Today, Tone, today, today_for, urgency};
use syndeo::domain::{
    Absence, Agreement, AgreementStatus, Birthday, Client, Contact, Holder, Interaction, Link, Milestone,
    Obligation, Priority, Project, Ref, Request, RequestStatus, Side, Span, TaskStatus, Tier, Touch, Unit,
};

const NOW: &str = "2026-11-24";

fn fresh() -> Made {
    let mut made = Made::new();
    made.touched("2026-11-20");
    made
}

fn rows(made: &Made) -> Vec<Row> {
    today(&made.book, at(NOW))
}

fn only(made: &Made) -> Row {
    let mut rows = rows(made);
    assert_eq!(rows.len(), 1, "{rows:?}");
    rows.remove(0)
}

fn told(made: &Made) -> (Reason, Tone, String) {
    let row = only(made);
    (row.reason, row.tone, said(&made.book, &row, NOW))
}

fn says(reason: Reason, tone: Tone, words: &str) -> (Reason, Tone, String) {
    (reason, tone, words.to_owned())
}

#[test]
fn an_empty_day_is_empty() {
    assert_eq!(rows(&fresh()), []);
    assert_eq!(today(&syndeo::domain::Book::default(), at(NOW)), []);
}

#[test]
fn promises_of_requests() {
    let mut made = fresh();
    let base: Request = made.request("2026-11-01");
    let mut with = |promised: &str, expected: Option<&str>, status| {
        made.change(&base, |r| {
            (r.promised, r.expected, r.status) = (Some(day(promised)), expected.map(day), status);
            r.done_on = (status == RequestStatus::Done).then(|| day("2026-11-21"));
        });
        let all = rows(&made);
        assert!(all.len() <= 1);
        all.first().map(|r| (r.reason, r.tone, said(&made.book, r, NOW)))
    };
    let open = RequestStatus::Promised;
    assert_eq!(with("2026-12-31", None, open), None);
    assert_eq!(
        with("2026-11-20", None, open),
        Some(says(Reason::PromiseOverdue, Tone::Alarm, "4 d late, promised 20 Nov"))
    );
    assert_eq!(
        with("2026-12-24", Some("2026-12-27"), open),
        Some(says(Reason::PromiseAtRisk, Tone::Warning, "3 d too late: expected 27 Dec, promised 24 Dec"))
    );
    // 28 days in all: a quarter is seven.
    assert_eq!(with("2026-12-02", None, open), None);
    assert_eq!(
        with("2026-11-29", None, open),
        Some(says(Reason::PromiseAtRisk, Tone::Warning, "5 d left, promised 29 Nov"))
    );
    assert_eq!(with("2026-11-24", None, open).unwrap().2, "promised for today");
    assert_eq!(
        with("2026-11-22", None, RequestStatus::Done),
        Some(says(Reason::NotTold, Tone::Alarm, "done 21 Nov, not told for 3 d"))
    );
    assert_eq!(with("2026-11-22", None, RequestStatus::Told), None);
}

fn project(made: &mut Made) -> Project {
    let mut project = Project::new(made.id(), at("2026-01-05"));
    (project.name, project.no, project.client) = ("Web shop".into(), 12, made.client.into());
    made.put(project.clone());
    project
}

#[test]
fn projects_and_milestones() {
    let mut made = fresh();
    let project = project(&mut made);
    assert_eq!(told(&made), says(Reason::NoNextStep, Tone::Warning, "no open task, no milestone ahead"));
    let mut milestone = Milestone::new(made.id(), at("2026-01-05"));
    (milestone.name, milestone.project) = ("Proof".into(), project.id.into());
    milestone.promised = Some(day("2027-12-24"));
    made.put(milestone.clone());
    assert_eq!(rows(&made), []);
    made.change(&milestone, |m| m.promised = Some(day("2026-11-10")));
    let both = rows(&made);
    assert_eq!(
        both.iter().map(|r| r.reason).collect::<Vec<_>>(),
        [Reason::PromiseOverdue, Reason::NoNextStep]
    );
    assert_eq!(both[0].client, Some(made.client));
    let mut task = made.task("2026-11-01");
    task.project = project.id.into();
    made.put(task.clone());
    assert_eq!(only(&made).reason, Reason::PromiseOverdue);
    made.change(&project, |p| p.status = syndeo::domain::ProjectStatus::OnHold);
    assert_eq!(rows(&made), []);
}

#[test]
fn tasks_and_waits() {
    let mut made = fresh();
    let task = made.task("2026-11-01");
    made.change(&task, |t| t.due = Some(day("2026-11-25")));
    assert_eq!(rows(&made), []);
    made.change(&task, |t| t.due = Some(day("2026-11-24")));
    assert_eq!(told(&made), says(Reason::FollowUpDue, Tone::Warning, "due today"));
    let nikos = made.nikos;
    made.change(&task, |t| (t.due, t.assignee) = (Some(day("2026-11-20")), nikos.into()));
    // One thing, two reasons, one row.
    let row = only(&made);
    assert_eq!(
        (row.reason, row.also.clone(), row.tone),
        (Reason::WaitTooLong, vec![Reason::TaskDue], Tone::Alarm)
    );
    assert_eq!(
        said(&made.book, &row, NOW),
        "23 d with Nikos (Design), said 3 d; 4 d late, due 20 Nov: Nikos (Design)"
    );
    made.change(&task, |t| t.status = TaskStatus::Done);
    let mut request = made.request("2026-11-20");
    request.hands = vec![hand(Holder::Us, "2026-11-20"), hand(Holder::Department(made.design), "2026-11-20")];
    made.put(request.clone());
    assert_eq!(told(&made), says(Reason::WaitTooLong, Tone::Warning, "4 d with Design, said 3 d"));
    syndeo::domain::derive::hands::nudge(&mut request.hands, at("2026-11-22"), "");
    made.put(request);
    assert_eq!(said(&made.book, &only(&made), NOW), "4 d with Design, said 3 d, nudged once");
}

#[test]
fn absences_name_the_stand_in() {
    let mut made = fresh();
    let nikos = made.nikos;
    let mut ida = Contact::new(made.id(), at("2026-01-05"));
    (ida.first_name, ida.department) = ("Ida".into(), made.design.into());
    made.put(ida.clone());
    let mut task = made.task("2026-11-23");
    (task.assignee, task.due, task.start) = (nikos.into(), Some(day("2026-12-01")), Some(day("2026-11-28")));
    made.put(task);
    let mut absence = Absence::new(made.id(), at("2026-01-05"));
    (absence.contact, absence.first, absence.last) =
        (nikos.into(), Some(day("2026-11-30")), Some(day("2026-12-04")));
    made.put(absence.clone());
    assert_eq!(
        told(&made),
        says(
            Reason::AbsenceHits,
            Tone::Alarm,
            "due 1 Dec, Nikos (Design) away from 30 Nov until 4 Dec: nobody stands in"
        )
    );
    made.change(&absence, |a| a.stand_in = ida.id.into());
    let row = only(&made);
    assert_eq!((row.stand_in, row.tone), (Some(ida.id), Tone::Warning));
    assert!(said(&made.book, &row, NOW).ends_with("Ida (Design) stands in"));
    made.change(&absence, |a| (a.first, a.last) = (Some(day("2026-12-02")), Some(day("2026-12-04"))));
    assert_eq!(rows(&made), []);
}

#[test]
fn silence_reports_and_birthdays() {
    let mut made = Made::new();
    made.touched("2026-11-02");
    assert_eq!(
        told(&made),
        says(Reason::CadenceLate, Tone::Alarm, "last touch 22 d ago, limit 21: 1 d late")
    );
    let mut meeting = Interaction::new(made.id(), at("2026-11-20"));
    (meeting.at, meeting.touch, meeting.summary) = (at("2026-11-20"), Touch::Meeting, "Review".into());
    made.put(meeting.clone());
    assert_eq!(rows(&made).len(), 1, "among ourselves");
    let maria = made.maria;
    made.change(&meeting, |m| m.people.0.push(maria));
    assert_eq!(told(&made), says(Reason::ReportOwed, Tone::Warning, "meeting 4 d ago, no report yet"));
    let meeting = meeting.clone();
    made.change(&meeting, |m| {
        m.people.0.push(maria);
        m.at = at("2026-11-23");
        m.at.utc_ms += 1;
    });
    assert_eq!(rows(&made), [], "24 hours are not over");
    let contact: Contact = made.book.contact(maria).unwrap().clone();
    made.change(&contact, |c| c.birthday = Birthday::new(Some(1984), 12, 1));
    assert_eq!(told(&made), says(Reason::Birthday, Tone::Plain, "birthday Tue 1 Dec, turns 42"));
    made.change(&contact, |c| c.birthday = Birthday::new(None, 12, 2));
    assert_eq!(rows(&made), []);
}

#[test]
fn notice_and_obligations() {
    let mut made = fresh();
    let mut it = Agreement::new(made.id(), at("2026-01-05"));
    (it.title, it.client, it.status) = ("Retainer".into(), made.client.into(), AgreementStatus::Active);
    (it.end, it.notice) = (Some(day("2026-12-31")), Some(Span::new(1, Unit::Month)));
    it.renews_for = Some(Span::new(1, Unit::Year));
    made.put(it.clone());
    assert_eq!(
        told(&made),
        says(
            Reason::NoticeNear,
            Tone::Alarm,
            "6 d to give notice: renews itself for 1 year on 1 Jan 2027 unless notice is given by 30 Nov 2026"
        )
    );
    made.change(&it, |a| a.end = Some(day("2029-12-31")));
    let mut owed = Obligation::new(made.id(), at("2026-01-05"));
    (owed.what, owed.agreement, owed.due) = ("Report".into(), it.id.into(), Some(day("2026-12-01")));
    made.put(owed.clone());
    assert_eq!(told(&made), says(Reason::ObligationDue, Tone::Warning, "7 d left: we owe it by 1 Dec"));
    made.change(&owed, |o| o.side = Side::Them);
    assert_eq!(rows(&made), []);
    made.change(&owed, |o| (o.side, o.due) = (Side::Them, Some(day("2026-11-20"))));
    assert_eq!(said(&made.book, &only(&made), NOW), "4 d late: the client owes it by 20 Nov");
}

#[test]
fn the_ranking_is_by_score_then_date_then_number() {
    assert!(urgency(Reason::PromiseOverdue, 4, Some(Tier::A), Priority::Normal) == 500 + 12 + 40);
    assert!(Reason::ALL.windows(2).all(|w| w[0].weight() > w[1].weight() && w[0] < w[1]));
    let mut made = fresh();
    for (no, promised) in [(3, "2026-11-20"), (1, "2026-11-21"), (2, "2026-11-20")] {
        let mut request = made.request("2026-11-01");
        (request.no, request.promised) = (no, Some(day(promised)));
        made.put(request);
    }
    let order = |made: &Made| rows(made).iter().map(|r| r.number).collect::<Vec<_>>();
    assert_eq!(order(&made), [2, 3, 1]);
    let last = made.book.all(syndeo::domain::Kind::Request).filter_map(Request::of).find(|r| r.no == 1);
    let last = last.unwrap().clone();
    made.change(&last, |r| r.priority = Priority::Urgent);
    assert_eq!(order(&made), [1, 2, 3]);
    assert_eq!(today_for(&made.book, at(NOW), &[Group::Birthdays, Group::Tasks]), []);
}

#[test]
fn a_change_makes_anew_what_reads_it_and_nothing_else_is_missed() {
    let mut made = fresh();
    let mut list = Today::of(&made.book, at(NOW));
    let step = |made: &Made, list: Today, touched: Ref, now: &str| {
        let list = list.changed(&made.book, at(now), &[touched]);
        assert_eq!(list.rows(), today(&made.book, at(now)));
        list
    };
    let mut request = made.request("2026-11-01");
    request.promised = Some(day("2026-11-20"));
    made.put(request.clone());
    list = step(&made, list, request.id.into(), NOW);
    assert_eq!(list.rows().len(), 1);
    let client: Client = made.book.client(made.client).unwrap().clone();
    made.change(&client, |c| c.tier = Tier::C);
    list = step(&made, list, client.id.into(), NOW);
    made.book.remove(request.id.into());
    list = step(&made, list, request.id.into(), NOW);
    assert_eq!(list.rows(), []);
    let task = made.task("2026-11-01");
    made.change(&task, |t| (t.due, t.assignee) = (Some(day("2026-11-25")), Link(None)));
    list = step(&made, list, task.id.into(), NOW);
    list = step(&made, list, task.id.into(), "2026-11-25");
    assert_eq!(list.rows().len(), 1, "another day");
}

/// One row never names the same promised or expected day twice, whatever reasons meet in it.
#[test]
fn a_row_names_each_of_its_days_once() {
    use syndeo::demo;
    use syndeo::domain::{Book, Request};
    let mut met = 0;
    for offset in 0..90 {
        let mut now = at("2026-11-26");
        let book = Book::of(demo::book(now));
        now.utc_ms += offset * 86_400_000;
        for row in today(&book, now) {
            let Some(request) = book.get(row.target).and_then(Request::of) else { continue };
            // An absence has days of its own, which may be the same.
            if [&[row.reason], &row.also[..]].concat().contains(&Reason::AbsenceHits) {
                continue;
            }
            let told = syndeo::words::today::row(&book, &row, now.date());
            let days = [request.promised, request.expected];
            for day in days.into_iter().flatten() {
                let shown = syndeo::words::dates::plain(day, now.date());
                let words: Vec<&str> = told.split([',', ';']).collect();
                let named = words
                    .iter()
                    .filter(|w| w.trim_end().ends_with(&shown) || w.contains(&format!("{shown} ")))
                    .count();
                let both = request.promised == request.expected;
                assert!(named <= 1 + usize::from(both), "{shown} twice: {told}");
            }
            met += usize::from(row.also.contains(&Reason::DayMissed));
        }
    }
    assert!(met > 5, "{met}");
}

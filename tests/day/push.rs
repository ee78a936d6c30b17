//! What moving a date pushes: cases with the very days, and the laws against a second, naive reckoning that shares no code.

use crate::made::day;
use crate::plan::Works;
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use proptest::prelude::*;
use std::collections::BTreeMap;
use syndeo::domain::derive::push::{Shift, away, push, start_with};
use syndeo::domain::{
    Absence, Book, Kind, Milestone, MilestoneId, Record, Ref, Request, Task, TaskId, TaskStatus, Value,
};

fn told(
    target: impl Into<Ref>,
    start: Option<&str>,
    end: &str,
    breaks: bool,
) -> (Ref, Option<String>, String, bool) {
    (target.into(), start.map(str::to_owned), end.to_owned(), breaks)
}

fn change(works: &mut Works, task: TaskId, how: impl FnOnce(&mut Task)) {
    let task = works.made.book.task(task).unwrap().clone();
    works.made.change(&task, how);
}

#[test]
fn starts_move_with_ends_over_as_many_working_days_and_promises_that_break_are_told() {
    let mut works = Works::new();
    let draw = works.task("2026-11-02", "2026-11-10", &[]);
    let build = works.task("2026-11-12", "2026-11-20", &[draw]);
    let alone = works.task("2026-11-12", "2026-11-20", &[]);
    let proof = works.milestone("2026-11-25", &[], &[build]);
    let live = works.milestone("2026-12-15", &[proof], &[]);
    // Tuesday the 24th: the next may begin on Wednesday, and takes seven working days as before.
    assert_eq!(
        works.push(draw, "2026-11-24"),
        [
            told(draw, None, "2026-11-24", false),
            told(build, Some("2026-11-25"), "2026-12-03", false),
            told(proof, None, "2026-12-03", true),
        ]
    );
    assert_eq!(
        works.push(draw, "2026-12-11"),
        [
            told(draw, None, "2026-12-11", false),
            told(build, Some("2026-12-14"), "2026-12-22", false),
            told(proof, None, "2026-12-22", true),
            told(live, None, "2026-12-22", true),
            told(works.project, None, "2026-12-22", true),
        ]
    );
    assert!(works.push(draw, "2026-11-11").len() == 1, "there is a day between the two");
    assert_eq!(works.push(draw, "2026-11-02").len(), 1, "earlier pulls nothing");
    assert_eq!(works.push(draw, "2026-11-10"), []);
    assert_eq!(works.push(alone, "2026-11-21").len(), 1);
}

/// Photos, Layout, Print and two milestones: of these only what has no time left moves, to working days alone.
#[test]
fn what_has_time_does_not_move_and_nothing_moves_to_a_weekend() {
    let mut works = Works::new();
    let photos = works.task("2026-11-25", "2026-11-27", &[]);
    let layout = works.task("2026-12-02", "2026-12-04", &[photos]);
    let print = works.task("2026-12-14", "2026-12-14", &[layout]);
    change(&mut works, print, |t| t.start = None);
    let approved = works.milestone("2026-12-07", &[], &[layout]);
    let delivered = works.milestone("2026-12-18", &[approved], &[print]);
    assert_eq!(works.push(layout, "2026-12-07").len(), 1, "everything behind it has time");
    let wednesday = [told(layout, None, "2026-12-09", false), told(approved, None, "2026-12-09", true)];
    assert_eq!(works.push(layout, "2026-12-09"), wednesday);
    // A Friday: print has no start of its own, and is moved to the Monday.
    assert_eq!(
        works.push(layout, "2026-12-18"),
        [
            told(layout, None, "2026-12-18", false),
            told(approved, None, "2026-12-18", true),
            told(print, None, "2026-12-21", false),
            told(delivered, None, "2026-12-21", true),
            told(works.project, None, "2026-12-21", true),
        ]
    );
    // A Saturday that was typed stays what it is; what waits for it does not.
    assert_eq!(works.push(layout, "2026-12-12")[1], told(approved, None, "2026-12-14", true));
}

#[test]
fn a_milestone_cannot_lie_before_the_tasks_that_lead_to_it() {
    let mut works = Works::new();
    let cut = works.task("2026-12-14", "2026-12-18", &[]);
    let shown = works.milestone("2026-12-16", &[], &[]);
    change(&mut works, cut, |t| t.milestone = shown.into());
    let milestone = works.made.book.milestone(shown).unwrap().clone();
    works.made.change(&milestone, |m| m.expected = Some(day("2026-12-25")));
    let moved = [
        told(cut, None, "2027-01-15", false),
        told(shown, None, "2027-01-15", false),
        told(works.project, None, "2027-01-15", true),
    ];
    assert_eq!(works.push(cut, "2027-01-15"), moved);
    let shifts = works.shifts(cut, "2027-01-15", &[]);
    assert!(shifts[1].misses(), "it was late before, and is later");
    // A new task, and one that leads to it from now on, push it as well.
    let Record::Task(mut new) = works.moved(cut, "2026-12-28") else { panic!() };
    new.id = works.made.id();
    let of_new: Vec<Ref> =
        push(&works.made.book, &new.clone().into(), &[]).iter().map(|s| s.target).collect();
    assert_eq!(of_new[..2], [Ref::from(new.id), shown.into()]);
    new.milestone.0 = None;
    works.made.put(new.clone());
    new.milestone = shown.into();
    assert_eq!(push(&works.made.book, &new.into(), &[])[0].target, shown.into());
}

#[test]
fn a_task_breaks_the_promise_of_its_request() {
    let mut works = Works::new();
    let mut request = Request::new(works.made.id(), crate::made::at("2026-11-02"));
    (request.title, request.promised) = ("Banner".into(), Some(day("2026-12-01")));
    let (before, after) =
        (works.task("2026-11-02", "2026-11-20", &[]), works.task("2026-11-23", "2026-11-30", &[]));
    change(&mut works, after, |t| {
        t.after.0.push(before);
        t.request = request.id.into();
    });
    let id = request.id;
    works.made.put(request);
    let shifts = works.shifts(before, "2026-11-25", &[]);
    assert_eq!(shifts[1].promise, Some((id.into(), day("2026-12-01"))));
    assert!(shifts[1].breaks_promise() && !shifts[0].breaks_promise());
}

/// On the promised day a promise is kept: of a milestone, of the request behind a task, and of the project at its end. From
/// the next day on it is missed, and it breaks only when it was not missed already.
#[test]
fn the_promised_day_itself_is_kept() {
    let mut works = Works::new();
    let mut request = Request::new(works.made.id(), crate::made::at("2026-11-02"));
    (request.title, request.promised) = ("Banner".into(), Some(day("2026-12-02")));
    let task = works.task("2026-11-23", "2026-11-30", &[]);
    change(&mut works, task, |t| t.request = request.id.into());
    works.made.put(request);
    let proof = works.milestone("2026-12-02", &[], &[]);
    let it = works.made.book.milestone(proof).unwrap().clone();
    works.made.change(&it, |m| m.expected = Some(day("2026-11-30")));
    for target in [Ref::from(task), proof.into()] {
        for (to, misses) in [("2026-12-01", false), ("2026-12-02", false), ("2026-12-03", true)] {
            let shifts = works.shifts(target, to, &[]);
            assert_eq!(shifts[0].promise.map(|(_, day)| day), Some(day("2026-12-02")), "{shifts:?}");
            assert_eq!((shifts[0].misses(), shifts[0].breaks_promise()), (misses, misses), "{target:?} {to}");
        }
    }
}

/// Whatever day of the week a task begins and ends on: what pushes it never lets it begin or end earlier than it did.
#[test]
fn no_push_pulls_an_end_forward() {
    let monday = day("2026-11-23");
    let away = |days: i64| (monday + TimeDelta::days(days)).to_string();
    let mut moved = 0;
    for start in 0..7 {
        for length in 0..11 {
            let mut works = Works::new();
            let before = works.task("2026-11-16", "2026-11-20", &[]);
            let pushed = works.task(&away(start), &away(start + length), &[before]);
            for to in start..start + 4 {
                for shift in works.shifts(before, &away(to), &[]).iter().filter(|s| s.target == pushed.into())
                {
                    let back =
                        |m: syndeo::domain::derive::push::Move| m.from.is_some_and(|from| m.to <= from);
                    assert!(
                        !shift.start.is_some_and(back) && !shift.end.is_some_and(back),
                        "{start} {length} {to}: {shift:?}"
                    );
                    moved += 1;
                }
            }
        }
    }
    assert!(moved > 100, "{moved}");
}

/// A project moves from where it is expected to end, and only when something ends after that, whatever it was promised for.
#[test]
fn a_project_moves_from_where_it_is_expected() {
    for (promised, expected, from) in [
        (Some("2026-12-01"), Some("2026-12-10"), "2026-12-10"),
        (Some("2026-12-10"), Some("2026-12-01"), "2026-12-01"),
        (Some("2026-12-10"), None, "2026-12-10"),
        (None, Some("2026-12-10"), "2026-12-10"),
    ] {
        let mut works = Works::new();
        let project = works.made.book.project(works.project).unwrap().clone();
        works.made.change(&project, |p| (p.promised, p.expected) = (promised.map(day), expected.map(day)));
        let task = works.task("2026-11-23", "2026-11-24", &[]);
        for to in ["2026-11-30", "2026-12-01", "2026-12-03", "2026-12-10", "2026-12-15"] {
            let shifts = works.shifts(task, to, &[]);
            let own = shifts.iter().find(|s| s.target.kind == Kind::Project).and_then(|s| s.end);
            let wanted = (day(to) > day(from)).then(|| (Some(day(from)), day(to)));
            assert_eq!(own.map(|m| (m.from, m.to)), wanted, "{promised:?} {expected:?} {to}");
        }
    }
}

#[test]
fn what_is_left_where_it_is_pushes_nothing() {
    let mut works = Works::new();
    let a = works.task("2026-11-02", "2026-11-06", &[]);
    let b = works.task("2026-11-09", "2026-11-13", &[a]);
    let c = works.task("2026-11-16", "2026-11-20", &[b]);
    let all: Vec<Ref> = works.shifts(a, "2026-11-12", &[]).iter().map(|s| s.target).collect();
    assert_eq!(all, [a.into(), b.into(), c.into()]);
    let shifts = works.shifts(a, "2026-11-12", &[b.into()]);
    assert_eq!(
        shifts.iter().map(|s| (s.target, s.left)).collect::<Vec<_>>(),
        [(a.into(), false), (b.into(), true)]
    );
    let shifts = works.shifts(a, "2026-11-12", &[c.into()]);
    assert_eq!(shifts.iter().filter(|s| s.left).map(|s| s.target).collect::<Vec<_>>(), [c.into()]);
    // A promise is not kept by leaving its day where it is.
    let promised = works.milestone("2026-11-20", &[], &[c]);
    let shifts = works.shifts(a, "2026-11-12", &[promised.into()]);
    assert!(shifts.iter().any(|s| s.left && s.target == promised.into() && s.breaks_promise()));
}

/// What playbooks plan for the very day is handed over on the very day.
#[test]
fn a_task_that_was_to_begin_on_the_day_may_still_do_so() {
    let mut works = Works::new();
    let a = works.task("2026-11-02", "2026-11-06", &[]);
    let b = works.task("2026-11-06", "2026-11-10", &[a]);
    assert_eq!(works.push(a, "2026-11-11")[1], told(b, Some("2026-11-11"), "2026-11-13", false));
    // A step without a date passes the push on.
    let mut works = Works::new();
    let a = works.task("2026-11-02", "2026-11-06", &[]);
    let undated = works.task("2026-11-02", "2026-11-06", &[a]);
    change(&mut works, undated, |t| (t.start, t.due) = (None, None));
    let c = works.task("2026-11-09", "2026-11-10", &[undated]);
    assert_eq!(works.push(a, "2026-11-11")[1], told(c, Some("2026-11-12"), "2026-11-13", false));
}

#[test]
fn what_is_done_stands_and_holds_back_nothing() {
    let mut works = Works::new();
    let first = works.milestone("2026-11-10", &[], &[]);
    let middle = works.milestone("2026-11-15", &[first], &[]);
    works.milestone("2026-11-20", &[middle], &[]);
    let reached = works.made.book.milestone(middle).unwrap().clone();
    works.made.change(&reached, |m| m.done_on = Some(day("2026-11-14")));
    assert_eq!(works.push(first, "2026-12-01").len(), 1);
    assert_eq!(works.push(middle, "2026-12-01"), []);
}

#[test]
fn the_start_of_what_is_postponed_goes_with_it() {
    let mut works = Works::new();
    let a = works.task("2026-11-02", "2026-11-06", &[]);
    let before = works.made.book.get(a).unwrap().clone();
    let to = |works: &Works, date: &str| {
        start_with(&works.made.book, &before, &works.moved(a, date)).map(|m| m.to)
    };
    // Five working days each; to a Saturday as well.
    assert_eq!(to(&works, "2026-11-12"), Some(day("2026-11-06")));
    assert_eq!(to(&works, "2026-11-14"), Some(day("2026-11-09")));
    assert_eq!(to(&works, "2026-11-06"), None);
    let Record::Task(mut other) = works.moved(a, "2026-11-12") else { panic!() };
    other.start = Some(day("2026-11-03"));
    assert_eq!(start_with(&works.made.book, &before, &other.into()), None, "both were moved by hand");
    let Record::Task(mut begun) = before.clone() else { panic!() };
    begun.status = TaskStatus::Doing;
    assert_eq!(start_with(&works.made.book, &begun.into(), &works.moved(a, "2026-11-12")), None);
}

#[test]
fn an_absence_of_the_one_who_does_it_is_told() {
    let mut works = Works::new();
    let a = works.task("2026-11-02", "2026-11-06", &[]);
    let b = works.task("2026-11-09", "2026-11-11", &[a]);
    let nikos = works.made.nikos;
    change(&mut works, b, |t| t.assignee = nikos.into());
    let mut absence = Absence::new(works.made.id(), crate::made::at("2026-11-02"));
    absence.contact = nikos.into();
    (absence.first, absence.last) = (Some(day("2026-11-20")), Some(day("2026-11-27")));
    works.made.put(absence);
    for (to, there) in
        [("2026-11-12", true), ("2026-11-17", false), ("2026-11-26", false), ("2026-11-27", true)]
    {
        let shifts = works.shifts(a, to, &[]);
        let found = away(&works.made.book, &shifts[1]).map(|(who, _)| who);
        assert_eq!(found, (!there).then_some(nikos), "{to}: {:?}", shifts[1]);
    }
}

#[test]
fn a_ring_hangs_nothing() {
    let mut works = Works::new();
    let a = works.task("2026-11-02", "2026-11-05", &[]);
    let b = works.task("2026-11-06", "2026-11-10", &[a]);
    let c = works.task("2026-11-11", "2026-11-13", &[b]);
    change(&mut works, a, |t| t.after.0.push(c));
    assert!(works.push(a, "2026-11-09").len() >= 2);
}

/// A tangle of tasks and milestones without rings: each waits only for those before it.
#[derive(Clone, Debug)]
struct Knot {
    milestone: bool,
    start: Option<i64>,
    due: Option<i64>,
    hours: Option<i64>,
    done: bool,
    after: Vec<usize>,
    towards: Option<usize>,
}

fn knots() -> impl Strategy<Value = Vec<Knot>> {
    let long = prop_oneof![1 => Just(None), 3 => (0i64..15).prop_map(Some)];
    let due = prop_oneof![1 => Just(None), 9 => (0i64..60).prop_map(Some)];
    let hours = prop_oneof![3 => Just(None), 1 => (0i64..60).prop_map(Some)];
    let after = proptest::collection::vec(0usize..10, 0..3);
    let towards = prop_oneof![2 => Just(None), 1 => (0usize..10).prop_map(Some)];
    let one = (any::<bool>(), long, due, hours, 0u8..12, after, towards);
    let knot = one.prop_map(|(milestone, long, due, hours, done, after, towards)| Knot {
        milestone,
        start: due.zip(long).map(|(due, long)| due - long),
        due,
        hours,
        done: done == 0,
        after,
        towards,
    });
    proptest::collection::vec(knot, 1..10)
}

fn at(n: i64) -> NaiveDate {
    day("2026-11-02") + TimeDelta::days(n)
}

/// The knots as records, in their order.
fn tied(knots: &[Knot]) -> (Works, Vec<Ref>) {
    let mut works = Works::new();
    let mut ids: Vec<Ref> = vec![];
    for (n, knot) in knots.iter().enumerate() {
        let before: Vec<Ref> = knot.after.iter().filter(|b| **b < n).map(|b| ids[*b]).collect();
        let of = |kind: Kind| before.iter().filter(move |r| r.kind == kind);
        let id = if knot.milestone {
            let after: Vec<MilestoneId> = of(Kind::Milestone).map(|r| MilestoneId(r.id)).collect();
            let tasks: Vec<TaskId> = of(Kind::Task).map(|r| TaskId(r.id)).collect();
            let id = works.milestone("2026-12-01", &after, &tasks);
            let milestone = works.made.book.milestone(id).unwrap().clone();
            works.made.change(&milestone, |m| {
                m.expected = knot.due.map(at);
                m.promised = m.expected.filter(|_| n % 2 == 0);
                m.done_on = m.expected.filter(|_| knot.done);
            });
            Ref::from(id)
        } else {
            let after: Vec<TaskId> = of(Kind::Task).map(|r| TaskId(r.id)).collect();
            let id = works.task("2026-11-02", "2026-11-02", &after);
            change(&mut works, id, |t| {
                (t.start, t.due, t.effort) = (knot.start.map(at), knot.due.map(at), knot.hours);
                t.status = if knot.done { TaskStatus::Dropped } else { TaskStatus::Open };
            });
            Ref::from(id)
        };
        ids.push(id);
    }
    for (n, knot) in knots.iter().enumerate().filter(|(_, k)| !k.milestone) {
        let towards = knot.towards.filter(|m| *m > n && knots.get(*m).is_some_and(|k| k.milestone));
        if let Some(m) = towards {
            change(&mut works, TaskId(ids[n].id), |t| t.milestone = MilestoneId(ids[m].id).into());
        }
    }
    (works, ids)
}

/// One of the naive reckoning: first and last day, and what it waits for.
#[derive(Clone, Debug)]
struct Bar {
    open: bool,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    long: usize,
    milestone: bool,
    after: Vec<Ref>,
}

fn works_on(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Everything of a book as bars, read from the records.
fn bars(book: &Book) -> BTreeMap<Ref, Bar> {
    let mut out: BTreeMap<Ref, Bar> = BTreeMap::new();
    for m in book.all(Kind::Milestone).filter_map(Milestone::of) {
        let day = m.done_on.or(m.expected).or(m.promised);
        let after =
            m.after.0.iter().map(|r| Ref::from(*r)).chain(m.after_tasks.0.iter().map(|r| Ref::from(*r)));
        let after = after.collect();
        let bar = Bar { open: m.done_on.is_none(), first: day, last: day, long: 1, milestone: true, after };
        out.insert(m.id.into(), bar);
    }
    for t in book.all(Kind::Task).filter_map(Task::of) {
        let mut long = usize::try_from((t.effort.unwrap_or(0) + 7) / 8).unwrap().max(1);
        let mut first = t.start;
        if let (None, Some(due)) = (first, t.due) {
            let mut worked = 0;
            first = due.iter_days().rev_days().find(|d| {
                worked += usize::from(works_on(*d));
                worked == long
            });
        }
        if let (Some(from), Some(due)) = (first, t.due) {
            long = from.iter_days().take_while(|d| *d <= due).filter(|d| works_on(*d)).count().max(1);
        }
        let open = !matches!(t.status, TaskStatus::Done | TaskStatus::Dropped);
        let after = t.after.0.iter().map(|r| Ref::from(*r)).collect();
        out.insert(t.id.into(), Bar { open, first, last: t.due, long, milestone: false, after });
        if let Some(m) = t.milestone.0.and_then(|m| out.get_mut(&m.into())) {
            m.after.push(t.id.into());
        }
    }
    out
}

trait RevDays {
    fn rev_days(self) -> impl Iterator<Item = NaiveDate>;
}

impl RevDays for chrono::naive::NaiveDateDaysIterator {
    fn rev_days(self) -> impl Iterator<Item = NaiveDate> {
        self.rev()
    }
}

/// Day by day, round and round, until nothing moves any more.
fn naive(book: &Book, target: Ref, to: NaiveDate) -> BTreeMap<Ref, Bar> {
    let before = bars(book);
    let mut now = before.clone();
    now.get_mut(&target).unwrap().last = Some(to);
    // What has no date ends when what it waits for does, as soon as that is pushed.
    loop {
        let mut next = now.clone();
        for (id, bar) in before.iter().filter(|(id, b)| b.open && **id != target) {
            let later = |p: &&Ref| {
                let (was, is) = (&before[*p], &now[*p]);
                was.open && is.last > was.last
            };
            if !bar.after.iter().any(|p| later(&p)) {
                continue;
            }
            let allowed = |day: NaiveDate| {
                bar.after.iter().filter(|p| before[p].open).all(|p| {
                    let Some(end) = now[p].last else { return true };
                    let on_the_day = before[p].last.is_some() && before[p].last == bar.first;
                    day > end || day == end && (bar.milestone || on_the_day)
                })
            };
            let new = next.get_mut(id).unwrap();
            let Some(first) = bar.first else {
                new.last = bar.after.iter().filter(|p| before[p].open).filter_map(|p| now[p].last).max();
                continue;
            };
            if allowed(first) {
                continue;
            }
            let first = first.iter_days().find(|d| allowed(*d) && works_on(*d)).unwrap();
            new.first = Some(first);
            new.last = match bar.last {
                Some(last) => first.iter_days().filter(|d| works_on(*d)).nth(bar.long - 1).max(Some(last)),
                None => Some(first),
            };
        }
        let same = next.iter().zip(&now).all(|(a, b)| (a.1.first, a.1.last) == (b.1.first, b.1.last));
        now = next;
        if same {
            return now;
        }
    }
}

/// `PROPTEST_CASES` has the last word.
fn cases(usual: u32) -> ProptestConfig {
    let told = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { told } else { ProptestConfig { cases: usual, ..told } }
}

proptest! {
    #![proptest_config(cases(300))]

    /// Against the naive reckoning, and law by law: nothing begins before what it waits for ends, what has time does not
    /// move, what moves lies on working days and takes as many as before.
    #[test]
    fn a_push_is_right(knots in knots(), target in 0usize..10, to in 0i64..90) {
        let (works, ids) = tied(&knots);
        let Some(target) = ids.get(target).copied() else { return Ok(()) };
        let book = &works.made.book;
        let before = bars(book);
        let mut record = book.get(target).unwrap().clone();
        target.kind.due_fields()[0].write(&mut record, Value::Date(at(to))).unwrap();
        let shifts = push(book, &record, &[]);
        if !before[&target].open {
            prop_assert_eq!(shifts.len(), 0);
            return Ok(());
        }
        let steps: Vec<&Shift> = shifts.iter().filter(|s| s.target.kind != Kind::Project).collect();
        let expected = naive(book, target, at(to));
        let mut after = before.clone();
        for shift in &steps {
            let bar = after.get_mut(&shift.target).unwrap();
            let says_start = Task::of(book.get(shift.target).unwrap()).is_none_or(|t| t.start.is_some());
            prop_assert!(says_start || shift.start.is_none());
            if let Some(end) = shift.end {
                prop_assert_eq!(end.from, bar.last);
                bar.last = Some(end.to);
            }
            if let Some(start) = shift.start {
                prop_assert_eq!(start.from, bar.first);
                bar.first = Some(start.to);
            }
        }
        for (id, bar) in before.iter().filter(|(_, b)| b.first.is_some() && b.last.is_some()) {
            let (want, got) = (&expected[id], &after[id]);
            prop_assert_eq!(want.last, got.last, "{} from {:?}", book.title(*id), bar);
            let says_start = Task::of(book.get(*id).unwrap()).is_some_and(|t| t.start.is_some());
            if says_start && *id != target {
                prop_assert_eq!(want.first, got.first);
            }
        }
        for shift in steps.iter().filter(|s| s.target != target) {
            let (bar, was) = (&after[&shift.target], &before[&shift.target]);
            let first = if bar.milestone { bar.last } else { expected[&shift.target].first };
            for waited in bar.after.iter().filter(|p| before[p].open) {
                prop_assert!(after[waited].last.is_none_or(|end| first >= Some(end)), "begins before what it waits for ends");
            }
            prop_assert!(first.is_some_and(works_on) && first > was.first, "nothing with time moves, and none back");
            let ends_later = shift.end.is_none_or(|e| works_on(e.to) && Some(e.to) > e.from);
            prop_assert!(ends_later);
        }
        for shift in shifts.iter().filter(|s| s.target.kind == Kind::Project) {
            let last = steps.iter().filter_map(|s| s.end).map(|e| e.to).max();
            prop_assert!(shift.end.is_some_and(|e| Some(e.to) >= last && works_on(e.to) && Some(e.to) > e.from));
        }
    }

    /// What is left where it is is not written, and what is behind it has its time back.
    #[test]
    fn leaving_moves_no_more_than_moving_all(knots in knots(), to in 0i64..90, left in proptest::collection::vec(0usize..10, 0..4)) {
        let (works, ids) = tied(&knots);
        let book = &works.made.book;
        let mut record = book.get(ids[0]).unwrap().clone();
        ids[0].kind.due_fields()[0].write(&mut record, Value::Date(at(to))).unwrap();
        let left: Vec<Ref> = left.iter().filter_map(|n| ids.get(*n)).copied().filter(|id| *id != ids[0]).collect();
        let all = push(book, &record, &[]);
        for shift in push(book, &record, &left) {
            let full = all.iter().find(|s| s.target == shift.target);
            prop_assert_eq!(shift.left, left.contains(&shift.target));
            let no_further = full.is_some_and(|f| f.end.map(|e| e.to) >= shift.end.map(|e| e.to));
            prop_assert!(no_further);
        }
    }
}

//! The sample book as each of a hundred and twenty days finds it, in numbers: as the days go by, each record comes to each
//! limit there is, and a rule that turns a day too early or too late shows in the line of that day. Then what each step pushes
//! when it moves by some days. `UPDATE=1 cargo test --test rolled` writes the lines anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod golden_support;

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use golden_support::Golden;
use std::collections::BTreeMap;
use std::fmt::{Debug, Write};
use syndeo::demo;
use syndeo::domain::derive::today::today;
use syndeo::domain::derive::{
    agreements, budget, cadence, hands, health, heat, load, month, plan, promise, push, terms, waiting,
};
use syndeo::domain::{Agreement, Book, Client, Contact, Department, Kind, Moment, Project, Record, Value};

const DAYS: u64 = 120;

fn begin() -> Moment {
    Moment::from_rfc3339("2026-11-23T10:00:00+02:00").unwrap()
}

fn later(days: u64) -> Moment {
    let on = begin().date() + Days::new(days);
    Moment::from_rfc3339(&format!("{on}T10:00:00+02:00")).unwrap()
}

/// How many there are of each, and what their numbers come to.
#[derive(Default)]
struct Tally(BTreeMap<String, (i64, i64)>);

impl Tally {
    fn add(&mut self, of: impl Debug, number: i64) {
        // The name of a variant without what it holds.
        let text = format!("{of:?}");
        let text = text.strip_prefix("Some(").unwrap_or(&text);
        let name = text.split(['(', ')', ' ', '{']).next().unwrap_or_default().to_owned();
        let (count, sum) = self.0.entry(name).or_default();
        (*count, *sum) = (*count + 1, *sum + number);
    }

    fn line(&self) -> String {
        let told = self.0.iter().map(|(name, (count, sum))| match sum {
            0 => format!("{name} {count}"),
            _ => format!("{name} {count}:{sum}"),
        });
        told.collect::<Vec<_>>().join(", ")
    }
}

fn of<'a, T: 'a>(
    book: &'a Book,
    kind: Kind,
    read: fn(&'a Record) -> Option<&'a T>,
) -> impl Iterator<Item = &'a T> {
    book.all(kind).filter_map(read)
}

fn days_to(day: NaiveDate, to: NaiveDate) -> i64 {
    (to - day).num_days()
}

/// A line for each day.
fn rolled(name: &str, golden: &mut Golden, line: impl Fn(&Book, Moment) -> String) {
    let book = Book::of(demo::book(begin()));
    let mut out = String::new();
    for nth in 0..DAYS {
        let now = later(nth);
        writeln!(out, "{}  {}", now.date(), line(&book, now)).unwrap();
    }
    golden.holds(name, &out);
}

#[test]
#[allow(clippy::too_many_lines, reason = "one story, day by day")]
fn each_day_finds_what_it_found() {
    let mut golden = Golden::new("rolled", "rolled");
    rolled("today", &mut golden, |book, now| {
        let (mut reasons, mut tones) = (Tally::default(), Tally::default());
        let rows = today(book, now);
        for row in &rows {
            reasons.add(row.reason, row.score);
            tones.add(row.tone, i64::try_from(row.also.len()).unwrap());
        }
        let first = rows.first().map(|row| book.name(row.target)).unwrap_or_default();
        format!("{}; {}; {first}", reasons.line(), tones.line())
    });
    rolled("health", &mut golden, |book, now| {
        let healths = health::healths(book, now);
        healths.iter().map(|(_, health)| health.score.to_string()).collect::<Vec<_>>().join(" ")
    });
    rolled("cadence", &mut golden, |book, now| {
        let mut tally = Tally::default();
        for found in cadence::cadences(book, now) {
            tally.add(found.state, found.days);
        }
        tally.line()
    });
    rolled("waiting", &mut golden, |book, now| {
        let mut tally = Tally::default();
        for wait in waiting::waiting(book, now.date()) {
            let sort = if wait.is_too_long(now.date()) { "long" } else { "fine" };
            tally.add(sort, wait.days * 100 + wait.over);
            tally.add(format!("e{}", wait.eighths()), 0);
        }
        tally.line()
    });
    rolled("agreements", &mut golden, |book, now| {
        let mut tally = Tally::default();
        for standing in agreements::standings(book, None, now.date()) {
            tally.add(standing.alert, standing.left.unwrap_or_default());
            tally.add(&standing.lapse, 0);
            tally.add(
                standing.next.map(|(next, _)| next),
                standing.next.map_or(0, |(_, on)| days_to(now.date(), on)),
            );
        }
        let run =
            of(book, Kind::Agreement, Agreement::of).map(|a| agreements::running(a, now.date()).into_owned());
        let ends = run.filter_map(|a| a.end).map(|end| days_to(now.date(), end)).sum::<i64>();
        let due =
            of(book, Kind::Agreement, Agreement::of).map(|a| agreements::open_obligations(book, a.id).len());
        format!("{}; ends {ends}; owed {}", tally.line(), due.sum::<usize>())
    });
    rolled("promises", &mut golden, |book, now| {
        let (mut tally, mut rates) = (Tally::default(), String::new());
        for client in of(book, Kind::Client, Client::of) {
            let found = promise::promises_around(book, client.id.into());
            for (_, promise) in &found {
                tally.add(promise.stood(now.date()), 0);
            }
            let rate = promise::Rate::of(&found, now.date(), 90);
            write!(rates, "{rate:?} ").unwrap();
        }
        let rates: String = rates.chars().filter(|c| c.is_ascii_digit() || *c == ' ').collect();
        format!("{}; {}", tally.line(), rates.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    rolled("load", &mut golden, |book, now| {
        let hours = |load: &load::Load| load.weeks.iter().map(|w| w.hours).sum::<i64>();
        let loads = load::load(book, now.date(), 6);
        let (all, after) =
            (loads.iter().map(hours).sum::<i64>(), loads.iter().map(|l| l.later.hours).sum::<i64>());
        let heats = heat::heat(book, now.date(), 4);
        let told = heats.iter().map(|heat| {
            heat.weeks
                .iter()
                .map(|spot| {
                    format!("{}{:?}", spot.eighths(), spot.tone()).chars().take(2).collect::<String>()
                })
                .collect::<String>()
        });
        let mut stands = Tally::default();
        for person in of(book, Kind::Contact, Contact::of) {
            stands.add(load::stand_in(book, person.id, now.date()), 0);
            if let Some(until) = load::away_until(book, person.id, now.date()) {
                stands.add("until", days_to(now.date(), until));
            }
        }
        let away: usize = of(book, Kind::Department, Department::of)
            .map(|d| load::away_in(book, d.id, now.date()).len())
            .sum();
        format!("{all} {after}; {}; {}; away {away}", told.collect::<Vec<_>>().join(" "), stands.line())
    });
    rolled("month", &mut golden, |book, now| {
        let mut tally = Tally::default();
        let to = now.date() + Days::new(13);
        for day in month::month(book, now, now.date() - Days::new(7), to) {
            for entry in &day.entries {
                tally.add(entry.sort, 0);
            }
            if day.is_late(now.date()) {
                tally.add("late", 0);
            }
            if !day.is_workday {
                tally.add("off", 0);
            }
        }
        let weeks =
            month::weeks(now.date(), Weekday::Mon).len() * 10 + month::weeks(now.date(), Weekday::Sun).len();
        let span = (now.date() - Days::new(30), now.date() + Days::new(60));
        let runs: usize =
            terms::terms(book, None, now.date(), span).iter().map(|t| format!("{t:?}").len()).sum();
        format!("{}; {weeks}; {runs}", tally.line())
    });
    rolled("plans", &mut golden, |book, now| {
        let told = of(book, Kind::Project, Project::of).map(|project| {
            let plan = plan::plan(book, project.id);
            let late = plan.steps.iter().filter(|step| step.is_late(now.date())).count();
            let over = budget::hours(project).map(|b| format!("{b:?}").len()).unwrap_or_default();
            format!("{late}/{}/{}/{over}", plan.chain.len(), plan.too_early().len())
        });
        told.collect::<Vec<_>>().join(" ")
    });
    rolled("held", &mut golden, |book, now| {
        let mut tally = Tally::default();
        for kind in [Kind::Request, Kind::Task] {
            for record in book.all(kind) {
                let days = waiting::held_days(book, record, now.date()).unwrap_or_default();
                tally.add(
                    kind,
                    days + hands::held_by(book, record, now.date()).iter().map(|(_, d)| d).sum::<i64>(),
                );
            }
        }
        tally.line()
    });
    rolled("derived", &mut golden, |book, now| {
        let mut tally = Tally::default();
        for record in book.everything() {
            for field in record.kind().derived() {
                let value = field.read(book, now, record);
                let loud = field.tone(&value, now.date());
                let number = match value {
                    Value::Empty => continue,
                    Value::Whole(number) => number,
                    Value::Date(on) => days_to(now.date(), on),
                    Value::Moment(at) => days_to(now.date(), at.date()),
                    _ => 0,
                };
                tally.add(format!("{}-{loud:?}", field.name), number);
            }
        }
        tally.line()
    });
    golden.done();
}

/// Every milestone and task that is open, moved by some days: how many others move, and by how many days together.
#[test]
fn each_step_pushes_what_it_pushed() {
    let mut golden = Golden::new("rolled-pushes", "rolled");
    let book = Book::of(demo::book(begin()));
    let mut out = String::new();
    for kind in [Kind::Milestone, Kind::Task] {
        for record in book.all(kind) {
            let Some(field) =
                kind.fields().iter().find(|f| f.name == if kind == Kind::Task { "due" } else { "expected" })
            else {
                panic!("no day of a {kind}")
            };
            let Some(due) = record.due() else { continue };
            let mut told = vec![];
            for by in [-3, 1, 5, 12] {
                let mut after = record.clone();
                field.write(&mut after, Value::Date(due + TimeDelta::days(by))).unwrap();
                let shifts = push::push(&book, &after, &[]);
                let moved =
                    |m: Option<push::Move>| m.map_or(0, |m| m.from.map_or(1, |from| days_to(from, m.to)));
                let days: i64 = shifts.iter().map(|s| moved(s.start) + moved(s.end)).sum();
                let misses = shifts.iter().filter(|s| s.misses()).count();
                let breaks = shifts.iter().filter(|s| s.breaks_promise()).count();
                let away = shifts.iter().filter(|s| push::away(&book, s).is_some()).count();
                let start = push::start_with(&book, record, &after).map_or(0, |m| moved(Some(m)));
                told.push(format!("{by}: {} {days} {misses} {breaks} {away} {start}", shifts.len()));
            }
            if told.iter().any(|line| !line.ends_with(": 0 0 0 0 0 0")) {
                writeln!(out, "{kind} {} {}  {}", record.title(), due.day(), told.join("  ")).unwrap();
            }
        }
    }
    golden.holds("all", &out);
    golden.done();
}

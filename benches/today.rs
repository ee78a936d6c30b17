//! How long Today takes over 100,000 records: after many years of work, and for more clients than any manager has.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "benchmarks")]

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use syndeo::demo;
use syndeo::domain::derive::health;
use syndeo::domain::derive::today::{Group, Today, today, today_for};
use syndeo::domain::{
    Book, ClientId, ContactId, IdGenerator, Interaction, Kind, KindId, Moment, Record, Ref, Task, TaskStatus,
    Touch, Value,
};
use uuid::Uuid;

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

/// The sample book over and over, each time with ids of its own: every copy points at itself.
fn copies(count: usize) -> Vec<Record> {
    let sample = demo::book(now());
    let mut out = Vec::with_capacity(count);
    for nth in 0u128.. {
        let moved = |id: Uuid| Uuid::from_u128(id.as_u128() ^ nth.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let link = |id: Ref| Ref::new(id.kind, moved(id.id));
        for record in &sample {
            if out.len() == count {
                return out;
            }
            let mut copy = Record::new(record.kind(), moved(record.id().id), record.head().created);
            for field in record.fields() {
                let value = match field.read(record) {
                    Value::One(id) => Value::One(link(id)),
                    Value::Many(ids) => Value::Many(ids.into_iter().map(link).collect()),
                    other => other,
                };
                copy.set(field.name, value).unwrap();
            }
            out.push(copy);
        }
    }
    out
}

/// A book as it would be after many years: mostly touches and work that is done, a few hundred things open.
fn years(count: usize) -> Vec<Record> {
    let mut records = copies(count / 10);
    let of = |kind: Kind| records.iter().map(Record::id).filter(|id| id.kind == kind).collect::<Vec<_>>();
    let (clients, people) = (of(Kind::Client), of(Kind::Contact));
    let mut id_generator = IdGenerator::new([9; 16]);
    for nth in 0..count - records.len() {
        let ago = i64::try_from(nth % 5_000).unwrap();
        let at = Moment { utc_ms: now().utc_ms - ago * 86_400_000 - 1, ..now() };
        if nth % 4 == 0 {
            let mut task = Task::new(id_generator.next(at), at);
            task.status = TaskStatus::Done;
            task.client = ClientId(clients[nth % clients.len()].id).into();
            task.done_on = Some(at.date());
            records.push(task.into());
        } else {
            let mut touch = Interaction::new(id_generator.next(at), at);
            (touch.at, touch.touch) = (at, Touch::Call);
            touch.people.0.push(ContactId::from_uuid(people[nth % people.len()].id));
            touch.clients.0.push(ClientId::from_uuid(clients[nth % clients.len()].id));
            records.push(touch.into());
        }
    }
    records
}

fn lists(c: &mut Criterion) {
    for (name, records) in [("years of work", years(100_000)), ("sixty sample books", copies(100_000))] {
        let book = Book::of(records);
        let mut group = c.benchmark_group(format!("today, {name}"));
        group.bench_function("whole", |b| b.iter(|| today(black_box(&book), now())));
        for rules in Group::ALL {
            group.bench_function(format!("{rules:?}"), |b| b.iter(|| today_for(&book, now(), &[*rules])));
        }
        let list = Today::of(&book, now());
        let touched: Vec<Ref> = book.all(Kind::Request).take(1).map(Record::id).collect();
        group.bench_function("after a request changed", |b| {
            b.iter(|| list.clone().changed(&book, now(), &touched).rows());
        });
        group.bench_function("health of every client", |b| b.iter(|| health::healths(&book, now())));
        group.finish();
    }
}

criterion_group!(benches, lists);
criterion_main!(benches);

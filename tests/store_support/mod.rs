//! What the tests of the store share: a small book and the ways to open one.
#![allow(dead_code, reason = "not every test uses all of it")]

pub mod harm;

use std::collections::BTreeMap;
use std::path::Path;
use syndeo::domain::{
    Change, Client, ClientId, IdGenerator, Labelled, Moment, Record, Ref, Request, RequestId, Task, TaskId,
};
use syndeo::store::{Disk, Loading, Opened, Options, StoreError};

/// The records of a book, by id.
pub type Records = BTreeMap<Ref, Record>;

/// The n-th minute of a day.
pub fn at(n: i64) -> Moment {
    Moment { utc_ms: 1_795_421_400_000 + n * 60_000, offset_min: 120 }
}

/// A client with a few fields.
pub fn client(id_generator: &mut IdGenerator, n: i64, name: &str) -> Record {
    let id: ClientId = id_generator.next(at(n));
    let mut client = Client::new(id, at(n));
    client.name = name.into();
    client.mails = vec![Labelled { label: "work".into(), value: "info@example.org".into() }];
    client.notes = format!("{name} was written down as number {n}. Ωμέγα.");
    client.into()
}

/// A task of a client.
pub fn task(id_generator: &mut IdGenerator, n: i64, title: &str, of: Ref) -> Record {
    let id: TaskId = id_generator.next(at(n));
    let mut task = Task::new(id, at(n));
    task.title = title.into();
    task.no = u32::try_from(n).unwrap();
    task.client = ClientId(of.id).into();
    task.into()
}

/// A request whose words are long.
pub fn long_request(id_generator: &mut IdGenerator, n: i64, bytes: usize) -> Record {
    let id: RequestId = id_generator.next(at(n));
    let mut request = Request::new(id, at(n));
    request.title = format!("a long wish, {bytes} bytes");
    request.detail = "wish ".repeat(bytes.div_ceil(5));
    request.into()
}

/// The record with another name.
pub fn renamed(record: &Record, name: &str) -> Record {
    let field = if record.kind() == syndeo::domain::Kind::Client { "name" } else { "title" };
    let mut record = record.clone();
    record.set(field, syndeo::domain::Value::Text(name.into())).unwrap();
    record
}

/// Options for tests: nothing is kept on the disk but the book.
pub fn options() -> Options {
    Options { ballast: false, segment_bytes: 16 * 1024, cache_bytes: 8 * 1024 * 1024, ..Options::default() }
}

#[allow(clippy::needless_pass_by_value, reason = "most are made on the spot")]
/// Opens the book in `dir` and gathers its records.
pub fn open_with(dir: &Path, options: Options, n: i64) -> Result<(Disk, Opened, Records), StoreError> {
    let claim = Disk::claim(dir, "a test")?;
    let mut records = Records::new();
    let (disk, opened) = Disk::open(claim, &options, at(n), &mut |loading| match loading {
        Loading::Batch(batch) => records.extend(batch.into_iter().map(|r| (r.id(), r))),
        Loading::StartOver => records.clear(),
    })?;
    Ok((disk, opened, records))
}

/// Opens the book in `dir` as tests do.
pub fn open(dir: &Path, n: i64) -> (Disk, Opened, Records) {
    open_with(dir, options(), n).unwrap()
}

/// Takes a change into the records.
pub fn apply(records: &mut Records, change: &Change) {
    for edit in &change.edits {
        match (&edit.after, edit.id()) {
            (Some(record), _) => drop(records.insert(record.id(), record.clone())),
            (None, Some(id)) => drop(records.remove(&id)),
            (None, None) => {}
        }
    }
}

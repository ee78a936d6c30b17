//! Writes a backup: aside, synced, read back, renamed.

use super::overlay::Overlay;
use super::read::{self, Candidate};
use super::{FOLDER, Manifest, bad, data_name};
use crate::domain::{Kind, Moment, Record, json};
use crate::store::chain::BookId;
use crate::store::db::{DatabaseError, Snapshot};
use crate::store::stored::decode_record;
use crate::store::{StoreError, files};
use crate::words::store::of_medium;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// What a backup is made of.
pub struct Source<'a> {
    /// The database.
    pub snapshot: &'a Snapshot,
    /// What was changed since.
    pub overlay: &'a Mutex<Overlay>,
    /// Asked time and again; an error ends it.
    pub go_on: &'a dyn Fn() -> Result<(), StoreError>,
}

/// Writes every record as it was when the snapshot was taken, and reads the bytes back.
///
/// # Errors
/// When it cannot be written, does not read back as it was written, or was not to go on. Then there is no new backup.
pub fn write(dir: &Path, at: Moment, source: &Source<'_>) -> Result<Candidate, StoreError> {
    let folder = dir.join(FOLDER);
    files::make_dir(&folder)?;
    let state = &source.snapshot.state;
    let book = state.book.ok_or_else(|| StoreError::Damaged(of_medium::database_of_no_book().into()))?;
    let stem = format!("{}-{}", files::stamp(at), state.applied());
    let name = data_name(at, state.applied());
    // The manifest has a name of its own while it is written.
    let aside = folder.join(format!("{stem}.jsonl.tmp"));
    let made = write_aside(&aside, at, book, source).and_then(|manifest| {
        let written = Candidate {
            backup: manifest.backup(name.clone(), 0),
            path: aside.clone(),
            manifest,
            unturned: false,
        };
        read::verify(&written, source.go_on)?;
        Ok(written.manifest)
    });
    let manifest = match made {
        Ok(manifest) => manifest,
        Err(e) => {
            let _ = fs::remove_file(&aside);
            return Err(e);
        }
    };
    // A manifest without records is known for what is left of a backup cut short; records without one would not be.
    let path = folder.join(&name);
    read::write_manifest(&path, manifest.clone())?;
    fs::rename(&aside, &path).map_err(StoreError::io("write a backup", &path))?;
    files::sync_dir(&folder);
    let bytes = fs::metadata(&path).map_or(0, |m| m.len());
    Ok(Candidate { backup: manifest.backup(name, bytes), path, manifest, unturned: false })
}

fn write_aside(path: &Path, at: Moment, book: BookId, source: &Source<'_>) -> Result<Manifest, StoreError> {
    let doing = || StoreError::io("write a backup", path);
    let file = files::private().write(true).create(true).truncate(true).open(path).map_err(doing())?;
    let state = &source.snapshot.state;
    let manifest = Manifest { last_number: state.last_number, ..Manifest::begun(at) }.of(book, &state.tip);
    let mut lines = Lines::new(file, manifest);
    let damaged = |e: DatabaseError| match e {
        DatabaseError::Io(e) => StoreError::io("read the live database", path)(e),
        other => StoreError::Damaged(of_medium::database_damaged(&other)),
    };
    for kind in Kind::ALL {
        let mut after = None;
        loop {
            (source.go_on)()?;
            let (records, more) = next(*kind, after, source).map_err(damaged)?;
            for bytes in &records.1 {
                lines.put_bytes(*kind, bytes).map_err(|e| match e {
                    Failed::Codec(e) => bad(of_medium::being_written(), e),
                    Failed::Io(e) => doing()(e),
                })?;
            }
            after = Some(records.0);
            if !more {
                break;
            }
        }
    }
    for (kind, tally) in Kind::ALL.iter().zip(&state.tallies) {
        let found = lines.manifest.records.get(kind.plural()).copied().unwrap_or(0);
        if found != tally.records {
            return Err(damaged(DatabaseError::Damaged(of_medium::records_found(
                found,
                tally.records,
                crate::words::kind(*kind),
            ))));
        }
    }
    lines.finish().map_err(doing())
}

/// The next records of a kind as they were at first, and up to where; whether there are more.
type Next = ((Uuid, Vec<Vec<u8>>), bool);

fn next(kind: Kind, after: Option<Uuid>, source: &Source<'_>) -> Result<Next, DatabaseError> {
    let (found, more) = source.snapshot.chunk(kind, after)?;
    let upto = found.last().filter(|_| more).map_or(Uuid::max(), |found| found.id);
    // Whoever panics while holding this has ended the program, or at least this backup.
    let mut overlay = source.overlay.lock().unwrap_or_else(PoisonError::into_inner);
    let mut noted = overlay.advance((kind.code(), upto));
    drop(overlay);
    let mut records = vec![];
    for found in found {
        let later = found.seq > source.snapshot.state.applied();
        match (noted.remove(&(kind.code(), found.id)), found.bytes) {
            (Some(before), _) => records.extend(before),
            (None, Some(bytes)) if !later => records.push(bytes),
            (None, _) => {
                return Err(DatabaseError::Damaged(of_medium::not_as_written(crate::words::kind(kind))));
            }
        }
    }
    records.extend(noted.into_values().flatten());
    Ok(((upto, records), more))
}

enum Failed {
    Codec(crate::store::codec::CodecError),
    Io(std::io::Error),
}

/// The lines as they go to the file.
pub struct Lines {
    out: GzEncoder<BufWriter<File>>,
    crc: crc32fast::Hasher,
    hash: blake3::Hasher,
    bytes: u64,
    manifest: Manifest,
}

impl Lines {
    /// Writes to `file`; what is counted goes into the manifest.
    pub fn new(file: File, manifest: Manifest) -> Self {
        Self {
            out: GzEncoder::new(BufWriter::new(file), Compression::fast()),
            crc: crc32fast::Hasher::new(),
            hash: blake3::Hasher::new(),
            bytes: 0,
            manifest,
        }
    }

    fn put_bytes(&mut self, kind: Kind, bytes: &[u8]) -> Result<(), Failed> {
        let record = decode_record(kind, bytes).map_err(Failed::Codec)?;
        self.put(&record).map_err(Failed::Io)
    }

    /// Writes a record.
    pub fn put(&mut self, record: &Record) -> std::io::Result<()> {
        let mut line = Vec::with_capacity(1024);
        json::write_line(record, &mut line);
        self.crc.update(&line);
        self.hash.update(&line);
        self.bytes += line.len() as u64;
        self.manifest.count(record.kind());
        self.out.write_all(&line)
    }

    /// Everything on the medium; the manifest that belongs to it.
    pub fn finish(self) -> std::io::Result<Manifest> {
        let file = self.out.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(Manifest {
            crc32: self.crc.finalize(),
            bytes: Some(self.bytes),
            blake3: Some(self.hash.finalize().to_hex().to_string()),
            ..self.manifest
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Client, IdGenerator, Record};
    use crate::store::chain::Hash;
    use crate::store::db::{Cause, Database};
    use crate::store::stored::{RawEdit, encode_record};
    use std::cell::Cell;

    fn at() -> Moment {
        Moment { utc_ms: 1_795_421_400_000, offset_min: 120 }
    }

    /// A database of some clients, with words that cannot be written much shorter.
    fn filled(dir: &Path) -> Database {
        let mut live = Database::create(&dir.join("sled"), BookId([7; 16]), 1024 * 1024).unwrap();
        let (mut ids, mut rng) = (IdGenerator::new([1; 16]), fastrand::Rng::with_seed(1));
        for seq in 1..40 {
            let mut client = Client::new(ids.next(at()), at());
            client.name = format!("client {seq}");
            client.notes = (0..4_000).map(|_| rng.alphanumeric()).collect();
            let record = Record::from(client);
            let bytes = encode_record(&record).unwrap();
            let edit = RawEdit { kind: Kind::Client, id: record.id().id, before: None, after: Some(&bytes) };
            let cause = Cause { seq, hash: Hash::UNKNOWN, clock: crate::domain::Clock::default(), number: 0 };
            live.apply(cause, &[edit]).unwrap();
        }
        live
    }

    /// A medium that keeps something else than it was given is found out before the backup bears its name; nothing of it
    /// stays. What is asked in between stands for the time that passes once the file is whole.
    #[test]
    fn what_the_medium_spoils_is_no_backup() {
        let dir = tempfile::tempdir().unwrap();
        let live = filled(dir.path());
        let (snapshot, overlay) = (live.snapshot(), Mutex::new(Overlay::default()));
        let folder = dir.path().join(FOLDER);
        let unfinished = || {
            let mut all = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
            all.find(|path| path.extension().is_some_and(|e| e == "tmp"))
        };
        let (nth, spoilt) = (Cell::new(0), Cell::new(false));
        let go_on = || {
            let whole = unfinished().filter(|path| fs::metadata(path).is_ok_and(|m| m.len() > 0));
            if let Some(path) = whole.filter(|_| !spoilt.get()) {
                let mut bytes = fs::read(&path).unwrap();
                let at = bytes.len() * nth.get() / 8;
                bytes[at] ^= 0x10;
                fs::write(&path, bytes).unwrap();
                spoilt.set(true);
            }
            Ok(())
        };
        let source = Source { snapshot: &snapshot, overlay: &overlay, go_on: &go_on };
        spoilt.set(true);
        let good = write(dir.path(), at(), &source).unwrap();
        assert_eq!(good.backup.records, 39);
        fs::remove_dir_all(&folder).unwrap();
        // Behind what is read together with the head of the file, up to its end.
        for at in 2..8 {
            nth.set(at);
            spoilt.set(false);
            *overlay.lock().unwrap() = Overlay::default();
            let made = write(dir.path(), at_day(at), &source);
            assert!(spoilt.get(), "nothing was asked when it was whole");
            assert!(made.is_err(), "byte {at}/8");
            assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
        }
        live.discard();
    }

    fn at_day(n: usize) -> Moment {
        Moment { utc_ms: at().utc_ms + i64::try_from(n).unwrap() * 86_400_000, ..at() }
    }
}

//! The live database: sled, fenced in. One tree for each kind, one for the state, every value sealed, the whole of
//! it counted and hashed, so that a reading scan can tell whether anything is missing.

mod apply;
mod guard;
mod load;
mod salvage;
mod snapshot;
mod state;
mod threads;

pub use apply::Cause;
pub use guard::{panics_are_caught, silence_caught_panics};
pub use salvage::{Salvaged, Survivors, salvage};
pub use snapshot::Snapshot;
pub use state::{State, Tally};

use super::chain::{BookId, Tip};
use super::codec::{self, CodecError, SCHEMA};
use super::files;
use super::stored::decode_record;
use crate::domain::{Kind, Record, Ref};
use crate::words::store::of_medium;
use guard::guarded;
use sled::{Db, Tree};
use state::{META, META_CODE, STATE};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The largest stored value. sled puts pages above 128 KB into files of their own that it never syncs; a leaf holds
/// up to 17 values.
const MOST: usize = 4096;
/// Bytes of a piece before the record's own: number of the change that wrote it, number of pieces.
const PIECE_HEAD: usize = 10;
/// How many of a record's bytes fit into one piece.
const PIECE: usize = MOST - codec::ENVELOPE - PIECE_HEAD;

/// Why the live database failed.
#[derive(Debug)]
pub enum DatabaseError {
    /// It is damaged; in words.
    Damaged(String),
    /// A later version wrote it.
    Newer(String),
    /// The medium refused: full, or not to be written.
    Io(io::Error),
}

impl fmt::Display for DatabaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(what) | Self::Newer(what) => f.write_str(what),
            Self::Io(e) => write!(f, "{e}"),
        }
    }
}

impl From<sled::Error> for DatabaseError {
    fn from(error: sled::Error) -> Self {
        match error {
            sled::Error::Io(e) if is_of_the_medium(&e) || is_locked(&e) => Self::Io(e),
            sled::Error::Corruption { .. } => Self::Damaged(of_medium::sled_damaged().into()),
            // It wraps some errors of the system in errors of its own.
            other => match guard::system_error(&other.to_string()).filter(is_of_the_medium) {
                Some(error) => Self::Io(error),
                None => Self::Damaged(other.to_string()),
            },
        }
    }
}

/// Whether the system refused, so that the same files may well be read another time: on a full or failing disk, without
/// permission, without threads or handles. What sled makes up itself, as for a file that ends too early, bears no
/// number of the system.
fn is_of_the_medium(error: &io::Error) -> bool {
    use io::ErrorKind as K;
    // A file that is missing, or a place in it that cannot be: that is what damage looks like.
    let damage = matches!(
        error.kind(),
        K::NotFound
            | K::InvalidInput
            | K::IsADirectory
            | K::NotADirectory
            | K::FileTooLarge
            | K::AlreadyExists
    );
    error.raw_os_error().is_some() && !damage
}

impl From<CodecError> for DatabaseError {
    fn from(error: CodecError) -> Self {
        match error {
            CodecError::Newer(_) => Self::Newer(of_medium::record_in_database().into()),
            other => Self::Damaged(other.to_string()),
        }
    }
}

/// sled gives this error no kind of its own.
fn is_locked(error: &io::Error) -> bool {
    error.to_string().contains("could not acquire lock")
}

fn place(kind: Kind) -> usize {
    usize::from(kind.code()) - 1
}

/// The open database.
pub struct Database {
    dir: PathBuf,
    db: Db,
    /// One for each kind, in the order of [`Kind::ALL`].
    kinds: Vec<Tree>,
    meta: Tree,
    state: State,
    /// Only tests set it.
    broken: bool,
}

impl Database {
    /// Whether there is a database in `dir`, whole or not.
    pub fn is_there(dir: &Path) -> bool {
        dir.join("db").is_file()
    }

    /// Makes a new one of this book in a folder that has none.
    pub fn create(dir: &Path, book: BookId, cache: u64) -> Result<Self, DatabaseError> {
        guarded(|| {
            let (db, kinds, meta) = open_trees(dir, cache)?;
            let state = State { book: Some(book), ..State::default() };
            let live = Self { dir: dir.to_owned(), db, kinds, meta, state, broken: false };
            live.meta.insert(STATE, live.state.encode()?)?;
            Ok(live)
        })
    }

    /// Opens the one in `dir` and reads its state. Its records are not looked at; see [`Database::load`].
    pub fn open(dir: &Path, cache: u64) -> Result<Self, DatabaseError> {
        remove_half_snapshots(dir).map_err(DatabaseError::Io)?;
        let mut tries = 0;
        loop {
            let opened = guarded(|| {
                let (db, kinds, meta) = open_trees(dir, cache)?;
                let bytes = meta.get(STATE)?;
                let bytes = bytes.ok_or_else(|| DatabaseError::Damaged(of_medium::state_missing().into()))?;
                let state = State::decode(&bytes)?;
                Ok(Self { dir: dir.to_owned(), db, kinds, meta, state, broken: false })
            });
            match opened {
                // sled's lock may outlast the handle that held it for a moment.
                Err(DatabaseError::Io(e)) if is_locked(&e) && tries < 20 => {
                    tries += 1;
                    std::thread::sleep(std::time::Duration::from_millis(50));
                }
                other => return other,
            }
        }
    }

    /// Where it lies.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What it says of itself.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Says which book it is of and what it ends with, without a change of its records: a book of format 1 becomes one of
    /// today, a database built from a backup takes over what that ends with.
    pub fn sign(&mut self, book: BookId, tip: Tip) -> Result<(), DatabaseError> {
        let state = State { book: Some(book), tip, ..self.state.clone() };
        guarded(|| {
            self.meta.insert(STATE, state.encode()?)?;
            Ok(())
        })?;
        self.state = state;
        Ok(())
    }

    fn tree(&self, kind: Kind) -> &Tree {
        &self.kinds[place(kind)]
    }

    /// Reads one record.
    pub fn get(&self, id: Ref) -> Result<Option<Record>, DatabaseError> {
        guarded(|| match self.bytes_of(id)? {
            Some((_, bytes)) => Ok(Some(decode_record(id.kind, &bytes)?)),
            None => Ok(None),
        })
    }

    /// The bytes of one record and the change that wrote them.
    fn bytes_of(&self, id: Ref) -> Result<Option<(u64, Vec<u8>)>, DatabaseError> {
        let tree = self.tree(id.kind);
        let Some(first) = tree.get(key(id.id, 0))? else { return Ok(None) };
        let piece = Piece::open(id.kind, &key(id.id, 0), &first)?;
        let mut bytes = piece.bytes.to_vec();
        for n in 1..piece.count {
            let key = key(id.id, n);
            let next =
                tree.get(key)?.ok_or_else(|| DatabaseError::Damaged(of_medium::piece_missing().into()))?;
            bytes.extend_from_slice(Piece::open(id.kind, &key, &next)?.bytes);
        }
        Ok(Some((piece.seq, bytes)))
    }

    /// The change that wrote a record last; 0 when it is not there.
    pub fn seq_of(&self, id: Ref) -> Result<u64, DatabaseError> {
        guarded(|| {
            let key = key(id.id, 0);
            let first = self.tree(id.kind).get(key)?;
            first.map_or(Ok(0), |bytes| Ok(Piece::open(id.kind, &key, &bytes)?.seq))
        })
    }

    /// Everything on the medium. sled's own flush does not wait for the medium on Linux, so its file is synced through
    /// a handle of our own.
    pub fn flush(&self) -> Result<(), DatabaseError> {
        guarded(|| {
            self.db.flush()?;
            sync_file(&self.dir).map_err(DatabaseError::Io)
        })
    }

    /// Makes the next change fail.
    pub fn break_for_tests(&mut self) {
        self.broken = true;
    }

    /// Lets go of it, though it may be broken.
    pub fn discard(self) {
        let _ = guarded(|| {
            drop(self);
            Ok(())
        });
    }
}

/// Waits until sled's file is on the medium.
fn sync_file(dir: &Path) -> io::Result<()> {
    files::private().read(true).write(true).open(dir.join("db"))?.sync_data()
}

/// Half-written snapshots make sled refuse to open; snapshots only make opening quicker.
fn remove_half_snapshots(dir: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("snap.") && name.ends_with(".generating") {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn open_trees(dir: &Path, cache: u64) -> Result<(Db, Vec<Tree>, Tree), DatabaseError> {
    let config = sled::Config::new().path(dir).cache_capacity(cache).flush_every_ms(Some(500));
    let db = threads::open(config)?;
    let known = |name: &sled::IVec| {
        let own = |k: &&Kind| k.plural().as_bytes() == name.as_ref();
        name.as_ref() == META.as_bytes() || name.starts_with(b"__sled__") || Kind::ALL.iter().any(|k| own(&k))
    };
    if let Some(name) = db.tree_names().iter().find(|name| !known(name)) {
        let name = String::from_utf8_lossy(name).into_owned();
        return Err(DatabaseError::Newer(of_medium::tree_of_database(&name)));
    }
    let kinds = Kind::ALL.iter().map(|k| db.open_tree(k.plural())).collect::<Result<_, _>>()?;
    let meta = db.open_tree(META)?;
    Ok((db, kinds, meta))
}

/// Id and number of the piece, so that the pieces of a record lie together and in order.
fn key(id: Uuid, piece: u16) -> [u8; 18] {
    let mut key = [0; 18];
    key[..16].copy_from_slice(id.as_bytes());
    key[16..].copy_from_slice(&piece.to_be_bytes());
    key
}

/// One stored value: a piece of a record.
struct Piece<'a> {
    /// The change that wrote it.
    seq: u64,
    /// How many pieces the record has.
    count: u16,
    bytes: &'a [u8],
}

impl<'a> Piece<'a> {
    fn open(kind: Kind, key: &[u8], value: &'a [u8]) -> Result<Self, CodecError> {
        let (_, payload) = codec::unseal(kind.code(), key, SCHEMA, value)?;
        let (seq, rest) = payload.split_first_chunk::<8>().ok_or(CodecError::Shape)?;
        let (count, bytes) = rest.split_first_chunk::<2>().ok_or(CodecError::Shape)?;
        Ok(Self { seq: u64::from_le_bytes(*seq), count: u16::from_le_bytes(*count), bytes })
    }

    fn seal(&self, kind: Kind, key: &[u8]) -> Vec<u8> {
        let mut payload = Vec::with_capacity(PIECE_HEAD + self.bytes.len());
        payload.extend_from_slice(&self.seq.to_le_bytes());
        payload.extend_from_slice(&self.count.to_le_bytes());
        payload.extend_from_slice(self.bytes);
        codec::seal(kind.code(), key, SCHEMA, &payload)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Only what the system itself refuses may be read another time: an error that sled makes up, and a file that is not
    /// there or not one, are damage, whichever way sled hands them on.
    #[test]
    fn what_the_system_refuses_is_told_from_damage() {
        let told =
            |error: io::Error| matches!(DatabaseError::from(sled::Error::Io(error)), DatabaseError::Io(_));
        // EIO, EMFILE, EACCES, EROFS, ENOSPC; then ENOENT, ENOTDIR, EISDIR, EINVAL.
        for (number, is_of_the_medium) in [
            (5, true),
            (24, true),
            (13, true),
            (30, true),
            (28, true),
            (2, false),
            (20, false),
            (21, false),
            (22, false),
        ] {
            assert_eq!(told(io::Error::from_raw_os_error(number)), is_of_the_medium, "{number}");
        }
        for kind in [io::ErrorKind::UnexpectedEof, io::ErrorKind::InvalidData, io::ErrorKind::Other] {
            assert!(!told(io::Error::new(kind, "made up")), "{kind:?}");
        }
        assert!(told(io::Error::other("could not acquire lock on \"db\"")));
    }
}

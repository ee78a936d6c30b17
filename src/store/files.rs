//! Files and folders the way a book wants them: private to their owner, and on the medium when a call returns.

use super::StoreError;
use crate::domain::Moment;
use crate::words::store::of_medium;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Makes a folder, private to its owner, when there is none.
pub fn make_dir(dir: &Path) -> Result<(), StoreError> {
    if dir.is_dir() {
        return Ok(());
    }
    create_dir(dir).map_err(StoreError::io("make a folder", dir))?;
    if let Some(parent) = dir.parent() {
        sync_dir(parent);
    }
    Ok(())
}

fn create_dir(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

/// Options for a file of the book that only its owner may read. Links are not followed: in a folder that others may
/// write to, one could lead anywhere.
pub fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600).custom_flags(no_follow());
    }
    options
}

/// Do not follow a link, and do not wait for the other end of a pipe.
#[cfg(unix)]
fn no_follow() -> i32 {
    use rustix::fs::OFlags;
    i32::try_from((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits()).unwrap_or(0)
}

/// Opens a file of the book for reading; only a plain file is one.
pub fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, no_follow());
    let file = options.open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, of_medium::no_plain_file()));
    }
    Ok(file)
}

/// The most that is read of a small file.
const SMALL: u64 = 1024 * 1024;

/// Reads a small file of the book whole.
pub fn read_small(path: &Path) -> io::Result<Vec<u8>> {
    use io::Read as _;
    let mut bytes = vec![];
    open(path)?.take(SMALL).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What in the folder of a book is neither a file nor a folder of its own: a link, a pipe, a device. Nothing of that kind
/// is ever written by this program, and nothing in it is to be followed.
pub fn stranger(dir: &Path) -> io::Result<Option<PathBuf>> {
    const PARTS: [&str; 4] = ["", "sled", "journal", "backups"];
    for part in PARTS {
        let entries = match fs::read_dir(dir.join(part)) {
            Ok(entries) => entries,
            Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => continue,
            Err(e) => return Err(e),
        };
        for entry in entries {
            let entry = entry?;
            let kind = entry.file_type()?;
            if !kind.is_file() && !kind.is_dir() {
                return Ok(Some(entry.path()));
            }
        }
    }
    Ok(None)
}

/// A folder or file that is known again by what it is, not by its name.
#[derive(Debug)]
pub struct Held(File);

impl Held {
    /// Takes hold of what is at `path` now.
    pub fn of(path: &Path) -> io::Result<Self> {
        File::open(path).map(Self)
    }

    /// Whether it is still what lies at `path`.
    pub fn is_at(&self, path: &Path) -> bool {
        is_at(&self.0, path)
    }
}

/// Whether an open file or folder is still the one at `path`: the same device and number, and not removed.
#[cfg(unix)]
pub fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let (Ok(own), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else { return false };
    own.nlink() > 0 && (own.dev(), own.ino()) == (there.dev(), there.ino())
}

/// Whether an open file or folder is still the one at `path`. Here an open file can be neither removed nor replaced.
#[cfg(not(unix))]
pub fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Puts the names in a folder on the medium. Some systems cannot; then there is nothing to be done about it.
pub fn sync_dir(dir: &Path) {
    if let Ok(dir) = File::open(dir) {
        let _ = dir.sync_all();
    }
}

/// Writes a small file whole: aside, synced, renamed.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    use io::Write as _;
    let aside = path.with_extension("tmp");
    let write = || {
        let mut file = private().write(true).create(true).truncate(true).open(&aside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&aside, path)
    };
    write().map_err(StoreError::io("write a file", path))?;
    if let Some(dir) = path.parent() {
        sync_dir(dir);
    }
    Ok(())
}

/// A file cut out of another, for evidence: `len` bytes from `from` on.
pub fn copy_part(path: &Path, from: u64, to: &Path) -> io::Result<()> {
    use io::{Seek as _, SeekFrom};
    let mut source = open(path)?;
    source.seek(SeekFrom::Start(from))?;
    let mut target = private().write(true).create(true).truncate(true).open(to)?;
    io::copy(&mut source, &mut target)?;
    target.sync_all()
}

/// Copies a folder and what is in it. The copies can be written to by their owner, whatever the originals allow, and by
/// nobody else; holes stay holes as far as the system does that by itself.
pub fn copy_dir(from: &Path, to: &Path) -> io::Result<()> {
    create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_dir(&entry.path(), &target)?;
        } else {
            let mut source = open(&entry.path())?;
            let mut copy = private().write(true).create_new(true).open(target)?;
            io::copy(&mut source, &mut copy)?;
        }
    }
    Ok(())
}

/// Puts a folder and what is in it on the medium.
pub fn sync_tree(dir: &Path) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() { sync_tree(&path)? } else { File::open(path)?.sync_all()? }
    }
    sync_dir(dir);
    Ok(())
}

/// A name beside `path` that nothing bears yet: `path.<word>-<time>`.
pub fn aside(path: &Path, word: &str, now: Moment) -> PathBuf {
    unused(with_end(path, &format!(".{word}-{}", stamp(now))))
}

/// A path that nothing bears yet: this one, or else this one with a number.
pub fn unused(path: PathBuf) -> PathBuf {
    let numbered = (2..10_000).map(|n| with_end(&path, &format!("-{n}")));
    let found = std::iter::once(path.clone()).chain(numbered).find(|p| fs::symlink_metadata(p).is_err());
    found.unwrap_or(path)
}

/// A path whose name ends in something more; it need not be text.
pub fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(end);
    path.into()
}

/// A moment in the name of a file: `20261123T233000Z`.
pub fn stamp(at: Moment) -> String {
    Moment { offset_min: 0, ..at }.local().format("%Y%m%dT%H%M%SZ").to_string()
}

/// The names of the files in a folder, sorted; none when there is no such folder.
pub fn names(dir: &Path) -> Result<Vec<String>, StoreError> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        Err(e) => return Err(StoreError::io("list a folder", dir)(e)),
    };
    let mut names = vec![];
    for entry in entries {
        let entry = entry.map_err(StoreError::io("list a folder", dir))?;
        if let Ok(name) = entry.file_name().into_string() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The last part of a path, for people.
pub fn name_of(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

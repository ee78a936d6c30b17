//! A book on disk: the journal acknowledges, sled holds the present, backups stand behind both.

use super::claim::Claim;
use super::held::{self, Held};
use super::history;
use super::journal::{self, Frame, Writer};
use super::line::Line;
use super::live::{Live, LiveError};
use super::opening;
use super::options::Options;
use super::stored::{self, decode_change, into_change};
use super::{Backup, Entry, Loading, Opened, Saved, Store, StoreError, backup, ballast, evidence};
use crate::domain::{Change, Edit, Moment, Record, Ref, Role};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What holds the present.
pub(super) enum Engine {
    /// sled, as it should be.
    Live(Box<Live>),
    /// sled failed while the book was open. The journal goes on alone; here is what was written since.
    Broken { since: HashMap<Ref, Option<Record>>, why: String },
}

/// A book on disk.
pub struct Disk {
    pub(super) dir: PathBuf,
    pub(super) engine: Engine,
    pub(super) writer: Writer,
    pub(super) line: Line,
    pub(super) last_number: u32,
    pub(super) read_only: Option<String>,
    /// Numbers of changes that are missing for good, in words.
    pub(super) lost: Option<String>,
    /// Keeps the lock.
    pub(super) _claim: Claim,
    /// Where the database lies when the book's own folder is not to be changed; it goes with the book.
    pub(super) _temporary: Option<TempDir>,
}

impl Disk {
    /// Takes the book in `dir` for this process; see [`Claim::take`].
    ///
    /// # Errors
    /// As there.
    pub fn claim(dir: &Path, who: &str) -> Result<Claim, StoreError> {
        Claim::take(dir, who)
    }

    /// Opens a claimed book and hands its records over while they are read.
    ///
    /// # Errors
    /// When a later version wrote it, the medium refuses, or so much is damaged that nothing whole is left. Nothing was
    /// changed then.
    pub fn open(
        claim: Claim,
        options: &Options,
        now: Moment,
        sink: &mut dyn FnMut(Loading),
    ) -> Result<(Self, Opened), StoreError> {
        opening::open(claim, options, now, sink)
    }

    /// Lets the live database fail at the next change, as on a medium that breaks while the book is open.
    #[doc(hidden)]
    pub fn break_database_for_tests(&mut self) {
        if let Engine::Live(live) = &mut self.engine {
            live.break_for_tests();
        }
    }

    /// The numbers of the changes that no witness has any more, "12 to 15, 20", as far as they make the book lack
    /// something. They were accepted as lost, or the book can only be read.
    pub fn lost(&self) -> Option<&str> {
        self.lost.as_deref()
    }

    /// The folder of the book.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The change that turns the book into what it was when the backup was taken. Saving it can be undone.
    ///
    /// # Errors
    /// When the backup or the book cannot be read.
    pub fn restore_plan(&mut self, name: &str, now: Moment) -> Result<Change, StoreError> {
        let then: BTreeMap<Ref, Record> =
            backup::read_backup(&self.dir, name)?.into_iter().map(|r| (r.id(), r)).collect();
        let taken =
            backup::backups(&self.dir).into_iter().find(|b| b.name == name).map(|b| b.at.to_rfc3339());
        let mut plan = Change::new(format!("restore the backup of {}", taken.unwrap_or_default()), now);
        let mut then = then;
        self.each_record(|record| {
            let before = then.remove(&record.id());
            if before.as_ref() != Some(&record) {
                plan.edits.push(Edit { before: Some(record), after: before });
            }
        })?;
        plan.edits.extend(then.into_values().map(|r| Edit { before: None, after: Some(r) }));
        Ok(plan)
    }

    fn each_record(&mut self, mut take: impl FnMut(Record)) -> Result<(), StoreError> {
        let Engine::Live(live) = &self.engine else { return Err(self.not_live()) };
        let mut loader = live.load();
        while let Some(batch) = loader.next_batch().map_err(|e| live_error(e, live))? {
            batch.into_iter().for_each(&mut take);
        }
        Ok(())
    }

    fn not_live(&self) -> StoreError {
        let why = match &self.engine {
            Engine::Broken { why, .. } => why.as_str(),
            Engine::Live(_) => "",
        };
        StoreError::Damaged(format!(
            "the live database failed ({why}). Every change is in the journal; start the program again to have the \
             database built anew"
        ))
    }

    fn held(&self, id: Ref) -> Held {
        match &self.engine {
            Engine::Live(live) => match live.get(id) {
                Ok(record) => record.map_or(Held::Nothing, |r| Held::Record(Box::new(r))),
                // The journal can still take the change; sled is given up when it is told to take it.
                Err(_) => Held::Unknown,
            },
            Engine::Broken { since, .. } => match since.get(&id) {
                Some(Some(record)) => Held::Record(Box::new(record.clone())),
                Some(None) => Held::Nothing,
                None => Held::Unknown,
            },
        }
    }

    /// Appends to the journal; on a full disk the ballast is given back and it is tried once more.
    fn append(&mut self, payload: &[u8], warning: &mut Option<String>) -> Result<u64, StoreError> {
        match self.writer.append(payload) {
            Err(e) if is_full(&e) && ballast::give_back(&self.dir) => {
                let seq = self.writer.append(payload)?;
                *warning = Some(
                    "The disk is full. The reserve that Syndeo keeps was used to save this change: make room soon".into(),
                );
                Ok(seq)
            }
            other => other,
        }
    }

    /// Brings an acknowledged change into sled; when that fails, the journal goes on alone.
    fn apply(&mut self, seq: u64, payload: &[u8], change: &Change) -> Option<String> {
        let number = change.edits.iter().filter_map(|e| e.after.as_ref()?.number()).max().unwrap_or(0);
        self.last_number = self.last_number.max(number);
        let failed = match &mut self.engine {
            Engine::Live(live) => {
                let raw = decode_change(payload).map_err(LiveError::from);
                raw.and_then(|raw| live.apply(seq, &raw.edits, number)).err()
            }
            Engine::Broken { since, .. } => {
                since.extend(after_images(change));
                return None;
            }
        }?;
        let why = failed.to_string();
        let since = after_images(change).collect();
        let broken = Engine::Broken { since, why: why.clone() };
        if let Engine::Live(live) = std::mem::replace(&mut self.engine, broken) {
            live.discard();
        }
        Some(format!(
            "The live database failed ({why}). This change and all before it are safe in the journal; the database is \
             built anew when the program is started again"
        ))
    }

    fn change(&self, seq: u64) -> Result<Change, StoreError> {
        change_in(&journal::frame(&journal_dir(&self.dir), seq)?)
    }

    /// Shortens the journal: files go whose changes are in two verified backups; the newest two always stay.
    fn prune(&mut self) -> Result<(), StoreError> {
        let kept = backup::thin_out(&self.dir);
        let [_, second, ..] = kept.as_slice() else { return Ok(()) };
        let folder = journal_dir(&self.dir);
        let all = journal::segments(&folder)?;
        let gone: Vec<_> = all
            .windows(3)
            .filter(|three| three[1].first <= second.seq + 1)
            .map(|three| (three[0].path.clone(), three[1].first - 1))
            .collect();
        if gone.is_empty() || backup::each_record(&self.dir, &second.name, |_| Ok(())).is_err() {
            return Ok(());
        }
        for (path, last) in gone {
            std::fs::remove_file(&path).map_err(StoreError::io("shorten the journal", &path))?;
            self.line.forget(last);
        }
        Ok(())
    }
}

impl Drop for Disk {
    /// sled writes when it is let go, and may panic when it cannot; while another panic unwinds, that would end the
    /// process.
    fn drop(&mut self) {
        let gone = Engine::Broken { since: HashMap::new(), why: "it was closed".into() };
        if let Engine::Live(live) = std::mem::replace(&mut self.engine, gone) {
            live.discard();
        }
    }
}

pub(super) fn journal_dir(dir: &Path) -> PathBuf {
    dir.join("journal")
}

/// The domain's change in a frame.
pub(super) fn change_in(frame: &Frame) -> Result<Change, StoreError> {
    let raw = journal::change_of(frame)?;
    into_change(&raw).map_err(|e| journal::not_understood(frame.seq, e))
}

fn after_images(change: &Change) -> impl Iterator<Item = (Ref, Option<Record>)> + '_ {
    change.edits.iter().filter_map(|e| Some((e.id()?, e.after.clone())))
}

fn is_full(error: &StoreError) -> bool {
    use std::io::ErrorKind::{QuotaExceeded, StorageFull};
    matches!(error, StoreError::Io { source, .. } if matches!(source.kind(), StorageFull | QuotaExceeded))
}

/// An error of the live database, for the caller of the store.
pub(super) fn live_error(error: LiveError, live: &Live) -> StoreError {
    match error {
        LiveError::Damaged(what) => StoreError::Damaged(format!(
            "the live database is damaged: {what}. Start the program again to have it built anew from the journal"
        )),
        LiveError::Newer(what) => StoreError::TooNew { what },
        LiveError::Io(source) => {
            StoreError::Io { doing: "write the live database", path: live.dir().to_owned(), source }
        }
    }
}

impl Store for Disk {
    fn save(&mut self, change: &Change) -> Result<Saved, StoreError> {
        if let Some(why) = &self.read_only {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        held::check(change, |id| self.held(id))?;
        let payload = stored::encode_change(change)
            .map_err(|e| StoreError::Damaged(format!("the change cannot be written: {e}")))?;
        let mut warning = None;
        let seq = self.append(&payload, &mut warning)?;
        let failed = self.apply(seq, &payload, change);
        self.line.note(seq, change.role, &change.words, change.at);
        let warning = match (warning, failed) {
            (Some(a), Some(b)) => Some(format!("{a}. {b}")),
            (a, b) => a.or(b),
        };
        Ok(Saved { seq, undo: self.line.undo().cloned(), redo: self.line.redo().cloned(), warning })
    }

    fn undo(&mut self, now: Moment) -> Result<Option<(Change, Saved)>, StoreError> {
        let Some(seq) = self.line.undo().map(|d| d.seq) else { return Ok(None) };
        let change = self.change(seq)?.inverse(now, Role::Undo(seq));
        let saved = self.save(&change)?;
        Ok(Some((change, saved)))
    }

    fn redo(&mut self, now: Moment) -> Result<Option<(Change, Saved)>, StoreError> {
        let Some(seq) = self.line.redo().map(|d| d.seq) else { return Ok(None) };
        let change = Change { at: now, role: Role::Redo(seq), ..self.change(seq)? };
        let saved = self.save(&change)?;
        Ok(Some((change, saved)))
    }

    fn history(&mut self, of: Option<Ref>, most: usize) -> Result<Vec<Entry>, StoreError> {
        history::read(&journal_dir(&self.dir), of, most)
    }

    fn backup(&mut self, now: Moment) -> Result<Backup, StoreError> {
        if let Some(why) = &self.read_only {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        let Engine::Live(live) = &self.engine else { return Err(self.not_live()) };
        let mut loader = live.load();
        let batches = || loader.next_batch().map_err(|e| live_error(e, live));
        let made = backup::write(&self.dir, now, live.state().applied, self.last_number, batches)?;
        live.flush().map_err(|e| live_error(e, live))?;
        self.prune()?;
        evidence::thin_out(&self.dir);
        Ok(made)
    }

    fn backup_if_due(&mut self, now: Moment) -> Result<Option<Backup>, StoreError> {
        let seq = self.writer.next() - 1;
        let due = self.read_only.is_none()
            && matches!(self.engine, Engine::Live(_))
            && seq > 0
            && !backup::backups(&self.dir).iter().any(|b| b.at.date() == now.date() || b.seq == seq);
        if due { self.backup(now).map(Some) } else { Ok(None) }
    }

    fn close(&mut self) -> Result<(), StoreError> {
        self.writer.close();
        match &self.engine {
            Engine::Live(live) if self.read_only.is_none() => live.flush().map_err(|e| live_error(e, live)),
            _ => Ok(()),
        }
    }
}

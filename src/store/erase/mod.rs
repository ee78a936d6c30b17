//! Erases somebody from a book: from the records, the history, the database, the backups and every other file in its folder.
//!
//! All of it is written anew into `erasing.new`, proved, and put on the medium; renaming that to `erasing` is the moment at
//! which it counts. From there on the old files go, `erasing` is renamed to `erased`, and what is in it moves up. Cut short
//! before that moment, the book is as it was; after it, the next opening goes on ([`settle()`]), and needs to know nothing of
//! whom it is about.
//!
//! The book gets a new id: a backup or a part of the journal of before is known for another book's wherever it turns up.
//! `ERASED` keeps a keyed hash of the ids and addresses, so that what comes from elsewhere can be told to hold somebody who
//! was erased.

mod build;
mod forgotten;
mod others;
mod prove;
mod settle;
mod trace;

pub use forgotten::Forgotten;
pub use others::{Fate, set_aside};
pub use prove::{Left, Proof, holds, prove};
pub use settle::settle;
pub use trace::{Place, Traces};

use super::disk::{Disk, Engine};
use super::journal::Step;
use super::{Store as _, StoreError, files};
use crate::domain::Moment;
use crate::domain::person::Erasing;
use crate::words::store::of_erasing;
use settle::{NEW, READY};
use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

impl Disk {
    /// Erases somebody. `fate` says what becomes of a file of which the store knows nothing: a draft, a file in the inbox. The
    /// book is closed when this returns well, and is to be opened anew.
    ///
    /// # Errors
    /// When the book can only be read, the medium refuses, or something of them would be left. Where `erasing` was not reached
    /// nothing was changed; else the next opening goes on.
    pub fn erase(
        &mut self,
        erasing: &Erasing,
        fate: &mut dyn FnMut(&Path) -> Result<Fate, StoreError>,
        now: Moment,
    ) -> Result<(), StoreError> {
        if let Some(why) = &self.read_only {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        if let Some(job) = self.job.take() {
            let made = job.give_up();
            self.taken(made);
        }
        let dir = self.dir.clone();
        let new = dir.join(NEW);
        settle::remove(&new)?;
        files::make_dir(&new)?;
        let made = build::build(self, &new, erasing, fate, now).and_then(|()| {
            files::sync_tree(&new).map_err(StoreError::io("write the book anew", &new))?;
            let proof = prove(&new, erasing, &mut |_| Ok(false))?;
            proof.left.first().map_or(Ok(()), |left| Err(build::still_holds(left)))
        });
        if let Err(error) = made {
            // What stays of it is removed at the next opening.
            let _ = settle::remove(&new);
            return Err(error);
        }
        self.close()?;
        // sled writes when it is let go: before its files are gone.
        let gone = Engine::Broken { since: HashMap::new(), why: of_erasing::written_anew().into() };
        std::mem::replace(&mut self.engine, gone).discard();
        self.read_only = Some(of_erasing::open_again().into());
        let ask = || self.writer.ask(Step::Erase);
        ask().map_err(StoreError::io("write the book anew", &new))?;
        let ready = dir.join(READY);
        fs::rename(&new, &ready).map_err(StoreError::io("write the book anew", &ready))?;
        files::sync_dir(&dir);
        settle::finish(&dir, &ask)
    }

    /// Asks a test whether to go on.
    fn step(&self, path: &Path) -> Result<(), StoreError> {
        let asked: io::Result<()> = self.writer.ask(Step::Erase);
        asked.map_err(StoreError::io("write the book anew", path))
    }
}

//! The thread that has the book: opens it, reads it, and carries out what is asked, in order.

use super::beside::beside;
use super::queue::{Next, Pending, Queue};
use super::{Wake, clock, drafts, files, importing, inbox, listing, log, promised, reports};
use crate::app::{Draft, Effect, Msg};
use crate::domain::Moment;
use crate::domain::report::Format;
use crate::store::{Backup, Done, Loading, Opened, Saved, Store, StoreError};
use crate::words;
use crate::words::outside::of_terminal;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};

/// Opens the book; records go to the sink as they are read.
pub type Open =
    Box<dyn FnOnce(&mut dyn FnMut(Loading)) -> Result<(Box<dyn Store>, Opened), StoreError> + Send>;

/// What the worker was told to do, and how to wait for its end.
pub struct Worker {
    /// Where effects go.
    pub effects: Queue,
    thread: JoinHandle<()>,
    /// Nobody waits for answers any more: only what writes is still done.
    leaving: Arc<AtomicBool>,
}

impl Worker {
    /// Starts the thread. `dir` holds files beside the book: drafts, changes that could not be saved.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn start(open: Open, dir: PathBuf, wake: Sender<Wake>) -> io::Result<Self> {
        let effects = Queue::default();
        let todo = effects.clone();
        let leaving = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&leaving);
        let thread = thread::Builder::new().name("book".into()).spawn(move || {
            let told = wake.clone();
            let work = std::panic::AssertUnwindSafe(move || work(open, &dir, &todo, &told, &seen));
            if std::panic::catch_unwind(work).is_err() {
                log::note("the thread that keeps the book has ended by a panic");
                let _ = wake.send(Wake::Broken(of_terminal::thread_ended().into()));
            }
        })?;
        Ok(Self { effects, thread, leaving })
    }

    /// Everything asked so far is done, and the book closed.
    pub fn finish(self) {
        self.leaving.store(true, Ordering::SeqCst);
        self.effects.close();
        let _ = self.thread.join();
    }
}

fn work(open: Open, dir: &Path, todo: &Queue, wake: &Sender<Wake>, leaving: &AtomicBool) {
    let send = |msg| {
        // What was asked is done even when nobody waits for the answer any more.
        let _ = wake.send(Wake::Told(Box::new(msg)));
    };
    let mut sink = |loading| {
        send(match loading {
            Loading::Batch(records) => Msg::Loaded(records),
            Loading::StartOver => Msg::LoadAgain,
        });
    };
    let began = clock::now();
    let (mut store, mut opened) = match open(&mut sink) {
        Ok(opened) => opened,
        Err(error) => {
            log::failed("the book could not be opened", &error);
            let _ = wake.send(Wake::Broken(error.to_string()));
            return;
        }
    };
    let writable = opened.read_only.is_none();
    let found = drafts::read(dir, writable, clock::now());
    opened.news.extend(found.news);
    log::opened(&opened, true, began);
    let mut work =
        Work { dir, stuck: false, pending: Pending::over(found.drafts.len()), in_the_way: found.in_the_way };
    let notes = std::mem::take(&mut opened.notes);
    send(told_open(opened, found.drafts));
    for note in notes {
        send(Msg::Done(note));
    }
    if writable {
        send(Msg::InboxWaits(inbox::count(dir)));
    }
    if writable && !leaving.load(Ordering::SeqCst) {
        take_backup_if_due(store.as_mut(), clock::now(), wake);
    }
    loop {
        match todo.next(work.pending.wait(clock::now().utc_ms)) {
            Next::Effect(Effect::Drafts(drafts)) => work.pending.take(drafts),
            Next::Effect(effect) => {
                work.carry_out(store.as_mut(), effect, wake, leaving.load(Ordering::SeqCst));
            }
            Next::Rest => {}
            Next::Closed => break,
        }
        let due = work.pending.due(clock::now().utc_ms);
        due.and_then(|drafts| work.keep(&drafts)).into_iter().for_each(&send);
    }
    let rest = work.pending.rest();
    rest.and_then(|drafts| work.keep(&drafts)).into_iter().for_each(&send);
    if let Err(error) = store.close() {
        log::failed("what was saved is kept, but closing the book failed", &error);
        send(Msg::Failed(error.to_string()));
    }
}

/// What the worker keeps in mind from one thing asked to the next.
struct Work<'a> {
    dir: &'a Path,
    /// A write failed: nothing more is written until it is tried again.
    stuck: bool,
    pending: Pending,
    /// Why no drafts can be kept.
    in_the_way: Option<String>,
}

impl Work<'_> {
    fn carry_out(&mut self, store: &mut dyn Store, effect: Effect, wake: &Sender<Wake>, leaving: bool) {
        if leaving
            && matches!(
                effect,
                Effect::History { .. }
                    | Effect::PromisedDays(_)
                    | Effect::Backup
                    | Effect::ReadInbox(_)
                    | Effect::ReadFile(..)
                    | Effect::LookForFiles(_)
                    | Effect::Report { .. }
            )
        {
            return;
        }
        let saves = matches!(effect, Effect::Save(_) | Effect::SaveAgain(_));
        if let Some(read) = beside(&effect) {
            // It may take its time; what is saved meanwhile does not wait for it.
            let teller = wake.clone();
            thread::spawn(move || drop(teller.send(Wake::Told(Box::new(read())))));
            return;
        }
        if let Effect::Backup = effect {
            take_backup(store, clock::now(), wake);
            return;
        }
        for msg in perform(store, self.dir, clock::now(), effect, &mut self.stuck) {
            let _ = wake.send(Wake::Told(Box::new(msg)));
        }
        // In a desk that stays open over midnight the first change of a day brings its backup.
        if saves && !self.stuck && !leaving {
            take_backup_if_due(store, clock::now(), wake);
        }
    }

    /// Writes drafts; what to say when that fails.
    fn keep(&self, drafts: &[Draft]) -> Option<Msg> {
        match &self.in_the_way {
            // Nothing is written over, and nothing is lost by not writing that there is nothing.
            Some(_) if drafts.is_empty() => None,
            Some(why) => Some(Msg::Failed(not_kept(why))),
            None => keep_drafts(self.dir, drafts),
        }
    }
}

fn keep_drafts(dir: &Path, drafts: &[Draft]) -> Option<Msg> {
    let error = drafts::write(dir, drafts).err()?;
    log::note(&format!("drafts could not be kept: {error}"));
    Some(Msg::Failed(not_kept(&error)))
}

fn not_kept(why: &dyn std::fmt::Display) -> String {
    words::shell::draft_not_kept(why)
}

/// Begins the backup of the day, when there is none yet. Only that it failed is told.
fn take_backup_if_due(store: &mut dyn Store, now: Moment, wake: &Sender<Wake>) {
    if store.is_backup_due(now) {
        begin_backup(store, now, wake, |_| None);
    }
}

/// Begins the backup that was asked for, and tells its end.
fn take_backup(store: &mut dyn Store, now: Moment, wake: &Sender<Wake>) {
    begin_backup(store, now, wake, |backup| Some(taken(backup)));
}

fn no_backup(error: &StoreError) -> Msg {
    log::failed("no backup could be taken", error);
    Msg::Failed(words::shell::no_backup(error))
}

fn taken(backup: &Backup) -> Msg {
    Msg::Done(words::shell::backup_taken(backup.records, &backup.name))
}

fn begin_backup(
    store: &mut dyn Store,
    now: Moment,
    wake: &Sender<Wake>,
    done: impl Fn(&Backup) -> Option<Msg> + Send + 'static,
) {
    let teller = wake.clone();
    let tell = move |msg| drop(teller.send(Wake::Told(Box::new(msg))));
    let failed = |error: StoreError| no_backup(&error);
    let told = {
        let tell = tell.clone();
        Box::new(move |made: Result<Backup, StoreError>| match made {
            Ok(backup) => done(&backup).into_iter().for_each(&tell),
            // Whoever leaves does not wait for it.
            Err(StoreError::GivenUp) => {}
            Err(error) => tell(failed(error)),
        })
    };
    if let Err(error) = store.begin_backup(now, told) {
        tell(failed(error));
    }
}

/// What a book tells when it is opened, as a message.
pub fn told_open(opened: Opened, drafts: Vec<Draft>) -> Msg {
    let Opened { news, read_only, last_number, undo, redo, notes: _ } = opened;
    Msg::Opened { news, read_only, last_number, undo: words(undo), redo: words(redo), drafts }
}

fn words(done: Option<Done>) -> Option<String> {
    done.map(|d| words::action(&d.action))
}

/// A change of more records than this is not taken back, nor done again, by one key.
const MUCH: usize = 100;

/// One effect against one store. Tests call it without a thread. After a failed write nothing more is written until it
/// is tried again, so that changes never overtake each other.
#[allow(clippy::too_many_lines, reason = "one arm for each effect, which the compiler demands")]
pub fn perform(store: &mut dyn Store, dir: &Path, now: Moment, effect: Effect, stuck: &mut bool) -> Vec<Msg> {
    match effect {
        Effect::Save(_) if *stuck => vec![],
        Effect::Save(change) => save(store, std::slice::from_ref(&*change), stuck),
        Effect::SaveAgain(changes) => {
            *stuck = false;
            save(store, &changes, stuck)
        }
        // What was made before it is not on the medium yet: taking back would take back something else.
        Effect::Undo | Effect::Redo | Effect::Step { .. } if *stuck => {
            vec![Msg::NotMoved(words::shell::is_unsaved().into())]
        }
        Effect::Undo => vec![step(store, now, true, false)],
        Effect::Redo => vec![step(store, now, false, false)],
        Effect::Step { back } => vec![step(store, now, back, true)],
        Effect::History { of, formers } => vec![match store.history(&[vec![of], formers].concat(), 200) {
            Ok(entries) => Msg::History(of, entries.into_iter().map(|e| e.change).collect()),
            Err(error) => {
                log::failed("the history could not be read", &error);
                Msg::Failed(error.to_string())
            }
        }],
        Effect::ReadInbox(book) => vec![match inbox::items(dir, &book.0, now) {
            Ok(items) => Msg::InboxRead(items),
            Err(why) => {
                log::note("the inbox could not be read");
                Msg::Failed(why)
            }
        }],
        Effect::LookForFiles(typed) => {
            let found = importing::look(&typed);
            vec![Msg::FilesFound(typed, found)]
        }
        Effect::ReadFile(..) | Effect::Index(..) => beside(&effect).map(|read| read()).into_iter().collect(),
        Effect::WriteRefused(wanted, book) => {
            vec![match importing::write_refused(&wanted, &book.0, now) {
                Ok((rows, path)) => {
                    Msg::Done(words::importing::refused_written(words::whole(rows), &path.display()))
                }
                Err(why) => Msg::Failed(words::importing::refused_not_written(&why)),
            }]
        }
        Effect::KeepColumns(wanted, headers, book) => {
            importing::keep(&wanted, &headers, &book.0);
            vec![]
        }
        Effect::PutAway(file) => {
            let why_not = inbox::put_away(dir, &file).err();
            vec![Msg::PutAway(file, why_not)]
        }
        Effect::PromisedDays(records) => vec![promised::read(store, &records)],
        Effect::Backup => vec![match store.backup(now) {
            Ok(backup) => taken(&backup),
            Err(error) => no_backup(&error),
        }],
        Effect::Drafts(drafts) => keep_drafts(dir, &drafts).into_iter().collect(),
        Effect::WriteOut(changes) => vec![match files::write_out(dir, &changes, now) {
            Ok(path) => Msg::Done(words::shell::written(&path.display())),
            Err(error) => Msg::Failed(error),
        }],
        Effect::WriteFile { name, text } => vec![match files::write_text(&name, &text) {
            Ok(path) => Msg::Done(words::shell::written(&path.display())),
            Err(error) => Msg::Failed(error),
        }],
        Effect::WriteList { path, form, over, listed } => {
            vec![match listing::write(&path, form, over, listed) {
                Ok(path) => Msg::ListWritten(words::shell::written(&path.display())),
                Err(listing::NotWritten::IsThere) => Msg::ListIsThere,
                Err(listing::NotWritten::Failed(why)) => Msg::Failed(why),
            }]
        }
        Effect::Report { book, report, columns } => {
            vec![Msg::Report(report, reports::text(&book, report, Format::Plain, Some(columns), now))]
        }
        Effect::WriteReport { book, report, text, path, format, over } => {
            let made = || text.map_or_else(|| reports::text(&book, report, format, None, now), Ok);
            vec![match listing::write_bytes(&path, over, || made().map(String::into_bytes)) {
                Ok(path) => Msg::ListWritten(words::shell::written(&path.display())),
                Err(listing::NotWritten::IsThere) => Msg::ListIsThere,
                Err(listing::NotWritten::Failed(why)) => Msg::Failed(why),
            }]
        }
        Effect::Open(address) => vec![match open::that_detached(&address) {
            Ok(()) => Msg::Done(words::shell::handed_over().into()),
            Err(_) => Msg::Failed(words::shell::no_program().into()),
        }],
        // The loop does these itself: they need the terminal.
        Effect::Editor(_) | Effect::Redraw | Effect::Mouse(_) | Effect::Copy(_) => vec![],
    }
}

fn save(store: &mut dyn Store, changes: &[crate::domain::Change], stuck: &mut bool) -> Vec<Msg> {
    let mut out = vec![];
    for change in changes {
        match store.save(change) {
            Ok(Saved { undo, redo, warning, .. }) => {
                warned(warning.as_deref());
                out.push(Msg::Saved { undo: words(undo), redo: words(redo), warning });
            }
            // Trying again would never help: the app gives up what waits, and begins afresh.
            Err(error @ (StoreError::Conflict(_) | StoreError::TooLarge(_))) => {
                log::failed("a change was refused", &error);
                out.push(Msg::Refused(error.to_string()));
                break;
            }
            Err(error) => {
                *stuck = true;
                log::failed("a change could not be saved", &error);
                out.push(Msg::NotSaved(error.to_string()));
                break;
            }
        }
    }
    out
}

/// Takes the last change back, or does it again. What is of more than [`MUCH`] records is told first, unless somebody is
/// `sure`.
fn step(store: &mut dyn Store, now: Moment, back: bool, sure: bool) -> Msg {
    let next = store.next_step(back, now);
    if let Ok(Some(change)) = &next
        && change.edits.len() > MUCH
        && !sure
    {
        return Msg::IsMuch { back, action: change.action.clone(), records: change.edits.len() };
    }
    let done = next.and_then(|next| store.take_step(next));
    moved(done, if back { words::shell::no_undo() } else { words::shell::no_redo() })
}

fn moved(result: Result<Option<(crate::domain::Change, Saved)>, StoreError>, nothing: &str) -> Msg {
    match result {
        Ok(Some((change, saved))) => {
            warned(saved.warning.as_deref());
            Msg::Moved { change, undo: words(saved.undo), redo: words(saved.redo), warning: saved.warning }
        }
        Ok(None) => Msg::NotMoved(nothing.to_owned()),
        Err(error) => {
            log::failed("a change could not be taken back or done again", &error);
            Msg::NotMoved(words::shell::did_not_work(&error))
        }
    }
}

/// A change is kept, but something else went wrong.
fn warned(warning: Option<&str>) {
    warning.into_iter().for_each(log::note);
}

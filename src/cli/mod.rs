//! The command line: everything that can be done without the desk.

mod args;
mod book;
mod demo;
mod import;
mod keep;
mod list;
mod out;
mod show;

pub use args::{Cli, Command};

use clap::Parser as _;
use out::{Out, Stop, tell};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// How the program goes on.
#[derive(Debug, PartialEq, Eq)]
pub enum Start {
    /// Open the desk.
    Tui {
        /// The folder of the book.
        book: PathBuf,
        /// It is a sample book in a temporary folder (the one above it), to be removed at the end.
        demo: bool,
    },
    /// All is done; end with this exit code.
    Done(u8),
}

/// Reads the command line and does what it says. `keys` gives the text of `syndeo keys`.
pub fn run(args: impl IntoIterator<Item = OsString>, keys: fn() -> String) -> Start {
    let mut out = Out::default();
    let done = match Cli::try_parse_from(args) {
        Ok(cli) => work(&mut out, cli, keys),
        Err(error) => said(&mut out, &error),
    };
    let flushed = out.flush();
    match done.and_then(|start| flushed.map(|()| start)) {
        Ok(start) => start,
        Err(stop) => {
            tell(stop.words());
            Start::Done(stop.code())
        }
    }
}

/// Help and version go to standard output; a wrong call is told on standard error.
fn said(out: &mut Out, error: &clap::Error) -> Result<Start, Stop> {
    let text = error.render().to_string();
    if error.use_stderr() {
        return Err(Stop::Wrong(text));
    }
    out.text(&text)?;
    Ok(Start::Done(0))
}

fn work(out: &mut Out, cli: Cli, keys: fn() -> String) -> Result<Start, Stop> {
    let told = cli.book.is_some();
    let dir = book::place(cli.book)?;
    match cli.command {
        None => return Ok(Start::Tui { book: dir, demo: false }),
        Some(Command::Demo { fill }) => return sample(out, dir, told, fill),
        Some(Command::Import(args)) => import::run(out, &dir, &args)?,
        Some(Command::List(args)) => list::list(out, &dir, &args)?,
        Some(Command::Show(args)) => show::run(out, &dir, &args)?,
        Some(Command::Find { words, json }) => list::find(out, &dir, &words, json)?,
        Some(Command::Undo) => keep::step(out, &dir, true)?,
        Some(Command::Redo) => keep::step(out, &dir, false)?,
        Some(Command::Backup { list }) => keep::backup(out, &dir, list)?,
        Some(Command::Restore { name, yes }) => keep::restore(out, &dir, name.as_deref(), yes)?,
        Some(Command::Check) => keep::check(out, &dir)?,
        Some(Command::Path) => out.line(&dir.to_string_lossy())?,
        Some(Command::Keys) => out.text(&keys())?,
    }
    Ok(Start::Done(0))
}

/// The sample book: in a folder of one's own, which stays, or in a temporary one.
fn sample(out: &mut Out, dir: PathBuf, told: bool, only_fill: bool) -> Result<Start, Stop> {
    if !told {
        return Ok(Start::Tui { book: demo::temporary()?, demo: true });
    }
    let count = demo::fill(&dir)?;
    if only_fill {
        out.line(&format!("The sample book is in {} ({count} records).", dir.display()))?;
        return Ok(Start::Done(0));
    }
    Ok(Start::Tui { book: dir, demo: false })
}

/// Removes the temporary folder of a sample book.
pub fn remove_demo(book: &Path) {
    let made_here = |dir: &&Path| {
        let name = dir.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        name.starts_with("syndeo-demo-") && dir.starts_with(std::env::temp_dir())
    };
    if let Some(dir) = book.parent().filter(made_here) {
        // When it cannot be removed, the system clears its temporary folder some day.
        let _ = std::fs::remove_dir_all(dir);
    }
}

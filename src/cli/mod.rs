//! The command line: everything that can be done without the desk.

mod about;
mod args;
mod book;
mod brief;
mod capture;
mod charts;
mod day;
mod demo;
mod desk;
mod duplicates;
mod export;
mod field;
mod file;
mod holidays;
mod hung;
mod import;
mod keep;
mod list;
mod load;
mod manual;
mod month;
mod out;
mod person;
mod proposal;
mod repair;
mod report;
mod restore;
mod show;
mod table;
mod tree;
mod typed;
mod written;
mod wrong;

pub use args::{Cli, Command};

use args::{asked, asks_for_json};

use crate::shell::{clock, language, log};
use crate::store::silence_caught_panics;
use crate::ui::keys::manual;
use crate::words::Lang;
use crate::words::cli::keeping;
use clap::Parser as _;
use out::{Out, Stop, tell};
use std::ffi::OsString;
use std::path::Path;

/// Reads the command line and does what it says; gives the exit code of the process.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    silence_caught_panics();
    let args: Vec<OsString> = args.into_iter().collect();
    // What is asked for as JSON is read by programs, which are told everything in English on any machine.
    let lang = if asks_for_json(&args) { Lang::En } else { language::chosen(asked(&args)) };
    lang.speak();
    let mut out = Out::default();
    if let Err(why) = clock::check() {
        tell(&why);
        return 2;
    }
    let done = match Cli::try_parse_from(&args) {
        Ok(cli) => noted(&mut out, cli),
        Err(error) => said(&mut out, &args, &error).and_then(|()| out.flush()),
    };
    match done {
        Ok(()) => 0,
        Err(stop) => {
            tell(&stop.words());
            stop.code()
        }
    }
}

/// Does what is said, and notes in the log that and how it ended.
fn noted(out: &mut Out, cli: Cli) -> Result<(), Stop> {
    let (name, does) = cli.command.as_ref().map_or(("desk", true), Command::about);
    if does {
        out.will_do();
    }
    if let Some(place) = book::log_place() {
        log::keep_in(&place);
    }
    let began = clock::now();
    log::note(&format!("{name} begins"));
    let done = work(out, cli).and_then(|()| out.flush());
    let (code, why) = match &done {
        Ok(()) => (0, String::new()),
        // Other words may hold what is in the book.
        Err(stop @ Stop::Store(error)) => (stop.code(), format!(": {}", log::without_contents(error))),
        Err(stop @ Stop::Output(error)) => (stop.code(), format!(": {error}")),
        Err(stop) => (stop.code(), String::new()),
    };
    log::note(&format!("{name} ends with {code} after {} ms{why}", log::since(began)));
    done
}

/// Help and version go to standard output; a wrong call is told on standard error.
fn said(out: &mut Out, args: &[OsString], error: &clap::Error) -> Result<(), Stop> {
    let text = match Lang::now() {
        Lang::En => error.to_string(),
        // What is no call in one language is none in the other: they differ in nothing but words.
        Lang::El => match tree::helped().try_get_matches_from(args) {
            Err(error) if is_wrong(&error) => wrong::told(&error),
            Err(error) => error.to_string().lines().flat_map(|line| [line.trim_end(), "\n"]).collect(),
            Ok(_) => wrong::told(error),
        },
    };
    if error.use_stderr() {
        return Err(Stop::Wrong(text));
    }
    out.text(&hung::on_a_terminal(&text))
}

/// Whether something is wrong with a call, rather than help or the version asked for.
fn is_wrong(error: &clap::Error) -> bool {
    use clap::error::ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    !matches!(error.kind(), DisplayHelp | DisplayHelpOnMissingArgumentOrSubcommand | DisplayVersion)
}

fn work(out: &mut Out, cli: Cli) -> Result<(), Stop> {
    if let Some(Command::Path { log: true }) = cli.command {
        return log_path(out);
    }
    let told = cli.book.is_some();
    let dir = book::place(cli.book)?;
    match cli.command {
        None => desk::open(&dir),
        Some(Command::Demo { fill }) => sample(out, &dir, told, fill),
        Some(Command::Import(args)) => import::run(out, &dir, &args),
        Some(Command::Holidays(args)) => holidays::run(out, &dir, &args),
        Some(Command::Export(args)) => export::run(out, &dir, &args),
        Some(Command::Schema { all }) => export::schema(out, &dir, all),
        Some(Command::Field(args)) => field::run(out, &dir, &args),
        Some(Command::Set(args)) => field::set(out, &dir, &args),
        Some(Command::List(args)) => list::list(out, &dir, &args),
        Some(Command::Show(args)) => show::run(out, &dir, &args),
        Some(Command::Find { words, json }) => list::find(out, &dir, &words, json),
        Some(Command::Today { month: Some(of), json, .. }) => month::run(out, &dir, of, json),
        Some(Command::Today { snoozed, json, .. }) => day::today(out, &dir, snoozed, json),
        Some(Command::Waiting { who, by_holder: true, json }) => {
            charts::holders(out, &dir, &who.join(" "), json)
        }
        Some(Command::Waiting { who, json, .. }) => day::waiting(out, &dir, &who.join(" "), json),
        Some(Command::Brief { what, markdown, json }) => {
            brief::run(out, &dir, &what.join(" "), markdown, json)
        }
        Some(Command::Report(args)) => report::run(out, &dir, &args),
        Some(Command::Capture(args)) => capture::run(out, &dir, &args),
        Some(Command::Agreements { year: true, .. }) => charts::year(out, &dir),
        Some(Command::Agreements { json, .. }) => day::agreements(out, &dir, json),
        Some(Command::Plan { what, json }) => charts::plan(out, &dir, &what.join(" "), json),
        Some(Command::Load(args)) => load::run(out, &dir, &args),
        Some(Command::Duplicates(args)) => duplicates::list(out, &dir, &args),
        Some(Command::Merge(args)) => duplicates::merge(out, &dir, &args),
        Some(Command::Person(asked)) => person::run(out, &dir, &asked),
        Some(Command::Undo) => keep::step(out, &dir, true),
        Some(Command::Redo) => keep::step(out, &dir, false),
        Some(Command::Backup { list }) => keep::backup(out, &dir, list),
        Some(Command::Restore { from: Some(from), how, .. }) => restore::from(out, &dir, &from, how),
        Some(Command::Restore { name, how, .. }) => restore::own(out, &dir, name.as_deref(), how),
        Some(Command::Check) => keep::check(out, &dir),
        Some(Command::Repair { take: Some(side), .. }) => repair::take(out, &dir, side),
        Some(Command::Repair { accept_loss, .. }) => repair::run(out, &dir, accept_loss),
        Some(Command::Path { .. }) => out.line(&dir.to_string_lossy()),
        Some(Command::Keys) => out.text(&manual()),
        Some(Command::Completions { shell }) => written::completions(out, shell),
        Some(Command::Man) => written::man(out),
    }
}

fn log_path(out: &mut Out) -> Result<(), Stop> {
    let place = book::log_place().ok_or_else(|| Stop::NotDone(keeping::no_log(book::LOG_VARIABLE)))?;
    out.line(&place.to_string_lossy())
}

/// The sample book: in a folder of one's own, which stays, or in a temporary one, which goes when the desk is left.
fn sample(out: &mut Out, dir: &Path, told: bool, only_fill: bool) -> Result<(), Stop> {
    if !told && only_fill {
        return Err(Stop::Wrong(keeping::fill_needs_book().into()));
    }
    if !told {
        let made = demo::temporary(out)?;
        let ended = desk::open_sample(&made);
        remove_demo(&made);
        return ended;
    }
    let count = demo::fill(out, dir)?;
    if only_fill {
        return out.line(&keeping::sample_is_in(dir.display(), count));
    }
    desk::open_sample(dir)
}

/// Removes the temporary folder of a sample book.
fn remove_demo(book: &Path) {
    let made_here = |dir: &&Path| {
        let name = dir.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        name.starts_with("syndeo-demo-") && dir.starts_with(std::env::temp_dir())
    };
    if let Some(dir) = book.parent().filter(made_here) {
        // When it cannot be removed, the system clears its temporary folder some day.
        let _ = std::fs::remove_dir_all(dir);
    }
}

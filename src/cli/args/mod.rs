//! What can be said on the command line.

mod export;
mod list;
mod spoken;

pub use export::{Export, Format, Program};
pub use list::List;
pub use spoken::{Spoken, asked, asks_for_json};

use super::report;
use crate::domain::Kind;
use crate::words::cli::{calls, examples, examples_doing};
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "syndeo",
    version,
    about = "The account manager's desk in a terminal",
    after_help = examples::program(),
    disable_help_subcommand = true
)]
pub struct Cli {
    /// The folder of the book
    #[arg(long, global = true, value_name = "PATH")]
    pub book: Option<PathBuf>,
    /// The language to speak, before the command; without it that of the environment
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    pub lang: Option<Spoken>,
    /// What to do; without it the desk opens.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open a realistic sample book in a temporary place
    #[command(after_help = examples_doing::demo())]
    Demo {
        /// Write the sample book and stop; needs --book
        #[arg(long)]
        fill: bool,
    },
    /// Bring in what other programs know: CSV, workbooks, cards (.vcf), calendars (.ics), mail
    #[command(after_help = examples_doing::import())]
    Import(super::import::Asked),
    /// Say which days are no working days: holidays of a calendar file (.ics), the weekend of a country or your own
    #[command(after_help = examples_doing::holidays())]
    Holidays(super::holidays::Holidays),
    /// Write the records of a kind for other programs: CSV, a workbook, JSON, cards
    #[command(after_help = examples_doing::export())]
    Export(Export),
    /// Print the JSON Schema of records, as --json and exports write them
    Schema {
        /// Of the lines of a whole book
        #[arg(long)]
        all: bool,
    },
    /// Make a field of your own for clients, contacts, projects, ..., or change one
    #[command(after_help = examples_doing::field())]
    Field(super::field::Made),
    /// Write fields of your own into a record
    #[command(after_help = examples_doing::set())]
    Set(super::field::Set),
    /// List the records of a kind
    #[command(after_help = examples::list())]
    List(List),
    /// Show one record with all its fields
    #[command(after_help = examples::show())]
    Show(Show),
    /// Search in everything, notes included
    #[command(after_help = examples::find())]
    Find {
        /// Words that must all be there
        #[arg(required = true)]
        words: Vec<String>,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Say what needs you now, the most urgent first, each with its reason
    #[command(after_help = examples::today())]
    Today {
        /// What was put off until a day, instead
        #[arg(long)]
        snoozed: bool,
        /// What falls on each day of a month instead, this one or another (2026-12)
        #[arg(long, value_name = "YYYY-MM", num_args = 0..=1, conflicts_with = "snoozed", value_parser = month)]
        month: Option<Option<NaiveDate>>,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Say what others hold, oldest first, against the days they usually take
    #[command(after_help = examples::waiting())]
    Waiting {
        /// A client, a department or a person, by name or id
        who: Vec<String>,
        /// A row for each holder: the longest wait, how many, how many too long, the usual days
        #[arg(long)]
        by_holder: bool,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Print one page about a client or a project, to read before a call
    #[command(after_help = examples::brief())]
    Brief {
        /// A client or a project, by name, number or id
        #[arg(required = true)]
        what: Vec<String>,
        /// As Markdown
        #[arg(long)]
        markdown: bool,
        /// As one JSON object
        #[arg(long, conflicts_with = "markdown")]
        json: bool,
    },
    /// Write a report from a template: meeting, week, review, handover, work order, portfolio
    #[command(after_help = examples::report())]
    Report(report::Asked),
    /// Write a line into the book: a touch, a request, a task, a follow-up
    #[command(after_help = examples_doing::capture())]
    Capture(Capture),
    /// Say where agreements stand: the last day for notice, and what happens if nothing is done
    #[command(after_help = examples::agreements())]
    Agreements {
        /// Month by month for a year: = holds, - goes on by itself or is a draft, and the last day for notice
        #[arg(long, conflicts_with = "json")]
        year: bool,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Print the plan of a project: when each step is, what is late, who does it, what it waits for
    #[command(after_help = examples::plan())]
    Plan {
        /// A project, by name, number or id
        #[arg(required = true)]
        what: Vec<String>,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Say how much lies with each department, week by week, against the hours its people have
    #[command(after_help = examples::load())]
    Load(super::load::Load),
    /// Say which clients and which people are likely in the book twice
    #[command(after_help = examples::duplicates())]
    Duplicates(super::duplicates::Duplicates),
    /// Make one of two clients, or of two people, that stand for the same
    #[command(after_help = examples_doing::merge())]
    Merge(super::duplicates::Merge),
    /// Write out what the book holds about a person, or erase a person
    #[command(subcommand)]
    Person(super::person::Asked),
    /// Take the last change back
    Undo,
    /// Do the change again that was taken back last
    Redo,
    /// Take a backup now, read it back, and thin out old ones
    #[command(after_help = examples_doing::backup())]
    Backup {
        /// Only list the backups there are
        #[arg(long)]
        list: bool,
    },
    /// Turn the book into what a backup holds; can be undone
    #[command(after_help = examples_doing::restore())]
    Restore {
        /// The day it was taken, its name, or a part of its name that no other has; without it the newest
        name: Option<String>,
        /// A backup, a folder of backups, a book, or a whole book in a file that lies elsewhere
        #[arg(long, value_name = "PATH", conflicts_with = "name")]
        from: Option<PathBuf>,
        /// What else is said
        #[command(flatten)]
        how: super::restore::How,
    },
    /// Read the whole book and say what is wrong; changes nothing
    Check,
    /// Mend a book that can only be read because changes are missing, or say what is missing
    #[command(after_help = examples_doing::repair())]
    Repair {
        /// Go on though something is lost for good
        #[arg(long)]
        accept_loss: bool,
        /// Go on with one side; what belongs to the others is given other names, and a copy of the folder is made first
        #[arg(long, value_name = "SIDE", conflicts_with = "accept_loss")]
        take: Option<Side>,
    },
    /// Say where the book is
    #[command(after_help = examples::path())]
    Path {
        /// Say where the log is
        #[arg(long)]
        log: bool,
    },
    /// Print every command of the desk with its keys
    Keys,
    /// Print what makes a shell complete commands and options
    #[command(after_help = examples::completions())]
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Print the manual page
    #[command(after_help = examples::man())]
    Man,
}

/// A shell that can complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// GNU Bash
    Bash,
    /// Z shell
    Zsh,
    /// fish
    Fish,
    /// Nushell
    Nushell,
}

/// The parts of a book that can be gone on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Side {
    /// The journal, from the newest backup that it goes on from
    Journal,
    /// The live database
    Sled,
    /// The newest backup
    Backup,
}

/// A record to show.
#[derive(Args, Debug)]
pub struct Show {
    /// A number (#41), an id, or a name
    #[arg(required = true)]
    pub what: Vec<String>,
    /// Only look among records of this kind
    #[arg(long, short, value_parser = kind)]
    pub kind: Option<Kind>,
    /// The record as one JSON object
    #[arg(long)]
    pub json: bool,
}

/// A line to write into the book.
#[derive(Args, Debug)]
pub struct Capture {
    /// The line
    #[arg(required = true, value_name = "LINE")]
    pub line: Vec<String>,
    /// Only say what is understood and what is doubtful
    #[arg(long, short = 'n')]
    pub dry_run: bool,
    /// Keep it as it is understood, doubts or not
    #[arg(long, conflicts_with = "dry_run")]
    pub yes: bool,
    /// One JSON object: what was understood, the doubts, the records, and whether they were kept
    #[arg(long)]
    pub json: bool,
}

fn kind(text: &str) -> Result<Kind, String> {
    Kind::from_name(&text.to_lowercase()).ok_or_else(|| {
        let names: Vec<&str> = Kind::ALL.iter().map(|k| k.plural()).collect();
        calls::expected_one_of(names.join(", "))
    })
}

/// The first day of a month.
fn month(text: &str) -> Result<NaiveDate, String> {
    let first = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d");
    first.map_err(|_| calls::expected_month().to_owned())
}

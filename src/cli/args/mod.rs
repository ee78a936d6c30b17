//! What can be said on the command line.

mod export;
mod list;
mod spoken;

pub use export::{Export, Format, Program};
pub use list::List;
pub use spoken::Spoken;

use super::report;
use crate::domain::Kind;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const EXAMPLES: &str = "Examples:
  syndeo                              open the desk
  syndeo demo                         look around in a sample book
  syndeo import companies.csv contacts.csv --dry-run
  syndeo list clients athens          clients with this word in them
  syndeo show '#41'                   one record, by number, id or name
  syndeo find papado                  search in everything
  syndeo today                        what needs you now, the most urgent first
  syndeo capture 'call Aegean: wants the banner by fri @design'

The book is the folder given with --book, else the one named by SYNDEO_BOOK, else your own (syndeo path).
Exit codes: 0 done, 1 not done, 2 wrong call, 75 the book is in use.";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "syndeo",
    version,
    about = "The account manager's desk in a terminal",
    after_help = EXAMPLES,
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
    #[command(after_help = "Examples:
  syndeo demo                              look around; nothing is kept
  syndeo demo --book sample                keep the sample book in this (empty) folder and open it
  syndeo demo --book sample --fill         only write it")]
    Demo {
        /// Write the sample book and stop; needs --book
        #[arg(long)]
        fill: bool,
    },
    /// Bring in what other programs know: CSV, workbooks, cards (.vcf), calendars (.ics), mail
    #[command(after_help = super::import::HELP)]
    Import(super::import::Asked),
    /// Say which days are no working days: holidays of a calendar file (.ics), the weekend of a country or your own
    #[command(after_help = super::holidays::HELP)]
    Holidays(super::holidays::Holidays),
    /// Write the records of a kind for other programs: CSV, a workbook, JSON, cards
    #[command(after_help = "Examples:
  syndeo export clients                       as CSV, by the stable names of the fields
  syndeo export requests aegean -o aegean.xlsx   those with this word, as a workbook
  syndeo export tasks --excel -o tasks.csv    CSV for a spreadsheet: labels above, formulas made harmless
  syndeo export contacts --format jsonl | jq -r .first_name
  syndeo export contacts --as google -o contacts.csv   for another program; what it has no place for is told
  syndeo export --all -o book.jsonl.zst       the whole book with its history; syndeo restore --from takes it back
  syndeo export contacts -o people.vcf        cards for a telephone; --vcard 3 for an old one
  syndeo export calendar -o desk.ics          promises, due dates, meetings, notice dates, birthdays, for a calendar

The ending of FILE says the format, unless --format does. A file that is there is not written over, unless --force is
given. What follows from the records (health, last touch, …) is in it, as it is now; not so in a whole book, which
holds what was written down, the bin among it: .jsonl, .jsonl.gz or .jsonl.zst.")]
    Export(Export),
    /// Print the JSON Schema of records, as --json and exports write them
    Schema {
        /// Of the lines of a whole book
        #[arg(long)]
        all: bool,
    },
    /// Make a field of your own for clients, contacts, projects, ..., or change one
    #[command(after_help = super::field::HELP)]
    Field(super::field::Made),
    /// Write fields of your own into a record
    #[command(after_help = super::field::SET)]
    Set(super::field::Set),
    /// List the records of a kind
    #[command(after_help = list::HELP)]
    List(List),
    /// Show one record with all its fields
    #[command(after_help = "Examples:
  syndeo show '#41'                   a project, task or request by its number
  syndeo show papadaki                by name or a part of it; accents and case do not matter
  syndeo show 'aegean foods' --kind client --json")]
    Show(Show),
    /// Search in everything, notes included
    #[command(after_help = "Examples:
  syndeo find papado                  accents, case and script do not matter: this finds Παπαδόπουλος
  syndeo find invoice po --json")]
    Find {
        /// Words that must all be there
        #[arg(required = true)]
        words: Vec<String>,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Say what needs you now, the most urgent first, each with its reason
    #[command(after_help = "Examples:
  syndeo today                        ! is too late or as good as, ~ will be soon
  syndeo today | cut -f2,3            piped, the cells stand between tabs: mark, why, what, client
  syndeo today --month                this month, day by day: promises, notice, what is due, meetings, absences
  syndeo today --month 2027-01        another one
  syndeo today --json | jq -r .words")]
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
    #[command(after_help = "Examples:
  syndeo waiting                      everything that lies with somebody else
  syndeo waiting aegean               what concerns this client, whoever holds it
  syndeo waiting design               what this department and its people hold
  syndeo waiting --by-holder          who holds how many, and for how long
  syndeo waiting maria papadaki --json

Piped, the cells stand between tabs: mark (! when it is time to ask), days, usual days, holder, number, what, client,
reminders sent.")]
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
    #[command(after_help = "Examples:
  syndeo brief aegean foods           as plain text; ! stands before what needs a look
  syndeo brief '#12' --markdown > brief.md")]
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
    #[command(after_help = report::HELP)]
    Report(report::Asked),
    /// Write a line into the book: a touch, a request, a task, a follow-up
    #[command(after_help = "Examples:
  syndeo capture 'call Aegean Maria: wants the spring banner by fri @design !high +follow-up wed'
  syndeo capture 'task send the price list 15th' --dry-run
  syndeo capture 'task send the price list 15th' --json | jq -r '.records[].id'

Quote the line: # and ! mean something to a shell. A line with doubts is not kept unless --yes is given. It is one
change; syndeo undo takes it back.")]
    Capture(Capture),
    /// Say where agreements stand: the last day for notice, and what happens if nothing is done
    #[command(after_help = "Examples:
  syndeo agreements                   by the date that comes next
  syndeo agreements --year            month by month
  syndeo agreements --json | jq -r .lapses

Piped, the cells stand between tabs: mark (! 30 days or less to the last day for notice, or past it; ~ 90 or less),
title, client, last day for notice, what lapses.")]
    Agreements {
        /// Month by month for a year: = holds, - goes on by itself or is a draft, and the last day for notice
        #[arg(long, conflicts_with = "json")]
        year: bool,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Print the plan of a project: when each step is, what is late, who does it, what it waits for
    #[command(after_help = "Examples:
  syndeo plan '#12'                   by number, or by name
  syndeo plan web shop relaunch --json | jq -r 'select(.critical).what.name'

! stands before what is late or slips, * before the critical chain. Piped, the cells stand between tabs: signs, from, to,
promised, what, who, waits for.")]
    Plan {
        /// A project, by name, number or id
        #[arg(required = true)]
        what: Vec<String>,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Say how much lies with each department, week by week, against the hours its people have
    #[command(after_help = super::load::HELP)]
    Load(super::load::Load),
    /// Say which clients and which people are likely in the book twice
    #[command(after_help = super::duplicates::DUPLICATES)]
    Duplicates(super::duplicates::Duplicates),
    /// Make one of two clients, or of two people, that stand for the same
    #[command(after_help = super::duplicates::MERGE)]
    Merge(super::duplicates::Merge),
    /// Write out what the book holds about a person, or erase a person
    #[command(subcommand)]
    Person(super::person::Asked),
    /// Take the last change back
    Undo,
    /// Do the change again that was taken back last
    Redo,
    /// Take a backup now, read it back, and thin out old ones
    #[command(after_help = "Examples:
  syndeo backup                       take one now
  syndeo backup --list                say which there are")]
    Backup {
        /// Only list the backups there are
        #[arg(long)]
        list: bool,
    },
    /// Turn the book into what a backup holds; can be undone
    #[command(after_help = "Examples:
  syndeo restore                      show what the newest backup would bring, and ask
  syndeo restore 2026-11-20 --yes     the newest of that day, without asking
  syndeo restore --from /media/usb/book
                                      what lies elsewhere: the folder of a book, of backups, or a backup
  syndeo restore --from book.jsonl.zst
                                      what syndeo export --all wrote; its history comes into an empty place alone

Into a place where there is no book yet, what lies elsewhere simply becomes the book.")]
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
    #[command(after_help = "Examples:
  syndeo repair                       mend what can be mended without losing anything; else say what is lost
  syndeo repair --accept-loss         go on without it, after a copy of the whole folder was made beside it
  syndeo repair --take journal        go on with one side, when the files of the folder are not all of one book")]
    Repair {
        /// Go on though something is lost for good
        #[arg(long)]
        accept_loss: bool,
        /// Go on with one side; what belongs to the others is given other names, and a copy of the folder is made first
        #[arg(long, value_name = "SIDE", conflicts_with = "accept_loss")]
        take: Option<Side>,
    },
    /// Say where the book is
    #[command(after_help = "Examples:
  syndeo path                         the folder of the book
  syndeo path --log                   the file in which is noted what was done, mended and failed; nothing of the book

SYNDEO_LOG names another file for the log; SYNDEO_LOG=off keeps none.")]
    Path {
        /// Say where the log is
        #[arg(long)]
        log: bool,
    },
    /// Print every command of the desk with its keys
    Keys,
    /// Print what makes a shell complete commands and options
    #[command(after_help = "Examples:
  syndeo completions bash > ~/.local/share/bash-completion/completions/syndeo
  syndeo completions zsh > ~/.zfunc/_syndeo        with ~/.zfunc in fpath
  syndeo completions fish > ~/.config/fish/completions/syndeo.fish
  syndeo completions nushell | save -f ~/.config/nushell/completions/syndeo.nu")]
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Print the manual page
    #[command(after_help = "Examples:
  syndeo man | man -l -                       read it
  syndeo man > ~/.local/share/man/man1/syndeo.1")]
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
        format!("one of {} was expected", names.join(", "))
    })
}

/// The first day of a month.
fn month(text: &str) -> Result<NaiveDate, String> {
    let first = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d");
    first.map_err(|_| "a year and a month were expected, such as 2026-12".to_owned())
}

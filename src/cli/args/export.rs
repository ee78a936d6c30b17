//! What `syndeo export` is asked for.

use super::kind;
use crate::cli::typed::within;
use crate::domain::Kind;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// How records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Comma-separated values
    Csv,
    /// Tab-separated values
    Tsv,
    /// One JSON object a line
    Jsonl,
    /// One JSON array
    Json,
    /// A workbook
    Xlsx,
    /// Cards of people and clients
    Vcf,
    /// The dates of the book, for a calendar program
    Ics,
}

/// Programs that have clients and contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Program {
    /// Google Contacts
    Google,
    /// Outlook
    Outlook,
    /// HubSpot
    Hubspot,
    /// Salesforce
    Salesforce,
    /// Pipedrive
    Pipedrive,
    /// Zoho CRM
    Zoho,
}

/// Records to write for other programs.
#[derive(Args, Debug)]
pub struct Export {
    /// clients, contacts, departments, projects, tasks, requests, agreements, interactions, ...
    #[arg(value_parser = kind, required_unless_present = "all")]
    pub kind: Option<Kind>,
    /// Words that must all be there, in a record or in what it points at
    pub words: Vec<String>,
    /// The whole book, its bin and its history, as JSON Lines; to a file
    #[arg(long, requires = "output", conflicts_with_all = ["kind", "format", "excel", "delimiter"])]
    pub all: bool,
    /// Where to; without it to standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How; without it the ending of FILE says so, else CSV
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// CSV for a spreadsheet: a mark of UTF-8, labels above, an apostrophe before what would be run as a formula
    #[arg(long)]
    pub excel: bool,
    /// What stands between two cells of CSV: one character
    #[arg(long, value_name = "MARK")]
    pub delimiter: Option<char>,
    /// Clients or contacts as CSV for another program, under the names that it has for them
    #[arg(long = "as", value_enum, value_name = "PROGRAM", conflicts_with_all = ["all", "format"])]
    pub program: Option<Program>,
    /// The version of cards: 3 is for old telephones
    #[arg(long, value_name = "VERSION", value_parser = within::<u8>(3, 4))]
    pub vcard: Option<u8>,
    /// Write over a file that is there
    #[arg(long)]
    pub force: bool,
}

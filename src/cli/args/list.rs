//! What a printed list is asked for.

use super::kind;
use crate::domain::Kind;
use clap::Args;

/// A list to print.
#[derive(Args, Debug)]
pub struct List {
    /// clients, contacts, departments, projects, tasks, requests, agreements, interactions, fields, ...
    #[arg(value_parser = kind)]
    pub kind: Kind,
    /// Words that must all be there
    pub words: Vec<String>,
    /// The columns behind the name, instead of the usual ones; fields of your own among them
    #[arg(long, value_name = "FIELD,...", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// The field by which the rows stand; what says nothing stands last
    #[arg(long, value_name = "FIELD")]
    pub sort: Option<String>,
    /// The other way round
    #[arg(long, requires = "sort")]
    pub reverse: bool,
    /// What must hold for a field: 'nps>=9'. May be given several times
    #[arg(long = "where", value_name = "CONDITION")]
    pub conditions: Vec<String>,
    /// One JSON object a line
    #[arg(long)]
    pub json: bool,
}

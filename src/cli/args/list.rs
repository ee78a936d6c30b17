//! What a printed list is asked for.

use super::kind;
use crate::domain::Kind;
use clap::Args;

/// What stands below the help of `syndeo list`.
pub const HELP: &str = "Examples:
  syndeo list clients                 all of them
  syndeo list tasks aegean banner     those with both words in them or in what they point at
  syndeo list clients --where 'nps>=9' --where 'segment=A' --sort nps --reverse
  syndeo list clients --columns 'city,nps,renewal price'
  syndeo list projects --json | jq -r .name

A condition has a field, a sign (= != < <= > >=) and a value; a field is named by its stable name, its word or the name
you gave it. Nothing behind = means empty. Piped, the cells of a row stand between tabs, without a heading.";

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

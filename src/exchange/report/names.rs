//! The table of names for people who write templates: made of what reports are made of.

use super::filters::FILTERS;
use super::{built_in, labels};
use crate::domain::report::things;
use std::fmt::Write as _;

/// Every name that templates find, every filter and every list of words, as Markdown.
pub fn table() -> String {
    let mut out = String::from("## Templates\n\n");
    let files: Vec<String> = built_in().map(|name| format!("`{name}`")).collect();
    // Writing into a string cannot fail.
    let _ = writeln!(out, "{}.\n\n## Filters\n\n| filter | gives |\n|---|---|", files.join(", "));
    for (filter, about) in FILTERS {
        let _ = writeln!(out, "| `{filter}` | {about} |");
    }
    out.push_str("\n## Names\n");
    for thing in things() {
        let _ = write!(
            out,
            "\n### {}\n\n{}\n\n| name | is | means |\n|---|---|---|\n",
            thing.name,
            thing.about.trim()
        );
        for name in thing.names {
            let _ = writeln!(out, "| `{}` | {} | {} |", name.name, (name.shape)(), name.about.trim());
        }
    }
    out.push_str("\n## Lists of words\n\n| list | names |\n|---|---|\n");
    for (list, names) in labels::lists() {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let _ = writeln!(out, "| `{list}` | {} |", names.join(" "));
    }
    out
}

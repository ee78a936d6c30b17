//! What is said about a file whose columns no program is known by: what each may be, and what to say to have it so.

use crate::domain::Kind;
use crate::domain::text::width;
use crate::exchange::{Proposal, mappable};
use crate::ui::text::fit;
use crate::words::cli::{heads, moving};
use std::path::Path;

/// The proposal in words, with the line to repeat; where nobody can tell what a row is, that is asked.
pub fn words(path: &Path, proposal: &Proposal) -> String {
    let head: [String; 4] =
        [heads::column(), heads::field(), heads::looks_like(), heads::samples()].map(str::to_owned);
    let rows = proposal.columns.iter().map(|column| {
        let looks = column.looks.name().to_owned();
        [column.column.clone(), column.field.to_owned(), looks, column.samples.join(" | ")]
    });
    let rows: Vec<[String; 4]> = std::iter::once(head).chain(rows).collect();
    let wide = |at: usize| rows.iter().map(|row| width(&row[at])).max().unwrap_or(0);
    let widths = [wide(0), wide(1), wide(2)];
    let table: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells = row.iter().zip(widths).map(|(cell, wide)| fit(cell, wide, false)).collect::<Vec<_>>();
            format!("  {}  {}", cells.join("  "), row[3])
        })
        .collect();
    let file = quoted(&path.to_string_lossy());
    let rest = mappable().filter(|kind| !matches!(kind, Kind::Client | Kind::Contact));
    let others: Vec<&str> = rest.map(Kind::plural).collect();
    let next = match proposal.kind {
        None => moving::which_rows(&file, others.join(", ")),
        Some(kind) => said(&file, kind, proposal),
    };
    let mut table = table.join("\n");
    if !proposal.notes.is_empty() {
        table = format!("{}\n{table}", proposal.notes.join("\n"));
    }
    moving::unknown_columns(&table, &next)
}

fn said(file: &str, kind: Kind, proposal: &Proposal) -> String {
    let line = proposal.line();
    let mapped = if line.is_empty() { "'COLUMN=FIELD,...'".to_owned() } else { quoted(&line) };
    moving::bring_rows(kind, file, crate::words::kinds(kind), &mapped, proposal.fields().join(", "))
}

/// What is said to have the columns of a file go somewhere: `--as contacts --map 'Firm=client'`.
pub fn mapped(kind: Kind, line: &str) -> String {
    format!("--as {} --map {}", kind.plural(), quoted(line))
}

/// As a shell takes it for one word.
fn quoted(text: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '=' | ',');
    if !text.is_empty() && text.chars().all(safe) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_shell_takes_it_for_one_word() {
        for (text, wanted) in [
            ("a/b-1.csv", "a/b-1.csv"),
            ("my file.csv", "'my file.csv'"),
            ("Firm's=name", r"'Firm'\''s=name'"),
            ("", "''"),
            ("$x", "'$x'"),
        ] {
            assert_eq!(quoted(text), wanted);
        }
    }
}

//! Footer and manual: readings of the one table of commands.

use super::Theme;
use super::text::width;
use crate::app::{COMMANDS, Command, Model, Scope};
use ratatui::text::{Line, Span};
use std::fmt::Write as _;

/// The key that runs a command, as it is shown.
pub fn key_of(command: Command) -> &'static str {
    command.spec().keys.first().copied().unwrap_or("")
}

/// As many hints as fit: of commands that can run now, one for each key, innermost scope first.
pub fn footer(model: &Model, columns: usize, theme: &Theme) -> Line<'static> {
    let mut line = Line::default();
    let mut used = 0;
    let mut taken: Vec<&str> = vec![];
    let scopes = model.scopes();
    for scope in scopes {
        for (spec, may) in model.offers().filter(|(s, _)| s.scope == *scope) {
            let Some(key) = spec.keys.iter().find(|k| !taken.contains(*k)) else { continue };
            let shown = *key == spec.keys[0];
            taken.extend(spec.keys);
            if spec.hint.is_empty() || may.is_err() || !shown {
                continue;
            }
            let item = width(key) + width(spec.hint) + 3;
            if used + item > columns {
                line.push_span(Span::styled(" …", theme.muted()));
                return line;
            }
            used += item;
            line.push_span(Span::styled(format!(" {key}"), theme.key()));
            line.push_span(Span::raw(format!(" {} ", spec.hint)));
        }
    }
    line
}

/// `docs/keys.md`, which a test keeps true.
pub fn manual() -> String {
    let mut out = String::from(
        "# Keys\n\nWritten by `syndeo keys`; a test keeps it true. Letters work under Greek and Cyrillic keyboards too.\n",
    );
    let mut scopes: Vec<Scope> = vec![Scope::Global, Scope::Desk, Scope::Move];
    scopes.extend(COMMANDS.iter().map(|s| s.scope));
    let mut done: Vec<Scope> = vec![];
    for scope in scopes {
        if done.contains(&scope) {
            continue;
        }
        done.push(scope);
        let _ = write!(out, "\n## {}\n\n| Keys | Name | What it does |\n|---|---|---|\n", scope.title());
        for spec in COMMANDS.iter().filter(|s| s.scope == scope) {
            let keys: Vec<String> = spec.keys.iter().map(|k| format!("`{k}`")).collect();
            let keys = if keys.is_empty() { "(menu)".to_owned() } else { keys.join(" ") };
            let _ = writeln!(out, "| {keys} | `{}` | {} |", spec.name, spec.about);
        }
    }
    out
}

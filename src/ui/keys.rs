//! Footer and manual: readings of the one table of commands.

use super::Theme;
use super::text::width;
use crate::app::{COMMANDS, Command, DeskCommand, Model, Scope, Spec};
use ratatui::text::{Line, Span};
use std::fmt::Write as _;

/// The way to everything.
const MENU: Command = Command::Desk(DeskCommand::Menu);

/// The key that runs a command, as it is shown.
pub fn key_of(command: impl Into<Command>) -> &'static str {
    command.into().spec(&[]).and_then(|s| s.keys.first()).copied().unwrap_or("")
}

/// As many hints as fit, in the order of the table: of commands that can run now and whose key is not an inner scope's.
pub fn footer(model: &Model, columns: usize, theme: Theme) -> Line<'static> {
    let mut line = Line::default();
    let mut used = 0;
    let scopes = model.screen.scopes();
    let rank = |scope: Scope| scopes.iter().position(|s| *s == scope).unwrap_or(usize::MAX);
    let covered = |spec: &Spec, key: &str| {
        COMMANDS.iter().any(|other| rank(other.scope) < rank(spec.scope) && other.keys.contains(&key))
    };
    let item = |spec: &Spec, key: &str| width(key) + width(spec.hint) + 3;
    // Whatever else has room: the way to everything is always in sight.
    let menu = COMMANDS.iter().find(|s| s.command == MENU && scopes.contains(&s.scope));
    let kept = menu.map_or(0, |s| item(s, s.keys[0]) + 2);
    let (mut full, mut placed) = (false, menu.is_none());
    for spec in COMMANDS.iter().filter(|s| !s.hint.is_empty() && scopes.contains(&s.scope)) {
        let Some(key) = spec.keys.iter().find(|k| !covered(spec, k)) else { continue };
        if model.may(spec.when).is_err() {
            continue;
        }
        let is_menu = spec.command == MENU;
        let ahead = if placed { 0 } else { kept };
        if !is_menu && (full || used + item(spec, key) + ahead > columns) {
            full = true;
            continue;
        }
        if is_menu && full {
            line.push_span(Span::styled(" …", theme.muted()));
        }
        placed |= is_menu;
        let object = model.object_of(spec.command).map(|o| format!("{o} ")).unwrap_or_default();
        let object =
            if used + item(spec, key) + width(&object) + ahead > columns { String::new() } else { object };
        used += item(spec, key) + width(&object);
        line.push_span(Span::styled(format!(" {key}"), theme.key()));
        line.push_span(Span::raw(format!(" {} {object}", spec.hint)));
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

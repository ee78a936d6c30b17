//! Footer and manual: readings of the one table of commands.

use super::Theme;
use super::text::width;
use crate::app::{COMMANDS, Command, Common, DeskCommand, Model, Next, Scope, Spec};
use crate::domain::Kind;
use crate::words::{self, Of};
use ratatui::text::{Line, Span};
use std::fmt::Write as _;

/// The way to everything.
const MENU: Command = Command::Desk(DeskCommand::Menu);
/// The way back.
const BACK: Command = Command::Common(Common::Back);

/// The key that runs a command, as it is shown; of what adds something the letters that do.
pub fn key_of(command: impl Into<Command>) -> &'static str {
    command.into().way()
}

/// What the keys do here, as much as fits: what the screen and its row are there for first, then the rest in the order of the
/// table. The way back and the way to everything are always in sight. Only what can run now is named, and no key that an
/// inner scope has.
pub fn footer(model: &Model, columns: usize, theme: Theme) -> Hints {
    let is_menu = model.screen.scopes().contains(&Scope::Menu);
    let pinned: &[Command] = if is_menu { &[BACK] } else { &[BACK, MENU] };
    let pinned: Vec<Hint> = pinned.iter().filter_map(|c| Hint::of(model, *c)).collect();
    let kept: usize = pinned.iter().map(Hint::wide).sum();
    let mut line = Hints::default();
    let mut used = 0;
    let mut full = false;
    for hint in hints(model) {
        // A sign says that there is more than has room.
        if used + hint.wide() + kept + width(MORE) > columns {
            full = true;
            break;
        }
        let whole = hint.object.is_none() || used + hint.wide_with_object() + kept + width(MORE) <= columns;
        used += if whole { hint.wide_with_object() } else { hint.wide() };
        hint.draw(whole, theme, &mut line);
    }
    if full && !pinned.is_empty() {
        line.line.push_span(Span::styled(MORE, theme.muted()));
    }
    for hint in &pinned {
        hint.draw(true, theme, &mut line);
    }
    line
}

/// What may be done next with what was just said: " · u undoes".
pub fn next(next: &[Next], theme: Theme) -> Hints {
    let mut all = Hints::default();
    for next in next {
        let command = next.command();
        all.line.push_span(Span::styled(" · ", theme.muted()));
        let spans = [Span::styled(key_of(command), theme.key()), Span::raw(format!(" {}", next.words()))];
        all.push(spans, Command::from(command));
    }
    all
}

/// Keys with what they do, in a line, and where each stands in it.
#[derive(Default)]
pub struct Hints {
    /// The line.
    pub line: Line<'static>,
    /// The first column and the columns of each, and what it runs.
    pub places: Vec<(usize, usize, Command)>,
}

impl Hints {
    /// A line that begins with words.
    pub fn of(words: Span<'static>) -> Self {
        Self { line: Line::from(words), places: vec![] }
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.line.width()
    }

    /// Puts another line behind it.
    pub fn add(&mut self, other: Self) {
        let before = self.width();
        self.places.extend(other.places.into_iter().map(|(from, wide, c)| (before + from, wide, c)));
        self.line.extend(other.line);
    }

    fn push(&mut self, spans: [Span<'static>; 2], command: Command) {
        let from = self.width();
        self.line.extend(spans);
        self.places.push((from, self.width() - from, command));
    }
}

/// What stands where not all has room.
const MORE: &str = " …";

/// A key with what it does.
struct Hint {
    command: Command,
    key: &'static str,
    words: &'static str,
    /// What it is done to.
    object: Option<Kind>,
}

impl Hint {
    /// Of a command that is on offer now and can run.
    fn of(model: &Model, command: Command) -> Option<Self> {
        let scopes = model.screen.scopes();
        let rank = |spec: &Spec| scopes.iter().position(|s| *s == spec.scope);
        let rows = COMMANDS.iter().filter(|s| s.command == command && !s.hint.is_empty());
        let (place, spec) = rows.filter_map(|s| Some((rank(s)?, s))).min_by_key(|(place, _)| *place)?;
        let covered = |key: &str| {
            let has = |other: &Spec| other.keys.contains(&key);
            COMMANDS.iter().any(|other| has(other) && rank(other).is_some_and(|inner| inner < place))
        };
        let key = spec.keys.iter().find(|key| !covered(key))?;
        if model.is_idle(command) || model.may(spec.when).is_err() {
            return None;
        }
        let words = words::label(Of::Hint, spec.hint);
        Some(Self { command, key, words, object: model.object_of(command) })
    }

    fn wide(&self) -> usize {
        width(self.key) + width(self.words) + 3
    }

    fn wide_with_object(&self) -> usize {
        self.wide() + self.object.map_or(0, |kind| width(words::of_kind(kind)) + 1)
    }

    fn draw(&self, whole: bool, theme: Theme, line: &mut Hints) {
        let object = self.object.filter(|_| whole).map(|kind| format!("{} ", words::of_kind(kind)));
        let key = Span::styled(format!(" {}", self.key), theme.key());
        let words = format!(" {} {}", self.words, object.unwrap_or_default());
        line.push([key, Span::raw(words)], self.command);
    }
}

/// What can be done now, each once, but for what is always in sight.
fn hints(model: &Model) -> Vec<Hint> {
    let scopes = model.screen.scopes();
    // The menu shows itself what its keys do.
    let is_menu = scopes.contains(&Scope::Menu);
    let own: &[Command] = if scopes.contains(&Scope::Desk) && !is_menu { model.own_commands() } else { &[] };
    let offered = |spec: &&Spec| scopes.contains(&spec.scope) && (!is_menu || spec.scope == Scope::Menu);
    let table = COMMANDS.iter().filter(offered).map(|s| s.command);
    let mut seen = vec![BACK, MENU];
    // What may be done with what was just said stands beside it.
    seen.extend(model.session.notice.iter().flat_map(|n| n.next).map(|next| Command::from(next.command())));
    let mut hints: Vec<Hint> = vec![];
    for command in own.iter().copied().chain(table) {
        if seen.contains(&command) {
            continue;
        }
        seen.push(command);
        // What `add` writes down here needs no second key.
        let said = |hint: &Hint| hints.iter().any(|h| h.object.map(Command::Add) == Some(hint.command));
        hints.extend(Hint::of(model, command).filter(|hint| !said(hint)));
    }
    hints
}

/// `docs/keys.md`, which a test keeps true.
pub fn manual() -> String {
    let mut out = String::from(words::screen::keys_head());
    let mut scopes: Vec<Scope> = vec![Scope::Global, Scope::Desk, Scope::Move];
    scopes.extend(COMMANDS.iter().map(|s| s.scope));
    let mut done: Vec<Scope> = vec![];
    for scope in scopes {
        if done.contains(&scope) {
            continue;
        }
        done.push(scope);
        let title = words::label(Of::Scope, scope.title());
        let _ = write!(out, "\n## {title}\n\n{}\n|---|---|---|\n", words::screen::keys_table());
        for spec in COMMANDS.iter().filter(|s| s.scope == scope) {
            let keys: Vec<String> = spec.ways().map(|way| format!("`{way}`")).collect();
            let keys = if keys.is_empty() { words::screen::in_palette().to_owned() } else { keys.join(" ") };
            let _ = writeln!(out, "| {keys} | `{}` | {} |", spec.name, words::label(Of::About, spec.about));
        }
    }
    out
}

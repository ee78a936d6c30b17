//! From terminal events to messages. Nothing here is drawn, nothing here is kept.

mod chord;
mod layout;

pub use chord::Chord;

use crate::app::{COMMANDS, Command, DialogCommand, Model, Msg, Pointed, Pointing, ReachCommand, Scope};
use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Which command a key runs in a scope; read from the one table.
static KEYS: LazyLock<HashMap<(Scope, Chord), Command>> = LazyLock::new(|| {
    let rows = COMMANDS.iter().flat_map(|s| s.keys.iter().map(move |k| (s, *k)));
    let keys = rows.map(|(s, key)| (s.scope, key, s.command));
    let letters = COMMANDS.iter().filter_map(|s| s.letter.map(|l| (l.scope, l.key, s.command)));
    keys.chain(letters).filter_map(|(scope, key, c)| Chord::parse(key).map(|k| ((scope, k), c))).collect()
});

/// The most that is taken from one paste, in bytes: more than any note, less than what would stall the screen.
const PASTE_LIMIT: usize = 256 * 1024;

/// The message an event stands for in this state, if any.
pub fn message(model: &Model, event: &Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            match (command(model, Chord::from(*key)), key.code) {
                // Which of the numbers was struck is what matters.
                (
                    Some(Command::Dialog(DialogCommand::Nth) | Command::Reach(ReachCommand::Nth)),
                    KeyCode::Char(c),
                ) => {
                    return Some(Msg::Typed(c.to_string()));
                }
                (Some(command), _) => return Some(Msg::Run(command)),
                (None, _) => {}
            }
            match key.code {
                KeyCode::Char(c)
                    if model.screen.is_typing() && (key.modifiers - KeyModifiers::SHIFT).is_empty() =>
                {
                    Some(Msg::Typed(c.to_string()))
                }
                // A list answers to every letter, so that nobody wonders whether it was heard; so does what waits for one.
                KeyCode::Char(c)
                    if model.screen.scopes().iter().any(|scope| scope.answers_letters())
                        && (key.modifiers - KeyModifiers::SHIFT).is_empty() =>
                {
                    Some(Msg::Unbound(c))
                }
                _ => None,
            }
        }
        // Pasted text is text, never keys: outside a field it does nothing.
        Event::Paste(text) if model.screen.is_typing() => {
            let end =
                (0..=text.len().min(PASTE_LIMIT)).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
            Some(Msg::Typed(text[..end].to_owned()))
        }
        Event::Mouse(mouse) => {
            let with = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Pointing::Press,
                MouseEventKind::ScrollDown => Pointing::Wheel { down: true },
                MouseEventKind::ScrollUp => Pointing::Wheel { down: false },
                _ => return None,
            };
            Some(Msg::Pointed(Pointed { at: (mouse.column, mouse.row), with }))
        }
        _ => None,
    }
}

/// Looks a key up in the scopes that have the keys, innermost first; then once more as if struck on a Latin keyboard,
/// so that commands work under Greek and Cyrillic layouts.
fn command(model: &Model, chord: Chord) -> Option<Command> {
    let find =
        |chord: Chord| model.screen.scopes().iter().find_map(|scope| KEYS.get(&(*scope, chord)).copied());
    find(chord).or_else(|| if model.screen.is_typing() { None } else { find(chord.in_latin()?) })
}

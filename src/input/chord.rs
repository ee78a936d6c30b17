//! One key with what is held down, the same on every platform.

use super::layout;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key and what is held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    code: KeyCode,
    held: KeyModifiers,
}

/// The names of keys that are no letters.
const NAMED: &[(&str, KeyCode)] = &[
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("space", KeyCode::Char(' ')),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
];

impl Chord {
    /// Reads `ctrl-s`, `f1`, `?`, `shift-tab`; `None` for what is no key.
    pub fn parse(text: &str) -> Option<Self> {
        let mut held = KeyModifiers::NONE;
        let mut rest = text;
        while let Some((head, tail)) = rest.split_once('-').filter(|(h, t)| !h.is_empty() && !t.is_empty()) {
            held |= match head {
                "ctrl" => KeyModifiers::CONTROL,
                "alt" => KeyModifiers::ALT,
                "shift" => KeyModifiers::SHIFT,
                _ => return None,
            };
            rest = tail;
        }
        if let Some((_, code)) = NAMED.iter().find(|(name, _)| *name == rest) {
            return Some(Self { code: *code, held });
        }
        let mut chars = rest.chars();
        let code = match (chars.next()?, chars.as_str()) {
            (c, "") => KeyCode::Char(c),
            ('f', digits) => KeyCode::F(digits.parse().ok().filter(|n| (1..=12).contains(n))?),
            _ => return None,
        };
        Some(Self { code, held })
    }

    /// The chord that the same physical key gives on a Latin keyboard, when it gives another letter here.
    pub fn in_latin(self) -> Option<Self> {
        let KeyCode::Char(c) = self.code else { return None };
        Some(Self { code: KeyCode::Char(layout::latin(c)?), ..self })
    }

    /// Whether every common terminal sends this key as itself: not those that arrive as Enter, Tab or Esc, nor those
    /// that stop the program.
    pub fn is_portable(self) -> bool {
        let ctrl = self.held.contains(KeyModifiers::CONTROL);
        match self.code {
            KeyCode::Enter => self.held.is_empty(),
            KeyCode::Char(c) if ctrl => !"im[cz".contains(c) && c.is_ascii_lowercase(),
            KeyCode::Char(c) => c == ' ' || c.is_ascii_graphic(),
            _ => true,
        }
    }
}

impl From<KeyEvent> for Chord {
    /// Shift is part of a printed character already, whatever the platform says.
    fn from(key: KeyEvent) -> Self {
        let mut held = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        let code = match key.code {
            KeyCode::BackTab => {
                held |= KeyModifiers::SHIFT;
                KeyCode::Tab
            }
            KeyCode::Char(c) => {
                held -= KeyModifiers::SHIFT;
                KeyCode::Char(c)
            }
            other => other,
        };
        Self { code, held }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_is_a_key_of_its_own() {
        assert_eq!(Chord::parse("-"), Some(Chord { code: KeyCode::Char('-'), held: KeyModifiers::NONE }));
        assert_eq!(
            Chord::parse("ctrl--"),
            Some(Chord { code: KeyCode::Char('-'), held: KeyModifiers::CONTROL })
        );
        assert_eq!(Chord::parse("hyper-x"), None);
        assert_eq!(Chord::parse("f13"), None);
    }

    #[test]
    fn shifted_letters_are_one_chord_everywhere() {
        let unix = KeyEvent::new(KeyCode::Char('?'), KeyModifiers::NONE);
        let windows = KeyEvent::new(KeyCode::Char('?'), KeyModifiers::SHIFT);
        assert_eq!(Chord::from(unix), Chord::from(windows));
        let back_tab = KeyEvent::new(KeyCode::BackTab, KeyModifiers::NONE);
        assert_eq!(Some(Chord::from(back_tab)), Chord::parse("shift-tab"));
    }

    #[test]
    fn keys_that_terminals_do_not_send_are_told() {
        for (key, sent) in [
            ("shift-enter", false),
            ("ctrl-i", false),
            ("ctrl-c", false),
            ("ctrl-s", true),
            ("ctrl-left", true),
        ] {
            assert_eq!(Chord::parse(key).map(Chord::is_portable), Some(sent), "{key}");
        }
    }
}

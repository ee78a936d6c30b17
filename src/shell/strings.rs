//! Strings that a terminal sends (ECMA-48 §5.6: OSC, DCS, APC, PM, SOS), answers that come late above all. They arrive
//! among the keys, and the reader of keys takes their letters for keys; here they are swallowed to their end.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::time::Duration;

/// How long is waited for more when nothing is begun. With no wait at all the reader of keys does not even look.
const MORE: Duration = Duration::from_millis(1);
/// How long after an Esc what it begins may follow, on a line that cuts between the two.
const AFTER_ESC: Duration = Duration::from_millis(25);
/// How long a string may pause. One without an end is over then: a person who types is slower to go on than a terminal,
/// and nothing that belongs to it may run a command.
const PAUSE: Duration = Duration::from_millis(300);

/// Takes strings out of the events.
#[derive(Debug, Default)]
pub struct Strings {
    state: State,
    /// An Esc that waits for what follows it.
    held: Option<Event>,
    /// What was said so far, as far as anybody asks.
    said: String,
    /// What was said by the string that ended last.
    ended: Option<String>,
}

/// Longer strings are nobody's answer.
const LONGEST: usize = 64;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// What comes is keys.
    #[default]
    Keys,
    /// What comes belongs to a string.
    Inside,
}

/// What a key is to a string.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It opens one.
    Start,
    /// It ends one, and belongs to it.
    End,
    /// It may stand in one.
    Letter,
    /// It cannot stand in one: whatever was begun is given up.
    Other,
}

impl Strings {
    /// How long to wait for the next event before [`Strings::rest`].
    pub fn wait(&self) -> Duration {
        match (self.state, &self.held) {
            (_, Some(_)) => AFTER_ESC,
            (State::Inside, None) => PAUSE,
            (State::Keys, None) => MORE,
        }
    }

    /// Nothing came for as long as [`Strings::wait`] says: what was begun is over. An Esc that waited was a key, but for
    /// one inside a string.
    pub fn rest(&mut self) -> Option<Event> {
        let esc = self.held.take();
        match std::mem::take(&mut self.state) {
            State::Keys => esc,
            State::Inside => None,
        }
    }

    /// What the string said that ended last, once.
    pub fn said(&mut self) -> Option<String> {
        self.ended.take()
    }

    /// Takes an event in; gives back what is no part of a string, in order.
    pub fn take(&mut self, event: Event) -> Vec<Event> {
        let Event::Key(key) = event else {
            // A new size comes when it likes; a paste or a focus is a sequence of its own and ends what was begun.
            return if matches!(event, Event::Resize(..)) {
                vec![event]
            } else {
                self.rest().into_iter().chain([event]).collect()
            };
        };
        let held = self.held.take();
        let part = part(key, held.is_some());
        match (self.state, part) {
            (State::Keys, Part::Start) => {
                self.state = State::Inside;
                self.said.clear();
            }
            (State::Keys, _) if is_esc(key) => {
                self.held = Some(event);
                return held.into_iter().collect();
            }
            (State::Keys, _) => return held.into_iter().chain([event]).collect(),
            (State::Inside, Part::End) => {
                self.state = State::Keys;
                self.ended = Some(std::mem::take(&mut self.said));
            }
            (State::Inside, Part::Start) => self.said.clear(),
            (State::Inside, Part::Letter) if held.is_none() => {
                if let KeyCode::Char(c) = key.code
                    && self.said.len() < LONGEST
                {
                    self.said.push(c);
                }
            }
            (State::Inside, _) if is_esc(key) => self.held = Some(event),
            (State::Inside, _) => {
                self.state = State::Keys;
                return vec![event];
            }
        }
        vec![]
    }
}

fn is_esc(key: KeyEvent) -> bool {
    key.code == KeyCode::Esc && key.modifiers.is_empty()
}

/// What a key is to a string; with `escaped`, the one before was an Esc that was read by itself.
fn part(key: KeyEvent, escaped: bool) -> Part {
    let held = key.modifiers - KeyModifiers::SHIFT;
    let alone = held.is_empty() && key.kind != KeyEventKind::Release;
    let after_esc = if alone { escaped } else { held == KeyModifiers::ALT };
    match key.code {
        KeyCode::Char(']' | 'P' | '_' | '^' | 'X') if after_esc => Part::Start,
        KeyCode::Char('\\') if after_esc => Part::End,
        // The same as one character each (C1), in a terminal that sends those.
        KeyCode::Char('\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}') if alone => Part::Start,
        KeyCode::Char('\u{9c}') if alone => Part::End,
        // BEL; CAN and SUB, which give a string up.
        KeyCode::Char('g' | 'x' | 'z') if held == KeyModifiers::CONTROL => Part::End,
        // Ctrl-C must end the program whatever the terminal does.
        KeyCode::Char('c') if held == KeyModifiers::CONTROL => Part::Other,
        KeyCode::Char(_) if alone || held == KeyModifiers::CONTROL => Part::Letter,
        KeyCode::Enter | KeyCode::Tab | KeyCode::Backspace if alone => Part::Letter,
        _ => Part::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(c: char, held: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(c), held))
    }

    /// The events as the reader of keys makes them of bytes; `|` is where a read ends.
    fn events(bytes: &str) -> Vec<Event> {
        let mut out = vec![];
        let mut chars = bytes.chars().filter(|c| *c != '\0').peekable();
        while let Some(c) = chars.next() {
            out.push(match c {
                '|' => continue,
                '\x1b' => match chars.next_if(|c| *c != '|') {
                    Some(c) => key(c, KeyModifiers::ALT),
                    None => Event::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)),
                },
                '\x07' => key('g', KeyModifiers::CONTROL),
                '\x18' => key('x', KeyModifiers::CONTROL),
                '\x03' => key('c', KeyModifiers::CONTROL),
                c => key(c, KeyModifiers::NONE),
            });
        }
        out
    }

    /// What comes through, Esc as `!`.
    fn through(bytes: &str) -> String {
        let mut strings = Strings::default();
        let mut out: Vec<Event> = events(bytes).into_iter().flat_map(|e| strings.take(e)).collect();
        out.extend(strings.rest());
        out.into_iter()
            .map(|e| match e {
                Event::Key(KeyEvent { code: KeyCode::Char(c), .. }) => c,
                _ => '!',
            })
            .collect()
    }

    #[test]
    fn strings_are_swallowed_to_their_end() {
        for (bytes, wanted) in [
            ("ab", "ab"),
            ("a\x1b]11;rgb:dddd/eeee/aaaa\x1b\\b", "ab"),
            ("a\x1b]11;rgb:dd\x07b", "ab"),
            ("a\x1bP1+r544e\x1b\\b", "ab"),
            ("a\x1b_Gi=1;OK\x1b\\b", "ab"),
            ("a\x1b^x\x1b\\b", "ab"),
            ("a\x1bXx\x1b\\b", "ab"),
            ("a\u{9d}11;x\u{9c}b", "ab"),
            // Cut anywhere, also between Esc and what it begins or ends.
            ("a\x1b|]11;x\x1b|\\b", "ab"),
            ("a\x1b]1|1;r|x\x1b\\b", "ab"),
            ("a\x1b]1;x\x18b", "ab"),
            ("a\x1b]1;x\x1b]2;y\x07b", "ab"),
            // Without an end nothing of it runs a command; Ctrl-C still ends the program.
            ("a\x1b]11;quit", "a"),
            ("a\x1b]11;x\x03", "ac"),
            ("a\x1b|b", "a!b"),
            ("\x1b|\x1b|", "!!"),
            ("\x1b|", "!"),
            ("a\\b", "a\\b"),
        ] {
            assert_eq!(through(bytes), wanted, "{bytes:?}");
        }
    }

    #[test]
    fn what_a_string_said_is_told_once() {
        for bytes in [
            "a\x1b]11;rgb:1616/1818/1c1c\x1b\\b",
            "\x1b]11;rgb:16|16/1818/1c1c\x07",
            "\x1b]2;x\x1b]11;rgb:1616/1818/1c1c\x07",
        ] {
            let mut strings = Strings::default();
            for event in events(bytes) {
                strings.take(event);
            }
            assert_eq!(strings.said().as_deref(), Some("11;rgb:1616/1818/1c1c"), "{bytes:?}");
            assert_eq!(strings.said(), None);
        }
        let mut cut = Strings::default();
        for event in events("\x1b]11;rgb:1616") {
            cut.take(event);
        }
        cut.rest();
        assert_eq!(cut.said(), None);
    }

    #[test]
    fn after_a_pause_keys_are_keys_again() {
        let mut strings = Strings::default();
        assert!(strings.take(key(']', KeyModifiers::ALT)).is_empty());
        assert!(strings.take(key('x', KeyModifiers::NONE)).is_empty());
        assert_eq!(strings.wait(), PAUSE);
        assert_eq!(strings.rest(), None);
        assert_eq!(strings.take(key('x', KeyModifiers::NONE)), [key('x', KeyModifiers::NONE)]);
    }

    #[test]
    fn a_new_size_comes_through_and_ends_nothing() {
        let mut strings = Strings::default();
        assert!(strings.take(key(']', KeyModifiers::ALT)).is_empty());
        assert_eq!(strings.take(Event::Resize(9, 9)), [Event::Resize(9, 9)]);
        assert!(strings.take(key('x', KeyModifiers::NONE)).is_empty());
    }
}

//! The ground of the terminal: it is asked once (OSC 11), and what it answers in time chooses the colours.

use super::is_set;
use crate::ui::Colours;
use std::io::{self, Write};

/// How long an answer counts, in milliseconds. One that comes later is swallowed like every other: the screen does not change under the eyes.
const IN_TIME_MS: i64 = 100;

/// How long an answer counts, in milliseconds. A test sets it in debug builds: on a loaded machine every answer can be late.
pub fn in_time_ms() -> i64 {
    let set = || std::env::var("SYNDEO_TEST_IN_TIME_MS").ok()?.parse().ok();
    if cfg!(debug_assertions) { set() } else { None }.unwrap_or(IN_TIME_MS)
}

/// Which colours are drawn at first, and whether the terminal is to be asked for better ones.
///
/// `NO_COLOR` and `SYNDEO_THEME` (`dark`, `light`, `ansi`, `none`) decide; else `COLORFGBG`, which some terminals set, is
/// a guess that stands until the terminal answers.
pub fn first() -> (Colours, bool) {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    if is_set("NO_COLOR") {
        return (Colours::None, false);
    }
    match variable("SYNDEO_THEME").as_str() {
        "dark" => return (Colours::Dark, false),
        "light" => return (Colours::Light, false),
        "ansi" => return (Colours::Sixteen, false),
        "none" => return (Colours::None, false),
        _ => {}
    }
    if !has_many(&variable("TERM"), &variable("COLORTERM")) {
        return (Colours::Sixteen, false);
    }
    (guess(&variable("COLORFGBG")), true)
}

/// Whether a terminal has 256 colours, by what it says of itself.
fn has_many(term: &str, colours: &str) -> bool {
    let known = ["256color", "direct", "kitty", "ghostty", "alacritty", "wezterm", "foot"];
    matches!(colours, "truecolor" | "24bit") || known.iter().any(|name| term.contains(name))
}

/// "15;0": text and ground by the numbers of the sixteen colours; the last one counts.
fn guess(fgbg: &str) -> Colours {
    match fgbg.rsplit(';').next().and_then(|ground| ground.parse::<u8>().ok()) {
        Some(0..=6 | 8) => Colours::Dark,
        Some(7 | 15) => Colours::Light,
        _ => Colours::Sixteen,
    }
}

/// Asks the terminal for its ground. What it answers comes among the keys.
///
/// # Errors
/// When the terminal cannot be written.
pub fn ask() -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(b"\x1b]11;?\x07")?;
    out.flush()
}

/// Reads what a terminal answers: `11;rgb:1616/1818/1c1c`, with one to four digits for each part, or `rgba:` with a part more.
pub fn answer(said: &str) -> Option<[u8; 3]> {
    let colour =
        said.strip_prefix("11;rgb").map(|rest| rest.strip_prefix('a').unwrap_or(rest))?.strip_prefix(':')?;
    let mut parts = colour.split('/').map(part);
    let ground = [parts.next()??, parts.next()??, parts.next()??];
    (parts.count() <= 1).then_some(ground)
}

/// A part of a colour in as many hexadecimal digits as the terminal likes, of 255.
fn part(digits: &str) -> Option<u8> {
    let most = match digits.len() {
        1..=4 => (1_u32 << (4 * digits.len())) - 1,
        _ => return None,
    };
    // A sign before the digits would be read as well.
    let value = if digits.starts_with('+') { None } else { u32::from_str_radix(digits, 16).ok() }?;
    u8::try_from(value * 255 / most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_however_they_are_written() {
        for (said, wanted) in [
            ("11;rgb:1616/1818/1c1c", Some([0x16, 0x18, 0x1c])),
            ("11;rgb:fd/f6/e3", Some([0xfd, 0xf6, 0xe3])),
            ("11;rgb:f/f/f", Some([0xff; 3])),
            ("11;rgba:0000/0000/0000/ffff", Some([0; 3])),
            ("11;rgb:0000/0000", None),
            ("11;rgb:0000/0000/00000", None),
            ("11;rgb:+1/00/00", None),
            ("11;?", None),
            ("10;rgb:1616/1818/1c1c", None),
            ("", None),
        ] {
            assert_eq!(answer(said), wanted, "{said}");
        }
    }

    #[test]
    fn a_terminal_says_what_it_has() {
        assert!(
            has_many("xterm-256color", "") && has_many("xterm", "truecolor") && has_many("xterm-kitty", "")
        );
        assert!(!has_many("xterm", "") && !has_many("linux", ""));
        assert_eq!(guess("15;0"), Colours::Dark);
        assert_eq!(guess("0;default;15"), Colours::Light);
        assert_eq!(guess(""), Colours::Sixteen);
    }
}

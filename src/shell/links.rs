//! Addresses that can be clicked (OSC 8, <https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>), where the
//! terminal is known to have them.

use crate::app::Model;
use crate::domain::reach::ways;
use std::env::var;

/// Programs that name themselves and have links.
const PROGRAMS: [&str; 6] = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"];
/// What the names of terminals that have links have in them.
const TERMS: [&str; 6] = ["kitty", "foot", "alacritty", "ghostty", "wezterm", "contour"];
/// Variables that only terminals with links set.
const MARKS: [&str; 3] = ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM"];
/// The version of VTE (GNOME's terminals) from which on it has links: 0.50.
const VTE: u32 = 5000;

/// The version of tmux from which on it hands links on, to a terminal it knows to have them (its feature `hyperlinks`). For
/// others it takes them away, as older ones do everywhere: a link never does harm within tmux.
const TMUX: (u32, u32) = (3, 4);

/// What is seen of a way to reach somebody, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// As it stands on the screen.
    pub text: String,
    /// The address of it.
    pub address: String,
}

/// The ways of the record that is read.
pub fn of(model: &Model) -> Vec<Way> {
    let record = model.screen.detail().of.and_then(|id| model.data.book.get(id));
    let own = record.map(ways).unwrap_or_default();
    let found = own.into_iter().filter_map(|way| {
        // What must be asked about leads nowhere, and the standard of links knows plain letters only.
        let address = way.address().filter(|address| !address.asks && is_plain(&address.text))?;
        Some(Way { text: way.text.trim().to_owned(), address: address.text })
    });
    found.filter(|way| !way.text.is_empty()).collect()
}

/// Whether an address may stand in a link: of a kind that harms nobody, in letters that steer no terminal.
fn is_plain(address: &str) -> bool {
    ["http://", "https://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| address.to_ascii_lowercase().starts_with(scheme))
        && address.bytes().all(|b| b.is_ascii_graphic())
}

/// Whether the terminal has links. `SYNDEO_LINKS` (on, off) decides, then `FORCE_HYPERLINK` (0 for none), which other programs
/// know as well.
pub fn are_there() -> bool {
    decide(&|name| var(name).ok().filter(|value| !value.is_empty()))
}

fn decide(of: &dyn Fn(&str) -> Option<String>) -> bool {
    match of("SYNDEO_LINKS").as_deref() {
        Some("on") => return true,
        Some("off") => return false,
        _ => {}
    }
    if let Some(forced) = of("FORCE_HYPERLINK") {
        return forced != "0";
    }
    let named = of("TERM").unwrap_or_default();
    let is_known = TERMS.iter().any(|name| named.contains(name));
    if let Some(said) = of_tmux(of, &named).filter(|_| !is_known) {
        return said;
    }
    if of("STY").is_some() || named == "dumb" || named.starts_with("screen") {
        return false;
    }
    let vte = of("VTE_VERSION").and_then(|version| version.parse().ok()).is_some_and(|v: u32| v >= VTE);
    let program = of("TERM_PROGRAM").is_some_and(|program| PROGRAMS.contains(&program.as_str()));
    vte || is_known || program || MARKS.iter().any(|mark| of(mark).is_some())
}

/// What tmux says, where it is the terminal; what the terminal around it set reaches programs inside as well, and says nothing.
fn of_tmux(of: &dyn Fn(&str) -> Option<String>, named: &str) -> Option<bool> {
    // From another machine: its version does not come along, but the name of the terminal does.
    let is_named = named.starts_with("tmux");
    if of("TMUX").is_none() {
        return is_named.then_some(true);
    }
    match of("TERM_PROGRAM").as_deref() {
        Some("tmux") => Some(of("TERM_PROGRAM_VERSION").is_some_and(|version| numbers(&version) >= TMUX)),
        // Before 3.2 it did not say so.
        _ if is_named || named.starts_with("screen") => Some(false),
        // Another terminal that was started from within tmux has its variables still.
        _ => None,
    }
}

/// "3.4a" and "next-3.5" as numbers; what is none is zero.
fn numbers(version: &str) -> (u32, u32) {
    let version = version.trim_start_matches(|c: char| !c.is_ascii_digit());
    let mut parts = version.split(|c: char| !c.is_ascii_digit()).map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

/// A text that leads to an address. The address is safe: none that steers a terminal is one.
pub fn link(text: &str, address: &str) -> String {
    format!("\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_terminals_that_are_known_have_links() {
        let with = |pairs: &'static [(&str, &str)]| {
            decide(&|name| pairs.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned()))
        };
        for none in [
            &[][..],
            &[("TERM", "linux")],
            &[("TERM", "xterm-256color"), ("VTE_VERSION", "4999")],
            &[("TERM", "dumb"), ("VTE_VERSION", "7600")],
            &[("TERM", "screen.xterm-kitty"), ("STY", "x"), ("KONSOLE_VERSION", "1")],
            &[("TERM", "tmux-256color"), ("TMUX", "x"), ("VTE_VERSION", "7600")],
            &[("TMUX", "x"), ("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.3a")],
            &[("TMUX", "x"), ("TERM_PROGRAM", "tmux"), ("VTE_VERSION", "7600")],
            &[("TERM", "screen-256color"), ("TMUX", "x"), ("TERM_PROGRAM", "vscode")],
            &[("TERM", "xterm-256color"), ("TMUX", "x")],
            &[("TERM", "screen-256color")],
            &[("TERM", "xterm-kitty"), ("SYNDEO_LINKS", "off"), ("FORCE_HYPERLINK", "1")],
        ] {
            assert!(!with(none), "{none:?}");
        }
        for some in [
            &[("TERM", "xterm-kitty")][..],
            &[("VTE_VERSION", "7600")],
            &[("WT_SESSION", "x")],
            &[("TERM_PROGRAM", "vscode")],
            &[("TERM", "linux"), ("FORCE_HYPERLINK", "1")],
            &[("TERM", "dumb"), ("SYNDEO_LINKS", "on"), ("FORCE_HYPERLINK", "0")],
            &[
                ("TERM", "tmux-256color"),
                ("TMUX", "x"),
                ("TERM_PROGRAM", "tmux"),
                ("TERM_PROGRAM_VERSION", "3.4"),
            ],
            &[("TERM", "screen"), ("TMUX", "x"), ("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.10a")],
            // A tmux that calls itself by another name.
            &[
                ("TERM", "xterm-256color"),
                ("TMUX", "x"),
                ("TERM_PROGRAM", "tmux"),
                ("TERM_PROGRAM_VERSION", "next-3.6"),
            ],
            // On another machine, reached from within tmux.
            &[("TERM", "tmux-256color")],
            // Terminals that were started from within an old tmux.
            &[("TERM", "xterm-256color"), ("TMUX", "x"), ("TERM_PROGRAM", "vscode")],
            &[
                ("TERM", "xterm-kitty"),
                ("TMUX", "x"),
                ("TERM_PROGRAM", "tmux"),
                ("TERM_PROGRAM_VERSION", "3.3a"),
            ],
        ] {
            assert!(with(some), "{some:?}");
        }
        assert!(!with(&[("TERM", "xterm-kitty"), ("FORCE_HYPERLINK", "0")]));
    }

    #[test]
    fn only_addresses_that_harm_nobody_stand_in_a_link() {
        for plain in
            ["https://a.example/b?c=d", "HTTP://a.example", "mailto:a@b.example", "tel:+302101234567"]
        {
            assert!(is_plain(plain), "{plain}");
        }
        for other in [
            "file:///etc/passwd",
            "ssh://host",
            "javascript:x",
            "https://a.example/\x1b]0;x\x07",
            "https://a b",
            "https://ά.example",
            "",
        ] {
            assert!(!is_plain(other), "{other:?}");
        }
    }
}

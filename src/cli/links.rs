//! Addresses that can be clicked (OSC 8, <https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>), where the
//! terminal is known to have them.

use std::env::var;

/// Programs that name themselves and have links.
const PROGRAMS: [&str; 6] = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"];
/// What the names of terminals that have links have in them.
const TERMS: [&str; 6] = ["kitty", "foot", "alacritty", "ghostty", "wezterm", "contour"];
/// Variables that only terminals with links set.
const MARKS: [&str; 3] = ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM"];
/// The version of VTE (GNOME's terminals) from which on it has links: 0.50.
const VTE: u32 = 5000;

/// Whether the terminal has links. `FORCE_HYPERLINK` decides where it is set: 0 for none.
pub fn are_there() -> bool {
    decide(&|name| var(name).ok().filter(|value| !value.is_empty()))
}

fn decide(of: &dyn Fn(&str) -> Option<String>) -> bool {
    if let Some(forced) = of("FORCE_HYPERLINK") {
        return forced != "0";
    }
    let vte = of("VTE_VERSION").and_then(|version| version.parse().ok()).is_some_and(|v: u32| v >= VTE);
    let term = of("TERM").is_some_and(|term| TERMS.iter().any(|name| term.contains(name)));
    let program = of("TERM_PROGRAM").is_some_and(|program| PROGRAMS.contains(&program.as_str()));
    vte || term || program || MARKS.iter().any(|mark| of(mark).is_some())
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
        for none in [&[][..], &[("TERM", "linux")], &[("TERM", "xterm-256color"), ("VTE_VERSION", "4999")]] {
            assert!(!with(none), "{none:?}");
        }
        for some in [
            &[("TERM", "xterm-kitty")][..],
            &[("VTE_VERSION", "7600")],
            &[("WT_SESSION", "x")],
            &[("TERM_PROGRAM", "vscode")],
            &[("TERM", "linux"), ("FORCE_HYPERLINK", "1")],
        ] {
            assert!(with(some), "{some:?}");
        }
        assert!(!with(&[("TERM", "xterm-kitty"), ("FORCE_HYPERLINK", "0")]));
    }
}

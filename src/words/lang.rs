//! The language in which words are made.
//!
//! One for the whole program, since no screen mixes two; a thread can speak another for a while, so that tests draw both
//! side by side.

use std::cell::Cell;
use std::sync::atomic::{AtomicU8, Ordering};

/// A language that everything can be said in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Greek.
    El,
}

static SPOKEN: AtomicU8 = AtomicU8::new(0);

thread_local! {
    static HERE: Cell<Option<Lang>> = const { Cell::new(None) };
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::En, Self::El];

    /// The language of a name as environments write it: "el", "el_GR.UTF-8", "greek"; nothing for one that is not spoken here.
    pub fn from_name(name: &str) -> Option<Self> {
        match name.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase().as_str() {
            "el" | "gr" | "greek" => Some(Self::El),
            "en" | "english" | "c" | "posix" => Some(Self::En),
            _ => None,
        }
    }

    /// The language of an environment: of `LC_ALL`, `LC_MESSAGES` and `LANG` the first one that is filled in counts, also where
    /// it names a language that is not spoken here; then it is English.
    pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let filled = |name: &&str| variable(name).filter(|value| !value.is_empty());
        let first = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(filled);
        first.and_then(|name| Self::from_name(&name)).unwrap_or_default()
    }

    /// What words are made in now.
    pub fn now() -> Self {
        HERE.get().unwrap_or_else(|| {
            if SPOKEN.load(Ordering::Relaxed) == Self::El as u8 { Self::El } else { Self::En }
        })
    }

    /// Makes it the language of the whole program.
    pub fn speak(self) {
        SPOKEN.store(self as u8, Ordering::Relaxed);
    }

    /// Does something in this language on this thread.
    pub fn within<T>(self, act: impl FnOnce() -> T) -> T {
        /// Puts the language back, also when what was done panics.
        struct Before(Option<Lang>);
        impl Drop for Before {
            fn drop(&mut self) {
                HERE.set(self.0);
            }
        }
        let _before = Before(HERE.replace(Some(self)));
        act()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_filled_in_counts() {
        let of = |pairs: &[(&str, &str)]| {
            Lang::of_environment(|name| {
                pairs.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[]), Lang::En);
        assert_eq!(of(&[("LANG", "el_GR.UTF-8")]), Lang::El);
        assert_eq!(of(&[("LANG", "el_GR.UTF-8"), ("LC_MESSAGES", "en_IE.UTF-8")]), Lang::En);
        assert_eq!(of(&[("LANG", "el_GR.UTF-8"), ("LC_ALL", "C.UTF-8"), ("LC_MESSAGES", "el_GR")]), Lang::En);
        assert_eq!(of(&[("LANG", "el_GR.UTF-8"), ("LC_ALL", "")]), Lang::El);
        assert_eq!(of(&[("LC_ALL", "de_DE.UTF-8"), ("LANG", "el_GR.UTF-8")]), Lang::En);
    }

    #[test]
    fn a_thread_speaks_its_own_for_a_while() {
        let before = Lang::now();
        assert_eq!(
            Lang::El.within(|| (Lang::now(), Lang::En.within(Lang::now), Lang::now())),
            (Lang::El, Lang::En, Lang::El)
        );
        assert_eq!(Lang::now(), before);
    }
}

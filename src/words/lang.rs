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

    /// The language of an environment. `SYNDEO_LANG` counts before all others; then it is that of the system, as gettext has
    /// it: of `LC_ALL`, `LC_MESSAGES` and `LANG` the first one that is filled in counts, and where it is not `C`, the first
    /// language of the list in `LANGUAGE` that is spoken here is rather meant. What is not spoken here is English.
    pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let filled = |name: &str| variable(name).filter(|value| !value.is_empty());
        if let Some(own) = filled("SYNDEO_LANG") {
            return Self::from_name(&own).unwrap_or_default();
        }
        let Some(locale) = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(filled) else {
            return Self::default();
        };
        let language = locale.split(['_', '.', '@']).next().unwrap_or_default();
        match filled("LANGUAGE").filter(|_| !matches!(language, "C" | "POSIX")) {
            Some(list) => list.split(':').find_map(Self::from_name),
            None => Self::from_name(&locale),
        }
        .unwrap_or_default()
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
    fn the_language_of_an_environment() {
        // SYNDEO_LANG, LANGUAGE, LC_ALL, LC_MESSAGES, LANG; "-" is not set.
        let rows = [
            ("- - - - -", Lang::En),
            ("- - - - el_GR.UTF-8", Lang::El),
            ("- - - - el", Lang::El),
            ("- - - - el_GR@euro", Lang::El),
            ("- - - - en_GB.UTF-8", Lang::En),
            ("- - - - elx", Lang::En),
            ("- - - - de_DE.UTF-8", Lang::En),
            ("- - - - C", Lang::En),
            ("- - - - POSIX", Lang::En),
            ("- - - en_IE.UTF-8 el_GR.UTF-8", Lang::En),
            ("- - - el_CY.UTF-8 en_IE.UTF-8", Lang::El),
            ("- - C.UTF-8 el_GR el_GR.UTF-8", Lang::En),
            ("- - el_GR.UTF-8 C C", Lang::El),
            ("- - de_DE.UTF-8 - el_GR.UTF-8", Lang::En),
            ("- el:en - - en_US.UTF-8", Lang::El),
            ("- en:el - - el_GR.UTF-8", Lang::En),
            ("- de:fr:el:en - - de_DE.UTF-8", Lang::El),
            ("- de:fr - - el_GR.UTF-8", Lang::En),
            ("- el - - -", Lang::En),
            ("- el - - C", Lang::En),
            ("- el C.UTF-8 - el_GR.UTF-8", Lang::En),
            ("- el POSIX - el_GR.UTF-8", Lang::En),
            ("el - - - -", Lang::El),
            ("el en en_US en_US en_US", Lang::El),
            ("en el el_GR el_GR el_GR", Lang::En),
            ("de el el_GR el_GR el_GR", Lang::En),
        ];
        let names = ["SYNDEO_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"];
        for (row, wanted) in rows {
            let of = |name: &str| {
                let value = names.into_iter().zip(row.split(' ')).find(|(n, _)| *n == name);
                value.map(|(_, value)| value.to_owned()).filter(|value| value != "-")
            };
            assert_eq!(Lang::of_environment(of), wanted, "{row}");
        }
        let empty = |name: &str| Some(if name == "LANG" { "el_GR.UTF-8" } else { "" }.to_owned());
        assert_eq!(Lang::of_environment(empty), Lang::El, "what is empty is not set");
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

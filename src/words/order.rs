//! The order of names, as people of the language that is spoken expect it.
//!
//! Letters alone decide: accents, case and the final sigma never come before them (`fold`), and names of the same letters
//! stay as they stood. In Greek, Greek letters stand before Latin ones, as in any Greek list; otherwise Latin ones do.
//! Letters of Ukrainian that Unicode has behind the alphabet stand where the alphabet has them.

use super::lang::Lang;
use crate::domain::text::fold;
use std::borrow::Cow;

/// Behind every letter: what makes ґ follow all that begins with г.
const BEHIND: char = '\u{f8ff}';

/// What a name is sorted by.
pub fn name(text: &str) -> String {
    let folded = fold(text);
    match self::folded(&folded) {
        Cow::Borrowed(_) => folded,
        Cow::Owned(key) => key,
    }
}

/// What a name is sorted by that is folded already.
pub fn folded(folded: &str) -> Cow<'_, str> {
    let greek_first = Lang::now() == Lang::El;
    let moves = |c: char| greek_first && is_greek(c) || after(c).is_some();
    if folded.is_ascii() || !folded.chars().any(moves) {
        return Cow::Borrowed(folded);
    }
    let mut key = String::with_capacity(folded.len() + 4);
    for c in folded.chars() {
        match after(c) {
            Some(letter) => key.extend([letter, BEHIND]),
            // Folded text has no capitals: their places before the small letters are free, and as many as Greek has letters.
            None if greek_first && is_greek(c) => {
                let nth = u8::try_from(c as u32 - 'α' as u32).unwrap_or_default();
                key.push(char::from(b'A' + nth));
            }
            None => key.push(c),
        }
    }
    Cow::Owned(key)
}

const fn is_greek(c: char) -> bool {
    matches!(c, 'α'..='ω')
}

/// The letter that a Cyrillic one follows in the alphabet, where Unicode has it elsewhere.
const fn after(c: char) -> Option<char> {
    Some(match c {
        'ґ' => 'г',
        'є' => 'е',
        'і' => 'и',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cmp::Ordering;

    fn sorted<'a>(lang: Lang, names: &[&'a str]) -> Vec<&'a str> {
        let mut names = names.to_vec();
        lang.within(|| names.sort_by_cached_key(|n| name(n)));
        names
    }

    #[test]
    fn names_stand_as_people_expect_them() {
        let mixed =
            ["Zebra", "Ωμέγα", "Άλφα", "énergie", "Eta", "Éclair", "άλμα", "Bolt", "7 Seas", "Ευρώ", "Київ"];
        assert_eq!(
            sorted(Lang::En, &mixed),
            ["7 Seas", "Bolt", "Éclair", "énergie", "Eta", "Zebra", "άλμα", "Άλφα", "Ευρώ", "Ωμέγα", "Київ"]
        );
        assert_eq!(
            sorted(Lang::El, &mixed),
            ["7 Seas", "άλμα", "Άλφα", "Ευρώ", "Ωμέγα", "Bolt", "Éclair", "énergie", "Eta", "Zebra", "Київ"]
        );
        let sigma = ["Νίκος Β", "Νικοσία", "Νίκος", "ΝΙΚΟΣ Α"];
        assert_eq!(sorted(Lang::El, &sigma), ["Νίκος", "ΝΙΚΟΣ Α", "Νίκος Β", "Νικοσία"]);
        let ukrainian = ["Яна", "Їжак", "Іван", "Зоя", "Ґава", "Гуцул", "Дніпро", "Євген", "Естер", "Кий"];
        assert_eq!(
            sorted(Lang::En, &ukrainian),
            ["Гуцул", "Ґава", "Дніпро", "Естер", "Євген", "Зоя", "Іван", "Їжак", "Кий", "Яна"]
        );
    }

    /// A second reading: the alphabets written out, and letter by letter who stands first.
    fn naive(lang: Lang, one: &str, other: &str) -> Ordering {
        const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
        const GREEK: &str = "αβγδεζηθικλμνξοπρστυφχψω";
        const CYRILLIC: &str = "абвгґдеєжзиіклмнопрстуфхцчшщьюя";
        let letters = match lang {
            Lang::En => format!(" 0123456789{LATIN}{GREEK}{CYRILLIC}"),
            Lang::El => format!(" 0123456789{GREEK}{LATIN}{CYRILLIC}"),
        };
        let plain = |c: char| match c {
            'ά' | 'Ά' => 'α',
            'ή' | 'Ή' => 'η',
            'ς' => 'σ',
            'ϋ' | 'ΰ' => 'υ',
            'é' | 'É' => 'e',
            'ü' => 'u',
            'ї' | 'Ї' => 'і',
            'й' => 'и',
            c => c.to_lowercase().next().unwrap(),
        };
        let places = |text: &str| -> Vec<usize> {
            text.chars().map(|c| letters.chars().position(|l| l == plain(c)).unwrap()).collect()
        };
        places(one).cmp(&places(other))
    }

    const NAMES: &str = "[a-zA-Z0-9 α-ωΑ-ΡΣ-Ωάήςϋΰéü ÉΆΉа-щьюяґєіїйЇ]{0,6}";

    proptest! {
        #[test]
        fn letters_alone_decide(one in NAMES, other in NAMES) {
            for lang in Lang::ALL {
                let ours = lang.within(|| name(&one).cmp(&name(&other)));
                prop_assert_eq!(ours, naive(lang, &one, &other), "{:?}: {} {}", lang, one, other);
                prop_assert_eq!(ours.reverse(), lang.within(|| name(&other).cmp(&name(&one))));
                let loud = lang.within(|| name(&one.to_uppercase()));
                prop_assert!(one.contains('ΰ') || loud == lang.within(|| name(&one)));
            }
        }
    }
}

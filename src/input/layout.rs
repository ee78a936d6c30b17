//! Where the letters of other keyboards sit on a Latin one. Terminals send the letter, not the key.

const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?~";
const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбю.ёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё";
const UKRAINIAN: &str = "йцукенгшщзхїфівапролджєячсмитьбю.'ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ,~";
const GREEK: &str = ";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,./`:΅ΕΡΤΥΘΙΟΠ{}ΑΣΔΦΓΗΞΚΛ¨\"ΖΧΨΩΒΝΜ<>?~";

/// The letter of the Latin keyboard on the key that gives `c`; `None` when `c` is one itself or on no keyboard here.
pub fn latin(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    let at = [RUSSIAN, UKRAINIAN, GREEK].iter().find_map(|keys| keys.chars().position(|k| k == c))?;
    LATIN.chars().nth(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyboard_has_as_many_keys() {
        for keys in [RUSSIAN, UKRAINIAN, GREEK] {
            assert_eq!(keys.chars().count(), LATIN.chars().count());
        }
    }

    #[test]
    fn the_same_key_is_the_same_letter() {
        assert_eq!(
            [latin('т'), latin('ν'), latin('і'), latin('Ф')],
            [Some('n'), Some('n'), Some('s'), Some('A')]
        );
        assert_eq!([latin('n'), latin('株')], [None, None]);
    }
}

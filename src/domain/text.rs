//! Text from outside: made safe to show, and made comparable for search.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether a character must never reach a terminal: control codes (C0, DEL, C1), bidi controls and invisible joints
/// (Unicode TR #36, "Trojan source").
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// One line that is safe to show: tabs and line ends become spaces, unsafe characters `\u{fffd}`.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let safe = |c: char| {
        if matches!(c, '\t' | '\n' | '\r') {
            ' '
        } else if is_unsafe(c) {
            '\u{fffd}'
        } else {
            c
        }
    };
    Cow::Owned(text.replace("\r\n", "\n").chars().map(safe).collect())
}

/// Text of many lines that is safe to show: line ends stay, tabs become four spaces.
pub fn clean_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
    text.chars().map(|c| if c != '\n' && is_unsafe(c) { '\u{fffd}' } else { c }).collect()
}

/// Text made comparable: compatibility forms taken apart (NFKD), marks dropped, lower case, final sigma as sigma,
/// and the letters that have no parts to drop (ł, ø, ß, …) as people type them.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ς' => out.push('σ'),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ı' => out.push('i'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            // Lower-casing İ leaves a mark behind that was not there when marks were dropped.
            c if is_combining_mark(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Folded Greek and Cyrillic in Latin letters, so that `papado` finds Παπαδόπουλος (after ELOT 743 and common use);
/// `None` when there is nothing to turn.
pub fn latin(folded: &str) -> Option<String> {
    if !folded.chars().any(|c| matches!(c, 'α'..='ω' | 'а'..='я' | 'ё' | 'є' | 'і' | 'ї' | 'ґ')) {
        return None;
    }
    let mut out = String::with_capacity(folded.len() * 2);
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        let pair = chars.peek().and_then(|next| greek_pair(c, *next));
        if let Some(pair) = pair {
            out.push_str(pair);
            chars.next();
        } else {
            match letter(c) {
                Some(text) => out.push_str(text),
                None => out.push(c),
            }
        }
    }
    Some(out)
}

fn greek_pair(a: char, b: char) -> Option<&'static str> {
    Some(match (a, b) {
        ('ο', 'υ') => "ou",
        ('γ', 'γ') => "ng",
        ('γ', 'ξ') => "nx",
        ('γ', 'χ') => "nch",
        ('μ', 'π') => "mp",
        ('α', 'υ') => "av",
        ('ε', 'υ') => "ev",
        _ => return None,
    })
}

fn letter(c: char) -> Option<&'static str> {
    const GREEK: [&str; 25] = [
        "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t",
        "y", "f", "ch", "ps", "o",
    ];
    const CYRILLIC: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
        "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];
    let at = |first: char, table: &'static [&'static str]| table.get(c as usize - first as usize).copied();
    match c {
        'α'..='ω' => at('α', &GREEK),
        'а'..='я' => at('а', &CYRILLIC),
        'ё' => Some("e"),
        'є' => Some("ie"),
        'і' | 'ї' => Some("i"),
        'ґ' => Some("g"),
        _ => None,
    }
}

/// Whether every word of a folded needle stands in a folded text.
pub fn matches(folded: &str, needle: &str) -> bool {
    needle.split_whitespace().all(|word| folded.contains(word))
}

/// Text for search: folded, with its Latin form behind it where it has one.
pub fn search_key(text: &str) -> String {
    let folded = fold(text);
    match latin(&folded) {
        Some(latin) => format!("{folded} {latin}"),
        None => folded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_does_not_hang_on_accents_case_or_script() {
        for (text, typed) in [
            ("Παπαδόπουλος", "παπαδοπουλοσ"),
            ("Παπαδόπουλος", "ΠΑΠΑΔΟ"),
            ("Παπαδόπουλος", "papado"),
            ("Łukasz Müller", "lukasz muller"),
            ("İstanbul", "istanbul"),
            ("Straße", "strasse"),
            ("Шевченко", "shevchenko"),
            ("Søren Lefèvre", "lefevre soren"),
            ("株式会社", "株式"),
            ("ﬁrst", "first"),
        ] {
            assert!(matches(&search_key(text), &fold(typed)), "{typed} finds {text}: {}", search_key(text));
        }
        assert!(!matches(&search_key("Παπαδόπουλος"), "papadim"));
    }

    #[test]
    fn nothing_that_steers_a_terminal_comes_through() {
        let evil = "a\u{1b}]52;c;eA==\u{7}\u{9b}2J\u{202e}b\u{200d}\r\nc\td";
        assert!(!clean(evil).chars().any(is_unsafe));
        assert_eq!(clean("a\r\nb"), "a b");
        assert_eq!(clean_lines("a\r\nb\tc\u{1b}"), "a\nb    c\u{fffd}");
        assert!(matches!(clean("Ωμέγα"), Cow::Borrowed(_)));
    }
}

//! Text from outside: made fit to keep, made safe to show, and made comparable for search.

use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Whether a character must never reach a terminal: control codes (C0, DEL, C1), bidi controls and what is invisible
/// (Unicode TR #36, "Trojan source").
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || is_bidi(c)
        || is_invisible(c)
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
}

/// What turns the order of letters about.
fn is_bidi(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What has no picture of its own: soft hyphens, joiners, marks of byte order, selectors of rare forms, tags. It belongs
/// to how names and emoji are written, so it is kept in what people type. Terminals do not agree how wide it makes
/// what stands around it, so it is never drawn.
fn is_invisible(c: char) -> bool {
    is_filler(c)
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200d}'
            | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Letters by name that show nothing (Hangul fillers, inherent vowels of Khmer): a name of them alone would look empty,
/// and two that look alike would differ.
fn is_filler(c: char) -> bool {
    matches!(c, '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}')
}

/// Whether a character has no business in text that is kept: it steers terminals, turns the order of letters about, or
/// passes for a letter and shows nothing.
fn is_unfit(c: char) -> bool {
    c.is_control() || is_bidi(c) || is_filler(c) || c == '\u{feff}'
}

/// Line ends of every make as `\n`: of other systems, and the two that Unicode has of its own.
fn one_line_end(text: &str) -> Cow<'_, str> {
    if text.contains(['\r', '\u{2028}', '\u{2029}']) {
        Cow::Owned(text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// One line that is safe to draw or print: tabs and line ends become spaces, what is invisible goes, other unsafe
/// characters become `\u{fffd}`. For what is kept see [`typed`].
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let safe = |c: char| match c {
        '\t' | '\n' => ' ',
        c if is_unsafe(c) => '\u{fffd}',
        c => c,
    };
    Cow::Owned(one_line_end(text).chars().filter(|c| !is_invisible(*c)).map(safe).collect())
}

/// Text of many lines that is safe to draw or print: line ends stay, tabs become four spaces, the rest as in [`clean`].
pub fn clean_lines(text: &str) -> String {
    let text = one_line_end(text).replace('\t', "    ");
    let safe = |c: char| if c != '\n' && is_unsafe(c) { '\u{fffd}' } else { c };
    text.chars().filter(|c| !is_invisible(*c)).map(safe).collect()
}

/// One line as it is kept when it was typed or pasted: tabs and line ends become spaces, control codes and bidi controls
/// go. What is invisible but belongs to how a word is written stays; it is [`clean`] that makes text safe to draw.
pub fn typed(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_unfit(c) || matches!(c, '\u{2028}' | '\u{2029}')) {
        return Cow::Borrowed(text);
    }
    let spaced = |c: char| if matches!(c, '\t' | '\n') { ' ' } else { c };
    Cow::Owned(one_line_end(text).chars().map(spaced).filter(|c| !is_unfit(*c)).collect())
}

/// Text of many lines as it is kept when it was typed or pasted: line ends stay, tabs become four spaces, the rest as in
/// [`typed`].
pub fn typed_lines(text: &str) -> String {
    let text = one_line_end(text).replace('\t', "    ");
    text.chars().filter(|c| *c == '\n' || !is_unfit(*c)).collect()
}

/// Text made comparable: compatibility forms taken apart (NFKD), marks and what is invisible dropped, lower case, final sigma as sigma,
/// and the letters that have no parts to drop (ł, ø, ß, …) as people type them.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c) && !is_invisible(*c)).flat_map(char::to_lowercase)
    {
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

/// How many columns a text takes where it is shown.
pub fn width(text: &str) -> usize {
    clean(text).width()
}

/// At most `columns` of a text, with `…` where it was cut: between letters as people see them.
pub fn cut(text: &str, columns: usize) -> String {
    cut_with(text, columns, "…")
}

/// [`cut`] with another sign where it was cut, for terminals that have no `…`.
pub fn cut_with(text: &str, columns: usize, sign: &str) -> String {
    let text = clean(text);
    if text.width() <= columns {
        return text.into_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for letter in text.graphemes(true) {
        if used + letter.width() + sign.width() > columns {
            break;
        }
        used += letter.width();
        out.push_str(letter);
    }
    out.extend(sign.chars().take(columns - used));
    out
}

/// A whole number with a mark between its thousands: "1,500".
pub fn grouped(digits: &str, mark: char) -> String {
    let mut out = String::new();
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// Where a line breaks that has at most `columns`: between words (UAX #14 would be finer; spaces serve notes well), between
/// the digits of a number where nothing else is in the row, and within a word that is longer. The ranges follow each other
/// without a gap.
pub fn breaks(line: &str, columns: usize) -> Vec<Range<usize>> {
    let (mut rows, mut start, mut used, mut last_space, mut in_number) = (vec![], 0, 0, None, None);
    for (i, letter) in line.grapheme_indices(true) {
        let wide = letter.width();
        if used + wide > columns && i > start {
            let cut = last_space.or(in_number).filter(|s| *s > start).unwrap_or(i);
            rows.push(start..cut);
            start = cut;
            used = line[start..i].width();
            last_space = None;
            in_number = in_number.filter(|s| *s > start);
        }
        used += wide;
        if letter == " " {
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            let parts = digit(line[..i].chars().next_back()) && digit(line[i + 1..].chars().next());
            *if parts { &mut in_number } else { &mut last_space } = Some(i + 1);
        }
    }
    rows.push(start..line.len());
    rows
}

#[cfg(test)]
mod naive;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_that_show_nothing_are_neither_kept_nor_drawn() {
        for filler in "\u{115f}\u{1160}\u{17b4}\u{17b5}\u{3164}\u{ffa0}".chars() {
            let text = format!("Ae{filler}gean");
            assert_eq!((&*typed(&text), &*clean(&text)), ("Aegean", "Aegean"), "{filler:?}");
            assert_eq!(
                (typed_lines(&text), clean_lines(&text)),
                ("Aegean".into(), "Aegean".into()),
                "{filler:?}"
            );
            assert_eq!(fold(&text), "aegean", "{filler:?}");
            assert!(is_unsafe(filler));
        }
        // Letters of the same scripts stay.
        assert_eq!((&*typed("한글 ខ្មែរ"), &*clean("한글 ខ្មែរ")), ("한글 ខ្មែរ", "한글 ខ្មែរ"));
    }

    #[test]
    fn another_sign_where_it_was_cut_has_its_room() {
        assert_eq!(cut_with("Aegean Foods", 8, "..."), "Aegea...");
        assert_eq!(cut_with("Aegean", 2, "..."), "..");
        assert_eq!(cut_with("Aegean", 6, "..."), "Aegean");
    }

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
    fn every_letter_has_its_latin_form() {
        for (letters, latin_form) in [
            ("ου γγ γξ γχ μπ αυ ευ", "ou ng nx nch mp av ev"),
            (
                "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ ς σ τ υ φ χ ψ ω",
                "a v g d e z i th i k l m n x o p r s s t y f ch ps o",
            ),
            (
                "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
                "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya",
            ),
            ("є і ґ", "ie i g"),
        ] {
            assert_eq!(latin(letters).as_deref(), Some(latin_form));
        }
        assert_eq!(fold("Łøđðıßæœþ ΆΣ"), "loddissaeoeth ασ");
        assert_eq!(latin("plain"), None);
    }

    /// A Persian word, a Hindi one, a family, a long word that may be cut, a Japanese name, a heart with colour.
    const JOINED: [(&str, &str); 6] = [
        ("می\u{200c}خواهم", "میخواهم"),
        ("क्\u{200d}ष", "क्ष"),
        ("👩\u{200d}👧", "👩👧"),
        ("Donau\u{ad}dampf\u{ad}schiff", "Donaudampfschiff"),
        ("葛\u{e0100}城", "葛城"),
        ("❤\u{fe0f}", "❤\u{fe0f}"),
    ];

    #[test]
    fn nothing_that_steers_a_terminal_comes_through() {
        let evil = "a\u{1b}]52;c;eA==\u{7}\u{9b}2J\u{202e}b\u{200d}\r\nc\td";
        assert!(!clean(evil).chars().any(is_unsafe));
        assert_eq!(clean("a\r\nb\u{2028}c"), "a b c");
        assert_eq!(clean_lines("a\r\nb\tc\u{1b}\rd\u{2029}e"), "a\nb    c\u{fffd}\nd\ne");
        assert_eq!(clean("a\u{202e}b\u{fff9}c"), "a\u{fffd}b\u{fffd}c");
        assert!(matches!(clean("Ωμέγα"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_belongs_to_a_name_is_kept_but_not_drawn() {
        for (name, drawn) in JOINED {
            assert!(matches!(typed(name), Cow::Borrowed(kept) if kept == name), "{name:?}");
            assert_eq!(typed_lines(name), name);
            assert_eq!(clean(name), drawn);
            assert_eq!(clean_lines(name), drawn);
            assert!(matches(&search_key(name), &fold(drawn)), "{drawn} finds {name:?}");
            assert!(matches(&search_key(drawn), &fold(name)), "{name:?} finds {drawn}");
        }
    }

    #[test]
    fn what_steers_is_not_kept() {
        assert_eq!(
            typed("\u{feff}a\u{1b}[31mb\u{202e}\u{2066}\u{61c}\u{200e}c\td\r\ne\rf\u{85}"),
            "a[31mbc d e f"
        );
        assert_eq!(typed_lines("\u{feff}a\u{1b}\tb\r\nc\rd\u{2028}e\u{200f}"), "a    b\nc\nd\ne");
        assert!(matches!(typed("Ωμέγα"), Cow::Borrowed(_)));
    }

    #[test]
    fn text_is_cut_between_letters_people_see() {
        assert_eq!(cut("株式会社みなと", 7), "株式会…");
        assert_eq!(cut("株式会社みなと", 6), "株式…");
        assert_eq!(cut("株式会社", 5), "株式…");
        assert_eq!(cut("株式会社", 4), "株…");
        assert_eq!(cut("Ωμέγα", 5), "Ωμέγα");
        assert_eq!(cut("a\u{1b}[2Jb", 20), "a\u{fffd}[2Jb");
        assert_eq!(cut("abc", 0), "");
    }

    proptest! {
        #[test]
        fn what_is_cut_fits(text in any::<String>(), columns in 0usize..20) {
            prop_assert!(width(&cut(&text, columns)) <= columns);
        }

        #[test]
        fn kept_once_is_kept_the_same_and_drawn_safely(text in any::<String>()) {
            let (line, lines) = (typed(&text).into_owned(), typed_lines(&text));
            prop_assert_eq!(typed(&line), line.as_str());
            prop_assert_eq!(typed_lines(&lines), lines.as_str());
            prop_assert!(!line.contains('\n'));
            prop_assert!(!clean(&line).chars().any(is_unsafe));
            prop_assert!(!clean_lines(&lines).chars().any(|c| c != '\n' && is_unsafe(c)));
        }
    }
}

//! What telephones and addresses are called: types in cards, words in the book.

use super::super::lines::{Line, escape};

/// Types that are called otherwise in the book.
const WORDS: &[(&str, &str)] = &[("cell", "mobile"), ("x-mobile", "mobile"), ("mobile", "mobile")];

/// Types that cards know.
const KNOWN: &[&str] = &[
    "work",
    "home",
    "fax",
    "pager",
    "main",
    "other",
    "car",
    "video",
    "textphone",
    "isdn",
    "school",
    "msg",
    "bbs",
];

/// Types that say nothing: every telephone has a voice.
const IDLE: &[&str] = &["voice", "internet", "text", "pref", "x400", "dom", "intl", "postal", "parcel"];

/// What a line is called by its types: `TYPE=work,cell` is "work mobile".
pub(super) fn read(line: &Line) -> String {
    let mut out: Vec<&str> = vec![];
    for sort in line.all("TYPE") {
        let word = WORDS.iter().find(|(of, _)| *of == sort).map_or(sort, |(_, word)| word);
        let word = word.strip_prefix("x-").unwrap_or(word);
        if !IDLE.contains(&word) && !word.is_empty() && !out.contains(&word) {
            out.push(word);
        }
    }
    out.join(" ")
}

/// A line that is called so: by its types where cards know all the words, else by a line beside it, as phones write it.
/// `at` tells its group from others.
pub(super) fn written(mut line: Line, label: &str, at: usize) -> Vec<Line> {
    let label = label.trim();
    if label.is_empty() {
        return vec![line];
    }
    let sort = |word: &str| {
        let named = WORDS.iter().find(|(_, of)| *of == word).map(|(sort, _)| *sort);
        named.or_else(|| KNOWN.contains(&word).then_some(word)).map(str::to_owned)
    };
    let sorts: Option<Vec<String>> = label.split(' ').map(sort).collect();
    if let Some(sorts) = sorts {
        line.params.extend(sorts.into_iter().map(|sort| ("TYPE".to_owned(), sort)));
        if read(&line) == label {
            return vec![line];
        }
        line.params.clear();
    }
    line.group = format!("s{at}");
    let beside = Line { group: line.group.clone(), ..Line::new("X-ABLABEL", escape(label)) };
    vec![line, beside]
}

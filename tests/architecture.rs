//! Who may know whom (docs/architecture.md), how long a file may be, and that nothing is left half done.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod sources;

use sources::sources;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use syndeo::domain::Kind;

/// A module, and everything of ours and of others that it may use.
const MAY: &[(&str, &[&str])] = &[
    (
        "domain",
        &[
            "std",
            "chrono",
            "serde",
            "serde_json",
            "uuid",
            "rust_decimal",
            "unicode_normalization",
            "unicode_segmentation",
            "unicode_width",
            "rustc_hash",
            "percent_encoding",
            "strsim",
            "proptest",
        ],
    ),
    ("words", &["std", "domain", "chrono", "rustc_hash", "uuid", "proptest"]),
    (
        "store",
        &[
            "std",
            "domain",
            "words",
            "blake3",
            "sled",
            "bincode",
            "serde",
            "serde_json",
            "crc32fast",
            "flate2",
            "ruzstd",
            "tempfile",
            "rustix",
            "proptest",
            "uuid",
            "chrono",
            "rust_decimal",
        ],
    ),
    (
        "exchange",
        &[
            "std",
            "domain",
            "words",
            "csv",
            "encoding_rs",
            "calamine",
            "quick_xml",
            "calcard",
            "chardetng",
            "mail_parser",
            "minijinja",
            "zip",
            "rust_xlsxwriter",
            "serde_json",
            "chrono",
            "rust_decimal",
            "unicode_segmentation",
            "unicode_width",
            "proptest",
        ],
    ),
    ("demo", &["std", "domain", "chrono", "fastrand", "rust_decimal"]),
    (
        "app",
        &[
            "std",
            "domain",
            "words",
            "chrono",
            "serde",
            "uuid",
            "unicode_segmentation",
            "unicode_width",
            "proptest",
        ],
    ),
    ("input", &["std", "app", "words", "crossterm"]),
    (
        "ui",
        &["std", "domain", "words", "app", "ratatui", "unicode_segmentation", "unicode_width", "proptest"],
    ),
];

/// Files longer than this ask to be two.
const LONGEST: usize = 400;

/// A line, and what it names at the top: a module of ours, or a crate.
type Edge = (usize, String);

/// Every module of ours that a source names by a path through `crate` or `super`, and every crate that it uses. `at` is the
/// path of the module the source is of: `["ui", "list"]`. Groups of `use` may go over lines and into each other.
fn edges(at: &[&str], text: &str) -> Vec<Edge> {
    let code: String = text.lines().flat_map(|line| [line.split("//").next().unwrap_or(""), "\n"]).collect();
    let mut out = vec![];
    for (place, _) in code.char_indices().filter(|(_, c)| matches!(c, 'c' | 's' | 'u')) {
        let (before, rest) = code.split_at(place);
        let path = rest.starts_with("crate::") || rest.starts_with("super::");
        let used =
            rest.strip_prefix("use ").filter(|_| before.trim_end_matches(' ').ends_with(['\n', ')', 'b']));
        let within = before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        if within || !(path || used.is_some() || before.is_empty()) {
            continue;
        }
        let mut heads = vec![];
        if path {
            let base: Vec<&str> = at.iter().copied().chain(inline_modules(before)).collect();
            follow(&base, rest, &mut heads);
        } else if let Some(item) = rest.strip_prefix("use ").and_then(|used| used.split(';').next()) {
            let first = word(item.trim());
            heads.extend(
                Some(first.to_owned())
                    .filter(|_| item.contains("::") && !["crate", "super", "self"].contains(&first)),
            );
        }
        let line = before.matches('\n').count() + 1;
        out.extend(heads.into_iter().filter(|head| !head.is_empty()).map(|head| (line, head)));
    }
    out
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    &text[..end]
}

/// The modules within a file that are open at the end of this text.
fn inline_modules(before: &str) -> Vec<&str> {
    let mut open: Vec<(usize, &str)> = vec![];
    for line in before.lines() {
        let indent = line.len() - line.trim_start().len();
        let code = line.trim();
        let named = code.strip_prefix("pub ").unwrap_or(code).strip_prefix("mod ");
        if let Some(named) = named.filter(|_| code.ends_with('{')) {
            open.push((indent, word(named)));
        } else if code == "}" && open.last().is_some_and(|(at, _)| *at == indent) {
            open.pop();
        }
    }
    open.into_iter().map(|(_, name)| name).collect()
}

/// Goes along a path from a module, into every branch of its groups, and notes where each arrives at the top.
fn follow(base: &[&str], path: &str, heads: &mut Vec<String>) {
    let path = path.trim_start();
    if let Some(group) = path.strip_prefix('{') {
        for branch in branches(group) {
            follow(base, branch, heads);
        }
    } else if let Some(rest) = path.strip_prefix("crate::") {
        follow(&[], rest, heads);
    } else if let Some(rest) = path.strip_prefix("super::") {
        follow(&base[..base.len().saturating_sub(1)], rest, heads);
    } else if let Some(rest) = path.strip_prefix("self::") {
        follow(base, rest, heads);
    } else {
        heads.push(base.first().copied().unwrap_or_else(|| word(path)).to_owned());
    }
}

/// The items of a group, whose opening brace is left out.
fn branches(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut out) = (0, 0, vec![]);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                out.push(&group[from..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                out.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    out.retain(|item| !item.trim().is_empty());
    out
}

/// The path of the module a file is of.
fn module_of(path: &Path) -> Vec<String> {
    let parts = path.with_extension("");
    let parts = parts.iter().map(|part| part.to_string_lossy().into_owned());
    parts.filter(|part| !["mod", "lib", "main"].contains(&&part[..])).collect()
}

#[test]
fn modules_know_only_what_is_below_them() {
    let mut wrong = vec![];
    for (path, text) in sources() {
        let at = module_of(&path);
        let Some(module) = at.first() else { continue };
        let Some((_, may)) = MAY.iter().find(|(m, _)| m == module) else { continue };
        let in_module = |head: &str| {
            text.contains(&format!("mod {head};"))
                || text.contains(&format!("enum {head} "))
                || text.contains(&format!("trait {head} "))
                || text.contains(&format!("use std::{head}"))
        };
        let at: Vec<&str> = at.iter().map(String::as_str).collect();
        for (n, head) in edges(&at, &text) {
            // A type in scope lends its variants; that it may be in scope was asked where it was imported.
            let own = head.starts_with(char::is_uppercase) || head == *module || in_module(&head);
            if !own && !may.contains(&head.as_str()) {
                wrong.push(format!("src/{}:{n}: {module} may not use {head}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn one_module_names_the_codec_and_one_the_database() {
    for (path, text) in sources() {
        let codes = text.lines().any(|l| !l.trim_start().starts_with("//") && l.contains("bincode::"));
        assert!(!codes || path.ends_with("store/codec.rs"), "{} calls bincode", path.display());
        let sleds = text.lines().any(|l| !l.trim_start().starts_with("//") && l.contains("sled::"));
        assert!(!sleds || path.starts_with("store"), "{} calls sled", path.display());
    }
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "src/{} has {lines} lines: make it two", path.display());
        assert!(text.starts_with("//!"), "src/{} does not say what it is for", path.display());
    }
}

/// Where rules stand whose findings are told in sentences: they hand on facts, and `words` makes the sentence.
const FACTS: &[&str] = &["domain/"];
/// What is written there and told nobody as it stands.
const WRITTEN: &[(&str, &str)] = &[
    ("domain/capture/build.rs", "titles of records that a line becomes"),
    ("domain/brief/mailto.rs", "an address for the mail program"),
    ("domain/merge/result.rs", "labels of own fields, which stay with the record"),
    ("domain/merge/join.rs", "what stands between two texts that became one"),
    ("domain/playbook/mod.rs", "the grammar of steps, in which they are typed again"),
    ("domain/parse/", "the grammar of fields, in which values are typed again; words/value.rs shows them"),
    ("domain/report/shape.rs", "types of the names that templates write"),
];
/// Labels of tables and phrases that are read, which may have several words.
const LABELLED: &[&str] = &[
    "domain/custom/mod.rs",
    "domain/derive/",
    "domain/records/",
    "domain/report/mod.rs",
    "domain/value.rs",
    "domain/when/",
];

/// Whether a line of code has a text of two words or more in it.
fn has_sentence(line: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    line.split('"').skip(1).step_by(2).any(|text| {
        let blanks = text.char_indices().filter(|(_, c)| *c == ' ');
        let mut around =
            blanks.map(|(at, _)| (text[..at].chars().next_back(), text[at + 1..].chars().next()));
        around.any(|(before, after)| is_word(before) && is_word(after))
    })
}

/// Whether a text is put together on this line that has a word of its own in it.
fn makes_words(line: &str) -> bool {
    let Some((_, text)) = line.split_once("format!(\"") else { return line.trim_end().ends_with("format!(") };
    let text = text.split('"').next().unwrap_or_default();
    let own: String = text.split('{').enumerate().fold(String::new(), |own, (at, part)| {
        own + if at == 0 { part } else { part.split_once('}').map_or("", |(_, rest)| rest) } + " "
    });
    // `tel:`, `https:` begin an address, `%Y` is a form of dates.
    own.split_whitespace()
        .any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.contains([':', '%']))
}

#[test]
fn rules_hand_on_facts_and_no_sentences() {
    let mut looked_at = 0;
    for (path, text) in sources() {
        let path = path.to_string_lossy().into_owned();
        let starts = |start: &&str| path.starts_with(*start);
        let is_test = ["tests", "laws"].iter().any(|name| path.split(['/', '.']).any(|part| part == *name));
        if !FACTS.iter().any(starts)
            || WRITTEN.iter().any(|(written, _)| starts(written))
            || is_test
            || IN_TESTS.iter().any(starts)
        {
            continue;
        }
        looked_at += 1;
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (n, line) in code.lines().enumerate() {
            let line = line.split(" // ").next().unwrap_or_default();
            if line.trim_start().starts_with(['/', '#']) || line.contains("reason = \"") {
                continue;
            }
            let told = makes_words(line) || !LABELLED.iter().any(starts) && has_sentence(line);
            assert!(!told, "src/{path}:{}: makes a sentence: words is the place", n + 1);
        }
    }
    assert!(looked_at > 110, "{looked_at}");
    assert!(has_sentence(r#"let a = "it is late";"#) && !has_sentence(r#"words.join(" ")"#));
    assert!(makes_words(r#"format!("{n} days")"#) && makes_words("    format!("));
    assert!(
        !makes_words(r#"format!("{a} {b:02}-{}", c)"#) && !makes_words(r#"format!("tel:{plus}{digits}")"#)
    );
}

/// Tables of tests that are files of their own.
const IN_TESTS: &[&str] = &["domain/when/behind.rs", "domain/when/steps.rs"];

/// Tables of the desk whose labels may have several words: they are told through `words::label`.
const TABLES: &[&str] = &["app/command/", "app/lists/", "app/pages/mod.rs", "app/signs.rs"];

#[test]
fn the_desk_says_nothing_that_does_not_stand_in_words() {
    let mut looked_at = 0;
    for (path, text) in sources() {
        let path = path.to_string_lossy().into_owned();
        let is_desk = path.starts_with("app/") || path.starts_with("ui/");
        if !is_desk || TABLES.iter().any(|table| path.starts_with(table)) {
            continue;
        }
        looked_at += 1;
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (n, line) in code.lines().enumerate() {
            let line = line.split(" // ").next().unwrap_or_default();
            if line.trim_start().starts_with("//") || line.contains("reason = \"") {
                continue;
            }
            assert!(!has_sentence(line), "src/{path}:{}: says something: words is the place", n + 1);
            // A word alone, as it begins a sentence or stands over a page.
            let mut literals = line.split('"').skip(1).step_by(2);
            let is_word = |text: &str| {
                let text = text.trim();
                text.len() > 2
                    && text.starts_with(char::is_uppercase)
                    && text.chars().all(char::is_alphabetic)
            };
            let label = literals.find(|text| is_word(text) && !NAMES.contains(&text.trim()));
            assert_eq!(label, None, "src/{path}:{}: is a label: words is the place", n + 1);
        }
    }
    assert!(looked_at > 100, "{looked_at}");
}

/// Words that are the same in every language, or the name of a heading that is told through `words::label`.
const NAMES: &[&str] = &["Syndeo", "More"];

/// A complaint at a field that there is not would be shown nowhere.
#[test]
fn complaints_stand_at_fields_that_there_are() {
    let mut looked_at = 0;
    for (path, text) in sources() {
        let of_kind = path.strip_prefix("domain/records").ok().and_then(|file| file.file_stem());
        if of_kind.is_none() && !path.starts_with("app") {
            continue;
        }
        for (_, rest) in text.match_indices(".at(\"").map(|(at, mark)| text.split_at(at + mark.len())) {
            let name = rest.split('"').next().unwrap_or_default();
            let mut kinds = Kind::ALL
                .iter()
                .filter(|kind| of_kind.is_none_or(|stem| kind.name() == stem.to_string_lossy()));
            assert!(kinds.any(|kind| kind.field(name).is_some()), "src/{}: {name}", path.display());
            looked_at += 1;
        }
    }
    assert!(looked_at > 8, "{looked_at}");
}

#[test]
fn nothing_is_left_half_done() {
    for (path, text) in sources() {
        for (n, line) in text.lines().enumerate() {
            for word in ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!("] {
                // `VTODO` is what calendars call a to-do.
                let line = line.replace("VTODO", "");
                assert!(!line.contains(word), "src/{}:{}: {word}", path.display(), n + 1);
            }
        }
    }
}

/// Functions of ours that only tests and benches call, and why that is right.
const FOR_TESTS: &[(&str, &str)] = &[
    ("is_portable", "the table of keys is judged by it"),
    ("break_database_for_tests", "damages what the store keeps, to see it mended"),
    ("within", "tests draw both languages side by side"),
    ("translated", "tests look for Greek of labels that are gone"),
    ("notice_period", "the law of notice dates is read backwards with it"),
    ("obligations_due", "the rule of Today, asked of one agreement"),
    ("cadences", "every cadence of a book at once"),
    ("away_in", "the rule of absences, asked of one department"),
    ("healths", "every health of a book at once"),
];

/// The part of a file that is no test.
fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod tests {").map_or(text, |at| &text[..at])
}

/// Public functions whose name is written nowhere but where they are declared. A library keeps the compiler from telling.
/// One that shares its name with something that is called is not seen.
fn uncalled(files: &[(String, String)]) -> Vec<String> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut declared = vec![];
    for (path, text) in files {
        for line in without_tests(text).lines().filter(|l| !l.trim_start().starts_with("//")) {
            let code = line.split(" //").next().unwrap_or(line);
            for name in code.split(|c: char| !c.is_alphanumeric() && c != '_') {
                *seen.entry(name).or_default() += 1;
            }
            let public = code.trim_start().strip_prefix("pub");
            if let Some((before, rest)) = public.and_then(|rest| rest.split_once("fn "))
                && before
                    .split(' ')
                    .all(|w| w.is_empty() || w == "const" || w.starts_with('(') || w.ends_with(')'))
            {
                declared.push((path, word(rest)));
            }
        }
    }
    let alone = declared.into_iter().filter(|(_, name)| seen.get(name) == Some(&1));
    alone.map(|(path, name)| format!("src/{path}: nobody calls {name}")).collect()
}

#[test]
fn nobody_leaves_a_public_function_that_is_not_called() {
    let tests = |path: &Path| path.ends_with("tests.rs") || path.ends_with("laws.rs");
    let files: Vec<(String, String)> = sources()
        .into_iter()
        .filter(|(path, _)| !tests(path))
        .map(|(path, text)| (path.display().to_string(), text))
        .collect();
    let found: Vec<String> = uncalled(&files)
        .into_iter()
        .filter(|told| !FOR_TESTS.iter().any(|(name, _)| told.ends_with(&format!(" {name}"))))
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_function_that_is_not_called_is_seen() {
    let file = |text: &str| [("a.rs".to_owned(), text.to_owned())];
    assert_eq!(uncalled(&file("pub fn lost() {}\n")), ["src/a.rs: nobody calls lost"]);
    assert_eq!(
        uncalled(&file("    pub(crate) const fn lost<T>(t: T) {}\n")),
        ["src/a.rs: nobody calls lost"]
    );
    assert_eq!(uncalled(&file("pub(in crate::app) fn lost() {}\n")), ["src/a.rs: nobody calls lost"]);
    assert_eq!(uncalled(&file("pub fn kept() {}\nfn f() { kept() }\n")), [""; 0]);
    assert_eq!(
        uncalled(&file("pub fn lost() {}\n// lost\n#[cfg(test)]\nmod tests {\n lost();\n}\n")).len(),
        1,
        "tests and comments call nothing"
    );
}

/// The check itself can fail: an edge that is forbidden is seen in every way of writing it.
#[test]
fn a_forbidden_edge_is_seen() {
    let list = ["ui", "list"];
    let heads = |text: &str| edges(&list, text).into_iter().map(|(_, head)| head).collect::<Vec<_>>();
    assert_eq!(heads("use crate::{app, store::Disk};"), ["app", "store"]);
    assert_eq!(heads("    let x = crate::shell::run();"), ["shell"]);
    assert_eq!(heads("pub use ratatui::Frame;"), ["ratatui"]);
    assert_eq!(heads("pub(super) use ratatui::Frame;"), ["ratatui"]);
    assert_eq!(heads("// use crate::ui"), Vec::<String>::new());
    // Over lines, and groups within groups.
    let lines = "use crate::{\n    app::{Model, Msg},\n    store::{\n        Disk,\n    },\n    shell,\n};";
    assert_eq!(heads(lines), ["app", "store", "shell"]);
    assert_eq!(edges(&list, "\n\nuse crate::shell;")[0].0, 3, "the line is told");
    // Up and out again; a step further up where a module lies in the file.
    assert_eq!(heads("use super::super::shell::clock;"), ["shell"]);
    assert!(heads("use super::{text, super::shell};").contains(&"shell".to_owned()));
    assert_eq!(heads("use super::text::fit;"), ["ui"]);
    assert_eq!(heads("mod tests {\n    use super::super::text;\n}"), ["ui"]);
    assert_eq!(heads("mod tests {\n    use super::super::super::shell;\n}"), ["shell"]);
    assert_eq!(heads("mod tests {\n    use super::*;\n}\nuse super::super::shell;"), ["ui", "shell"]);
    assert_eq!(heads("fn f() {\n    use super::super::shell;\n}"), ["shell"]);
    assert_eq!(module_of(Path::new("ui/mod.rs")), ["ui"]);
    assert_eq!(module_of(Path::new("domain/derive/today/rank.rs")), ["domain", "derive", "today", "rank"]);
}

/// The file or folder beside this one that each path of a source leads into, when the source is of the module `parent`.
fn siblings(parent: &[String], at: &[String], text: &str, names: &[String]) -> Vec<String> {
    let code: String =
        without_tests(text).lines().flat_map(|line| [line.split("//").next().unwrap_or(""), "\n"]).collect();
    let inside: Vec<&str> = at.iter().map(String::as_str).collect();
    let mut out = vec![];
    for (place, _) in code.match_indices("super::").chain(code.match_indices("crate::")) {
        let (before, rest) = code.split_at(place);
        if before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let mut ends = vec![];
        paths(&inside, rest, &mut ends);
        for end in ends {
            let below = end.get(..parent.len()).is_some_and(|up| up.iter().eq(parent.iter()));
            out.extend(end.get(parent.len()).filter(|name| below && names.contains(name)).cloned());
        }
    }
    out
}

/// As [`follow`], to the whole path of each branch.
fn paths(base: &[&str], path: &str, ends: &mut Vec<Vec<String>>) {
    let path = path.trim_start();
    if let Some(group) = path.strip_prefix('{') {
        for branch in branches(group) {
            paths(base, branch, ends);
        }
    } else if let Some(rest) = path.strip_prefix("crate::") {
        paths(&[], rest, ends);
    } else if let Some(rest) = path.strip_prefix("super::") {
        paths(&base[..base.len().saturating_sub(1)], rest, ends);
    } else if let Some(rest) = path.strip_prefix("self::") {
        paths(base, rest, ends);
    } else {
        let head = word(path);
        let longer: Vec<&str> = base.iter().copied().chain([head]).collect();
        match path[head.len()..].strip_prefix("::").filter(|_| !head.is_empty()) {
            Some(rest) => paths(&longer, rest, ends),
            None => ends.push(longer.into_iter().map(str::to_owned).collect()),
        }
    }
}

/// Pairs of files or folders side by side in one module that name each other.
fn pairs(files: &[(Vec<String>, String)]) -> Vec<String> {
    let mut seen: HashSet<(Vec<String>, String, String)> = HashSet::new();
    for (at, text) in files {
        for depth in 0..at.len() {
            let (parent, own) = (&at[..depth], &at[depth]);
            let beside = files.iter().filter(|(other, _)| other.len() > depth && other[..depth] == *parent);
            let names: Vec<String> = beside.map(|(other, _)| other[depth].clone()).collect();
            for other in siblings(parent, at, text, &names).into_iter().filter(|other| other != own) {
                seen.insert((parent.to_vec(), own.clone(), other));
            }
        }
    }
    let back = |(p, a, b): &&(Vec<String>, String, String)| {
        a < b && seen.contains(&(p.clone(), b.clone(), a.clone()))
    };
    let mut out: Vec<String> =
        seen.iter().filter(back).map(|(p, a, b)| format!("{}: {a} and {b}", p.join("/"))).collect();
    out.sort();
    out
}

/// Pairs that do name each other, and why that is left so; none may be added without a reason, nor stay when it is gone.
const KNOTS: &[(&str, &str)] = &[
    (
        "app: cells and lists",
        "a cell of a record has the key it is sorted by, which the columns of lists declare",
    ),
    ("app: changes and keyed", "what a key leads to may be a change, which answers through the same trait"),
    ("app: changes and layers", "a layer asks for a change, and a change may ask through a layer"),
    ("app: keyed and layers", "what a key leads to may be a layer, which answers through the same trait"),
    ("cli: keep and restore", "both tell of backups in the same words"),
    ("domain/derive/today: dates and reason", "the table of reasons names the rule that finds each"),
    ("domain/derive/today: people and reason", "the table of reasons names the rule that finds each"),
    ("domain/derive/today: promises and reason", "the table of reasons names the rule that finds each"),
    ("domain/derive/today: rank and reason", "a row names its reason, and a group of reasons makes rows"),
    ("domain/derive/today: reason and work", "the table of reasons names the rule that finds each"),
    ("domain/when: day and phrases", "a phrase has a day within it, and a day may be a phrase"),
    ("domain: choice and value", "a choice writes how it is read as a value, and a value takes every choice"),
    ("store/journal: chained and scan", "the links are read while the journal is, segment by segment"),
    (
        "store: backup and identity",
        "which book it is may be told by backups alone, and a backup is of one book",
    ),
    (
        "store: backup and migrate",
        "a backup of an old book is read as what it becomes, and backups are turned too",
    ),
    ("store: disk and restore", "an open book plans the way back, and the way back opens a book"),
];

#[test]
fn files_of_a_module_do_not_name_each_other() {
    let files: Vec<(Vec<String>, String)> =
        sources().into_iter().map(|(path, text)| (module_of(&path), text)).collect();
    let found = pairs(&files);
    let known: Vec<&str> = KNOTS.iter().map(|(pair, _)| *pair).collect();
    assert_eq!(found, known, "untie them, or say in KNOTS why not; what is untied goes from there");
}

/// What is brought in through the module above, by the name of a type, is not seen.
#[test]
fn two_files_that_name_each_other_are_seen() {
    let file = |path: &str, text: &str| (path.split('/').map(str::to_owned).collect(), text.to_owned());
    let a = file("store/disk", "use super::{files, opening::open};\n");
    let one_way = file("store/opening/mod_", "// use crate::store::disk\nuse crate::store::files;\n");
    let back = file("store/opening/sides", "fn f() { crate::store::disk::Disk::claim() }\n");
    assert_eq!(pairs(&[a.clone(), one_way.clone()]), [""; 0]);
    assert_eq!(pairs(&[a, one_way, back]), ["store: disk and opening"]);
}

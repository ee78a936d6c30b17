//! What somebody wrote in a mail: its text without what it answers to and without what stands below every mail.

use crate::domain::text::typed_lines;

/// How the line begins above a mail that is quoted as a whole, in the languages of usual programs.
const ORIGINAL: &[&str] = &[
    "-----original message-----",
    "-----ursprüngliche nachricht-----",
    "-----αρχικό μήνυμα-----",
    "-----message d'origine-----",
    "---------- forwarded message",
    "begin forwarded message:",
];

/// How the lines of its head begin.
const HEADS: &[&[&str]] = &[
    &["from:", "sent:", "to:", "subject:", "date:", "cc:"],
    &["von:", "gesendet:", "an:", "betreff:", "datum:", "cc:"],
    &["από:", "στάλθηκε:", "προς:", "θέμα:", "ημερομηνία:", "κοιν.:"],
    &["de :", "envoyé :", "à :", "objet :", "date :", "cc :"],
];

/// The text without quotes and signature; the whole text, where nothing else is in it.
pub(super) fn own(text: &str) -> String {
    let text = typed_lines(text);
    let lines: Vec<&str> = text.lines().collect();
    let end = (0..lines.len()).find(|at| is_end(&lines, *at)).unwrap_or(lines.len());
    let mut out: Vec<&str> = vec![];
    for line in lines.get(..end).unwrap_or_default() {
        if line.trim_start().starts_with('>') {
            // Who wrote what is quoted stands above it, in one line or two.
            drop_attribution(&mut out);
        } else {
            out.push(line.trim_end());
        }
    }
    // A quote below the answer leaves the line that announced it.
    let kept = out.join("\n").trim().to_owned();
    if kept.is_empty() { text.trim().to_owned() } else { kept }
}

/// Whether what follows from this line on is not of this mail: a signature, or a mail that is quoted with its head.
fn is_end(lines: &[&str], at: usize) -> bool {
    let line = lines.get(at).copied().unwrap_or_default();
    let lower = line.trim().to_lowercase();
    if line == "-- " || line == "--" || ORIGINAL.iter().any(|words| lower.starts_with(words)) {
        return true;
    }
    let next: Vec<String> = lines
        .iter()
        .skip(at)
        .take(5)
        .map(|line| line.trim().trim_start_matches('*').to_lowercase())
        .collect();
    HEADS.iter().any(|heads| {
        let of_head = |line: &&String| heads.iter().any(|head| line.starts_with(head));
        next.first().is_some_and(|line| heads.first().is_some_and(|head| line.starts_with(head)))
            && next.iter().filter(of_head).count() >= 3
    })
}

/// Takes away "On Tuesday, Maria wrote:" when it is the last thing that was said.
fn drop_attribution(out: &mut Vec<&str>) {
    let Some(last) = out.iter().rposition(|line| !line.trim().is_empty()) else { return };
    let line = out.get(last).copied().unwrap_or_default().trim();
    let has_date = |line: &str| line.chars().any(|c| c.is_ascii_digit());
    if !line.ends_with(':') || out.len() - last > 2 {
        return;
    }
    let above = last.checked_sub(1).and_then(|at| out.get(at)).copied().unwrap_or_default();
    if has_date(line) || line.contains('@') {
        out.truncate(last);
    } else if has_date(above) && !above.trim().is_empty() {
        out.truncate(last - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn quotes_and_signatures_are_left_out() {
        for (text, wanted) in [
            ("Yes.\n\nMaria\n-- \nMaria Papadaki\nAegean Foods", "Yes.\n\nMaria"),
            ("Yes.\n\nOn Tue, 24 Nov 2026 at 10:00, Ann wrote:\n> Can you?\n> Ann\n", "Yes."),
            ("Yes.\n\nOn Tue, 24 Nov 2026 at 10:00, Ann <ann@x.example>\nwrote:\n\n> Can you?\n", "Yes."),
            ("> first?\nYes.\n> second?\nNo.", "Yes.\nNo."),
            ("Ok\n\n-----Original Message-----\nFrom: Ann\nlots", "Ok"),
            ("Ok\n\nFrom: Ann <a@x>\nSent: Tuesday\nTo: Me\nSubject: x\n\nlots", "Ok"),
            ("Γεια\n\nΑπό: Άννα\nΣτάλθηκε: Τρίτη\nΠρος: Εμένα\nΘέμα: x\n\nπολλά", "Γεια"),
            ("From: here on it is easy.\nGo", "From: here on it is easy.\nGo"),
            ("Three things:\n> one\nfine", "Three things:\nfine"),
            ("> only quoted", "> only quoted"),
            ("a\r\nb\u{1b}[2J", "a\nb[2J"),
        ] {
            assert_eq!(own(text), wanted, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_left_was_there(text in "((>|--|From:|To:|Sent:|wrote:|On 1|.|\n){0,40})") {
            let left = own(&text);
            let clean = typed_lines(&text);
            for line in left.lines().map(str::trim) {
                prop_assert!(clean.lines().any(|all| all.trim() == line), "{line:?} of {text:?}");
            }
            prop_assert_eq!(left.is_empty(), clean.trim().is_empty());
        }
    }
}

//! Files of mail, taken apart: one mail (`.eml`), a mailbox of many (mbox, RFC 4155), a folder of files (Maildir).

/// One mail as it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mail {
    /// The line it begins on; in a folder which of its files it is, from 1.
    pub(super) line: u64,
    /// The file it lies in, where there are several.
    pub(super) file: Option<String>,
    pub(super) bytes: Vec<u8>,
}

/// Names of headers that every mail has one of.
const HEADERS: &[&str] = &[
    "from",
    "to",
    "date",
    "subject",
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "delivered-to",
    "reply-to",
    "sender",
];

/// Whether a file is a mail or a mailbox: it begins with headers, three of which only mails have.
pub(super) fn is_mail(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let body = if is_from(bytes.split(|b| *b == b'\n').next().unwrap_or_default()) {
        bytes.splitn(2, |b| *b == b'\n').nth(1).unwrap_or_default()
    } else {
        bytes
    };
    let mut known = 0;
    for line in body.split(|b| *b == b'\n').take(200) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(at) = line.iter().position(|b| *b == b':') else { return false };
        let name = line.get(..at).unwrap_or_default();
        if name.is_empty() || !name.iter().all(u8::is_ascii_graphic) {
            return false;
        }
        known += usize::from(HEADERS.iter().any(|header| name.eq_ignore_ascii_case(header.as_bytes())));
    }
    known >= 3
}

/// Whether a line stands before a mail of a mailbox: `From maria@example.org Tue Nov 24 10:00:00 2026`.
fn is_from(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let text = String::from_utf8_lossy(rest);
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_clock = |word: &&str| word.len() >= 5 && word.as_bytes().get(2) == Some(&b':');
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    words.iter().any(is_clock) && words.iter().any(is_year)
}

/// The mails of a file. In a mailbox a line that looks like the one before a mail bears a `>`, which is taken away.
pub(super) fn split(bytes: &[u8]) -> Vec<Mail> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if !is_from(bytes.split(|b| *b == b'\n').next().unwrap_or_default()) {
        return vec![Mail { line: 1, file: None, bytes: bytes.to_vec() }];
    }
    let mut out: Vec<Mail> = vec![];
    let mut after_blank = true;
    for (number, line) in (1..).zip(bytes.split_inclusive(|b| *b == b'\n')) {
        if after_blank && is_from(line.trim_ascii_end()) {
            out.push(Mail { line: number, file: None, bytes: vec![] });
        } else if let Some(mail) = out.last_mut() {
            let quotes = line.iter().take_while(|b| **b == b'>').count();
            let escaped = quotes > 0 && line.get(quotes..).is_some_and(|rest| rest.starts_with(b"From "));
            mail.bytes.extend(line.get(usize::from(escaped)..).unwrap_or_default());
        }
        after_blank = line.trim_ascii().is_empty();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HEAD: &str = "From a@x Tue Nov 24 10:00:00 2026\n";

    #[test]
    fn mails_are_told_from_other_files() {
        let mail = "Received: by x\r\nFrom: a@x\r\nTo: b@y\r\nSubject: s\r\n\r\nhello";
        for (text, wanted) in [
            (mail.to_owned(), true),
            (format!("\u{feff}{mail}"), true),
            (format!("{HEAD}{mail}"), true),
            ("From here on: it is a text\nTo: you\n".into(), false),
            ("Name,Email\nAnn,a@x\n".into(), false),
            ("BEGIN:VCARD\nVERSION:3.0\n".into(), false),
            ("From: a\nSubject: b\n".into(), false),
            (String::new(), false),
        ] {
            assert_eq!(is_mail(text.as_bytes()), wanted, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_mailbox_is_its_mails(bodies in prop::collection::vec("((>|From |a|From x 10:00:00 2026|\n){0,8})", 1..5)) {
            let mut file = String::new();
            for body in &bodies {
                file.push_str(HEAD);
                file.push_str("From: a@x\n\n");
                for line in body.split_inclusive('\n') {
                    let quoted = line.trim_start_matches('>').starts_with("From ");
                    file.push_str(if quoted { ">" } else { "" });
                    file.push_str(line);
                }
                file.push_str("\n\n");
            }
            let mails = split(file.as_bytes());
            let texts: Vec<String> = mails.iter().map(|mail| String::from_utf8(mail.bytes.clone()).unwrap()).collect();
            let wanted: Vec<String> = bodies.iter().map(|body| format!("From: a@x\n\n{body}\n\n")).collect();
            prop_assert_eq!(texts, wanted);
        }
    }
}

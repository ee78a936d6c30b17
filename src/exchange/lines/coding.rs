//! How values are written: escapes, quoted-printable, base 64.

/// A text as it stands in a value.
pub(in crate::exchange) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' => out.push_str("\\n"),
            ',' | ';' | '\\' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// The text of a value.
pub(in crate::exchange) fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n' | 'N')) => out.push('\n'),
            ('\\', Some(other)) => out.push(other),
            (c, _) => out.push(c),
        }
    }
    out
}

/// The parts of a value between marks that no backslash stands before, still escaped.
pub(in crate::exchange) fn parts(value: &str, mark: char) -> Vec<&str> {
    let (mut out, mut from, mut escaped) = (vec![], 0, false);
    for (at, c) in value.char_indices() {
        if c == mark && !escaped {
            out.push(value.get(from..at).unwrap_or_default());
            from = at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    out.push(value.get(from..).unwrap_or_default());
    out
}

/// The bytes of a value in quoted-printable (RFC 2045); what is none stays as it stands.
pub(super) fn quoted_printable(text: &str) -> Vec<u8> {
    let mut out = vec![];
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let byte = hex.filter(|_| *first == b'=').and_then(|two| u8::from_str_radix(two, 16).ok());
        out.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    out
}

/// What is encoded in base 64 (RFC 4648); `None` when it is not.
pub(super) fn base64(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    let mut out = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut held) = (0_u32, 0);
    for byte in text.bytes() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from((bits >> held) & 0xff).ok()?);
        }
    }
    Some(out)
}

/// What sort of thing is encoded, by the type of the property in earlier versions.
pub(super) fn media(name: &str, sort: &str) -> String {
    match (name, sort) {
        (_, sort) if sort.contains('/') => sort.to_owned(),
        (_, "") => "application/octet-stream".into(),
        ("PHOTO" | "LOGO", "jpg") => "image/jpeg".into(),
        ("PHOTO" | "LOGO", sort) => format!("image/{sort}"),
        ("SOUND", sort) => format!("audio/{sort}"),
        ("KEY", sort) => format!("application/{sort}"),
        _ => "application/octet-stream".into(),
    }
}

//! Content lines, of which cards (RFC 6350, RFC 2426, vCard 2.1) and calendars (RFC 5545) are made: `NAME;PARAM=x:value`,
//! long ones broken up and put together again. A line is read once into the form of vCard 4.0 and can be written again
//! as it was; what its value means is told elsewhere.

mod coding;

pub(super) use coding::{escape, parts, unescape};

use coding::{base64, media, quoted_printable};
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;

/// The most octets of a line that is written, without its end (RFC 6350 §3.2, RFC 5545 §3.1).
const WIDTH: usize = 75;

/// One line: its group ("item1"), its name in capitals, its parameters one value each, its value as it stands there,
/// escapes and all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::exchange) struct Line {
    pub(in crate::exchange) group: String,
    pub(in crate::exchange) name: String,
    pub(in crate::exchange) params: Vec<(String, String)>,
    pub(in crate::exchange) value: String,
}

/// The lines of a text with the number of the first line of each, from 1: what begins with a blank goes on the line
/// before, and so does what follows a soft end (`=`) in quoted-printable. Line ends may be of any system.
pub(in crate::exchange) fn logical(text: &str) -> Vec<(u64, String)> {
    let text = if text.contains('\n') { Cow::Borrowed(text) } else { Cow::Owned(text.replace('\r', "\n")) };
    let mut out: Vec<(u64, String)> = vec![];
    let (mut soft, mut blank) = (false, false);
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim_end_matches('\r');
        match (out.last_mut(), line.strip_prefix([' ', '\t'])) {
            (Some((_, last)), _) if soft => {
                last.pop();
                last.push_str(line);
            }
            (Some((_, last)), Some(rest)) => last.push_str(rest),
            // In vCard 2.1 such a value goes on until an empty line, with no blank before.
            (Some((_, last)), None) if !blank && is_base64_on(line) && is_base64(last) => last.push_str(line),
            _ if line.trim().is_empty() => {}
            _ => out.push((number, line.to_owned())),
        }
        blank = line.trim().is_empty();
        soft = line.ends_with('=') && out.last().is_some_and(|(_, last)| is_quoted_printable(last));
    }
    out
}

/// Whether the value of a line is encoded in base 64.
fn is_base64(line: &str) -> bool {
    let head = line.get(..line.find(':').unwrap_or(0)).unwrap_or_default().to_uppercase();
    let said = |piece: &str| matches!(piece.trim_start_matches("ENCODING="), "B" | "BASE64");
    head.split(';').skip(1).any(said)
}

/// Whether a line can be more of such a value.
fn is_base64_on(line: &str) -> bool {
    !line.is_empty() && line.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'='))
}

fn is_quoted_printable(line: &str) -> bool {
    let head = &line.as_bytes()[..line.find(':').unwrap_or(0)];
    head.windows(16).any(|part| part.eq_ignore_ascii_case(b"QUOTED-PRINTABLE"))
}

/// Where the first of `marks` stands outside double quotes.
fn outside_quotes(text: &str, marks: &[char]) -> Option<usize> {
    let mut quoted = false;
    text.char_indices()
        .find(|(_, c)| {
            quoted ^= *c == '"';
            !quoted && marks.contains(c)
        })
        .map(|(at, _)| at)
}

/// The pieces of a text between marks that stand outside double quotes.
fn pieces(mut text: &str, mark: char) -> Vec<&str> {
    let mut out = vec![];
    while let Some(at) = outside_quotes(text, &[mark]) {
        out.push(&text[..at]);
        text = &text[at + mark.len_utf8()..];
    }
    out.push(text);
    out
}

impl Line {
    /// A line of a name and a value that is escaped already.
    pub(in crate::exchange) fn new(name: &str, value: impl Into<String>) -> Self {
        Self { name: name.to_owned(), value: value.into(), ..Self::default() }
    }

    /// The same line with one more parameter.
    #[must_use]
    pub(in crate::exchange) fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.params.push((name.to_owned(), value.into()));
        self
    }

    /// Reads a line as it stands, put together; `None` when it has no name.
    pub(in crate::exchange) fn read(text: &str) -> Option<Self> {
        let colon = outside_quotes(text, &[':']).or_else(|| text.find(':'))?;
        let (head, value) = (&text[..colon], &text[colon + 1..]);
        // Some programs put a backslash before all quotes around parameters; before one of them it belongs to the text.
        let before_all = head.matches("\\\"").count() == head.matches('"').count();
        let head = if before_all { head.replace("\\\"", "\"") } else { head.to_owned() };
        let mut heads = pieces(&head, ';').into_iter();
        let named = heads.next()?.trim();
        let (group, name) = named.split_once('.').unwrap_or(("", named));
        let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        // Names of one's own are of more than letters in some programs: `X-GOOGLE TALK`, `X-messaging/xmpp-All`.
        let own = name.get(..2).is_some_and(|head| head.eq_ignore_ascii_case("X-"));
        let is_name = |c: char| is_letter(c) || c == '.' || own && matches!(c, ' ' | '/');
        if name.is_empty() || !name.chars().all(is_name) || !group.chars().all(is_letter) {
            return None;
        }
        let params = heads.filter(|piece| !piece.trim().is_empty()).flat_map(params).collect();
        let (group, name) = (group.to_lowercase(), name.to_uppercase());
        Some(Self { group, name, params, value: value.to_owned() })
    }

    /// The values of a parameter.
    pub(in crate::exchange) fn all<'a>(&'a self, param: &'a str) -> impl Iterator<Item = &'a str> {
        self.params.iter().filter(move |(name, _)| name == param).map(|(_, value)| value.as_str())
    }

    /// The first value of a parameter.
    pub(in crate::exchange) fn param<'a>(&'a self, param: &'a str) -> Option<&'a str> {
        self.all(param).next()
    }

    /// How much it is preferred to others of its name, 1 the most; what does not say so is preferred least (RFC 6350 5.3).
    pub(in crate::exchange) fn preference(&self) -> u8 {
        const LEAST: u8 = 101;
        let said = self.param("PREF").and_then(|said| said.trim().parse().ok());
        said.filter(|said| (1..LEAST).contains(said)).unwrap_or(LEAST)
    }

    /// The line in the form of vCard 4.0: decoded, its types in small letters, what is preferred told by `PREF`, what is
    /// no text in a `data:` address. `otherwise` is how text is encoded that does not say so.
    #[must_use]
    pub(in crate::exchange) fn modern(mut self, otherwise: &'static Encoding) -> Self {
        let said = self.param("CHARSET").and_then(|label| Encoding::for_label(label.as_bytes()));
        let charset = said.unwrap_or(otherwise);
        let encoding = self.param("ENCODING").map(str::to_uppercase).unwrap_or_default();
        let done = match encoding.as_str() {
            "QUOTED-PRINTABLE" => {
                let bytes = quoted_printable(&self.value);
                let text = std::str::from_utf8(&bytes).ok().filter(|_| said.is_none()).map(str::to_owned);
                let text = text.unwrap_or_else(|| charset.decode_without_bom_handling(&bytes).0.into_owned());
                self.value = text.replace("\r\n", "\n").replace(['\r', '\n'], "\\n");
                true
            }
            "B" | "BASE64" => self.decode_base64(charset),
            _ => true,
        };
        if self.value.starts_with("data:") {
            // An address has no escapes, whatever some programs write.
            self.value = self.value.replace("\\,", ",").replace("\\;", ";");
        }
        self.params.retain(|(name, _)| name != "CHARSET" && !(done && name == "ENCODING"));
        for (name, value) in &mut self.params {
            if matches!(name.as_str(), "TYPE" | "VALUE") {
                value.make_ascii_lowercase();
            }
            if name == "TYPE" && value == "pref" {
                (*name, *value) = ("PREF".into(), "1".into());
            }
        }
        let is_day = matches!(self.name.as_str(), "BDAY" | "ANNIVERSARY" | "X-ANNIVERSARY" | "DEATHDATE");
        if is_day {
            self.value = basic(self.value.trim());
        } else if self.name == "TZ" && is_offset(self.value.trim()) {
            self.value = self.value.trim().replace(':', "");
        }
        self
    }

    /// Takes what is encoded in base 64 into an address, or as text where the property is one; false when it is not.
    fn decode_base64(&mut self, charset: &'static Encoding) -> bool {
        let plain: String = self.value.chars().filter(|c| !c.is_whitespace()).collect();
        let Some(bytes) = base64(&plain) else { return false };
        // What a property of somebody's own is, only its program knows: it stays as it is written.
        if self.name.starts_with("X-") {
            self.value = plain;
            return false;
        }
        let is_thing = matches!(self.name.as_str(), "PHOTO" | "LOGO" | "SOUND" | "KEY");
        if !is_thing
            && charset == UTF_8
            && let Ok(text) = String::from_utf8(bytes)
        {
            self.value = escape(&text);
            return true;
        }
        let sort = self.param("TYPE").unwrap_or_default().to_lowercase();
        let media = media(&self.name, &sort);
        self.params.retain(|(name, _)| !matches!(name.as_str(), "TYPE" | "VALUE"));
        self.value = format!("data:{media};base64,{plain}");
        true
    }

    /// The line as programs of vCard 3.0 read it.
    #[must_use]
    pub(in crate::exchange) fn of_three(mut self) -> Self {
        if let Some((media, data)) =
            self.value.strip_prefix("data:").and_then(|rest| rest.split_once(";base64,"))
        {
            let sort = media.rsplit('/').next().unwrap_or_default().to_uppercase();
            let data = data.to_owned();
            self.params.push(("ENCODING".into(), "b".into()));
            if !sort.is_empty() && sort != "OCTET-STREAM" {
                self.params.push(("TYPE".into(), sort));
            }
            self.value = data;
        }
        for (name, value) in &mut self.params {
            if name == "PREF" {
                (*name, *value) = ("TYPE".into(), "pref".into());
            }
        }
        self.params.retain(|(name, _)| !matches!(name.as_str(), "ALTID" | "PID" | "MEDIATYPE" | "CALSCALE"));
        // What came with 4.0 is known to older programs, if at all, by these names.
        match self.name.as_str() {
            "KIND" => self.name = "X-ADDRESSBOOKSERVER-KIND".into(),
            "ANNIVERSARY" | "GENDER" | "MEMBER" | "LANG" => self.name.insert_str(0, "X-"),
            _ => {}
        }
        self
    }

    /// The line as it is kept and compared: in one piece.
    pub(in crate::exchange) fn in_one(&self) -> String {
        let mut out = String::new();
        if !self.group.is_empty() {
            out.push_str(&self.group);
            out.push('.');
        }
        out.push_str(&self.name);
        for (at, (name, value)) in self.params.iter().enumerate() {
            // Several values of one parameter stand behind it with a comma between.
            let goes_on = at > 0 && self.params.get(at - 1).is_some_and(|(before, _)| before == name);
            if goes_on {
                out.push(',');
            } else {
                out.extend([";", name, "="]);
            }
            out.push_str(&param(value));
        }
        out.push(':');
        out.push_str(&self.value);
        out
    }

    /// Writes the line, broken up where it is longer than programs read.
    pub(in crate::exchange) fn write(&self, out: &mut String) {
        let mut width = 0;
        for c in self.in_one().chars() {
            if width + c.len_utf8() > WIDTH {
                out.push_str("\r\n ");
                width = 1;
            }
            out.push(c);
            width += c.len_utf8();
        }
        out.push_str("\r\n");
    }
}

/// Whether it is an offset as earlier versions write it: `-05:00`.
fn is_offset(value: &str) -> bool {
    let shape: String = value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    matches!(shape.as_str(), "+00:00" | "-00:00")
}

/// A day as vCard 4.0 writes it, `19800307` or `--0307`, of one with strokes between; what is no day stays.
pub(in crate::exchange) fn basic(day: &str) -> String {
    let shape: String = day.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    match shape.as_str() {
        "0000-00-00" => day.replace('-', ""),
        "--00-00" => format!("--{}", day.replace('-', "")),
        _ => day.to_owned(),
    }
}

/// A parameter, one entry a value. One without a name is of vCard 2.1: how the value is encoded, else what sort it is.
fn params(piece: &str) -> Vec<(String, String)> {
    let piece = piece.trim();
    let Some((name, values)) = piece.split_once('=') else {
        let name = |word: &str| match word.to_uppercase().as_str() {
            "QUOTED-PRINTABLE" | "BASE64" | "B" | "8BIT" | "7BIT" => "ENCODING",
            "URL" | "INLINE" | "CONTENT-ID" | "CID" => "VALUE",
            _ => "TYPE",
        };
        // What stands around a word between quotation marks is no part of it, as it is below.
        let words = piece.split(',').map(|word| unquoted(word.trim()).trim().to_owned());
        let words = words.filter(|word| !word.is_empty());
        return words.map(|word| (name(&word).to_owned(), word)).collect();
    };
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let name = if name.is_empty() { "X-PARAM".to_owned() } else { name.to_uppercase() };
    let each = pieces(values, ',').into_iter().map(|value| unquoted(value.trim()));
    // `TYPE="work,voice"` means two types as well.
    let split = |value: String| -> Vec<String> {
        if name == "TYPE" { value.split(',').map(|v| v.trim().to_owned()).collect() } else { vec![value] }
    };
    each.flat_map(split).filter(|value| !value.is_empty()).map(|value| (name.clone(), value)).collect()
}

/// A value of a parameter without its quotes and escapes (RFC 6868).
fn unquoted(value: &str) -> String {
    let value = value.trim_matches('"');
    if !value.contains('^') {
        return value.to_owned();
    }
    let mut out = String::new();
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        let meant = match (c, chars.peek()) {
            ('^', Some('n')) => Some('\n'),
            ('^', Some('\'')) => Some('"'),
            ('^', Some('^')) => Some('^'),
            _ => None,
        };
        if meant.is_some() {
            chars.next();
        }
        out.push(meant.unwrap_or(c));
    }
    out
}

fn param(value: &str) -> String {
    let escaped =
        value.replace('^', "^^").replace("\r\n", "\n").replace(['\r', '\n'], "^n").replace('"', "^'");
    if escaped.contains([',', ';', ':']) || escaped.trim() != escaped {
        format!("\"{escaped}\"")
    } else {
        escaped
    }
}

#[cfg(test)]
mod tests;

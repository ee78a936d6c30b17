//! A message as an address that opens the mail program (RFC 6068).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// A message to be sent by whatever program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The address; empty when none is known.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text; lines end with `\n`.
    pub body: String,
}

/// What is escaped in the text of a message.
const TEXT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// What is escaped in an address.
const ADDRESS: &AsciiSet = &TEXT.remove(b'@');

/// `mailto:nikos@example.org?subject=...&body=...`: everything that is not a letter, a digit or `-._~` is escaped, and
/// lines end with `%0D%0A` as the standard asks (RFC 6068). What is empty is left out.
pub fn mailto(message: &Message) -> String {
    let to: Vec<String> =
        message.to.split(',').map(|a| utf8_percent_encode(a.trim(), ADDRESS).to_string()).collect();
    let body = message.body.replace("\r\n", "\n").replace(['\r', '\n'], "\r\n");
    let fields =
        [("subject", &message.subject), ("body", &body)].into_iter().filter(|(_, text)| !text.is_empty());
    let fields: Vec<String> =
        fields.map(|(name, text)| format!("{name}={}", utf8_percent_encode(text, TEXT))).collect();
    let asks = if fields.is_empty() { "" } else { "?" };
    format!("mailto:{}{asks}{}", to.join(","), fields.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn message(to: &str, subject: &str, body: &str) -> Message {
        Message { to: to.into(), subject: subject.into(), body: body.into() }
    }

    #[test]
    fn nothing_in_a_message_steers_the_address() {
        let read = mailto(&message("a+b@example.org", "50% & more?", "Hello,\n\nκαλά #1\r\nbye"));
        let wanted = "mailto:a%2Bb@example.org?subject=50%25%20%26%20more%3F\
                      &body=Hello%2C%0D%0A%0D%0A%CE%BA%CE%B1%CE%BB%CE%AC%20%231%0D%0Abye";
        assert_eq!(read, wanted);
        assert_eq!(mailto(&message("", "", "")), "mailto:");
        assert_eq!(
            mailto(&message("a@x.org, b?cc=c@y.org", "s", "")),
            "mailto:a@x.org,b%3Fcc%3Dc@y.org?subject=s"
        );
    }

    proptest! {
        #[test]
        fn what_was_written_comes_back(subject in "\\PC{0,30}", body in "(?s).{0,60}") {
            let address = mailto(&message("x@example.org", &subject, &body));
            prop_assert!(address.is_ascii() && !address.contains([' ', '\n', '"', '<']));
            let read = |escaped: &str| {
                let mut bytes = vec![];
                let mut rest = escaped.bytes();
                while let Some(b) = rest.next() {
                    let hex: String = if b == b'%' { rest.by_ref().take(2).map(char::from).collect() } else { String::new() };
                    bytes.push(u8::from_str_radix(&hex, 16).unwrap_or(b));
                }
                String::from_utf8(bytes).unwrap()
            };
            let fields: Vec<(&str, &str)> = address
                .split_once('?')
                .map(|(_, fields)| fields.split('&').filter_map(|field| field.split_once('=')).collect())
                .unwrap_or_default();
            let of = |name| fields.iter().find(|(n, _)| *n == name).map_or("", |(_, text)| text);
            prop_assert_eq!(fields.len(), usize::from(!subject.is_empty()) + usize::from(!body.is_empty()));
            prop_assert_eq!(read(of("subject")), subject);
            prop_assert_eq!(read(of("body")).replace("\r\n", "\n"), body.replace("\r\n", "\n").replace('\r', "\n"));
        }
    }
}

//! What comes from records stays text, whatever is written around it.

use super::Format;
use crate::domain::text::clean;

/// A text of one line in which nothing is read as anything but text. What steers a terminal, or is no character of XML,
/// becomes U+FFFD.
pub(super) fn escaped(text: &str, format: Format) -> String {
    let text = clean(text);
    match format {
        Format::Markdown => markdown(&text),
        Format::Plain => text.into_owned(),
        Format::Html => html(&text),
    }
}

/// What a reader of Markdown could read something into, wherever it stands; `&` begins an entity, and what stands for a
/// list or a heading is one only at the start of a line.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut start = true;
    let mut digits = false;
    for c in text.trim_start().chars() {
        let anywhere = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&');
        let at_start = start && matches!(c, '#' | '-' | '+' | '=' | ':');
        let after_number = digits && matches!(c, '.' | ')');
        if anywhere || at_start || after_number {
            out.push('\\');
        }
        out.push(c);
        digits = (start || digits) && c.is_ascii_digit();
        start = false;
    }
    out
}

fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No characters of XML.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_stay_signs() {
        let all = "# 1 *a* <b>&amp; \"q\" 'x' | y\n- z\u{7}";
        assert_eq!(
            escaped(all, Format::Html),
            "# 1 *a* &lt;b&gt;&amp;amp; &quot;q&quot; &#39;x&#39; | y - z\u{fffd}"
        );
        assert_eq!(
            escaped(all, Format::Markdown),
            "\\# 1 \\*a\\* \\<b\\>\\&amp; \"q\" 'x' \\| y - z\u{fffd}"
        );
        assert_eq!(escaped(all, Format::Plain), "# 1 *a* <b>&amp; \"q\" 'x' | y - z\u{fffd}");
        assert_eq!(escaped("12. March", Format::Markdown), "12\\. March");
        assert_eq!(escaped("  - a", Format::Markdown), "\\- a");
    }
}

//! A brief as Markdown and as plain text.

use super::Page;
use crate::domain::Tone;
use crate::domain::text::{breaks, clean, cut_with};

/// How far a line that goes on is set in.
const HANG: usize = 2;

/// A brief as Markdown; what needs a look is set in bold.
pub fn to_markdown(page: &Page) -> String {
    let mut out = format!("# {}\n\n{}\n", escaped(&page.title), escaped(&page.about));
    for section in &page.sections {
        out.extend(["\n## ", section.heading, "\n\n"]);
        for line in &section.lines {
            let text = escaped(&line.text);
            let mark = match line.tone {
                Tone::Alarm | Tone::Warning => "**",
                Tone::Muted => "*",
                Tone::Plain | Tone::Accent | Tone::Good => "",
            };
            out.extend(["- ", mark, &text, mark, "\n"]);
        }
    }
    out
}

/// A brief as plain text of so many columns; what needs a look has a `!` before it. Nothing is cut: what is longer goes on
/// in the next line.
pub fn to_plain(page: &Page, width: usize) -> String {
    let mut out = String::new();
    broken(&mut out, "", &page.title, width);
    broken(&mut out, "", &page.about, width);
    for section in &page.sections {
        out.push('\n');
        broken(&mut out, "", section.heading, width);
        for line in &section.lines {
            broken(&mut out, if line.tone == Tone::Alarm { "! " } else { "  " }, &line.text, width);
        }
    }
    out
}

/// A text in lines of at most `width` columns behind a mark; from the second on they are set in, as far as there is room.
fn broken(out: &mut String, mark: &str, text: &str, width: usize) {
    let text = clean(text);
    let (columns, hang) = (width.saturating_sub(mark.len()), " ".repeat(mark.len() + HANG));
    let first = breaks(&text, columns.max(1)).first().map_or(0, |row| row.end);
    let (begin, rest) = text.split_at(first);
    out.extend([&cut_with(&format!("{mark}{}", begin.trim_end()), width, ""), "\n"]);
    for row in breaks(rest, columns.saturating_sub(HANG).max(1)).into_iter().filter(|row| !row.is_empty()) {
        out.extend([&cut_with(&format!("{hang}{}", rest[row].trim_end()), width, ""), "\n"]);
    }
}

/// Text in which nothing is read as Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Row, Section};
    use super::*;
    use crate::domain::text::width as columns;

    fn page() -> Page {
        let row = |text: &str, tone| Row { text: text.into(), tone };
        let lines = vec![row("#41 *new* banner · 株式会社みなと", Tone::Alarm), row("a\u{1b}b", Tone::Plain)];
        let sections = vec![Section { heading: "They wait for us", lines }];
        Page { title: "A_B".into(), about: "tier A".into(), sections }
    }

    #[test]
    fn markdown_reads_nothing_into_names() {
        let wanted = "# A\\_B\n\ntier A\n\n## They wait for us\n\n- **#41 \\*new\\* banner · 株式会社みなと**\n- a\u{fffd}b\n";
        assert_eq!(to_markdown(&page()), wanted);
    }

    #[test]
    fn plain_text_fits_and_nothing_of_it_is_lost() {
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        for width in 8..40 {
            let plain = to_plain(&page(), width);
            assert_eq!(letters(&plain), letters(&to_plain(&page(), 200)), "{width}");
        }
        assert!(to_plain(&page(), 80).contains("\n! #41 *new* banner · 株式会社みなと\n"));
        for width in 0..40 {
            assert!(to_plain(&page(), width).lines().all(|l| columns(l) <= width), "{width}");
        }
    }
}

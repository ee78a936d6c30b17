//! A brief as Markdown and as plain text.

use super::Brief;
use crate::domain::Tone;
use crate::domain::text::{clean, cut};

/// A brief as Markdown; what needs a look is set in bold.
pub fn to_markdown(brief: &Brief) -> String {
    let mut out = format!("# {}\n\n{}\n", escaped(&brief.title), escaped(&brief.about));
    for section in &brief.sections {
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

/// A brief as plain text of so many columns, a line each; what needs a look has a `!` before it.
pub fn to_plain(brief: &Brief, width: usize) -> String {
    let mut out = format!("{}\n{}\n", cut(&brief.title, width), cut(&brief.about, width));
    for section in &brief.sections {
        out.extend(["\n", &cut(section.heading, width), "\n"]);
        for line in &section.lines {
            let mark = if line.tone == Tone::Alarm { "! " } else { "  " };
            out.push_str(&cut(&format!("{mark}{}", line.text), width));
            out.push('\n');
        }
    }
    out
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
    use super::super::{Line, Section};
    use super::*;
    use crate::domain::text::width as columns;

    fn brief() -> Brief {
        let lines = vec![Line::of("#41 *new* banner · 株式会社みなと", true), Line::plain("a\u{1b}b")];
        let sections = vec![Section { heading: "They wait for us", lines }];
        Brief { title: "A_B".into(), about: "tier A".into(), sections }
    }

    #[test]
    fn markdown_reads_nothing_into_names() {
        let wanted = "# A\\_B\n\ntier A\n\n## They wait for us\n\n- **#41 \\*new\\* banner · 株式会社みなと**\n- a\u{fffd}b\n";
        assert_eq!(to_markdown(&brief()), wanted);
    }

    #[test]
    fn plain_text_fits() {
        assert!(to_plain(&brief(), 80).contains("\n! #41 *new* banner · 株式会社みなと\n"));
        for width in 0..40 {
            assert!(to_plain(&brief(), width).lines().all(|l| columns(l) <= width), "{width}");
        }
    }
}

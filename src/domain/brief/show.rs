//! A brief as Markdown and as plain text.

use super::{Brief, Tone};
use crate::domain::text::clean;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A brief as Markdown; what needs a look is set in bold.
pub fn to_markdown(brief: &Brief) -> String {
    let mut out = format!("# {}\n\n{}\n", escaped(&brief.title), escaped(&brief.about));
    for section in &brief.sections {
        out.extend(["\n## ", section.heading, "\n\n"]);
        for line in &section.lines {
            let text = escaped(&line.text);
            let mark = match line.tone {
                Tone::Plain => "",
                Tone::Alarm => "**",
                Tone::Muted => "*",
            };
            out.extend(["- ", mark, &text, mark, "\n"]);
        }
    }
    out
}

/// A brief as plain text of so many columns, a line each; what needs a look has a `!` before it.
pub fn to_plain(brief: &Brief, width: usize) -> String {
    let mut out = format!("{}\n{}\n", cut(&clean(&brief.title), width), cut(&clean(&brief.about), width));
    for section in &brief.sections {
        out.extend(["\n", &cut(section.heading, width), "\n"]);
        for line in &section.lines {
            let mark = if line.tone == Tone::Alarm { "! " } else { "  " };
            out.push_str(&cut(&format!("{mark}{}", clean(&line.text)), width));
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

/// As much of a text as fits, with an ellipsis where it was cut; between two characters as people see them.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for piece in text.graphemes(true) {
        used += piece.width();
        if used >= width {
            break;
        }
        out.push_str(piece);
    }
    if width > 0 {
        out.truncate(out.trim_end().len());
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Line, Section};
    use super::*;

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
            assert!(to_plain(&brief(), width).lines().all(|l| l.width() <= width), "{width}");
        }
        assert_eq!(cut("株式会社", 5), "株式…");
        assert_eq!(cut("株式会社", 4), "株…");
    }
}

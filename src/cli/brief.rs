//! `syndeo brief`.

use super::book::Desk;
use super::out::{Out, Stop, columns};
use super::show::one;
use crate::domain::{Kind, brief};
use crate::words::brief::{page, to_markdown, to_plain};
use crate::words::cli::reading;
use serde_json::json;
use std::path::Path;

/// Whom a page can be about: clients first, they are rather meant than a project with their name in it.
const NAMED: [&[Kind]; 2] = [&[Kind::Client], &[Kind::Project]];

/// The columns of the page where there is no terminal: no line is cut for whoever reads on.
const PAGE: usize = 10_000;

/// Prints one page about a client or a project.
///
/// # Errors
/// When none is meant or more than one, the book cannot be opened, or nobody reads the output.
pub fn run(out: &mut Out, dir: &Path, what: &str, markdown: bool, json: bool) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let record = one(&desk.book, what, &NAMED, reading::more_of_name())?;
    let brief = brief::brief(&desk.book, record.id(), desk.now)
        .ok_or_else(|| Stop::NotDone(reading::brief_is_about(crate::words::kind(record.kind()))))?;
    let page = page(&desk.book, &brief);
    if json {
        let sections: Vec<_> = page
            .sections
            .iter()
            .map(|s| json!({"heading": s.heading, "lines": s.lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>()}))
            .collect();
        out.json(&json!({"title": page.title, "about": page.about, "sections": sections}))?;
    } else if markdown {
        out.text(&to_markdown(&page))?;
    } else {
        out.text(&to_plain(&page, columns().unwrap_or(PAGE)))?;
    }
    desk.close(out)
}

//! Reports for the desk, written beside the keys; and where templates of one's own lie.

use crate::app::{Report, Snapshot};
use crate::domain::Moment;
use crate::domain::report::{Format, Untold, facts};
use crate::exchange::report::{Own, render, render_within};
use crate::words::reports;
use etcetera::BaseStrategy as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Says where the templates of this person are.
const TEMPLATES_VARIABLE: &str = "SYNDEO_TEMPLATES";

/// The folder of the templates of this person: as the environment says, else among the settings of programs.
pub fn template_place() -> Option<PathBuf> {
    let named = std::env::var_os(TEMPLATES_VARIABLE).filter(|v| !v.is_empty());
    named.map(PathBuf::from).or_else(|| {
        let dir = etcetera::base_strategy::choose_native_strategy().ok()?.config_dir();
        dir.is_absolute().then(|| dir.join("syndeo").join("templates"))
    })
}

/// The templates of one's own, by their names.
///
/// # Errors
/// When their folder or one of them cannot be read; in words for people.
pub fn own_templates() -> Result<Vec<Own>, String> {
    let Some(dir) = template_place() else { return Ok(vec![]) };
    let not = |path: &Path, error: &io::Error| format!("{}: {error}", path.display());
    let entries = match fs::read_dir(&dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        Err(error) => return Err(not(&dir, &error)),
    };
    let mut own = vec![];
    for entry in entries {
        let path = entry.map_err(|error| not(&dir, &error))?.path();
        let is_template = path.extension().is_some_and(|ending| ending == "j2");
        let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|_| is_template) else {
            continue;
        };
        let text = fs::read_to_string(&path).map_err(|error| not(&path, &error))?;
        own.push(Own { name: name.to_owned(), text });
    }
    own.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(own)
}

/// A report as text, of plain text with lines of so many columns.
///
/// # Errors
/// When it must not go out, nothing can be told, or a template is wrong; in words for people.
pub fn text(
    book: &Snapshot,
    report: Report,
    format: Format,
    columns: Option<usize>,
    now: Moment,
) -> Result<String, String> {
    let Report { ask, language } = report;
    let told = facts(&book.0, &ask, now).map_err(|untold| {
        let why = reports::untold(&book.0, &ask, &untold);
        match untold {
            Untold::NotOfThat => why,
            Untold::Internal(_) => reports::only_for_us(&why),
        }
    })?;
    let own = own_templates()?;
    let written = match columns {
        Some(columns) => render_within(ask.kind, &told, language, format, &own, columns),
        None => render(ask.kind, &told, language, format, &own),
    };
    written.map_err(|error| error.to_string())
}

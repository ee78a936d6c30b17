//! Writing a long text in the person's own editor.

use std::io::{self, Read, Write};
use std::process::Command;

/// Lets the person write `text` in `$VISUAL` or `$EDITOR`; `None` when they left it as it was. The terminal must have
/// been given back before.
///
/// # Errors
/// In words for people: no editor is set, it cannot be started, it ended with an error, or what it left is no text.
pub fn write(text: &str) -> Result<Option<String>, String> {
    let command =
        ["VISUAL", "EDITOR"].iter().find_map(|v| std::env::var(v).ok().filter(|c| !c.trim().is_empty()));
    let command = command.ok_or("no editor is set: put the name of yours into $EDITOR")?;
    let words =
        shell_words::split(&command).map_err(|e| format!("$EDITOR cannot be read ({command}): {e}"))?;
    let (program, args) =
        words.split_first().ok_or("no editor is set: put the name of yours into $EDITOR")?;
    let mut file = fresh_file(text).map_err(|e| format!("no file for the editor could be made: {e}"))?;
    let status = Command::new(program)
        .args(args)
        .arg(file.path())
        .status()
        .map_err(|e| format!("{program} could not be started: {e}"))?;
    if !status.success() {
        return Err(format!("{program} ended with {status}; the text is as it was"));
    }
    let written = read_back(&mut file).map_err(|e| format!("what the editor left could not be read: {e}"))?;
    let written = written.strip_suffix('\n').unwrap_or(&written).to_owned();
    Ok((written != text).then_some(written))
}

/// Text notes are Markdown to most editors; the name makes them wrap and colour it.
fn fresh_file(text: &str) -> io::Result<tempfile::NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix("syndeo-").suffix(".md").tempfile()?;
    file.write_all(text.as_bytes())?;
    if !text.is_empty() {
        file.write_all(b"\n")?;
    }
    file.flush()?;
    Ok(file)
}

/// Editors that save by renaming leave another file under the name, so it is opened anew.
fn read_back(file: &mut tempfile::NamedTempFile) -> io::Result<String> {
    let mut text = String::new();
    file.reopen()?.read_to_string(&mut text)?;
    Ok(text)
}

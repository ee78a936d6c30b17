//! Writing a long text in the person's own editor.

use crate::words;
use std::io::{self, Write};
use std::process::Command;

/// Lets the person write `text` in `$VISUAL` or `$EDITOR`; `None` when they left it as it was. The terminal must have
/// been given back before.
///
/// # Errors
/// In words for people: no editor is set, it cannot be started, it ended with an error, or what it left is no text.
pub fn write(text: &str) -> Result<Option<String>, String> {
    let command =
        ["VISUAL", "EDITOR"].iter().find_map(|v| std::env::var(v).ok().filter(|c| !c.trim().is_empty()));
    let command = command.ok_or_else(words::shell::no_editor)?;
    let split = shell_words::split(&command).map_err(|e| words::shell::odd_editor(&command, &e))?;
    let (program, args) = split.split_first().ok_or_else(words::shell::no_editor)?;
    let file = fresh_file(text).map_err(|e| words::shell::no_editor_file(&e))?;
    let ended = Command::new(program).args(args).arg(file.path()).status();
    let read = std::fs::read(file.path());
    let written = match (ended, read) {
        (Err(error), _) => return Err(words::shell::no_start(program, &error)),
        (Ok(status), Ok(bytes)) if status.success() => {
            String::from_utf8(bytes).map_err(|_| words::shell::no_text().to_owned())
        }
        (Ok(status), Ok(_)) => Err(words::shell::half_written(program, &status)),
        (Ok(_), Err(error)) => Err(words::shell::not_read(&error)),
    };
    match written {
        Ok(written) => {
            let written = written.strip_suffix('\n').unwrap_or(&written).to_owned();
            Ok((written != text).then_some(written))
        }
        Err(why) => Err(words::shell::editor_left(&why, &keep(file))),
    }
}

/// Nothing that was written goes away, whatever became of the editor.
fn keep(file: tempfile::NamedTempFile) -> String {
    match file.keep() {
        Ok((_, path)) => words::shell::still_in(&path.display()),
        Err(error) => words::shell::not_kept(&error),
    }
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

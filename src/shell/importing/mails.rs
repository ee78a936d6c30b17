//! A folder of mail, as it lies on the medium.

use crate::exchange::MailFile;
use crate::words::cli::moving;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

/// The files of a folder of mail and of those in it, in the order of their names, each with what is in it or why it was not
/// read. What is not delivered yet (`tmp`) is none.
///
/// # Errors
/// When a folder cannot be read.
pub fn mails(dir: &Path) -> io::Result<Vec<MailFile>> {
    let (mut out, mut open) = (vec![], vec![dir.to_owned()]);
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(&at)? {
            let (path, sort) = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))?;
            if sort.is_dir() && path.file_name().is_some_and(|name| name != "tmp") {
                open.push(path);
            } else if !sort.is_dir() {
                let name = path.strip_prefix(dir).unwrap_or(&path).to_string_lossy().into_owned();
                // A link may lead anywhere, a pipe waits for ever.
                let read = if sort.is_symlink() {
                    Err(moving::is_a_link().to_owned())
                } else if sort.is_file() {
                    fs::read(&path).map_err(|error| moving::cannot_be_read(&error))
                } else {
                    Err(moving::no_plain_file().to_owned())
                };
                out.push((name, read));
            }
        }
    }
    out.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(out)
}

/// Whether a folder is one of mail: a Maildir, or one with mails as files (`.eml`) in it.
pub fn is_folder_of_mail(dir: &Path) -> bool {
    /// So many files are looked at: a folder with thousands of others is no folder of mail.
    const LOOKED_AT: usize = 200;
    let is_maildir = ["cur", "new"].iter().all(|name| dir.join(name).is_dir());
    let is_mail = |entry: fs::DirEntry| {
        Path::new(&entry.file_name()).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("eml"))
    };
    is_maildir || fs::read_dir(dir).is_ok_and(|entries| entries.flatten().take(LOOKED_AT).any(is_mail))
}

/// Whether a plain file begins as mailboxes do.
pub fn is_mailbox(file: &Path) -> bool {
    let mut begins = [0; 5];
    fs::File::open(file).and_then(|mut file| file.read_exact(&mut begins)).is_ok() && &begins == b"From "
}

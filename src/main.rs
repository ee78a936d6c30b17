//! `syndeo`

use std::path::PathBuf;
use std::process::ExitCode;
use syndeo::cli::{self, Start};
use syndeo::shell::{self, clock};
use syndeo::store::{Disk, Options, Store};

fn main() -> ExitCode {
    match cli::run(std::env::args_os(), String::new) {
        Start::Done(code) => ExitCode::from(code),
        Start::Tui { book, demo } => {
            let code = desk(book.clone());
            if demo {
                cli::remove_demo(&book);
            }
            code
        }
    }
}

fn desk(dir: PathBuf) -> ExitCode {
    let now = clock::now();
    let Ok(claim) = Disk::claim(&dir, &format!("syndeo (pid {})", std::process::id())) else {
        return ExitCode::from(75);
    };
    let open: shell::Open = Box::new(move |sink| {
        let (disk, opened) = Disk::open(claim, &Options::default(), now, sink)?;
        Ok((Box::new(disk) as Box<dyn Store>, opened))
    });
    match shell::run(open, dir, [1; 16]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => ExitCode::from(failure.code),
    }
}

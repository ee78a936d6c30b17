//! `syndeo`

use std::process::ExitCode;
use syndeo::domain::Change;
use syndeo::shell::{self, clock};
use syndeo::store::{Disk, Options, Store};

fn main() -> ExitCode {
    let dir = std::env::args().nth(1).map(std::path::PathBuf::from).unwrap_or_default();
    let now = clock::now();
    if std::env::args().nth(2).is_some() {
        let claim = Disk::claim(&dir, "x").unwrap();
        let (mut disk, _) = Disk::open(claim, Options::default(), now, &mut |_| {}).unwrap();
        let mut change = Change::new("sample", now);
        for r in syndeo::demo::book(now) {
            change = change.with(None, Some(r));
        }
        disk.save(&change).unwrap();
        disk.close().unwrap();
        return ExitCode::SUCCESS;
    }
    let claim = Disk::claim(&dir, "syndeo").unwrap();
    let open: shell::Open = Box::new(move |sink| {
        let (disk, opened) = Disk::open(claim, Options::default(), now, sink)?;
        Ok((Box::new(disk) as Box<dyn Store>, opened))
    });
    match shell::run(open, dir, [1; 16]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(f) => ExitCode::from(f.code),
    }
}

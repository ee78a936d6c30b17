//! `syndeo`

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(syndeo::cli::run(std::env::args_os()))
}

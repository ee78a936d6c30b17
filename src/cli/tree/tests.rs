//! The layout of help, held against clap's own.

use super::*;
use crate::words::Lang;

/// What is typed for every command of a tree.
fn all(command: &Command, above: &[String], out: &mut Vec<Vec<String>>) {
    let name = [above, &[command.get_name().to_owned()]].concat();
    for sub in command.get_subcommands() {
        all(sub, &name, out);
    }
    out.push(name);
}

/// What a tree says of a call that is none.
fn said(tree: Command, call: &[String], behind: &str) -> String {
    let error = tree.try_get_matches_from(call.iter().map(String::as_str).chain([behind])).unwrap_err();
    error.to_string()
}

/// Without the blanks that nobody sees.
fn seen(help: &str) -> String {
    help.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

/// In English it is clap's own help, whole: so nothing of it is left out, or is told that is not so.
#[test]
fn in_english_the_layout_is_that_of_clap() {
    Lang::En.within(|| {
        let mut calls = vec![];
        all(&Cli::command(), &[], &mut calls);
        assert!(calls.len() > 30, "{}", calls.len());
        for call in calls {
            for behind in ["-h", "--help"] {
                let (own, clap) = (said(helped(), &call, behind), said(Cli::command(), &call, behind));
                assert_eq!(seen(&own), seen(&clap), "{call:?} {behind}");
            }
        }
        let version = ["syndeo".to_owned()];
        assert_eq!(said(helped(), &version, "--version"), said(Cli::command(), &version, "-V"));
    });
}

/// What a call must be asked for is asked by both, and the same call is help in both.
#[test]
fn it_takes_what_the_table_takes() {
    for lang in Lang::ALL {
        lang.within(|| {
            for call in [
                "today --month 2026-12",
                "export clients --format csv",
                "person export a b",
                "report week --lang el",
            ] {
                let args = || ["syndeo"].into_iter().chain(call.split(' '));
                assert!(helped().try_get_matches_from(args()).is_ok(), "{call}");
                assert!(Cli::command().try_get_matches_from(args()).is_ok(), "{call}");
            }
        });
    }
}

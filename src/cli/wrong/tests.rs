//! What is said of errors, held against what clap says.

use super::*;
use crate::cli::tree::helped;
use crate::words::Lang;
use clap::{Arg, ArgAction, Command};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt as _;

/// A call of each sort that goes wrong.
const CALLS: &[&str] = &[
    "--nonsense",
    "--bok x",
    "--book",
    "--book x --book y",
    "--lang xx",
    "--lang grek",
    "--json list",
    "-- list",
    "lst",
    "undoo",
    "re",
    "help",
    "list",
    "list clients --nonsense",
    "list clients --reverse",
    "list clinets",
    "list clients --json=yes",
    "list --lang el",
    "load --weeks 0",
    "load --weeks x",
    "load --weeks",
    "load aegean",
    "export tasks --delimiter ;;",
    "export tasks --format docx",
    "export tasks --vcard 9",
    "export --all",
    "export clients --all --format csv --excel -o x",
    "today --month x",
    "today --snoozed --month",
    "holidays",
    "import",
    "import x --dates ymd",
    "field x",
    "field x --of nothing",
    "field x --of clients --holds nothing",
    "merge a",
    "person lst",
    "person erase",
    "report --format doc",
    "report --templates --template x",
    "completions ksh",
    "redo now",
];

fn wrong(tree: Command, args: Vec<OsString>) -> Error {
    tree.try_get_matches_from(args).unwrap_err()
}

fn typed(call: &str) -> Vec<OsString> {
    ["syndeo"].into_iter().chain(call.split(' ')).map(OsString::from).collect()
}

fn not_utf8() -> Vec<OsString> {
    vec!["syndeo".into(), "find".into(), OsString::from_vec(vec![b'a', 0xff])]
}

/// So everything that clap knows of an error is read.
#[test]
fn in_english_it_is_what_clap_says() {
    Lang::En.within(|| {
        let mut kinds = BTreeSet::new();
        for args in CALLS.iter().map(|call| typed(call)).chain([not_utf8()]) {
            let error = wrong(helped(), args);
            assert_eq!(told(&error), error.to_string());
            kinds.insert(format!("{:?}", error.kind()));
        }
        let wanted = [
            "ArgumentConflict",
            "InvalidSubcommand",
            "InvalidUtf8",
            "InvalidValue",
            "MissingRequiredArgument",
            "TooManyValues",
            "UnknownArgument",
            "ValueValidation",
        ];
        assert_eq!(kinds.into_iter().collect::<Vec<_>>(), wanted);
    });
}

/// Kinds of errors that no call of ours can make; a call of another program does.
#[test]
fn what_no_call_of_ours_can_make_is_read_as_well() {
    let other = || {
        Command::new("other")
            .subcommand_required(true)
            .args_conflicts_with_subcommands(true)
            .override_usage("other [X]")
            .arg(Arg::new("two").long("two").num_args(2))
            .arg(Arg::new("few").long("few").num_args(2..=3))
            .arg(Arg::new("same").long("same").require_equals(true))
            .arg(Arg::new("flag").long("flag").action(ArgAction::SetTrue))
            .subcommand(Command::new("run"))
    };
    for lang in Lang::ALL {
        lang.within(|| {
            for (call, kind) in [
                ("--two a", ErrorKind::WrongNumberOfValues),
                ("--few a", ErrorKind::TooFewValues),
                ("--same a", ErrorKind::NoEquals),
                ("", ErrorKind::MissingSubcommand),
                ("--flag run", ErrorKind::ArgumentConflict),
            ] {
                let args = ["other"].into_iter().chain(call.split_whitespace()).map(OsString::from).collect();
                let error = wrong(other(), args);
                assert_eq!(error.kind(), kind, "{call}");
                let same = told(&error) == error.to_string();
                assert_eq!(same, lang == Lang::En, "{call}: {}", told(&error));
            }
        });
    }
}

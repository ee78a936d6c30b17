//! What clap finds wrong with a call, said in the language that is spoken: from what kind of error it is and what clap tells
//! with it. In English it is what clap says itself.

use super::tree::without_heading;
use crate::words::cli::calls;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;
use std::num::ParseIntError;

/// The whole of what is said of a wrong call.
pub fn told(error: &Error) -> String {
    let mut out = vec![calls::error(what(error))];
    let tips: Vec<String> = tips(error).into_iter().map(|tip| format!("  {}", calls::tip(tip))).collect();
    if !tips.is_empty() {
        out.push(tips.join("\n"));
    }
    // The usage is ours already; before it stands its heading, in English.
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let own = without_heading(&usage);
        out.push(format!("{}: {own}", calls::usage()));
    }
    out.push(format!("{}\n", calls::try_help()));
    out.join("\n\n")
}

/// What is told as one text.
fn text(error: &Error, kind: ContextKind) -> Option<&str> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text),
        _ => None,
    }
}

/// What is told as several.
fn texts(error: &Error, kind: ContextKind) -> &[String] {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts,
        Some(ContextValue::String(text)) => std::slice::from_ref(text),
        _ => &[],
    }
}

fn number(error: &Error, kind: ContextKind) -> isize {
    match error.get(kind) {
        Some(ContextValue::Number(number)) => *number,
        _ => 0,
    }
}

fn what(error: &Error) -> String {
    let arg = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = text(error, ContextKind::InvalidValue).unwrap_or_default();
    let command = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
    let given = number(error, ContextKind::ActualNumValues);
    match error.kind() {
        ErrorKind::ArgumentConflict => conflict(error),
        ErrorKind::NoEquals => calls::equals_needed(arg),
        ErrorKind::InvalidValue => {
            let said =
                if value.is_empty() { calls::value_needed(arg) } else { calls::invalid_value(value, arg) };
            listed(said, texts(error, ContextKind::ValidValue), calls::one_of)
        }
        ErrorKind::InvalidSubcommand => calls::no_command(command),
        ErrorKind::MissingRequiredArgument => {
            below(calls::arguments_missing(), texts(error, ContextKind::InvalidArg))
        }
        ErrorKind::MissingSubcommand => {
            let names = texts(error, ContextKind::ValidSubcommand);
            listed(calls::command_missing(command), names, calls::of_commands)
        }
        ErrorKind::InvalidUtf8 => calls::not_utf8().to_owned(),
        ErrorKind::TooManyValues => calls::value_too_many(value, arg),
        ErrorKind::TooFewValues => calls::values_too_few(number(error, ContextKind::MinValues), arg, given),
        ErrorKind::WrongNumberOfValues => {
            calls::values_wrong(number(error, ContextKind::ExpectedNumValues), arg, given)
        }
        ErrorKind::ValueValidation => {
            let said = calls::invalid_value(value, arg);
            why(error).map_or(said.clone(), |why| calls::because(said, why))
        }
        ErrorKind::UnknownArgument => calls::no_argument(arg),
        // Help and version are no errors, and nothing else is made of a call.
        _ => error.to_string(),
    }
}

fn conflict(error: &Error) -> String {
    let others = texts(error, ContextKind::PriorArg);
    let said = match (text(error, ContextKind::InvalidArg), text(error, ContextKind::InvalidSubcommand)) {
        (Some(arg), _) if others == [arg] => return calls::said_twice(arg),
        (Some(arg), _) => calls::argument_with(arg),
        (None, Some(command)) => calls::command_with(command),
        (None, None) => return calls::argument_conflict().to_owned(),
    };
    match others {
        [] => format!("{said} {}", calls::others()),
        [other] => format!("{said} '{other}'"),
        several => below(&format!("{said}:"), several),
    }
}

/// With each name on a line of its own.
fn below(said: &str, names: &[String]) -> String {
    names.iter().fold(said.to_owned(), |out, name| format!("{out}\n  {name}"))
}

/// With what there is to choose from on the line below it.
fn listed(said: String, names: &[String], all: fn(String) -> String) -> String {
    if names.is_empty() { said } else { format!("{said}\n  {}", all(names.join(", "))) }
}

/// Why a value does not fit: our own words, or what a type of the standard library says.
fn why(error: &Error) -> Option<String> {
    let source = error.source()?;
    Some(if source.is::<ParseIntError>() {
        calls::no_number(source)
    } else if source.is::<std::char::ParseCharError>() {
        calls::no_mark(source)
    } else {
        source.to_string()
    })
}

fn tips(error: &Error) -> Vec<String> {
    type Said = fn(String) -> String;
    let alike: [(ContextKind, Said, Said); 3] = [
        (ContextKind::SuggestedSubcommand, calls::alike_command, calls::alike_commands),
        (ContextKind::SuggestedArg, calls::alike_argument, calls::alike_arguments),
        (ContextKind::SuggestedValue, calls::alike_value, calls::alike_values),
    ];
    let mut out = vec![];
    for (kind, one, several) in alike {
        let names: Vec<String> = texts(error, kind).iter().map(|name| format!("'{name}'")).collect();
        match names.len() {
            0 => {}
            1 => out.push(one(names.join(", "))),
            _ => out.push(several(names.join(", "))),
        }
    }
    if let Some(ContextValue::StyledStrs(tips)) = error.get(ContextKind::Suggested) {
        out.extend(tips.iter().map(|tip| other_tip(error, &tip.to_string())));
    }
    out
}

/// A tip that clap hands on as a sentence: which one it is, is told by what it quotes.
fn other_tip(error: &Error, tip: &str) -> String {
    let arg = text(error, ContextKind::InvalidArg).or(text(error, ContextKind::InvalidSubcommand));
    let arg = arg.unwrap_or_default();
    let quoted = |text: &str| {
        let rest = text.split_once('\'')?.1;
        Some(rest.rsplit_once('\'')?.0.to_owned())
    };
    let all = quoted(tip).unwrap_or_default();
    // Behind the argument stands how it is to be given.
    let call = all.strip_prefix(arg).and_then(|rest| quoted(&format!("{}'", rest.strip_prefix('\'')?)));
    match call {
        Some(dashes) if dashes == "--" => calls::needless_dashes(arg),
        Some(call) if call.ends_with(&format!("-- {arg}")) => calls::as_a_value(arg, call),
        _ => calls::exists(all),
    }
}

#[cfg(test)]
mod tests;

//! The command line as it is shown, in the language that is spoken: for help, errors, completions and the manual page. What
//! is typed is parsed by the table itself (`args`), whose types this has lost.

use super::args::Cli;
use crate::words::cli::calls;
use crate::words::{Of, other_label};
use clap::builder::{PossibleValue, PossibleValuesParser, Str, StyledStr};
use clap::{Arg, ArgAction, Command, CommandFactory as _};

/// The whole tree with its words in the language that is spoken.
pub fn spoken() -> Command {
    worded(Cli::command())
}

/// As [`spoken`], with the help laid out around those words: clap's own layout has its headings in English.
pub fn helped() -> Command {
    let tree = spoken();
    let mut built = tree.clone();
    built.build();
    laid_out(tree, &built)
}

/// Whether the long help tells more than the short one: there is something to say of what can be chosen.
fn has_long_help(command: &Command) -> bool {
    command.get_arguments().any(has_told_values)
}

fn has_told_values(arg: &Arg) -> bool {
    values(arg).iter().any(|value| value.get_help().is_some())
}

/// What can be chosen; a flag has no value, though clap knows two of it.
fn values(arg: &Arg) -> Vec<PossibleValue> {
    if arg.get_action().takes_values() { arg.get_possible_values() } else { vec![] }
}

fn worded(command: Command) -> Command {
    let about = said(command.get_about());
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let help = if has_long_help(&command) {
        help.help(calls::see_more()).long_help(calls::see_summary())
    } else {
        help.help(calls::print_help())
    };
    // What every command has stands last, as clap has it.
    let last = |arg: Arg| arg.display_order(999);
    let mut command =
        command.mut_args(worded_arg).mut_subcommands(worded).disable_help_flag(true).arg(last(help));
    if command.get_version().is_some() {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
        command = command.disable_version_flag(true).arg(last(version.help(calls::print_version())));
    }
    command.about(about).subcommand_value_name(calls::a_command())
}

/// What something is for, in the language that is spoken.
fn said(english: Option<&StyledStr>) -> String {
    let english = english.map(ToString::to_string).unwrap_or_default();
    other_label(Of::Call, &english).map_or(english, str::to_owned)
}

fn worded_arg(arg: Arg) -> Arg {
    let help = said(arg.get_help());
    let names = arg.get_value_names().unwrap_or_default().iter();
    let names: Vec<Str> = names
        .map(|name| other_label(Of::Placeholder, name).map_or_else(|| name.clone(), Str::from))
        .collect();
    let values = values(&arg).into_iter().map(|value| match value.get_help() {
        Some(help) => {
            let help = said(Some(help));
            value.help(help)
        }
        None => value,
    });
    let values: Vec<PossibleValue> = values.collect();
    let arg = arg.help(help);
    let arg = if names.is_empty() { arg } else { arg.value_names(names) };
    if values.is_empty() { arg } else { arg.value_parser(PossibleValuesParser::new(values)) }
}

/// `built` is the same command as clap completes it, with the options from above and its whole name.
fn laid_out(command: Command, built: &Command) -> Command {
    let long = has_long_help(&command);
    let below = |sub: Command| match built.find_subcommand(sub.get_name()) {
        Some(built) => laid_out(sub, built),
        None => sub,
    };
    let command = command.mut_args(|arg| with_values(arg, long)).mut_subcommands(below);
    let (usage, template) = (usage(built), template(&command));
    command.override_usage(usage).help_template(template)
}

fn template(command: &Command) -> String {
    let mut parts = vec![];
    if command.has_subcommands() {
        parts.push(format!("{}:\n{{subcommands}}", calls::commands()));
    }
    if command.get_positionals().next().is_some() {
        parts.push(format!("{}:\n{{positionals}}", calls::arguments()));
    }
    parts.push(format!("{}:\n{{options}}", calls::options()));
    format!("{{about-with-newline}}\n{}: {{usage}}\n\n{}{{after-help}}", calls::usage(), parts.join("\n\n"))
}

/// How a command is called, as clap tells it, without the heading that it has in English.
pub fn without_heading(usage: &str) -> &str {
    usage.split_once(": ").map_or(usage, |(_, own)| own)
}

/// How a command is called, on one line.
fn usage(command: &Command) -> String {
    let groups: Vec<_> = command.get_groups().filter(|group| group.is_required_set()).collect();
    let grouped = |arg: &&Arg| groups.iter().any(|group| group.get_args().any(|id| id == arg.get_id()));
    let is_of_all = |arg: &&Arg| matches!(arg.get_action(), ArgAction::Help | ArgAction::Version);
    let free = |arg: &&Arg| !arg.is_required_set() && !grouped(arg) && !is_of_all(arg);
    let options = || command.get_arguments().filter(|arg| !arg.is_positional());
    let mut parts = vec![command.get_bin_name().unwrap_or(command.get_name()).to_owned()];
    if options().any(|arg| free(&arg)) {
        parts.push(calls::some_options().to_owned());
    }
    parts.extend(options().filter(|arg| arg.is_required_set()).map(ToString::to_string));
    for group in &groups {
        let members =
            group.get_args().filter_map(|id| command.get_arguments().find(|arg| arg.get_id() == id));
        let members: Vec<String> = members.map(bare).collect();
        parts.push(format!("<{}>", members.join("|")));
    }
    parts.extend(command.get_positionals().filter(|arg| !grouped(arg)).map(ToString::to_string));
    if command.has_subcommands() {
        let name = calls::a_command();
        let required = command.is_subcommand_required_set();
        parts.push(if required { format!("<{name}>") } else { format!("[{name}]") });
    }
    parts.join(" ")
}

/// An argument among others between brackets: without its own.
fn bare(arg: &Arg) -> String {
    match arg.get_value_names() {
        Some(names) if arg.is_positional() => names.join(" "),
        _ => arg.to_string(),
    }
}

/// What is told of the values behind what the argument is for: all on its line, in the long help below it.
fn with_values(arg: Arg, long: bool) -> Arg {
    let values = values(&arg);
    let given: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let default =
        (arg.get_action().takes_values() && !given.is_empty()).then(|| calls::default(given.join(" ")));
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let listed = (!names.is_empty()).then(|| calls::one_of(names.join(", ")));
    if default.is_none() && listed.is_none() {
        return arg;
    }
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let short: Vec<String> =
        [Some(help.clone()), default.clone(), listed.clone()].into_iter().flatten().collect();
    let arg = if long {
        let wide = names.iter().map(|name| name.len()).max().unwrap_or_default() + 1;
        let line = |value: &PossibleValue| {
            let about = value.get_help().map(ToString::to_string).unwrap_or_default();
            format!("- {:wide$} {about}", format!("{}:", value.get_name())).trim_end().to_owned()
        };
        let told: Vec<String> = values.iter().map(line).collect();
        let told =
            has_told_values(&arg).then(|| format!("{}\n{}", calls::possible_values(), told.join("\n")));
        let listed = listed.filter(|_| told.is_none());
        let below: Vec<String> = [default, listed].into_iter().flatten().collect();
        let below = (!below.is_empty()).then(|| below.join("\n"));
        let parts: Vec<String> = [Some(help), told, below].into_iter().flatten().collect();
        arg.long_help(parts.join("\n\n"))
    } else {
        arg
    };
    arg.help(short.join(" ")).hide_default_value(true).hide_possible_values(true)
}

#[cfg(test)]
mod tests;

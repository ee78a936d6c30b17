//! The manual page in a language that clap's own has no headings for, in the language of man(7).

use super::tree::without_heading;
use crate::words::cli::calls;
use clap::{Arg, Command};
use clap_mangen::roff::{Roff, bold, italic, roman};

/// The page of the whole tree, with a section for each command.
pub fn page(mut tree: Command) -> String {
    tree.build();
    let mut out = Roff::new();
    let version = tree.get_version().unwrap_or_default();
    let name = tree.get_name();
    out.control("TH", [name, "1", "", &format!("{name} {version}")]);
    out.control("SH", [calls::man_name()]);
    out.text([roman(format!("{name} - {}", about(&tree)))]);
    for (heading, part) in [
        (calls::man_synopsis(), synopsis as fn(&mut Roff, &Command)),
        (calls::man_description(), description),
        (calls::man_options(), options),
        (calls::man_commands(), commands),
        (calls::man_extra(), extra),
    ] {
        out.control("SH", [heading]);
        part(&mut out, &tree);
    }
    out.control("SH", [calls::man_version()]);
    out.text([roman(format!("v{version}"))]);
    sections(&mut out, &tree, name);
    out.render()
}

/// A section for each command below, and for what is below that.
fn sections(out: &mut Roff, tree: &Command, above: &str) {
    for command in tree.get_subcommands() {
        let name = format!("{above} {}", command.get_name());
        out.control("SH", [name.to_uppercase().as_str()]);
        synopsis(out, command);
        out.control("PP", []);
        description(out, command);
        options(out, command);
        if command.has_subcommands() {
            commands(out, command);
        }
        if command.get_after_help().is_some() {
            out.control("PP", []);
            extra(out, command);
        }
        sections(out, command, &name);
    }
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn synopsis(out: &mut Roff, command: &Command) {
    let usage = command.clone().render_usage().to_string();
    let own = without_heading(&usage);
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    match own.strip_prefix(name) {
        Some(rest) => out.text([bold(name), roman(rest)]),
        None => out.text([roman(own)]),
    };
}

fn description(out: &mut Roff, command: &Command) {
    out.text([roman(about(command))]);
}

fn options(out: &mut Roff, command: &Command) {
    for arg in command.get_positionals().chain(command.get_arguments().filter(|arg| !arg.is_positional())) {
        out.control("TP", []);
        out.text(head(arg));
        let help = arg.get_long_help().or(arg.get_help()).map(ToString::to_string).unwrap_or_default();
        lines(out, &help);
    }
}

/// `-o, --output <FILE>`, or what stands for a value alone.
fn head(arg: &Arg) -> Vec<clap_mangen::roff::Inline> {
    let written = arg.to_string();
    if arg.is_positional() {
        return vec![italic(written)];
    }
    let (name, value) = written.split_once(' ').map_or((written.as_str(), None), |(n, v)| (n, Some(v)));
    let mut out = vec![];
    if let Some(short) = arg.get_short() {
        out.extend([bold(format!("-{short}")), roman(", ")]);
    }
    out.push(bold(name));
    out.extend(value.into_iter().flat_map(|value| [roman(" "), italic(value)]));
    out
}

fn commands(out: &mut Roff, command: &Command) {
    for sub in command.get_subcommands() {
        out.control("TP", []);
        out.text([bold(sub.get_name())]);
        out.text([roman(about(sub))]);
    }
}

fn extra(out: &mut Roff, command: &Command) {
    lines(out, &command.get_after_help().map(ToString::to_string).unwrap_or_default());
}

/// Lines as they are: those that begin with blanks, or are of a list, begin a line there as well.
fn lines(out: &mut Roff, text: &str) {
    let mut last = "";
    for line in text.lines() {
        if line.trim().is_empty() {
            out.control("sp", []);
        } else {
            if line.starts_with("- ") && !last.trim().is_empty() {
                out.control("br", []);
            }
            out.text([roman(line)]);
        }
        last = line;
    }
}

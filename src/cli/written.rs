//! What is written from the table of the command line: completions and the manual page.

use super::args::{Cli, Shell};
use super::out::{Out, Stop};
use super::{manual, tree};
use crate::words::Lang;
use clap::CommandFactory as _;
use clap_complete::aot::{Bash, Fish, Zsh, generate};
use clap_complete_nushell::Nushell;
use clap_mangen::Man;

/// What makes a shell complete.
///
/// # Errors
/// When nobody reads the output.
pub fn completions(out: &mut Out, shell: Shell) -> Result<(), Stop> {
    let (mut of, mut text) = (tree::spoken(), vec![]);
    match shell {
        Shell::Bash => generate(Bash, &mut of, "syndeo", &mut text),
        Shell::Zsh => generate(Zsh, &mut of, "syndeo", &mut text),
        Shell::Fish => generate(Fish, &mut of, "syndeo", &mut text),
        Shell::Nushell => generate(Nushell, &mut of, "syndeo", &mut text),
    }
    out.text(&String::from_utf8_lossy(&text))
}

/// The manual page, in the language of man(7), with a section for each sub-command.
///
/// # Errors
/// When nobody reads the output.
pub fn man(out: &mut Out) -> Result<(), Stop> {
    // clap's own page has its headings in English.
    if Lang::now() != Lang::En {
        return out.text(&manual::page(tree::helped()));
    }
    let mut of = Cli::command();
    of.build();
    let mut text = vec![];
    let rendered = Man::new(of.clone()).render(&mut text).and_then(|()| {
        of.get_subcommands().try_for_each(|command| {
            text.extend_from_slice(
                format!(".SH \"SYNDEO {}\"\n", command.get_name().to_uppercase()).as_bytes(),
            );
            let page = Man::new(command.clone());
            page.render_synopsis_section(&mut text)?;
            page.render_description_section(&mut text)?;
            page.render_options_section(&mut text)?;
            page.render_extra_section(&mut text)
        })
    });
    rendered.map_err(Stop::Output)?;
    out.text(&String::from_utf8_lossy(&text))
}

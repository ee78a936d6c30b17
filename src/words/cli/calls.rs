//! What the command line says of itself, around what each command is for: headings of help and of the manual page, and what is
//! wrong with a call. The English is that of clap, word for word, and a test holds it so: `cli/wrong` and `cli/tree` read of a
//! call all that clap reads of it.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    usage: "Usage" => "Χρήση";
    commands: "Commands" => "Εντολές";
    arguments: "Arguments" => "Ορίσματα";
    options: "Options" => "Επιλογές";
    some_options: "[OPTIONS]" => "[ΕΠΙΛΟΓΕΣ]";
    a_command: "COMMAND" => "ΕΝΤΟΛΗ";
    default(value: impl Display): "[default: {value}]" => "[προεπιλογή: {value}]";
    one_of(values: impl Display): "[possible values: {values}]" => "[δυνατές τιμές: {values}]";
    possible_values: "Possible values:" => "Δυνατές τιμές:";
    print_help: "Print help" => "Εμφάνιση βοήθειας";
    see_more: "Print help (see more with '--help')" => "Εμφάνιση βοήθειας (περισσότερα με '--help')";
    see_summary: "Print help (see a summary with '-h')" => "Εμφάνιση βοήθειας (σύνοψη με '-h')";
    print_version: "Print version" => "Εμφάνιση έκδοσης";

    /// Headings of the manual page.
    man_name: "NAME" => "ΟΝΟΜΑ";
    man_synopsis: "SYNOPSIS" => "ΣΥΝΟΨΗ";
    man_description: "DESCRIPTION" => "ΠΕΡΙΓΡΑΦΗ";
    man_options: "OPTIONS" => "ΕΠΙΛΟΓΕΣ";
    man_commands: "SUBCOMMANDS" => "ΕΝΤΟΛΕΣ";
    man_extra: "EXTRA" => "ΠΑΡΑΔΕΙΓΜΑΤΑ";
    man_version: "VERSION" => "ΕΚΔΟΣΗ";

    /// What is wrong, and around it.
    error(what: impl Display): "error: {what}" => "σφάλμα: {what}";
    tip(what: impl Display): "tip: {what}" => "υπόδειξη: {what}";
    try_help: "For more information, try '--help'." => "Για περισσότερα: '--help'.";
    said_twice(arg: impl Display): "the argument '{arg}' cannot be used multiple times"
        => "το όρισμα '{arg}' δίνεται μία φορά μόνο";
    argument_with(arg: impl Display): "the argument '{arg}' cannot be used with"
        => "το όρισμα '{arg}' δεν δίνεται μαζί με";
    command_with(name: impl Display): "the subcommand '{name}' cannot be used with"
        => "η εντολή '{name}' δεν δίνεται μαζί με";
    others: "one or more of the other specified arguments" => "κάποιο από τα άλλα ορίσματα που δόθηκαν";
    argument_conflict: "an argument cannot be used with one or more of the other specified arguments"
        => "ένα όρισμα δεν δίνεται μαζί με κάποιο από τα άλλα που δόθηκαν";
    equals_needed(arg: impl Display): "equal sign is needed when assigning values to '{arg}'"
        => "το '{arg}' χρειάζεται το σύμβολο = πριν από την τιμή";
    value_needed(arg: impl Display): "a value is required for '{arg}' but none was supplied"
        => "το '{arg}' χρειάζεται τιμή, και δεν δόθηκε καμία";
    invalid_value(value: impl Display, arg: impl Display): "invalid value '{value}' for '{arg}'"
        => "μη έγκυρη τιμή '{value}' για το '{arg}'";
    because(what: impl Display, why: impl Display): "{what}: {why}" => "{what}: {why}";
    no_command(name: impl Display): "unrecognized subcommand '{name}'" => "άγνωστη εντολή '{name}'";
    arguments_missing: "the following required arguments were not provided:"
        => "δεν δόθηκαν αυτά τα υποχρεωτικά ορίσματα:";
    command_missing(name: impl Display): "'{name}' requires a subcommand but one was not provided"
        => "το '{name}' χρειάζεται εντολή, και δεν δόθηκε καμία";
    of_commands(names: impl Display): "[subcommands: {names}]" => "[εντολές: {names}]";
    not_utf8: "invalid UTF-8 was detected in one or more arguments" => "κάποιο όρισμα δεν είναι έγκυρο UTF-8";
    value_too_many(value: impl Display, arg: impl Display): "unexpected value '{value}' for '{arg}' found; no more were expected"
        => "περιττή τιμή '{value}' για το '{arg}'· δεν αναμενόταν άλλη";
    values_too_few(least: isize, arg: impl Display, given: isize) = format!("{least} values required by '{arg}'; only {given}{}", were(given))
        => format!("το '{arg}' χρειάζεται τουλάχιστον {least} τιμές· δόθηκαν {given}");
    values_wrong(exactly: isize, arg: impl Display, given: isize) = format!("{exactly} values required for '{arg}' but {given}{}", were(given))
        => format!("το '{arg}' χρειάζεται {exactly} τιμές· δόθηκαν {given}");
    no_argument(arg: impl Display): "unexpected argument '{arg}' found" => "μη αναμενόμενο όρισμα '{arg}'";
    alike_command(names: impl Display): "a similar subcommand exists: {names}" => "υπάρχει παρόμοια εντολή: {names}";
    alike_commands(names: impl Display): "some similar subcommands exist: {names}"
        => "υπάρχουν παρόμοιες εντολές: {names}";
    alike_argument(names: impl Display): "a similar argument exists: {names}" => "υπάρχει παρόμοιο όρισμα: {names}";
    alike_arguments(names: impl Display): "some similar arguments exist: {names}"
        => "υπάρχουν παρόμοια ορίσματα: {names}";
    alike_value(names: impl Display): "a similar value exists: {names}" => "υπάρχει παρόμοια τιμή: {names}";
    alike_values(names: impl Display): "some similar values exist: {names}" => "υπάρχουν παρόμοιες τιμές: {names}";
    as_a_value(arg: impl Display, call: impl Display): "to pass '{arg}' as a value, use '{call}'"
        => "για να δοθεί το '{arg}' ως τιμή, γράψτε '{call}'";
    exists(call: impl Display): "'{call}' exists" => "υπάρχει '{call}'";
    needless_dashes(name: impl Display): "subcommand '{name}' exists; to use it, remove the '--' before it"
        => "υπάρχει η εντολή '{name}'· για αυτή, σβήστε το '--' πριν";

    /// Why a value does not fit.
    expected_one_of(names: impl Display): "one of {names} was expected" => "αναμενόταν κάτι από: {names}";
    expected_month: "a year and a month were expected, such as 2026-12" => "αναμενόταν έτος και μήνας, όπως 2026-12";
    not_within(value: impl Display, least: impl Display, most: impl Display): "{value} is not in {least}..={most}"
        => "αναμενόταν αριθμός από {least} έως {most}";
    no_number(why: impl Display): "{why}" => "δεν είναι ακέραιος αριθμός";
    no_mark(why: impl Display): "{why}" => "αναμενόταν ένας χαρακτήρας";
}

fn were(given: isize) -> &'static str {
    if given > 1 { " were provided" } else { " was provided" }
}

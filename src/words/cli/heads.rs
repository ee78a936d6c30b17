//! What stands over the columns that the command line prints for people.

use crate::words::message::messages;

messages! {
    agreed: "agreed" => "συμφωνημένο";
    agreement: "agreement" => "συμφωνία";
    belongs_to: "belongs to" => "ανήκει σε";
    client: "client" => "πελάτης";
    column: "column" => "στήλη";
    day: "day" => "ημέρα";
    days: "days" => "ημέρες";
    department: "department" => "τμήμα";
    field: "field" => "πεδίο";
    from: "from" => "από";
    how_many: "how many" => "πόσα";
    if_nothing: "if nothing is done" => "αν δεν γίνει τίποτα";
    kind: "kind" => "είδος";
    longest: "longest" => "μέγιστο";
    looks_like: "looks like" => "μοιάζει με";
    name: "name" => "όνομα";
    notice_by: "notice by" => "καταγγελία έως";
    number: "no." => "αρ.";
    people: "people" => "άτομα";
    promised: "promised" => "υπόσχεση";
    reminded: "reminded" => "υπενθυμίσεις";
    samples: "samples" => "δείγματα";
    to: "to" => "έως";
    usual: "usual" => "συνήθως";
    waits_for: "waits for" => "περιμένει";
    what: "what" => "τι";
    who: "who" => "ποιος";
    why: "why" => "γιατί";
    with: "with" => "σε ποιον";
}

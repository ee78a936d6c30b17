//! What is said of templates of reports that cannot be used.

use crate::words::message::messages;
use std::fmt::{Debug, Display};

messages! {
    of_template(template: impl Display, line: impl Display, why: impl Display): "{template}, line {line}: {why}"
        => "{template}, γραμμή {line}: {why}";
    no_name: "a name that is not there" => "όνομα που δεν υπάρχει";
    cannot_be_read: "it cannot be read" => "δεν διαβάζεται";
    no_filter: "there is no such filter" => "δεν υπάρχει τέτοιο φίλτρο";
    no_function: "there is no such function" => "δεν υπάρχει τέτοια συνάρτηση";
    no_template: "there is no such template" => "δεν υπάρχει τέτοιο πρότυπο";
    something_missing: "something is missing between the brackets" => "κάτι λείπει ανάμεσα στις παρενθέσεις";
    too_much: "there is too much between the brackets" => "υπάρχουν πάρα πολλά ανάμεσα στις παρενθέσεις";
    not_carried_out: "it cannot be carried out" => "δεν μπορεί να γίνει";
    value_no_text(value: impl Display): "{value} is no text" => "{value}: δεν είναι κείμενο";
    text_no_day(text: impl Display): "{text} is no day" => "{text}: δεν είναι ημέρα";
    list_has_no(list: impl Display, name: impl Debug): "the list {list} has no {name:?}"
        => "η λίστα {list} δεν έχει {name:?}";
}

//! What the command line says of fields of one's own, and of what a printed list is asked for.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    is_so: "It is so already; there was nothing to change." => "Είναι ήδη έτσι· δεν υπήρχε κάτι να αλλάξει.";
    done: "Done as one change; syndeo undo takes it back." => "Έγινε ως μία αλλαγή· η εντολή syndeo undo την αναιρεί.";
    in_bin(name: impl Display, of: impl Display): "The field {name} of {of} lies in the bin; what stands in the records stays."
        => "Το πεδίο {name} ({of}) είναι στον κάδο· ό,τι έχουν οι εγγραφές μένει.";
    is_there(name: impl Display, of: impl Display): "The field {name} of {of}." => "Το πεδίο {name} ({of}).";
    is_called(name: impl Display, of: impl Display, moved: impl Display): "The field {name} of {of}; it is called so in {moved} as well."
        => "Το πεδίο {name} ({of})· έτσι λέγεται και μέσα σε {moved}.";
    none_such(of: impl Display, name: impl Display): "{of} have no field {name}; syndeo list fields says which there are"
        => "δεν υπάρχει πεδίο {name} ({of})· η εντολή syndeo list fields λέει ποια υπάρχουν";
    value_expected(said: impl Display): "{said}: a field, = and a value were expected, such as NPS=9"
        => "{said}: αναμενόταν ένα πεδίο, = και μια τιμή, π.χ. NPS=9";
    none_yet: "none yet" => "κανένα ακόμη";
    none_own(of: impl Display, name: impl Display, there: impl Display): "{of} have no field {name} of your own ({there}); syndeo field makes one"
        => "δεν υπάρχει δικό σας πεδίο {name} ({of}· υπάρχουν: {there})· το φτιάχνει η εντολή syndeo field";
    not_changed(field: impl Display, what: impl Display): "nothing was changed: {field}: {what}"
        => "δεν άλλαξε τίποτα: {field}: {what}";
    not_of_kind(of: impl Display, name: impl Display, names: impl Display): "{of} have no field {name}; there are {names}"
        => "δεν υπάρχει πεδίο {name} ({of})· υπάρχουν: {names}";
    where_wrong(field: impl Display, what: impl Display): "--where: {field}: {what}" => "--where: {field}: {what}";
    where_is_none(condition: impl Display): "--where {condition}: a field, a sign and a value were expected, such as 'nps>=9'"
        => "--where {condition}: αναμενόταν ένα πεδίο, ένα σύμβολο και μια τιμή, π.χ. 'nps>=9'";
}

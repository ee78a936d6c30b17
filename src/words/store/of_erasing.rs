//! What the store says where a person is erased from a book.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    would_still_hold(path: impl Display, what: impl Display): "nothing was changed: of the book as it was written anew, {path} would still hold {what}"
        => "δεν άλλαξε τίποτα: από το βιβλίο όπως γράφτηκε από την αρχή, στο {path} θα έμενε ακόμη {what}";
    forgotten_damaged(path: impl Display): "{path} is damaged, and nobody can say who was erased from the book. Take it from a copy of the folder, or remove it to go on without"
        => "το {path} έχει βλάβη, και κανείς δεν μπορεί να πει ποιοι διαγράφηκαν οριστικά από το βιβλίο. Πάρτε το από αντίγραφο του φακέλου, ή αφαιρέστε το για να συνεχίσετε χωρίς αυτό";
    written_anew: "it was written anew" => "γράφτηκε από την αρχή";
    open_again: "it was written anew; open it again" => "γράφτηκε από την αρχή· ανοίξτε το ξανά";
    no_plain_file(path: impl Display): "{path} is a link, a pipe or a device, and nobody can say what it leads to; nothing was changed. Move it elsewhere"
        => "το {path} είναι σύνδεσμος, δίαυλος ή συσκευή, και κανείς δεν μπορεί να πει πού οδηγεί· δεν άλλαξε τίποτα. Μετακινήστε το αλλού";
    its_name: "their name in its own" => "το όνομα του προσώπου, μέσα στο δικό του όνομα";
    a_mark: "a name, an address, a number or an id of theirs" => "όνομα, διεύθυνση, αριθμός ή id του προσώπου";
    a_mark_outside: "a name, an address or a number of theirs" => "όνομα, διεύθυνση ή αριθμός του προσώπου";
    once_read: "them, once it is read" => "το πρόσωπο, μόλις διαβαστεί το αρχείο";
    a_record: "a record that names them" => "εγγραφή που αναφέρει το πρόσωπο";
    a_contact: "a contact that names them" => "επαφή που αναφέρει το πρόσωπο";
    a_change: "a change that names them" => "αλλαγή που αναφέρει το πρόσωπο";
    done_now: "Somebody was being erased from the book when that was cut short; it is done now"
        => "Η οριστική διαγραφή ενός προσώπου από το βιβλίο είχε διακοπεί· τώρα ολοκληρώθηκε";
    not_done: "Somebody was to be erased from the book, and that was cut short: the book is as it was. Erase them again"
        => "Η οριστική διαγραφή ενός προσώπου από το βιβλίο διακόπηκε: το βιβλίο είναι όπως ήταν. Διαγράψτε το ξανά";
    not_built(other: impl Display): "the live database could not be built: {other}" => "η βάση δεν χτίστηκε: {other}";
    not_read(other: impl Display): "the live database cannot be read: {other}" => "η βάση δεν διαβάζεται: {other}";
}

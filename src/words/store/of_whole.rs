//! What is said of a whole book in a file, and of what is restored.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    name_not_among_backups(name: impl Display): "{name} is not in the folder of backups"
        => "το {name} δεν είναι στον φάκελο των αντιγράφων";
    name_of_another_book(name: impl Display): "{name} is of another book; syndeo restore --from says what is in it and brings it in"
        => "το {name} ανήκει σε άλλο βιβλίο· η εντολή syndeo restore --from λέει τι έχει και το φέρνει";
    record_not_writable(e: impl Display): "a record cannot be written: {e}" => "μια εγγραφή δεν μπορεί να γραφτεί: {e}";
    too_much_to_restore(what: impl Display, path: impl Display): "this differs from the book by more than {what} MB, and that is the most that can be restored into a book at once. Nothing was changed. Into an empty folder all of it can be restored, and that is a book of its own then: syndeo --book NEW-FOLDER restore --from {path}"
        => "αυτό διαφέρει από το βιβλίο κατά περισσότερα από {what} MB, που είναι το πολύ που επαναφέρεται σε βιβλίο με μιας. Δεν άλλαξε τίποτα. Σε κενό φάκελο επαναφέρονται όλα, και τότε είναι βιβλίο μόνο του: syndeo --book ΝΕΟΣ-ΦΑΚΕΛΟΣ restore --from {path}";
    not_empty(dir: impl Display): "{dir} is not empty; choose an empty folder, or restore into the book that is there"
        => "το {dir} δεν είναι κενό· διαλέξτε κενό φάκελο, ή κάντε επαναφορά στο βιβλίο που υπάρχει";
    nothing_in_it: "there is neither a record nor a change in it" => "δεν έχει ούτε εγγραφές ούτε αλλαγές";
    more_than(what: impl Display): "it has more than {what} MB" => "έχει περισσότερα από {what} MB";
    change_not_brought(seq: impl Display, why: impl Display): "change {seq} cannot be brought in: {why}"
        => "η αλλαγή {seq} δεν μπορεί να έρθει: {why}";
    line_too_long(what: impl Display): "a line has more than {what} MB" => "μια γραμμή έχει περισσότερα από {what} MB";
    line_too_full: "a line has more parts than any record" => "μια γραμμή έχει περισσότερα μέρη από κάθε εγγραφή";
    edit_elsewhere: "an edit stands with another change than its own"
        => "μια μεταβολή βρίσκεται σε άλλη αλλαγή από τη δική της";
    later_format(later: impl Display): "its format {later} is of a later version"
        => "η μορφή του {later} είναι νεότερης έκδοσης";
    no_whole_book: "it is no whole book" => "δεν είναι ολόκληρο βιβλίο";
    no_kind(name: impl Display): "there is no kind {name}" => "δεν υπάρχει είδος {name}";
    no_uuid: "a UUID was expected" => "αναμενόταν UUID";
    no_verb(verb: impl Display): "there is no verb {verb}" => "δεν υπάρχει ρήμα {verb}";
    both_ways: "a change takes back and does again at once" => "μια αλλαγή αναιρεί και επαναλαμβάνει μαζί";
    no_time: "an RFC 3339 time was expected" => "αναμενόταν χρόνος RFC 3339";
    unusable(path: impl Display, what: impl Display): "{path} cannot be used: {what}"
        => "το {path} δεν μπορεί να χρησιμοποιηθεί: {what}";
    window_too_large(what: impl Display): "it was packed with a window of more than {what} MB; zstd -d unpacks it"
        => "συμπιέστηκε με παράθυρο πάνω από {what} MB· το ανοίγει το zstd -d";
    no_frame: "what follows a frame of Zstandard is none" => "ό,τι ακολουθεί ένα πλαίσιο Zstandard δεν είναι πλαίσιο";
    ends_early: "it ends before its last line" => "τελειώνει πριν από την τελευταία του γραμμή";
    in_line(number: impl Display, what: impl Display): "line {number}: {what}" => "γραμμή {number}: {what}";
    after_last_line: "something stands behind the last line" => "κάτι υπάρχει μετά την τελευταία γραμμή";
    lacks_edits(change: impl Display, left: impl Display): "change {change} lacks {left} of its edits"
        => "από την αλλαγή {change} λείπουν {left} μεταβολές";
    first_line_says: "the first line, and no other, says what the file is"
        => "η πρώτη γραμμή, και καμία άλλη, λέει τι είναι το αρχείο";
    records_in_order: "records stand by kind and id, each once, before the changes"
        => "οι εγγραφές είναι κατά είδος και id, μία φορά η καθεμιά, πριν από τις αλλαγές";
    numbers_go_up: "the numbers of changes do not go up" => "οι αριθμοί των αλλαγών δεν ανεβαίνουν";
    more_edits: "a change has more edits than it says" => "μια αλλαγή έχει περισσότερες μεταβολές από όσες λέει";
    empty_edit: "an edit holds nothing" => "μια μεταβολή δεν έχει τίποτα";
    not_what_it_says: "it does not hold what its last line says" => "δεν περιέχει ό,τι λέει η τελευταία του γραμμή";
    record_too_long(what: impl Display, what_: impl Display): "a record takes {what} MB as a line, and {what_} MB is the most that would be read again"
        => "μια εγγραφή πιάνει {what} MB ως γραμμή, και το πολύ που διαβάζεται πάλι είναι {what_} MB";
}

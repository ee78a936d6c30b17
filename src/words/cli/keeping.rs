//! What the command line says of the book as a whole: where it is, its backups, its way back.

use crate::words::message::{messages, plural};
use std::fmt::{Debug, Display};

/// As [`plural`] asks for it.
fn many(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

messages! {
    no_home: "this user has no home folder; say where the book is with --book"
        => "αυτός ο χρήστης δεν έχει προσωπικό φάκελο· πείτε πού είναι το βιβλίο με --book";
    home_is_not_whole(home_dir: impl Debug): "HOME is {home_dir:?}, which is no whole path from / on; mend it, or say where the book is with --book"
        => "η μεταβλητή HOME είναι {home_dir:?}, που δεν είναι πλήρης διαδρομή από το /· διορθώστε την, ή πείτε πού είναι το βιβλίο με --book";
    saving(count: impl Display): "saving {count} records ..." => "αποθηκεύονται εγγραφές: {count} ...";
    change_is_saved: "the change is saved" => "η αλλαγή αποθηκεύτηκε";
    taking_backup: "taking the backup of the day ..." => "γίνεται το αντίγραφο ασφαλείας της ημέρας ...";
    no_backup_of_day(error: impl Display): "The backup of the day could not be taken: {error}"
        => "Δεν έγινε το αντίγραφο ασφαλείας της ημέρας: {error}";
    no_book_yet(dir: impl Display): "there is no book in {dir} yet; syndeo begins one, or syndeo import FILE does"
        => "δεν υπάρχει ακόμη βιβλίο στο {dir}· το ξεκινά η εντολή syndeo, ή syndeo import ΑΡΧΕΙΟ";
    book_is_there(dir: impl Display): "there is a book in {dir} already; the sample book needs an empty folder"
        => "υπάρχει ήδη βιβλίο στο {dir}· το δοκιμαστικό βιβλίο χρειάζεται κενό φάκελο";
    no_temporary(e: impl Display): "no temporary folder could be made: {e}" => "δεν έγινε προσωρινός φάκελος: {e}";
    file_is_there(advice: impl Display): "there is such a file already; {advice}"
        => "υπάρχει ήδη τέτοιο αρχείο· {advice}";
    one_record: "1 record" => "1 εγγραφή";
    records(records: impl Display): "{records} records" => "{records} εγγραφές";
    backup_is_taken: "the backup is taken" => "το αντίγραφο ασφαλείας έγινε";
    backup_told(name: impl Display, at: impl Display, records: impl Display, size: impl Display): "{name}  taken {at}, {records} records, {size} KiB"
        => "{name}  έγινε {at}, {records} εγγραφές, {size} KiB";
    reading_whole_book: "reading the whole book ..." => "διαβάζεται ολόκληρο το βιβλίο ...";
    no_log(what: impl Display): "no log is kept; {what} names a file for it"
        => "δεν κρατιέται αρχείο καταγραφής· η μεταβλητή {what} ορίζει αρχείο για αυτό";
    fill_needs_book: "--fill needs --book: it says where the sample book is written"
        => "το --fill χρειάζεται --book: λέει πού γράφεται το δοκιμαστικό βιβλίο";
    sample_is_in(dir: impl Display, count: impl Display): "The sample book is in {dir} ({count} records)."
        => "Το δοκιμαστικό βιβλίο είναι στο {dir} ({count} εγγραφές).";
    no_output(error: impl Display): "the output could not be written: {error}"
        => "η έξοδος δεν μπόρεσε να γραφτεί: {error}";
    done_but(what: impl Display, error: impl Display): "{what}; but {error}" => "{what}· αλλά {error}";
    done_no_output(what: impl Display, error: impl Display): "{what}; but the output could not be written: {error}"
        => "{what}· αλλά η έξοδος δεν μπόρεσε να γραφτεί: {error}";
    not_of_one_book: "Not everything in the folder is of one book:" => "Δεν είναι όλα στον φάκελο του ίδιου βιβλίου:";
    these_are_sides: "These are the sides:" => "Αυτές είναι οι πλευρές:";
    take_a_side: "Nothing was changed. syndeo repair --take journal, --take sled or --take backup goes on with one of them; a copy of the whole folder is made beside it first."
        => "Δεν άλλαξε τίποτα. Με syndeo repair --take journal, --take sled ή --take backup συνεχίζετε με μία από αυτές· πρώτα γίνεται δίπλα αντίγραφο ολόκληρου του φακέλου.";
    can_be_read(records: impl Display): "{records} records can be read. Nothing was changed. If you have a copy of the folder that is not damaged, use that."
        => "Εγγραφές που διαβάζονται: {records}. Δεν άλλαξε τίποτα. Αν έχετε αντίγραφο του φακέλου χωρίς βλάβη, χρησιμοποιήστε εκείνο.";
    accept_loss: "Else syndeo repair --accept-loss goes on without what is missing; a copy of the whole damaged folder is kept beside it, as <book>.before-repair-<time>. Where a backup reaches further, syndeo repair --take backup goes on with that."
        => "Αλλιώς με syndeo repair --accept-loss συνεχίζετε χωρίς όσα λείπουν· αντίγραφο ολόκληρου του φακέλου με τη βλάβη μένει δίπλα, ως <book>.before-repair-<time>. Όπου ένα αντίγραφο ασφαλείας φτάνει πιο μακριά, συνεχίζετε με αυτό με syndeo repair --take backup.";
    folder_kept_as(copy: impl Display): "The folder as it was is kept as {copy}"
        => "Ο φάκελος όπως ήταν μένει ως {copy}";
    book_is_mended: "the book is mended" => "το βιβλίο διορθώθηκε";
    book_in_order(records: impl Display): "The book is in order: {records} records."
        => "Το βιβλίο είναι εντάξει. Εγγραφές: {records}.";
    name_is_empty: "the name of the backup is empty; syndeo backup --list tells them"
        => "το όνομα του αντιγράφου είναι κενό· τα λέει η εντολή syndeo backup --list";
    whole_book_of(local: impl Display, size: impl Display): "a whole book, written on {local}: {size}"
        => "ολόκληρο βιβλίο, γραμμένο στις {local}: {size}";
    book_in(other: impl Display): "the book in {other}" => "το βιβλίο στο {other}";
    reading_restored: "reading what is to be restored ..." => "διαβάζονται όσα θα επαναφερθούν ...";
    history_stays_out(path: impl Display): "Its history is not brought in, as this book has its own. Both come into an empty folder: syndeo --book NEW-FOLDER restore --from {path}"
        => "Το ιστορικό του δεν έρχεται, αφού αυτό το βιβλίο έχει δικό του. Σε κενό φάκελο έρχονται και τα δύο: syndeo --book ΝΕΟΣ-ΦΑΚΕΛΟΣ restore --from {path}";
    make_it_book(dir: impl Display): "Make it the book in {dir}?" => "Να γίνει αυτό το βιβλίο στο {dir};";
    book_is_restored: "the book is restored" => "το βιβλίο επαναφέρθηκε";
    is_book_now(dir: impl Display): "It is the book in {dir} now." => "Τώρα αυτό είναι το βιβλίο στο {dir}.";
    nothing_to_restore: "The book is as this has it; there is nothing to restore."
        => "Το βιβλίο είναι ήδη έτσι· δεν υπάρχει κάτι για επαναφορά.";
    erased_come_back(records: i64) = format!("People who were erased from this book are in it, or named by it: {records} {}.", plural(records, "record", "records"))
        => format!("Περιέχει ή αναφέρει πρόσωπα που έχουν διαγραφεί οριστικά από αυτό το βιβλίο: {records} {}.", plural(records, "εγγραφή", "εγγραφές"));
    erased_stay_out: "nothing was changed; --with-erased brings them back, and syndeo person erase can erase them again"
        => "δεν άλλαξε τίποτα· με --with-erased επανέρχονται, και η εντολή syndeo person erase μπορεί να τους διαγράψει ξανά";
    restore_it: "Restore it?" => "Να γίνει επαναφορά;";
    restored: "Restored; syndeo undo takes it back." => "Επαναφέρθηκε· η εντολή syndeo undo το αναιρεί.";
    not_restored: "nothing was changed; --yes restores it without asking"
        => "δεν άλλαξε τίποτα· με --yes γίνεται επαναφορά χωρίς ερώτηση";
    newest_readable(words: impl Display, name: impl Display): ". The newest that can be read is {words}; syndeo restore {name} takes it"
        => ". Το νεότερο που διαβάζεται: {words}· το επαναφέρει η εντολή syndeo restore {name}";
    no_backup_yet: "there is no backup yet" => "δεν υπάρχει ακόμη αντίγραφο ασφαλείας";
    no_backup_of(name: impl Display): "no backup was taken on {name} or has it in its name; syndeo backup --list tells them"
        => "κανένα αντίγραφο δεν έγινε στις {name} ούτε το έχει στο όνομά του· τα λέει η εντολή syndeo backup --list";
    several_backups(name: impl Display, join: impl Display): "several backups have {name} in their names: {join}"
        => "περισσότερα αντίγραφα έχουν {name} στο όνομά τους: {join}";
    would_do(plural: impl Display, added: impl Display, changed: impl Display, removed: impl Display): "  {plural}: {added} added, {changed} changed, {removed} removed"
        => "  {plural}: {added} νέες, {changed} αλλάζουν, {removed} φεύγουν";
    undone: "Undone" => "Αναιρέθηκε";
    done_again: "Done again" => "Ξαναέγινε";
    nothing_to_undo: "there is nothing to undo" => "δεν υπάρχει κάτι για αναίρεση";
    nothing_to_redo: "there is nothing to redo" => "δεν υπάρχει κάτι για επανάληψη";
    size(records: u64, changes: u64) = format!("{records} {}, {changes} {}", plural(many(records), "record", "records"), plural(many(changes), "change", "changes"))
        => format!("{records} {}, {changes} {}", plural(many(records), "εγγραφή", "εγγραφές"), plural(many(changes), "αλλαγή", "αλλαγές"));
    yes_or_no: "[y/N]" => "[ν/Ο]";
    who(what: &str, pid: u32, since: impl Display): "{what} (pid {pid}), since {since}" => "{what} (pid {pid}), από {since}";
}

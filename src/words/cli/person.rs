//! What the command line says of a person: what the book holds, and what becomes of it.

use crate::words::message::{messages, plural, whole};
use std::fmt::Display;

messages! {
    searching: "looking through the records, the history and the backups ..."
        => "έλεγχος στις εγγραφές, στο ιστορικό και στα αντίγραφα ασφαλείας ...";
    nothing_held(what: impl Display): "the book holds nothing of a person with the id {what}"
        => "το βιβλίο δεν έχει τίποτα για πρόσωπο με id {what}";
    no_person(title: impl Display, kind: impl Display): "{title} is a {kind} and no person"
        => "δεν είναι πρόσωπο: {title} ({kind})";
    again(count: usize): "{count} of these records are of people who were erased from this book, or name them; syndeo person erase erases them again"
        => "Εγγραφές εδώ που είναι προσώπων τα οποία έχουν διαγραφεί οριστικά από αυτό το βιβλίο, ή τα αναφέρουν: {count}. Η εντολή syndeo person erase τα διαγράφει ξανά";
    no_place(text: impl Display): "{text} is no place that may name them; syndeo person erase without --also tells those there are, each as ID:field, and all stands for all of them"
        => "το {text} δεν είναι σημείο που ίσως αναφέρει το πρόσωπο· η εντολή syndeo person erase χωρίς --also λέει ποια υπάρχουν, το καθένα ως ID:field, και το all σημαίνει όλα";
    written_to(path: impl Display, name: impl Display): "{path}: what the book holds about {name}"
        => "{path}: ό,τι έχει το βιβλίο για: {name}";

    erase_it: "Erase all of this for good?" => "Να διαγραφούν όλα αυτά οριστικά;";
    not_erased: "nothing was changed; --yes erases them without asking"
        => "δεν άλλαξε τίποτα· με --yes γίνεται οριστική διαγραφή χωρίς ερώτηση";
    writing_anew: "writing the book anew ..." => "το βιβλίο γράφεται από την αρχή ...";
    is_erased: "the person is erased" => "το πρόσωπο διαγράφηκε οριστικά";
    through_files: "looking through every file ..." => "έλεγχος σε κάθε αρχείο ...";
    log_not_written(path: impl Display, error: impl Display): "nothing was changed: {path} cannot be written: {error}"
        => "δεν άλλαξε τίποτα: δεν γράφεται το {path}: {error}";
    looked_through(files: usize, size: u64, changes: u64, records: u64): "Looked through: {files} files, {size} KiB as they lie and unpacked, {changes} changes, {records} records."
        => "Ελέγχθηκαν: αρχεία {files}, {size} KiB όπως είναι και αποσυμπιεσμένα, αλλαγές {changes}, εγγραφές {records}.";
    erased_but_unwell: "they are erased, but something else is wrong with the book: see above"
        => "το πρόσωπο διαγράφηκε οριστικά, αλλά κάτι άλλο δεν είναι εντάξει στο βιβλίο: δείτε παραπάνω";
    erased(own: usize): "Erased. No file of the book holds an id of theirs, or any of the {own} names, addresses and numbers that are theirs alone."
        => "Διαγράφηκε οριστικά. Κανένα αρχείο του βιβλίου δεν περιέχει id του προσώπου, ούτε κάποιο από τα ονόματα, τις διευθύνσεις και τους αριθμούς που είναι μόνο δικά του ({own}).";
    still_holds(path: impl Display, what: impl Display): "{path} still holds {what}"
        => "στο {path} μένει ακόμη {what}";
    not_from_all: "they are erased from the book, but not from these files: see above"
        => "το πρόσωπο διαγράφηκε από το βιβλίο, αλλά όχι από αυτά τα αρχεία: δείτε παραπάνω";

    for_good(name: impl Display): "{name}: erased for good, with no way back; undo and backups cannot bring them back."
        => "{name}: οριστική διαγραφή, χωρίς επιστροφή· ούτε η αναίρεση ούτε τα αντίγραφα ασφαλείας επαναφέρουν το πρόσωπο.";
    what_goes: "What goes:" => "Τι διαγράφεται:";
    its_record(versions: usize) = format!("the record, with {versions} {} of it in the history", plural(whole(versions), "change", "changes"))
        => format!("η εγγραφή, με {versions} {} της στο ιστορικό", plural(whole(versions), "αλλαγή", "αλλαγές"));
    known_by(own: impl Display): "known by: {own}" => "αναγνωρίζεται από: {own}";
    loses_link: "What loses the link to them, and nothing else:" => "Τι χάνει τη σύνδεση με το πρόσωπο, και τίποτε άλλο:";
    becomes(erased: impl Display): "Where a name, an address or a number becomes {erased}:"
        => "Πού ένα όνομα, μια διεύθυνση ή ένας αριθμός γίνεται {erased}:";
    perhaps: "What may be them or somebody else; it is left, unless --also says ID:field, or all:"
        => "Τι ίσως εννοεί το πρόσωπο ή κάποιον άλλο· μένει, εκτός αν το --also πει ID:field, ή all:";
    goes: "goes" => "φεύγει";
    left: "left" => "μένει";
    shared(text: impl Display, others: impl Display): "{text} stays theirs who bear it as well: {others}"
        => "το {text} μένει σε όσους το έχουν επίσης: {others}";
    alike(names: impl Display): "May be the same person, and stays: {names}"
        => "Ίσως είναι το ίδιο πρόσωπο, και μένει: {names}";
    everywhere: "Everywhere else:" => "Παντού αλλού:";
    changes_naming(count: impl Display): "changes of the history that name them: {count}; all of it is written anew, and the book gets a new id"
        => "αλλαγές του ιστορικού που αναφέρουν το πρόσωπο: {count}· όλο το ιστορικό γράφεται από την αρχή, και το βιβλίο παίρνει νέο id";
    backups_holding(count: usize): "backups that hold them: {count}; all are written anew without them"
        => "αντίγραφα ασφαλείας που έχουν το πρόσωπο: {count}· όλα γράφονται από την αρχή χωρίς αυτό";
    unreadable(name: impl Display): "goes, as it cannot be read: backups/{name}"
        => "φεύγει, αφού δεν διαβάζεται: backups/{name}";
    drafts_naming(count: usize): "drafts of forms that name them: {count}"
        => "πρόχειρα φορμών που αναφέρουν το πρόσωπο: {count}";
    file_naming(path: impl Display): "goes, as it names them: {path}" => "φεύγει, αφού αναφέρει το πρόσωπο: {path}";
    set_aside(name: impl Display): "goes, as nobody can say what is in it: {name}"
        => "φεύγει, αφού κανείς δεν ξέρει τι περιέχει: {name}";
    a_copy(path: impl Display): "goes, a copy of the whole book: {path}"
        => "φεύγει, αντίγραφο ολόκληρου του βιβλίου: {path}";
    lines_of_log(count: usize, path: impl Display): "lines of the log that go: {count} of {path}"
        => "γραμμές του αρχείου καταγραφής που φεύγουν: {count} από το {path}";
    calendar_anew: "the calendar that is kept fresh is written anew"
        => "το ημερολόγιο που κρατιέται ενήμερο γράφεται από την αρχή";
    beside: "Beside the book, and none of it; these stay, look at them yourself:"
        => "Δίπλα στο βιβλίο, αλλά όχι δικά του· αυτά μένουν, δείτε τα εσείς:";
    not_reached: "Not reached: files you wrote elsewhere, copies of the folder, other devices, and what the medium keeps of removed files."
        => "Δεν καλύπτονται: αρχεία που γράψατε αλλού, αντίγραφα του φακέλου, άλλες συσκευές, και ό,τι κρατά το μέσο αποθήκευσης από αρχεία που διαγράφηκαν.";
    and_more(more: usize): "and {more} more; syndeo person export tells all"
        => "και {more} ακόμη· η εντολή syndeo person export τα λέει όλα";
    nothing_own: "nothing of their own" => "τίποτα μόνο δικό του";
}

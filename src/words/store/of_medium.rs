//! What the store says of disk, database and backups.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    manifest_damaged: "its manifest is damaged" => "το συνοδευτικό του αρχείο έχει βλάβη";
    manifest_checksum: "the checksum of its manifest does not match"
        => "το άθροισμα ελέγχου του συνοδευτικού του αρχείου δεν ταιριάζει";
    the_backup(name: impl Display): "the backup {name}" => "το αντίγραφο {name}";
    manifest_no_format: "its manifest tells no format" => "το συνοδευτικό του αρχείο δεν λέει μορφή";
    backup_unusable(name: impl Display, what: impl Display): "the backup {name} cannot be used: {what}"
        => "το αντίγραφο {name} δεν μπορεί να χρησιμοποιηθεί: {what}";
    no_backup_there(path: impl Display): "there is no backup with a manifest in {path}"
        => "δεν υπάρχει αντίγραφο με συνοδευτικό αρχείο στο {path}";
    not_among_backups: "it is not in the folder of backups" => "δεν είναι στον φάκελο των αντιγράφων";
    checksum_wrong: "its checksum does not match" => "το άθροισμα ελέγχου του δεν ταιριάζει";
    too_few_records: "it does not hold as many records as it should" => "δεν περιέχει όσες εγγραφές θα έπρεπε";
    database_of_no_book: "the live database bears no book" => "η βάση δεν ανήκει σε βιβλίο";
    database_damaged(other: impl Display): "the live database is damaged: {other}" => "η βάση έχει βλάβη: {other}";
    being_written: "being written" => "που γράφεται";
    records_found(found: impl Display, records: impl Display, kind: impl Display): "{found} of {records} {kind} records"
        => "{found} από {records} εγγραφές ({kind})";
    not_as_written(kind: impl Display): "a {kind} is not as it was written"
        => "εγγραφή που δεν είναι όπως γράφτηκε ({kind})";
    checksum: "the checksum does not match" => "το άθροισμα ελέγχου δεν ταιριάζει";
    later_schema(schema: impl Display): "schema {schema} is of a later version"
        => "το σχήμα {schema} είναι νεότερης έκδοσης";
    no_shape: "the bytes do not have the expected shape" => "τα byte δεν έχουν την αναμενόμενη μορφή";
    piece_missing: "a piece of a record is missing" => "λείπει κομμάτι μιας εγγραφής";
    sled_gave_up(line: impl Display): "sled gave up: {line}" => "η sled σταμάτησε: {line}";
    not_those_written(plural: impl Display): "the {plural} are not those that were written"
        => "δεν είναι αυτά που γράφτηκαν: {plural}";
    found_of(found: impl Display, what: impl Display): "{found} of {what} are there" => "{found} από {what}";
    pieces_do_not_fit(kind: impl Display): "the pieces of a {kind} do not fit together"
        => "τα κομμάτια μιας εγγραφής δεν ταιριάζουν ({kind})";
    sled_damaged: "sled found damaged data" => "η sled βρήκε δεδομένα με βλάβη";
    record_in_database: "a record in the live database" => "μια εγγραφή της βάσης";
    state_missing: "its state is missing" => "λείπει η κατάστασή της";
    tree_of_database(name: impl Display): "the tree {name} of the live database" => "το δέντρο {name} της βάσης";
    key_unreadable(kind: impl Display): "the key of a {kind} cannot be read"
        => "το κλειδί μιας εγγραφής δεν διαβάζεται ({kind})";
    database_failed(why: impl Display): "the live database failed ({why}). Every change is in the journal; start the program again to have the database built anew"
        => "η βάση απέτυχε ({why}). Όλες οι αλλαγές είναι στο ιστορικό· ξεκινήστε πάλι το πρόγραμμα για να ξαναχτιστεί";
    reserve_for_change: "The disk is full. The reserve that Syndeo keeps was used to save this change: make room soon"
        => "Ο δίσκος είναι γεμάτος. Το απόθεμα που κρατά το Syndeo χρησιμοποιήθηκε για αυτή την αλλαγή: κάντε χώρο σύντομα";
    database_failed_safe(why: impl Display): "The live database failed ({why}). This change and all before it are safe in the journal; the database is built anew when the program is started again"
        => "Η βάση απέτυχε ({why}). Αυτή η αλλαγή και όλες οι προηγούμενες είναι ασφαλείς στο ιστορικό· η βάση ξαναχτίζεται όταν ξεκινήσει πάλι το πρόγραμμα";
    was_closed: "it was closed" => "είχε κλείσει";
    database_damaged_restart(what: impl Display): "the live database is damaged: {what}. Start the program again to have it built anew from the journal"
        => "η βάση έχει βλάβη: {what}. Ξεκινήστε πάλι το πρόγραμμα για να ξαναχτιστεί από το ιστορικό";
    backup_running: "a backup is being taken; the set of backups"
        => "γίνεται ήδη αντίγραφο ασφαλείας· το σύνολο των αντιγράφων";
    could_not(doing: impl Display, path: impl Display, in_words: impl Display): "could not {doing} ({path}): {in_words}"
        => "απέτυχε: {doing} ({path}): {in_words}";
    in_use(book: impl Display, by: impl Display): "the book {book} is in use by {by}. Close it there, or open another with --book"
        => "το βιβλίο {book} το έχει: {by}. Κλείστε το εκεί, ή ανοίξτε άλλο με --book";
    too_new(what: impl Display): "{what} is newer than this program knows. Use the newer program; nothing was changed"
        => "{what}: είναι νεότερο από όσα ξέρει αυτό το πρόγραμμα. Χρησιμοποιήστε το νεότερο· δεν άλλαξε τίποτα";
    conflict(what: impl Display): "{what} was changed in the meantime; nothing was saved"
        => "{what}: άλλαξε στο μεταξύ· δεν αποθηκεύτηκε τίποτα";
    displaced(path: impl Display): "{path} was replaced or removed while the book was open, as by a program that syncs folders; what is saved now would not be in the book. Put the folder back as it was and try again, or write the changes to a file and start the program again"
        => "το {path} αντικαταστάθηκε ή έφυγε ενώ το βιβλίο ήταν ανοιχτό, όπως κάνουν προγράμματα που συγχρονίζουν φακέλους· ό,τι αποθηκευτεί τώρα δεν θα είναι στο βιβλίο. Βάλτε τον φάκελο όπως ήταν και δοκιμάστε πάλι, ή γράψτε τις αλλαγές σε αρχείο και ξεκινήστε πάλι το πρόγραμμα";
    given_up: "it was given up" => "εγκαταλείφθηκε";
    read_only(why: impl Display): "the book can only be read: {why}" => "το βιβλίο είναι μόνο για ανάγνωση: {why}";
    is_link: "it is a link, and links in a book are not followed"
        => "είναι σύνδεσμος, και σύνδεσμοι μέσα σε βιβλίο δεν ακολουθούνται";
    disk_full: "the disk is full" => "ο δίσκος είναι γεμάτος";
    quota_full: "your share of the disk is full" => "το μερίδιό σας στον δίσκο γέμισε";
    system_short: "the system is short of threads or memory; try again later"
        => "το σύστημα δεν έχει αρκετά νήματα ή μνήμη· δοκιμάστε αργότερα";
    no_plain_file: "it is no plain file" => "δεν είναι απλό αρχείο";
    change_not_writable(e: impl Display): "the change cannot be written: {e}" => "η αλλαγή δεν μπορεί να γραφτεί: {e}";
    edit_of_two: "an edit that turns one record into another" => "μεταβολή που κάνει μία εγγραφή άλλη";
    record_called(kind: impl Display, title: impl Display): "the {kind} {title}" => "{kind} {title}";
}

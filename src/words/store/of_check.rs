//! What a check of the book says.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    part_format: "file FORMAT" => "αρχείο FORMAT";
    part_id: "file ID" => "αρχείο ID";
    part_database: "live database" => "βάση";
    database_told(total: impl Display, applied: impl Display): "live database: {total} records, up to change {applied}"
        => "βάση: εγγραφές {total}, έως την αλλαγή {applied}";
    database_unreadable: "live database: cannot be read" => "βάση: δεν διαβάζεται";
    journal_told(count: impl Display, last: impl Display): "journal: {count} changes, up to number {last}"
        => "ιστορικό: αλλαγές {count}, έως τον αριθμό {last}";
    backups_told(count: impl Display, at: impl Display): "backups: {count} good ones, the newest of {at}"
        => "αντίγραφα ασφαλείας: σωστά {count}, το νεότερο στις {at}";
    no_backups: "backups: none" => "αντίγραφα ασφαλείας: κανένα";
    database_behind(behind: impl Display): "the live database is {behind} changes behind the journal; they are brought in at the next start"
        => "η βάση είναι {behind} αλλαγές πίσω από το ιστορικό· περνούν στην επόμενη εκκίνηση";
    all_is_well: "all is well" => "όλα εντάξει";
    something_is_wrong: "something is wrong: see above" => "κάτι δεν είναι σωστό: δείτε παραπάνω";
    is_no_plain_file(path: impl Display): "{path} is a link, a pipe or a device: the book is not opened with it"
        => "το {path} είναι σύνδεσμος, σωλήνας ή συσκευή: το βιβλίο δεν ανοίγει με αυτό";
    only_read(what: impl Display): "{what}; the book can only be read" => "{what}· το βιβλίο είναι μόνο για ανάγνωση";
    only_read_conflict(conflict: impl Display): "{conflict}; the book can only be read"
        => "{conflict}· το βιβλίο είναι μόνο για ανάγνωση";
    being_migrated: "the book is being turned from format 1 into format 2; the next start goes on"
        => "το βιβλίο μετατρέπεται από τη μορφή 1 στη μορφή 2· συνεχίζεται στην επόμενη εκκίνηση";
    will_be_migrated: "the book is of format 1; the next start turns it into one of format 2"
        => "το βιβλίο είναι μορφής 1· στην επόμενη εκκίνηση γίνεται μορφής 2";
    missing_written_anew: "it is missing; it is written anew at the next start"
        => "λείπει· ξαναγράφεται στην επόμενη εκκίνηση";
    damaged_written_anew: "it is damaged; it is written anew at the next start"
        => "έχει βλάβη· ξαναγράφεται στην επόμενη εκκίνηση";
    missing_built_anew: "it is missing; it is built anew at the next start"
        => "λείπει· ξαναχτίζεται στην επόμενη εκκίνηση";
    built_anew(e: impl Display): "{e}; it is built anew at the next start" => "{e}· ξαναχτίζεται στην επόμενη εκκίνηση";
    sled_blobs: "sled has put values into files of their own, which it does not sync"
        => "η sled έβαλε τιμές σε δικά τους αρχεία, που δεν τα γράφει με ασφάλεια στον δίσκο";
    no_whole_change(bytes: impl Display, name: impl Display): "{bytes} bytes of {name} are no whole change"
        => "{bytes} byte του {name} δεν είναι ολόκληρη αλλαγή";
    only_read_until(why: impl Display): "{why}; until then the book can only be read"
        => "{why}· ως τότε το βιβλίο είναι μόνο για ανάγνωση";
    strays(strays: impl Display): "{strays} changes stand where they do not belong"
        => "{strays} αλλαγές βρίσκονται εκεί όπου δεν ανήκουν";
    journal_lacks(first: impl Display, last: impl Display, name: impl Display): "the journal lacks changes {first} to {last}: they cannot be seen in the history or undone; the live database and the backup {name} reach beyond them"
        => "από το ιστορικό λείπουν οι αλλαγές {first} έως {last}: δεν φαίνονται στην πορεία των εγγραφών ούτε αναιρούνται· η βάση και το αντίγραφο {name} φτάνουν πιο πέρα";
    changes_missing(first: impl Display, last: impl Display): "changes {first} to {last} are missing"
        => "λείπουν οι αλλαγές {first} έως {last}";
    marked_was_saved(last: impl Display, marked: impl Display): "it ends with change {last}, but change {marked} was saved"
        => "τελειώνει στην αλλαγή {last}, ενώ είχε αποθηκευτεί και η {marked}";
    ends_before_database(last: impl Display, applied: impl Display): "it ends with change {last}, the live database with {applied}"
        => "τελειώνει στην αλλαγή {last}, η βάση στη {applied}";
    ends_before_others(applied: impl Display): "it ends with change {applied}, others reach further; it is built anew at the next start"
        => "τελειώνει στην αλλαγή {applied}, άλλα φτάνουν πιο πέρα· ξαναχτίζεται στην επόμενη εκκίνηση";
    missing_after(applied: impl Display, last: impl Display): "changes after {applied} are missing, up to {last}: the book can only be read; syndeo repair says how to go on"
        => "λείπουν οι αλλαγές μετά τη {applied}, έως τη {last}: το βιβλίο είναι μόνο για ανάγνωση· η εντολή syndeo repair λέει πώς συνεχίζετε";
    part_files: "files" => "αρχεία";
    part_journal: "journal" => "ιστορικό";
    part_backups: "backups" => "αντίγραφα ασφαλείας";
}

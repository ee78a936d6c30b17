//! What is said about a file that comes in: which one, where its columns go, and what it would bring.

use super::message::{messages, plural};
use crate::domain::Kind;

messages! {
    /// Over what asks for a file.
    which_file: "Import a file" => "Εισαγωγή αρχείου";
    /// What can be opened.
    what_can_come: "A table (.csv, .xlsx, .ods), cards (.vcf), events (.ics), mail (.eml, mbox, a folder of it), or what Syndeo wrote (.jsonl). Type where it is, or go down to one of these."
        => "Πίνακας (.csv, .xlsx, .ods), κάρτες (.vcf), γεγονότα (.ics), μηνύματα (.eml, mbox, φάκελος), ή ό,τι έγραψε το Syndeo (.jsonl). Γράψτε πού βρίσκεται, ή διαλέξτε ένα από αυτά.";
    /// Nothing begins so.
    no_such_file: "No file that can be read begins so." => "Κανένα αναγνώσιμο αρχείο δεν αρχίζει έτσι.";
    /// A folder among the files.
    folder: "folder" => "φάκελος";
    /// A folder of mail among the files.
    folder_of_mail: "folder of mail" => "φάκελος μηνυμάτων";
    /// A folder was named in which there is no mail.
    is_folder: "it is a folder, and there is no mail in it; open a file in it"
        => "είναι φάκελος χωρίς μηνύματα· ανοίξτε ένα αρχείο του";
    /// A whole book was named.
    is_whole_book: "it is a whole book with its history; syndeo restore --from brings it in"
        => "είναι ολόκληρο βιβλίο με το ιστορικό του· το φέρνει το syndeo restore --from";
    /// Nothing can be written to be mended.
    not_mendable: "events and mails are looked after in their own programs" => "γεγονότα και μηνύματα διορθώνονται στα δικά τους προγράμματα";

    /// Over a file that is being read.
    from(file: &str): "Import · {file}" => "Εισαγωγή · {file}";
    /// It is being read.
    reading: "Reading …" => "Διαβάζεται …";
    /// Over the columns of a file.
    columns_of(file: &str): "Columns · {file}" => "Στήλες · {file}";
    /// Before what a row is.
    each_row: "Each row is a" => "Κάθε γραμμή είναι";
    /// Nobody can tell what a row is.
    kind_is_open: "Nobody can tell from these columns what a row is: say it first." => "Από τις στήλες δεν φαίνεται τι είναι κάθε γραμμή: πείτε το πρώτα.";
    /// Over what is chosen from.
    which_kind: "Each row is a" => "Κάθε γραμμή είναι";
    /// Over what is chosen from.
    which_field: "The column goes to" => "Η στήλη πηγαίνει στο";
    /// Behind a field that a column goes to already.
    from_column(name: &str): "from {name}" => "από {name}";
    /// Over the columns.
    column: "Column" => "Στήλη";
    /// Over the fields they go to.
    goes_to: "Goes to" => "Πηγαίνει στο";
    /// Over what stands in them.
    stands_in_it: "What stands in it" => "Τι περιέχει";
    /// The field for what has none.
    custom: "custom fields" => "πρόσθετα πεδία";
    /// A field that is not in the form.
    whole_name: "whole name" => "ονοματεπώνυμο";
    /// A field that is not in the form.
    created: "date added" => "ημερομηνία προσθήκης";
    /// What stands in a column.
    empty: "empty" => "κενή";
    /// What stands in a column.
    mail: "mail" => "e-mail";
    /// What stands in a column.
    phone: "phone" => "τηλέφωνο";
    /// What stands in a column.
    date: "date" => "ημερομηνία";
    /// What stands in a column.
    money: "money" => "ποσό";
    /// What stands in a column.
    text: "text" => "κείμενο";

    /// What stands in a column can be read in two ways.
    two_readings(column: &str, sample: &str): "{column}: what is {sample}?" => "{column}: τι σημαίνει {sample};";
    /// Why that is asked.
    all_rows_so: "No other row of this column decides it." => "Καμία άλλη γραμμή της στήλης δεν το ξεκαθαρίζει.";
    /// The line below the heading can be read in two ways.
    what_line(line: &str, names: &str): "What is line {line} ({names})?" => "Τι είναι η γραμμή {line} ({names});";
    /// Why that is asked.
    nothing_decides: "Nothing in the file decides it." => "Τίποτα στο αρχείο δεν το ξεκαθαρίζει.";
    /// It is more of the heading.
    more_of_heading(columns: &str): "More of the heading; the columns: {columns}" => "Συνέχεια της επικεφαλίδας· οι στήλες: {columns}";
    /// It is a row.
    first_row(columns: &str): "The first row; the columns: {columns}" => "Η πρώτη γραμμή δεδομένων· οι στήλες: {columns}";
    /// The answer that changes nothing.
    not_now: "Not now" => "Όχι τώρα";

    /// A record that no line is about.
    beside: "beside" => "επιπλέον";
    /// Which line.
    line(line: u64): "line {line}" => "γραμμή {line}";
    /// What becomes of a row.
    new: "new" => "νέα";
    /// What becomes of a row.
    updated: "changed" => "αλλάζει";
    /// What becomes of a row.
    unchanged: "as before" => "ως έχει";
    /// What becomes of a row.
    refused: "not taken" => "εκτός";
    /// How many.
    count_new(n: usize): "{n} new" => "{n} νέα";
    /// How many.
    count_updated(n: usize): "{n} changed" => "{n} αλλάζουν";
    /// How many.
    count_unchanged(n: usize): "{n} as before" => "{n} ως έχουν";
    /// How many.
    count_doubtful(n: usize): "{n} to look at" => "{n} για έλεγχο";
    /// How many.
    count_refused(n: usize): "{n} not taken" => "{n} εκτός";
    /// How many.
    count_left(n: usize): "{n} left out" => "{n} παραλείπονται";
    /// More than are shown.
    more(n: usize): "and {n} more" => "και άλλες {n}";
    /// Nothing is of the sort that is shown.
    none_of_these: "No row of this sort." => "Καμία γραμμή αυτού του είδους.";
    /// Rows about which something is told.
    doubtful: "to look at" => "για έλεγχο";
    /// Which rows are shown.
    shown(which: &str): "Rows: {which}" => "Γραμμές: {which}";
    /// All rows are shown.
    all: "all" => "όλες";
    /// What is taken.
    takes_both: "New and known ones" => "Νέα και γνωστά";
    /// What is taken.
    takes_new: "New ones alone" => "Μόνο νέα";
    /// What is taken.
    takes_known: "Known ones alone" => "Μόνο γνωστά";
    /// Where both have a value.
    book_wins: "where they differ the book stays" => "όπου διαφέρουν μένει το βιβλίο";
    /// Where both have a value.
    file_wins: "where they differ the file wins" => "όπου διαφέρουν ισχύει το αρχείο";
    /// Whose columns are followed.
    as_before(name: &str): "Its columns go where those of {name} went." => "Οι στήλες πηγαίνουν όπου και του {name}.";
    /// Nobody said where its columns go: their names do.
    by_names: "No program that is known writes these columns: they go where their names say, and can go elsewhere."
        => "Κανένα γνωστό πρόγραμμα δεν γράφει αυτές τις στήλες: πηγαίνουν όπου λένε τα ονόματά τους, και μπορούν να πάνε αλλού.";
    /// There is nothing to bring in.
    nothing_new: "This file brings nothing that is not in the book" => "Το αρχείο δεν φέρνει τίποτα που να μην υπάρχει στο βιβλίο";
    /// A file came in.
    came_in(what: &str, source: &str): "{source}: {what}" => "{source}: {what}";
    /// Every row is taken.
    all_taken: "Every row is taken: there is nothing to mend" => "Όλες οι γραμμές ελήφθησαν: δεν υπάρχει τίποτα προς διόρθωση";
    /// Rows were written to be mended.
    refused_written(n: i64, path: &dyn std::fmt::Display) = format!("{n} {} in {path}: mend them there and import that file", plural(n, "row", "rows"))
        => format!("{n} {} στο {path}: διορθώστε τις εκεί και εισαγάγετε εκείνο το αρχείο", plural(n, "γραμμή", "γραμμές"));
    /// They could not be written.
    refused_not_written(why: &str): "The rows could not be written: {why}" => "Οι γραμμές δεν γράφτηκαν: {why}";
    /// All names are taken.
    no_free_name: "there is no free name for it" => "δεν υπάρχει ελεύθερο όνομα";
    /// No table has columns.
    no_columns: "Only tables have columns that can be told where to go" => "Μόνο οι πίνακες έχουν στήλες που ορίζονται";
}

/// What stands in a column, by the name that a proposal has for it.
pub fn looks(name: &str) -> &'static str {
    match name {
        "empty" => empty(),
        "mail" => mail(),
        "phone" => phone(),
        "date" => date(),
        "money" => money(),
        _ => text(),
    }
}

/// What a field is called to which a column can go.
pub fn field_label(kind: Kind, name: &'static str) -> &'static str {
    match (kind.field(name), name) {
        (_, "custom") => custom(),
        (None, "name") => whole_name(),
        (None, "created") => created(),
        // One that a person made is called as they call it.
        (None, own) => own,
        (Some(field), _) => super::field(field),
    }
}

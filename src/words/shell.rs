//! What the desk is told by what lies around it: disk, editor, clipboard, other programs.

use super::message::messages;
use std::fmt::Display;

messages! {
    /// A draft is lost when the program ends.
    draft_not_kept(why: &dyn Display): "What you write could not be kept as a draft: {why}" => "Όσα γράφετε δεν μπόρεσαν να κρατηθούν πρόχειρα: {why}";
    /// There is no backup.
    no_backup(why: &dyn Display): "No backup could be taken: {why}" => "Δεν έγινε αντίγραφο ασφαλείας: {why}";
    /// There is a backup.
    backup_taken(records: u64, name: &str): "Backup taken and read back: {records} records, {name}" => "Έγινε και ελέγχθηκε αντίγραφο ασφαλείας: {records} εγγραφές, {name}";
    /// Changes wait that are not on the medium.
    is_unsaved: "Something is not saved yet" => "Κάτι δεν έχει αποθηκευτεί ακόμη";
    /// A file was made.
    written(path: &dyn Display): "Written to {path}" => "Γράφτηκε στο {path}";
    /// Another program has it now.
    handed_over: "Handed to the program your system has for it" => "Δόθηκε στο πρόγραμμα που έχει το σύστημά σας";
    /// No other program takes it.
    no_program: "This system has no program for it; copy it, or write it to a file" => "Το σύστημα δεν έχει πρόγραμμα για αυτό· αντιγράψτε το, ή γράψτε το σε αρχείο";
    /// The terminal has it now.
    on_clipboard: "Handed to the clipboard of your terminal" => "Δόθηκε στο πρόχειρο του τερματικού σας";
    /// Nothing was changed.
    no_undo: "There is nothing to take back" => "Δεν υπάρχει κάτι για αναίρεση";
    /// Nothing was undone.
    no_redo: "There is nothing to do again" => "Δεν υπάρχει κάτι για επανάληψη";
    /// A change could not be taken back.
    did_not_work(why: &dyn Display): "That did not work: {why}" => "Αυτό δεν πέτυχε: {why}";
    /// The first days of promises are unknown.
    no_first_days(why: &dyn Display): "The first days of promises are not known: {why}" => "Οι πρώτες ημέρες των υποσχέσεων δεν είναι γνωστές: {why}";
    /// A file could not be made.
    not_written(path: &dyn Display, why: &dyn Display): "could not write {path}: {why}" => "δεν γράφτηκε το {path}: {why}";
    /// There is no place for a file.
    no_folder: "there is no folder to write to" => "δεν υπάρχει φάκελος για εγγραφή";
    /// The calendar that others read is old.
    no_calendar(path: &dyn Display, why: &dyn Display): "The calendar {path} could not be written: {why}" => "Το ημερολόγιο {path} δεν γράφτηκε: {why}";

    /// A text cannot be written elsewhere.
    no_editor: "no editor is set: put the name of yours into $EDITOR" => "δεν έχει οριστεί κειμενογράφος: βάλτε τον δικό σας στη μεταβλητή $EDITOR";
    /// The variable is broken.
    odd_editor(command: &str, why: &dyn Display): "$EDITOR cannot be read ({command}): {why}" => "η μεταβλητή $EDITOR δεν διαβάζεται ({command}): {why}";
    /// There is no place for the text.
    no_editor_file(why: &dyn Display): "no file for the editor could be made: {why}" => "δεν έγινε αρχείο για τον κειμενογράφο: {why}";
    /// The editor does not run.
    no_start(program: &str, why: &dyn Display): "{program} could not be started: {why}" => "δεν ξεκίνησε: {program}, {why}";
    /// The editor wrote no text.
    no_text: "is no UTF-8" => "δεν είναι UTF-8";
    /// The editor failed.
    half_written(program: &str, status: &dyn Display): "may be half written: {program} ended with {status}" => "ίσως γράφτηκε το μισό: {program}, {status}";
    /// What the editor wrote is gone.
    not_read(why: &dyn Display): "could not be read: {why}" => "δεν διαβάστηκε: {why}";
    /// What is wrong with what the editor wrote, and where it is.
    editor_left(why: &str, kept: &str): "what the editor left {why}. {kept}" => "ό,τι άφησε ο κειμενογράφος {why}. {kept}";
    /// Where it is.
    still_in(path: &dyn Display): "It is still in {path}" => "Βρίσκεται ακόμη στο {path}";
    /// It is lost.
    not_kept(why: &dyn Display): "It could not be kept: {why}" => "Δεν κρατήθηκε: {why}";
}

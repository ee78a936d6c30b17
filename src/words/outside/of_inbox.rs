//! What the inbox says of the files in it.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    no_folder: "it is no folder" => "δεν είναι φάκελος";
    inbox_unreadable(dir: impl Display, error: impl Display): "The inbox {dir} cannot be read: {error}"
        => "Τα εισερχόμενα {dir} δεν διαβάζονται: {error}";
    same_as_another: "the same as another file here" => "ίδιο με άλλο αρχείο εδώ";
    was_kept: "its contents were kept before" => "το περιεχόμενό του κρατήθηκε νωρίτερα";
    unknown_ending: "it is none of .txt, .eml, .vcf and .ics" => "δεν είναι .txt, .eml, .vcf ή .ics";
    not_taken_mark(why: impl Display): "× Not taken: {why}." => "× Δεν πάρθηκε: {why}.";
    not_taken(why: impl Display): "not taken: {why}" => "δεν πάρθηκε: {why}";
    put_away_only(why: impl Display): "✓ {why}; taking it only puts the file away."
        => "✓ {why}· αν το πάρετε, μόνο μαζεύεται το αρχείο.";
    no_such_file: "No such file" => "Δεν υπάρχει τέτοιο αρχείο";
    not_allowed: "You may not read or write this file" => "Δεν επιτρέπεται η ανάγνωση ή η εγγραφή του αρχείου";
    it_is_a_link: "it is a link, and links are not followed" => "είναι σύνδεσμος, και οι σύνδεσμοι δεν ακολουθούνται";
    it_is_no_plain: "it is no plain file" => "δεν είναι απλό αρχείο";
    it_is_larger(what: impl Display): "it is larger than {what} MB" => "ξεπερνά τα {what} MB";
    no_utf8: "it is no text in UTF-8" => "δεν είναι κείμενο σε UTF-8";
    no_line: "it has no line in it" => "δεν έχει καμία γραμμή";
    too_many_lines(count: impl Display, lines: impl Display): "it has {count} lines; {lines} are captured at the most"
        => "έχει {count} γραμμές· σημειώνονται το πολύ {lines}";
    read_as_of(day: impl Display): "Read as of {day}, when the file was written."
        => "Διαβάστηκε με ημέρα {day}, όταν γράφτηκε το αρχείο.";
    one_line: "1 line" => "1 γραμμή";
    lines(count: impl Display): "{count} lines" => "{count} γραμμές";
    brings_nothing: "it brings nothing that is not in the book" => "δεν φέρνει τίποτα που να μην είναι στο βιβλίο";
    nothing_to_take: "nothing in it can be taken" => "δεν έχει κάτι που να μπορεί να παρθεί";
    as_before: "as before" => "όπως πριν";
    were_not_taken: "not taken" => "δεν πάρθηκαν";
    kept_as_in_book: "kept as in the book" => "όπως στο βιβλίο";
    and_more(more: impl Display): "and {more} more" => "και {more} ακόμη";
    something_else: "it holds something else by now" => "τώρα έχει κάτι άλλο";
    no_free_name: "there is no free name for it" => "δεν υπάρχει ελεύθερο όνομα για αυτό";
    new: "new" => "νέα";
    changed: "changed" => "αλλάζουν";
    is_new: "new" => "νέο:";
    changes: "changes" => "αλλάζει:";
}

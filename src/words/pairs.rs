//! What stands in the list of duplicates, beside two records that become one, and in the inbox.

use super::message::{messages, plural};

messages! {
    /// Over the list of duplicates.
    duplicates: "Duplicates" => "Διπλότυπα";
    /// Which of how many.
    duplicates_at(nth: usize, all: usize): "Duplicates · {nth} of {all}" => "Διπλότυπα · {nth} από {all}";
    /// Nothing is in the book twice.
    no_duplicates: "No two clients and no two people look like one and the same: none share a name, a mail address, a telephone number, a domain or a tax id."
        => "Δεν υπάρχουν δύο πελάτες ή δύο άτομα που μοιάζουν να είναι το ίδιο: κανείς δεν μοιράζεται όνομα, e-mail, τηλέφωνο, τομέα ή ΑΦΜ.";
    /// Behind the key that opens what is alike.
    opens_it: " opens it" => " για άνοιγμα";
    /// A record is like no other.
    nothing_alike: "Nothing in the book is like this one" => "Τίποτα στο βιβλίο δεν μοιάζει με αυτό";
    /// Over what finds the other one.
    merge_with: "Merge with" => "Συγχώνευση με";
    /// Over two that become one.
    merge_two(kinds: &str, differ: i64) = format!("Merge two {kinds} · {differ} {} {}", plural(differ, "field", "fields"), plural(differ, "differs", "differ"))
        => format!("Συγχώνευση δύο εγγραφών ({kinds}) · {differ} {}", plural(differ, "πεδίο διαφέρει", "πεδία διαφέρουν"));
    /// Before the one that stays.
    stays: "Stays" => "Μένει";
    /// Which stays, and why.
    stays_since(name: &str, why: &str): "{name} stays: {why}." => "Μένει: {name}, {why}.";
    /// Over what one of them says.
    one_says: "Only one of them says it" => "Το λέει μόνο το ένα";
    /// Over what both say.
    both_say: "Both say the same" => "Λένε και τα δύο το ίδιο";
    /// A field is empty.
    nothing: "nothing" => "τίποτα";
    /// What is chosen cannot be merged.
    not_mergeable: "choose a client or a person first" => "επιλέξτε πρώτα πελάτη ή άτομο";

    /// Over what was dropped for the book.
    inbox: "Inbox" => "Εισερχόμενα";
    /// Which of how many.
    inbox_at(nth: usize, all: usize): "Inbox · {nth} of {all}" => "Εισερχόμενα · {nth} από {all}";
    /// It is being read.
    reading: "Reading …" => "Διαβάζεται …";
    /// Nothing was dropped.
    inbox_is_empty: "Nothing lies here. What is dropped into the folder inbox of the book is offered here: lines to capture (.txt), mails (.eml), cards (.vcf), events (.ics)."
        => "Δεν υπάρχει τίποτα. Ό,τι αφήνετε στον φάκελο inbox του βιβλίου προσφέρεται εδώ: γραμμές (.txt), μηνύματα (.eml), κάρτες (.vcf), γεγονότα (.ics).";
    /// How much was dropped.
    in_inbox(files: i64, key: &str) = format!("{files} {} in the inbox · {key} opens it", plural(files, "thing", "things"))
        => format!("{files} {} στα εισερχόμενα · {key} για άνοιγμα", plural(files, "στοιχείο", "στοιχεία"));
    /// What was read is old.
    read_again: "The book was changed in the meantime: it was read again" => "Το βιβλίο άλλαξε στο μεταξύ: διαβάστηκε ξανά";
    /// A file was taken.
    kept(what: &str): "Kept: {what}" => "Κρατήθηκε: {what}";
    /// A file cannot be taken.
    cannot_be_kept(why: &str): "This cannot be kept: {why}" => "Αυτό δεν μπορεί να κρατηθεί: {why}";
    /// A file cannot be put away.
    stays_in_inbox(name: &str, why: &str): "{name} stays in the inbox: {why}" => "{name}: μένει στα εισερχόμενα, {why}";
    /// A file that is not taken.
    stays_where_it_is: "This cannot be kept; it stays where it is" => "Αυτό δεν μπορεί να κρατηθεί· μένει εκεί που είναι";
    /// A file with something doubtful in it.
    once_more: "Something of it is doubtful: once more keeps it as it was understood" => "Κάτι είναι ασαφές: ξανά για να κρατηθεί όπως έγινε κατανοητό";
}

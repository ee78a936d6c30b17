//! What a person is told of what the book holds about them, and what the desk says of it.

use super::message::messages;

messages! {
    /// Over the document.
    heading(name: &str, day: &str): "What is held about {name}, {day}" => "Τι τηρείται για: {name}, {day}";
    /// Over the first part.
    record: "The record" => "Η εγγραφή";
    /// The record is not in the book any more.
    no_record: "There is no record any more; what follows is left of an earlier one."
        => "Δεν υπάρχει πια εγγραφή· ό,τι ακολουθεί έμεινε από παλαιότερη.";
    /// The record lies in the bin.
    in_bin(since: &str): "It lies in the bin since {since}." => "Βρίσκεται στον κάδο από {since}.";
    /// Behind what is no more in the record as it stands.
    in_history: "in the history" => "στο ιστορικό";
    /// Over the records that go with a person.
    belonging: "What belongs to them" => "Ό,τι ανήκει στο άτομο";
    /// Over the records that point at a person.
    linked: "Where they are named by a link" => "Όπου συνδέεται το άτομο";
    /// Over the texts that name a person.
    mentions: "Where a text names them" => "Όπου το αναφέρει κείμενο";
    /// Over the texts that may name a person.
    perhaps: "Where a text may mean them" => "Όπου κείμενο ίσως το εννοεί";
    /// Over the earlier versions.
    history: "What was changed in the record, the last first" => "Τι άλλαξε στην εγγραφή, με το τελευταίο πρώτο";
    /// A change by somebody.
    by(what: &str, who: &str): "{what}, by {who}" => "{what}, από: {who}";
    /// A value before and after.
    became(field: &str, before: &str, after: &str): "{field}: {before} → {after}" => "{field}: {before} → {after}";
    /// Nothing stood there.
    nothing: "nothing" => "τίποτα";
    /// Over the ids elsewhere.
    elsewhere: "Names in other systems" => "Ονόματα σε άλλα συστήματα";
    /// Over the drafts.
    drafts: "Drafts of forms that name them" => "Πρόχειρα φορμών που αναφέρουν το άτομο";
    /// Over the files.
    files: "Files in the folder of the book that name them" => "Αρχεία στον φάκελο του βιβλίου που αναφέρουν το άτομο";
    /// Over the backups.
    backups: "Backups that hold them" => "Αντίγραφα ασφαλείας που περιέχουν το άτομο";
    /// Over the duplicates.
    alike: "Others that may be the same person" => "Άλλοι που ίσως είναι το ίδιο άτομο";
    /// A part of the document has nothing in it.
    none: "none" => "κανένα";

    /// Over how the data of a person are written out.
    export_title(name: &str): "Data of {name}" => "Δεδομένα: {name}";
    /// Over how a person is erased.
    erase_title(name: &str): "Erase {name}" => "Οριστική διαγραφή: {name}";
    /// How the data of a person are written out, by the command line.
    how_to_export(name: &str, id: &str): "# Data of {name}\n\nsyndeo person export {id}\n\nThe command line writes out the record, every record and text that names them, the history, the bin, drafts, the inbox and other ids. With --out FILE.md it is a document, with --out FILE.json a file for programs. Leave the desk first."
        => "# Δεδομένα: {name}\n\nsyndeo person export {id}\n\nΗ γραμμή εντολών εξάγει την εγγραφή, κάθε εγγραφή και κείμενο που αναφέρει το άτομο, το ιστορικό, τον κάδο, τα πρόχειρα, τα εισερχόμενα και τα αναγνωριστικά σε άλλα συστήματα. Με --out ΑΡΧΕΙΟ.md γράφεται έγγραφο, με --out ΑΡΧΕΙΟ.json αρχείο για προγράμματα. Κλείστε πρώτα το Syndeo.";
    /// How a person is erased, by the command line.
    how_to_erase(name: &str, id: &str): "# Erase {name}\n\nsyndeo person erase {id}\n\nThe command line first says what will go and what stays, and asks. Then they are gone from the records, the history, all backups, drafts and the inbox; undo cannot bring them back. At the end it looks through every file of the book. Leave the desk first."
        => "# Οριστική διαγραφή: {name}\n\nsyndeo person erase {id}\n\nΗ γραμμή εντολών λέει πρώτα τι θα διαγραφεί και τι μένει, και ρωτά. Έπειτα το άτομο διαγράφεται από τις εγγραφές, το ιστορικό, όλα τα αντίγραφα ασφαλείας, τα πρόχειρα και τα εισερχόμενα· η αναίρεση δεν το επαναφέρει. Στο τέλος ελέγχεται κάθε αρχείο του βιβλίου. Κλείστε πρώτα το Syndeo.";
    /// What is chosen is no person.
    no_person: "choose a person first" => "επιλέξτε πρώτα άτομο";
}

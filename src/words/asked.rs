//! Questions, with what is told below them and their answers. The words of an answer say what it does.

use super::message::{messages, plural};

messages! {
    /// Nothing is changed: the answer to several questions.
    leave_it: "Leave it" => "Να μείνει ως έχει";
    /// The client does not know yet.
    not_yet: "Not yet" => "Όχι ακόμη";
    /// What was told is read; one goes on.
    go_on: "Go on" => "Συνέχεια";
    /// Yes, to what was asked.
    yes: "Yes" => "Ναι";
    /// No, to what was asked.
    no: "No" => "Όχι";

    /// Whether a record is to be deleted on which others hang.
    delete(kind: &str, title: &str): "Delete {kind} {title}?" => "Διαγραφή {kind} «{title}»;";
    /// Nothing is deleted.
    keep_it: "Keep it" => "Να μείνει";
    /// It is deleted.
    delete_it: "Delete" => "Διαγραφή";
    /// What is deleted along with it.
    with_it(much: &str): "With it go {much} that belong to it." => "Μαζί διαγράφονται και όσα του ανήκουν: {much}.";
    /// What will still point at it.
    stays_named(much: &str): "It stays named in {much}." => "Συνεχίζει να αναφέρεται σε: {much}.";
    /// Where what is deleted goes.
    to_bin: "It goes to the bin and can be brought back whole, from there or by undo."
        => "Πηγαίνει στον κάδο και επιστρέφει ολόκληρο, από εκεί ή με αναίρεση.";
    /// Whether the bin is to be emptied.
    empty_bin: "Empty the bin?" => "Άδειασμα του κάδου;";
    /// It is emptied.
    empty_it: "Empty the bin" => "Άδειασμα του κάδου";
    /// What lies in the bin.
    taken_out(much: &str): "{much} will be taken out of the book." => "Διαγράφονται οριστικά από το βιβλίο: {much}.";
    /// What is left of what lay in the bin.
    traces: "Undo can still bring them back; older backups and the journal keep their traces."
        => "Η αναίρεση μπορεί ακόμη να τα φέρει πίσω· ίχνη τους μένουν σε παλιά αντίγραφα και στο ιστορικό.";

    /// Whether a form is left in which something was written.
    leave_form: "Leave the form?" => "Έξοδος από τη φόρμα;";
    /// It is not left.
    write_on: "Go on writing" => "Συνέχεια της γραφής";
    /// What is written was not saved.
    not_in_book: "What you wrote is not in the book yet." => "Όσα γράψατε δεν είναι ακόμη στο βιβλίο.";
    /// It comes back when the form is opened again.
    keep_draft: "Keep it for later" => "Φύλαξη για αργότερα";
    /// It is lost.
    drop_draft: "Throw it away" => "Απόρριψη";

    /// Whether many records are taken back.
    take_back: "Take this back?" => "Να αναιρεθεί;";
    /// They are.
    take_it_back: "Take it back" => "Αναίρεση";
    /// How many, and what becomes of them.
    goes_back(what: &str, records: usize):
        "{what}: {records} records go from the book or become what they were; redo brings them back until something else is changed."
        => "{what}: {records} εγγραφές φεύγουν από το βιβλίο ή γίνονται όπως ήταν· η επανάληψη τις φέρνει πίσω, ώσπου να αλλάξει κάτι άλλο.";
    /// Whether many records are changed again.
    do_again: "Do this again?" => "Να επαναληφθεί;";
    /// They are.
    do_it_again: "Do it again" => "Επανάληψη";
    /// How many, and what becomes of them.
    comes_again(what: &str, records: usize): "{what}: {records} records come into the book or are changed again."
        => "{what}: {records} εγγραφές μπαίνουν στο βιβλίο ή αλλάζουν ξανά.";

    /// Who a ball is passed to.
    who_holds: "Who holds the ball now?" => "Ποιος το έχει τώρα;";
    /// Of those who can be passed the ball: we.
    with_you: "the ball is with you" => "το έχετε εσείς";
    /// Of those who can be passed the ball: somebody without a record.
    outsider: "somebody outside the book" => "κάποιος εκτός βιβλίου";

    /// What was decided.
    decided: "What was decided?" => "Τι αποφασίστηκε;";
    /// It is open still.
    nothing_yet: "Nothing yet" => "Τίποτα ακόμη";
    /// Yes, but not as it was asked.
    with_changes: "Yes, with changes" => "Ναι, με αλλαγές";

    /// Whether an agreement is renewed.
    renew(title: &str, client: &str): "Renew {title} with {client}?" => "Ανανέωση: {title} ({client});";
    /// It is.
    renew_it: "Renew" => "Ανανέωση";
    /// How long the next term is, and what it is worth.
    next_term(start: &str, end: &str, value: &str): "The next term goes from {start} to {end}{value}. The old one is kept as renewed."
        => "Η επόμενη περίοδος είναι από {start} έως {end}{value}. Η παλιά μένει ως ανανεωμένη.";

    /// Of which tier a client is.
    tier(client: &str): "How much care is {client} owed?" => "Πόση φροντίδα χρειάζεται ο πελάτης {client};";
    /// It is of none.
    no_tier: "It has no tier yet." => "Δεν έχει ακόμη κατηγορία.";
    /// Of which it is.
    tier_now(tier: &str): "It is of tier {tier} now." => "Τώρα είναι κατηγορίας {tier}.";
    /// What a tier means.
    of_tier(tier: &str, soft: i64, hard: i64): "Tier {tier}: every {soft} days, at the latest after {hard}"
        => "Κατηγορία {tier}: επαφή κάθε {soft} ημέρες, το πολύ σε {hard}";

    /// A promise moves, and somebody may know.
    moves(from: &str, to: &str): "The promise moves from {from} to {to}. Was the client told?"
        => "Η υπόσχεση μετατίθεται από {from} σε {to}. Ενημερώθηκε ο πελάτης;";
    /// A promise is taken back, and somebody may know.
    takes_back(day: &str): "The promise of {day} is taken back. Was the client told?"
        => "Η υπόσχεση για {day} ανακαλείται. Ενημερώθηκε ο πελάτης;";
    /// Nothing is saved.
    back_to_form: "Go back to the form" => "Πίσω στη φόρμα";
    /// The day that was promised first.
    at_first(day: &str): "It was promised for {day} at first." => "Η πρώτη υπόσχεση ήταν για {day}.";
    /// The day that stood there was a mistake.
    slip(day: &str): "{day} was a slip: correct it" => "{day}: ήταν λάθος, να διορθωθεί";
    /// The client knows.
    by_call: "Yes, by call" => "Ναι, με κλήση";
    /// The client knows.
    by_mail: "Yes, by mail" => "Ναι, με e-mail";
    /// The client knows.
    in_meeting: "Yes, in a meeting" => "Ναι, σε συνάντηση";
    /// The client knows.
    by_message: "Yes, by message" => "Ναι, με μήνυμα";
    /// The client knows.
    logged_already: "Yes, and it is logged already" => "Ναι, και έχει ήδη καταγραφεί";
    /// Something is done.
    is_done(title: &str): "“{title}” is done. Was the client told?" => "Έγινε: «{title}». Ενημερώθηκε ο πελάτης;";
    /// Something was declined.
    was_declined(title: &str): "“{title}” was declined. Was the client told?" => "Απορρίφθηκε: «{title}». Ενημερώθηκε ο πελάτης;";
    /// Something moved.
    has_moved(title: &str): "“{title}” moved to another day. Was the client told?" => "Άλλαξε ημέρα: «{title}». Ενημερώθηκε ο πελάτης;";
    /// How content a client is with what was done.
    content: "How content is the client?" => "Πόσο ευχαριστημένος είναι ο πελάτης;";
    /// The client does not know yet.
    go_back_not_told: "Go back: not told yet" => "Πίσω: δεν ενημερώθηκε ακόμη";
    /// 1 of 5.
    content_1: "Not at all" => "Καθόλου";
    /// 2 of 5.
    content_2: "Not really" => "Όχι ιδιαίτερα";
    /// 3 of 5.
    content_3: "So so" => "Μέτρια";
    /// 4 of 5.
    content_4: "Content" => "Ευχαριστημένος";
    /// 5 of 5.
    content_5: "Very content" => "Πολύ ευχαριστημένος";
    /// Nobody knows.
    did_not_say: "They did not say" => "Δεν είπε";

    /// Whether an address that may be a program is opened.
    hand_over: "Hand this to the program that your system has for it?" => "Να ανοίξει με το πρόγραμμα που έχει το σύστημά σας;";
    /// Why that is asked.
    may_be_program: "A file can be a program: open it only when you know it." => "Ένα αρχείο μπορεί να είναι πρόγραμμα: ανοίξτε το μόνο αν το γνωρίζετε.";
    /// It is opened.
    open_it: "Open it" => "Άνοιγμα";

    /// What was found when the book was opened.
    about_book: "About this book" => "Για αυτό το βιβλίο";
    /// What was changed can never be saved.
    could_not_save: "This could not be saved" => "Αυτό δεν μπόρεσε να αποθηκευτεί";
    /// What became of it.
    taken_out_again(what: &str): "Taken out again, and written to a file beside the book: {what}."
        => "Αφαιρέθηκε πάλι, και γράφτηκε σε αρχείο δίπλα στο βιβλίο: {what}.";
    /// What to do about so many changes that are not saved.
    unsaved(count: i64) = format!("{} not saved", plural(count, "One change is", "Some changes are"))
        => plural(count, "Μία αλλαγή δεν αποθηκεύτηκε", "Κάποιες αλλαγές δεν αποθηκεύτηκαν").to_owned();
    /// Where they are.
    kept_here(count: i64) = format!("Nothing is lost while Syndeo runs: {} kept here, {count} in all.", plural(count, "it is", "they are"))
        => format!("Τίποτα δεν χάνεται όσο τρέχει το Syndeo: {} εδώ, συνολικά {count}.", plural(count, "κρατιέται", "κρατιούνται"));
    /// They are left as they are for now.
    try_later: "Go on; try later" => "Συνέχεια· προσπάθεια αργότερα";
    /// They are written once more.
    try_again: "Try again" => "Νέα προσπάθεια";
    /// They are written elsewhere.
    write_out: "Write to a file" => "Εγγραφή σε αρχείο";
    /// Whether the program is left while they are not saved.
    leave_unsaved: "Leave although something is not saved?" => "Έξοδος ενώ κάτι δεν έχει αποθηκευτεί;";
    /// It is not.
    stay: "Stay" => "Παραμονή";
    /// What is lost then.
    would_be_lost(count: usize): "{count} changes are not on the medium and would be lost." => "{count} αλλαγές δεν έχουν γραφτεί στον δίσκο και θα χαθούν.";
    /// It is.
    lose_them: "Leave and lose them" => "Έξοδος, και ας χαθούν";
}

//! Why a command cannot run now. Said in grey behind the command, and alone after its key was struck.

use super::message::messages;

messages! {
    /// No place was visited before this one.
    nothing_before: "nothing was looked at before" => "δεν είδατε τίποτα πριν";
    /// One did not go back.
    nothing_after: "there is nothing to go forward to" => "δεν υπάρχει τίποτα πιο μπροστά";
    /// No record is chosen.
    nothing_chosen: "nothing is chosen" => "δεν έχει επιλεγεί τίποτα";
    /// A record cannot be reached.
    no_ways: "no phone, mail, page or file of this is written down" => "δεν υπάρχει τηλέφωνο, e-mail, σελίδα ή αρχείο";
    /// A list has no parts.
    no_sections: "the list has no sections here" => "η λίστα δεν έχει ενότητες εδώ";
    /// A book has no record.
    no_records: "the book is empty" => "το βιβλίο είναι άδειο";
    /// Undo is not finished.
    is_moving: "the last change is just being taken back" => "η τελευταία αλλαγή αναιρείται αυτή τη στιγμή";
    /// The book was opened to be read.
    is_read_only: "the book can only be read" => "το βιβλίο είναι μόνο για ανάγνωση";
    /// The book is not loaded.
    is_reading: "the book is still being read" => "το βιβλίο διαβάζεται ακόμη";
    /// A project has open work.
    is_unfinished: "its tasks and milestones are not all done" => "έχει ανοιχτές εργασίες ή ορόσημα";
    /// What is chosen is never done.
    cannot_tick: "choose a task, a milestone or a request first" => "επιλέξτε πρώτα εργασία, ορόσημο ή αίτημα";
    /// What is chosen is not in Today.
    not_in_today: "nothing of this kind stands in Today" => "τίποτα τέτοιο δεν είναι στο «Σήμερα»";
    /// A request is done.
    request_closed: "this request is closed" => "αυτό το αίτημα έχει κλείσει";
    /// A task is done.
    task_closed: "this task is closed" => "αυτή η εργασία έχει κλείσει";
    /// What is chosen is held by nobody.
    no_ball: "mark a request or a task first" => "επιλέξτε πρώτα αίτημα ή εργασία";
    /// A milestone is done.
    is_reached: "it is reached" => "έχει επιτευχθεί";
    /// What is chosen has no day.
    no_day: "this has no day that could be moved" => "δεν έχει ημέρα που να μετατίθεται";
    /// What is chosen is of no client.
    no_client: "choose a client first" => "επιλέξτε πρώτα πελάτη";
    /// The client knows every promise.
    no_untold_move: "no promise moved here that the client does not know of" => "ο πελάτης ξέρει κάθε υπόσχεση που μετατέθηκε";
    /// What is chosen leads to no promises.
    no_promises: "choose a client, a department, a person or a project first" => "επιλέξτε πρώτα πελάτη, τμήμα, άτομο ή έργο";
    /// An agreement has a next term.
    is_renewed: "this term was renewed already; the next one goes on" => "η περίοδος ανανεώθηκε ήδη· ισχύει η επόμενη";
    /// An agreement has no end.
    is_endless: "an agreement without an end has no next term" => "συμφωνία χωρίς λήξη δεν έχει επόμενη περίοδο";
    /// What is chosen is no agreement.
    no_agreement: "choose an agreement first" => "επιλέξτε πρώτα συμφωνία";
    /// What is chosen is of no client.
    no_brief: "choose something of a client first" => "επιλέξτε πρώτα κάτι ενός πελάτη";
    /// There is nobody to be reminded.
    no_nudge: "mark something that somebody else holds, or a person, department or client"
        => "επιλέξτε κάτι που έχει άλλος, ή άτομο, τμήμα ή πελάτη";
    /// A text is not sent.
    no_message: "this text is no message to anybody" => "αυτό το κείμενο δεν είναι μήνυμα προς κάποιον";
    /// A text is no report.
    no_report: "this text is no report" => "αυτό το κείμενο δεν είναι αναφορά";
    /// A report goes to nobody.
    stays_here: "this report is for us, and goes to nobody" => "αυτή η αναφορά είναι για εμάς και δεν πάει σε κανέναν";
    /// The list is not in sight.
    not_at_list: "go back to the list first" => "γυρίστε πρώτα στη λίστα";
    /// What is chosen is of no project.
    no_project: "choose a project first" => "επιλέξτε πρώτα έργο";
    /// A project has no dates.
    no_steps: "no milestone and no task of this project has a date" => "κανένα ορόσημο και καμία εργασία του έργου δεν έχει ημερομηνία";
    /// The book has no playbook.
    no_playbook: "there is no playbook yet: add one, or make one of a project" => "δεν υπάρχει σενάριο: προσθέστε ένα, ή φτιάξτε το από έργο";
    /// The book has no calendar.
    no_calendar: "there is no calendar yet: people work Monday to Friday" => "δεν υπάρχει ημερολόγιο: εργάσιμες είναι Δευτέρα έως Παρασκευή";
    /// Nobody of a department is chosen.
    no_colleague: "mark somebody in a department first" => "επιλέξτε πρώτα κάποιον σε τμήμα";
    /// A change could not be written.
    is_unsaved: "something is not saved yet" => "κάτι δεν έχει αποθηκευτεί ακόμη";
    /// Nothing was changed.
    no_undo: "there is nothing to take back" => "δεν υπάρχει κάτι για αναίρεση";
    /// Nothing was undone.
    no_redo: "nothing was taken back" => "δεν αναιρέθηκε τίποτα";
    /// Nothing was deleted.
    no_bin: "the bin is empty" => "ο κάδος είναι άδειος";
    /// A question has many answers.
    many_answers: "there are more answers than yes and no" => "υπάρχουν κι άλλες απαντήσεις εκτός από ναι και όχι";
    /// A record has not this page.
    no_page: "this record has no such page" => "αυτή η εγγραφή δεν έχει τέτοια σελίδα";
    /// Nothing waits to be written.
    is_saved: "everything is saved" => "όλα είναι αποθηκευμένα";
}

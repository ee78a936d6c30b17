//! What brings a file in: in footer and menu, what it does, and where its keys count.

use crate::words::of::{Of, Table};

/// The labels of the commands that bring a file in.
pub(super) const IMPORTING: &[Table] = &[
    (
        Of::Hint,
        &[
            ("a file from elsewhere", "άλλο αρχείο"),
            ("complete", "συμπλήρωση"),
            ("preview", "προεπισκόπηση"),
            ("field", "πεδίο"),
            ("custom", "πρόσθετο"),
            ("rows are …", "γραμμές = …"),
            ("import", "εισαγωγή"),
            ("which rows", "ποιες γραμμές"),
            ("columns", "στήλες"),
            ("write out", "προς διόρθωση"),
            ("new or known", "νέα ή γνωστά"),
            ("file or book", "αρχείο ή βιβλίο"),
        ],
    ),
    (Of::Command, &[("Import a file", "Εισαγωγή αρχείου")]),
    (
        Of::About,
        &[
            ("Bring in a file that lies somewhere else", "Φέρνει ένα αρχείο που βρίσκεται αλλού"),
            (
                "Bring a file in: clients, people, work, cards, events, mail",
                "Φέρνει ένα αρχείο: πελάτες, άτομα, εργασίες, κάρτες, γεγονότα, μηνύματα",
            ),
            (
                "Open the marked file, or go into the marked folder",
                "Ανοίγει το επιλεγμένο αρχείο ή μπαίνει στον επιλεγμένο φάκελο",
            ),
            ("Take over the name of the marked one", "Παίρνει το όνομα του επιλεγμένου"),
            ("Go to the next one", "Στο επόμενο"),
            ("Go to the one before", "Στο προηγούμενο"),
            ("Go down a page of them", "Μία σελίδα τους κάτω"),
            ("Go up a page of them", "Μία σελίδα τους πάνω"),
            ("Bring nothing in", "Δεν φέρνει τίποτα"),
            (
                "See what would come in, row by row; nothing is changed by it",
                "Δείχνει τι θα έμπαινε, γραμμή προς γραμμή· δεν αλλάζει τίποτα",
            ),
            ("Say to which field the marked column goes", "Ορίζει σε ποιο πεδίο πηγαίνει η επιλεγμένη στήλη"),
            (
                "Keep the marked column among the custom fields",
                "Κρατά την επιλεγμένη στήλη στα πρόσθετα πεδία",
            ),
            (
                "Say what each row is: a client, a person, a task, …",
                "Ορίζει τι είναι κάθε γραμμή: πελάτης, άτομο, εργασία, …",
            ),
            ("Go to the next column", "Στην επόμενη στήλη"),
            ("Go to the column before", "Στην προηγούμενη στήλη"),
            ("Go down a page of columns", "Μία σελίδα στηλών κάτω"),
            ("Go up a page of columns", "Μία σελίδα στηλών πάνω"),
            ("Bring nothing of it in", "Δεν φέρνει τίποτα από αυτό"),
            ("Bring it in, as one change", "Το φέρνει, ως μία αλλαγή"),
            (
                "Turn to the new rows, those that change something, those to look at, those not taken",
                "Στις νέες γραμμές, σε όσες αλλάζουν κάτι, σε όσες θέλουν έλεγχο, σε όσες μένουν εκτός",
            ),
            ("Turn back to the rows before", "Πίσω στις προηγούμενες γραμμές"),
            ("Say where the columns go", "Ορίζει πού πηγαίνουν οι στήλες"),
            (
                "Write the rows that are not taken to a file, to mend them and import that",
                "Γράφει τις γραμμές που μένουν εκτός σε αρχείο, για διόρθωση και εισαγωγή εκείνου",
            ),
            ("Take new ones alone, known ones alone, or both", "Παίρνει μόνο νέα, μόνο γνωστά, ή και τα δύο"),
            (
                "Where they differ, let the file win or the book",
                "Όπου διαφέρουν, ισχύει το αρχείο ή το βιβλίο",
            ),
            ("Go to the next row of it", "Στην επόμενη γραμμή του"),
            ("Go to the row of it before", "Στην προηγούμενη γραμμή του"),
            ("Go down a page of its rows", "Μία σελίδα γραμμών του κάτω"),
            ("Go up a page of its rows", "Μία σελίδα γραμμών του πάνω"),
        ],
    ),
    (
        Of::Scope,
        &[
            ("Opening a file", "Άνοιγμα αρχείου"),
            ("The columns of a file", "Οι στήλες ενός αρχείου"),
            ("What a file would bring", "Τι θα έφερνε ένα αρχείο"),
        ],
    ),
];

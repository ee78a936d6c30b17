//! What the fields of a definition are for, and names and values of one's own.

use crate::words::of::{Of, Table};

/// Sentences about fields that a person makes.
pub(super) const CUSTOM: &[Table] = &[(
    Of::About,
    &[
        (
            "Names and values of your own: 'floor: 3', one a line.",
            "Δικά σας ονόματα και τιμές: «όροφος: 3», ένα ανά γραμμή.",
        ),
        (
            "Names and values of your own: 'invoice to: head office', one a line.",
            "Δικά σας ονόματα και τιμές: «τιμολόγιο σε: κεντρικά», ένα ανά γραμμή.",
        ),
        (
            "What it is called: Contract no., Segment, Signed NDA. Values move along when it is renamed.",
            "Πώς λέγεται: Αρ. σύμβασης, Τμήμα αγοράς. Αν αλλάξει το όνομα, οι τιμές ακολουθούν.",
        ),
        ("Which records have it.", "Ποιες εγγραφές το έχουν."),
        (
            "What may stand in it. What does not fit another type is kept, and marked.",
            "Τι μπορεί να περιέχει. Ό,τι δεν ταιριάζει σε άλλον τύπο διατηρείται, με σήμανση.",
        ),
        (
            "What can be chosen, where it is a choice: A, B, C; a comma between two.",
            "Τι μπορεί να επιλεγεί, αν είναι επιλογή: A, B, C· με κόμμα ανάμεσα.",
        ),
        (
            "What it is for; it stands below the field in forms.",
            "Τι εξυπηρετεί· φαίνεται κάτω από το πεδίο στις φόρμες.",
        ),
        (
            "Which place it has among the others: 1 is the first.",
            "Ποια θέση έχει ανάμεσα στα άλλα: 1 είναι η πρώτη.",
        ),
        (
            "Whether the list of such records has it as a column.",
            "Αν η λίστα τέτοιων εγγραφών το έχει ως στήλη.",
        ),
    ],
)];

//! What is done with clients and people: found to be alike, made one, written out, erased.

use crate::words::of::{Of, Table};

/// What these commands do.
pub(super) const PEOPLE: &[Table] = &[(
    Of::About,
    &[
        (
            "Look at the client or person of the book that is like this one",
            "Δείχνει τον πελάτη ή το άτομο του βιβλίου που μοιάζει με αυτό",
        ),
        (
            "Make one of this client or person and another one that stands for the same",
            "Συγχωνεύει αυτόν τον πελάτη ή το άτομο με άλλη εγγραφή που είναι το ίδιο",
        ),
        ("Say how all data of this person are written out", "Πώς εξάγονται όλα τα δεδομένα του ατόμου"),
        ("Say how this person is erased for good", "Πώς διαγράφεται οριστικά αυτό το άτομο"),
    ],
)];

//! Lists and pages: what they are called, their views and columns, what they say when they are empty; signs.

use crate::words::of::{Of, Table};

const PANES: Table = (
    Of::Pane,
    &[
        ("Today", "Σήμερα"),
        ("Clients", "Πελάτες"),
        ("Projects", "Έργα"),
        ("Departments", "Τμήματα"),
        ("Requests", "Αιτήματα"),
        ("Agreements", "Συμφωνίες"),
        ("Journal", "Ιστορικό"),
    ],
);

const VIEWS: Table = (
    Of::View,
    &[
        ("everything", "όλα"),
        ("mine", "δικά μου"),
        ("promises", "υποσχέσεις"),
        ("silence and waits", "σιωπή και αναμονές"),
        ("alarms only", "μόνο επείγοντα"),
        ("snoozed", "σε αναβολή"),
        ("active", "ενεργοί"),
        ("all", "όλα"),
        ("tier A", "κατηγορία A"),
        ("no tier yet", "χωρίς κατηγορία"),
        ("open", "ανοιχτά"),
        ("done", "κλειστά"),
        ("waiting for others", "σε άλλους"),
        ("with us", "σε εμάς"),
        ("done, not told", "έγιναν, χωρίς ενημέρωση"),
        ("in force", "σε ισχύ"),
        ("drafts", "σχέδια"),
        ("ended", "έληξαν"),
        ("touches", "επικοινωνίες"),
        ("notes", "σημειώσεις"),
        ("feedback and decisions", "γνώμες και αποφάσεις"),
    ],
);

const COLUMNS: Table = (
    Of::Column,
    &[
        ("urgency", "προτεραιότητα"),
        ("year", "έτος"),
        ("day", "ημέρα"),
        ("what", "τι"),
        ("project", "έργο"),
        ("client", "πελάτης"),
        ("now", "τώρα"),
        ("name", "όνομα"),
        ("tier", "κατ."),
        ("health", "υγεία"),
        ("open", "ανοιχτά"),
        ("next touch", "επόμενη"),
        ("last touch", "τελευταία"),
        ("status", "κατάσταση"),
        ("done", "έγιναν"),
        ("end", "λήξη"),
        ("head", "επικεφαλής"),
        ("people", "άτομα"),
        ("late", "αργούν"),
        ("no.", "αρ."),
        ("request", "αίτημα"),
        ("held by", "το έχει"),
        ("days", "ημέρες"),
        ("promised", "υπόσχεση"),
        ("agreement", "συμφωνία"),
        ("value", "αξία"),
        ("ends", "λήξη"),
        ("notice by", "καταγγελία"),
        ("when", "πότε"),
        ("summary", "περίληψη"),
    ],
);

const EMPTY: Table = (
    Of::Empty,
    &[
        (
            "Nothing needs you now. Press {} to write down what you do next, or look ahead in the other panes",
            "Τίποτα δεν σας χρειάζεται τώρα. Πατήστε {} για να γράψετε το επόμενο βήμα, ή δείτε μπροστά στις άλλες λίστες",
        ),
        (
            "No clients yet. Press {} to write down the first one, or {file} to bring them in from a file",
            "Κανένας πελάτης ακόμη. Πατήστε {} για τον πρώτο, ή {file} για να φέρετε πελάτες από αρχείο",
        ),
        (
            "No projects yet. Press {} to write down the first one",
            "Κανένα έργο ακόμη. Πατήστε {} για το πρώτο",
        ),
        (
            "No departments yet. Press {} to write down the first one: Design, Legal, Logistics",
            "Κανένα τμήμα ακόμη. Πατήστε {} για το πρώτο: Δημιουργικό, Νομικό, Αποθήκη",
        ),
        (
            "No requests yet. Press {} to write down what a client wishes for",
            "Κανένα αίτημα ακόμη. Πατήστε {} για να γράψετε τι ζητά ένας πελάτης",
        ),
        (
            "No agreements yet. Press {} to write down the first one: a framework, a retainer, a service level",
            "Καμία συμφωνία ακόμη. Πατήστε {} για την πρώτη: πλαίσιο, πάγια συνεργασία, επίπεδο υπηρεσιών",
        ),
        (
            "Nothing has been logged yet. Press {} to log a call, meeting, mail, visit, message or note",
            "Δεν έχει καταγραφεί τίποτα ακόμη. Πατήστε {} για κλήση, συνάντηση, e-mail, επίσκεψη, μήνυμα ή σημείωση",
        ),
    ],
);

const PAGES: Table = (
    Of::Page,
    &[
        ("overview", "σύνοψη"),
        ("health", "υγεία"),
        ("people", "άτομα"),
        ("projects", "έργα"),
        ("tasks", "εργασίες"),
        ("waiting", "αναμονή"),
        ("agreements", "συμφωνίες"),
        ("promises", "υποσχέσεις"),
        ("timeline", "χρονολόγιο"),
        ("details", "στοιχεία"),
        ("history", "μεταβολές"),
        ("holders", "ποιος έχει τι"),
        ("plan", "πλάνο"),
        ("by status", "ανά κατάσταση"),
        ("by department", "ανά τμήμα"),
        ("team", "ομάδα"),
        ("open work", "ανοιχτά"),
        ("load", "φόρτος"),
        ("heat map", "χάρτης φόρτου"),
    ],
);

const WAYS: Table = (
    Of::Way,
    &[("phone", "τηλέφωνο"), ("mail", "e-mail"), ("page", "σελίδα"), ("file", "αρχείο"), ("shared", "κοινό")],
);

const REPORTS: Table = (
    Of::Report,
    &[
        ("Meeting report", "Πρακτικά συνάντησης"),
        ("Weekly status", "Εβδομαδιαία αναφορά"),
        ("Review pack", "Απολογισμός"),
        ("Handover pack", "Παράδοση πελάτη"),
        ("Work order", "Εντολή εργασίας"),
        ("Portfolio overview", "Επισκόπηση πελατών"),
    ],
);

const SIGNS: Table = (
    Of::Sign,
    &[
        ("needs care now: late, broken, too long", "θέλει φροντίδα τώρα: αργεί, αθετήθηκε, τραβά πολύ"),
        ("needs care soon: at risk, due today", "θέλει φροντίδα σύντομα: σε κίνδυνο, λήγει σήμερα"),
        ("the mark: what keys work on", "ο δείκτης: σε αυτό δρουν τα πλήκτρα"),
        (
            "done; in a merge: taken; above, at the right: saved",
            "έγινε· σε συγχώνευση: επιλέχθηκε· πάνω δεξιά: αποθηκεύτηκε",
        ),
        ("begun", "άρχισε"),
        ("cancelled", "ακυρώθηκε"),
        ("urgent, before a title; ! high, - low", "επείγον, πριν από τίτλο· ! υψηλή, - χαμηλή προτεραιότητα"),
        (
            "devoted to us; + friendly, 0 neutral, - doubtful, -- against",
            "αφοσιωμένος σε εμάς· + φιλικός, 0 ουδέτερος, - επιφυλακτικός, -- αντίθετος",
        ),
        ("health rose within 30 days", "η υγεία ανέβηκε σε 30 ημέρες"),
        ("health fell within 30 days", "η υγεία έπεσε σε 30 ημέρες"),
        ("done so far", "έγινε έως τώρα"),
        ("still to do", "απομένει"),
        (
            "an eighth: of the hours that fit, of full health, of the most touches",
            "ένα όγδοο: των ωρών που χωρούν, της πλήρους υγείας, των περισσότερων επικοινωνιών",
        ),
        ("half of it; ▂ ▃ less, ▅ ▆ ▇ more", "το μισό· ▂ ▃ λιγότερο, ▅ ▆ ▇ περισσότερο"),
        ("all of it, or more", "όλο, ή περισσότερο"),
        (
            "in a plan, the promised day where another is expected",
            "σε πλάνο, η ημέρα της υπόσχεσης όπου αναμένεται άλλη",
        ),
        ("in a plan, the time a step takes", "σε πλάνο, η διάρκεια ενός βήματος"),
        ("in a plan, today", "σε πλάνο, σήμερα"),
        (
            "in a plan, the way to what waits for the marked row, and from what it waits for; ┆ down or up",
            "σε πλάνο, ο δρόμος προς όσα περιμένουν την επιλεγμένη γραμμή, και από όσα περιμένει· ┆ κάτω ή πάνω",
        ),
        ("goes on below", "συνεχίζεται κάτω"),
        ("goes on above", "συνεχίζεται πάνω"),
        (
            "cut for want of room; before a task: it waits for others",
            "κόπηκε επειδή δεν χωρά· πριν από εργασία: περιμένει άλλους",
        ),
        ("the same as in the row above", "όπως στην πάνω γραμμή"),
        ("in a month, a birthday", "σε μήνα, γενέθλια"),
        ("client", "πελάτης"),
        ("person", "άτομο"),
        ("department", "τμήμα"),
        ("project", "έργο"),
        ("milestone; in a month, a promise", "ορόσημο· σε μήνα, υπόσχεση"),
        ("member of a team", "μέλος ομάδας"),
        ("task; in a month, what is due", "εργασία· σε μήνα, ό,τι λήγει"),
        ("request", "αίτημα"),
        ("call, meeting, mail, visit", "κλήση, συνάντηση, e-mail, επίσκεψη"),
        (
            "agreement; in a month, its last day for notice",
            "συμφωνία· σε μήνα, η τελευταία ημέρα καταγγελίας",
        ),
        ("what an agreement obliges to", "υποχρέωση από συμφωνία"),
        ("feedback", "γνώμη"),
        ("approval or decision", "έγκριση ή απόφαση"),
        ("days away", "απουσία"),
        ("playbook", "σενάριο"),
        ("calendar", "ημερολόγιο"),
        ("custom field", "δικό σας πεδίο"),
    ],
);

/// Labels of lists and pages.
pub(super) const DESK: &[Table] = &[PANES, VIEWS, COLUMNS, EMPTY, PAGES, WAYS, REPORTS, SIGNS];

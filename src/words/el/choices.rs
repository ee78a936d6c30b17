//! Kinds of records, members of closed lists, sections of Today.

use crate::words::of::{Of, Table};

const KIND: Table = (
    Of::Kind,
    &[
        ("client", "πελάτης"),
        ("contact", "επαφή"),
        ("department", "τμήμα"),
        ("project", "έργο"),
        ("milestone", "ορόσημο"),
        ("member", "μέλος ομάδας"),
        ("task", "εργασία"),
        ("request", "αίτημα"),
        ("interaction", "επικοινωνία"),
        ("agreement", "συμφωνία"),
        ("obligation", "υποχρέωση"),
        ("feedback", "γνώμη"),
        ("decision", "απόφαση"),
        ("absence", "απουσία"),
        ("playbook", "σενάριο"),
        ("calendar", "ημερολόγιο"),
        ("field", "δικό σας πεδίο"),
    ],
);

const KINDS: Table = (
    Of::Kinds,
    &[
        ("clients", "πελάτες"),
        ("contacts", "επαφές"),
        ("departments", "τμήματα"),
        ("projects", "έργα"),
        ("milestones", "ορόσημα"),
        ("members", "μέλη ομάδας"),
        ("tasks", "εργασίες"),
        ("requests", "αιτήματα"),
        ("interactions", "επικοινωνίες"),
        ("agreements", "συμφωνίες"),
        ("obligations", "υποχρεώσεις"),
        ("feedback", "γνώμες"),
        ("decisions", "αποφάσεις"),
        ("absences", "απουσίες"),
        ("playbooks", "σενάρια"),
        ("calendars", "ημερολόγια"),
        ("fields", "δικά σας πεδία"),
    ],
);

const SECTIONS: Table = (
    Of::Section,
    &[
        ("Mine now", "Δικά μου τώρα"),
        ("Promises broken", "Αθετημένες υποσχέσεις"),
        ("Tell the client", "Ενημέρωση πελάτη"),
        ("Promises at risk", "Υποσχέσεις σε κίνδυνο"),
        ("Waiting", "Αναμονή"),
        ("Agreements", "Συμφωνίες"),
        ("Silence", "Σιωπή"),
        ("The rest", "Τα υπόλοιπα"),
    ],
);

const AGREEMENTS: &[Table] = &[
    (
        Of::Choice("AgreementKind"),
        &[
            ("framework", "πλαίσιο"),
            ("retainer", "πάγια συνεργασία"),
            ("service level", "επίπεδο υπηρεσιών"),
            ("confidentiality", "εμπιστευτικότητα"),
            ("other", "άλλο"),
        ],
    ),
    (
        Of::Choice("AgreementStatus"),
        &[
            ("draft", "σχέδιο"),
            ("active", "σε ισχύ"),
            ("notice given", "καταγγέλθηκε"),
            ("ended", "έληξε"),
            ("renewed", "ανανεώθηκε"),
        ],
    ),
    (
        Of::Choice("NoticeTo"),
        &[
            ("the end of the term", "τη λήξη της περιόδου"),
            ("the end of a month", "το τέλος μήνα"),
            ("the end of a quarter", "το τέλος τριμήνου"),
            ("the end of a year", "το τέλος έτους"),
        ],
    ),
    (
        Of::Choice("Per"),
        &[
            ("in all", "συνολικά"),
            ("a month", "τον μήνα"),
            ("a quarter", "το τρίμηνο"),
            ("a year", "το έτος"),
        ],
    ),
    (Of::Choice("Side"), &[("us", "εμείς"), ("the client", "ο πελάτης")]),
];

const PEOPLE: &[Table] = &[
    (
        Of::Choice("Attitude"),
        &[
            ("unknown", "άγνωστη"),
            ("against", "αντίθετος"),
            ("doubtful", "επιφυλακτικός"),
            ("neutral", "ουδέτερος"),
            ("friendly", "φιλικός"),
            ("devoted", "αφοσιωμένος"),
        ],
    ),
    (
        Of::Choice("Channel"),
        &[
            ("any", "οτιδήποτε"),
            ("mail", "e-mail"),
            ("phone", "τηλέφωνο"),
            ("message", "μήνυμα"),
            ("meeting", "συνάντηση"),
        ],
    ),
    (
        Of::Choice("Influence"),
        &[("unknown", "άγνωστη"), ("low", "μικρή"), ("some", "μέτρια"), ("high", "μεγάλη")],
    ),
    (
        Of::Choice("StakeRole"),
        &[
            ("sponsor", "χορηγός"),
            ("decision maker", "αποφασίζει"),
            ("champion", "υποστηρικτής"),
            ("daily contact", "καθημερινή επαφή"),
            ("finance", "οικονομικά"),
            ("legal", "νομικά"),
            ("technical", "τεχνικά"),
        ],
    ),
    (
        Of::Choice("Part"),
        &[
            ("responsible", "εκτελεί"),
            ("accountable", "υπόλογος"),
            ("consulted", "συμβουλεύει"),
            ("informed", "ενημερώνεται"),
        ],
    ),
];

const WORK: &[Table] = &[
    (
        Of::Choice("ClientStatus"),
        &[("active", "ενεργός"), ("prospective", "υποψήφιος"), ("dormant", "ανενεργός"), ("former", "πρώην")],
    ),
    (Of::Choice("Tier"), &[("no tier yet", "χωρίς κατηγορία")]),
    (
        Of::Choice("Priority"),
        &[("normal", "κανονική"), ("low", "χαμηλή"), ("high", "υψηλή"), ("urgent", "επείγουσα")],
    ),
    (
        Of::Choice("ProjectStatus"),
        &[
            ("active", "ενεργό"),
            ("planned", "στο πλάνο"),
            ("on hold", "σε παύση"),
            ("done", "ολοκληρώθηκε"),
            ("cancelled", "ακυρώθηκε"),
        ],
    ),
    (
        Of::Choice("RequestStatus"),
        &[
            ("asked", "ζητήθηκε"),
            ("routed", "ανατέθηκε"),
            ("promised", "με υπόσχεση"),
            ("done, not told", "έγινε, χωρίς ενημέρωση"),
            ("told", "ενημερώθηκε"),
            ("declined", "απορρίφθηκε"),
        ],
    ),
    (
        Of::Choice("TaskStatus"),
        &[
            ("open", "ανοιχτή"),
            ("in work", "σε εξέλιξη"),
            ("waiting", "σε αναμονή"),
            ("done", "έγινε"),
            ("dropped", "εγκαταλείφθηκε"),
        ],
    ),
];

const TALKS: &[Table] = &[
    (
        Of::Choice("Touch"),
        &[
            ("call", "κλήση"),
            ("meeting", "συνάντηση"),
            ("mail", "e-mail"),
            ("visit", "επίσκεψη"),
            ("message", "μήνυμα"),
            ("note", "σημείωση"),
        ],
    ),
    (
        Of::Choice("TouchState"),
        &[("took place", "έγινε"), ("planned", "προγραμματισμένη"), ("cancelled", "ακυρώθηκε")],
    ),
    (Of::Choice("Direction"), &[("from us", "από εμάς"), ("to us", "προς εμάς")]),
    (
        Of::Choice("Mood"),
        &[
            ("not said", "άγνωστη"),
            ("bad", "κακή"),
            ("poor", "μέτρια"),
            ("neutral", "ουδέτερη"),
            ("good", "καλή"),
            ("very good", "πολύ καλή"),
        ],
    ),
    (
        Of::Choice("DecisionKind"),
        &[("decision", "απόφαση"), ("approval", "έγκριση"), ("change of scope", "αλλαγή εύρους")],
    ),
    (
        Of::Choice("Outcome"),
        &[("not yet", "όχι ακόμη"), ("yes", "ναι"), ("no", "όχι"), ("yes, with changes", "ναι, με αλλαγές")],
    ),
    (Of::Choice("PromiseState"), &[("kept", "κρατήθηκε"), ("broken", "αθετήθηκε")]),
    (
        Of::Choice("DayOfWeek"),
        &[
            ("Monday", "Δευτέρα"),
            ("Tuesday", "Τρίτη"),
            ("Wednesday", "Τετάρτη"),
            ("Thursday", "Πέμπτη"),
            ("Friday", "Παρασκευή"),
            ("Saturday", "Σάββατο"),
            ("Sunday", "Κυριακή"),
        ],
    ),
    (
        Of::Choice("CustomOf"),
        &[
            ("client", "πελάτης"),
            ("contact", "επαφή"),
            ("department", "τμήμα"),
            ("project", "έργο"),
            ("task", "εργασία"),
            ("request", "αίτημα"),
            ("touch", "επικοινωνία"),
            ("agreement", "συμφωνία"),
        ],
    ),
    (
        Of::Choice("CustomType"),
        &[
            ("text", "κείμενο"),
            ("number", "αριθμός"),
            ("date", "ημερομηνία"),
            ("choice", "επιλογή"),
            ("yes or no", "ναι ή όχι"),
            ("money", "ποσό"),
        ],
    ),
    (Of::Choice("YesNo"), &[("yes", "ναι"), ("no", "όχι")]),
];

const NOBODY: Table = (Of::Nobody, &[("nobody", "κανείς"), ("somebody", "κάποιος")]);

/// Labels of kinds, what records are called without a name, and sections of Today.
pub(super) const RECORDS: &[Table] = &[KIND, KINDS, NOBODY, SECTIONS];

/// Labels of closed lists.
pub(super) const CHOICES: [&[Table]; 4] = [AGREEMENTS, PEOPLE, WORK, TALKS];

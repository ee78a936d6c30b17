//! The command line: what commands are for, what values mean, and what stands for a value.

use crate::words::of::{Of, Table};

/// The labels of the command line.
pub(super) const CALLS: &[Table] = &[COMMANDS, VALUES, PLACEHOLDERS];

/// What each command is for.
const COMMANDS: Table = (
    Of::Call,
    &[
        ("The account manager's desk in a terminal", "Το γραφείο του υπευθύνου πελατών, σε ένα τερματικό"),
        (
            "Open a realistic sample book in a temporary place",
            "Άνοιγμα ενός ρεαλιστικού δοκιμαστικού βιβλίου σε προσωρινή θέση",
        ),
        (
            "Bring in what other programs know: CSV, workbooks, cards (.vcf), calendars (.ics), mail",
            "Εισαγωγή όσων ξέρουν άλλα προγράμματα: CSV, βιβλία εργασίας, κάρτες (.vcf), ημερολόγια (.ics), e-mail",
        ),
        (
            "Say which days are no working days: holidays of a calendar file (.ics), the weekend of a country or your own",
            "Ποιες ημέρες δεν είναι εργάσιμες: αργίες από αρχείο ημερολογίου (.ics), το σαββατοκύριακο μιας χώρας ή δικό σας",
        ),
        (
            "Write the records of a kind for other programs: CSV, a workbook, JSON, cards",
            "Εξαγωγή των εγγραφών ενός είδους για άλλα προγράμματα: CSV, βιβλίο εργασίας, JSON, κάρτες",
        ),
        (
            "Print the JSON Schema of records, as --json and exports write them",
            "Το JSON Schema των εγγραφών, όπως τις γράφουν το --json και οι εξαγωγές",
        ),
        (
            "Make a field of your own for clients, contacts, projects, ..., or change one",
            "Δικό σας πεδίο για πελάτες, επαφές, έργα, ...: προσθήκη ή αλλαγή",
        ),
        ("Write fields of your own into a record", "Συμπλήρωση δικών σας πεδίων σε μια εγγραφή"),
        ("List the records of a kind", "Λίστα των εγγραφών ενός είδους"),
        ("Show one record with all its fields", "Μία εγγραφή με όλα τα πεδία της"),
        ("Search in everything, notes included", "Αναζήτηση παντού, και στις σημειώσεις"),
        (
            "Say what needs you now, the most urgent first, each with its reason",
            "Τι σας χρειάζεται τώρα, πρώτα τα πιο επείγοντα, το καθένα με τον λόγο του",
        ),
        (
            "Say what others hold, oldest first, against the days they usually take",
            "Τι έχουν άλλοι, πρώτα τα παλαιότερα, σε σύγκριση με τις ημέρες που χρειάζονται συνήθως",
        ),
        (
            "Print one page about a client or a project, to read before a call",
            "Ενημερωτικό μιας σελίδας για πελάτη ή έργο, πριν από μια κλήση",
        ),
        (
            "Write a report from a template: meeting, week, review, handover, work order, portfolio",
            "Αναφορά από πρότυπο: πρακτικά, εβδομάδα, απολογισμός, παράδοση, εντολή εργασίας, επισκόπηση",
        ),
        (
            "Write a line into the book: a touch, a request, a task, a follow-up",
            "Καταγραφή μιας γραμμής στο βιβλίο: επικοινωνία, αίτημα, εργασία, παρακολούθηση",
        ),
        (
            "Say where agreements stand: the last day for notice, and what happens if nothing is done",
            "Πού βρίσκονται οι συμφωνίες: η τελευταία ημέρα καταγγελίας, και τι γίνεται αν δεν γίνει τίποτα",
        ),
        (
            "Print the plan of a project: when each step is, what is late, who does it, what it waits for",
            "Το πλάνο ενός έργου: πότε είναι κάθε βήμα, τι είναι εκπρόθεσμο, ποιος το κάνει, τι περιμένει",
        ),
        (
            "Say how much lies with each department, week by week, against the hours its people have",
            "Πόση δουλειά έχει κάθε τμήμα ανά εβδομάδα, σε σύγκριση με τις ώρες των ατόμων του",
        ),
        (
            "Say which clients and which people are likely in the book twice",
            "Ποιοι πελάτες και ποια άτομα είναι πιθανώς δύο φορές στο βιβλίο",
        ),
        (
            "Make one of two clients, or of two people, that stand for the same",
            "Συγχώνευση δύο πελατών, ή δύο ατόμων, που είναι το ίδιο",
        ),
        (
            "Write out what the book holds about a person, or erase a person",
            "Τι έχει το βιβλίο για ένα άτομο, ή οριστική διαγραφή ατόμου",
        ),
        (
            "Write out everything the book holds about a person",
            "Εξαγωγή όλων όσα έχει το βιβλίο για ένα άτομο",
        ),
        (
            "Erase a person, also from the history and from backups; cannot be undone",
            "Οριστική διαγραφή ατόμου, και από το ιστορικό και από τα αντίγραφα ασφαλείας· δεν αναιρείται",
        ),
        ("Take the last change back", "Αναίρεση της τελευταίας αλλαγής"),
        ("Do the change again that was taken back last", "Επανάληψη της αλλαγής που αναιρέθηκε τελευταία"),
        (
            "Take a backup now, read it back, and thin out old ones",
            "Αντίγραφο ασφαλείας τώρα, με έλεγχο, και αραίωμα των παλιών",
        ),
        (
            "Turn the book into what a backup holds; can be undone",
            "Επαναφορά του βιβλίου όπως είναι σε ένα αντίγραφο ασφαλείας· αναιρείται",
        ),
        (
            "Read the whole book and say what is wrong; changes nothing",
            "Έλεγχος ολόκληρου του βιβλίου· λέει τι δεν είναι εντάξει, και δεν αλλάζει τίποτα",
        ),
        (
            "Mend a book that can only be read because changes are missing, or say what is missing",
            "Διόρθωση βιβλίου που μόνο διαβάζεται επειδή λείπουν αλλαγές, ή τι του λείπει",
        ),
        ("Say where the book is", "Πού βρίσκεται το βιβλίο"),
        ("Print every command of the desk with its keys", "Όλες οι εντολές του γραφείου με τα πλήκτρα τους"),
        (
            "Print what makes a shell complete commands and options",
            "Ό,τι κάνει ένα κέλυφος να συμπληρώνει εντολές και επιλογές",
        ),
        ("Print the manual page", "Η σελίδα του εγχειριδίου"),
    ],
);

/// What a value of an option means.
const VALUES: Table = (
    Of::Call,
    &[
        ("English", "Αγγλικά"),
        ("Greek", "Ελληνικά"),
        ("The day: 15/3/2026", "Η ημέρα: 15/3/2026"),
        ("The month: 3/15/2026", "Ο μήνας: 3/15/2026"),
        ("A comma: 1.234,56", "Κόμμα: 1.234,56"),
        ("A point: 1,234.56", "Τελεία: 1,234.56"),
        ("New ones alone", "Μόνο οι νέες"),
        ("Those alone that are in the book", "Μόνο όσες υπάρχουν στο βιβλίο"),
        ("Both", "Και οι δύο"),
        ("Those that are new, with their fields", "Οι νέες, με τα πεδία τους"),
        ("Those of the book that change, with what differs", "Όσες του βιβλίου αλλάζουν, με ό,τι διαφέρει"),
        ("Those that change nothing", "Όσες δεν αλλάζουν τίποτα"),
        (
            "Those that are taken and about which something is told",
            "Όσες παίρνονται και έχουν κάποια παρατήρηση",
        ),
        ("Those that are not taken, with the reason", "Όσες δεν παίρνονται, με τον λόγο"),
        ("Comma-separated values", "Τιμές χωρισμένες με κόμμα"),
        ("Tab-separated values", "Τιμές χωρισμένες με στηλοθέτη"),
        ("One JSON array", "Ένας πίνακας JSON"),
        ("A workbook", "Βιβλίο εργασίας"),
        ("Cards of people and clients", "Κάρτες ατόμων και πελατών"),
        (
            "The dates of the book, for a calendar program",
            "Οι ημερομηνίες του βιβλίου, για πρόγραμμα ημερολογίου",
        ),
        (
            "What was said in a meeting, and what follows from it",
            "Τι ειπώθηκε σε μια συνάντηση, και τι προκύπτει",
        ),
        (
            "What was done in a week, what came in, what comes next",
            "Τι έγινε σε μια εβδομάδα, τι ήρθε, τι ακολουθεί",
        ),
        ("How a period went with a client", "Πώς πήγε μια περίοδος με έναν πελάτη"),
        ("Everything a stand-in needs", "Όλα όσα χρειάζεται ένας αντικαταστάτης"),
        ("The work of a department", "Η δουλειά ενός τμήματος"),
        ("Every client on a row", "Κάθε πελάτης σε μία γραμμή"),
        ("Monday to Sunday, today among them", "Δευτέρα έως Κυριακή, μαζί με τη σημερινή"),
        ("The week before", "Η προηγούμενη εβδομάδα"),
        ("Up to today", "Έως σήμερα"),
        ("This calendar quarter", "Αυτό το ημερολογιακό τρίμηνο"),
        ("The calendar quarter before", "Το προηγούμενο ημερολογιακό τρίμηνο"),
        ("From January on", "Από τον Ιανουάριο και μετά"),
        ("The year before", "Το προηγούμενο έτος"),
        ("Text of lines", "Κείμενο σε γραμμές"),
        ("A page for a browser and for paper", "Σελίδα για περιηγητή και για χαρτί"),
        (
            "The journal, from the newest backup that it goes on from",
            "Το ιστορικό, από το νεότερο αντίγραφο ασφαλείας που συνεχίζει",
        ),
        ("The live database", "Η τρέχουσα βάση δεδομένων"),
        ("The newest backup", "Το νεότερο αντίγραφο ασφαλείας"),
        ("Z shell", "Κέλυφος Z"),
    ],
);

/// What stands for a value.
const PLACEHOLDERS: Table = (
    Of::Placeholder,
    &[
        ("PATH", "ΔΙΑΔΡΟΜΗ"),
        ("LANGUAGE", "ΓΛΩΣΣΑ"),
        ("LANG", "ΓΛΩΣΣΑ"),
        ("FILE", "ΑΡΧΕΙΟ"),
        ("FILE.csv", "ΑΡΧΕΙΟ.csv"),
        ("COLUMN=FIELD,...", "ΣΤΗΛΗ=ΠΕΔΙΟ,..."),
        ("KIND", "ΕΙΔΟΣ"),
        ("DATES", "ΗΜΕΡΟΜΗΝΙΕΣ"),
        ("NUMBERS", "ΑΡΙΘΜΟΙ"),
        ("LINES", "ΓΡΑΜΜΕΣ"),
        ("MAIL", "E-MAIL"),
        ("MODE", "ΤΡΟΠΟΣ"),
        ("ROWS", "ΓΡΑΜΜΕΣ"),
        ("NAME", "ΟΝΟΜΑ"),
        ("DAYS", "ΗΜΕΡΕΣ"),
        ("WORDS", "ΛΕΞΕΙΣ"),
        ("FORMAT", "ΜΟΡΦΗ"),
        ("MARK", "ΣΗΜΑΔΙ"),
        ("PROGRAM", "ΠΡΟΓΡΑΜΜΑ"),
        ("VERSION", "ΕΚΔΟΣΗ"),
        ("TYPE", "ΤΥΠΟΣ"),
        ("A,B,C", "Α,Β,Γ"),
        ("TEXT", "ΚΕΙΜΕΝΟ"),
        ("NAME=VALUE", "ΟΝΟΜΑ=ΤΙΜΗ"),
        ("WHAT", "ΤΙ"),
        ("FIELD,...", "ΠΕΔΙΟ,..."),
        ("FIELD", "ΠΕΔΙΟ"),
        ("CONDITION", "ΣΥΝΘΗΚΗ"),
        ("YYYY-MM", "ΕΕΕΕ-ΜΜ"),
        ("WHO", "ΠΟΙΟΣ"),
        ("PERIOD", "ΠΕΡΙΟΔΟΣ"),
        ("DAY", "ΗΜΕΡΑ"),
        ("LINE", "ΓΡΑΜΜΗ"),
        ("STAYS", "ΜΕΝΕΙ"),
        ("GOES", "ΦΕΥΓΕΙ"),
        ("PLACE", "ΣΗΜΕΙΟ"),
        ("SIDE", "ΠΛΕΥΡΑ"),
        ("SHELL", "ΚΕΛΥΦΟΣ"),
    ],
);

//! The command line: what its arguments and options are for.

use crate::words::of::{Of, Table};

/// What each is for.
pub(super) const CALL_ARGUMENTS: &[Table] = &[(
    Of::Call,
    &[
        ("The folder of the book", "Ο φάκελος του βιβλίου"),
        (
            "The language to speak, before the command; without it that of the environment",
            "Η γλώσσα, πριν από την εντολή· χωρίς αυτή, η γλώσσα του περιβάλλοντος",
        ),
        (
            "Write the sample book and stop; needs --book",
            "Μόνο γράφει το δοκιμαστικό βιβλίο· χρειάζεται --book",
        ),
        (
            "The files; what each is is told by what stands in it",
            "Τα αρχεία· τι είναι το καθένα το δείχνει ό,τι έχει μέσα",
        ),
        (
            "Where the columns go of a file that no program is known by; without it that is proposed",
            "Πού πάνε οι στήλες αρχείου που δεν είναι γνωστού προγράμματος· χωρίς αυτό γίνεται πρόταση",
        ),
        ("What a row is of such a file", "Τι είναι μια γραμμή τέτοιου αρχείου"),
        (
            "Ask anew where the columns go, whatever was said before of a file with the same",
            "Νέα ερώτηση για το πού πάνε οι στήλες, ό,τι και αν είχε ειπωθεί για αρχείο με τις ίδιες",
        ),
        (
            "What comes first in dates of a column that leaves it open",
            "Τι έρχεται πρώτο στις ημερομηνίες μιας στήλης που δεν το δείχνει",
        ),
        (
            "What stands before the hundredths in amounts of a column that leaves it open",
            "Τι χωρίζει τα εκατοστά στα ποσά μιας στήλης που δεν το δείχνει",
        ),
        (
            "On how many lines the heading of a table stands, where that is open",
            "Σε πόσες γραμμές είναι η επικεφαλίδα ενός πίνακα, όπου δεν φαίνεται",
        ),
        (
            "Write the rows that are not taken to this file, with their lines and the reasons; mended, it can be brought in",
            "Γράφει σε αυτό το αρχείο όσες γραμμές δεν παίρνονται, με αριθμό και λόγο· αφού διορθωθεί, εισάγεται",
        ),
        (
            "An address of yours: what it wrote is from you. May be given several times",
            "Δική σας διεύθυνση: ό,τι έγραψε είναι από εσάς. Δίνεται και πολλές φορές",
        ),
        ("Say what it would bring and change nothing", "Λέει τι θα έφερνε, χωρίς να αλλάξει τίποτα"),
        (
            "Where the book has another value, take the file's. Notes are added below, mails and phones beside those there are",
            "Όπου το βιβλίο έχει άλλη τιμή, παίρνει του αρχείου. Οι σημειώσεις μπαίνουν από κάτω, e-mail και τηλέφωνα δίπλα σε όσα υπάρχουν",
        ),
        ("Which rows are taken", "Ποιες γραμμές παίρνονται"),
        (
            "Print these rows, each with its fields or with what differs, and change nothing. May be given several times",
            "Δείχνει αυτές τις γραμμές, με τα πεδία τους ή ό,τι διαφέρει, χωρίς να αλλάξει τίποτα. Δίνεται και πολλές φορές",
        ),
        ("Print every remark, not only the first ones", "Όλες οι παρατηρήσεις, όχι μόνο οι πρώτες"),
        ("The outcome as one JSON object", "Το αποτέλεσμα ως ένα αντικείμενο JSON"),
        ("A calendar file", "Αρχείο ημερολογίου"),
        (
            "The calendar of the book they go into; else as the file calls itself",
            "Το ημερολόγιο του βιβλίου όπου μπαίνουν· αλλιώς όπως ονομάζεται το αρχείο",
        ),
        (
            "The country whose weekend counts, by its two letters",
            "Η χώρα της οποίας μετρά το σαββατοκύριακο, με τα δύο γράμματά της",
        ),
        ("A weekend of your own: friday,saturday", "Δικό σας σαββατοκύριακο: friday,saturday"),
        (
            "clients, contacts, departments, projects, tasks, requests, agreements, interactions, ...",
            "Το είδος: clients, contacts, departments, projects, tasks, requests, agreements, interactions, ...",
        ),
        (
            "clients, contacts, departments, projects, tasks, requests, agreements, interactions, fields, ...",
            "Το είδος: clients, contacts, departments, projects, tasks, requests, agreements, interactions, fields, ...",
        ),
        (
            "Words that must all be there, in a record or in what it points at",
            "Λέξεις που πρέπει να υπάρχουν όλες, στην εγγραφή ή σε όσα δείχνει",
        ),
        ("Words that must all be there", "Λέξεις που πρέπει να υπάρχουν όλες"),
        (
            "The whole book, its bin and its history, as JSON Lines; to a file",
            "Ολόκληρο το βιβλίο, με τον κάδο και το ιστορικό του, ως JSON Lines· σε αρχείο",
        ),
        ("Where to; without it to standard output", "Πού· χωρίς αυτό, στην τυπική έξοδο"),
        (
            "How; without it the ending of FILE says so, else CSV",
            "Πώς· χωρίς αυτό το λέει η κατάληξη στο ΑΡΧΕΙΟ, αλλιώς CSV",
        ),
        (
            "CSV for a spreadsheet: a mark of UTF-8, labels above, an apostrophe before what would be run as a formula",
            "CSV για υπολογιστικό φύλλο: σήμανση UTF-8, ετικέτες επάνω, απόστροφος πριν από ό,τι θα εκτελούνταν ως τύπος",
        ),
        ("What stands between two cells of CSV: one character", "Τι χωρίζει δύο κελιά CSV: ένας χαρακτήρας"),
        (
            "Clients or contacts as CSV for another program, under the names that it has for them",
            "Πελάτες ή επαφές ως CSV για άλλο πρόγραμμα, με τα ονόματα που έχει εκείνο",
        ),
        (
            "The version of cards: 3 is for old telephones",
            "Η έκδοση των καρτών: η 3 είναι για παλιά τηλέφωνα",
        ),
        ("Write over a file that is there", "Αντικαθιστά αρχείο που υπάρχει"),
        ("Of the lines of a whole book", "Για τις γραμμές ολόκληρου βιβλίου"),
        ("What it is called", "Το όνομά του"),
        (
            "Whose field it is: clients, contacts, departments, projects, tasks, requests, interactions, agreements",
            "Ποιων είναι: clients, contacts, departments, projects, tasks, requests, interactions, agreements",
        ),
        (
            "What it holds: text, number, date, choice, yes-no, money",
            "Τι δέχεται: text, number, date, choice, yes-no, money",
        ),
        ("What can be chosen, a comma between two", "Οι επιλογές του, με κόμμα ανάμεσα"),
        (
            "What it is for; it stands below the field in forms",
            "Σε τι χρησιμεύει· φαίνεται κάτω από το πεδίο στις φόρμες",
        ),
        (
            "Which place it has among the others: 1 is the first",
            "Η θέση του ανάμεσα στα άλλα: 1 είναι το πρώτο",
        ),
        (
            "Whether the list of such records has it as a column",
            "Αν το έχει ως στήλη η λίστα τέτοιων εγγραφών",
        ),
        (
            "Call it otherwise; what stands in the records moves along",
            "Νέο όνομα· ό,τι έχουν οι εγγραφές ακολουθεί",
        ),
        (
            "Put it into the bin; what stands in the records stays there",
            "Στον κάδο· ό,τι έχουν οι εγγραφές μένει",
        ),
        ("The record: a number (#41), an id, or a name", "Η εγγραφή: αριθμός (#41), id ή όνομα"),
        (
            "Fields of your own with their values, each as 'Name=value'",
            "Δικά σας πεδία με τις τιμές τους, το καθένα ως 'Όνομα=τιμή'",
        ),
        ("Only look among records of this kind", "Μόνο ανάμεσα σε εγγραφές αυτού του είδους"),
        (
            "The columns behind the name, instead of the usual ones; fields of your own among them",
            "Οι στήλες μετά το όνομα, αντί για τις συνηθισμένες· και δικά σας πεδία",
        ),
        (
            "The field by which the rows stand; what says nothing stands last",
            "Το πεδίο της ταξινόμησης· ό,τι δεν έχει τιμή πάει τελευταίο",
        ),
        ("The other way round", "Με αντίστροφη σειρά"),
        (
            "What must hold for a field: 'nps>=9'. May be given several times",
            "Τι πρέπει να ισχύει για ένα πεδίο: 'nps>=9'. Δίνεται και πολλές φορές",
        ),
        ("One JSON object a line", "Ένα αντικείμενο JSON ανά γραμμή"),
        ("A number (#41), an id, or a name", "Αριθμός (#41), id ή όνομα"),
        ("The record as one JSON object", "Η εγγραφή ως ένα αντικείμενο JSON"),
        ("What was put off until a day, instead", "Αντί για αυτά, όσα πήραν αναβολή ως κάποια ημέρα"),
        (
            "What falls on each day of a month instead, this one or another (2026-12)",
            "Αντί για αυτά, τι πέφτει σε κάθε ημέρα ενός μήνα, του τωρινού ή άλλου (2026-12)",
        ),
        ("A client, a department or a person, by name or id", "Πελάτης, τμήμα ή άτομο, με όνομα ή id"),
        (
            "A row for each holder: the longest wait, how many, how many too long, the usual days",
            "Μία γραμμή ανά υπεύθυνο: η μεγαλύτερη αναμονή, πόσα, πόσα υπερβολικά, οι συνήθεις ημέρες",
        ),
        ("A client or a project, by name, number or id", "Πελάτης ή έργο, με όνομα, αριθμό ή id"),
        ("As Markdown", "Ως Markdown"),
        ("As one JSON object", "Ως ένα αντικείμενο JSON"),
        ("Which report", "Ποια αναφορά"),
        (
            "Whom or what it is about, by name, number or id; week and portfolio can be of all clients",
            "Ποιον ή τι αφορά, με όνομα, αριθμό ή id· οι week και portfolio γίνονται και για όλους τους πελάτες",
        ),
        ("The days it tells of", "Οι ημέρες που καλύπτει"),
        ("The first day: 2026-10-01, 1/10, last mon", "Η πρώτη ημέρα: 2026-10-01, 1/10, χθες"),
        ("The last day; without it today", "Η τελευταία ημέρα· χωρίς αυτή, σήμερα"),
        ("How it is written", "Η μορφή της"),
        (
            "In which language; without it that of whom it is for, else ours",
            "Σε ποια γλώσσα· χωρίς αυτό, του παραλήπτη, αλλιώς η δική μας",
        ),
        ("For us: with what is internal", "Για εμάς: με τα εσωτερικά"),
        ("Write it to this file", "Τη γράφει σε αυτό το αρχείο"),
        ("Write down in the book that it was sent", "Καταγράφει στο βιβλίο ότι στάλθηκε"),
        (
            "Say where templates of your own go, which can be replaced, and what they find",
            "Πού μπαίνουν δικά σας πρότυπα, ποια αντικαθίστανται, και τι βρίσκουν μέσα",
        ),
        (
            "Print a template that is built in, to begin with",
            "Ένα ενσωματωμένο πρότυπο, για να ξεκινήσετε από αυτό",
        ),
        ("The line", "Η γραμμή"),
        (
            "Only say what is understood and what is doubtful",
            "Μόνο λέει τι έγινε κατανοητό και τι είναι αμφίβολο",
        ),
        ("Keep it as it is understood, doubts or not", "Την κρατά όπως έγινε κατανοητή, και με αμφιβολίες"),
        (
            "One JSON object: what was understood, the doubts, the records, and whether they were kept",
            "Ένα αντικείμενο JSON: τι έγινε κατανοητό, οι αμφιβολίες, οι εγγραφές, και αν κρατήθηκαν",
        ),
        (
            "Month by month for a year: = holds, - goes on by itself or is a draft, and the last day for notice",
            "Ανά μήνα για ένα έτος: = ισχύει, - συνεχίζεται μόνη της ή είναι πρόχειρη, και η τελευταία ημέρα καταγγελίας",
        ),
        ("A project, by name, number or id", "Έργο, με όνομα, αριθμό ή id"),
        ("How many weeks, from the present one on", "Πόσες εβδομάδες, από την τωρινή και μετά"),
        ("The client or person that stays, by name or id", "Ο πελάτης ή το άτομο που μένει, με όνομα ή id"),
        ("The one that goes into it", "Αυτό που συγχωνεύεται σε εκείνο"),
        (
            "Take this field of the one that goes, by its stable name (city, tier); may be said several times",
            "Παίρνει αυτό το πεδίο από εκείνο που φεύγει, με το σταθερό του όνομα (city, tier)· δίνεται και πολλές φορές",
        ),
        (
            "Only keep that they are not the same, so that they are not offered again",
            "Μόνο σημειώνει ότι δεν είναι το ίδιο, ώστε να μην προταθούν ξανά",
        ),
        ("Do not ask", "Χωρίς ερώτηση"),
        ("A person, by name or id", "Άτομο, με όνομα ή id"),
        (
            "As one JSON object; a FILE that ends in .json is written so, too",
            "Ως ένα αντικείμενο JSON· έτσι γράφεται και ΑΡΧΕΙΟ που τελειώνει σε .json",
        ),
        (
            "Erase what only may be them as well: `all`, or a place as it is told (ID:field); may be said several times",
            "Διαγράφει και ό,τι μόνο ίσως εννοεί το άτομο: `all`, ή ένα σημείο όπως αναφέρεται (ID:field)· δίνεται και πολλές φορές",
        ),
        ("Only list the backups there are", "Μόνο λέει ποια αντίγραφα ασφαλείας υπάρχουν"),
        (
            "The day it was taken, its name, or a part of its name that no other has; without it the newest",
            "Η ημέρα του, το όνομά του, ή μέρος του ονόματος που δεν έχει άλλο· χωρίς αυτό, το νεότερο",
        ),
        (
            "A backup, a folder of backups, a book, or a whole book in a file that lies elsewhere",
            "Αντίγραφο ασφαλείας, φάκελος αντιγράφων, βιβλίο, ή ολόκληρο βιβλίο σε αρχείο, που βρίσκεται αλλού",
        ),
        (
            "Bring back people who were erased from this book, and what names them",
            "Επαναφέρει και άτομα που διαγράφηκαν οριστικά από αυτό το βιβλίο, και ό,τι τα αναφέρει",
        ),
        ("Go on though something is lost for good", "Συνέχεια, αν και κάτι χάνεται οριστικά"),
        (
            "Go on with one side; what belongs to the others is given other names, and a copy of the folder is made first",
            "Συνέχεια με μία πλευρά· όσα είναι των άλλων παίρνουν άλλα ονόματα, και πρώτα γίνεται αντίγραφο του φακέλου",
        ),
        ("Say where the log is", "Πού βρίσκεται το αρχείο καταγραφής"),
        ("Which shell", "Ποιο κέλυφος"),
    ],
)];

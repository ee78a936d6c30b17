//! What stands below the help of commands that do something: calls to copy, and what comes of them.

use crate::words::message::messages;

messages! {
    demo: "Examples:
  syndeo demo                              look around; nothing is kept
  syndeo demo --book sample                keep the sample book in this (empty) folder and open it
  syndeo demo --book sample --fill         only write it"
        => "Παραδείγματα:
  syndeo demo                              μια ματιά· δεν κρατιέται τίποτα
  syndeo demo --book sample                κρατά το δοκιμαστικό βιβλίο σε αυτόν τον (κενό) φάκελο και το ανοίγει
  syndeo demo --book sample --fill         μόνο το γράφει";
    import: "Examples:
  syndeo import companies.csv contacts.csv   one change, companies first; syndeo undo takes it back
  syndeo import contacts.csv --dry-run       only say what it would bring
  syndeo import list.xlsx --as clients       what its columns may be, and the line to say so
  syndeo import list.xlsx --as clients --map 'Firm=name,Mail=mails,Since=created' --dates dmy
  syndeo import todo.csv --as tasks --map 'What=title,By=due,Firm=client'   kept for files with the same columns
  syndeo import contacts.csv --show updated --show doubtful   row by row, with what differs; nothing is changed
  syndeo import people.vcf                   cards of people and firms, of any version
  syndeo import meetings.ics                 events with people of the book, and to-dos
  syndeo import Mail/ --me you@firm.example  mail with people of the book: a folder (Maildir), a mailbox (mbox), .eml
  syndeo import contacts.csv --refused left.csv   rows that are not taken, to mend and bring in: syndeo import left.csv
  syndeo import tasks.jsonl                  what syndeo export or --json wrote: records come back by their ids

The same file again changes nothing. A changed row fills in what is empty; where the book has something else, the book
stays and the row is told, unless --overwrite is given. Columns without a field of their own are kept among the record's
custom fields."
        => "Παραδείγματα:
  syndeo import companies.csv contacts.csv   μία αλλαγή, πρώτα οι εταιρείες· η εντολή syndeo undo την αναιρεί
  syndeo import contacts.csv --dry-run       μόνο λέει τι θα έφερνε
  syndeo import list.xlsx --as clients       τι μπορεί να είναι οι στήλες του, και η εντολή που το λέει
  syndeo import list.xlsx --as clients --map 'Firm=name,Mail=mails,Since=created' --dates dmy
  syndeo import todo.csv --as tasks --map 'What=title,By=due,Firm=client'   ισχύει για αρχεία με τις ίδιες στήλες
  syndeo import contacts.csv --show updated --show doubtful   ανά γραμμή, με ό,τι διαφέρει· δεν αλλάζει τίποτα
  syndeo import people.vcf                   κάρτες ατόμων και εταιρειών, κάθε έκδοσης
  syndeo import meetings.ics                 γεγονότα με άτομα του βιβλίου, και εκκρεμότητες
  syndeo import Mail/ --me you@firm.example  e-mail με άτομα του βιβλίου: φάκελος (Maildir), αρχείο mbox, .eml
  syndeo import contacts.csv --refused left.csv   όσες γραμμές δεν παίρνονται, για διόρθωση: syndeo import left.csv
  syndeo import tasks.jsonl                  ό,τι έγραψε το syndeo export ή το --json: οι εγγραφές γυρίζουν με τα id τους

Το ίδιο αρχείο ξανά δεν αλλάζει τίποτα. Μια γραμμή που άλλαξε συμπληρώνει τα κενά· όπου το βιβλίο έχει κάτι άλλο, μένει το
βιβλίο και η γραμμή αναφέρεται, εκτός αν δοθεί --overwrite. Στήλες χωρίς δικό τους πεδίο κρατιούνται στα δικά σας πεδία
της εγγραφής.";
    holidays: "Examples:
  syndeo holidays greece.ics                  whole days of the file; one change, syndeo undo takes it back
  syndeo holidays greece.ics --country GR     and the weekend of that country
  syndeo holidays --weekend friday,saturday   a weekend of your own

The days go into a calendar of the book, called as the file calls itself; the same file again takes the place of what it
brought before. What repeats every year is taken so; what is not about whole days is told and left out. Plans, load,
forms and days for notice count by all calendars together."
        => "Παραδείγματα:
  syndeo holidays greece.ics                  ολόκληρες ημέρες του αρχείου· μία αλλαγή, η εντολή syndeo undo την αναιρεί
  syndeo holidays greece.ics --country GR     και το σαββατοκύριακο αυτής της χώρας
  syndeo holidays --weekend friday,saturday   δικό σας σαββατοκύριακο

Οι ημέρες μπαίνουν σε ημερολόγιο του βιβλίου με το όνομα του αρχείου· το ίδιο αρχείο ξανά αντικαθιστά ό,τι είχε φέρει. Ό,τι
επαναλαμβάνεται κάθε χρόνο μπαίνει έτσι· ό,τι δεν αφορά ολόκληρες ημέρες αναφέρεται και μένει έξω. Πλάνα, φόρτος, φόρμες
και ημέρες καταγγελίας μετρούν με όλα τα ημερολόγια μαζί.";
    export: "Examples:
  syndeo export clients                       as CSV, by the stable names of the fields
  syndeo export requests aegean -o aegean.xlsx   those with this word, as a workbook
  syndeo export tasks --excel -o tasks.csv    CSV for a spreadsheet: labels above, formulas made harmless
  syndeo export contacts --format jsonl | jq -r .first_name
  syndeo export contacts --as google -o contacts.csv   for another program; what it has no place for is told
  syndeo export --all -o book.jsonl.zst       the whole book with its history; syndeo restore --from takes it back
  syndeo export contacts -o people.vcf        cards for a telephone; --vcard 3 for an old one
  syndeo export calendar -o desk.ics          promises, due dates, meetings, notice dates, birthdays, for a calendar

The ending of FILE says the format, unless --format does. A file that is there is not written over, unless --force is
given. What follows from the records (health, last touch, …) is in it, as it is now; not so in a whole book, which
holds what was written down, the bin among it: .jsonl, .jsonl.gz or .jsonl.zst."
        => "Παραδείγματα:
  syndeo export clients                       ως CSV, με τα σταθερά ονόματα των πεδίων
  syndeo export requests aegean -o aegean.xlsx   όσα έχουν αυτή τη λέξη, ως βιβλίο εργασίας
  syndeo export tasks --excel -o tasks.csv    CSV για υπολογιστικό φύλλο: ετικέτες επάνω, ακίνδυνοι τύποι
  syndeo export contacts --format jsonl | jq -r .first_name
  syndeo export contacts --as google -o contacts.csv   για άλλο πρόγραμμα· λέγεται ό,τι δεν χωρά εκεί
  syndeo export --all -o book.jsonl.zst       όλο το βιβλίο με το ιστορικό του· το επαναφέρει η εντολή syndeo restore --from
  syndeo export contacts -o people.vcf        κάρτες για τηλέφωνο· --vcard 3 για παλιό
  syndeo export calendar -o desk.ics          υποσχέσεις, προθεσμίες, συναντήσεις, καταγγελίες, γενέθλια, για ημερολόγιο

Η κατάληξη στο ΑΡΧΕΙΟ λέει τη μορφή, εκτός αν τη λέει το --format. Αρχείο που υπάρχει δεν αντικαθίσταται, εκτός αν δοθεί
--force. Ό,τι προκύπτει από τις εγγραφές (υγεία, τελευταία επικοινωνία, …) περιέχεται όπως είναι τώρα· όχι όμως σε
ολόκληρο βιβλίο, που έχει όσα γράφτηκαν, μαζί και τον κάδο: .jsonl, .jsonl.gz ή .jsonl.zst.";
    field: "Examples:
  syndeo field 'Contract no.' --of clients
  syndeo field NPS --of clients --holds number --in-lists yes
  syndeo field Segment --of clients --holds choice --choices 'A, B, C'
  syndeo field 'Last audit' --of agreements --holds date
  syndeo field NPS --of clients --call 'NPS 2027'     what stands in the records moves along
  syndeo field NPS --of clients --delete              what stands in the records stays, as names and values
  syndeo list fields                                  those there are

A field that is there is changed in what is said. Values that do not fit what a field holds now are kept as they are,
marked wherever they are shown, and counted here. Each call is one change; syndeo undo takes it back."
        => "Παραδείγματα:
  syndeo field 'Αρ. σύμβασης' --of clients
  syndeo field NPS --of clients --holds number --in-lists yes
  syndeo field Ομάδα --of clients --holds choice --choices 'Α, Β, Γ'
  syndeo field 'Τελευταίος έλεγχος' --of agreements --holds date
  syndeo field NPS --of clients --call 'NPS 2027'     ό,τι έχουν οι εγγραφές ακολουθεί
  syndeo field NPS --of clients --delete              ό,τι έχουν οι εγγραφές μένει, ως ονόματα και τιμές
  syndeo list fields                                  όσα υπάρχουν

Ένα πεδίο που υπάρχει αλλάζει σε ό,τι ειπωθεί. Τιμές που δεν ταιριάζουν σε αυτό που δέχεται τώρα μένουν όπως είναι, με
σημάδι όπου φαίνονται, και μετριούνται εδώ. Κάθε κλήση είναι μία αλλαγή· η εντολή syndeo undo την αναιρεί.";
    set: "Examples:
  syndeo set 'aegean foods' 'NPS=9' 'Segment=A' 'Signed NDA=yes'
  syndeo set '#41' 'Renewal price=1200.50 EUR' 'Last audit=2026-11-02'
  syndeo set papadaki 'Segment='                      nothing behind the sign empties the field

All of it is one change; syndeo undo takes it back."
        => "Παραδείγματα:
  syndeo set 'aegean foods' 'NPS=9' 'Ομάδα=Α' 'Υπογραφή=ναι'
  syndeo set '#41' 'Τιμή ανανέωσης=1200.50 EUR' 'Τελευταίος έλεγχος=2026-11-02'
  syndeo set papadaki 'Ομάδα='                        τίποτα μετά το σύμβολο: το πεδίο αδειάζει

Όλα μαζί είναι μία αλλαγή· η εντολή syndeo undo την αναιρεί.";
    capture: "Examples:
  syndeo capture 'call Aegean Maria: wants the spring banner by fri @design !high +follow-up wed'
  syndeo capture 'task send the price list 15th' --dry-run
  syndeo capture 'task send the price list 15th' --json | jq -r '.records[].id'

Quote the line: # and ! mean something to a shell. A line with doubts is not kept unless --yes is given. It is one
change; syndeo undo takes it back."
        => "Παραδείγματα:
  syndeo capture 'κλήση Aegean Maria: θέλει το ανοιξιάτικο banner μέχρι παρ @design !high +follow-up τετ'
  syndeo capture 'εργασία στείλε τον τιμοκατάλογο αύριο' --dry-run
  syndeo capture 'εργασία στείλε τον τιμοκατάλογο αύριο' --json | jq -r '.records[].id'

Βάλτε τη γραμμή σε εισαγωγικά: τα # και ! σημαίνουν κάτι για το κέλυφος. Γραμμή με αμφιβολίες δεν κρατιέται αν δεν δοθεί
--yes. Είναι μία αλλαγή· η εντολή syndeo undo την αναιρεί.";
    merge: "Examples:
  syndeo merge 'Acme Ltd' 'Acme GmbH'         the first stays and takes over what the second has; asks before
  syndeo merge 'Acme Ltd' 'Acme GmbH' --take city --take name --yes
  syndeo merge 'Acme Ltd' 'Acme Naval' --not-the-same

Nothing is lost: mails, telephone numbers, tags and notes of both are kept, and what differs stays among the custom
fields. Everything that pointed at the second points at the first. It is one change; syndeo undo brings both back."
        => "Παραδείγματα:
  syndeo merge 'Acme Ltd' 'Acme GmbH'         ο πρώτος μένει και παίρνει όσα έχει ο δεύτερος· πρώτα ρωτά
  syndeo merge 'Acme Ltd' 'Acme GmbH' --take city --take name --yes
  syndeo merge 'Acme Ltd' 'Acme Naval' --not-the-same

Δεν χάνεται τίποτα: διευθύνσεις e-mail, τηλέφωνα, ετικέτες και σημειώσεις και των δύο κρατιούνται, και ό,τι διαφέρει μένει
στα δικά σας πεδία. Ό,τι έδειχνε τον δεύτερο δείχνει τον πρώτο. Είναι μία αλλαγή· η εντολή syndeo undo επαναφέρει και τους δύο.";
    person_export: "Examples:
  syndeo person export papadaki                     read it
  syndeo person export papadaki --out papadaki.md   for the person to take along
  syndeo person export papadaki --out papadaki.json for a program (so does --json)

It holds the record, every record and every text that names them, the history of the record, the bin, drafts, the inbox and
other ids. Look through it before it is handed on: it may say things of others."
        => "Παραδείγματα:
  syndeo person export papadaki                     ανάγνωση
  syndeo person export papadaki --out papadaki.md   για να το πάρει μαζί του το άτομο
  syndeo person export papadaki --out papadaki.json για πρόγραμμα (το ίδιο με --json)

Περιέχει την εγγραφή, κάθε εγγραφή και κάθε κείμενο που αναφέρει το άτομο, το ιστορικό της εγγραφής, τον κάδο, πρόχειρα, τα
εισερχόμενα και άλλα id. Κοιτάξτε το πριν το δώσετε: ίσως λέει πράγματα για άλλους.";
    person_erase: "Examples:
  syndeo person erase papadaki                      says what will go and what stays, and asks
  syndeo person erase papadaki --also all           also what only may be them, such as the first name alone
  syndeo person erase papadaki --also 019a...:notes only in this field of this record

Their record and what belongs to it go; records of others lose the link, and in their texts a name, an address, a number
becomes [erased]. So it is in the history, in all backups, in drafts, in the inbox. It cannot be taken back. At the end
every file of the book is looked through; exit code 1 when one still holds something of them."
        => "Παραδείγματα:
  syndeo person erase papadaki                      λέει τι θα φύγει και τι μένει, και ρωτά
  syndeo person erase papadaki --also all           και ό,τι μόνο ίσως εννοεί το άτομο, όπως σκέτο το μικρό όνομα
  syndeo person erase papadaki --also 019a...:notes μόνο σε αυτό το πεδίο αυτής της εγγραφής

Φεύγουν η εγγραφή του και όσα της ανήκουν· εγγραφές άλλων χάνουν τη σύνδεση, και στα κείμενά τους ένα όνομα, μια διεύθυνση,
ένας αριθμός γίνεται [erased]. Το ίδιο στο ιστορικό, σε όλα τα αντίγραφα ασφαλείας, στα πρόχειρα, στα εισερχόμενα. Δεν
αναιρείται. Στο τέλος ελέγχεται κάθε αρχείο του βιβλίου· κωδικός εξόδου 1 όταν κάποιο έχει ακόμη κάτι δικό του.";
    backup: "Examples:
  syndeo backup                       take one now
  syndeo backup --list                say which there are"
        => "Παραδείγματα:
  syndeo backup                       γίνεται ένα τώρα
  syndeo backup --list                λέει ποια υπάρχουν";
    restore: "Examples:
  syndeo restore                      show what the newest backup would bring, and ask
  syndeo restore 2026-11-20 --yes     the newest of that day, without asking
  syndeo restore --from /media/usb/book
                                      what lies elsewhere: the folder of a book, of backups, or a backup
  syndeo restore --from book.jsonl.zst
                                      what syndeo export --all wrote; its history comes into an empty place alone

Into a place where there is no book yet, what lies elsewhere simply becomes the book."
        => "Παραδείγματα:
  syndeo restore                      δείχνει τι θα έφερνε το νεότερο αντίγραφο ασφαλείας, και ρωτά
  syndeo restore 2026-11-20 --yes     το νεότερο εκείνης της ημέρας, χωρίς ερώτηση
  syndeo restore --from /media/usb/book
                                      ό,τι βρίσκεται αλλού: φάκελος βιβλίου ή αντιγράφων, ή ένα αντίγραφο
  syndeo restore --from book.jsonl.zst
                                      ό,τι έγραψε το syndeo export --all· το ιστορικό έρχεται μόνο σε κενή θέση

Όπου δεν υπάρχει ακόμη βιβλίο, ό,τι βρίσκεται αλλού γίνεται απλώς το βιβλίο.";
    repair: "Examples:
  syndeo repair                       mend what can be mended without losing anything; else say what is lost
  syndeo repair --accept-loss         go on without it, after a copy of the whole folder was made beside it
  syndeo repair --take journal        go on with one side, when the files of the folder are not all of one book"
        => "Παραδείγματα:
  syndeo repair                       διορθώνει ό,τι γίνεται χωρίς καμία απώλεια· αλλιώς λέει τι χάνεται
  syndeo repair --accept-loss         συνέχεια χωρίς αυτά, αφού γίνει δίπλα αντίγραφο ολόκληρου του φακέλου
  syndeo repair --take journal        συνέχεια με μία πλευρά, όταν τα αρχεία του φακέλου δεν είναι όλα του ίδιου βιβλίου";
}

//! What stands below the help of commands that tell something: calls to copy, and what their output means.

use crate::words::message::messages;

messages! {
    program: "Examples:
  syndeo                              open the desk
  syndeo demo                         look around in a sample book
  syndeo import companies.csv contacts.csv --dry-run
  syndeo list clients athens          clients with this word in them
  syndeo show '#41'                   one record, by number, id or name
  syndeo find papado                  search in everything
  syndeo today                        what needs you now, the most urgent first
  syndeo capture 'call Aegean: wants the banner by fri @design'

The book is the folder given with --book, else the one named by SYNDEO_BOOK, else your own (syndeo path).
Exit codes: 0 done, 1 not done, 2 wrong call, 75 the book is in use."
        => "Παραδείγματα:
  syndeo                              άνοιγμα του γραφείου
  syndeo demo                         μια ματιά σε δοκιμαστικό βιβλίο
  syndeo import companies.csv contacts.csv --dry-run
  syndeo list clients athens          πελάτες που έχουν αυτή τη λέξη
  syndeo show '#41'                   μία εγγραφή, με αριθμό, id ή όνομα
  syndeo find papado                  αναζήτηση παντού
  syndeo today                        τι σας χρειάζεται τώρα, πρώτα τα πιο επείγοντα
  syndeo capture 'κλήση Aegean: θέλει το banner μέχρι παρ @design'

Το βιβλίο είναι ο φάκελος που δίνεται με --book, αλλιώς αυτός που ορίζει η μεταβλητή SYNDEO_BOOK, αλλιώς ο δικός σας
(syndeo path). Κωδικοί εξόδου: 0 έγινε, 1 δεν έγινε, 2 λάθος κλήση, 75 το βιβλίο χρησιμοποιείται.";
    list: "Examples:
  syndeo list clients                 all of them
  syndeo list tasks aegean banner     those with both words in them or in what they point at
  syndeo list clients --where 'nps>=9' --where 'segment=A' --sort nps --reverse
  syndeo list clients --columns 'city,nps,renewal price'
  syndeo list projects --json | jq -r .name

A condition has a field, a sign (= != < <= > >=) and a value; a field is named by its stable name, its word or the name
you gave it. Nothing behind = means empty. Piped, the cells of a row stand between tabs, without a heading."
        => "Παραδείγματα:
  syndeo list clients                 όλοι οι πελάτες
  syndeo list tasks aegean banner     όσες εργασίες έχουν και τις δύο λέξεις, οι ίδιες ή όσα δείχνουν
  syndeo list clients --where 'nps>=9' --where 'segment=A' --sort nps --reverse
  syndeo list clients --columns 'city,nps,renewal price'
  syndeo list projects --json | jq -r .name

Μια συνθήκη έχει πεδίο, σύμβολο (= != < <= > >=) και τιμή· το πεδίο δίνεται με το σταθερό του όνομα, τη λέξη του ή το
όνομα που του δώσατε. Τίποτα μετά το = σημαίνει κενό. Προς άλλο πρόγραμμα, τα κελιά μιας γραμμής χωρίζονται με
στηλοθέτες, χωρίς επικεφαλίδα.";
    show: "Examples:
  syndeo show '#41'                   a project, task or request by its number
  syndeo show papadaki                by name or a part of it; accents and case do not matter
  syndeo show 'aegean foods' --kind client --json"
        => "Παραδείγματα:
  syndeo show '#41'                   έργο, εργασία ή αίτημα με τον αριθμό του
  syndeo show papadaki                με όνομα ή μέρος του· τόνοι και κεφαλαία δεν έχουν σημασία
  syndeo show 'aegean foods' --kind client --json";
    find: "Examples:
  syndeo find papado                  accents, case and script do not matter: this finds Παπαδόπουλος
  syndeo find invoice po --json"
        => "Παραδείγματα:
  syndeo find papado                  τόνοι, κεφαλαία και αλφάβητο δεν έχουν σημασία: βρίσκει Παπαδόπουλος
  syndeo find invoice po --json";
    today: "Examples:
  syndeo today                        ! is too late or as good as, ~ will be soon
  syndeo today | cut -f2,3            piped, the cells stand between tabs: mark, why, what, client
  syndeo today --month                this month, day by day: promises, notice, what is due, meetings, absences
  syndeo today --month 2027-01        another one
  syndeo today --json | jq -r .words"
        => "Παραδείγματα:
  syndeo today                        ! είναι ή κοντεύει να είναι πολύ αργά, ~ θα είναι σύντομα
  syndeo today | cut -f2,3            προς άλλο πρόγραμμα, κελιά με στηλοθέτες: σημάδι, γιατί, τι, πελάτης
  syndeo today --month                αυτός ο μήνας ανά ημέρα: υποσχέσεις, καταγγελίες, λήξεις, συναντήσεις, απουσίες
  syndeo today --month 2027-01        άλλος μήνας
  syndeo today --json | jq -r .words";
    waiting: "Examples:
  syndeo waiting                      everything that lies with somebody else
  syndeo waiting aegean               what concerns this client, whoever holds it
  syndeo waiting design               what this department and its people hold
  syndeo waiting --by-holder          who holds how many, and for how long
  syndeo waiting maria papadaki --json

Piped, the cells stand between tabs: mark (! when it is time to ask), days, usual days, holder, number, what, client,
reminders sent."
        => "Παραδείγματα:
  syndeo waiting                      όλα όσα έχει κάποιος άλλος
  syndeo waiting aegean               όσα αφορούν αυτόν τον πελάτη, όποιος και αν τα έχει
  syndeo waiting design               όσα έχουν αυτό το τμήμα και τα άτομά του
  syndeo waiting --by-holder          ποιος έχει πόσα, και για πόσο
  syndeo waiting maria papadaki --json

Προς άλλο πρόγραμμα, τα κελιά χωρίζονται με στηλοθέτες: σημάδι (! όταν είναι ώρα να ρωτήσετε), ημέρες, συνήθεις ημέρες,
υπεύθυνος, αριθμός, τι, πελάτης, υπενθυμίσεις που στάλθηκαν.";
    brief: "Examples:
  syndeo brief aegean foods           as plain text; ! stands before what needs a look
  syndeo brief '#12' --markdown > brief.md"
        => "Παραδείγματα:
  syndeo brief aegean foods           ως απλό κείμενο· το ! δείχνει τι θέλει προσοχή
  syndeo brief '#12' --markdown > brief.md";
    report: "Examples:
  syndeo report review aegean --period last-quarter --format html -o review.html
  syndeo report week                              this week, of all clients; for us
  syndeo report week aegean --lang el             for the client, in Greek
  syndeo report meeting 'Quarterly review' --sent also writes down that the report went out
  syndeo report handover aegean                   everything a stand-in needs; never for a client
  syndeo report order design                      the work of a department
  syndeo report --templates                       which templates there are, and where yours go

What goes to a client (meeting, week, review) leaves out what is internal: health, how they feel to us, what must never be
said. --internal is for us, with all of it."
        => "Παραδείγματα:
  syndeo report review aegean --period last-quarter --format html -o review.html
  syndeo report week                              αυτή η εβδομάδα, για όλους τους πελάτες· για εμάς
  syndeo report week aegean --lang en             για τον πελάτη, στα αγγλικά
  syndeo report meeting 'Quarterly review' --sent καταγράφει επίσης ότι η αναφορά στάλθηκε
  syndeo report handover aegean                   όλα όσα χρειάζεται ένας αντικαταστάτης· ποτέ για πελάτη
  syndeo report order design                      η δουλειά ενός τμήματος
  syndeo report --templates                       ποια πρότυπα υπάρχουν, και πού μπαίνουν τα δικά σας

Όσα πάνε σε πελάτη (meeting, week, review) αφήνουν έξω τα εσωτερικά: την υγεία, πώς μας φαίνονται, τι δεν πρέπει ποτέ να
ειπωθεί. Με --internal είναι για εμάς, με όλα.";
    agreements: "Examples:
  syndeo agreements                   by the date that comes next
  syndeo agreements --year            month by month
  syndeo agreements --json | jq -r .lapses

Piped, the cells stand between tabs: mark (! 30 days or less to the last day for notice, or past it; ~ 90 or less),
title, client, last day for notice, what lapses."
        => "Παραδείγματα:
  syndeo agreements                   με τη σειρά της επόμενης ημερομηνίας
  syndeo agreements --year            ανά μήνα
  syndeo agreements --json | jq -r .lapses

Προς άλλο πρόγραμμα, τα κελιά χωρίζονται με στηλοθέτες: σημάδι (! έως 30 ημέρες ως την τελευταία ημέρα καταγγελίας, ή
μετά από αυτή· ~ έως 90), τίτλος, πελάτης, τελευταία ημέρα καταγγελίας, τι χάνεται.";
    plan: "Examples:
  syndeo plan '#12'                   by number, or by name
  syndeo plan web shop relaunch --json | jq -r 'select(.critical).what.name'

! stands before what is late or slips, * before the critical chain. Piped, the cells stand between tabs: signs, from, to,
promised, what, who, waits for."
        => "Παραδείγματα:
  syndeo plan '#12'                   με αριθμό, ή με όνομα
  syndeo plan web shop relaunch --json | jq -r 'select(.critical).what.name'

Το ! δείχνει ό,τι είναι εκπρόθεσμο ή γλιστρά, το * την κρίσιμη αλυσίδα. Προς άλλο πρόγραμμα, τα κελιά χωρίζονται με
στηλοθέτες: σημάδια, από, έως, υπόσχεση, τι, ποιος, τι περιμένει.";
    load: "Examples:
  syndeo load                         hours of open tasks / hours there are, for eight weeks
  syndeo load --weeks 26 --json | jq -r 'select(any(.weeks[]; .over)).department.name'

! stands before a week with more than its people can do, ~ where one of them has more than fits, the sign of an absence
where one of them is away all week and has work in it. +n are requests, and tasks that do not say their hours. What is
late counts in the first week. Piped, the cells stand between tabs: department, people, the weeks."
        => "Παραδείγματα:
  syndeo load                         ώρες ανοιχτών εργασιών / διαθέσιμες ώρες, για οκτώ εβδομάδες
  syndeo load --weeks 26 --json | jq -r 'select(any(.weeks[]; .over)).department.name'

Το ! δείχνει εβδομάδα με περισσότερα από όσα προλαβαίνουν τα άτομα, το ~ όπου κάποιος έχει περισσότερα από όσα χωρούν, το
σημάδι απουσίας όπου κάποιος λείπει όλη την εβδομάδα και έχει δουλειά. Τα +n είναι αιτήματα, και εργασίες που δεν λένε
τις ώρες τους. Τα εκπρόθεσμα μετρούν στην πρώτη εβδομάδα. Προς άλλο πρόγραμμα, τα κελιά χωρίζονται με στηλοθέτες: τμήμα,
άτομα, οι εβδομάδες.";
    duplicates: "Examples:
  syndeo duplicates                   pairs of clients and of people, the likeliest first, each with what tells it
  syndeo duplicates | cut -f2,4 | head -1 | xargs syndeo merge

Piped, the cells stand between tabs: kind, id, name, id, name, what they have in common."
        => "Παραδείγματα:
  syndeo duplicates                   ζεύγη πελατών και ατόμων, πρώτα τα πιθανότερα, με ό,τι το δείχνει
  syndeo duplicates | cut -f2,4 | head -1 | xargs syndeo merge

Προς άλλο πρόγραμμα, τα κελιά χωρίζονται με στηλοθέτες: είδος, id, όνομα, id, όνομα, τι έχουν κοινό.";
    path: "Examples:
  syndeo path                         the folder of the book
  syndeo path --log                   the file in which is noted what was done, mended and failed; nothing of the book

SYNDEO_LOG names another file for the log; SYNDEO_LOG=off keeps none."
        => "Παραδείγματα:
  syndeo path                         ο φάκελος του βιβλίου
  syndeo path --log                   το αρχείο όπου γράφεται τι έγινε, διορθώθηκε και απέτυχε· τίποτα από το βιβλίο

Η μεταβλητή SYNDEO_LOG ορίζει άλλο αρχείο καταγραφής· με SYNDEO_LOG=off δεν κρατιέται κανένα.";
    completions: "Examples:
  syndeo completions bash > ~/.local/share/bash-completion/completions/syndeo
  syndeo completions zsh > ~/.zfunc/_syndeo        with ~/.zfunc in fpath
  syndeo completions fish > ~/.config/fish/completions/syndeo.fish
  syndeo completions nushell | save -f ~/.config/nushell/completions/syndeo.nu"
        => "Παραδείγματα:
  syndeo completions bash > ~/.local/share/bash-completion/completions/syndeo
  syndeo completions zsh > ~/.zfunc/_syndeo        με το ~/.zfunc στο fpath
  syndeo completions fish > ~/.config/fish/completions/syndeo.fish
  syndeo completions nushell | save -f ~/.config/nushell/completions/syndeo.nu";
    man: "Examples:
  syndeo man | man -l -                       read it
  syndeo man > ~/.local/share/man/man1/syndeo.1"
        => "Παραδείγματα:
  syndeo man | man -l -                       ανάγνωση
  syndeo man > ~/.local/share/man/el/man1/syndeo.1";
}

//! What is said in the last line after a key was struck, and the titles of what is chosen from.

use super::message::messages;

messages! {
    /// What is written is what stood there.
    nothing_changed: "Nothing was changed" => "Δεν άλλαξε τίποτα";
    /// A line that is captured was left.
    line_comes_back: "The line comes back when you capture again" => "Η γραμμή θα είναι εδώ στην επόμενη καταγραφή";
    /// A line became several records.
    kept_as(count: usize): "Kept as {count} records; each can be corrected now, one form after the other"
        => "Κρατήθηκαν {count} εγγραφές· μπορείτε να τις διορθώσετε τώρα, μία μία";
    /// A line can be understood in two ways.
    is_doubtful: "Not kept yet: something is doubtful" => "Δεν κρατήθηκε ακόμη: κάτι είναι ασαφές";
    /// A line cannot be kept.
    not_yet(why: &str): "Not yet: {why}" => "Όχι ακόμη: {why}";
    /// A draft stands in the form that was opened.
    draft_is_back: "What you had written here is back" => "Όσα είχατε γράψει εδώ επέστρεψαν";
    /// A form was left with something in it.
    draft_comes_back: "What you wrote comes back when you open this form again" => "Όσα γράψατε θα είναι εδώ όταν ανοίξετε ξανά τη φόρμα";
    /// Another changed the record of a form.
    changed_meanwhile: "It was changed in the meantime; what you wrote is kept. Leave, keep it, and open it again"
        => "Άλλαξε στο μεταξύ· όσα γράψατε φυλάσσονται. Βγείτε, κρατήστε τα και ανοίξτε το ξανά";
    /// A ball is passed to whoever has it.
    holds_already(name: &str): "{name} holds it already" => "Το έχει ήδη: {name}";
    /// A ball is passed on a day that is not over.
    passed_ahead(day: &str): "{day} lies ahead: the ball is passed today or was before" => "{day}: είναι στο μέλλον· η προώθηση γίνεται σήμερα ή έγινε πριν";
    /// A ball is passed on a day before whoever has it had it.
    passed_before(name: &str, day: &str): "{name} has it only since {day}: it cannot have been passed on before that"
        => "{name}: το έχει μόλις από {day}· δεν μπορεί να προωθήθηκε νωρίτερα";
    /// A project began without the steps of its playbook.
    no_steps(why: &str): "The steps of its playbook are missing: {why}" => "Λείπουν τα βήματα του σεναρίου: {why}";
    /// A playbook names somebody who is not there.
    nobody_found(names: &str): "Nobody was found for {names}: these tasks are with you" => "Δεν βρέθηκε κανείς για {names}: αυτές οι εργασίες μένουν σε εσάς";
    /// What a record must wait for is done after it.
    comes_after(title: &str, day: &str): "It comes after “{title}”, which is only to be done by {day}"
        => "Ακολουθεί το «{title}», που λήγει μόλις {day}";
    /// A date breaks the promise of its own record.
    breaks_own(day: &str): "This breaks the promise: {day}" => "Αυτό αθετεί την υπόσχεση: {day}";
    /// A date breaks the promise of another record.
    breaks_of(title: &str, day: &str): "This breaks the promise of “{title}”: {day}" => "Αυτό αθετεί την υπόσχεση για «{title}»: {day}";
    /// A touch that told a client of a promise that moved.
    told_day(title: &str, now: &str, before: &str): "Told: {title}, {now} instead of {before}" => "Ενημέρωση: {title}, {now} αντί για {before}";
    /// A promise is on no day.
    no_day: "no day" => "καμία ημέρα";
    /// A touch that told a client of what is done.
    told_done(title: &str): "Told: {title} is done" => "Ενημέρωση: {title}, έγινε";
    /// A touch that told a client of what was declined.
    told_declined(title: &str): "Told: {title} is declined" => "Ενημέρωση: {title}, απορρίφθηκε";
    /// A touch that told a client of what moved.
    told_moved(title: &str): "Told: {title} moved to another day" => "Ενημέρωση: {title}, άλλαξε ημέρα";
    /// The first days of so many promises were found.
    days_read(count: i64) = format!("The first days of {count} {} were read from the journal and are kept now", super::plural(count, "promise", "promises"))
        => format!("Οι πρώτες ημέρες διαβάστηκαν από το ιστορικό για {count} {} και φυλάσσονται πια", super::plural(count, "υπόσχεση", "υποσχέσεις"));

    /// A letter is no key here.
    does_nothing(letter: &str): "{letter} does nothing here" => "{letter}: δεν κάνει τίποτα εδώ";
    /// Behind that.
    shows_keys(key: &str): " · {key} shows the keys" => " · {key} δείχνει τα πλήκτρα";
    /// The book was opened to be read.
    only_read(why: &str): "This book can only be read: {why}" => "Αυτό το βιβλίο είναι μόνο για ανάγνωση: {why}";
    /// A key was struck that cannot do its work.
    not_now(why: &str): "Not now: {why}" => "Όχι τώρα: {why}";
    /// A change could not be written while something is typed.
    not_saved(why: &str): "Not saved, but kept here: {why}" => "Δεν αποθηκεύτηκε, αλλά κρατιέται εδώ: {why}";
    /// The editor was left and changed nothing.
    text_is_same: "The text is as it was" => "Το κείμενο έμεινε όπως ήταν";
    /// A row was to be opened where none is marked.
    mark_a_row: "Mark a row to open what it leads to" => "Επιλέξτε μια γραμμή για να ανοίξετε όπου οδηγεί";
    /// What was to be opened was deleted.
    lies_in_bin: "That lies in the bin" => "Αυτό είναι στον κάδο";

    /// Over what finds any record.
    find: "Find" => "Αναζήτηση";
    /// Over what finds a playbook.
    playbooks: "Playbooks" => "Σενάρια";
    /// Over what finds a calendar.
    calendars: "Calendars" => "Ημερολόγια";
    /// Over what lies in the bin.
    bin: "The bin: take what shall come back" => "Κάδος: επιλέξτε τι θα επιστρέψει";
    /// Over the columns that rows can stand by.
    order_by: "Order by" => "Ταξινόμηση κατά";
    /// The mouse tells what it does.
    mouse_on: "The mouse is on: click, turn the wheel. To mark text in the terminal, hold Shift"
        => "Το ποντίκι είναι ενεργό: κλικ και ροδέλα. Για επιλογή κειμένου στο τερματικό κρατήστε Shift";
    /// The mouse is left to the terminal.
    mouse_off: "The mouse is off, and marks text in the terminal" => "Το ποντίκι είναι ανενεργό, και επιλέγει κείμενο στο τερματικό";
    /// An address has nothing that opens it.
    cannot_open(way: &str): "No program can open this {way}" => "Κανένα πρόγραμμα δεν το ανοίγει ({way})";
    /// Over a brief.
    brief(of: &str): "Brief · {of}" => "Ενημερωτικό · {of}";
    /// Over a reminder.
    reminder(to: &str): "Reminder to {to}" => "Υπενθύμιση προς {to}";
    /// A list without rows was to be written.
    list_is_empty: "The list is empty; there is nothing to write" => "Η λίστα είναι άδεια· δεν υπάρχει τίποτα για εγγραφή";

    /// A row was to be opened in another program.
    row_only_copied: "A row can be copied, not opened" => "Η γραμμή αντιγράφεται, δεν ανοίγει";
    /// A record has no such way.
    no_phone: "No phone is written down here" => "Δεν υπάρχει τηλέφωνο εδώ";
    /// A record has no such way.
    no_mail: "No mail is written down here" => "Δεν υπάρχει e-mail εδώ";
    /// A record has no such way.
    no_web: "No page is written down here" => "Δεν υπάρχει σελίδα εδώ";
    /// A record has no such way.
    no_file: "No file is written down here" => "Δεν υπάρχει αρχείο εδώ";
    /// A record has several such ways.
    several: "There are several: take one by its number" => "Υπάρχουν πολλά: επιλέξτε με τον αριθμό";
}

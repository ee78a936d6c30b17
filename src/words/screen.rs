//! What stands around lists and records: header, footer, frames, menu, help, and the boxes that lie over them.

use super::message::{messages, plural};

messages! {
    /// In the header: so many changes are not on the medium.
    not_saved(count: i64) = format!("! {count} not saved") => format!("! {count} {}", plural(count, "μη αποθηκευμένη", "μη αποθηκευμένες"));
    /// In the header: a change is being written.
    saving: "saving …" => "αποθήκευση …";
    /// In the header: nothing can be changed.
    read_only: "! read only" => "! μόνο ανάγνωση";
    /// In the header: what only records in sight need is still being read.
    reading_detail: "detail …" => "φόρτωση …";
    /// In the header: everything is saved.
    saved: "✓ saved" => "✓ αποθηκεύτηκε";

    /// The window is smaller than anything can be drawn on.
    too_small(columns: u16, rows: u16, has_columns: u16, has_rows: u16):
        "Syndeo needs {columns} columns and {rows} rows; this window has {has_columns} and {has_rows}"
        => "Το Syndeo χρειάζεται {columns} στήλες και {rows} γραμμές· αυτό το παράθυρο έχει {has_columns} και {has_rows}";
    /// On the lower edge of a window: it goes on.
    more: "more" => "κι άλλα";
    /// At the end of what has no room for all.
    and_more(count: usize): "… {count} more" => "… {count} ακόμη";
    /// Behind the name of a record that was deleted.
    in_bin: "in the bin" => "στον κάδο";
    /// A contact of a department.
    colleague: "colleague" => "συνάδελφος";

    /// Before the words that a list is filtered by.
    filtered_by: " with " => " με ";
    /// In the frame of a list: by which column, and whether the other way round.
    ordered(order: &str, turned: bool) = format!("by {order}{}", if turned { " turned" } else { "" })
        => format!("σειρά: {order}{}", if turned { " (αντίστροφα)" } else { "" });
    /// The title of a part of a list that is folded.
    folded(title: &str): "{title} · folded" => "{title} · κλειστό";
    /// An empty list whose book is still being read.
    reading_book: "Reading the book …" => "Διαβάζεται το βιβλίο …";
    /// An empty list that is filtered.
    nothing_found: "Nothing here has these words" => "Τίποτα εδώ δεν περιέχει αυτές τις λέξεις";
    /// Today in a book without a record.
    book_is_empty(key: &str, file: &str):
        "Your book is empty. Press {key} to write down the first client, or {file} to bring clients in from a file."
        => "Το βιβλίο σας είναι άδειο. Πατήστε {key} για να γράψετε τον πρώτο πελάτη, ή {file} για να φέρετε πελάτες από αρχείο.";
    /// A list with rows, none of them in this view.
    view_is_empty(key: &str): "Nothing to show in this view. Press {key} for another"
        => "Δεν υπάρχει τίποτα σε αυτή την προβολή. Πατήστε {key} για την επόμενη";
    /// Below what an empty book says.
    all_commands(menu: &str, quit: &str): "{menu} shows everything that can be done; {quit} leaves."
        => "{menu} δείχνει όλα όσα μπορείτε να κάνετε· {quit} για έξοδο.";
    /// Below what an empty book says.
    look_around: "To look around in a full book first, leave and run: syndeo demo"
        => "Για να δείτε πρώτα ένα γεμάτο βιβλίο, βγείτε και εκτελέστε: syndeo demo";

    /// Over the strip of what can be added.
    add: "Add" => "Προσθήκη";
    /// Over what finds a command.
    find_command: "Find a command" => "Αναζήτηση εντολής";
    /// Before what is typed to find a command.
    what_to_do: "what to do: " => "τι θέλετε; ";
    /// No command fits.
    no_command(typed: &str): "No command is called {typed:?}" => "Καμία εντολή δεν λέγεται «{typed}»";
    /// Beside a command that cannot run, with the reason.
    not_now(why: &str): "not now: {why}" => "όχι τώρα: {why}";
    /// Over the help.
    help: "What the keys do here, and what the signs mean" => "Τι κάνουν εδώ τα πλήκτρα και τι σημαίνουν τα σημάδια";
    /// Over the legend of the signs.
    signs: "Signs" => "Σημάδια";

    /// Over the box for a day until which something stays out of Today.
    snooze_until: "Snooze until" => "Αναβολή έως";
    /// Over the box for a day to which a date moves.
    postpone_to: "Postpone to" => "Μετάθεση για";
    /// Before the line for a day that is not on offer.
    or: "or" => "ή";
    /// What snoozing does.
    out_of_today: "Out of Today until then; no date changes." => "Εκτός του «Σήμερα» έως τότε· καμία ημερομηνία δεν αλλάζει.";
    /// The day from which something is moved.
    stands_on(day: &str): "It stands on {day}." => "Τώρα: {day}.";

    /// In the line of what finds a record.
    find_by: "by name, #number, mail address or tag" => "με όνομα, #αριθμό, e-mail ή ετικέτα";
    /// In the line of what finds who holds something.
    pass_by: "by name; for an earlier day the day beside it: rita yesterday"
        => "με όνομα· για παλιότερη ημέρα και την ημέρα: ρίτα χθες";
    /// In the line of what finds the other of two that are the same.
    merge_by: "the one that stands for the same, by name, mail address or tag" => "αυτό που είναι το ίδιο, με όνομα, e-mail ή ετικέτα";
    /// Nothing fits what was typed.
    no_match: "No match" => "Κανένα αποτέλεσμα";

    /// Over the strip of what can be opened.
    open: "Open" => "Άνοιγμα";
    /// Over the strip of what can be copied.
    copy: "Copy" => "Αντιγραφή";
    /// What can be copied of every record.
    whole_row: "the whole row" => "όλη η γραμμή";
    /// Over the box for the name of a file.
    write_list: "Write the list to a file" => "Εγγραφή της λίστας σε αρχείο";

    /// A day of the month beside a field, when nothing is on it.
    falls_on_none: "nothing falls on it" => "δεν έχει τίποτα";
    /// A day of the month on the whole screen, when nothing is on it.
    nothing_falls: "Nothing falls on this day" => "Τίποτα αυτή την ημέρα";
    /// Until when an absence goes.
    until(day: &str): "until {day}" => "έως {day}";

    /// Over a line that is captured.
    capture: "Capture" => "Γρήγορη καταγραφή";
    /// What a line becomes, before the kinds.
    becomes: "becomes" => "γίνεται";
    /// Before the title of a line.
    title: "title" => "τίτλος";
    /// Before what may have been meant otherwise.
    doubtful: "? doubtful" => "? ασαφές";
    /// How to go on after a doubt was shown; `more` doubts stand below.
    go_on(more: usize) = format!("Change the line, or enter again keeps it as it is understood.{}", more_doubts_en(more))
        => format!("Αλλάξτε τη γραμμή, ή με enter ξανά κρατιέται όπως έγινε κατανοητή.{}", more_doubts_el(more));
    /// Under a line in which nothing is written yet.
    for_example: "Say it as it comes, for example:" => "Γράψτε το όπως σας έρχεται, για παράδειγμα:";
    /// A line that shows what can be captured.
    example: "call Aegean Maria: wants the spring banner by fri @design !high +follow-up wed"
        => "κλήση Aegean Maria: θέλει το ανοιξιάτικο banner έως παρ @design !high +follow-up τετ";

    /// Over a form that edits a record.
    edit(kind: &str, title: &str): "Edit {kind} · {title}" => "Επεξεργασία {kind} · {title}";
    /// Over a form for a touch.
    log_touch: "Log a touch" => "Καταγραφή επικοινωνίας";
    /// Over a form for a new record.
    add_kind(kind: &str): "Add {kind}" => "Προσθήκη {kind}";
    /// Which field of how many has the keys.
    nth_of(nth: usize, all: usize): "{nth} of {all}" => "{nth} από {all}";
    /// How many fields are folded away.
    more_fields(count: i64) = format!("{count} more {}", plural(count, "field", "fields"))
        => format!("{count} ακόμη {}", plural(count, "πεδίο", "πεδία"));
    /// Behind what a field with a few choices is for.
    turn: "Turn with the arrows, or type." => "Αλλάξτε με τα βέλη ή γράψτε.";

    /// A key that takes back what was just done.
    undoes: "undoes" => "αναίρεση";
    /// A key that does again what was just taken back.
    redoes: "redoes" => "επανάληψη";
    /// A key that opens what was just made.
    opens: "opens" => "άνοιγμα";

    /// Over the list of all keys.
    keys_head:
        "# Keys\n\nWritten by `syndeo keys`; a test keeps it true. Letters work under Greek and Cyrillic keyboards too. `a c` is `a`, then `c`: what may follow is shown meanwhile.\n"
        => "# Πλήκτρα\n\nΓράφεται από το `syndeo keys`. Τα γράμματα δουλεύουν και με ελληνικό ή κυριλλικό πληκτρολόγιο. `a c` σημαίνει `a` και μετά `c`: στο μεταξύ φαίνεται τι μπορεί να ακολουθήσει.\n";
    /// Over a part of the list of all keys.
    keys_table: "| Keys | Name | What it does |" => "| Πλήκτρα | Όνομα | Τι κάνει |";
    /// A command without keys, in the list of all keys.
    in_palette: "(palette)" => "(παλέτα)";
}

fn more_doubts_en(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => " One more is below.".into(),
        n => format!(" {n} more are below."),
    }
}

fn more_doubts_el(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => " Μία ακόμη ασάφεια πιο κάτω.".into(),
        n => format!(" {n} ακόμη ασάφειες πιο κάτω."),
    }
}

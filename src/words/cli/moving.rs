//! What the command line says of what comes in and goes out.

use crate::words::message::messages;
use std::fmt::{Debug, Display};

messages! {
    all_needs_file: "--all needs a file: give one with -o" => "το --all χρειάζεται αρχείο: δώστε ένα με -o";
    program_writes_csv: "--as writes CSV: give a file that ends in .csv"
        => "το --as γράφει CSV: δώστε αρχείο που τελειώνει σε .csv";
    file_is_written: "the file is written" => "το αρχείο γράφτηκε";
    dates_of_book(path: impl Display): "{path}: the dates of the book" => "{path}: οι ημερομηνίες του βιβλίου";
    program_takes(name: impl Display, join: impl Display, plural: impl Display): "{name} takes {join}, and no {plural}"
        => "το {name} δέχεται {join}, και όχι {plural}";
    not_held(join: impl Display): "it does not hold as they are here: {join}" => "δεν περιέχει όπως είναι εδώ: {join}";
    taken_for_another(doubled: impl Display): "{doubled} of them would be taken for another one of the file: name and address are the same"
        => "{doubled} από αυτά θα θεωρούνταν άλλα του αρχείου: έχουν ίδιο όνομα και διεύθυνση";
    whole_book_ending(name: impl Display): "{name}: a whole book is written as .jsonl, .jsonl.gz or .jsonl.zst"
        => "{name}: ολόκληρο βιβλίο γράφεται ως .jsonl, .jsonl.gz ή .jsonl.zst";
    writing_whole_book: "writing the whole book ..." => "γράφεται ολόκληρο το βιβλίο ...";
    whole_book_written(path: impl Display, size: impl Display): "{path}: the whole book, {size}"
        => "{path}: ολόκληρο το βιβλίο, {size}";
    no_ending: "a file without an ending" => "αρχείο χωρίς κατάληξη";
    tells_no_format(what: impl Display): "{what} tells no format: .csv, .tsv, .jsonl, .json, .xlsx, .vcf and .ics do, or --format"
        => "{what}: δεν λέει μορφή· λένε .csv, .tsv, .jsonl, .json, .xlsx, .vcf και .ics, ή --format";
    no_cards(plural: impl Display): "cards are of people and clients; {plural} have none"
        => "κάρτες έχουν τα πρόσωπα και οι πελάτες· δεν έχουν: {plural}";
    calendar_of_book: "a calendar is of the whole book: syndeo export calendar -o desk.ics"
        => "ημερολόγιο γίνεται από ολόκληρο το βιβλίο: syndeo export calendar -o desk.ics";
    vcard_for_cards: "--vcard is for cards: give a file that ends with .vcf, or --format vcf"
        => "το --vcard είναι για κάρτες: δώστε αρχείο που τελειώνει σε .vcf, ή --format vcf";
    workbook_needs_file: "a workbook needs a file: give one with -o"
        => "το βιβλίο εργασίας χρειάζεται αρχείο: δώστε ένα με -o";
    marks_for_csv: "--excel and --delimiter are for CSV; .xlsx needs neither"
        => "τα --excel και --delimiter είναι για CSV· το .xlsx δεν τα χρειάζεται";
    one_mark: "--delimiter: one ASCII character was expected, such as ';'"
        => "--delimiter: αναμενόταν ένας χαρακτήρας ASCII, όπως ';'";
    texts_cut(cut: impl Display): "{cut} texts are longer than a cell can hold and were cut; CSV and JSON have them whole"
        => "κείμενα που δεν χωρούν σε ένα κελί και κόπηκαν: {cut}· τα CSV και JSON τα έχουν ολόκληρα";
    weekend_of(to_uppercase: impl Display): "the weekend of {to_uppercase}"
        => "το σαββατοκύριακο της χώρας {to_uppercase}";
    weekend(days: impl Display): "the weekend {days}" => "το σαββατοκύριακο {days}";
    calendar_has_all(name: impl Display): "The calendar {name} has all of it; there was nothing to change."
        => "Το ημερολόγιο {name} τα έχει όλα· δεν υπήρχε κάτι να αλλάξει.";
    nothing_changed_dry: "Nothing was changed (--dry-run)." => "Δεν άλλαξε τίποτα (--dry-run).";
    done: "Done as one change; syndeo undo takes it back." => "Έγινε ως μία αλλαγή· η εντολή syndeo undo την αναιρεί.";
    into_calendar(name: impl Display): "Into the calendar {name}:" => "Στο ημερολόγιο {name}:";
    nothing_changed(what: impl Display): "nothing was changed: {what}" => "δεν άλλαξε τίποτα: {what}";
    no_whole_day: "there is no whole day in it" => "δεν έχει καμία ολόκληρη ημέρα";
    not_taken(r: impl Display): "not taken, {r}" => "δεν πάρθηκε, {r}";
    nothing_changed_show: "Nothing was changed (--show)." => "Δεν άλλαξε τίποτα (--show).";
    nothing_to_change: "There was nothing to change." => "Δεν υπήρχε κάτι να αλλάξει.";
    no_refused(path: impl Display): "{path}: not written, as every row was taken"
        => "{path}: δεν γράφτηκε, αφού πάρθηκαν όλες οι γραμμές";
    refused_elsewhere(path: impl Display): "{path}: not written; events and mails are looked after in their own programs"
        => "{path}: δεν γράφτηκε· τα γεγονότα και τα μηνύματα διορθώνονται στα δικά τους προγράμματα";
    other_name: "give another name" => "δώστε άλλο όνομα";
    row_not_taken: "the row that was not taken" => "η γραμμή που δεν πάρθηκε";
    rows_not_taken(rows: impl Display): "the {rows} rows that were not taken" => "οι {rows} γραμμές που δεν πάρθηκαν";
    to_be_mended(path: impl Display, rows: impl Display): "{path}: {rows}, to be mended and brought in again"
        => "{path}: {rows}, για διόρθωση και νέα εισαγωγή";
    reading_file(path: impl Display): "reading {path}" => "διαβάζεται το {path}";
    saving: "saving" => "αποθηκεύεται";
    no_signals(e: impl Display): "signals cannot be listened to: {e}" => "δεν γίνεται να ακουστούν τα σήματα: {e}";
    stopped_nothing_of_it: "Stopped: nothing of it was brought in." => "Διακόπηκε: δεν ήρθε τίποτα από αυτά.";
    stopped_look: "Stopped; nothing was to be changed." => "Διακόπηκε· δεν επρόκειτο να αλλάξει κάτι.";
    stopped_nothing: "Stopped: nothing was brought in." => "Διακόπηκε: δεν έγινε εισαγωγή.";
    stopped_kept: "Stopped; everything was brought in before. syndeo undo takes it back."
        => "Διακόπηκε· όλα είχαν ήδη έρθει. Η εντολή syndeo undo τα αναιρεί.";
    is_a_link: "it is a link, and links are not followed" => "είναι σύνδεσμος, και οι σύνδεσμοι δεν ακολουθούνται";
    cannot_be_read(error: impl Display): "it cannot be read: {error}" => "δεν διαβάζεται: {error}";
    no_plain_file: "it is no plain file" => "δεν είναι απλό αρχείο";
    not_taken_of(path: impl Display, r: impl Display): "{path}: not taken, {r}" => "{path}: δεν πάρθηκε, {r}";
    more_of(path: impl Display, what: impl Display, title: impl Display): "{path}: {what} more {title}; --verbose prints them all"
        => "{path}: ακόμη {what} {title}· με --verbose τυπώνονται όλα";
    wrong_map(e: impl Display): "--map: {e}" => "--map: {e}";
    refused_of_one: "--refused is for one file: rows of several have other columns each"
        => "το --refused είναι για ένα αρχείο: οι γραμμές περισσότερων έχουν διαφορετικές στήλες";
    map_of_one: "--map says what the columns of one file are; bring the others in by themselves"
        => "το --map λέει τι είναι οι στήλες ενός αρχείου· φέρτε τα άλλα χωριστά";
    no_mail_in_folder: "it is a folder, and there is no mail in it" => "είναι φάκελος, και δεν έχει μηνύματα";
    json_says_itself(path: impl Display): "{path}: it is JSON, which says what it is; --map, --as and --refused are for tables"
        => "{path}: είναι JSON, που λέει το ίδιο τι είναι· τα --map, --as και --refused είναι για πίνακες";
    row_is_a(kind: impl Display): "a row of it is a {kind}, by its columns; --map says otherwise"
        => "μια γραμμή του, από τις στήλες του, είναι: {kind}· με --map λέτε κάτι άλλο";
    columns_as_before(path: impl Display, name: impl Display, map: impl Display): "{path}: its columns go where {name} had them ({map}); --forget asks anew"
        => "{path}: οι στήλες του πηγαίνουν όπου τις είχε το {name} ({map})· με --forget ρωτά από την αρχή";
    columns_by_names(path: impl Display, kind: impl Display, line: impl Display): "{path}: no program that is known writes these columns; by their names each row is a {kind} ({line}). Change that line to have it otherwise"
        => "{path}: κανένα γνωστό πρόγραμμα δεν γράφει αυτές τις στήλες· από τα ονόματά τους κάθε γραμμή είναι: {kind} ({line}). Αλλάξτε αυτά για να έρθει αλλιώς";
    is_whole_book: "it is a whole book; its history is not brought in here, but with its records by syndeo restore --from"
        => "είναι ολόκληρο βιβλίο· το ιστορικό του δεν έρχεται από εδώ, αλλά μαζί με τις εγγραφές του με syndeo restore --from";
    row_to_look_at: "; 1 row to look at (--show doubtful)" => "· 1 γραμμή θέλει ματιά (--show doubtful)";
    rows_to_look_at(rows: impl Display): "; {rows} rows to look at (--show doubtful)"
        => "· {rows} γραμμές θέλουν ματιά (--show doubtful)";
    line(line: impl Display): "line {line}" => "γραμμή {line}";
    which_rows(file: impl Display, join: impl Display): "Nobody can tell what a row is. Say it, and fields are proposed:\n  syndeo import {file} --as clients\n  syndeo import {file} --as contacts\nor --as {join}"
        => "Δεν μπορεί να ειπωθεί τι είναι μια γραμμή. Πείτε το, και προτείνονται πεδία:\n  syndeo import {file} --as clients\n  syndeo import {file} --as contacts\nή --as {join}";
    unknown_columns(join: impl Display, next: impl Display): "no program that is known writes these columns. Nothing was brought in.\n{join}\n{next}"
        => "κανένα γνωστό πρόγραμμα δεν γράφει αυτές τις στήλες. Δεν έγινε εισαγωγή.\n{join}\n{next}";
    bring_rows(kind: impl Display, file: impl Display, plural: impl Display, mapped: impl Display, fields: impl Display): "To bring each row in as a {kind}, as it stands or with what you change in it:\n  syndeo import {file} --as {plural} --map {mapped}\nWhat is not named there is kept among the custom fields (custom). Fields: {fields}"
        => "Για να έρθει κάθε γραμμή ως {kind}, όπως είναι ή με ό,τι αλλάξετε εδώ:\n  syndeo import {file} --as {plural} --map {mapped}\nΌ,τι δεν ονομάζεται εκεί κρατιέται στα δικά σας πεδία (custom). Πεδία: {fields}";
    force_writes_over: "--force writes over it" => "με --force γράφεται από πάνω";
    written_to(path: impl Display): "written to {path}" => "γράφτηκε στο {path}";
    sent_to_nobody: "it is written, but nobody is known it was sent to; nothing was written down"
        => "γράφτηκε, αλλά δεν είναι γνωστό σε ποιον στάλθηκε· δεν σημειώθηκε τίποτα";
    say_which(join: impl Display): "say which {join} it is about" => "πείτε για ποιο γίνεται: {join}";
    is_of_all(title: impl Display): "a {title} is of all clients" => "η αναφορά «{title}» είναι για όλους τους πελάτες";
    more_of_name: "more of the name or the id" => "μεγαλύτερο μέρος του ονόματος ή το id";
    is_no_day(text: impl Debug): "{text:?} is no day, such as 2026-10-01, 1/10, last mon"
        => "{text:?}: δεν είναι ημέρα, όπως 2026-10-01, 1/10, χθες";
    comes_after(from: impl Display, to: impl Display): "{from} comes after {to}" => "{from}: είναι μετά από {to}";
    no_template(name: impl Debug, join: impl Display): "no template is called {name:?}; there are {join}"
        => "κανένα πρότυπο δεν λέγεται {name:?}· υπάρχουν: {join}";
    no_home_known: "nowhere: no home is known" => "πουθενά: δεν είναι γνωστός ο προσωπικός φάκελος";
    templates_go_to(place: impl Display): "Templates of your own go to {place}; SYNDEO_TEMPLATES says otherwise."
        => "Τα δικά σας πρότυπα πηγαίνουν στο {place}· η μεταβλητή SYNDEO_TEMPLATES ορίζει άλλο.";
    templates_named: "One of the same name takes the place of what is built in; review.el.j2 is of Greek, review.html.j2 of pages."
        => "Ένα με το ίδιο όνομα παίρνει τη θέση του ενσωματωμένου· το review.el.j2 είναι για τα ελληνικά, το review.html.j2 για σελίδες.";
    template_included: "yours; for others to include" => "δικό σας· για χρήση μέσα σε άλλα";
    and: " and " => " και ";
    or: " or " => " ή ";
    rows_title: "rows not taken" => "γραμμές που δεν πάρθηκαν";
    remarks: "remarks" => "παρατηρήσεις";
    beside: "beside" => "δίπλα";
    updated: "updated" => "αλλάζει";
    new: "new" => "νέο";
    unchanged: "unchanged" => "ίδιο";
    refused: "refused" => "δεν πάρθηκε";
    yours_beside: "  (yours)" => "  (δικό σας)";
    yours: "yours" => "δικό σας";
    working_days: "Working days" => "Εργάσιμες ημέρες";
}

//! What opening a book says: what was mended, what is missing, and how to go on.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    format_missing: "The file FORMAT is missing; it is written anew with the next change"
        => "Το αρχείο FORMAT λείπει· ξαναγράφεται με την επόμενη αλλαγή";
    format_damaged: "The file FORMAT is damaged; it is written anew with the next change"
        => "Το αρχείο FORMAT έχει βλάβη· ξαναγράφεται με την επόμενη αλλαγή";
    claimed_for_reading: "it was claimed for reading only" => "ζητήθηκε μόνο για ανάγνωση";
    format_written_anew(wrong: impl Display): "The file FORMAT was {wrong} and was written anew"
        => "Το αρχείο FORMAT ({wrong}) γράφτηκε ξανά";
    format_of_book(format: impl Display): "the book's format {format}" => "η μορφή του βιβλίου {format}";
    no_book_in(dir: impl Display): "there is no book in {dir}" => "δεν υπάρχει βιβλίο στο {dir}";
    other_files(dir: impl Display): "{dir} holds other files and no book; choose an empty folder for a new book"
        => "το {dir} έχει άλλα αρχεία και όχι βιβλίο· διαλέξτε κενό φάκελο για νέο βιβλίο";
    not_writable(dir: impl Display, e: impl Display): "{dir} cannot be written ({e})"
        => "δεν γράφεται τίποτα στο {dir} ({e})";
    another_process: "another process" => "άλλη διεργασία";
    not_in_a_journal(seq: impl Display): "change {seq} cannot be in a journal"
        => "η αλλαγή {seq} δεν μπορεί να είναι σε ιστορικό";
    change_in_journal(seq: impl Display): "change {seq} in the journal" => "η αλλαγή {seq} του ιστορικού";
    change_unclear(seq: impl Display, other: impl Display): "change {seq} in the journal cannot be understood: {other}"
        => "η αλλαγή {seq} του ιστορικού δεν γίνεται κατανοητή: {other}";
    move_elsewhere(error: impl Display): "{error}. Try again; if it stays so, move that file elsewhere"
        => "{error}. Δοκιμάστε πάλι· αν μείνει έτσι, μετακινήστε αλλού αυτό το αρχείο";
    no_such_change(seq: impl Display): "the journal has no change {seq}" => "το ιστορικό δεν έχει αλλαγή {seq}";
    no_readable_change(seq: impl Display): "the journal has no change {seq} that can be read"
        => "το ιστορικό δεν έχει αλλαγή {seq} που να διαβάζεται";
    half_written(e: impl Display): "the journal could not be written, and the half-written change could not be taken out again ({e}). Start the program again"
        => "το ιστορικό δεν μπόρεσε να γραφτεί, και η μισογραμμένη αλλαγή δεν μπόρεσε να βγει ({e}). Ξεκινήστε πάλι το πρόγραμμα";
    change_too_large(what: impl Display, what_: impl Display): "this change is too large to be saved at once: {what} MB, the most is {what_} MB. Do it in smaller parts"
        => "αυτή η αλλαγή είναι πολύ μεγάλη για μία αποθήκευση: {what} MB, το πολύ {what_} MB. Κάντε τη σε μικρότερα μέρη";
    not_migrated(copy: impl Display): "the journal could not be turned into that of format 2; the book as it was is kept as {copy}"
        => "το ιστορικό δεν μπόρεσε να γίνει μορφής 2· το βιβλίο όπως ήταν μένει ως {copy}";
    migrated(copy: impl Display): "The book was of format 1 and is now of format 2, which knows its own changes from those of any other book. As it was it is kept as {copy}; remove that when you are content"
        => "Το βιβλίο ήταν μορφής 1 και τώρα είναι μορφής 2, που ξεχωρίζει τις δικές του αλλαγές από άλλου βιβλίου. Όπως ήταν μένει ως {copy}· σβήστε το όταν είστε ευχαριστημένοι";
    bytes_in_copy(bad: impl Display): "{bad} bytes of the journal were no whole change; they are in that copy"
        => "{bad} byte του ιστορικού δεν ήταν ολόκληρη αλλαγή· είναι σε εκείνο το αντίγραφο";
    empty_folder: "The folder of the book is there, but nothing is in it. If there should be, look for a copy of the folder before you write anything"
        => "Ο φάκελος του βιβλίου υπάρχει, αλλά είναι κενός. Αν θα έπρεπε να έχει κάτι, βρείτε αντίγραφο του φακέλου πριν γράψετε οτιδήποτε";
    of_another_book: "it is of another book" => "ανήκει σε άλλο βιβλίο";
    others_further(applied: impl Display): "it ends with change {applied}, others reach further"
        => "τελειώνει στην αλλαγή {applied}, άλλα φτάνουν πιο πέρα";
    not_found_anywhere(gaps: impl Display): "Changes are missing and could not be found anywhere: {gaps}. Everything before them and everything that was saved after them is here; records that only the missing changes touched are as they were before"
        => "Λείπουν αλλαγές και δεν βρέθηκαν πουθενά: {gaps}. Ό,τι ήταν πριν και ό,τι αποθηκεύτηκε μετά είναι εδώ· εγγραφές που τις άγγιξαν μόνο οι αλλαγές που λείπουν είναι όπως πριν από αυτές";
    database_not_writable(in_words: impl Display): "the live database cannot be written ({in_words})"
        => "η βάση δεν μπορεί να γραφτεί ({in_words})";
    journal_of_another(what: impl Display): "journal/{what} is of another book"
        => "το journal/{what} ανήκει σε άλλο βιβλίο";
    journal_forks(seq: impl Display): "the journal goes another way from change {seq} on than before it"
        => "το ιστορικό από την αλλαγή {seq} και μετά ακολουθεί άλλο δρόμο από ό,τι πριν";
    last_of_another: "journal/last is of another book" => "το journal/last ανήκει σε άλλο βιβλίο";
    last_tells_another(seq: impl Display): "journal/last tells of another change {seq} than the journal has"
        => "το journal/last μιλά για άλλη αλλαγή {seq} από το ιστορικό";
    database_of_another: "the live database is of another book" => "η βάση ανήκει σε άλλο βιβλίο";
    database_forks(seq: impl Display): "the live database and the journal went different ways from change {seq} on"
        => "η βάση και το ιστορικό πήραν διαφορετικούς δρόμους από την αλλαγή {seq} και μετά";
    backup_of_another(name: impl Display): "backups/{name} is of another book; move it elsewhere (syndeo restore --from can bring it in)"
        => "το backups/{name} ανήκει σε άλλο βιβλίο· μετακινήστε το αλλού (το φέρνει η εντολή syndeo restore --from)";
    backup_forks(name: impl Display, seq: impl Display): "backups/{name} went another way from change {seq} on"
        => "το backups/{name} πήρε άλλο δρόμο από την αλλαγή {seq} και μετά";
    read_from_backups(words: impl Display, reach: impl Display): "Nothing can be written here ({words}): the book was read from its backups and its journal, up to change {reach}"
        => "Εδώ δεν γράφεται τίποτα ({words}): το βιβλίο διαβάστηκε από τα αντίγραφα και το ιστορικό του, έως την αλλαγή {reach}";
    opened_for_reading: "it was opened for reading only" => "άνοιξε μόνο για ανάγνωση";
    put_away: "What a backup that was cut short had left behind was put away"
        => "Ό,τι είχε αφήσει ένα μισό αντίγραφο ασφαλείας μαζεύτηκε";
    cannot_migrate(words: impl Display): "it cannot be turned from format 1 into format 2 ({words})"
        => "δεν μπορεί να γίνει από μορφή 1 μορφή 2 ({words})";
    only_plain_files(path: impl Display): "{path} is a link, a pipe or a device; a book holds plain files and folders alone. Nothing was changed: move it elsewhere"
        => "το {path} είναι σύνδεσμος, σωλήνας ή συσκευή· ένα βιβλίο έχει μόνο απλά αρχεία και φακέλους. Δεν άλλαξε τίποτα: μετακινήστε το αλλού";
    cut_short_there(there: impl Display, all: impl Display): "A large change was cut short: {there} of its {all} parts are there. Nothing of it is shown, and it is taken back when the book is opened to be written"
        => "Μια μεγάλη αλλαγή κόπηκε στη μέση: υπάρχουν {there} από τα {all} μέρη της. Δεν εμφανίζεται τίποτα από αυτήν, και αναιρείται όταν ανοίξει το βιβλίο για εγγραφή";
    cut_short_shown(there: impl Display, all: impl Display, error: impl Display): "A large change was cut short, and {there} of its {all} parts are shown, since what was before cannot be read: {error}"
        => "Μια μεγάλη αλλαγή κόπηκε στη μέση, και εμφανίζονται {there} από τα {all} μέρη της, γιατί όσα υπήρχαν πριν δεν διαβάζονται: {error}";
    cut_short(count: impl Display, all: impl Display): "A large change was cut short, as by a loss of power: {count} of its {all} parts were there. They were taken back; do it once more"
        => "Μια μεγάλη αλλαγή κόπηκε στη μέση, όπως από διακοπή ρεύματος: υπήρχαν {count} από τα {all} μέρη της. Αναιρέθηκαν· κάντε την πάλι";
    cut_short_stays(error: impl Display): "a large change was cut short, and what is there of it cannot be taken back: {error}"
        => "μια μεγάλη αλλαγή κόπηκε στη μέση, και όσα υπάρχουν της δεν μπορούν να αναιρεθούν: {error}";
    read_only_news(why: impl Display): "The book can only be read: {why}" => "Το βιβλίο είναι μόνο για ανάγνωση: {why}";
    no_fresh_backup(e: impl Display): "A fresh backup was to be taken, but {e}"
        => "Θα γινόταν νέο αντίγραφο ασφαλείας, αλλά {e}";
    not_of_one_book(join: impl Display): "not everything in its folder is of one book: {join}. The command syndeo repair shows the sides and how to go on"
        => "δεν είναι όλα στον φάκελό του του ίδιου βιβλίου: {join}. Η εντολή syndeo repair δείχνει τις πλευρές και πώς συνεχίζετε";
    id_written_anew: "The file ID was damaged and was written anew" => "Το αρχείο ID είχε βλάβη και γράφτηκε ξανά";
    gaps_missing(gaps: impl Display): "changes are missing ({gaps}). The command syndeo repair says what is lost and how to go on"
        => "λείπουν αλλαγές ({gaps}). Η εντολή syndeo repair λέει τι χάθηκε και πώς συνεχίζετε";
    from_to(first: impl Display, last: impl Display): "{first} to {last}" => "{first} έως {last}";
    newest_ones: "the newest ones" => "οι πιο πρόσφατες";
    not_in_its_place(words: impl Display): "the live database cannot be built anew in its place ({words})"
        => "η βάση δεν μπορεί να ξαναχτιστεί στη θέση της ({words})";
    cannot_be_opened(dir: impl Display, why: impl Display): "{dir} cannot be opened: the live database cannot be used ({why}), and there is neither a journal nor a backup that can be read. Nothing was changed. Look for a copy of the folder; the command syndeo repair begins anew without one"
        => "το {dir} δεν ανοίγει: η βάση δεν μπορεί να χρησιμοποιηθεί ({why}), και δεν υπάρχει ούτε ιστορικό ούτε αντίγραφο που να διαβάζεται. Δεν άλλαξε τίποτα. Βρείτε αντίγραφο του φακέλου· χωρίς αυτό, η εντολή syndeo repair ξεκινά από την αρχή";
    backup_beyond(name: impl Display): "backups/{name} reaches beyond the journal, and nothing tells that it goes on from there. The command syndeo repair shows the sides and how to go on"
        => "το backups/{name} φτάνει πέρα από το ιστορικό, και τίποτα δεν λέει ότι εκείνο συνεχίζει από εκεί. Η εντολή syndeo repair δείχνει τις πλευρές και πώς συνεχίζετε";
    passed_over(e: impl Display): "A backup was passed over: {e}" => "Ένα αντίγραφο παραλείφθηκε: {e}";
    beyond_not_looked(why: impl Display): "What the damaged database has beyond the journal could not be looked for: {why}"
        => "Όσα έχει η βάση με τη βλάβη πέρα από το ιστορικό δεν μπόρεσαν να αναζητηθούν: {why}";
    not_built(what: impl Display): "the live database could not be built: {what}"
        => "η βάση δεν μπόρεσε να χτιστεί: {what}";
    backup_and_journal(what: impl Display): "the backup of {what} and the journal"
        => "το αντίγραφο {what} και το ιστορικό";
    the_journal: "the journal" => "το ιστορικό";
    old_kept_as(name: impl Display): ". The old one is kept as {name}" => ". Η παλιά μένει ως {name}";
    read_from(why: impl Display, from: impl Display, applied: impl Display, last: impl Display): "The live database could not be used ({why}). What is shown was read from {from}, and holds every change up to number {applied}{last}; the database is built anew when the book is next written to"
        => "Η βάση δεν μπόρεσε να χρησιμοποιηθεί ({why}). Ό,τι φαίνεται διαβάστηκε από {from}, και έχει όλες τις αλλαγές έως τον αριθμό {applied}{last}· η βάση ξαναχτίζεται στην επόμενη εγγραφή στο βιβλίο";
    built_from(why: impl Display, from: impl Display, applied: impl Display, last: impl Display, kept: impl Display): "The live database could not be used ({why}). It was built anew from {from}, and holds every change up to number {applied}{last}{kept}"
        => "Η βάση δεν μπόρεσε να χρησιμοποιηθεί ({why}). Ξαναχτίστηκε από {from}, και έχει όλες τις αλλαγές έως τον αριθμό {applied}{last}{kept}";
    taken_from_database(missing: impl Display, count: impl Display): "The journal and the backups end before the damaged database did: of changes {missing}, {count} records were taken from it; what else they did is lost. Look through what you did last"
        => "Το ιστορικό και τα αντίγραφα τελειώνουν πριν από τη βάση με τη βλάβη: από τις αλλαγές {missing} πάρθηκαν από αυτήν {count} εγγραφές· ό,τι άλλο έκαναν χάθηκε. Δείτε τι κάνατε τελευταίο";
    part_damaged(kept: impl Display): "A part of the journal was damaged. What could be read of it was written anew; the damaged file is kept as journal/{kept}"
        => "Ένα μέρος του ιστορικού είχε βλάβη. Ό,τι διαβαζόταν γράφτηκε ξανά· το αρχείο με τη βλάβη μένει ως journal/{kept}";
    torn_end(bytes: impl Display, kept: impl Display): "The journal ended in {bytes} bytes that are no whole change, as after a power cut while saving. A change that was shown as saved is not among them unless the disk was damaged; they are kept as journal/{kept}"
        => "Το ιστορικό τελείωνε σε {bytes} byte που δεν είναι ολόκληρη αλλαγή, όπως μετά από διακοπή ρεύματος την ώρα της αποθήκευσης. Αλλαγή που φάνηκε αποθηκευμένη δεν είναι ανάμεσά τους, εκτός αν έπαθε βλάβη ο δίσκος· μένουν ως journal/{kept}";
    lacks_gaps(words_of_gaps: impl Display): "The journal lacks changes {words_of_gaps}: they cannot be seen in the history or undone. A fresh backup is taken"
        => "Από το ιστορικό λείπουν οι αλλαγές {words_of_gaps}: δεν φαίνονται στην πορεία των εγγραφών ούτε αναιρούνται. Γίνεται νέο αντίγραφο ασφαλείας";
    side_from(name: impl Display, named: impl Display, first: impl Display): "journal/{name}: {named}, from change {first} on"
        => "journal/{name}: {named}, από την αλλαγή {first}";
    side_no_journal: "journal: nothing of this book" => "ιστορικό: τίποτα από αυτό το βιβλίο";
    side_journal(named: impl Display, first: impl Display, last: impl Display, what: impl Display, at: impl Display): "journal: {named}, changes {first} to {last}, the last “{what}” of {at}"
        => "ιστορικό: {named}, αλλαγές {first} έως {last}, η τελευταία “{what}” στις {at}";
    database_unreadable: "live database: cannot be read" => "βάση: δεν διαβάζεται";
    side_database(named: impl Display, records: impl Display, applied: impl Display): "live database: {named}, {records} records, up to change {applied}"
        => "βάση: {named}, {records} εγγραφές, έως την αλλαγή {applied}";
    side_backup(name: impl Display, named: impl Display, records: impl Display, seq: impl Display, at: impl Display): "backups/{name}: {named}, {records} records, up to change {seq}, taken {at}"
        => "backups/{name}: {named}, {records} εγγραφές, έως την αλλαγή {seq}, έγινε {at}";
    of_format_1: "of format 1" => "μορφής 1";
    this_book(what: impl Display): "this book ({what})" => "αυτό το βιβλίο ({what})";
    another_book(what: impl Display): "another book ({what})" => "άλλο βιβλίο ({what})";
    no_journal: "there is no journal to go on with; nothing was changed"
        => "δεν υπάρχει ιστορικό για να συνεχίσετε· δεν άλλαξε τίποτα";
    the_database: "the live database" => "η βάση";
    no_whole_backup: "there is no whole backup of this book; nothing was changed. The command syndeo restore --from brings in one of another book"
        => "δεν υπάρχει ολόκληρο αντίγραφο αυτού του βιβλίου· δεν άλλαξε τίποτα. Η εντολή syndeo restore --from φέρνει ένα άλλου βιβλίου";
    the_backup(name: impl Display): "the backup {name}" => "το αντίγραφο {name}";
    goes_on_with(side: impl Display, last: impl Display): "The book goes on with {side}, up to change {last}"
        => "Το βιβλίο συνεχίζει με: {side}, έως την αλλαγή {last}";
    other_names(join: impl Display): "What does not belong to it has other names now: {join}"
        => "Όσα δεν ανήκουν σε αυτό έχουν τώρα άλλα ονόματα: {join}";
    database_not_read(e: impl Display): "the live database cannot be read ({e}); nothing was changed"
        => "η βάση δεν διαβάζεται ({e})· δεν άλλαξε τίποτα";
    strange: "the file ID is of another book than everything else" => "το αρχείο ID ανήκει σε άλλο βιβλίο από όλα τα υπόλοιπα";
    was_missing: "it was missing" => "έλειπε";
    missing: "missing" => "έλειπε";
    damaged: "damaged" => "είχε βλάβη";
    reserve_for_opening: "The disk is full. The reserve that Syndeo keeps was used to open the book"
        => "Ο δίσκος είναι γεμάτος. Το απόθεμα που κρατά το Syndeo χρησιμοποιήθηκε για να ανοίξει το βιβλίο";
}

//! What the command line says of what is in the book.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    more_of_name: "more of the name or the id" => "μεγαλύτερο μέρος του ονόματος ή το id";
    brief_is_about(kind: impl Display): "a brief is about a client or a project; this is a {kind}"
        => "η σύνοψη αφορά πελάτη ή έργο· αυτό είναι: {kind}";
    line_is_empty: "the line is empty; say what is to be written down" => "η γραμμή είναι κενή· πείτε τι να σημειωθεί";
    nothing_changed_dry: "Nothing was changed (--dry-run)." => "Δεν άλλαξε τίποτα (--dry-run).";
    nothing_changed(what: impl Display): "nothing was changed: {what}" => "δεν άλλαξε τίποτα: {what}";
    not_kept: "nothing was changed; --yes keeps it as it is understood"
        => "δεν άλλαξε τίποτα· με --yes κρατιέται όπως έγινε κατανοητό";
    captured: "Captured as one change; syndeo undo takes it back."
        => "Σημειώθηκε ως μία αλλαγή· η εντολή syndeo undo την αναιρεί.";
    understood(becomes: impl Display): "Understood: {becomes}" => "Κατανοητό ως: {becomes}";
    doubtful(doubt: impl Display): "  doubtful: {doubt}" => "  αμφίβολο: {doubt}";
    nothing_elsewhere: "nothing lies with anybody else" => "κανείς άλλος δεν έχει κάτι";
    no_terms: "no agreement holds in this year" => "καμία συμφωνία δεν ισχύει φέτος";
    no_steps: "this project has no milestones and no tasks yet" => "αυτό το έργο δεν έχει ακόμη ορόσημα ούτε εργασίες";
    nothing_snoozed: "nothing is snoozed" => "τίποτα δεν είναι σε αναβολή";
    nothing_needs_you: "nothing needs you now" => "τίποτα δεν σας χρειάζεται τώρα";
    no_agreements: "there is no agreement in the book" => "το βιβλίο δεν έχει συμφωνίες";
    holder_expected(kind: impl Display): "a client, a department or a person was expected; this is a {kind}"
        => "αναμενόταν πελάτης, τμήμα ή πρόσωπο· αυτό είναι: {kind}";
    one_alike: "1 of the new records is like another one in the book; syndeo duplicates shows it"
        => "1 από τις νέες εγγραφές μοιάζει με άλλη του βιβλίου· η εντολή syndeo duplicates τη δείχνει";
    some_alike(n: impl Display): "{n} of the new records are like others in the book; syndeo duplicates shows them"
        => "{n} από τις νέες εγγραφές μοιάζουν με άλλες του βιβλίου· η εντολή syndeo duplicates τις δείχνει";
    no_pairs: "no two clients and no two people look like one and the same"
        => "δεν υπάρχουν δύο πελάτες ή δύο πρόσωπα που να φαίνονται ένα και το αυτό";
    two_expected: "two different records were expected" => "αναμένονταν δύο διαφορετικές εγγραφές";
    told_apart: "They are told apart and not offered again; syndeo undo takes it back."
        => "Κρατιέται ότι δεν είναι το ίδιο και δεν προτείνονται ξανά· η εντολή syndeo undo το αναιρεί.";
    merge_them: "Merge them?" => "Να συγχωνευτούν;";
    not_merged: "nothing was changed; --yes merges them without asking"
        => "δεν άλλαξε τίποτα· με --yes συγχωνεύονται χωρίς ερώτηση";
    merged: "Merged as one change; syndeo undo brings both back."
        => "Συγχωνεύτηκαν ως μία αλλαγή· η εντολή syndeo undo φέρνει πίσω και τα δύο.";
    no_such_field(name: impl Display, join: impl Display): "neither of them has anything in a field {name}; they differ in: {join}"
        => "κανένα από τα δύο δεν έχει κάτι στο πεδίο {name}· διαφέρουν στα: {join}";
    stays(kind: impl Display, told: impl Display): "{kind} stays: {told}" => "μένει ({kind}): {told}";
    goes(kind: impl Display, told: impl Display): "{kind} goes:  {told}" => "φεύγει ({kind}): {told}";
    nothing_has(join: impl Display): "nothing has {join} in it" => "τίποτα δεν περιέχει: {join}";
    no_departments: "there is no department in the book" => "το βιβλίο δεν έχει τμήματα";
    empty_month: "nothing falls on a day of this month" => "τίποτα δεν πέφτει σε ημέρα αυτού του μήνα";
    more_of_name_or_kind: "more of the name, --kind or the id" => "μεγαλύτερο μέρος του ονόματος, --kind ή το id";
    nothing_is_called(what: impl Display): "nothing is called {what}; syndeo find searches in everything"
        => "τίποτα δεν λέγεται {what}· η εντολή syndeo find ψάχνει σε όλα";
    several_are_called(count: impl Display, what: impl Display, more: impl Display): "{count} records are called {what}; say which, by {more}:"
        => "{count} εγγραφές λέγονται {what}· πείτε ποια εννοείτε, με {more}:";
    and_more(what: impl Display): "  and {what} more" => "  και {what} ακόμη";
    times_in_a_year(iter: impl Display, last: impl Display): "{iter} times in 52 weeks{last}"
        => "{iter} φορές σε 52 εβδομάδες{last}";
    health_parts: "Health parts" => "Μέρη της υγείας";
    month_by_month: "Month by month" => "Μήνα με τον μήνα";
    in_touch: "In touch" => "Επικοινωνία";
    around_it: "around it" => "γύρω του";
    about: "about" => "για";
    title: "title" => "τίτλος";
    the_id: "the id" => "το id";
    nothing: "nothing" => "τίποτα";
}

//! The pieces of what a change did: see [`super::changes`].

use super::message::messages;

messages! {
    /// Behind the name of a record that lies in the bin.
    in_bin: " (in the bin)" => " (στον κάδο)";
    /// A field was or is empty.
    nothing: "nothing" => "τίποτα";
    /// How many records a change is of.
    records(count: usize): " ({count} records)" => " ({count} εγγραφές)";
    /// A change was taken back.
    undone(what: &str): "Undone: {what}" => "Αναιρέθηκε: {what}";
    /// A change was done again.
    redone(what: &str): "Redone: {what}" => "Επαναλήφθηκε: {what}";
    /// A record was made.
    added(what: &str): "Added {what}" => "Προστέθηκε: {what}";
    /// A record was changed.
    changed(what: &str): "Changed: {what}" => "Άλλαξε: {what}";
    /// A record was deleted.
    deleted(what: &str): "In the bin: {what}" => "Στον κάδο: {what}";
    /// A record came back.
    brought_back(what: &str): "Back from the bin: {what}" => "Πίσω από τον κάδο: {what}";
    /// The bin was emptied.
    bin_emptied(what: &str): "The bin is empty: {what} left the book" => "Ο κάδος άδειασε: {what} εκτός βιβλίου";
    /// A line was kept.
    kept(what: &str): "Kept: {what}" => "Κρατήθηκε: {what}";
    /// A record is done.
    done(what: &str): "Done: {what}" => "Έγινε: {what}";
    /// A request is not told after all.
    tell_again(title: &str): "The client must be told again: {title}" => "Ο πελάτης πρέπει να ενημερωθεί ξανά: {title}";
    /// A record is not done after all.
    open_again(title: &str): "Open again: {title}" => "Ανοιχτό ξανά: {title}";
    /// A request is done.
    done_to_tell(title: &str): "Done, and now the client must be told: {title}" => "Έγινε, και τώρα μένει η ενημέρωση του πελάτη: {title}";
    /// A client knows.
    told(with: &str, title: &str): "The client was told{with}: {title}" => "Ο πελάτης ενημερώθηκε{with}: {title}";
    /// A report was sent.
    report_sent(title: &str): "The report is sent: {title}" => "Η αναφορά στάλθηκε: {title}";
    /// A report is to be sent after all.
    report_owed(title: &str): "The report is owed again: {title}" => "Η αναφορά εκκρεμεί ξανά: {title}";
    /// A touch took place.
    held(title: &str): "It took place; what was said goes into its text: {title}" => "Έγινε· όσα ειπώθηκαν γράφονται στο κείμενο: {title}";
    /// An agreement was renewed.
    renewed(until: &str, title: &str): "Renewed{until}: {title}" => "Ανανεώθηκε{until}: {title}";
    /// A ball was passed.
    passed(to: &str, since: &str, title: &str): "The ball is with {to}{since}: {title}" => "Το έχει{since}: {to} · {title}";
    /// A record is out of Today.
    snoozed(until: &str, title: &str): "Snoozed{until}: {title}" => "Σε αναβολή{until}: {title}";
    /// A record is back in Today.
    awake(title: &str): "In Today again: {title}" => "Ξανά στο «Σήμερα»: {title}";
    /// A birthday or term was seen.
    seen(title: &str, day: &str): "Seen: {title}{day}" => "Το είδατε: {title}{day}";
    /// It is to be seen again.
    unseen(title: &str): "To be looked at again: {title}" => "Για να το ξαναδείτε: {title}";
    /// A decision was taken.
    decided(title: &str): "Decided: {title}" => "Αποφασίστηκε: {title}";
    /// Two records became one.
    merged(title: &str, other: &str, moved: &str): "Merged: {title} and {other}{moved}" => "Συγχωνεύθηκαν: {title} και {other}{moved}";
    /// Two records are not the same.
    told_apart(title: &str, other: &str): "Told apart: {title} and {other}; they are not offered again" => "Διαχωρίστηκαν: {title} και {other}· δεν προτείνονται ξανά";
    /// A record that is named after another.
    of(kind: &str, title: &str): "{kind} of {title}" => "{kind}: {title}";
    /// A task that repeats was done.
    comes_again(due: &str): "; it comes again {due}" => "· επαναλαμβάνεται {due}";
    /// A touch was written down with it.
    touch_logged: ", and the touch is logged" => ", και η επικοινωνία καταγράφηκε";
    /// Records were made with it.
    with_new(names: &str): ", with the new {names}" => ", μαζί με νέα {names}";
    /// Between two of those.
    and_new: " and the new " => " και νέα ";
    /// Records were changed with it.
    with(what: &str): ", with {what}" => ", μαζί με {what}";
    /// Between the last two of several.
    and(first: &str, last: &str): "{first} and {last}" => "{first} και {last}";
    /// More fields were changed.
    and_more(told: &str, more: usize): "{told}, and {more} more" => "{told}, και {more} ακόμη";
    /// Until when.
    until(day: &str): " until {day}" => " έως {day}";
    /// A ball was passed just now.
    now: " now" => " τώρα";
    /// A ball was passed before.
    since(day: &str): " since {day}" => " από {day}";
    /// The day is one of a weekend.
    a_weekday(day: &str): ", a {day}" => ", {day}";
}

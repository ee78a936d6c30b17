//! What is said of calendars, mails and cards that come in.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    file_left_out(file: impl Display, why: impl Display): "{file} was left out: {why}" => "{file}: έμεινε έξω: {why}";
    no_near_time: "none of its times is near today" => "καμία από τις ώρες του δεν είναι κοντά στο σήμερα";
    no_own_time: "it has no time of its own" => "δεν έχει δική του ώρα";
    comes_again(count: impl Display, back: impl Display, ahead: impl Display): "it comes again; {count} times were taken, from {back} days ago to {ahead} days ahead"
        => "επαναλαμβάνεται· πάρθηκαν {count} φορές, από {back} ημέρες πριν έως {ahead} ημέρες μετά";
    cancelled_unknown(title: impl Display): "{title}: it is cancelled, and nobody had it down"
        => "{title}: ακυρώθηκε, και κανείς δεν το είχε σημειωμένο";
    cancelled_there(title: impl Display): "{title} is cancelled there, and stands in the book as it did"
        => "{title}: ακυρώθηκε εκεί, και στο βιβλίο μένει όπως ήταν";
    open_there: "open there and not in the book" => "ανοιχτό εκεί και όχι στο βιβλίο";
    open_here: "no longer open there, and open in the book" => "κλειστό εκεί και ανοιχτό στο βιβλίο";
    kept_as_in_book(title: impl Display, words: impl Display): "{title} is {words}; kept as in the book"
        => "{title}: {words}· μένει όπως στο βιβλίο";
    from_other_book(text: impl Display): "{text}: it was written from another book"
        => "{text}: γράφτηκε από άλλο βιβλίο";
    about_title(title: impl Display): "taken to be about {title}, as its title names them"
        => "θεωρήθηκε ότι αφορά: {title}, αφού ο τίτλος τους το αναφέρει";
    taken_by_name(mail: impl Display, title: impl Display): "{mail} was taken to be {title}, by the name"
        => "{mail}: θεωρήθηκε {title}, από το όνομα";
    may_be(called: impl Display, join: impl Display): "{called} may be {join}; taken without them"
        => "{called}: μπορεί να είναι {join}· πάρθηκε χωρίς αυτούς";
    only_strangers(strangers: impl Display): "none of those in it is in the book: {strangers}"
        => "κανείς από όσους έχει δεν είναι στο βιβλίο: {strangers}";
    whole_day: "a whole day, and nobody is in it; days off are read by syndeo holidays"
        => "ολόκληρη ημέρα, χωρίς κανέναν· αργίες διαβάζει η εντολή syndeo holidays";
    nobody_in_it: "nobody is in it, and its title names no client"
        => "δεν έχει κανέναν, και ο τίτλος του δεν λέει πελάτη";
    no_line: "this is no line of a calendar and was not read" => "δεν είναι γραμμή ημερολογίου και δεν διαβάστηκε";
    another_begins: "another begins before this ends; what there is of it was read"
        => "άλλο αρχίζει πριν τελειώσει αυτό· διαβάστηκε ό,τι υπάρχει";
    journal_entry: "a journal is no event and was not read"
        => "καταχώριση ημερολογίου δεν είναι γεγονός και δεν διαβάστηκε";
    ends_unbegun(of: impl Display): "{of} ends here and did not begin" => "{of}: τελειώνει εδώ χωρίς να έχει αρχίσει";
    file_ends: "the file ends before this does; what there is of it was read"
        => "το αρχείο τελειώνει πριν από αυτό· διαβάστηκε ό,τι υπάρχει";
    within_a_day: "it comes again within a day, as nothing does that is with people"
        => "επαναλαμβάνεται μέσα στην ίδια ημέρα, όπως τίποτα με ανθρώπους";
    not_as_events: "it is not as events are written" => "δεν είναι όπως γράφονται τα γεγονότα";
    no_start: "it says no day that can be read (DTSTART)" => "δεν λέει ημέρα που διαβάζεται (DTSTART)";
    no_end: "its end cannot be read (DTEND, DURATION)" => "το τέλος του δεν διαβάζεται (DTEND, DURATION)";
    no_rule: "how often it comes again cannot be read (RRULE)" => "δεν διαβάζεται κάθε πότε επαναλαμβάνεται (RRULE)";
    nothing_to_do: "it does not say what is to be done" => "δεν λέει τι πρέπει να γίνει";
    with_several(title: impl Display, join: impl Display): "{title}: it is with {join}; no client was taken"
        => "{title}: είναι με {join}· δεν πάρθηκε πελάτης";
    other_rule(title: impl Display): "{title}: it comes again, by a rule that is not taken over"
        => "{title}: επαναλαμβάνεται, με κανόνα που δεν περνά εδώ";
    too_many_bytes(count: impl Display): "{count} bytes are too many for a calendar of holidays"
        => "{count} byte είναι πάρα πολλά για ημερολόγιο αργιών";
    no_utf8: "this is no text in UTF-8, as calendars are" => "δεν είναι κείμενο σε UTF-8, όπως είναι τα ημερολόγια";
    begins_with(line: impl Display): "line {line}: a calendar begins with BEGIN:VCALENDAR"
        => "γραμμή {line}: ένα ημερολόγιο αρχίζει με BEGIN:VCALENDAR";
    end_without(line: impl Display, upper: impl Display): "line {line}: END:{upper} without its BEGIN"
        => "γραμμή {line}: END:{upper} χωρίς το δικό του BEGIN";
    cut_off(last: impl Display): "the file is cut off: {last} does not end"
        => "το αρχείο είναι κομμένο: {last} χωρίς τέλος";
    no_calendar: "this is no calendar: there is no BEGIN:VCALENDAR in it"
        => "δεν είναι ημερολόγιο: δεν έχει BEGIN:VCALENDAR";
    no_calendar_line(line: impl Display): "line {line}: this is no line of a calendar; NAME:VALUE was expected"
        => "γραμμή {line}: δεν είναι γραμμή ημερολογίου· αναμενόταν NAME:VALUE";
    is_cancelled: "it is cancelled" => "ακυρώθηκε";
    single_days: "single days that are left out or added (EXDATE, RDATE) are not read"
        => "μεμονωμένες ημέρες που εξαιρούνται ή προστίθενται (EXDATE, RDATE) δεν διαβάζονται";
    repeats_oddly(first: impl Display): "it repeats in a way that is not read: only {first} was taken"
        => "επαναλαμβάνεται με τρόπο που δεν διαβάζεται: πάρθηκε μόνο {first}";
    no_day: "it says no day" => "δεν λέει ημέρα";
    no_whole_days: "it is not about whole days" => "δεν αφορά ολόκληρες ημέρες";
    no_whole_end: "its end is no whole day" => "το τέλος του δεν είναι ολόκληρη ημέρα";
    no_whole_length: "it is not as long as whole days" => "δεν διαρκεί ολόκληρες ημέρες";
    beyond_calendar: "it lies beyond the calendar" => "είναι πέρα από το ημερολόγιο";
    ends_before: "it ends before it begins" => "τελειώνει πριν αρχίσει";
    over_a_year: "it is longer than a year" => "διαρκεί πάνω από έναν χρόνο";
    no_mail: "it is no mail" => "δεν είναι μήνυμα";
    no_sent: "it does not say when it was sent" => "δεν λέει πότε στάλθηκε";
    sent_ahead: "it says that it was sent on a day to come" => "λέει ότι στάλθηκε σε ημέρα που δεν ήρθε ακόμη";
    mail_cut(long_limit: impl Display): "its text is longer than {long_limit} characters, and was cut there"
        => "το κείμενό του ξεπερνά τους {long_limit} χαρακτήρες, και κόπηκε εκεί";
    unknown_writer(sender: impl Display): "who wrote it, {sender}, is not in the book; --me {sender} says that it is you"
        => "όποιος το έγραψε, {sender}, δεν είναι στο βιβλίο· με --me {sender} λέτε ότι είστε εσείς";
    only_ours: "only our own people are in it" => "έχει μόνο δικούς μας";
    unknown_sender: "an unknown sender" => "άγνωστος αποστολέας";
    nobody_known: "nobody in it is in the book" => "κανείς του δεν είναι στο βιβλίο";
    mail_may_be(mail: impl Display, join: impl Display): "{mail} may be {join}; taken without them"
        => "{mail}: μπορεί να είναι {join}· πάρθηκε χωρίς αυτούς";
    and_more(more: impl Display): " and {more} more" => " και {more} ακόμη";
    left_out_people(join: impl Display, more: impl Display): "not in the book, and left out: {join}{more}"
        => "δεν είναι στο βιβλίο, και έμειναν έξω: {join}{more}";
    nameless_part: "one without a name" => "ένα χωρίς όνομα";
    outside_cards: "it stands outside every card and was not read" => "είναι έξω από κάθε κάρτα και δεν διαβάστηκε";
    card_cut: "the file ends before this card does; something may be missing"
        => "το αρχείο τελειώνει πριν από αυτή την κάρτα· ίσως λείπει κάτι";
    another_card(at: impl Display): "another card begins on line {at} before this one ends"
        => "άλλη κάρτα αρχίζει στη γραμμή {at} πριν τελειώσει αυτή";
    other_picture(name: impl Display): "{name} is another in the book than in the file; kept as in the book"
        => "{name}: άλλο στο βιβλίο, άλλο στο αρχείο· μένει όπως στο βιβλίο";
    long_card(lines: impl Display, most_lines: impl Display): "it has {lines} lines; a card of {most_lines} is a long one"
        => "έχει {lines} γραμμές· κάρτα με {most_lines} είναι ήδη μεγάλη";
    in_line(line: impl Display, reason: impl Display): "line {line}: {reason}" => "γραμμή {line}: {reason}";
    nobody_named: "it names neither a person nor a firm" => "δεν λέει ούτε πρόσωπο ούτε εταιρεία";
    nothing_to_call: "it has neither a name nor a mail address nor a telephone number"
        => "δεν έχει ούτε όνομα ούτε e-mail ούτε τηλέφωνο";
    odd_value(cut: impl Display, label: impl Display): "{cut} is no {label} and was kept among the custom fields"
        => "{cut}: δεν είναι {label} και μένει στα δικά σας πεδία";
    odd_line(cut: impl Display): "{cut} is no line of a card; kept among the custom fields"
        => "{cut}: δεν είναι γραμμή κάρτας· μένει στα δικά σας πεδία";
    several_clients_called(org: impl Display): "several clients are called {org}"
        => "περισσότεροι πελάτες λέγονται {org}";
    client_in_bin(org: impl Display): "the client {org} lies in the bin; bring it back first"
        => "ο πελάτης {org} είναι στον κάδο· φέρτε τον πρώτα πίσω";
    belongs_elsewhere(org: impl Display): "the file says {org}, and the book says who they belong to"
        => "το αρχείο λέει {org}, και το βιβλίο λέει ήδη πού ανήκει";
    no_department(org: impl Display): "{org} is where our own people have their mail, and no department of that name is in the book"
        => "στο {org} έχουν το e-mail τους οι δικοί μας, και το βιβλίο δεν έχει τμήμα με αυτό το όνομα";
    kept_under(why: impl Display, what: impl Display): "{why}; kept under {what}" => "{why}· μένει ως {what}";
    mail_is_of(mail: impl Display, title: impl Display): "{mail} stands at {title} already; both stay"
        => "{mail}: υπάρχει ήδη, {title}· μένουν και τα δύο";
    another_of_name(shown_name: impl Display): "there is another {shown_name} already; both stay"
        => "υπάρχει ήδη άλλος {shown_name}· μένουν και οι δύο";
    put_together(count: impl Display, join: impl Display): "it may be about {count} in the book: {join}; put them together first"
        => "μπορεί να αφορά {count} του βιβλίου: {join}· συγχωνεύστε τους πρώτα";
    nameless_group: "it is a group without a name" => "είναι ομάδα χωρίς όνομα";
    members_missing(missing: impl Display): "; {missing} of its members are not there"
        => "· {missing} από τα μέλη της δεν υπάρχουν";
    group_is_tag(name: impl Display, found: impl Display, lacking: impl Display): "the group {name} became a tag of {found} people{lacking}"
        => "η ομάδα {name} έγινε ετικέτα σε {found} πρόσωπα{lacking}";
    made_for_people(count: impl Display, join: impl Display, more: impl Display): "{count} made, because people work there: {join}{more}"
        => "έγιναν νέοι πελάτες, γιατί εκεί εργάζονται πρόσωπα: {count}. {join}{more}";
    and: " and " => " και ";
    or: " or " => " ή ";
    untold: "when it is cannot be told" => "δεν είναι σαφές πότε είναι";
    mail: "Mail" => "Μηνύματα";
    calendar: "Calendar" => "Ημερολόγιο";
}

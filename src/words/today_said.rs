//! The pieces of why a row stands in Today: see [`super::today`].

use super::message::messages;

messages! {
    /// A row for all clients that nobody sorted.
    without_tier: "Clients without a tier" => "Πελάτες χωρίς κατηγορία";
    /// What is expected comes after what was promised.
    too_late(by: i64, expected: &str, promised: &str): "{by} d too late: expected {expected}, promised {promised}"
        => "{by} ημ. μετά: αναμένεται {expected}, υποσχεθήκαμε {promised}";
    /// A promise is for the day on which it is read.
    promised_today: "promised for today" => "υποσχεθήκαμε για σήμερα";
    /// How late a promise is.
    promised(late: &str, day: &str): "{late}, promised {day}" => "{late}, υποσχεθήκαμε {day}";
    /// A promise moved, to where is told already.
    moved(on: &str): "moved {on}, client not told" => "μετατέθηκε {on}, ο πελάτης δεν ξέρει";
    /// A promise moved.
    moved_to(on: &str, to: &str): "promise moved {on} to {to}, client not told" => "η υπόσχεση μετατέθηκε στις {on} για {to}, ο πελάτης δεν ξέρει";
    /// A promise is none any more.
    taken_back(on: &str): "promise taken back {on}, client not told" => "η υπόσχεση ανακλήθηκε {on}, ο πελάτης δεν ξέρει";
    /// A client wants something and was promised nothing.
    wanted(late: &str, by: &str): "{late}, wanted by {by}, nothing promised" => "{late}, το θέλουν έως {by}, χωρίς υπόσχεση";
    /// We hold something and promised nothing.
    with_us(days: i64): "{days} d with us, nothing promised" => "{days} ημ. σε εμάς, χωρίς υπόσχεση";
    /// A client does not know that we declined.
    declined(on: &str): "declined {on}, the client does not know" => "απορρίφθηκε {on}, ο πελάτης δεν ξέρει";
    /// A project stands still.
    no_next_step: "no open task, no milestone ahead" => "καμία ανοιχτή εργασία, κανένα ορόσημο μπροστά";
    /// An agreement ends today.
    last_day(lapse: &str): "its last day is today: {lapse}" => "τελευταία ημέρα σήμερα: {lapse}";
    /// An agreement ends soon.
    left(days: i64, lapse: &str): "{days} d left: {lapse}" => "μένουν {days} ημ.: {lapse}";
    /// Notice can be given today.
    notice_today(lapse: &str): "last day for notice is today: {lapse}" => "τελευταία ημέρα καταγγελίας σήμερα: {lapse}";
    /// Notice can be given soon.
    to_give_notice(days: i64, lapse: &str): "{days} d to give notice: {lapse}" => "{days} ημ. για καταγγελία: {lapse}";
    /// By which day something is owed.
    by(day: &str): " by {day}" => " έως {day}";
    /// How old somebody becomes.
    turns(age: i32): ", turns {age}" => ", γίνεται {age}";
    /// A touch that was planned is over.
    did_it(touch: &str, when: &str): "{touch} {when}: did it take place?" => "{touch} {when}: έγινε;";
    /// A touch without a report.
    no_report(touch: &str, when: &str): "{touch} {when}, no report yet" => "{touch} {when}, χωρίς αναφορά ακόμη";
    /// A client has no tier.
    no_tier: "no tier yet: how much care is it owed?" => "χωρίς κατηγορία: πόση φροντίδα χρειάζεται;";
    /// Clients have no tier.
    no_tiers(count: &str): "{count} clients without a tier: how much care are they owed?" => "{count} πελάτες χωρίς κατηγορία: πόση φροντίδα χρειάζονται;";
    /// How late something is, and when it was due.
    due(late: &str, day: &str): "{late}, due {day}" => "{late}, λήξη {day}";
    /// It is due on the day on which it is read.
    due_today: "due today" => "λήγει σήμερα";
    /// Somebody agreed to a day.
    agreed_with(name: &str): "agreed with {name}" => "συμφωνήθηκε με {name}";
    /// Somebody missed a day they agreed to.
    past_agreed(days: i64, day: &str, name: &str): "{days} d past {day}, agreed with {name}" => "{days} ημ. μετά τις {day} που συμφωνήθηκε με {name}";
    /// Somebody is to decide.
    not_decided(days: i64, name: &str): "not yet decided, {days} d with {name}" => "δεν αποφασίστηκε ακόμη, {days} ημ.: {name}";
    /// Nobody knows how long somebody takes.
    no_word: "no word yet" => "κανένα νέο ακόμη";
    /// Somebody was reminded.
    nudged_once: ", nudged once" => ", μία υπενθύμιση";
    /// Somebody was reminded several times.
    nudged(times: usize): ", nudged {times} times" => ", {times} υπενθυμίσεις";
    /// Somebody holds something too long.
    waits(days: i64, name: &str, known: &str): "{days} d with {name}, {known}" => "{days} ημ.: {name}, {known}";
    /// The day that was promised first.
    at_first(day: &str, first: &str): "{day}, at first {first}" => "{day}, αρχικά {first}";
    /// What was promised, and what is expected.
    expected(words: &str, day: &str): "{words}, expected {day}" => "{words}, αναμένεται {day}";
    /// The same, and both are past.
    expected_passed(words: &str, day: &str): "{words}, expected {day}, passed too" => "{words}, αναμενόταν {day}, πέρασε κι αυτή";
    /// Something was done today.
    done_today: "done today, the client does not know" => "έγινε σήμερα, ο πελάτης δεν ξέρει";
    /// Something was done before.
    done_not_told(day: &str, since: i64): "done {day}, not told for {since} d" => "έγινε {day}, χωρίς ενημέρωση {since} ημ.";
    /// Something was done, nobody knows when.
    done: "done, the client does not know" => "έγινε, ο πελάτης δεν ξέρει";
    /// An agreement was to begin.
    began_unsigned(late: i64, day: &str): "{late} d late: it was to begin on {day}, and is not signed" => "{late} ημ. αργά: θα άρχιζε στις {day}, και δεν υπογράφηκε";
    /// An agreement is to begin today.
    begins_today: "to begin today, and is not signed" => "αρχίζει σήμερα, και δεν υπογράφηκε";
    /// An agreement is to begin soon.
    begins_in(days: i64): "to begin in {days} d, and is not signed" => "αρχίζει σε {days} ημ., και δεν υπογράφηκε";
    /// From when somebody is away.
    from(day: &str): "from {day} " => "από {day} ";
    /// Until when somebody is away.
    until(day: &str): "until {day}" => "έως {day}";
    /// Somebody is away when something is due.
    away(due: &str, who: &str, when: &str, instead: &str): "due {due}, {who} away {when}: {instead}" => "λήξη {due}, λείπει {who} {when}: {instead}";
    /// All of a department are away when something is due.
    all_away(due: &str, who: &str, when: &str, instead: &str): "due {due}, all of {who} away {when}: {instead}" => "λήξη {due}, λείπουν όλοι ({who}) {when}: {instead}";
}

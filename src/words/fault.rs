//! What is wrong with a value or a record.

use super::message::messages;
use super::{Of, choice, kind, label};
use crate::domain::{Choice, Counted, Fault, Kind, LineFault, ValidationError};
use chrono::NaiveDate;
use std::fmt;

/// What is wrong, a sentence without a full stop.
pub fn fault(fault: &Fault) -> String {
    fixed(fault).map_or_else(|| made(fault), str::to_owned)
}

/// What is wrong, behind the stable name of the field it stands at.
impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.field {
            "" => f.write_str(&fault(&self.fault)),
            field => write!(f, "{field}: {}", fault(&self.fault)),
        }
    }
}

impl std::error::Error for ValidationError {}

/// What is said in the same words whatever the value is.
fn fixed(fault: &Fault) -> Option<&'static str> {
    Some(match fault {
        Fault::OtherType => other_type(),
        Fault::Negative => negative(),
        Fault::UnknownChoice => unknown_choice(),
        Fault::ManyLines => many_lines(),
        Fault::NoNumber => no_number(),
        Fault::NothingToChoose => nothing_to_choose(),
        Fault::NoDay => no_day(),
        Fault::NoPastDay => no_past_day(),
        Fault::NoMoment => no_moment(),
        Fault::NoBirthday => no_birthday(),
        Fault::ShortYear => short_year(),
        Fault::NoFlag => no_flag(),
        Fault::NoSpan => no_span(),
        Fault::NoRepeat => no_repeat(),
        Fault::Kept => kept(),
        Fault::NoAmount => no_amount(),
        Fault::NoCurrency => no_currency(),
        Fault::EndBeforeStart => end_before_start(),
        Fault::LastBeforeFirst => last_before_first(),
        Fault::PromisedBeforeReceived => promised_before_received(),
        Fault::DueBeforeStart => due_before_start(),
        Fault::Nameless => nameless(),
        Fault::TwoHomes => two_homes(),
        Fault::ReportsToSelf => reports_to_self(),
        Fault::StandsInForSelf => stands_in_for_self(),
        Fault::DeclinedWithoutReason => declined_without_reason(),
        Fault::WaitsForSelf => waits_for_self(),
        Fault::MilestoneElsewhere => milestone_elsewhere(),
        Fault::Deleted => deleted(),
        Fault::NoStep => no_step(),
        Fault::NoWorkingDay => no_working_day(),
        Fault::NoCountry => no_country(),
        Fault::NoText => no_text(),
        Fault::NoTime => no_time(),
        Fault::UnknownKind => unknown_kind(),
        Fault::NoUuid => no_uuid(),
        Fault::NoObject => no_object(),
        Fault::NoBytes => no_bytes(),
        _ => return None,
    })
}

/// What names the value; those of [`fixed`] are said there.
fn made(fault: &Fault) -> String {
    match fault {
        Fault::Needed(field) => needed(label(Of::Field, field)),
        Fault::OtherKind(kind) => other_kind(*kind),
        Fault::NoField(kind, name) => no_field(*kind, name),
        Fault::TooMany { size, of, limit } => too_many(*size, *of, *limit),
        Fault::NoMail(text) => no_mail(text),
        Fault::NoPhone(text) => no_phone(text),
        Fault::NotWithin(low, high) => not_within(*low, *high),
        Fault::NoChoice(list) => no_choice(list),
        Fault::TwoAmounts { large, small, exact } => two_amounts(large, small, exact),
        Fault::ProjectOf(client) => project_of(client),
        Fault::FieldIsThere(kind, name) => field_is_there(*kind, name),
        Fault::SignInName(sign) => sign_in_name(*sign),
        Fault::ChosenTwice(name) => chosen_twice(name),
        Fault::NotTaken(kind, typed) => not_taken(*kind, typed),
        Fault::Line(nth, fault) => line(*nth, &of_line(fault)),
        Fault::NothingAbove(title, milestone) => nothing_above(title, *milestone),
        Fault::LaterField(kind, name) => later_field(*kind, name),
        Fault::Misfit(text) => misfit(text),
        _ => String::new(),
    }
}

fn of_line(fault: &LineFault) -> String {
    match fault {
        LineFault::NoStepDay => no_step_day().into(),
        LineFault::SecondWho(name) => second_who(name),
        LineFault::NoPriority(word) => no_priority(word),
        LineFault::NoTitle => no_title().into(),
        LineFault::MilestoneDone => milestone_done().into(),
        LineFault::NoDayOff => no_day_off().into(),
        LineFault::Backwards(first, last) => backwards(*first, *last),
        LineFault::TooLong(first, last) => too_long(*first, *last),
    }
}

fn in_a_row(list: &[Choice]) -> String {
    list.iter().filter(|one| !one.name.is_empty()).map(choice).collect::<Vec<_>>().join(", ")
}

/// The names that files and scripts use as well.
fn names_in_a_row(list: &[Choice]) -> String {
    list.iter().map(|choice| choice.name).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}

messages! {
    /// See [`Fault::Needed`].
    needed(field: &str): "{field} is needed" => "Συμπληρώστε το πεδίο «{field}»";
    /// See [`Fault::OtherType`].
    other_type: "a value of another type was expected here" => "εδώ χρειάζεται τιμή άλλου είδους";
    /// See [`Fault::Negative`].
    negative: "a whole number from 0 on was expected" => "χρειάζεται ακέραιος από 0 και πάνω";
    /// See [`Fault::UnknownChoice`].
    unknown_choice: "this version does not know that choice" => "αυτή η έκδοση δεν γνωρίζει αυτή την επιλογή";
    /// See [`Fault::OtherKind`].
    other_kind(of: Kind) = format!("a {of} was expected") => format!("χρειάζεται: {}", kind(of));
    /// See [`Fault::NoField`].
    no_field(of: Kind, name: &str) = format!("a {of} has no field {name}") => format!("{}: δεν υπάρχει πεδίο {name}", kind(of));

    /// See [`Fault::ManyLines`].
    many_lines: "this is one line; put longer text into the notes" => "μία γραμμή μόνο· μεγαλύτερο κείμενο γράψτε στις σημειώσεις";
    /// See [`Fault::TooMany`].
    too_many(size: usize, of: Counted, limit: usize) = {
        let of = match of { Counted::Characters => "characters", Counted::Entries => "entries", Counted::Lines => "lines" };
        format!("{size} {of} are too many; {limit} is the most")
    } => {
        let of = match of { Counted::Characters => "χαρακτήρες", Counted::Entries => "εγγραφές", Counted::Lines => "γραμμές" };
        format!("{size} {of} είναι πάρα πολλοί· έως {limit}").replace("πάρα πολλοί", if of == "χαρακτήρες" { "πάρα πολλοί" } else { "πάρα πολλές" })
    };
    /// See [`Fault::NoMail`].
    no_mail(text: &str): "{text} is no mail address, such as maria@example.org" => "{text}: δεν είναι διεύθυνση e-mail, όπως maria@example.org";
    /// See [`Fault::NoPhone`].
    no_phone(text: &str): "{text} is no telephone number, such as +30 210 1234567" => "{text}: δεν είναι αριθμός τηλεφώνου, όπως +30 210 1234567";
    /// See [`Fault::NotWithin`].
    not_within(low: i64, high: i64): "a whole number from {low} to {high} was expected" => "χρειάζεται ακέραιος από {low} έως {high}";
    /// See [`Fault::NoNumber`].
    no_number: "a number was expected, such as 12 or 1200.50" => "χρειάζεται αριθμός, π.χ. 12 ή 1200,50";
    /// See [`Fault::NoDay`].
    no_day: "a day was expected, such as fri, in 3 days, 24/12 or 2026-12-24" => "χρειάζεται ημέρα, π.χ. Παρ, σε 3 ημέρες, 24/12 ή 2026-12-24";
    /// See [`Fault::NoPastDay`].
    no_past_day: "a day was expected, such as yesterday, 3 days ago, fri, 24/12 or 2026-12-24" => "χρειάζεται ημέρα, π.χ. χθες, πριν 3 ημέρες, Παρ, 24/12 ή 2026-12-24";
    /// See [`Fault::NoMoment`].
    no_moment: "a day and time was expected, such as today 10:30, yesterday or 24/12 at 9" => "χρειάζεται ημέρα και ώρα, π.χ. σήμερα 10:30, χθες ή 24/12 στις 9";
    /// See [`Fault::NoBirthday`].
    no_birthday: "a birthday was expected, such as 7 Mar, 7 Mar 1980 or 1980-03-07" => "χρειάζεται ημέρα γέννησης, π.χ. 7 Μαρ, 7 Μαρ 1980 ή 1980-03-07";
    /// See [`Fault::ShortYear`].
    short_year: "the year needs four digits, such as 7 Mar 1980; leave it out when you do not know it" => "το έτος θέλει τέσσερα ψηφία, π.χ. 7 Μαρ 1980· αν δεν το ξέρετε, παραλείψτε το";
    /// See [`Fault::NoFlag`].
    no_flag: "yes or no was expected" => "χρειάζεται ναι ή όχι";
    /// See [`Fault::NoChoice`].
    no_choice(list: &[Choice]) = format!("one of {} was expected", names_in_a_row(list)) => format!("χρειάζεται ένα από: {}", in_a_row(list));
    /// See [`Fault::NoSpan`].
    no_span: "a length of time was expected, such as 3 months, 90 days or 10 workdays" => "χρειάζεται διάρκεια, π.χ. 3 μήνες, 90 ημέρες ή 10 εργάσιμες";
    /// See [`Fault::NoRepeat`].
    no_repeat: "every 2 weeks, or 10 days after done, was expected" => "χρειάζεται π.χ. κάθε 2 εβδομάδες, ή 10 ημέρες μετά την ολοκλήρωση";
    /// See [`Fault::Kept`].
    kept: "the program keeps this itself" => "αυτό το τηρεί το ίδιο το πρόγραμμα";
    /// See [`Fault::NoAmount`].
    no_amount: "an amount was expected, such as 1200.50 EUR" => "χρειάζεται ποσό, π.χ. 1200,50 EUR";
    /// See [`Fault::NoCurrency`].
    no_currency: "a currency has three letters, such as EUR" => "το νόμισμα έχει τρία γράμματα, π.χ. EUR";
    /// See [`Fault::TwoAmounts`].
    two_amounts(large: &str, small: &str, exact: &str): "{large} or {small}? write {large} or {exact}" => "{large} ή {small}; γράψτε {large} ή {exact}";

    /// See [`Fault::EndBeforeStart`].
    end_before_start: "the end lies before the start" => "το τέλος είναι πριν από την αρχή";
    /// See [`Fault::LastBeforeFirst`].
    last_before_first: "the last day lies before the first" => "η τελευταία ημέρα είναι πριν από την πρώτη";
    /// See [`Fault::PromisedBeforeReceived`].
    promised_before_received: "it is promised before it was received" => "η υπόσχεση είναι πριν από την παραλαβή";
    /// See [`Fault::DueBeforeStart`].
    due_before_start: "it is due before it may start" => "η προθεσμία είναι πριν από την έναρξη";
    /// See [`Fault::Nameless`].
    nameless: "a name or a mail address is needed" => "χρειάζεται όνομα ή διεύθυνση e-mail";
    /// See [`Fault::TwoHomes`].
    two_homes: "a person works for a client or in a department, not both" => "ένα άτομο ανήκει σε πελάτη ή σε τμήμα, όχι και στα δύο";
    /// See [`Fault::ReportsToSelf`].
    reports_to_self: "nobody reports to themselves" => "κανείς δεν αναφέρεται στον εαυτό του";
    /// See [`Fault::StandsInForSelf`].
    stands_in_for_self: "somebody else must stand in" => "ο αντικαταστάτης πρέπει να είναι κάποιος άλλος";
    /// See [`Fault::DeclinedWithoutReason`].
    declined_without_reason: "say why it was declined" => "γράψτε γιατί απορρίφθηκε";
    /// See [`Fault::WaitsForSelf`].
    waits_for_self: "a task cannot wait for itself" => "μια εργασία δεν μπορεί να περιμένει τον εαυτό της";
    /// See [`Fault::MilestoneElsewhere`].
    milestone_elsewhere: "this milestone is one of another project" => "αυτό το ορόσημο ανήκει σε άλλο έργο";
    /// See [`Fault::ProjectOf`].
    project_of(client: &str): "this is a project of {client}: empty the field, or take another one" => "αυτό το έργο είναι του πελάτη {client}: αδειάστε το πεδίο ή επιλέξτε άλλο";
    /// See [`Fault::NotTaken`].
    not_taken(of: Option<Kind>, typed: &str) = {
        let what = of.map_or("choice", Kind::name);
        format!("no {what} was taken for “{typed}”: take one from the list, or empty the field")
    } => {
        let what = of.map_or("επιλογή", kind);
        format!("«{typed}»: δεν επιλέχθηκε {what}· επιλέξτε από τη λίστα ή αδειάστε το πεδίο")
    };
    /// See [`Fault::Deleted`].
    deleted: "it lies in the bin" => "βρίσκεται στον κάδο";

    /// See [`Fault::FieldIsThere`].
    field_is_there(of: Kind, name: &str) = format!("a {of} has a field {name} already: give it another name") => format!("{}: υπάρχει ήδη πεδίο {name}· δώστε άλλο όνομα", kind(of));
    /// See [`Fault::SignInName`].
    sign_in_name(sign: char): "the name of a field has no {sign}, which stands between name and value in a filter" => "το όνομα πεδίου δεν έχει {sign}, που χωρίζει όνομα και τιμή στο φίλτρο";
    /// See [`Fault::NothingToChoose`].
    nothing_to_choose: "say what can be chosen, such as A, B, C" => "γράψτε τι μπορεί να επιλεγεί, π.χ. A, B, C";
    /// See [`Fault::ChosenTwice`].
    chosen_twice(name: &str): "{name} stands for a choice already" => "το {name} υπάρχει ήδη ως επιλογή";

    /// See [`Fault::Line`].
    line(nth: usize, fault: &str): "line {nth}: {fault}" => "γραμμή {nth}: {fault}";
    /// See [`Fault::NoStep`].
    no_step: "a step was expected, such as: day 10 First drafts @design" => "χρειάζεται βήμα, όπως: day 10 Πρώτα σχέδια @design";
    /// See [`Fault::NothingAbove`].
    nothing_above(title: &str, milestone: bool) = {
        let sort = if milestone { "milestone" } else { "task" };
        format!("“{title}” waits (>) for a {sort} above, and there is none")
    } => {
        let sort = if milestone { "ορόσημο" } else { "εργασία" };
        format!("«{title}»: περιμένει (>) {sort} από πάνω, και δεν υπάρχει")
    };
    /// See [`LineFault::NoStepDay`].
    no_step_day: "begin with the day after the start, such as: day 10 First drafts @design" => "αρχίστε με την ημέρα από την έναρξη, όπως: day 10 Πρώτα σχέδια @design";
    /// See [`LineFault::SecondWho`].
    second_who(name: &str): "one @ is enough; “{name}” is a second one" => "ένα @ αρκεί· το «{name}» είναι δεύτερο";
    /// See [`LineFault::NoPriority`].
    no_priority(word: &str): "“{word}” is no priority (!urgent, !high, !low); in quotation marks it is a word" => "«{word}»: δεν είναι προτεραιότητα (!urgent, !high, !low)· σε εισαγωγικά είναι λέξη";
    /// See [`LineFault::NoTitle`].
    no_title: "say what is to be done or reached on that day" => "γράψτε τι γίνεται ή επιτυγχάνεται εκείνη την ημέρα";
    /// See [`LineFault::MilestoneDone`].
    milestone_done: "a milestone is reached and not done: it has no @ and no hours" => "το ορόσημο επιτυγχάνεται, δεν εκτελείται: δεν έχει @ ούτε ώρες";
    /// See [`LineFault::NoDayOff`].
    no_day_off: "a day was expected, such as 2026-12-24 Closed, or every 12-25 Christmas Day" => "χρειάζεται ημέρα, όπως 2026-12-24 Κλειστά, ή every 12-25 Χριστούγεννα";
    /// See [`LineFault::Backwards`].
    backwards(first: NaiveDate, last: NaiveDate): "{last} lies before {first}" => "η {last} είναι πριν από την {first}";
    /// See [`LineFault::TooLong`].
    too_long(first: NaiveDate, last: NaiveDate): "{first} to {last} is longer than a year" => "{first} έως {last}: πάνω από έναν χρόνο";
    /// See [`Fault::NoWorkingDay`].
    no_working_day: "a week needs a day on which people work" => "η εβδομάδα χρειάζεται μία εργάσιμη ημέρα";
    /// See [`Fault::NoCountry`].
    no_country: "two letters were expected, such as GR or AE" => "χρειάζονται δύο γράμματα, όπως GR ή AE";

    /// See [`Fault::NoText`].
    no_text: "a text was expected" => "χρειάζεται κείμενο";
    /// See [`Fault::NoTime`].
    no_time: "an RFC 3339 time was expected" => "χρειάζεται ώρα κατά RFC 3339";
    /// See [`Fault::UnknownKind`].
    unknown_kind: "this version does not know that kind" => "αυτή η έκδοση δεν γνωρίζει αυτό το είδος";
    /// See [`Fault::NoUuid`].
    no_uuid: "a UUID was expected" => "χρειάζεται UUID";
    /// See [`Fault::NoObject`].
    no_object: "an object was expected" => "χρειάζεται αντικείμενο JSON";
    /// See [`Fault::LaterField`].
    later_field(of: Kind, name: &str) = format!("a {of} has no field {name}; was this written by a later version?") => format!("{}: δεν υπάρχει πεδίο {name}· γράφτηκε από νεότερη έκδοση;", kind(of));
    /// See [`Fault::Misfit`].
    misfit(text: &str): "{text} does not fit here" => "{text}: δεν ταιριάζει εδώ";
    /// See [`Fault::NoBytes`].
    no_bytes: "codes and hexadecimal bytes were expected" => "χρειάζονται κωδικοί και δεκαεξαδικά bytes";
}

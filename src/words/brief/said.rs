//! The pieces of a brief.

use crate::words::message::messages;

messages! {
    /// Over what nothing is known of.
    missing: "Missing or none" => "Λείπουν ή δεν υπάρχουν";
    /// Over what our side holds.
    they_wait: "They wait for us" => "Περιμένουν εμάς";
    /// Our side holds nothing.
    no_request: "No open request" => "Κανένα ανοιχτό αίτημα";
    /// Over what the client holds.
    we_wait: "We wait for them" => "Τους περιμένουμε";
    /// The client holds nothing.
    nothing_with_them: "Nothing lies with them" => "Δεν έχουν τίποτα σε εκκρεμότητα";
    /// Over the people of a client.
    people: "People" => "Άτομα";
    /// Nobody is known.
    nobody: "Nobody is known there: add whom you speak with" => "Κανείς γνωστός εκεί: προσθέστε με ποιον μιλάτε";
    /// Over what happened.
    touches: "Last touches" => "Τελευταίες επικοινωνίες";
    /// Nothing happened.
    no_touch: "No touch yet: log the first one" => "Καμία επικοινωνία ακόμη: καταγράψτε την πρώτη";
    /// Over the days that come.
    dates: "Dates" => "Ημερομηνίες";
    /// No day comes.
    no_dates: "No milestone, no agreement and no birthday with a day ahead" => "Κανένα ορόσημο, συμφωνία ή γενέθλια μπροστά";
    /// Over what the client said and decided.
    voices: "Said and decided" => "Γνώμες και αποφάσεις";
    /// The client said nothing.
    no_voices: "No feedback and no decision: ask how content they are" => "Καμία γνώμη ή απόφαση: ρωτήστε πόσο ευχαριστημένοι είναι";
    /// Over what is to be done.
    tasks: "Open tasks" => "Ανοιχτές εργασίες";
    /// Nothing is to be done.
    no_tasks: "No open task" => "Καμία ανοιχτή εργασία";
    /// How many lines are not told.
    and_more(lines: usize): "and {lines} more" => "και {lines} ακόμη";
    /// How many of them need care.
    to_look_at(alarms: usize): ", {alarms} of them to look at" => ", {alarms} θέλουν προσοχή";
    /// We never spoke.
    never: "never in touch" => "καμία επικοινωνία ποτέ";
    /// What the manager feels of a client.
    feel(feel: i64): "feel {feel} of 5" => "αίσθηση {feel} από 5";
    /// How many milestones are reached.
    reached(reached: usize, all: usize): "{reached} of {all} reached" => "{reached} από {all} ορόσημα";
    /// How many hours are spent.
    hours(spent: i64, all: i64): "{spent} of {all} hours" => "{spent} από {all} ώρες";

    /// When an agreement or its term is over.
    ends: "ends" => "λήγει";
    /// For how long an agreement renews itself.
    renews(span: &str): "renews itself for {span}" => "ανανεώνεται αυτόματα για {span}";
    /// Whose birthday it is.
    birthday(name: &str): "birthday of {name}" => "γενέθλια: {name}";
    /// The day that was promised first.
    at_first(day: &str): "at first promised {day}" => "πρώτη υπόσχεση {day}";
    /// Who asked.
    asked_by(name: &str): "asked by {name}" => "ζητήθηκε από {name}";
    /// It matters most.
    urgent: "urgent" => "επείγον";
    /// By which day something is to be done.
    due(day: &str): "due {day}" => "λήγει {day}";
    /// For how long a decision is owed.
    since(days: i64): "for {days} d" => "εδώ και {days} ημ.";
    /// Who is to decide.
    by(name: &str): " by {name}" => " από {name}";
    /// What somebody does in a project.
    part_for(part: &str, duty: &str): "{part} for {duty}" => "{part}: {duty}";
    /// How somebody likes to be reached.
    likes(way: &str): "likes {way}" => "προτιμά {way}";
    /// Notice of an agreement, and what happens without.
    notice(title: &str, without: &str): "notice for {title}, {without}" => "καταγγελία για {title}, {without}";
    /// What happens without.
    or_else(what: &str): "else it {what}" => "αλλιώς {what}";
    /// What happens without.
    ends_on(day: &str): "ends {day}" => "λήγει {day}";
    /// How late something is.
    late(days: i64): ", {days} d late" => ", {days} ημ. αργά";
    /// A satisfaction.
    csat(of: i64): "CSAT {of} of 5" => "CSAT {of} από 5";
    /// Whether they recommend us.
    nps(of: i64): "NPS {of} of 10" => "NPS {of} από 10";
    /// Who holds something, for how long.
    with(name: &str, days: i64): "with {name} {days} d" => "{name} {days} ημ.";
    /// Who held it before.
    before(holders: &str): " (before: {holders})" => " (πριν: {holders})";
}

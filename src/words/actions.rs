//! What a change did.

use super::message::messages;
use super::of_kind;
use crate::domain::{Action, Kind, Verb};

/// What was done, as one says it when it is undone: "edit client Aegean Foods", "import 1500 clients, 4200 contacts".
pub fn action(action: &Action) -> String {
    let Action { kind, name, to, counts, .. } = action;
    let one = |verb: &str| {
        let kind = kind.map(of_kind).unwrap_or_default();
        [verb, kind, name].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    match action.verb {
        Verb::Other | Verb::Remind => name.clone(),
        Verb::Add => one(add()),
        Verb::Edit => one(edit()),
        Verb::Delete => one(delete()),
        Verb::BringBack => one(bring_back()),
        Verb::EmptyBin => empty_bin(&counted(counts)),
        Verb::Capture => capture(name),
        Verb::Import => import(&counted(counts)),
        Verb::Restore => restore(name),
        Verb::TickOff => one(tick_off()),
        Verb::Reopen => one(open_again()),
        Verb::Finish => one(finish()),
        Verb::Close => one(close()),
        Verb::Hold => one(hold()),
        Verb::PromisedDays => first_days().to_owned(),
        Verb::Tell => one(tell()),
        Verb::SendReport => one(send_report()),
        Verb::ReopenReport => one(open_report()),
        Verb::Renew => one(renew()),
        Verb::Pass => pass_to(&one(pass()), to),
        Verb::Snooze => one(snooze()),
        Verb::Wake => one(wake()),
        Verb::See => one(see()),
        Verb::Unsee => one(unsee()),
        Verb::Decide => one(decide()),
        Verb::Merge => with_other(&one(merge()), to),
        Verb::TellApart => from_other(&one(tell_apart()), to),
        Verb::Erase if kind.is_some() => erase().to_owned(),
        Verb::Erase => was_erased().to_owned(),
        Verb::Demo => demo().to_owned(),
        Verb::Part => part(name, &counted(counts)).trim_end().to_owned(),
        Verb::PartBack => part_back().to_owned(),
    }
}

messages! {
    /// A record was made.
    add: "add" => "προσθήκη";
    /// A record was changed.
    edit: "edit" => "επεξεργασία";
    /// A person was erased, also from the history.
    erase: "erase a person for good" => "οριστική διαγραφή ατόμου";
    /// All that a change did was about somebody who was erased since.
    was_erased: "something that was erased since" => "κάτι που διαγράφηκε οριστικά";
    /// A record was put into the bin.
    delete: "delete" => "διαγραφή";
    /// A record was taken out of the bin.
    bring_back: "bring back" => "επαναφορά";
    /// What lay in the bin was taken out of the book.
    empty_bin(what: &str): "empty the bin of {what}" => "άδειασμα του κάδου: {what}";
    /// A line was kept.
    capture(line: &str): "capture {line}" => "καταγραφή {line}";
    /// A file was brought in.
    import(what: &str): "import {what}" => "εισαγωγή: {what}";
    /// A backup was brought back.
    restore(name: &str): "restore the backup of {name}" => "επαναφορά του αντιγράφου {name}";
    /// A record is done.
    tick_off: "tick off" => "ολοκλήρωση";
    /// A record is not done after all.
    open_again: "open again" => "άνοιγμα ξανά";
    /// A request is done.
    finish: "finish" => "τέλος";
    /// A client knows what came of a request.
    close: "close" => "κλείσιμο";
    /// A touch took place.
    hold: "hold" => "πραγματοποίηση";
    /// Promises got the days they had at first.
    first_days: "the first days of promises" => "οι πρώτες ημέρες υποσχέσεων";
    /// A client knows that a promise moved.
    tell: "tell the client of" => "ενημέρωση πελάτη για αλλαγή";
    /// A report was sent.
    send_report: "send report of" => "αποστολή αναφοράς";
    /// A report is to be sent after all.
    open_report: "open report of" => "άνοιγμα αναφοράς";
    /// An agreement was renewed.
    renew: "renew" => "ανανέωση";
    /// A ball was passed.
    pass: "pass" => "προώθηση";
    /// To whom.
    pass_to(what: &str, to: &str): "{what} to {to}" => "{what} προς {to}";
    /// A record is out of Today.
    snooze: "snooze" => "αναβολή";
    /// A record is back in Today.
    wake: "end the snooze of" => "λήξη αναβολής";
    /// A birthday or term was seen.
    see: "see" => "ενημέρωση για";
    /// It is to be seen again.
    unsee: "look again at" => "νέα ματιά σε";
    /// A decision was taken.
    decide: "decide" => "λήψη";
    /// A part of what is too large for one entry of the journal.
    part(nth: &str, what: &str): "part {nth} of a large change {what}" => "μέρος {nth} μεγάλης αλλαγής {what}";
    /// Such a part was taken back, since the rest of it lacks.
    part_back: "take back a part of a large change that was cut short" => "αναίρεση μέρους μεγάλης αλλαγής που διακόπηκε";
    /// Two records became one.
    merge: "merge" => "συγχώνευση";
    /// With which.
    with_other(what: &str, to: &str): "{what} with {to}" => "{what} με {to}";
    /// Two records are not the same.
    tell_apart: "tell apart" => "διαχωρισμός";
    /// From which.
    from_other(what: &str, to: &str): "{what} from {to}" => "{what} από {to}";
    /// The sample book was made.
    demo: "the sample book" => "το δοκιμαστικό βιβλίο";
}

fn counted(counts: &[(Kind, u32)]) -> String {
    let words =
        |(kind, count): &(Kind, u32)| super::counted(*kind, usize::try_from(*count).unwrap_or(usize::MAX));
    counts.iter().map(words).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Ref;
    use uuid::Uuid;

    #[test]
    fn changes_are_told_in_words() {
        let many = [Kind::Contact, Kind::Client, Kind::Contact].map(|kind| Ref::new(kind, Uuid::nil()));
        let pass = Action { to: "Design".into(), ..Action::on(Verb::Pass, Kind::Request, "banner") };
        for (what, words) in [
            (Action::from("a line of one's own"), "a line of one's own"),
            (Action::on(Verb::Edit, Kind::Client, "Aegean Foods"), "edit client Aegean Foods"),
            (
                Action::on(Verb::SendReport, Kind::Interaction, "kick-off"),
                "send report of interaction kick-off",
            ),
            (Action::to_many(Verb::Import, many), "import 1 client, 2 contacts"),
            (Action::named(Verb::Capture, "call Maria"), "capture call Maria"),
            (pass, "pass request banner to Design"),
        ] {
            assert_eq!(action(&what), words);
        }
    }
}

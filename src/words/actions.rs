//! What a change did.

use crate::domain::{Action, Kind, Verb};

/// What was done, as one says it when it is undone: "edit client Aegean Foods", "import 1500 clients, 4200 contacts".
pub fn action(action: &Action) -> String {
    let Action { kind, name, to, counts, .. } = action;
    let one = |verb: &str| {
        let kind = kind.map(Kind::name).unwrap_or_default();
        [verb, kind, name].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    match action.verb {
        Verb::Other | Verb::Remind => name.clone(),
        Verb::Add => one("add"),
        Verb::Edit => one("edit"),
        Verb::Delete => one("delete"),
        Verb::BringBack => one("bring back"),
        Verb::EmptyBin => format!("empty the bin of {}", counted(counts)),
        Verb::Capture => format!("capture {name}"),
        Verb::Import => format!("import {}", counted(counts)),
        Verb::Restore => format!("restore the backup of {name}"),
        Verb::TickOff => one("tick off"),
        Verb::Reopen => one("open again"),
        Verb::Finish => one("finish"),
        Verb::Close => one("close"),
        Verb::Hold => one("hold"),
        Verb::PromisedDays => "the first days of promises".to_owned(),
        Verb::Tell => one("tell the client of"),
        Verb::SendReport => one("send report of"),
        Verb::ReopenReport => one("open report of"),
        Verb::Renew => one("renew"),
        Verb::Pass => format!("{} to {to}", one("pass")),
        Verb::Snooze => one("snooze"),
        Verb::Wake => one("end the snooze of"),
        Verb::See => one("see"),
        Verb::Unsee => one("look again at"),
        Verb::Decide => one("decide"),
        Verb::Merge => format!("{} with {to}", one("merge")),
        Verb::TellApart => format!("{} from {to}", one("tell apart")),
        Verb::Demo => "the sample book".to_owned(),
        Verb::Part => format!("part {name} of a large change {}", counted(counts)).trim_end().to_owned(),
        Verb::PartBack => "take back a part of a large change that was cut short".to_owned(),
    }
}

fn counted(counts: &[(Kind, u32)]) -> String {
    let words = |(kind, count): &(Kind, u32)| kind.counted(usize::try_from(*count).unwrap_or(usize::MAX));
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

//! How what stands in Today stands now, in a word or two.

use super::dates;
use super::message::messages;
use crate::domain::derive::today::Standing;
use crate::domain::{Holder, Side, Touch};
use chrono::NaiveDate;

messages! {
    /// Nobody was told when it comes.
    nothing_promised: "nothing promised" => "χωρίς υπόσχεση";
    /// The client does not know that it is done.
    done_not_told: "done, not told" => "έγινε, χωρίς ενημέρωση";
    /// The client does not know that it was declined.
    declined_not_told: "declined, not told" => "απορρίφθηκε, χωρίς ενημέρωση";
    /// The day that a promise moved to.
    moved_to(day: &str): "moved to {day}" => "μετατέθηκε {day}";
    /// A promise is none any more.
    taken_back: "taken back" => "ανακλήθηκε";
    /// A touch lies ahead, or nobody said that it took place.
    planned(touch: &str): "{touch}, planned" => "{touch}, στο πλάνο";
    /// A touch without a report.
    no_report(touch: &str): "{touch}, no report" => "{touch}, χωρίς αναφορά";
    /// An agreement is not signed.
    not_signed: "not signed" => "δεν υπογράφηκε";
    /// An agreement has no end.
    endless: "without an end" => "χωρίς λήξη";
    /// When an agreement renews itself.
    renews(day: &str): "renews {day}" => "ανανέωση {day}";
    /// Our side is obliged.
    we_owe: "we owe it" => "το οφείλουμε";
    /// The other side is obliged.
    they_owe: "the client owes it" => "το οφείλει ο πελάτης";
    /// Who has it is not there on its day.
    away: "away when it is due" => "λείπει όταν λήγει";
    /// A client hears nothing.
    no_word: "no word from us" => "κανένα νέο από εμάς";
    /// A project stands still.
    no_next_step: "no next step" => "χωρίς επόμενο βήμα";
    /// A client has no tier.
    to_be_sorted: "to be sorted" => "για κατάταξη";
    /// Somebody was born on this day.
    birthday: "birthday" => "γενέθλια";
}

/// "Nikos Andreou", "expected 4 Dec", "done, not told"; empty where its day says all there is to say.
pub fn standing(standing: &Standing, today: NaiveDate, name: impl Fn(&Holder) -> String) -> String {
    let day = |day: &NaiveDate| dates::plain(*day, today);
    let touch = |touch: &Touch| super::chosen(*touch);
    match standing {
        Standing::Plain => String::new(),
        Standing::With(holder) => name(holder),
        Standing::Expected(on) => super::lists::expected(&day(on)),
        Standing::NothingPromised => nothing_promised().into(),
        Standing::DoneNotTold => done_not_told().into(),
        Standing::DeclinedNotTold => declined_not_told().into(),
        Standing::MovedTo(to) => moved_to(&day(to)),
        Standing::TakenBack => taken_back().into(),
        Standing::Planned(of) => planned(touch(of)),
        Standing::NoReport(of) => no_report(touch(of)),
        Standing::NotSigned => not_signed().into(),
        Standing::Endless => endless().into(),
        Standing::Renews(on) => renews(&day(on)),
        Standing::Ends(on) => super::lists::ends(&day(on)),
        Standing::OwedBy(Side::Us) => we_owe().into(),
        Standing::OwedBy(Side::Them) => they_owe().into(),
        Standing::Away => away().into(),
        Standing::NoWord => no_word().into(),
        Standing::NoNextStep => no_next_step().into(),
        Standing::NoTier => to_be_sorted().into(),
        Standing::Birthday => birthday().into(),
    }
}

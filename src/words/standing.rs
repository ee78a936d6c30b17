//! How what stands in Today stands now, in a word or two.

use super::dates;
use crate::domain::derive::today::Standing;
use crate::domain::{Holder, Side};
use chrono::NaiveDate;

/// "Nikos Andreou", "expected 4 Dec", "done, not told"; empty where its day says all there is to say.
pub fn standing(standing: &Standing, today: NaiveDate, name: impl Fn(&Holder) -> String) -> String {
    let day = |day: &NaiveDate| dates::plain(*day, today);
    match standing {
        Standing::Plain => String::new(),
        Standing::With(holder) => name(holder),
        Standing::Expected(on) => format!("expected {}", day(on)),
        Standing::NothingPromised => "nothing promised".into(),
        Standing::DoneNotTold => "done, not told".into(),
        Standing::DeclinedNotTold => "declined, not told".into(),
        Standing::MovedTo(to) => format!("moved to {}", day(to)),
        Standing::TakenBack => "taken back".into(),
        Standing::Planned(touch) => format!("{}, planned", touch.label()),
        Standing::NoReport(touch) => format!("{}, no report", touch.label()),
        Standing::NotSigned => "not signed".into(),
        Standing::Endless => "without an end".into(),
        Standing::Renews(on) => format!("renews {}", day(on)),
        Standing::Ends(on) => format!("ends {}", day(on)),
        Standing::OwedBy(Side::Us) => "we owe it".into(),
        Standing::OwedBy(Side::Them) => "the client owes it".into(),
        Standing::Away => "away when it is due".into(),
        Standing::NoWord => "no word from us".into(),
        Standing::NoNextStep => "no next step".into(),
        Standing::NoTier => "to be sorted".into(),
        Standing::Birthday => "birthday".into(),
    }
}

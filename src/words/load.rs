//! Who is there for somebody who is away, and how full a week is.

use super::dates;
use super::message::messages;
use crate::domain::ContactId;
use crate::domain::derive::heat::Spot;
use crate::domain::derive::load::StandIn;
use chrono::NaiveDate;

messages! {
    /// Who does the work of somebody who is away.
    stands_in(name: &str): "{name} stands in" => "αναπληρώνει: {name}";
    /// The same, away as well.
    stands_in_away(name: &str, until: &str): "{name} stands in, but is away until {until}" => "αναπληρώνει: {name}, αλλά λείπει έως {until}";
    /// Nobody does.
    nobody: "nobody stands in" => "κανείς δεν αναπληρώνει";
}

/// "Nikos stands in", "Rita stands in, but is away until 30 Nov", "nobody stands in".
pub fn stand_in(instead: StandIn, today: NaiveDate, name: impl Fn(ContactId) -> String) -> String {
    match instead {
        StandIn::There(who) => stands_in(&name(who)),
        StandIn::Away(who, until) => stands_in_away(&name(who), &dates::plain(until, today)),
        StandIn::Nobody => nobody().into(),
    }
}

/// The signs before a week of a department: "!" more than fits, "~" more than fits for somebody, `away` where
/// somebody is away all week and has work in it.
pub fn signs(spot: &Spot, away: &str) -> String {
    let full = match spot {
        s if s.is_over() => "!",
        s if s.crowded > 0 => "~",
        _ => "",
    };
    format!("{full}{}", if spot.deserted > 0 { away } else { "" })
}

/// "52", "52+3" with what has no hours beside it, "·" where there is nothing.
pub fn hours(spot: &Spot) -> String {
    match (spot.work.hours, spot.work.unsaid + spot.work.requests) {
        (0, 0) => "·".into(),
        (hours, 0) => hours.to_string(),
        (0, n) => format!("+{n}"),
        (hours, n) => format!("{hours}+{n}"),
    }
}

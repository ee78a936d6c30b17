//! Who is there for somebody who is away, and how full a week is.

use super::dates;
use crate::domain::ContactId;
use crate::domain::derive::heat::Spot;
use crate::domain::derive::load::StandIn;
use chrono::NaiveDate;

/// "Nikos stands in", "Rita stands in, but is away until 30 Nov", "nobody stands in".
pub fn stand_in(instead: StandIn, today: NaiveDate, name: impl Fn(ContactId) -> String) -> String {
    match instead {
        StandIn::There(who) => format!("{} stands in", name(who)),
        StandIn::Away(who, until) => {
            format!("{} stands in, but is away until {}", name(who), dates::plain(until, today))
        }
        StandIn::Nobody => "nobody stands in".into(),
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

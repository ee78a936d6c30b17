//! Who is there for somebody who is away.

use crate::domain::derive::load::StandIn;
use crate::domain::{ContactId, when};
use chrono::NaiveDate;

/// "Nikos stands in", "Rita stands in, but is away until 30 Nov", "nobody stands in".
pub fn stand_in(instead: StandIn, today: NaiveDate, name: impl Fn(ContactId) -> String) -> String {
    match instead {
        StandIn::There(who) => format!("{} stands in", name(who)),
        StandIn::Away(who, until) => {
            format!("{} stands in, but is away until {}", name(who), when::plain(until, today))
        }
        StandIn::Nobody => "nobody stands in".into(),
    }
}

//! What is known of those who hold something.

use super::dates;
use crate::domain::derive::waiting::{Holding, Usual};
use chrono::NaiveDate;

/// "usually 7 d (25)", "said 3 d".
pub fn usual(usual: Usual) -> String {
    match usual {
        Usual { days, count: 0 } => format!("said {days} d"),
        Usual { days, count } => format!("usually {days} d ({count})"),
    }
}

/// "agreed for 4 Dec", "agreed for 25 Nov, passed".
pub fn agreed(day: NaiveDate, today: NaiveDate) -> String {
    let passed = if day < today { ", passed" } else { "" };
    format!("agreed for {}{passed}", dates::plain(day, today))
}

/// "5, 2 too long", "1".
pub fn counted(holding: &Holding) -> String {
    match (holding.waits.len(), holding.too_long) {
        (all, 0) => all.to_string(),
        (1, _) => "1, too long".into(),
        (all, late) => format!("{all}, {late} too long"),
    }
}

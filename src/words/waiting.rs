//! What is known of those who hold something.

use super::dates;
use super::message::messages;
use crate::domain::derive::waiting::{Holding, Usual};
use chrono::NaiveDate;

messages! {
    /// How long a department said that it takes.
    said(days: i64): "said {days} d" => "είπαν {days} ημ.";
    /// How long somebody takes, of so many answers.
    usually(days: i64, count: usize): "usually {days} d ({count})" => "συνήθως {days} ημ. ({count})";
    /// The day that was agreed with whoever holds it.
    agreed_for(day: &str): "agreed for {day}" => "συμφωνήθηκε για {day}";
    /// The same, and it is past.
    agreed_and_passed(day: &str): "agreed for {day}, passed" => "συμφωνήθηκε για {day}, πέρασε";
    /// One thing is held too long.
    one_too_long: "1, too long" => "1, αργεί";
    /// Some of the things are held too long.
    too_long(all: usize, late: usize): "{all}, {late} too long" => "{all}, {late} αργούν";
}

/// "usually 7 d (25)", "said 3 d".
pub fn usual(usual: Usual) -> String {
    match usual {
        Usual { days, count: 0 } => said(days),
        Usual { days, count } => usually(days, count),
    }
}

/// "agreed for 4 Dec", "agreed for 25 Nov, passed".
pub fn agreed(day: NaiveDate, today: NaiveDate) -> String {
    let told = dates::plain(day, today);
    if day < today { agreed_and_passed(&told) } else { agreed_for(&told) }
}

/// "5, 2 too long", "1".
pub fn counted(holding: &Holding) -> String {
    match (holding.waits.len(), holding.too_long) {
        (all, 0) => all.to_string(),
        (1, _) => one_too_long().into(),
        (all, late) => too_long(all, late),
    }
}

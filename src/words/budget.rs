//! What is spent of a budget.

use super::message::messages;
use crate::domain::derive::budget::{Budget, BudgetState};
use std::fmt::Display;

messages! {
    /// What is spent of what was agreed.
    of(spent: &str, agreed: &str): "{spent} of {agreed}" => "{spent} από {agreed}";
    /// What is spent where nothing was agreed.
    only_spent(spent: &str): "{spent} spent" => "{spent} δαπανήθηκαν";
    /// More is spent than was agreed.
    over: ": more than was agreed" => ": πάνω από τα συμφωνημένα";
}

/// "72 of 80 (90 %)", "84 of 80 (105 %): more than was agreed", "12 spent".
pub fn budget<T: Display>(budget: &Budget<T>) -> String {
    let words = match (&budget.spent, &budget.agreed) {
        (Some(spent), Some(agreed)) => of(&spent.to_string(), &agreed.to_string()),
        (Some(spent), None) => only_spent(&spent.to_string()),
        (None, Some(agreed)) => agreed.to_string(),
        (None, None) => String::new(),
    };
    let share = budget.share.map(|share| format!(" ({share} %)")).unwrap_or_default();
    let more = if budget.state == BudgetState::Over { over() } else { "" };
    format!("{words}{share}{more}")
}

//! What is spent of a budget.

use crate::domain::derive::budget::{Budget, BudgetState};
use std::fmt::Display;

/// "72 of 80 (90 %)", "84 of 80 (105 %): more than was agreed", "12 spent".
pub fn budget<T: Display>(budget: &Budget<T>) -> String {
    let words = match (&budget.spent, &budget.agreed) {
        (Some(spent), Some(agreed)) => format!("{spent} of {agreed}"),
        (Some(spent), None) => format!("{spent} spent"),
        (None, Some(agreed)) => agreed.to_string(),
        (None, None) => String::new(),
    };
    let share = budget.share.map(|share| format!(" ({share} %)")).unwrap_or_default();
    let over = if budget.state == BudgetState::Over { ": more than was agreed" } else { "" };
    format!("{words}{share}{over}")
}

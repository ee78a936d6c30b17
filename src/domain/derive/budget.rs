//! What a project has spent of the hours and the money that were agreed.

use crate::domain::Project;
use rust_decimal::Decimal;

/// How what is spent stands against what was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BudgetState {
    /// Less than nine tenths are spent, or nothing was agreed.
    Fine,
    /// Nine tenths or more.
    Near,
    /// More than was agreed.
    Over,
}

/// One budget of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// "72 of 80 (90 %)".
    pub words: String,
    /// Against what was agreed.
    pub state: BudgetState,
}

impl Budget {
    fn fine(words: String) -> Self {
        Self { words, state: BudgetState::Fine }
    }

    fn of(spent: Decimal, agreed: Decimal, words: &str) -> Self {
        // Amounts that leave no room to calculate with have no share.
        let share = spent.checked_mul(Decimal::ONE_HUNDRED).and_then(|s| s.checked_div(agreed));
        let share = share.map(|share| share.round());
        let is_near = share.is_some_and(|share| share >= Decimal::from(90));
        let share = share.map(|share| format!(" ({share} %)")).unwrap_or_default();
        if spent > agreed {
            Self { words: format!("{words}{share}: more than was agreed"), state: BudgetState::Over }
        } else if is_near {
            Self { words: format!("{words}{share}"), state: BudgetState::Near }
        } else {
            Self::fine(format!("{words}{share}"))
        }
    }
}

/// Hours of work; `None` when nothing is known of them.
pub fn hours(project: &Project) -> Option<Budget> {
    Some(match (project.effort_budget, project.effort_spent) {
        (None, None) => return None,
        (None, Some(spent)) => Budget::fine(format!("{spent} spent")),
        (Some(agreed), spent) => {
            let spent = spent.unwrap_or(0);
            Budget::of(spent.into(), agreed.into(), &format!("{spent} of {agreed}"))
        }
    })
}

/// Money; two currencies are told, not compared. `None` when nothing is known of it.
pub fn money(project: &Project) -> Option<Budget> {
    Some(match (project.money_budget, project.money_spent) {
        (None, None) => return None,
        (None, Some(spent)) => Budget::fine(format!("{spent} spent")),
        (Some(agreed), None) => Budget::fine(agreed.to_string()),
        (Some(agreed), Some(spent)) if agreed.currency == spent.currency => {
            Budget::of(spent.amount, agreed.amount, &format!("{spent} of {agreed}"))
        }
        (Some(agreed), Some(spent)) => Budget::fine(format!("{spent} of {agreed}")),
    })
}

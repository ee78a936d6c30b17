//! What a project has spent of the hours and the money that were agreed.

use crate::domain::{Money, Project};
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

/// One budget of a project, in hours or in money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget<T> {
    /// What is spent; nothing where nobody said.
    pub spent: Option<T>,
    /// What was agreed.
    pub agreed: Option<T>,
    /// How much of it is spent, in whole percent; nothing where the two cannot be compared.
    pub share: Option<Decimal>,
    /// Against what was agreed.
    pub state: BudgetState,
}

impl<T> Budget<T> {
    fn of(spent: Option<T>, agreed: Option<T>, compared: Option<(Decimal, Decimal)>) -> Self {
        let Some((used, of)) = compared else {
            return Self { spent, agreed, share: None, state: BudgetState::Fine };
        };
        // Amounts that leave no room to calculate with have no share.
        let share = used.checked_mul(Decimal::ONE_HUNDRED).and_then(|s| s.checked_div(of));
        let share = share.map(|share| share.round());
        let state = match share {
            _ if used > of => BudgetState::Over,
            Some(share) if share >= Decimal::from(90) => BudgetState::Near,
            _ => BudgetState::Fine,
        };
        Self { spent, agreed, share, state }
    }
}

/// Hours of work; `None` when nothing is known of them.
pub fn hours(project: &Project) -> Option<Budget<i64>> {
    match (project.effort_budget, project.effort_spent) {
        (None, None) => None,
        (None, spent) => Some(Budget::of(spent, None, None)),
        (Some(agreed), spent) => {
            let spent = spent.unwrap_or(0);
            Some(Budget::of(Some(spent), Some(agreed), Some((spent.into(), agreed.into()))))
        }
    }
}

/// Money; two currencies are told, not compared. `None` when nothing is known of it.
pub fn money(project: &Project) -> Option<Budget<Money>> {
    let (agreed, spent) = (project.money_budget, project.money_spent);
    let compared = agreed.zip(spent).filter(|(agreed, spent)| agreed.currency == spent.currency);
    let compared = compared.map(|(agreed, spent)| (spent.amount, agreed.amount));
    (agreed.is_some() || spent.is_some()).then(|| Budget::of(spent, agreed, compared))
}

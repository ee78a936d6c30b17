//! How somebody stands to their cadence.

use crate::domain::derive::cadence::{Cadence, CadenceState, Limits};

/// "last touch 22 d ago, limit 21: 1 d late".
pub fn cadence(of: &Cadence) -> String {
    let since = match of.last {
        Some(_) if of.silent == 0 => "touched today".to_owned(),
        Some(_) => format!("last touch {} d ago", of.silent),
        None => format!("no touch in the {} d we know them", of.silent),
    };
    let Limits { soft, hard, .. } = of.limits;
    match of.state {
        CadenceState::Fine => format!("{since}, next one within {} d", of.days),
        CadenceState::Soon if of.days == 0 => format!("{since}, limit {hard} is today"),
        CadenceState::Soon => format!("{since}, wanted every {soft}: {} d left", of.days),
        CadenceState::Late => format!("{since}, limit {hard}: {} d late", of.days),
    }
}

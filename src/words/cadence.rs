//! How somebody stands to their cadence.

use super::message::messages;
use crate::domain::derive::cadence::{Cadence, CadenceState, Limits};

messages! {
    /// The last touch was on the day on which it is read.
    touched_today: "touched today" => "επικοινωνία σήμερα";
    /// How long ago the last touch was.
    touched(days: i64): "last touch {days} d ago" => "τελευταία επικοινωνία πριν {days} ημ.";
    /// There was no touch since a record was made.
    untouched(days: i64): "no touch in the {days} d we know them" => "καμία επικοινωνία στις {days} ημ. που τους ξέρουμε";
    /// So many days are left.
    next(since: &str, days: i64): "{since}, next one within {days} d" => "{since}, η επόμενη εντός {days} ημ.";
    /// The limit is the day on which it is read.
    limit_today(since: &str, limit: i64): "{since}, limit {limit} is today" => "{since}, το όριο των {limit} λήγει σήμερα";
    /// The wish is past, the limit is not.
    wanted(since: &str, every: i64, left: i64): "{since}, wanted every {every}: {left} d left" => "{since}, ρυθμός κάθε {every}: μένουν {left} ημ.";
    /// The limit is past.
    late(since: &str, limit: i64, days: i64): "{since}, limit {limit}: {days} d late" => "{since}, όριο {limit}: {days} ημ. αργά";
}

/// "last touch 22 d ago, limit 21: 1 d late".
pub fn cadence(of: &Cadence) -> String {
    let since = match of.last {
        Some(_) if of.silent == 0 => touched_today().to_owned(),
        Some(_) => touched(of.silent),
        None => untouched(of.silent),
    };
    let Limits { soft, hard, .. } = of.limits;
    match of.state {
        CadenceState::Fine => next(&since, of.days),
        CadenceState::Soon if of.days == 0 => limit_today(&since, hard),
        CadenceState::Soon => wanted(&since, soft, of.days),
        CadenceState::Late => late(&since, hard, of.days),
    }
}

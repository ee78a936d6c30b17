//! Why one of two records stays, why a value is taken, and why two cannot become one.

use super::changes::counted_of;
use crate::domain::merge::{Fault, Plan, Why, WhyStays};

/// What becomes of what is not taken.
pub const NOTHING_LOST: &str =
    "Nothing is lost: what is not taken is kept among the custom fields. One undo brings both back.";

/// Why a value is taken, a sentence.
pub const fn why(why: Why) -> &'static str {
    match why {
        Why::Equal => "Both say the same.",
        Why::OnlyThere => "The other one says nothing.",
        Why::Room => "There is room for both.",
        Why::Later => "It is the later day.",
        Why::Earlier => "It is the earlier day.",
        Why::OneHome => "A person belongs to a client or to a department, not to both.",
        Why::Stays => "It is that of the one that stays; the other is kept among the custom fields.",
        Why::Hand => "As you chose.",
    }
}

/// Why one of the two stays.
pub fn why_stays(plan: &Plan) -> String {
    match plan.why {
        WhyStays::MoreHangs(most, less) => format!("more hangs on it: {most} against {less}"),
        WhyStays::Older => "it was written down first".to_owned(),
        WhyStays::Hand => "as you chose".to_owned(),
    }
}

/// What becomes of everything that points at the one that goes.
pub fn moved(plan: &Plan) -> String {
    let stays = plan.of_side(plan.stays).title();
    match plan.moved() {
        [] => "Nothing points at the other one".to_owned(),
        all => format!("{} of the other one will be of {stays}", counted_of(all.iter().copied())),
    }
}

/// Why two records cannot become one.
pub fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Same => "that is one and the same record".to_owned(),
        Fault::Gone => "one of the two is not in the book, or lies in the bin".to_owned(),
        Fault::Kinds => "two clients can be merged, or two people".to_owned(),
        Fault::Later => {
            "a later version of Syndeo wrote something different into both: merge them with that one"
                .to_owned()
        }
        Fault::Changed => "one of the two was changed in the meantime: go back and look again".to_owned(),
        Fault::Wrong(error) => error.to_string(),
    }
}

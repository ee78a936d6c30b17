//! Why one of two records stays, why a value is taken, and why two cannot become one.

use super::changes::counted_of;
use super::message::messages;
use crate::domain::merge::{Fault, Plan, Why, WhyStays};

messages! {
    /// What is not taken is kept.
    nothing_lost: "Nothing is lost: what is not taken is kept among the custom fields. One undo brings both back."
        => "Τίποτα δεν χάνεται: ό,τι δεν επιλέγεται μένει στα δικά σας πεδία. Μία αναίρεση τα φέρνει και τα δύο πίσω.";
    /// Why a value is taken.
    equal: "Both say the same." => "Λένε και τα δύο το ίδιο.";
    /// Why a value is taken.
    only_there: "The other one says nothing." => "Το άλλο δεν λέει τίποτα.";
    /// Why values are taken.
    room: "There is room for both." => "Υπάρχει χώρος και για τα δύο.";
    /// Why a value is taken.
    later: "It is the later day." => "Είναι η μεταγενέστερη ημέρα.";
    /// Why a value is taken.
    earlier: "It is the earlier day." => "Είναι η παλαιότερη ημέρα.";
    /// Why a value is taken.
    one_home: "A person belongs to a client or to a department, not to both." => "Ένα άτομο ανήκει σε πελάτη ή σε τμήμα, όχι και στα δύο.";
    /// Why a value is taken.
    of_stays: "It is that of the one that stays; the other is kept among the custom fields." => "Είναι αυτό της εγγραφής που μένει· το άλλο κρατιέται στα δικά σας πεδία.";
    /// Why a value is taken.
    by_hand: "As you chose." => "Όπως επιλέξατε.";
    /// Why one stays.
    more_hangs(most: usize, less: usize): "more hangs on it: {most} against {less}" => "έχει περισσότερες συνδέσεις: {most} έναντι {less}";
    /// Why one stays.
    older: "it was written down first" => "γράφτηκε πρώτη";
    /// Why one stays.
    chosen: "as you chose" => "όπως επιλέξατε";
    /// Nothing hangs on the one that goes.
    nothing_moves: "Nothing points at the other one" => "Τίποτα δεν δείχνει στην άλλη";
    /// What will be of the one that stays.
    will_be_of(what: &str, stays: &str): "{what} of the other one will be of {stays}" => "Περνούν στην εγγραφή {stays}: {what}";
    /// Two are one.
    is_same: "that is one and the same record" => "είναι μία και η ίδια εγγραφή";
    /// One is not there.
    is_gone: "one of the two is not in the book, or lies in the bin" => "μία από τις δύο δεν είναι στο βιβλίο, ή είναι στον κάδο";
    /// They are of kinds that are not merged.
    of_kinds: "two clients can be merged, or two people" => "συγχωνεύονται δύο πελάτες, ή δύο άτομα";
    /// They hold what is not understood.
    is_later: "a later version of Syndeo wrote something different into both: merge them with that one"
        => "μια νεότερη έκδοση του Syndeo έγραψε κάτι διαφορετικό και στις δύο: συγχωνεύστε τις με εκείνη";
    /// One was changed.
    is_changed: "one of the two was changed in the meantime: go back and look again" => "μία από τις δύο άλλαξε στο μεταξύ: γυρίστε πίσω και δείτε ξανά";
}

/// Why a value is taken, a sentence.
pub fn why(why: Why) -> &'static str {
    match why {
        Why::Equal => equal(),
        Why::OnlyThere => only_there(),
        Why::Room => room(),
        Why::Later => later(),
        Why::Earlier => earlier(),
        Why::OneHome => one_home(),
        Why::Stays => of_stays(),
        Why::Hand => by_hand(),
    }
}

/// Why one of the two stays.
pub fn why_stays(plan: &Plan) -> String {
    match plan.why {
        WhyStays::MoreHangs(most, less) => more_hangs(most, less),
        WhyStays::Older => older().to_owned(),
        WhyStays::Hand => chosen().to_owned(),
    }
}

/// What becomes of everything that points at the one that goes.
pub fn moved(plan: &Plan) -> String {
    let stays = plan.of_side(plan.stays).title();
    match plan.moved() {
        [] => nothing_moves().to_owned(),
        all => will_be_of(&counted_of(all.iter().copied()), &stays),
    }
}

/// Why two records cannot become one.
pub fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Same => is_same().to_owned(),
        Fault::Gone => is_gone().to_owned(),
        Fault::Kinds => of_kinds().to_owned(),
        Fault::Later => is_later().to_owned(),
        Fault::Changed => is_changed().to_owned(),
        Fault::Wrong(error) => error.to_string(),
    }
}

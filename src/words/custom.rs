//! Words about the fields that a person made.

use super::message::{messages, plural};
use crate::domain::Type;

/// What a field holds whose maker did not say what it is for.
pub fn about(kind: &Type) -> &'static str {
    match kind {
        Type::Number => holds_number(),
        Type::Date => holds_date(),
        Type::Money => holds_money(),
        Type::Choice(_) => holds_choice(),
        _ => holds_text(),
    }
}

messages! {
    /// A field for text.
    holds_text: "A field of your own: text." => "Δικό σας πεδίο: κείμενο.";
    /// A field for a number.
    holds_number: "A field of your own: a number, such as 9 or 1200.50." => "Δικό σας πεδίο: αριθμός, π.χ. 9 ή 1200,50.";
    /// A field for a day.
    holds_date: "A field of your own: a day, such as fri, 24/12 or 2026-12-24." => "Δικό σας πεδίο: ημέρα, π.χ. Παρ, 24/12 ή 2026-12-24.";
    /// A field for an amount.
    holds_money: "A field of your own: an amount with its currency, such as 1200.50 EUR." => "Δικό σας πεδίο: ποσό με νόμισμα, π.χ. 1200,50 EUR.";
    /// A field for a choice.
    holds_choice: "A field of your own: one of these, or - for none." => "Δικό σας πεδίο: ένα από αυτά, ή - για κανένα.";
    /// Beside a value that does not fit its field.
    kept(text: &str, fault: &str): "“{text}” is kept: {fault}" => "Διατηρείται το «{text}»: {fault}";
    /// What became of the values when a definition was changed.
    misfits(odd: usize, all: usize) = {
        let they = plural(super::whole(odd), "it is kept and marked", "they are kept and marked");
        format!("{odd} of {all} values do not fit: {they}")
    } => {
        let they = plural(super::whole(odd), "διατηρείται με σήμανση", "διατηρούνται με σήμανση");
        format!("{odd} από {all} τιμές δεν ταιριάζουν: {they}")
    };
    /// The fields of one's own, where one is looked for.
    all: "Custom fields" => "Δικά σας πεδία";
    /// Those of them that have no definition, below those that have one.
    others: "Others" => "Άλλα";
    /// There is none to look for.
    none: "there is no field of your own yet: add one first" => "δεν υπάρχει ακόμη δικό σας πεδίο· προσθέστε πρώτα ένα";
}

//! Values as text: how they are shown, how they are typed, and what may stand in a field.

mod birthday;
mod list;
mod read;
mod show;

pub use read::read;
pub use show::{holder_name, show};

use super::{Choice, Counted, Fault, Type, ValidationError, Value};

/// The longest line of text in a field, in characters.
pub const LINE_LIMIT: usize = 1_000;
/// The longest text of many lines, in characters.
pub const LONG_LIMIT: usize = 200_000;
/// The most entries of one list.
pub const LIST_LIMIT: usize = 500;

/// Whether a value may stand in a field of this type.
///
/// # Errors
/// What was expected, in words.
pub fn check(kind: &Type, value: &Value) -> Result<(), ValidationError> {
    match (kind, value) {
        (Type::Text, Value::Text(t)) => {
            if t.contains('\n') {
                return Err(Fault::ManyLines.into());
            }
            within(t.chars().count(), LINE_LIMIT, Counted::Characters)
        }
        (Type::Long, Value::Text(t)) => within(t.chars().count(), LONG_LIMIT, Counted::Characters),
        (Type::Words, Value::Words(w)) => within(w.len(), LIST_LIMIT, Counted::Entries),
        (Type::Checks, Value::Checks(c)) => within(c.len(), LIST_LIMIT, Counted::Lines),
        (Type::Mails, Value::Labelled(mails)) => {
            let wrong = mails.iter().find(|m| !is_mail(&m.value));
            wrong.map_or(Ok(()), |m| Err(Fault::NoMail(m.value.clone()).into()))
        }
        (Type::Phones, Value::Labelled(phones)) => {
            let wrong = phones.iter().find(|p| !p.value.chars().any(|c| c.is_ascii_digit()));
            wrong.map_or(Ok(()), |p| Err(Fault::NoPhone(p.value.clone()).into()))
        }
        (Type::Whole(low, high), Value::Whole(n)) if n < low || n > high => {
            Err(Fault::NotWithin(*low, *high).into())
        }
        _ => Ok(()),
    }
}

fn within(size: usize, limit: usize, of: Counted) -> Result<(), ValidationError> {
    if size > limit { Err(Fault::TooMany { size, of, limit }.into()) } else { Ok(()) }
}

/// Something before an `@`, something after it, no blank and no colon: `work:maria@example.org` is a label that lacks
/// its blank. The full grammar (RFC 5321) lets far more pass than anybody's address book holds, and forbids addresses
/// that work.
fn is_mail(text: &str) -> bool {
    let no_letter = |c: char| c.is_whitespace() || c == ':';
    text.split_once('@').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty() && !text.contains(no_letter))
}

/// The closed list a field's value is taken from, if it is.
pub fn choices(kind: &Type) -> &'static [Choice] {
    match kind {
        Type::Choice(list) | Type::Choices(list) => list,
        _ => &[],
    }
}

/// The word on screen for a code.
pub fn label(kind: &Type, code: u8) -> &'static str {
    choices(kind).iter().find(|c| c.code == code).map_or("?", |c| c.shown)
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

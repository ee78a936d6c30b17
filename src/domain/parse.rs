//! Values as text: how they are shown, how they are typed, and what may stand in a field.

use super::when;
use super::{
    Birthday, Check, Choice, Fault, Hand, Holder, Labelled, Moment, Money, Ref, Repeat, Span, Type, Unit,
    Value,
};

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
pub fn check(kind: &Type, value: &Value) -> Result<(), Fault> {
    match (kind, value) {
        (Type::Text, Value::Text(t)) => {
            if t.contains('\n') {
                return Err(Fault::new("this is one line; put longer text into the notes"));
            }
            within(t.chars().count(), LINE_LIMIT, "characters")
        }
        (Type::Long, Value::Text(t)) => within(t.chars().count(), LONG_LIMIT, "characters"),
        (Type::Words, Value::Words(w)) => within(w.len(), LIST_LIMIT, "entries"),
        (Type::Checks, Value::Checks(c)) => within(c.len(), LIST_LIMIT, "lines"),
        (Type::Mails, Value::Labelled(mails)) => {
            let wrong = mails.iter().find(|m| !is_mail(&m.value));
            wrong.map_or(Ok(()), |m| {
                Err(Fault::new(format!("{} is no mail address, such as maria@example.org", m.value)))
            })
        }
        (Type::Phones, Value::Labelled(phones)) => {
            let wrong = phones.iter().find(|p| !p.value.chars().any(|c| c.is_ascii_digit()));
            wrong.map_or(Ok(()), |p| {
                Err(Fault::new(format!("{} is no telephone number, such as +30 210 1234567", p.value)))
            })
        }
        (Type::Whole(low, high), Value::Whole(n)) if n < low || n > high => {
            Err(Fault::new(format!("a whole number from {low} to {high} was expected")))
        }
        _ => Ok(()),
    }
}

fn within(size: usize, limit: usize, of: &str) -> Result<(), Fault> {
    if size > limit {
        Err(Fault::new(format!("{size} {of} are too many; {limit} is the most")))
    } else {
        Ok(())
    }
}

/// Something before an `@`, something with no space after it. The full grammar (RFC 5321) lets far more pass than
/// anybody's address book holds, and forbids addresses that work.
fn is_mail(text: &str) -> bool {
    text.split_once('@')
        .is_some_and(|(a, b)| !a.is_empty() && !b.is_empty() && !text.contains(char::is_whitespace))
}

/// A value as text: what is shown, and what typing it again would read. `names` gives a record's name.
pub fn show(kind: &Type, value: &Value, names: &dyn Fn(Ref) -> String) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(t) => t.clone(),
        Value::Words(w) => w.join(", "),
        Value::Labelled(l) => {
            let each = l.iter().map(show_labelled).collect::<Vec<_>>();
            each.join(if matches!(kind, Type::Pairs) { "\n" } else { ", " })
        }
        Value::Date(d) => d.format("%Y-%m-%d").to_string(),
        Value::Moment(m) => m.local().format("%Y-%m-%d %H:%M").to_string(),
        Value::Birthday(b) => show_birthday(*b),
        Value::Whole(n) => n.to_string(),
        Value::Money(m) => m.to_string(),
        Value::Yes => "yes".into(),
        Value::Choice(code) => label(kind, *code).to_owned(),
        Value::Choices(codes) => codes.iter().map(|c| label(kind, *c)).collect::<Vec<_>>().join(", "),
        Value::One(r) => names(*r),
        Value::Many(refs) => refs.iter().map(|r| names(*r)).collect::<Vec<_>>().join(", "),
        Value::Span(s) => s.words(),
        Value::Repeat(r) if r.after_done => format!("{} after done", r.every.words()),
        Value::Repeat(r) => format!("every {}", r.every.words()),
        Value::Checks(c) => c
            .iter()
            .map(|c| format!("{}{}", if c.done { "[x] " } else { "[ ] " }, c.text))
            .collect::<Vec<_>>()
            .join("\n"),
        Value::Hands(hands) => hands.iter().map(|h| show_hand(h, names)).collect::<Vec<_>>().join(", "),
    }
}

fn show_labelled(l: &Labelled) -> String {
    if l.label.is_empty() { l.value.clone() } else { format!("{}: {}", l.label, l.value) }
}

fn show_hand(hand: &Hand, names: &dyn Fn(Ref) -> String) -> String {
    format!("{} since {}", holder_name(&hand.holder, names), hand.since.date().format("%Y-%m-%d"))
}

/// The name of whoever holds the ball.
pub fn holder_name(holder: &Holder, names: &dyn Fn(Ref) -> String) -> String {
    match holder {
        Holder::Us => "us".into(),
        Holder::Person(id) => names((*id).into()),
        Holder::Client(id) => names((*id).into()),
        Holder::Department(id) => names((*id).into()),
        Holder::Other(name) => name.clone(),
    }
}

fn show_birthday(b: Birthday) -> String {
    let month = MONTHS.get(usize::from(b.month).wrapping_sub(1)).copied().unwrap_or("?");
    match b.year {
        Some(year) => format!("{} {month} {year}", b.day),
        None => format!("{} {month}", b.day),
    }
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The closed list a field's value is taken from, if it is.
pub fn choices(kind: &Type) -> &'static [Choice] {
    match kind {
        Type::Choice(list) | Type::Choices(list) => list,
        _ => &[],
    }
}

/// The word on screen for a code.
pub fn label(kind: &Type, code: u8) -> &'static str {
    choices(kind).iter().find(|c| c.code == code).map_or("?", |c| c.label)
}

/// Reads what was typed into a field. Records cannot be read from text alone; see [`Type::One`].
///
/// # Errors
/// What was expected, in words.
pub fn read(kind: &Type, text: &str, now: Moment) -> Result<Value, Fault> {
    let text = text.trim_end();
    if text.trim().is_empty() {
        return Ok(Value::Empty);
    }
    let line = text.trim();
    let value =
        match kind {
            Type::Text => Value::Text(line.to_owned()),
            Type::Long => Value::Text(text.to_owned()),
            Type::Words => Value::Words(split(line, &[',', ';'])),
            Type::Mails | Type::Phones => {
                Value::Labelled(split(line, &[',', ';', '\n']).iter().map(|s| read_labelled(s)).collect())
            }
            Type::Pairs => Value::Labelled(split(text, &['\n']).iter().map(|s| read_labelled(s)).collect()),
            Type::Date => Value::Date(when::read_date(line, now.date()).ok_or_else(|| {
                Fault::new("a day was expected, such as fri, in 3 days, 24/12 or 2026-12-24")
            })?),
            Type::Moment => Value::Moment(when::read_moment(line, now).ok_or_else(|| {
                Fault::new("a day and time was expected, such as today 10:30, yesterday or 24/12 at 9")
            })?),
            Type::Birthday => Value::Birthday(read_birthday(line)?),
            Type::Whole(low, high) => Value::Whole(
                line.parse()
                    .map_err(|_| Fault::new(format!("a whole number from {low} to {high} was expected")))?,
            ),
            Type::Money => Value::Money(Money::parse(line)?),
            Type::Flag => match line.to_lowercase().as_str() {
                "yes" | "y" | "true" | "1" | "x" => Value::Yes,
                "no" | "n" | "false" | "0" => Value::Empty,
                _ => return Err(Fault::new("yes or no was expected")),
            },
            Type::Choice(list) => Value::Choice(read_choice(list, line)?),
            Type::Choices(list) => Value::Choices(
                split(line, &[',', ';']).iter().map(|w| read_choice(list, w)).collect::<Result<_, _>>()?,
            ),
            Type::One(kind) | Type::Many(kind) => return Err(Fault::new(format!("a {kind} was expected"))),
            Type::Span => Value::Span(read_span(line)?),
            Type::Repeat => Value::Repeat(read_repeat(line)?),
            Type::Checks => Value::Checks(text.lines().filter_map(read_check).collect()),
            Type::Hands => return Err(Fault::new("the program keeps this itself")),
        };
    check(kind, &value)?;
    Ok(value)
}

fn split(text: &str, at: &[char]) -> Vec<String> {
    text.split(at).map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
}

/// "work: value"; what stands before the colon must be a word, so that addresses of pages stay whole.
fn read_labelled(text: &str) -> Labelled {
    match text.split_once(':') {
        Some((label, value)) if !value.starts_with("//") && !value.trim().is_empty() => {
            Labelled { label: label.trim().to_owned(), value: value.trim().to_owned() }
        }
        _ => Labelled { label: String::new(), value: text.to_owned() },
    }
}

fn read_choice(list: &[Choice], text: &str) -> Result<u8, Fault> {
    let wanted = text.trim().to_lowercase();
    let exact = list.iter().find(|c| c.name == wanted || c.label.to_lowercase() == wanted);
    let mut starts = list.iter().filter(|c| c.name.starts_with(&wanted));
    let found = exact.or_else(|| starts.next().filter(|_| starts.next().is_none()));
    found.map(|c| c.code).ok_or_else(|| {
        let names: Vec<&str> = list.iter().map(|c| c.name).collect();
        Fault::new(format!("one of {} was expected", names.join(", ")))
    })
}

fn read_check(line: &str) -> Option<Check> {
    let line = line.trim();
    let (done, text) = match line.strip_prefix("[x]").or_else(|| line.strip_prefix("[X]")) {
        Some(rest) => (true, rest),
        None => (false, line.strip_prefix("[ ]").unwrap_or(line)),
    };
    let text = text.trim();
    (!text.is_empty()).then(|| Check { done, text: text.to_owned() })
}

/// "3 months", "90 days", "10 workdays", "2w".
fn read_span(text: &str) -> Result<Span, Fault> {
    let wrong = || Fault::new("a length of time was expected, such as 3 months, 90 days or 10 workdays");
    let text = text.trim().to_lowercase();
    let cut = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
    let count: u16 = if cut == 0 { 1 } else { text[..cut].parse().map_err(|_| wrong())? };
    let unit = match text[cut..].trim() {
        "d" | "day" | "days" => Unit::Day,
        "wd" | "workday" | "workdays" | "working days" => Unit::Workday,
        "w" | "week" | "weeks" => Unit::Week,
        "m" | "month" | "months" => Unit::Month,
        "y" | "year" | "years" => Unit::Year,
        _ => return Err(wrong()),
    };
    if count == 0 { Err(wrong()) } else { Ok(Span::new(count, unit)) }
}

/// "every 2 weeks", "every month", "10 days after done".
fn read_repeat(text: &str) -> Result<Repeat, Fault> {
    let lower = text.trim().to_lowercase();
    let (rest, after_done) = match lower.strip_suffix("after done") {
        Some(rest) => (rest, true),
        None => (lower.as_str(), false),
    };
    let rest = rest.trim().strip_prefix("every").unwrap_or(rest).trim();
    read_span(rest)
        .map(|every| Repeat { every, after_done })
        .map_err(|_| Fault::new("every 2 weeks, or 10 days after done, was expected"))
}

/// "7 Mar", "7 March 1980", "1980-03-07", "--03-07" (RFC 6350 §4.3.1), "7.3.1980", "7/3".
fn read_birthday(text: &str) -> Result<Birthday, Fault> {
    let wrong = || Fault::new("a birthday was expected, such as 7 Mar, 7 Mar 1980 or 1980-03-07");
    if let Some(rest) = text.strip_prefix("--") {
        let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
        let at = |r: std::ops::Range<usize>| digits.get(r).and_then(|d| d.parse().ok());
        return at(0..2).zip(at(2..4)).and_then(|(m, d)| Birthday::new(None, m, d)).ok_or_else(wrong);
    }
    let parts: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || "-/.,".contains(c)).filter(|p| !p.is_empty()).collect();
    let month = |p: &str| {
        p.parse::<u8>().ok().or_else(|| {
            let p = p.to_lowercase();
            let at = MONTHS.iter().position(|m| p.starts_with(&m.to_lowercase()));
            at.and_then(|i| u8::try_from(i + 1).ok())
        })
    };
    let number = |p: &str| p.parse::<u16>().ok();
    let read = match parts[..] {
        [year, m, d] if year.len() == 4 && number(year).is_some() => (number(d), month(m), number(year)),
        [d, m, year] => (number(d).filter(|_| number(year).is_some()), month(m), number(year)),
        [d, m] => (number(d), month(m), None),
        _ => return Err(wrong()),
    };
    let (Some(day), Some(month), year) = read else { return Err(wrong()) };
    u8::try_from(day).ok().and_then(|d| Birthday::new(year.map(i32::from), month, d)).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;

    fn now() -> Moment {
        Moment::from_rfc3339("2026-11-23T10:00:00+02:00").unwrap()
    }

    /// What a value shows, typed again, is the same value; for every type that can be typed.
    #[test]
    fn what_is_shown_is_read_again() {
        let cases = [
            (Type::Text, "Acme & Sons"),
            (Type::Long, "one\n\ntwo"),
            (Type::Words, "a, b c, d"),
            (Type::Mails, "work: a@b.example, c@d.example"),
            (Type::Phones, "mobile: +30 694 1234567, 210 5"),
            (Type::Pairs, "coffee: black\nfloor: 3"),
            (Type::Date, "2026-12-24"),
            (Type::Birthday, "7 Mar"),
            (Type::Birthday, "29 Feb 1980"),
            (Type::Whole(0, 10), "7"),
            (Type::Money, "1 200.50 EUR"),
            (Type::Flag, "yes"),
            (Type::Span, "3 months"),
            (Type::Span, "10 workdays"),
            (Type::Repeat, "every 2 weeks"),
            (Type::Repeat, "10 days after done"),
            (Type::Checks, "[ ] one\n[x] two"),
        ];
        for (kind, text) in cases {
            let value = read(&kind, text, now()).unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(show(&kind, &value, &|_| String::new()), text);
        }
        for kind in Kind::ALL {
            for field in kind.fields() {
                for choice in choices(&field.kind) {
                    assert_eq!(
                        read_choice(choices(&field.kind), choice.label),
                        Ok(choice.code),
                        "{}",
                        field.name
                    );
                }
            }
        }
    }

    #[test]
    fn birthdays_are_read_as_address_books_write_them() {
        for text in ["7 March 1980", "1980-03-07", "7.3.1980", "7/3/1980"] {
            assert_eq!(read_birthday(text), Ok(Birthday { month: 3, day: 7, year: Some(1980) }), "{text}");
        }
        for text in ["--03-07", "--0307", "7/3", "7 mar"] {
            assert_eq!(read_birthday(text), Ok(Birthday { month: 3, day: 7, year: None }), "{text}");
        }
        for text in ["1980", "31 Feb", "x", "--13-40", "0/0/00"] {
            assert!(read_birthday(text).is_err(), "{text}");
        }
    }

    #[test]
    fn complaints_say_what_was_expected() {
        assert!(read(&Type::Mails, "maria", now()).unwrap_err().words.contains("maria@example.org"));
        assert!(read(&Type::Whole(1, 5), "9", now()).unwrap_err().words.contains("from 1 to 5"));
        assert!(read(&Type::Date, "somewhen", now()).unwrap_err().words.contains("in 3 days"));
    }
}

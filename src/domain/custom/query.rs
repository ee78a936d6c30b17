//! What rows are asked for: words, and what must hold for a field: `athens nps>=8 segment="key account"`.

use super::pairs::typed;
use super::rank::{Rank, of_value};
use super::{is_called, rank};
use crate::domain::text::fold;
use crate::domain::{Book, Fault, Field, Moment, Money, Record, Type, Value, parse};

/// How a value is held against another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Is,
    IsNot,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// The signs as they are written; of those that begin alike the longer one first.
const SIGNS: &[(&str, Sign)] = &[
    ("!=", Sign::IsNot),
    ("<=", Sign::AtMost),
    (">=", Sign::AtLeast),
    ("=", Sign::Is),
    ("<", Sign::Less),
    (">", Sign::More),
];

/// What must hold for a field of a record.
#[derive(Clone, Debug)]
pub struct Condition {
    field: &'static Field,
    sign: Sign,
    /// What it is held against.
    wanted: Rank,
    /// As it was written, folded: what a value that does not fit its field is compared with.
    text: String,
    /// Amounts of this currency alone.
    currency: Option<[u8; 3]>,
}

/// Words and conditions.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// The words that must all be there.
    pub words: String,
    /// What must hold besides.
    pub conditions: Vec<Condition>,
    /// What is no value of its field: which field, and what was expected.
    pub faults: Vec<(&'static Field, Fault)>,
    /// Names before a sign that are of no field.
    pub unknown: Vec<String>,
}

impl Query {
    /// Reads a line; of the fields that are offered a condition names one. What names none is a word.
    pub fn read(book: &Book, fields: &[&'static Field], line: &str, now: Moment) -> Self {
        let mut out = Self::default();
        let mut rest = line;
        while let Some((at, text, sign)) = next_sign(rest) {
            let (before, behind) = (&rest[..at], &rest[at + text.len()..]);
            let Some((start, field)) = name_before(fields, before) else {
                let name = before.split_whitespace().last().unwrap_or_default();
                out.unknown.push(name.to_owned());
                out.words.push_str(&rest[..at + text.len()]);
                rest = behind;
                continue;
            };
            let (value, left) = value_of(behind);
            out.words.push_str(&before[..start]);
            match Condition::of(book, field, sign, value, now) {
                Ok(condition) => out.conditions.extend(condition),
                Err(fault) => out.faults.push((field, fault)),
            }
            rest = left;
        }
        out.words.push_str(rest);
        out.words = out.words.split_whitespace().collect::<Vec<_>>().join(" ");
        out
    }

    /// Reads a line that is one condition: all behind its sign is the value.
    pub fn of_one(book: &Book, fields: &[&'static Field], line: &str, now: Moment) -> Self {
        let mut out = Self::default();
        let Some((at, text, sign)) = next_sign(line) else {
            line.trim().clone_into(&mut out.words);
            return out;
        };
        let (name, value) = (line[..at].trim(), line[at + text.len()..].trim());
        let bare = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        match name_before(fields, name).filter(|(start, _)| *start == 0) {
            Some((_, field)) => match Condition::of(book, field, sign, bare.unwrap_or(value), now) {
                Ok(condition) => out.conditions.extend(condition),
                Err(fault) => out.faults.push((field, fault)),
            },
            None => out.unknown.push(name.to_owned()),
        }
        out
    }

    /// Whether it is words alone.
    pub fn asks_nothing(&self) -> bool {
        self.conditions.is_empty() && self.faults.is_empty()
    }

    /// Whether all conditions hold; of a line with a value that is none, none does.
    pub fn holds(&self, book: &Book, record: &Record) -> bool {
        self.faults.is_empty() && self.conditions.iter().all(|condition| condition.holds(book, record))
    }
}

/// The first sign of a line, and where it stands.
fn next_sign(line: &str) -> Option<(usize, &'static str, Sign)> {
    line.char_indices().find_map(|(at, _)| {
        let sign = SIGNS.iter().find(|(text, _)| line[at..].starts_with(text));
        sign.map(|(text, sign)| (at, *text, *sign))
    })
}

/// The longest name of a field that a text ends with, and where it begins.
fn name_before(fields: &[&'static Field], text: &str) -> Option<(usize, &'static Field)> {
    let text = text.trim_end();
    let mut starts = text.char_indices().filter(|(at, c)| {
        !c.is_whitespace() && text[..*at].chars().next_back().is_none_or(char::is_whitespace)
    });
    let named = |name: &str| {
        let is = |f: &&&'static Field| {
            is_called(f.name, name) || is_called(f.label, name) || is_called(&f.name.replace('_', " "), name)
        };
        fields.iter().find(is).copied()
    };
    starts.find_map(|(at, _)| Some((at, named(&text[at..])?)))
}

/// The value behind a sign: in double quotes, or up to the next blank; and what is left.
fn value_of(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    if let Some((inside, left)) = text.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
        return (inside, left);
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

impl Condition {
    /// A condition on a field; `None` for one that is not written out yet.
    fn of(
        book: &Book,
        field: &'static Field,
        sign: Sign,
        text: &str,
        now: Moment,
    ) -> Result<Option<Self>, Fault> {
        let line = text.trim();
        let condition = |wanted, currency| Self { field, sign, wanted, text: fold(line), currency };
        if line.is_empty() {
            let asks = matches!(sign, Sign::Is | Sign::IsNot);
            return Ok(asks.then(|| condition(Rank::Nothing, None)));
        }
        let value = match field.kind {
            Type::Money => {
                let money = Money::parse(line).map_err(|error| error.fault)?;
                let said = line.contains(|c: char| c.is_alphabetic() || "€$£".contains(c));
                return Ok(Some(condition(Rank::Number(money.amount), said.then_some(money.currency))));
            }
            Type::One(_) | Type::Many(_) | Type::Words | Type::Long => Value::Text(line.to_owned()),
            // A day is asked for, whatever time of it.
            Type::Moment => parse::read(&Type::Date, line, now).map_err(|error| error.fault)?,
            kind if field.is_custom() => {
                typed(&kind, line).or_else(|_| parse::read(&kind, line, now).map_err(|error| error.fault))?
            }
            kind => parse::read(&kind, line, now).map_err(|error| error.fault)?,
        };
        Ok(Some(condition(of_value(book, &field.kind, &value), None)))
    }

    fn holds(&self, book: &Book, record: &Record) -> bool {
        let value = self.field.read(record);
        let wrong = self.field.misfit(&value).is_some();
        let is = match (&value, &self.wanted) {
            // What does not fit is there, and is what it says.
            (Value::Text(text), Rank::Nothing) if wrong => text.trim().is_empty(),
            (Value::Text(text), _) if wrong => fold(text.trim()) == self.text,
            (Value::Money(money), Rank::Number(amount)) => {
                money.amount == *amount && self.currency.is_none_or(|c| c == money.currency)
            }
            (Value::Words(words), Rank::Text(wanted)) => words.iter().any(|word| fold(word) == *wanted),
            (Value::Many(all), Rank::Text(wanted)) => all.iter().any(|id| fold(&book.title(*id)) == *wanted),
            (value, wanted) => self.rank(book, record, value) == *wanted,
        };
        let comparable = match (&value, self.currency) {
            (Value::Money(money), Some(currency)) => money.currency == currency,
            _ => true,
        };
        let rank = self.rank(book, record, &value);
        let there = !wrong && comparable && rank != Rank::Nothing;
        match self.sign {
            Sign::Is => is,
            Sign::IsNot => !is,
            Sign::Less => there && rank < self.wanted,
            Sign::AtMost => there && rank <= self.wanted,
            Sign::More => there && rank > self.wanted,
            Sign::AtLeast => there && rank >= self.wanted,
        }
    }

    fn rank(&self, book: &Book, record: &Record, value: &Value) -> Rank {
        match value {
            Value::Moment(at) => of_value(book, &Type::Date, &Value::Date(at.date())),
            _ => rank(book, self.field, record),
        }
    }
}

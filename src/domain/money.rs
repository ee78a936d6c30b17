//! Amounts of money: a decimal and a currency, never a float.

use super::ValidationError;
use super::text::grouped;
use crate::domain::Fault;
use rust_decimal::Decimal;
use std::fmt;

/// An amount in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    /// The amount, in units of the currency.
    pub amount: Decimal,
    /// ISO 4217 code, three capital letters.
    pub currency: [u8; 3],
}

impl Money {
    /// `amount` of the currency with this ISO 4217 code.
    pub fn new(amount: Decimal, currency: &str) -> Option<Self> {
        let code: [u8; 3] = currency.as_bytes().try_into().ok()?;
        code.iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Self { amount, currency: code.map(|c| c.to_ascii_uppercase()) })
    }

    /// The ISO 4217 code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.currency).unwrap_or("???")
    }

    /// Reads "1200.50 EUR", "EUR 1,200.50", "€ 1.200,50", "1200" (euro where none is said).
    ///
    /// # Errors
    /// When there is no amount in it, one that can be read in two ways ("1.200"), or a word that is no currency.
    pub fn parse(text: &str) -> Result<Self, ValidationError> {
        let mut currency = String::new();
        let mut digits = String::new();
        for c in text.chars() {
            match c {
                '€' => currency.push_str("EUR"),
                '$' => currency.push_str("USD"),
                '£' => currency.push_str("GBP"),
                c if c.is_ascii_digit() || "-.,".contains(c) => digits.push(c),
                c if c.is_whitespace() || "'’".contains(c) => {}
                c if c.is_ascii_alphabetic() => currency.push(c),
                _ => return Err(wrong()),
            }
        }
        if currency.is_empty() {
            currency.push_str("EUR");
        }
        Self::new(amount(&digits)?, &currency).ok_or_else(|| Fault::NoCurrency.into())
    }
}

/// Reads digits with the marks of any country between them.
fn amount(digits: &str) -> Result<Decimal, ValidationError> {
    let digits = plain_digits(digits)?;
    let exact = |text: &str| Decimal::from_str_exact(text).ok();
    // A zero at the end may be one digit more than a decimal holds.
    let short = || digits.contains('.').then(|| digits.trim_end_matches('0')).and_then(exact);
    exact(&digits).or_else(short).ok_or_else(wrong)
}

/// Reads a number as people write it, as an amount is read: "12", "1 200.5", "1.200,50".
///
/// # Errors
/// When it is none, or one that can be read in two ways ("1.200").
pub fn read_number(text: &str) -> Result<Decimal, ValidationError> {
    let mut digits = String::new();
    for c in text.trim().chars() {
        match c {
            c if c.is_ascii_digit() || "-.,".contains(c) => digits.push(c),
            c if c.is_whitespace() || "'’".contains(c) => {}
            _ => return Err(Fault::NoNumber.into()),
        }
    }
    amount(&digits).map_err(|error| if error == wrong() { Fault::NoNumber.into() } else { error })
}

/// A number as plain digits that read in one way alone: no groups, a point, and never three decimals.
pub fn plain_number(number: Decimal) -> String {
    let text = number.normalize().to_string();
    match text.split_once('.') {
        Some((_, decimals)) if decimals.len() == 3 => format!("{text}0"),
        _ => text,
    }
}

impl Money {
    /// The amount as plain digits with two decimals or none, and the currency: "1200.50 EUR".
    pub fn plain(&self) -> String {
        let text = plain_number(self.amount);
        let short = text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 1);
        format!("{text}{} {}", if short { "0" } else { "" }, self.code())
    }
}

fn wrong() -> ValidationError {
    Fault::NoAmount.into()
}

/// Turns grouped digits into plain ones. Where both marks stand, the last one is the decimal mark; where one stands
/// several times, it groups; where it stands once, it is the decimal mark, unless it could group as well.
fn plain_digits(text: &str) -> Result<String, ValidationError> {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let Some(at) = text.rfind(['.', ',']) else { return Ok(format!("{sign}{text}")) };
    let (whole, mark, tail) = (&text[..at], &text[at..=at], &text[at + 1..]);
    let other = if mark == "." { "," } else { "." };
    if whole.contains(mark) {
        let all = Some(format!("{sign}{}", text.replace(mark, "")));
        return all.filter(|_| is_grouped(text, mark) && !text.contains(other)).ok_or_else(wrong);
    }
    if whole.contains(other) {
        if !is_grouped(whole, other) {
            return Err(wrong());
        }
    } else if tail.len() == 3 && whole.len() <= 3 && !whole.is_empty() && !whole.starts_with('0') {
        let decimals = tail.trim_end_matches('0');
        let small = if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") };
        return Err(Fault::TwoAmounts {
            large: format!("{sign}{whole}{tail}"),
            small: format!("{sign}{small}"),
            exact: format!("{sign}{whole}.{}", decimals_shown(tail)),
        }
        .into());
    }
    Ok(format!("{sign}{}.{tail}", whole.replace(other, "")))
}

/// Whether the mark stands between groups of digits: 1,200,000, and 12,00,000 as in India.
fn is_grouped(text: &str, mark: &str) -> bool {
    let groups: Vec<usize> = text.split(mark).map(str::len).collect();
    let [first, inner @ .., last] = &groups[..] else { return false };
    (1..=3).contains(first) && inner.iter().all(|n| (2..=3).contains(n)) && *last == 3
}

/// Decimals as they are shown: two at least, and never three, which could be read as a group of thousands.
fn decimals_shown(decimals: &str) -> String {
    let kept = decimals.trim_end_matches('0');
    let places = if kept.len() == 3 { 4 } else { kept.len().max(2) };
    format!("{kept:0<places$}")
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.amount.to_string();
        let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(w, r)| (w, Some(r)));
        let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |w| ("-", w));
        write!(f, "{sign}{}", grouped(whole, ' '))?;
        if let Some(rest) = rest {
            write!(f, ".{}", decimals_shown(rest))?;
        }
        write!(f, " {}", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, shown) in [
            ("1200", "1 200 EUR"),
            ("1 200", "1 200 EUR"),
            ("1'200.5 CHF", "1 200.50 CHF"),
            ("1.200,50", "1 200.50 EUR"),
            ("$1,315.00", "1 315.00 USD"),
            ("GBP 1.000.000", "1 000 000 GBP"),
            ("0,5 EUR", "0.50 EUR"),
            ("-12.5 usd", "-12.50 USD"),
            ("12.", "12 EUR"),
            (".5", "0.50 EUR"),
            ("0.125", "0.1250 EUR"),
            ("1234.567", "1 234.5670 EUR"),
            ("1,200.500", "1 200.50 EUR"),
            ("1,000,000", "1 000 000 EUR"),
            ("12,00,000.5 INR", "1 200 000.50 INR"),
            ("1 200.50 EUR", "1 200.50 EUR"),
        ] {
            assert_eq!(Money::parse(text).map(|m| m.to_string()), Ok(shown.to_owned()), "{text}");
        }
        assert!(Money::parse("lots").is_err());
        for text in [
            "12 EURO",
            "1.2.3",
            "1,2,3",
            "1.200.50",
            "1,2.3,4",
            "1,2.3,456",
            "100000000000000000000000000000",
            "12,3.5",
            "12-5",
            "1.000000.000",
            ".",
        ] {
            assert!(Money::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_lone_mark_before_three_digits_is_a_question() {
        for (text, words) in [
            ("1.200 EUR", "1200 or 1.2? write 1200 or 1.20"),
            ("1,200", "1200 or 1.2? write 1200 or 1.20"),
            ("-12.000", "-12000 or -12? write -12000 or -12.00"),
            ("€ 123,456", "123456 or 123.456? write 123456 or 123.4560"),
        ] {
            assert_eq!(Money::parse(text).map_err(|f| f.to_string()), Err(words.to_owned()), "{text}");
            let (_, both) = words.split_once("write ").unwrap();
            for way in both.split(" or ") {
                assert!(Money::parse(way).is_ok(), "{way}");
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_read_again(
            high in any::<i64>(),
            low in any::<u32>(),
            scale in 0u32..=28,
            code in "[A-Z]{3}",
        ) {
            for mantissa in [i128::from(high), i128::from(low), i128::from(high) << 32 | i128::from(low)] {
                let money = Money::new(Decimal::from_i128_with_scale(mantissa, scale), &code).unwrap();
                prop_assert_eq!(Money::parse(&money.to_string()), Ok(money), "{}", money);
            }
        }
    }
}

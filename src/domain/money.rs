//! Amounts of money: a decimal and a currency, never a float.

use super::Fault;
use rust_decimal::Decimal;
use std::fmt;
use std::str::FromStr;

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
    /// When there is no amount in it, or a word that is no currency.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let wrong = || Fault::new("an amount was expected, such as 1200.50 EUR");
        let mut currency = String::new();
        let mut digits = String::new();
        for c in text.chars() {
            match c {
                '€' => currency.push_str("EUR"),
                '$' => currency.push_str("USD"),
                '£' => currency.push_str("GBP"),
                c if c.is_ascii_digit() || "-.,".contains(c) => digits.push(c),
                c if c.is_whitespace() || c == '\'' => {}
                c if c.is_ascii_alphabetic() => currency.push(c),
                _ => return Err(wrong()),
            }
        }
        if currency.is_empty() {
            currency.push_str("EUR");
        }
        let amount = Decimal::from_str(&plain_digits(&digits)).map_err(|_| wrong())?;
        Self::new(amount, &currency).ok_or_else(|| Fault::new("a currency has three letters, such as EUR"))
    }
}

/// Turns grouped digits into plain ones: the last mark is the decimal one unless exactly three digits follow a mark
/// that stands more than once, or that is the only one and is a comma before three digits ("1,200").
fn plain_digits(text: &str) -> String {
    let last = text.rfind(['.', ',']);
    let Some(at) = last else { return text.to_owned() };
    let mark = text.as_bytes()[at] as char;
    let tail = text.len() - at - 1;
    let others = text[..at].contains(['.', ',']);
    let repeated = text[..at].contains(mark);
    let grouping = tail == 3 && (repeated || (!others && mark == ','));
    let whole: String = text[..at].chars().filter(|c| !".,".contains(*c)).collect();
    if grouping { format!("{whole}{}", &text[at + 1..]) } else { format!("{whole}.{}", &text[at + 1..]) }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.amount.to_string();
        let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(w, r)| (w, Some(r)));
        let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |w| ("-", w));
        let mut grouped = String::new();
        for (i, c) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                grouped.push(' ');
            }
            grouped.push(c);
        }
        write!(f, "{sign}{grouped}")?;
        if let Some(rest) = rest {
            write!(f, ".{rest}")?;
        }
        write!(f, " {}", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, shown) in [
            ("1200", "1 200 EUR"),
            ("1,200", "1 200 EUR"),
            ("1.200,50", "1 200.50 EUR"),
            ("$1,315.00", "1 315.00 USD"),
            ("GBP 1.000.000", "1 000 000 GBP"),
            ("0,5 EUR", "0.5 EUR"),
            ("-12.5 usd", "-12.5 USD"),
            ("1 200.50 EUR", "1 200.50 EUR"),
        ] {
            assert_eq!(Money::parse(text).map(|m| m.to_string()), Ok(shown.to_owned()), "{text}");
        }
        assert!(Money::parse("lots").is_err());
        assert!(Money::parse("12 EURO").is_err());
    }

    #[test]
    fn what_is_shown_can_be_read_again() {
        for text in ["1200.50 EUR", "0 USD", "-3 GBP", "123456789 CHF"] {
            let money = Money::parse(text).unwrap();
            assert_eq!(Money::parse(&money.to_string()), Ok(money));
        }
    }
}

//! Days of birth as text: the year may be missing, and is never guessed.

use crate::domain::{Birthday, Fault, ValidationError, when};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// "7 Mar 1980", "7 Mar".
pub(super) fn show(b: Birthday) -> String {
    let month = MONTHS.get(usize::from(b.month).wrapping_sub(1)).copied().unwrap_or("?");
    match b.year {
        Some(year) => format!("{} {month} {year:04}", b.day),
        None => format!("{} {month}", b.day),
    }
}

/// "7 Mar", "7 March 1980", "1980-03-07", "--03-07" (RFC 6350 §4.3.1), "7.3.1980", "7/3", "7 Μαρτίου".
pub(super) fn read(text: &str) -> Result<Birthday, ValidationError> {
    let wrong = || ValidationError::from(Fault::NoBirthday);
    if let Some(rest) = text.strip_prefix("--") {
        let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
        let at = |r: std::ops::Range<usize>| digits.get(r).and_then(|d| d.parse().ok());
        return at(0..2).zip(at(2..4)).and_then(|(m, d)| Birthday::new(None, m, d)).ok_or_else(wrong);
    }
    let parts = when::date_parts(text).ok_or_else(wrong)?;
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (day, month, year) = match parts[..] {
        [year, m, d] if year.len() == 4 && number(year).is_some() => (d, m, Some(year)),
        [m, d, year] if when::month(m).is_some() => (d, m, Some(year)),
        [d, m, year] => (d, m, Some(year)),
        [m, d] if when::month(m).is_some() => (d, m, None),
        [d, m] => (d, m, None),
        _ => return Err(wrong()),
    };
    let day = number(day).ok_or_else(wrong)?;
    let month = number(month).or_else(|| when::month(month)).ok_or_else(wrong)?;
    let year = match year {
        // Nobody can tell whether 80 is 1980 and 24 is 1924; a guess would stay for good.
        Some(y) if y.len() < 4 && number(y).is_some() => {
            return Err(Fault::ShortYear.into());
        }
        Some(y) => Some(number(y).filter(|_| y.len() == 4).ok_or_else(wrong)?),
        None => None,
    };
    let small = |n: u32| u8::try_from(n).ok();
    let year = year.and_then(|y| i32::try_from(y).ok());
    small(month).zip(small(day)).and_then(|(m, d)| Birthday::new(year, m, d)).ok_or_else(wrong)
}

fn number(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn born(year: Option<i32>) -> Birthday {
        Birthday { month: 3, day: 7, year }
    }

    #[test]
    fn birthdays_are_read_as_address_books_write_them() {
        for text in ["7 March 1980", "1980-03-07", "7.3.1980", "7/3/1980", "Mar 7, 1980", "7 Μαρτίου 1980"]
        {
            assert_eq!(read(text), Ok(born(Some(1980))), "{text}");
        }
        for text in ["--03-07", "--0307", "7/3", "7 mar", "7th of March", "7 Μαρ", "7η Μαρτίου"] {
            assert_eq!(read(text), Ok(born(None)), "{text}");
        }
        for text in ["1980", "31 Feb", "x", "--13-40", "0/0/00", "7 ma", "7/3/19800", "7/3/1980/1", "7 3 x"] {
            assert!(read(text).is_err(), "{text}");
        }
        assert_eq!(read("29 Feb"), Ok(Birthday { month: 2, day: 29, year: None }));
    }

    #[test]
    fn a_year_of_two_digits_is_a_question() {
        for text in ["7/3/80", "7.3.24", "7 Mar 80", "7/3/980"] {
            assert!(read(text).is_err_and(|f| f.fault == Fault::ShortYear), "{text}");
        }
    }
}

//! Days of birth as text: the year may be missing, and is never guessed.

use crate::domain::{Birthday, Fault};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// "7 Mar 1980", "7 Mar".
pub(super) fn show(b: Birthday) -> String {
    let month = MONTHS.get(usize::from(b.month).wrapping_sub(1)).copied().unwrap_or("?");
    match b.year {
        Some(year) => format!("{} {month} {year}", b.day),
        None => format!("{} {month}", b.day),
    }
}

/// "7 Mar", "7 March 1980", "1980-03-07", "--03-07" (RFC 6350 §4.3.1), "7.3.1980", "7/3".
pub(super) fn read(text: &str) -> Result<Birthday, Fault> {
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

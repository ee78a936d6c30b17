//! What stands in a cell: several values, nothing, or a number that a spreadsheet spoilt.

/// Several numbers with `mark` between them; one with words behind it ("210 123456, ext. 5") stays one.
pub(super) fn joined<'a>(cell: &'a str, mark: &str) -> Vec<&'a str> {
    /// A number that is dialled from elsewhere has no fewer digits.
    const DIGITS: usize = 5;
    let is_number = |part: &str| part.bytes().filter(u8::is_ascii_digit).count() >= DIGITS;
    let parts: Vec<&str> =
        if mark.is_empty() { vec![cell] } else { cell.split(mark).map(str::trim).collect() };
    if parts.iter().all(|part| is_number(part)) { parts } else { vec![cell] }
}

/// Several values of a cell, with `;`, `,` or ` ::: ` between them.
pub(super) fn several(cell: &str) -> impl Iterator<Item = &str> {
    let each = cell.split(":::").flat_map(|part| part.split([';', ',']));
    each.map(str::trim).filter(|one| !one.is_empty())
}

/// Telephone numbers of a cell, with ` ::: ` or `;` between them; a comma may stand in one.
pub(super) fn numbers(cell: &str) -> impl Iterator<Item = &str> {
    let each = cell.split(":::").flat_map(|part| part.split(';'));
    each.map(str::trim).filter(|one| !one.is_empty())
}

/// Words to filter by. Groups that every account has say nothing.
pub(super) fn tags(cell: &str) -> impl Iterator<Item = String> {
    several(cell)
        .map(|word| word.trim_matches('"'))
        .filter(|word| !word.starts_with('*') && !word.is_empty())
        .map(str::to_owned)
}

/// What programs write where there is nothing.
pub(super) fn is_placeholder(cell: &str) -> bool {
    const NOTHING: &[&str] = &["null", "n/a", "#n/a", "0/0/00", "-", "--"];
    NOTHING.iter().any(|nothing| cell.eq_ignore_ascii_case(nothing))
}

/// Whether a number stands there as a spreadsheet shows long ones, `1.23457E+11`: its last digits are lost.
pub(super) fn is_spoilt(cell: &str) -> bool {
    let Some((mantissa, exponent)) = cell.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let whole = mantissa.split(['.', ',']).all(digits);
    whole && exponent.strip_prefix('+').is_some_and(digits)
}

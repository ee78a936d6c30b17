//! Amounts in exports. Which mark stands before the hundredths is decided for a whole column, from all its values; where
//! that stays open, nothing is guessed.

/// What stands before the hundredths in the amounts of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `1.234,56`.
    Comma,
    /// `1,234.56`.
    Point,
    /// No value tells, or they contradict each other.
    Unclear,
}

/// The style of the amounts of a column.
pub(super) fn style<'a>(values: impl Iterator<Item = &'a str>) -> Style {
    let (mut comma, mut point) = (false, false);
    for decimal in values.filter_map(decimal) {
        comma |= decimal == ',';
        point |= decimal == '.';
    }
    match (comma, point) {
        (true, false) => Style::Comma,
        (false, true) => Style::Point,
        _ => Style::Unclear,
    }
}

/// The digits and marks of an amount.
fn marked(value: &str) -> String {
    value.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect()
}

/// The mark before the hundredths, where an amount alone tells it.
fn decimal(value: &str) -> Option<char> {
    let marked = marked(value);
    let at = marked.rfind(['.', ','])?;
    let (whole, mark) = (&marked[..at], if marked[at..].starts_with(',') { ',' } else { '.' });
    let other = if mark == ',' { '.' } else { ',' };
    let tail = marked.len() - at - 1;
    if whole.contains(mark) {
        // It stands there twice, so it groups.
        return Some(other);
    }
    let groups = tail == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    (whole.contains(other) || !groups).then_some(mark)
}

/// An amount that can be read in two ways, as thousands and with thousandths: `1.200` is 1200 or 1.2.
pub(super) fn both_ways(value: &str) -> Option<[String; 2]> {
    let marked = marked(value);
    let has_mark = marked.contains(['.', ',']);
    if !has_mark || decimal(value).is_some() {
        return None;
    }
    let thousands = marked.replace(['.', ','], "");
    Some([thousands, marked.replace(',', ".")])
}

/// An amount with a point before its hundredths and no other mark; unchanged where the style is open.
pub(super) fn plain(value: &str, style: Style) -> String {
    let (decimal, group) = match style {
        Style::Comma => (',', '.'),
        Style::Point => ('.', ','),
        Style::Unclear => return value.to_owned(),
    };
    let mut plain: String =
        value.chars().filter(|c| *c != group).map(|c| if c == decimal { '.' } else { c }).collect();
    // Three digits behind a point could be thousands to whoever reads it next.
    if let Some(point) = plain.find('.') {
        let digits = plain[point + 1..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 3 {
            plain.insert(point + 4, '0');
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Money;
    use proptest::prelude::*;

    #[test]
    fn the_style_is_told_by_the_whole_column() {
        for (values, wanted) in [
            (&["1.200", "3,50"][..], Style::Comma),
            (&["1,200", "3.50"], Style::Point),
            (&["1.234.567", "1.200"], Style::Comma),
            (&["1,234.56"], Style::Point),
            (&["0.125"], Style::Point),
            (&["1.200", "5"], Style::Unclear),
            (&["1.200,00", "1,200.00"], Style::Unclear),
            (&["12", ""], Style::Unclear),
        ] {
            assert_eq!(style(values.iter().copied()), wanted, "{values:?}");
        }
        assert_eq!(both_ways("€ 1.200"), Some(["1200".to_owned(), "1.200".to_owned()]));
        for one in ["1.200,00", "12.5", "1200", "0.125", "n/a"] {
            assert_eq!(both_ways(one), None, "{one}");
        }
    }

    proptest! {
        /// Whatever is written in a style comes back as what it was, and decides the column or is open.
        #[test]
        fn amounts_of_a_style_are_read_in_it(cents in 0i64..1_000_000_000, comma in any::<bool>(), hundredths in any::<bool>()) {
            let (mark, group, of) = if comma { (',', '.', Style::Comma) } else { ('.', ',', Style::Point) };
            let whole = crate::domain::text::grouped(&(cents / 100).to_string(), group);
            let text = if hundredths { format!("{whole}{mark}{:02}", cents % 100) } else { whole };
            let found = style(std::iter::once(text.as_str()));
            prop_assert!(found == of || found == Style::Unclear && !hundredths, "{} {:?}", text, found);
            let read = Money::parse(&format!("{} EUR", plain(&text, of))).unwrap();
            let wanted = Money::parse(&format!("{}.{:02} EUR", cents / 100, if hundredths { cents % 100 } else { 0 })).unwrap();
            prop_assert_eq!(read.amount, wanted.amount);
        }
    }
}

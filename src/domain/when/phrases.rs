//! Days told by other days: `second tue of december`, `a week from friday`, `two days before 24 dec`, `week 50`, `end of Q1`.

use super::words::{Nth, month, number, ordinal, unit, weekday};
use super::{Toward, day};
use crate::domain::{Span, Unit};
use chrono::{Datelike, Days, IsoWeek, NaiveDate, Weekday};

/// Reads a phrase that no single word tells; all of its words must be understood.
pub(super) fn read(words: &[&str], today: NaiveDate, look: Toward) -> Option<NaiveDate> {
    nth_weekday(words, today, look)
        .or_else(|| week_after(words, today))
        .or_else(|| in_weeks(words, today).filter(|(one, other)| one == other).map(|(day, _)| day))
        .or_else(|| apart(words, today, look))
        .or_else(|| week_number(words, today, look))
}

/// `second tuesday of december`, `last friday of december`, `first monday in january`.
fn nth_weekday(words: &[&str], today: NaiveDate, look: Toward) -> Option<NaiveDate> {
    let (nth, rest) = ordinal(words)?;
    let (day, name) = match *rest {
        [day, name] | [day, "in" | "σε", name] => (weekday(day)?, month(name)?),
        _ => return None,
    };
    let of = |year: i32| {
        let first = NaiveDate::from_ymd_opt(year, name, 1)?;
        match nth {
            Nth::From(nth) => NaiveDate::from_weekday_of_month_opt(year, name, day, nth),
            // The last one: the fifth, or the fourth where there is none.
            Nth::Last => {
                [5, 4].iter().find_map(|n| NaiveDate::from_weekday_of_month_opt(first.year(), name, day, *n))
            }
        }
    };
    let this = of(today.year()).filter(|d| look.allows(*d, today));
    this.or_else(|| match look {
        Toward::Future => of(today.year().checked_add(1)?),
        Toward::Past => of(today.year().checked_sub(1)?),
    })
}

/// `friday week`: the Friday after the next one.
fn week_after(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    match *words {
        [name, "week"] => {
            weekday(name)?;
            day::read(&[name], today, Toward::Future)?.checked_add_days(Days::new(7))
        }
        _ => None,
    }
}

/// `fri in two weeks`, `in a fortnight on friday`: that day of the week so many weeks on, and so many weeks after the next
/// such day. What is meant where they differ is for a person to say.
pub(super) fn in_weeks(words: &[&str], today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let ([name, "in" | "σε", count, of] | ["in" | "σε", count, of, name]) = *words else { return None };
    let (Unit::Week, each) = unit(&[of])? else { return None };
    let days = u64::from(number(count)?.checked_mul(each)?.checked_mul(7)?);
    let (day, later) = (weekday(name)?, Days::new(days));
    let monday = today.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into()))?;
    let there =
        monday.checked_add_days(later)?.checked_add_days(Days::new(day.num_days_from_monday().into()))?;
    Some((there, day::read(&[name], today, Toward::Future)?.checked_add_days(later)?))
}

/// `a week from friday`, `1 week after 4 dec`, `two days before 24 dec`, `δύο μέρες πριν από 24/12`.
fn apart(words: &[&str], today: NaiveDate, look: Toward) -> Option<NaiveDate> {
    let at = words.iter().position(|w| matches!(*w, "from" | "after" | "before" | "πριν" | "μετα"))?;
    let (length, rest) = words.split_at_checked(at)?;
    let (word, rest) = rest.split_first()?;
    let rest = rest.strip_prefix(&["απο"]).unwrap_or(rest);
    let rest = rest.strip_prefix(&["τισ"]).unwrap_or(rest);
    // "3 days from now" is a distance, and "πριν 3 μέρες" begins with its word.
    let (count, of) = match *length {
        [one] => (1, unit(&[one])?),
        [count, ref of @ ..] => (number(count)?, unit(of)?),
        [] => return None,
    };
    let span = Span::new(u16::try_from(count.checked_mul(of.1)?).ok()?, of.0);
    let base = day::read(rest, today, look)?;
    if matches!(*word, "before" | "πριν") { span.before(base) } else { span.after(base) }
}

/// `week 50`, `kw 50`, `εβδομάδα 50`: the Friday of that ISO week, as the week of the work ends there.
fn week_number(words: &[&str], today: NaiveDate, look: Toward) -> Option<NaiveDate> {
    let number = match *words {
        ["week" | "kw" | "wk" | "εβδομαδα", number] => super::words::digits(number)?,
        _ => return None,
    };
    let of = |year: i32| NaiveDate::from_isoywd_opt(year, number, Weekday::Fri);
    let year = IsoWeek::year(&today.iso_week());
    of(year).filter(|d| look.allows(*d, today)).or_else(|| match look {
        Toward::Future => of(year.checked_add(1)?),
        Toward::Past => of(year.checked_sub(1)?),
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::when::read_date;
    use crate::domain::when::tests::check;

    #[test]
    fn days_told_by_other_days() {
        check(
            "2026-11-26",
            &[
                ("second Tuesday of December", "2026-12-08"),
                ("first monday of january", "2027-01-04"),
                ("first monday in january", "2027-01-04"),
                ("last friday of december", "2026-12-25"),
                ("last friday of november", "2026-11-27"),
                ("2nd wed of feb", "2027-02-10"),
                ("a week from friday", "2026-12-04"),
                ("friday week", "2026-12-04"),
                ("fri in two weeks", "2026-12-11"),
                ("in a fortnight on friday", "2026-12-11"),
                ("Παρασκευή σε δύο βδομάδες", "2026-12-11"),
                ("3 Δεκέμβρη", "2026-12-03"),
                ("1 week after 4 dec", "2026-12-11"),
                ("two days before 24 dec", "2026-12-22"),
                ("3 working days after mon", "2026-12-03"),
                ("δύο μέρες πριν από τις 24/12", "2026-12-22"),
                ("week 50", "2026-12-11"),
                ("KW 50", "2026-12-11"),
                ("kw 1", "2027-01-08"),
                ("εβδομάδα 50", "2026-12-11"),
                ("end of Q1", "2027-03-31"),
                ("end of Q4", "2026-12-31"),
                ("eod", "2026-11-26"),
                ("tonight", "2026-11-26"),
                ("2nite", "2026-11-26"),
                ("απόψε", "2026-11-26"),
                ("in a fortnight", "2026-12-10"),
                ("in 10 business days", "2026-12-10"),
                ("last monday", "2026-11-23"),
                ("last thu", "2026-11-19"),
            ],
        );
        for text in [
            "week 54",
            "mon in two weeks",
            "friday in 3 days",
            "week 0",
            "sixth monday of may",
            "fifth mon of feb",
            "a week from",
            "before 24 dec",
            "end of Q5",
        ] {
            assert_eq!(read_date(text, "2026-11-26".parse().unwrap()), None, "{text}");
        }
    }
}

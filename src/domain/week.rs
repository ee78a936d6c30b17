//! On which day the weeks of a calendar begin. That is a matter of the country, not of the language: of the oldest calendar
//! in the book that names one, else of the one that the environment of the person names (`LC_TIME=en_US.UTF-8`), else it is
//! Monday.

use super::{Book, Calendar, Kind};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Countries whose weeks begin on another day than Monday: `weekData/firstDay` of CLDR 48.
const OTHERS: &[(Weekday, &[&str])] = &[
    (
        Weekday::Sun,
        &[
            "AG", "AS", "BD", "BR", "BS", "BT", "BW", "BZ", "CA", "CO", "DM", "DO", "ET", "GT", "GU", "HK",
            "HN", "ID", "IL", "IN", "IS", "JM", "JP", "KE", "KH", "KR", "LA", "MH", "MM", "MO", "MT", "MX",
            "MZ", "NI", "NP", "PA", "PE", "PH", "PK", "PR", "PT", "PY", "SA", "SG", "SV", "TH", "TT", "TW",
            "UM", "US", "VE", "VI", "WS", "YE", "ZA", "ZW",
        ],
    ),
    (Weekday::Sat, &["AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY"]),
    (Weekday::Fri, &["MV"]),
];

/// The day on which weeks begin in this book, for somebody whose environment names this locale.
pub fn first_day(book: &Book, locale: &str) -> Weekday {
    let calendars = book.all(Kind::Calendar).filter_map(Calendar::of);
    let named = calendars.map(|c| c.country.trim().to_uppercase()).find(|country| !country.is_empty());
    named.or_else(|| country(locale)).map_or(Weekday::Mon, |country| first_day_in(&country))
}

fn first_day_in(country: &str) -> Weekday {
    OTHERS.iter().find(|(_, countries)| countries.contains(&country)).map_or(Weekday::Mon, |(day, _)| *day)
}

/// The country of a locale: `US` of `en_US.UTF-8`, `RS` of `sr_RS@latin`; none of `C` and `en`.
fn country(locale: &str) -> Option<String> {
    let country = locale.split(['.', '@']).next()?.split(['_', '-']).next_back()?;
    let is_one = country.len() == 2 && country.len() < locale.len();
    (is_one && country.chars().all(|c| c.is_ascii_alphabetic())).then(|| country.to_uppercase())
}

/// The first day of the week of a day; the first one there is at the start of the calendar.
pub fn start_of(day: NaiveDate, first: Weekday) -> NaiveDate {
    let back = Days::new(day.weekday().days_since(first).into());
    day.checked_sub_days(back).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CalendarId, Moment, Record};

    #[test]
    fn the_book_says_it_then_the_environment_then_it_is_monday() {
        let mut book = Book::default();
        for (locale, day) in [
            ("en_US.UTF-8", Weekday::Sun),
            ("en_GB.UTF-8", Weekday::Mon),
            ("el_GR", Weekday::Mon),
            ("ja_JP.eucJP", Weekday::Sun),
            ("ar_EG.UTF-8@euro", Weekday::Sat),
            ("dv-MV", Weekday::Fri),
            ("en_ca", Weekday::Sun),
            ("zh_Hant_TW", Weekday::Sun),
            ("C.UTF-8", Weekday::Mon),
            ("POSIX", Weekday::Mon),
            ("us", Weekday::Mon),
            ("", Weekday::Mon),
        ] {
            assert_eq!(first_day(&book, locale), day, "{locale}");
        }
        let mut calendar = Calendar::new(CalendarId::default(), Moment::default());
        calendar.name = "House".into();
        book.put(Record::from(calendar.clone()));
        assert_eq!(
            first_day(&book, "en_US.UTF-8"),
            Weekday::Sun,
            "a calendar without a country says nothing"
        );
        calendar.country = "gr".into();
        book.put(Record::from(calendar));
        assert_eq!(first_day(&book, "en_US.UTF-8"), Weekday::Mon);
    }

    #[test]
    fn a_week_begins_within_the_seven_days_up_to_each_of_its_days() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        for first in (0..7).filter_map(|n| Weekday::try_from(n).ok()) {
            for day in day.iter_days().take(14) {
                let start = start_of(day, first);
                assert!(start.weekday() == first && (0..7).contains(&(day - start).num_days()));
            }
        }
        assert_eq!(start_of(NaiveDate::MIN, Weekday::Wed), NaiveDate::MIN);
    }
}

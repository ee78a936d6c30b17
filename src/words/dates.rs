//! Dates as people like to read them: short, and relative where that helps.

use super::lang::Lang;
use super::message::{messages, plural};
use crate::domain::{Off, Workdays};
use chrono::{Datelike, NaiveDate};

/// Beyond so many days a date says more than their number.
const COUNTED_DAYS: i64 = 90;
/// Within so many days ahead a day and month can mean only one date to anybody.
const SAME_YEAR_DAYS: i64 = 300;

/// From Monday on.
const WEEKDAYS: [[&str; 2]; 7] = [
    ["Δευ", "Δευτέρα"],
    ["Τρί", "Τρίτη"],
    ["Τετ", "Τετάρτη"],
    ["Πέμ", "Πέμπτη"],
    ["Παρ", "Παρασκευή"],
    ["Σάβ", "Σάββατο"],
    ["Κυρ", "Κυριακή"],
];

/// Short, as it stands alone.
const MONTHS: [[&str; 2]; 12] = [
    ["Ιαν", "Ιανουάριος"],
    ["Φεβ", "Φεβρουάριος"],
    ["Μαρ", "Μάρτιος"],
    ["Απρ", "Απρίλιος"],
    ["Μαΐ", "Μάιος"],
    ["Ιουν", "Ιούνιος"],
    ["Ιουλ", "Ιούλιος"],
    ["Αυγ", "Αύγουστος"],
    ["Σεπ", "Σεπτέμβριος"],
    ["Οκτ", "Οκτώβριος"],
    ["Νοε", "Νοέμβριος"],
    ["Δεκ", "Δεκέμβριος"],
];

fn name_of_weekday(date: NaiveDate, length: usize) -> &'static str {
    WEEKDAYS.get(date.weekday().num_days_from_monday() as usize).map_or("", |names| names[length])
}

fn name_of_month(date: NaiveDate, length: usize) -> &'static str {
    MONTHS.get(date.month0() as usize).map_or("", |names| names[length])
}

/// "Fri".
pub fn weekday(date: NaiveDate) -> String {
    in_words(date, "%a", |date| name_of_weekday(date, 0).to_owned())
}

/// "Friday".
pub fn weekday_name(date: NaiveDate) -> String {
    in_words(date, "%A", |date| name_of_weekday(date, 1).to_owned())
}

/// "Nov".
pub fn month(date: NaiveDate) -> String {
    in_words(date, "%b", |date| name_of_month(date, 0).to_owned())
}

/// "November 2026": over a month.
pub fn month_name(date: NaiveDate) -> String {
    in_words(date, "%B %Y", |date| format!("{} {:04}", name_of_month(date, 1), date.year()))
}

/// "2 Dec": where the year is in no doubt.
pub fn day(date: NaiveDate) -> String {
    in_words(date, "%-d %b", |date| format!("{} {}", date.day(), name_of_month(date, 0)))
}

/// "2 Dec 2026": in a sentence that is kept or sent.
pub fn full(date: NaiveDate) -> String {
    in_words(date, "%-d %b %Y", |date| {
        format!("{} {} {:04}", date.day(), name_of_month(date, 0), date.year())
    })
}

fn in_words(date: NaiveDate, english: &str, greek: impl Fn(NaiveDate) -> String) -> String {
    match Lang::now() {
        Lang::En => date.format(english).to_string(),
        Lang::El => greek(date),
    }
}

/// A day to look at beside a form: "Fri 27 Nov", with the year when it is another than today's.
pub fn show(date: NaiveDate, today: NaiveDate) -> String {
    format!("{} {}", weekday(date), plain(date, today))
}

/// "2 Dec", "2 Dec 2027" in another year than today's.
pub fn plain(date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() { day(date) } else { full(date) }
}

messages! {
    /// The day on which it is read.
    today: "today" => "σήμερα";
    /// The day after it.
    tomorrow: "tomorrow" => "αύριο";
    /// The day before it.
    yesterday: "yesterday" => "χθες";
    /// How far ahead a day is.
    ahead(days: i64): "in {days} d" => "σε {days} ημ.";
    /// How long ago a day was.
    behind(days: i64): "{days} d ago" => "πριν {days} ημ.";
    /// How long a day is past by which something was to be done.
    late(days: i64): "{days} d late" => "{days} ημ. αργά";
    /// A day off without a name.
    day_off: "a day off" => "αργία";
    /// "1 day", "9 days".
    days(count: i64) = format!("{count} {}", plural(count, "day", "days")) => format!("{count} {}", plural(count, "ημέρα", "ημέρες"));
    /// A number of days where there is little room: "9 d".
    short_days(count: i64): "{count} d" => "{count} ημ.";
}

/// Why nobody works on a day: "Saturday", "Christmas Day"; nothing for a working day.
pub fn why_off(days: &Workdays, day: NaiveDate) -> Option<String> {
    days.why_off(day).map(|off| match off {
        Off::Weekend => weekday_name(day),
        Off::Named("") => day_off().to_owned(),
        Off::Named(name) => name.to_owned(),
    })
}

/// How far off a day is: "today", "tomorrow", "in 3 d", "yesterday", "8 d ago".
pub fn relative(date: NaiveDate, today: NaiveDate) -> String {
    match (date - today).num_days() {
        0 => self::today().into(),
        1 => tomorrow().into(),
        -1 => yesterday().into(),
        days if days > 0 => ahead(days),
        days => behind(-days),
    }
}

/// A day by which something must be done: "today", "Thu" within the next six days, "8 d late" when it is past,
/// otherwise "2 Dec", and "2 Dec 2027" when it is so far off that the year is in doubt.
pub fn due(date: NaiveDate, today: NaiveDate) -> String {
    match (date - today).num_days() {
        0 => self::today().into(),
        days @ ..0 => late(-days),
        1..=6 => weekday(date),
        7..=SAME_YEAR_DAYS => day(date),
        _ => plain(date, today),
    }
}

/// A day on which something happened: "today", "yesterday", "22 d ago", and beyond 90 days "14 Mar" or "14 Mar 2025".
/// A day that lies ahead is told as [`relative`] does, or by its date when it is as far off.
pub fn ago(date: NaiveDate, today: NaiveDate) -> String {
    if (date - today).num_days().abs() <= COUNTED_DAYS { relative(date, today) } else { plain(date, today) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::when::{read_date, read_past_date};
    use proptest::prelude::*;

    fn day_of(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn shown(date: &str) -> (String, String, String, String) {
        let (date, today) = (day_of(date), day_of("2026-11-24"));
        (show(date, today), relative(date, today), due(date, today), ago(date, today))
    }

    #[test]
    fn shown_short() {
        for (date, day, off, by, since) in [
            ("2026-11-24", "Tue 24 Nov", "today", "today", "today"),
            ("2026-11-25", "Wed 25 Nov", "tomorrow", "Wed", "tomorrow"),
            ("2026-11-30", "Mon 30 Nov", "in 6 d", "Mon", "in 6 d"),
            ("2026-12-01", "Tue 1 Dec", "in 7 d", "1 Dec", "in 7 d"),
            ("2027-12-02", "Thu 2 Dec 2027", "in 373 d", "2 Dec 2027", "2 Dec 2027"),
            ("2026-11-23", "Mon 23 Nov", "yesterday", "1 d late", "yesterday"),
            ("2026-11-02", "Mon 2 Nov", "22 d ago", "22 d late", "22 d ago"),
            ("2026-03-14", "Sat 14 Mar", "255 d ago", "255 d late", "14 Mar"),
            ("2025-03-14", "Fri 14 Mar 2025", "620 d ago", "620 d late", "14 Mar 2025"),
        ] {
            let words = (day.to_owned(), off.to_owned(), by.to_owned(), since.to_owned());
            assert_eq!(shown(date), words);
        }
    }

    #[test]
    fn shown_short_in_greek() {
        let words = Lang::El.within(|| {
            let all = ["2026-11-24", "2026-11-25", "2026-11-02", "2027-12-02"].map(shown);
            (all, month_name(day_of("2026-05-01")), weekday_name(day_of("2026-11-28")))
        });
        let of = |all: [&str; 4]| {
            let [show, off, by, since] = all.map(str::to_owned);
            (show, off, by, since)
        };
        assert_eq!(
            words.0,
            [
                of(["Τρί 24 Νοε", "σήμερα", "σήμερα", "σήμερα"]),
                of(["Τετ 25 Νοε", "αύριο", "Τετ", "αύριο"]),
                of(["Δευ 2 Νοε", "πριν 22 ημ.", "22 ημ. αργά", "πριν 22 ημ."]),
                of(["Πέμ 2 Δεκ 2027", "σε 373 ημ.", "2 Δεκ 2027", "2 Δεκ 2027"]),
            ]
        );
        assert_eq!((&*words.1, &*words.2), ("Μάιος 2026", "Σάββατο"));
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (1i32..=9990, 1u32..=12, 1u32..=28)
            .prop_filter_map("a day", |(y, m, d)| NaiveDate::from_ymd_opt(y, m, d))
    }

    fn any_lang() -> impl Strategy<Value = Lang> {
        prop_oneof![Just(Lang::En), Just(Lang::El)]
    }

    proptest! {
        #[test]
        fn every_day_shown_is_read_again(date in any_day(), today in any_day(), lang in any_lang()) {
            let shown = lang.within(|| show(date, today));
            prop_assert_eq!(read_date(&shown, today), Some(date), "{}", shown);
            prop_assert_eq!(read_past_date(&shown, today), Some(date), "{}", shown);
        }

        #[test]
        fn a_near_day_shown_relatively_is_read_again(today in any_day(), off in -9_000i64..9_000, lang in any_lang()) {
            let date = today + chrono::TimeDelta::days(off);
            prop_assume!((1..=9990).contains(&date.year()));
            let shown = lang.within(|| [relative(date, today), due(date, today)]);
            prop_assert_eq!(read_date(&shown[0], today), Some(date), "{}", shown[0]);
            if (0..7).contains(&off) {
                prop_assert_eq!(read_date(&shown[1], today), Some(date), "{}", shown[1]);
            }
        }

        #[test]
        fn a_day_that_is_over_is_read_again_as_it_is_told(today in any_day(), off in -9_000i64..=0, lang in any_lang()) {
            let date = today + chrono::TimeDelta::days(off);
            prop_assume!(date.year() >= 1);
            for shown in lang.within(|| [ago(date, today), relative(date, today)]) {
                prop_assert_eq!(read_past_date(&shown, today), Some(date), "{}", shown);
            }
        }
    }
}

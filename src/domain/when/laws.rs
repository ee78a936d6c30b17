//! What holds for every text and every date.

use super::tests::{TODAY, day, now};
use super::*;
use proptest::prelude::*;

prop_compose! {
    fn dates()(year in 1i32..=9990, nth in 1u32..=365) -> NaiveDate {
        NaiveDate::from_yo_opt(year, nth).unwrap()
    }
}

/// Phrases made of the words that are understood, mostly in no sense.
fn near_phrases() -> impl Strategy<Value = String> {
    let words = [
        "in",
        "3",
        "99999",
        "days",
        "ago",
        "next",
        "fri",
        "end",
        "of",
        "month",
        "24/12",
        "24",
        "dec",
        "2027",
        "at",
        "9",
        "15:30",
        "pm",
        "σε",
        "μέρες",
        "πριν",
        "τέλος",
        "15th",
        "-",
        "+3d",
        "31.12.",
        "eow",
        "δευτέρα",
        "στις",
        "0",
        "29",
        "feb",
    ];
    proptest::collection::vec(proptest::sample::select(words.to_vec()), 0..6).prop_map(|w| w.join(" "))
}

proptest! {
    #[test]
    fn nothing_typed_is_a_crash(text in ".{0,40}", near in near_phrases(), any in any::<i32>(), nth in any::<u16>()) {
        let today = NaiveDate::from_num_days_from_ce_opt(any % 95_000_000).unwrap_or(NaiveDate::MAX);
        let now = Moment { utc_ms: i64::from(any).saturating_mul(i64::from(nth) * 100_000), offset_min: 120 };
        for text in [&text, &near] {
            for today in [today, NaiveDate::MIN, NaiveDate::MAX, day(TODAY)] {
                let _ = read_past_date(text, today);
                let _ = read_date(text, today);
            }
            let _ = read_moment(text, now);
        }
    }

    #[test]
    fn every_date_is_read_in_every_way_of_writing_it(date in dates(), today in dates()) {
        prop_assert_eq!(read_date(&date.to_string(), today), Some(date));
        prop_assert_eq!(read_past_date(&date.to_string(), today), Some(date));
        prop_assert_eq!(read_date(&date.format("%d/%m/%Y").to_string(), today), Some(date));
        prop_assert_eq!(read_date(&date.format("%-d.%-m.%Y").to_string(), today), Some(date));
        prop_assert_eq!(read_date(&date.format("%-d %B %Y").to_string(), today), Some(date));
        prop_assert_eq!(read_past_date(&date.format("%-d %B %Y").to_string(), today), Some(date));
    }

    #[test]
    fn a_weekday_that_is_over_lies_within_the_last_week(today in dates(), nth in 0usize..7) {
        let name = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][nth];
        prop_assume!(chrono::Datelike::year(&today) > 1);
        let days = (today - read_past_date(name, today).unwrap()).num_days();
        prop_assert!((0..=6).contains(&days));
    }

    #[test]
    fn a_moment_shown_is_read_again(minutes in 0i64..40_000_000) {
        let at = Moment { utc_ms: minutes * 60_000, offset_min: 120 };
        let shown = at.local().format("%Y-%m-%d %H:%M").to_string();
        prop_assert_eq!(read_moment(&shown, now()), Some(at));
    }

    #[test]
    fn a_weekday_lies_within_the_next_week(today in dates(), nth in 0usize..7) {
        let name = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][nth];
        let days = (read_date(name, today).unwrap() - today).num_days();
        prop_assert!((1..=7).contains(&days));
    }
}

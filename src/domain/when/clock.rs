//! Times of day, and distances in hours and minutes.

use super::words::{digits, number};
use chrono::NaiveTime;

const AT: &[&str] = &["at", "στισ", "στη", "στην", "@"];
const MORNING: &[&str] = &["am", "πμ"];
const AFTERNOON: &[&str] = &["pm", "μμ"];
const HOURS: &[&str] = &["h", "hr", "hrs", "hour", "hours", "ωρα", "ωρεσ"];
const MINUTES: &[&str] = &["min", "mins", "minute", "minutes", "λεπτο", "λεπτα"];

/// A time of day: `15:30`, `at 9`, `9am`, `9:30 pm`, `noon`, `στις 15:30`, `9 π.μ.`. A number alone is none.
pub(super) fn read(words: &[&str]) -> Option<NaiveTime> {
    match *words {
        ["noon" | "midday"] => NaiveTime::from_hms_opt(12, 0, 0),
        ["tonight" | "αποψε"] | ["2", "nite"] => NaiveTime::from_hms_opt(20, 0, 0),
        [time] => colon(time).and_then(|(h, m)| NaiveTime::from_hms_opt(h, m, 0)),
        [at, ref rest @ ..] if AT.contains(&at) => match *rest {
            [hour] if digits(hour).is_some() => NaiveTime::from_hms_opt(digits(hour)?, 0, 0),
            // After "at" a dot cannot be a date.
            [time] if !time.contains(':') => {
                let (hour, minute) = time.split_once('.').filter(|(_, m)| m.len() == 2)?;
                NaiveTime::from_hms_opt(digits(hour)?, digits(minute)?, 0)
            }
            _ if rest.first().is_some_and(|w| AT.contains(w)) => None,
            _ => read(rest),
        },
        [time, half] => {
            let (hour, minute) = colon(time).or_else(|| Some((digits(time)?, 0)))?;
            let afternoon = AFTERNOON.contains(&half);
            if !(afternoon || MORNING.contains(&half)) || !(1..=12).contains(&hour) {
                return None;
            }
            NaiveTime::from_hms_opt(hour % 12 + if afternoon { 12 } else { 0 }, minute, 0)
        }
        _ => None,
    }
}

/// `15:30`; also `t15:30`, the second half of an ISO date and time.
fn colon(text: &str) -> Option<(u32, u32)> {
    let (hour, minute) = text.strip_prefix('t').unwrap_or(text).split_once(':')?;
    (hour.len() <= 2 && minute.len() == 2).then_some(())?;
    digits(hour).zip(digits(minute))
}

/// The minutes that one of a unit has.
pub(super) fn minutes_of(unit: &str) -> Option<i64> {
    if HOURS.contains(&unit) { Some(60) } else { MINUTES.contains(&unit).then_some(1) }
}

/// Minutes from now, below 0 for the past: `now`, `in 2 hours`, `30 min ago`, `-2h`, `πριν 2 ώρες`.
pub(super) fn distance(words: &[&str]) -> Option<i64> {
    let minutes = |count: &str, unit: &str| {
        let each = minutes_of(unit)?;
        number(count).map(|n| i64::from(n) * each)
    };
    match *words {
        ["now" | "τωρα"] => Some(0),
        ["in" | "σε", count, unit] => minutes(count, unit),
        [count, unit, "ago" | "πριν"] | ["πριν", count, unit] | ["πριν", "απο", count, unit] => {
            minutes(count, unit).map(|m| -m)
        }
        [count, unit] => match count.strip_prefix('-') {
            Some(count) => minutes(count, unit).map(|m| -m),
            None => minutes(count.strip_prefix('+').unwrap_or(count), unit),
        },
        _ => None,
    }
}

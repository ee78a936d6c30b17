//! What becomes of an agreement when nothing is done.

use super::dates;
use crate::domain::derive::agreements::{Lapse, NoticeDay};
use chrono::NaiveDate;

/// "renews itself for 12 months on 1 Jan 2027 unless notice is given by 30 Nov 2026", "ends on 31 Dec 2026": a sentence
/// without a full stop.
pub fn lapse(lapse: &Lapse) -> String {
    match lapse {
        Lapse::NotSigned => "does not hold before it is signed".into(),
        Lapse::Renewed => "was renewed, the next term goes on".into(),
        Lapse::Ended(None) => "has ended".into(),
        Lapse::Ended(Some(end)) => format!("ended on {}", dates::full(*end)),
        Lapse::EndedByNotice(end) => format!("ended on {}, notice was given", dates::full(*end)),
        Lapse::EndsByNotice(end) => format!("ends on {}, notice was given", dates::full(*end)),
        Lapse::Endless(None) => "holds without an end".into(),
        Lapse::Endless(Some(end)) => {
            format!("holds without an end; with notice given today it ends on {}", dates::full(*end))
        }
        Lapse::Ends(end) => format!("ends on {}", dates::full(*end)),
        Lapse::RanOut(end) => format!("ended on {}, nothing was written down since", dates::full(*end)),
        Lapse::RenewedItself { on, then } => {
            format!("renewed itself on {}, and {}", dates::full(*on), self::lapse(then))
        }
        Lapse::Renews { span, on, notice } => {
            let (words, begins) = (span.words(), dates::full(*on));
            match notice {
                Some(NoticeDay::Ahead { day, before }) => format!(
                    "renews itself for {words} on {begins} unless notice is given by {}",
                    notice_day(*day, *before)
                ),
                Some(NoticeDay::Past(day)) => {
                    format!(
                        "renews itself for {words} on {begins}, the day for notice was {}",
                        dates::full(*day)
                    )
                }
                None => format!("renews itself for {words} on {begins}"),
            }
        }
    }
}

/// A day for notice in a sentence; one on a day off is told with its weekday and the last working day before it.
fn notice_day(day: NaiveDate, before: Option<NaiveDate>) -> String {
    match before {
        Some(work) => format!(
            "{} {}, a day off: {} {}",
            dates::weekday(day),
            dates::full(day),
            dates::weekday(work),
            dates::full(work)
        ),
        None => dates::full(day),
    }
}

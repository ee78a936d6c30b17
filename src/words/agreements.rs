//! What becomes of an agreement when nothing is done.

use super::dates;
use super::message::messages;
use crate::domain::derive::agreements::{Lapse, NoticeDay};
use chrono::NaiveDate;

messages! {
    /// A draft.
    not_signed: "does not hold before it is signed" => "δεν ισχύει πριν υπογραφεί";
    /// Another agreement goes on for it.
    renewed: "was renewed, the next term goes on" => "ανανεώθηκε, ισχύει η επόμενη περίοδος";
    /// It ended, nobody knows when.
    has_ended: "has ended" => "έληξε";
    /// When it ended.
    ended(day: &str): "ended on {day}" => "έληξε στις {day}";
    /// When it ended, and why.
    ended_by_notice(day: &str): "ended on {day}, notice was given" => "έληξε στις {day}, καταγγέλθηκε";
    /// When it ends, and why.
    ends_by_notice(day: &str): "ends on {day}, notice was given" => "λήγει στις {day}, καταγγέλθηκε";
    /// It has no end.
    endless: "holds without an end" => "ισχύει χωρίς λήξη";
    /// It has no end, but notice can be given.
    endless_but(day: &str): "holds without an end; with notice given today it ends on {day}" => "ισχύει χωρίς λήξη· με καταγγελία σήμερα λήγει στις {day}";
    /// When it ends.
    ends(day: &str): "ends on {day}" => "λήγει στις {day}";
    /// It is over, and nobody said so.
    ran_out(day: &str): "ended on {day}, nothing was written down since" => "έληξε στις {day}, δεν γράφτηκε κάτι από τότε";
    /// It renewed itself, and what comes then.
    renewed_itself(day: &str, then: &str): "renewed itself on {day}, and {then}" => "ανανεώθηκε αυτόματα στις {day}, και {then}";
    /// It renews itself, and notice can be given.
    renews_unless(span: &str, day: &str, notice: &str): "renews itself for {span} on {day} unless notice is given by {notice}"
        => "ανανεώνεται αυτόματα για {span} στις {day}, αν δεν καταγγελθεί έως {notice}";
    /// It renews itself, and it is too late for notice.
    renews_surely(span: &str, day: &str, notice: &str): "renews itself for {span} on {day}, the day for notice was {notice}"
        => "ανανεώνεται αυτόματα για {span} στις {day}, η ημέρα καταγγελίας ήταν {notice}";
    /// It renews itself.
    renews(span: &str, day: &str): "renews itself for {span} on {day}" => "ανανεώνεται αυτόματα για {span} στις {day}";
    /// A day for notice on which nobody works, and the last working day before it.
    day_off(day: &str, before: &str): "{day}, a day off: {before}" => "{day}, αργία: {before}";
}

/// "renews itself for 12 months on 1 Jan 2027 unless notice is given by 30 Nov 2026", "ends on 31 Dec 2026": a sentence
/// without a full stop.
pub fn lapse(lapse: &Lapse) -> String {
    match lapse {
        Lapse::NotSigned => not_signed().into(),
        Lapse::Renewed => renewed().into(),
        Lapse::Ended(None) => has_ended().into(),
        Lapse::Ended(Some(end)) => ended(&dates::full(*end)),
        Lapse::EndedByNotice(end) => ended_by_notice(&dates::full(*end)),
        Lapse::EndsByNotice(end) => ends_by_notice(&dates::full(*end)),
        Lapse::Endless(None) => endless().into(),
        Lapse::Endless(Some(end)) => endless_but(&dates::full(*end)),
        Lapse::Ends(end) => ends(&dates::full(*end)),
        Lapse::RanOut(end) => ran_out(&dates::full(*end)),
        Lapse::RenewedItself { on, then } => renewed_itself(&dates::full(*on), &self::lapse(then)),
        Lapse::Renews { span, on, notice } => {
            let (words, begins) = (super::value::span(*span), dates::full(*on));
            match notice {
                Some(NoticeDay::Ahead { day, before }) => {
                    renews_unless(&words, &begins, &notice_day(*day, *before))
                }
                Some(NoticeDay::Past(day)) => renews_surely(&words, &begins, &dates::full(*day)),
                None => renews(&words, &begins),
            }
        }
    }
}

/// A day for notice in a sentence; one on a day off is told with its weekday and the last working day before it.
fn notice_day(day: NaiveDate, before: Option<NaiveDate>) -> String {
    match before {
        Some(work) => {
            let told = |day| format!("{} {}", dates::weekday(day), dates::full(day));
            day_off(&told(day), &told(work))
        }
        None => dates::full(day),
    }
}

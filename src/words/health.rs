//! Why a part of health has the points it has.

use super::cadence;
use super::dates::{day_words, full_date};
use crate::domain::derive::health::{FEEDBACK_DAYS, Finding, Outlook, PROMISE_DAYS, Said, Worst};

/// "4 of 5 promises kept in 180 d; broken: Homepage, 3 d late".
pub fn finding(finding: &Finding) -> String {
    match finding {
        Finding::Freshness(of) => cadence::cadence(of),
        Finding::Promises { kept, all, worst } => promises(*kept, *all, worst.as_ref()),
        Finding::Waits { open, ahead, longest, title } => {
            let told = match *ahead {
                0 => String::new(),
                n if n == *open => ", each with a promised day ahead".into(),
                n => format!(", {n} with a promised day ahead"),
            };
            format!("{open} open{told}, the longest with our side {}: {title}", day_words(*longest))
        }
        Finding::Agreements { title, outlook: how, late: 0 } => format!("{title} {}", outlook(*how)),
        Finding::Agreements { title, outlook: how, late } => {
            format!("{title} {}; {late} owed by us and late", outlook(*how))
        }
        Finding::Feedback { answers, last, on } => {
            let answers = if *answers == 1 { "1 answer".to_owned() } else { format!("{answers} answers") };
            format!("{answers} in {FEEDBACK_DAYS} d, the last {} on {}", said(last), full_date(*on))
        }
        Finding::Feel { feel, age } => format!("you felt {feel} of 5 {} ago", day_words(*age)),
    }
}

fn promises(kept: usize, all: usize, worst: Option<&Worst>) -> String {
    let told = format!("{kept} of {all} promises kept in {PROMISE_DAYS} d");
    let Some(Worst { title, late }) = worst else { return told };
    let more = if all - kept > 1 { "the worst" } else { "broken" };
    format!("{told}; {more}: {title}, {late} d late")
}

fn outlook(outlook: Outlook) -> String {
    match outlook {
        Outlook::Endless => "holds without an end".into(),
        Outlook::RenewedItself => "renewed itself".into(),
        Outlook::EndedAlone(end) => format!("ended on {} and nothing followed", full_date(end)),
        Outlook::NoticeGiven(end) => format!("ends on {}, notice was given", full_date(end)),
        Outlook::SureUntil(end) => format!("is sure until {}", full_date(end)),
        Outlook::NoticeWithin(left) => format!("can be given notice within {left} d"),
        Outlook::EndsIn { left, on } => format!("ends in {left} d, on {}", full_date(on)),
        Outlook::GoesOnAfter(end) => format!("goes on after {}", full_date(end)),
    }
}

fn said(said: &Said) -> String {
    match said {
        Said::Csat(csat) => format!("CSAT {csat}"),
        Said::Nps(nps) => format!("NPS {nps}"),
        Said::Request { satisfaction, title } => format!("{satisfaction} of 5 for {title}"),
    }
}

//! Why a part of health has the points it has.

use super::cadence;
use super::dates;
use crate::domain::derive::health::{
    FEEDBACK_DAYS, Finding, Health, Outlook, PROMISE_DAYS, Part, PartKind, Point, Said, TREND_DAYS, Worst,
};
use chrono::NaiveDate;

/// "freshness 12 of 25, promises 16 of 25".
pub fn parts(health: &Health) -> String {
    let told = |p: &Part| format!("{} {} of {}", part(p.kind), p.got, p.possible);
    health.parts.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// Where the score went in the days of the trend: "-26 in 30 days"; empty where that is not known.
pub fn trend(health: &Health) -> String {
    match health.trend {
        None => String::new(),
        Some(0) => format!("as {TREND_DAYS} days ago"),
        Some(n) => format!("{n:+} in {TREND_DAYS} days"),
    }
}

/// "Dec 86, Jan 84, now 60": the months in which it was known.
pub fn course(course: &[Point], today: NaiveDate) -> String {
    let months = course.iter().filter_map(|p| Some(format!("{} {}", month(p.on, today), p.score?)));
    months.collect::<Vec<_>>().join(", ")
}

/// "Dec", and "now" for the present one.
pub fn month(on: NaiveDate, today: NaiveDate) -> String {
    if on == today { "now".into() } else { dates::month(on) }
}

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
            format!("{open} open{told}, the longest with our side {}: {title}", dates::days(*longest))
        }
        Finding::Agreements { title, outlook: how, late: 0 } => format!("{title} {}", outlook(*how)),
        Finding::Agreements { title, outlook: how, late } => {
            format!("{title} {}; {late} owed by us and late", outlook(*how))
        }
        Finding::Feedback { answers, last, on } => {
            let answers = if *answers == 1 { "1 answer".to_owned() } else { format!("{answers} answers") };
            format!("{answers} in {FEEDBACK_DAYS} d, the last {} on {}", said(last), dates::full(*on))
        }
        Finding::Feel { feel, age } => format!("you felt {feel} of 5 {} ago", dates::days(*age)),
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
        Outlook::EndedAlone(end) => format!("ended on {} and nothing followed", dates::full(end)),
        Outlook::NoticeGiven(end) => format!("ends on {}, notice was given", dates::full(end)),
        Outlook::SureUntil(end) => format!("is sure until {}", dates::full(end)),
        Outlook::NoticeWithin(left) => format!("can be given notice within {left} d"),
        Outlook::EndsIn { left, on } => format!("ends in {left} d, on {}", dates::full(on)),
        Outlook::GoesOnAfter(end) => format!("goes on after {}", dates::full(end)),
    }
}

fn said(said: &Said) -> String {
    match said {
        Said::Csat(csat) => format!("CSAT {csat}"),
        Said::Nps(nps) => format!("NPS {nps}"),
        Said::Request { satisfaction, title } => format!("{satisfaction} of 5 for {title}"),
    }
}

super::message::messages! {
    /// A part of health: how long ago the last touch was.
    freshness: "freshness" => "επαφή";
    /// A part of health: how many promises were kept.
    promises_kept: "promises" => "υποσχέσεις";
    /// A part of health: what waits for our side.
    waits: "waits" => "αναμονές";
    /// A part of health: how safe the agreements are.
    agreements: "agreements" => "συμφωνίες";
    /// A part of health: what the client said.
    feedback: "feedback" => "γνώμες";
    /// A part of health: what the manager feels.
    feel: "feel" => "αίσθηση";
}

/// What a part of health is called.
pub fn part(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Freshness => freshness(),
        PartKind::Promises => promises_kept(),
        PartKind::Waits => waits(),
        PartKind::Agreements => agreements(),
        PartKind::Feedback => feedback(),
        PartKind::Feel => feel(),
    }
}

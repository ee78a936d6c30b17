//! Why a part of health has the points it has.

use super::cadence;
use super::dates;
use super::message::{messages, plural};
use super::whole;
use crate::domain::derive::health::{
    FEEDBACK_DAYS, Finding, Health, Outlook, PROMISE_DAYS, Part, PartKind, Point, Said, TREND_DAYS, Worst,
};
use chrono::NaiveDate;

/// "freshness 12 of 25, promises 16 of 25".
pub fn parts(health: &Health) -> String {
    let told = |p: &Part| part_of(part(p.kind), p.got, p.possible);
    health.parts.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// Where the score went in the days of the trend: "-26 in 30 days"; empty where that is not known.
pub fn trend(health: &Health) -> String {
    match health.trend {
        None => String::new(),
        Some(0) => as_before(TREND_DAYS),
        Some(n) => went(i64::from(n), TREND_DAYS),
    }
}

/// "Dec 86, Jan 84, now 60": the months in which it was known.
pub fn course(course: &[Point], today: NaiveDate) -> String {
    let months = course.iter().filter_map(|p| Some(format!("{} {}", month(p.on, today), p.score?)));
    months.collect::<Vec<_>>().join(", ")
}

/// "Dec", and "now" for the present one.
pub fn month(on: NaiveDate, today: NaiveDate) -> String {
    if on == today { now().into() } else { dates::month(on) }
}

/// "4 of 5 promises kept in 180 d; broken: Homepage, 3 d late".
pub fn finding(finding: &Finding) -> String {
    match finding {
        Finding::Freshness(of) => cadence::cadence(of),
        Finding::Promises { kept, all, worst } => promises(*kept, *all, worst.as_ref()),
        Finding::Waits { open, ahead, longest, title } => {
            let told = match *ahead {
                0 => String::new(),
                n if n == *open => all_ahead().into(),
                n => some_ahead(n),
            };
            longest_wait(*open, &told, &dates::days(*longest), title)
        }
        Finding::Agreements { title, outlook: how, late: 0 } => format!("{title} {}", outlook(*how)),
        Finding::Agreements { title, outlook: how, late } => owed_late(title, &outlook(*how), *late),
        Finding::Feedback { answers, last, on } => {
            answered(whole(*answers), FEEDBACK_DAYS, &said(last), &dates::full(*on))
        }
        Finding::Feel { feel, age } => felt(*feel, &dates::days(*age)),
    }
}

fn promises(kept: usize, all: usize, worst: Option<&Worst>) -> String {
    let told = kept_in(kept, all, PROMISE_DAYS);
    let Some(Worst { title, late }) = worst else { return told };
    let more = if all - kept > 1 { the_worst() } else { broken() };
    format!("{told}; {more}: {title}, {}", dates::late(*late))
}

fn outlook(outlook: Outlook) -> String {
    match outlook {
        Outlook::Endless => endless().into(),
        Outlook::RenewedItself => renewed_itself().into(),
        Outlook::EndedAlone(end) => ended_alone(&dates::full(end)),
        Outlook::NoticeGiven(end) => notice_given(&dates::full(end)),
        Outlook::SureUntil(end) => sure_until(&dates::full(end)),
        Outlook::NoticeWithin(left) => notice_within(left),
        Outlook::EndsIn { left, on } => ends_in(left, &dates::full(on)),
        Outlook::GoesOnAfter(end) => goes_on_after(&dates::full(end)),
    }
}

fn said(said: &Said) -> String {
    match said {
        Said::Csat(csat) => format!("CSAT {csat}"),
        Said::Nps(nps) => format!("NPS {nps}"),
        Said::Request { satisfaction, title } => content_with(*satisfaction, title),
    }
}

messages! {
    /// How many points a part of health got.
    part_of(part: &str, got: u8, possible: u8): "{part} {got} of {possible}" => "{part} {got} από {possible}";
    /// The score is what it was.
    as_before(days: i64): "as {days} days ago" => "όπως πριν {days} ημέρες";
    /// The score rose or fell.
    went(by: i64, days: i64): "{by:+} in {days} days" => "{by:+} σε {days} ημέρες";
    /// The present month.
    now: "now" => "τώρα";
    /// Everything that waits has a day that was promised.
    all_ahead: ", each with a promised day ahead" => ", όλα με υπόσχεση που δεν έληξε";
    /// Some of what waits has a day that was promised.
    some_ahead(count: usize): ", {count} with a promised day ahead" => ", {count} με υπόσχεση που δεν έληξε";
    /// How much waits for our side, and for how long.
    longest_wait(open: usize, told: &str, days: &str, title: &str): "{open} open{told}, the longest with our side {days}: {title}"
        => "{open} ανοιχτά{told}, το παλαιότερο σε εμάς {days}: {title}";
    /// An agreement, and what we owe by it.
    owed_late(title: &str, outlook: &str, late: usize): "{title} {outlook}; {late} owed by us and late" => "{title} {outlook}· {late} δικές μας υποχρεώσεις αργούν";
    /// How often a client said what they think.
    answered(count: i64, days: i64, last: &str, on: &str) =
        format!("{count} {} in {days} d, the last {last} on {on}", plural(count, "answer", "answers"))
        => format!("{count} {} σε {days} ημ., τελευταία {last} στις {on}", plural(count, "γνώμη", "γνώμες"));
    /// What the manager felt.
    felt(feel: i64, ago: &str): "you felt {feel} of 5 {ago} ago" => "νιώσατε {feel} από 5 πριν {ago}";
    /// How many promises were kept.
    kept_in(kept: usize, all: usize, days: i64): "{kept} of {all} promises kept in {days} d" => "τηρήθηκαν {kept} από {all} υποσχέσεις σε {days} ημ.";
    /// The promise that was broken worst, of several.
    the_worst: "the worst" => "η χειρότερη";
    /// The promise that was broken.
    broken: "broken" => "αθετήθηκε";
    /// An agreement goes on.
    endless: "holds without an end" => "ισχύει χωρίς λήξη";
    /// An agreement goes on.
    renewed_itself: "renewed itself" => "ανανεώθηκε αυτόματα";
    /// An agreement is over.
    ended_alone(end: &str): "ended on {end} and nothing followed" => "έληξε στις {end} χωρίς συνέχεια";
    /// An agreement ends.
    notice_given(end: &str): "ends on {end}, notice was given" => "λήγει στις {end}, καταγγέλθηκε";
    /// An agreement holds for long.
    sure_until(end: &str): "is sure until {end}" => "είναι σίγουρη έως {end}";
    /// An agreement may be ended.
    notice_within(left: i64): "can be given notice within {left} d" => "μπορεί να καταγγελθεί εντός {left} ημ.";
    /// An agreement ends soon.
    ends_in(left: i64, on: &str): "ends in {left} d, on {on}" => "λήγει σε {left} ημ., στις {on}";
    /// An agreement goes on.
    goes_on_after(end: &str): "goes on after {end}" => "συνεχίζεται μετά τις {end}";
    /// How content a client was with a request.
    content_with(satisfaction: i64, title: &str): "{satisfaction} of 5 for {title}" => "{satisfaction} από 5 για {title}";
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

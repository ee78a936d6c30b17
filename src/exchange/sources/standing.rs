//! The words of programs for where work stands, how much it matters and what a touch was, as ours.

use super::target::Words;
use crate::domain::Kind;
use crate::domain::text::fold;

/// Where work stands, whatever it is; of two words of a row the later one here counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    Open,
    Doing,
    Waiting,
    Done,
    Dropped,
}

/// What programs call it; words of one's own may be anything, and are told.
const STANDINGS: &[(&str, Standing)] = &[
    (
        "open, new, not started, to do, to-do, todo, backlog, planned, scheduled, next up, selected for development, draft",
        Standing::Open,
    ),
    ("false, no, 0, incomplete, not done, proposed, εκκρεμεί, νέο, ανοικτό, ανοιχτό", Standing::Open),
    (
        "in progress, doing, working on it, started, in work, active, in review, in testing, review, σε εξέλιξη",
        Standing::Doing,
    ),
    (
        "waiting, waiting on someone else, waiting on contact, waiting on us, waiting for customer, waiting for support, \
         stuck, pending, hold, on hold, on-hold, deferred, blocked, paused, σε αναμονή",
        Standing::Waiting,
    ),
    (
        "done, completed, complete, closed, resolved, solved, finished, true, yes, 1, x, ολοκληρώθηκε, ολοκληρωμένο, έγινε",
        Standing::Done,
    ),
    (
        "cancelled, canceled, won't do, wont do, dropped, deleted, archived, duplicate, rejected, ακυρώθηκε",
        Standing::Dropped,
    ),
];

impl Standing {
    /// The standing of our own name for it.
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "open" => Self::Open,
            "doing" => Self::Doing,
            "waiting" => Self::Waiting,
            "done" => Self::Done,
            "dropped" => Self::Dropped,
            _ => return None,
        })
    }

    /// What a word of a program means: by what is special to it, else as most have it.
    pub(super) fn of(word: &str, special: Words) -> Option<Self> {
        let folded = fold(word.trim());
        let own = special.iter().find(|(theirs, _)| fold(theirs) == folded);
        let usual = || {
            let has = |words: &str| words.split(", ").any(|theirs| fold(theirs) == folded);
            STANDINGS.iter().find(|(words, _)| has(words)).map(|(_, standing)| *standing)
        };
        own.map_or_else(usual, |(_, ours)| Self::named(ours))
    }

    /// The field of a kind that says so, and its word; `None` where a kind has nothing of the sort.
    pub(super) fn in_kind(self, kind: Kind) -> Option<(&'static str, &'static str)> {
        let words: [&'static str; 5] = match kind {
            Kind::Task => ["open", "doing", "waiting", "done", "dropped"],
            Kind::Project => ["planned", "active", "on-hold", "done", "cancelled"],
            // A request that somebody there closed was answered: that is what closing means there.
            Kind::Request => ["asked", "routed", "routed", "told", "declined"],
            Kind::Interaction => ["planned", "planned", "planned", "held", "cancelled"],
            _ => return None,
        };
        let [open, doing, waiting, done, dropped] = words;
        let word = match self {
            Self::Open => open,
            Self::Doing => doing,
            Self::Waiting => waiting,
            Self::Done => done,
            Self::Dropped => dropped,
        };
        Some((if kind == Kind::Interaction { "state" } else { "status" }, word))
    }
}

/// How much something matters, in the words of programs.
pub(super) fn priority(word: &str) -> Option<&'static str> {
    const WORDS: &[(&str, &str)] = &[
        ("low, lowest, minor, trivial, p4, p5, χαμηλή", "low"),
        ("normal, medium, mid, moderate, p3, κανονική", "normal"),
        ("high, major, important, p2, υψηλή", "high"),
        ("urgent, critical, highest, blocker, p1, επείγον", "urgent"),
    ];
    let folded = fold(word.trim());
    let has = |words: &str| words.split(", ").any(|theirs| fold(theirs) == folded);
    WORDS.iter().find(|(words, _)| has(words)).map(|(_, ours)| *ours)
}

/// What programs call kinds of activities: the kind of touch, or that it is a task.
const SORTS: &[(&str, &str)] = &[
    ("call, logged call, phone call, phone, call log, appel, anruf, τηλεφώνημα, κλήση", "call"),
    ("meeting, demo, online meeting, appointment, event, lunch, conference, termin, συνάντηση", "meeting"),
    ("mail, email, e-mail, email reply, incoming email, forwarded email, letter, postal mail", "mail"),
    ("visit, site visit, επίσκεψη", "visit"),
    (
        "message, sms, whatsapp, whatsapp message, linkedin message, linkedin_message, whats_app, chat",
        "message",
    ),
    ("note, comment, σημείωση", "note"),
    ("task, to-do, to do, todo, deadline, follow up, follow-up, reminder, εργασία", "task"),
];

/// What a row of activities is: the name of a kind of touch, or `task`.
pub(super) fn sort(word: &str, special: Words) -> Option<&'static str> {
    let folded = fold(word.trim());
    let own = special.iter().find(|(theirs, _)| fold(theirs) == folded).map(|(_, ours)| *ours);
    let has = |words: &str| words.split(", ").any(|theirs| fold(theirs) == folded);
    own.or_else(|| SORTS.iter().find(|(words, _)| has(words)).map(|(_, ours)| *ours))
}

/// Minutes of a length of time: `30`, `00:30`, `1:30:00`, `45 min`, `1h 30m`. `None` for anything else.
pub(super) fn minutes(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase();
    if text.contains(':') {
        let parts: Option<Vec<i64>> = text.split(':').map(|part| part.parse().ok()).collect();
        return match parts?.as_slice() {
            [hours, minutes] | [hours, minutes, _] if *hours >= 0 && (0..60).contains(minutes) => {
                hours.checked_mul(60)?.checked_add(*minutes)
            }
            _ => None,
        };
    }
    let (mut total, mut rest) = (0i64, text.as_str());
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, behind) = rest.split_at(digits);
        let behind = behind.trim_start();
        let letters = behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len());
        let (unit, next) = behind.split_at(letters);
        total = total.checked_add(in_unit(number, unit)?)?;
        rest = next.trim_start();
    }
    (!text.is_empty()).then_some(total)
}

fn in_unit(number: &str, unit: &str) -> Option<i64> {
    let number: i64 = number.parse().ok()?;
    match unit {
        "" | "m" | "min" | "mins" | "minute" | "minutes" => Some(number),
        "h" | "hr" | "hrs" | "hour" | "hours" => number.checked_mul(60),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_read_or_left() {
        for (text, wanted) in [
            ("30", Some(30)),
            ("00:30", Some(30)),
            ("1:30:00", Some(90)),
            ("45 min", Some(45)),
            ("1h 30m", Some(90)),
            ("2 hours", Some(120)),
            ("half a day", None),
            ("1:75", None),
            ("3 weeks", None),
            ("-5", None),
            ("", None),
        ] {
            assert_eq!(minutes(text), wanted, "{text}");
        }
    }

    #[test]
    fn words_of_programs_are_ours_and_others_are_nobodys() {
        for (word, wanted) in [
            ("Completed", Some(Standing::Done)),
            ("TO DO", Some(Standing::Open)),
            ("Working on it", Some(Standing::Doing)),
            ("Waiting on someone else", Some(Standing::Waiting)),
            ("Won't Do", Some(Standing::Dropped)),
            ("Contract sent", None),
            ("", None),
        ] {
            assert_eq!(Standing::of(word, &[]), wanted, "{word}");
        }
        assert_eq!(Standing::of("Closed won", &[("closed won", "doing")]), Some(Standing::Doing));
        assert_eq!(priority("Highest"), Some("urgent"));
        assert_eq!(priority("Someday"), None);
        assert_eq!(sort("EMAIL", &[]), Some("mail"));
        assert_eq!(sort("Webinar", &[]), None);
    }

    /// Each word of ours is one that the kinds have.
    #[test]
    fn every_word_is_a_choice_of_its_field() {
        use crate::domain::parse;
        let all = [Standing::Open, Standing::Doing, Standing::Waiting, Standing::Done, Standing::Dropped];
        for kind in [Kind::Task, Kind::Project, Kind::Request, Kind::Interaction] {
            for standing in all {
                let (field, word) = standing.in_kind(kind).unwrap();
                let choices = parse::choices(&kind.field(field).unwrap().kind);
                assert!(choices.iter().any(|choice| choice.name == word), "{kind} {word}");
            }
        }
        let touches = parse::choices(&Kind::Interaction.field("touch").unwrap().kind);
        for (_, ours) in SORTS {
            assert!(*ours == "task" || touches.iter().any(|choice| choice.name == *ours), "{ours}");
        }
    }
}

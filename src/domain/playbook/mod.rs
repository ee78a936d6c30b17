//! Playbooks: the milestones and tasks that projects of a kind begin with, a step a line.
//!
//! ```text
//! # A line that begins with # is a remark.
//! day 0   * Kick-off
//! day 2   Brief the designers @design 4h
//! day 10  > First drafts @design 40h !high
//! day 12  * Drafts approved
//! ```
//!
//! `day N` is N days after the start of the project; what would fall on a day off falls on the working day after. `*` is a
//! milestone; a task belongs to the milestone that follows it, and comes before it. `>` waits for the task (or, before a
//! milestone, for the milestone) above. `@` is who does it: a colleague, or a department, of which the lead is meant;
//! `40h` hours of work; `!high`, `!urgent`, `!low` how much it matters. Words in double quotes are taken as they are.

mod begin;
mod of_project;

pub use begin::{Begun, begin};
pub use of_project::of_project;

use super::{Fault, LineFault, Priority, ValidationError};

/// The latest day a step may have: ten years.
const LAST_DAY: i64 = 3_660;

/// One step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Days from the start of the project.
    pub day: i64,
    /// It is a milestone and no task.
    pub milestone: bool,
    /// It comes after the one of its sort above.
    pub waits: bool,
    /// What is to be done, or reached.
    pub title: String,
    /// Who does it, as it was written.
    pub who: Option<String>,
    /// Hours of work.
    pub hours: Option<i64>,
    /// How much it matters.
    pub priority: Priority,
}

/// Reads the steps of a playbook.
///
/// # Errors
/// Which line cannot be read, and what was expected.
pub fn steps(text: &str) -> Result<Vec<Step>, ValidationError> {
    let lines = (1..).zip(text.lines().map(str::trim));
    let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let read = |(nth, line)| step(line).map_err(|fault| Fault::Line(nth, fault));
    let steps = lines.map(read).collect::<Result<Vec<_>, _>>()?;
    for milestone in [false, true] {
        let first = steps.iter().find(|s| s.milestone == milestone);
        if let Some(step) = first.filter(|s| s.waits) {
            return Err(Fault::NothingAbove(step.title.clone(), milestone).into());
        }
    }
    if steps.is_empty() {
        return Err(Fault::NoStep.into());
    }
    Ok(steps)
}

fn step(line: &str) -> Result<Step, LineFault> {
    let (day, rest) = day(line).ok_or(LineFault::NoStepDay)?;
    let mut out = Step { day, ..Step::default() };
    let mut rest = rest.trim_start();
    while let Some(after) = rest.strip_prefix(['*', '>']) {
        out.milestone |= rest.starts_with('*');
        out.waits |= rest.starts_with('>');
        rest = after.trim_start();
    }
    let mut words: Vec<String> = vec![];
    for piece in pieces(rest) {
        match piece {
            Piece::Who(name) if out.who.is_none() => out.who = Some(name),
            Piece::Who(name) => return Err(LineFault::SecondWho(name)),
            Piece::Hours(hours) => out.hours = Some(hours),
            Piece::Priority(priority) => out.priority = priority,
            Piece::Unknown(word) => {
                return Err(LineFault::NoPriority(word));
            }
            Piece::Word(word) => words.push(word),
        }
    }
    out.title = words.join(" ");
    if out.title.is_empty() {
        return Err(LineFault::NoTitle);
    }
    if out.milestone && (out.who.is_some() || out.hours.is_some()) {
        return Err(LineFault::MilestoneDone);
    }
    Ok(out)
}

/// "day 10", and what follows.
fn day(line: &str) -> Option<(i64, &str)> {
    let rest = line.get(..3).filter(|w| w.eq_ignore_ascii_case("day")).and_then(|w| line.strip_prefix(w))?;
    let rest = rest.strip_prefix(char::is_whitespace)?.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, rest) = rest.split_at_checked(end)?;
    let day = number.parse().ok().filter(|day| (0..=LAST_DAY).contains(day))?;
    Some((day, rest.strip_prefix(':').unwrap_or(rest)))
}

/// A part of what stands behind the day.
#[derive(Debug, PartialEq)]
enum Piece {
    Who(String),
    Hours(i64),
    Priority(Priority),
    Unknown(String),
    Word(String),
}

fn pieces(mut text: &str) -> Vec<Piece> {
    let mut out = vec![];
    loop {
        text = text.trim_start();
        if text.is_empty() {
            return out;
        }
        let at = usize::from(text.starts_with('@'));
        let quoted = text.get(at..).and_then(|t| t.strip_prefix('"')).and_then(|t| t.split_once('"'));
        let (word, rest) = match quoted {
            Some(found) => found,
            None => text.split_once(char::is_whitespace).unwrap_or((text, "")),
        };
        out.push(match quoted {
            Some((name, _)) if at == 1 => Piece::Who(name.trim().to_owned()),
            Some((words, _)) => Piece::Word(words.to_owned()),
            None => mark(word).unwrap_or_else(|| Piece::Word(word.to_owned())),
        });
        text = rest;
    }
}

/// What a word without quotation marks means, when it is more than a word.
fn mark(word: &str) -> Option<Piece> {
    if let Some(name) = word.strip_prefix('@').filter(|n| !n.is_empty()) {
        return Some(Piece::Who(name.to_owned()));
    }
    let hours = word.strip_suffix('h').and_then(|n| n.parse().ok()).filter(|n| (0..=100_000).contains(n));
    let priority = match word {
        "!urgent" | "!!" => Some(Priority::Urgent),
        "!high" => Some(Priority::High),
        "!low" => Some(Priority::Low),
        _ => None,
    };
    let unknown = word.strip_prefix('!').filter(|rest| rest.starts_with(char::is_alphabetic));
    let unknown = unknown.map(|_| Piece::Unknown(word.to_owned()));
    hours.map(Piece::Hours).or(priority.map(Piece::Priority)).or(unknown)
}

/// A step as a line, read back by [`steps`].
pub fn line(step: &Step) -> String {
    let clean: Vec<&str> = step.title.split_whitespace().collect();
    let title = clean.join(" ").replace('"', "'");
    let marked = title.starts_with(['*', '>']) || title.split(' ').any(|w| mark(w).is_some());
    let who = step.who.as_ref().map(|who| who.replace('"', "'"));
    let parts = [
        step.milestone.then(|| "*".to_owned()),
        step.waits.then(|| ">".to_owned()),
        Some(if marked { format!("\"{title}\"") } else { title }),
        who.map(|w| if w.contains(char::is_whitespace) { format!("@\"{w}\"") } else { format!("@{w}") }),
        step.hours.map(|hours| format!("{hours}h")),
        match step.priority {
            Priority::Urgent => Some("!urgent".into()),
            Priority::High => Some("!high".into()),
            Priority::Low => Some("!low".into()),
            Priority::Normal => None,
        },
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("day {:<3} {}", step.day, parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_a_step() {
        let read =
            steps("# remark\n\nday 0 * Kick-off\nday 1 Brief\nDay 10: > First drafts of 3 pages @design 40h !high\n")
                .unwrap();
        assert_eq!(read[0], Step { milestone: true, title: "Kick-off".into(), ..Step::default() });
        let second = Step {
            day: 10,
            waits: true,
            title: "First drafts of 3 pages".into(),
            who: Some("design".into()),
            hours: Some(40),
            priority: Priority::High,
            milestone: false,
        };
        assert_eq!(read[2], second);
        let named = steps("day 3 Ask \"@all 3h\" twice @\"Nikos Andreou\"").unwrap();
        assert_eq!(
            (named[0].title.as_str(), named[0].who.as_deref()),
            ("Ask @all 3h twice", Some("Nikos Andreou"))
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        for (text, words) in [
            ("", "a step was expected"),
            ("day 1 ok\n10 drafts", "line 2: begin with the day"),
            ("day x drafts", "line 1: begin with the day"),
            ("day 99999 drafts", "begin with the day"),
            ("day 4 @design", "say what is to be done"),
            ("day 4 * Approved @design", "has no @"),
            ("day 4 a @b @c", "second one"),
            ("day 4 a !super", "no priority"),
            ("day 4 > a", "there is none"),
            ("day 0 a\nday 4 * > b", "there is none"),
        ] {
            let error = steps(text).unwrap_err();
            assert!(error.to_string().contains(words), "{text:?}: {error}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            day in 0i64..=LAST_DAY,
            (milestone, waits) in any::<(bool, bool)>(),
            title in "[a-zα-ω*>@!0-9h]{1,8}( [a-zα-ω*>@!0-9h]{1,8}){0,3}",
            who in proptest::option::of("[a-z]{1,6}( [a-z]{1,6})?"),
            hours in proptest::option::of(0i64..500),
            priority in 0usize..4,
        ) {
            let priority = [Priority::Normal, Priority::High, Priority::Urgent, Priority::Low][priority];
            let step = Step {
                day, milestone, waits, title, priority,
                who: who.filter(|_| !milestone),
                hours: hours.filter(|_| !milestone),
            };
            // What waits needs one above.
            let above = Step { day: 0, milestone: step.milestone, title: "above".into(), ..Step::default() };
            let text = [line(&above), line(&step)].join("\n");
            prop_assert_eq!(steps(&text).unwrap(), vec![above, step]);
        }

        #[test]
        fn no_text_is_a_crash(text in any::<String>(), more in "(day|\"|@|[0-9]|\\*|>|h| |\n){0,30}") {
            let _ = (steps(&text), steps(&more));
        }
    }
}

//! Who they are, what passed between us, and what they said.

use super::{Desk, Line};
use crate::domain::{
    Attitude, Channel, Contact, Interaction, Kind, Member, Outcome, Project, Record, Touch, derive,
    text::fold, when,
};

/// The people of a client, those with the most weight first; of a project its team, and the people of the client where
/// the team names none of them.
pub(super) fn people(desk: &Desk<'_>) -> Vec<Line> {
    let mut found: Vec<(&Contact, Option<String>)> = if desk.of.kind == Kind::Project {
        let members = desk.book.backlinks(desk.of, Kind::Member).filter_map(Member::of);
        members
            .filter_map(|m| {
                let contact = m.contact.0.and_then(|c| desk.book.contact(c))?;
                let duty = if m.duty.is_empty() { String::new() } else { format!(" for {}", m.duty) };
                Some((contact, Some(format!("{}{duty}", m.part.label()))))
            })
            .collect()
    } else {
        derive::people_of(desk.book, desk.of).into_iter().map(|c| (c, None)).collect()
    };
    // A project whose team names nobody of theirs is spoken about with the people of its client.
    let client =
        Some(desk.of).and_then(|of| desk.book.get(of)).and_then(Project::of).and_then(|p| p.client.0);
    if let Some(client) = client.filter(|_| !found.iter().any(|(c, _)| c.client.0.is_some())) {
        found.extend(derive::people_of(desk.book, client).into_iter().map(|c| (c, None)));
    }
    found.sort_by_cached_key(|(c, _)| {
        let ours = c.is_colleague();
        (ours, std::cmp::Reverse(c.influence), std::cmp::Reverse(c.attitude), fold(&c.shown_name()), c.id)
    });
    found.into_iter().map(|(contact, part)| person(contact, part)).collect()
}

/// "Maria Papadaki · Head of Marketing · ++ devoted · decision maker · likes phone".
fn person(contact: &Contact, part: Option<String>) -> Line {
    let mut words = vec![contact.shown_name()];
    words.extend(Some(contact.job.clone()).filter(|j| !j.is_empty()));
    words.extend(part);
    let attitude: Vec<&str> = contact.attitude.label().split_whitespace().collect();
    words.extend((contact.attitude != Attitude::Unknown).then(|| attitude.join(" ")));
    let roles: Vec<&str> = contact.roles.iter().map(|r| r.label()).collect();
    words.extend((!roles.is_empty()).then(|| roles.join(", ")));
    words.extend((contact.channel != Channel::Any).then(|| format!("likes {}", contact.channel.label())));
    let against = matches!(contact.attitude, Attitude::Against | Attitude::Doubtful);
    Line::of(words.join(" · "), against)
}

/// What we were last in touch about, the newest first; notes are no touch, and what lies ahead has not happened.
pub(super) fn touches(desk: &Desk<'_>) -> Vec<Line> {
    /// More are no use before a call, and "more" says nothing here.
    const LAST: usize = 5;
    derive::timeline(desk.book, desk.of)
        .into_iter()
        .filter_map(Interaction::of)
        .filter(|i| i.touch != Touch::Note && i.took_place(desk.now))
        .take(LAST)
        .map(|i| {
            let names: Vec<String> = i.people.0.iter().map(|p| desk.book.title(*p)).collect();
            let who = if names.is_empty() { String::new() } else { format!(" · {}", names.join(", ")) };
            let day = when::ago(i.at.day_beside(desk.now), desk.today);
            Line::plain(format!("{day} · {} · {}{who}", i.touch.label(), i.summary))
        })
        .collect()
}

/// What they thought and decided, the newest first: two of each.
pub(super) fn voices(desk: &Desk<'_>) -> Vec<Line> {
    const EACH: usize = 2;
    let timeline = derive::timeline(desk.book, desk.of);
    let of = |kind: Kind| timeline.iter().filter(move |r| r.kind() == kind);
    let feedback = of(Kind::Feedback).take(EACH);
    let decided = |r: &&&Record| !matches!(r, Record::Decision(d) if d.outcome == Outcome::Open);
    let decisions = of(Kind::Decision).filter(decided).take(EACH);
    feedback.chain(decisions).filter_map(|r| desk.voice(r)).collect()
}

impl Desk<'_> {
    fn voice(&self, record: &Record) -> Option<Line> {
        let day = |d: Option<chrono::NaiveDate>| {
            d.map(|d| format!("{} · ", when::ago(d, self.today))).unwrap_or_default()
        };
        match record {
            Record::Feedback(f) => {
                let csat = f.csat.map(|c| format!("CSAT {c} of 5"));
                let nps = f.nps.map(|n| format!("NPS {n} of 10"));
                let figures: Vec<String> = csat.into_iter().chain(nps).collect();
                let who = f.contact.0.map(|c| format!(" · {}", self.book.title(c))).unwrap_or_default();
                let figures =
                    if figures.is_empty() { String::new() } else { format!(" · {}", figures.join(", ")) };
                let bad = f.csat.is_some_and(|c| c <= 2) || f.nps.is_some_and(|n| n <= 6);
                Some(Line::of(format!("{}“{}”{figures}{who}", day(f.on), f.words), bad))
            }
            Record::Decision(d) => {
                let who = d.by.0.map(|c| format!(" · {}", self.book.title(c))).unwrap_or_default();
                let said = d.outcome.label();
                Some(Line::plain(format!("{}{}: {} · {said}{who}", day(d.on), d.sort.label(), d.what)))
            }
            _ => None,
        }
    }
}

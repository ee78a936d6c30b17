//! Who they are, what passed between us, and what they said.

use super::{Desk, Fact, Line};
use crate::domain::{
    Attitude, Contact, Interaction, Kind, Member, MemberId, Outcome, Project, Record, Touch, derive,
    text::fold,
};

/// The people of a client, those with the most weight first; of a project its team, and the people of the client where
/// the team names none of them.
pub(super) fn people(desk: &Desk<'_>) -> Vec<Line> {
    let mut found: Vec<(&Contact, Option<MemberId>)> = if desk.of.kind == Kind::Project {
        let members = desk.book.backlinks(desk.of, Kind::Member).filter_map(Member::of);
        members.filter_map(|m| Some((desk.book.contact(m.contact.0?)?, Some(m.id)))).collect()
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
    let line = |(contact, member): (&Contact, _)| {
        let against = matches!(contact.attitude, Attitude::Against | Attitude::Doubtful);
        Line::of(Fact::Person(contact.id, member), against)
    };
    found.into_iter().map(line).collect()
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
        .map(|i| Line::plain(Fact::Touch(i.id, i.at.day_beside(desk.now))))
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
    feedback.chain(decisions).filter_map(|r| voice(r)).collect()
}

fn voice(record: &Record) -> Option<Line> {
    match record {
        Record::Feedback(f) => {
            let bad = f.csat.is_some_and(|c| c <= 2) || f.nps.is_some_and(|n| n <= 6);
            Some(Line::of(Fact::Feedback(f.id), bad))
        }
        Record::Decision(d) => Some(Line::plain(Fact::Decided(d.id))),
        _ => None,
    }
}

//! What is told of a meeting: who was there, what was said, what was asked and decided, what is to be done.

use super::pages::Meeting;
use super::shape::Day;
use super::teller::{Teller, name};
use crate::domain::derive;
use crate::domain::{Contact, ContactId, Interaction, Kind, Mood, Record, Ref, Task, Touch};

/// The report of a meeting, or of any other touch.
pub(super) fn meeting(teller: &Teller<'_>, record: &Record) -> Option<Meeting> {
    let touch = Interaction::of(record)?;
    let day = touch.at.date();
    let clients: Vec<Ref> = derive::clients_of(teller.book, record).into_iter().map(Ref::from).collect();
    let is_ours = |id: &ContactId| teller.book.contact(*id).is_some_and(Contact::is_colleague);
    let (ours, theirs): (Vec<ContactId>, Vec<ContactId>) = touch.people.0.iter().partition(|id| is_ours(id));
    let mut wishes = vec![];
    let mut decisions = vec![];
    let mut tasks = vec![];
    // What came up on that day with one client is nothing for another one who was there.
    let tells_all = teller.internal || clients.len() == 1;
    for client in clients.iter().copied().map(Some) {
        let named = |id| touch.requests.0.contains(&id);
        let came_up = |received| tells_all && received == Some(day);
        wishes.extend(teller.wishes(client, |r| named(r.id) || came_up(r.received), |r| r.received));
        if !tells_all {
            continue;
        }
        decisions.extend(teller.decisions(client, |d| d.on == Some(day)));
        let found = teller.about(client, Kind::Task).into_iter().filter_map(Task::of);
        tasks.extend(found.filter(|task| task.head.created.date() == day).map(|task| teller.task(task)));
    }
    let meets = |t: &Interaction| matches!(t.touch, Touch::Meeting | Touch::Visit | Touch::Call);
    let ahead = |t: &Interaction| meets(t) && t.is_planned(teller.now) && t.at.utc_ms > touch.at.utc_ms;
    let next = clients.iter().flat_map(|client| teller.touches(Some(*client), ahead));
    Some(Meeting {
        today: Day(teller.today),
        internal: teller.internal,
        clients: clients.iter().filter_map(|client| teller.title(Some(*client))).collect(),
        meeting: teller.touch(touch),
        minutes: touch.minutes,
        theirs: teller.people(&theirs),
        ours: teller.people(&ours),
        projects: touch.projects.0.iter().filter_map(|id| teller.title(Some(*id))).collect(),
        wishes,
        decisions,
        tasks,
        next: next.min_by_key(|next| (next.on, next.at.clone())),
        mood: if teller.internal { name(touch.mood) } else { name(Mood::Unknown) },
    })
}

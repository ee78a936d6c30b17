//! What is told of a week: done, come in, late, next.

use super::client::projects;
use super::pages::Week;
use super::shape::Day;
use super::teller::Teller;
use crate::domain::derive::shifted;
use crate::domain::{Kind, Record, Ref, Task, Touch};
use chrono::NaiveDate;

/// Days after the report that are looked at.
const AHEAD: i64 = 14;

/// The week of a client or a project, or of all of them.
pub(super) fn week(teller: &Teller<'_>, about: Option<&Record>) -> Week {
    let of: Option<Ref> = about.map(Record::id);
    let within = |day| teller.is_in(day);
    let until = shifted(teller.to, AHEAD);
    let soon = |day: NaiveDate| teller.today <= day && day <= until;
    let (with_client, waits) = teller.waits(of).into_iter().partition(|wait| wait.side == "client");
    let promises = teller.promises(of);
    let (mut late, mut ahead) = (vec![], vec![]);
    for promise in promises.into_iter().filter(|promise| promise.done.is_none()) {
        match promise.standing {
            "broken" => late.push(promise),
            "open" if soon(promise.promised.0) => ahead.push(promise),
            _ => {}
        }
    }
    let held = |kind| matches!(kind, Touch::Call | Touch::Meeting | Touch::Visit);
    Week {
        today: Day(teller.today),
        internal: teller.internal,
        from: Day(teller.from),
        to: Day(teller.to),
        client: about.and_then(|record| teller.client(record)),
        project: about.filter(|r| r.kind() == Kind::Project).map(|record| teller.book.title_of(record)),
        done: teller.wishes(of, |r| within(r.done_on.or(r.told_on)), |r| r.done_on.or(r.told_on)),
        reached: teller.milestones(of, |m| within(m.done_on)),
        tasks_done: if teller.internal { tasks_done(teller, of) } else { vec![] },
        came_in: teller.wishes(of, |r| within(r.received), |r| r.received),
        late,
        ahead,
        with_client,
        with_others: if teller.internal { waits } else { vec![] },
        touches: teller
            .touches(of, |t| held(t.touch) && t.took_place(teller.now) && within(Some(t.at.date()))),
        planned: teller.planned(of, Some(until)),
        projects: projects(teller, of, |p| p.status.is_open()),
    }
}

fn tasks_done(teller: &Teller<'_>, of: Option<Ref>) -> Vec<super::items::Task> {
    let found = teller.about(of, Kind::Task).into_iter().filter_map(Task::of);
    let mut found: Vec<&Task> = found.filter(|task| teller.is_in(task.done_on)).collect();
    found.sort_by_key(|task| (task.done_on, task.no, task.id));
    found.into_iter().map(|task| teller.task(task)).collect()
}

//! What is told of all clients, each on a row.

use super::client::{count, due};
use super::pages::{Client, Notice, Portfolio};
use super::shape::Day;
use super::teller::{Teller, name};
use crate::domain::derive::cadence::is_tended;
use crate::domain::derive::{agreements, health, last_touch};
use crate::domain::{self, Kind, Project, Record, Request};
use std::collections::HashMap;

/// Days to the last day for notice within which an agreement is told.
const NEAR: i64 = 90;

/// Every client that is tended, the worst off first; of whom nothing is known stands last.
pub(super) fn portfolio(teller: &Teller<'_>) -> Portfolio {
    let healths: HashMap<_, _> = health::healths(teller.book, teller.now).into_iter().collect();
    let tended = teller.book.all(Kind::Client).filter_map(domain::Client::of).filter(|c| is_tended(c));
    let mut late = vec![];
    let mut clients: Vec<Client> = vec![];
    for client in tended {
        let of = Some(client.id.into());
        let all = teller.promises(of);
        let broken: Vec<_> =
            all.iter().filter(|p| p.standing == "broken" && p.done.is_none()).cloned().collect();
        let came_due = due(all, teller.from, teller.to);
        let open = |record: &&Record| Request::of(record).is_some_and(|r| r.status.is_open());
        let goes_on = |record: &&Record| Project::of(record).is_some_and(|p| p.status.is_open());
        let found = healths.get(&client.id);
        clients.push(Client {
            name: client.name.clone(),
            tier: name(client.tier),
            status: name(client.status),
            score: found.map(|health| health.score),
            trend: found.and_then(|health| health.trend).map(i64::from),
            last_touch: last_touch(teller.book, client.id.into(), teller.now)
                .map(|at| Day(at.day_beside(teller.now))),
            open: teller.book.backlinks(client.id, Kind::Request).filter(open).count(),
            late: broken.len(),
            projects: teller.book.backlinks(client.id, Kind::Project).filter(goes_on).count(),
            kept: count(&came_due, "kept"),
            broken: count(&came_due, "broken"),
        });
        late.extend(broken);
    }
    clients.sort_by_cached_key(|c| (c.score.is_none(), c.score, domain::text::fold(&c.name)));
    late.sort_by(|a, b| (a.first, &a.title).cmp(&(b.first, &b.title)));
    Portfolio {
        today: Day(teller.today),
        internal: true,
        from: Day(teller.from),
        to: Day(teller.to),
        kept: clients.iter().map(|c| c.kept).sum(),
        broken: clients.iter().map(|c| c.broken).sum(),
        open: clients.iter().map(|c| c.open).sum(),
        clients,
        late,
        notices: notices(teller),
    }
}

/// Agreements that can be given notice soon, the next day first.
fn notices(teller: &Teller<'_>) -> Vec<Notice> {
    let standings = agreements::standings(teller.book, None, teller.today).into_iter();
    let mut found: Vec<Notice> = standings
        .filter_map(|standing| {
            let agreement = teller.book.agreement(standing.agreement)?;
            let (by, left) = (standing.notice?, standing.left?);
            (0..=NEAR).contains(&left).then(|| Notice {
                client: teller.title(agreement.client.0),
                title: agreement.title.clone(),
                by: Day(by),
                left,
                renews: agreement.renewal().is_some(),
            })
        })
        .collect();
    found.sort_by(|a, b| (a.by, &a.title).cmp(&(b.by, &b.title)));
    found
}

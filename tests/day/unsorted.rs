//! Clients that were brought in and not sorted yet are calm: no cadence, no health, one row in Today for all of them.

use crate::made::{Made, at, day, said};
use syndeo::domain::derive::cadence::{CadenceState, cadence, cadences};
use syndeo::domain::derive::health::{health, healths};
use syndeo::domain::derive::today::{Reason, Tone, today};
use syndeo::domain::derive::{fields, last_touch};
use syndeo::domain::{Client, ClientStatus, Contact, Moment, Record, Tier, Value};

const NOW: &str = "2026-11-24";

/// A client that was written down elsewhere in 2021 and brought in on 20 Nov 2026.
fn brought(made: &mut Made, name: &str) -> Client {
    let mut client = Client::new(made.id(), at("2021-03-01"));
    (client.name, client.tier) = (name.into(), Tier::Unsorted);
    client.imported = Some(day("2026-11-20"));
    made.put(client.clone());
    client
}

fn about(made: &Made, client: &Client) -> (bool, bool, Vec<Reason>) {
    let now = at(NOW);
    let one = cadence(&made.book, client.id, now);
    assert_eq!(cadences(&made.book, now).iter().find(|c| c.target == client.id.into()), one.as_ref());
    let score = health(&made.book, client.id, now);
    assert_eq!(healths(&made.book, now).into_iter().find(|(id, _)| *id == client.id).map(|h| h.1), score);
    let rows = today(&made.book, now);
    let rows = rows.iter().filter(|r| r.target == client.id.into());
    (one.is_some(), score.is_some(), rows.flat_map(|r| [&[r.reason][..], &r.also].concat()).collect())
}

#[test]
fn many_that_nobody_sorted_are_one_row() {
    let mut made = Made::new();
    made.touched("2026-11-20");
    let clients: Vec<Client> = (0..1_500).map(|n| brought(&mut made, &format!("Client {n}"))).collect();
    let rows = today(&made.book, at(NOW));
    let [row] = &rows[..] else { panic!("{} rows", rows.len()) };
    assert_eq!(
        (row.reason, row.tone, row.client),
        (Reason::NoTier, Tone::Plain, None),
        "it is about no single one"
    );
    assert_eq!(said(&made.book, row, NOW), "1,500 clients without a tier: how much care are they owed?");
    assert_eq!(about(&made, &clients[7]), (false, false, vec![]));
    // Who is dormant needs no tier.
    made.change(&clients[0], |c| c.status = ClientStatus::Dormant);
    assert!(said(&made.book, &today(&made.book, at(NOW))[0], NOW).starts_with("1,499 clients"));
}

#[test]
fn one_that_nobody_sorted_is_spoken_of_as_one() {
    let mut made = Made::new();
    made.touched("2026-11-20");
    let told = |made: &Made| said(&made.book, &today(&made.book, at(NOW))[0], NOW);
    let client = brought(&mut made, "Poseidon");
    assert_eq!(told(&made), "no tier yet: how much care is it owed?");
    assert_eq!(today(&made.book, at(NOW))[0].target, client.id.into());
    brought(&mut made, "Triton");
    assert_eq!(told(&made), "2 clients without a tier: how much care are they owed?");
}

#[test]
fn a_tier_or_a_touch_makes_a_client_one_that_is_tended() {
    let mut made = Made::new();
    made.touched("2026-11-20");
    let client = brought(&mut made, "Poseidon");
    assert_eq!(about(&made, &client), (false, false, vec![Reason::NoTier]));
    // With a tier silence is counted from the day it was brought in, and not from 2021.
    made.change(&client, |c| c.tier = Tier::A);
    assert_eq!(about(&made, &client), (true, false, vec![]));
    let found = cadence(&made.book, client.id, at(NOW)).unwrap();
    assert_eq!((found.silent, found.state), (4, CadenceState::Fine));
    // A contact that the other system knew of counts, and is told by columns.
    made.change(&client, |c| (c.tier, c.contacted) = (Tier::A, Some(day("2026-10-01"))));
    let found = cadence(&made.book, client.id, at(NOW)).unwrap();
    assert_eq!((found.silent, found.state), (54, CadenceState::Late));
    assert_eq!(about(&made, &client), (true, true, vec![Reason::CadenceLate]));
    let told = fields::LAST_TOUCH.read(&made.book, at(NOW), made.book.get(client.id).unwrap());
    assert!(matches!(told, Value::Moment(m) if m.date() == day("2026-10-01")));
    // Without a tier it stays calm: nobody here said that they would call.
    made.change(&client, |c| c.contacted = Some(day("2026-10-01")));
    assert_eq!(about(&made, &client), (false, false, vec![Reason::NoTier]));
    // Limits of its own say how much care it is owed.
    made.change(&client, |c| c.cadence_hard = Some(20));
    assert_eq!(about(&made, &client).2, []);
}

#[test]
fn a_logged_touch_tends_and_a_contact_elsewhere_of_its_people_counts_only_then() {
    let mut made = Made::new();
    let client = brought(&mut made, "Poseidon");
    let maria = made.book.contact(made.maria).unwrap().clone();
    let moved = Contact { client: client.id.into(), contacted: Some(day("2026-11-10")), ..maria };
    made.put(moved.clone());
    assert_eq!(about(&made, &client), (false, false, vec![Reason::NoTier]));
    assert_eq!(last_touch(&made.book, client.id.into(), at(NOW)).map(Moment::date), Some(day("2026-11-10")));
    made.touched("2026-09-01");
    let found = cadence(&made.book, client.id, at(NOW)).unwrap();
    assert_eq!((found.silent, found.limits.soft), (14, 30), "the later of both, and the middle limits");
    // What lies ahead has not happened, whoever says so.
    made.put(Contact { contacted: Some(day("2026-12-24")), ..moved });
    let found = cadence(&made.book, client.id, at(NOW)).unwrap();
    assert_eq!((found.silent, found.state), (84, CadenceState::Late));
    // The one pass over the whole book says the same.
    let pass = cadences(&made.book, at(NOW));
    assert_eq!(pass.iter().find(|c| c.target == client.id.into()), Some(&found));
    let ahead = Client { contacted: Some(day("2026-12-24")), ..client.clone() };
    made.put(ahead);
    let pass = cadences(&made.book, at(NOW));
    assert_eq!(pass.iter().find(|c| c.target == client.id.into()), Some(&found));
    let record = Record::from(client.clone());
    assert!(record.errors().is_empty());
}

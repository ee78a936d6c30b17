//! Who reports to whom: everybody once, each under whom they report to, and rings end.

use crate::made::Made;
use proptest::prelude::*;
use std::collections::HashSet;
use syndeo::domain::derive::reports::{Node, reports};
use syndeo::domain::{Book, Contact, ContactId, Kind};

/// A client with so many people, A, B, …, each reporting to the one of this place, where one is named.
fn book(above: &[Option<usize>]) -> (Made, Vec<ContactId>) {
    let mut made = Made::new();
    let ids: Vec<ContactId> = above.iter().map(|_| made.id()).collect();
    for (nth, to) in above.iter().enumerate() {
        let mut person = Contact::new(ids[nth], crate::made::at("2026-01-05"));
        person.first_name = format!("P{nth:03}");
        person.client = made.client.into();
        person.reports_to.0 = to.and_then(|to| ids.get(to).copied());
        made.put(person);
    }
    (made, ids)
}

fn told(book: &Book, client: syndeo::domain::ClientId, ids: &[ContactId]) -> Vec<(usize, usize, bool)> {
    let place = |node: &Node<'_>| ids.iter().position(|id| *id == node.person.id);
    let nodes = reports(book, client.into());
    nodes.iter().filter_map(|n| Some((place(n)?, n.lasts.len(), n.in_ring))).collect()
}

#[test]
fn those_below_stand_under_those_above_by_name() {
    let (made, ids) = book(&[None, Some(0), Some(1), Some(0), None, Some(5), Some(7), Some(6), Some(6)]);
    let all = told(&made.book, made.client, &ids);
    let wanted = [
        (0, 0, false),
        (1, 1, false),
        (2, 2, false),
        (3, 1, false),
        (4, 0, false),
        (5, 0, false),
        (6, 0, true),
        (7, 1, false),
        (8, 1, false),
    ];
    assert_eq!(all, wanted, "who reports to themselves stands at the top; a ring has one top");
}

#[test]
fn who_hangs_on_a_ring_is_not_its_top() {
    let (made, ids) = book(&[Some(2), Some(0), Some(3), Some(2)]);
    let wanted = [(2, 0, true), (0, 1, false), (1, 2, false), (3, 1, false)];
    assert_eq!(told(&made.book, made.client, &ids), wanted);
}

proptest! {
    #![proptest_config(crate::laws::cases(60))]

    #[test]
    fn everybody_is_there_once(above in proptest::collection::vec(proptest::option::of(0usize..14), 0..14)) {
        let (made, ids) = book(&above);
        let all = told(&made.book, made.client, &ids);
        let nodes = reports(&made.book, made.client.into());
        let nodes: Vec<&Node<'_>> = nodes.iter().filter(|n| ids.contains(&n.person.id)).collect();
        let names: HashSet<usize> = all.iter().map(|(nth, ..)| *nth).collect();
        prop_assert_eq!((all.len(), names.len()), (ids.len(), ids.len()));
        for (at, (nth, depth, in_ring)) in all.iter().enumerate() {
            // The one above stands before, a level higher: the nearest such row.
            let over = all[..at].iter().rev().find(|(_, d, _)| d + 1 == *depth).map(|(n, ..)| *n);
            prop_assert_eq!(over.is_some(), *depth > 0);
            if *depth > 0 {
                prop_assert_eq!(over, above[*nth]);
            }
            // The line to it bends where nobody else follows under the same one, and goes straight past those above.
            let after = nodes[at + 1..].iter().map(|n| n.lasts.len()).take_while(|d| d >= depth);
            let is_last = !after.into_iter().any(|d| d == *depth);
            if let Some((own, before)) = nodes[at].lasts.split_last() {
                prop_assert_eq!(*own, is_last);
                let above = nodes[..at].iter().rev().find(|n| n.lasts.len() + 1 == *depth).unwrap();
                prop_assert_eq!(before, &above.lasts[..]);
            }
            // Going up from a ring's top comes back to it; from another top there is nowhere to go.
            let mut up = *nth;
            let back = (0..=ids.len()).any(|_| match above[up].filter(|to| *to < ids.len() && *to != up) {
                Some(to) => { up = to; up == *nth }
                None => false,
            });
            if *depth == 0 {
                prop_assert_eq!(*in_ring, above[*nth].is_some_and(|to| to < ids.len() && to != *nth));
                prop_assert!(!in_ring || back);
            }
        }
    }
}

#[test]
fn a_long_chain_and_the_sample_book_end() {
    let chain: Vec<Option<usize>> = (0..300).map(|n: usize| n.checked_sub(1)).collect();
    let (made, ids) = book(&chain);
    assert_eq!(told(&made.book, made.client, &ids).last(), Some(&(299, 299, false)));
    let now = syndeo::domain::Moment::from_rfc3339("2026-11-26T10:00:00+02:00").unwrap();
    let book = Book::of(syndeo::demo::book(now));
    let deep = book.all(Kind::Client).flat_map(|c| reports(&book, c.id())).filter(|n| !n.lasts.is_empty());
    assert!(deep.count() > 10);
}

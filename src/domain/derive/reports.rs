//! Who reports to whom among the people of a client: a tree, whatever rings the records hold.

use super::people_of;
use crate::domain::{Book, Contact, ContactId, Ref};
use std::collections::{HashMap, HashSet};

/// Somebody in the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// Who.
    pub person: &'a Contact,
    /// For each level from the top down to this one, whether nobody follows there; empty for those at the top.
    pub lasts: Vec<bool>,
    /// Whether they stand at the top only because whom they report to reports to them, in the end.
    pub in_ring: bool,
}

/// Everybody of a client once, each under whom they report to, by name. Those who report to nobody of this client stand at the top;
/// of a ring the first by name does.
pub fn reports(book: &Book, of: Ref) -> Vec<Node<'_>> {
    let people = people_of(book, of);
    let place: HashMap<ContactId, (usize, &Contact)> =
        (0..).zip(&people).map(|(nth, p)| (p.id, (nth, *p))).collect();
    let above = |p: &Contact| p.reports_to.0.filter(|id| *id != p.id && place.contains_key(id));
    // By name in reverse: what is pushed last is taken first.
    let mut under: HashMap<ContactId, Vec<&Contact>> = HashMap::new();
    for person in people.iter().rev() {
        if let Some(above) = above(person) {
            under.entry(above).or_default().push(person);
        }
    }
    let (mut out, mut seen): (Vec<Node<'_>>, HashSet<ContactId>) = (vec![], HashSet::new());
    let tops = people.iter().filter(|p| above(p).is_none()).map(|p| (*p, false));
    // Whoever is not found from the tops is in a ring, or under one.
    for (first, in_ring) in tops.chain(people.iter().map(|p| (*p, true))) {
        if seen.contains(&first.id) {
            continue;
        }
        let top = if in_ring { top_of_ring(first, &place, above) } else { first };
        let mut todo = vec![Node { person: top, lasts: vec![], in_ring }];
        while let Some(node) = todo.pop() {
            if !seen.insert(node.person.id) {
                continue;
            }
            let below = under.get(&node.person.id).into_iter().flatten().filter(|p| !seen.contains(&p.id));
            for (nth, person) in below.enumerate() {
                let lasts = [&node.lasts[..], &[nth == 0]].concat();
                todo.push(Node { person, lasts, in_ring: false });
            }
            out.push(node);
        }
    }
    out
}

/// The first by name of the ring that one comes to going up from somebody.
fn top_of_ring<'a>(
    from: &'a Contact,
    place: &HashMap<ContactId, (usize, &'a Contact)>,
    above: impl Fn(&Contact) -> Option<ContactId>,
) -> &'a Contact {
    let up = |p: &Contact| above(p).and_then(|id| place.get(&id)).copied();
    let mut seen = HashSet::new();
    let mut at = from;
    while let Some((_, next)) = up(at).filter(|_| seen.insert(at.id)) {
        at = next;
    }
    // Now one stands in the ring: once around it.
    let round = std::iter::successors(up(at), |(_, p)| up(p).filter(|_| p.id != at.id));
    round.min_by_key(|(nth, _)| *nth).map_or(from, |(_, p)| p)
}

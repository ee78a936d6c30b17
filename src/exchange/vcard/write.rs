//! Records as cards: what the book says, and the lines that came with them and still hold.

use super::super::lines::{Line, escape};
use super::card::is_label;
use super::find::PREFIX;
use super::said::{About, Said, lines};
use super::{Version, facts, kept};
use crate::domain::{Book, Record};

/// The people and clients among these records as a file of cards.
pub(super) fn write(book: &Book, records: &[&Record], version: Version) -> String {
    let mut out = String::new();
    for record in records {
        for line in card(book, record, version) {
            line.write(&mut out);
        }
    }
    out
}

/// The lines of one card; none for what is neither a person nor a client.
fn card(book: &Book, record: &Record, version: Version) -> Vec<Line> {
    let Some((about, facts)) = facts::of(book, record) else { return vec![] };
    let wanted: Vec<Said> = facts.iter().filter(|fact| is_in_order(fact)).cloned().collect();
    let (kept, facts) = facts::still(record, about, facts);
    let mut body = lines(&facts, about);
    if about == About::Company {
        body.push(Line::new("KIND", "org"));
    }
    body.push(Line::new("UID", uid(record)));
    body.extend(kept);
    if version == Version::Three && !body.iter().any(|line| line.name == "N") {
        // Version 3.0 has no card without it.
        body.push(Line::new("N", ";;;;"));
    }
    // Names stand first, as old telephones expect them; what came with the card last.
    let rank = |line: &Line| match line.name.as_str() {
        "FN" => 0,
        "N" => 1,
        _ => 2,
    };
    body.sort_by_key(rank);
    for name in ["EMAIL", "TEL"] {
        in_order(&mut body, name, &wanted, about);
    }
    if version == Version::Three {
        prefer_one(&mut body);
    }
    let body = body.into_iter().map(|line| if version == Version::Three { line.of_three() } else { line });
    let number = if version == Version::Three { "3.0" } else { "4.0" };
    let head = [Line::new("BEGIN", "VCARD"), Line::new("VERSION", number)];
    head.into_iter().chain(body).chain([Line::new("END", "VCARD")]).collect()
}

/// Whether the order of several of these says which is preferred.
fn is_in_order(one: &Said) -> bool {
    matches!(one, Said::Mail(_) | Said::Phone(_))
}

/// Puts the lines of a name, each with what calls it so beside it, into the order in which the record has what they say,
/// and has them say so where they say which is preferred.
fn in_order(body: &mut Vec<Line>, name: &str, wanted: &[Said], about: About) {
    let said = kept::each_said(body, about);
    let rank = |at: usize| {
        let said = said.get(at).and_then(|said| said.iter().find(|one| is_in_order(one)));
        said.and_then(|said| wanted.iter().position(|one| one == said)).unwrap_or(wanted.len())
    };
    let places: Vec<usize> = (0..body.len()).filter(|at| body[*at].name == name).collect();
    let mut order = places.clone();
    order.sort_by_key(|at| rank(*at));
    let is_preferred = order.is_sorted_by_key(|at| body[*at].preference());
    if order == places && is_preferred {
        return;
    }
    let mut pieces: Vec<Vec<usize>> = vec![];
    for at in order {
        let beside = |other: &usize| is_label(&body[*other]) && body[*other].group == body[at].group;
        let labels = (0..body.len()).filter(|_| !body[at].group.is_empty()).filter(beside);
        pieces.push(std::iter::once(at).chain(labels).collect());
    }
    let taken: Vec<usize> = pieces.iter().flatten().copied().collect();
    let first = taken.iter().copied().min().unwrap_or(body.len());
    let mut sorted: Vec<Line> = taken.iter().map(|at| body[*at].clone()).collect();
    if !is_preferred {
        for (line, nth) in sorted.iter_mut().filter(|line| line.name == name).zip(1..=100u8) {
            line.params.retain(|(param, _)| param != "PREF");
            line.params.push(("PREF".into(), nth.to_string()));
        }
    }
    let lines = std::mem::take(body).into_iter().enumerate();
    let (before, behind): (Vec<_>, Vec<_>) =
        lines.filter(|(at, _)| !taken.contains(at)).partition(|(at, _)| *at < first);
    body.extend(before.into_iter().map(|(_, line)| line));
    body.append(&mut sorted);
    body.extend(behind.into_iter().map(|(_, line)| line));
}

/// Version 3.0 has no degrees: of each name those stay preferred that are so the most.
fn prefer_one(body: &mut [Line]) {
    let most = |name: &str, body: &[Line]| {
        body.iter().filter(|line| line.name == name).map(Line::preference).min().unwrap_or_default()
    };
    for at in 0..body.len() {
        if body[at].preference() > most(&body[at].name, body) {
            body[at].params.retain(|(param, _)| param != "PREF");
        }
    }
}

/// The id that the record came with, where it is one, else its own.
fn uid(record: &Record) -> String {
    let external = match record {
        Record::Contact(contact) => contact.external.as_slice(),
        Record::Client(client) => client.external.as_slice(),
        _ => &[],
    };
    let of_card =
        external.iter().filter_map(|name| name.strip_prefix(PREFIX)).find(|uid| !uid.starts_with('~'));
    of_card.map_or_else(|| format!("urn:uuid:{}", record.id().id), escape)
}

//! Who a line is about: where names may stand, how sure they must be, and what is told when several fit.

use super::names::{Among, Care, Fit, Named, best};
use super::reader::{Reader, Stage};
use super::words::{is_before_name, is_connector, is_from};
use super::{Doubt, Main, Mend, OfName, Part, What};
use crate::domain::{Book, ClientId, Contact, Direction, Kind, Record, Ref};

impl Reader<'_> {
    /// Somebody's name, with the small words before it.
    pub(super) fn name(&mut self, at: usize) -> Option<usize> {
        let (first, care) = self.expected(at)?;
        if !self.is_head() && !self.may_mention(Kind::Client) && !self.may_mention(Kind::Contact) {
            return None;
        }
        let named = self.who(first, care);
        let cut = self.is_head();
        let (id, fit) = match named {
            Named::Nobody => return None,
            Named::Many(ids, fit) => return Some(first - at + self.several(first, fit, &ids)),
            Named::One(id, fit) => match self.begun_or_slipped(first, fit, id) {
                Some(ids) => return Some(first - at + self.several(first, fit, &ids)),
                None => (id, fit),
            },
        };
        if !cut && !self.may_mention(id.kind) {
            return None;
        }
        self.read_sender(at, first);
        self.person(first, fit.used, id);
        if !cut {
            self.stay(first, fit.used, false);
        }
        Some(first - at + fit.used)
    }

    /// "Mark" begins *Markaki* and is one slip away from *Marek*: all who may be meant, when there are more than the one
    /// it begins. People of the clients of the line come before all others, as they do everywhere.
    fn begun_or_slipped(&self, at: usize, fit: Fit, id: Ref) -> Option<Vec<Ref>> {
        let token = self.tokens.get(at).filter(|t| !fit.whole && fit.used == 1 && !t.quoted)?;
        let around = self.around();
        let is_theirs = |id: Ref| {
            let client = self.book.get(id).and_then(Contact::of).and_then(|c| c.client.0);
            client.is_some_and(|c| around.contains(&c))
        };
        let first = is_theirs(id);
        let slipped =
            self.nearly(token).into_iter().filter(|near| *near != id && (!first || is_theirs(*near)));
        let ids: Vec<Ref> = std::iter::once(id).chain(slipped).collect();
        (ids.len() > 1).then_some(ids)
    }

    /// "Mail from" somebody: it came from the other side.
    pub(super) fn read_sender(&mut self, at: usize, name: usize) {
        let begins = name > at && at == self.start && self.is_head();
        if begins && self.kind.touch().is_some() && is_from(self.fold(at)) {
            self.part(at, 1, What::Direction(Direction::In));
        }
    }

    /// Where a name may begin here, and how sure it must be.
    fn expected(&self, at: usize) -> Option<(usize, Care)> {
        if self.is_head() {
            let easy = !matches!(self.kind, Main::Task) && !self.is_note();
            let first = self.behind_connectors(at);
            return (first < self.tokens.len())
                .then_some((first, if easy { Care::Easy } else { Care::Strict }));
        }
        let mentioned = self.is_behind_mention(at);
        let begins = self.stage == Stage::Body && !self.text;
        (mentioned || begins).then_some((at, Care::Strict))
    }

    /// Whether the word before says that somebody is named here; "and" does when it follows a name.
    fn is_behind_mention(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let joins = matches!(self.fold(before), "and" | "και" | "κι");
        let name = || before.checked_sub(1).is_some_and(|i| self.kept[i] != Some(true));
        is_before_name(self.fold(before)) && (!joins || name())
    }

    /// The first piece that may be a name: small words may stand before it.
    pub(super) fn behind_connectors(&self, at: usize) -> usize {
        (at..at + 3).find(|i| !is_connector(self.fold(*i))).unwrap_or(at)
    }

    /// Whether a name is expected here within the text, as nobody is named yet.
    pub(super) fn is_mention(&self, at: usize) -> bool {
        self.is_behind_mention(at) && self.may_mention(Kind::Client) && self.may_mention(Kind::Contact)
    }

    /// Whether a name within the text says whom it is about.
    pub(super) fn may_mention(&self, kind: Kind) -> bool {
        let client = self.parts.iter().any(|p| matches!(p.what, What::Client(_) | What::Contact(_)));
        match kind {
            Kind::Client => !client,
            // Before "wants" it is the one who wants; in the words of a wish it is somebody else.
            _ => self.verb.is_none() && (self.kind != Main::Request || self.awaited.is_some() || !client),
        }
    }

    /// Who the pieces from here on name: a client, somebody of the clients of the line, anybody.
    pub(super) fn who(&self, at: usize, care: Care) -> Named {
        if let Some((_, used, id)) = self.fixed.iter().find(|f| f.0 == at) {
            return Named::One((*id).into(), Fit { used: *used, whole: true, full: true, first: true });
        }
        let tokens = self.tokens.get(at..).unwrap_or_default();
        let clients = self.around();
        let theirs = clients.iter().flat_map(|c| people(self.book, *c));
        let mut found = best(self.book, theirs, tokens, Among::Theirs, care);
        // A whole word ends the search: the book may be large, and the line is read at every key.
        for (kind, among) in [(Kind::Client, Among::Clients), (Kind::Contact, Among::Others)] {
            if found.is_whole() {
                break;
            }
            let next = best(self.book, self.book.all(kind), tokens, among, care);
            if next.is_whole() || found == Named::Nobody {
                found = next;
            }
        }
        found
    }

    /// Whether people, or what may be people or projects, stand before the last client that was found.
    pub(super) fn has_early_people(&self) -> bool {
        let client = self.parts.iter().rev().find(|p| matches!(p.what, What::Client(_)));
        let early = |p: &Part| matches!(p.what, What::Contact(_) | What::Project(_) | What::Unclear);
        client.is_some_and(|c| self.parts.iter().any(|p| early(p) && p.range.start < c.range.start))
    }

    /// The clients the line names.
    pub(super) fn known(&self) -> Vec<ClientId> {
        let found = if self.fixed.is_empty() { &self.found[..] } else { self.fixed };
        found.iter().map(|f| f.2).collect()
    }

    /// "Mar" fits A, B and C: says so, and gives the number of words it is about.
    pub(super) fn several(&mut self, at: usize, fit: Fit, ids: &[Ref]) -> usize {
        let end = self.tokens.get(at + fit.used - 1).map_or(0, |t| t.core.end);
        let words = self.tokens.get(at).map_or(0..0, |t| t.core.start..end);
        self.asked_who = true;
        self.unclear(at, fit.used, Doubt::about(words, OfName::MayBe(ids.to_vec(), Mend::More)));
        fit.used
    }

    /// Notes down a client or a person.
    pub(super) fn person(&mut self, at: usize, used: usize, id: Ref) {
        match self.book.get(id) {
            Some(Record::Client(c)) => {
                let id = c.id;
                self.found.push((at, used, id));
                self.part(at, used, What::Client(id));
            }
            Some(Record::Contact(c)) => {
                let (id, client, colleague) = (c.id, c.client.0, c.is_colleague());
                self.part(at, used, What::Contact(id));
                let known = self.known();
                if let Some(other) = client.filter(|c| !known.is_empty() && !known.contains(c)) {
                    self.doubt(OfName::WorksFor(id, other));
                } else if colleague && self.kind == Main::Request {
                    self.doubt(OfName::WishOfOurs(id));
                }
            }
            _ => {}
        }
    }
}

/// The people of a client.
pub(super) fn people(book: &Book, client: ClientId) -> impl Iterator<Item = &Record> {
    book.backlinks(client, Kind::Contact)
        .filter(move |r| Contact::of(r).is_some_and(|c| c.client.0 == Some(client)))
}

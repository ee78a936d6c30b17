//! Words with a mark before them: `@` who is to do it, `/` which project, `#` which tag, `!` how urgent, `+` what next.

use super::dates::{Dated, Toward};
use super::names::{Among, Care, Named, best};
use super::persons::people;
use super::reader::Reader;
use super::words::{is_follow_up, is_urgent, priority};
use super::{Doubt, Main, OfDay, OfLine, OfName, Unsure, What};
use crate::domain::derive;
use crate::domain::derive::load;
use crate::domain::{ClientId, Contact, Kind, Priority, Project, Record, Ref};

impl Reader<'_> {
    /// What a marked piece means; `None` when there is no mark here, or none that is one of ours.
    pub(super) fn marked(&mut self, at: usize) -> Option<usize> {
        let token = self.tokens.get(at)?;
        match token.sigil {
            Some('@') => Some(self.department(at)),
            Some('/') => Some(self.project(at)),
            Some('#') => Some(self.tag(at)),
            Some('!') => Some(self.priority(at)),
            Some('+') if is_follow_up(&token.fold) => Some(self.follow_up(at)),
            Some('+') => self.guest(at),
            None if token.quoted => self.quoted(at),
            _ => None,
        }
    }

    fn typed(&self, at: usize) -> String {
        self.tokens.get(at).map(|t| self.line[t.core.clone()].to_owned()).unwrap_or_default()
    }

    /// A mark before what it cannot mean: says so of the words without it, and gives their number.
    fn unread(&mut self, at: usize, why: impl Into<Unsure>) -> usize {
        let words = self.tokens.get(at).map_or(0..0, |t| t.core.clone());
        self.unclear(at, 1, Doubt::about(words, why));
        1
    }

    /// A department, or somebody in one.
    fn department(&mut self, at: usize) -> usize {
        let colleagues = self.book.all(Kind::Contact).filter(|r| is_colleague(r));
        let all = self.book.all(Kind::Department).chain(colleagues);
        let tokens = self.tokens.get(at..).unwrap_or_default();
        match best(self.book, all, tokens, Among::Marked, Care::Easy) {
            Named::One(id, fit) => {
                let what = match self.book.get(id) {
                    Some(Record::Department(d)) => What::Department(d.id),
                    Some(Record::Contact(c)) => What::Colleague(c.id),
                    _ => What::Unclear,
                };
                let same = self.parts.iter().any(|p| {
                    std::mem::discriminant(&p.what) == std::mem::discriminant(&what) && p.what != what
                });
                self.part(at, fit.used, what);
                if same {
                    self.doubt(OfName::SecondWorker);
                } else if let Some(why) = self.away(id) {
                    self.doubt(why);
                }
                fit.used
            }
            Named::Many(ids, fit) => self.several(at, fit, &ids),
            Named::Nobody => self.unread(at, OfName::NoWorker),
        }
    }

    /// That somebody is away, and who stands in.
    fn away(&self, id: Ref) -> Option<OfName> {
        let (who, today) = (Contact::of(self.book.get(id)?)?.id, self.now.date());
        let until = load::away_until(self.book, who, today)?;
        Some(OfName::Away(who, until, load::stand_in(self.book, who, today)))
    }

    /// A project: of the clients of the line when there is one, else any.
    fn project(&mut self, at: usize) -> usize {
        match self.find_project(at) {
            Named::One(id, fit) => {
                self.take_project(at, fit.used, id);
                fit.used
            }
            Named::Many(ids, fit) => self.several(at, fit, &ids),
            Named::Nobody => self.unread(at, OfName::NoProject),
        }
    }

    fn find_project(&self, at: usize) -> Named {
        let tokens = self.tokens.get(at..).unwrap_or_default();
        let mut clients = self.known();
        // Of the clients of the people, when no client is named.
        if clients.is_empty() {
            clients.extend(self.parts.iter().filter_map(|p| match p.what {
                What::Contact(id) => self.book.contact(id).and_then(|c| c.client.0),
                _ => None,
            }));
        }
        if clients.is_empty() {
            clients = self.around();
        }
        let theirs = clients.iter().flat_map(|c| self.book.backlinks(*c, Kind::Project));
        match best(self.book, theirs, tokens, Among::Marked, Care::Easy) {
            Named::Nobody => best(self.book, self.book.all(Kind::Project), tokens, Among::Marked, Care::Easy),
            found => found,
        }
    }

    fn take_project(&mut self, at: usize, used: usize, id: Ref) {
        let Some(project) = self.book.get(id).and_then(Project::of) else { return };
        let (client, known) = (project.client.0, self.known());
        let what = What::Project(project.id);
        self.part(at, used, what);
        if let Some(other) = client.filter(|c| !known.is_empty() && !known.contains(c)) {
            self.doubt(OfName::ProjectOf(other));
        }
    }

    /// Words in quotation marks are a project when they are the whole of its name; else they are text.
    fn quoted(&mut self, at: usize) -> Option<usize> {
        match self.find_project(at) {
            Named::One(id, fit) if fit.full => {
                self.take_project(at, 1, id);
                Some(1)
            }
            _ => None,
        }
    }

    /// A tag; a number is the request, task or project that bears it.
    fn tag(&mut self, at: usize) -> usize {
        let typed = self.typed(at);
        if !typed.bytes().all(|b| b.is_ascii_digit()) {
            self.part(at, 1, What::Tag(typed));
            return 1;
        }
        let number: Option<u32> = typed.parse().ok();
        let found = [Kind::Request, Kind::Task, Kind::Project]
            .into_iter()
            .flat_map(|kind| self.book.all(kind))
            .find(|r| number.is_some() && r.number() == number);
        if let Some(why) = found.and_then(|record| self.is_unlikely(record)) {
            self.unclear(at, 1, why);
            return 1;
        }
        match found {
            Some(Record::Request(r)) => self.part(at, 1, What::Request(r.id)),
            Some(Record::Task(t)) => self.part(at, 1, What::Task(t.id)),
            Some(Record::Project(p)) => {
                let id = p.id.into();
                self.take_project(at, 1, id);
            }
            _ => return self.unread(at, OfName::NoNumber),
        }
        1
    }

    /// Why a number hardly means this record: it is closed, or of a client that the line does not name.
    fn is_unlikely(&self, record: &Record) -> Option<OfName> {
        let named = self.clients_named();
        let other = derive::client_of(self.book, record).filter(|c| !named.is_empty() && !named.contains(c));
        if let Some(other) = other {
            return Some(OfName::NumberOf(record.id(), other));
        }
        let closed = match record {
            Record::Project(project) => !project.status.is_open(),
            other => derive::hands::is_closed(other),
        };
        closed.then(|| OfName::NumberClosed(record.id()))
    }

    /// The clients of the line: those it names, and those of its people; people and clients behind this place, too.
    fn clients_named(&self) -> Vec<ClientId> {
        let mut out = self.known();
        out.extend(self.fixed.iter().map(|f| f.2));
        out.extend(self.parts.iter().filter_map(|p| match p.what {
            What::Contact(id) => self.book.contact(id).and_then(|c| c.client.0),
            _ => None,
        }));
        for at in self.start..self.tokens.len() {
            if let Named::One(id, fit) = self.looks_like(at)
                && fit.whole
                && id.kind == Kind::Client
            {
                out.push(ClientId(id.id));
            }
        }
        out
    }

    fn priority(&mut self, at: usize) -> usize {
        let Some(token) = self.tokens.get(at) else { return 1 };
        let marks = self.line[token.raw.clone()].chars().take_while(|c| *c == '!').count();
        let read = if marks > 1 { Some(Priority::Urgent) } else { priority(&token.fold) };
        let second = self.parts.iter().any(|p| matches!(p.what, What::Priority(_)));
        match read {
            Some(_) if second => self.unclear(at, 1, OfLine::SecondPriority),
            Some(read) => self.part(at, 1, What::Priority(read)),
            None => return self.unread(at, OfLine::NoPriority),
        }
        1
    }

    /// "asap" without a mark, in what is wished for or to be done.
    pub(super) fn asap(&mut self, at: usize) -> Option<usize> {
        let asked = self.verb.is_some() || matches!(self.kind, Main::Task | Main::FollowUp);
        let second = self.parts.iter().any(|p| matches!(p.what, What::Priority(_)));
        let urgent = asked && !second && is_urgent(self.fold(at));
        urgent.then(|| {
            self.part(at, 1, What::Priority(Priority::Urgent));
            1
        })
    }

    /// A task for us, with its day behind it.
    fn follow_up(&mut self, at: usize) -> usize {
        let up = self.tokens.get(at).is_some_and(|t| t.fold == "follow")
            && self.tokens.get(at + 1).is_some_and(|t| t.fold == "up");
        let used = 1 + usize::from(up);
        let today = self.now.date();
        let found = self.phrase(at + used, Toward::Expected);
        let day = found.and_then(|p| match p.found {
            Dated::Day(day) => Some((day, p.used)),
            _ => None,
        });
        let Some((day, more)) = day else {
            self.part(at, used, What::FollowUp(None));
            self.doubt(OfLine::FollowUpWithoutDay);
            return used;
        };
        self.part(at, used + more, What::FollowUp(Some(day)));
        if day < today {
            self.doubt(OfDay::Passed(day));
        }
        used + more
    }

    /// `+Petros` is one more person.
    fn guest(&mut self, at: usize) -> Option<usize> {
        let digit = self.tokens.get(at)?.fold.starts_with(|c: char| c.is_ascii_digit());
        if digit {
            return None;
        }
        match self.who(at, Care::Easy) {
            Named::One(id, fit) => {
                self.person(at, fit.used, id);
                Some(fit.used)
            }
            Named::Many(ids, fit) => Some(self.several(at, fit, &ids)),
            Named::Nobody => None,
        }
    }
}

/// Whether somebody works in a department of ours.
pub(super) fn is_colleague(record: &Record) -> bool {
    Contact::of(record).is_some_and(Contact::is_colleague)
}

/// Clients, people and whatever else [`super::complete()`] offers for a beginning, in the order of the line's client.
pub(super) fn near<'a>(
    book: &'a crate::domain::Book,
    clients: &[ClientId],
) -> impl Iterator<Item = &'a Record> {
    let theirs: Vec<&Record> = clients.iter().flat_map(|c| people(book, *c)).collect();
    let rest = book.all(Kind::Client).chain(book.all(Kind::Contact));
    theirs.into_iter().chain(rest)
}

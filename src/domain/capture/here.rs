//! Where one stands: what a line is about that names nobody.

use super::reader::Reader;
use super::{Main, What};
use crate::domain::{Book, ClientId, Contact, ContactId, DepartmentId, Kind, ProjectId, Record, Ref, derive};

/// What is marked or open while a line is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    client: Option<ClientId>,
    person: Option<ContactId>,
    project: Option<ProjectId>,
    department: Option<DepartmentId>,
}

impl Place {
    /// The first of these records that is a place, the nearest first.
    pub fn nearest(book: &Book, around: &[Ref]) -> Self {
        around.iter().map(|id| Self::of(book, *id)).find(|p| *p != Self::default()).unwrap_or_default()
    }

    /// What a record stands for: itself, or the project and the client it belongs to.
    fn of(book: &Book, id: Ref) -> Self {
        match book.get(id) {
            None => Self::default(),
            Some(Record::Client(c)) => Self { client: Some(c.id), ..Self::default() },
            Some(Record::Department(d)) => Self { department: Some(d.id), ..Self::default() },
            Some(Record::Contact(c)) => Self { person: Some(c.id), client: c.client.0, ..Self::default() },
            Some(record) => {
                let links = || record.links().flat_map(|(_, v)| v.refs().to_vec());
                let linked = links().find(|id| id.kind == Kind::Project);
                let of = if id.kind == Kind::Project { Some(id) } else { linked };
                let project = of.and_then(|id| book.project(ProjectId(id.id)));
                let client = derive::client_of(book, record).or_else(|| project?.client.0);
                Self { client, project: project.map(|p| p.id), ..Self::default() }
            }
        }
    }
}

impl Reader<'_> {
    /// The clients whose people and projects are looked at first: those the line names, else where one stands.
    pub(super) fn around(&self) -> Vec<ClientId> {
        let known = self.known();
        if known.is_empty() { self.here.client.into_iter().collect() } else { known }
    }

    /// Whether this record is where one stands, or belongs to it.
    pub(super) fn is_here(&self, id: Ref) -> bool {
        let client = match self.book.get(id) {
            Some(Record::Client(c)) => Some(c.id),
            Some(Record::Contact(c)) => c.client.0,
            _ => None,
        };
        client.is_some() && client == self.here.client || self.here.person.is_some_and(|p| Ref::from(p) == id)
    }

    /// What the line takes from where one stands, as it names nobody itself.
    pub(super) fn placed(&self) -> Vec<What> {
        let here = self.here;
        let named = |f: fn(&What) -> bool| self.parts.iter().any(|p| f(&p.what));
        let work = named(|w| matches!(w, What::Project(_) | What::Request(_) | What::Task(_)));
        let anybody = work || self.asked_who || named(|w| matches!(w, What::Client(_) | What::Contact(_)));
        // A colleague does what is wished for or to be done; anybody else is the one it is about.
        let works = self.kind.is_wish() || self.kind == Main::Task;
        let works =
            works && here.person.and_then(|p| self.book.contact(p)).is_some_and(Contact::is_colleague);
        let mut out: Vec<What> = vec![];
        if let Some(project) = here.project.filter(|_| !work && !self.asked_who && self.is_all_of_here()) {
            out.push(What::Project(project));
        } else if let Some(person) = here.person.filter(|_| works) {
            out.extend((!self.is_routed()).then_some(What::Colleague(person)));
        } else if !anybody {
            out.extend(here.person.map(What::Contact).or(here.client.map(What::Client)));
        }
        if let Some(department) = here.department.filter(|_| self.kind.is_wish() && !self.is_routed()) {
            out.push(What::Department(department));
        }
        out
    }

    /// Whether nobody of another client is named.
    fn is_all_of_here(&self) -> bool {
        self.parts.iter().all(|p| match p.what {
            What::Client(id) => Some(id) == self.here.client,
            What::Contact(id) => {
                let client = self.book.contact(id).and_then(|c| c.client.0);
                client.is_none() || client == self.here.client
            }
            _ => true,
        })
    }

    fn is_routed(&self) -> bool {
        self.parts.iter().any(|p| matches!(p.what, What::Department(_) | What::Colleague(_)))
    }
}

//! To whom a report goes, and that it went.

use super::{Ask, ReportKind};
use crate::domain::brief::Language;
use crate::domain::derive;
use crate::domain::records::{Direction, StakeRole, Touch};
use crate::domain::{
    Action, Book, Change, Contact, ContactId, IdGenerator, Interaction, Kind, Moment, ProjectId, Record,
    RequestId, Verb,
};

/// To whom a report goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// Who, as far as the book knows.
    pub people: Vec<ContactId>,
    /// Their addresses of mail, a comma between two; may be empty.
    pub to: String,
}

/// To whom a report goes: those of the client who took part in a meeting, whoever decides at a client, the mailbox of a
/// department or its head; nobody for what is for us.
pub fn recipient(book: &Book, ask: &Ask) -> Recipient {
    let Some(record) = ask.of.and_then(|of| book.get(of)) else { return Recipient::default() };
    let department = match record {
        Record::Department(d) => Some(d),
        Record::Request(r) if ask.kind == ReportKind::Order => {
            r.department.0.and_then(|id| book.department(id))
        }
        _ => None,
    };
    if let Some(department) = department {
        let people: Vec<ContactId> = department.lead.0.into_iter().collect();
        let to = if department.mail.is_empty() { mails(book, &people) } else { department.mail.clone() };
        return Recipient { people, to };
    }
    if ask.is_internal() {
        return Recipient::default();
    }
    if let Record::Interaction(touch) = record {
        let theirs = |id: &ContactId| book.contact(*id).is_some_and(|c| !c.is_colleague());
        let people: Vec<ContactId> = touch.people.0.iter().copied().filter(theirs).collect();
        return Recipient { to: mails(book, &people), people };
    }
    let Some(client) = derive::client_of(book, record) else { return Recipient::default() };
    let decides = |c: &&&Contact| c.roles.contains(&StakeRole::DecisionMaker);
    let people = derive::people_of(book, client);
    let one = people.iter().find(decides).map(|c| c.id);
    let to = mails(book, one.as_slice());
    let office = || book.client(client).and_then(|c| c.mails.first()).map(|m| m.value.clone());
    let to = if to.is_empty() { office().unwrap_or_default() } else { to };
    Recipient { people: one.into_iter().collect(), to }
}

/// The language of those it goes to, where that is known: of the first of them who has one, else of the client.
pub fn language(book: &Book, ask: &Ask) -> Option<Language> {
    let people = recipient(book, ask).people;
    let person = people.iter().find_map(|id| book.contact(*id)).filter(|c| !c.language.is_empty());
    if let Some(person) = person {
        return Some(Language::of(person));
    }
    let record = book.get(ask.of?).filter(|_| !ask.is_internal())?;
    let client = book.client(derive::client_of(book, record)?)?;
    client.languages.first().map(|word| Language::of_word(word))
}

fn mails(book: &Book, people: &[ContactId]) -> String {
    let first = |id: &ContactId| Some(book.contact(*id)?.mails.first()?.value.clone());
    people.iter().filter_map(first).collect::<Vec<_>>().join(", ")
}

/// That a report was sent now, as a change: a meeting has its report; anything else is a mail to those it went to,
/// called `title`. `None` where there is nobody it could have gone to.
pub fn sent(book: &Book, ask: &Ask, title: &str, ids: &mut IdGenerator, now: Moment) -> Option<Change> {
    let record = book.get(ask.of?)?;
    if let Record::Interaction(touch) = record {
        let mut after = touch.clone();
        after.report_sent = Some(now.date());
        let change = Change::new(Action::named(Verb::SendReport, touch.summary.clone()), now);
        return Some(change.with(Some(record.clone()), Some(after.into())));
    }
    let mut touch = Interaction::new(ids.next(now), now);
    (touch.touch, touch.direction, touch.at) = (Touch::Mail, Direction::Out, now);
    title.clone_into(&mut touch.summary);
    touch.people.0 = recipient(book, ask).people;
    let id = record.id();
    match id.kind {
        Kind::Project => touch.projects.0 = vec![ProjectId(id.id)],
        Kind::Request => touch.requests.0 = vec![RequestId(id.id)],
        _ => {}
    }
    // What goes to a department is no touch with the client.
    let client = derive::client_of(book, record).filter(|_| ask.kind != ReportKind::Order);
    touch.clients.0 = client.into_iter().collect();
    let to_somebody = !touch.people.0.is_empty() || !touch.clients.0.is_empty();
    let change = Change::new(Action::named(Verb::Add, title.to_owned()), now);
    to_somebody.then(|| change.with(None, Some(touch.into())))
}

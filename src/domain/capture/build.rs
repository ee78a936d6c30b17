//! The records a reading becomes. Numbers are given by whoever writes them down.

use super::{Main, Reading, What};
use crate::domain::{
    Book, ClientId, ContactId, DepartmentId, Direction, Hand, Holder, IdGenerator, Interaction, Link, Links,
    Moment, Priority, ProjectId, Record, Repeat, Request, RequestId, RequestStatus, Task, TaskId, Touch,
    TouchState, derive,
};
use chrono::NaiveDate;

/// What the parts of a line say, gathered.
#[derive(Default)]
struct Said {
    clients: Vec<ClientId>,
    people: Vec<ContactId>,
    /// People of a task who stand before its text, and would be lost without it.
    named: Vec<ContactId>,
    department: Option<DepartmentId>,
    colleagues: Vec<ContactId>,
    projects: Vec<ProjectId>,
    requests: Vec<RequestId>,
    tasks: Vec<TaskId>,
    minutes: Option<i64>,
    effort: Option<i64>,
    received: Option<NaiveDate>,
    due: Option<NaiveDate>,
    promised: Option<NaiveDate>,
    wanted: Option<NaiveDate>,
    again: Option<Repeat>,
    priority: Option<Priority>,
    tags: Vec<String>,
    direction: Direction,
    follow_up: bool,
    follow_up_on: Option<NaiveDate>,
}

impl Said {
    fn of(reading: &Reading) -> Self {
        let mut said = Self::default();
        reading.parts.iter().for_each(|part| said.take(&part.what, part.kept));
        reading.placed.iter().for_each(|what| said.take(what, false));
        said
    }

    fn take(&mut self, what: &What, kept: bool) {
        match what {
            What::Kind(_) | What::Wish | What::Unclear | What::At(_) => {}
            What::Client(id) => push(&mut self.clients, *id),
            What::Contact(id) => {
                push(&mut self.people, *id);
                if !kept {
                    push(&mut self.named, *id);
                }
            }
            What::Department(id) => self.department = self.department.or(Some(*id)),
            What::Colleague(id) => push(&mut self.colleagues, *id),
            What::Project(id) => push(&mut self.projects, *id),
            What::Request(id) => push(&mut self.requests, *id),
            What::Task(id) => push(&mut self.tasks, *id),
            What::Minutes(minutes, _) => self.minutes = Some(*minutes),
            What::Effort(hours) => self.effort = Some(*hours),
            What::Received(day) => self.received = Some(*day),
            What::Due(day) => self.due = Some(*day),
            What::Promised(day) => self.promised = Some(*day),
            What::Wanted(day) => self.wanted = Some(*day),
            What::Again(repeat, day) => {
                self.again = Some(*repeat);
                self.due = self.due.or(*day);
            }
            What::Priority(priority) => self.priority = Some(*priority),
            What::Tag(tag) => push(&mut self.tags, tag.clone()),
            What::Direction(direction) => self.direction = *direction,
            What::FollowUp(day) => {
                self.follow_up = true;
                self.follow_up_on = self.follow_up_on.or(*day);
            }
        }
    }

    /// The client: named, or the one of the person, the project or the request.
    fn client(&self, book: &Book) -> Option<ClientId> {
        let of_person = self.people.iter().find_map(|p| book.contact(*p).and_then(|c| c.client.0));
        let of_project = self.projects.iter().find_map(|p| book.project(*p).and_then(|p| p.client.0));
        let of_request = self.requests.iter().find_map(|r| book.request(*r).and_then(|r| r.client.0));
        self.clients.first().copied().or(of_person).or(of_project).or(of_request)
    }

    /// Somebody at a client, who can wish for something.
    fn asker(&self, book: &Book) -> Option<ContactId> {
        self.people.iter().copied().find(|p| book.contact(*p).is_some_and(|c| c.client.0.is_some()))
    }

    fn names(people: &[ContactId], book: &Book) -> String {
        let names: Vec<String> = people.iter().map(|p| book.name(*p)).collect();
        names.join(", ")
    }

    fn with_whom(&self, book: &Book) -> Option<String> {
        if self.people.is_empty() {
            self.client(book).map(|c| book.name(c))
        } else {
            Some(Self::names(&self.people, book))
        }
    }
}

fn push<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

/// The records a reading becomes: the touch, the request or the task first, the follow-up last.
pub fn records(reading: &Reading, id_generator: &mut IdGenerator, now: Moment, book: &Book) -> Vec<Record> {
    let said = Said::of(reading);
    let mut out: Vec<Record> = vec![];
    let request = reading.kind.is_wish().then(|| request(reading, &said, id_generator, now, book));
    if let Some(touch) = reading.kind.touch() {
        let wished = request.as_ref().map(|r| r.id);
        out.push(interaction(reading, &said, touch, wished, id_generator, now, book).into());
    }
    let wished = request.as_ref().map(|r| r.id);
    out.extend(request.map(Record::from));
    if matches!(reading.kind, Main::Task | Main::FollowUp) {
        out.push(task(reading, &said, id_generator, now, book).into());
    }
    if said.follow_up {
        out.push(follow_up(reading, &said, wished, id_generator, now, book).into());
    }
    out
}

fn interaction(
    reading: &Reading,
    said: &Said,
    touch: Touch,
    wished: Option<RequestId>,
    id_generator: &mut IdGenerator,
    now: Moment,
    book: &Book,
) -> Interaction {
    let mut out = Interaction::new(id_generator.next(now), now);
    let about = if reading.heard.is_empty() { &reading.title } else { &reading.heard };
    out.touch = touch;
    out.at = reading.at;
    out.state = if reading.planned { TouchState::Planned } else { TouchState::Held };
    out.summary = if about.is_empty() { bare(touch.label(), said, book) } else { about.clone() };
    out.people = Links(said.people.clone());
    if wished.is_none() {
        for colleague in &said.colleagues {
            push(&mut out.people.0, *colleague);
        }
    }
    out.projects = Links(said.projects.clone());
    out.requests = Links(said.requests.iter().copied().chain(wished).collect());
    out.minutes = said.minutes;
    out.direction = said.direction;
    out.tags.clone_from(&said.tags);
    out.clients = Links(said.clients.clone());
    // Those of the people and the projects are named too, as in a form.
    out.clients.0 = derive::clients_of(book, &Record::Interaction(out.clone()));
    out
}

/// What that is called which a reading without words becomes.
pub(super) fn untitled(reading: &Reading, book: &Book) -> String {
    let word = match reading.kind {
        Main::Touch(touch) => touch.label(),
        Main::Heard(_) | Main::Request => "wish",
        Main::Task => "task",
        Main::FollowUp => "Follow up",
    };
    bare(word, &Said::of(reading), book)
}

/// "call with Maria Papadaki": a title for what has none.
fn bare(word: &str, said: &Said, book: &Book) -> String {
    said.with_whom(book).map_or_else(|| word.to_owned(), |who| format!("{word} with {who}"))
}

fn request(
    reading: &Reading,
    said: &Said,
    id_generator: &mut IdGenerator,
    now: Moment,
    book: &Book,
) -> Request {
    let mut out = Request::new(id_generator.next(now), now);
    out.title = if reading.title.is_empty() { untitled(reading, book) } else { reading.title.clone() };
    out.client = Link(said.client(book));
    out.asked_by = Link(said.asker(book));
    let day = if reading.planned { now.date() } else { reading.at.date() };
    out.received = Some(said.received.unwrap_or(day));
    out.project = Link(said.projects.first().copied());
    let colleague = said.colleagues.first().copied();
    let theirs = colleague.and_then(|c| book.contact(c)).and_then(|c| c.department.0);
    out.contact = Link(colleague);
    out.department = Link(said.department.or(theirs));
    out.promised = said.promised;
    out.wanted_by = said.wanted;
    out.priority = said.priority.unwrap_or_default();
    out.tags.clone_from(&said.tags);
    out.status = match (out.promised, out.department.0) {
        (Some(_), _) => RequestStatus::Promised,
        (None, Some(_)) => RequestStatus::Routed,
        (None, None) => RequestStatus::Asked,
    };
    let holder = colleague.map(Holder::Person).or(out.department.0.map(Holder::Department));
    out.hands = hands(holder, now);
    out
}

/// The ball lies with us until it is passed on.
fn hands(holder: Option<Holder>, now: Moment) -> Vec<Hand> {
    vec![Hand { holder: holder.unwrap_or(Holder::Us), since: now, nudges: vec![] }]
}

fn task(reading: &Reading, said: &Said, id_generator: &mut IdGenerator, now: Moment, book: &Book) -> Task {
    let mut out = Task::new(id_generator.next(now), now);
    let who = Said::names(&said.named, book);
    out.title = match (reading.title.as_str(), who.as_str()) {
        ("", _) => untitled(reading, book),
        (title, "") => title.to_owned(),
        (title, who) => format!("{who}: {title}"),
    };
    place(&mut out, said, None, book);
    out.due = said.due;
    out.repeat = said.again;
    out.effort = said.effort;
    out.priority = said.priority.unwrap_or_default();
    out.assignee = Link(said.colleagues.first().copied());
    out.tags.clone_from(&said.tags);
    out.hands = hands(out.assignee.0.map(Holder::Person), now);
    out
}

/// What a task is about; in a project the client is known by it.
fn place(task: &mut Task, said: &Said, wished: Option<RequestId>, book: &Book) {
    task.project = Link(said.projects.first().copied());
    task.client = Link(if task.project.0.is_some() { None } else { said.client(book) });
    task.request = Link(wished.or_else(|| said.requests.first().copied()));
    task.after = Links(said.tasks.clone());
}

fn follow_up(
    reading: &Reading,
    said: &Said,
    wished: Option<RequestId>,
    id_generator: &mut IdGenerator,
    now: Moment,
    book: &Book,
) -> Task {
    let mut out = Task::new(id_generator.next(now), now);
    let with = bare("Follow up", said, book);
    out.title = if reading.title.is_empty() { with } else { format!("{with}: {}", reading.title) };
    place(&mut out, said, wished, book);
    out.due = said.follow_up_on;
    if matches!(reading.kind, Main::Touch(_)) {
        out.priority = said.priority.unwrap_or_default();
    }
    out.hands = hands(None, now);
    out
}

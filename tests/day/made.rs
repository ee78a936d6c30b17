//! Books made by hand.

use chrono::NaiveDate;
use syndeo::domain::derive::today::Row;
use syndeo::domain::{
    Book, Client, ClientId, Contact, ContactId, Department, DepartmentId, Hand, Holder, IdGenerator,
    Interaction, KindId, Moment, Record, Request, Task, Touch,
};
use syndeo::words;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Ten in the morning of a day, two hours east.
pub fn at(text: &str) -> Moment {
    Moment::from_rfc3339(&format!("{text}T10:00:00+02:00")).unwrap()
}

/// What a row says on a day.
pub fn said(book: &Book, row: &Row, on: &str) -> String {
    words::today::row(book, row, day(on))
}

pub fn hand(holder: Holder, since: &str) -> Hand {
    Hand { holder, since: at(since), nudges: vec![] }
}

/// A book with one client of tier A, one person there, a department and one person in it.
pub struct Made {
    pub book: Book,
    pub client: ClientId,
    pub maria: ContactId,
    pub design: DepartmentId,
    pub nikos: ContactId,
    id_generator: IdGenerator,
}

impl Made {
    pub fn new() -> Self {
        let mut id_generator = IdGenerator::new([3; 16]);
        let written = at("2026-01-05");
        let mut client = Client::new(id_generator.next(written), written);
        client.name = "Aegean Foods".into();
        let mut design = Department::new(id_generator.next(written), written);
        design.name = "Design".into();
        design.answer_days = Some(3);
        let mut maria = Contact::new(id_generator.next(written), written);
        (maria.first_name, maria.last_name) = ("Maria".into(), "Papadaki".into());
        maria.client = client.id.into();
        let mut nikos = Contact::new(id_generator.next(written), written);
        (nikos.first_name, nikos.last_name) = ("Nikos".into(), "Andreou".into());
        nikos.department = design.id.into();
        let (c, m, d, n) = (client.id, maria.id, design.id, nikos.id);
        let records: [Record; 4] = [client.into(), design.into(), maria.into(), nikos.into()];
        Self { book: Book::of(records), client: c, maria: m, design: d, nikos: n, id_generator }
    }

    pub fn id<I: KindId>(&mut self) -> I {
        self.id_generator.next(at("2026-01-05"))
    }

    pub fn put<R: Into<Record>>(&mut self, record: R) {
        self.book.put(record.into());
    }

    pub fn change<R: Into<Record> + Clone>(&mut self, record: &R, how: impl FnOnce(&mut R)) {
        let mut record = record.clone();
        how(&mut record);
        self.put(record);
    }

    pub fn request(&mut self, received: &str) -> Request {
        let mut request = Request::new(self.id(), at(received));
        request.title = "Spring banner".into();
        request.client = self.client.into();
        request.received = Some(day(received));
        request
    }

    pub fn task(&mut self, written: &str) -> Task {
        let mut task = Task::new(self.id(), at(written));
        task.title = "Draw it".into();
        task.client = self.client.into();
        task
    }

    pub fn touched(&mut self, on: &str) {
        let mut touch = Interaction::new(self.id(), at(on));
        touch.at = at(on);
        touch.touch = Touch::Call;
        touch.summary = "Call".into();
        touch.people.0.push(self.maria);
        self.put(touch);
    }
}

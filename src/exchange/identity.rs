//! Who is who, and which number is which.

use super::*;
use crate::domain::Contact;

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn taken(file: &str, book: &mut Book) {
    let change =
        read(file.as_bytes(), book, &mut IdGenerator::new([3; 16]), now()).unwrap().into_change(now());
    book.apply(&change);
}

fn contact(book: &Book) -> Contact {
    book.all(Kind::Contact).find_map(Contact::of).unwrap().clone()
}

fn clients() -> Book {
    let mut book = Book::default();
    taken("Record ID,Company name\n9001,Acme\n9002,Bolt\n", &mut book);
    assert_eq!(book.all(Kind::Client).count(), 2);
    book
}

#[test]
fn the_id_of_a_company_goes_before_its_name() {
    let mut book = clients();
    let head = "Record ID,First Name,Email,Company Name,Associated Company IDs\n";
    taken(&format!("{head}1,Ann,ann@x.example,Bolt,9001\n"), &mut book);
    let of = |book: &Book| book.client(contact(book).client.0.unwrap()).map(|c| c.name.clone());
    assert_eq!(of(&book).as_deref(), Some("Acme"));
    // Without an id that is known, the name counts.
    let mut book = clients();
    taken(&format!("{head}1,Ann,ann@x.example,Bolt,9009\n"), &mut book);
    assert_eq!(of(&book).as_deref(), Some("Bolt"));
}

#[test]
fn a_number_with_a_plus_is_another_than_one_without() {
    let head = "Record ID,First Name,Email,Phone Number\n";
    let mut book = Book::default();
    taken(&format!("{head}1,Ann,ann@x.example,+30 210 1\n"), &mut book);
    let numbers = |book: &Book| contact(book).phones.iter().map(|p| p.value.clone()).collect::<Vec<_>>();
    taken(&format!("{head}1,Ann,ann@x.example,+30-210-1\n"), &mut book);
    assert_eq!(numbers(&book), ["+30 210 1"]);
    taken(&format!("{head}1,Ann,ann@x.example,30 210 1\n"), &mut book);
    assert_eq!(numbers(&book), ["+30 210 1", "30 210 1"]);
}

//! Names that people go by: whoever is called by one is asked about, and named by it is nobody.

use super::now;
use syndeo::domain::capture::{Doubt, What, read};
use syndeo::domain::{Book, Client, Contact, IdGenerator};
use syndeo::words::capture::Sayer;

/// What somebody goes by, and the first name that stands in the book and does not begin so.
#[rustfmt::skip]
const PAIRS: &[(&str, &str)] = &[
    ("Bill", "William"), ("Bob", "Robert"), ("Dave", "David"), 
    ("Fred", "Alfred"), ("Jim", "James"), ("Kate", "Katherine"), ("Liz", "Elizabeth"), ("Mike", "Michael"),
    ("Nick", "Nicholas"), ("Pete", "Πέτρος"), ("Rick", "Richard"), 
    ("Sue", "Susan"), ("Ted", "Theodore"), ("Tom", "Thomas"), ("Tony", "Αντώνης"), 
    ("Βαγγέλης", "Ευάγγελος"), ("Γιάννης", "Ιωάννης"), ("Γιώργος", "Γεώργιος"), ("Δημήτρης", "Δημήτριος"), ("Κάτια", "Αικατερίνη"),
    ("Κώστας", "Κωνσταντίνος"), ("Μήτσος", "Δημήτρης"), ("Νίκος", "Νικόλαος"), ("Πόπη", "Καλλιόπη"), ("Σάκης", "Θανάσης"),
    ("Τάκης", "Παναγιώτης"), ("Χρύσα", "Χρυσούλα"),
];

#[test]
fn who_goes_by_a_name_is_asked_about() {
    for (nick, first) in PAIRS {
        let ids = &mut IdGenerator::new([8; 16]);
        let mut client = Client::new(ids.next(now()), now());
        client.name = "Acme".into();
        let mut contact = Contact::new(ids.next(now()), now());
        (contact.first_name, contact.last_name) = ((*first).into(), "Zanetti".into());
        contact.client.0 = Some(client.id);
        let book = Book::of([client.into(), contact.into()]);
        let line = format!("call Acme {nick}: the offer");
        let reading = read(&line, &book, now());
        let sayer = Sayer { line: &line, book: &book, today: now().date() };
        let doubts: Vec<&Doubt> =
            reading.doubts.iter().chain(reading.parts.iter().filter_map(|p| p.doubt.as_ref())).collect();
        let said: Vec<String> = doubts.into_iter().map(|doubt| sayer.doubt(doubt)).collect();
        assert!(said.iter().any(|doubt| doubt.contains(first)), "{line}: {said:?} {:?}", reading.parts);
        assert!(
            !reading.parts.iter().any(|p| matches!(p.what, What::Contact(_))),
            "{line}: {:?}",
            reading.parts
        );
    }
}

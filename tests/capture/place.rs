//! Where one stands, and what a line takes from there.

use super::{BOOK, cases, now, sayer};
use chrono::{Datelike, Days, Weekday};
use proptest::prelude::*;
use syndeo::domain::capture::{Place, Reading, What, read, read_at, records};
use syndeo::domain::{
    Book, Calendar, Change, Client, ClientId, Contact, IdGenerator, Interaction, Kind, Link, Moment, Record,
    Ref, Task, derive,
};

fn at(line: &str, name: &str) -> Reading {
    read_at(line, &BOOK, now(), Place::nearest(&BOOK, &[the(name)]))
}

/// The client, person, project or department of that name.
fn the(name: &str) -> Ref {
    let kinds = [Kind::Client, Kind::Contact, Kind::Project, Kind::Department];
    let all = kinds.into_iter().flat_map(|kind| BOOK.all(kind));
    all.map(Record::id).find(|id| BOOK.title(*id) == name).unwrap_or_else(|| panic!("no {name}"))
}

fn placed(reading: &Reading) -> Vec<String> {
    reading.placed.iter().map(|what| sayer("", now()).placed(what)).collect()
}

fn clients_of(reading: &Reading) -> Vec<Option<ClientId>> {
    let made = records(reading, &mut IdGenerator::new([9; 16]), now(), &BOOK);
    made.iter().map(|r| derive::client_of(&BOOK, r)).collect()
}

#[test]
fn a_line_that_names_nobody_is_about_where_one_stands() {
    for (line, place, wanted) in [
        ("call: banner is fine", "Aegean Foods", "Aegean Foods (where you are)"),
        ("call about the banner", "Aegean Foods", "Aegean Foods (where you are)"),
        ("wants the banner by fri", "Aegean Foods", "Aegean Foods (where you are)"),
        ("task draw the banner by fri", "Aegean Foods", "Aegean Foods (where you are)"),
        ("note: closed in August", "Aegean Foods", "Aegean Foods (where you are)"),
        ("εργασία ετικέτα αύριο", "Ελαιώνες Κρήτης", "Ελαιώνες Κρήτης (where you are)"),
        ("call: banner is fine", "Maria Papadaki", "Maria Papadaki (Aegean Foods) (where you are)"),
        (
            "θέλει νέο μπάνερ μέχρι Παρασκευή",
            "Maria Papadaki",
            "Maria Papadaki (Aegean Foods) (where you are)",
        ),
        ("task draw it", "Spring campaign", "Spring campaign (Aegean Foods) (where you are)"),
        ("call Maria: banner", "Spring campaign", "Spring campaign (Aegean Foods) (where you are)"),
        ("Aegean wants a banner", "Design", "Design (where you are)"),
        ("Aegean wants a banner", "Nikos Andreou", "Nikos Andreou (Design) (where you are)"),
        ("task check the proofs", "Nikos Andreou", "Nikos Andreou (Design) (where you are)"),
        ("call: proofs", "Nikos Andreou", "Nikos Andreou (Design) (where you are)"),
    ] {
        let reading = at(line, place);
        assert_eq!(placed(&reading), [wanted], "{line}");
        assert_eq!(reading.doubts, [], "{line}");
        let elsewhere = read(line, &BOOK, now());
        assert!(elsewhere.placed.is_empty());
        assert_eq!((&reading.title, &reading.parts), (&elsewhere.title, &elsewhere.parts), "{line}");
    }
}

#[test]
fn a_line_that_names_somebody_is_about_them() {
    for (line, place) in [
        ("call Granite: portal", "Aegean Foods"),
        ("call Declan: portal", "Aegean Foods"),
        ("call granite: portal", "Maria Papadaki"),
        ("task Granite: portal", "Spring campaign"),
        ("task /portal Borealis test it", "Spring campaign"),
        ("task #191 draw it", "Granite Insurance"),
        ("Granite wants the portal @support", "Design"),
        ("Granite wants the portal @elif", "Nikos Andreou"),
        ("call Granite: portal", "Nikos Andreou"),
        ("task @ida check it", "Nikos Andreou"),
        ("call declan.walsh@granite-insurance.example: portal", "Aegean Foods"),
        ("call +353 1 5510 342: portal", "Aegean Foods"),
    ] {
        let reading = at(line, place);
        assert_eq!(placed(&reading), [""; 0], "{line}");
        let elsewhere = read(line, &BOOK, now());
        assert_eq!((&reading.title, &reading.parts), (&elsewhere.title, &elsewhere.parts), "{line}");
    }
    // Whom it may be about is asked as ever, and nothing is filed where one stands meanwhile.
    for (line, place) in [
        ("task write the Aegean report", "Granite Insurance"),
        ("note: why Aegean pays late", "Granite Insurance"),
        ("call Nikos about it", "Granite Insurance"),
        ("call Grantie: portal", "Aegean Foods"),
    ] {
        let reading = at(line, place);
        assert!(placed(&reading).is_empty() && !reading.doubts.is_empty(), "{line} {reading:?}");
    }
    assert_eq!(placed(&at("task write the Aegean report", "Aegean Foods")), ["Aegean Foods (where you are)"]);
}

#[test]
fn people_are_looked_for_where_one_stands_first() {
    let named = |line: &str, place: &str| -> Vec<String> {
        let reading = at(line, place);
        assert_eq!(reading.doubts, [], "{line}");
        reading.parts.iter().filter_map(|p| p.what.named()).map(|id| BOOK.title(id)).collect()
    };
    assert_eq!(named("call Nikos: invoice", "Ελαιώνες Κρήτης"), ["Νίκος Παπαδόπουλος"]);
    assert_eq!(named("call nikos: invoice", "Ελαιώνες Κρήτης"), ["Νίκος Παπαδόπουλος"]);
    assert_eq!(named("task /portal test it", "Borealis Shipping"), ["Customer portal, phase 2"]);
    assert_eq!(named("call Ingrid: portal", "Aegean Foods"), ["Ingrid Solberg"]);
}

proptest! {
    #![proptest_config(cases(200))]

    /// What was written down anywhere in the world is never told as of tomorrow once it is over.
    #[test]
    fn what_is_over_is_not_of_tomorrow(there in -720i16..=840, here in -720i16..=840, ms in 0i64..400_000_000_000, later in 1i64..90_000_000) {
        let at = Moment { utc_ms: 1_700_000_000_000 + ms, offset_min: there };
        let now = Moment { utc_ms: at.utc_ms + later, offset_min: here };
        prop_assert!(at.day_beside(now) <= now.date() && now.day_beside(at) >= at.date());
        let same = Moment { offset_min: here, ..at };
        prop_assert_eq!(same.day_beside(now), same.date());
    }
}

fn places() -> Vec<Ref> {
    [Kind::Client, Kind::Contact, Kind::Project]
        .into_iter()
        .flat_map(|k| BOOK.all(k))
        .map(Record::id)
        .collect()
}

fn client_at(place: Ref) -> Option<ClientId> {
    BOOK.get(place).and_then(|r| match r {
        Record::Client(c) => Some(c.id),
        other => derive::client_of(&BOOK, other).or_else(|| Contact::of(other).and_then(|c| c.client.0)),
    })
}

proptest! {
    #![proptest_config(cases(200))]

    /// Whatever the line becomes, it is of the client where one stands; and nothing else in it is read otherwise.
    #[test]
    fn what_names_nobody_is_of_the_client_where_one_stands(
        place in proptest::sample::select(places()),
        line in proptest::sample::select(vec![
            "call: it is fine", "meeting tomorrow at 10: plan", "call about it +fu fri", "wants a map by fri @design", "task draw it by fri 4h",
            "fu fri: draw it", "note: closed in August", "κλήση χθες: όλα καλά", "συνάντηση αύριο στις 10: σχέδιο", "εργασία ετικέτα αύριο", "θέλει χάρτη μέχρι Παρασκευή",
        ]),
    ) {
        let here = Place::nearest(&BOOK, &[place]);
        let reading = read_at(line, &BOOK, now(), here);
        let plain = read(line, &BOOK, now());
        prop_assert_eq!((&reading.title, &reading.parts), (&plain.title, &plain.parts));
        let Some(client) = client_at(place) else { return Ok(()) };
        prop_assert!(!reading.placed.is_empty(), "{:?}", reading);
        for of in clients_of(&reading) {
            prop_assert_eq!(of, Some(client), "{}", line);
        }
    }

    /// A client that is named is the one it is about, and no word more stays in the title than elsewhere.
    #[test]
    fn a_client_that_is_named_overrides(
        place in proptest::sample::select(places()),
        name in proptest::sample::select(BOOK.all(Kind::Client).filter_map(Client::of).map(|c| (c.name.clone(), c.id)).collect::<Vec<_>>()),
        line in proptest::sample::select(vec![
            "call X: it is fine", "meeting with X tomorrow at 10: plan", "X wants a map by fri", "task X: draw it by fri", "fu X fri: draw it",
            "note X: closed in August", "κλήση X χθες: όλα καλά", "εργασία X: ετικέτα αύριο", "X θέλει χάρτη μέχρι Παρασκευή",
        ]),
    ) {
        let line = line.replace('X', &name.0);
        let reading = read_at(&line, &BOOK, now(), Place::nearest(&BOOK, &[place]));
        let plain = read(&line, &BOOK, now());
        prop_assert_eq!((&reading.title, &reading.parts), (&plain.title, &plain.parts), "{}", line);
        let other = client_at(place).is_some_and(|c| c != name.1);
        let of_place = |w: &What| matches!(w, What::Client(_) | What::Contact(_) | What::Project(_));
        prop_assert!(!other || !reading.placed.iter().any(of_place), "{line}: {:?}", reading.placed);
        for of in clients_of(&reading) {
            prop_assert_eq!(of, Some(name.1), "{}", line);
        }
    }
}

/// Of two people of one name, and of two projects, the one at the client is meant where one stands: with the client itself,
/// or with one of its people.
#[test]
fn of_two_of_one_name_the_one_where_one_stands_is_meant() {
    let mut ids = IdGenerator::new([6; 16]);
    let mut book = Book::default();
    let mut pairs = vec![];
    for name in ["Olive Grove", "Harbour Lines"] {
        let client = Client { name: name.into(), ..Client::new(ids.next(now()), now()) };
        let mut person = |first: &str, last: &str| Contact {
            first_name: first.into(),
            last_name: last.into(),
            client: Link(Some(client.id)),
            ..Contact::new(ids.next(now()), now())
        };
        let (petros, other) = (person("Petros", "Rallis"), person("Irini", name.split(' ').next().unwrap()));
        pairs.push((client.id, petros.id, other.id));
        book.put(client.into());
        book.put(petros.into());
        book.put(other.into());
    }
    let people = |place: Option<Ref>| {
        let here = place.map(|place| Place::nearest(&book, &[place])).unwrap_or_default();
        let reading = read_at("call Petros: banner", &book, now(), here);
        let made = records(&reading, &mut IdGenerator::new([9; 16]), now(), &book);
        let of = made.iter().find_map(Interaction::of).map(|touch| touch.people.0.clone());
        (of.unwrap_or_default(), reading.doubts.len())
    };
    assert_ne!(people(None).1, 0, "it is asked");
    for (client, petros, other) in pairs {
        for place in [client.into(), other.into()] {
            assert_eq!(people(Some(place)), (vec![petros], 0), "{}", book.title(place));
        }
    }
}

/// Working days in a line are those of the calendars in the book, in English and in Greek.
#[test]
fn working_days_are_those_of_the_book() {
    let line = |words: &str| format!("task Aegean: send the report {words}");
    let due = |book: &Book, words: &str| {
        let reading = read(&line(words), book, now());
        assert!(reading.doubts.is_empty(), "{words}: {:?}", reading.doubts);
        let made = records(&reading, &mut IdGenerator::new([9; 16]), now(), book);
        made.iter().find_map(|r| Task::of(r).and_then(|t| t.due)).unwrap_or_else(|| panic!("{words}"))
    };
    let mut closed = Calendar::new(IdGenerator::new([8; 16]).next(now()), now());
    closed.name = "Our house".into();
    let (first, last) = (now().date() + Days::new(1), now().date() + Days::new(6));
    closed.days = format!("{first} to {last} Closed");
    let mut with = BOOK.clone();
    with.apply(&Change::new("calendar", now()).with(None, Some(Record::Calendar(closed))));
    for words in ["in 3 working days", "in 3 business days", "by 3 workdays", "σε 3 εργάσιμες"] {
        let mut day = last;
        for _ in 0..3 {
            day = day + Days::new(1);
            while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
                day = day + Days::new(1);
            }
        }
        assert_eq!(due(&with, words), day, "{words}");
        assert!(due(&BOOK, words) < day, "{words}");
    }
    assert_eq!(due(&with, "in 3 days"), due(&BOOK, "in 3 days"));
}

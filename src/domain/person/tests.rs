//! What names somebody and what only may, and what is left without them.

use super::*;
use crate::domain::{
    Action, Client, ClientId, Contact, ContactId, Hand, Holder, Interaction, InteractionId, Kind,
    KindId as _, Labelled, Links, Member, MemberId, Moment, Record, Ref, Task, TaskId, Verb,
};
use proptest::prelude::*;
use uuid::Uuid;

fn labelled(value: &str) -> Vec<Labelled> {
    vec![Labelled { label: String::new(), value: value.into() }]
}

fn contact(n: u128, first: &str, last: &str) -> Contact {
    let mut contact = Contact::new(ContactId::from_uuid(Uuid::from_u128(n)), Moment::default());
    (contact.first_name, contact.last_name) = (first.into(), last.into());
    contact
}

fn maria() -> Contact {
    let mut maria = contact(7, "Μαρία", "Παπαδάκη");
    maria.mails = labelled("Maria.P@aegean.example");
    maria.phones = labelled("+30 694 123 4567");
    maria
}

fn erasing() -> Erasing {
    let mut person = Person::of(maria().id.into());
    person.learn(&maria().into());
    Erasing { person, gone: [Ref::from(maria().id)].into_iter().collect(), also: Also::default() }
}

/// What stands in the place of each mention of which nobody else can be meant, and whether another may be them.
#[test]
fn a_full_name_an_address_and_a_number_are_sure_and_the_rest_is_asked() {
    let erasing = erasing();
    for (text, left, perhaps) in [
        ("Η Μαρία Παπαδάκη ήρθε", "Η [erased] ήρθε", false),
        ("ΠΑΠΑΔΑΚΗ ΜΑΡΙΑ", "[erased]", false),
        ("Papadaki, Maria: prices", "[erased]: prices", false),
        ("Maria\nPapadaki", "[erased]", false),
        ("maria.papadaki@gmail.example", "[erased]@gmail.example", false),
        ("MariaPapadaki.pdf", "[erased].pdf", false),
        ("to <MARIA.P@aegean.example>.", "to <[erased]>.", false),
        ("xmaria.p@aegean.example", "xmaria.p@aegean.example", false),
        ("maria.p@aegean.example.org", "maria.p@aegean.example.org", true),
        ("tel 6941234567, 6941234568", "tel [erased], 6941234568", false),
        ("0030-694-123-4567", "[erased]", false),
        ("at 10 call 694 123 45 67 (2 times)", "at 10 call [erased] (2 times)", false),
        ("order 16941234567", "order 16941234567", false),
        ("as 00000000-0000-0000-0000-000000000007 said", "as [erased] said", false),
        ("Maria called", "Maria called", true),
        ("της Μαρίας Παπαδάκη", "της Μαρίας Παπαδάκη", true),
        ("ο Μάριος Παπαδάκης", "ο Μάριος Παπαδάκης", true),
        ("Maria and Papadaki", "Maria and Papadaki", true),
        ("Marianna, Papadakis's", "Marianna, Papadakis's", false),
        ("", "", false),
    ] {
        let found = erasing.text(text, false).unwrap_or_else(|| text.to_owned());
        assert_eq!(found, left, "{text:?}");
        let others = erasing.person.hits(&found).iter().any(|hit| !hit.is_sure);
        assert_eq!(others, perhaps, "{text:?}: {:?}", erasing.person.hits(&found));
    }
    assert_eq!(erasing.text("Maria called", true).as_deref(), Some("[erased] called"));
}

#[test]
fn what_others_bear_is_nobodys_alone() {
    let mut erasing = erasing();
    let mut namesake = contact(8, "Maria", "Papadaki");
    namesake.phones = labelled("694 1234567");
    erasing.person.meet(&contact(9, "Nikos", "Papadakis").into());
    assert!(erasing.person.shared().is_empty());
    erasing.person.meet(&namesake.clone().into());
    assert_eq!(erasing.text("Papadaki Maria, 6941234567", false), None);
    assert_eq!(erasing.text("ask maria.p@aegean.example", false).as_deref(), Some("ask [erased]"));
    assert_eq!(erasing.person.own(), ["Maria.P@aegean.example"]);
    // Not even when all is to go that may be them.
    erasing.also.all = true;
    assert_eq!(erasing.record(&namesake.clone().into()), Some(namesake.into()));
    let mut client = Client::new(ClientId(Uuid::from_u128(1)), Moment::default());
    (client.name, client.notes) = ("Maria Papadaki & Co".into(), "asked Maria".into());
    let Some(Record::Client(left)) = erasing.record(&client.clone().into()) else { panic!("it stays") };
    assert_eq!((left.name, left.notes.as_str()), (client.name, "asked [erased]"));
}

#[test]
fn what_points_at_them_loses_that_alone_and_what_needs_them_goes() {
    let erasing = erasing();
    let other = ContactId::from_uuid(Uuid::from_u128(8));
    let mut touch = Interaction::new(InteractionId(Uuid::from_u128(2)), Moment::default());
    touch.people = Links(vec![maria().id, other]);
    let Some(Record::Interaction(left)) = erasing.record(&touch.into()) else { panic!("it stays") };
    assert_eq!(left.people.0, [other]);
    let mut task = Task::new(TaskId(Uuid::from_u128(3)), Moment::default());
    task.assignee = maria().id.into();
    let hand = |holder| Hand { holder, since: Moment::default(), nudges: vec![] };
    task.hands = vec![hand(Holder::Person(maria().id)), hand(Holder::Us)];
    assert_eq!(
        erasing.links(&task.clone().into()).iter().map(|f| f.name).collect::<Vec<_>>(),
        ["assignee", "hands"]
    );
    let Some(Record::Task(left)) = erasing.record(&task.into()) else { panic!("it stays") };
    assert_eq!(
        (left.assignee.0, left.hands),
        (None, vec![hand(Holder::Other(ERASED.into())), hand(Holder::Us)])
    );
    let mut member = Member::new(MemberId(Uuid::from_u128(4)), Moment::default());
    member.contact = maria().id.into();
    assert!(erasing.is_theirs(&member.clone().into()));
    member.contact = other.into();
    assert!(!erasing.is_theirs(&member.into()));
    assert_eq!(erasing.record(&maria().into()), None);
}

/// Bytes of a later version that hold them are dropped; others are kept.
#[test]
fn what_a_later_version_wrote_is_kept_unless_it_holds_them() {
    let mut touch = Interaction::new(InteractionId(Uuid::from_u128(2)), Moment::default());
    let with_id = [&[9, 9][..], maria().id.0.as_bytes(), &[1]].concat();
    touch.head.unknown = vec![(900, b"\x0fMaria Papadaki".to_vec()), (901, b"else".to_vec()), (902, with_id)];
    let left = erasing().record(&touch.into()).unwrap();
    assert_eq!(left.head().unknown, [(901, b"else".to_vec())]);
}

#[test]
fn of_a_change_that_was_about_them_a_part_of_the_name_is_theirs() {
    let erasing = erasing();
    let pass = Action { to: "Maria".into(), ..Action::on(Verb::Pass, Kind::Task, "call Maria Papadaki") };
    let left = erasing.action(&pass, false);
    assert_eq!((left.name.as_str(), left.to.as_str()), ("call [erased]", "Maria"));
    let left = erasing.action(&pass, true);
    assert_eq!((left.name.as_str(), left.to.as_str()), ("call [erased]", "[erased]"));
    let part = Action { to: "Maria".into(), ..Action::named(Verb::Part, "1/2") };
    assert_eq!(erasing.action(&part, true), part, "what tells the parts of one change stays");
}

proptest! {
    /// Wherever the marks stand among whatever, nothing of them is left, by two looks; the rest is there, and a second time
    /// nothing is found.
    #[test]
    fn nothing_is_left_and_nothing_else_goes(
        parts in prop::collection::vec(("[ \\n,.;:a-zα-ω1-9@+_-]{0,12}", 0usize..6), 0..8),
        end in "[a-zα-ω ]{0,9}",
    ) {
        const MARKS: [&str; 6] = [
            "Μαρία Παπαδάκη", "papadaki maria", "maria.p@AEGEAN.example", "+30 6941234567",
            "00000000000000000000000000000007", "ΜΑΡΙΑ-ΠΑΠΑΔΑΚΗ",
        ];
        let erasing = erasing();
        let text = |mark: &dyn Fn(usize) -> String| {
            let all = parts.iter().map(|(before, nth)| format!("{before} ({}) ", mark(*nth)));
            all.collect::<String>() + &end
        };
        let named = text(&|nth| MARKS[nth].to_owned());
        let left = erasing.text(&named, false).unwrap_or_else(|| named.clone());
        prop_assert_eq!(&left, &text(&|_| ERASED.to_owned()));
        prop_assert!(!erasing.person.is_in(&left) && !erasing.person.is_in_plain(&left));
        prop_assert_eq!(parts.is_empty(), !erasing.person.is_in(&named));
        prop_assert_eq!(erasing.text(&left, false), None);
    }
}

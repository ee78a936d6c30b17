//! Examples of what is shown, what is read, and what is complained about.

use super::read::read_choice;
use super::*;
use crate::domain::{Check, Fault, Kind, Labelled, Moment};

pub(super) fn now() -> Moment {
    Moment::from_rfc3339("2026-11-23T10:00:00+02:00").unwrap()
}

pub(super) fn shown(kind: Type, value: &Value) -> String {
    show(&kind, value, &|_| String::new())
}

fn labelled(pairs: &[(&str, &str)]) -> Value {
    let one = |(label, value): &(&str, &str)| Labelled { label: (*label).into(), value: (*value).into() };
    Value::Labelled(pairs.iter().map(one).collect())
}

fn words(all: &[&str]) -> Value {
    Value::Words(all.iter().map(|w| (*w).to_owned()).collect())
}

/// What a value shows, typed again, is the same value; for every type that can be typed.
#[test]
fn what_is_shown_is_read_again() {
    let cases = [
        (Type::Text, "Acme & Sons"),
        (Type::Long, "one\n\ntwo"),
        (Type::Words, "a, b c, d"),
        (Type::Words, "\"https://x/a,b;c\", 5\" screen, C:\\new"),
        (Type::Mails, "work: a@b.example, c@d.example"),
        (Type::Phones, "mobile: +30 694 1234567, 210 5"),
        (Type::Phones, "work: \"+1 415 555 0100, ext. 3\", 210 5"),
        (Type::Pairs, "coffee: black\nfloor: 3"),
        (Type::Pairs, "Meeting at 10:30\n\"Lifecycle: Stage\": lead\npage: https://x/a"),
        (Type::Pairs, "address: \"Street 1\\nTown\"\n\"Note: to self\""),
        (Type::Date, "2026-12-24"),
        (Type::Birthday, "7 Mar"),
        (Type::Birthday, "29 Feb 1980"),
        (Type::Whole(0, 10), "7"),
        (Type::Money, "1 200.50 EUR"),
        (Type::Flag, "yes"),
        (Type::Span, "3 months"),
        (Type::Span, "10 workdays"),
        (Type::Repeat, "every 2 weeks"),
        (Type::Repeat, "10 days after done"),
        (Type::Checks, "[ ] one\n[x] two, three"),
    ];
    for (kind, text) in cases {
        let value = read(&kind, text, now()).unwrap_or_else(|e| panic!("{text}: {e}"));
        assert_eq!(shown(kind, &value), text);
    }
    for kind in Kind::ALL {
        for field in kind.fields() {
            for choice in choices(&field.kind) {
                for word in [choice.name, choice.label, choice.shown] {
                    assert_eq!(
                        read_choice(choices(&field.kind), word),
                        Ok(choice.code),
                        "{}: {word}",
                        field.name
                    );
                }
            }
        }
    }
}

#[test]
fn values_with_marks_in_them_stay_whole() {
    for (kind, value, text) in [
        (Type::Words, words(&["https://x/a,b;c", "d"]), "\"https://x/a,b;c\", d"),
        (Type::Words, words(&["say \"hi\", loud"]), "\"say \"\"hi\"\", loud\""),
        (Type::Words, words(&["two\nlines", ""]), "\"two\\nlines\", \"\""),
        (Type::Phones, labelled(&[("", "+1 415, ext. 3")]), "\"+1 415, ext. 3\""),
        (Type::Pairs, labelled(&[("", "Meeting at 10:30")]), "Meeting at 10:30"),
        (Type::Pairs, labelled(&[("Lifecycle: Stage", "lead")]), "\"Lifecycle: Stage\": lead"),
        (Type::Pairs, labelled(&[("Line 2", "x")]), "\"Line 2\": x"),
        (Type::Pairs, labelled(&[("cell", "one\ntwo"), ("b", "c")]), "cell: \"one\\ntwo\"\nb: c"),
        (Type::Pairs, labelled(&[("empty", "")]), "empty: \"\""),
        (
            Type::Checks,
            Value::Checks(vec![Check { done: false, text: "[x] a\nb".into() }]),
            "[ ] \"[x] a\\nb\"",
        ),
    ] {
        assert_eq!(shown(kind, &value), text);
        assert_eq!(read(&kind, text, now()), Ok(value), "{text}");
    }
}

/// Quotes and colons that nobody meant as ours.
#[test]
fn what_is_typed_without_thought_of_quotes_is_taken_as_it_is() {
    for (kind, text, value) in [
        (Type::Words, "\"Acme\" Ltd, b", words(&["\"Acme\" Ltd", "b"])),
        (Type::Words, "\"open, b", words(&["\"open", "b"])),
        (Type::Words, "C:\\new, \"C:\\temp, x\"", words(&["C:\\new", "C:\\temp, x"])),
        (Type::Words, "a,, b;", words(&["a", "b"])),
        (Type::Words, ",;", Value::Empty),
        (Type::Pairs, "see: \"a\" and \"b\"", labelled(&[("see", "\"a\" and \"b\"")])),
        (Type::Pairs, "note: \"open\nb: c\"", labelled(&[("note", "\"open"), ("b", "c\"")])),
        (Type::Pairs, "https://x/a", labelled(&[("", "https://x/a")])),
        (Type::Pairs, "call at 9: bring cake", labelled(&[("", "call at 9: bring cake")])),
        (Type::Pairs, "coffee:", labelled(&[("", "coffee:")])),
        (
            Type::Mails,
            "work: a@b.example\nc@d.example",
            labelled(&[("work", "a@b.example"), ("", "c@d.example")]),
        ),
    ] {
        assert_eq!(read(&kind, text, now()), Ok(value), "{text}");
    }
}

/// Today is Monday, 23 November 2026.
#[test]
fn a_day_on_which_something_happened_lies_behind() {
    let date = |kind: Type, text: &str| shown(kind, &read(&kind, text, now()).unwrap());
    assert_eq!(
        (date(Type::Date, "fri"), date(Type::Past, "fri")),
        ("2026-11-27".into(), "2026-11-20".into())
    );
    assert_eq!(
        (date(Type::Date, "mon"), date(Type::Past, "mon")),
        ("2026-11-30".into(), "2026-11-23".into())
    );
    assert_eq!(
        (date(Type::Date, "22/11"), date(Type::Past, "22/11")),
        ("2027-11-22".into(), "2026-11-22".into())
    );
    assert_eq!(date(Type::Past, "tomorrow"), "2026-11-24");
    let behind =
        ["done_on", "received", "told_on", "signed", "feel_on", "report_sent", "on", "contacted", "imported"];
    for field in Kind::ALL.iter().flat_map(|kind| kind.fields()) {
        let meant = field.traits.closes || behind.contains(&field.name);
        assert_eq!(matches!(field.kind, Type::Past), meant, "{}", field.name);
    }
}

#[test]
fn complaints_are_facts() {
    let fault = |kind: &Type, text: &str| read(kind, text, now()).unwrap_err().fault;
    assert_eq!(fault(&Type::Mails, "maria"), Fault::NoMail("maria".into()));
    assert!(read(&Type::Mails, "work:maria@example.org", now()).is_err());
    assert_eq!(fault(&Type::Whole(1, 5), "9"), Fault::NotWithin(1, 5));
    assert_eq!(fault(&Type::Date, "somewhen"), Fault::NoDay);
}

#[test]
fn lengths_of_time_are_read_in_the_words_of_dates() {
    let span = |text: &str| read(&Type::Span, text, now()).ok().map(|value| shown(Type::Span, &value));
    let cases = [
        ("3 μήνες", "3 months"),
        ("δύο εβδομάδες", "2 weeks"),
        ("10 εργάσιμες", "10 workdays"),
        ("5 working days", "5 workdays"),
        ("2w", "2 weeks"),
        ("month", "1 month"),
        ("2 quarters", "6 months"),
        ("one month", "1 month"),
        ("a year", "1 year"),
        ("half a year", "6 months"),
        ("εξάμηνο", "6 months"),
        ("10 business days", "10 workdays"),
    ];
    for (text, wanted) in cases {
        assert_eq!(span(text).as_deref(), Some(wanted), "{text}");
    }
    for text in ["0 days", "-3 days", "70000 days", "1.5 months", "3 apples", "3"] {
        assert_eq!(span(text), None, "{text}");
    }
    let every = read(&Type::Repeat, "κάθε 2 μήνες", now()).map(|value| shown(Type::Repeat, &value));
    assert_eq!(every.as_deref(), Ok("every 2 months"));
}

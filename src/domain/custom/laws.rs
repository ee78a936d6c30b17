//! What holds whatever a person defines, writes and changes.

use super::tests::{client, definition, now};
use super::*;
use crate::domain::{Change, Edit, Labelled, Money, Role, Type, Verb, plain_number};
use chrono::{Datelike as _, NaiveDate};
use proptest::prelude::*;
use rust_decimal::Decimal;

const NAMES: &[&str] = &["NPS", "Segment", "Τμήμα αγοράς", "Last audit", "x y"];
const CHOICES: &[&str] = &["A", "B", "Key account", "Ω"];
const SORTS: &[CustomType] = &[
    CustomType::Text,
    CustomType::Number,
    CustomType::Date,
    CustomType::Choice,
    CustomType::YesNo,
    CustomType::Money,
];

fn sort() -> impl Strategy<Value = CustomType> {
    proptest::sample::select(SORTS)
}

fn number() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0u32..=12).prop_map(|(digits, scale)| Decimal::from_i128_with_scale(digits.into(), scale))
}

/// A value that a field of a type can hold.
fn fitting(sort: CustomType) -> BoxedStrategy<Value> {
    match sort {
        CustomType::Text => "[^\\s\\p{C}]([^\\p{C}]{0,12}[^\\s\\p{C}])?".prop_map(Value::Text).boxed(),
        CustomType::Number => number().prop_map(Value::Number).boxed(),
        CustomType::Date => (1i32..9999, 1u32..=366)
            .prop_filter_map("a day", |(y, d)| NaiveDate::from_yo_opt(y, d).map(Value::Date))
            .boxed(),
        CustomType::Choice => (1..=u8::try_from(CHOICES.len()).unwrap()).prop_map(Value::Choice).boxed(),
        CustomType::YesNo => (1u8..=2).prop_map(Value::Choice).boxed(),
        CustomType::Money => (number(), "[A-Z]{3}")
            .prop_map(|(amount, code)| Value::Money(Money::new(amount, &code).unwrap()))
            .boxed(),
    }
}

fn made(sort: CustomType) -> (Book, &'static Field) {
    let of = definition(1, "Some field", sort, if sort == CustomType::Choice { CHOICES } else { &[] });
    let book = Book::of([Record::from(of)]);
    let field = book.custom_fields(Kind::Client)[0];
    (book, field)
}

/// One thing that happens to a book.
#[derive(Clone, Debug)]
enum Step {
    Define(usize, CustomType),
    Rename(usize, usize),
    Retype(usize, CustomType),
    Delete(usize),
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    let name = || 0..NAMES.len();
    prop_oneof![
        (name(), sort()).prop_map(|(name, sort)| Step::Define(name, sort)),
        (name(), name()).prop_map(|(from, to)| Step::Rename(from, to)),
        (name(), sort()).prop_map(|(name, sort)| Step::Retype(name, sort)),
        name().prop_map(Step::Delete),
        Just(Step::Undo),
    ]
}

fn found(book: &Book, name: usize) -> Option<CustomField> {
    book.all(Kind::CustomField)
        .filter_map(CustomField::of)
        .find(|of| is_called(&of.name, NAMES[name]))
        .cloned()
}

/// The change of a step; none where a book would not have it.
fn change(book: &Book, nth: u128, step: &Step) -> Option<Change> {
    let edit = |before: Option<CustomField>, after: CustomField| {
        let fits = complaints(&after).is_empty() && clash(book, &after).is_none();
        let edit = Edit { before: before.map(Record::from), after: Some(after.into()) };
        fits.then(|| Change { edits: vec![edit], ..Change::new("a step", now()) })
    };
    match step {
        Step::Define(name, sort) => edit(None, definition(nth + 1, NAMES[*name], *sort, CHOICES)),
        Step::Rename(from, to) => {
            let before = found(book, *from)?;
            edit(Some(before.clone()), CustomField { name: NAMES[*to].into(), ..before })
        }
        Step::Retype(name, sort) => {
            let before = found(book, *name)?;
            edit(Some(before.clone()), CustomField { sort: *sort, ..before })
        }
        Step::Delete(name) => {
            let before = found(book, *name)?;
            let mut after = before.clone();
            after.head.deleted_at = Some(now());
            Some(Change::new("delete", now()).with(Some(before.into()), Some(after.into())))
        }
        Step::Undo => None,
    }
}

fn values(record: &Record) -> Vec<String> {
    let mut all: Vec<String> = record.pairs().iter().map(|pair| pair.value.clone()).collect();
    all.sort();
    all
}

/// A second writing of the order and of the signs: compared are what is written in the pair, by its type alone.
fn naive(sort: CustomType, text: &str) -> Option<(u8, Decimal, String)> {
    let of_number = |number: Decimal| Some((0, number, String::new()));
    match sort {
        CustomType::Text => Some((1, Decimal::ZERO, fold(text))),
        CustomType::Number => of_number(text.parse().ok()?),
        CustomType::Date => {
            let day: NaiveDate = text.parse().ok()?;
            of_number(Decimal::from(day.year()) * Decimal::from(1000) + Decimal::from(day.ordinal()))
        }
        CustomType::Choice => of_number(CHOICES.iter().position(|c| *c == text)?.into()),
        CustomType::YesNo => of_number(["yes", "no"].iter().position(|c| *c == text)?.into()),
        CustomType::Money => of_number(text.split_once(' ')?.0.parse().ok()?),
    }
}

proptest! {
    /// Every value that is written is read again, from the pair and from what is shown of it.
    #[test]
    fn what_is_written_is_read_again((sort, value) in sort().prop_flat_map(|s| (Just(s), fitting(s)))) {
        let (_, field) = made(sort);
        let mut record = client(&[("other", "1")]);
        field.write(&mut record, value.clone()).unwrap();
        prop_assert_eq!(&field.read(&record), &value);
        prop_assert_eq!(field.misfit(&value), None);
        let pair = record.pairs()[1].value.clone();
        let shown = parse::show(&field.kind, &value, &|_| String::new());
        prop_assert_eq!(parse::read(&field.kind, &shown, now()).unwrap(), value.clone(), "{}", shown);
        prop_assert_eq!(adopted(field, &pair), (pair.clone(), None), "one writing alone");
        prop_assert_eq!(adopted(field, &shown).0, pair, "{}", shown);
        field.write(&mut record, Value::Empty).unwrap();
        prop_assert_eq!(record, client(&[("other", "1")]));
    }

    /// Whatever stands in a pair stays there when it is read, shown and written back, whatever its field is.
    #[test]
    fn any_text_stays_what_it_is(text in any::<String>(), sort in sort()) {
        let (_, field) = made(sort);
        let record = client(&[("Some field", &text)]);
        let value = field.read(&record);
        if field.misfit(&value).is_some() {
            let mut again = record.clone();
            field.write(&mut again, value).unwrap();
            prop_assert_eq!(again, record);
        } else if !text.trim().is_empty() {
            let (written, fault) = adopted(field, &text);
            prop_assert_eq!(fault, None);
            let again = client(&[("Some field", &written)]);
            prop_assert_eq!(field.read(&again), value);
        }
    }

    /// No value is lost, whatever is defined, called otherwise, given another type, deleted and taken back; and all of it can
    /// be taken back.
    #[test]
    fn no_value_is_ever_lost(
        pairs in proptest::collection::vec((0..NAMES.len(), "[a-zα-ω0-9 .,-]{0,8}"), 0..6),
        steps in proptest::collection::vec(step(), 1..12),
    ) {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, text)| (NAMES[*n], text.as_str())).collect();
        let first = Book::of([client(&pairs)]);
        let id = client(&[]).id();
        let (mut book, mut done): (Book, Vec<Change>) = (first.clone(), vec![]);
        for (nth, step) in steps.iter().enumerate() {
            let undo = |done: &mut Vec<Change>| done.pop().map(|last| last.inverse(now(), Role::Undo(1)));
            let made = match step {
                Step::Undo => undo(&mut done),
                step => change(&book, u128::try_from(nth).unwrap(), step),
            };
            let Some(mut made) = made else { continue };
            follow(&book, &mut made);
            book.apply(&made);
            if made.role == Role::Do {
                done.push(made);
            }
            let record = book.get(id).unwrap();
            prop_assert_eq!(values(record), values(&client(&pairs)), "{:?}", step);
            // What the fields and the rest tell is all there is.
            let told: usize = book.fields(Kind::Client).map(|field| match field.read(record) {
                Value::Labelled(all) if matches!(field.kind, Type::Pairs) => all.len(),
                value => usize::from(field.is_custom() && !value.is_empty()),
            }).sum();
            let blank = record.pairs().iter().filter(|pair| pair.value.trim().is_empty()).count();
            prop_assert!(told <= record.pairs().len() && told + blank >= record.pairs().len());
        }
        while let Some(last) = done.pop() {
            book.apply(&last.inverse(now(), Role::Undo(1)));
        }
        let live = |book: &Book| book.everything().filter(|r| r.kind() == Kind::Client).cloned().collect::<Vec<_>>();
        prop_assert_eq!(live(&book), live(&first));
        prop_assert_eq!(book.all(Kind::CustomField).count(), 0);
    }

    /// Order and conditions are those of a second writing.
    #[test]
    fn order_and_conditions_are_as_a_second_writing_has_them(
        (sort, one, other) in sort().prop_flat_map(|s| (Just(s), fitting(s), fitting(s))),
        odd in "zz[a-z]{3,6}",
    ) {
        let (book, field) = made(sort);
        let record = |value: &Value| {
            let mut record = client(&[]);
            field.write(&mut record, value.clone()).unwrap();
            record
        };
        let (a, b) = (record(&one), record(&other));
        let text = |record: &Record| record.pairs()[0].value.clone();
        let (x, y) = (naive(sort, &text(&a)).unwrap(), naive(sort, &text(&b)).unwrap());
        prop_assert_eq!(rank(&book, field, &a).cmp(&rank(&book, field, &b)), x.cmp(&y));
        let same_currency = |a: &str, b: &str| a.rsplit(' ').next() == b.rsplit(' ').next();
        let comparable = sort != CustomType::Money || same_currency(&text(&a), &text(&b));
        let wanted = text(&b);
        prop_assume!(!wanted.contains('"'));
        let signs: [(&str, bool); 6] = [
            ("=", comparable && x == y), ("!=", !(comparable && x == y)), ("<", comparable && x < y),
            ("<=", comparable && x <= y), (">", comparable && x > y), (">=", comparable && x >= y),
        ];
        let fields = [field];
        for (sign, holds) in signs {
            let query = Query::read(&book, &fields, &format!("some field {sign} \"{wanted}\""), now());
            prop_assert!(query.faults.is_empty(), "{:?}", query.faults);
            prop_assert_eq!(query.holds(&book, &a), holds, "{} {} {}", text(&a), sign, wanted);
        }
        // What does not fit stands behind everything, and is no more and no less than anything.
        if naive(sort, &odd).is_none() {
            let odd = client(&[("Some field", &odd)]);
            prop_assert_eq!(rank(&book, field, &odd), Rank::Nothing);
            prop_assert!(rank(&book, field, &odd) > rank(&book, field, &a));
            for sign in ["<", "<=", ">", ">=", "="] {
                let query = Query::read(&book, &fields, &format!("some field{sign}\"{wanted}\""), now());
                prop_assert!(!query.holds(&book, &odd));
            }
        }
    }

    /// A change that comes back from elsewhere has its own names.
    #[test]
    fn what_is_restored_is_not_called_otherwise(verb in proptest::sample::select(&[Verb::Restore, Verb::BringBack][..])) {
        let before = definition(1, "NPS", CustomType::Text, &[]);
        let after = CustomField { name: "Score".into(), ..before.clone() };
        let book = Book::of([Record::from(before.clone()), client(&[("NPS", "1")])]);
        let mut change = Change::new(crate::domain::Action::named(verb, ""), now()).with(Some(before.into()), Some(after.into()));
        follow(&book, &mut change);
        prop_assert_eq!(change.edits.len(), 1);
    }

    /// The plain writing of a number reads in one way alone.
    #[test]
    fn a_plain_number_is_read_again(number in number()) {
        let text = plain_number(number);
        prop_assert_eq!(crate::domain::read_number(&text).unwrap(), number, "{}", text);
        let pair = Labelled { label: String::new(), value: text.clone() };
        prop_assert!(pair.value.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-')));
    }
}

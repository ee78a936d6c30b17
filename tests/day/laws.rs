//! What holds for any records and any day: nothing panics, nothing is below 0, sums are whole.

use chrono::NaiveDate;
use proptest::prelude::*;
use syndeo::domain::derive::today::{Today, today};
use syndeo::domain::derive::{
    agreements, cadence, hands, health, heat, last_touch, load, plan, push, waiting,
};
use syndeo::domain::{
    Agreement, AgreementId, AgreementStatus, Book, ClientId, ContactId, DepartmentId, Hand, Holder, Kind,
    KindId, Moment, ProjectId, Record, Ref, Span, Type, Unit, Value, Workdays,
};
use syndeo::words;
use uuid::Uuid;

/// How many records of each kind there may be: few, so that they point at each other.
const FEW: u128 = 3;

/// `PROPTEST_CASES` has the last word; without it so many.
pub fn cases(usual: u32) -> ProptestConfig {
    let told = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { told } else { ProptestConfig { cases: usual, ..told } }
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        1 => Just(NaiveDate::MIN),
        1 => Just(NaiveDate::MAX),
        2 => (-95_000_000i32..95_000_000)
            .prop_map(|n| NaiveDate::from_num_days_from_ce_opt(n).unwrap_or(NaiveDate::MAX)),
        8 => (2024i32..2030, 1u32..=366).prop_map(|(y, n)| NaiveDate::from_yo_opt(y, n).unwrap_or(NaiveDate::MIN)),
    ]
}

pub fn any_moment() -> impl Strategy<Value = Moment> {
    let ms = prop_oneof![1 => any::<i64>(), 6 => 1_700_000_000_000i64..1_900_000_000_000];
    let offset = prop_oneof![1 => any::<i16>(), 6 => -840i16..840];
    (ms, offset).prop_map(|(utc_ms, offset_min)| Moment { utc_ms, offset_min })
}

fn any_ref(kind: Kind) -> impl Strategy<Value = Ref> {
    (0..FEW).prop_map(move |n| Ref::new(kind, Uuid::from_u128(n)))
}

fn any_holder() -> impl Strategy<Value = Holder> {
    (0..5, 0..FEW).prop_map(|(which, n)| match (which, Uuid::from_u128(n)) {
        (0, _) => Holder::Us,
        (1, id) => Holder::Client(ClientId(id)),
        (2, id) => Holder::Department(DepartmentId(id)),
        (3, id) => Holder::Person(ContactId(id)),
        _ => Holder::Other("Courier".into()),
    })
}

fn any_hands() -> impl Strategy<Value = Vec<Hand>> {
    let hand =
        (any_holder(), any_moment()).prop_map(|(holder, since)| Hand { holder, since, nudges: vec![] });
    proptest::collection::vec(hand, 0..5)
}

fn any_span() -> impl Strategy<Value = Span> {
    (0u16..400, 0usize..Unit::ALL.len()).prop_map(|(n, unit)| Span::new(n, Unit::ALL[unit].0))
}

fn any_value(of: &'static Type) -> BoxedStrategy<Value> {
    match of {
        Type::Text => Just(Value::Text("x".into())).boxed(),
        Type::Date => any_date().prop_map(Value::Date).boxed(),
        Type::Moment => any_moment().prop_map(Value::Moment).boxed(),
        Type::Birthday => (1u8..13, 1u8..32, proptest::option::of(1900i32..2020))
            .prop_map(|(m, d, y)| {
                syndeo::domain::Birthday::new(y, m, d).map_or(Value::Empty, Value::Birthday)
            })
            .boxed(),
        Type::Whole(..) => {
            prop_oneof![any::<i32>().prop_map(i64::from), 0i64..11].prop_map(Value::Whole).boxed()
        }
        Type::Choice(all) => (0..all.len()).prop_map(|n| Value::Choice(all[n].code)).boxed(),
        Type::One(kind) => any_ref(*kind).prop_map(Value::One).boxed(),
        Type::Many(kind) => proptest::collection::vec(any_ref(*kind), 0..3).prop_map(Value::Many).boxed(),
        Type::Span => any_span().prop_map(Value::Span).boxed(),
        Type::Hands => any_hands().prop_map(Value::Hands).boxed(),
        _ => Just(Value::Empty).boxed(),
    }
}

fn any_record() -> impl Strategy<Value = Record> {
    (0..Kind::ALL.len(), 0..FEW, any_moment()).prop_flat_map(|(kind, id, created)| {
        let kind = Kind::ALL[kind];
        let values: Vec<_> =
            kind.fields().iter().map(|f| proptest::option::weighted(0.8, any_value(&f.kind))).collect();
        values.prop_map(move |values| {
            let mut record = Record::new(kind, Uuid::from_u128(id), created);
            for (field, value) in kind.fields().iter().zip(values) {
                if let Some(value) = value {
                    let _ = record.set(field.name, value);
                }
            }
            record
        })
    })
}

pub fn any_book() -> impl Strategy<Value = Book> {
    proptest::collection::vec(any_record(), 0..40).prop_map(Book::of)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn no_book_and_no_day_is_a_crash(book in any_book(), now in any_moment(), to in any_date()) {
        for day in [now.date(), to, NaiveDate::MIN, NaiveDate::MAX] {
            for wait in waiting::waiting(&book, day) {
                prop_assert!(wait.days >= 0 && wait.over >= 0);
            }
            for load in load::load(&book, day, 3) {
                prop_assert!(load.weeks.iter().all(|w| w.hours >= 0 && w.away <= w.days && w.days <= 7));
            }
            for row in heat::heat(&book, day, 3) {
                prop_assert!(row.weeks.len() == 3 && row.weeks.iter().all(|w| w.eighths() <= 8 && w.deserted <= row.people));
            }
            agreements::standings(&book, None, day);
            for n in 0..FEW {
                load::who_instead(&book, ContactId(Uuid::from_u128(n)), day);
            }
        }
        for row in today(&book, now) {
            prop_assert!(!words::today::row(&book, &row, now.date()).is_empty());
        }
        for cadence in cadence::cadences(&book, now) {
            prop_assert!(cadence.days >= 0 && cadence.silent >= 0);
        }
        for n in 0..FEW {
            let id = Uuid::from_u128(n);
            if let Some(health) = health::health(&book, ClientId(id), now) {
                prop_assert!(health.score <= 100 && health.parts.iter().all(|p| p.got <= p.possible));
            }
            let plan = plan::plan(&book, ProjectId(id));
            for step in &plan.steps {
                let mut record = book.get(step.id).unwrap().clone();
                step.id.kind.due_fields()[0].write(&mut record, Value::Date(to)).unwrap();
                push::push(&book, &record, &[]);
            }
        }
    }

    #[test]
    fn one_pass_finds_the_last_touches(book in any_book(), now in any_moment()) {
        let touches = cadence::Touches::of(&book, now);
        for record in [Kind::Client, Kind::Contact, Kind::Department].into_iter().flat_map(|k| book.all(k)) {
            prop_assert_eq!(touches.last(record.id()), last_touch(&book, record.id(), now));
        }
    }

    #[test]
    fn a_change_brings_the_list_up_to_date(
        book in any_book(), more in proptest::collection::vec(any_record(), 1..4), now in any_moment(),
    ) {
        let mut book = book;
        let list = Today::of(&book, now);
        let touched: Vec<Ref> = more.iter().map(Record::id).collect();
        for record in more {
            book.put(record);
        }
        prop_assert_eq!(list.changed(&book, now, &touched).rows(), today(&book, now));
    }

    #[test]
    fn the_same_records_in_any_order_give_the_same_list(records in proptest::collection::vec(any_record(), 0..40), now in any_moment()) {
        let once = Book::of(records.clone());
        let again = Book::of(once.everything().cloned().collect::<Vec<_>>().into_iter().rev());
        prop_assert_eq!(today(&once, now), today(&again, now));
        prop_assert_eq!(waiting::waiting(&once, now.date()), waiting::waiting(&again, now.date()));
    }

    #[test]
    fn hands_add_up(hands in any_hands(), until in any_date()) {
        let stretches = hands::stretches(&hands, until);
        prop_assert!(stretches.iter().all(|s| s.days() >= 0));
        prop_assert!(stretches.windows(2).all(|w| w[0].to == w[1].from));
        let sum: i64 = hands::days_by_holder(&hands, until).iter().map(|(_, d)| d).sum();
        prop_assert_eq!(sum, stretches.first().map_or(0, |s| (until - s.from).num_days()));
    }

    #[test]
    fn passing_keeps_hands_in_order(passes in proptest::collection::vec((any_holder(), any_moment()), 0..12)) {
        let mut all = vec![];
        for (holder, at) in passes {
            let before = all.len();
            let passed = hands::pass(&mut all, holder.clone(), at);
            prop_assert_eq!(passed, all.len() == before + 1);
            prop_assert_eq!(all.last().map(|h| &h.holder), Some(&holder));
        }
        prop_assert!(all.windows(2).all(|w| w[0].since.utc_ms <= w[1].since.utc_ms && w[0].holder != w[1].holder));
    }

    #[test]
    fn any_term_can_be_read(start in any_date(), end in any_date(), notice in any_span(), renews in any_span(), day in any_date()) {
        let mut it = Agreement::new(AgreementId::from_uuid(Uuid::nil()), Moment::default());
        (it.start, it.end, it.notice) = (Some(start), Some(end), Some(notice));
        (it.renews_for, it.status) = (Some(renews), AgreementStatus::Active);
        prop_assert!(!words::agreements::lapse(&agreements::lapse(&it, &Workdays::default(), day)).is_empty());
        if let Some((from, to)) = agreements::next_term(&it) {
            prop_assert!(from > end && to >= from);
        }
        agreements::alert(&it, day);
        it.renews_for = None;
        agreements::next_term(&it);
        agreements::notice_period(end, start);
    }
}

//! Departments and fields that a person made: of a name there is one in a book, so one that comes from another book is that
//! of the same name.

use crate::domain::merge::{Became, now_known_as};
use crate::domain::text::fold;
use crate::domain::{Book, CustomOf, Kind, Packed, Record, Ref};
use crate::words;
use crate::words::exchange::of_rows;
use std::collections::HashMap;

/// What a record is called, and of which records it is a field.
type Name = (Kind, Option<CustomOf>, String);

/// The name of a record of which a book has one of a name.
fn called(record: &Record) -> Option<Name> {
    let (of, name) = match record {
        Record::Department(department) => (None, &department.name),
        Record::CustomField(field) => (Some(field.of), &field.name),
        _ => return None,
    };
    Some((record.kind(), of, fold(name.trim())))
}

/// Who bears each name.
fn by_name<'a>(records: impl Iterator<Item = &'a Record>) -> HashMap<Name, Vec<Ref>> {
    let mut all: HashMap<Name, Vec<Ref>> = HashMap::default();
    for record in records {
        if let Some(name) = called(record) {
            all.entry(name).or_default().push(record.id());
        }
    }
    all
}

/// What records of a file are in a book: those that became one meanwhile, and those that are called as one of the book of
/// which there is one of a name. What a file has twice, or besides the one of the book, is told apart there and stays so.
pub(super) fn known_here<'a>(book: &Book, records: impl Iterator<Item = &'a Packed>) -> Became {
    let mut became = now_known_as(book);
    let theirs = records.filter(|packed| matches!(packed.id().kind, Kind::Department | Kind::CustomField));
    let theirs: Vec<Record> = theirs.map(Packed::record).filter(|record| !record.is_gone()).collect();
    let ours = by_name(book.all(Kind::Department).chain(book.all(Kind::CustomField)));
    for (name, bearers) in by_name(theirs.iter()) {
        if let ([id], Some([one])) = (bearers.as_slice(), ours.get(&name).map(Vec::as_slice))
            && book.get_with_deleted(*id).is_none()
        {
            became.entry(*id).or_insert(*one);
        }
    }
    became
}

/// What is told of a record that is taken for one of the book because both are called the same.
pub(super) fn told(book: &Book, fresh: &Record) -> Option<String> {
    let before = book.get(fresh.id()).filter(|before| called(before).is_some())?;
    let sort = |record: &Record| {
        let field = record.kind().field("sort")?;
        Some(words::value::show(&field.kind, &field.read(record), &|_| String::new()))
    };
    match (sort(before), sort(fresh)) {
        (Some(ours), Some(theirs)) if ours != theirs => {
            Some(of_rows::other_sort(before.title(), ours, theirs))
        }
        _ => Some(of_rows::taken_by_name(words::kind(before.kind()), before.title())),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Differing, Own, change_of};
    use super::*;
    use crate::domain::{CustomField, CustomType, Department, IdGenerator, Moment, Value, json};

    fn now() -> Moment {
        Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
    }

    fn department(ids: &mut IdGenerator, name: &str) -> Record {
        let mut department = Department::new(ids.next(now()), now());
        department.name = name.into();
        department.into()
    }

    fn field(ids: &mut IdGenerator, name: &str, sort: CustomType, choices: &[&str]) -> Record {
        let mut field = CustomField::new(ids.next(now()), now());
        (field.name, field.sort) = (name.into(), sort);
        field.choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
        field.into()
    }

    fn taken(book: &mut Book, records: &[&Record]) -> Vec<String> {
        let lines: Vec<String> = records.iter().map(|record| json::write(record).to_string()).collect();
        let imports = Own::read(lines.join("\n").as_bytes()).unwrap().against(book, Differing::Keep);
        let notes = imports.iter().flat_map(|import| &import.notes).map(ToString::to_string).collect();
        book.apply(&change_of(imports, now()));
        notes
    }

    #[test]
    fn a_department_of_the_same_name_is_not_doubled_and_its_people_stand_in_it() {
        let (ours, theirs) = (&mut IdGenerator::new([1; 16]), &mut IdGenerator::new([2; 16]));
        let here = department(ours, "Σχεδιασμός");
        let mut book = Book::of([here.clone()]);
        let mut there = department(theirs, "ΣΧΕΔΙΑΣΜΟΣ ");
        there.set("phone", Value::Text("+30 210 1".into())).unwrap();
        let mut person = Record::new(Kind::Contact, theirs.next::<crate::domain::ContactId>(now()).0, now());
        person.set("last_name", Value::Text("Berg".into())).unwrap();
        person.set("department", Value::One(there.id())).unwrap();
        let notes = taken(&mut book, &[&there, &person]);
        let told = |note: &String| note.contains("taken for the department Σχεδιασμός");
        assert!(notes.iter().any(told), "{notes:?}");
        assert_eq!(book.all(Kind::Department).count(), 1);
        let design = book.get(here.id()).unwrap();
        assert_eq!(design.get("phone").unwrap(), Value::Text("+30 210 1".into()));
        assert_eq!(book.get(person.id()).unwrap().get("department").unwrap(), Value::One(here.id()));
        // The same again changes nothing, and neither does a third book with such a department.
        taken(&mut book, &[&there, &person]);
        taken(&mut book, &[&department_of(&there, ours)]);
        assert_eq!((book.all(Kind::Department).count(), book.len()), (1, 2));
        // What a file tells apart, and what a book has twice, stays apart.
        let two = [department(theirs, "Legal"), department(theirs, "legal")];
        taken(&mut book, &[&two[0], &two[1]]);
        assert_eq!(book.all(Kind::Department).count(), 3);
        taken(&mut book, &[&department(theirs, "LEGAL")]);
        assert_eq!(book.all(Kind::Department).count(), 4);
    }

    /// The same department as another book has it.
    fn department_of(other: &Record, ids: &mut IdGenerator) -> Record {
        let mut same = department(ids, &other.title());
        same.set("phone", other.get("phone").unwrap()).unwrap();
        same
    }

    #[test]
    fn a_field_of_the_same_name_is_not_doubled_and_another_type_is_told() {
        let (ours, theirs) = (&mut IdGenerator::new([1; 16]), &mut IdGenerator::new([2; 16]));
        let mut book = Book::of([
            field(ours, "Segment", CustomType::Choice, &["A", "B"]),
            field(ours, "NPS", CustomType::Number, &[]),
        ]);
        let notes = taken(
            &mut book,
            &[
                &field(theirs, "SEGMENT", CustomType::Choice, &["B", "C"]),
                &field(theirs, "nps", CustomType::Text, &[]),
            ],
        );
        assert_eq!(book.all(Kind::CustomField).count(), 2);
        let told = |words: &str| notes.iter().any(|note| note.contains(words));
        assert!(told("taken for the") && told("NPS is number in the book and text in the file"), "{notes:?}");
        let is_grown = |field: &CustomField| field.choices == ["A", "B", "C"];
        assert!(book.all(Kind::CustomField).filter_map(CustomField::of).any(is_grown));
        // One for records of another kind is another one.
        let mut other = field(theirs, "Segment", CustomType::Text, &[]);
        other.set("of", Value::Choice(2)).unwrap();
        taken(&mut book, &[&other]);
        assert_eq!(book.all(Kind::CustomField).count(), 3);
    }
}

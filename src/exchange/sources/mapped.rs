//! Tables that no program is known by: what is proposed for them, and what comes of what a person said.

use super::super::{DateOrder, Differing, Import, ImportError, Mapping, MappingError, Opened, propose};
use super::{Looks, mapping};
use crate::domain::{Book, Client, Contact, IdGenerator, Kind, Moment, Record, parse};
use proptest::prelude::*;

const LIST: &str = "Customers 2026;;;;;;;\n\
    Firma;E-Mail;Τηλ.;Kunde seit;Umsatz;VAT;Tier;Wer\n\
    Aegean Foods;info@aegean.example;+30 210 1234567;03/04/2024;1.200,00 €;EL1;A;Ann\n\
    Bolt;b@bolt.example; +30 210 7654321;05/06/2024;300,00 €;EL2;B;Bob\n\
    Acme;NULL;+30 210 1111111;07/08/2024;0,50 €;EL3;?;-\n";

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn import(text: &str, line: &str, order: Option<DateOrder>, book: &Book) -> Result<Import, ImportError> {
    let mapping = Mapping::read(line, Some(Kind::Client)).unwrap();
    let file = Opened::mapped(text.as_bytes(), mapping)?.dated(order);
    file.against(book, &mut IdGenerator::new([7; 16]), now(), Differing::Keep)
}

fn shown(record: &Record, key: &str) -> String {
    let field = record.kind().field(key).unwrap();
    parse::show(&field.kind, &field.read(record), &|_| String::new())
}

#[test]
fn columns_are_proposed_by_name_and_by_what_stands_in_them() {
    let proposal = propose(LIST.as_bytes(), None, None).unwrap();
    assert_eq!(proposal.kind, Some(Kind::Client));
    let found: Vec<(&str, &str, Looks)> =
        proposal.columns.iter().map(|c| (c.column.as_str(), c.field, c.looks)).collect();
    assert_eq!(
        found,
        [
            ("Firma", "name", Looks::Text),
            ("E-Mail", "mails", Looks::Mail),
            ("Τηλ.", "phones", Looks::Phone),
            ("Kunde seit", "custom", Looks::Date),
            ("Umsatz", "custom", Looks::Money),
            ("VAT", "tax_id", Looks::Text),
            ("Tier", "tier", Looks::Text),
            ("Wer", "custom", Looks::Text),
        ]
    );
    assert_eq!(proposal.line(), "Firma=name,E-Mail=mails,Τηλ.=phones,VAT=tax_id,Tier=tier");
    assert_eq!(proposal.columns[0].samples, ["Aegean Foods", "Bolt", "Acme"]);
}

#[test]
fn what_stands_in_a_column_weighs_more_than_its_name() {
    let text = "Name,Phone,X,Mail,Born\nAnn,ann@x.example,+30 210 1234,yes,Athens\nBob,b@x.example,+30 694 1234,no,Rome\n";
    let proposal = propose(text.as_bytes(), Some(Kind::Contact), None).unwrap();
    let fields: Vec<&str> = proposal.columns.iter().map(|c| c.field).collect();
    assert_eq!(fields, ["name", "mails", "phones", "custom", "custom"]);
    assert_eq!(
        propose(text.as_bytes(), None, None).unwrap().kind,
        Some(Kind::Contact),
        "days of birth are people's"
    );
    let both =
        propose("Company,Contact person,ΑΦΜ,Last contact\nAcme,Ann,1,3/4/2026\n".as_bytes(), None, None)
            .unwrap();
    assert_eq!(both.kind, None, "a person beside a tax number");
    let several = "Name,X,Y\nAnn,a@x.example ::: ann@x.example,+30 210 1234 ::: +30 694 1234\n";
    let several = propose(several.as_bytes(), Some(Kind::Contact), None).unwrap();
    let found: Vec<Looks> = several.columns.iter().map(|c| c.looks).collect();
    assert_eq!(found, [Looks::Text, Looks::Mail, Looks::Phone], "as the import tells several apart");
    let open = propose(b"Name,Phone\nAcme,+30 210 1234567\n", None, None).unwrap();
    assert_eq!((open.kind, open.line().as_str()), (None, ""));
}

#[test]
fn a_table_comes_in_as_it_was_mapped() {
    let line = "Firma=name,E-Mail=mails,Τηλ.=phones,Kunde seit=created,VAT=tax_id,Tier=tier";
    let first = import(LIST, line, Some(DateOrder::DayFirst), &Book::default()).unwrap();
    assert_eq!((first.new, first.refused.len()), (3, 0), "{:?}", first.refused);
    let record = &first.records.get(0).unwrap().1;
    for (field, wanted) in [
        ("name", "Aegean Foods"),
        ("mails", "office: info@aegean.example"),
        ("phones", "office: +30 210 1234567"),
        ("tax_id", "EL1"),
        ("tier", "A"),
        ("custom", "Umsatz: 1.200,00 €\nWer: Ann"),
    ] {
        assert_eq!(shown(record, field), wanted, "{field}");
    }
    assert_eq!(record.head().created.date().to_string(), "2024-04-03");
    let told: Vec<String> = first.notes.iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|t| t.starts_with("line 5: Tier ?: ")), "{told:?}");
    assert!(shown(&first.records.get(2).unwrap().1, "custom").contains("Tier: ?"));
    let mut book = Book::default();
    book.apply(&first.into_change(now()));
    let again = import(LIST, line, Some(DateOrder::DayFirst), &book).unwrap();
    assert_eq!((again.new, again.changed, again.same), (0, 0, 3));
}

#[test]
fn a_date_that_can_be_read_in_two_ways_is_asked_unless_its_column_decides() {
    let asked = import(LIST, "Firma=name,Kunde seit=created", None, &Book::default()).unwrap_err();
    let readings = ["3 April 2024".to_owned(), "4 March 2024".to_owned()];
    let wanted = ImportError::OpenDate { column: "Kunde seit".into(), sample: "03/04/2024".into(), readings };
    assert_eq!(asked, wanted);
    assert!(
        asked.to_string().contains("3 April 2024 (--dates dmy) or 4 March 2024 (--dates mdy)"),
        "{asked}"
    );
    let created = |text: &str, order| {
        let import = import(text, "Firma=name,Kunde seit=created", order, &Book::default()).unwrap();
        import.records.get(0).unwrap().1.head().created.date().to_string()
    };
    assert_eq!(created(LIST, Some(DateOrder::MonthFirst)), "2024-03-04");
    // One row decides for all, whatever was said of those that are open.
    let decided = LIST.replace("05/06/2024", "25/06/2024");
    assert_eq!(created(&decided, None), "2024-04-03");
    assert_eq!(created(&decided, Some(DateOrder::MonthFirst)), "2024-04-03");
    let alike = LIST.replace("03/04", "04/04").replace("05/06", "06/06").replace("07/08", "08/08");
    assert_eq!(created(&alike, None), "2024-04-04");
}

#[test]
fn a_client_of_that_name_is_not_there_twice() {
    let mut book = Book::default();
    let text = "Record ID,Company name\n1,Bolt\n2,Acme\n3,Acme\n";
    let known = Opened::read(text.as_bytes()).unwrap();
    let known = known.against(&book, &mut IdGenerator::new([1; 16]), now(), Differing::Keep).unwrap();
    book.apply(&known.into_change(now()));
    let import = import(LIST, "Firma=name,VAT=tax_id", None, &book).unwrap();
    assert_eq!((import.new, import.changed), (2, 1));
    let (before, after) = import.records.iter().find(|(before, _)| before.is_some()).unwrap();
    assert_eq!(before.as_ref().and_then(Client::of).unwrap().name, "Bolt");
    assert_eq!(Client::of(&after).unwrap().tax_id, "EL2");
    assert!(import.notes.iter().any(|n| n.words.contains("there is a client Acme already")));
}

#[test]
fn people_are_mapped_with_their_client() {
    let mut book = Book::default();
    let clients = import(LIST, "Firma=name", None, &book).unwrap();
    book.apply(&clients.into_change(now()));
    let text = "Who;Where;Handy;Born;Weight\nAnn Lee;Bolt;0694 1;7.3.1980;high\n";
    let mapping = Mapping::read("Who=name,Where=client,Handy=phones,Born=birthday,Weight=influence", None);
    let file = Opened::mapped(text.as_bytes(), mapping.unwrap()).unwrap().dated(Some(DateOrder::DayFirst));
    let import = file.against(&book, &mut IdGenerator::new([2; 16]), now(), Differing::Keep).unwrap();
    let (_, made) = import.records.get(0).unwrap();
    let person = Contact::of(&made).unwrap();
    assert_eq!((person.shown_name().as_str(), person.client.0.is_some()), ("Ann Lee", true));
    assert_eq!(person.phones[0].label, "mobile");
    assert_eq!(shown(&import.records.get(0).unwrap().1, "birthday"), "7 Mar 1980");
    assert_eq!(shown(&import.records.get(0).unwrap().1, "influence"), "high");
    assert_eq!(shown(&import.records.get(0).unwrap().1, "custom"), "");
}

#[test]
fn what_cannot_be_followed_is_said() {
    let why = |line: &str, kind| Mapping::read(line, kind).unwrap_err();
    let client = Some(Kind::Client);
    assert_eq!(why("Firm", client), MappingError::NoPair("Firm".into()));
    assert_eq!(why("Firm=", client), MappingError::NoPair("Firm=".into()));
    assert_eq!(why("Name=name,Mail=mails", None), MappingError::KindOpen);
    assert_eq!(Mapping::read("Name=name,City=city", None).unwrap().kind(), Kind::Client);
    assert_eq!(why("Firm=nam", client), MappingError::NoField { field: "nam".into(), kind: Kind::Client });
    assert_eq!(
        why("A=external,B=name", client),
        MappingError::NoField { field: "external".into(), kind: Kind::Client }
    );
    assert_eq!(why("A=name,a =city", client), MappingError::ColumnTwice("a".into()));
    assert!(matches!(why("A=name,B=name", client), MappingError::FieldTwice { .. }));
    assert!(Mapping::read("A=name,B=mails,C=mails,D=phones,E=phones,F=custom,G=custom", client).is_ok());
    assert_eq!(why("Mail=mails", client), MappingError::Lacking { kind: Kind::Client, fields: "name" });
    assert!(Mapping::read("Mail=mails", Some(Kind::Contact)).is_ok());
    let lacking = import(LIST, "Firm=name", None, &Book::default()).unwrap_err();
    assert!(matches!(&lacking, ImportError::NoColumn { missing, .. } if missing == &["Firm"]), "{lacking}");
}

#[test]
fn every_field_that_is_offered_can_be_filled() {
    for kind in [Kind::Client, Kind::Contact] {
        let fields = mapping::fields(kind);
        assert!(fields.len() > 15, "{fields:?}");
        for field in fields {
            let line = format!("A={field},B={}", if field == "mails" { "notes" } else { "mails" });
            let line = if kind == Kind::Client && field != "name" { format!("{line},C=name") } else { line };
            let read = Mapping::read(&line, Some(kind));
            assert!(!matches!(read, Err(MappingError::NoField { .. })), "{kind} {field}: {read:?}");
        }
    }
}

proptest! {
    /// What is proposed is what is read: every name of a column, whatever stands in it.
    #[test]
    fn the_line_that_is_proposed_is_read_again(column in "[^\\s\\p{C}][^\\p{C}]{0,12}[^\\s\\p{C}]") {
        let line = mapping::written([(column.as_str(), "name"), ("Other, one", "mails")].into_iter());
        let mapping = Mapping::read(&line, Some(Kind::Client)).unwrap();
        prop_assert!(mapping.missing(&[&column, "Other, one"]).is_empty());
        prop_assert_eq!(mapping.missing(&["Other, one"]), [column]);
    }
}

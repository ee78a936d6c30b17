//! How records are reached, a second time, kind by kind.

use crate::made::at;
use syndeo::demo;
use syndeo::domain::reach::{WayKind, ways};
use syndeo::domain::{Agreement, Client, Kind, Labelled, Record};

type Told = (WayKind, String, String);

fn naive(record: &Record) -> Vec<Told> {
    let labelled = |kind: WayKind, all: &[Labelled]| -> Vec<Told> {
        all.iter().map(|one| (kind, one.label.clone(), one.value.clone())).collect()
    };
    let one = |kind: WayKind, label: &str, text: &str| vec![(kind, label.to_owned(), text.to_owned())];
    let links = |all: &[String]| -> Vec<Told> {
        let page = |text: &str| text.starts_with("http") || text.starts_with("www.");
        let kind = |text: &str| if page(text) { WayKind::Page } else { WayKind::File };
        all.iter().map(|text| (kind(text), String::new(), text.clone())).collect()
    };
    let mut out = match record {
        Record::Contact(c) => {
            [labelled(WayKind::Phone, &c.phones), labelled(WayKind::Mail, &c.mails)].concat()
        }
        Record::Client(c) => [
            labelled(WayKind::Phone, &c.phones),
            labelled(WayKind::Mail, &c.mails),
            one(WayKind::Page, "", &c.web),
            links(&c.links),
        ]
        .concat(),
        Record::Department(d) => {
            [one(WayKind::Phone, "shared", &d.phone), one(WayKind::Mail, "shared", &d.mail)].concat()
        }
        Record::Project(p) => links(&p.links),
        Record::Agreement(a) => one(WayKind::File, "", &a.file),
        _ => vec![],
    };
    out.retain(|(.., text)| !text.is_empty());
    out
}

fn told(record: &Record) -> Vec<Told> {
    ways(record).into_iter().map(|way| (way.kind, way.label.into_owned(), way.text)).collect()
}

#[test]
fn every_record_is_reached_as_its_kind_is() {
    let mut records = demo::book(at("2026-11-24"));
    let mut made = crate::made::Made::new();
    let label = |value: &str| Labelled { label: "work".into(), value: value.into() };
    let mut client = Client::new(made.id(), at("2026-01-05"));
    (client.web, client.mails) = ("example.org".into(), vec![label("a@example.org")]);
    client.phones = vec![label("+30 210 1234567"), label("112")];
    client.links =
        ["plan.zip", "https://example.org/a", "www.example.org", "/srv/b.pdf"].map(String::from).into();
    let mut agreement = Agreement::new(made.id(), at("2026-01-05"));
    // What is said to be a file is one, wherever it lies.
    agreement.file = "https://example.org/contract.pdf".into();
    records.extend([client.into(), agreement.into()]);
    for record in &records {
        assert_eq!(told(record), naive(record), "{}", record.title());
    }
    let reached = |kind: Kind| records.iter().any(|r| r.kind() == kind && !told(r).is_empty());
    assert!([Kind::Client, Kind::Contact, Kind::Department, Kind::Agreement].into_iter().all(reached));
}

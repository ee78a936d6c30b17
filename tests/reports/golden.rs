//! What the reports of the sample book read like, in both languages: each as it lies in `tests/golden/reports`.

use super::{LANGUAGES, now, written};
use std::path::PathBuf;
use syndeo::demo;
use syndeo::domain::report::{Ask, ReportKind};
use syndeo::domain::{Book, Kind};
use syndeo::exchange::report::Format;

/// About whom each is in the sample book.
fn about(kind: ReportKind) -> Option<(Kind, &'static str)> {
    match kind {
        ReportKind::Meeting => Some((Kind::Interaction, "Quarterly review with Anna and Sofia")),
        ReportKind::Week | ReportKind::Review | ReportKind::Handover => Some((Kind::Client, "Aegean Foods")),
        ReportKind::Order => Some((Kind::Department, "Design")),
        ReportKind::Portfolio => None,
    }
}

#[test]
fn the_reports_of_the_sample_book_read_as_they_did() {
    let book = Book::of(demo::book(now()));
    let mut other = vec![];
    for kind in ReportKind::ALL {
        let of = about(*kind).map(|(of, title)| {
            let found = book.all(of).rev().find(|record| record.title() == title);
            found.unwrap_or_else(|| panic!("the sample book has no {title}")).id()
        });
        let ask = Ask::new(*kind, of, now().date());
        for language in LANGUAGES {
            let text = written(&book, &ask, language, Format::Markdown).unwrap();
            let name = format!("tests/golden/reports/{}.{}.md", kind.name(), language.code());
            let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(&name);
            if std::env::var_os("UPDATE").is_some() {
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(&path, &text).unwrap();
                continue;
            }
            let golden = std::fs::read_to_string(&path).unwrap_or_default();
            if golden == text {
                continue;
            }
            let same = golden.lines().zip(text.lines()).take_while(|(one, two)| one == two).count();
            let line = |text: &str| text.lines().nth(same).unwrap_or("(the end)").to_owned();
            other.push(format!("{name}:{}\n- {}\n+ {}", same + 1, line(&golden), line(&text)));
        }
    }
    assert!(other.is_empty(), "{}\nUPDATE=1 cargo test --test reports writes them", other.join("\n"));
}

//! Reports: every kind in every form and language, what never goes to a client, text that stays text, and templates of one's own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;
#[path = "reports/golden.rs"]
mod golden;
#[path = "reports/private.rs"]
mod private;

use cli_support::Desk;
use quick_xml::events::Event;
use syndeo::demo;
use syndeo::domain::brief::Language;
use syndeo::domain::report::{Ask, ReportKind, facts};
use syndeo::domain::{Book, Client, Interaction, Kind, Moment, Record, Ref, Value};
use syndeo::exchange::report::{Format, Own, names, render, render_within};

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-23T10:00:00+02:00").unwrap()
}

const LANGUAGES: [Language; 2] = [Language::English, Language::Greek];

/// Every report that can be asked of a book, with what it is about.
fn asked(book: &Book) -> Vec<Ask> {
    let mut all = vec![];
    for kind in ReportKind::ALL {
        let about = kind.about().iter().flat_map(|of| book.all(*of).map(Record::id));
        all.extend(about.map(|of| Ask::new(*kind, Some(of), now().date())));
        all.extend(kind.is_of_all().then(|| Ask::new(*kind, None, now().date())));
    }
    all
}

fn written(book: &Book, ask: &Ask, language: Language, format: Format) -> Option<String> {
    let facts = facts(book, ask, now()).ok()?;
    Some(render(ask.kind, &facts, language, format, &[]).unwrap_or_else(|e| panic!("{:?}: {e}", ask.kind)))
}

/// A page as a browser takes it: what is opened is closed, and nothing is loaded, run or sent.
fn is_whole(page: &str) {
    let mut reader = quick_xml::Reader::from_str(page);
    let mut open = vec![];
    loop {
        match reader.read_event().unwrap_or_else(|e| panic!("{e}:\n{page}")) {
            Event::Start(tag) => open.push(tag.name().as_ref().to_owned()),
            Event::End(tag) => assert_eq!(open.pop().as_deref(), Some(tag.name().as_ref())),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?}");
    for loads in ["src=", "href=", "@import", "url(", "<script", "<form", "<iframe", "onload"] {
        assert!(!page.contains(loads), "{loads} in\n{page}");
    }
}

/// Every kind about everything it can be about in the sample book, in three forms and two languages; the pages are whole.
#[test]
fn everything_is_written_of_the_sample_book() {
    let book = Book::of(demo::book(now()));
    let mut count = 0;
    // A kind of which there are hundreds is tried here and there.
    let all = asked(&book);
    for ask in all
        .iter()
        .enumerate()
        .filter(|(nth, ask)| ask.kind != ReportKind::Meeting || nth % 40 == 0)
        .map(|(_, a)| a)
    {
        for language in LANGUAGES {
            for format in Format::ALL {
                let Some(text) = written(&book, ask, language, format) else { continue };
                assert!(text.len() > 40, "{ask:?}: {text}");
                if format == Format::Html {
                    is_whole(&text);
                }
                count += 1;
            }
        }
    }
    let kinds: std::collections::HashSet<ReportKind> =
        all.iter().filter(|ask| facts(&book, ask, now()).is_ok()).map(|ask| ask.kind).collect();
    assert_eq!(kinds.len(), ReportKind::ALL.len());
    assert!(count > 500, "{count}");
}

/// The days on a page, each on one line: a number with the month behind it, and months with their years.
fn days_on(page: &str) -> [usize; 2] {
    const MONTHS: &str =
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ";
    let mut counts = [0; 2];
    for line in page.lines() {
        let words: Vec<&str> =
            line.split(' ').map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
        for two in words.windows(2) {
            let is_month = |word: &str| !word.is_empty() && MONTHS.split(' ').any(|month| month == word);
            let is_number = |word: &str, digits| word.len() <= digits && word.parse::<u16>().is_ok();
            counts[0] += usize::from(is_number(two[0], 2) && is_month(two[1]));
            counts[1] += usize::from(is_month(two[0]) && is_number(two[1], 4));
        }
    }
    counts
}

/// However narrow a page is, each date on it stands on one line, as it does on a wide one.
#[test]
fn no_line_of_a_narrow_page_ends_within_a_date() {
    let book = Book::of(demo::book(now()));
    let mut all = [0; 2];
    for ask in asked(&book).iter().filter(|ask| ask.kind != ReportKind::Meeting) {
        let Ok(facts) = facts(&book, ask, now()) else { continue };
        for language in LANGUAGES {
            let page =
                |columns| render_within(ask.kind, &facts, language, Format::Plain, &[], columns).unwrap();
            let (wide, narrow) = (page(1_000), page(60));
            assert_eq!(days_on(&narrow), days_on(&wide), "{narrow}");
            all = [0, 1].map(|at| all[at] + days_on(&narrow)[at]);
        }
    }
    assert!(all[0] > 300 && all[1] > 100, "{all:?}");
}

/// What a client must not read, set everywhere: it is in no report that goes out, and in the one for a stand-in.
#[test]
fn what_is_internal_goes_to_no_client() {
    let mut records = demo::book(now());
    for record in &mut records {
        for name in ["never_say", "feel", "notes", "detail"] {
            let Some(field) = record.kind().field(name) else { continue };
            let text = if name == "never_say" { "SECRET sin" } else { "Internal: SECRET note\nof two lines" };
            // A field that takes no text stays as it is.
            let _ = field.write(record, Value::Text(text.into()));
        }
    }
    let book = Book::of(records);
    let mut out = 0;
    for ask in asked(&book).into_iter().filter(|ask| !ask.is_internal()) {
        for format in Format::ALL {
            let Some(text) = written(&book, &ask, Language::English, format) else { continue };
            assert!(!text.contains("SECRET"), "{ask:?}:\n{text}");
            out += 1;
        }
    }
    assert!(out > 300, "{out}");
    let client = book.all(Kind::Client).next().unwrap().id();
    let handover = Ask::new(ReportKind::Handover, Some(client), now().date());
    assert!(written(&book, &handover, Language::English, Format::Markdown).unwrap().contains("SECRET sin"));
    // The health of a client is for us alone.
    let review = Ask::new(ReportKind::Review, Some(client), now().date());
    let internal = Ask { internal: true, ..review };
    let text = |ask| written(&book, ask, Language::English, Format::Plain).unwrap();
    assert!(text(&internal).contains("Health") && !text(&review).contains("Health"));
}

/// Whatever stands in a record is text in a report, and nothing of the form of it.
#[test]
fn text_stays_text() {
    let name = "<script>alert(1)</script> & *all* | [x](y) `z` # \"q\"";
    let mut records = demo::book(now());
    let renamed = records.iter_mut().find_map(|record| {
        let Record::Client(client) = record else { return None };
        client.name = name.into();
        Some(record.id())
    });
    let of: Ref = renamed.unwrap();
    let book = Book::of(records);
    for kind in [ReportKind::Review, ReportKind::Week, ReportKind::Handover, ReportKind::Portfolio] {
        let of = Some(of).filter(|_| kind != ReportKind::Portfolio);
        let ask = Ask::new(kind, of, now().date());
        let html = written(&book, &ask, Language::English, Format::Html).unwrap();
        is_whole(&html);
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; *all*"), "{html}");
        let markdown = written(&book, &ask, Language::English, Format::Markdown).unwrap();
        assert!(!markdown.contains("<script>") && !markdown.contains("*all*"), "{markdown}");
        assert!(!markdown.contains(" | [x](y)"), "{markdown}");
    }
}

#[test]
fn a_template_of_ones_own_counts_and_is_told_where_it_is_wrong() {
    let book = Book::of(demo::book(now()));
    let client = book.all(Kind::Client).next().unwrap();
    let ask = Ask::new(ReportKind::Review, Some(client.id()), now().date());
    let facts = facts(&book, &ask, now()).unwrap();
    let with = |name: &str, text: &str, language, format| {
        let own = [Own { name: name.into(), text: text.into() }];
        render(ReportKind::Review, &facts, language, format, &own)
    };
    let title = client.title();
    let hello = with("review.j2", "Hello {{ client }}", Language::English, Format::Plain);
    assert_eq!(hello.unwrap(), format!("Hello {title}\n"));
    // One for a language is of that alone.
    let greek = |language| with("review.el.j2", "Γεια", language, Format::Plain).unwrap();
    assert_eq!(greek(Language::Greek), "Γεια\n");
    assert!(greek(Language::English).starts_with("Review"));
    let wrong = |text| with("review.j2", text, Language::English, Format::Plain).unwrap_err().to_string();
    assert!(wrong("one\n{{ clinet }}").starts_with("review.j2, line 2: a name that is not there"));
    assert!(wrong("one\ntwo\n{% if %}").starts_with("review.j2, line 3: it cannot be read"));
    assert!(wrong("{{ client | shout }}").contains("there is no such filter"));
}

/// The names that templates find stand in the documents as they are.
#[test]
fn the_names_stand_in_the_documents() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/reports.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (head, _) = text.split_once("## Templates\n").unwrap();
    let whole = format!("{head}{}", names());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &whole).unwrap();
        return;
    }
    assert_eq!(text, whole, "UPDATE=1 cargo test --test reports");
}

#[test]
fn on_the_command_line_it_is_written_sent_and_undone() {
    let desk = Desk::sample();
    let file = desk.dir.path().join("review.html");
    let path = file.to_str().unwrap();
    let call = desk.call(&[
        "report",
        "review",
        "aegean",
        "--period",
        "last-quarter",
        "--format",
        "html",
        "-o",
        path,
    ]);
    assert_eq!(call.code, 0, "{}", call.err);
    is_whole(&std::fs::read_to_string(&file).unwrap());
    let again = desk.call(&["report", "review", "aegean", "-o", path]);
    assert!(again.code == 1 && again.err.contains("--force writes over it"), "{}", again.err);
    let before = desk.call(&["list", "interactions", "--json"]).out;
    let sent = desk.call(&["report", "week", "aegean", "--sent"]);
    assert_eq!(sent.code, 0, "{}", sent.err);
    let logged = desk.call(&["list", "interactions", "Weekly status"]).out;
    assert!(logged.contains("mail") && logged.contains("Aegean Foods"), "{logged}");
    assert_eq!(desk.call(&["undo"]).code, 0);
    assert_eq!(desk.call(&["list", "interactions", "--json"]).out, before);
    for (args, code, words) in [
        (&["report", "review"][..], 2, "say which client"),
        (&["report", "portfolio", "aegean"], 2, "of all clients"),
        (&["report", "review", "nobody at all"], 1, "nothing is called"),
        (&["report", "week", "aegean", "--from", "someday"], 2, "is no day"),
        (&["report", "--template", "nope.j2"], 2, "there are meeting.j2"),
    ] {
        let call = desk.call(args);
        assert!(call.code == code && call.err.contains(words), "{args:?}: {} {}", call.code, call.err);
    }
    let own = desk.dir.path().join("templates");
    std::fs::create_dir(&own).unwrap();
    let built_in = desk.call(&["report", "--template", "week.j2"]).out;
    std::fs::write(own.join("week.j2"), format!("Ours\n{built_in}")).unwrap();
    let mut command = desk.command(&["report", "week", "aegean"]);
    let ours = cli_support::call(command.env("SYNDEO_TEMPLATES", &own));
    assert!(ours.out.starts_with("Ours\n"), "{}{}", ours.out, ours.err);
    let mut command = desk.command(&["report", "--templates"]);
    let told = cli_support::call(command.env("SYNDEO_TEMPLATES", &own));
    assert!(told.out.contains("week.j2  (yours)") && told.out.contains("| `day` |"), "{}", told.out);
}

/// The days a report usually tells of are the first on offer.
#[test]
fn the_usual_days_stand_first() {
    for kind in ReportKind::ALL {
        let first = kind.periods().first();
        assert!(first.is_none_or(|first| *first == kind.period()), "{kind:?}");
        assert_eq!(first.is_none(), matches!(kind, ReportKind::Meeting | ReportKind::Order), "{kind:?}");
    }
}

/// A book with nothing in it but a client, and one with a meeting without words.
#[test]
fn little_is_enough() {
    let mut ids = syndeo::domain::IdGenerator::new([3; 16]);
    let client = Client::new(ids.next(now()), now());
    let mut touch = Interaction::new(ids.next(now()), now());
    touch.clients.0 = vec![client.id];
    let book = Book::of([Record::from(client), touch.into()]);
    for ask in asked(&book) {
        for language in LANGUAGES {
            for format in Format::ALL {
                if let Some(text) = written(&book, &ask, language, format) {
                    assert!(!text.trim().is_empty());
                }
            }
        }
    }
}

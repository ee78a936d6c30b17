//! Cards in and out: fields, what is kept, who is who, what is told.

use super::super::{Differing, Import, Opened};
use super::*;
use proptest::prelude::*;

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn import(book: &Book, file: &[u8], differing: Differing) -> Import {
    static SEED: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
    let seed = SEED.fetch_add(1, std::sync::atomic::Ordering::Relaxed).to_le_bytes().repeat(2);
    let mut id_generator = IdGenerator::new(seed.try_into().unwrap());
    Opened::read(file).unwrap().against(book, &mut id_generator, now(), differing).unwrap()
}

/// Brings a file in; the same file again must change nothing.
fn taken(book: &mut Book, file: &[u8]) -> Import {
    let import_ = import(book, file, Differing::Keep);
    book.apply(&import_.clone().into_change(now()));
    let again = import(book, file, Differing::Keep);
    assert!(again.records.is_empty(), "{:?}\n{}", differences(&again), String::from_utf8_lossy(file));
    assert_eq!((again.new, again.changed), (0, 0));
    import_
}

/// What an import would change, field by field.
fn differences(import: &Import) -> Vec<String> {
    let mut out = vec![];
    for (before, after) in import.records.iter() {
        for field in after.fields() {
            let old = before.as_ref().map(|before| field.read(before));
            let new = field.read(&after);
            if old.as_ref() != Some(&new) && !(old.is_none() && new.is_empty()) {
                out.push(format!("{} {}: {old:?} -> {new:?}", after.title(), field.name));
            }
        }
    }
    out
}

fn card(lines: &str) -> String {
    format!("BEGIN:VCARD\r\nVERSION:3.0\r\n{}\r\nEND:VCARD\r\n", lines.replace(" / ", "\r\n"))
}

fn people(book: &Book) -> Vec<&Contact> {
    book.all(Kind::Contact).filter_map(Contact::of).collect()
}

fn one(lines: &str) -> (Book, Contact) {
    let mut book = Book::default();
    taken(&mut book, card(lines).as_bytes());
    let contact = people(&book)[0].clone();
    (book, contact)
}

fn written(book: &Book, version: Version) -> String {
    let records: Vec<&Record> = book.all(Kind::Client).chain(book.all(Kind::Contact)).collect();
    write(book, &records, version)
}

fn shown(list: &[Labelled]) -> Vec<String> {
    list.iter().map(|one| format!("{}: {}", one.label, one.value)).collect()
}

#[test]
fn what_a_card_says_goes_into_its_fields() {
    let (book, ann) = one(
        "N:Papadaki;Άννα;;Dr.; / FN:Dr. Άννα Papadaki / ORG:Aegean Foods;Purchasing / TITLE:Buyer / \
        EMAIL;TYPE=INTERNET,WORK:anna@aegean.example / TEL;TYPE=CELL,VOICE:+30 694 1 / item1.TEL:+30 210 2 / \
        item1.X-ABLabel:Reception / item2.TEL:+30 210 3 / item2.X-ABLabel:_$!<Main>!$_ / BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-07 / \
        CATEGORIES:wine,friends / NOTE:first\\nsecond\\, third / NICKNAME:Annie / URL:https://a.example / \
        ADR;TYPE=WORK:;;1 Quay;Athens;;10434;Greece / PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ / X-SPIRIT:ouzo",
    );
    assert_eq!((ann.first_name.as_str(), ann.last_name.as_str()), ("Άννα", "Papadaki"));
    assert_eq!((ann.shown.as_str(), ann.job.as_str()), ("Dr. Άννα Papadaki", "Buyer"));
    assert_eq!(book.title(ann.client.0.unwrap()), "Aegean Foods");
    assert_eq!(shown(&ann.mails), ["work: anna@aegean.example"]);
    assert_eq!(shown(&ann.phones), ["mobile: +30 694 1", "Reception: +30 210 2", "main: +30 210 3"]);
    assert_eq!(ann.birthday, crate::domain::Birthday::new(None, 3, 7));
    assert_eq!(ann.tags, ["wine", "friends"]);
    assert_eq!(ann.notes, "first\nsecond, third");
    assert_eq!(
        shown(&ann.custom),
        [
            "Nickname: Annie",
            "Web: https://a.example",
            "Address (work): 1 Quay, Athens, 10434, Greece",
            "Department: Purchasing"
        ]
    );
    let out = written(&book, Version::Four);
    for line in [
        "VERSION:4.0",
        "N:Papadaki;Άννα;;Dr.;",
        "FN:Dr. Άννα Papadaki",
        "ORG:Aegean Foods;Purchasing",
        "X-SPIRIT:ouzo",
        "PHOTO:data:image/jpeg;base64,/9j/4AAQ",
        "ADR;TYPE=work:;;1 Quay;Athens;;10434;Greece",
        "BDAY",
        "item1.X-ABLABEL:Reception",
        "TEL;TYPE=cell,voice:+30 694 1",
    ] {
        assert!(out.contains(&format!("{line}\r\n")) || line == "BDAY", "{line}\n{out}");
    }
    let out = written(&book, Version::Three);
    assert!(out.contains("PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n"), "{out}");
}

#[test]
fn what_was_changed_in_the_book_is_what_goes_out() {
    let (mut book, ann) = one(
        "N:Doe;Ann;Maria;; / FN:Ann Doe / TEL;TYPE=CELL,VOICE;PREF=1:+1 / ADR;TYPE=HOME:;;1 Quay;Athens;;; / UID:x1",
    );
    let mut changed = ann.clone();
    changed.last_name = "Smith".into();
    changed.phones[0].value = "+2".into();
    changed.custom.clear();
    book.put(changed.into());
    let out = written(&book, Version::Four);
    assert!(out.contains("N:Smith;Ann;;;\r\n") && out.contains("FN:Ann Smith\r\n"), "{out}");
    assert!(out.contains("TEL;TYPE=cell:+2\r\n") && !out.contains("+1"), "{out}");
    assert!(!out.contains("Quay") && out.contains("UID:x1"), "{out}");
}

/// A firm and its part stand in one line: one that was kept and says only the firm makes room when the book knows the part.
#[test]
fn a_firm_is_written_once_with_its_part() {
    let (mut book, ann) = one("FN:Ann / ORG;X-FROM=phone:Acme");
    assert!(written(&book, Version::Four).contains("ORG;X-FROM=phone:Acme\r\n"));
    let mut changed = ann;
    changed.custom.push(Labelled { label: "Department".into(), value: "Sales".into() });
    book.put(changed.into());
    let out = written(&book, Version::Four);
    // The first is of the firm's own card.
    let firms: Vec<&str> = out.lines().filter(|line| line.starts_with("ORG")).collect();
    assert_eq!(firms, ["ORG:Acme", "ORG:Acme;Sales"]);
}

/// Whatever a telephone is called in the book, it is called so when it comes back: by types only where they say just that.
#[test]
fn what_a_telephone_is_called_comes_back() {
    let labels = "mobile|work mobile|fax|work work|mobile mobile|cell|home work|Work|voice|Reception|";
    for label in labels.split('|') {
        let (mut book, ann) = one("FN:Ann / TEL:+1");
        let mut changed = ann;
        changed.phones[0].label = label.into();
        book.put(changed.into());
        for version in [Version::Three, Version::Four] {
            let mut again = Book::default();
            taken(&mut again, written(&book, version).as_bytes());
            assert_eq!(shown(&people(&again)[0].phones), [format!("{label}: +1")]);
        }
    }
}

#[test]
fn dates_of_birth_are_read_in_every_form() {
    for (text, year, wanted) in [
        ("BDAY:19800307", Some(1980), (3, 7)),
        ("BDAY:1980-03-07", Some(1980), (3, 7)),
        ("BDAY:1980-03-07T00:00:00Z", Some(1980), (3, 7)),
        ("BDAY:--0229", None, (2, 29)),
        ("BDAY:--03-07", None, (3, 7)),
        ("BDAY;VALUE=date:1604-12-31", None, (12, 31)),
    ] {
        let (_, ann) = one(&format!("FN:Ann / {text}"));
        assert_eq!(ann.birthday, crate::domain::Birthday::new(year, wanted.0, wanted.1), "{text}");
    }
    let (book, ann) = one("FN:Ann / BDAY;VALUE=text:circa 1800");
    assert_eq!(shown(&ann.custom), ["Birthday: circa 1800"]);
    assert!(written(&book, Version::Four).contains("BDAY;VALUE=text:circa 1800\r\n"));
}

#[test]
fn old_telephones_write_as_they_like() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1253.encode(
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=windows-1253:Παπαδάκη;Άννα\r\nTEL;CELL:1\r\nEND:VCARD\r\n",
    );
    let mut book = Book::default();
    taken(&mut book, &bytes);
    assert_eq!(people(&book)[0].shown_name(), "Άννα Παπαδάκη");
    let quoted = "BEGIN:VCARD\rVERSION:2.1\rN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=CE=A0;=CE=\r=91\rTEL;CELL:1\rEND:VCARD\r";
    let mut book = Book::default();
    taken(&mut book, quoted.as_bytes());
    assert_eq!(people(&book)[0].shown_name(), "Α Π");
    let agent =
        "BEGIN:VCARD\nVERSION:2.1\nN:Boss;B\nAGENT:\nBEGIN:VCARD\nN:Aide;A\nEND:VCARD\nTEL:1\nEND:VCARD\n";
    let mut book = Book::default();
    taken(&mut book, agent.as_bytes());
    assert_eq!(people(&book).len(), 1);
    assert!(written(&book, Version::Four).contains("AGENT:BEGIN:VCARD\\nN:Aide\\;A\\nEND:VCARD\r\n"));
}

#[test]
fn who_is_who() {
    let mut book = Book::default();
    let file = card("FN:Ann Doe / EMAIL:a@x.example / ORG:Acme / UID:1");
    assert_eq!(taken(&mut book, file.as_bytes()).new, 1);
    assert_eq!(book.all(Kind::Client).count(), 1);
    for (lines, people_then, told) in [
        // The same id, whatever else it says.
        ("FN:Ann Smith / UID:urn:uuid:1", 1, "Shown name is Ann Doe"),
        // A name and an address, a name and a firm.
        ("FN:ann doe / EMAIL:A@x.example / TEL:5", 1, "Shown name is Ann Doe"),
        ("FN:Ann Doé / ORG:ACME", 1, ""),
        // A name alone, an address alone.
        ("FN:Ann Doe / EMAIL:b@y.example / ORG:Bolt", 2, "there is another Ann Doe"),
        ("FN:Office / EMAIL:a@x.example", 2, "a@x.example stands at Ann Doe"),
    ] {
        let mut book = book.clone();
        let import = taken(&mut book, card(lines).as_bytes());
        assert_eq!(people(&book).len(), people_then, "{lines}");
        assert!(
            import.notes.iter().any(|note| note.words.contains(told)) || told.is_empty(),
            "{lines} {:?}",
            import.notes
        );
    }
    // Two of one file are one person, and the second adds to the first.
    let mut book = Book::default();
    let two = card("FN:Ann / EMAIL:a@x.example") + &card("FN:Ann / EMAIL:a@x.example / TEL:7");
    let import = taken(&mut book, two.as_bytes());
    assert_eq!((import.new, import.same, people(&book).len(), people(&book)[0].phones.len()), (1, 1, 1, 1));
    // What may be about two is about neither.
    let mut both = Book::default();
    taken(
        &mut both,
        (card("FN:Ann / EMAIL:a@x.example / UID:1") + &card("FN:Ann / EMAIL:b@x.example / UID:2")).as_bytes(),
    );
    assert_eq!(people(&both).len(), 2);
    let file = card("FN:Ann / EMAIL:a@x.example / EMAIL:b@x.example");
    let doubt = taken(&mut both, file.as_bytes());
    assert_eq!(doubt.refused.len(), 1);
    let refused = String::from_utf8(Opened::read(file.as_bytes()).unwrap().refused(&doubt).unwrap()).unwrap();
    assert!(refused.contains("X-SYNDEO-REFUSED:line 1: it may be about 2"), "{refused}");
    let mut fresh = Book::default();
    taken(&mut fresh, refused.as_bytes());
    assert!(people(&fresh)[0].vcard.is_empty());
}

#[test]
fn firms_groups_and_our_own_people() {
    let mut book = Book::default();
    let mut design = crate::domain::Department::new(IdGenerator::new([9; 16]).next(now()), now());
    design.name = "Design".into();
    design.mail = "design@ours.example".into();
    book.put(design.into());
    let file = card(
        "FN:Acme / ORG:Acme / TEL;TYPE=WORK:1 / ADR:;;1 Quay;Athens;Attica;10434;Greece / X-ABShowAs:COMPANY / URL:acme.example",
    ) + &card("FN:Ann / ORG:Acme / UID:1")
        + &card("FN:Nikos / ORG:;Design")
        + &card("FN:Eleni / ORG:Ours;Design / EMAIL:eleni@ours.example")
        + &card("FN:Petros / ORG:Ours;Shop / EMAIL:p@ours.example")
        + &card(
            "FN:Friends / X-ADDRESSBOOKSERVER-KIND:group / X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1 / X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:9",
        );
    let import = taken(&mut book, file.as_bytes());
    assert_eq!(import.new + import.same + import.changed + import.refused.len(), 6);
    let acme = book.all(Kind::Client).find_map(Client::of).unwrap();
    assert_eq!(
        (acme.city.as_str(), acme.postcode.as_str(), acme.web.as_str()),
        ("Athens", "10434", "acme.example")
    );
    let of = |name: &str| people(&book).into_iter().find(|c| c.shown_name() == name).unwrap();
    assert_eq!((of("Ann").client.0, &of("Ann").tags[..]), (Some(acme.id), &["Friends".to_owned()][..]));
    assert!(of("Nikos").is_colleague() && of("Eleni").is_colleague());
    assert_eq!(shown(&of("Petros").custom), ["Department: Shop", "Company: Ours"]);
    assert_eq!(book.all(Kind::Client).count(), 1);
    let out = written(&book, Version::Four);
    assert!(
        out.contains("KIND:org\r\n")
            && out.contains("ORG:;Design\r\n")
            && out.contains("X-ABSHOWAS:COMPANY\r\n"),
        "{out}"
    );
}

#[test]
fn two_pictures_are_told_and_the_file_wins_when_it_is_told_to() {
    let (book, _) = one("FN:Ann / UID:1 / PHOTO;VALUE=uri:http://a / item1.X-THING:a / item1.X-ABLabel:b");
    let file = card("FN:Ann / UID:1 / PHOTO;VALUE=uri:http://b / item1.X-THING:c / item1.X-ABLabel:d");
    let keep = import(&book, file.as_bytes(), Differing::Keep);
    assert!(
        keep.kept == 1 && keep.notes.iter().any(|n| n.words.contains("PHOTO is another")),
        "{:?}",
        keep.notes
    );
    let mut book = book;
    book.apply(&import(&book, file.as_bytes(), Differing::Overwrite).into_change(now()));
    let out = written(&book, Version::Four);
    assert!(out.contains("http://b") && !out.contains("http://a"), "{out}");
    assert!(
        out.contains("item1.X-THING:a")
            && out.contains("item2.X-THING:c")
            && out.contains("item2.X-ABLABEL:d"),
        "{out}"
    );
}

#[test]
fn nothing_is_passed_over_in_silence() {
    let mut book = Book::default();
    let file = "\u{feff}BEGIN:VCARD\nFN:Ann\nthis line has no name\nEND:VCARD\nstray\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\nBEGIN:VCARD\nFN:Bob\nEMAIL:no mail\n";
    let import = taken(&mut book, file.as_bytes());
    assert_eq!((import.new, import.refused.len()), (2, 1));
    let notes: Vec<String> = import.notes.iter().map(ToString::to_string).collect();
    for words in [
        "line 3: this line has no name is no line",
        "line 5: it stands outside",
        "line 9: the file ends before",
        "no mail is no E-mail",
    ] {
        assert!(notes.iter().any(|note| note.contains(words)), "{words} {notes:?}");
    }
    assert_eq!(
        import.refused[0].to_string(),
        "line 6: it has neither a name nor a mail address nor a telephone number"
    );
}

#[test]
fn hostile_cards_are_told_and_take_nothing_along() {
    let deep = "AGENT:\nBEGIN:VCARD\n".repeat(2_000);
    for lines in [
        "X-A:1\n".repeat(10_000),
        "no name\n".repeat(10_000),
        format!("NOTE:{}\n", "x".repeat(1_000_000)),
        format!("X-LONG:{}\n", "x".repeat(21_000_000)),
        format!("NOTE;ENCODING=QUOTED-PRINTABLE:{}\n", "=\n".repeat(20_000)),
        format!("TEL{}:1\n", ";TYPE=\"".repeat(10_000)),
        format!("ADR:{}\n", "\\;,".repeat(20_000)),
        format!("PHOTO;ENCODING=b:{}\n", "A".repeat(1_000_000)),
        "X-A:<script>\u{1b}[2J\u{202e}\n".into(),
        deep,
    ] {
        let mut book = Book::default();
        let file = format!("BEGIN:VCARD\nFN:Eve\n{lines}END:VCARD\nBEGIN:VCARD\nFN:Ann\nEND:VCARD\n");
        let import = taken(&mut book, file.as_bytes());
        assert!(import.new + import.refused.len() >= 1, "{:?}", import.words());
        let safe =
            |text: String| text.chars().all(|c| !crate::domain::text::is_unsafe(c) || c == '\r' || c == '\n');
        assert!(people(&book).iter().all(|person| safe(person.notes.clone()) && safe(person.shown_name())));
    }
    assert!(Opened::read(b"BEGIN:VCARD\n\0\0\0\nEND:VCARD\n").is_err());
}

#[test]
fn a_type_in_quotation_marks_is_the_same_without_the_blanks_around_it() {
    taken(&mut Book::default(), b"BEGIN:VCARD\nFN:Eve\nN;\" END:VCARD\n");
    taken(&mut Book::default(), b"BEGIN:VCARD\nN;\" begin\":VCARD\nFN:Eve\nEND:VCARD\n");
}

proptest! {
    #[test]
    fn every_card_is_accounted_for_and_comes_back_as_it_went(
        cards in prop::collection::vec(prop::collection::vec(
            "(FN:[A-D]{1,2}|N:[A-D]?;[A-D]?|ORG:[XY]?;?[Z]?|EMAIL:[a-c]@x|TEL;TYPE=(CELL|HOME|x-own):[1-3]|NOTE:[a-z]{1,9}|X-[A-C]:[a-z;,]{0,4}|CATEGORIES:[a-c],[a-c]|UID:[1-6]|BDAY:19[0-9]{2}-0[1-9]-1[0-9]|item1\\.TEL:[4-6]|item1\\.X-ABLabel:[a-c ]{1,4}|URL:[a-z]{1,3}|TITLE:[a-z]{0,3}|NICKNAME:n|ADR:;;[a-z]{0,3};;;;|PHOTO;ENCODING=b:/9j/)", 0..9), 1..6)
    ) {
        let file: String = cards.iter().map(|lines| card(&lines.join("\r\n"))).collect();
        let mut book = Book::default();
        let first = taken(&mut book, file.as_bytes());
        prop_assert_eq!(first.new + first.changed + first.same + first.refused.len(), cards.len());
        // What goes out comes in again as it is, into an empty book and into this one.
        let out = written(&book, Version::Four);
        if !out.is_empty() {
            let again = import(&book, out.as_bytes(), Differing::Keep);
            prop_assert!(again.records.is_empty(), "{:?}\n{}\n{}", differences(&again), file, out);
            let mut other = Book::default();
            taken(&mut other, out.as_bytes());
            let sorted = |text: String| { let mut lines: Vec<String> = text.lines().filter(|l| !l.starts_with("UID:")).map(str::to_owned).collect(); lines.sort(); lines };
            let second = written(&other, Version::Four);
            prop_assert_eq!(sorted(second), sorted(out));
        }
    }

    #[test]
    fn no_file_is_a_crash(text in "BEGIN:VCARD\n((BEGIN:VCARD|END:VCARD|AGENT:|N;|FN:|[A-Z]{1,4}[;:=]|QUOTED-PRINTABLE|=[0-9A-F]|[\\\\,;.\"\n ]|.){0,60})") {
        let mut book = Book::default();
        if Opened::read(text.as_bytes()).is_ok() {
            taken(&mut book, text.as_bytes());
            let _ = written(&book, Version::Three);
        }
    }
}

/// The lines of a file as they are compared: decoded, without what is about the file, in order of themselves.
fn compared(lines: &[Line]) -> Vec<String> {
    let mut out: Vec<String> = lines.iter().filter(|l| !said::is_idle(l)).map(Line::in_one).collect();
    out.sort();
    out
}

#[test]
fn comparison_is_of_lines() {
    let read = card::Cards::read(card("FN:b / REV:1 / EMAIL:a@x").as_bytes()).unwrap();
    assert_eq!(compared(&read.cards[0].lines), ["EMAIL:a@x", "FN:b"]);
}

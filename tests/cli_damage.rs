//! The command line over a damaged book, with the real program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;
mod store_support;

use cli_support::{Desk, fixture};
use syndeo::domain::{Change, IdGenerator};
use syndeo::store::Store as _;

#[test]
fn a_check_writes_nothing_and_tells_a_damaged_format() {
    let desk = Desk::sample();
    for damage in [Some("nonsense"), None] {
        let format = desk.book().join("FORMAT");
        match damage {
            Some(text) => std::fs::write(&format, text).unwrap(),
            None => std::fs::remove_file(&format).unwrap(),
        }
        let check = desk.call(&["check"]);
        assert_eq!(check.code, 1);
        let word = if damage.is_some() { "damaged" } else { "missing" };
        assert!(check.out.contains(&format!("file FORMAT: it is {word}")), "{}", check.out);
        assert_eq!(std::fs::read_to_string(&format).ok().as_deref(), damage);
    }
    // What only reads tells it and changes nothing; what writes puts it in order.
    assert!(desk.call(&["list", "clients"]).err.contains("FORMAT"));
    assert_eq!(desk.call(&["check"]).code, 1);
    assert!(desk.call(&["backup"]).err.contains("FORMAT"));
    assert_eq!(desk.call(&["check"]).code, 0);
}

/// What sled says when it panics is no news: the store catches it and tells what was done.
#[test]
fn a_damaged_database_is_told_in_words_alone() {
    let desk = Desk::empty();
    let home = tempfile::tempdir().unwrap();
    let (mut store, ..) = store_support::open(home.path(), 0);
    let mut id_generator = IdGenerator::new([70; 16]);
    for n in 0..20 {
        let mut change = Change::new("import", store_support::at(n));
        for _ in 0..200 {
            let new = store_support::client(&mut id_generator, n, &"a long name ".repeat(20));
            change = change.with(None, Some(new));
        }
        store.save(&change).unwrap();
    }
    store.close().unwrap();
    // As a killed program leaves it, over many segments and without a snapshot: only then sled panics.
    store_support::harm::copy(home.path(), &desk.book());
    drop(store);
    let db = desk.book().join("sled/db");
    let whole = std::fs::read(&db).unwrap();
    let mut rng = fastrand::Rng::with_seed(1);
    for _ in 0..6 {
        let mut bytes = whole.clone();
        for _ in 0..2 {
            let at = store_support::harm::used(&bytes, &mut rng);
            bytes[at] ^= 0x55;
        }
        std::fs::write(&db, bytes).unwrap();
        for args in [&["check"][..], &["list", "clients"]] {
            let call = desk.call(args);
            assert!(!call.err.contains("panicked"), "{}", call.err);
        }
        assert_eq!(desk.call(&["list", "clients"]).out.lines().count(), 4_000);
    }
}

/// The database and the journal have both gone back to before the last change.
#[test]
fn a_book_that_lacks_changes_is_repaired_when_the_loss_is_accepted() {
    let desk = Desk::sample();
    let old = tempfile::tempdir().unwrap();
    store_support::harm::copy(&desk.book(), old.path());
    assert_eq!(desk.call(&["import", &fixture("hubspot-companies.csv")]).code, 0);
    let last = std::fs::read(desk.book().join("journal/last")).unwrap();
    for part in ["sled", "journal", "backups"] {
        let _ = std::fs::remove_dir_all(desk.book().join(part));
    }
    store_support::harm::copy(old.path(), &desk.book());
    std::fs::write(desk.book().join("journal/last"), last).unwrap();

    let import = desk.call(&["import", &fixture("hubspot-companies.csv")]);
    assert_eq!(import.code, 1);
    assert!(import.err.contains("changes are missing (2)"), "{}", import.err);
    assert!(import.err.contains("syndeo repair"), "{}", import.err);
    let before = store_support::harm::files_in(&desk.book());
    let told = desk.call(&["repair"]);
    assert_eq!((told.code, told.err.as_str()), (1, ""));
    assert!(
        told.out.contains("could not be found anywhere: 2") && told.out.contains("--accept-loss"),
        "{}",
        told.out
    );
    assert_eq!(store_support::harm::files_in(&desk.book()), before);
    let books = || {
        let names = std::fs::read_dir(desk.dir.path()).unwrap().map(|e| e.unwrap().file_name());
        names.filter(|name| name.to_string_lossy().starts_with("book")).count()
    };
    assert_eq!(books(), 1);

    let repaired = desk.call(&["repair", "--accept-loss"]);
    assert_eq!(repaired.code, 0, "{}{}", repaired.out, repaired.err);
    let copy =
        std::fs::read_dir(desk.dir.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    let copy = copy.into_iter().find(|n| n.starts_with("book.before-repair-")).unwrap();
    assert!(repaired.out.contains(&copy), "{}", repaired.out);
    let copied = store_support::harm::files_in(&desk.dir.path().join(&copy));
    assert_eq!(copied.len(), before.len());
    let import = desk.call(&["import", &fixture("hubspot-companies.csv")]);
    assert_eq!(import.code, 0, "{}", import.err);
    let again = desk.call(&["repair", "--accept-loss"]);
    assert_eq!((again.code, again.err.as_str()), (0, ""), "{}", again.out);
    assert_eq!(books(), 2, "what is well needs no copy");
}

/// The database of another way that the book went: what only reads still reads, says why it only reads, and once.
#[test]
fn files_of_two_books_are_told_once_and_read() {
    let desk = Desk::sample();
    store_support::harm::of_two_ways(&desk.book(), desk.dir.path(), |line| {
        assert_eq!(desk.call(&["capture", "--yes", line]).code, 0);
    });
    let list = desk.call(&["list", "interactions", "aegean"]);
    assert_eq!(list.code, 0, "{}", list.err);
    assert_eq!(list.err.matches("not everything in its folder is of one book").count(), 1, "{}", list.err);
    assert!(list.err.contains("syndeo repair"), "{}", list.err);
}

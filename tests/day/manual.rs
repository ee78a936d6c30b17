//! What the manual says of Today is what the table of reasons says.

use std::fs;
use std::path::Path;
use syndeo::domain::derive::today::{Reason, manual};

#[test]
fn the_manual_says_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/today.md");
    let text = fs::read_to_string(&path).unwrap();
    let from = text.find("| reason | points |").unwrap();
    let to = from + text[from..].find("\n\n").unwrap() + 1;
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, format!("{}{}{}", &text[..from], manual(), &text[to..])).unwrap();
        return;
    }
    assert!(
        text[from..to] == manual(),
        "run the tests with UPDATE=1 to write the table of docs/today.md afresh"
    );
    assert_eq!(manual().lines().count(), Reason::ALL.len() + 2);
}

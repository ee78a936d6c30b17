//! The pictures of the README, drawn from the sample book: `UPDATE=1 cargo test --test pictures` makes them, and without it
//! the test tells which no longer shows what the program shows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;
mod svg;

use desk::{Desk, now};
use std::path::{Path, PathBuf};
use syndeo::demo;
use syndeo::ui::Colours;
use syndeo::words::Lang;

/// A picture: its name, and the keys that lead to what it shows; what ends with `el` is in Greek.
const PICTURES: &[(&str, &str)] = &[
    ("today", "1"),
    ("client", "2"),
    ("menu", "2 space"),
    ("capture", "2 c wants_the_menu_in_Arabic_by_fri_@design"),
    ("plan", "s spring_campaign enter tab ="),
    ("month", "M"),
    ("client-el", "2"),
];
const SIZE: (u16, u16) = (120, 32);

fn place(name: &str, of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/pictures/{name}-{of}.svg"))
}

#[test]
fn the_pictures_of_the_readme_show_what_the_program_shows() {
    let update = std::env::var_os("UPDATE").is_some();
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let mut stale = vec![];
    for (name, keys) in PICTURES {
        let lang = if name.ends_with("-el") { Lang::El } else { Lang::En };
        for (of, colours) in [("dark", Colours::Dark), ("light", Colours::Light)] {
            let picture = lang.within(|| {
                let mut desk = Desk::of(SIZE.0, SIZE.1, demo::book(now()));
                desk.keys(keys).buffer(colours)
            });
            let (path, drawn) = (place(name, of), svg::draw(&picture, colours));
            if update {
                std::fs::write(&path, &drawn).unwrap();
            }
            // What is told counts, and not how the file says it.
            let kept = std::fs::read_to_string(&path).unwrap_or_default();
            if svg::text(&kept) != svg::text(&drawn) {
                stale.push(format!("{name}-{of}"));
            }
            assert!(
                readme.contains(&format!("docs/pictures/{name}-{of}.svg")),
                "{name} is not in the README"
            );
        }
    }
    assert!(stale.is_empty(), "{stale:?} show something else: UPDATE=1 cargo test --test pictures");
}

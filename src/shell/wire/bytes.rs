//! The bytes themselves: the emulator of the other tests is kinder than some terminals are.

use super::Wire;
use ratatui::backend::{Backend, ClearType};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What is written for these cells of the first row.
fn written(cells: &[(u16, &str, Color, Modifier)]) -> String {
    let made = |(x, symbol, ground, modifier): &(u16, &str, Color, Modifier)| {
        let mut cell = Cell::default();
        cell.set_symbol(symbol).set_bg(*ground);
        cell.modifier = *modifier;
        (*x, cell)
    };
    let cells: Vec<(u16, Cell)> = cells.iter().map(made).collect();
    let mut out = vec![];
    Wire::new(&mut out).draw(cells.iter().map(|(x, cell)| (*x, 0, cell))).unwrap();
    String::from_utf8(out).unwrap()
}

fn blanks(ground: Color, modifier: Modifier) -> Vec<(u16, &'static str, Color, Modifier)> {
    (0..12).map(|x| (x, " ", ground, modifier)).collect()
}

/// Some terminals erase to the plain ground, whatever is on (their `bce` is off).
#[test]
fn blanks_that_are_seen_are_written_and_never_erased() {
    let none = Modifier::empty();
    assert_eq!(written(&blanks(Color::Reset, none)), "\x1b[1;1H\x1b[12X");
    for (ground, modifier) in
        [(Color::Blue, none), (Color::Reset, Modifier::REVERSED), (Color::Reset, Modifier::UNDERLINED)]
    {
        let seen = written(&blanks(ground, modifier));
        assert!(seen.contains(&" ".repeat(12)) && !seen.contains('X'), "{seen:?}");
        // The same in the middle of a line, where the cursor must go on behind them.
        let mut cells = blanks(ground, modifier);
        cells.push((12, "a", Color::Reset, none));
        let seen = written(&cells);
        assert!(seen.contains(&" ".repeat(12)) && !seen.contains('X'), "{seen:?}");
    }
}

/// How wide a letter beyond ASCII is, terminals do not agree on: the place behind it is named, not stepped to.
#[test]
fn the_place_is_stepped_to_only_behind_ascii() {
    let (plain, none) = (Color::Reset, Modifier::empty());
    let apart = |first| written(&[(0, first, plain, none), (5, "a", plain, none)]);
    assert_eq!(apart("x"), "\x1b[1;1Hx\x1b[4Ca");
    assert_eq!(apart("\u{3a0}"), "\x1b[1;1H\u{3a0}\x1b[1;6Ha");
    // It stays unsure until a place was named again.
    let three = |first| written(&[(0, first, plain, none), (1, "b", plain, none), (5, "a", plain, none)]);
    assert_eq!(three("x"), "\x1b[1;1Hxb\x1b[3Ca");
    assert_eq!(three("\u{3a0}"), "\x1b[1;1H\u{3a0}b\x1b[1;6Ha");
}

/// What was on the screen before it was cleared is never written again as if it still stood there.
#[test]
fn nothing_is_taken_as_shown_once_the_screen_was_cleared() {
    let cells: Vec<(u16, Cell)> = (0..).zip("abcdef".chars()).map(|(x, c)| (x, cell(c))).collect();
    for by_region in [false, true] {
        let mut out = vec![];
        let mut wire = Wire::new(&mut out);
        wire.draw(cells.iter().map(|(x, cell)| (*x, 0, cell))).unwrap();
        if by_region { wire.clear_region(ClearType::All) } else { wire.clear() }.unwrap();
        wire.draw(cells.iter().filter(|(x, _)| x % 3 == 0).map(|(x, cell)| (*x, 0, cell))).unwrap();
        let written = String::from_utf8(out).unwrap();
        let (_, anew) = written.split_once("\x1b[2J").unwrap();
        assert!(anew.contains('a') && anew.contains('d') && !anew.contains('b'), "{anew:?}");
    }
}

fn cell(symbol: char) -> Cell {
    let mut cell = Cell::default();
    cell.set_char(symbol);
    cell
}

/// Blanks are stepped over only where that takes fewer bytes than the blanks themselves, at a run's end and within it.
#[test]
fn a_few_blanks_are_written_and_many_are_stepped_over() {
    let (plain, none) = (Color::Reset, Modifier::empty());
    let run = |count: u16, goes_on: bool| {
        let mut cells = vec![(0, "x", plain, none)];
        cells.extend((1..=count).map(|x| (x, " ", plain, none)));
        cells.extend(goes_on.then_some((count + 1, "a", plain, none)));
        written(&cells)
    };
    let spaces = |count: usize| " ".repeat(count);
    assert_eq!(run(4, false), format!("\x1b[1;1Hx{}", spaces(4)));
    assert_eq!(run(5, false), "\x1b[1;1Hx\x1b[5X");
    assert_eq!(run(10, true), format!("\x1b[1;1Hx{}a", spaces(10)));
    assert_eq!(run(11, true), "\x1b[1;1Hx\x1b[11X\x1b[11Ca");
}

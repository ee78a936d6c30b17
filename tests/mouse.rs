//! What was drawn is what can be clicked: every place of every frame does what the keys do there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use desk::{Desk, now};
use ratatui::buffer::Buffer;
use syndeo::app::{COMMANDS, Click, DeskCommand, Effect, Layer, Msg, Place, Region, update};
use syndeo::{demo, ui};

const SIZES: [(u16, u16); 3] = [(160, 45), (110, 30), (60, 16)];

fn sample((width, height): (u16, u16)) -> Desk {
    Desk::of(width, height, demo::book(now()))
}

fn mouse(kind: MouseEventKind, (column, row): (u16, u16)) -> Event {
    Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

/// Draws, so that what can be clicked is what is seen, and presses there.
fn click(desk: &mut Desk, at: (u16, u16)) {
    desk.picture();
    desk.event(&mouse(MouseEventKind::Down(MouseButton::Left), at));
}

fn wheel(desk: &mut Desk, down: bool, at: (u16, u16)) {
    desk.picture();
    desk.event(&mouse(if down { MouseEventKind::ScrollDown } else { MouseEventKind::ScrollUp }, at));
}

/// The cells of a row of the screen, from one column on.
fn cells(desk: &mut Desk, place: [u16; 4]) -> String {
    cells_of(&desk.buffer(ui::Colours::None), place)
}

fn cells_of(buffer: &Buffer, [x, y, width, _]: [u16; 4]) -> String {
    (x..x + width).map(|x| buffer[(x, y)].symbol()).collect()
}

/// Where a text stands on the screen.
fn find(desk: &mut Desk, text: &str) -> (u16, u16) {
    let buffer = desk.buffer(ui::Colours::None);
    let area = buffer.area;
    for y in 0..area.height {
        let row: Vec<&str> = (0..area.width).map(|x| buffer[(x, y)].symbol()).collect();
        for x in 0..row.len() {
            if row[x..].concat().starts_with(text) {
                return (u16::try_from(x).unwrap(), y);
            }
        }
    }
    panic!("{text:?} is not on the screen:\n{}", desk.picture());
}

/// The places that are on top somewhere, with a cell in which they are.
fn on_top(desk: &Desk) -> Vec<(Place, (u16, u16))> {
    let places = &desk.model.screen.places;
    let cells = |p: &Place| {
        let [x, y, width, height] = p.area;
        (y..y + height).flat_map(move |y| (x..x + width).map(move |x| (x, y)))
    };
    let top = |cell| places.iter().rposition(|p| p.holds(cell));
    places
        .iter()
        .enumerate()
        .filter_map(|(nth, place)| Some((*place, cells(place).find(|cell| top(*cell) == Some(nth))?)))
        .collect()
}

/// Ways to screens of all sorts, by keys.
const SCREENS: [&str; 17] = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "w",
    "2 enter",
    "3 enter tab",
    "2 enter down enter",
    "M",
    "space",
    "a",
    ":",
    "s aeg",
    "2 e",
];

/// A row that is clicked has the mark where it was clicked, and is the row that was seen there.
#[test]
fn a_clicked_row_has_the_mark() {
    let mut rows = 0;
    for size in SIZES {
        for way in SCREENS {
            let mut desk = sample(size);
            desk.keys(way).picture();
            let before = desk.model.screen.clone();
            for (place, at) in on_top(&desk).into_iter().step_by(3) {
                let Click::Mark(by) = place.click else { continue };
                desk.model.screen = before.clone();
                let was = cells(&mut desk, place.area);
                click(&mut desk, at);
                if by == 0 {
                    continue;
                }
                let is = cells(&mut desk, place.area);
                let name = |row: &str| row.chars().skip(2).take(9).collect::<String>();
                assert!(is.starts_with('▸'), "{way} at {size:?}: {was:?} became {is:?}");
                assert_eq!(name(&is), name(&was), "{way} at {size:?}");
                rows += 1;
            }
        }
    }
    assert!(rows > 150, "{rows}");
}

/// What header, footer, menu and strips name is run by a click on its name.
#[test]
fn a_click_on_a_key_is_that_key() {
    let mut keys = 0;
    for size in SIZES {
        for way in SCREENS {
            let mut desk = sample(size);
            desk.keys(way).picture();
            let buffer = desk.buffer(ui::Colours::None);
            for (place, _) in on_top(&desk) {
                let Click::Run(command) = place.click else { continue };
                let text = cells_of(&buffer, place.area);
                let of = |s: &&syndeo::app::Spec| s.command == command;
                let named = |key: &str| text.trim_start().starts_with(key);
                let letter = |s: &syndeo::app::Spec| s.letter.is_some_and(|letter| named(letter.key));
                let fits = |s: &syndeo::app::Spec| {
                    s.keys.iter().any(|key| named(key)) || named(s.way()) || letter(s)
                };
                assert!(COMMANDS.iter().filter(of).any(fits), "{way} at {size:?}: {text:?} runs {command:?}");
                keys += 1;
            }
        }
    }
    assert!(keys > 500, "{keys}");
}

/// From pane to row, record, page, row of the record, and back, without a key.
#[test]
fn one_can_go_everywhere_by_clicks() {
    let mut desk = sample((160, 45));
    let panes = find(&mut desk, "Clients");
    click(&mut desk, panes);
    let row = find(&mut desk, "Hellenic Rail");
    click(&mut desk, row);
    assert!(desk.chosen().starts_with("Hellenic Rail"));
    assert!(!desk.model.screen.is_reading());
    click(&mut desk, row);
    assert!(desk.model.screen.is_reading());
    let page = find(&mut desk, "projects tasks");
    click(&mut desk, page);
    assert_eq!(desk.model.screen.detail().page().unwrap().name, "projects");
    desk.keys("down");
    let marked = desk.model.screen.detail().target().unwrap();
    let name = desk.model.data.book.title(marked);
    let at = find(&mut desk, &format!("▸ {}", name.chars().take(9).collect::<String>()));
    click(&mut desk, at);
    assert_eq!(desk.model.screen.detail().of, Some(marked));
    let back = find(&mut desk, "esc back");
    click(&mut desk, back);
    assert!(desk.model.screen.layers.is_empty());
    // A click into the list takes the keys there and opens nothing.
    click(&mut desk, row);
    assert!(!desk.model.screen.is_reading());
}

#[test]
fn fields_days_answers_and_ways_are_clicked() {
    let mut desk = sample((110, 30));
    desk.keys("2 e");
    let at = find(&mut desk, "Industry");
    click(&mut desk, at);
    let Some(Layer::Form(form)) = desk.model.screen.layers.last() else { panic!() };
    assert_eq!(form.entry().unwrap().field.name, "industry");
    let at = find(&mut desk, "Name");
    click(&mut desk, at);
    let Some(Layer::Form(form)) = desk.model.screen.layers.last() else { panic!() };
    assert_eq!(form.entry().unwrap().field.name, "name");

    let mut desk = sample((110, 30));
    desk.keys("M");
    let at = find(&mut desk, " 12 ");
    click(&mut desk, (at.0 + 1, at.1));
    let Some(Layer::Month(month)) = desk.model.screen.layers.last() else { panic!() };
    assert_eq!(month.day.format("%-d").to_string(), "12");

    // A question: the answer that is clicked is taken, here the one that keeps the client.
    let mut desk = sample((110, 30));
    desk.keys("2").picture();
    desk.keys("d");
    let answers = desk.choices();
    let at = find(&mut desk, answers.last().unwrap());
    click(&mut desk, at);
    assert!(desk.model.screen.layers.is_empty());
    assert!(desk.model.session.undo.is_none());

    // A number that is clicked is the way that bears it.
    let mut desk = sample((110, 30));
    desk.keys("s sof enter y").sees("2 m");
    let at = find(&mut desk, "2 m  mail");
    click(&mut desk, at);
    assert!(desk.effects().iter().any(|effect| matches!(effect, Effect::Copy(text) if text.contains('@'))));
}

#[test]
fn the_wheel_turns_what_lies_under_it() {
    let mut desk = sample((160, 45));
    desk.keys("2").picture();
    let was = desk.model.screen.browse().at;
    let list = desk.model.screen.places.iter().find(|p| p.of == Region::List).unwrap().area;
    let record = desk.model.screen.places.iter().find(|p| p.of == Region::Record).unwrap().area;
    wheel(&mut desk, true, (list[0] + 3, list[1] + 3));
    assert_eq!(desk.model.screen.browse().at, was + 3);
    wheel(&mut desk, false, (list[0] + 3, list[1] + 3));
    assert_eq!(desk.model.screen.browse().at, was);
    // The record moves, the mark and the keys stay in the list.
    let words = desk.picture();
    wheel(&mut desk, true, (record[0] + 3, record[1] + 3));
    assert_eq!(desk.model.screen.browse().at, was);
    assert!(!desk.model.screen.is_reading());
    assert_eq!(desk.model.screen.detail().top, 3);
    assert_ne!(desk.picture(), words);
    desk.keys("?").picture();
    wheel(&mut desk, true, (1, 1));
    desk.picture();
    let Some(Layer::Help(help)) = desk.model.screen.layers.last() else { panic!() };
    assert_eq!(help.top, 3);
}

/// A click means what was seen: what changed since and was not drawn yet is not clicked.
#[test]
fn what_was_not_seen_is_not_clicked() {
    let mut desk = sample((110, 30));
    desk.keys("3 2");
    let row = find(&mut desk, "Hellenic Rail");
    desk.picture();
    update(&mut desk.model, now(), Msg::Run(DeskCommand::GoProjects.into()));
    let chosen = desk.model.screen.browse().chosen;
    desk.event(&mouse(MouseEventKind::Down(MouseButton::Left), row));
    assert_eq!(desk.model.screen.browse().chosen, chosen);
    // Under a window nothing can be clicked.
    let mut desk = sample((160, 45));
    desk.keys("2");
    let row = find(&mut desk, "Hellenic Rail");
    let chosen = desk.model.screen.browse().chosen;
    desk.keys(":");
    click(&mut desk, row);
    assert_eq!(desk.model.screen.browse().chosen, chosen);
}

#[test]
fn the_mouse_is_a_setting() {
    let mut desk = sample((110, 30));
    desk.keys(": mouse enter").sees("The mouse is on");
    assert_eq!(desk.effects(), [Effect::Mouse(true)]);
    desk.keys(": mouse enter").sees("The mouse is off");
    assert_eq!(desk.effects(), [Effect::Mouse(false)]);
}

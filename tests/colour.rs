//! A mark stands beside every colour: who sees none is told the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use ratatui::buffer::Buffer;
use ratatui::style::Color;
use ratatui::{Terminal, backend::TestBackend};
use syndeo::app::Pane;
use syndeo::demo;
use syndeo::ui::{self, Colours, Theme};

fn drawn(desk: &Desk, colours: Colours, (width, height): (u16, u16)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal
        .draw(|frame| {
            ui::view(&desk.model, Theme::new(colours, false), frame);
        })
        .unwrap();
    terminal.backend().buffer().clone()
}

/// The words of one colour in a part of a line.
fn words(buffer: &Buffer, y: u16, (from, to): (u16, u16), colour: Color) -> String {
    let coloured = (from..to).filter(|x| buffer[(*x, y)].fg == colour);
    coloured.map(|x| buffer[(x, y)].symbol()).collect::<String>().trim().to_owned()
}

fn line(buffer: &Buffer, y: u16, (from, to): (u16, u16)) -> String {
    (from..to).map(|x| buffer[(x, y)].symbol()).collect()
}

/// What is loud in a part of the screen without a sign that says so. The lines of one text go on under the one with the sign.
fn unmarked(buffer: &Buffer, part: (u16, u16), colour: Color, signs: &[&str]) -> Vec<String> {
    let mut told = false;
    let mut out = vec![];
    for y in 1..buffer.area.height - 1 {
        let loud = words(buffer, y, part, colour);
        let said = line(buffer, y, part);
        told = !loud.is_empty() && (told || signs.iter().any(|sign| said.contains(sign)));
        if !loud.is_empty() && !told {
            out.push(format!("{loud:?} in {}", said.trim()));
        }
    }
    out
}

/// Every list, and every page of records of every list, with its colours and without: the same letters, and beside what is
/// red, amber or green a sign that says so.
#[test]
fn without_colour_nothing_is_lost() {
    const LOUD: &[&str] = &["!", "~", " - ", " -- ", "◇"];
    const GOOD: &[&str] = &["✓", "+", "━", "─"];
    let size = (160, 45);
    let mut desk = Desk::of(size.0, size.1, demo::book(now()));
    let mut lost = vec![];
    for pane in Pane::ALL {
        desk.keys("esc esc").keys(&(pane as usize + 1).to_string()).keys("home");
        for _ in 0..5 {
            desk.keys("down down down");
            for _ in 0..10 {
                let [x, ..] = desk.model.screen.drawn.beside.unwrap();
                let coloured = drawn(&desk, Colours::Sixteen, size);
                let plain = drawn(&desk, Colours::None, size);
                for part in [(0, x), (x, size.0)] {
                    for y in 1..size.1 - 1 {
                        assert_eq!(line(&coloured, y, part), line(&plain, y, part));
                    }
                    for (colour, signs) in [(Color::Red, LOUD), (Color::Magenta, LOUD), (Color::Green, GOOD)]
                    {
                        let found = unmarked(&coloured, part, colour, signs);
                        lost.extend(found.into_iter().map(|what| format!("{pane:?}: {what}")));
                    }
                }
                desk.keys("tab");
            }
        }
    }
    lost.sort();
    lost.dedup();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

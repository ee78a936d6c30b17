//! What was drawn where, so that what is clicked is what was seen: drawing tells it, and a click asks here.

use super::command::Command;
use super::keyed::Drawn;

/// What a frame shows.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// As far as the state must know to page and to scroll.
    pub drawn: Drawn,
    /// What can be clicked; of two places that lie over each other the later one is on top.
    pub places: Vec<Place>,
}

/// A part of the screen, and what a click there does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Column, row, columns, rows.
    pub area: [u16; 4],
    /// What it belongs to: where the wheel turns.
    pub of: Region,
    /// What a click does.
    pub click: Click,
}

/// What a part of the screen belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// The list of the open pane.
    List,
    /// The record that is read.
    Record,
    /// The topmost layer.
    Layer,
    /// Header and footer.
    Bar,
}

/// What a click does. A click is nothing that the keys cannot do: what it means is told in commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Click {
    /// Nothing: it is a frame or a text.
    Nothing,
    /// Runs a command.
    Run(Command),
    /// Marks a row that stands so many below the mark, or above it; the marked row itself is taken.
    Mark(isize),
    /// As [`Click::Mark`], and takes the row at once: what is drawn as a button.
    Choose(isize),
    /// Runs a command so many times, or the one that goes the other way: to the field of a form, to a day of a month.
    Steps {
        /// What goes on.
        on: Command,
        /// What goes back.
        back: Command,
        /// How often; less than nothing goes back.
        by: isize,
    },
    /// Turns the record to the page of this number, the first being 0.
    Page(usize),
    /// Takes what bears this number, the first being 1.
    Number(usize),
}

impl Place {
    /// Whether a cell of the screen is in it.
    pub const fn holds(&self, (column, row): (u16, u16)) -> bool {
        let [x, y, width, height] = self.area;
        column >= x && column - x < width && row >= y && row - y < height
    }
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// Column and row of the cell, from 0.
    pub at: (u16, u16),
    /// What was done there.
    pub with: Pointing,
}

/// What is done with a mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointing {
    /// The left button was pressed.
    Press,
    /// The wheel was turned by a notch, down or up.
    Wheel {
        /// Whether it goes down.
        down: bool,
    },
}

//! What lies over the desk.

pub mod capture;
pub mod dialog;
pub mod form;
pub mod menu;
pub mod picker;
pub mod viewer;

pub use capture::Capture;
pub use dialog::{Answer, Ask};
pub use form::{Entry, Form, Input, Picked};
pub use menu::{Menu, Row};
pub use picker::{Choice, Picker, Purpose};
pub use viewer::Reader;

use crate::app::detail::Reading;
use crate::app::keyed::Keyed;

/// Something laid over the desk; the last one has the keys.
#[derive(Clone, Debug)]
pub enum Layer {
    /// A record on the whole screen.
    Card(Box<Reading>),
    /// A record being written.
    Form(Box<Form>),
    /// One of many being chosen by typing.
    Picker(Picker),
    /// A line being captured.
    Capture(Capture),
    /// A text to be read and taken elsewhere.
    Reader(Box<Reader>),
    /// Every command.
    Menu(Menu),
    /// A question.
    Ask(Ask),
}

impl Layer {
    /// The layer as something that can have the keys.
    pub fn keyed(&self) -> &dyn Keyed {
        match self {
            Self::Card(reading) => &**reading,
            Self::Form(form) => &**form,
            Self::Picker(picker) => picker,
            Self::Capture(capture) => capture,
            Self::Reader(reader) => &**reader,
            Self::Menu(menu) => menu,
            Self::Ask(ask) => ask,
        }
    }

    /// The layer as something that can have the keys, to be asked.
    pub fn keyed_mut(&mut self) -> &mut dyn Keyed {
        match self {
            Self::Card(reading) => &mut **reading,
            Self::Form(form) => &mut **form,
            Self::Picker(picker) => picker,
            Self::Capture(capture) => capture,
            Self::Reader(reader) => &mut **reader,
            Self::Menu(menu) => menu,
            Self::Ask(ask) => ask,
        }
    }
}

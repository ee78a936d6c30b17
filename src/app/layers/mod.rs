//! What lies over the desk.

pub mod capture;
pub mod dialog;
pub mod form;
pub mod later;
pub mod menu;
pub mod picker;
pub mod pushed;
pub mod viewer;

pub use capture::Capture;
pub use dialog::{Answer, Dialog};
pub use form::{Entry, Form, Input, Picked};
pub use later::{Later, Until};
pub use menu::{Menu, Row};
pub use picker::{Choice, Picker, Purpose};
pub use pushed::{Left, Pushed, Row as PushedRow};
pub use viewer::Viewer;

use crate::app::detail::Detail;
use crate::app::keyed::Keyed;

/// Something laid over the desk; the last one has the keys.
#[derive(Clone, Debug)]
pub enum Layer {
    /// A record on the whole screen.
    Card(Box<Detail>),
    /// A record being written.
    Form(Box<Form>),
    /// One of many being chosen by typing.
    Picker(Picker),
    /// A day is asked for.
    Later(Later),
    /// What a date pushes, each to be moved or left.
    Pushed(Box<Pushed>),
    /// A line being captured.
    Capture(Capture),
    /// A text to be read and taken elsewhere.
    Viewer(Box<Viewer>),
    /// Every command.
    Menu(Menu),
    /// A question.
    Dialog(Dialog),
}

impl Layer {
    /// The layer as something that can have the keys.
    pub fn keyed(&self) -> &dyn Keyed {
        match self {
            Self::Card(detail) => &**detail,
            Self::Form(form) => &**form,
            Self::Picker(picker) => picker,
            Self::Later(later) => later,
            Self::Pushed(pushed) => &**pushed,
            Self::Capture(capture) => capture,
            Self::Viewer(viewer) => &**viewer,
            Self::Menu(menu) => menu,
            Self::Dialog(dialog) => dialog,
        }
    }

    /// The layer as something that can have the keys, to be asked.
    pub fn keyed_mut(&mut self) -> &mut dyn Keyed {
        match self {
            Self::Card(detail) => &mut **detail,
            Self::Form(form) => &mut **form,
            Self::Picker(picker) => picker,
            Self::Later(later) => later,
            Self::Pushed(pushed) => &mut **pushed,
            Self::Capture(capture) => capture,
            Self::Viewer(viewer) => &mut **viewer,
            Self::Menu(menu) => menu,
            Self::Dialog(dialog) => dialog,
        }
    }
}

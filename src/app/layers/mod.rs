//! What lies over the desk.

pub mod capture;
mod days;
pub mod dialog;
pub mod form;
pub mod from_file;
pub mod help;
pub mod importing;
pub mod inbox;
pub mod later;
pub mod menu;
pub mod merging;
pub mod month;
pub mod pairs;
pub mod palette;
pub mod picker;
pub mod pushed;
pub mod reach;
pub mod strip;
pub mod viewer;
pub mod write_to;

pub use capture::{Capture, Understood};
pub use dialog::{Answer, Dialog};
pub use form::{Entry, Form, Input, Picked};
pub use from_file::FromFile;
pub use help::Help;
pub use importing::{Importing, Shown};
pub use inbox::Inbox;
pub use later::{Later, Until};
pub use menu::Menu;
pub use merging::{Merging, Part as MergePart};
pub use month::Month;
pub use pairs::Pairs;
pub use palette::{Palette, Row};
pub use picker::{Choice, Picker, Purpose};
pub use pushed::{Left, Pushed, Row as PushedRow};
pub use reach::{Reach, Taken};
pub use strip::{Letters, Strip};
pub use viewer::Viewer;
pub use write_to::{WriteTo, Writes};

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
    /// The name of a file is asked for.
    WriteTo(WriteTo),
    /// What a date pushes, each to be moved or left.
    Pushed(Box<Pushed>),
    /// A line being captured.
    Capture(Capture),
    /// A text to be read and taken elsewhere.
    Viewer(Box<Viewer>),
    /// A month, day by day.
    Month(Box<Month>),
    /// What lies in the inbox.
    Inbox(Box<Inbox>),
    /// Which file is to come in is asked.
    FromFile(FromFile),
    /// A file on its way in.
    Importing(Box<Importing>),
    /// What is likely in the book twice.
    Pairs(Box<Pairs>),
    /// Two records side by side, to become one.
    Merging(Box<Merging>),
    /// Every command by its key.
    Menu(Menu),
    /// A command that is found by typing.
    Palette(Palette),
    /// What a letter leads to.
    Strip(Strip),
    /// What can be copied or opened of a record.
    Reach(Reach),
    /// What the keys do, and what the signs mean.
    Help(Help),
    /// A question.
    Dialog(Dialog),
}

impl Layer {
    /// Whether it lies over the desk as a window; a card stands in its place, and where a letter is waited for that leads
    /// to a page, the pages are looked at.
    pub fn is_window(&self) -> bool {
        !matches!(self, Self::Card(_)) && !self.waits_for_page()
    }

    /// Whether a letter is waited for that leads somewhere.
    pub fn waits_for_page(&self) -> bool {
        matches!(self, Self::Strip(strip) if strip.of == Letters::Going)
    }

    /// Whether it shows commands of what lies under it.
    pub fn shows_commands(&self) -> bool {
        matches!(self, Self::Menu(_) | Self::Palette(_) | Self::Strip(_) | Self::Help(_))
    }

    /// The layer as something that can have the keys.
    pub fn keyed(&self) -> &dyn Keyed {
        match self {
            Self::Card(detail) => &**detail,
            Self::Form(form) => &**form,
            Self::Picker(picker) => picker,
            Self::Later(later) => later,
            Self::WriteTo(write_to) => write_to,
            Self::Pushed(pushed) => &**pushed,
            Self::Capture(capture) => capture,
            Self::Viewer(viewer) => &**viewer,
            Self::Month(month) => &**month,
            Self::Inbox(inbox) => &**inbox,
            Self::FromFile(from) => from,
            Self::Importing(importing) => &**importing,
            Self::Pairs(pairs) => &**pairs,
            Self::Merging(merging) => &**merging,
            Self::Menu(menu) => menu,
            Self::Palette(palette) => palette,
            Self::Strip(strip) => strip,
            Self::Reach(reach) => reach,
            Self::Help(help) => help,
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
            Self::WriteTo(write_to) => write_to,
            Self::Pushed(pushed) => &mut **pushed,
            Self::Capture(capture) => capture,
            Self::Viewer(viewer) => &mut **viewer,
            Self::Month(month) => &mut **month,
            Self::Inbox(inbox) => &mut **inbox,
            Self::FromFile(from) => from,
            Self::Importing(importing) => &mut **importing,
            Self::Pairs(pairs) => &mut **pairs,
            Self::Merging(merging) => &mut **merging,
            Self::Menu(menu) => menu,
            Self::Palette(palette) => palette,
            Self::Strip(strip) => strip,
            Self::Reach(reach) => reach,
            Self::Help(help) => help,
            Self::Dialog(dialog) => dialog,
        }
    }
}

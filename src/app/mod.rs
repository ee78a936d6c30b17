//! The state of the program and how it changes. Pure: no terminal, no disk, no clock.
//!
//! `update` takes a message and gives back what is to be done; the shell does it, and its outcome is a message again.

mod agenda;
mod cell;
mod cells;
mod changes;
mod chart;
mod command;
mod ctx;
mod custom;
mod data;
mod day_cells;
mod detail;
mod document;
mod draft;
mod guards;
mod handlers;
mod importing;
mod inbox;
mod keyed;
mod layers;
mod list_pane;
mod listing;
mod lists;
mod measure;
mod message;
mod model;
mod own;
mod pages;
mod parts;
mod places;
mod reporting;
mod saving;
mod screen;
mod session;
mod sheet;
pub mod signs;
mod textbox;
mod update;
mod visited;

pub use agenda::Agenda;
pub use chart::{Axis, Bar, Fold};
pub use command::{
    COMMANDS, CaptureCommand, ColumnsCommand, Command, Common, DeskCommand, DialogCommand, FindCommand,
    FormCommand, FromFileCommand, Group, Guard, InboxCommand, IncomingCommand, Keys, MergeCommand,
    MonthCommand, PageCommand, PairsCommand, PushedCommand, ReachCommand, Scope, Spec, TextCommand,
    ViewerCommand, letter_of_page,
};
pub use ctx::Ctx;
pub use custom::ListColumn;
pub use data::{Data, Loading};
pub use detail::Detail;
pub use document::{Cell, Course, Document, Line, Tone};
pub use draft::{Draft, Written};
pub use guards::Refusal;
pub use importing::CUSTOM as CUSTOM_FIELD;
pub use importing::{
    Counts, Fate, FileAsks, FileColumn, FileColumns, FileFound, FileRead, FileRow, FileRows, GoesTo, Open,
    Takes, Wanted,
};
pub use inbox::{Dropped, Found, InboxItem, MadeIndex, Snapshot};
pub use keyed::{Drawn, Edit, Here, Keyed, OnAnswer, Pick, Reply};
pub use layers::{
    Answer, Capture, Choice, Dialog, Entry, Form, FromFile, Help, Importing, Inbox, Input, Later, Layer,
    Left, Letters, Menu, MergePart, Merging, Month, Pairs, Palette, Picked, Picker, Purpose, Pushed,
    PushedRow, Reach, Row, Shown, Strip, Taken, Understood, Until, Viewer, WriteTo, Writes,
};
pub use list_pane::{Focus, ListPane};
pub use listing::{Form as ListForm, Listed};
pub use lists::Pane;
pub use lists::spec::{Column, PaneSpec, Rows, SortKey, View};
pub use measure::Need;
pub use message::{Effect, Msg};
pub use model::Model;
pub use pages::{Page, pages};
pub use parts::{Part, Parts};
pub use places::{Click, Place, Pointed, Pointing, Region, Seen};
pub use reporting::{OpenReport, Report};
pub use saving::Saving;
pub use screen::Screen;
pub use session::{Next, Notice, Session};
pub use sheet::{ReadMonth, Sheet, SheetDay};
pub use textbox::TextBox;
pub use update::{prepare, update};

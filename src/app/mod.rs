//! The state of the program and how it changes. Pure: no terminal, no disk, no clock.
//!
//! `update` takes a message and gives back what is to be done; the shell does it, and its outcome is a message again.

mod act;
mod agreements;
mod ask;
mod bin;
mod browse;
mod capture;
mod clients;
mod command;
mod departments;
mod edit;
mod form;
mod journal;
mod may;
mod menu;
mod message;
mod model;
mod pages;
mod pane;
mod parts;
mod picker;
mod playbooks;
mod projects;
mod push;
mod reader;
mod requests;
mod saving;
mod sheet;
mod textbox;
mod today;
mod update;

pub use ask::{Answer, Ask};
pub use browse::{Browse, Focus, Reading};
pub use capture::Capture;
pub use command::{COMMANDS, Command, Group, Refusal, Scope, Spec};
pub use form::{Draft, Entry, Form, Input, Picked};
pub use menu::{Menu, Row};
pub use message::{Effect, Msg};
pub use model::{Drawn, Layer, Loading, Model, Notice, TOGETHER, Then};
pub use pages::{Page, pages};
pub use pane::{Column, Pane, PaneSpec, SortKey, View};
pub use picker::{Choice, Picker, Purpose};
pub use reader::Reader;
pub use saving::Saving;
pub use sheet::{Bar, Cell, Ctx, Line, Sheet, Tone};
pub use textbox::TextBox;
pub use today::Agenda;
pub use update::{prepare, update};

//! What is said around the desk: of files that lie beside the book, and of the terminal.

pub mod of_drafts;
pub mod of_inbox;
pub mod of_terminal;

//! Syndeo, the account manager's desk in a terminal.
//!
//! Dependencies point one way: `domain` ← `words` ← `store`, `exchange`, `demo`, `app` ← `input`, `ui` ← `shell`, `cli`.
//! `docs/architecture.md` says what belongs where; `tests/architecture.rs` keeps it so.

pub mod app;
pub mod cli;
pub mod demo;
pub mod domain;
pub mod exchange;
pub mod input;
pub mod shell;
pub mod store;
pub mod ui;
pub mod words;

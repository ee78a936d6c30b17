//! What only reads the book as it was and needs no store: done on a thread of its own, so that nothing waits for it.

use super::{clock, importing, reports};
use crate::app::{Effect, MadeIndex, Msg};
use crate::domain::derive::alike::Index;
use crate::domain::report::Format;
use std::sync::Arc;

/// What only reads the book as it was, and needs no store.
pub fn beside(effect: &Effect) -> Option<Box<dyn FnOnce() -> Msg + Send>> {
    match effect {
        Effect::ReadFile(wanted, book) => {
            let (wanted, book) = (wanted.clone(), book.clone());
            Some(Box::new(move || {
                let read = importing::read(&wanted, &book.0, clock::now());
                Msg::FileRead(wanted, Box::new(read))
            }))
        }
        Effect::Index(kind, book) => {
            let (kind, book) = (*kind, book.clone());
            Some(Box::new(move || Msg::Indexed(kind, MadeIndex(Arc::new(Index::of(&book.0, kind))))))
        }
        Effect::Report { book, report, columns } => {
            let (book, report, columns) = (book.clone(), *report, *columns);
            Some(Box::new(move || {
                let text = reports::text(&book, report, Format::Plain, Some(columns), clock::now());
                Msg::Report(report, text)
            }))
        }
        _ => None,
    }
}

//! A record being read, beside a list or on a card.

use crate::app::chart::{Bar, Fold};
use crate::app::command::{Common, Keys};
use crate::app::ctx::Ctx;
use crate::app::document::{Document, Line, Tone};
use crate::app::keyed::{Here, Keyed, Reply, page_of};
use crate::app::pages::{HISTORY, HistoryLines, Page, describe, pages};
use crate::domain::Ref;
use crate::words;

/// A record being read: which page, which row, how far down.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// Whose pages these are.
    pub of: Option<Ref>,
    /// Which page.
    pub page: usize,
    /// Which of the rows that lead elsewhere is marked; none of them is when the record itself is meant.
    pub item: Option<usize>,
    /// The first line shown; moved by the keys, kept within bounds when drawn.
    pub top: usize,
    /// What stands on the page now.
    pub document: Document,
    /// Whether charts show the weeks around the mark instead of all days.
    pub weeks: bool,
    /// Whether what the page folds away is shown.
    pub unfolded: bool,
    /// Whether the document is that of the book as it is now.
    pub fresh: bool,
}

impl Detail {
    /// The first page of a record.
    pub fn of(id: Ref) -> Self {
        Self { of: Some(id), ..Self::default() }
    }

    /// The page that is open.
    pub fn page(&self) -> Option<&'static Page> {
        pages(self.of?.kind).get(self.page)
    }

    /// Whether the page comes from the journal on disk.
    pub fn is_history(&self) -> bool {
        self.page().is_some_and(|p| p.name == HISTORY)
    }

    /// Turns `by` pages on, round the corner.
    pub fn turn(&mut self, by: isize) {
        let Some(of) = self.of else { return };
        let all = isize::try_from(pages(of.kind).len()).unwrap_or(1);
        let at = isize::try_from(self.page).unwrap_or(0);
        self.page = usize::try_from((at + by).rem_euclid(all)).unwrap_or(0);
        self.item = self.item.map(|_| 0);
        self.top = 0;
        self.fresh = false;
    }

    /// The record the marked row leads to.
    pub fn target(&self) -> Option<Ref> {
        self.document.items().nth(self.item?)
    }

    /// Unfolds what the marked row stands for, or folds it again; says whether it is such a row: one that leads to the
    /// record itself.
    pub fn turn_fold(&mut self) -> bool {
        let is_head = |l: &Line| matches!(l, Line::Bar(Bar { fold: Fold::Head, target, .. }) if Some(*target) == self.of);
        let is_fold =
            self.of.is_some() && self.target() == self.of && self.document.lines.iter().any(is_head);
        if is_fold {
            (self.unfolded, self.fresh) = (!self.unfolded, false);
        }
        is_fold
    }

    /// Whether the page has a chart over the days.
    pub fn has_chart(&self) -> bool {
        self.document.lines.iter().any(|l| matches!(l, Line::Axis(_)))
    }

    /// Reads the page afresh; `changes` is what the journal has, when it was asked.
    pub fn refresh(&mut self, ctx: Ctx<'_>, history: Option<&(Ref, HistoryLines)>) {
        self.fresh = true;
        let Some(of) = self.of else {
            self.document = Document::default();
            return;
        };
        let marked = self.target();
        let page = &pages(of.kind)[self.page.min(pages(of.kind).len() - 1)];
        self.document = match history.filter(|(id, _)| *id == of && page.name == HISTORY) {
            Some((_, changes)) => describe(ctx, of, changes),
            None => (page.build)(ctx, of),
        };
        if !self.unfolded {
            self.document.fold();
        }
        // The mark follows its record, not its place; when that is gone from the page, the row that came up in its place
        // has it if it is of the same kind. A key struck twice must not work on something else.
        let again = marked.and_then(|m| self.document.items().position(|i| i == m));
        let items: Vec<Ref> = self.document.items().collect();
        let in_place = self
            .item
            .map(|i| i.min(items.len().saturating_sub(1)))
            .filter(|i| items.get(*i).is_some_and(|item| marked.is_none_or(|m| m.kind == item.kind)));
        self.item = again.or(in_place);
    }

    /// Moves the mark, from the record itself to its rows and back; where no row leads anywhere, the text moves.
    pub fn step(&mut self, by: isize) {
        let items = self.document.items().count();
        if items == 0 {
            self.top = self.top.saturating_add_signed(by);
        } else if by < 0 && self.item.is_none_or(|i| i < by.unsigned_abs()) {
            self.item = None;
        } else {
            let at = self.item.map_or(-1, |i| isize::try_from(i).unwrap_or(isize::MAX));
            self.item = Some(usize::try_from(at.saturating_add(by)).unwrap_or(0).min(items - 1));
        }
    }
}

impl Keyed for Detail {
    fn keys(&self) -> Keys {
        Keys::Desk
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => {
                self.step(command.rows(page_of(here.drawn.document_rows)));
            }
            Common::Back => return Reply::Close,
            Common::Take if self.turn_fold() => {}
            Common::Take => {
                return match self.target() {
                    Some(target) => Reply::Open(target),
                    None => Reply::Say(Tone::Muted, words::said::mark_a_row()),
                };
            }
        }
        Reply::Done
    }
}

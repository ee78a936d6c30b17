//! A list with the chosen record beside it: what every pane is, and (without the list) what a card is.

use super::command::{Common, Keys};
use super::layers::{Edit, Here, Keyed, Reply, page_of};
use super::pages::{self, HISTORY, Page, pages};
use super::pane::{Pane, SortKey};
use super::sheet::{Ctx, Sheet, Tone};
use super::textbox::TextBox;
use crate::domain::text::{fold, matches};
use crate::domain::{Kind, Ref};
use std::cmp::Reverse;

/// Which half of a pane has the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The list.
    #[default]
    List,
    /// The record.
    Record,
}

/// A record being read: which page, which row, how far down.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Whose pages these are.
    pub of: Option<Ref>,
    /// Which page.
    pub page: usize,
    /// Which of the rows that lead elsewhere is marked; none of them is when the record itself is meant.
    pub item: Option<usize>,
    /// The first line shown; moved by the keys, kept within bounds when drawn.
    pub top: usize,
    /// What stands on the page now.
    pub sheet: Sheet,
    /// Whether the sheet is that of the book as it is now.
    pub fresh: bool,
}

impl Reading {
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
        self.sheet.items().nth(self.item?)
    }

    /// Reads the page afresh; `changes` is what the journal has, when it was asked.
    pub fn refresh(&mut self, ctx: Ctx<'_>, history: Option<&(Ref, pages::HistoryLines)>) {
        self.fresh = true;
        let Some(of) = self.of else {
            self.sheet = Sheet::default();
            return;
        };
        let marked = self.target();
        let page = &pages(of.kind)[self.page.min(pages(of.kind).len() - 1)];
        self.sheet = match history.filter(|(id, _)| *id == of && page.name == HISTORY) {
            Some((_, changes)) => pages::describe(ctx, of, changes),
            None => (page.build)(ctx, of),
        };
        // The mark follows its record, not its place; when that is gone from the page, the row that came up in its place
        // has it if it is of the same kind. A key struck twice must not work on something else.
        let again = marked.and_then(|m| self.sheet.items().position(|i| i == m));
        let items: Vec<Ref> = self.sheet.items().collect();
        let in_place = self
            .item
            .map(|i| i.min(items.len().saturating_sub(1)))
            .filter(|i| items.get(*i).is_some_and(|item| marked.is_none_or(|m| m.kind == item.kind)));
        self.item = again.or(in_place);
    }

    /// Moves the mark, from the record itself to its rows and back; where no row leads anywhere, the text moves.
    pub fn step(&mut self, by: isize) {
        let items = self.sheet.items().count();
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

/// A pane's list and record.
#[derive(Clone, Debug, Default)]
pub struct Browse {
    /// Which pane.
    pub pane: Pane,
    /// The rows, in order.
    pub rows: Vec<Ref>,
    /// The chosen row, by identity.
    pub chosen: Option<Ref>,
    /// Where the chosen row is among the rows.
    pub at: usize,
    /// The first row shown when it was drawn last.
    pub top: usize,
    /// Words that rows must have.
    pub filter: TextBox,
    /// Whether the filter is being typed.
    pub filtering: bool,
    /// Which of the pane's views is shown.
    pub view: usize,
    /// The column rows are sorted by.
    pub sort: usize,
    /// Whether the order is turned round.
    pub reverse: bool,
    /// Which half has the keys.
    pub focus: Focus,
    /// The record beside the list.
    pub reading: Reading,
    /// Whether rows and record must be read afresh before they are drawn.
    pub stale: bool,
}

impl Browse {
    /// The pane as it is at first.
    pub fn of(pane: Pane) -> Self {
        let (sort, reverse) = pane.spec().order;
        Self { pane, sort, reverse, stale: true, ..Self::default() }
    }

    /// Goes into the record. It is meant itself at first; its rows are marked by moving.
    pub fn enter_record(&mut self) {
        self.focus = Focus::Record;
        self.reading.item = None;
    }

    /// Stops typing the filter, and drops it when all rows are wanted.
    pub fn end_filter(&mut self, all: bool) {
        self.filtering = false;
        if all {
            self.filter = TextBox::default();
            self.stale = true;
        }
    }

    /// Gives the keys back to the list. When the record that was read had left it, the row in its place is chosen.
    pub fn leave_record(&mut self) {
        self.focus = Focus::List;
        self.reading.item = None;
        self.stale |= self.rows.get(self.at) != self.chosen.as_ref();
    }

    /// Reads the rows afresh; the chosen one stays chosen wherever it moves to. A record that is being read stays open
    /// when its row leaves the list: the next key is meant for it, and not for whatever came up in its place.
    pub fn refresh(&mut self, ctx: Ctx<'_>) {
        let spec = self.pane.spec();
        let needle = fold(self.filter.text());
        let shows = spec.views[self.view.min(spec.views.len() - 1)].shows;
        let all: Box<dyn Iterator<Item = Ref>> = if self.pane == Pane::Today {
            Box::new(ctx.agenda.targets())
        } else {
            let kinds = spec.kinds.iter().chain(spec.also);
            Box::new(kinds.flat_map(|kind| ctx.book.all(*kind)).map(crate::domain::Record::id))
        };
        let mut rows: Vec<Ref> =
            all.filter(|id| shows(ctx, *id) && Self::fits(ctx, self.pane, *id, &needle)).collect();
        if let Some(key) = spec.columns[self.sort].key {
            sort(&mut rows, self.reverse, |id| key(ctx, *id));
        }
        self.rows = rows;
        self.stale = false;
        let last = self.rows.len().saturating_sub(1);
        let place = self.chosen.and_then(|c| self.rows.iter().position(|r| *r == c));
        self.at = place.unwrap_or(self.at.min(last));
        let is_read_on = self.focus == Focus::Record && self.chosen.is_some_and(|c| ctx.get(c).is_some());
        if place.is_some() || !is_read_on {
            self.settle();
        }
    }

    /// A row fits when it, its reason, or the client it is about has the words.
    fn fits(ctx: Ctx<'_>, of: Pane, id: Ref, needle: &str) -> bool {
        if needle.is_empty() || matches(ctx.book.key(id), needle) {
            return true;
        }
        // In the list of today the reason is part of the row.
        if of == Pane::Today && ctx.agenda.words(id).is_some_and(|why| matches(&fold(&why.text), needle)) {
            return true;
        }
        if id.kind == Kind::Client || id.kind == Kind::Department {
            return false;
        }
        let around = ctx.get(id).map(|r| crate::domain::derive::clients_of(ctx.book, r)).unwrap_or_default();
        needle.split_whitespace().all(|word| {
            ctx.book.key(id).contains(word) || around.iter().any(|c| ctx.book.key((*c).into()).contains(word))
        })
    }

    fn settle(&mut self) {
        self.chosen = self.rows.get(self.at).copied();
        if self.reading.of != self.chosen {
            let page = self.reading.page;
            let same_kind = self.reading.of.map(|r| r.kind) == self.chosen.map(|r| r.kind);
            self.reading = self.chosen.map(Reading::of).unwrap_or_default();
            if same_kind {
                self.reading.page = page;
            }
        }
        if self.chosen.is_none() {
            self.focus = Focus::List;
        }
    }

    /// Moves the mark in the list.
    pub fn step(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
        self.settle();
    }

    /// Chooses a row; when the view or the filter hides it, they give way.
    pub fn choose(&mut self, ctx: Ctx<'_>, id: Ref) {
        // The record that was read here before has nothing to do with what is looked for now.
        self.focus = Focus::List;
        self.chosen = Some(id);
        self.refresh(ctx);
        if self.chosen == Some(id) {
            return;
        }
        self.filter = TextBox::default();
        let views = self.pane.spec().views;
        let shown = views.iter().position(|v| (v.shows)(ctx, id));
        self.view = shown.unwrap_or(self.view);
        self.chosen = Some(id);
        self.refresh(ctx);
    }
}

impl Keyed for Reading {
    fn keys(&self) -> Keys {
        Keys::Desk
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        let page = page_of(here.drawn.sheet_rows);
        match command {
            Common::Down => self.step(1),
            Common::Up => self.step(-1),
            Common::PageDown => self.step(page),
            Common::PageUp => self.step(-page),
            Common::Back => return Reply::Close,
            Common::Take => {
                return match self.target() {
                    Some(target) => Reply::Open(target),
                    None => Reply::Say(Tone::Muted, "Mark a row to open what it leads to"),
                };
            }
        }
        Reply::Done
    }
}

impl Keyed for Browse {
    fn keys(&self) -> Keys {
        if self.filtering { Keys::Filter } else { Keys::Desk }
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        let page = page_of(here.drawn.list_rows);
        match (command, self.focus) {
            (Common::Take | Common::Back, _) if self.filtering => self.end_filter(command == Common::Back),
            (Common::Back, Focus::List) if !self.filter.is_empty() => self.end_filter(true),
            (Common::Back, Focus::List | Focus::Record) => self.leave_record(),
            (Common::Take | Common::Down | Common::Up | Common::PageDown | Common::PageUp, Focus::Record) => {
                return self.reading.common(command, here);
            }
            (Common::Take, Focus::List) => self.enter_record(),
            (Common::Down, Focus::List) => self.step(1),
            (Common::Up, Focus::List) => self.step(-1),
            (Common::PageDown, Focus::List) => self.step(page),
            (Common::PageUp, Focus::List) => self.step(-page),
        }
        Reply::Done
    }

    fn text_mut(&mut self) -> Option<&mut TextBox> {
        self.filtering.then_some(&mut self.filter)
    }

    fn edit(&mut self, edit: Edit<'_>, _: Here<'_>) -> Reply {
        if !self.filtering {
            return Reply::Done;
        }
        match edit {
            Edit::Insert(_) => (self.at, self.chosen) = (0, None),
            // Nothing is left to take away: the filter is.
            Edit::Erase(_) if self.filter.is_empty() => self.filtering = false,
            Edit::Erase(_) => {}
        }
        edit.apply(&mut self.filter, false);
        self.stale = true;
        Reply::Done
    }
}

/// Sorts by a key; rows without one stand last in either direction, equal rows as they stood: by age, in Today by rank.
fn sort(rows: &mut [Ref], reverse: bool, key: impl Fn(&Ref) -> SortKey) {
    if !reverse {
        rows.sort_by_cached_key(key);
        return;
    }
    rows.sort_by_cached_key(|id| {
        let key = key(id);
        (key == SortKey::None, Reverse(key))
    });
}

//! A pane: its list, with the chosen record beside it.

use crate::app::command::{Common, Keys};
use crate::app::ctx::Ctx;
use crate::app::custom::ListColumn;
use crate::app::detail::Detail;
use crate::app::document::Cell;
use crate::app::keyed::{Edit, Here, Keyed, Reply, page_of, stepped};
use crate::app::lists::spec::{Order, Rows, SortKey};
use crate::app::lists::{LONGEST, Pane, WAITING, is_unsorted};
use crate::app::measure::Measure;
use crate::app::parts::Parts;
use crate::app::textbox::TextBox;
use crate::domain::custom::{self, Query};
use crate::domain::text::{fold, matches};
use crate::domain::{Field, Kind, Record, Ref};
use crate::words;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Which half of a pane has the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The list.
    #[default]
    List,
    /// The record.
    Record,
}

/// A pane's list and record.
#[derive(Clone, Debug, Default)]
pub struct ListPane {
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
    pub detail: Detail,
    /// Whether rows and record must be read afresh before they are drawn.
    pub stale: bool,
    /// The parts the rows stand in, where the list has parts.
    pub parts: Parts,
    /// The titles of the parts that are folded.
    pub folded: Vec<&'static str>,
    /// How wide the columns must be for what stands in them.
    pub measure: Measure,
    /// The columns: those of the table, and behind them what is drawn, and the fields that a person made and wants to see here.
    pub columns: Vec<ListColumn>,
    /// What was drawn of rows in sight. It follows from what the rows were read from, and holds as long as they do.
    pictures: RefCell<HashMap<Ref, Cell>>,
    /// What is wrong with a value in the filter.
    pub complaint: Option<String>,
}

impl ListPane {
    /// The pane as it is at first.
    pub fn of(pane: Pane) -> Self {
        let columns = pane.spec().columns.iter().map(ListColumn::Table).collect();
        let mut new = Self { pane, columns, stale: true, ..Self::default() };
        new.sort_by(pane.spec().order);
        new
    }

    /// What others hold, oldest first: a list of its own, so that that of requests stays as it was left.
    pub fn waiting() -> Self {
        let mut new = Self { view: WAITING, ..Self::of(Pane::Requests) };
        new.sort_by(LONGEST);
        new
    }

    /// Puts the rows into an order from now on.
    pub fn sort_by(&mut self, order: Order) {
        (self.sort, self.reverse, self.stale) = (order.column, order.reverse, true);
    }

    /// The order its rows stand in.
    pub fn order(&self) -> Order {
        Order { column: self.sort, reverse: self.reverse }
    }

    /// Goes into the record. It is meant itself at first; its rows are marked by moving.
    pub fn enter_record(&mut self) {
        self.focus = Focus::Record;
        self.detail.item = None;
    }

    /// What stands in a column of a row. What is drawn is found once: a step draws every row in sight again.
    pub fn cell(&self, ctx: Ctx<'_>, column: ListColumn, id: Ref) -> Cell {
        if !matches!(column, ListColumn::Picture(_)) {
            return column.cell(ctx, id);
        }
        self.pictures.borrow_mut().entry(id).or_insert_with(|| column.cell(ctx, id)).clone()
    }

    /// Stops typing the filter, and drops it when all rows are wanted.
    pub fn end_filter(&mut self, all: bool) {
        self.filtering = false;
        if all {
            self.filter = TextBox::default();
            self.stale = true;
        }
    }

    /// Whether the chosen row of Today stands for all clients that nobody sorted yet.
    fn is_unsorted(&self, ctx: Ctx<'_>) -> bool {
        self.pane.spec().rows == Rows::Agenda && self.chosen.is_some_and(|id| is_unsorted(ctx, id))
    }

    /// Gives the keys back to the list. When the record that was read had left it, the row in its place is chosen.
    pub fn leave_record(&mut self) {
        self.focus = Focus::List;
        self.detail.item = None;
        self.stale |= self.rows.get(self.at) != self.chosen.as_ref();
    }

    /// Reads the rows afresh; the chosen one stays chosen wherever it moves to. A record that is being read stays open
    /// when its row leaves the list: the next key is meant for it, and not for whatever came up in its place.
    pub fn refresh(&mut self, ctx: Ctx<'_>) {
        let spec = self.pane.spec();
        self.read_columns(ctx);
        let kinds = spec.kinds.iter().chain(spec.also);
        let fields: Vec<&'static Field> = kinds.flat_map(|kind| ctx.book.fields(*kind)).collect();
        let query = Query::read(ctx.book, &fields, self.filter.text(), ctx.now);
        let needle = fold(&query.words);
        let wrong = query.faults.first();
        self.complaint =
            wrong.map(|(field, fault)| format!("{}: {}", words::field(field), words::fault(fault)));
        let asked =
            |id: Ref| query.asks_nothing() || ctx.get(id).is_some_and(|record| query.holds(ctx.book, record));
        let shows = spec.views[self.view.min(spec.views.len() - 1)].shows;
        let all: Box<dyn Iterator<Item = Ref>> = match spec.rows {
            Rows::Agenda => Box::new(ctx.agenda.targets()),
            Rows::Kinds | Rows::KindsWithAgenda => {
                let kinds = spec.kinds.iter().chain(spec.also);
                Box::new(kinds.flat_map(|kind| ctx.book.all(*kind)).map(Record::id))
            }
        };
        let mut rows: Vec<Ref> = all
            .filter(|id| shows(ctx, *id) && asked(*id) && Self::fits(ctx, spec.rows, *id, &needle))
            .collect();
        if let Some(column) = self.columns.get(self.sort).filter(|column| column.sorts()) {
            sort(&mut rows, self.reverse, |id| column.key(ctx, *id));
        }
        let section = spec.section.filter(|_| self.order() == spec.order);
        self.parts = section
            .map(|section| Parts::of(&mut rows, |id| section(ctx, id), &self.folded))
            .unwrap_or_default();
        self.rows = rows;
        self.stale = false;
        self.measure = Measure::default();
        self.pictures.get_mut().clear();
        let last = self.rows.len().saturating_sub(1);
        let place = self.chosen.and_then(|c| self.rows.iter().position(|r| *r == c));
        self.at = place.unwrap_or(self.at.min(last));
        let is_read_on = self.focus == Focus::Record && self.chosen.is_some_and(|c| ctx.get(c).is_some());
        if place.is_some() || !is_read_on {
            self.settle();
        }
    }

    /// Reads the columns afresh. The order stays that of its column, unless that is gone.
    fn read_columns(&mut self, ctx: Ctx<'_>) {
        let spec = self.pane.spec();
        let custom = spec.kinds.iter().flat_map(|kind| ctx.book.listed_fields(*kind));
        let columns = spec.columns.iter().map(ListColumn::Table).chain(spec.picture.map(ListColumn::Picture));
        let columns: Vec<ListColumn> = columns.chain(custom.map(|field| ListColumn::Custom(field))).collect();
        let sorted = self.columns.get(self.sort).copied();
        self.columns = columns;
        let place = sorted.and_then(|sorted| self.columns.iter().position(|column| column.is(sorted)));
        let first = (spec.order.column, spec.order.reverse);
        (self.sort, self.reverse) = place.map_or(first, |place| (place, self.reverse));
    }

    /// A row fits when it, its reason, or the client it is about has the words.
    fn fits(ctx: Ctx<'_>, from: Rows, id: Ref, needle: &str) -> bool {
        if needle.is_empty() || matches(ctx.book.key(id), needle) {
            return true;
        }
        // In the list of today the reason is part of the row.
        if from == Rows::Agenda
            && ctx.agenda.row(id).is_some_and(|(_, row)| {
                matches(&fold(&words::today::row(ctx.book, row, ctx.today())), needle)
            })
        {
            return true;
        }
        let Some(record) = ctx.get(id) else { return false };
        let own: Vec<String> = ctx.book.custom_fields(id.kind).iter().map(|f| told(ctx, f, record)).collect();
        let around = match id.kind {
            Kind::Client | Kind::Department => vec![],
            _ => crate::domain::derive::clients_of(ctx.book, record),
        };
        needle.split_whitespace().all(|word| {
            ctx.book.key(id).contains(word)
                || own.iter().any(|text| text.contains(word))
                || around.iter().any(|c| ctx.book.key((*c).into()).contains(word))
        })
    }

    fn settle(&mut self) {
        self.chosen = self.rows.get(self.at).copied();
        let shown = self.record();
        if self.detail.of != shown {
            let page = self.detail.page;
            let same_kind = self.detail.of.map(|r| r.kind) == shown.map(|r| r.kind);
            self.detail = shown.map(Detail::of).unwrap_or_default();
            if same_kind {
                self.detail.page = page;
            }
        }
        if shown.is_none() {
            self.focus = Focus::List;
        }
    }

    /// The record that is chosen; none while the mark stands on a part that is folded.
    pub fn record(&self) -> Option<Ref> {
        self.chosen.filter(|_| !self.is_folded())
    }

    /// Whether the mark stands on a part that is folded.
    pub fn is_folded(&self) -> bool {
        let marked = self.rows.get(self.at) == self.chosen.as_ref();
        marked && self.parts.at(self.at).is_some_and(|(part, _)| part.folded)
    }

    /// Folds the part the mark is in, or opens it again; the mark stays with it.
    pub fn fold(&mut self, fold: bool) {
        let Some((part, from)) = self.parts.at(self.at).filter(|(part, _)| part.folded != fold) else {
            return;
        };
        self.folded.retain(|title| *title != part.title);
        if fold {
            self.folded.push(part.title);
        }
        (self.at, self.stale) = (from, true);
        self.settle();
    }

    /// Moves the mark to the first row of the next part, or of the one before.
    pub fn next_part(&mut self, down: bool) {
        if let Some(at) = self.parts.next(self.at, down) {
            self.at = at;
            self.settle();
        }
    }

    /// Moves the mark in the list.
    pub fn step(&mut self, by: isize) {
        self.at = stepped(self.at, by, self.rows.len());
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
        self.folded.clear();
        let views = self.pane.spec().views;
        let shown = views.iter().position(|v| (v.shows)(ctx, id));
        self.view = shown.unwrap_or(self.view);
        self.chosen = Some(id);
        self.refresh(ctx);
    }
}

impl Keyed for ListPane {
    fn keys(&self) -> Keys {
        if self.filtering { Keys::Filter } else { Keys::Desk }
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match (command, self.focus) {
            (Common::Take | Common::Back, _) if self.filtering => self.end_filter(command == Common::Back),
            (Common::Back, Focus::List) if !self.filter.is_empty() => self.end_filter(true),
            (Common::Back, Focus::List | Focus::Record) => self.leave_record(),
            (Common::Take | Common::Down | Common::Up | Common::PageDown | Common::PageUp, Focus::Record) => {
                return self.detail.common(command, here);
            }
            (Common::Take, Focus::List) if self.is_folded() => self.fold(false),
            (Common::Take, Focus::List) if self.is_unsorted(here.ctx) => return Reply::ShowUnsorted,
            (Common::Take, Focus::List) => self.enter_record(),
            (Common::Down | Common::Up | Common::PageDown | Common::PageUp, Focus::List) => {
                self.step(command.rows(page_of(here.drawn.list_rows)));
            }
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
            Edit::Erase(_) => {}
        }
        edit.apply(&mut self.filter, false);
        self.stale = true;
        Reply::Done
    }
}

/// What stands in a field that a person made, folded for search.
fn told(ctx: Ctx<'_>, field: &Field, record: &Record) -> String {
    fold(&custom::plain(ctx.book, field, record))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Model;
    use crate::app::lists::spec::Picture;
    use crate::domain::Moment;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// A frame draws every row in sight; what is drawn of them is found again only when the rows are read again.
    #[test]
    fn a_picture_is_found_once() {
        static DRAWN: AtomicUsize = AtomicUsize::new(0);
        static PICTURE: Picture = Picture { title: "year", width: 1, beside: 0, cell };
        fn cell(_: Ctx<'_>, _: Ref) -> Cell {
            Cell::plain(DRAWN.fetch_add(1, Ordering::Relaxed).to_string())
        }
        let model = Model::new(Moment::default(), [1; 16]);
        let mut pane = ListPane::of(Pane::Clients);
        let ids: Vec<Ref> = (0..2u128).map(|n| Ref::new(Kind::Client, uuid::Uuid::from_u128(n))).collect();
        let drawn = |pane: &ListPane| -> Vec<String> {
            let picture = ListColumn::Picture(&PICTURE);
            ids.iter().map(|id| pane.cell(model.ctx(), picture, *id).text).collect()
        };
        assert_eq!(drawn(&pane), ["0", "1"]);
        assert_eq!(drawn(&pane), ["0", "1"]);
        pane.refresh(model.ctx());
        assert_eq!(drawn(&pane), ["2", "3"]);
    }
}

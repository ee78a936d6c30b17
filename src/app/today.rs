//! Today: one ranked list of all that needs the manager now. The rules are in the domain; here stand its columns.

use super::pane::{Column, PaneSpec, SortKey, View, everything};
use super::sheet::{Cell, Ctx, Tone};
use crate::domain::derive::today::{Reason, Row, Section, Today, Tone as Loud};
use crate::domain::{Book, ClientId, Kind, Moment, Ref};
use std::collections::HashMap;

/// What needs the manager now.
pub const PANE: PaneSpec = PaneSpec {
    title: "Today",
    kinds: &[],
    also: &[],
    adds: Kind::Task,
    empty: "Nothing needs you now. Press {} to write down what you do next, or look ahead in the other panes",
    columns: &[
        Column { title: "urgency", width: 1, right: false, spare: 0, cell: mark, key: Some(by_rank) },
        Column { title: "what", width: 0, right: false, spare: 0, cell: what, key: None },
        Column { title: "why", width: 0, right: false, spare: 0, cell: why, key: None },
        Column { title: "client", width: 11, right: false, spare: 1, cell: client, key: Some(by_client) },
    ],
    order: (0, false),
    share: 60,
    views: &[
        View { name: "everything", shows: everything },
        View { name: "promises", shows: is_promise },
        View { name: "silence and waits", shows: is_silence },
        View { name: "tasks", shows: is_task },
        View { name: "alarms only", shows: is_alarm },
    ],
};

/// The list, and where each record stands in it.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    list: Option<Today>,
    rows: Vec<Row>,
    at: HashMap<Ref, usize>,
    /// Where the most urgent row of each client stands.
    first_of: HashMap<ClientId, usize>,
}

impl Agenda {
    /// Brings the list up to date: only rules that read what was touched run again.
    pub fn refresh(&mut self, book: &Book, now: Moment, touched: &[Ref]) {
        let list = match self.list.take() {
            Some(list) => list.changed(book, now, touched),
            None => Today::of(book, now),
        };
        self.rows = list.rows();
        self.at = self.rows.iter().enumerate().map(|(i, r)| (r.target, i)).collect();
        self.first_of =
            self.rows.iter().enumerate().rev().filter_map(|(i, r)| Some((r.client?, i))).collect();
        self.list = Some(list);
    }

    /// Forgets the list: all of it is made anew the next time.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// The records that need the manager, the most urgent first.
    pub fn targets(&self) -> impl Iterator<Item = Ref> + '_ {
        self.rows.iter().map(|r| r.target)
    }

    /// Why a record needs the manager, in words; nothing when it does not.
    pub fn words(&self, id: Ref) -> Option<Cell> {
        self.row(id).map(|(_, r)| Cell::new(r.words.clone(), tone(r)))
    }

    /// Whether somebody holds it for longer than they usually do.
    pub fn is_too_long(&self, id: Ref) -> bool {
        let too_long = |r: &Row| r.reason == Reason::WaitTooLong || r.also.contains(&Reason::WaitTooLong);
        self.row(id).is_some_and(|(_, r)| too_long(r))
    }

    fn row(&self, id: Ref) -> Option<(usize, &Row)> {
        let at = *self.at.get(&id)?;
        self.rows.get(at).map(|r| (at, r))
    }
}

fn row(ctx: Ctx<'_>, id: Ref) -> Option<&Row> {
    ctx.agenda.row(id).map(|(_, r)| r)
}

fn is_in(ctx: Ctx<'_>, id: Ref, section: Section) -> bool {
    row(ctx, id).is_some_and(|r| r.reason.section() == section)
}

fn is_promise(ctx: Ctx<'_>, id: Ref) -> bool {
    is_in(ctx, id, Section::Promises)
}

fn is_silence(ctx: Ctx<'_>, id: Ref) -> bool {
    is_in(ctx, id, Section::Waits)
}

fn is_task(ctx: Ctx<'_>, id: Ref) -> bool {
    is_in(ctx, id, Section::Tasks)
}

fn is_alarm(ctx: Ctx<'_>, id: Ref) -> bool {
    row(ctx, id).is_some_and(|r| r.tone == Loud::Alarm)
}

fn tone(row: &Row) -> Tone {
    match row.tone {
        Loud::Plain => Tone::Plain,
        Loud::Warning => Tone::Warning,
        Loud::Alarm => Tone::Alarm,
    }
}

fn mark(ctx: Ctx<'_>, id: Ref) -> Cell {
    let Some(row) = row(ctx, id) else { return Cell::empty() };
    let sign = match row.tone {
        Loud::Alarm => "!",
        Loud::Warning => "~",
        Loud::Plain => "",
    };
    Cell::new(sign, tone(row))
}

fn by_rank(ctx: Ctx<'_>, id: Ref) -> SortKey {
    ctx.agenda.row(id).map_or(SortKey::None, |(at, _)| SortKey::Number(i64::try_from(at).unwrap_or(i64::MAX)))
}

fn why(ctx: Ctx<'_>, id: Ref) -> Cell {
    row(ctx, id).map_or(Cell::empty(), |r| Cell::new(r.words.clone(), tone(r)))
}

fn what(ctx: Ctx<'_>, id: Ref) -> Cell {
    Cell::plain(ctx.name(id))
}

fn client(ctx: Ctx<'_>, id: Ref) -> Cell {
    Cell::muted(row(ctx, id).and_then(|r| r.client).map(|c| ctx.name(c)).unwrap_or_default())
}

/// The rows of a client stand together where its most urgent one would.
fn by_client(ctx: Ctx<'_>, id: Ref) -> SortKey {
    let Some((at, row)) = ctx.agenda.row(id) else { return SortKey::None };
    let first = row.client.and_then(|c| ctx.agenda.first_of.get(&c)).copied().unwrap_or(at);
    SortKey::Group(i64::try_from(first).unwrap_or(i64::MAX))
}

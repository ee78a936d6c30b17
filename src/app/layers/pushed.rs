//! What a date pushes: every day that would move, from where to where, each to be moved or left.

use crate::app::command::{Common, Keys, PushedCommand};
use crate::app::ctx::Ctx;
use crate::app::document::Tone;
use crate::app::keyed::{Here, Keyed, Reply, stepped};
use crate::domain::derive::push::{self, Move, Shift};
use crate::domain::{Record, Ref};
use crate::words::{self, boxes, dates};
use std::collections::BTreeSet;

/// What the person wants to stay where it is, although a date pushes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Records that keep their days.
    pub records: Vec<Ref>,
    /// The start of the task whose due date is moved: it takes longer, or less long, instead.
    pub own_start: bool,
}

/// A row: a record whose days move.
#[derive(Clone, Debug)]
pub struct Row {
    /// The record.
    pub target: Ref,
    /// Whether it is moved.
    pub moves: bool,
    /// What it is called.
    pub name: String,
    /// From where to where.
    pub days: String,
    /// More about it, a line each, and how loud.
    pub notes: Vec<(String, Tone)>,
}

/// The list of everything that a date pushes.
#[derive(Clone, Debug)]
pub struct Pushed {
    /// How many dates it moves and which promises break.
    pub question: String,
    /// The record that is moved by hand.
    pub own: Row,
    /// What it pushes.
    pub rows: Vec<Row>,
    /// Which row is marked.
    pub at: usize,
    /// The first line shown when it was drawn last.
    pub top: usize,
    before: Option<Box<Record>>,
    after: Box<Record>,
    left: Left,
}

impl Pushed {
    /// What a record as it is about to be saved pushes; `None` when there is nothing to ask about.
    pub fn of(ctx: Ctx<'_>, before: Option<&Record>, after: &Record) -> Option<Self> {
        let own =
            Row { target: after.id(), moves: true, name: after.title(), days: String::new(), notes: vec![] };
        let mut out = Self {
            question: String::new(),
            own,
            rows: vec![],
            at: 0,
            top: 0,
            before: before.cloned().map(Box::new),
            after: Box::new(after.clone()),
            left: Left::default(),
        };
        out.refresh(ctx);
        (!out.rows.is_empty()).then_some(out)
    }

    /// Reads everything afresh: what is left where it is pushes nothing.
    fn refresh(&mut self, ctx: Ctx<'_>) {
        let marked = self.rows.get(self.at).map(|r| r.target);
        let shifts = push::push(ctx.book, &self.after, &self.left.records);
        let (own, others): (Vec<Shift>, Vec<Shift>) =
            shifts.iter().partition(|s| s.target == self.after.id());
        self.own.days.clear();
        if let Some(own) = own.first() {
            (self.own.days, self.own.notes) = (days(ctx, own), notes(ctx, own));
        }
        let start = self.before.as_ref().and_then(|before| push::start_with(ctx.book, before, &self.after));
        let start = start.map(|start| self.own_start(ctx, start));
        self.rows = start.into_iter().chain(others.iter().map(|s| row(ctx, s))).collect();
        let at = self.rows.iter().position(|r| Some(r.target) == marked);
        self.at = at.unwrap_or(self.at).min(self.rows.len().saturating_sub(1));
        self.question = question(&shifts, self.rows.iter().filter(|r| r.moves).count());
    }

    fn own_start(&self, ctx: Ctx<'_>, start: Move) -> Row {
        let (name, moves) = (boxes::start_of(&self.after.title()), !self.left.own_start);
        let days = if moves { from_to(ctx, start) } else { stays(ctx, start) };
        Row { target: self.after.id(), moves, name, days, notes: vec![] }
    }

    /// Does what only this list can be asked to do.
    pub fn run(&mut self, command: PushedCommand, here: Here<'_>) -> Reply {
        match command {
            PushedCommand::Toggle => {
                if let Some(row) = self.rows.get(self.at) {
                    self.set(row.target, !row.moves);
                }
            }
            PushedCommand::All => {
                // What is behind something that is left has no row of its own: marking all marks that as well.
                if self.rows.iter().any(|r| !r.moves) {
                    self.left = Left::default();
                } else {
                    for target in self.rows.iter().map(|r| r.target).collect::<Vec<_>>() {
                        self.set(target, false);
                    }
                }
            }
        }
        self.refresh(here.ctx);
        Reply::Done
    }

    fn set(&mut self, target: Ref, moves: bool) {
        if target == self.after.id() {
            self.left.own_start = !moves;
        } else if moves {
            self.left.records.retain(|r| *r != target);
        } else {
            self.left.records.push(target);
        }
    }

    fn step(&mut self, by: isize) {
        self.at = stepped(self.at, by, self.rows.len());
    }
}

/// "This moves 2 other dates, and breaks one promise."
fn question(shifts: &[Shift], moves: usize) -> String {
    let promises = |told: fn(&Shift) -> bool| -> BTreeSet<Ref> {
        shifts.iter().filter(|s| told(s)).filter_map(|s| Some(s.promise?.0)).collect()
    };
    let broken = promises(Shift::breaks_promise).len();
    let missed = promises(Shift::misses).len();
    let moves = words::whole(moves);
    match (broken, missed - broken) {
        (0, 0) => boxes::moves_all_kept(moves),
        (0, _) => boxes::moves_later(moves),
        (n, _) => boxes::moves_break(moves, words::whole(n)),
    }
}

fn from_to(ctx: Ctx<'_>, moved: Move) -> String {
    let from = moved.from.map_or_else(|| boxes::no_date().into(), |d| dates::show(d, ctx.today()));
    format!("{from} → {}", dates::show(moved.to, ctx.today()))
}

fn stays(ctx: Ctx<'_>, moved: Move) -> String {
    let stays = moved.from.map_or_else(|| boxes::no_date().into(), |d| dates::show(d, ctx.today()));
    boxes::stays(&stays, &dates::show(moved.to, ctx.today()))
}

fn days(ctx: Ctx<'_>, shift: &Shift) -> String {
    let Some(moved) = shift.end.or(shift.start) else { return String::new() };
    if shift.left { stays(ctx, moved) } else { from_to(ctx, moved) }
}

/// The start that moves along, the promise that is missed, and who is away then.
fn notes(ctx: Ctx<'_>, shift: &Shift) -> Vec<(String, Tone)> {
    let mut out = vec![];
    if let Some(start) = shift.start.filter(|_| shift.end.is_some() && !shift.left) {
        out.push((boxes::start(&from_to(ctx, start)), Tone::Muted));
    }
    if let Some((of, day)) = shift.promise.filter(|_| shift.misses()) {
        let other = (of != shift.target).then(|| ctx.name(of));
        let day = dates::show(day, ctx.today());
        out.push(match (shift.breaks_promise(), other) {
            (true, None) => (boxes::breaks(&day), Tone::Alarm),
            (true, Some(of)) => (boxes::breaks_of(&of, &day), Tone::Alarm),
            (false, None) => (boxes::promised(&day), Tone::Warning),
            (false, Some(of)) => (boxes::promised_of(&of, &day), Tone::Warning),
        });
    }
    if let Some((who, absence)) = push::away(ctx.book, shift).filter(|_| !shift.left) {
        let day = |d: Option<_>| d.map_or_else(String::new, |d| dates::plain(d, ctx.today()));
        let words = boxes::is_away(&ctx.name(who), &day(absence.first), &day(absence.last));
        out.push((words, Tone::Warning));
    }
    out
}

fn row(ctx: Ctx<'_>, shift: &Shift) -> Row {
    let (name, days, notes) = (ctx.name(shift.target), days(ctx, shift), notes(ctx, shift));
    Row { target: shift.target, moves: !shift.left, name, days, notes }
}

impl Keyed for Pushed {
    fn keys(&self) -> Keys {
        Keys::Pushed
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => {
                self.step(command.rows(here.page()));
            }
            Common::Take => return Reply::SavePushed(self.left.clone()),
            Common::Back => return Reply::Close,
        }
        Reply::Done
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}
